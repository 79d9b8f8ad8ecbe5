// Plans with habits that must not be accused, one habit in each file of the folder: no finding of severity error or
// warning, whatever its outcome.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "support/summary.hpp"

BOOST_AUTO_TEST_SUITE(not_a_fault)

BOOST_AUTO_TEST_CASE(nothing_is_held_against_a_habit) {
    namespace fs = std::filesystem;
    std::vector<fs::path> plans;
    for (const fs::directory_entry& entry : fs::directory_iterator("plans/gmp-annex2/not-a-fault"))
        if (entry.is_regular_file()) plans.push_back(entry.path());
    std::sort(plans.begin(), plans.end());
    BOOST_REQUIRE(!plans.empty());
    const plancheck::Validator validator;
    for (const fs::path& path : plans) {
        const plancheck::Report report = validator.validate(support::slurp(path.string()), path.filename().string());
        std::string told;
        for (const plancheck::Diagnostic& one : report.diagnostics)
            if (one.severity != plancheck::Severity::note)
                told += "\n  " + one.requirement + ' ' + std::string(plancheck::name(one.outcome)) + ": " + one.message;
        BOOST_TEST(told.empty(), path.filename().string() << told);
        BOOST_TEST((report.verdict == plancheck::Verdict::pass || report.verdict == plancheck::Verdict::review), path.filename().string());
        const auto bound = std::count_if(report.outline.begin(), report.outline.end(), [](const auto& section) { return !section.section.empty(); });
        BOOST_TEST(bound >= 10, path.filename().string() << ": " << bound << " sections were recognised");
    }
}

BOOST_AUTO_TEST_SUITE_END()
