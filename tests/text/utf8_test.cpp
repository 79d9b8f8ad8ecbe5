#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/utf8.hpp"

BOOST_AUTO_TEST_SUITE(utf8)

using namespace plancheck;

BOOST_AUTO_TEST_CASE(first_bad_byte_is_found) {
    const auto good = std::string_view::npos;
    BOOST_TEST(first_bad_byte("") == good);
    BOOST_TEST(first_bad_byte("plain text longer than eight bytes") == good);
    BOOST_TEST(first_bad_byte("é 中 𝄞 \U0010FFFF") == good);
    BOOST_TEST(first_bad_byte("abcdefghij\xFF") == 10U);
    BOOST_TEST(first_bad_byte("a\xC0\x80") == 1U);          // overlong
    BOOST_TEST(first_bad_byte("a\xE0\x80\x80") == 1U);      // overlong
    BOOST_TEST(first_bad_byte("a\xED\xA0\x80") == 1U);      // surrogate
    BOOST_TEST(first_bad_byte("a\xF4\x90\x80\x80") == 1U);  // above 10FFFF
    BOOST_TEST(first_bad_byte("a\xC3") == 1U);              // cut
    BOOST_TEST(first_bad_byte("a\x80") == 1U);              // stray
}

BOOST_AUTO_TEST_CASE(code_points_go_in_and_out) {
    for (const char32_t c : {U'a', U'é', U'中', U'\U0001F600', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xFFFF'}) {
        std::string text;
        append_utf8(text, c);
        const Decoded d = decode(text, 0);
        BOOST_TEST((d.code == c));
        BOOST_TEST(d.size == text.size());
        BOOST_TEST((decode_before(text, text.size()).code == c));
    }
    std::string text;
    append_utf8(text, 0xD800);
    append_utf8(text, 0x110000);
    BOOST_TEST(text == "\xEF\xBF\xBD\xEF\xBF\xBD");
    BOOST_TEST(decode("", 0).size == 0U);
    BOOST_TEST((decode("\xFFz", 0).code == 0xFFFD));
    BOOST_TEST(count_code_points("aé中\xFF") == 4U);
}

BOOST_AUTO_TEST_CASE(cuts_stand_at_words) {
    BOOST_TEST(cut_at_word("  one two three ", 7) == "one two");
    BOOST_TEST(cut_at_word("one two three", 8) == "one two");
    BOOST_TEST(cut_at_word("one two three", 9) == "one two");
    BOOST_TEST(cut_at_word("one two three", 13) == "one two three");
    BOOST_TEST(cut_at_word("unbreakable", 4) == "unbr");
    BOOST_TEST(cut_at_word("éééé éé", 5) == "éééé");
    BOOST_TEST(cut_at_word("问题概述问题", 4) == "问题概述");
    BOOST_TEST(cut_at_word("", 4) == "");
    BOOST_TEST(trimmed("\u00A0 a b\u3000\n") == "a b");
    BOOST_TEST(trimmed(" \t ") == "");
}

BOOST_AUTO_TEST_CASE(so_many_bytes_of_whole_letters) {
    BOOST_TEST(whole_within("mercure", 4) == "merc");
    BOOST_TEST(whole_within("été", 1) == "");
    BOOST_TEST(whole_within("été", 4) == "ét");
    BOOST_TEST(whole_within("été", 9) == "été");
    BOOST_TEST(last_within("mercure", 3) == "ure");
    BOOST_TEST(last_within("été", 1) == "");
    BOOST_TEST(last_within("été", 3) == "té");
    BOOST_TEST(last_within("汞", 2) == "");
    BOOST_TEST(last_within("été", 9) == "été");
    BOOST_TEST(last_within("", 3) == "");
}

BOOST_AUTO_TEST_SUITE_END()
