// Geometry of tables. A cell that continues a vertical merge lengthens the cell it belongs to, found by its grid
// column: the row above leaves a list of what is open, in order of columns, and the row runs along it once.
#include <algorithm>

#include "read/docx_body.hpp"

namespace plancheck::docx {

namespace {

constexpr std::uint32_t last_column = 0xFFFF;
constexpr int widest = 1000;  // Word itself stops at 63 columns

}  // namespace

XmlNode Body::enter_table(XmlNode node) {
    if (in_paragraph_ || inside_ != Inside::flow) return node.next_sibling();
    if (held_) return finish_paragraph(node);
    if (table_count_ == tables_.size()) tables_.emplace_back();
    Table& table = tables_[table_count_++];
    table.opened = false;
    table.above.clear();
    table.now.clear();
    const XmlNode inside = push(node, Tag::tbl);
    inside_ = Inside::table;
    return inside;
}

void Body::leave_table() {
    if (tables_[--table_count_].opened) builder_.close();
}

XmlNode Body::enter_row(XmlNode node) {
    if (inside_ != Inside::table) return node.next_sibling();
    std::uint16_t marks = 0;
    std::uint32_t before = 0;
    for (XmlNode part = node.first_child(); part; part = part.next_sibling()) {
        const Tag tag = names_->tag(part);
        if (tag == Tag::tc || tag == Tag::sdt) break;
        if (local(part.name()) != "trPr") continue;
        for (XmlNode at = part.first_child(); at; at = at.next_sibling()) {
            switch (hash(local(at.name()))) {
                case hash("tblHeader"):
                    if (is_on(at)) marks |= mark::header_row;
                    break;
                case hash("gridBefore"): before = static_cast<std::uint32_t>(number(at, 0, widest, 0)); break;
                case hash("ins"): ++met.insertions; break;
                case hash("del"): ++met.deletions; return node.next_sibling();
                case hash("hidden"):
                    if (!is_on(at)) break;
                    met.hidden = true;
                    return node.next_sibling();
                default: break;
            }
        }
    }
    Table& table = tables_[table_count_ - 1];
    if (!table.opened) builder_.open(BlockKind::table);
    table.opened = true;
    builder_.open(BlockKind::row, 0, marks);
    table.column = before;
    table.cursor = 0;
    table.has_cell = false;
    table.left = false;
    const XmlNode inside = push(node, Tag::tr);
    inside_ = Inside::row;
    return inside;
}

void Body::leave_row() {
    Table& table = tables_[table_count_ - 1];
    std::swap(table.above, table.now);
    table.now.clear();
    builder_.close();
}

XmlNode Body::enter_cell(XmlNode node) {
    if (inside_ != Inside::row) return node.next_sibling();
    std::uint32_t span = 1;
    bool merges = false;
    bool continues = false;
    bool continues_beside = false;
    bool deleted = false;
    if (const auto properties = child(node, "tcPr")) {
        for (XmlNode at = properties.first_child(); at; at = at.next_sibling()) {
            switch (hash(local(at.name()))) {
                case hash("gridSpan"): span = static_cast<std::uint32_t>(number(at, 1, widest, 1)); break;
                case hash("vMerge"):
                    merges = true;
                    continues = value(at) != "restart";
                    break;
                case hash("hMerge"): continues_beside = value(at) != "restart"; break;
                case hash("cellIns"): ++met.insertions; break;
                case hash("cellDel"):
                    ++met.deletions;
                    deleted = true;
                    break;
                default: break;
            }
        }
    }
    Table& table = tables_[table_count_ - 1];
    const std::uint32_t column = table.column;
    table.column = std::min(column + span, last_column);
    if (deleted) return node.next_sibling();
    if (continues_beside && table.left) {
        if (table.has_cell) {
            Block& cell = builder_.block(table.last_cell);
            cell.column_span = static_cast<std::uint16_t>(std::min(cell.column_span + span, last_column));
        }
        return node.next_sibling();
    }
    table.left = true;
    if (continues) {
        while (table.cursor < table.above.size() && table.above[table.cursor].column < column) ++table.cursor;
        if (table.cursor < table.above.size() && table.above[table.cursor].column == column) {
            const Merge merge = table.above[table.cursor++];
            ++builder_.block(merge.block).row_span;
            table.now.push_back(merge);
            table.has_cell = false;
            return node.next_sibling();
        }
    }
    table.last_cell = builder_.open(BlockKind::cell);
    table.has_cell = true;
    builder_.cell(static_cast<std::uint16_t>(column), static_cast<std::uint16_t>(span), 1);
    if (merges) table.now.push_back({column, table.last_cell});
    const XmlNode inside = push(node, Tag::tc);
    inside_ = Inside::flow;
    return inside;
}

}  // namespace plancheck::docx
