// Paragraphs with tabs that are rows of a table, and those that are none.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "plancheck/document.hpp"
#include "support/dump.hpp"

BOOST_AUTO_TEST_SUITE(typed_tables)

namespace {

using namespace plancheck;

// One paragraph a line, '|' a tab, '/' a line break.
Document document_of(const std::vector<std::string>& lines, const Limits& limits = {}, const std::string& more = {}) {
    std::string body;
    for (const std::string& line : lines) {
        body += "<text:p>";
        for (const char c : line) body += c == '|' ? "<text:tab/>" : c == '/' ? "<text:line-break/>" : std::string(1, c);
        body += "</text:p>";
    }
    return read("<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:mimetype=\"application/vnd.oasis.opendocument.text\">"
                "<office:body><office:text>" + body + more + "</office:text></office:body></office:document>",
                "made.fodt", limits);
}

// "a|b" for each row of the tables, and paragraphs as they are.
std::vector<std::string> shape_of(const Document& document) {
    std::vector<std::string> made;
    for (std::uint32_t i = 0; i < document.main_end;) {
        const Block& block = document.blocks[i];
        if (block.kind == BlockKind::row) {
            std::string& row = made.emplace_back();
            for (std::uint32_t c = i + 1; c < block.end; c = document.blocks[c].end) {
                const Block& cell = document.blocks[c];
                row += std::string(c == i + 1 ? "" : "|") + std::string(cell.end > c + 1 ? document.view(document.blocks[c + 1].text) : std::string_view());
            }
            i = block.end;
            continue;
        }
        if (block.kind == BlockKind::table) made.push_back("table");
        else made.emplace_back(document.view(block.text));
        ++i;
    }
    return made;
}

void check(const std::vector<std::string>& lines, const std::vector<std::string>& wanted) {
    const auto shape = shape_of(document_of(lines));
    BOOST_TEST(shape == wanted, boost::test_tools::per_element());
}

// As long as the lines are, none of them is a row.
void check_none(const std::vector<std::string>& lines) {
    const Document document = document_of(lines);
    BOOST_CHECK_MESSAGE(std::none_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) { return block.kind == BlockKind::table; }), lines.front());
}

}  // namespace

BOOST_AUTO_TEST_CASE(rows_below_heads_are_a_table) {
    const Document document = document_of({"Efforts:", "Action|Partner|When", "Collect lamps|Town|May 2026", "Store them|Harbour|2027", "All of it."});
    BOOST_TEST(dump_blocks(document) ==
               "paragraph @1:226 words=1 | Efforts:\ntable [preformatted] @1:251\n"
               "  row @1:251\n    cell column 0 @1:251\n      paragraph @1:251 words=1 | Action\n    cell column 1\n      paragraph words=1 | Partner\n    cell column 2\n      paragraph words=1 | When\n"
               "  row @1:307\n    cell column 0 @1:307\n      paragraph @1:307 words=2 | Collect lamps\n    cell column 1\n      paragraph words=1 | Town\n    cell column 2\n      paragraph words=2 | May 2026\n"
               "  row @1:371\n    cell column 0 @1:371\n      paragraph @1:371 words=2 | Store them\n    cell column 1\n      paragraph words=1 | Harbour\n    cell column 2\n      paragraph words=1 | 2027\n"
               "paragraph @1:431 words=3 | All of it.\nfodt words=16 with-letters=16 labels=0\n");
}

BOOST_AUTO_TEST_CASE(what_tabs_part) {
    // Set to reach the columns.
    check({"Action|||Partner||When", "Collect lamps|Town||May 2026", "Store|||Harbour||2027"}, {"table", "Action|Partner|When", "Collect lamps|Town|May 2026", "Store|Harbour|2027"});
    // One a cell, be it empty.
    check({"Action|Partner|When", "Collect lamps||May 2026", "Lamps||", "Store|Harbour|2027", "Total|9"}, {"table", "Action|Partner|When", "Collect lamps||May 2026", "Lamps", "Store|Harbour|2027", "Total||9"});
    const Document grouped = document_of({"Action|Partner|When", "Lamps||", "Collect|Town|May 2026", "Store|Harbour|2027"});
    BOOST_TEST(std::any_of(grouped.blocks.begin(), grouped.blocks.end(), [](const Block& block) { return block.kind == BlockKind::cell && block.column_span == 3; }));
    // Lines of one paragraph.
    check({"Action|Partner|When/Collect lamps|Town|May 2026", "Store|Harbour|2027/Mend|Town|2028"}, {"table", "Action|Partner|When", "Collect lamps|Town|May 2026", "Store|Harbour|2027", "Mend|Town|2028"});
    // The numbers have no head.
    check({"Action|Partner", "1|Collect lamps|Town", "2|Store|Harbour"}, {"table", "|Action|Partner", "1|Collect lamps|Town", "2|Store|Harbour"});
    check({"No.|Action", "1.1|Collect lamps", "1.2|Store"}, {"table", "No.|Action", "1.1|Collect lamps", "1.2|Store"});
    // Years are heads.
    check({"Source|2026|Baseline (2025)", "Town|15|20", "Harbour|7|9"}, {"table", "Source|2026|Baseline (2025)", "Town|15|20", "Harbour|7|9"});
    // Other text stands before and behind.
    check({"See|it", "Action|Partner|When", "Collect lamps|Town|2026", "Store|Harbour|2027", "Chair:|Ms A"}, {"See\tit", "table", "Action|Partner|When", "Collect lamps|Town|2026", "Store|Harbour|2027", "Chair:\tMs A"});
}

BOOST_AUTO_TEST_CASE(what_is_no_table) {
    check_none({"I.|Summary of the issue|2", "II.|Objective of the area|3", "III.|Priority actions|3"});
    check_none({"Summary of the issue|2", "Objective|3", "Priority actions|3", "Efforts|4"});
    check_none({"Ms Ann Sample|Institute|ann@example.org", "Mr Tom Model|Town|tom@example.org", "Dr Eva Probe|Harbour|eva@example.org"});
    check_none({"Ann Sample|ann@example.org", "Tom Model|tom@example.org", "Eva Probe|eva@example.org"});
    check_none({"1.|Collect lamps", "2.|Store them", "3.|Mend what can be mended"});
    check_none({"Lead:|Institute of Lakes", "Period:|2026-2029", "Status:|draft"});
    check_none({"Lead|Institute of Lakes", "Period|2026-2029", "Status|draft"});
    check_none({"Name|Place|Signature", "__________|__________|__________", "__________|__________|__________"});
    check_none({"|The first line of a text is moved in.", "|So is that of the next.", "|And of the last."});
    check_none({"Action|Partner|When", "Collect lamps|Town|2026"});
}

BOOST_AUTO_TEST_CASE(places_and_counts_hold) {
    const std::string note = "<text:p>Behind<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>Of it.</text:p></text:note-body></text:note> it</text:p>";
    const Document document = document_of({"Action|Partner|When", "Collect lamps|Town|2026", "Store|Harbour|2027"}, {}, note);
    const auto behind = std::find_if(document.blocks.begin(), document.blocks.end(), [&](const Block& block) { return document.view(block.text).starts_with("Behind"); });
    const auto of = std::find_if(document.blocks.begin(), document.blocks.end(), [](const Block& block) { return block.kind == BlockKind::note; });
    BOOST_REQUIRE((behind != document.blocks.end() && of != document.blocks.end()));
    BOOST_TEST(of->note_of() == static_cast<std::uint32_t>(behind - document.blocks.begin()));
    BOOST_TEST(static_cast<std::uint32_t>(of - document.blocks.begin()) == document.main_end);
    BOOST_TEST(behind->before.words == 10U);
    BOOST_TEST(document.total.words == 12U);
}

BOOST_AUTO_TEST_CASE(cells_beyond_the_limit_stay_text) {
    Limits limits;
    limits.cells = 8;
    const auto shape = shape_of(document_of({"Action|Partner|When", "Collect lamps|Town|2026", "Store|Harbour|2027"}, limits));
    const std::vector<std::string> wanted{"Action\tPartner\tWhen", "Collect lamps\tTown\t2026", "Store\tHarbour\t2027"};
    BOOST_TEST(shape == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
