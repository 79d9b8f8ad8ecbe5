// Raw HTML in Markdown: line breaks, bold and struck text, pictures and links inside a paragraph; paragraphs, headings and
// tables (which converters write where cells are merged) as blocks. All other tags are dropped, the text between them is
// kept, and so are words in angle brackets that are no tag.
#include <algorithm>
#include <charconv>

#include "read/entities.hpp"
#include "read/markdown_reader.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::uint32_t widest_span = 1024;

bool any_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// 1 to 6; 0: it is no heading.
std::uint8_t heading_level(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? static_cast<std::uint8_t>(name[1] - '0') : std::uint8_t{0};
}

std::uint32_t span_of(std::string_view value) {
    std::uint32_t span = 1;
    std::from_chars(value.data(), value.data() + value.size(), span);
    return std::clamp<std::uint32_t>(span, 1, widest_span);
}

}  // namespace

void MarkdownReader::html(std::string_view piece, bool block) {
    const bool inside = piece.data() >= markup_.data() && piece.data() < markup_.data() + markup_.size();
    if (block && inside && !tables_.empty()) {
        const auto table = tables_.find(begin_ + static_cast<std::size_t>(piece.data() - markup_.data()));
        if (table != tables_.end()) {
            flush();
            const PlainTable drawn = std::move(table->second);
            tables_.erase(table);
            add_drawn(drawn);
            return;
        }
    }
    for (;;) {
        const std::string_view from = piece;
        switch (scanner_.next(piece)) {
            case HtmlScanner::Event::none: return;
            case HtmlScanner::Event::text: html_text(scanner_.text(), block); break;
            case HtmlScanner::Event::tag: {
                const HtmlTag tag = scanner_.tag();
                if (!tag.is_typed() || is_closed(tag.name, from)) {
                    html_tag(tag, block);
                } else if (html_struck_ == 0) {
                    if (!in_leaf_) begin_leaf(BlockKind::paragraph);
                    tell_struck(from);
                    place(from);
                    html_text("<" + std::string(tag.words) + ">", block);
                }
            }
        }
    }
}

// Of another vocabulary (formulas, drawings): what is closed again is a tag.
bool MarkdownReader::is_closed(std::string_view name, std::string_view from) const {
    constexpr std::size_t farthest = 2000;  // bytes
    const bool inside = from.data() >= markup_.data() && from.data() < markup_.data() + markup_.size();
    return markup_.substr(inside ? static_cast<std::size_t>(from.data() - markup_.data()) : 0, farthest).find("</" + std::string(name)) != std::string_view::npos;
}

void MarkdownReader::html_text(std::string_view piece, bool block) {
    if (html_struck_ != 0) return;
    if (!in_leaf_ && block) {
        if (trimmed(piece).empty()) return;
        begin_leaf(BlockKind::paragraph);
    }
    // White space of HTML is one space, references are decoded.
    std::string made;
    const bool after_space = leaf_.text.empty() || leaf_.text.back() == ' ' || leaf_.text.back() == '\n';
    for (std::size_t at = 0; at < piece.size();) {
        const char c = piece[at];
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
            if (made.empty() ? !after_space : made.back() != ' ') made += ' ';
            ++at;
            continue;
        }
        if (leaf_.wants_place()) place(piece.substr(at));
        if (c == '&') {
            const std::size_t end = piece.substr(0, at + 40).find(';', at);
            if (end != piece.npos) {
                append_entity(made, piece.substr(at, end + 1 - at));
                at = end + 1;
                continue;
            }
        }
        made += c;
        ++at;
    }
    leaf_.add_literal(made, strong_ != 0 || html_bold_ != 0);
}

void MarkdownReader::html_tag(const HtmlTag& tag, bool block) {
    const auto count = [&](std::uint32_t& value) {
        if (!tag.closing) ++value;
        else if (value != 0) --value;
    };
    if (any_of(tag.name, {"del", "s", "strike"})) count(html_struck_);
    else if (any_of(tag.name, {"b", "strong"})) count(block ? html_bold_ : strong_);
    else if (!block || any_of(tag.name, {"br", "img", "a", "span", "em", "i", "u", "sup", "sub", "small", "code", "font", "abbr", "mark", "ins"}))
        html_inline(tag);
    else if (any_of(tag.name, {"table", "tr", "td", "th"})) html_table(tag);
    else {
        flush();
        if (const std::uint8_t level = heading_level(tag.name); level != 0 && !tag.closing) begin_leaf(BlockKind::heading, level);
    }
}

void MarkdownReader::html_inline(const HtmlTag& tag) {
    if (tag.name == "br") {
        if (in_leaf_) leaf_.add("\n", strong_ != 0);
    } else if (tag.name == "img") {
        ++figures_;
        if (!in_leaf_) {
            begin_leaf(BlockKind::paragraph);
            flush();
        }
    } else if (const std::uint8_t level = heading_level(tag.name); level != 0 && !tag.closing && in_leaf_ && kind_ == BlockKind::paragraph && leaf_.blank()) {
        // The parser takes a heading for something inside a paragraph.
        kind_ = BlockKind::heading;
        level_ = level;
    } else if (tag.name == "a" && in_leaf_) {
        if (tag.closing) {
            leaf_.end_link(link_);
            link_.clear();
        } else {
            link_ = tag.attribute("href");
            leaf_.begin_link();
        }
    }
}

void MarkdownReader::html_table(const HtmlTag& tag) {
    flush();
    if (tag.name == "table") {
        if (tag.closing) {
            if (!html_tables_.empty()) end_html_table();
            return;
        }
        // A table stands in a cell or outside of all tables.
        if (!html_tables_.empty() && !html_tables_.back().cell) return;
        if (depth_ + 3 * html_tables_.size() > builder_.limits().nesting)
            limit_reached("nesting", depth_ + 3 * html_tables_.size(), builder_.limits().nesting);
        html_tables_.emplace_back();
        html_tables_.back().block = builder_.open(BlockKind::table);
        return;
    }
    if (html_tables_.empty()) return;
    HtmlTable& table = html_tables_.back();
    if (tag.name == "tr") {
        if (table.row) end_html_row();
        if (tag.closing) return;
        table.row_block = builder_.open(BlockKind::row);
        table.row = true;
        table.column = 0;
        return;
    }
    if (table.cell) end_html_cell();
    if (tag.closing || !table.row) return;
    while (table.column < table.covered.size() && table.covered[table.column] != 0) --table.covered[table.column++];
    const std::uint32_t columns = span_of(tag.attribute("colspan"));
    const std::uint32_t rows = span_of(tag.attribute("rowspan"));
    if (table.column + columns > 0xFFFF) return;
    table.cell_block = builder_.open(BlockKind::cell);
    builder_.cell(static_cast<std::uint16_t>(table.column), static_cast<std::uint16_t>(columns), rows);
    table.cell = true;
    table.header = tag.name == "th" && (table.column == 0 || table.header);
    if (table.covered.size() < table.column + columns) table.covered.resize(table.column + columns);
    for (std::uint32_t i = 0; i < columns; ++i) table.covered[table.column++] = rows - 1;
}

void MarkdownReader::end_html_cell() {
    flush();
    builder_.close();
    html_tables_.back().cell = false;
}

void MarkdownReader::end_html_row() {
    HtmlTable& table = html_tables_.back();
    if (table.cell) end_html_cell();
    // Cells from above that stand behind the last one of this row.
    for (std::size_t i = table.column; i < table.covered.size(); ++i)
        if (table.covered[i] != 0) --table.covered[i];
    if (table.header) {
        Block& row = builder_.block(table.row_block);
        row.marks = static_cast<std::uint16_t>(row.marks | mark::header_row);
    }
    builder_.close();
    table.row = table.header = false;
}

void MarkdownReader::end_html_table() {
    flush();
    if (html_tables_.back().row) end_html_row();
    builder_.close();
    html_tables_.pop_back();
}

}  // namespace plancheck
