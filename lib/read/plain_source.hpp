// What the finders of tables in plain text share: the lines, and one cell of them. Pure and thread-safe.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "read/plain_table.hpp"

namespace plancheck {

struct PlainSource {
    std::string_view text;
    std::span<const SourceLine> lines;

    std::string_view operator[](std::size_t i) const noexcept {
        return i < lines.size() ? text.substr(lines[i].begin, lines[i].end - lines[i].begin) : std::string_view();
    }
};

/// A piece of that line as a cell, white space at its ends left out.
PlainCell cell_of(const PlainSource& source, std::size_t line, std::string_view piece);

/// A further line of a cell.
void append(PlainCell& cell, const PlainCell& more);

constexpr std::size_t most_plain_columns = 1024;

inline bool only(std::string_view line, std::string_view signs) noexcept { return line.find_first_not_of(signs) == line.npos; }

/// The table ruled with dashes that begins at line `at`, its columns known by their places; `lines` 0: none does.
PlainTable columns_table(const PlainSource& source, std::size_t at);

/// The grid that begins at line `at`; `lines` 0: none does. `markup`: its cells hold lines as they stand.
PlainTable grid_table(const PlainSource& source, std::size_t at, bool markup);

/// The table whose cells stand one on each line; `lines` 0: none begins here.
PlainTable table_of_lines(const PlainSource& source, std::size_t at);

}  // namespace plancheck
