// A cell that was merged with the one below by guess, as in a PDF: a sum, an order of dates and a total that rest on it are for
// a person to review; where the document says that it is merged they fail.
#include <boost/test/unit_test.hpp>

#include <string>

#include "plancheck.hpp"

BOOST_AUTO_TEST_SUITE(guessed)

using namespace plancheck;

namespace {

const std::string note =
    "<html><body><h1>Water for all</h1><h2>1. Summary</h2><p>Wells are dug.</p><h2>4. Amount requested</h2><p>100,000 EUR</p>"
    "<h2>5. Background and justification</h2><p>There is no water.</p><h2>6. Objectives</h2><ol><li>Water for 900 people.</li></ol>"
    "<h2>7. Activities</h2><table><thead><tr><th>Activity</th><th>Start</th><th>End</th></tr></thead>"
    "<tr><td>Dig wells</td><td>2026-01-10</td><td rowspan=\"2\">2026-06-30</td></tr><tr><td>Train people</td><td>2026-09-01</td></tr></table>"
    "<h2>8. Budget</h2><table><thead><tr><th>Budget line</th><th>Amount</th></tr></thead>"
    "<tr><td>Wells</td><td rowspan=\"2\">60,000 EUR</td></tr><tr><td>Pumps</td></tr><tr><td>Training</td><td>20,000 EUR</td></tr></table></body></html>";

// Outcomes of the note, whose merged cells are marked as guessed or not.
std::string outcome(const std::string& requirement, bool guessed) {
    Options options;
    options.template_id = "concept-note";
    const Validator validator(options);
    std::string xml = validator.extract_xml(note, "note.html");
    const std::string merged = " rows=\"2\"";
    std::size_t found = 0;
    for (std::size_t at = xml.find(merged); at != std::string::npos; at = xml.find(merged, at + merged.size() + 1)) {
        ++found;
        if (guessed) xml.insert(at, " marks=\"doubtful\"");
        at += guessed ? 17 : 0;
    }
    BOOST_REQUIRE_EQUAL(found, 2U);
    const Report report = validator.validate(xml, "note.xml");
    for (const RequirementResult& one : report.requirements)
        if (one.id == requirement) return std::string(name(one.outcome));
    return "no such requirement";
}

}  // namespace

BOOST_AUTO_TEST_CASE(sums_and_orders_of_dates) {
    BOOST_TEST(outcome("budget/adds-up", false) == "fail");
    BOOST_TEST(outcome("budget/adds-up", true) == "review");
    BOOST_TEST(outcome("activities/dates", false) == "fail");
    BOOST_TEST(outcome("activities/dates", true) == "review");
}

BOOST_AUTO_TEST_SUITE_END()
