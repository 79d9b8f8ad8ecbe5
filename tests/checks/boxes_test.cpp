// A text box that is anchored in a cell is no part of what the cell says: its words are not counted, and its cell keeps its amount.
#include <boost/test/unit_test.hpp>

#include <string>

#include "plancheck.hpp"

BOOST_AUTO_TEST_SUITE(boxes)

using namespace plancheck;

namespace {

const std::string plan =
    "# Business plan\n\n## I. Issue to be addressed\n\nx\n\n## II. Objective of the partnership area\n\n- x\n\n## III. Priority actions\n\n1. x\n2. y\n\n"
    "## VII. Resource mobilization\n\n| Item | Amount (USD) |\n|---|---|\n| Wells | 60,000 |\n| Pumps | 30,000 |\n| Total | 90,000 |\n";

// What is said of the totals where a box stands in the cell of an amount, and of the total, which is replaced.
std::string totals(const std::string& total) {
    const Validator validator;
    std::string xml = validator.extract_xml(plan, "plan.md");
    for (const std::string amount : {"30,000", "90,000"}) {
        const std::string cell = "<p>" + amount + "</p>";
        const std::size_t at = xml.rfind(cell);
        BOOST_REQUIRE(at != std::string::npos);
        xml.replace(at, cell.size(), "<p>" + (amount == "90,000" ? total : amount) + "</p><box><p>to be confirmed in 2027</p></box>");
    }
    const Report report = validator.validate(xml, "plan.xml");
    for (const RequirementResult& one : report.requirements)
        if (one.id == "plan/table-totals") return std::string(name(one.outcome));
    return "no such requirement";
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_amount_beside_a_box_is_summed) {
    BOOST_TEST(totals("90,000") == "pass");
    BOOST_TEST(totals("80,000") == "fail");
}

BOOST_AUTO_TEST_SUITE_END()
