// A range of the document as lines: headings, paragraphs, list items and tables, with their labels read. Text boxes,
// notes and the insides of tables are left out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "plan/ordinals.hpp"
#include "plan/reading.hpp"

namespace plancheck {

enum class LineKind : std::uint8_t { heading, paragraph, list_item, table };

struct Line {
    LineKind kind = LineKind::paragraph;
    std::uint8_t level = 0;
    bool bullet = false;     ///< a bullet, typed or the format's
    bool typed = false;      ///< its label or bullet was typed
    bool continued = false;  ///< a further paragraph of the list item above
    std::uint32_t block = 0;
    Span span;               ///< its text, label included where it was typed
    Span words;              ///< its text without label or bullet
    std::uint32_t bold = 0;  ///< bytes at the start of `words` that are bold
    std::optional<Ordinal> ordinal;

    bool is_list() const noexcept { return kind == LineKind::list_item || (bullet && typed); }
    bool whole_bold() const noexcept { return bold != 0 && bold >= words.size(); }
};

using Lines = std::vector<Line>;
using LineRange = std::span<const Line>;

/// Lines of the blocks [begin, end); `glued` is a first line that stands in the heading's own block. `kind`: whose words
/// may stand before a number ("Action 1:").
Lines lines_of(const Reading& reading, std::uint32_t begin, std::uint32_t end, std::uint32_t kind, Stretch glued = {});

/// The label at the start of a text, with a word for the kind before it or without.
std::optional<Ordinal> label_of(const Reading& reading, Stretch text, std::uint32_t kind);

/// Parts a paragraph of several lines, at least two of them with an address, into these lines: names with their addresses
/// one a line, typed with line breaks.
void part_addressed_lines(const Reading& reading, Lines& lines);

/// Parts paragraphs that hold three labels and more in a row ("a) …; b) …; c) …") at each of them; whether there was one. What
/// stands before the first is a line of its own.
bool part_labelled(const Reading& reading, LineRange lines, std::uint32_t kind, Lines& parts);

/// Reads "Decision 1. …", "Field of work 2. …" as numbered, whatever the words are, but those for what items of `kind` are or refer to:
/// paragraphs that begin with the same ones and count on from one; whether there were `least` such.
bool label_by_any_word(const Reading& reading, std::uint32_t kind, Lines& lines, std::size_t least);

/// True for a line that ends in a colon.
bool ends_in_colon(const Reading& reading, Span span);
/// A line that is a title by its looks: all bold, or a few words without a full stop.
bool is_title_like(const Reading& reading, const Line& line);
/// A line that may be the title of the table right below it, in whatever type: "The union of towns and the ministry of mines".
bool may_head_table(const Reading& reading, const Line& line);

}  // namespace plancheck
