// Cells are read once, in the order of the document.
#include "plan/table_grid.hpp"

#include <algorithm>

#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

// A term at `at` begins the cell: a sign at most stands before it, or an article that is written together with it.
bool begins_cell(const Language& language, std::string_view words, std::uint32_t at) {
    if (at <= 1) return true;
    const std::string before = fold(words.substr(0, at));
    return attached_before(language, before, before.size()) == before.size();
}

}  // namespace

namespace {

// What an amount says without its signs: "1.900.000", "1 900 000"; 0: more than one, or more than is added here.
std::uint64_t digits_of(std::string_view words) noexcept {
    std::uint64_t value = 0;
    std::size_t digits = 0;
    bool ended = false;
    for (std::size_t at = 0; at < words.size();) {
        const Decoded d = decode(words, at);
        at += d.size;
        if (d.code >= '0' && d.code <= '9') {
            if (ended || ++digits > 15) return 0;
            value = value * 10 + (d.code - '0');
        } else if (digits != 0 && d.code != '.' && d.code != ',' && d.code != '\'' && d.code != ' ' && d.code != 0xA0 && d.code != 0x202F && d.code != 0x2019) {
            ended = true;
        }
    }
    return value;
}

// Whether a number of the last row is what those above it in its column add up to.
bool adds_up(const Reading& reading, const TableGrid& grid, const TableCell& sum) {
    std::uint64_t added = 0;
    std::size_t cells = 0;
    const std::uint64_t value = digits_of(reading.view(sum.text));
    for (std::size_t r = 1; r + 1 < grid.rows.size() && value != 0; ++r)
        for (std::uint32_t c = grid.rows[r].first; c < grid.rows[r].first + grid.rows[r].count; ++c)
            if (grid.cells[c].column == sum.column && !grid.cells[c].empty)
                if (const std::uint64_t one = digits_of(reading.view(grid.cells[c].text)); one != 0) added += one, ++cells;
    constexpr std::uint64_t least = 100;  // 1 and 2 are 3 by chance
    return cells >= 2 && value >= least && added == value;
}

// The last row, of a short label over several columns and numbers alone: "Ensemble |  |  | 2 865". A label in a column of its own
// ("| Costo total | | 2.865") has to be one by its words or by what the numbers add up to.
bool is_sum_by_shape(const Reading& reading, const TableGrid& grid, const TableRow& row, const TableCell& label) {
    constexpr std::size_t longest = 24, least_rows = 3, most_added = 8;
    const std::string_view words = reading.view(label.text);
    if (grid.rows.size() < least_rows || row.block != grid.rows.back().block || !fits_in(words, longest) || ascii_digits.find(words) < words.size()) return false;
    std::size_t numbers = 0;
    bool sums = label.span >= 2;
    if (!sums) {
        if (row.filled == row.count) return false;
        // "All" alone may head an effort for all actions, but one of which nothing but numbers is known is none.
        const std::uint32_t totals = reading.lexicon.vocabulary("totals"), all = reading.lexicon.vocabulary("all-rows");
        const auto terms = reading.terms_in(label.text);
        sums = std::any_of(terms.begin(), terms.end(), [&](const TermPlace& place) {
            return place.vocabulary == totals || (place.vocabulary == all && place.span.begin <= label.text.begin + 4 && place.span.end + 2 >= label.text.end);  // behind an article
        });
    }
    for (std::uint32_t c = row.first; c < row.first + row.count; ++c) {
        const TableCell& cell = grid.cells[c];
        if (cell.empty || &cell == &label) continue;
        const std::string_view value = reading.view(cell.text);
        if (ascii_digits.find(value) >= value.size() || !fits_in(value, longest)) return false;
        ++numbers;
        sums = sums || (numbers <= most_added && adds_up(reading, grid, cell));
    }
    return sums && numbers != 0;
}

// "Итог 1 | Излишки хранятся безопасно | 25": a number behind the word, and words in another cell.
bool numbers_something(const Reading& reading, const TableGrid& grid, const TableRow& row, const TableCell& label, const TermPlace& place) {
    const std::string_view behind = trimmed(reading.view({place.span.end, label.text.end}));
    if (ascii_digits.find(behind) != 0) return false;
    for (std::uint32_t c = row.first; c < row.first + row.count; ++c) {
        const TableCell& cell = grid.cells[c];
        const std::string_view words = reading.view(cell.text);
        if (!cell.empty && &cell != &label && ascii_digits.find(words) >= words.size() && words.find(' ') != std::string_view::npos) return true;
    }
    return false;
}

// "12 | 2.215.000 | Total": nothing but numbers beside the label.
bool has_numbers_alone(const Reading& reading, const TableGrid& grid, const TableRow& row, const TableCell& label) {
    for (std::uint32_t c = row.first; c < row.first + row.count; ++c)
        if (const TableCell& cell = grid.cells[c]; !cell.empty && &cell != &label && !is_number_alone(reading.view(cell.text))) return false;
    return true;
}

}  // namespace

bool holds_address(const Reading& reading, const TableGrid& grid, const TableRow& row) {
    if (row.filled < 3 || reading.document.blocks[row.block].has(mark::header_row)) return false;
    return std::any_of(grid.cells.begin() + row.first, grid.cells.begin() + row.first + row.count, [&](const TableCell& cell) {
        const std::string_view own = trimmed(reading.view(cell.text));
        return own.find('@') != own.npos && own.find_first_of(" \n") == own.npos && holds_mail(own, reading.language);  // and nothing else, which may have run into a head
    });
}

bool is_total(const Reading& reading, const TableGrid& grid, const TableRow& row) {
    const std::uint32_t totals = reading.lexicon.vocabulary("totals");
    bool behind_number = false;
    for (std::uint32_t c = row.first; c < row.first + row.count; ++c) {
        const TableCell& cell = grid.cells[c];
        if (cell.empty) continue;
        const std::string_view words = reading.view(cell.text);
        if (!fits_in(words, 60)) return false;
        if (is_number_alone(words)) {
            behind_number = true;
            continue;
        }
        if (behind_number && !has_numbers_alone(reading, grid, row, cell)) return false;
        for (const TermPlace& place : reading.terms_in(cell.text))
            if (place.vocabulary == totals && begins_cell(reading.language, words, place.span.begin - cell.text.begin) && !numbers_something(reading, grid, row, cell, place)) return true;
        return !behind_number && is_sum_by_shape(reading, grid, row, cell);
    }
    return false;
}

namespace {

// Marks of quotation, one below the other or between dashes or strokes.
bool is_ditto_mark(std::string_view words) noexcept {
    bool mark = words == "-//-" || words == "\u2013//\u2013" || words == "\u2014//\u2014" || words == "//";
    for (std::size_t at = 0; at < words.size();) {
        const Decoded c = decode(words, at);
        at += c.size;
        if (std::u32string_view(U"\"\u201C\u201D\u201E\u2033\u3003\u00BB\u00AB").find(c.code) != std::u32string_view::npos) mark = true;
        else if (std::u32string_view(U"'\u2019\u2032,-\u2013\u2014").find(c.code) == std::u32string_view::npos && !is_white_space(c.code)) return false;
    }
    return mark || words == "''" || words == ",,";
}

}  // namespace

bool says_again(const Reading& reading, const TableGrid& grid, const TableRow& heads, const TableRow& row) {
    if (row.count != heads.count || row.filled == 0) return false;
    std::size_t cut = 0;
    for (std::uint32_t c = 0; c < row.count; ++c) {
        const std::string_view head = reading.view(grid.cells[heads.first + c].text), own = reading.view(grid.cells[row.first + c].text);
        if (own == head) continue;
        if (head.empty() || !own.ends_with(head) || ++cut > 1) return false;
    }
    return cut == 0 || row.filled > 2;
}

TableGrid without_repeated_heads(const Reading& reading, const TableGrid& grid, std::size_t heads, std::size_t body) {
    TableGrid made = grid;
    if (heads >= grid.rows.size()) return made;
    std::size_t kept = body;
    for (std::size_t r = body; r < grid.rows.size(); ++r)
        if (!says_again(reading, grid, grid.rows[heads], grid.rows[r])) made.rows[kept++] = grid.rows[r];
    made.rows.resize(std::max(kept, std::min(body, grid.rows.size())));
    return made;
}

bool is_ditto(std::string_view words, const Language& language) {
    constexpr std::size_t longest = 60;  // bytes
    if (words.empty() || words.size() > longest) return false;
    if (is_ditto_mark(words)) return true;
    std::string said = fold(words);
    while (!said.empty() && (said.back() == ')' || said.back() == ']')) said.pop_back();
    said.erase(0, std::min(said.find_first_not_of("(["), said.size()));
    const auto known = [&](std::string_view one) { return std::find(language.dittos.begin(), language.dittos.end(), one) != language.dittos.end(); };
    return known(said) || (said.ends_with('.') && known(std::string_view(said).substr(0, said.size() - 1)));
}

TableGrid::TableGrid(const Reading& reading, std::uint32_t table) {
    const auto& blocks = reading.document.blocks;
    for (std::uint32_t r = table + 1; r < blocks[table].end; r = std::max(blocks[r].end, r + 1)) {
        if (blocks[r].kind != BlockKind::row) continue;
        TableRow row{r, static_cast<std::uint32_t>(cells.size()), 0, 0};
        for (std::uint32_t c = r + 1; c < blocks[r].end; c = std::max(blocks[c].end, c + 1)) {
            if (blocks[c].kind != BlockKind::cell) continue;
            TableCell cell{c, blocks[c].column, std::max<std::uint32_t>(1, blocks[c].column_span), std::max(1U, blocks[c].row_span), 0, {}, true};
            for (std::uint32_t i = c + 1; i < blocks[c].end && cell.empty; ++i)
                if (reading.is_text(i)) {
                    cell.text = reading.trimmed(blocks[i].text);
                    cell.leaf = i;
                    cell.empty = cell.text.empty();
                }
            columns = std::max(columns, cell.column + cell.span);
            if (!cell.empty) ++row.filled;
            ++row.count;
            cells.push_back(cell);
        }
        rows.push_back(row);
    }
    drop_blank_rows();
    drop_blank_columns();
}

// Merged cells reach over fewer rows then. A row whose cells all belong to those above it is none for who reads.
void TableGrid::drop_blank_rows() {
    if (std::none_of(rows.begin(), rows.end(), [](const TableRow& row) { return row.filled == 0; })) return;
    std::vector<std::uint32_t> before{0};  // rows that stay, before each
    for (const TableRow& row : rows) before.push_back(before.back() + (row.filled != 0 ? 1 : 0));
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::uint32_t c = rows[r].first; c < rows[r].first + rows[r].count; ++c)
            cells[c].rows = std::max(1U, before[std::min<std::size_t>(r + cells[c].rows, rows.size())] - before[r]);
    std::erase_if(rows, [](const TableRow& row) { return row.filled == 0; });
}

void TableGrid::drop_blank_columns() {
    std::vector<bool> holds(columns, false);
    for (const TableCell& cell : cells)
        if (!cell.empty) holds[cell.column] = true;
    std::vector<std::uint32_t> before{0};  // columns that stay, before each
    for (std::uint32_t column = 0; column < columns; ++column) before.push_back(before.back() + (holds[column] ? 1 : 0));
    if (before.back() == columns) return;
    std::vector<TableCell> kept;
    kept.reserve(cells.size());
    for (TableRow& row : rows) {
        const auto first = static_cast<std::uint32_t>(kept.size());
        for (std::uint32_t c = row.first; c < row.first + row.count; ++c) {
            TableCell cell = cells[c];
            if (!holds[cell.column]) continue;
            const std::uint32_t end = before[std::min(cell.column + cell.span, columns)];
            cell.column = before[cell.column];
            cell.span = std::max(1U, end - cell.column);
            kept.push_back(cell);
        }
        row.first = first;
        row.count = static_cast<std::uint32_t>(kept.size()) - first;
    }
    cells = std::move(kept);
    columns = before.back();
}

bool TableGrid::is_full() const noexcept {
    return std::all_of(rows.begin(), rows.end(), [&](const TableRow& row) { return row.count == columns; }) &&
           std::all_of(cells.begin(), cells.end(), [](const TableCell& cell) { return cell.span == 1 && cell.rows == 1; });
}

void TableGrid::transpose() {
    std::vector<TableRow> down;
    std::vector<TableCell> turned;
    turned.reserve(cells.size());
    for (std::uint32_t c = 0; c < columns; ++c) {
        TableRow row{cells[c].block, static_cast<std::uint32_t>(turned.size()), static_cast<std::uint32_t>(rows.size()), 0};
        for (std::uint32_t r = 0; r < rows.size(); ++r) {
            TableCell cell = cells[rows[r].first + c];
            cell.column = r;
            if (!cell.empty) ++row.filled;
            turned.push_back(cell);
        }
        down.push_back(row);
    }
    columns = static_cast<std::uint32_t>(rows.size());
    rows = std::move(down);
    cells = std::move(turned);
}

std::optional<NamesAndAddresses> names_and_addresses(const Reading& reading, const TableGrid& grid) {
    constexpr std::size_t shortest_name = 3;
    if (grid.columns < 2 || grid.rows.size() < 2) return std::nullopt;
    std::vector<std::size_t> addressed(grid.columns), named(grid.columns);
    NamesAndAddresses found{0, 0, 1};
    for (const TableRow& row : grid.rows)
        for (std::uint32_t c = row.first; c < row.first + row.count; ++c) {
            const TableCell& cell = grid.cells[c];
            bool address = false;
            for (const std::uint32_t block : texts_in(reading, cell.block)) address = address || holds_mail(reading.view(reading.document.blocks[block].text), reading.language);
            if (address) ++addressed[cell.column];
            else if (!cell.empty && cell.text.size() >= shortest_name) ++named[cell.column];
            if (address && row.first == 0) found.body = 0;
        }
    const std::size_t rows = grid.rows.size() - found.body;
    found.addresses = static_cast<std::uint32_t>(std::max_element(addressed.begin(), addressed.end()) - addressed.begin());
    while (found.names < grid.columns && (found.names == found.addresses || named[found.names] * 3 < rows * 2 || addressed[found.names] != 0)) ++found.names;
    if (addressed[found.addresses] * 3 < rows * 2 || found.names == grid.columns) return std::nullopt;
    // "Asia | Lake Institute – li@…": regions sort what stands beside them, name and address in one.
    const std::uint32_t regions = reading.lexicon.vocabulary("regions");
    const auto is_region = [&](const TableRow& row) {
        const TableCell& cell = grid.cells[row.first];
        const std::string folded = fold(reading.view(cell.text));
        const auto hits = regions == Lexicon::none || cell.empty ? std::vector<TermHit>() : reading.find(folded, regions);
        return std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) { return hit.begin == 0 && hit.end == folded.size(); });
    };
    if (found.names == 0 && std::all_of(grid.rows.begin() + static_cast<std::ptrdiff_t>(found.body), grid.rows.end(), is_region)) found.names = found.addresses;
    return found;
}

}  // namespace plancheck
