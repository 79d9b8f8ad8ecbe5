#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <random>
#include <string>

#include "text/words.hpp"

BOOST_AUTO_TEST_SUITE(words)

using namespace plancheck;

namespace {

void check(std::string_view text, std::uint32_t words, std::uint32_t with_letters) {
    const WordCount count = count_words(text);
    BOOST_TEST_CONTEXT("text: " << text) {
        BOOST_TEST(count.words == words);
        BOOST_TEST(count.with_letters == with_letters);
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(tokens_are_separated_by_white_space) {
    check("", 0, 0);
    check("   \n\t ", 0, 0);
    check("one", 1, 1);
    check("chlore-alkali l'énoncé et/ou", 3, 3);
    check("a\u00A0b\u202Fc\u3000d\u2003e", 5, 5);
    check("a\u200Bb\u2060c\uFEFFd\u00ADe", 1, 1);
    check("one\vtwo\x85", 2, 2);
    check("one \u2028two\u2029three", 3, 3);
    check("été àéî Ünï", 3, 3);
    check("приоритетные меры", 2, 2);
    check("الإجراءات ذات الأولوية", 3, 3);
}

BOOST_AUTO_TEST_CASE(tokens_without_letters_count_once) {
    check("la question : « le mercure » – et", 9, 5);
    check("– — ; : !", 5, 0);
    check("(1) 2. -", 3, 2);
    check("½ ² Ⅳ", 3, 3);
    check("™ × ÷", 3, 0);
    check("…", 1, 0);
    check("«\u00A0mot\u00A0»", 3, 1);
}

BOOST_AUTO_TEST_CASE(cjk_counts_by_character) {
    check("问题概述", 4, 4);
    check("汞Hg污染", 4, 4);
    check("（n）", 3, 3);
    check("优先行动2，行动3。", 10, 10);
    check("アクション", 5, 5);
    check("한국어 단어", 2, 2);
    check("\U00020000\U0003FFFF", 2, 2);
    check("ＡＢ", 2, 2);
    check("\u3000\u3000", 0, 0);
}

BOOST_AUTO_TEST_CASE(counts_add_up_over_any_cut_between_words) {
    const std::string_view text = "un deux 汞 – trois";
    WordCount sum = count_words(text.substr(0, 8));
    sum += count_words(text.substr(8));
    BOOST_TEST((sum == count_words(text)));
}

BOOST_AUTO_TEST_CASE(wherever_a_token_begins) {
    // Eight bytes are counted at a time: the same at each offset, and with a token of signs alone at each.
    for (std::size_t shift = 0; shift < 17; ++shift) {
        const std::string before(shift, ' ');
        check(before + "mercury (Hg) - 12 % of it, e.g. \"lamps\" & c", 11, 8);
        check(before + "ртуть - 5 т и ещё (мало)\tи всё", 9, 8);
        check(before + "a-- --a -- a --", 5, 3);
        const std::string glued(shift, 'x');
        check(glued + "-y z", 2, 2);
        check(glued + " -- z", shift == 0 ? 2 : 3, shift == 0 ? 1 : 2);
    }
}

// However a text is taken, many bytes at once or one by one, the same is counted.
BOOST_AUTO_TEST_CASE(many_bytes_at_once) {
    const char* const pieces[] = {" ", " ", "\n", "\t", "a", "word", "2027", "-", "’", "«", "\xC2\xA0", "é", "÷", "×", "ñandú", "план", "Ѣ", "҂", "خطة", "ً", "٣",
                                  "汞", "计划", "，", "。", "丁", "一", "カ", "한", "\xE2\x80\xAF", "\xE2\x80\x8B", "😀", "𠀀", "\xEF\xBF\xBD", "e\xCC\x81"};
    const char* const wrong[] = {"\x80", "\xC3", "\xE2\x80", "\xC0\x80", "\xED\xA0\x80", "\xF0\x9F", "\xFF"};
    std::mt19937 random(1);
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        const std::size_t mix = 1 + random() % std::size(pieces), length = random() % 300;
        const std::size_t from = random() % std::size(pieces);
        while (text.size() < length) text += pieces[(from + random() % mix) % std::size(pieces)];
        if (round % 8 == 0) text.insert(random() % (text.size() + 1), wrong[random() % std::size(wrong)]);
        BOOST_TEST((count_words(text) == count_words(text, Counting::word_1)), text);
    }
}

BOOST_AUTO_TEST_CASE(other_profiles) {
    const auto words = [](std::string_view text, Counting counting) { return count_words(text, counting).words; };
    BOOST_TEST(words("a–b c", Counting::word_1) == 2U);
    BOOST_TEST(words("a–b — c", Counting::libreoffice_1) == 3U);
    BOOST_TEST(words("한국어 단어", Counting::libreoffice_1) == 5U);
    BOOST_TEST(words("l'énoncé et/ou, –", Counting::uax29_1) == 3U);
    BOOST_TEST(words("a b\u00A0é中", Counting::characters) == 4U);
    for (const Counting c : {Counting::word_1, Counting::libreoffice_1, Counting::uax29_1, Counting::characters}) {
        BOOST_TEST((counting_from(name(c)) == c));
    }
    BOOST_TEST(!counting_from("words").has_value());
}

BOOST_AUTO_TEST_CASE(the_place_of_a_word) {
    const std::string_view text = "  un deux汞汞 – fin";
    BOOST_TEST(offset_of_word(text, 0) == 2U);
    BOOST_TEST(offset_of_word(text, 1) == 5U);
    BOOST_TEST(offset_of_word(text, 2) == 9U);
    BOOST_TEST(offset_of_word(text, 3) == 12U);
    BOOST_TEST(offset_of_word(text, 4) == 16U);
    BOOST_TEST(offset_of_word(text, 5) == 20U);
    BOOST_TEST(offset_of_word(text, 6) == text.size());
}

BOOST_AUTO_TEST_SUITE_END()
