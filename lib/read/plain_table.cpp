// Each kind is known by its second or first line, so a line that begins no table costs one look. Every line of a table is
// looked at once.
#include "read/plain_table.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_columns = 1024;

struct Source {
    std::string_view text;
    std::span<const SourceLine> lines;

    std::string_view operator[](std::size_t i) const noexcept {
        return i < lines.size() ? text.substr(lines[i].begin, lines[i].end - lines[i].begin) : std::string_view();
    }
};

bool only(std::string_view line, std::string_view signs) noexcept { return line.find_first_not_of(signs) == line.npos; }

PlainCell cell_of(const Source& source, std::size_t line, std::string_view piece) {
    const std::string_view own = trimmed(piece);
    PlainCell made;
    made.text = own;
    made.offset = static_cast<std::uint32_t>((own.empty() ? piece.data() : own.data()) - source.text.data());
    made.page = source.lines[line].page;
    return made;
}

// A further line of a cell.
void append(PlainCell& cell, const PlainCell& more) {
    if (more.text.empty()) return;
    if (cell.text.empty()) cell = more;
    else cell.text.append("\n").append(more.text);
}

std::vector<PlainCell> split(const Source& source, std::size_t line, char sign) {
    std::string_view rest = source[line];
    std::vector<PlainCell> cells;
    if (sign == '|') {
        if (rest.starts_with('|')) rest.remove_prefix(1);
        if (rest.ends_with('|')) rest.remove_suffix(1);
    }
    for (;;) {
        const std::size_t at = rest.find(sign);
        cells.push_back(cell_of(source, line, rest.substr(0, at)));
        if (at == rest.npos || cells.size() == most_columns) break;
        rest.remove_prefix(at + 1);
    }
    return cells;
}

PlainTable pipe_table(const Source& source, std::size_t at) {
    const std::string_view under = source[at + 1];
    PlainTable table;
    if (under.size() < 3 || !only(under, "|-: \t+") || under.find("--") == under.npos || under.find('|') == under.npos) return table;
    table.header = true;
    table.rows.push_back(split(source, at, '|'));
    std::size_t line = at + 2;
    for (; line < source.lines.size() && source[line].find('|') != std::string_view::npos; ++line) {
        table.rows.push_back(split(source, line, '|'));
        table.rows.back().resize(std::min(table.rows.back().size(), table.rows.front().size()));
    }
    table.lines = line - at;
    return table;
}

PlainTable grid(const Source& source, std::size_t at) {
    const auto ruled = [](std::string_view line) {
        return line.size() >= 5 && line.front() == '+' && line.back() == '+' && only(line, "+-=:") && line.find_first_of("-=") != line.npos;
    };
    PlainTable table;
    std::vector<PlainCell> row;
    std::size_t line = at + 1, last = at;
    for (; line < source.lines.size(); ++line) {
        const std::string_view own = source[line];
        if (ruled(own)) {
            if (row.empty()) break;
            if (own.find('=') != own.npos && table.rows.empty()) table.header = true;
            table.rows.push_back(std::move(row));
            row.clear();
            last = line;
        } else if (own.starts_with('|')) {
            std::vector<PlainCell> cells = split(source, line, '|');
            if (row.size() < cells.size()) row.resize(cells.size(), cells.front());
            if (cells.size() == row.size() && row.front().offset == cells.front().offset) row = std::move(cells);
            else
                for (std::size_t i = 0; i < cells.size(); ++i) append(row[i], cells[i]);
        } else {
            break;
        }
    }
    if (!table.rows.empty()) table.lines = last + 1 - at;
    return table;
}

struct Column {
    std::size_t begin = 0, end = 0;  // screen columns
};

// Groups of dashes; empty where the line holds anything else.
std::vector<Column> dashes(const SourceLine& line, std::string_view text) {
    std::vector<Column> columns;
    if (text.size() < 3 || !only(text, "- ")) return columns;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && text[end] == '-') ++end;
        if (end == i + 1) return {};
        if (end != i) columns.push_back({line.indent + i, line.indent + end});
        if (columns.size() == most_columns) break;
        i = end == i ? i + 1 : end;
    }
    return columns;
}

// A word that reaches over the end of its column belongs to the column it begins in.
std::vector<PlainCell> by_place(const Source& source, std::size_t line, const std::vector<Column>& columns) {
    std::vector<PlainCell> cells;
    const std::string_view own = source[line];
    std::size_t at = 0, place = source.lines[line].indent;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::size_t begin = at;
        const std::size_t stop = i + 1 < columns.size() ? columns[i + 1].begin : std::string_view::npos;
        bool blank = true;
        for (Decoded c = decode(own, at); c.size != 0; c = decode(own, at)) {
            const bool white = is_white_space(c.code);
            if (place >= stop && (blank || white)) break;
            blank = white;
            at += c.size;
            place += is_cjk(c.code) ? 2 : 1;
        }
        cells.push_back(cell_of(source, line, own.substr(begin, at - begin)));
    }
    return cells;
}

PlainTable columns_table(const Source& source, std::size_t at) {
    PlainTable table;
    const std::size_t size = source.lines.size();
    const bool framed = dashes(source.lines[at], source[at]).size() == 1 && source[at].size() >= 8;
    std::size_t rule = at;
    std::vector<Column> columns = framed ? std::vector<Column>() : dashes(source.lines[at], source[at]);
    const bool headless = columns.size() >= 2;
    // Heads stand in one line, in a framed table in several.
    while (columns.size() < 2 && ++rule < size && rule - at <= (framed ? 8U : 1U)) {
        if (source.lines[rule].blank()) return table;
        columns = dashes(source.lines[rule], source[rule]);
    }
    if (columns.size() < 2) return table;
    if (!headless) {
        std::vector<PlainCell> head;
        for (std::size_t line = at + (framed ? 1 : 0); line < rule; ++line) {
            std::vector<PlainCell> cells = by_place(source, line, columns);
            if (head.empty()) head = std::move(cells);
            else
                for (std::size_t i = 0; i < head.size(); ++i) append(head[i], cells[i]);
        }
        if (!head.empty()) {
            table.rows.push_back(std::move(head));
            table.header = true;
        }
    }
    // Rows over several lines are parted by blank lines, and a closing line of dashes ends the table.
    std::size_t line = rule + 1;
    std::size_t close = 0;
    for (std::size_t look = line; look < size && look < line + 4096; ++look) {
        if (source.lines[look].blank() && look + 1 < size && source.lines[look + 1].blank()) break;
        if (!dashes(source.lines[look], source[look]).empty()) {
            // A table without heads is ruled above and below by the same line; anything else is no table.
            if (!headless || source[look] == source[rule]) close = look;
            break;
        }
    }
    if ((framed || headless) && close == 0) return {};
    bool spaced = false;
    for (std::size_t look = line; look < close; ++look) spaced = spaced || (source.lines[look].blank() && look + 1 < close);
    const bool several = close != 0 && (framed || headless) && spaced;
    const std::size_t end = close != 0 && (framed || headless) ? close : size;
    bool begins = true;
    for (; line < end; ++line) {
        if (source.lines[line].blank()) {
            if (!several && !framed) break;
            begins = true;
            continue;
        }
        std::vector<PlainCell> cells = by_place(source, line, columns);
        if (begins || !(several || framed)) table.rows.push_back(std::move(cells));
        else
            for (std::size_t i = 0; i < cells.size(); ++i) append(table.rows.back()[i], cells[i]);
        begins = !several && !framed;
    }
    if (table.rows.size() < (table.header ? 2U : 1U)) return {};
    table.lines = (end == close ? close + 1 : line) - at;
    return table;
}

PlainTable tabs_table(const Source& source, std::size_t at) {
    const auto tabs = [&](std::size_t line) { return std::count(source[line].begin(), source[line].end(), '\t'); };
    const auto count = tabs(at);
    PlainTable table;
    if (count < 2) return table;
    std::size_t line = at;
    while (line < source.lines.size() && !source.lines[line].blank() && tabs(line) == count) ++line;
    if (line - at < 3) return table;
    for (std::size_t i = at; i < line; ++i) table.rows.push_back(split(source, i, '\t'));
    table.header = true;
    table.lines = line - at;
    return table;
}

}  // namespace

PlainTable plain_table(std::string_view text, std::span<const SourceLine> lines, std::size_t at, unsigned kinds) {
    const Source source{text, lines};
    const std::string_view own = source[at];
    const auto wanted = [kinds](TableKind kind) { return (kinds & static_cast<unsigned>(kind)) != 0; };
    if (own.empty()) return {};
    PlainTable table;
    if (wanted(TableKind::grid) && own.front() == '+' && own.starts_with("+-")) table = grid(source, at);
    if (table.lines == 0 && wanted(TableKind::pipe) && own.find('|') != own.npos) table = pipe_table(source, at);
    if (table.lines == 0 && wanted(TableKind::columns) && (own.front() == '-' || source[at + 1].starts_with("--")))
        table = columns_table(source, at);
    if (table.lines == 0 && wanted(TableKind::tabs) && own.find('\t') != own.npos) table = tabs_table(source, at);
    return table;
}

void add_table(const PlainTable& table, Builder& builder, Places& places) {
    builder.open(BlockKind::table, 0, 0, places.at(table.rows.front().front().offset));
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        const auto place = [&](const PlainCell& cell) {
            Place made = places.at(cell.offset);
            made.page_hint = cell.page;
            return made;
        };
        builder.open(BlockKind::row, 0, i == 0 && table.header ? mark::header_row : std::uint16_t{0}, place(row.front()));
        for (std::size_t column = 0; column < row.size(); ++column) {
            builder.open(BlockKind::cell, 0, 0, place(row[column]));
            builder.cell(static_cast<std::uint16_t>(column), 1, 1);
            if (!row[column].text.empty()) {
                builder.open(BlockKind::paragraph, 0, 0, place(row[column]));
                builder.text(row[column].text);
                builder.close();
            }
            builder.close();
        }
        builder.close();
    }
    builder.close();
}

}  // namespace plancheck
