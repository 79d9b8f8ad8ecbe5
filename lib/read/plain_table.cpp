// Each kind is known by its second or first line, so a line that begins no table costs one look. Every line of a table is
// looked at once.
#include "read/plain_table.hpp"

#include <algorithm>

#include "read/lines.hpp"
#include "read/pdf_style.hpp"
#include "read/plain_source.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

// Whether an address at the end of one line is whole only with the beginning of the next: a column may be too narrow for it.
bool parts_address(std::string_view above, std::string_view below) {
    const std::string_view word = above.substr(above.find_last_of(" \n") + 1);
    const std::size_t sign = word.find('@');
    const char next = below.front();
    if (sign == word.npos || sign == 0 || !((next >= 'a' && next <= 'z') || (next >= '0' && next <= '9') || next == '.' || next == '-')) return false;
    return word.find('.', sign) == word.npos || word.back() == '.' || word.back() == '-';
}

std::vector<PlainCell> split(const PlainSource& source, std::size_t line, char sign) {
    std::string_view rest = source[line];
    std::vector<PlainCell> cells;
    if (sign == '|' || sign == '^') {
        if (rest.starts_with(sign)) rest.remove_prefix(1);
        if (rest.ends_with(sign)) rest.remove_suffix(1);
    }
    for (;;) {
        const std::size_t at = rest.find(sign);
        cells.push_back(cell_of(source, line, rest.substr(0, at)));
        if (at == rest.npos || cells.size() == most_plain_columns) break;
        rest.remove_prefix(at + 1);
    }
    return cells;
}

// Rows between bars without a rule under the heads, as wikis write them: "||Action||Partner||" or "^Action^Partner^", then
// "|Collect|Town|".
PlainTable ruleless(const PlainSource& source, std::size_t at) {
    const auto bars = [&](std::size_t line, char sign) {
        const std::string_view own = source[line];
        return own.size() > 4 && own.front() == sign && own.back() == sign ? static_cast<std::size_t>(std::count(own.begin(), own.end(), sign)) : 0;
    };
    const char sign = source[at].front() == '^' ? '^' : '|';
    const bool twice = source[at].starts_with("||") && source[at].ends_with("||");
    const bool heads = twice || sign == '^';
    const std::size_t count = bars(at, sign) / (twice ? 2 : 1);
    std::size_t line = heads ? at + 1 : at;
    while (count >= 3 && bars(line, '|') == count) ++line;
    PlainTable table;
    if (line < at + 2) return table;
    table.header = heads;
    for (std::size_t i = at; i < line; ++i) table.rows.push_back(split(source, i, i == at ? sign : '|'));
    if (twice) {
        std::size_t next = 0;
        std::erase_if(table.rows.front(), [&next](const PlainCell&) { return next++ % 2 == 0; });
    }
    table.lines = line - at;
    return table;
}

// "Who | What | When" above rows with as many bars, and neither a rule nor a bar at the edges; where one is, the cell there is empty.
PlainTable barred_rows(const PlainSource& source, std::size_t at) {
    constexpr std::size_t least_rows = 3, least_bars = 2;
    const auto bars = [&](std::size_t line) -> std::size_t {
        if (line >= source.lines.size()) return 0;
        const std::string_view own = source[line];
        std::size_t count = 0;
        for (std::size_t bar = own.find('|'); bar != own.npos; bar = own.find('|', bar + 1)) {
            if ((bar > 0 && own[bar - 1] != ' ' && own[bar - 1] != '\t') || (bar + 1 < own.size() && own[bar + 1] != ' ' && own[bar + 1] != '\t')) return 0;
            ++count;
        }
        return count;
    };
    PlainTable table;
    const std::size_t count = bars(at);
    // Asked before the lines below are looked at: where it holds, few are looked at that are not taken.
    if (count < least_bars || source[at].front() == '|' || source[at].back() == '|') return table;
    std::size_t line = at + 1;
    while (bars(line) == count) ++line;
    if (line < at + least_rows) return table;
    for (std::size_t i = at; i < line; ++i) {
        std::vector<PlainCell>& row = table.rows.emplace_back();
        for (std::string_view rest = source[i];;) {
            const std::size_t bar = rest.find('|');
            row.push_back(cell_of(source, i, rest.substr(0, bar)));
            if (bar == rest.npos || row.size() == most_plain_columns) break;
            rest.remove_prefix(bar + 1);
        }
    }
    table.lines = line - at;
    return table;
}

PlainTable pipe_table(const PlainSource& source, std::size_t at) {
    const std::string_view under = source[at + 1];
    PlainTable table;
    if (under.size() < 3 || !only(under, "|-: \t+") || under.find("--") == under.npos || under.find_first_of("|+") == under.npos || under.front() == '+') {
        table = ruleless(source, at);
        return table.lines != 0 ? table : barred_rows(source, at);
    }
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

// White space at the ends of a line is cut, but for tabs it says which cells are empty.
std::string_view whole_line(const PlainSource& source, std::size_t line) {
    std::size_t begin = source.lines[line].begin, end = source.lines[line].end;
    while (begin > 0 && (source.text[begin - 1] == '\t' || source.text[begin - 1] == ' ')) --begin;
    while (end < source.text.size() && (source.text[end] == '\t' || source.text[end] == ' ')) ++end;
    return source.text.substr(begin, end - begin);
}

// As programs write tables of a word processor: a tab after each cell but the last. A row with fewer cells is one whose first
// cell covers several columns: a total, or, by itself, what groups the rows below it.
PlainTable tabs_table(const PlainSource& source, std::size_t at) {
    const auto tabs = [&](std::size_t line) {
        const std::string_view own = whole_line(source, line);
        return static_cast<std::size_t>(std::count(own.begin(), own.end(), '\t'));
    };
    const auto is_row = [&](std::size_t line, std::size_t count) {
        return line < source.lines.size() && !source.lines[line].blank() && tabs(line) == count && (count > 1 || !list_marker(source[line]));
    };
    const std::size_t count = tabs(at);
    PlainTable table;
    if (count == 0 || count >= most_plain_columns || has_section_numeral(source[at])) return table;
    // Rows with fewer cells stand alone or few together, so that what is no table is seen soon.
    constexpr std::size_t most_short = 4;
    std::size_t line = at, full = 0, shorter = 0;
    for (; line < source.lines.size() && !source.lines[line].blank(); ++line) {
        const std::size_t own = tabs(line);
        if (is_row(line, count)) ++full, shorter = 0;
        else if (++shorter > most_short || line == at || count < 2 || own >= count || (own == 0 && !is_row(line + 1, count))) break;
    }
    if (full < 3) return table;
    for (std::size_t i = at; i < line; ++i) {
        std::vector<PlainCell> row;
        std::string_view rest = whole_line(source, i);
        for (;;) {
            const std::size_t tab = rest.find('\t');
            row.push_back(cell_of(source, i, rest.substr(0, tab)));
            if (tab == rest.npos) break;
            rest.remove_prefix(tab + 1);
        }
        row.front().columns = static_cast<std::uint16_t>(count + 2 - row.size());
        table.rows.push_back(std::move(row));
    }
    table.header = table.merged = true;
    table.lines = line - at;
    return table;
}

// Cells parted by semicolons; what is in quotation marks is one cell, and two marks in it are one. `close`: a space behind the
// sign makes it one of a sentence.
std::vector<PlainCell> by_semicolons(const PlainSource& source, std::size_t line, bool close) {
    const std::string_view own = source[line];
    std::vector<PlainCell> cells;
    for (std::size_t at = 0; cells.size() < most_plain_columns;) {
        std::size_t end = at;
        bool inside = false;
        for (; end < own.size() && (inside || own[end] != ';' || (close && own.substr(end + 1).starts_with(' '))); ++end)
            if (own[end] == '"' && (inside || end == at)) inside = !inside;
        std::string_view piece = own.substr(at, end - at);
        const bool quoted = piece.size() > 1 && piece.front() == '"' && piece.back() == '"';
        if (quoted) piece = piece.substr(1, piece.size() - 2);
        PlainCell& cell = cells.emplace_back(cell_of(source, line, piece));
        if (quoted)
            for (std::size_t i = cell.text.find("\"\""); i != cell.text.npos; i = cell.text.find("\"\"", i + 1)) cell.text.erase(i, 1);
        if (end >= own.size()) break;
        at = end + 1;
    }
    return cells;
}

// As programs export tables: semicolons, in every line as many. Prose has them as well, but not so evenly; a line that has more
// between others tells that some are no bounds of cells.
PlainTable semicolons_table(const PlainSource& source, std::size_t at) {
    const auto is_row = [&](std::size_t line) { return source[line].find(';') != std::string_view::npos && !list_marker(source[line]); };
    PlainTable table;
    const std::size_t count = is_row(at) ? by_semicolons(source, at, false).size() : 0;
    const auto row = [&](std::size_t line) {
        std::vector<PlainCell> made = by_semicolons(source, line, false);
        return made.size() > count ? by_semicolons(source, line, true) : made;
    };
    const auto cells = [&](std::size_t line) { return is_row(line) ? row(line).size() : std::size_t{0}; };
    // A space behind the sign is how sentences have it.
    if (count < 3 || source[at].find("; ") != std::string_view::npos || has_section_numeral(source[at])) return table;
    std::size_t line = at;
    while (line < source.lines.size() && cells(line) == count) ++line;
    constexpr std::size_t most_doubtful = 64;  // lines, as each of them would look at all behind it
    if (line < at + 3 || (line - at <= most_doubtful && cells(line) > count && cells(line + 1) == count)) return table;
    for (std::size_t i = at; i < line; ++i) table.rows.push_back(row(i));
    table.header = table.merged = true;
    table.lines = line - at;
    return table;
}

}  // namespace

void append(PlainCell& cell, const PlainCell& more) {
    if (more.text.empty()) return;
    if (cell.text.empty()) cell = more;
    else cell.text.append(parts_address(cell.text, more.text) ? "" : "\n").append(more.text);
}

PlainCell cell_of(const PlainSource& source, std::size_t line, std::string_view piece) {
    const std::string_view own = trimmed(piece);
    PlainCell made;
    made.text = own;
    made.offset = static_cast<std::uint32_t>((own.empty() ? piece.data() : own.data()) - source.text.data());
    made.page = source.lines[line].page;
    return made;
}

PlainTable plain_table(std::string_view text, std::span<const SourceLine> lines, std::size_t at, unsigned kinds, bool markup) {
    const PlainSource source{text, lines};
    const std::string_view own = source[at];
    const auto wanted = [kinds](TableKind kind) { return (kinds & static_cast<unsigned>(kind)) != 0; };
    if (own.empty()) return {};
    PlainTable table;
    if (wanted(TableKind::grid) && own.front() == '+' && own.starts_with("+-")) table = grid_table(source, at, markup);
    if (table.lines == 0 && wanted(TableKind::pipe) && (own.find('|') != own.npos || own.front() == '^')) table = pipe_table(source, at);
    if (table.lines == 0 && wanted(TableKind::columns) && (own.front() == '-' || source[at + 1].starts_with("--")))
        table = columns_table(source, at);
    if (table.lines == 0 && wanted(TableKind::tabs) && own.find('\t') != own.npos) table = tabs_table(source, at);
    if (table.lines == 0 && wanted(TableKind::tabs) && own.find(';') != own.npos) table = semicolons_table(source, at);
    if (table.lines == 0 && wanted(TableKind::lines)) table = table_of_lines(source, at);
    return table;
}

namespace {

// What is known of cells merged over rows in a PDF holds here as well: there, too, all but the first are empty.
void add_merged(const PlainTable& table, Builder& builder, Places& places) {
    std::size_t columns = 0;
    for (const PlainCell& cell : table.rows.front()) columns += cell.columns;
    PdfElement element;
    PdfTable& made = element.table.emplace_back();
    made.edges.resize(columns - 1);
    made.header = table.header;
    for (const auto& row : table.rows) {
        std::vector<PdfCell> cells;
        std::uint16_t column = 0;
        for (const PlainCell& cell : row) {
            if (!cell.text.empty()) {
                PdfCell& own = cells.emplace_back();
                own.column = column;
                own.columns = cell.columns;
                PdfLine& line = own.lines.emplace_back();
                line.text = cell.text;
                line.part = 1;
                line.place = places.at(cell.offset);
                line.place.page_hint = cell.page;
            }
            column = static_cast<std::uint16_t>(column + cell.columns);
        }
        if (!cells.empty()) made.rows.push_back(std::move(cells));
    }
    std::vector<PdfElement> elements;
    elements.push_back(std::move(element));
    pdf_join_tables(elements);
    const PdfStyle style;
    pdf_write_table(elements.front().table.front(), PdfJoiner(style), builder);
}

}  // namespace

namespace {

// "office@lake.exa" above "mple.org, +41 …": where the column was full.
bool cuts_address(std::string_view above, std::string_view below) noexcept {
    const std::string_view last = above.substr(above.find_last_of(' ') + 1), first = below.substr(0, below.find_first_of(" ,;"));
    const auto inside = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '@' || c == '.' || c == '-' || c == '_'; };
    return !last.empty() && !first.empty() && std::count(last.begin(), last.end(), '@') + std::count(first.begin(), first.end(), '@') == 1 && inside(last.back()) && inside(first.front());
}

}  // namespace

void join_wrapped(PlainTable& table) {
    if (table.blocks || table.merged) return;
    std::vector<std::size_t> widths;
    const auto each = [&](auto&& take) {
        for (auto& row : table.rows)
            for (std::size_t i = 0; i < row.size(); ++i) {
                const std::size_t column = table.grid ? row[i].column : i;
                if (widths.size() <= column) widths.resize(column + 1);
                take(row[i], widths[column]);
            }
    };
    each([](const PlainCell& cell, std::size_t& width) {
        if (cell.columns != 1) return;
        for (std::size_t begin = 0; begin < cell.text.size();) {
            const std::size_t end = std::min(cell.text.find('\n', begin), cell.text.size());
            width = std::max(width, columns_of(std::string_view(cell.text).substr(begin, end - begin)));
            begin = end + 1;
        }
    });
    each([](PlainCell& cell, const std::size_t width) {
        if (cell.columns != 1 || cell.text.find('\n') == cell.text.npos) return;
        std::vector<std::string> lines;
        for (std::string_view rest = cell.text; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            const std::string_view own = rest.substr(0, end);
            if (!lines.empty() && columns_of(lines.back()) >= width && cuts_address(lines.back(), own)) lines.back() += own;
            else lines.emplace_back(own);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        cell.text = joined(std::vector<std::string_view>(lines.begin(), lines.end()), width);
    });
}

void add_table(const PlainTable& table, Builder& builder, Places& places) {
    if (table.merged) {
        add_merged(table, builder, places);
        return;
    }
    add_table(table, builder, places, [&](const PlainCell& cell) {
        Place place = places.at(cell.offset);
        place.page_hint = cell.page;
        builder.open(BlockKind::paragraph, 0, 0, place);
        builder.text(cell.text);
        builder.close();
    });
}

void add_table(const PlainTable& table, Builder& builder, Places& places, const std::function<void(const PlainCell&)>& write) {
    const auto place = [&](const PlainCell& cell) {
        Place made = places.at(cell.offset);
        made.page_hint = cell.page;
        return made;
    };
    builder.open(BlockKind::table, 0, 0, places.at(table.rows.front().front().offset));
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        builder.open(BlockKind::row, 0, i < table.head_rows && table.header ? mark::header_row : std::uint16_t{0}, row.empty() ? Place() : place(row.front()));
        for (std::size_t column = 0; column < row.size(); ++column) {
            const PlainCell& cell = row[column];
            builder.open(BlockKind::cell, 0, 0, place(cell));
            if (table.grid) builder.cell(cell.column, cell.columns, cell.rows);
            else builder.cell(static_cast<std::uint16_t>(column), 1, 1);
            if (!cell.text.empty()) write(cell);
            builder.close();
        }
        builder.close();
    }
    builder.close();
}

}  // namespace plancheck
