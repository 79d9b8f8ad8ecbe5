// What the lines of a text without markup say by their shape: markers of list items, and whether the end of a line was
// meant. Shared by the readers of plain text and Markdown. Pure and thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plancheck {

/// The start of a line that makes it an item of a list.
struct ListMarker {
    enum class Kind : std::uint8_t { bullet, dash, decimal, lower_letter, upper_letter };
    Kind kind = Kind::bullet;
    char32_t sign = 0;            ///< bullet: itself; number: what closes it: '.' ')' or '(' for "(1)"
    std::uint32_t value = 0;      ///< number; 0: bullet
    std::uint32_t roman = 0;      ///< the same letters as a Roman numeral; 0: they are none
    std::string_view label;       ///< "1." "•": as typed
    std::size_t size = 0;         ///< bytes of the line up to the item's text
};

/// The marker of a line that begins with no white space; none where a number belongs to a sub-section ("1.1").
std::optional<ListMarker> list_marker(std::string_view line);

/// A number that is one more than another of the same style: "b)" after "a)". `roman` says whether both were read as
/// Roman numerals, or decides it (after "i." both are possible).
bool follows(const ListMarker& before, const ListMarker& next) noexcept;

/// "1.1 Scope", "2.3.1.": the number of a sub-section.
bool has_sub_number(std::string_view line) noexcept;

/// A numeral that can only be a section's: Roman, a word, Chinese; decimals and letters number everything, so they need
/// a word before them ("Section 4").
bool has_section_numeral(std::string_view line);

/// A short line that looks like a title: a section's numeral or capitals, and no full stop.
bool is_title_like(std::string_view line);

/// "Co-lead: …": words, then a colon, that begin with a capital.
bool has_label(std::string_view line) noexcept;

/// "Contact:": a few words and a colon, and nothing more; they begin with a capital where the script has some.
bool is_label_alone(std::string_view line) noexcept;

/// "Priority action 2: …", "Annex A. …": a few words that begin with a capital, a number or a letter, and what closes it.
bool has_numbered_label(std::string_view line) noexcept;

/// Whether a line ends with an address that is whole, and the next, which has one as well, begins with a name: as people list
/// those to write to, one on a line.
bool ends_contact(std::string_view line, std::string_view next) noexcept;

/// Whether cells stand side by side in the line; behind a sentence some type two blanks.
bool is_row_of_cells(std::string_view line) noexcept;

/// A line of one sign only (=== --- ___ ***): ruled under a heading or between paragraphs. 0: it is none.
char rule_of(std::string_view line) noexcept;

/// Lines as one text. The end of a line is a space where it was only wrapped, and stays '\n' where the first word of the
/// next line would still have fitted into the widest, after a first line that looks like a title, or where the next line
/// begins something of its own. `least`: how many columns wide the text is at least, be these lines ever so short.
std::string joined(const std::vector<std::string_view>& lines, std::size_t least = 0);

/// What stands for the end of `line` before `next` in a text that is `width` columns wide: ' ', '\n', or 0 for nothing
/// (between ideographs). `first`: it is the first line of its block.
char line_end(std::string_view line, std::string_view next, std::size_t width, bool first);

/// "Action 2:" between two items of one list: what sorts them, and none of the words of the first.
bool heads_same_list(std::string_view above, std::string_view line, std::string_view below);

}  // namespace plancheck
