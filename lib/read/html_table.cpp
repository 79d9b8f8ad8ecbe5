// Geometry of tables. Cells that reach into the rows below stand in a list in order of columns, which each row runs
// along once; where they end is known as a row's number, so that rows without cells cost nothing. What is run past
// counts as cells do, because a table may be small in the file and wide in its grid.
#include <algorithm>
#include <charconv>

#include "read/html_reader.hpp"
#include "text/utf8.hpp"

namespace plancheck::html {

namespace {

constexpr std::uint32_t last_column = 0xFFFF;
constexpr std::uint32_t widest = 1000, tallest = 65534;  // what browsers stop at
constexpr std::uint32_t to_the_end = 0xFFFFFFFF;

std::uint32_t span_of(std::string_view value, std::uint32_t limit) noexcept {
    std::uint32_t span = 1;
    value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n\f"), value.size()));
    const auto read = std::from_chars(value.data(), value.data() + value.size(), span);
    return read.ec == std::errc::result_out_of_range ? limit : std::min(span, limit);
}

}  // namespace

void Reader::start_table(Frame& frame) {
    end_line();
    // A table stands in a cell or outside of all tables.
    if (in_table()) {
        if (!tables_.back().opened) return;
        implied_cell();
    }
    tables_.emplace_back();
    tables_.back().lists = lists_.size();
    state_.item = false;
    frame.table = true;
}

void Reader::start_group(bool head) {
    Table& table = tables_.back();
    if (table.cell) end_cell();
    end_group();
    table.head = head;
}

void Reader::start_row() {
    end_line();
    Table& table = tables_.back();
    if (table.cell) end_cell();
    if (table.row) end_row();
    if (!table.opened) table.table_block = builder_.open(BlockKind::table);
    table.opened = true;
    table.row_block = builder_.open(BlockKind::row, 0, table.head ? mark::header_row : std::uint16_t{0});
    table.row = true;
    table.heads = true;
    table.column = 0;
    table.cursor = 0;
    table.begun = false;
}

void Reader::start_cell(bool head, const Attributes& attributes) {
    if (tables_.back().cell) end_cell();
    if (!tables_.back().row) start_row();
    Table& table = tables_.back();
    table.heads = table.heads && head;
    table.head_cell = head;
    table.begun = true;
    for (; table.cursor < table.above.size() && table.above[table.cursor].column <= table.column; ++table.cursor) {
        const Merge& merge = table.above[table.cursor];
        if (++merges_passed_ > builder_.limits().cells) limit_reached("cells", merges_passed_, builder_.limits().cells);
        if (merge.end_row <= table.rows) continue;
        table.column = std::max(table.column, std::min(merge.column + merge.columns, last_column));
        table.now.push_back(merge);
    }
    const std::uint32_t columns = std::max(span_of(attributes["colspan"], widest), 1U);
    const std::uint32_t rows = span_of(attributes["rowspan"], tallest);
    table.cell_block = builder_.open(BlockKind::cell);
    builder_.cell(static_cast<std::uint16_t>(table.column), static_cast<std::uint16_t>(columns), std::max(rows, 1U));
    table.cell = true;
    table.lists = lists_.size();
    for (const std::string_view name : {"data-label", "data-title", "data-th"})
        if (const std::string_view label = trimmed(attributes[name]); !label.empty()) table.label = trimmed(label.ends_with(':') ? label.substr(0, label.size() - 1) : label);
    if (rows != 1)
        table.now.push_back(
            {table.column, columns, table.rows, rows == 0 ? to_the_end : table.rows + rows, table.cell_block});
    table.column = std::min(table.column + columns, last_column);
    state_.item = false;
    state_.level = 0;
}

/// Text that stands in a table but in no cell.
void Reader::implied_cell() { start_cell(false, {}); }

void Reader::end_cell() {
    end_line();
    builder_.close();
    tables_.back().cell = false;
    tables_.back().label.clear();
}

void Reader::end_row() {
    Table& table = tables_.back();
    if (table.cell) end_cell();
    if (table.begun) {
        for (; table.cursor < table.above.size(); ++table.cursor) {
            if (++merges_passed_ > builder_.limits().cells)
                limit_reached("cells", merges_passed_, builder_.limits().cells);
            if (table.above[table.cursor].end_row > table.rows) table.now.push_back(table.above[table.cursor]);
        }
        std::swap(table.above, table.now);
        table.now.clear();
        // One <th> by itself further down is the title of a group of rows; word processors write bold cells as <th>.
        const bool group = table.rows != 0 && table.cell_block == table.row_block + 1;
        if (table.heads && !group) {
            Block& row = builder_.block(table.row_block);
            row.marks = static_cast<std::uint16_t>(row.marks | mark::header_row);
        }
    }
    ++table.rows;
    table.row = false;
    builder_.close();
}

/// No cell reaches beyond its group of rows.
void Reader::end_group() {
    Table& table = tables_.back();
    if (table.row) end_row();
    table.head = false;
    for (const Merge& merge : table.above)
        if (merge.end_row > table.rows)
            builder_.block(merge.block).row_span = std::max(table.rows - merge.first_row, 1U);
    table.above.clear();
}

void Reader::replay_foot() {
    if (tables_.back().foot.empty()) return;
    const std::vector<Event> events = std::exchange(tables_.back().foot, {});
    replay(events);
}

void Reader::end_table() {
    end_line();
    if (tables_.back().cell) end_cell();
    end_group();
    if (tables_.back().opened) builder_.close();
    tables_.pop_back();
}

}  // namespace plancheck::html
