// A table as rows of cells, each with the text that it begins with. Rows and columns without any text are left out, and so are
// columns that no text begins in (a layout may have twice as many as are seen).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "plan/reading.hpp"

namespace plancheck {

struct TableCell {
    std::uint32_t block = 0, column = 0, span = 1, rows = 1;
    std::uint32_t leaf = 0;  ///< its first block with text
    Span text;               ///< of that
    bool empty = true;
};

struct TableRow {
    std::uint32_t block = 0, first = 0, count = 0;  ///< cells [first, first + count)
    std::uint32_t filled = 0;                       ///< cells with text
};

struct TableGrid {
    TableGrid(const Reading& reading, std::uint32_t table);

    /// Every row has a cell in every column, and none is merged.
    bool is_full() const noexcept;
    /// Makes columns of rows; only of a full grid.
    void transpose();

    std::vector<TableRow> rows;
    std::vector<TableCell> cells;
    std::uint32_t columns = 0;

private:
    void drop_blank_rows();
    void drop_blank_columns();
};

/// One cell over all columns.
inline bool is_full_width(const TableGrid& grid, const TableRow& row) { return grid.columns > 1 && row.filled == 1 && row.count == 1 && grid.cells[row.first].span >= grid.columns; }

/// "Survey of stocks | action 1 | 2026 | office@lake.example.org": a row of a body, though words of heads stand in it.
bool holds_address(const Reading& reading, const TableGrid& grid, const TableRow& row);

/// Whether the first text of a row says that it sums up the others.
bool is_total(const Reading& reading, const TableGrid& grid, const TableRow& row);

/// Whether a row says what the heads say, one of which may have lost its first line: a PDF may leave that above the table.
bool says_again(const Reading& reading, const TableGrid& grid, const TableRow& heads, const TableRow& row);

/// The grid without the rows behind `body` that say again what the row `heads` says.
TableGrid without_repeated_heads(const Reading& reading, const TableGrid& grid, std::size_t heads, std::size_t body);

/// Whether a cell says no more than that it repeats the one above it ("ditto", "同上", a ditto mark).
bool is_ditto(std::string_view words, const Language& language);

/// The columns of a table of names with their addresses, under heads that say neither ("How to reach them") or none at all.
struct NamesAndAddresses {
    std::uint32_t names = 0, addresses = 0;
    std::size_t body = 0;  ///< first row of the names
};
std::optional<NamesAndAddresses> names_and_addresses(const Reading& reading, const TableGrid& grid);

}  // namespace plancheck
