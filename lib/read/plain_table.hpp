// Tables drawn with characters: pipe tables, grids (+---+), columns under a line of dashes, and lines with tabs. Shared by
// the readers of plain text and Markdown. Pure and thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/builder.hpp"
#include "read/encoding.hpp"

namespace plancheck {

/// A line of the source without its end; white space at its right is cut.
struct SourceLine {
    std::uint32_t begin = 0;   ///< of what is not white space
    std::uint32_t end = 0;     ///< begin == end: blank
    std::uint16_t indent = 0;  ///< columns before it
    std::uint16_t page = 0;    ///< counting from 1; 0: the source has no pages

    bool blank() const noexcept { return begin == end; }
};

struct PlainCell {
    std::string text;          ///< lines joined by '\n'; empty: an empty cell
    std::uint32_t offset = 0;  ///< of its first byte in the source
    std::uint16_t page = 0;
    std::uint16_t columns = 1;  ///< that it covers
    std::uint16_t column = 0;   ///< where it stands in a grid
    std::uint32_t rows = 1;     ///< that it covers in a grid
    /// Of a cell that holds blocks: where each line begins, in `text` and in the source.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> starts;
};

struct PlainTable {
    std::vector<std::vector<PlainCell>> rows;
    bool header = false;    ///< the first row is one
    std::size_t head_rows = 1;  ///< how many are, if so
    bool grid = false;      ///< cells say where they stand
    bool blocks = false;    ///< a cell's text is lines as they stand, which may be paragraphs and lists
    bool merged = false;    ///< cells that were merged over rows are empty in all but the first, as programs write them
    std::size_t lines = 0;  ///< of the source; 0: there is no table
};

enum class TableKind : std::uint8_t {
    pipe = 1,     ///< | a | b |, under it |---|---|
    grid = 2,     ///< +---+---+
    columns = 4,  ///< dashes under heads, columns by place
    tabs = 8,     ///< three lines and more with as many tabs, or semicolons
    lines = 16,   ///< a cell a line, in a text whose lines are paragraphs
};

/// The table that begins at line `at`, of the kinds asked for (bits of TableKind). `markup`: what stands in the cells of a grid
/// is markup.
PlainTable plain_table(std::string_view text, std::span<const SourceLine> lines, std::size_t at, unsigned kinds, bool markup = false);

/// The pipe table at line `at` that the parser of Markdown takes for none; `lines` 0: none begins here, or it sees it by itself.
PlainTable markdown_pipes(std::string_view text, std::span<const SourceLine> lines, std::size_t at, bool after_blank);

/// Joins lines of a cell that are only wrapped: the next word had no room in its column.
void join_wrapped(PlainTable& table);

/// Writes it: one paragraph a cell.
void add_table(const PlainTable& table, Builder& builder, Places& places);

/// Writes it, but for what its cells hold: `write` is called for each that holds anything, while it is open.
void add_table(const PlainTable& table, Builder& builder, Places& places, const std::function<void(const PlainCell&)>& write);

}  // namespace plancheck
