#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <string>

#include "text/language.hpp"
#include "text/sentences.hpp"

BOOST_AUTO_TEST_SUITE(sentences)

using namespace plancheck;

namespace {

// The sentences with " | " between them.
std::string parted(std::string_view tag, std::string_view text, Semicolon semicolon = Semicolon::joins) {
    std::string all;
    for (const SentencePlace& one : sentences_of(text, Languages::built_in().nearest(tag), semicolon)) {
        if (!all.empty()) all += " | ";
        all += text.substr(one.begin, one.end - one.begin);
    }
    return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(end_at_signs_before_white_space) {
    BOOST_TEST(parted("en", "One ends. Another? Yes! \n And the last") == "One ends. | Another? | Yes! | And the last");
    BOOST_TEST(parted("en", "  Version 2.5 of file.txt is at www.unep.org today. Read it. ") == "Version 2.5 of file.txt is at www.unep.org today. | Read it.");
    BOOST_TEST(parted("en", "") == "");
    BOOST_TEST(parted("en", " \n ") == "");
    BOOST_TEST(parted("en", "No sign at all") == "No sign at all");
    BOOST_TEST(parted("en", "...") == "...");
    BOOST_TEST(parted("en", "It is checked each year. 6.3 The partners report. 6.4 Every five years") == "It is checked each year. | 6.3 The partners report. | 6.4 Every five years");
    BOOST_TEST(parted("es", "según el art. 6.3 de la ley") == "según el art. 6.3 de la ley");
    BOOST_TEST(parted("en", "It rose by approx. 2.5 per cent") == "It rose by approx. 2.5 per cent");
}

BOOST_AUTO_TEST_CASE(chinese_and_arabic_signs_need_no_space) {
    BOOST_TEST(parted("zh", "第一句。第二句！第三句？完") == "第一句。 | 第二句！ | 第三句？ | 完");
    BOOST_TEST(parted("ar", "هل يوجد تقرير؟نعم. كل سنتين.") == "هل يوجد تقرير؟ | نعم. | كل سنتين.");
}

BOOST_AUTO_TEST_CASE(semicolons_end_what_has_to_be_said_together) {
    BOOST_TEST(parted("en", "A report; it is biennial. Done.") == "A report; it is biennial. | Done.");
    BOOST_TEST(parted("en", "A report; it is biennial. Done.", Semicolon::ends) == "A report; | it is biennial. | Done.");
    BOOST_TEST(parted("zh", "报告；每两年。", Semicolon::ends) == "报告； | 每两年。");
    BOOST_TEST(parted("ar", "تقرير؛ كل سنتين.", Semicolon::ends) == "تقرير؛ | كل سنتين.");
    BOOST_TEST(parted("en", "see http://a.example/x;y=1 for it", Semicolon::ends) == "see http://a.example/x;y=1 for it");
}

BOOST_AUTO_TEST_CASE(a_full_stop_may_only_shorten_a_word) {
    BOOST_TEST(parted("en", "See no. 2 and approx. ten more. Next.") == "See no. 2 and approx. ten more. | Next.");
    BOOST_TEST(parted("en", "The lead is Dr. Green of St. Andrew. He writes.") == "The lead is Dr. Green of St. Andrew. | He writes.");
    BOOST_TEST(parted("en", "Ask J. P. Green. He knows.") == "Ask J. P. Green. | He knows.");
    BOOST_TEST(parted("en", "Made in the U.S. Department of it.") == "Made in the U.S. Department of it.");
    BOOST_TEST(parted("es", "La Sra. Luna dirige. El Lic. Sol ayuda.") == "La Sra. Luna dirige. | El Lic. Sol ayuda.");
    BOOST_TEST(parted("fr", "M. Blanc écrit. Mme Noir répond.") == "M. Blanc écrit. | Mme Noir répond.");
    BOOST_TEST(parted("ru", "Доклад готовит проф. Иванов. Он в г. Москва.") == "Доклад готовит проф. Иванов. | Он в г. Москва.");
    BOOST_TEST(parted("en", "Annex 2. Baseline of 2024. Figures.") == "Annex 2. Baseline of 2024. | Figures.");
    BOOST_TEST(parted("en", "Costs are known\nAnnex 2. Baseline of 2024") == "Costs are known\nAnnex 2. Baseline of 2024");
    BOOST_TEST(parted("en", "1. Aims. 2. Means.") == "1. Aims. 2. Means.");
    BOOST_TEST(parted("ru", "Книга д.т.н. Петрова.") == "Книга д.т.н. Петрова.");
}

BOOST_AUTO_TEST_CASE(a_short_word_that_is_whole_ends_its_sentence) {
    BOOST_TEST(parted("en", "That was phase II. The next is III.") == "That was phase II. | The next is III.");
    BOOST_TEST(parted("en", "We do it. Others follow.") == "We do it. | Others follow.");
    BOOST_TEST(parted("en", "It ends in 2026. Then comes 7. The end.") == "It ends in 2026. | Then comes 7. | The end.");
    BOOST_TEST(parted("ru", "Срок — 2026 г. Отчёт готовит бюро.") == "Срок — 2026 г. | Отчёт готовит бюро.");
    BOOST_TEST(parted("fr", "Cible : moins de 0,2 mg/l. Jalon : mars.") == "Cible : moins de 0,2 mg/l. | Jalon : mars.");
    BOOST_TEST(parted("en", "The paper is by the Professor. She is here.") == "The paper is by the Professor. | She is here.");
}

BOOST_AUTO_TEST_CASE(signs_of_two_bytes_cut_short_end_nothing) {
    BOOST_TEST(parted("en", "a\xE3\x80") == "a\xE3\x80");
    BOOST_TEST(parted("en", "\xD8") == "\xD8");
}

BOOST_AUTO_TEST_SUITE_END()
