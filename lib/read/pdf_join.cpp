// Tables of several pages: parts that a page end cut are one table again where their columns agree; parts that are not, and
// scraps between them, are doubtful together. Which empty cells are merged with the one above is guessed from what merged
// cells are used for, see `merge`.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "read/pdf.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

// Columns set to the right begin where their widest text does, which differs from page to page.
bool same_columns(const PdfTable& a, const PdfTable& b) {
    if (a.edges.size() != b.edges.size()) return false;
    std::size_t alike = 0;
    for (std::size_t i = 0; i < a.edges.size(); ++i) {
        const float apart = std::abs(a.edges[i] - b.edges[i]);
        if (apart <= 3 * pdf_same_edge) ++alike;
        if (apart > 60) return false;
    }
    return alike * 3 >= a.edges.size() * 2;
}

// The columns of a part that has fewer, as a page holds no text in one of them, in those of the other.
bool adopt_columns(const PdfTable& from, PdfTable& to) {
    std::vector<std::uint16_t> place{0};
    std::size_t at = 0;
    for (const float edge : to.edges) {
        while (at < from.edges.size() && from.edges[at] < edge - 3 * pdf_same_edge) ++at;
        if (at == from.edges.size() || std::abs(from.edges[at] - edge) > 3 * pdf_same_edge) return false;
        place.push_back(static_cast<std::uint16_t>(++at));
    }
    for (auto& row : to.rows)
        for (PdfCell& cell : row) {
            const std::size_t last = std::min<std::size_t>(cell.column + cell.columns - 1U, place.size() - 1);
            cell.columns = static_cast<std::uint16_t>(place[last] - place[cell.column] + 1);
            cell.column = place[cell.column];
        }
    to.edges = from.edges;
    return true;
}

const PdfCell* cell_at(const std::vector<PdfCell>& row, std::uint16_t column) {
    const auto found = std::find_if(row.begin(), row.end(), [&](const PdfCell& cell) { return cell.column == column; });
    return found == row.end() ? nullptr : &*found;
}

bool same_row(const std::vector<PdfCell>& a, const std::vector<PdfCell>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const PdfCell& one, const PdfCell& other) {
        return one.column == other.column && one.columns == other.columns &&
               std::equal(one.lines.begin(), one.lines.end(), other.lines.begin(), other.lines.end(), [](const PdfLine& x, const PdfLine& y) { return x.text == y.text; });
    });
}

struct Placed {
    float left, top;  // below the highest line
    std::string_view text;
};

float top_of(const std::vector<PdfCell>& row) {
    float top = std::numeric_limits<float>::max();
    for (const PdfCell& cell : row)
        for (const PdfLine& line : cell.lines) top = std::min(top, line.top);
    return top;
}

// The lines of a row below `top`.
void place_lines(const std::vector<PdfCell>& row, float top, std::vector<Placed>& lines) {
    for (const PdfCell& cell : row)
        for (const PdfLine& line : cell.lines) lines.push_back({line.left, line.top - top, line.text});
}

// The heads again, however the part's rows and columns were told: their lines stand where they stand on the page before. A few
// may be of the row below, where that was taken for the heads' as well.
struct HeadsAgain {
    std::vector<Placed> lines;
    std::size_t rows = 0;  // of the part, that hold them; 0: they do not stand there
    float top = 0;

    HeadsAgain(const std::vector<PdfCell>& heads, const std::vector<std::vector<PdfCell>>& part) {
        constexpr std::size_t most = 64;  // lines; they are compared with each other
        if (heads.size() < 2) return;
        std::vector<Placed> there;
        place_lines(heads, top_of(heads), lines);
        float deepest = 0;
        for (const Placed& line : lines) deepest = std::max(deepest, line.top);
        top = top_of(part.front());
        std::size_t reached = 0;
        for (; reached < part.size() && top_of(part[reached]) <= top + deepest + near; ++reached) place_lines(part[reached], top, there);
        if (lines.size() > most || there.size() > 4 * most) return;
        const auto found = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](const Placed& one) { return is_in(one, there); }));
        if (found == lines.size() || (found > 3 && found * 4 >= lines.size() * 3)) rows = reached;
    }

    void drop(std::vector<std::vector<PdfCell>>& part) const {
        for (std::size_t r = 0; r < rows; ++r) {
            for (PdfCell& cell : part[r]) std::erase_if(cell.lines, [&](const PdfLine& line) { return is_in({line.left, line.top - top, line.text}, lines); });
            std::erase_if(part[r], [](const PdfCell& cell) { return cell.lines.empty(); });
        }
        std::erase_if(part, [](const std::vector<PdfCell>& row) { return row.empty(); });
    }

private:
    static constexpr float near = 3;
    static bool is_in(const Placed& one, const std::vector<Placed>& all) {
        return std::any_of(all.begin(), all.end(), [&](const Placed& other) { return std::abs(one.left - other.left) <= near && std::abs(one.top - other.top) <= near && one.text == other.text; });
    }
};

std::string text_of(const std::vector<PdfCell>& row) {
    std::string made;
    for (const PdfCell& cell : row)
        for (const PdfLine& line : cell.lines) made += line.text + ' ';
    return made;
}

// The heads again, by themselves or with a row that nothing parts from them: their lines go.
bool drop_heads(const std::vector<PdfCell>& heads, std::vector<std::vector<PdfCell>>& rows) {
    auto& row = rows.front();
    if (heads.size() < 2) return false;
    // Put together by the tool on one of the pages.
    if (text_of(heads) == text_of(row)) {
        rows.erase(rows.begin());
        return true;
    }
    for (const PdfCell& head : heads) {
        const PdfCell* own = cell_at(row, head.column);
        if (own == nullptr || own->lines.size() < head.lines.size()) return false;
        for (std::size_t i = 0; i < head.lines.size(); ++i)
            if (fold(own->lines[i].text) != fold(head.lines[i].text)) return false;
    }
    for (const PdfCell& head : heads)
        for (PdfCell& cell : row)
            if (cell.column == head.column) cell.lines.erase(cell.lines.begin(), cell.lines.begin() + static_cast<std::ptrdiff_t>(head.lines.size()));
    std::erase_if(row, [](const PdfCell& cell) { return cell.lines.empty(); });
    if (row.empty()) rows.erase(rows.begin());
    return true;
}

bool has_address(std::string_view text) noexcept {
    const std::size_t sign = text.find('@');
    return sign != text.npos && sign != 0 && text.find('.', sign) < text.size() - 1;
}

// The first row behind a page's end may be the rest of the last one before it: cells go on in the middle of a sentence, and
// those of one line have nothing left. A word that had found room above, or another amount, begins anew. As much for it as
// against it, or cells that stand in other columns: nobody can tell.
enum class Rest { no, yes, doubtful };
Rest goes_on(const std::vector<PdfCell>& above, const std::vector<PdfCell>& below) {
    // The longest cells alone.
    if (below.front().column != 0 && below.size() * 2 <= above.size() &&
        std::all_of(below.begin(), below.end(), [&](const PdfCell& cell) { return cell_at(above, cell.column) != nullptr; }))
        return Rest::yes;
    int inside = above.size() > below.size() ? 1 : 0, anew = 0;
    bool elsewhere = false, midst = false;  // in the middle of a sentence
    for (const PdfCell& cell : below) {
        const PdfCell* own = cell_at(above, cell.column);
        if (own == nullptr || (own->columns > 1) != (cell.columns > 1)) {
            elsewhere = true;
            continue;
        }
        const PdfLine& before = own->lines.back();
        const PdfLine& after = cell.lines.front();
        const char32_t last = decode_before(before.text, before.text.size()).code, first = decode(after.text, 0).code;
        if (own->lines.size() == 1 && pdf_is_amount(before.text) && pdf_is_amount(after.text)) {
            // "000" is the rest of one.
            if (!after.text.starts_with("00")) return Rest::no;
            ++inside;
            continue;
        }
        // Two addresses are of two rows.
        if (own->lines.size() == 1 && has_address(before.text) && has_address(after.text)) return Rest::no;
        if (own->columns == 1 && pdf_fits(before, after, std::max(before.to, after.to))) {
            ++anew;
            continue;
        }
        const bool lower = is_letter_or_digit(first) && !is_upper(first) && !is_caseless(first) && !(first >= '0' && first <= '9');
        const bool open = last != '.' && last != ';' && last != 0x3002;
        midst = midst || (open && (lower || (is_caseless(first) && own->lines.size() > 1)));
        if (open && (lower || is_caseless(first) || last == '@' || last == '-' || last == ',')) ++inside;
    }
    if (elsewhere || inside == anew) return midst || (inside >= anew && inside > 0) ? Rest::doubtful : Rest::no;
    return inside > anew ? Rest::yes : midst ? Rest::doubtful : Rest::no;
}

// Which cell of a row covers each column, counted from 1; 0: none does.
std::vector<std::uint16_t> covering(const std::vector<PdfCell>& row, std::size_t columns) {
    std::vector<std::uint16_t> made(columns, 0);
    for (std::size_t i = 0; i < row.size(); ++i)
        for (std::size_t c = row[i].column; c < static_cast<std::size_t>(row[i].column) + row[i].columns && c < columns; ++c)
            made[c] = static_cast<std::uint16_t>(i + 1);
    return made;
}

// The last row before a page's end has just the cells that the first one behind it lacks, and no row near by lacks these: cells
// that had no room for all their lines, or for two of them, were moved to the next page as a whole.
bool completes(const PdfTable& before, const std::vector<std::vector<PdfCell>>& after) {
    constexpr std::size_t most_rows = 64;
    const std::size_t columns = before.edges.size() + 1, size = before.rows.size();
    if (size < 2) return false;
    const auto above = covering(before.rows.back(), columns), below = covering(after.front(), columns);
    for (std::size_t c = 0; c < columns; ++c)
        if ((above[c] == 0) == (below[c] == 0)) return false;
    const auto is_full = [&](const std::vector<PdfCell>& row) {
        const auto own = covering(row, columns);
        for (std::size_t c = 0; c < columns; ++c)
            if (own[c] == 0 && above[c] == 0) return false;
        return true;
    };
    const auto first = before.rows.begin() + static_cast<std::ptrdiff_t>(size - std::min(size, most_rows));
    const auto last = after.begin() + static_cast<std::ptrdiff_t>(std::min(after.size(), most_rows));
    return std::all_of(first, before.rows.end() - 1, is_full) && std::all_of(after.begin() + 1, last, is_full);
}

// Cells set to the middle of their rows begin at heights of their own: what comes out then are rows with few cells.
bool is_scattered(const PdfTable& table) {
    const std::size_t columns = table.edges.size() + 1;
    if (columns < 3 || table.rows.size() < 3) return false;
    std::size_t poor = 0, narrow = 0;
    for (const auto& row : table.rows) {
        const bool total = row.front().column == 0 && row.size() <= 2;
        poor += !total && row.size() * 2 <= columns ? 1 : 0;
        // A column as wide as one ideograph: its lines are no rows.
        const std::string& first = row.front().lines.front().text;
        const Decoded letter = decode(first, 0);
        narrow += row.front().column == 0 && letter.size == first.size() && is_ideograph(letter.code) ? 1 : 0;
    }
    return poor * 4 > table.rows.size() || narrow * 2 > table.rows.size();
}

// Columns of a text that was laid out with spaces: an empty place inside a row may be one whose words stand in the next.
bool has_holes(const PdfTable& table) {
    const std::size_t columns = table.edges.size() + 1;
    return table.rows.front().front().lines.front().fixed && std::any_of(table.rows.begin(), table.rows.end(), [&](const std::vector<PdfCell>& row) {
        std::size_t places = 0;
        for (const PdfCell& cell : row) places += cell.columns;
        return row.size() > 2 && places + row.front().column < columns;
    });
}

// Empty cells at the start of a row belong to the cell above: a group of rows. Elsewhere two and more in a row are taken to
// be merged with what stands above; one by itself is empty, but where the table has merged cells nobody can tell. What was
// decided so, without a line of text that says it, is doubtful.
void merge(PdfTable& table) {
    const std::size_t columns = table.edges.size() + 1, size = table.rows.size();
    std::vector<std::vector<std::uint16_t>> grid;
    std::vector<std::size_t> empty, leading;  // by row: empty cells behind those before the first that is not, and these
    std::vector<bool> lone;                   // a row of one or two cells is a total or a group, not the rest of others
    std::vector<std::size_t> covered(columns, 0);  // by column: up to which row a cell above goes on for certain
    for (std::size_t r = 0; r < size; ++r) {
        const auto& row = table.rows[r];
        auto& own = grid.emplace_back(covering(row, columns));
        for (std::size_t c = 0; c < columns; ++c)
            if (own[c] != 0) covered[c] = r + row[own[c] - 1U].rows;
        std::size_t before = 0, behind = 0;
        for (std::size_t c = 0; c < columns; ++c) {
            if (own[c] != 0) continue;
            ++(before == c ? before : behind);
        }
        leading.push_back(before);
        empty.push_back(behind);
        lone.push_back(row.size() <= 2 && columns > 3 && row.front().column == 0);
    }
    std::vector<std::pair<std::size_t, std::size_t>> alone;  // row and column of cells that stand empty by themselves
    bool merged = false;
    for (std::size_t c = 0; c < columns; ++c) {
        std::size_t owner = size;
        for (std::size_t r = table.header ? 1 : 0; r < size; ++r) {
            if (grid[r][c] != 0) {
                owner = table.rows[r][grid[r][c] - 1U].columns == 1 && !lone[r] ? r : size;
                continue;
            }
            if (owner == size) continue;
            PdfCell& above = table.rows[owner][grid[owner][c] - 1U];
            if (owner + above.rows > r) continue;
            const bool group = c < leading[r];
            if (lone[r] || !(group || empty[r] >= 2)) {
                if (!lone[r]) alone.emplace_back(r, c);
                owner = size;
                continue;
            }
            above.rows = static_cast<std::uint32_t>(r - owner + 1);
            above.doubtful = above.doubtful || !group;
            merged = merged || !group;
        }
    }
    if (merged) table.unsure = std::move(alone);
    for (std::size_t r = 0; r < size; ++r)
        for (PdfCell& cell : table.rows[r]) cell.rows = std::min(cell.rows, static_cast<std::uint32_t>(size - r));
}

struct Sides {
    float left, right;
    float width() const noexcept { return right - left; }
};

Sides sides_of(const PdfTable& table) {
    Sides sides{table.rows.front().front().lines.front().left, 0};
    for (const auto& row : table.rows)
        for (const PdfCell& cell : row)
            for (const PdfLine& line : cell.lines) sides = {std::min(sides.left, line.left), std::max(sides.right, line.right)};
    return sides;
}

// How many lines at the end of `elements`, behind a table, are scraps: far narrower than the table, as are pieces of a row that
// was not told.
std::size_t scraps_behind_table(const std::vector<PdfElement>& elements) {
    constexpr std::size_t most = 12;
    float widest = 0;
    for (std::size_t count = 0; count < elements.size() && count <= most; ++count) {
        const PdfElement& element = elements[elements.size() - 1 - count];
        if (!element.table.empty()) return widest * 3 < sides_of(element.table.front()).width() ? count : 0;
        widest = std::max(widest, element.line.right - element.line.left);
    }
    return 0;
}

// Tables that a page end or a row that was not told parted are doubtful together, with what lies between.
void spread_doubt(std::vector<PdfElement>& elements, PdfTable& table) {
    const std::size_t count = scraps_behind_table(elements);
    if (count == 0) return;
    PdfTable& before = elements[elements.size() - 1 - count].table.front();
    const Sides sides = sides_of(before);
    const bool next_page = table.part != before.rows.back().front().lines.front().part;
    bool inside = false;  // in a column that is not the first; a title in the middle is none
    for (std::size_t i = elements.size() - count; i < elements.size(); ++i) {
        const PdfLine& line = elements[i].line;
        const float middle = (line.left + line.right) / 2 - (sides.left + sides.right) / 2;
        inside = inside || (line.left > sides.left + 0.2F * sides.width() && std::abs(middle) > 0.05F * sides.width());
    }
    const bool doubtful = before.doubtful || table.doubtful;
    if (!(inside && !next_page) && !(doubtful && (next_page || before.rows.size() <= 2 || table.rows.size() <= 2))) return;
    before.doubtful = table.doubtful = true;
    for (std::size_t i = elements.size() - count; i < elements.size(); ++i) elements[i].line.doubtful = true;
}

// How many lines of the row's first cell stand above those that are the heads' again: a title in bold type that was taken for their
// first line. 0: these are not the heads.
std::size_t title_above_heads(const std::vector<PdfCell>& heads, const std::vector<PdfCell>& row) {
    if (heads.size() < 3 || heads.size() != row.size() || row.front().lines.size() <= heads.front().lines.size()) return 0;
    const std::size_t more = row.front().lines.size() - heads.front().lines.size();
    if (!row.front().lines.front().all_bold() || heads.front().lines.front().all_bold()) return 0;
    std::vector<PdfCell> own = row;
    own.front().lines.erase(own.front().lines.begin(), own.front().lines.begin() + static_cast<std::ptrdiff_t>(more));
    return same_row(heads, own) ? more : 0;
}

// Tables below each other with the same heads, between which a title stands, come out as one: they are parted again.
void part_tables(std::vector<PdfElement>& elements) {
    std::vector<PdfElement> kept;
    kept.reserve(elements.size());
    for (PdfElement& element : elements) {
        if (element.table.empty() || element.table.front().rows.size() < 4) {
            kept.push_back(std::move(element));
            continue;
        }
        std::vector<std::vector<PdfCell>> rows = std::move(element.table.front().rows);
        element.table.front().rows.clear();
        const PdfElement bare = element;
        const std::vector<PdfCell> heads = rows.front();
        const auto begin = [&](std::size_t r) {
            kept.push_back(bare);
            kept.back().table.front().part = rows[r].front().lines.front().part;
        };
        begin(0);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const bool parts = r > 1 && r + 1 < rows.size() && heads.size() > 2 && rows[r].size() == 1 && rows[r].front().column == 0 && same_row(heads, rows[r + 1]);
            if (const std::size_t title = r > 0 ? title_above_heads(heads, rows[r]) : 0; title != 0) {
                std::vector<PdfLine>& lines = rows[r].front().lines;
                for (std::size_t i = 0; i < title; ++i) kept.emplace_back().line = std::move(lines[i]);
                lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(title));
                begin(r);
            }
            if (!parts) {
                kept.back().table.front().rows.push_back(std::move(rows[r]));
                continue;
            }
            for (PdfLine& line : rows[r].front().lines) kept.emplace_back().line = std::move(line);
            begin(r + 1);
        }
    }
    elements = std::move(kept);
}

}  // namespace

void pdf_join_tables(std::vector<PdfElement>& elements) {
    std::vector<PdfElement> kept;
    kept.reserve(elements.size());
    for (PdfElement& element : elements) {
        if (!element.table.empty() && !kept.empty() && kept.back().table.empty()) pdf_take_heads_above(kept, element.table.front());
        if (!element.table.empty() && !kept.empty() && !kept.back().table.empty()) {
            PdfTable& before = kept.back().table.front();
            PdfTable& after = element.table.front();
            const std::uint32_t last = before.rows.back().front().lines.front().part;
            const bool next_page = after.part != last;
            // Heads set to the middle begin further left on a page whose cells are narrow.
            const bool same_heads = before.edges.size() == after.edges.size() && before.rows.front().size() > 1 && same_row(before.rows.front(), after.rows.front());
            if (next_page && (same_heads || same_columns(before, after) || adopt_columns(before, after))) {
                const HeadsAgain again(before.rows.front(), after.rows);
                again.drop(after.rows);
                const bool repeated = again.rows != 0 || drop_heads(before.rows.front(), after.rows);
                const bool moved = !after.rows.empty() && completes(before, after.rows);
                const Rest rest = after.rows.empty() ? Rest::no : moved ? Rest::yes : goes_on(before.rows.back(), after.rows.front());
                const std::size_t begin = rest == Rest::yes ? 1 : 0;
                if (moved) {
                    auto& row = before.rows.back();
                    std::move(after.rows.front().begin(), after.rows.front().end(), std::back_inserter(row));
                    std::sort(row.begin(), row.end(), [](const PdfCell& a, const PdfCell& b) { return a.column < b.column; });
                } else if (rest == Rest::yes)
                    for (PdfCell& cell : after.rows.front())
                        for (PdfCell& own : before.rows.back())
                            if (own.column == cell.column) std::move(cell.lines.begin(), cell.lines.end(), std::back_inserter(own.lines));
                before.header = before.header || repeated;
                before.doubtful = before.doubtful || after.doubtful || rest == Rest::doubtful;
                std::move(after.rows.begin() + static_cast<std::ptrdiff_t>(begin), after.rows.end(), std::back_inserter(before.rows));
                continue;
            }
            // The same table with other columns, or another one: nothing tells where columns are counted in characters, or cells
            // stand at heights of their own; with the same heads its columns were told wrongly on one of the pages.
            // Nothing stands between the two on one page: with columns counted in characters they may be one.
            if (!next_page && after.rows.front().front().lines.front().fixed) before.doubtful = after.doubtful = true;
            if (next_page && (before.doubtful || after.doubtful || after.rows.front().front().lines.front().fixed || HeadsAgain(before.rows.front(), after.rows).rows != 0))
                before.doubtful = after.doubtful = true;
        } else if (!element.table.empty()) {
            PdfTable& table = element.table.front();
            table.doubtful = table.doubtful || is_scattered(table);
            spread_doubt(kept, table);
        }
        kept.push_back(std::move(element));
    }
    elements = std::move(kept);
    part_tables(elements);
    for (PdfElement& element : elements) {
        if (element.table.empty()) continue;
        PdfTable& table = element.table.front();
        table.doubtful = table.doubtful || is_scattered(table) || has_holes(table);
        merge(table);
    }
}

}  // namespace plancheck
