// The same plan in every format that people send (make.py says how the files came about) gives the findings of the file
// that it was made from: outline, items, fields, words, outcomes and diagnostics. Places and pages may differ, the count with
// labels, and white space that a converter drops behind a numeral.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <ostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "support/portrait.hpp"
#include "support/summary.hpp"
#include "text/language.hpp"
#include "text/numerals.hpp"

BOOST_AUTO_TEST_SUITE(formats)

namespace fs = std::filesystem;
using namespace plancheck;

namespace {

const std::string plans = "../examples/plans/", folder = "formats/";

std::string tool() {
    std::istringstream folders(std::getenv("PATH") == nullptr ? "/usr/bin" : std::getenv("PATH"));
    for (std::string one; std::getline(folders, one, ':');)
        if (::access((one + "/pdftohtml").c_str(), X_OK) == 0) return one + "/pdftohtml";
    return {};
}

const Validator& validator() {
    static const Validator one([] {
        Options options;
        options.pdf_program = tool();
        return options;
    }());
    return one;
}

struct Case {
    std::string plan, file;  // plan: what the file was made from; Markdown repeats what the others merge
};

std::ostream& operator<<(std::ostream& out, const Case& one) { return out << one.file; }

std::vector<Case> cases(std::initializer_list<std::string> ways, std::initializer_list<std::string> languages = {}) {
    std::vector<Case> made;
    const auto wanted = [&](const std::string& plan) {
        return languages.size() == 0 || std::any_of(languages.begin(), languages.end(), [&](const std::string& one) { return (plan + "-").find("-" + one + "-") != plan.npos; });
    };
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string file = entry.path().filename().string();
        const std::size_t dot = file.find('.');
        for (const std::string& way : ways)
            if (file.substr(dot + 1) == way && wanted(file.substr(0, dot))) made.push_back({file.substr(0, dot) + (way.starts_with("pandoc") || way.starts_with("grid") || way.starts_with("plain") || way.starts_with("browser") || way.starts_with("loose") ? ".md" : ".docx"), file});
    }
    std::sort(made.begin(), made.end(), [](const Case& a, const Case& b) { return a.file < b.file; });
    return made;
}

Report report_of(const std::string& path) { return validator().validate(support::slurp(path), fs::path(path).filename().string()); }

const Report& expected(const std::string& plan) {
    static std::map<std::string, Report> made;
    const auto found = made.find(plan);
    return found != made.end() ? found->second : made.emplace(plan, report_of(plans + plan)).first->second;
}

void check_same(const Case& one) { support::compare(report_of(folder + one.file), expected(one.plan)); }

// What `found` says of a requirement stands for what was expected.
void unsure_of(Report& want, const Report& found, const std::string& id) {
    for (RequirementResult& requirement : want.requirements)
        if (requirement.id == id) requirement.outcome = Outcome::review;
    auto next = found.diagnostics.begin();
    for (Diagnostic& diagnostic : want.diagnostics) {
        if (diagnostic.requirement != id) continue;
        next = std::find_if(next, found.diagnostics.end(), [&](const Diagnostic& one) { return one.requirement == id; });
        if (next != found.diagnostics.end()) diagnostic = *next++;
    }
    // A value filled in by guess is compared with nothing.
    for (std::size_t i = 0; i < want.items.size() && i < found.items.size(); ++i)
        for (std::size_t f = 0; f < want.items[i].fields.size() && f < found.items[i].fields.size(); ++f)
            if (want.items[i].fields[f].values.empty()) want.items[i].fields[f] = found.items[i].fields[f];
}

int step(Confidence confidence) { return static_cast<int>(confidence); }

void check_confidence(const Case& one, int steps) {
    const Report found = report_of(folder + one.file);
    const Report& want = expected(one.plan);
    BOOST_REQUIRE_EQUAL(found.outline.size(), want.outline.size());
    for (std::size_t i = 0; i < want.outline.size(); ++i)
        BOOST_TEST_CONTEXT(want.outline[i].title) BOOST_CHECK_LE(std::abs(step(found.outline[i].confidence) - step(want.outline[i].confidence)), steps);
    BOOST_REQUIRE_EQUAL(found.items.size(), want.items.size());
    for (std::size_t i = 0; i < want.items.size(); ++i)
        BOOST_TEST_CONTEXT(want.items[i].id) BOOST_CHECK_LE(std::abs(step(found.items[i].confidence) - step(want.items[i].confidence)), steps);
}

}  // namespace

BOOST_DATA_TEST_CASE(marked_up, cases({"pandoc.odt", "writer.odt", "pandoc.html", "writer.html", "pandoc.md", "grid.md", "numbered.fodt"}), one) {
    check_same(one);
    check_confidence(one, 0);
}

// A PDF has no cells: columns and rows are found again from where the words stand. All of it is compared, but for what rests
// on a cell of which nothing in a PDF tells whether it is merged with the one above: that is for a person to review.
BOOST_DATA_TEST_CASE(from_pdf, cases({"writer.pdf", "tagged.pdf"}, {"en", "fr", "es"}), one) {
    BOOST_REQUIRE_MESSAGE(!tool().empty(), "pdftohtml is missing: install the package poppler-utils");
    const Report found = report_of(folder + one.file);
    Report want = expected(one.plan);
    const auto doubts = [](const Diagnostic& diagnostic) {
        const auto says = [&](const char* words) { return diagnostic.message.find(words) != std::string::npos; };
        return diagnostic.outcome == Outcome::review && (says("row above") || says("ligne du dessus") || says("fila de arriba"));
    };
    for (const Diagnostic& diagnostic : found.diagnostics)
        if (doubts(diagnostic)) unsure_of(want, found, diagnostic.requirement);
    if (found.verdict == Verdict::review && want.verdict != Verdict::review) {
        BOOST_CHECK_MESSAGE(std::any_of(found.diagnostics.begin(), found.diagnostics.end(), doubts), "a review without a doubt");
        want.verdict = Verdict::review;
    }
    support::compare(found, want);
    for (const OutlineEntry& entry : found.outline) BOOST_CHECK(entry.confidence == Confidence::high);
    for (const ReportItem& item : found.items) BOOST_CHECK(item.confidence != Confidence::certain);
    check_confidence(one, 1);
}

// Text has lost what marks headings, lists and tables. Whatever program wrote it, a plan is not accused of what its Word file is
// not accused of: outline and words of its first section are the same, and no requirement fails that held there. Where a table
// came out as lines, what rests on it is for a person to review.
BOOST_DATA_TEST_CASE(accused_of_nothing, cases({"writer.txt", "saved.txt", "pandoc.txt", "layout.txt", "stream.txt", "raw.txt", "loose.txt", "writer.pdf", "plain.pdf", "browser.pdf"}), one) {
    const Report found = report_of(folder + one.file);
    const Report& want = expected(one.plan);
    const auto outline = [](const Report& report) {
        std::ostringstream lines;
        for (const OutlineEntry& entry : report.outline) {
            lines << entry.section << ' ' << entry.numeral;
            if (&entry == &report.outline.front()) lines << " of " << entry.words << " words";
            lines << '\n';
        }
        return lines.str();
    };
    BOOST_TEST(outline(found) == outline(want));
    std::multiset<std::string> accused;
    for (const Diagnostic& diagnostic : want.diagnostics)
        if (diagnostic.outcome == Outcome::fail) accused.insert(diagnostic.requirement);
    for (const Diagnostic& diagnostic : found.diagnostics) {
        if (diagnostic.outcome != Outcome::fail || diagnostic.severity == Severity::note) continue;
        const auto known = accused.find(diagnostic.requirement);
        if (known != accused.end()) accused.erase(known);
        else BOOST_ERROR("accused: " + diagnostic.requirement + ": " + diagnostic.message);
    }
    for (const OutlineEntry& entry : found.outline) BOOST_CHECK(entry.confidence != Confidence::certain);
    for (const ReportItem& item : found.items) BOOST_CHECK(item.confidence != Confidence::certain);
}

// What mail programs, broken line ends and other markups put around the lines of a text changes nothing of what it says.
BOOST_DATA_TEST_CASE(dressed_text, cases({"pandoc.txt"}), one) {
    const std::string text = support::slurp(folder + one.file), markdown = support::slurp(plans + one.plan);
    const auto each_line = [](const std::string& from, const auto& change) {
        std::istringstream lines(from);
        std::string made;
        for (std::string line; std::getline(lines, line);) made += change(line);
        return made;
    };
    const auto titled = [&](const std::string& before, const std::string& after) {
        return each_line(markdown, [&](const std::string& line) {
            const std::size_t signs = line.find_first_not_of('#');
            return (signs == 0 || signs == line.npos ? line : before + line.substr(signs + 1) + after) + '\n';
        });
    };
    const auto read_as_text = [](const std::string& bytes) { return validator().validate(bytes, "plan.txt"); };
    const Report plain = read_as_text(text), marked = read_as_text(markdown);
    for (const std::string before : {"> ", ">>> "})
        BOOST_TEST_CONTEXT(before) support::compare(read_as_text(each_line(text, [&](const std::string& line) { return before + line + '\n'; })), plain);
    for (const std::string end : {"\r", "\r\r\n", "\xC2\x85"})
        BOOST_TEST_CONTEXT("line ends") support::compare(read_as_text(each_line(text, [&](const std::string& line) { return line + end; })), plain);
    for (const std::string signs : {"**", "__", "=== ", "*** ", "--- "}) {
        const std::string before(signs), after(signs.ends_with(' ') ? ' ' + signs.substr(0, signs.size() - 1) : signs);
        BOOST_TEST_CONTEXT(signs) support::compare(read_as_text(titled(before, after)), marked);
    }
}

// A heading that has kept its page number from a table of contents, and titles in bold type that a tab parts from their text: the
// sections are those of the plan.
BOOST_DATA_TEST_CASE(titles_and_tabs, cases({"pandoc.txt"}), one) {
    const std::string markdown = support::slurp(plans + one.plan);
    const auto each_title = [&](const auto& change) {
        std::string made;
        for (std::size_t begin = 0; begin < markdown.size();) {
            const std::size_t end = std::min(markdown.find('\n', begin), markdown.size());
            const std::string line = markdown.substr(begin, end - begin);
            const bool before_text = markdown.compare(end, 2, "\n\n") == 0 && end + 2 < markdown.size() && std::string("#-*|1").find(markdown[end + 2]) == std::string::npos;
            begin = line.starts_with("## ") && before_text && change(line.substr(3), made) ? end + 2 : end + 1;
            if (!line.starts_with("## ") || !before_text) made += line + '\n';
        }
        return made;
    };
    const auto read = [](const std::string& bytes) { return validator().validate(bytes, "plan.md"); };
    const auto sections = [](const Report& report) {
        std::string made;
        for (const OutlineEntry& entry : report.outline) made += entry.section + ' ' + entry.numeral + '\n';
        return made;
    };
    const Report& want = expected(one.plan);
    int page = 2;
    const Report paged = read(each_title([&](const std::string& title, std::string& made) {
        made += "## " + title + '\t' + std::to_string(page++) + "\n";
        return false;
    }));
    const Report tabbed = read(each_title([&](const std::string& title, std::string& made) {
        made += "**" + title + "**\t";
        return true;
    }));
    for (const Report* found : {&paged, &tabbed}) {
        BOOST_TEST(sections(*found) == sections(want));
        BOOST_TEST(name(found->verdict) == name(want.verdict));
        for (const OutlineEntry& entry : found->outline)
            BOOST_TEST_CONTEXT(entry.title) BOOST_CHECK(entry.confidence != Confidence::low);
    }
}

// Sections that are lettered or numbered as nobody foresaw, in text that marks no titles: the title behind such a numeral says what
// it is.
BOOST_DATA_TEST_CASE(numerals_of_other_kinds, cases({"grid.md"}), one) {
    const std::string markdown = support::slurp(plans + one.plan);
    const Report& want = expected(one.plan);
    const auto numbered = [&](const auto& numeral) {
        std::istringstream lines(markdown);
        std::string made;
        int n = 0;
        for (std::string line; std::getline(lines, line);) {
            const std::size_t signs = line.find_first_not_of('#');
            if (signs != 0 && signs != line.npos) line.erase(0, signs + 1);
            if (signs == 2)
                if (const auto known = parse_numeral(line, Languages::built_in()); known && known->level == 0) line = numeral(++n) + line.substr(known->size);
            made += line + '\n';
        }
        return made;
    };
    const std::vector<std::string> texts = {
        numbered([](int n) { return "Art. " + std::to_string(n) + " – "; }),
        numbered([](int n) { return std::to_string(n) + ".0 "; }),
        numbered([](int n) { return std::to_string(n) + ' '; }),
        numbered([](int n) { return std::string(1, static_cast<char>('A' + n - 1)) + ". "; }),
        numbered([](int n) { return std::string("\xE2\x91") + static_cast<char>(0xA0 + n - 1) + ' '; }),
    };
    for (const std::string& text : texts) {
        const Report found = validator().validate(text, "plan.txt");
        const std::string first = found.outline.empty() ? "no outline" : found.outline.front().title;
        BOOST_TEST_CONTEXT(first) {
            BOOST_REQUIRE_EQUAL(found.outline.size(), want.outline.size());
            for (std::size_t i = 0; i < found.outline.size(); ++i) {
                BOOST_TEST(found.outline[i].section == want.outline[i].section);
                BOOST_CHECK(found.outline[i].confidence != Confidence::low);
            }
            BOOST_CHECK(found.verdict != Verdict::fail);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
