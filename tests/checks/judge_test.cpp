// Causes, outcomes and verdicts of the contract: on the base plans with one thing taken away, and on plans of a small
// template whose requirements this version runs all.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <sstream>

#include "plancheck/validator.hpp"
#include "support/cases.hpp"
#include "support/reports.hpp"
#include "template/names.hpp"

namespace plancheck {

BOOST_AUTO_TEST_SUITE(judge)

namespace {

using namespace support;
using Lines = std::vector<std::string>;

const Validator& validator() {
    static const Validator one;
    return one;
}

Report report_of(const std::string& fragment, const std::string& language = "en") {
    Report report = validator().validate(completed(base(language), fragment), "plan.md");
    keep_report(to_json(report));
    return report;
}

const RequirementResult& result(const Report& report, std::string_view id) {
    const auto found = std::find_if(report.requirements.begin(), report.requirements.end(),
                                    [&](const RequirementResult& one) { return one.id == id; });
    BOOST_REQUIRE_MESSAGE(found != report.requirements.end(), id << " is no requirement");
    return *found;
}

// "efforts/contacts plan/sections-present" for each requirement that was not checked, and its cause; those without a
// check in this version left out.
Lines not_checked(const Report& report) {
    Lines lines;
    for (const RequirementResult& one : report.requirements) {
        BOOST_TEST((one.outcome == Outcome::not_checked) == !one.caused_by.empty(), one.id);
        if (one.outcome == Outcome::not_checked && one.caused_by != "check/not-run") lines.push_back(one.id + ' ' + one.caused_by);
    }
    return lines;
}

// The requirements that need any of these, in the template's order, each with that cause.
Lines hanging_on(const Lines& needs, const std::string& cause) {
    Lines lines;
    for (const Requirement& one : validator().form().requirements)
        if (one.when != "as-of" &&  // no day to judge by is given here
            std::any_of(one.needs.begin(), one.needs.end(),
                        [&](const std::string& need) { return std::find(needs.begin(), needs.end(), need) != needs.end(); }))
            lines.push_back(one.id + ' ' + cause);
    return lines;
}

void check_lines(const Lines& came, const Lines& expected, const Report& report) {
    BOOST_TEST(came == expected, boost::test_tools::per_element());
    BOOST_TEST_MESSAGE(described(report));
}

// Three sections; one requirement for each way of deciding.
const char* const small_template = R"xml(<?xml version="1.0"?>
<template id="small" edition="1" default-language="en" languages="en" applies-from="2" poor-below="2">
  <name lang="en">Small</name>
  <source lang="en">Small</source>
  <plan-words lang="en">plan</plan-words>
  <other-headings lang="en">Contents</other-headings>
  <annex-headings lang="en">Annex</annex-headings>
  <sections>
    <section key="aims" number="1"><title lang="en" official="yes">Aims</title><weak lang="en">Background</weak></section>
    <section key="steps" number="2"><title lang="en" official="yes">Steps</title></section>
    <section key="people" number="3" required="no"><title lang="en" official="yes">People</title></section>
  </sections>
  <items>
    <item kind="action" section="steps" whole-section="no">
      <field name="action" type="text" own="yes"><heads lang="en">step(s)</heads></field>
    </item>
    <item kind="partner" section="people" whole-section="no">
      <field name="partner" type="text" own="yes"><heads lang="en">name(s)</heads></field>
    </item>
  </items>
  <vocabularies/>
  <clauses><clause id="1"><text lang="en">clause 1</text></clause></clauses>
  <requirements>
    <requirement id="aims/short" clause="1" obligation="must" decided-by="machine" severity="error" sections="aims">
      <word-limit max="5" counting="word-1"/><asks>a</asks><evidence>e</evidence>
      <text lang="en"><sentence>s</sentence><help>h</help></text>
    </requirement>
    <requirement id="steps/numbered" clause="1" obligation="should" decided-by="machine" severity="warning" sections="plan">
      <section-numerals/><asks>a</asks><evidence>e</evidence>
      <text lang="en"><sentence>s</sentence><help>h</help></text>
    </requirement>
    <requirement id="steps/stated" clause="1" obligation="must" decided-by="evidence" severity="warning" sections="steps">
      <item-count kind="action" min="1"/><asks>a</asks><evidence>e</evidence>
      <text lang="en"><sentence>s</sentence><looked-for>a step</looked-for><help>h</help></text>
    </requirement>
    <requirement id="steps/wise" clause="1" obligation="must" decided-by="reviewer" sections="steps">
      <shown-text/><asks>a</asks><evidence>e</evidence>
      <text lang="en"><sentence>s</sentence></text>
    </requirement>
  </requirements>
</template>
)xml";

Report small(const std::string& text) {
    static const Validator one([] {
        Options options;
        options.template_xml = small_template;
        return options;
    }());
    Report report = one.validate(text, "plan.md");
    keep_report(to_json(report));
    return report;
}

std::string verdict(const Report& report) { return std::string(name(report.verdict)); }

}  // namespace

BOOST_AUTO_TEST_CASE(what_hangs_on_a_missing_section_is_not_checked_and_told_once) {
    const Report report = report_of("<!-- without efforts -->\n");
    check_lines(diagnostics_of(report), {"plan/sections-present fail"}, report);
    check_lines(not_checked(report), hanging_on({"plan/sections-present[efforts]"}, "plan/sections-present"), report);
    BOOST_TEST(verdict(report) == "fail");
    const Diagnostic& one = report.diagnostics.front();
    BOOST_TEST(one.subject.kind == "missing");
    BOOST_TEST(one.subject.path == Lines{"efforts"}, boost::test_tools::per_element());
    BOOST_TEST(one.location.quote == "V. Opportunities");
}

BOOST_AUTO_TEST_CASE(what_hangs_on_a_section_without_words_is_not_checked_and_told_once) {
    const Report report = report_of("## III. Priority actions\n\n1. One step (objective 1).\n2. Another step (objective 2).\n3. A third step (objective 2).\n\n## IV. Partner efforts and timelines\n");
    check_lines(diagnostics_of(report), {"plan/sections-filled fail"}, report);
    check_lines(not_checked(report), hanging_on({"plan/sections-filled[efforts]"}, "plan/sections-filled"), report);
}

BOOST_AUTO_TEST_CASE(without_a_partner_what_asks_something_of_each_is_not_checked) {
    const Report report = report_of("## X. Partners\n\nLead: Ms Ada Sample, Lake Institute\n\nThe list is being drawn up.\n");
    check_lines(diagnostics_of(report), {"partners/listed fail"}, report);
    check_lines(not_checked(report), hanging_on({"partners/listed(partner)"}, "partners/listed"), report);
}

BOOST_AUTO_TEST_CASE(a_whole_section_as_one_item_is_counted_by_a_person) {
    const Report report = report_of("## III. Priority actions\n\nTo reach objectives 1 and 2, the partners will draw up inventories and train inspectors.\n");
    check_lines(diagnostics_of(report), {"actions/count review", "actions/stated review", "plan/references-resolve review"}, report);
    check_lines(not_checked(report), {}, report);
    const Diagnostic& one = report.diagnostics.front();
    BOOST_TEST((one.severity == Severity::error && one.confidence == Confidence::low));
    BOOST_TEST(verdict(report) == "review");
}

BOOST_AUTO_TEST_CASE(a_document_of_another_kind_is_told_so_once) {
    const std::string letter =
        "12 May 2025\n\nDear Ms Sample,\n\nThank you for the plan of the area. We have no comments on its objective and shall send "
        "our contribution before the end of the month.\n\nYours sincerely,\n\nBen Model\n";
    const std::string minutes =
        "# Report of the second meeting\n\n## Opening\n\nThe chair opened the meeting.\n\n## Priority actions\n\nThe members "
        "discussed three projects.\n\n## Closing\n\nThe meeting was closed at noon.\n";
    for (const std::string& text : {letter, minutes}) {
        const Report report = validator().validate(text, "letter.md");
        BOOST_TEST(verdict(report) == "notApplicable");
        BOOST_TEST(report.diagnostics.empty(), described(report));
        BOOST_REQUIRE_EQUAL(report.notifications.size(), 1U);
        BOOST_TEST(report.notifications.front().id == "plan/not-applicable");
        BOOST_TEST(std::all_of(report.requirements.begin(), report.requirements.end(), [](const RequirementResult& one) {
            return one.outcome == Outcome::not_applicable && one.caused_by.empty();
        }));
        BOOST_TEST((report.counts == Counts{.reviewer = report.counts.reviewer, .not_applicable = 83}));
        keep_report(to_json(report));
    }
}

BOOST_AUTO_TEST_CASE(a_document_that_cannot_be_read_has_a_cause_everywhere) {
    const Report report = validator().validate("", "plan.md");
    BOOST_TEST(verdict(report) == "unreadable");
    BOOST_TEST(std::all_of(report.requirements.begin(), report.requirements.end(), [](const RequirementResult& one) {
        return one.outcome == Outcome::not_checked && one.caused_by == "read/empty";
    }));
    BOOST_TEST((report.diagnostics.empty() && report.outline.empty() && report.items.empty() && report.words == 0 && report.language.empty()));
    keep_report(to_json(report));
}

BOOST_AUTO_TEST_CASE(too_few_of_a_number_without_an_upper_end) {
    std::string form = small_template;
    const std::string asked = "decided-by=\"evidence\" severity=\"warning\" sections=\"steps\">\n      <item-count kind=\"action\" min=\"1\"/>";
    form.replace(form.find(asked), asked.size(), "decided-by=\"machine\" severity=\"error\" sections=\"steps\"><item-count kind=\"action\" min=\"3\"/>");
    for (const auto& [language, said] : {std::pair("en", "2 actions, and the framework asks for 3 or more"), std::pair("zh", "2项行动，而框架要求至少3项")}) {
        Options options;
        options.template_xml = form;
        options.language = language;
        const Report report = Validator(options).validate("# Plan\n\n## I. Aims\n\nTo be of use.\n\n## II. Steps\n\n1. Ask.\n2. Answer.\n", "plan.md");
        check_lines(diagnostics_of(report), {"steps/stated fail"}, report);
        BOOST_TEST(report.diagnostics.front().message == said);
        keep_report(to_json(report));
    }
}

// What is said of a field by its name is said of efforts; these are actions.
BOOST_AUTO_TEST_CASE(a_field_of_another_kind_of_item) {
    std::string form = small_template;
    const auto put = [&](const std::string& from, const std::string& to) { form.replace(form.find(from), from.size(), to); };
    put("<vocabularies/>", "<vocabularies><vocabulary id=\"soon\"><term key=\"soon\"><words lang=\"en\" name=\"soon\">soon</words></term></vocabulary></vocabularies>");
    put("<heads lang=\"en\">step(s)</heads></field>", "<heads lang=\"en\">step(s)</heads></field>\n<field name=\"timeline\" type=\"timeline\"><heads lang=\"en\">when</heads></field>");
    put("decided-by=\"evidence\" severity=\"warning\" sections=\"steps\">", "decided-by=\"machine\" severity=\"error\" sections=\"steps\">");
    const std::string plan = "# Plan\n\n## I. Aims\n\nTo be of use.\n\n## II. Steps\n\n| Step | When |\n|---|---|\n| Ask | soon |\n| Wait | |\n| Answer | May 2026 |\n";
    std::string check = "<item-count kind=\"action\" min=\"1\"/>";
    using Said = std::pair<std::string, Lines>;
    for (const auto& [mode, said] : {Said("each", {"nothing definite is said in Ask", "what is asked was not found for “Wait”"}),
                                     Said("list", {"nothing definite is said in Ask", "the place for it stands empty in Wait"})}) {
        const std::string asked = "<item-field kind=\"action\" field=\"timeline\" types=\"date\" vague=\"soon\" mode=\"" + mode + "\"/>";
        put(check, asked);
        check = asked;
        Options options;
        options.template_xml = form;
        const Report report = Validator(options).validate(plan, "plan.md");
        Lines messages;
        for (const Diagnostic& one : report.diagnostics) messages.push_back(one.message);
        std::sort(messages.begin(), messages.end());
        BOOST_TEST(messages == said, boost::test_tools::per_element());
        keep_report(to_json(report));
    }
}

BOOST_AUTO_TEST_CASE(each_verdict_has_its_plan) {
    const std::string aims = "# Plan\n\n## I. Aims\n\nTo be of use.\n\n", steps = "## II. Steps\n\n1. Ask.\n2. Answer.\n";
    const auto check = [](const Report& report, const char* expected, const Lines& diagnostics, const Counts& counts) {
        BOOST_TEST(verdict(report) == expected, described(report));
        BOOST_TEST(diagnostics_of(report) == diagnostics, boost::test_tools::per_element());
        BOOST_TEST((report.counts == counts), described(report));
    };
    check(small(aims + steps), "pass", {}, {.reviewer = 1, .pass = 3});
    // What is only encouraged fails without weight.
    check(small("# Plan\n\n## Aims\n\nTo be of use.\n\n" + steps), "pass", {"steps/numbered fail"}, {.warning = 1, .reviewer = 1, .pass = 2});
    check(small(aims + "## II. Steps\n\nThat will be seen.\n"), "review", {"steps/stated review"}, {.review = 1, .reviewer = 1, .pass = 2});
    check(small("# Plan\n\n## I. Aims\n\nTo be of use to all and sundry.\n\n" + steps), "fail", {"aims/short fail"},
          {.error = 1, .reviewer = 1, .pass = 2});
    check(small("# Letter\n\nDear all, the plan will follow.\n"), "notApplicable", {}, {.reviewer = 1, .not_applicable = 4});
    check(small(" \n"), "unreadable", {}, {.reviewer = 1, .not_checked = 4});
}

// The heading is recognised only by a weak title, so that what was found below it is for a person to judge.
BOOST_AUTO_TEST_CASE(what_rests_on_a_doubtful_recognition_is_for_a_person) {
    const Report report = small(
        "# Plan\n\n## Background\n\nTo be of use to all and sundry.\n\n## II. Steps\n\n1. Ask.\n2. Answer.\n\n## III. People\n\n- Ada\n");
    const RequirementResult& limit = result(report, "aims/short");
    BOOST_TEST(std::string(name(limit.outcome)) == "review", described(report));
    BOOST_REQUIRE(!report.diagnostics.empty());
    BOOST_TEST(std::any_of(report.diagnostics.begin(), report.diagnostics.end(), [](const Diagnostic& one) {
        return one.requirement == "aims/short" && one.severity == Severity::error && one.confidence == Confidence::low;
    }));
    BOOST_TEST(verdict(report) == "review");
}

BOOST_AUTO_TEST_CASE(what_a_reviewer_decides_is_shown_and_never_held_against_the_plan) {
    for (const std::string language : {"en", "fr"}) {
        const Report report = report_of({}, language);
        std::uint32_t count = 0;
        for (const RequirementResult& one : report.requirements) {
            if (one.decided_by != DecidedBy::reviewer) continue;
            ++count;
            BOOST_TEST(std::string(name(one.outcome)) == "review", one.id);
            BOOST_TEST(!one.severity.has_value(), one.id);
            BOOST_TEST(!one.evidence.empty(), one.id);
        }
        BOOST_TEST(count == 9U);
        BOOST_TEST(report.counts.reviewer == 9U);
        BOOST_TEST(report.diagnostics.empty(), described(report));
    }
    const RequirementResult context = result(report_of({}), "issue/context");
    BOOST_REQUIRE_EQUAL(context.evidence.size(), 1U);
    BOOST_TEST(context.evidence.front().quote.ends_with("to carry out the Minamata Convention."));
    BOOST_TEST(context.evidence.front().quote.size() > 300U);
}

BOOST_AUTO_TEST_CASE(what_depends_on_a_date_waits_for_one) {
    BOOST_TEST(std::string(name(result(report_of({}), "plan/up-to-date").outcome)) == "notApplicable");
    Options options;
    options.as_of = "2025-06-30";
    const Report report = Validator(options).validate(base("en"), "plan.md");
    BOOST_TEST(std::string(name(result(report, "plan/up-to-date").outcome)) != "notApplicable");
    BOOST_TEST(report.as_of == "2025-06-30");
    keep_report(to_json(report));
    // The Convention is asked for of plans that are dated after it came into force.
    const Report early = report_of("# Business plan of the area on mercury waste management, 2015-2016\n\n20 January 2015\n");
    BOOST_TEST(std::string(name(result(early, "plan/convention").outcome)) == "notApplicable");
}

// A plan is checked by the template's edition whenever it was written; what is older than the edition is told.
BOOST_AUTO_TEST_CASE(a_plan_of_an_earlier_edition_is_told_and_checked) {
    const auto told = [](std::string_view front) {
        const Report report = report_of("# Business plan of the area on mercury waste management" + std::string(front));
        BOOST_TEST(std::string(name(report.verdict)) != "notApplicable");
        for (const ReportNotification& notification : report.notifications)
            if (notification.id == "plan/earlier-edition") return std::string(name(notification.severity)) + ": " + notification.message;
        return std::string();
    };
    BOOST_TEST(told(", 2015-2016\n\n20 January 2015\n") == "note: the plan is of 2015-01-20, before this edition of the template (2020); it was checked by this one all the same");
    BOOST_TEST(told("\n\nMarch 2020\n") == "note: the plan is of 2020-03, before this edition of the template (2020); it was checked by this one all the same");
    BOOST_TEST(told(", 2017-2019\n").starts_with("note: the plan is of 2019, "));
    BOOST_TEST(told("\n\nJune 2020\n") == "");
    BOOST_TEST(told(", 2019-2020\n") == "");
    BOOST_TEST(told("\n") == "");
}

// Beside a missing section stands the heading that may be it; the plan's title and its day are none.
BOOST_AUTO_TEST_CASE(what_may_be_a_missing_section) {
    const auto near = [](const std::string& from, const std::string& to) {
        std::string text = "# Business plan on mercury waste management\n\n**20 January 2025**\n\nThis plan serves the Minamata Convention.\n\n" + base("en").substr(base("en").find("## I. "));
        text.replace(text.find(from), from.size(), to);
        const Report report = validator().validate(text, "plan.md");
        for (const Diagnostic& one : report.diagnostics)
            if (one.requirement == "plan/sections-present") return one.related.empty() ? std::string("nothing") : one.related.front().location.quote;
        return std::string("no finding");
    };
    BOOST_TEST(near("## I. Summary of the issue", "") == "nothing");
    BOOST_TEST(near("## VI. Evaluation", "## Songs of the sea") == "Songs of the sea");
    BOOST_TEST(near("## IV. Partner efforts and timelines", "## Partners at sea") == "Partners at sea");
}

// Without numerals a title of one plain word is in doubt, and one that begins as that of another section is read to its end.
BOOST_AUTO_TEST_CASE(titles_without_numerals_that_are_nearly_those_of_sections) {
    const auto present = [](std::string_view from, std::string_view to) {
        std::string text = base("en");
        for (std::size_t at = text.find("## "); at != std::string::npos; at = text.find("\n## ", at + 1) == std::string::npos ? std::string::npos : text.find("\n## ", at + 1) + 1)
            text.erase(at + 3, text.find(". ", at) + 2 - (at + 3));
        const std::size_t at = text.find("## " + std::string(from) + "\n");
        BOOST_REQUIRE(at != std::string::npos);
        text.replace(at + 3, from.size(), to);
        return std::string(name(result(validator().validate(text, "plan.md"), "plan/sections-present").outcome));
    };
    BOOST_TEST(present("Partner efforts and timelines", "Partners efforts and timelines") == "pass");
    BOOST_TEST(present("Partners", "Our partners") == "pass");
    BOOST_TEST(present("Priority actions", "Actions") == "review");
    BOOST_TEST(present("Business planning process", "Process") == "review");
    BOOST_TEST(present("Priority actions", "Songs of the sea") == "fail");
}

BOOST_AUTO_TEST_CASE(a_poor_outline_is_told_first) {
    const Report report = report_of(
        "<!-- without issue -->\n<!-- without objective -->\n<!-- without opportunities -->\n<!-- without resources -->\n<!-- without linkages -->\n");
    BOOST_REQUIRE(!report.notifications.empty());
    BOOST_TEST(report.notifications.front().id == "plan/poor-outline");
    const Lines came = diagnostics_of(report);
    BOOST_TEST(std::count(came.begin(), came.end(), "plan/sections-present fail") == 5);
}

BOOST_AUTO_TEST_CASE(a_poor_outline_is_told_before_what_was_read_with_difficulty) {
    const Report report = report_of(
        "<!-- without issue -->\n<!-- without objective -->\n<!-- without opportunities -->\n<!-- without resources -->\n## IX. Linkages\n\n- Caf\xE9s\n");
    BOOST_REQUIRE_EQUAL(report.notifications.size(), 2U);
    BOOST_TEST(report.notifications[0].id == "plan/poor-outline");
    BOOST_TEST(report.notifications[1].id == "read/encoding-guessed");
}

// With a date to judge by as well, whatever was not checked names a requirement that was.
BOOST_AUTO_TEST_CASE(a_cause_has_no_cause_of_its_own) {
    Options options;
    options.as_of = "2026-01-31";
    const Validator dated(options);
    Lines fragments{"## II. Objective of the partnership area\n\n## IV. Partner efforts and timelines\n\n- Site visits (objective 1), 2025-2026, "
                    "office@lake.example.org\n\n## III. Priority actions\n\n- Visit sites\n- Collect lamps\n- Train inspectors\n"};
    for (const SectionSpec& section : validator().form().sections) {
        fragments.push_back("<!-- without " + section.key + " -->");
        fragments.push_back("## " + section.titles_in("en")->title + "\n");
    }
    for (const std::string& fragment : fragments) {
        const Report report = dated.validate(completed(base("en"), fragment), "plan.md");
        keep_report(to_json(report));
        for (const RequirementResult& one : report.requirements) {
            BOOST_TEST((one.outcome == Outcome::not_checked) == !one.caused_by.empty(), one.id << " of " << fragment);
            if (one.decided_by == DecidedBy::reviewer && one.outcome == Outcome::review) BOOST_TEST(!one.evidence.empty(), one.id << " of " << fragment);
            if (!one.caused_by.empty())
                BOOST_TEST((result(report, one.caused_by).outcome != Outcome::not_checked), one.id << " because of " << one.caused_by << " of " << fragment);
        }
    }
}

BOOST_AUTO_TEST_CASE(languages_of_documents_are_named_as_people_name_them) {
    const auto report_in = [](const std::string& tag, const std::string& text) {
        Options options;
        options.document_language = tag;
        options.language = "en";
        return to_json(Validator(options).validate(text, "plan.md"));
    };
    for (const std::string tag : {"EN", "en-US", "En-gb"}) BOOST_TEST((report_in(tag, base("en")) == report_in("en", base("en"))), tag);
    BOOST_TEST((report_in("zh-Hant", base("zh")) == report_in("zh", base("zh"))));
    BOOST_TEST(report_in("pt-BR", base("en")).find("\"language\": \"pt-BR\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_heading_that_is_a_numeral_alone_is_in_doubt_and_not_missing) {
    std::string text = base("en");
    const std::string heading = "## IX. Linkages";
    text.replace(text.find(heading), heading.size(), "## IX.");
    const Report report = validator().validate(text, "plan.md");
    check_lines(diagnostics_of(report), {"plan/sections-present review"}, report);
    BOOST_TEST(verdict(report) == "review");
    keep_report(to_json(report));
}

BOOST_AUTO_TEST_CASE(the_ninth_letter_is_no_roman_numeral) {
    // A title of its own tells that the letter is the section's; behind one with an addition the letter before tells it.
    for (const bool added : {false, true}) {
        std::string text;
        char letter = 'A';
        std::istringstream lines(base("en"));
        for (std::string line; std::getline(lines, line); text += line + '\n') {
            if (!line.starts_with("## ") || letter > 'J') continue;
            line = std::string("## ") + letter + line.substr(line.find('.')) + (added && letter == 'I' ? " with other bodies" : "");
            ++letter;
        }
        const Report report = validator().validate(text, "plan.md");
        std::vector<std::string> expected{"plan/section-numerals fail"};
        if (added) expected.emplace_back("plan/section-titles fail");
        check_lines(diagnostics_of(report), expected, report);
        BOOST_TEST(report.diagnostics.front().related.size() == 9U);
        keep_report(to_json(report));
    }
}

BOOST_AUTO_TEST_CASE(a_report_is_the_same_every_time) {
    const std::string fragment = "## V. Opportunities\n\nTBD\n\n## IX. Linkages\n";
    BOOST_TEST(to_json(report_of(fragment)) == to_json(report_of(fragment)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace plancheck
