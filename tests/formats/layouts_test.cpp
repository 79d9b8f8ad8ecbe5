// Authors lay out the same plan in their own way: on a form with the titles in a column, one table for each section, all of it
// in the one cell of a frame. The samples' HTML files are laid out anew here; what is reported stays the same.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "support/portrait.hpp"
#include "support/summary.hpp"
#include "text/language.hpp"
#include "text/numerals.hpp"

namespace fs = std::filesystem;
using namespace plancheck;

namespace {

struct Part {
    std::string numeral, title, body;  // no numeral: an annex
};

struct Written {
    std::string before;  // everything up to the first section
    std::vector<Part> parts;
};

// What a reader of HTML shows of the title: line ends are spaces.
Written written(const std::string& html) {
    Written plan;
    const std::string opening = "<h1 id=";
    std::size_t at = html.find(opening);
    plan.before = html.substr(0, at);
    const std::size_t last = html.rfind("</body>");
    while (at < last) {
        const std::size_t title = html.find('>', at) + 1, end = html.find("</h1>", title), next = std::min(html.find(opening, end), last);
        Part part;
        part.title = html.substr(title, end - title);
        std::replace(part.title.begin(), part.title.end(), '\n', ' ');
        part.body = html.substr(end + 5, next - end - 5);
        if (const auto numeral = parse_numeral(part.title, &Languages::built_in())) {
            part.numeral = part.title.substr(0, numeral->size);
            part.title.erase(0, numeral->size);
        }
        plan.parts.push_back(std::move(part));
        at = next;
    }
    return plan;
}

struct Layout {
    const char* name;
    std::string (*open)();
    std::string (*row)(const Part& part);
    std::string (*close)();
};

std::string nothing() { return {}; }
std::string table() { return "<table border=\"1\">"; }
std::string end_of_table() { return "</table>"; }
std::string bold(const std::string& words) { return "<p><b>" + words + "</b></p>"; }

const Layout ways[] = {
    {"title and text side by side", table,
     [](const Part& part) { return "<tr><td>" + bold(part.numeral + part.title) + "</td><td>" + part.body + "</td></tr>"; }, end_of_table},
    {"numeral, title and text side by side", [] { return table() + "<tr><th>No</th><th>Section</th><th>Text</th></tr>"; },
     [](const Part& part) { return "<tr><td>" + part.numeral + "</td><td>" + part.title + "</td><td>" + part.body + "</td></tr>"; }, end_of_table},
    {"a table of two cells for each", nothing,
     [](const Part& part) { return table() + "<tr><td>" + part.numeral + part.title + "</td><td>" + part.body + "</td></tr></table><p></p>"; }, nothing},
    {"numeral and title in a table above the text", nothing,
     [](const Part& part) { return table() + "<tr><td>" + part.numeral + "</td><td>" + part.title + "</td></tr></table>" + part.body; }, nothing},
    {"text in a cell over both columns", table,
     [](const Part& part) { return "<tr><td>" + bold(part.numeral) + "</td><td>" + bold(part.title) + "</td></tr><tr><td colspan=\"2\">" + part.body + "</td></tr>"; },
     end_of_table},
    {"all in one cell", [] { return table() + "<tr><td>"; }, [](const Part& part) { return bold(part.numeral + part.title) + part.body; },
     [] { return "</td></tr>" + end_of_table(); }},
    {"a frame for each", nothing,
     [](const Part& part) { return table() + "<tr><td>" + part.numeral + part.title + "</td></tr><tr><td>" + part.body + "</td></tr></table>"; }, nothing},
};

std::string laid_out(const Written& plan, const Layout& layout, bool annexes_too) {
    std::string html = plan.before + layout.open();
    bool open = true;
    for (const Part& part : plan.parts) {
        if (open && part.numeral.empty() && !annexes_too) {
            html += layout.close();
            open = false;
        }
        html += !open ? "<h1>" + part.title + "</h1>" + part.body : layout.row(part);
    }
    return html + (open ? layout.close() : "") + "</body></html>";
}

std::vector<std::string> files() {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator("formats"))
        if (const std::string path = entry.path().string(); path.ends_with(".pandoc.html")) found.push_back(path);
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layouts)

BOOST_DATA_TEST_CASE(the_same_is_found, files(), file) {
    static const Validator validator;
    const std::string html = support::slurp(file);
    const Written plan = written(html);
    BOOST_TEST_REQUIRE(plan.parts.size() >= 9U);
    const Report expected = validator.validate(html, file);
    for (const Layout& layout : ways)
        for (const bool annexes_too : {false, true})
            BOOST_TEST_CONTEXT(layout.name << (annexes_too ? ", annexes too" : ""))
                support::compare(validator.validate(laid_out(plan, layout, annexes_too), file), expected);
}

BOOST_AUTO_TEST_SUITE_END()
