// Habits of authors that must not be accused (gmp-annex2/not-a-fault/, made by not_a_fault.py): no finding of severity
// error or warning, whether it fails or is left to a person, and the verdict pass, or the one that the file's first
// comment names because the framework leaves something to a person there.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "support/cases.hpp"
#include "support/reports.hpp"
#include "support/summary.hpp"

BOOST_AUTO_TEST_SUITE(not_a_fault)

namespace {

namespace fs = std::filesystem;
using plancheck::Outcome;
using plancheck::Severity;

const fs::path folder = "plans/gmp-annex2/not-a-fault";

bool accuses(const plancheck::Diagnostic& one) {
    return one.severity != Severity::note && (one.outcome == Outcome::fail || one.outcome == Outcome::review);
}

std::string verdict_asked(const std::string& bytes) {
    if (!bytes.starts_with("<!-- ")) return "pass";
    const std::string comment = bytes.substr(0, bytes.find("-->"));
    return comment.find("; verdict: review") != std::string::npos ? "review" : "pass";
}

}  // namespace

BOOST_AUTO_TEST_CASE(no_habit_is_accused) {
    const plancheck::Validator validator;
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    BOOST_TEST(files.size() >= 40U);
    for (const fs::path& file : files) {
        BOOST_TEST_CONTEXT(file.filename()) {
            const std::string bytes = support::slurp(file.string());
            const plancheck::Report report = validator.validate(bytes, file.filename().string());
            support::keep_report(to_json(report));
            BOOST_CHECK_EQUAL(std::string(plancheck::name(report.verdict)), verdict_asked(bytes));
            BOOST_TEST(std::none_of(report.diagnostics.begin(), report.diagnostics.end(), accuses), support::described(report));
        }
    }
}

// The other side of "a second language version is none": two plans in one language in one file.
BOOST_AUTO_TEST_CASE(two_plans_in_one_file_are_told) {
    const std::string one = support::slurp((folder / "whole-fr2.html").string()), two = support::slurp((folder / "whole-en1.html").string()),
                      other = support::slurp((folder / "whole-es1.html").string());
    const auto unique = [](const std::string& bytes) {
        const plancheck::Report report = plancheck::Validator().validate(bytes, "two.html");
        support::keep_report(to_json(report));
        return std::count_if(report.diagnostics.begin(), report.diagnostics.end(), [](const plancheck::Diagnostic& diagnostic) { return diagnostic.requirement == "plan/sections-unique"; });
    };
    const auto body = [](const std::string& bytes) { return bytes.substr(0, bytes.rfind("</body>")); };
    BOOST_TEST(unique(body(one) + one.substr(one.find("<p"))) == 10);
    BOOST_TEST(unique(body(two) + two.substr(two.find("<p"))) == 10);
    BOOST_TEST(unique(body(two) + other.substr(other.find("<h1"))) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
