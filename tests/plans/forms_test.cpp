// Whole documents of the other templates that ship, in a folder named after the template, each with its whole report beside
// it. A name that ends in -pass has nothing against it, one in -fail has; the same document says the same in every format.
// PLANCHECK_UPDATE=1 writes the reports anew; the difference is to be read. The Word files come from pandoc.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "support/reports.hpp"
#include "support/summary.hpp"

BOOST_AUTO_TEST_SUITE(forms_suite)

namespace {

namespace fs = std::filesystem;
using namespace plancheck;

const std::string folders[] = {"plans/concept-note", "plans/gmp-biennial-report"};

std::vector<fs::path> documents(const std::string& folder) {
    std::vector<fs::path> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.path().extension() != ".report") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

const Validator& validator(const std::string& form) {
    static std::map<std::string, Validator> made;
    Options options;
    options.template_id = form;
    return made.try_emplace(form, options).first->second;
}

Report report_of(const fs::path& document) {
    Report report = validator(document.parent_path().filename().string()).validate(::support::slurp(document.string()), document.filename().string());
    support::keep_report(to_json(report));
    return report;
}

std::string notifications(const Report& report) {
    std::string text = "\nnotifications\n";
    for (const ReportNotification& one : report.notifications) text += "  " + one.id + ": " + one.message + '\n';
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_document_has_its_whole_report) {
    const bool update = std::getenv("PLANCHECK_UPDATE") != nullptr;
    for (const std::string& folder : folders) {
        BOOST_TEST(documents(folder).size() >= 6U);
        for (const fs::path& document : documents(folder)) {
            const Report report = report_of(document);
            const std::string came = ::support::summary(report, ::support::Detail::all) + notifications(report), expected = document.string() + ".report";
            if (update) std::ofstream(expected, std::ios::binary) << came;
            BOOST_REQUIRE_MESSAGE(fs::exists(expected), expected << " is missing");
            BOOST_CHECK_MESSAGE(::support::slurp(expected) == came, document << " has another report:\n" << came);
            const bool passes = document.stem().string().ends_with("-pass");
            const bool found = std::any_of(report.diagnostics.begin(), report.diagnostics.end(), [](const Diagnostic& one) { return one.outcome != Outcome::pass; });
            BOOST_CHECK_MESSAGE(found != passes, document);
            BOOST_CHECK_MESSAGE(report.verdict == (passes ? Verdict::pass : Verdict::fail), document << " is " << name(report.verdict));
        }
    }
}

BOOST_AUTO_TEST_CASE(every_format_says_the_same) {
    std::size_t pairs = 0;
    for (const std::string& folder : folders)
        for (const fs::path& document : documents(folder)) {
            fs::path markdown = document;
            markdown.replace_extension(".md");
            if (document.extension() == ".md" || document.extension() == ".txt") continue;
            BOOST_CHECK_EQUAL(::support::summary(report_of(document), ::support::Detail::findings), ::support::summary(report_of(markdown), ::support::Detail::findings));
            ++pairs;
        }
    BOOST_TEST(pairs >= 4U);
}

BOOST_AUTO_TEST_CASE(items_of_the_templates_own_kinds_are_counted_in_its_words) {
    const Report report = report_of("plans/concept-note/water-fr-pass.md");
    BOOST_TEST(to_text(report).find("1: 63 mots · 2: 1 mot · ") != std::string::npos);
    for (const std::string& text : {to_text(report), to_html(report)}) {
        BOOST_TEST(text.find("3 activités") != std::string::npos);
        BOOST_TEST(text.find("4 postes") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(read_back_from_xml) {
    for (const std::string& folder : folders)
        for (const fs::path& document : documents(folder)) {
            const Validator& one = validator(document.parent_path().filename().string());
            const std::string xml = one.extract_xml(::support::slurp(document.string()), document.filename().string());
            const Report again = one.validate(xml, "plan.xml");
            BOOST_CHECK_EQUAL(::support::summary(report_of(document), ::support::Detail::findings), ::support::summary(again, ::support::Detail::findings));
        }
}

BOOST_AUTO_TEST_SUITE_END()
