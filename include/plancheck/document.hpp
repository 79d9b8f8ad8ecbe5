// A document as it was read: one text, one flat list of blocks in reading order. Every format becomes this, and nothing
// downstream knows which format it was, except through `Document::format` and the marks of its blocks.
//
// The list is pre-order: the inside of block i is [i + 1, blocks[i].end). Only tables nest (table > row > cell >
// paragraphs), and text boxes and notes hold paragraphs; headings and list items are flat and carry a level. So a section
// is a range, a subtree is a range, and a word count is a subtraction of two running sums.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "plancheck/diagnostic.hpp"

namespace plancheck {

/// Half-open range of bytes, in `Document::text` unless said otherwise.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    std::uint32_t size() const noexcept { return end - begin; }
    bool empty() const noexcept { return begin == end; }
    bool operator==(const Span&) const = default;
};

/// Formats that are read (contract: `document.format`).
enum class Format : std::uint8_t { unknown, docx, docm, dotx, dotm, odt, ott, fodt, html, markdown, text, pdf, plan_xml };

/// The contract's name of a format ("plan-xml"); empty for unknown.
std::string_view name(Format format) noexcept;

enum class BlockKind : std::uint8_t {
    heading,    ///< the format itself says that it is one (style, outline level, <h1>, #)
    paragraph,
    list_item,  ///< paragraph with a bullet or an automatic number, or an item of the format's list
    table,      ///< inside: rows
    row,        ///< inside: cells
    cell,       ///< inside: paragraphs, lists, tables; a merged cell stands once, where it begins
    figure,     ///< picture, drawing, chart, embedded object: no text of its own
    box,        ///< text box or frame; its text is not counted
    note,       ///< footnote or endnote; stands after `Document::main_end`, not counted
};

/// What the format says about a block besides its kind; bits of `Block::marks`.
namespace mark {
inline constexpr std::uint16_t title = 1 << 0;         ///< the document's title (style Title, metadata heading)
inline constexpr std::uint16_t contents = 1 << 1;      ///< inside a table of contents made by the format: no heading, no evidence
inline constexpr std::uint16_t header_row = 1 << 2;    ///< row marked as repeated header, or <thead>, or Markdown's first row
inline constexpr std::uint16_t ordered = 1 << 3;       ///< list item with a number, not a bullet
inline constexpr std::uint16_t placeholder = 1 << 4;   ///< text that a content control shows in place of an answer
inline constexpr std::uint16_t continued = 1 << 5;     ///< further paragraph of the list item above
inline constexpr std::uint16_t uncounted = 1 << 6;     ///< in a box or note: stands in no word count
inline constexpr std::uint16_t quotation = 1 << 7;     ///< block quotation
inline constexpr std::uint16_t preformatted = 1 << 8;  ///< code or preformatted text; table: its rows are lines that were typed, with tabs between the cells
inline constexpr std::uint16_t centred = 1 << 9;       ///< centred on the page
inline constexpr std::uint16_t marked_label = 1 << 10; ///< `label` was made by the format (automatic), not typed
/// Table whose rows could not be told apart, paragraph of a text whose order was lost (cells one after the other): what is
/// read there is low. Cell: it stands there by guess, as nothing tells a merged cell from an empty one; its words are certain.
inline constexpr std::uint16_t doubtful = 1 << 11;
inline constexpr std::uint16_t struck = 1 << 13;       ///< all of its text is struck out by hand: it is counted, and says nothing
inline constexpr std::uint16_t running = 1 << 12;      ///< page number or running title that was copied into the text: it is counted, and names nothing
}  // namespace mark

/// Where a block stands in its source. Zero (or `none`) means that the format has no such thing; nothing is guessed.
struct Place {
    std::uint16_t part = 0;            ///< index into `Document::parts`
    std::uint16_t page = 0;            ///< fixed page, counting from 1 (PDF)
    std::uint16_t page_hint = 0;       ///< page the word processor remembered
    std::uint32_t line = 0;            ///< counting from 1
    std::uint32_t column = 0;          ///< counting from 1, in code points
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    std::uint32_t byte_offset = none;  ///< in the source as it was given
};

/// Running sums of what is counted (profile word-1): values before a block.
struct Tally {
    std::uint32_t words = 0;         ///< count(text)
    std::uint32_t with_letters = 0;  ///< tokens that hold a letter or a digit
    std::uint32_t labels = 0;        ///< words of automatic labels, as a word processor shows them

    Tally operator-(const Tally& o) const noexcept {
        return {words - o.words, with_letters - o.with_letters, labels - o.labels};
    }
    bool operator==(const Tally&) const = default;
};

struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t level = 0;       ///< heading: 1-9; list item: nesting depth from 0; others: 0
    std::uint16_t marks = 0;      ///< bits of namespace mark
    std::uint32_t end = 0;        ///< index one past the last block inside
    Span text;                    ///< own text; empty for table, row, cell, figure, box and note
    Span label;                   ///< automatic numeral or bullet, in `Document::labels`
    std::uint32_t bold = 0;       ///< bytes at the start of `text` that are bold; == text.size(): the whole line
    std::uint32_t list = 0;       ///< list item: which sequence it belongs to, counting from 1; 0: none
    std::uint32_t number = 0;     ///< list item or numbered heading: value of its own level; 0: bullet or none; note: see note_of()
    std::uint16_t column = 0;     ///< cell: grid column from 0
    std::uint16_t column_span = 1;
    std::uint32_t row_span = 1;   ///< cell: rows it covers, this one included
    Tally before;                 ///< sums over all blocks before this one
    Place place;

    bool has(std::uint16_t bit) const noexcept { return (marks & bit) != 0; }
    /// Of a note: the block in whose text its mark stands; 0xFFFFFFFF: the format did not say.
    std::uint32_t note_of() const noexcept { return kind == BlockKind::note ? number - 1 : 0xFFFFFFFF; }
};

/// A link whose target says more than its text (mailto:, tel:, http:).
struct Link {
    Span text;           ///< the words shown
    std::string target;  ///< as in the file; never followed
};

/// Something about the reading of a document (never a finding about its content).
struct Notification {
    std::string id;  ///< "read/tracked-changes"; ids of the contract
    Severity severity = Severity::note;
    std::vector<Argument> arguments;
    std::uint32_t block = 0xFFFFFFFF;  ///< block it is about, if it is about one
};

/// What was read. A value: owns everything, never changes after `read()`, so const use is thread-safe.
struct Document {
    std::string name;                ///< as the caller named it
    Format format = Format::unknown;
    Format origin = Format::unknown; ///< the same, or, for a plan's XML, the format that it was extracted from
    std::uint64_t bytes = 0;         ///< size of the source
    std::string sha256;              ///< of the source, 64 hex digits
    std::string text;                ///< UTF-8, as written, without marks of direction and white space before the first word; spaces and hyphens that do not break are plain ones; blocks are separated by a newline; a line break inside a block is '\n', a tab '\t'
    std::string labels;              ///< UTF-8, text of automatic labels
    std::vector<Block> blocks;       ///< pre-order
    std::uint32_t main_end = 0;      ///< blocks from here on are notes: outside the main text
    Tally total;                     ///< sums over the main text
    std::vector<Link> links;         ///< in order of their text
    std::vector<std::string> parts;  ///< names of the parts that blocks came from; part 0 is the main one
    std::vector<Notification> notifications;
    bool readable = true;            ///< false: a notification says why; there are no blocks then

    std::string_view view(Span span) const noexcept { return std::string_view(text).substr(span.begin, span.size()); }
    std::string_view label(const Block& block) const noexcept {
        return std::string_view(labels).substr(block.label.begin, block.label.size());
    }
    /// Whether headings, paragraphs and tables were told from how the text looks, since the file does not mark them (plain text,
    /// PDF, and the plan's XML that was extracted from either).
    bool is_unmarked() const noexcept { return origin == Format::text || origin == Format::pdf; }
    /// Whether all that stands in a table stands below each other: no row has a second cell. Such a table frames text, and what
    /// it frames is read as if it stood alone. Linear in the rows.
    bool frames_text(std::uint32_t table) const noexcept {
        if (blocks[table].kind != BlockKind::table) return false;
        for (std::uint32_t row = table + 1; row < blocks[table].end; row = blocks[row].end)
            if (blocks[row].kind != BlockKind::row || blocks[row].end <= row || (row + 1 < blocks[row].end && blocks[row + 1].end != blocks[row].end)) return false;
        return true;
    }
    /// Sums before block `index`; `index == blocks.size()` gives the sums over everything.
    Tally before(std::uint32_t index) const noexcept { return index < blocks.size() ? blocks[index].before : total; }
};

/// What a reader may use at most (contract, Limits). Each is told by its name, as `--limit NAME=VALUE` spells it.
struct Limits {
    std::uint64_t file_bytes = 64ull << 20;
    std::uint64_t entries = 4096;
    std::uint64_t part_bytes = 64ull << 20;
    std::uint64_t unpacked_bytes = 128ull << 20;
    std::uint64_t ratio = 200;              ///< unpacked to packed, for parts above 1 MiB
    std::uint64_t elements = 4ull << 20;    ///< elements and attributes of one part
    std::uint64_t attributes = 1024;        ///< of one element
    std::uint64_t nesting = 256;
    std::uint64_t characters = 32ull << 20; ///< of text
    std::uint64_t cells = 1'000'000;        ///< of all tables
    std::uint64_t pdf_seconds = 60;
    std::uint64_t pdf_bytes = 1ull << 30;   ///< memory of the outside tool

    /// Sets the limit called `name` ("file-bytes", "nesting", …); false: there is none of that name.
    bool set(std::string_view name, std::uint64_t value) noexcept;
    /// Names and values of those that are not the defaults, in the order above.
    std::vector<std::pair<std::string, std::uint64_t>> changed() const;
    /// All names, in the order above.
    static std::vector<std::string_view> names();
};

/// Reads any bytes. Total: never throws for what the bytes are (std::bad_alloc apart); what could not be read is a
/// notification. `name` is used for its ending where the content does not decide the format, and for messages; it need
/// not be a path and nothing is opened. A PDF is read with the outside program `pdf_program` (path of poppler's pdftohtml),
/// the only case in which a process is started; empty: PDF is refused. Thread-safe; a thread that reads again and again keeps up to
/// 1 MiB for the next time, until it ends.
Document read(std::string_view bytes, std::string_view name, const Limits& limits = {}, std::string_view pdf_program = {});

}  // namespace plancheck
