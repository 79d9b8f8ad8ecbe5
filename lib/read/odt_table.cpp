// Geometry of tables. The format writes out the cells that a merged cell covers, so columns are counted, not searched; how
// many rows a cell covers is what it says, but no more than the table has.
#include <algorithm>

#include "read/odt_body.hpp"
#include "text/utf8.hpp"

namespace plancheck::odt {

namespace {

constexpr std::uint32_t last_column = 0xFFFF;
constexpr std::uint32_t widest = 1000;
constexpr std::uint32_t tallest = 1'000'000;
constexpr std::uint8_t is_bare = 1;
constexpr std::uint8_t is_repeated = 2;

}  // namespace

pugi::xml_node Body::enter_table(pugi::xml_node node) {
    if (inside_ != Inside::flow) return node.next_sibling();
    if (table_count_ == tables_.size()) tables_.emplace_back();
    Table& table = tables_[table_count_++];
    table.opened = false;
    table.header = false;
    table.rows = 0;
    table.tall.clear();
    table.kept.clear();
    const pugi::xml_node inside = push(node, Tag::table);
    inside_ = Inside::table;
    return inside;
}

void Body::leave_table() {
    const Table& table = tables_[--table_count_];
    if (!table.opened) return;
    for (const Tall& tall : table.tall) {
        Block& cell = builder_.block(tall.block);
        const auto end = static_cast<std::size_t>(tall.row) + cell.row_span;
        cell.row_span = (end < table.kept.size() ? table.kept[end] : table.rows) - table.kept[tall.row];
    }
    builder_.close();
}

pugi::xml_node Body::enter_row(pugi::xml_node node) {
    if (inside_ != Inside::table) return node.next_sibling();
    Table& table = tables_[table_count_ - 1];
    if (const auto shown = value(node, "table:visibility"); shown == "collapse" || shown == "filter") {
        table.kept.push_back(table.rows);
        return leave_out(node);
    }
    const std::uint32_t repeat = number(node, "table:number-rows-repeated", 1, widest, 1);
    if (repeat == 1 && met.deletions == 0) return open_row(node, 1, 0);
    if (bare_ != 0 || !has_text(node)) {
        if (bare_ == 0 && was_deleted(node)) {
            table.kept.push_back(table.rows);
            return node.next_sibling();
        }
        // Empty rows say nothing more by being many.
        ++bare_;
        return open_row(node, 1, is_bare);
    }
    if (repeat == 1) return open_row(node, 1, 0);
    ++repeats_;
    return open_row(node, repeat, is_repeated);
}

pugi::xml_node Body::open_row(pugi::xml_node node, std::uint32_t repeat, std::uint8_t flags) {
    Table& table = tables_[table_count_ - 1];
    if (!table.opened) builder_.open(BlockKind::table);
    table.opened = true;
    table.kept.push_back(table.rows);
    builder_.open(BlockKind::row, 0, table.header ? mark::header_row : std::uint16_t{0});
    table.column = 0;
    table.uncovered = 0;
    const pugi::xml_node inside = push(node, Tag::row);
    frames_.back().repeat = repeat;
    frames_.back().flags = flags;
    inside_ = Inside::row;
    return inside;
}

pugi::xml_node Body::leave_row(const Frame& frame) {
    builder_.close();
    ++tables_[table_count_ - 1].rows;
    if (frame.repeat > 1) return open_row(frame.node, frame.repeat - 1, frame.flags);
    if (frame.flags == is_bare) --bare_;
    if (frame.flags == is_repeated) --repeats_;
    return frame.node.next_sibling();
}

pugi::xml_node Body::enter_cell(pugi::xml_node node) {
    if (inside_ != Inside::row) return node.next_sibling();
    const std::uint32_t repeat = number(node, "table:number-columns-repeated", 1, widest, 1);
    if (repeat > 1) ++repeats_;
    return open_cell(node, repeat, repeat > 1 ? is_repeated : std::uint8_t{0});
}

pugi::xml_node Body::open_cell(pugi::xml_node node, std::uint32_t repeat, std::uint8_t flags) {
    Table& table = tables_[table_count_ - 1];
    table.column = std::min(table.column + table.uncovered, last_column);
    const std::uint32_t span = number(node, "table:number-columns-spanned", 1, widest, 1);
    const std::uint32_t rows = number(node, "table:number-rows-spanned", 1, tallest, 1);
    const std::uint32_t block = builder_.open(BlockKind::cell);
    builder_.cell(static_cast<std::uint16_t>(table.column), static_cast<std::uint16_t>(span), rows);
    if (rows > 1) table.tall.push_back({block, static_cast<std::uint32_t>(table.kept.size() - 1)});
    table.column = std::min(table.column + 1, last_column);
    table.uncovered = span - 1;
    items_.emplace_back();
    show_value(node);
    const pugi::xml_node inside = push(node, Tag::cell);
    frames_.back().repeat = repeat;
    frames_.back().flags = flags;
    inside_ = Inside::flow;
    return inside;
}

/// A cell without a paragraph shows the text that it says is its value, but no number: how that would look nothing tells.
void Body::show_value(pugi::xml_node cell) {
    const std::string_view text = value(cell, "office:string-value");
    for (pugi::xml_node at = cell.first_child(); at; at = at.next_sibling())
        if (at.type() == pugi::node_element && tag(at.name()) != Tag::other) return;
    if (trimmed(text).empty()) return;
    builder_.open(BlockKind::paragraph);
    builder_.bold(false);
    builder_.text(text);
    builder_.close();
}

pugi::xml_node Body::leave_cell(const Frame& frame) {
    builder_.close();
    items_.pop_back();
    if (frame.repeat > 1) return open_cell(frame.node, frame.repeat - 1, frame.flags);
    if (frame.flags == is_repeated) --repeats_;
    return frame.node.next_sibling();
}

void Body::cover(pugi::xml_node node) {
    if (inside_ != Inside::row) return;
    Table& table = tables_[table_count_ - 1];
    const std::uint32_t count = number(node, "table:number-columns-repeated", 1, widest, 1);
    table.column = std::min(table.column + count, last_column);
    table.uncovered -= std::min(table.uncovered, count);
}

}  // namespace plancheck::odt
