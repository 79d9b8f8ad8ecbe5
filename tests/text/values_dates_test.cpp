#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "values_test.hpp"

BOOST_AUTO_TEST_SUITE(values_dates)

using namespace plancheck;

namespace {

std::string en(std::string_view text, std::uint32_t wanted = want_times) { return values_of("en", text, wanted); }
std::string fr(std::string_view text, std::uint32_t wanted = want_times) { return values_of("fr", text, wanted); }

}  // namespace

BOOST_AUTO_TEST_CASE(single_dates) {
    BOOST_TEST(en("14 March 2025") == "date 2025-03-14");
    BOOST_TEST(en("March 14, 2025") == "date 2025-03-14");
    BOOST_TEST(en("the 3rd of June 2026") == "date 2026-06-03");
    BOOST_TEST(en("01 August 2011") == "date 2011-08-01");
    BOOST_TEST(en("- 13 March 2009 -") == "date 2009-03-13");
    BOOST_TEST(en("Sept. 2024") == "date 2024-09");
    BOOST_TEST(en("August 2013") == "date 2013-08");
    BOOST_TEST(en("2025-03-14") == "date 2025-03-14");
    BOOST_TEST(en("2025-03") == "date 2025-03");
    BOOST_TEST(en("2025.03") == "date 2025-03");
    BOOST_TEST(en("2025.07–2026.3") == "period 2025-07/2026-03");
    BOOST_TEST(en("2025-07-2026-12") == "period 2025-07/2026-12");
    BOOST_TEST(fr("14 mars 2025") == "date 2025-03-14");
    BOOST_TEST(fr("le 1er août 2025") == "date 2025-08-01");
    BOOST_TEST(fr("Février 2026") == "date 2026-02");
    BOOST_TEST(fr("déc. 2026") == "date 2026-12");
    BOOST_TEST(fr("03/04/2025") == "date 2025-04-03");
    BOOST_TEST(fr("03.04.2025") == "date 2025-04-03");
    BOOST_TEST(fr("03/2025") == "date 2025-03");
    BOOST_TEST(en("2025年3月14日") == "date 2025-03-14");
    BOOST_TEST(fr("31 juin 2025") == "date 2025-06-31");
    BOOST_TEST(fr("le 45 mai 2026") == "date 2026-05-45");
    BOOST_TEST(en("Target: 60 May 2026") == "date 2026-05");
    BOOST_TEST(fr("première année", in_time_field | want_times) == "ongoing première année");
    BOOST_TEST(fr("les six premiers mois", in_time_field | want_times) == "ongoing six premiers mois");
    BOOST_TEST(fr("douze mois suivant l'adoption", in_time_field | want_times) == "ongoing douze mois");
}

// A word for how something is says when only where nothing stands beside it, or in a place for times.
BOOST_AUTO_TEST_CASE(words_that_are_times_alone) {
    BOOST_TEST(fr("Continue") == "ongoing Continue");
    BOOST_TEST(fr("Veille des prix (permanente)") == "ongoing permanente");
    BOOST_TEST(fr("surveillance continue des cheminées") == "");
    BOOST_TEST(fr("à caractère permanent", in_time_field | want_times) == "ongoing permanent");
    BOOST_TEST(fr("cette activité est permanente") == "ongoing est permanente");
    BOOST_TEST(en("Help desk: continuous, from the office") == "ongoing continuous");
    BOOST_TEST(en("continuous measurement at the stack") == "");
    BOOST_TEST(values_of("zh", "长期贮存设施", want_times) == "");
    BOOST_TEST(values_of("zh", "时间：长期。", want_times) == "ongoing 长期");
    BOOST_TEST(values_of("ar", "الرصد المستمر", want_times) == "");
}

BOOST_AUTO_TEST_CASE(numeric_dates_in_a_language_with_two_orders) {
    BOOST_TEST(en("03/04/2025") == "date 2025-04-03?");
    BOOST_TEST(en("13/04/2025") == "date 2025-04-13");
    BOOST_TEST(en("04/13/2025") == "date 2025-04-13");
    BOOST_TEST(en("04/04/2025") == "date 2025-04-04");
}

BOOST_AUTO_TEST_CASE(years_need_an_introduction) {
    BOOST_TEST(en("in 2025 the work starts") == "date 2025");
    BOOST_TEST(en("the work (2025) starts") == "date 2025");
    BOOST_TEST(en("mid-2025") == "date 2025");
    BOOST_TEST(en("end of 2025") == "date 2025");
    BOOST_TEST(en("2025") == "date 2025");
    BOOST_TEST(en("some 2025 units") == "");
    BOOST_TEST(en("room 2025", in_time_field | want_times) == "date 2025");
    BOOST_TEST(fr("fin 2025") == "date 2025");
    BOOST_TEST(fr("à la mi-2025") == "date 2025");
    BOOST_TEST(fr("en 2025 puis en 2027") == "date 2025 | date 2027");
    BOOST_TEST(fr("en 2025, 2027 et 2029") == "date 2025 | date 2027 | date 2029");
    BOOST_TEST(en("in 2025 and 2027") == "date 2025 | date 2027");
    BOOST_TEST(en("in 2025 and again in 2027") == "date 2025 | date 2027");
    BOOST_TEST(en("in 1850") == "");
    BOOST_TEST(en("in 20255") == "");
}

BOOST_AUTO_TEST_CASE(periods) {
    BOOST_TEST(en("2025-2027") == "period 2025/2027");
    BOOST_TEST(en("2025 – 2027") == "period 2025/2027");
    BOOST_TEST(en("2024-25") == "period 2024/2025");
    BOOST_TEST(en("2024/25") == "period 2024/2025");
    BOOST_TEST(en("FY2025", in_time_field | want_times) == "date 2025");
    // They count from the beginning, where a time is asked for.
    BOOST_TEST(en("Year 1", in_time_field | want_times) == "ongoing Year 1");
    BOOST_TEST(en("Months 4–6", in_time_field | want_times) == "ongoing Months 4–6");
    BOOST_TEST(en("by COP-7", in_time_field | want_times) == "ongoing by COP-7");
    BOOST_TEST(en("first year", in_time_field | want_times) == "ongoing first year");
    BOOST_TEST(en("1st and 2nd years", in_time_field | want_times) == "ongoing 1st and 2nd years");
    BOOST_TEST(en("first six months", in_time_field | want_times) == "ongoing first six months");
    BOOST_TEST(en("twelve months following adoption", in_time_field | want_times) == "ongoing twelve months");
    BOOST_TEST(en("the first courses", in_time_field | want_times) == "");
    BOOST_TEST(en("last year", in_time_field | want_times) == "");
    BOOST_TEST(en("first year", want_times) == "");
    BOOST_TEST(en("Year 1 of it", want_times) == "");
    BOOST_TEST(en("Year 2026", in_time_field | want_times) == "date 2026");
    BOOST_TEST(en("XFY2025", in_time_field | want_times) == "");
    BOOST_TEST(en("FY2024/25") == "period 2024/2025");
    BOOST_TEST(en("FY 2025-26") == "period 2025/2026");
    BOOST_TEST(en("in FY26") == "date 2026");
    BOOST_TEST(en("FY25-27") == "period 2025/2027");
    BOOST_TEST(en("UNEP/FY24/25", want_references) == "reference symbol UNEP/FY24/25");
    BOOST_TEST(en("2010-11") == "period 2010/2011");
    BOOST_TEST(en("from 2025 to 2027") == "period 2025/2027");
    BOOST_TEST(en("between 2025 and 2027") == "period 2025/2027");
    BOOST_TEST(en("January 2025 to June 2026") == "period 2025-01/2026-06");
    BOOST_TEST(en("March to June 2025") == "period 2025-03/2025-06");
    BOOST_TEST(en("14-18 March 2025") == "period 2025-03-14/2025-03-18");
    BOOST_TEST(en("28 February – 3 March 2025") == "period 2025-02-28/2025-03-03");
    BOOST_TEST(fr("janvier 2025 – juin 2026") == "period 2025-01/2026-06");
    BOOST_TEST(fr("de janvier à juin 2026") == "period 2026-01/2026-06");
    BOOST_TEST(fr("entre 2025 et 2027") == "period 2025/2027");
    BOOST_TEST(fr("14 au 18 mars 2025") == "period 2025-03-14/2025-03-18");
    BOOST_TEST(fr("du 1er janvier 2025 au 30 juin 2026") == "period 2025-01-01/2026-06-30");
    BOOST_TEST(fr("de 2025 à 2027") == "period 2025/2027");
    BOOST_TEST(fr("T1 2025 – T3 2025") == "period 2025-Q1/2025-Q3");
    BOOST_TEST(en("2025-2023") == "");
    BOOST_TEST(en("2025-2023", in_time_field | want_times) == "period 2025/2023");
}

BOOST_AUTO_TEST_CASE(open_periods) {
    BOOST_TEST(en("by 2026") == "period /2026");
    BOOST_TEST(en("until March 2026") == "period /2026-03");
    BOOST_TEST(en("by the end of 2026") == "period /2026");
    BOOST_TEST(en("since 2019") == "period 2019/");
    BOOST_TEST(en("starting in January 2026") == "period 2026-01/");
    BOOST_TEST(fr("d'ici à 2026") == "period /2026");
    BOOST_TEST(fr("d’ici fin 2026") == "period /2026");
    BOOST_TEST(fr("jusqu'en 2026") == "period /2026");
    BOOST_TEST(fr("au plus tard le 31 décembre 2026") == "period /2026-12-31");
    BOOST_TEST(fr("à partir de janvier 2026") == "period 2026-01/");
    BOOST_TEST(fr("depuis 2019") == "period 2019/");
}

BOOST_AUTO_TEST_CASE(quarters_and_halves) {
    BOOST_TEST(en("Q3 2024") == "quarter 2024-Q3");
    BOOST_TEST(en("third quarter of 2024") == "quarter 2024-Q3");
    BOOST_TEST(en("1Q25") == "quarter 2025-Q1");
    BOOST_TEST(en("2024 Q3") == "quarter 2024-Q3");
    BOOST_TEST(en("first half of 2026") == "quarter 2026-H1");
    BOOST_TEST(fr("T3 2024") == "quarter 2024-Q3");
    BOOST_TEST(fr("1er trimestre 2025") == "quarter 2025-Q1");
    BOOST_TEST(fr("premier trimestre de 2025") == "quarter 2025-Q1");
    BOOST_TEST(fr("2e semestre 2025") == "quarter 2025-H2");
    BOOST_TEST(en("Q3") == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_date) {
    for (const std::string_view text : {"decision 24/3", "decisions 23/9, 24/3 and 27/12", "resolution 60/215", "UNEP/EA.4/3", "UNEP/GC.25/5/2009", "K1503183",
                                        "14 March", "24/3", "+33 1 44 37 14 50", "pp. 120-130", "pages 12-14", "ISO 14001:2015", "March", "may", "in March",
                                        "version 1.2.3", "tel. 2024 2026 15", "4-2-1", "2024 2026 150 000", "COVID-2019"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(en(text) == ""); }
    }
    BOOST_TEST(fr("décision 24/3 du 14 mars 2009") == "date 2009-03-14");
}

BOOST_AUTO_TEST_CASE(places_are_those_of_the_source) {
    BOOST_TEST(values_of("fr", "Échéance : le 1er  août 2025 ; coût : 150 000 €.", want_times | want_money, true) ==
               "date 2025-08-01 <1er  août 2025> | money 150000 EUR <150 000 €>");
    BOOST_TEST(values_of("fr", "réalisé d’ici à 2026.", want_times, true) == "period /2026 <d’ici à 2026>");
}

BOOST_AUTO_TEST_CASE(days_covered) {
    const auto days = [](ValueType type, std::string text) {
        const Days d = days_of({type, 0, 0, std::move(text), false});
        return d.first + " " + d.last;
    };
    BOOST_TEST(days(ValueType::date, "2024") == "2024-01-01 2024-12-31");
    BOOST_TEST(days(ValueType::date, "2024-02") == "2024-02-01 2024-02-29");
    BOOST_TEST(days(ValueType::date, "2025-06-31") == " ");
    BOOST_TEST(days(ValueType::date, "2025-03-14") == "2025-03-14 2025-03-14");
    BOOST_TEST(days(ValueType::quarter, "2024-Q3") == "2024-07-01 2024-09-30");
    BOOST_TEST(days(ValueType::quarter, "2024-H2") == "2024-07-01 2024-12-31");
    BOOST_TEST(days(ValueType::period, "2025-01/2026-06") == "2025-01-01 2026-06-30");
    BOOST_TEST(days(ValueType::period, "/2026") == " 2026-12-31");
    BOOST_TEST(days(ValueType::period, "2025/") == "2025-01-01 ");
    BOOST_TEST(days(ValueType::money, "2025") == " ");
    BOOST_TEST(is_calendar_date("2024-02-29"));
    BOOST_TEST(!is_calendar_date("2023-02-29"));
    BOOST_TEST(!is_calendar_date("2023-13-01"));
    BOOST_TEST(!is_calendar_date("2023-1-1"));
}

BOOST_AUTO_TEST_CASE(second_points_behind_words) {
    BOOST_TEST(en("mid-2026 to early 2028") == "period 2026/2028");
    BOOST_TEST(en("mid-2026 to the end of 2027") == "period 2026/2027");
    BOOST_TEST(en("Q1 FY2026 – Q4 FY2027") == "period 2026-Q1/2027-Q4");
    BOOST_TEST(en("FY2026 – FY2028") == "period 2026/2028");
    BOOST_TEST(en("FY 2025/26 – FY 2027/28") == "period 2025/2028");
    BOOST_TEST(en("2025/26") == "period 2025/2026");
    BOOST_TEST(fr("mi-2026 à début 2028") == "period 2026/2028");
    BOOST_TEST(en("from the 1 January 2025 to the 31 December 2028") == "period 2025-01-01/2028-12-31");
    // Months as they stand in a text that was translated in part.
    BOOST_TEST(values_of("ru", "в период January 2026 – December 2027", want_times) == "period 2026-01/2027-12");
    BOOST_TEST(values_of("zh", "September 30, 2026 前签约", want_times) == "date 2026-09-30");
    BOOST_TEST(fr("1er sem. 2026 – 2e sem. 2027") == "period 2026-H1/2027-H2");
    BOOST_TEST(values_of("ar", "من منتصف عام 2026 إلى نهاية عام 2028", want_times) == "period 2026/2028");
}

// A comma of another script leaves no space behind it; and what is said to be a period may run backwards.
BOOST_AUTO_TEST_CASE(behind_a_comma_without_space) {
    BOOST_TEST(values_of("zh", "挖井，a@lake.example.org，2027年底", want_times) == "date 2027");
    BOOST_TEST(values_of("zh", "挖井，abc，2027年", want_times) == "date 2027");
    BOOST_TEST(values_of("ru", "длится с 2028 по 2026 год", want_times) == "period 2028/2026");
    BOOST_TEST(en("The cycle 2025-2023 is over.") == "period 2025/2023");
    BOOST_TEST(en("Order 2025-2023 was sent.") == "");
    BOOST_TEST(fr("Le prix baisse de 2050 à 2000.") == "");
    BOOST_TEST(fr("Les travaux durent de 2027 à 2025.") == "period 2027/2025");
    BOOST_TEST(fr("passer de 2027 à 2025 lampes") == "");
    BOOST_TEST(values_of("ru", "в период 2027–2025 годов", want_times) == "period 2027/2025");
    BOOST_TEST(values_of("ar", "للفترة 2027-2025", want_times) == "period 2027/2025");
    BOOST_TEST(values_of("zh", "本周期为2027—2025年。", want_times) == "period 2027/2025");
}

// As spreadsheets write months.
BOOST_AUTO_TEST_CASE(months_with_two_digits_in_a_field_of_times) {
    BOOST_TEST(values_of("en", "Feb-26", want_times | in_time_field) == "date 2026-02");
    BOOST_TEST(values_of("es", "dic-27", want_times | in_time_field) == "date 2027-12");
    BOOST_TEST(values_of("en", "Jan-26 – Mar-27", want_times | in_time_field) == "period 2026-01/2027-03");
    BOOST_TEST(en("Feb-26") == "");
}

BOOST_AUTO_TEST_SUITE_END()
