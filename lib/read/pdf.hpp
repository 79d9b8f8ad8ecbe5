// A PDF has no paragraphs: it has pieces of text at places. The steps from the tool's answer to blocks, one file each:
// pieces (pdf_pages), lines without what pages repeat (pdf_lines), reading order with columns and tables found
// (pdf_order, pdf_layout, pdf_table), blocks (pdf_writer). Everything here is a value; pure and thread-safe.
//
// Lengths are the tool's: pixels, of which a point has 1.5; y grows downwards. Where a page reads from right to left, x is
// mirrored once, so that "left" is where a line begins in all that follows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/builder.hpp"

namespace plancheck {

struct PdfLink {
    std::uint32_t begin = 0, end = 0;  ///< bytes of the line's text
    std::string target;
};

/// Text in one line: first a piece of one font as the tool gives it, then pieces put together.
struct PdfLine {
    float left = 0, right = 0, top = 0, bottom = 0;
    float size = 0;             ///< of the font
    float from = 0, to = 0;     ///< of the column of text that it stands in
    std::uint32_t bold = 0;     ///< bytes at the start that are bold
    std::uint32_t nameless = 0; ///< number of its font, which has no name; 0: it has one
    std::uint32_t order = 0;    ///< of its first piece in its part, as the file has them; 0 for all: not known
    std::uint32_t part = 0;     ///< of the document: what is read from the top down before the next, a page or a column of one
    bool spaced = false;        ///< white space followed it in the file
    bool joined = false;        ///< put together by the distance of pieces, between which the file has no white space
    bool spaced_before = false; ///< white space stood before it there
    bool breaks = false;        ///< a column or a page begins with it
    bool begins = false;        ///< begins an item whose bullet is drawn
    bool doubtful = false;      ///< stood beside others as in a table that was not found: its place in the order is not known
    bool cut = false;           ///< reaches the edge of the page, where the tool leaves out the rest
    bool whole = false;         ///< stands in a column that is as wide as its longest word
    std::uint8_t titles = 0;    ///< a bookmark leads to it and says what it says: 2, or begins so: 1
    bool turned = false;        ///< its words stand in another order than its text has them
    bool fixed = false;         ///< all characters are of one width: a text that was laid out with spaces
    std::string text;           ///< not empty, trimmed
    std::vector<PdfLink> links;
    Place place;                ///< in the source

    float height() const noexcept { return bottom - top; }
    bool all_bold() const noexcept { return bold == text.size(); }
};

/// Or a part of one.
struct PdfPage {
    std::uint16_t number = 0;
    float width = 0, height = 0;
    std::vector<PdfLine> pieces;
};

struct PdfBookmark {
    std::string text;
    std::uint8_t level = 1;
    std::uint16_t page = 0;
};

/// A title folded and without spaces, which fonts and ends of lines change.
std::string pdf_squeezed(std::string_view text);

struct PdfText {
    std::vector<PdfPage> pages;
    std::vector<PdfBookmark> bookmarks;
    bool from_right = false;  ///< most of its letters are of a script written from right to left, and its lines begin there
};

/// The answer of `pdftohtml -xml`, which is not trusted either. Throws Unreadable: damaged, or beyond a limit.
PdfText pdf_pages(std::string_view xml, const Limits& limits);

/// Lines that stand at one height, from left to right.
using PdfRow = std::vector<PdfLine>;

struct PdfRows {
    std::uint16_t page = 0;      ///< parts of one page follow each other
    float width = 0, height = 0;
    std::vector<PdfRow> rows;    ///< from the top
    std::vector<PdfRow> notes;   ///< at the foot of the page, in small type
    float step = 0;              ///< from line to line of the document's paragraphs, in heights of a line; 0: not known
    float edge = 0;              ///< where lines of the document's text end at most, at its right; 0: not known
    bool ordered = false;        ///< tables are told by the order of the file first
};

/// Pieces put together to lines; headers, footers, page numbers and marks of notes are left out, notes set apart.
std::vector<PdfRows> pdf_rows(PdfText& text);

/// Sets what the lines of all pages say of each: `step`, `edge`, `notes`.
void pdf_measure(std::vector<PdfRows>& pages);

/// Marks the lines that bookmarks lead to.
void pdf_mark_titles(std::vector<PdfRows>& pages, const std::vector<PdfBookmark>& bookmarks);

/// Numbers of lines in the left margin go.
void pdf_drop_line_numbers(std::vector<PdfPage>& pages);

/// Pages with columns of text become a part for each, as if it stood on a page of its own; so do titles beside their text. Pieces
/// are in the order of the file.
std::vector<PdfPage> pdf_columns(std::vector<PdfPage> pages);

/// Entries of a list of contents and the numbers of their pages are one line, with a tab between them.
void pdf_part_contents(std::vector<PdfRow>& rows);

/// A bullet or a number and the text that stands behind a tab are one line.
void pdf_join_labels(PdfRow& row, float reach = 4.5F);

struct PdfCell {
    std::uint16_t column = 0, columns = 1;
    std::uint32_t rows = 1;
    std::vector<PdfLine> lines;  ///< at least one
    bool doubtful = false;       ///< nothing but empty places below it says that it covers several rows
};

struct PdfTable {
    std::vector<float> edges;  ///< where columns begin
    std::vector<std::vector<PdfCell>> rows;
    bool header = false;       ///< the first row is one
    bool doubtful = false;     ///< rows could not be told apart
    std::vector<std::pair<std::size_t, std::size_t>> unsure;  ///< row and column of empty places that may belong to the cell above
    std::uint32_t part = 0;    ///< where it begins
};

/// A line of running text, or a table in its place.
struct PdfElement {
    PdfLine line;
    std::vector<PdfTable> table;  ///< one or none
};

/// A table and the rows of the page that it takes.
struct PdfOrderedTable {
    std::size_t begin = 0, end = 0;
    bool middle = false;  ///< cells are set to the middle of their rows, or heads to that of their columns
    PdfTable table;
};

/// The tables of a page that the order of the file tells, from the top down. `edge`: as in PdfRows. `carried`: the page
/// before ended with a table, which may go on above the first row that has several cells.
std::vector<PdfOrderedTable> pdf_ordered_tables(const std::vector<PdfRow>& rows, float edge, bool carried);

/// The heads of the last table that several were read of, and where its columns begin.
struct PdfHeads {
    PdfRow row;
    std::vector<float> edges;
};

/// A page in reading order. `carried`: where the columns begin of a table that the page before ended with; empty: it did
/// not end with one. `heads`: of the tables before.
std::vector<PdfElement> pdf_layout(PdfRows& page, const std::vector<float>& carried, PdfHeads& heads);

/// Edges of columns that are no further apart are the same.
inline constexpr float pdf_same_edge = 3.5F;

bool pdf_has_letters(std::string_view text) noexcept;

/// Digits, with signs that stand in numbers.
bool pdf_is_amount(std::string_view text) noexcept;

/// The table that stands in these rows, whose columns begin at `edges`. A line over an edge has been parted there, or
/// spans columns. `step`: as in PdfRows.
PdfTable pdf_table(std::vector<PdfRow>& rows, const std::vector<float>& edges, float step);

/// Heads at the foot of a page, and what stands below them, become a table where `table` begins the next page with the same heads.
/// `elements`: what stands before it, of which the last is a line.
void pdf_take_heads_above(std::vector<PdfElement>& elements, const PdfTable& table);

/// Tables that a page end parted are one again; merged cells cover the rows below them.
void pdf_join_tables(std::vector<PdfElement>& elements);

/// Signs and numbers that lie inside a piece of letters from right to left become part of it. `blanks`: pieces of white space.
void pdf_insert_signs(std::vector<PdfLine>& pieces, std::vector<PdfLine>& blanks);

/// Whether the end of `above` and the start of `below` are one link's text, which goes on from one to the other.
bool pdf_parts_address(const PdfLine& above, const PdfLine& below) noexcept;

/// Text of a script from right to left, given as it is drawn from left to right, as it is read. Which brackets open and which close
/// is told by the line they come to stand in (pdf_rows).
enum class PdfNumbers : std::uint8_t {
    together,  ///< those beside each other are in the order they are read in; text without letters from the right stays as it is
    apart,     ///< each runs from the left, and one after the other from the right; a hyphen parts them
    alone      ///< as before, where no letter stands before them in their line: a hyphen does not part them
};
std::string pdf_turned(std::string_view drawn, PdfNumbers numbers = PdfNumbers::together);

/// Which brackets and quotes of a line open and which close.
void pdf_set_brackets(std::string& text);

/// Whether lines of letters from the right begin at the left, in paragraphs that run from there.
bool pdf_is_left_base(std::vector<PdfPage>& pages);

/// Pieces of such a page, as drawn, become lines as they are read; `pdf_turned` is not to be asked.
void pdf_read_left_base(std::vector<PdfLine>& pieces);

/// Which way the letters of a text run.
struct PdfScripts {
    bool from_right = false, from_left = false;
};
PdfScripts pdf_scripts(std::string_view text) noexcept;

/// Pieces of fonts without a name, which programs make of letters that they embolden themselves: as high as the type of the
/// pieces beside them, and as bold. `blanks`: as below, by page.
void pdf_dress_nameless(std::vector<PdfPage>& pages, std::vector<std::vector<PdfLine>>& blanks);

/// Fonts name glyphs: ligatures, the forms that Arabic letters take in a word, radicals in place of ideographs. They become
/// the letters that they show; where bold type and links stand follows.
void pdf_plain_letters(PdfLine& piece);

/// How wide a text is against others in the same font, in widths of a small letter.
float pdf_weight(std::string_view text) noexcept;

/// Whether the first word of `next` had still fitted behind `line` in a column that ends at `right`, with `margin` of its width
/// to spare.
bool pdf_fits(const PdfLine& line, const PdfLine& next, float right, float margin = 0.04F) noexcept;

/// All steps from pieces to a document; `read/empty` where there are none. Throws Unreadable: beyond a limit.
Document pdf_document(PdfText text, std::string_view name, const Limits& limits);

/// The steps from rows on: layout, tables, blocks.
void pdf_blocks(std::vector<PdfRows> pages, const PdfText& text, Builder& builder);

/// Writes the blocks.
void pdf_write(std::vector<PdfElement>& elements, std::vector<PdfRow>& notes, const PdfText& text, Builder& builder);

}  // namespace plancheck
