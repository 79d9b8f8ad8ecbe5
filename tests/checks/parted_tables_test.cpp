// A table that goes on in another right below it, which has no heads, as word processors part them: its total is that of both.
#include <boost/test/unit_test.hpp>

#include <string>

#include "plancheck.hpp"

BOOST_AUTO_TEST_SUITE(parted_tables)

using namespace plancheck;

namespace {

std::string total(const std::string& second) {
    static const Validator validator{Options{}};
    std::string page;
    for (const char* title : {"I. Summary of the issue", "II. Objective of the partnership area", "III. Priority actions", "VI. Evaluation", "VII. Resource mobilization"})
        page += std::string("<h2>") + title + "</h2><p>Text of it.</p>";
    page += "<table><tr><th>Post</th><th>Year</th><th>Cost</th></tr><tr><td>Travel</td><td>2026</td><td>1,000 USD</td></tr><tr><td>Rooms</td><td>2027</td><td>500 USD</td></tr></table>";
    const Report report = validator.validate("<html><body>" + page + second + "</body></html>", "plan.html");
    for (const RequirementResult& one : report.requirements)
        if (one.id == "plan/table-totals") return std::string(name(one.outcome));
    return "no such requirement";
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_total_is_that_of_all_parts) {
    const std::string rows = "<tr><td>Staff</td><td>2027</td><td>2,000 USD</td></tr>";
    BOOST_TEST(total("<table>" + rows + "<tr><td>Total</td><td></td><td>3,500 USD</td></tr></table>") == "pass");
    BOOST_TEST(total("<table>" + rows + "<tr><td>Total</td><td></td><td>2,000 USD</td></tr></table>") == "pass");
    BOOST_TEST(total("<table>" + rows + "<tr><td>Total</td><td></td><td>3,400 USD</td></tr></table>") == "fail");
    BOOST_TEST(total("<p>Others pay:</p><table>" + rows + "<tr><td>Total</td><td></td><td>3,500 USD</td></tr></table>") == "fail");
}

BOOST_AUTO_TEST_SUITE_END()
