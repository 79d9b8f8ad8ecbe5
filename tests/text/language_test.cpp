#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/language.hpp"
#include "text/messages.hpp"
#include "text/stored_language.hpp"

using namespace plancheck;

namespace {

std::string detected(std::string_view text) {
    const Detection d = detect_language(text, Languages::built_in());
    return d.tag + (d.mixed ? " mixed" : "");
}

std::string refusal(std::string_view xml) {
    const EmbeddedFile files[] = {{"lib/languages/xx.xml", xml}};
    try {
        const Languages languages(files);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "accepted";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(languages)

// What the built-in ones put off to the first use: every term and message is taken apart here.
BOOST_AUTO_TEST_CASE(all_that_is_built_in_is_well_formed) {
    const Languages at_once(embedded_files());
    BOOST_REQUIRE(at_once.all().size() == Languages::built_in().all().size());
    for (std::size_t i = 0; i < at_once.all().size(); ++i) {
        const Language &now = *at_once.all()[i], &later = *Languages::built_in().all()[i];
        BOOST_TEST(now.tag == later.tag);
        BOOST_TEST((later.words.well_formed() && later.connectors.well_formed() && later.negations.well_formed()));
        BOOST_TEST(now.words.size() == later.words.size());
        BOOST_TEST(now.connectors.size() == later.connectors.size());
        BOOST_TEST(now.negations.size() == later.negations.size());
        BOOST_TEST(now.messages.keys() == later.messages.keys(), boost::test_tools::per_element());
        for (const std::string_view key : now.messages.keys()) BOOST_TEST(now.messages.arguments(key) == later.messages.arguments(key), boost::test_tools::per_element());
        stored::Writer of_files, as_built_in;
        of_files(now);
        as_built_in(later);
        BOOST_TEST((of_files.bytes() == as_built_in.bytes()), now.tag);
    }
}

BOOST_AUTO_TEST_CASE(built_in_languages) {
    const Languages& all = Languages::built_in();
    BOOST_REQUIRE(all.find("en") != nullptr);
    BOOST_REQUIRE(all.find("fr") != nullptr);
    BOOST_TEST(all.find("fr-CA") == all.find("fr"));
    BOOST_TEST(all.find("FR_fr") == all.find("fr"));
    BOOST_TEST(all.find("xx") == nullptr);
    BOOST_TEST(all.find("") == nullptr);
    BOOST_TEST(all.find("f") == nullptr);
    BOOST_TEST(all.find("fr")->name == "français");
    // Every language has the words that values cannot do without.
    for (const auto& language : all.all()) {
        BOOST_TEST_CONTEXT("language: " << language->tag) {
            for (const WordKind kind : {WordKind::month, WordKind::quarter, WordKind::ongoing, WordKind::unset, WordKind::recurrence, WordKind::every, WordKind::currency,
                                        WordKind::multiplier, WordKind::unit_of_time, WordKind::number_word, WordKind::decision, WordKind::person_title}) {
                BOOST_TEST(!language->details[static_cast<std::size_t>(kind)].empty());
            }
            BOOST_TEST(language->details[static_cast<std::size_t>(WordKind::month)].size() == 12U);
            BOOST_TEST(language->stop_words.size() > 30U);
            BOOST_TEST(language->cues.size() >= 4U);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_message_stands_in_every_language_with_the_same_arguments) {
    const MessageCatalogue& english = Languages::built_in().find("en")->messages;
    for (const auto& language : Languages::built_in().all()) {
        BOOST_TEST_CONTEXT("language: " << language->tag) {
            BOOST_TEST(language->messages.keys() == english.keys(), boost::test_tools::per_element());
            for (const std::string_view key : english.keys()) {
                BOOST_TEST_CONTEXT("key: " << key) {
                    BOOST_TEST(language->messages.arguments(key) == english.arguments(key), boost::test_tools::per_element());
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(faults_of_a_language_file_are_told) {
    BOOST_TEST(refusal("<language tag='xx' name='X' dates='day-first'/>") == "accepted");
    BOOST_TEST(refusal("<language").starts_with("lib/languages/xx.xml: "));
    BOOST_TEST(refusal("<lang/>") == "lib/languages/xx.xml: the root is no <language>");
    BOOST_TEST(refusal("<language tag='xx' dates='day-first'/>") == "lib/languages/xx.xml: tag and name are needed");
    BOOST_TEST(refusal("<language tag='xx' name='X'/>") == "lib/languages/xx.xml: dates is one of day-first, month-first, year-first, ambiguous");
    BOOST_TEST(refusal("<language tag='xx' name='X' dates='day-first'><word/></language>") == "lib/languages/xx.xml: unknown element <word>");
    BOOST_TEST(refusal("<language tag='xx' name='X' dates='day-first'><words kind='moon'>a</words></language>") == "lib/languages/xx.xml: <words> of unknown kind moon");
    BOOST_TEST(refusal("<language tag='xx' name='X' dates='day-first'><words kind='month'>(a</words></language>") == "lib/languages/xx.xml: bad terms: (a");
    BOOST_TEST(refusal("<language tag='xx' name='X' dates='day-first'><messages><message key='a'>{b</message></messages></language>").starts_with("message a (xx): "));
}

BOOST_AUTO_TEST_CASE(detection) {
    BOOST_TEST(detected("The area prepares a report for the partners and sends it to the secretariat by the end of the year.") == "en");
    BOOST_TEST(detected("Le domaine établit un rapport pour les partenaires et le transmet au secrétariat avant la fin de l'année.") == "fr");
    BOOST_TEST(detected("Партнеры представляют доклад о проделанной работе каждые два года.") == "ru");
    BOOST_TEST(detected("Партнёры проводят совещание раз в год, и руководитель области сообщает секретариату о том, что было сделано.") == "ru");
    BOOST_TEST(detected("Партнери подають доповідь про виконану роботу кожні два роки, і керівник області надсилає її до секретаріату.") == "uk");
    BOOST_TEST(detected("Партньорите представят доклад за извършената работа на всеки две години и ръководителят го изпраща на секретариата.") == "bg");
    BOOST_TEST(detected("يقدم الشركاء تقريرا كل سنتين إلى الأمانة") == "ar");
    BOOST_TEST(detected("شرکا هر دو سال یک بار گزارشی درباره کارهای انجام شده به دبیرخانه ارائه می کنند و آن را برای همه می فرستند.") == "fa");
    BOOST_TEST(detected("شراکت دار ہر دو سال میں ایک بار اپنے کام کی رپورٹ سیکرٹریٹ کو دیتے ہیں اور یہ سب کے لیے ہے۔") == "ur");
    BOOST_TEST(detected("合作伙伴每两年向秘书处提交一份报告。") == "zh");
    BOOST_TEST(detected("パートナーは二年ごとに報告書を提出する") == "ja");
    BOOST_TEST(detected("") == "und");
    BOOST_TEST(detected("123 456 – 7") == "und");
    BOOST_TEST(detected("Partnerzy przedstawiają sprawozdanie sekretariatowi co dwa lata zgodnie z decyzją podjętą przez radę programu") == "und");
}

BOOST_AUTO_TEST_CASE(several_languages) {
    const std::string_view paragraphs[] = {"The partners of the area send a report to the secretariat and to the lead of the area.",
                                           "Les partenaires du domaine transmettent un rapport au secrétariat et au chef de file.", "Mercury", "2025"};
    const Detection d = detect_language(paragraphs, Languages::built_in());
    BOOST_TEST(d.mixed);
    BOOST_REQUIRE(d.shares.size() == 2U);
    BOOST_TEST(d.shares[0].second + d.shares[1].second > 0.99);
    BOOST_TEST(d.confidence == d.shares[0].second);
    // Short lines together say what none says alone.
    const std::string_view lines[] = {"Énoncé de la question", "Objectif du domaine", "Mobilisation des ressources"};
    BOOST_TEST(detect_language(lines, Languages::built_in()).tag == "fr");
}

BOOST_AUTO_TEST_CASE(addresses_are_of_no_language) {
    // The address is the longer part of the line, and the line Chinese.
    BOOST_TEST(detected("联系人：环境规划署化学品与健康司 chemicals@unep.example.org") == "zh");
    const std::string_view partners[] = {"The partners of the area send a report to the secretariat.",
                                         "Zorin a.zorin@lab.example.org, Kalb m.kalb@glas.example.org, Ndiaye f.ndiaye@eau.example.org, Roux r@x.example"};
    const Detection d = detect_language(partners, Languages::built_in());
    BOOST_TEST(d.tag == "en");
    BOOST_TEST(!d.mixed);
    // The same said in two languages is half and half, though one has 27 signs and the other 76 letters.
    const std::string_view both[] = {"伙伴关系领域的牵头方和联合牵头方共同起草并审查业务计划。", "The lead and the co-lead of the partnership area draft and review the business plan together."};
    BOOST_TEST(detect_language(both, Languages::built_in()).tag == "zh");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(messages)

BOOST_AUTO_TEST_CASE(plurals_and_arguments) {
    MessageCatalogue en("en");
    en.add("above", "{title} has {count, plural, one {# word} other {# words}}, {excess} more than {limit}");
    en.add("exact", "{n, plural, =0 {none} =1 {one} one {#!} other {# of many}}");
    en.add("offset", "{n, plural, offset:1 =0 {nobody} =1 {you} one {you and # other} other {you and # others}}");
    en.add("choice", "{kind, select, effort {the effort {name}} co_lead {the co-lead {name}} other {the item {name}}}");
    en.add("place", "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}");
    en.add("quote", "it''s '{'plain'}' {a}");
    const MessageArgument above[] = {{"title", "I. Issue"}, {"count", std::int64_t{1263}}, {"excess", std::int64_t{13}}, {"limit", std::int64_t{1250}}, {"unused", "x"}};
    BOOST_TEST(en.format("above", above) == "I. Issue has 1263 words, 13 more than 1250");
    const auto with = [&](std::string_view key, std::int64_t n) {
        const MessageArgument given[] = {{"n", n}};
        return en.format(key, given);
    };
    BOOST_TEST(with("exact", 0) == "none");
    BOOST_TEST(with("exact", 1) == "one");
    BOOST_TEST(with("exact", 2) == "2 of many");
    BOOST_TEST(with("offset", 0) == "nobody");
    BOOST_TEST(with("offset", 1) == "you");
    BOOST_TEST(with("offset", 2) == "you and 1 other");
    BOOST_TEST(with("offset", 5) == "you and 4 others");
    BOOST_TEST(with("place", 2) == "2nd");
    BOOST_TEST(with("place", 11) == "11th");
    const MessageArgument effort[] = {{"kind", "effort"}, {"name", "A"}};
    const MessageArgument other[] = {{"kind", "partner"}, {"name", "B"}};
    const MessageArgument hyphen[] = {{"kind", "co-lead"}, {"name", "C"}};
    BOOST_TEST(en.format("choice", effort) == "the effort A");
    BOOST_TEST(en.format("choice", other) == "the item B");
    BOOST_TEST(en.format("choice", hyphen) == "the co-lead C");
    const MessageArgument a[] = {{"a", "é {b}"}};
    BOOST_TEST(en.format("quote", a) == "it's {plain} é {b}");
    BOOST_TEST((en.keys() == std::vector<std::string_view>{"above", "choice", "exact", "offset", "place", "quote"}));
    BOOST_TEST((en.arguments("above") == std::vector<std::string_view>{"count", "excess", "limit", "title"}));
    BOOST_TEST(en.arguments("missing").empty());
    BOOST_TEST(en.has("above"));
    BOOST_TEST(!en.has("missing"));
}

BOOST_AUTO_TEST_CASE(long_numbers_have_groups) {
    MessageCatalogue fr("fr");
    fr.add("k", "{a, number} {b} {n, plural, one {# mot} other {# mots}}");
    const auto with = [&](std::string_view a, std::int64_t n) {
        const MessageArgument given[] = {{"a", a}, {"b", a}, {"n", n}};
        return fr.format("k", given);
    };
    BOOST_TEST(with("1990000", 12000) == "1990000 1990000 12000 mots");
    fr.write_numbers("\u202F", ',');
    BOOST_TEST(with("1990000", 12000) == "1\u202F990\u202F000 1990000 12\u202F000 mots");
    BOOST_TEST(with("-10000.50", 1) == "-10\u202F000,50 -10000.50 1 mot");
    // Four digits may be a year; what is no decimal is left alone.
    BOOST_TEST(with("2025", 9999) == "2025 2025 9999 mots");
    for (const std::string_view text : {"12000 EUR", "1.2.3", "10000.", "-", ""}) BOOST_TEST(with(text, 2) == std::string(text) + ' ' + std::string(text) + " 2 mots");
}

BOOST_AUTO_TEST_CASE(plural_rules_are_those_of_the_language) {
    const auto form = [](std::string_view tag, std::int64_t n) {
        MessageCatalogue catalogue(tag);
        catalogue.add("k", "{n, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}");
        const MessageArgument given[] = {{"n", n}};
        return catalogue.format("k", given);
    };
    BOOST_TEST(form("fr", 0) == "one");
    BOOST_TEST(form("en", 0) == "other");
    BOOST_TEST(form("ru", 3) == "few");
    BOOST_TEST(form("ru", 5) == "many");
    BOOST_TEST(form("ar", 2) == "two");
    BOOST_TEST(form("ar", 11) == "many");
    BOOST_TEST(form("zh", 1) == "other");
}

BOOST_AUTO_TEST_CASE(texts_in_a_message_from_right_to_left_stand_between_isolates) {
    MessageCatalogue ar("ar");
    ar.add("k", "القسم «{text}»: {n}{more}");
    ar.isolate_texts(true);
    const auto with = [&](std::string_view text) {
        const MessageArgument given[] = {{"text", text}, {"n", std::int64_t{3}}, {"more", ""}};
        return ar.format("k", given);
    };
    BOOST_TEST(with("II. Objective") == "القسم «\u2068II. Objective\u2069»: 3");
    // Nothing in the text ends its isolate or turns what follows; whole isolates in it stay.
    BOOST_TEST(with("a\u2069\u202Eb\u2068c") == "القسم «\u2068abc\u2069»: 3");
    BOOST_TEST(with("a \u2068b\u2069") == "القسم «\u2068a \u2068b\u2069\u2069»: 3");
}

BOOST_AUTO_TEST_CASE(faults) {
    MessageCatalogue en("en");
    for (const std::string_view wrong : {"{", "{a", "{a, plural}", "{a, plural, one {x}}", "{a, number, integer}", "{a, date}", "{0}", "{a, select, b {c}}"}) {
        BOOST_TEST_CONTEXT("pattern: " << wrong) { BOOST_CHECK_THROW(en.add("k", wrong), std::runtime_error); }
    }
    en.add("k", "{a} {n, plural, other {#}}");
    BOOST_CHECK_THROW(en.add("k", "again"), std::runtime_error);
    const MessageArgument text[] = {{"a", "x"}, {"n", "y"}};
    const MessageArgument missing[] = {{"a", "x"}};
    BOOST_CHECK_THROW(en.format("k", text), std::invalid_argument);
    BOOST_CHECK_THROW(en.format("k", missing), std::invalid_argument);
    BOOST_CHECK_THROW(en.format("none", text), std::out_of_range);
}

BOOST_AUTO_TEST_SUITE_END()
