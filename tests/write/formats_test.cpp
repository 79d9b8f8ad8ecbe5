// SARIF, JUnit and HTML of one report, of several, and of one full of hostile text. What is valid is decided by formats.py
// over everything that is kept here; whole reports are compared with their expected files.
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>

#include "support/reports.hpp"
#include "write/sample.hpp"

BOOST_AUTO_TEST_SUITE(formats)

using namespace plancheck;

namespace {

std::string expected(const std::string& name) {
    std::ifstream file("write/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void compare(const std::string& name, const std::string& text) {
    if (std::getenv("PLANCHECK_UPDATE") != nullptr) std::ofstream("write/" + name, std::ios::binary) << text;
    BOOST_TEST(text == expected(name));
}

std::shared_ptr<const TemplateWords> wording(const Report& report) {
    auto words = std::make_shared<TemplateWords>();
    words->name = "Business plan";
    words->source = "The framework, Annex 2";
    words->sections = {{"issue", "I", "Summary of the issue", {}}, {"actions", "III", "Priority actions", {{"action", 3, 5}}}, {"evaluation", "VI", "Evaluation", {}}};
    for (const RequirementResult& result : report.requirements) words->requirements.push_back({"asked by " + result.id, "clause of " + result.id, "help"});
    return words;
}

// The sample has a line, so its file is one that has lines.
Report as_text(Report report) {
    report.name = "plan.md";
    report.format = Format::markdown;
    return report;
}

Report with_words(Report report) {
    if (report.verdict != Verdict::unreadable) report = as_text(std::move(report));
    report.wording = wording(report);
    return report;
}

// A report whose every text tries to be something else.
Report hostile() {
    Report report = with_words(sample::report());
    const std::string bad = std::string("</bdi></td><script>alert('x')</script>\" onload=\"y &amp; \xE2\x80\xAE\xE2\x81\xA9\xE2\x81\xA6\x1b[31m\x01") + '\0' + "\xff]]>-->";
    report.name = bad + ".md";
    report.title = report.area = report.status = bad;
    report.outline[0].title = bad;
    report.items[0].title = bad;
    report.diagnostics[0].message = bad;
    report.diagnostics[0].help = bad;
    report.diagnostics[0].clause_text = bad;
    report.diagnostics[0].location.quote = bad;
    report.diagnostics[0].location.words = bad;
    report.diagnostics[0].subject.titles = {bad};
    report.diagnostics[1].related[0].message = bad;
    report.diagnostics[2].suppressed.reason = bad;
    report.requirements[1].evidence[0].quote = bad;
    report.notifications[0].message = bad;
    report.policy = UsedFile{bad, std::string(64, 'c')};
    report.baseline = UsedBaseline{{bad, std::string(64, 'd')}, true, 1, 2, {{"issue/word-limit", Severity::error, Outcome::fail, bad, "en", "0123456789abcdef"}}};
    return report;
}

std::string whole(const char* format, std::initializer_list<Report> reports) {
    const Writer& writer = *find_writer(format);
    std::vector<WrittenEntry> entries;
    Summary summary;
    for (const Report& report : reports) {
        entries.push_back({report.name, report.verdict, writer.entry(report, false)});
        summary.add(report.verdict);
    }
    return writer.whole(entries, summary, "en", 1);
}

}  // namespace

BOOST_AUTO_TEST_CASE(sarif) {
    const std::string text = to_sarif(with_words(sample::report()), 1);
    support::keep_report(text, ".sarif");
    compare("report.sarif", text);
}

BOOST_AUTO_TEST_CASE(junit) {
    const std::string text = to_junit(with_words(sample::report()));
    support::keep_report(text, ".junit.xml");
    compare("report.junit.xml", text);
}

BOOST_AUTO_TEST_CASE(html) {
    const std::string text = to_html(with_words(sample::report()));
    support::keep_report(text, ".html");
    // The style is no part of what is asserted.
    const std::size_t style = text.find("<style>");
    compare("report.html", text.substr(0, style) + text.substr(text.find("</style>")));
}

BOOST_AUTO_TEST_CASE(without_the_words_of_a_template_and_unreadable) {
    for (const Report& report : {as_text(sample::report()), sample::unreadable(), with_words(sample::unreadable())}) {
        support::keep_report(to_sarif(report), ".sarif");
        support::keep_report(to_junit(report), ".junit.xml");
        support::keep_report(to_html(report), ".html");
    }
    BOOST_TEST(to_sarif(sample::unreadable()).find("\"executionSuccessful\": false") != std::string::npos);
    BOOST_TEST(to_junit(sample::unreadable()).find("<error type=\"read/not-found\"") != std::string::npos);
    BOOST_TEST(to_html(sample::unreadable()).find("<html lang=\"fr\" dir=\"ltr\">") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(several) {
    const std::string log = whole("sarif", {with_words(sample::report()), with_words(sample::unreadable()), with_words(sample::report())});
    support::keep_report(log, ".sarif");
    BOOST_TEST(log.find("\"exitCode\": 1") != std::string::npos);
    const std::string page = whole("html", {with_words(sample::report()), sample::unreadable()});
    support::keep_report(page, ".html");
    BOOST_TEST(page.find("<a href=\"#document-2\">") != std::string::npos);
    BOOST_TEST(page.find("id=\"document-2\"") != std::string::npos);
    const Writer& junit = *find_writer("junit");
    const std::string suites = junit.begin() + junit.entry(sample::report(), false) + junit.entry(sample::unreadable(), false) + junit.end({}, "", false);
    support::keep_report(suites, ".junit.xml");
}

BOOST_AUTO_TEST_CASE(hostile_text_stays_text) {
    const Report report = hostile();
    for (const std::string& page : {to_html(report), whole("html", {report, report})}) {
        support::keep_report(page, ".html");
        BOOST_TEST(page.find("<script") == std::string::npos);
        BOOST_TEST(page.find("onload=\"") == std::string::npos);
        BOOST_TEST(page.find('\x1b') == std::string::npos);
        BOOST_TEST(page.find('\0') == std::string::npos);
    }
    support::keep_report(to_sarif(report), ".sarif");
    support::keep_report(to_junit(report), ".junit.xml");
}

// The words that a requirement passes by stand out in what is quoted of the plan, and are text as all else is.
BOOST_AUTO_TEST_CASE(terms_stand_out_in_evidence) {
    Report report = with_words(sample::report());
    RequirementResult& passed = report.requirements[2];
    passed.evidence = {{"protect <b>people & nature</b> from mercury", {}, {{"vocabulary", std::string("goal")}, {"text", std::string("people & nature")}}, {}}};
    BOOST_TEST(to_html(report).find("<bdi>protect &lt;b&gt;<mark>people &amp; nature</mark>&lt;/b&gt; from mercury</bdi>") != std::string::npos);
    passed.evidence[0].value[1].value = std::string("<script>");
    BOOST_TEST(to_html(report).find("<mark>") == std::string::npos);
    BOOST_TEST(to_html(report).find("<bdi>protect &lt;b&gt;people &amp; nature&lt;/b&gt; from mercury</bdi>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(isolates_of_messages_become_elements) {
    Report report = with_words(sample::report());
    report.message_language = "en";
    report.diagnostics[0].message = "the word \xE2\x81\xA8one & two\xE2\x81\xA9 here";
    BOOST_TEST(to_html(report).find("the word <bdi>one &amp; two</bdi> here") != std::string::npos);
    report.diagnostics[0].message = "closed \xE2\x81\xA9 and opened \xE2\x81\xA8";
    BOOST_TEST(to_html(report).find("closed \xEF\xBF\xBD and opened \xEF\xBF\xBD") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
