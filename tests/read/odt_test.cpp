// Every file of read/odt against its blocks, and what can only be shown by files made here: many levels, many cells, many
// repeats, limits.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "plancheck/document.hpp"
#include "support/dump.hpp"
#include "support/zip_writer.hpp"

BOOST_AUTO_TEST_SUITE(odt)

namespace fs = std::filesystem;
using namespace plancheck;

namespace {

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> samples() {
    std::vector<fs::path> made;
    for (const auto& entry : fs::directory_iterator("read/odt")) {
        const std::string ending = entry.path().extension().string();
        if (ending == ".odt" || ending == ".ott" || ending == ".fodt") made.push_back(entry.path());
    }
    std::sort(made.begin(), made.end());
    return made;
}

constexpr const char* spaces =
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"";

/// A flat document of nothing but this text.
Document read_flat(const std::string& body, const Limits& limits = {}) {
    return read(std::string("<office:document ") + spaces + " office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>" +
                    body + "</office:text></office:body></office:document>",
                "made.fodt", limits);
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string made;
    made.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) made += text;
    return made;
}

std::string limit_told(const char* limit, const char* value, const char* allowed) {
    return std::string("error read/limit limit=") + limit + " value=" + value + " allowed=" + allowed +
           "\nfodt words=0 with-letters=0 labels=0 unreadable\n";
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_sample_gives_its_blocks) {
    const auto files = samples();
    BOOST_TEST(files.size() >= 50U);
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

BOOST_AUTO_TEST_CASE(places_of_a_flat_file_are_those_of_its_bytes) {
    const std::string bytes = content("read/odt/writer_source.fodt");
    for (const std::string& mark : {std::string(), std::string("\xEF\xBB\xBF")}) {
        const Document document = read(mark + bytes, "writer_source.fodt");
        std::size_t leaves = 0;
        for (const Block& block : document.blocks) {
            if (block.text.empty()) continue;
            ++leaves;
            const std::string source = (mark + bytes).substr(block.place.byte_offset, 7);
            BOOST_TEST((source == "<text:p" || source == "<text:h"));
            const std::string before = (mark + bytes).substr(0, block.place.byte_offset);
            BOOST_TEST(block.place.line == 1U + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')));
            // The file is ASCII as far as these lines go.
            BOOST_TEST(block.place.column == before.size() - before.rfind('\n'));
        }
        BOOST_TEST(leaves == 17U);
    }
    const Document wide = read(content("read/odt/utf_16.fodt"), "utf_16.fodt");
    BOOST_TEST(wide.readable);
    BOOST_TEST(std::all_of(wide.blocks.begin(), wide.blocks.end(),
                           [](const Block& b) { return b.place.line == 0 && b.place.byte_offset == Place::none; }));
}

BOOST_AUTO_TEST_CASE(a_package_names_its_part) {
    const Document document = read(content("read/odt/package.odt"), "package.odt");
    BOOST_TEST(document.parts == std::vector<std::string>{"content.xml"});
}

BOOST_AUTO_TEST_CASE(spans_and_ranges_hold_together) {
    for (const fs::path& file : samples()) {
        BOOST_TEST_CONTEXT(file.filename().string()) {
            const Document document = read(content(file), file.filename().string());
            std::vector<std::uint32_t> ends;
            std::uint32_t last = 0;
            for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
                const Block& block = document.blocks[i];
                while (!ends.empty() && ends.back() <= i) ends.pop_back();
                BOOST_TEST((block.end > i && block.end <= (ends.empty() ? document.blocks.size() : ends.back())));
                BOOST_TEST((block.text.begin <= block.text.end && block.text.end <= document.text.size()));
                if (!block.text.empty()) {
                    BOOST_TEST(block.text.begin >= last);
                    last = block.text.end;
                }
                BOOST_TEST(block.place.part < document.parts.size());
                ends.push_back(block.end);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(repeated_spaces_are_a_limit_before_they_are_text) {
    const std::string body = "<text:p>a<text:s text:c=\"2000000000\"/>b</text:p>";
    BOOST_TEST(dump_blocks(read_flat(body)) == limit_told("characters", "2000000000", "33554432"));
    BOOST_TEST(dump_blocks(read_flat("<text:p>a<text:s text:c=\"99999999999999\"/>b</text:p>")) ==
               limit_told("characters", "4294967295", "33554432"));
    // Spaces of paragraphs that are taken back count too.
    const std::string blank = "<text:p><text:s text:c=\"8388608\"/></text:p>";
    BOOST_TEST(dump_blocks(read_flat(repeated(blank, 5))) == limit_told("characters", "41943040", "33554432"));
    Limits limits;
    limits.characters = 5;
    const std::string five = "<text:p>a<text:s text:c=\"3\"/>b</text:p>";
    BOOST_TEST(read_flat(five, limits).text == "a   b\n");
    limits.characters = 4;
    BOOST_TEST(dump_blocks(read_flat(five, limits)) == limit_told("characters", "5", "4"));
}

BOOST_AUTO_TEST_CASE(repeated_rows_and_cells_are_bounded) {
    const std::string cell = "<table:table-cell table:number-columns-repeated=\"1000000\"><text:p>x</text:p></table:table-cell>";
    const Document wide = read_flat("<table:table><table:table-row>" + cell + "</table:table-row></table:table>");
    BOOST_TEST(wide.blocks.size() == 2U + 2U * 1000U);
    const std::string rows = "<table:table><table:table-row table:number-rows-repeated=\"1000000\">" + cell + cell + "</table:table-row></table:table>";
    BOOST_TEST(dump_blocks(read_flat(rows)) == limit_told("cells", "1000001", "1000000"));
    // Rows in rows in rows, each a thousand times, and nothing in them but empty paragraphs and one word.
    const std::string open = "<table:table><table:table-row table:number-rows-repeated=\"1000\"><table:table-cell>" + repeated("<text:p/>", 2000);
    const std::string close = "</table:table-cell></table:table-row></table:table>";
    BOOST_TEST(dump_blocks(read_flat(repeated(open, 40) + "<text:p>x</text:p>" + repeated(close, 40))) == limit_told("elements", "4194305", "4194304"));
    // The same without a word: empty rows stand once.
    const Document bare = read_flat("<text:p>x</text:p>" + repeated(open, 40) + repeated(close, 40));
    BOOST_TEST(bare.blocks.size() == 1U + 3U * 40U);
    // White space is no text but takes time to read.
    const std::string blank = "<table:table><table:table-row table:number-rows-repeated=\"1000\"><table:table-cell><text:p>x" +
                              std::string(100'000, ' ') + "</text:p></table:table-cell></table:table-row></table:table>";
    BOOST_TEST(!read_flat(blank).readable);
    BOOST_TEST(read_flat(blank).notifications.at(0).id == "read/limit");
}

BOOST_AUTO_TEST_CASE(lists_and_boxes_nest_as_deep_as_the_file) {
    const Document lists = read_flat(repeated("<text:list><text:list-item>", 100) + "<text:p>inmost</text:p>" + repeated("</text:list-item></text:list>", 100));
    BOOST_TEST(lists.blocks.size() == 1U);
    BOOST_TEST(lists.blocks.at(0).level == 9U);
    const Document boxes = read_flat(repeated("<text:p><draw:frame><draw:text-box>", 80) + "<text:p>inmost</text:p>" +
                                     repeated("</draw:text-box></draw:frame></text:p>", 80) + "<text:p>end</text:p>");
    BOOST_TEST(std::count_if(boxes.blocks.begin(), boxes.blocks.end(), [](const Block& b) { return b.kind == BlockKind::box; }) == 80);
    BOOST_TEST(boxes.total.words == 1U);
    const Document deep = read_flat(repeated("<text:section>", 300) + repeated("</text:section>", 300));
    BOOST_TEST(dump_blocks(deep) == limit_told("nesting", "257", "256"));
}

BOOST_AUTO_TEST_CASE(limits_are_told_by_name) {
    Limits limits;
    limits.cells = 3;
    const std::string cells = "<table:table><table:table-row>" + repeated("<table:table-cell/>", 4) + "</table:table-row></table:table>";
    BOOST_TEST(dump_blocks(read_flat(cells, limits)) == limit_told("cells", "4", "3"));
    limits = {};
    limits.nesting = 4;
    BOOST_TEST(dump_blocks(read_flat("<text:p><text:span>x</text:span></text:p>", limits)) == limit_told("nesting", "5", "4"));
}

BOOST_AUTO_TEST_CASE(what_stands_in_the_wrong_place_does_no_harm) {
    const Document document = read_flat(
        "loose<table:table-row><table:table-cell><text:p>row without a table</text:p></table:table-cell></table:table-row>"
        "<text:span>span without a paragraph</text:span><table:table><text:p>paragraph without a cell</text:p></table:table>"
        "<text:list-item><text:p>item without a list</text:p></text:list-item><text:list><text:p>paragraph without an item</text:p></text:list>"
        "<text:p>a<text:p>b</text:p><table:table><table:table-row/></table:table><text:list/><text:section/>c<draw:frame/>"
        "<text:note><text:note-body><text:p>n<text:note><text:note-body><text:p>note in a note</text:p></text:note-body></text:note>"
        "</text:p></text:note-body></text:note></text:p><draw:text-box><text:p>box without a frame</text:p></draw:text-box><text:h/>");
    BOOST_TEST(dump_blocks(document) ==
               "paragraph @1:659 words=4 | paragraph without an item\n"
               "paragraph @1:713 words=1 | abc\nfigure\nbox [uncounted]\n  paragraph [uncounted] @1:1011 words=0 | box without a frame\n"
               "-- end of main text\nnote [uncounted]\n  paragraph [uncounted] @1:853 | n\n"
               "note read/uncounted-text words=4\nfodt words=5 with-letters=5 labels=0\n");
}

BOOST_AUTO_TEST_SUITE_END()
