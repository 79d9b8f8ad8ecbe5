// Whole plans whose outline is hard to see, each with its whole report beside it (plans/gmp-annex2/NAME.report), as
// Markdown and as Word file. PLANCHECK_UPDATE=1 writes the reports anew; the difference is to be read.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "plancheck/validator.hpp"
#include "support/cases.hpp"
#include "support/reports.hpp"

namespace plancheck {

BOOST_AUTO_TEST_SUITE(outline)

namespace {

namespace fs = std::filesystem;
using support::content_of;

constexpr const char* folder = "plans/gmp-annex2";

std::string place(const Location& location) {
    std::string text = location.words.empty() ? "-" : location.words;
    if (location.line != 0) text += ", line " + std::to_string(location.line);
    return text + (location.quote.empty() ? "" : ": " + location.quote);
}

// Everything that a change of recognition or of a check can change; bytes, hashes and versions are left out.
std::string shown(const Report& report) {
    std::string text = "verdict " + std::string(name(report.verdict)) + "\nlanguage " + report.language + ", " +
                       std::to_string(report.words) + " words\nplan \"" + report.title + "\", area " + report.area + ", date " +
                       report.date + "\n\noutline\n";
    for (const OutlineEntry& one : report.outline)
        text += "  " + (one.section.empty() ? "-" : one.section) + ' ' + (one.numeral.empty() ? "-" : one.numeral) + ' ' +
                std::string(name(one.confidence)) + ' ' + std::to_string(one.words) + ": " + one.title + '\n';
    text += "\nitems\n";
    for (const ReportItem& one : report.items) {
        text += "  " + one.id + ' ' + one.section + ' ' + std::string(name(one.confidence)) + ": ";
        for (const std::string& id : one.refers_to) text += id + ' ';
        text += "| " + one.title + '\n';
    }
    text += "\nrequirements that do not pass\n";
    std::map<std::string, std::string> groups;
    for (const RequirementResult& one : report.requirements) {
        if (one.outcome == Outcome::pass) continue;
        std::string group(name(one.outcome));
        if (!one.caused_by.empty()) group += " because of " + one.caused_by;
        if (one.outcome == Outcome::review && one.decided_by == DecidedBy::reviewer) group += " by a reviewer";
        groups[group] += "\n    " + one.id;
    }
    for (const auto& [group, ids] : groups) text += "  " + group + ids + '\n';
    text += "\ndiagnostics\n";
    for (const Diagnostic& one : report.diagnostics) {
        text += "  " + one.requirement + ' ' + std::string(name(one.outcome)) + ' ' + std::string(name(one.severity)) + ' ' +
                std::string(name(one.confidence)) + "\n    " + one.message + "\n    " + place(one.location) + '\n';
        for (const Related& other : one.related)
            text += "      " + (other.message.empty() ? "see" : other.message) + " | " + place(other.location) + '\n';
    }
    text += "\nnotifications\n";
    for (const ReportNotification& one : report.notifications)
        text += "  " + one.id + ' ' + std::string(name(one.severity)) + ": " + one.message + '\n';
    return text;
}

// A word processor sets apostrophes of its own.
std::string with_typewriter_apostrophe(std::string text) {
    for (std::size_t at = text.find("\xE2\x80\x99"); at != std::string::npos; at = text.find("\xE2\x80\x99", at)) text.replace(at, 3, "'");
    return text;
}

std::vector<fs::path> plans() {
    std::vector<fs::path> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().extension() != ".report") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

Report report_of(const fs::path& plan) {
    static const Validator validator;
    return validator.validate(content_of(plan.string()), plan.filename().string());
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_plan_has_its_whole_report) {
    const bool update = std::getenv("PLANCHECK_UPDATE") != nullptr;
    BOOST_TEST(plans().size() >= 20U);
    for (const fs::path& plan : plans()) {
        const Report report = report_of(plan);
        support::keep_report(to_json(report));
        const std::string came = shown(report), expected = plan.string() + ".report";
        if (update) std::ofstream(expected, std::ios::binary) << came;
        BOOST_CHECK_MESSAGE(fs::exists(expected), expected << " is missing");
        if (!fs::exists(expected)) continue;
        BOOST_CHECK_MESSAGE(content_of(expected) == came, plan.filename() << " has another report:\n" << came);
    }
}

// Markdown and Word file of a plan hold the same; what is said about them is the same, places in lines apart.
BOOST_AUTO_TEST_CASE(both_formats_of_a_plan_say_the_same) {
    std::size_t pairs = 0;
    for (const fs::path& plan : plans()) {
        if (plan.extension() != ".md") continue;
        fs::path other = plan;
        other.replace_extension(".docx");
        BOOST_REQUIRE_MESSAGE(fs::exists(other), other << " is missing");
        const Report one = report_of(plan), two = report_of(other);
        const auto said = [](const Report& report) {
            std::vector<std::string> lines;
            for (const OutlineEntry& entry : report.outline)
                lines.push_back(entry.section + ' ' + entry.numeral + ' ' + std::to_string(entry.words) + ' ' + with_typewriter_apostrophe(entry.title));
            for (const Diagnostic& diagnostic : report.diagnostics)
                lines.push_back(diagnostic.requirement + ' ' + std::string(name(diagnostic.outcome)) + ' ' + with_typewriter_apostrophe(diagnostic.message));
            return lines;
        };
        BOOST_TEST_CONTEXT(plan.filename()) BOOST_TEST(said(one) == said(two), boost::test_tools::per_element());
        ++pairs;
    }
    BOOST_TEST(pairs >= 10U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace plancheck
