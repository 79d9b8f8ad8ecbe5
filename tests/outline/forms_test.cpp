// Which tables are the form that a plan is filled in on, and which only name sections.
#include <boost/test/unit_test.hpp>

#include <string>

#include "plancheck.hpp"

BOOST_AUTO_TEST_SUITE(forms)

using namespace plancheck;

namespace {

const char* const titles[] = {"Summary of the issue", "Objective of the partnership area", "Priority actions", "Partner efforts and timelines", "Opportunities",
                              "Evaluation", "Resource mobilization", "Business planning process", "Linkages", "Partners"};
const char* const numerals[] = {"I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.", "IX.", "X."};

struct Seen {
    std::size_t sections = 0, framed = 0;
    std::uint32_t bound = 0;
    std::string first_body;
};

Seen seen(const std::string& body) {
    const Document document = read("<html><body>" + body + "</body></html>", "plan.html");
    const Template form = built_in_template("gmp-annex2");
    const Outline outline = recognise(document, form, "en");
    Seen made{outline.sections.size(), outline.framed.size(), outline.bound, {}};
    if (!outline.sections.empty())
        for (std::uint32_t i = outline.sections[0].body_begin; i < outline.sections[0].body_end; ++i)
            if (!document.blocks[i].text.empty()) made.first_body += std::string(document.view(document.blocks[i].text)) + '|';
    return made;
}

template <class Row>
std::string table(std::size_t rows, Row&& row) {
    std::string html = "<table>";
    for (std::size_t i = 0; i < rows; ++i) html += "<tr>" + row(i) + "</tr>";
    return html + "</table>";
}

std::string cell(const std::string& words) { return "<td>" + words + "</td>"; }
std::string headings() {
    std::string html;
    for (std::size_t i = 0; i < 10; ++i) html += std::string("<h1>") + numerals[i] + ' ' + titles[i] + "</h1><p>What is said of it.</p>";
    return html;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_form_is_opened) {
    const Seen beside = seen(table(10, [](std::size_t i) { return cell(std::string(numerals[i]) + ' ' + titles[i]) + cell("<p>First.</p><p>Second.</p>"); }));
    BOOST_TEST(beside.sections == 10U);
    BOOST_TEST(beside.bound == 10U);
    BOOST_TEST(beside.framed == 1U);
    BOOST_TEST(beside.first_body == "First.|Second.|");
    const Seen numbered = seen(table(10, [](std::size_t i) { return cell(numerals[i]) + cell(titles[i]) + cell("250 words at most") + cell("What is said."); }));
    BOOST_TEST(numbered.bound == 10U);
    BOOST_TEST(numbered.first_body == "250 words at most|What is said.|");
    const Seen automatic = seen(table(10, [](std::size_t i) {
        return "<td><ol type='I' start='" + std::to_string(i + 1) + "'><li>" + titles[i] + "</li></ol></td>" + cell("What is said.");
    }));
    BOOST_TEST(automatic.bound == 10U);
    std::string each;
    for (std::size_t i = 0; i < 10; ++i) each += table(1, [&](std::size_t) { return cell(std::string("<b>") + titles[i] + "</b>") + cell("What is said."); });
    BOOST_TEST(seen(each).bound == 10U);
    BOOST_TEST(seen(each).framed == 10U);
}

BOOST_AUTO_TEST_CASE(a_table_that_names_sections_is_none) {
    const auto contents = [](std::size_t i) { return cell(std::string(numerals[i]) + ' ' + titles[i]) + cell(std::to_string(i + 2)); };
    BOOST_TEST(seen(table(10, contents)).framed == 0U);
    BOOST_TEST(seen(table(10, contents)).sections == 0U);
    const auto overview = [](std::size_t i) { return cell(titles[i]) + cell("what one finds there"); };
    const Seen both = seen(table(10, overview) + headings());
    BOOST_TEST(both.framed == 0U);
    BOOST_TEST(both.bound == 10U);
    BOOST_TEST(both.first_body == "What is said of it.|");
    // What the summary of any project has.
    const std::string labels[] = {"Title", "Partners", "Evaluation", "Opportunities", "Linkages", "Budget"};
    BOOST_TEST(seen(table(6, [&](std::size_t i) { return cell("<b>" + labels[i] + "</b>") + cell("what it is"); })).framed == 0U);
    // A title that goes on is the beginning of a sentence.
    BOOST_TEST(seen(table(10, [](std::size_t i) { return cell(std::string(titles[i]) + " are dealt with by others") + cell("yes"); })).framed == 0U);
}

BOOST_AUTO_TEST_CASE(tables_of_any_shape) {
    BOOST_TEST(seen("<table></table>").framed == 0U);
    BOOST_TEST(seen("<table><tr></tr><tr><td></td></tr></table>" + headings()).bound == 10U);
    BOOST_TEST(seen(table(10, [](std::size_t i) { return cell("<table><tr><td>" + std::string(titles[i]) + "</td><td>a</td></tr></table>") + cell("b"); })).framed == 0U);
    const Seen nested = seen("<table><tr><td>" + table(10, [](std::size_t i) { return cell(std::string(numerals[i]) + ' ' + titles[i]) + cell("What is said."); }) + "</td></tr></table>");
    BOOST_TEST(nested.bound == 10U);
}

BOOST_AUTO_TEST_SUITE_END()
