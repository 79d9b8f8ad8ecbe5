// Policies: each entry on a whole plan, what is told of them, and what is refused with line and suggestion.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "plancheck/error.hpp"
#include "plancheck/validator.hpp"
#include "support/reports.hpp"

BOOST_AUTO_TEST_SUITE(policy)

using namespace plancheck;

namespace {

std::string file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// Three errors: issue/word-limit, actions/count and one of efforts/contacts.
const std::string plan = file("../examples/plans/waste-fr-too-long.md");

Report with(const std::string& entries, std::string as_of = {}) {
    Options options;
    options.policy_xml = "<policy template=\"gmp-annex2\">\n" + entries + "\n</policy>";
    options.policy_name = "house/policy.xml";
    options.as_of = std::move(as_of);
    options.language = "en";
    Report report = Validator(options).validate(plan, "plan.md");
    support::keep_report(to_json(report));
    support::keep_report(to_sarif(report), ".sarif");
    support::keep_report(to_junit(report), ".junit.xml");
    support::keep_report(to_html(report), ".html");
    return report;
}

std::string refusal(const std::string& policy, Error::Kind kind = Error::Kind::policy_rejected) {
    Options options;
    options.policy_xml = policy;
    options.policy_name = "p.xml";
    try {
        const Validator validator(options);
    } catch (const Error& error) {
        BOOST_TEST((error.kind() == kind));
        return error.what();
    }
    return "accepted";
}
std::string entry_refusal(const std::string& entry) { return refusal("<policy>\n" + entry + "\n</policy>"); }

// "requirement severity severityFrom outcome suppressed-by", one a line.
std::string shown(const Report& report) {
    std::string all;
    for (const Diagnostic& d : report.diagnostics)
        all += d.requirement + ' ' + std::string(name(d.severity)) + ' ' + d.severity_from + ' ' + std::string(name(d.outcome)) +
               (d.suppressed.by.empty() ? "" : " " + d.suppressed.by) + '\n';
    return all;
}

std::string told(const Report& report) {
    std::string all;
    for (const ReportNotification& n : report.notifications) all += n.id + ": " + n.message + '\n';
    return all;
}

const RequirementResult& result(const Report& report, std::string_view id) {
    return *std::find_if(report.requirements.begin(), report.requirements.end(), [&](const auto& r) { return r.id == id; });
}

const std::string accept_limit = "<accept requirement='issue/word-limit' place='issue' until='2027-06-30'>Agreed.</accept>";

}  // namespace

BOOST_AUTO_TEST_CASE(nothing_in_it) {
    const Report report = with("");
    BOOST_TEST(shown(report) == "issue/word-limit error template fail\nactions/count error template fail\nefforts/contacts error template fail\n");
    BOOST_TEST(told(report) == "");
    BOOST_TEST(report.policy->name == "policy.xml");
    BOOST_TEST(report.policy->sha256.size() == 64U);
    BOOST_TEST((report.verdict == Verdict::fail));
}

BOOST_AUTO_TEST_CASE(severities) {
    const Report report = with("<severity requirement='actions/count' is='warning'>Proposed.</severity>\n"
                               "<severity requirement='plan/sections-order' is='error'>Ours.</severity>");
    BOOST_TEST(shown(report) == "issue/word-limit error template fail\nactions/count warning policy fail\nefforts/contacts error template fail\n");
    BOOST_TEST(report.counts.error == 2U);
    BOOST_TEST(report.counts.warning == 1U);
    BOOST_TEST((result(report, "actions/count").severity == Severity::warning));
    BOOST_TEST(result(report, "actions/count").severity_from == "policy");
    BOOST_TEST((result(report, "plan/sections-order").severity == Severity::error));
    BOOST_TEST(result(report, "issue/word-limit").severity_from == "template");
    BOOST_TEST(to_json(report).find("\"severityFrom\": \"policy\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(switched_off) {
    const Report report = with("<off requirement='actions/count'>We count nothing.</off><off requirement='plan/conformity'>Read elsewhere.</off>");
    BOOST_TEST(shown(report) == "issue/word-limit error template fail\nefforts/contacts error template fail\n");
    BOOST_TEST((result(report, "actions/count").outcome == Outcome::not_checked));
    BOOST_TEST(result(report, "actions/count").caused_by == "policy/switched-off");
    BOOST_TEST(result(report, "plan/conformity").caused_by == "policy/switched-off");
    BOOST_TEST(report.counts.not_checked == 2U);
    BOOST_TEST(told(report) == "policy/switched-off: the policy switches 2 requirements off: actions/count: We count nothing., plan/conformity: Read elsewhere.\n");
}

BOOST_AUTO_TEST_CASE(accepted_by_place_and_by_fingerprint) {
    const std::string fingerprint = with("").diagnostics[2].fingerprint;
    const Report report = with(accept_limit + "<accept fingerprint='" + fingerprint + "'>Known.</accept>", "2027-06-30");
    BOOST_TEST(shown(report) ==
               "issue/word-limit error template fail policy\nactions/count error template fail\nplan/up-to-date note template review\n"
               "efforts/contacts error template fail policy\n");
    BOOST_TEST(report.diagnostics[0].suppressed.reason == "Agreed.");
    BOOST_TEST(report.diagnostics[0].suppressed.until == "2027-06-30");
    BOOST_TEST(report.counts.error == 1U);
    BOOST_TEST(report.counts.suppressed == 2U);
    BOOST_TEST((report.verdict == Verdict::fail));
    BOOST_TEST(told(report) == "");
}

BOOST_AUTO_TEST_CASE(a_place_is_a_section_and_what_is_in_it) {
    BOOST_TEST(with("<accept requirement='efforts/contacts' place='efforts'>x</accept>").counts.suppressed == 1U);
    const Report other = with(
                              "<accept requirement='efforts/contacts' place='efforts/effort-1'>x</accept>");
    BOOST_TEST(other.counts.suppressed == 0U);
    BOOST_TEST(told(other) == "policy/unused: an acceptance of the policy matches nothing in this document: efforts/contacts efforts/effort-1:2\n");
}

BOOST_AUTO_TEST_CASE(the_end_of_an_acceptance) {
    const Report after = with(accept_limit, "2027-07-01");
    BOOST_TEST(after.counts.suppressed == 0U);
    BOOST_TEST(told(after) == "policy/expired: an acceptance of the policy has ended: issue/word-limit issue:2\n");
    const Report undated = with(accept_limit);
    BOOST_TEST(undated.counts.suppressed == 1U);
    BOOST_TEST(told(undated) ==
               "policy/no-date: an acceptance of the policy has an end and no date to judge by is given, so it is taken to hold: issue/word-limit issue:2\n");
}

BOOST_AUTO_TEST_CASE(everything_accepted) {
    const Report report = with("<accept requirement='issue/word-limit' place='issue'>a</accept><accept requirement='actions/count' place='actions'>b</accept>"
                               "<accept requirement='efforts/contacts' place='efforts'>c</accept>");
    BOOST_TEST(report.counts.error == 0U);
    BOOST_TEST((report.verdict == Verdict::pass));
    BOOST_TEST(told(report) == "policy/everything-accepted: the policy accepts everything that was found here, 3 findings: the verdict says nothing about them\n");
    BOOST_TEST(refusal("<policy/>") == "accepted");
}

BOOST_AUTO_TEST_CASE(what_hangs_on_an_accepted_finding_does_not_hold_up_the_verdict) {
    const std::string missing = file("../examples/plans/products-en-reordered.md");
    Options options;
    const Report before = Validator(options).validate(missing, "plan.md");
    BOOST_TEST(before.counts.not_checked > 0U);
    options.policy_xml = "<policy><accept requirement='plan/sections-present' place='opportunities'>a</accept>"
                         "<off requirement='partners/lead'>b</off></policy>";
    const Report report = Validator(options).validate(missing, "plan.md");
    BOOST_TEST((report.verdict == Verdict::pass));
    BOOST_TEST(report.counts.not_checked == before.counts.not_checked + 1);
}

BOOST_AUTO_TEST_CASE(words_of_ones_own) {
    const std::string base = "# Work on zorbium\n\n## I. Summary of the issue\n\nZorbium harms.\n\n## II. Objective of the partnership area\n\nLess zorbium.\n\n"
                             "## III. Priority actions\n\n1. Collect.\n\n## IV. Partner efforts and timelines\n\nWe do.\n\n## VI. Evaluation\n\nEvery two years.\n";
    Options options;
    options.document_language = "en";
    BOOST_TEST(Validator(options).validate(base, "p.md").area == "");
    options.policy_xml = "<policy><vocabulary id='areas'><term key='waste'><words lang='en'>zorbium</words></term></vocabulary></policy>";
    BOOST_TEST(Validator(options).validate(base, "p.md").area == "waste");
}

BOOST_AUTO_TEST_CASE(the_examples_load) {
    Options options;
    options.policy_xml = file("../examples/policies/proposed-number-of-actions.xml");
    const Report report = Validator(options).validate(plan, "plan.md");
    BOOST_TEST(shown(report) == "issue/word-limit error template fail\nactions/count warning policy fail\nefforts/contacts error template fail\n");
    options.policy_xml = file("../examples/policies/house.xml");
    BOOST_TEST(Validator(options).validate(plan, "plan.md").counts.suppressed == 1U);
}

BOOST_AUTO_TEST_CASE(refused) {
    BOOST_TEST(refusal("<policy") .starts_with("p.xml:1: not well-formed XML"));
    BOOST_TEST(refusal("<polcy/>") == "p.xml:1: unknown root element: 'polcy'; did you mean 'policy'?");
    BOOST_TEST(refusal("<policy template='gmp-annex3'/>") == "p.xml:1: the policy is for the template 'gmp-annex3', not for 'gmp-annex2'");
    BOOST_TEST(entry_refusal("<off requirement='issue/word-limits'>x</off>") == "p.xml:2: unknown requirement: 'issue/word-limits'; did you mean 'issue/word-limit'?");
    BOOST_TEST(entry_refusal("<of requirement='issue/word-limit'>x</of>") == "p.xml:2: unknown element in <policy>: 'of'; did you mean 'off'?");
    BOOST_TEST(entry_refusal("<off requirement='issue/word-limit'/>") == "p.xml:2: <off> is empty");
    BOOST_TEST(entry_refusal("<off requirement='issue/word-limit'> </off>") == "p.xml:2: <off> is empty");
    BOOST_TEST(entry_refusal("<severity requirement='issue/word-limit' is='eror'>x</severity>") == "p.xml:2: unknown severity: 'eror'; did you mean 'error'?");
    BOOST_TEST(entry_refusal("<severity requirement='issue/context' is='error'>x</severity>") == "p.xml:2: 'issue/context' is decided by a reviewer and has no severity");
    BOOST_TEST(entry_refusal("<accept requirement='issue/word-limit'>x</accept>") == "p.xml:2: <accept> lacks its attribute 'place'");
    BOOST_TEST(entry_refusal("<accept requirement='issue/word-limit' place='isue'>x</accept>") == "p.xml:2: unknown place: 'isue'; did you mean 'issue'?");
    BOOST_TEST(entry_refusal("<accept fingerprint='xyz'>x</accept>") == "p.xml:2: no fingerprint of a diagnostic: 'xyz'");
    BOOST_TEST(entry_refusal("<accept fingerprint='0123456789abcdef' until='2027-02-30'>x</accept>") ==
               "p.xml:2: 'until' is no date of the form YYYY-MM-DD: '2027-02-30'");
    BOOST_TEST(entry_refusal("<accept fingerprint='0123456789abcdef' place='issue'>x</accept>") ==
               "p.xml:2: a finding is accepted by fingerprint or by place, not by both");
    BOOST_TEST(entry_refusal("<vocabulary id='area'/>") == "p.xml:2: unknown vocabulary: 'area'; did you mean 'areas'?");
    BOOST_TEST(entry_refusal("<vocabulary id='areas'><term key='waste'><words lang='xx'>a</words></term></vocabulary>").starts_with("p.xml:2: language that the template does not list: 'xx'"));
    std::string all;
    for (const Requirement& requirement : built_in_template("gmp-annex2").requirements) all += "<off requirement='" + requirement.id + "'>x</off>";
    BOOST_TEST(refusal("<policy>" + all + "</policy>") ==
               "p.xml:1: the policy switches off every requirement that a program can decide, so nothing would be checked");
}

BOOST_AUTO_TEST_SUITE_END()
