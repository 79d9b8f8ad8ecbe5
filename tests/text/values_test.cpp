#define BOOST_TEST_DYN_LINK
#include "values_test.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(values)

using namespace plancheck;

BOOST_AUTO_TEST_CASE(recurrences) {
    const auto en = [](std::string_view text) { return values_of("en", text, want_recurrence); };
    const auto fr = [](std::string_view text) { return values_of("fr", text, want_recurrence); };
    for (const std::string_view text : {"biennial report", "biennially", "every two years", "every second year", "every other year", "once every two years", "two-yearly",
                                        "at two-year intervals", "each biennium", "2-yearly", "every 2 years", "every 24 months", "Every-two-years",
                                        "two-year periodicity", "a cycle of two years", "2-year reporting cycle", "in odd-numbered years", "two-year cycle"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(en(text) == "recurrence P2Y"); }
    }
    for (const std::string_view text : {"tous les deux ans", "rapport biennal", "rapports biennaux", "une fois tous les deux ans", "un an sur deux", "à intervalles de deux ans",
                                        "chaque exercice biennal", "tous les 2 ans", "une année sur deux", "tous les vingt-quatre mois", "périodicité de deux ans", "un cycle de deux ans", "chaque biennium",
                                        "les années impaires", "une fois en deux ans", "tous les deux exercices"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(fr(text) == "recurrence P2Y"); }
    }
    for (const std::string_view text : {"biannual", "bi-annually", "bi-yearly"}) BOOST_TEST(en(text) == "recurrence P2Y?");
    for (const std::string_view text : {"bisannuel", "biannuelle", "bisannuels"}) BOOST_TEST(fr(text) == "recurrence P2Y?");
    BOOST_TEST(en("semi-annual") == "recurrence P6M");
    BOOST_TEST(en("every six months") == "recurrence P6M");
    BOOST_TEST(en("twice a year") == "recurrence P6M");
    BOOST_TEST(en("annual") == "recurrence P1Y");
    BOOST_TEST(en("every twelve months") == "recurrence P1Y");
    BOOST_TEST(en("each year") == "recurrence P1Y");
    BOOST_TEST(en("quarterly") == "recurrence P3M");
    BOOST_TEST(en("every five years") == "recurrence P5Y");
    BOOST_TEST(en("regularly") == "recurrence P");
    BOOST_TEST(fr("tous les cinq ans") == "recurrence P5Y");
    BOOST_TEST(fr("une fois l’an") == "recurrence P1Y");
    BOOST_TEST(fr("tous les six mois") == "recurrence P6M");
    BOOST_TEST(fr("semestriel") == "recurrence P6M");
    for (const std::string_view text : {"two-year term", "a two year project", "the biennium 2024-2025", "every partner", "every two partners"}) BOOST_TEST(en(text) == "");
    for (const std::string_view text : {"mandat de deux ans", "projet de deux ans", "tous les partenaires", "tous les deux", "en 2025 puis en 2027"}) BOOST_TEST(fr(text) == "");
}

BOOST_AUTO_TEST_CASE(money) {
    const auto en = [](std::string_view text, std::uint32_t wanted = want_money) { return values_of("en", text, wanted); };
    const auto fr = [](std::string_view text, std::uint32_t wanted = want_money) { return values_of("fr", text, wanted); };
    BOOST_TEST(en("US$ 150,000") == "money 150000 USD");
    BOOST_TEST(en("USD 150 000") == "money 150000 USD");
    BOOST_TEST(en("150,000.50 US dollars") == "money 150000.5 USD");
    BOOST_TEST(en("$1.5 million") == "money 1500000 USD");
    BOOST_TEST(en("€2m") == "money 2000000 EUR");
    BOOST_TEST(en("20k euros") == "money 20000 EUR");
    BOOST_TEST(en("KES 1,250,000") == "money 1250000 KES");
    BOOST_TEST(en("90 million tenge") == "money 90000000 KZT");
    BOOST_TEST(en("2,500 rupees") == "money 2500 XXX");
    BOOST_TEST(en("USD 3–4 million") == "money 3000000 USD | money 4000000 USD");
    BOOST_TEST(en("400-450 thousand euros") == "money 400000 EUR | money 450000 EUR");
    BOOST_TEST(en("EUR 1,200-1,500") == "money 1200 EUR | money 1500 EUR");
    BOOST_TEST(en("2026-2028 EUR 300") == "money 300 EUR");
    BOOST_TEST(en("1 billion yen") == "money 1000000000 JPY");
    BOOST_TEST(en("0.25 million USD") == "money 250000 USD");
    BOOST_TEST(en("150.000 EUR") == "money 150 EUR?");
    BOOST_TEST(fr("150 000 dollars") == "money 150000 USD");
    BOOST_TEST(fr("150\u202F000 €") == "money 150000 EUR");
    BOOST_TEST(fr("1,5 million de dollars des États-Unis") == "money 1500000 USD");
    BOOST_TEST(fr("2 milliards d'euros") == "money 2000000000 EUR");
    BOOST_TEST(fr("30 milliers de francs CFA") == "money 30000 XOF");
    BOOST_TEST(fr("1.234.567,89 EUR") == "money 1234567.89 EUR");
    BOOST_TEST(fr("20 k€") == "money 20000 EUR");
    BOOST_TEST(en("500 kEUR") == "money 500000 EUR");
    BOOST_TEST(en("KUSD 20") == "money 20000 USD");
    BOOST_TEST(fr("1,2 MEUR") == "money 1200000 EUR");
    BOOST_TEST(en("500 keur") == "");
    BOOST_TEST(en("500 skUSD") == "");
    BOOST_TEST(fr("12 000 francs suisses") == "money 12000 CHF");
    BOOST_TEST(fr("150 000") == "");
    BOOST_TEST(fr("150 000", want_money | in_money_field) == "money 150000?");
    BOOST_TEST(en("2 million people") == "");
    BOOST_TEST(en("usd 5 all 6") == "money 5 USD");
    // A currency and a conference have one abbreviation.
    BOOST_TEST(en("COP 5 in Geneva") == "");
    BOOST_TEST(en("COP 5 million") == "money 5000000 COP");
    BOOST_TEST(en("COP 250,000") == "money 250000 COP");
    BOOST_TEST(fr("lors de la COP 6") == "");
    BOOST_TEST(values_of("en", "COP 50", want_all | in_money_field) == "money 50 COP");
    BOOST_TEST(en("all 6 partners") == "");
}

BOOST_AUTO_TEST_CASE(numbers_with_a_unit) {
    BOOST_TEST(values_of("en", "a cut of 30 % or 12.5 per cent", want_numbers) == "percentage 30 % | percentage 12.5 %");
    BOOST_TEST(values_of("fr", "une baisse de 12,5 pour cent, 30\u00A0%", want_numbers) == "percentage 12.5 % | percentage 30 %");
    BOOST_TEST(values_of("en", "12 km, 1,200 tonnes, 5 workshops", want_numbers) == "quantity 12 km | quantity 1200 t | quantity 5 events");
    BOOST_TEST(values_of("fr", "15 pays et 3 ateliers en 2025", want_numbers) == "quantity 15 countries | quantity 3 events");
    BOOST_TEST(values_of("en", "in 2025 workshops were held", want_numbers | want_times) == "date 2025");
    BOOST_TEST(values_of("en", "12 of 30", want_numbers) == "");
}

BOOST_AUTO_TEST_CASE(contacts) {
    const auto en = [](std::string_view text, std::uint32_t wanted = want_contacts) { return values_of("en", text, wanted); };
    BOOST_TEST(en("Write to Lead@Area.Example.org.") == "email lead@area.example.org");
    BOOST_TEST(en("<a.b+c@mail.example.org>, d@example.int") == "email a.b+c@mail.example.org | email d@example.int");
    BOOST_TEST(en("broken@example") == "email broken@example?");
    BOOST_TEST(en("a@b@example.org") == "email a@b?");
    BOOST_TEST(en("@handle") == "");
    BOOST_TEST(en("zhang#lake.example.org") == "masked zhang#lake.example.org");
    BOOST_TEST(en("Issue #12 of lake.report") == "");
    BOOST_TEST(en("[email protected]") == "masked [email protected]");
    BOOST_TEST(en("[email\u00A0protected]") == "masked [email\u00A0protected]");
    for (const std::string address : {"name @ lake.example.org", "anna(a)lake.example.org"}) BOOST_TEST(en(address) == "masked " + address);
    BOOST_TEST(en("Write to them (anna at lake.example).", want_contacts) == "masked anna at lake.example");
    BOOST_TEST(en("They met at lake.example in May.", want_contacts) == "");
    for (const std::string address : {"anna at lake.example", "anna AT lake DOT example", "anna.bell at lake dot example dot org"}) BOOST_TEST(en(address, want_contacts | in_contact_field) == "masked " + address);
    BOOST_TEST(en("Ms Bell at lake.example", want_contacts | in_contact_field) == "");
    BOOST_TEST(values_of("zh", "请联系zhang艾特lake.example。", want_contacts) == "masked zhang艾特lake.example");
    BOOST_TEST(values_of("ar", "anna آت lake.example", want_contacts) == "masked anna آت lake.example");
    BOOST_TEST(values_of("ru", "anna собака ozero точка example", want_contacts | in_contact_field) == "masked anna собака ozero точка example");
    const Language& english = *Languages::built_in().find("en");
    for (const std::string text : {"Ms Roe (roe at lake.example)", "roe[at]lake.example.org", "roe (AT) lake.example.org", "zhang#lake.example.org", "roe@lake.example.org", "[email protected]"}) BOOST_TEST(holds_mail(text, english), text);
    for (const std::string text : {"Lake Institute (LI)", "It meets (at noon) in Geneva, e.g. in May.", "See www.lake.example.org", "(a) a survey"}) BOOST_TEST(!holds_mail(text, english), text);
    BOOST_TEST(en("lead(at)example.org") == "masked lead(at)example.org");
    BOOST_TEST(en("lead [at] example [dot] org") == "masked lead [at] example [dot] org");
    BOOST_TEST(values_of("fr", "prenom.nom chez example.org", want_contacts) == "masked prenom.nom chez example.org");
    BOOST_TEST(en("we meet at example.org") == "web example.org");
    BOOST_TEST(en("https://www.Example.org/Path/A.html, www.example.int") == "web www.example.org/Path/A.html | web www.example.int");
    BOOST_TEST(en("see (http://example.org/).") == "web example.org");
    BOOST_TEST(en("e.g. this.that and 3.5") == "");
    BOOST_TEST(en("+254 20 762 1234") == "telephone +254207621234");
    BOOST_TEST(en("+33 (0)1 44 37 14 50") == "telephone +33144371450");
    BOOST_TEST(en("Tel.: 020 7946 0000") == "telephone 02079460000");
    BOOST_TEST(en("020 7946 0000") == "");
    BOOST_TEST(en("020 7946 0000", want_contacts | in_telephone_field) == "telephone 02079460000");
    // Where a contact is asked for, what is dialled at home is one; amounts, years and days are none.
    BOOST_TEST(en("Ada Sample, 020 7946 0000", want_contacts | in_contact_field) == "telephone 02079460000");
    BOOST_TEST(en("Ada Sample, 555-010-1020", want_contacts | in_contact_field) == "telephone 5550101020");
    BOOST_TEST(en("(0221) 555 0102", want_contacts | in_contact_field) == "telephone 02215550102");
    BOOST_TEST(en("27 22 55 01 03", want_contacts | in_contact_field) == "telephone 2722550103");
    BOOST_TEST(en("604 555 0142", want_contacts | in_contact_field) == "telephone 6045550142");
    BOOST_TEST(en("2024 2026 150 000", want_contacts | in_contact_field) == "");
    BOOST_TEST(en("01.02.2025", want_contacts | in_contact_field) == "");
    BOOST_TEST(en("150 000 000", want_contacts | in_contact_field) == "");
    BOOST_TEST(en("020 7946 0000") == "");
    BOOST_TEST(en("2024 2026 150 000") == "");
    BOOST_TEST(en("+5 %") == "");
    BOOST_TEST(values_of("fr", "Tél. : 01 44 37 14 50, courriel : x@example.org", want_contacts) == "telephone 0144371450 | email x@example.org");
}

BOOST_AUTO_TEST_CASE(references) {
    const auto en = [](std::string_view text) { return values_of("en", text, want_references); };
    BOOST_TEST(en("decision 24/3") == "reference decision 24/3");
    BOOST_TEST(en("decisions 23/9, 24/3 and 25/5") == "reference decision 23/9 | reference decision 24/3 | reference decision 25/5");
    BOOST_TEST(en("General Assembly resolution 60/215") == "reference resolution 60/215");
    BOOST_TEST(en("(UNEP/EA.4/3)") == "reference symbol UNEP/EA.4/3");
    BOOST_TEST(values_of("fr", "les décisions 24/3 et 27/12 du CA", want_references) == "reference decision 24/3 | reference decision 27/12");
    BOOST_TEST(en("and/or 24/3") == "");
}

BOOST_AUTO_TEST_CASE(ongoing_and_unset) {
    BOOST_TEST(values_of("en", "Ongoing", want_times) == "ongoing Ongoing");
    BOOST_TEST(values_of("en", "under way since 2024", want_times) == "ongoing under way | period 2024/");
    BOOST_TEST(values_of("fr", "en cours, permanente", want_times) == "ongoing en cours | ongoing permanente");
    for (const std::string_view text : {"TBD", "to be confirmed", "To be designated", "t.b.d.", "vacant", "___", "xxx", "??"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(values_of("en", text) == "unset " + std::string(text)); }
    }
    for (const std::string_view text : {"à désigner", "à confirmer", "À PRÉCISER", "en cours de désignation", "non encore désigné"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(values_of("fr", text) == "unset " + std::string(text)); }
    }
    BOOST_TEST(values_of("en", "") == "");
    BOOST_TEST(values_of("en", "-") == "");
}

BOOST_AUTO_TEST_CASE(names) {
    const auto en = [](std::string_view text) { return values_of("en", text, want_names | want_contacts); };
    const auto fr = [](std::string_view text) { return values_of("fr", text, want_names | want_contacts); };
    BOOST_TEST(en("Ms. Given Family") == "person Ms. Given Family");
    BOOST_TEST(en("Dr Given FAMILY – Institute of Clean Towns (ICT)") == "person Dr Given FAMILY | organisation Institute of Clean Towns | organisation ICT");
    BOOST_TEST(en("Given FAMILY, given@example.org") == "person Given FAMILY? | email given@example.org");
    BOOST_TEST(fr("Mme Prénom Famille (Ministère de l'environnement)") == "person Mme Prénom Famille | organisation Ministère de l'environnement");
    BOOST_TEST(fr("M. A. Famille") == "person M. A. Famille");
    BOOST_TEST(fr("Institut des villes propres (IVP) ; ONUDI") == "organisation Institut des villes propres | organisation IVP | organisation ONUDI");
    BOOST_TEST(en("to be named") == "");
    BOOST_TEST(en("E-mail: a@example.org") == "email a@example.org");
    BOOST_TEST(en("some words") == "");
    BOOST_TEST(en("Lead: Ms Given Family") == "person Ms Given Family");
}

// Numbers of islands and districts are short: behind a label.
BOOST_AUTO_TEST_CASE(short_telephone_numbers) {
    BOOST_TEST(values_of("en", "tel. 28 305", want_contacts) == "telephone 28305");
    BOOST_TEST(values_of("ru", "тел. 2-15-80", want_contacts) == "telephone 21580");
    BOOST_TEST(values_of("en", "mobile: 25 000 units", want_contacts) == "");
    BOOST_TEST(values_of("en", "28 305", want_contacts) == "");
}

BOOST_AUTO_TEST_CASE(every_type_has_a_name) {
    BOOST_TEST(name(ValueType::text) == "text");
    BOOST_TEST(name(ValueType::organisation) == "organisation");
    BOOST_TEST(name(ValueType::unset) == "unset");
}

BOOST_AUTO_TEST_CASE(hostile_text_is_total) {
    std::string text;
    for (const std::string_view piece : {"(at)", "1/", "@", "+", "2025-", "[", "every ", "tel. ", "\xFF", "https://", "$"}) {
        for (int i = 0; i < 500; ++i) text += piece;
    }
    for (const std::string_view tag : {"en", "fr"}) {
        for (const Value& value : find_values(text, *Languages::built_in().find(tag), 0xFFFF)) {
            BOOST_TEST(value.begin < value.end);
            BOOST_TEST(value.end <= text.size());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
