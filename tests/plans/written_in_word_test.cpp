// What Word writes otherwise for the same page changes nothing: each whole plan of gmp-annex2/not-a-fault/ is made a Word file, and
// that again in ways that authors and programs have; every requirement has the outcome that it had, and every item its title.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "plancheck.hpp"
#include "support/same_findings.hpp"
#include "support/zip_writer.hpp"

BOOST_AUTO_TEST_SUITE(written_in_word)

namespace {

using namespace plancheck;

struct Way {
    const char* name;
    bool words = false;      // each word is a run of its own, in content controls by turns
    bool tabs = false;       // a tab moves the first word in
    bool typed = false;      // labels of lists are typed
    bool blank = false;      // tables have a column and rows without text
    bool wide = false;       // each cell spans two columns of the layout
    bool deep = false;       // the cells of the first row of a table reach over the second, which has none
    bool parted = false;     // a line of signs stands before each heading
    bool raised = false;     // small digits stand behind headings and long paragraphs
    bool two = false;        // titles run over two headings, where sections have the second rank
    bool again = false;      // heads of tables stand again above their last row
    bool typed_tables = false;  // rows of tables of three columns and more are paragraphs, with tabs between the cells
};

std::string xml(std::string_view text) {
    std::string made;
    for (const char c : text) {
        if (c == '&') made += "&amp;";
        else if (c == '<') made += "&lt;";
        else if (c == '\n') made += "</w:t><w:br/><w:t xml:space=\"preserve\">";
        else if (c == '\t') made += "</w:t><w:tab/><w:t xml:space=\"preserve\">";
        else made += c;
    }
    return made;
}

class Writer {
public:
    Writer(const Document& document, const Way& way) : document_(document), way_(way) {
        const auto tops = std::count_if(document.blocks.begin(), document.blocks.end(), [](const Block& block) { return block.kind == BlockKind::heading && block.level == 1; });
        two_ = way.two && tops == 1;
    }

    std::string bytes() {
        blocks(0, document_.main_end);
        const std::string space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        support::ZipWriter zip;
        zip.add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                       "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>", false);
        zip.add("_rels/.rels", related("officeDocument", "word/document.xml"), false);
        zip.add("word/_rels/document.xml.rels", related("numbering", "numbering.xml"), false);
        zip.add("word/document.xml", "<w:document" + space + "><w:body>" + body_ + "</w:body></w:document>", false);
        std::string kinds, lists;
        for (const char* format : {"bullet", "decimal"}) {
            kinds += std::string("<w:abstractNum w:abstractNumId=\"") + (*format == 'b' ? '0' : '1') + "\">";
            for (int level = 0; level < 9; ++level)
                kinds += "<w:lvl w:ilvl=\"" + std::to_string(level) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\"" + (*format == 'b' ? "•" : "%" + std::to_string(level + 1) + ".") + "\"/></w:lvl>";
            kinds += "</w:abstractNum>";
        }
        for (const std::uint32_t list : lists_)
            lists += "<w:num w:numId=\"" + std::to_string(list) + "\"><w:abstractNumId w:val=\"" + (list % 2 == 0 ? '0' : '1') + "\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"" + std::to_string(std::max(1U, first_[list % first_.size()])) + "\"/></w:lvlOverride></w:num>";
        zip.add("word/numbering.xml", "<w:numbering" + space + ">" + kinds + lists + "</w:numbering>", false);
        return zip.bytes();
    }

private:
    const Document& document_;
    const Way& way_;
    std::string body_;
    std::set<std::uint32_t> lists_;
    std::vector<std::uint32_t> first_ = std::vector<std::uint32_t>(4096, 0);  // number that a list begins with
    int notes_ = 0;
    bool two_ = false;

    static std::string related(const std::string& kind, const std::string& target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind + "\" Target=\"" + target + "\"/></Relationships>";
    }

    void run(std::string_view text, bool bold) {
        const auto one = [&](std::string_view words) { return std::string("<w:r>") + (bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t xml:space=\"preserve\">" + xml(words) + "</w:t></w:r>"; };
        if (!way_.words) {
            if (!text.empty()) body_ += one(text);
            return;
        }
        bool held = false;
        for (std::size_t at = 0; at < text.size(); held = !held) {
            const std::size_t end = std::min(text.find_first_not_of(' ', std::min(text.find(' ', at), text.size())), text.size());
            body_ += (held ? "<w:sdt><w:sdtContent>" : "<w:proofErr w:type=\"spellStart\"/>") + one(text.substr(at, end - at)) + (held ? "</w:sdtContent></w:sdt>" : "");
            at = end;
        }
    }

    void paragraph(const Block& block, std::string_view text, std::size_t bold, bool whole = true) {
        body_ += "<w:p><w:pPr>";
        std::string label;
        if (block.kind == BlockKind::heading) body_ += "<w:outlineLvl w:val=\"" + std::to_string(block.level - 1) + "\"/>";
        if (block.kind == BlockKind::list_item) {
            const bool ordered = block.has(mark::ordered);
            const std::uint32_t list = 2 * block.list + (ordered ? 1 : 2);
            // Letters are typed in any case.
            const bool lettered = ordered && !block.label.empty() && document_.label(block).find_first_of("0123456789") == std::string_view::npos;
            if (way_.typed || lettered) {
                label = !ordered ? "• " : block.label.empty() ? std::to_string(block.number) + ". " : std::string(document_.label(block)) + ' ';
            } else {
                if (lists_.insert(list).second) first_[list % first_.size()] = block.number;
                body_ += "<w:numPr><w:ilvl w:val=\"" + std::to_string(block.level) + "\"/><w:numId w:val=\"" + std::to_string(list) + "\"/></w:numPr>";
            }
        }
        body_ += "</w:pPr>";
        if (way_.tabs) body_ += "<w:r><w:tab/></w:r>";
        run(label, false);
        run(text.substr(0, bold), true);
        run(text.substr(bold), false);
        if (way_.raised && whole && (block.kind == BlockKind::heading || text.size() > 120)) body_ += "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>" + std::to_string(++notes_) + "</w:t></w:r>";
        body_ += "</w:p>";
    }

    void leaf(const Block& block) {
        const std::string_view text = document_.view(block.text);
        if (block.kind == BlockKind::heading && block.level > 1 && way_.parted) body_ += "<w:p><w:r><w:t>* * *</w:t></w:r></w:p><w:p><w:r><w:t>______________________</w:t></w:r></w:p>";
        const std::size_t last = text.rfind(' ');
        if (block.kind == BlockKind::heading && block.level == 2 && two_ && last != text.npos && std::count(text.begin(), text.end(), ' ') > 2) {
            paragraph(block, text.substr(0, last), 0);
            paragraph(block, text.substr(last + 1), 0);
            return;
        }
        paragraph(block, text, std::min<std::size_t>(block.bold, text.size()));
    }

    void row(std::uint32_t index, bool first) {
        std::uint32_t cells = 0;
        body_ += "<w:tr>";
        const auto cell = [&](const char* more) { body_ += std::string("<w:tc><w:tcPr>") + (way_.wide ? "<w:gridSpan w:val=\"2\"/>" : "") + more + "</w:tcPr>"; };
        if (way_.blank) cell(""), body_ += "<w:p/></w:tc>";
        for (std::uint32_t c = index + 1; c < document_.blocks[index].end; c = document_.blocks[c].end, ++cells) {
            cell(way_.deep && first ? "<w:vMerge w:val=\"restart\"/>" : "");
            blocks(c + 1, document_.blocks[c].end);
            body_ += "<w:p/></w:tc>";
        }
        body_ += "</w:tr>";
        if (!(way_.deep && first) && !way_.blank) return;
        body_ += "<w:tr>";
        for (std::uint32_t c = 0; c < cells + (way_.blank ? 1 : 0); ++c) cell(way_.deep ? "<w:vMerge/>" : ""), body_ += "<w:p/></w:tc>";
        body_ += "</w:tr>";
    }

    bool is_even(const std::vector<std::uint32_t>& rows) const {
        for (const std::uint32_t r : rows) {
            std::size_t cells = 0;
            for (std::uint32_t c = r + 1; c < document_.blocks[r].end; c = document_.blocks[c].end, ++cells)
                if (document_.blocks[c].row_span != 1 || document_.blocks[c].column_span != 1 || document_.blocks[c].end > c + 2) return false;
            if (cells < 3) return false;
        }
        return true;
    }

    void typed_row(std::uint32_t row) {
        body_ += "<w:p>";
        for (std::uint32_t c = row + 1; c < document_.blocks[row].end; c = document_.blocks[c].end) {
            if (c != row + 1) run("\t", false);
            if (document_.blocks[c].end == c + 1) continue;
            const Block& block = document_.blocks[c + 1];
            const std::string_view text = document_.view(block.text);
            run(text.substr(0, block.bold), true);
            run(text.substr(std::min<std::size_t>(block.bold, text.size())), false);
        }
        body_ += "</w:p>";
    }

    void blocks(std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t i = begin; i < end;) {
            const Block& block = document_.blocks[i];
            if (block.kind != BlockKind::table) {
                if (!block.text.empty()) leaf(block);
                ++i;
                continue;
            }
            std::vector<std::uint32_t> rows;
            for (std::uint32_t r = i + 1; r < block.end; r = document_.blocks[r].end) rows.push_back(r);
            if (way_.typed_tables && rows.size() > 2 && is_even(rows)) {
                for (const std::uint32_t r : rows) typed_row(r);
                i = block.end;
                continue;
            }
            body_ += "<w:tbl><w:tblPr/>";
            for (std::size_t r = 0; r < rows.size(); ++r) {
                if (way_.again && r > 2 && r + 1 == rows.size()) row(rows.front(), false);
                row(rows[r], r == 0);
            }
            body_ += "</w:tbl>";
            i = block.end;
        }
    }
};

const std::vector<Way> ways = {
    {.name = "plain"},
    {.name = "words in runs and controls", .words = true},
    {.name = "moved in by tabs", .tabs = true},
    {.name = "columns and rows without text", .blank = true},
    {.name = "cells over two columns", .wide = true},
    {.name = "heads over two rows", .deep = true},
    {.name = "lines of signs", .parted = true},
    {.name = "raised digits", .raised = true},
    {.name = "heads again", .again = true},
    {.name = "titles over two headings", .two = true},
    {.name = "typed labels", .typed = true},
    {.name = "tables typed with tabs", .typed_tables = true},
    {.name = "several at once", .words = true, .tabs = true, .blank = true, .wide = true, .parted = true, .raised = true},
};

// What is still read otherwise, by file and way: the second half of a title that is known only in part or holds a date; lists below
// typed numbers; a form for each effort, whose first row is no head; a short title that its surroundings no longer bear out.
const std::set<std::string> known = {"whole-ar16.md, titles over two headings", "whole-en12.md, titles over two headings", "whole-fr18.md, titles over two headings", "whole-ru18.md, titles over two headings",
                                     "whole-ar20.md, typed labels", "whole-en7.md, typed labels", "whole-zh22.md, typed labels", "whole-en8.md, heads again", "whole-zh22.md, lines of signs", "whole-zh22.md, several at once"};

}  // namespace

BOOST_AUTO_TEST_CASE(nothing_changes) {
    support::check_ways("plan.docx", ways, known, [](const Document& document, const Way& way) { return Writer(document, way).bytes(); });
}

BOOST_AUTO_TEST_SUITE_END()
