// Geometry of tables. Cells that reach into the rows below stand in a list in order of columns, which each row runs
// along once; where they end is known as a row's number, so that rows without cells cost nothing. What is run past
// counts as cells do, because a table may be small in the file and wide in its grid.
#include <algorithm>
#include <charconv>

#include "read/html_reader.hpp"

namespace plancheck::html {

namespace {

constexpr std::uint32_t last_column = 0xFFFF;
constexpr std::uint32_t widest = 1000, highest = 65534;  // what browsers stop at
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
    table.begun = true;
    for (; table.cursor < table.above.size() && table.above[table.cursor].column <= table.column; ++table.cursor) {
        const Merge& merge = table.above[table.cursor];
        if (++merges_passed_ > builder_.limits().cells) limit_reached("cells", merges_passed_, builder_.limits().cells);
        if (merge.end_row <= table.rows) continue;
        table.column = std::max(table.column, std::min(merge.column + merge.columns, last_column));
        table.now.push_back(merge);
    }
    const std::uint32_t columns = std::max(span_of(attributes["colspan"], widest), 1U);
    const std::uint32_t rows = span_of(attributes["rowspan"], highest);
    table.cell_block = builder_.open(BlockKind::cell);
    builder_.cell(static_cast<std::uint16_t>(table.column), static_cast<std::uint16_t>(columns), std::max(rows, 1U));
    table.cell = true;
    table.lists = lists_.size();
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

/// The foot of a table is kept, unless it stands in one: nothing is kept twice.
bool Reader::keeps_start(std::string_view name, const Attributes& attributes, std::uint32_t items) {
    if (foot_open_.empty()) {
        if (name != "tfoot" || !in_table() || replaying_ || state_.dropped || state_.gone || state_.layout || state_.note) return false;
    }
    foot_open_.emplace_back(name);
    Event& event = tables_.back().foot.emplace_back();
    event.kind = Event::Kind::start;
    event.text = name;
    event.items = items;
    for (const auto& [key, value] : attributes) event.attributes.emplace_back(key, value);
    return true;
}

bool Reader::keeps_end(std::string_view name) {
    if (foot_open_.empty()) return false;
    const auto found = std::find(foot_open_.rbegin(), foot_open_.rend(), name);
    if (found == foot_open_.rend()) {
        // One that is open around the foot ends it; any other is none.
        const bool around = std::any_of(frames_.begin(), frames_.end(), [name](const Frame& frame) { return frame.name == name; });
        if (around) foot_open_.clear();
        return !around;
    }
    foot_open_.erase(found.base() - 1, foot_open_.end());
    tables_.back().foot.push_back({Event::Kind::end, std::string(name), {}, 0, 0});
    return true;
}

void Reader::replay_foot() {
    if (tables_.back().foot.empty()) return;
    const std::vector<Event> events = std::move(tables_.back().foot);
    tables_.back().foot.clear();
    const std::size_t depth = frames_.size();
    const bool outer = std::exchange(replaying_, true);
    for (const Event& event : events) {
        if (event.kind == Event::Kind::text) {
            text(event.text, event.end);
        } else if (event.kind == Event::Kind::end) {
            end(event.text);
        } else {
            Attributes attributes;
            for (const auto& [key, value] : event.attributes) attributes.add(key, value);
            open(event.text, attributes, event.items);
        }
    }
    while (frames_.size() > depth) close_frame();
    replaying_ = outer;
}

void Reader::end_table() {
    end_line();
    if (tables_.back().cell) end_cell();
    end_group();
    if (tables_.back().opened) builder_.close();
    tables_.pop_back();
}

}  // namespace plancheck::html
