// Sums of amounts that are each no larger than an amount may be, but together more than a number holds: nothing is said
// about such a sum.
#include "hostile.hpp"

BOOST_AUTO_TEST_SUITE(sums)

using namespace hostile;

namespace {

const plancheck::RequirementResult& result_of(const plancheck::Report& report, std::string_view id) {
    const auto found = std::find_if(report.requirements.begin(), report.requirements.end(), [&](const auto& one) { return one.id == id; });
    BOOST_REQUIRE(found != report.requirements.end());
    return *found;
}

// A plan with a table of `rows` amounts and a total that is not theirs.
std::string plan_with_table(std::size_t rows) {
    return "# Business plan\n\n## I. Issue to be addressed\n\nx\n\n## II. Objective of the partnership area\n\n- x\n\n## III. Priority actions\n\n1. x\n2. y\n\n"
           "## VII. Resource mobilization\n\n| Item | Amount (USD) |\n|---|---|\n" + times(rows, "| x | 9,000,000,000 |\n") + "| Total | 5,000,000,000 |\n";
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_column_that_no_number_holds_is_not_summed) {
    BOOST_TEST((result_of(validator().validate(plan_with_table(20), "plan.md"), "plan/table-totals").outcome == plancheck::Outcome::fail));
    BOOST_TEST((result_of(validator().validate(plan_with_table(52'000), "plan.md"), "plan/table-totals").outcome == plancheck::Outcome::not_applicable));
}

BOOST_AUTO_TEST_SUITE_END()
