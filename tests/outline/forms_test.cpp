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

namespace {

// Sections as a report shows them, with their confidence and words, and the efforts with their partners.
std::string told(const std::string& body) {
    static const Validator validator;
    std::string all;
    const Report report = validator.validate("<html><body>" + body + "</body></html>", "plan.html");
    for (const OutlineEntry& section : report.outline) all += section.section + (section.confidence == Confidence::certain ? "! " : section.confidence == Confidence::high ? ". " : "? ");
    for (const ReportItem& item : report.items)
        if (item.kind == "effort") all += "| " + item.title + ' ';
    return all;
}

std::string wide(const std::string& words) { return "<tr><td colspan=\"3\">" + words + "</td></tr>"; }
std::string three(const std::string& a, const std::string& b, const std::string& c) { return "<tr>" + cell(a) + cell(b) + cell(c) + "</tr>"; }
const std::string efforts = three("Activity", "Partner", "Timeline") + three("Collect lamps", "Lake Institute", "2026") + three("Train inspectors", "River Fund", "2027");

std::string without_efforts(const std::string& table) {
    std::string html;
    for (std::size_t i = 0; i < 10; ++i) html += i == 3 ? table : std::string("<h1>") + numerals[i] + ' ' + titles[i] + "</h1><p>What is said of it.</p>";
    return html;
}

}  // namespace

BOOST_AUTO_TEST_CASE(titles_in_rows_over_all_columns) {
    const std::string rest = "opportunities! evaluation! resources! process! linkages! partners! | Collect lamps | Train inspectors ";
    BOOST_TEST(told(without_efforts("<table>" + wide("IV. Partner efforts and timelines") + efforts + "</table>")) == "issue! objective! actions! efforts. " + rest);
    // Without a numeral it is doubtful, and stands at its place.
    BOOST_TEST(told(without_efforts("<table>" + wide("Partner efforts and timelines") + efforts + "</table>")) == "issue! objective! actions! efforts? " + rest);
    // Several, one behind the other, in one table.
    std::string form = "<table>";
    for (std::size_t i = 0; i < 10; ++i) form += wide(std::string(numerals[i]) + ' ' + titles[i]) + (i == 3 ? efforts : wide("What is said of it."));
    BOOST_TEST(told(form + "</table>") == "issue. objective. actions. efforts. opportunities. evaluation. resources. process. linkages. partners. | Collect lamps | Train inspectors ");
}

BOOST_AUTO_TEST_CASE(rows_that_only_read_like_titles_stay) {
    const std::string all = "issue! objective! actions! efforts! opportunities! evaluation! resources! process! linkages! partners! | Collect lamps | Train inspectors ";
    const std::string title = "<h1>IV. Partner efforts and timelines</h1><table>";
    // The title once more, the name of a group of rows, the caption of a table at the place of another section.
    for (const char* row : {"IV. Partner efforts and timelines", "Partners", "Evaluation"}) {
        BOOST_TEST(told(without_efforts(title + wide(row) + efforts + "</table>")) == all, row);
        BOOST_TEST(told(without_efforts(title + efforts + wide(row) + "</table>")).starts_with("issue! objective! actions! efforts! opportunities!"), row);
    }
    std::string lacking = without_efforts(title + wide("Partners") + efforts + "</table>");
    lacking.resize(lacking.find("<h1>X."));
    BOOST_TEST(told(lacking) == "issue! objective! actions! efforts! opportunities! evaluation! resources! process! linkages! | Collect lamps | Train inspectors ");
}

BOOST_AUTO_TEST_SUITE_END()
