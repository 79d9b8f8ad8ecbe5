// What only looks like a table: a grid of cells without rows, rows that are flexible boxes, lists of terms that go on from one to
// the next. Nothing but the markup ahead tells them from other pages, so it is looked at before they are read. Pure and
// thread-safe; each looks a limited way ahead, and adds to `cost` how many bytes it looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace plancheck::html {

/// The elements inside one, up to its end tag.
struct Inside {
    std::uint32_t children = 0;
    bool plain = false;   ///< each holds nothing but words and lines
    std::size_t end = 0;  ///< behind the end tag; 0: it was not found
};

/// `at` is behind the start tag, or at its last sign.
Inside look_inside(std::string_view markup, std::size_t at, std::uint64_t& cost);

/// Elements without end tags may make what is ahead be looked at again and again: as often as the document is long.
constexpr std::uint64_t most_looks = 16;

/// How many rows stand one behind another, that begin with the element whose start tag ends at `at`: elements of that name, with as
/// many plain cells each, three or more; 0: they are none. `end` is where the last of them that was looked at ends.
std::uint32_t boxes_in_rows(std::string_view markup, std::size_t at, std::string_view name, std::size_t& end, std::uint64_t& cost);

/// Whether a table only places what stands on the page, as pages were laid out for long: few cells, and one of them holds nearly all
/// the words, with titles, tables or many lines. `at` is behind its start tag.
bool holds_page(std::string_view markup, std::size_t at, std::uint64_t& cost);

/// Whether what is preformatted in an element is a text by itself, in paragraphs parted by empty lines: many lines, not few of them
/// of prose.
bool is_typed_text(std::string_view markup, std::size_t at, std::string_view name, std::uint64_t& cost);

/// Whether all that an element holds are lines that breaks part, wrapped as on the pages that they were taken from.
bool is_broken_lines(std::string_view markup, std::size_t at, std::uint64_t& cost);

/// Whether a list of terms ("dl") is a record of names and values, each a term and its one description: another that begins with
/// the same term stands right behind it, or began with `before`. `first` is its own first term.
bool is_record(std::string_view markup, std::size_t at, std::string_view before, std::string_view& first, std::uint64_t& cost);

/// A list of terms: `pairs` where each has one description of words alone, `none` where it begins with no term.
enum class TermList : std::uint8_t { none, pairs, items };
TermList list_of_terms(std::string_view markup, std::size_t at, std::uint64_t& cost);

}  // namespace plancheck::html
