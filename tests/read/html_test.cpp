// Every file of read/html against its blocks, limits, and what only files made here can show: many elements, many
// attributes, deep nesting, tables that are small in the file and wide in their grid.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "plancheck/document.hpp"
#include "support/dump.hpp"
#include "support/growth.hpp"

BOOST_AUTO_TEST_SUITE(html)

namespace fs = std::filesystem;
using namespace plancheck;
using namespace std::string_literals;

namespace {

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> samples() {
    std::vector<fs::path> made;
    for (const auto& entry : fs::directory_iterator("read/html"))
        if (entry.path().extension() == ".html") made.push_back(entry.path());
    std::sort(made.begin(), made.end());
    return made;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string made;
    made.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) made += text;
    return made;
}

std::string attributes(std::size_t count) {
    std::string made;
    for (std::size_t i = 0; i < count; ++i) made += " a" + std::to_string(i);
    return made;
}

std::string many_classes(std::size_t paragraphs) {
    return "<style>.a{font-weight:bold}</style>" + repeated("<p class=\"a " + repeated("b ", 1000) + "\">", paragraphs) + "x";
}

std::string blocks_of(const std::string& bytes, const Limits& limits = {}) {
    return dump_blocks(read(bytes, "made.html", limits));
}

std::string refused(const std::string& limit, std::uint64_t value, std::uint64_t allowed) {
    return "error read/limit limit=" + limit + " value=" + std::to_string(value) +
           " allowed=" + std::to_string(allowed) + "\nhtml words=0 with-letters=0 labels=0 unreadable\n";
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_sample_gives_its_blocks) {
    const auto files = samples();
    BOOST_TEST(files.size() >= 30U);
    for (const fs::path& file : files) {
        BOOST_TEST_CONTEXT(file.filename().string()) {
            const std::string blocks = dump_blocks(read(content(file), file.filename().string()));
            fs::path golden = file;
            golden.replace_extension(".blocks");
            if (std::getenv("PLANCHECK_UPDATE") != nullptr) std::ofstream(golden, std::ios::binary) << blocks;
            BOOST_TEST(blocks == content(golden));
        }
    }
}

BOOST_AUTO_TEST_CASE(places_are_those_of_the_text) {
    for (const fs::path& file : samples()) {
        BOOST_TEST_CONTEXT(file.filename().string()) {
            const std::string bytes = content(file);
            const Document document = read(bytes, file.filename().string());
            for (const Block& block : document.blocks) {
                if (block.text.empty() || block.place.byte_offset == Place::none) continue;
                const std::string_view source = std::string_view(bytes).substr(block.place.byte_offset);
                const std::string_view text = document.view(block.text);
                // A reference stands for its character, and a font of signs shows another one.
                const bool sign = text.starts_with("✓") || text.starts_with("•");
                BOOST_TEST((source.starts_with('&') || source[0] == text[0] || (sign && file.filename() == "signs_in_fonts.html")));
                const auto before = bytes.begin() + static_cast<std::ptrdiff_t>(block.place.byte_offset);
                BOOST_TEST(block.place.line == 1 + std::count(bytes.begin(), before, '\n'));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(limits_are_told_by_name) {
    Limits limits;
    limits.attributes = 3;
    BOOST_TEST(blocks_of("<p a b=1 c='2'>x</p>", limits) ==
               "paragraph @1:16 words=1 | x\nhtml words=1 with-letters=1 labels=0\n");
    BOOST_TEST(blocks_of("<p a b=1 c='2' d>x</p>", limits) == refused("attributes", 4, 3));
    // A name ends after a hundred letters for the parser.
    BOOST_TEST(blocks_of("<p " + std::string(400, 'a') + ">x</p>", limits) == refused("attributes", 4, 3));
    limits = {};
    limits.elements = 3;
    BOOST_TEST(blocks_of("<p>x<b c>y</b></p>", limits) ==
               "paragraph @1:4 words=1 | xy\nhtml words=1 with-letters=1 labels=0\n");
    BOOST_TEST(blocks_of("<p>x<b c d>y</b></p>", limits) == refused("elements", 4, 3));
    limits = {};
    limits.nesting = 5;
    BOOST_TEST(blocks_of("<div><div><div>x", limits) ==
               "paragraph @1:16 words=1 | x\nhtml words=1 with-letters=1 labels=0\n");
    BOOST_TEST(blocks_of("<div><div><div><div>x", limits) == refused("nesting", 6, 5));
    limits = {};
    limits.characters = 3;
    BOOST_TEST(blocks_of("<p>äöü</p>", limits) ==
               "paragraph @1:4 words=1 | äöü\nhtml words=1 with-letters=1 labels=0\n");
    BOOST_TEST(blocks_of("<p>äöüß</p>", limits) == refused("characters", 4, 3));
    limits = {};
    limits.cells = 2;
    BOOST_TEST(
        blocks_of("<table><tr><td><td>x", limits) ==
        "table @1:20\n  row @1:20\n    cell column 0\n    cell column 1 @1:20\n      paragraph @1:20 words=1 | x\n"
        "html words=1 with-letters=1 labels=0\n");
    BOOST_TEST(blocks_of("<table><tr><td><td><td>x", limits) == refused("cells", 3, 2));
}

BOOST_AUTO_TEST_CASE(hostile_files_are_told_for_what_they_are) {
    struct Case {
        std::string what, bytes, told;
    };
    const std::string names = attributes(100'000);
    const std::string merged = repeated("<td rowspan=65534>", 65'000);
    const std::string classes = many_classes(2000);
    const Case cases[] = {
        {"attributes", "<p" + names + ">x</p>", refused("attributes", 1025, 1024)},
        {"attributes behind a comment with a quote", "<!-- <a b=\" --><p" + names + "><i c=\">",
         refused("attributes", 1025, 1024)},
        {"attributes behind a script with a tag", "<script>a<b c=\"</script><p" + names + "><i c=\">",
         refused("attributes", 1025, 1024)},
        {"nesting", repeated("<div>", 100'000), refused("nesting", 257, 256)},
        {"nested tables", repeated("<table><tr><td>", 100'000), refused("nesting", 257, 256)},
        {"elements", repeated("<p>", 5'000'000), refused("elements", 4'194'305, 4'194'304)},
        {"merged cells", "<table><tr>" + merged + repeated("<tr><td>", 65'000), refused("cells", 1'000'001, 1'000'000)},
        {"cells", "<table>" + repeated("<tr><td><td>", 600'000), refused("cells", 1'000'001, 1'000'000)},
        {"unclosed comment", "<p>x</p>" + repeated("<!-- ", 1'000'000),
         "paragraph @1:4 words=1 | x\nhtml words=1 with-letters=1 labels=0\n"},
        {"unclosed scripts", "<p>x</p>" + repeated("<script>", 500'000),
         "paragraph @1:4 words=1 | x\nhtml words=1 with-letters=1 labels=0\n"},
        {"unclosed tags", "<p>x</p>" + repeated("<a b=\"", 500'000), refused("attributes", 1025, 1024)},
        {"grids that do not end", repeated("<p style=\"display:grid;grid-template-columns:1fr 1fr\">", 20'000) + "x",
         "paragraph @1:1080001 words=1 | x\nhtml words=1 with-letters=1 labels=0\n"},
        {"records that do not end", repeated("<dl><dt><dd>", 80) + "x", "list-item 79 #80=0 @1:961 words=1 | x\nhtml words=1 with-letters=1 labels=0\n"},
        {"closing tags", "<p>x" + repeated("</b>", 500'000),
         "paragraph @1:4 words=1 | x\nhtml words=1 with-letters=1 labels=0\n"},
        {"braces of a style sheet", "<style>" + repeated("{a", 500'000) + "</style><p>x</p>",
         "paragraph @1:1000019 words=1 | x\nhtml words=1 with-letters=1 labels=0\n"},
        {"classes", classes,
         "paragraph bold @1:" + std::to_string(classes.size()) +
             " words=1 | x\nhtml words=1 with-letters=1 labels=0\n"},
        {"breaks", "<p>" + repeated("<br>", 500'000),
         "error read/empty\nhtml words=0 with-letters=0 labels=0 unreadable\n"},
    };
    for (const Case& one : cases)
        BOOST_TEST_CONTEXT(one.what) { BOOST_TEST(blocks_of(one.bytes) == one.told); }
}

BOOST_AUTO_TEST_CASE(cost_grows_with_the_file) {
    struct Shape {
        const char* what;
        std::size_t size;
        std::function<std::string(std::size_t)> make;
    };
    const auto times = [](std::string before, std::string one) {
        return [=](std::size_t n) { return before + repeated(one, n); };
    };
    const Shape shapes[] = {
        {"attributes", 25'000, [](std::size_t n) { return "<p" + attributes(n) + ">x</p>"; }},
        {"attributes behind a comment", 25'000, [](std::size_t n) { return "<!-- <a b=\" --><p" + attributes(n) + "><i c=\">"; }},
        {"nesting", 25'000, times("", "<div>")},
        {"feet of tables", 5'000, times("", "<table><tfoot><tr><td>a</tfoot><tr><td>b</table>")},
        {"feet in feet", 5'000, times("<table><tfoot>", "<tr><td><table><tfoot><tr><td>a</table>")},
        {"boxes in a line", 5'000, times("<p>x", "<span id=a dir=ltr style='float:left'>y</span>")},
        {"lists that count down", 5'000, times("", "<ol reversed><li>a<li>b</ol>")},
        {"references without semicolon", 25'000, times("", "&ltx")},
        {"nested tables", 25'000, times("", "<table><tr><td>")},
        {"elements", 250'000, times("", "<p>")},
        {"rows below merged cells", 500, [](std::size_t n) { return "<table><tr>" + repeated("<td rowspan=65534>", 100) + repeated("<tr><td>", n); }},
        {"columns of merged cells", 2'000, [](std::size_t n) { return "<table><tr>" + repeated("<td rowspan=65534>", n) + repeated("<tr><td>", 20); }},
        {"cells", 100'000, times("<table>", "<tr><td><td>")},
        {"unclosed comments", 250'000, times("<p>x</p>", "<!-- ")},
        {"unclosed scripts", 125'000, times("<p>x</p>", "<script>")},
        {"unclosed tags", 125'000, times("<p>x</p>", "<a b=\"")},
        {"closing tags", 125'000, times("<p>x", "</b>")},
        {"braces of a style sheet", 125'000, [](std::size_t n) { return "<style>" + repeated("{a", n) + "</style><p>x</p>"; }},
        {"rules of a style sheet", 25'000, [](std::size_t n) { return "<style>" + repeated(".a{color:red}", n) + "</style>" + repeated("<p class=a>x", n); }},
        {"classes", 500, many_classes},
        {"breaks", 125'000, times("<p>", "<br>")},
    };
    for (const Shape& shape : shapes)
        support::grows_with_its_size(shape.what, shape.size, [&](std::size_t n) {
            return [bytes = shape.make(n)] { read(bytes, "made.html"); };
        });
}

BOOST_AUTO_TEST_CASE(a_million_elements_are_read) {
    const Document document = read(repeated("<p>a <b>b</b></p>\n", 500'000), "made.html");
    BOOST_TEST(document.readable);
    BOOST_TEST(document.blocks.size() == 500'000U);
    BOOST_TEST(document.total.words == 1'000'000U);
}

BOOST_AUTO_TEST_CASE(a_foot_beyond_measure_stays_where_it_is) {
    const auto first_of = [](std::size_t rows) {
        const Document document = read("<table><tfoot>" + repeated("<tr><td>foot</td></tr>", rows) + "</tfoot><tbody><tr><td>body</td></tr></tbody></table><p>end", "made.html");
        BOOST_TEST(document.total.words == rows + 2);
        return std::string(document.view(document.blocks[3].text));
    };
    BOOST_TEST(first_of(100) == "body");
    BOOST_TEST(first_of(100'000) == "foot");
}

BOOST_AUTO_TEST_CASE(spans_are_clamped_to_what_the_table_has) {
    const Document document = read(
        "<table><tr><td rowspan=2000000000 colspan=99999999999>a<tr><td rowspan=-3 colspan=0>b</table>", "made.html");
    BOOST_TEST(
        dump_blocks(document) ==
        "table @1:55\n  row @1:55\n    cell column 0 columns 1000 rows 2 @1:55\n      paragraph @1:55 words=1 | a\n"
        "  row @1:85\n    cell column 1000 @1:85\n      paragraph @1:85 words=1 | b\nhtml words=2 with-letters=2 "
        "labels=0\n");
}

BOOST_AUTO_TEST_CASE(any_bytes_give_a_document) {
    for (const fs::path& file : samples()) {
        BOOST_TEST_CONTEXT(file.filename().string()) {
            const std::string bytes = content(file);
            for (std::size_t cut = 0; cut < bytes.size(); cut += 97) read(bytes.substr(0, cut), "made.html");
            for (std::size_t at = 0; at < bytes.size(); at += 13) {
                std::string changed = bytes;
                changed[at] = static_cast<char>(changed[at] ^ 0xFF);
                const Document document = read(changed, "made.html");
                BOOST_TEST((document.readable || !document.notifications.empty()));
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
