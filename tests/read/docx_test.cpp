// Every file of read/docx against its blocks, the counts of the files that prove the counting rule, and what can only
// be shown by files made here: many levels, many cells, many repeats.
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

BOOST_AUTO_TEST_SUITE(docx)

namespace fs = std::filesystem;
using namespace plancheck;

namespace {

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> samples() {
    std::vector<fs::path> made;
    for (const auto& entry : fs::directory_iterator("read/docx")) {
        const std::string ending = entry.path().extension().string();
        if (ending.starts_with(".do")) made.push_back(entry.path());
    }
    std::sort(made.begin(), made.end());
    return made;
}

Document read_sample(const std::string& name) { return read(content("read/docx/" + name), name); }

/// A DOCX of nothing but this body.
Document read_body(const std::string& body, const Limits& limits = {}) {
    support::ZipWriter zip;
    zip.add(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
        "PartName=\"/word/document.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
    zip.add(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
        "Target=\"word/document.xml\"/></Relationships>");
    zip.add("word/document.xml",
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" +
                body + "</w:body></w:document>",
            false);
    return read(zip.bytes(), "made.docx", limits);
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string made;
    made.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) made += text;
    return made;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_sample_gives_its_blocks) {
    const auto files = samples();
    BOOST_TEST(files.size() >= 60U);
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

BOOST_AUTO_TEST_CASE(counts_are_those_of_the_word_processor) {
    struct Case {
        const char* name;
        Tally total;
    };
    // What Word shows is words + labels.
    for (const Case& one : {Case{"count_letter.docx", {175, 140, 0}}, Case{"count_labels.docx", {32, 32, 16}},
                            Case{"count_fields.docx", {6, 6, 0}}, Case{"count_table.docx", {11, 8, 0}}}) {
        BOOST_TEST_CONTEXT(one.name) {
            const Document document = read_sample(one.name);
            BOOST_TEST(document.readable);
            BOOST_TEST(document.total.words == one.total.words);
            BOOST_TEST(document.total.with_letters == one.total.with_letters);
            BOOST_TEST(document.total.labels == one.total.labels);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_document_says_where_it_came_from) {
    const std::string bytes = content("read/docx/notes.docx");
    const Document document = read(bytes, "folder/notes.docx");
    BOOST_TEST(document.name == "folder/notes.docx");
    BOOST_TEST(document.bytes == bytes.size());
    BOOST_TEST(document.sha256.size() == 64U);
    const std::vector<std::string> parts{"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"};
    BOOST_TEST(document.parts == parts);
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

BOOST_AUTO_TEST_CASE(boxes_and_choices_nest_as_deep_as_the_file) {
    // 40 boxes of six elements each come near the limit of 256 levels.
    const std::string open = "<w:p><w:r><w:pict><x><y><w:txbxContent>";
    const std::string close = "</w:txbxContent></y></x></w:pict></w:r></w:p>";
    const Document document = read_body("<w:p><w:r><w:t>start</w:t></w:r></w:p>" + repeated(open, 40) +
                                        "<w:p><w:r><w:t>inmost</w:t></w:r></w:p>" + repeated(close, 40));
    BOOST_TEST(document.readable);
    BOOST_TEST(std::count_if(document.blocks.begin(), document.blocks.end(),
                             [](const Block& b) { return b.kind == BlockKind::box; }) == 40);
    BOOST_TEST(document.total.words == 1U);

    const std::string choice = "<mc:AlternateContent><mc:Choice Requires=\"a\">";
    const std::string end =
        "</mc:Choice><mc:Fallback><w:p><w:r><w:t>no</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>";
    const Document chosen = read_body(repeated(choice, 100) + repeated("<w:p/>", 20000) +
                                      "<w:p><w:r><w:t>yes</w:t></w:r></w:p>" + repeated(end, 100));
    BOOST_TEST(dump_blocks(chosen) == "paragraph words=1 | yes\ndocx words=1 with-letters=1 labels=0\n");
}

BOOST_AUTO_TEST_CASE(wide_merges_are_found_in_one_run_along_the_row) {
    const std::string first = repeated("<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p/></w:tc>", 20000);
    const std::string more = repeated("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>", 20000);
    const Document document = read_body("<w:p><w:r><w:t>x</w:t></w:r></w:p><w:tbl><w:tr>" + first + "</w:tr><w:tr>" +
                                        more + "</w:tr><w:tr>" + more + "</w:tr></w:tbl>");
    BOOST_TEST(document.blocks.size() == 20000U + 1 + 1 + 3);
    BOOST_TEST(std::all_of(document.blocks.begin(), document.blocks.end(),
                           [](const Block& b) { return b.kind != BlockKind::cell || b.row_span == 3; }));
}

BOOST_AUTO_TEST_CASE(limits_are_told_by_name) {
    Limits limits;
    limits.cells = 3;
    const Document cells = read_body("<w:tbl><w:tr>" + repeated("<w:tc><w:p/></w:tc>", 4) + "</w:tr></w:tbl>", limits);
    BOOST_TEST(dump_blocks(cells) ==
               "error read/limit limit=cells value=4 allowed=3\ndocx words=0 with-letters=0 labels=0 unreadable\n");
    limits = {};
    limits.nesting = 4;
    const Document nesting = read_body("<w:p><w:r><w:t>x</w:t></w:r></w:p>", limits);
    BOOST_TEST(dump_blocks(nesting) ==
               "error read/limit limit=nesting value=5 allowed=4\ndocx words=0 with-letters=0 labels=0 unreadable\n");
    limits = {};
    limits.file_bytes = 10;
    const Document file = read(std::string(11, 'x'), "x.docx", limits);
    BOOST_TEST(dump_blocks(file) ==
               "error read/limit limit=file-bytes value=11 allowed=10\n words=0 with-letters=0 labels=0 unreadable\n");
}

BOOST_AUTO_TEST_CASE(what_stands_in_the_wrong_place_does_no_harm) {
    const Document document = read_body(
        "<w:tr><w:tc><w:p><w:r><w:t>row without a table</w:t></w:r></w:p></w:tc></w:tr><w:r><w:t>run without a "
        "paragraph</w:t></w:r>"
        "<w:tbl><w:p><w:r><w:t>paragraph without a cell</w:t></w:r></w:p></w:tbl>"
        "<w:p><w:r><w:t>a</w:t></w:r><w:p><w:r><w:t>b</w:t></w:r></w:p><w:tbl><w:tr/></w:tbl><w:r><w:fldChar "
        "w:fldCharType=\"end\"/><w:t>c</w:t></w:r></w:p>");
    BOOST_TEST(dump_blocks(document) == "paragraph words=1 | abc\ndocx words=1 with-letters=1 labels=0\n");
}

// What is struck out by hand is counted, as the word processor does; a paragraph of nothing else says so.
BOOST_AUTO_TEST_CASE(what_is_struck_out) {
    const Document document = read_body(
        "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>all of</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:rPr><w:dstrike/></w:rPr><w:t>it</w:t></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t xml:space=\"preserve\">2024 </w:t></w:r><w:r><w:t>2027</w:t></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>none</w:t></w:r></w:p>");
    BOOST_TEST(dump_blocks(document) == "paragraph [struck] words=3 | all of it\nparagraph words=2 | 2024 2027\nparagraph words=1 | none\ndocx words=6 with-letters=6 labels=0\n");
}

BOOST_AUTO_TEST_SUITE_END()
