// Documents that are no filled-in plan each get a clear answer of their own, told once: the blank template, a plan in a
// language that the template lacks, a document that is something else.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <sstream>

#include "plancheck/validator.hpp"
#include "support/cases.hpp"
#include "support/reports.hpp"
#include "template/example.hpp"
#include "text/language.hpp"

#include <pugixml.hpp>

namespace plancheck {

BOOST_AUTO_TEST_SUITE(answers)

namespace {

using namespace support;

Report report_of(const std::string& text, const std::string& form = "gmp-annex2", const std::string& language = {}) {
    Options options;
    options.template_id = form;
    options.document_language = language;
    Report report = Validator(options).validate(text, "plan.md");
    keep_report(to_json(report));
    return report;
}

std::vector<std::string> prompts(const std::string& language) {
    std::vector<std::string> found;
    pugi::xml_document document;
    document.load_string(std::string(built_in_template_xml("gmp-annex2")).c_str());
    for (const pugi::xml_node prompt : document.document_element().child("guidance").children("prompt"))
        if (prompt.attribute("lang").value() == language) found.emplace_back(prompt.child_value());
    return found;
}

struct Renaming : pugi::xml_tree_walker {
    std::string_view of, to;
    std::vector<pugi::xml_node> others;
    bool for_each(pugi::xml_node& node) override {
        pugi::xml_attribute language = node.attribute("lang");
        if (!language) return true;
        if (language.value() == of) language.set_value(std::string(to).c_str());
        else others.push_back(node);
        return true;
    }
};

// A template that speaks one language, called by another name.
std::string as_language(const std::string& form, std::string_view of, std::string_view to) {
    pugi::xml_document document;
    document.load_string(std::string(built_in_template_xml(form)).c_str(), pugi::parse_full);
    Renaming renaming;
    renaming.of = of;
    renaming.to = to;
    document.traverse(renaming);
    for (pugi::xml_node node : renaming.others) node.parent().remove_child(node);
    pugi::xml_node root = document.document_element();
    root.attribute("languages").set_value(std::string(to).c_str());
    root.attribute("default-language").set_value(std::string(to).c_str());
    std::ostringstream xml;
    document.save(xml, "", pugi::format_raw);
    return xml.str();
}

// The form as an author gets it: titles, and below each what is to be written there.
std::string blank(const std::string& language) {
    const Template& form = form_of();
    const std::vector<std::string> to_write = prompts(language);
    std::string text = "# " + std::string(form.name.exactly(language)) + "\n\n";
    for (std::size_t i = 0; i < form.sections.size(); ++i) {
        text += "## " + form.sections[i].numeral + ". " + form.sections[i].titles_in(language)->title + "\n\n";
        text += to_write.at(i) + "\n\n";
    }
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_malformed_address_is_quoted_without_the_words_around_it) {
    const auto quoted = [](const std::string& language, const std::string& address, const std::string& other) {
        std::string text = sample_plan(form_of(), language);
        const std::size_t at = text.rfind(address);
        BOOST_REQUIRE(at != std::string::npos);
        const Report report = report_of(text.replace(at, address.size(), other));
        for (const Diagnostic& one : report.diagnostics)
            if (one.requirement == "plan/addresses-valid") return one.location.quote;
        return std::string();
    };
    BOOST_TEST(quoted("zh", "courses@clearhealth.example.org", "courses@clear。") == "courses@clear");
    BOOST_TEST(quoted("zh", "courses@clearhealth.example.org", "网址：http://clear。") == "http://clear");
    BOOST_TEST(quoted("ar", "courses@clearhealth.example.org", "courses@clear، وغيرها") == "courses@clear");
    BOOST_TEST(quoted("en", "courses@clearhealth.example.org", "(courses@clear).") == "courses@clear");
}

BOOST_AUTO_TEST_CASE(the_blank_template_is_told_as_guidance_left) {
    for (const std::string language : {"en", "fr"}) {
        const Report report = report_of(blank(language));
        BOOST_TEST(report.language == language);
        BOOST_TEST(outcome_of(report, "plan/guidance-left") == "fail");
        BOOST_TEST((report.verdict == Verdict::fail || report.verdict == Verdict::review));
        std::vector<std::string> sections;
        for (const Diagnostic& one : report.diagnostics)
            if (one.requirement == "plan/guidance-left") sections.push_back(one.location.words.substr(0, one.location.words.find(',')));
        BOOST_CHECK_MESSAGE(sections.size() == form_of().sections.size(), described(report));
    }
}

// Titles and, below each, an answer that says little; with what was to be written there left standing, or without.
std::string hardly_filled(const std::string& language, const std::string& answer, bool prompted) {
    const Template& form = form_of();
    const std::vector<std::string> to_write = prompts(language);
    std::string text = "# " + std::string(form.name.exactly(language)) + "\n\n";
    for (std::size_t i = 0; i < form.sections.size(); ++i) {
        text += "## " + form.sections[i].numeral + ". " + form.sections[i].titles_in(language)->title + "\n\n";
        if (prompted) text += to_write.at(i) + "\n\n";
        text += answer + "\n\n";
    }
    return text;
}

BOOST_AUTO_TEST_CASE(guidance_that_was_left_standing_answers_nothing) {
    const std::pair<std::string, std::string> answers[] = {{"en", "The text of this part will be agreed by the group."}, {"fr", "Le texte de cette partie sera arrêté par le groupe."},
                                                           {"es", "El texto de esta parte lo acordará el grupo."}, {"ru", "Текст этой части согласует группа."},
                                                           {"ar", "سيتفق الفريق على نص هذا الجزء."}, {"zh", "本部分的文字将由小组商定。"}};
    for (const auto& [language, answer] : answers) {
        const Report without = report_of(hardly_filled(language, answer, false), "gmp-annex2", language), with = report_of(hardly_filled(language, answer, true), "gmp-annex2", language);
        BOOST_REQUIRE_EQUAL(with.requirements.size(), without.requirements.size());
        for (std::size_t i = 0; i < with.requirements.size(); ++i)
            if (with.requirements[i].id != "plan/guidance-left")
                BOOST_CHECK_MESSAGE(with.requirements[i].outcome == without.requirements[i].outcome, language + ' ' + with.requirements[i].id);
        BOOST_TEST(outcome_of(with, "plan/guidance-left") == "fail");
        BOOST_REQUIRE_EQUAL(with.items.size(), without.items.size());
        for (std::size_t i = 0; i < with.items.size(); ++i) BOOST_TEST(with.items[i].title == without.items[i].title);
    }
}

// "What went well or not" denies nothing of what follows; and what the blank itself says of funds marks an effort.
BOOST_AUTO_TEST_CASE(what_people_write_into_the_blank) {
    const auto process = [](const std::string& language, const std::string& said) {
        std::string text = sample_plan(form_of(), language);
        const std::size_t begin = text.find("\n", text.find("## VIII. ")), end = text.find("## IX. ");
        return outcome_of(report_of(text.replace(begin, end - begin, "\n\n" + said + "\n\n")), "process/adjustment");
    };
    BOOST_TEST(process("fr", "La réunion fait le bilan, regarde ce qui a marché ou non, et ajuste les délais et les priorités.") == "pass");
    BOOST_TEST(process("fr", "La réunion fait le bilan et n'ajuste ni les délais ni les priorités.") == "review");
    BOOST_TEST(process("es", "La reunión hace balance, mira qué funcionó y qué no, y ajusta los plazos y las prioridades.") == "pass");
    BOOST_TEST(process("es", "La reunión hace balance y no ajusta los plazos.") == "review");
    const auto marked = [](const std::string& language, const std::string& effort) {
        std::string text = hardly_filled(language, language == "ru" ? "Группа соберется." : "The group will meet.", false);
        const std::size_t begin = text.find("\n", text.find("## IV. ")), end = text.find("## V. ");
        return outcome_of(report_of(text.replace(begin, end - begin, "\n\n- " + effort + ", lake@example.org\n- Lamps, 2026, lamp@example.org\n\n"), "gmp-annex2", language), "resources/funding-needs") != "notApplicable";
    };
    BOOST_TEST(marked("en", "Trials at three plants, in search of funds, 2026"));
    BOOST_TEST(!marked("en", "Trials at three plants, in search of mercury, 2026"));
    BOOST_TEST(marked("ru", "Испытания на трех заводах, проект ищет финансирование, 2026"));
}

BOOST_AUTO_TEST_CASE(a_table_that_nobody_filled_in_holds_no_item) {
    std::string text = hardly_filled("en", "The group will meet.", false);
    const std::string heads = "| Action | Effort | Partner | Timeline | Contact |\n|---|---|---|---|---|\n| | | | | |\n| | | | | |";
    const std::size_t at = text.find("The group will meet.", text.find("## IV."));
    text.replace(at, 20, heads);
    const Report report = report_of(text);
    BOOST_TEST(std::none_of(report.items.begin(), report.items.end(), [](const auto& item) { return item.kind == "effort"; }));
}

// Heads that nothing marks are no text of a section either where its prompt and an empty table are all that stands there.
BOOST_AUTO_TEST_CASE(heads_of_an_empty_table_need_no_mark) {
    const std::string page = blank_plan(built_in_template("gmp-annex2"), "en", Format::html);
    std::string plain = page;
    for (const auto& [from, to] : {std::pair<std::string, std::string>("<thead>", ""), {"</thead>", ""}, {"<th>", "<td>"}, {"</th>", "</td>"}})
        for (std::size_t at = plain.find(from); at != std::string::npos; at = plain.find(from, at)) plain.replace(at, from.size(), to);
    const Validator validator;
    const Report marked = validator.validate(page, "page.html"), report = validator.validate(plain, "page.html");
    for (std::size_t i = 0; i < report.requirements.size(); ++i)
        BOOST_TEST((report.requirements[i].outcome == marked.requirements[i].outcome), report.requirements[i].id);
}

BOOST_AUTO_TEST_CASE(a_language_that_the_template_lacks_is_told) {
    const auto told = [](const Report& report) {
        std::string kinds;
        for (const ReportNotification& one : report.notifications) {
            if (one.id != "read/language") continue;
            BOOST_TEST(!one.message.empty());
            for (const Argument& argument : one.arguments)
                if (argument.name == "kind") kinds += std::get<std::string>(argument.value) + ' ';
        }
        return kinds;
    };
    BOOST_TEST(told(report_of(base("en"))) == "");
    BOOST_TEST(told(report_of(base("en"), "gmp-annex2", "sw")) == "lacking ");
    const std::string other = "# Mpango wa kazi\n\nUchafu wa zebaki unatupwa ovyo katika nchi nyingi, na hakuna anayeukusanya kando. Mpango huu unaeleza kazi za "
                              "miaka mitatu ijayo na watu watakaozifanya.\n\n## I. Muhtasari\n\nTaa na vipimajoto vyenye zebaki hutupwa pamoja na taka nyingine.\n";
    const Report report = report_of(other);
    BOOST_TEST(told(report) == "unknown ");
    BOOST_TEST(name(report.verdict) == "notApplicable");
}

// Numbers, dates and the report's own words are then read and written as in English.
BOOST_AUTO_TEST_CASE(a_template_in_a_language_that_is_not_built_in_is_checked) {
    for (const std::string& form : built_in_templates()) {
        Options options;
        options.template_xml = as_language(form, "en", "ht");
        options.document_language = "ht";
        const Report report = Validator(options).validate(base("en", form), "plan.md");
        keep_report(to_json(report));
        BOOST_TEST(report.language == "ht");
        BOOST_TEST(report.message_language == "en");
        BOOST_TEST(name(report.verdict) != "notApplicable");
        for (const RequirementResult& one : report.requirements) BOOST_TEST_CONTEXT(form << ' ' << one.id) BOOST_TEST(name(one.outcome) != "fail");
    }
}

// Who belongs to an address is not told where the text has lost its lines: for a person, and so it stays in the plan's XML.
BOOST_AUTO_TEST_CASE(doubt_from_the_format_outlives_the_plan_xml) {
    std::string text = base("en");
    text.resize(text.rfind("## X."));
    text += "X. Partners\n\nWrite to office@agency.example.org for the list of those who belong to it.\n";
    std::erase_if(text, [](char c) { return c == '#' || c == '*'; });
    const Validator validator;
    const Report first = validator.validate(text, "plan.txt"), again = validator.validate(validator.extract_xml(text, "plan.txt"), "plan.xml");
    BOOST_TEST(outcome_of(first, "partners/listed") == "review");
    BOOST_TEST(outcome_of(again, "partners/listed") == "review");
    BOOST_TEST(name(first.verdict) == name(again.verdict));
}

BOOST_AUTO_TEST_CASE(something_else_is_told_once) {
    const std::string letter = "Dear colleagues,\n\nThank you for the plan of your area, which we read with interest. The next meeting is on 4 May 2026 in the "
                               "large hall; partners and opportunities for evaluation will be discussed there.\n\nWith best wishes\n\nAda Sample\n";
    for (const std::string& form : built_in_templates()) {
        const Report report = report_of(letter, form);
        BOOST_TEST(name(report.verdict) == "notApplicable");
        BOOST_TEST(report.diagnostics.empty());
        BOOST_TEST(std::count_if(report.notifications.begin(), report.notifications.end(), [](const ReportNotification& one) { return one.id == "plan/not-applicable"; }) == 1);
        BOOST_TEST(report.notifications.size() == 1U);
        for (const RequirementResult& one : report.requirements) BOOST_TEST(name(one.outcome) == "notApplicable");
    }
    // A plan of one template is none of another.
    BOOST_TEST(name(report_of(base("en", "concept-note"), "gmp-annex2").verdict) == "notApplicable");
    BOOST_TEST(name(report_of(base("en"), "gmp-biennial-report").verdict) == "notApplicable");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace plancheck
