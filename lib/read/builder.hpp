// The one way to make a Document. A reader opens blocks, adds text and closes them, in reading order; the builder keeps
// the text buffer, the pre-order list, the running counts and the limits on text and cells. Not thread-safe: one builder
// per document.
//
//   builder.open(BlockKind::paragraph);  builder.text("Priority ");  builder.bold(true);  builder.text("actions");  builder.close();
//
// Text may only be added to a leaf (heading, paragraph, list_item). Empty paragraphs need not be opened; a leaf that is
// closed without visible text and without a label is dropped (its index is given to the next block), figures excepted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plancheck/document.hpp"

namespace plancheck {

struct WordCount;

/// Thrown and caught inside the room: what was met makes the whole document unreadable.
struct Unreadable {
    Notification notification;
};

/// The notification `read/limit` of the contract: {limit, value, allowed}.
[[noreturn]] void limit_reached(std::string_view limit, std::uint64_t value, std::uint64_t allowed);

class Builder {
public:
    Builder(std::string_view name, Format format, const Limits& limits);

    /// Before the text is known: how many bytes it will have at most, so that the buffer is allocated once.
    void reserve(std::size_t text_bytes, std::size_t blocks);

    /// The format that the document was extracted from, where it is not its own.
    void origin(Format format) noexcept { document_.origin = format; }

    /// Name of the part that following blocks come from ("word/document.xml").
    void part(std::string_view name);

    /// Opens a block inside the one that is open; returns its index. Throws Unreadable where a limit is passed.
    std::uint32_t open(BlockKind kind, std::uint8_t level = 0, std::uint16_t marks = 0, const Place& place = {});
    void close();

    /// Appends to the leaf that is open. Line breaks are '\n', tabs '\t'. Text must be valid UTF-8. With no leaf open it
    /// is ignored. Marks of direction are left out, and what says only where a line breaks, when the leaf is closed (line_marks.hpp).
    void text(std::string_view utf8);
    /// Whether text from here on is bold.
    void bold(bool on) noexcept { bold_ = on; }
    /// Whether it is struck out.
    void struck(bool on) noexcept { struck_ = on; }
    /// Whether text from here on is raised above the line: digits behind a word are the mark of a note then, and left out.
    void raised(bool on) noexcept { raised_ = on; }
    /// The automatic numeral or bullet of the open leaf.
    void label(std::string_view utf8);
    /// List of the open list item or numbered heading: sequence, value at its level (0: bullet).
    void list(std::uint32_t sequence, std::uint32_t number);
    /// Grid place of the open cell.
    void cell(std::uint16_t column, std::uint16_t column_span, std::uint32_t row_span);
    /// The mark of a note stands in the open leaf; `key` is what the reader knows the note by.
    void note_mark(std::uint64_t key);
    /// Opens a note, which belongs to the leaf that has its mark.
    std::uint32_t open_note(std::uint64_t key);
    /// A block that is known by its index: to lengthen a merged cell when a later row continues it, or to mark it.
    Block& block(std::uint32_t index) { return document_.blocks[index]; }
    /// The leaf that is open, or null.
    Block* leaf() noexcept;
    /// Bytes of text so far: where a link or a span begins.
    std::uint32_t position() const noexcept { return static_cast<std::uint32_t>(document_.text.size()); }
    void link(std::uint32_t begin, std::string_view target) { link(begin, position(), target); }
    void link(std::uint32_t begin, std::uint32_t end, std::string_view target);
    /// The main text ends here; what follows are notes.
    void end_main_text();
    /// While a text inside the document is written, whose end is not that of the main text.
    void hold_main_text(bool on) noexcept { main_held_ = on; }

    /// At most one notification of an id is kept unless `again`; severity as in the contract.
    void notify(std::string_view id, Severity severity, std::vector<Argument> arguments = {}, bool again = false);
    bool notified(std::string_view id) const noexcept;

    const Limits& limits() const noexcept { return limits_; }
    /// The document is finished; the builder must not be used again. A document without any text becomes `read/empty`.
    Document finish();

private:
    void write(std::string_view utf8);
    void raised_piece(std::string_view utf8, std::uint32_t line);
    void append(std::string_view utf8);
    void drop_line_marks(Block& block, const WordCount& count);
    void count_anew_from(std::uint32_t begin);  // characters

    Document document_;
    Limits limits_;
    std::vector<std::uint32_t> open_;
    std::uint64_t cells_ = 0;
    std::uint64_t characters_ = 0;  ///< in the first `counted_to_` bytes of the text
    std::size_t counted_to_ = 0;
    std::uint64_t targets_ = 0;     ///< bytes of all links' targets
    Tally sum_;
    std::uint16_t part_ = 0;
    std::uint32_t bold_until_ = 0;  ///< bytes at the start of the open leaf that are bold
    bool bold_ = false;
    bool struck_ = false, any_struck_ = false, any_valid_ = false;  ///< the last two of the open leaf
    bool raised_ = false;
    std::string raised_text_;                                  ///< what is raised, up to where text was written last
    std::pair<std::uint32_t, std::uint32_t> raised_end_{0, 0};  ///< leaf and place where it ends
    std::uint32_t raised_from_ = 0;                             ///< where it begins
    bool main_ended_ = false;
    bool main_held_ = false;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> note_marks_;  ///< keys of notes, blocks
    bool marks_sorted_ = false;
    std::uint32_t uncounted_ = 0;  ///< how many boxes and notes are open
};

/// Remembers for each block of the main text the page that it begins on: `breaks` holds, in order, the first block of each page
/// but the first. Nothing is remembered where it is empty.
void set_page_hints(Document& document, const std::vector<std::uint32_t>& breaks);

/// Tells `read/uncounted-text` where boxes of a finished document hold words; `more`: words of drawings that are no blocks.
void tell_boxes(Document& document, std::uint32_t more = 0);

/// A reader: bytes that were recognised as its format, to a Document. Throws Unreadable.
using Reader = Document (*)(std::string_view bytes, std::string_view name, Format format, const Limits& limits);

Document read_docx(std::string_view bytes, std::string_view name, Format format, const Limits& limits);
Document read_odt(std::string_view bytes, std::string_view name, Format format, const Limits& limits);
Document read_html(std::string_view bytes, std::string_view name, Format format, const Limits& limits);
Document read_markdown(std::string_view bytes, std::string_view name, Format format, const Limits& limits);
Document read_text(std::string_view bytes, std::string_view name, Format format, const Limits& limits);
Document read_plan_xml(std::string_view bytes, std::string_view name, Format format, const Limits& limits);

/// One that needs an outside program; `program` is its path, empty: there is none.
using OutsideReader = Document (*)(std::string_view bytes, std::string_view name, const Limits& limits, std::string_view program);

Document read_pdf(std::string_view bytes, std::string_view name, const Limits& limits, std::string_view program);

}  // namespace plancheck
