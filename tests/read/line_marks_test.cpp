#include <boost/test/unit_test.hpp>

#include <string>

#include "plancheck/document.hpp"
#include "read/line_marks.hpp"

BOOST_AUTO_TEST_SUITE(line_marks)

namespace {

using namespace plancheck;

std::string unmarked(std::string_view text) { return without_line_marks(text, true).text; }

}  // namespace

BOOST_AUTO_TEST_CASE(spaces_of_typesetting_are_spaces) {
    BOOST_TEST(unmarked("Chef de file\u00A0: «\u202FIL\u202F»") == "Chef de file : « IL »");
    BOOST_TEST(unmarked("40\u00A0sites, 1\u00A0July 2026") == "40 sites, 1 July 2026");
    BOOST_TEST(unmarked("联系人：\u3000张三\u2003a\u2009b\u205Fc\u1680d") == "联系人： 张三 a b c d");
    BOOST_TEST(unmarked("\u00A0\u00A0a\u00A0") == "  a ");
    BOOST_TEST(unmarked("a\nb\tc\u2028d") == "a\nb\tc\u2028d");
}

BOOST_AUTO_TEST_CASE(between_digits_they_group) {
    BOOST_TEST(unmarked("250\u00A0000\u202F000 kg") == "250\u00A0000\u202F000 kg");
    BOOST_TEST(unmarked("٢٥٠\u00A0٠٠٠\u00A0كغ") == "٢٥٠\u00A0٠٠٠ كغ");
    BOOST_TEST(unmarked("2026\u00A0, 5\u00A0%") == "2026 , 5 %");
}

BOOST_AUTO_TEST_CASE(what_has_no_width_is_nothing) {
    BOOST_TEST(unmarked("and/\u200Bor\u2060x\uFEFFy") == "and/orxy");
    BOOST_TEST(without_line_marks("a\u200Bb\u00A0c", false).text == "a\u200Bb c");
    BOOST_TEST(unmarked("soft\u00ADhyphen, non\u2011breaking, A\u20101") == "softhyphen, non-breaking, A-1");
    // Drawn out, and what only looks like it.
    BOOST_TEST(unmarked("الأهــــداف") == "الأهداف");
    BOOST_TEST(unmarked("عام 1446 هـ، 1ـ الهدف، أ ـ الهدف") == "عام 1446 هـ، 1ـ الهدف، أ ـ الهدف");
}

BOOST_AUTO_TEST_CASE(small_digits_that_mark_notes) {
    BOOST_TEST(unmarked("Lake Institute¹ and River Fund¹²,³ in 2025²; «fin»⁴ الوزارة³، 60 %⁵ done.⁶") == "Lake Institute and River Fund in 2025; «fin» الوزارة، 60 % done.");
    for (const std::string_view own : {"12 m², 40m³, 3 km², µg/m³ and 5 м²", "10³ or 10¹²", "1ª, nº 2, 3¹⁄₂", "Hg²⁺, R², s⁻¹, ²⁰²Hg", "¹ A note", "a ¹ b", "(¹)", "汞¹项目²", "word¹word"}) BOOST_TEST(unmarked(own) == own);
}

BOOST_AUTO_TEST_CASE(places) {
    const UnmarkedText made = without_line_marks("a\u00A0b\u200Bc\u3000d", true);
    BOOST_TEST(made.text == "a bc d");
    const std::uint32_t marked[] = {0, 1, 3, 4, 7, 8, 11, 12}, plain[] = {0, 1, 2, 3, 3, 4, 5, 6};
    for (std::size_t i = 0; i < 8; ++i) BOOST_TEST(made.place(marked[i]) == plain[i]);
}

BOOST_AUTO_TEST_CASE(most_texts_have_none) {
    BOOST_TEST(!may_have_line_marks("“Énoncé” – l’été, 5 €, 目标、一，«Ртуть»"));
    for (const std::string_view mark : {"\u00A0", "\u2000", "\u2009", "\u200A", "\u200B", "\u2010", "\u2011", "\u202F", "\u205F", "\u2060", "\u3000", "\u1680", "\uFEFF"}) {
        BOOST_TEST(may_have_line_marks("é" + std::string(mark)));
        BOOST_TEST(unmarked("é" + std::string(mark)) != "é" + std::string(mark));
    }
}

// Words are counted as they were written, links and what is bold stay where they are.
BOOST_AUTO_TEST_CASE(in_a_document) {
    const Document one = read("**Chef\u00A0de\u00A0file** \u200B fin\u00A0: [le\u00A0site](https://example.org/a) suite\n", "a.md");
    BOOST_REQUIRE(one.blocks.size() == 1U);
    BOOST_TEST(one.view(one.blocks[0].text) == "Chef de file \u200B fin : le site suite");
    BOOST_TEST(one.total.words == 9U);
    BOOST_TEST(one.blocks[0].bold == 12U);
    BOOST_REQUIRE(one.links.size() == 1U);
    BOOST_TEST(one.view(one.links[0].text) == "le site");
    const Document two = read("**Lake Institute**¹ and [the site²](https://example.org/a) %³\n", "a.md");
    BOOST_TEST(two.view(two.blocks[0].text) == "Lake Institute and the site %");
    BOOST_TEST(two.view(two.links[0].text) == "the site");
    BOOST_TEST(two.blocks[0].bold == 14U);
    BOOST_TEST(two.total.words == 6U);
}

BOOST_AUTO_TEST_SUITE_END()
