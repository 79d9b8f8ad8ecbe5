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

BOOST_AUTO_TEST_SUITE(layouts)

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
        if (const auto numeral = parse_numeral(part.title, Languages::built_in())) {
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

using Texts = std::vector<std::string>;

// What stands between two tags, wherever; the tags may have attributes.
Texts inside(const std::string& html, const std::string& tag) {
    Texts found;
    for (std::size_t at = html.find('<' + tag); at != std::string::npos; at = html.find('<' + tag, at + 1)) {
        if (html[at + tag.size() + 1] != '>' && html[at + tag.size() + 1] != ' ') continue;
        const std::size_t begin = html.find('>', at) + 1;
        found.push_back(html.substr(begin, html.find("</" + tag + '>', begin) - begin));
    }
    return found;
}

// Each row of a table that has a value in most of its cells, under the heads of its columns.
struct Record {
    Texts heads, values;
};

std::string line(const Record& record, std::size_t i) { return record.heads[i] + ": " + record.values[i]; }

// What comes first names a partner, what comes second an effort.
std::size_t named(const Record& record) { return record.heads.size() == 6 ? 1 : 0; }

struct Shape {
    const char* name;
    std::string (*record)(const Record& record);
};

template <class Each>
std::string fields(const Record& record, bool all, Each&& each) {
    std::string html;
    for (std::size_t i = 0; i < record.heads.size(); ++i)
        if (!record.values[i].empty() && (all || i != named(record))) html += each(i);
    return html;
}

const Shape shapes[] = {
    {"a paragraph for each field", [](const Record& r) { return fields(r, true, [&](std::size_t i) { return "<p>" + line(r, i) + "</p>"; }); }},
    {"fields with bold names", [](const Record& r) { return fields(r, true, [&](std::size_t i) { return "<p><b>" + r.heads[i] + ":</b> " + r.values[i] + "</p>"; }); }},
    {"a bullet for each field", [](const Record& r) { return "<ul>" + fields(r, true, [&](std::size_t i) { return "<li>" + line(r, i) + "</li>"; }) + "</ul>"; }},
    {"fields in the lines of a paragraph", [](const Record& r) { return "<p>" + fields(r, true, [&](std::size_t i) { return line(r, i) + "<br>"; }) + "</p>"; }},
    {"paragraphs below a heading",
     [](const Record& r) { return "<h3>" + r.values[named(r)] + "</h3>" + fields(r, false, [&](std::size_t i) { return "<p>" + line(r, i) + "</p>"; }); }},
    {"bullets below a heading",
     [](const Record& r) { return "<h3>" + r.values[named(r)] + "</h3><ul>" + fields(r, false, [&](std::size_t i) { return "<li>" + line(r, i) + "</li>"; }) + "</ul>"; }},
    {"a table of heads and values",
     [](const Record& r) {
         return "<table>" + fields(r, true, [&](std::size_t i) { return "<tr><td>" + r.heads[i] + "</td><td>" + r.values[i] + "</td></tr>"; }) + "</table><p></p>";
     }},
    {"a table of heads and values below its title",
     [](const Record& r) {
         return "<table><tr><th colspan=\"2\">" + r.values[named(r)] + "</th></tr>" +
                fields(r, false, [&](std::size_t i) { return "<tr><td>" + r.heads[i] + "</td><td>" + r.values[i] + "</td></tr>"; }) + "</table><p></p>";
     }},
    {"a table of two heads and two values a row",
     [](const Record& r) {
         std::string html = "<table>";
         for (std::size_t i = 0; i < r.heads.size(); i += 2) {
             const bool two = i + 1 < r.heads.size();
             html += "<tr><td>" + r.heads[i] + "</td><td>" + r.values[i] + "</td><td>" + (two ? r.heads[i + 1] : "") + "</td><td>" + (two ? r.values[i + 1] : "") + "</td></tr>";
         }
         return html + "</table><p></p>";
     }},
};

// The tables of efforts and partners, which have four columns and more, in another shape; or without the rows of groups and totals.
std::string reshaped(std::string html, const Shape* shape) {
    for (std::size_t at = html.find("<table"); at != std::string::npos; at = html.find("<table", at + 1)) {
        const std::size_t end = html.find("</table>", at) + 8;
        const Texts rows = inside(html.substr(at, end - at), "tr");
        Record record;
        record.heads = inside(rows.at(0), "th");
        if (record.heads.size() < 4 || html.find("<h1 id=", at) == html.rfind("<h1 id=") + 1) continue;
        std::string made;
        for (std::size_t r = 1; r < rows.size(); ++r) {
            record.values = inside(rows[r], "td");
            if (record.values.size() != record.heads.size() || std::count(record.values.begin(), record.values.end(), "") * 2 >= static_cast<std::ptrdiff_t>(record.heads.size())) continue;
            made += shape == nullptr ? "<tr>" + rows[r] + "</tr>" : shape->record(record);
        }
        if (shape == nullptr) made = "<table><thead><tr>" + rows[0] + "</tr></thead>" + made + "</table>";
        html.replace(at, end - at, made);
        at += made.size();
    }
    return html;
}

// Efforts, partners and leads: what each is called, its number left out, and the fields that a table has a column for.
Texts items_of(const Report& report) {
    Texts lines;
    for (const ReportItem& item : report.items) {
        if (item.kind != "effort" && item.kind != "partner" && item.kind != "lead") continue;
        std::string line = item.id + ' ' + item.title.substr(std::min(item.title.find_first_not_of("0123456789. -"), item.title.size())).substr(0, 60);
        for (const ReportField& field : item.fields)
            for (const ReportValue& value : field.values)
                if (field.name == "timeline" || field.name == "cost" || (field.name == "partner" && item.kind == "effort") || value.type == "email" || value.type == "telephone")
                    line += "; " + field.name + ' ' + value.value;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

BOOST_DATA_TEST_CASE(items_in_any_shape, files(), file) {
    static const Validator validator;
    const std::string html = support::slurp(file);
    const Texts expected = items_of(validator.validate(reshaped(html, nullptr), file));
    BOOST_TEST(!expected.empty());
    for (const Shape& shape : shapes)
        BOOST_TEST_CONTEXT(shape.name) BOOST_TEST(items_of(validator.validate(reshaped(html, &shape), file)) == expected, boost::test_tools::per_element());
}

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
