// Rows of a table whose rules are not known. Where cells have room above and below, a row ends where the step to the next
// line is larger than inside a cell and no cell goes on at the smaller one. Where all lines stand at one distance, a line
// goes on with a cell only where its first word had not fitted above; where that does not decide either, the table is
// doubtful. Which empty cells are merged with the one above is guessed from what merged cells are used for, see `merge`.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "read/lines.hpp"
#include "read/pdf.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr float same = 3.5F;
constexpr float apart = 1.14F;  // lines of a cell stand closer than that, in steps

bool is_amount(std::string_view text) {
    return !text.ends_with('-') && text.find_first_of("0123456789") != text.npos && text.find_first_not_of("0123456789 .,%-\xC2\xA0") == text.npos;
}

class Rows {
public:
    Rows(std::vector<PdfRow>& lines, const std::vector<float>& edges) : lines_(lines), edges_(edges) {}

    PdfTable run() {
        table_.edges = edges_;
        columns_ = edges_.size() + 1;
        right_.assign(columns_, 0);
        place();
        steps();
        cut();
        header();
        return std::move(table_);
    }

private:
    struct Placed {
        std::size_t column, columns;
    };
    std::vector<PdfRow>& lines_;
    const std::vector<float>& edges_;
    PdfTable table_;
    std::size_t columns_ = 0;
    std::vector<std::vector<Placed>> placed_;
    std::vector<float> right_;  // where each column's lines end
    std::vector<bool> amounts_;  // by column: most of its lines are amounts
    std::vector<float> tops_;
    float pitch_ = 0;
    bool roomy_ = false;  // cells have room above and below

    std::size_t column_at(float x) const {
        return static_cast<std::size_t>(std::upper_bound(edges_.begin(), edges_.end(), x + same) - edges_.begin());
    }

    void place() {
        for (PdfRow& row : lines_) {
            auto& own = placed_.emplace_back();
            float top = row.front().top;
            for (PdfLine& line : row) {
                const std::size_t first = column_at(line.left);
                std::size_t last = first;
                while (last < edges_.size() && line.right > edges_[last] + same) ++last;
                own.push_back({first, last - first + 1});
                line.from = first == 0 ? line.left : edges_[first - 1];
                if (first == last) right_[first] = std::max(right_[first], line.right);
                top = std::min(top, line.top);
            }
            tops_.push_back(top);
        }
        std::vector<std::size_t> all(columns_, 0), amounts(columns_, 0);
        for (std::size_t i = 0; i < lines_.size(); ++i)
            for (std::size_t k = 0; k < lines_[i].size(); ++k) {
                ++all[placed_[i][k].column];
                amounts[placed_[i][k].column] += is_amount(lines_[i][k].text) ? 1 : 0;
            }
        for (std::size_t c = 0; c < columns_; ++c) amounts_.push_back(amounts[c] * 2 > all[c]);
        for (std::size_t c = 0; c < columns_; ++c)
            if (right_[c] == 0) right_[c] = c < edges_.size() ? edges_[c] : lines_.front().back().right;
    }

    // The distance of lines in a cell: the smaller of the steps that are seen often.
    void steps() {
        std::vector<float> steps;
        std::vector<float> last(columns_, -1);
        std::vector<float> heights;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            for (std::size_t k = 0; k < lines_[i].size(); ++k) {
                const std::size_t c = placed_[i][k].column;
                if (last[c] >= 0) steps.push_back(lines_[i][k].top - last[c]);
                last[c] = lines_[i][k].top;
                heights.push_back(lines_[i][k].height());
            }
        std::sort(heights.begin(), heights.end());
        const float height = heights[heights.size() / 2];
        std::erase_if(steps, [](float step) { return step < 2; });
        std::sort(steps.begin(), steps.end());
        pitch_ = steps.empty() ? height * 1.3F : steps[steps.size() / 5];
        // Lines of one paragraph stand closer than one and a half of their height, and seldom so far apart: where a smaller
        // step is seen, or most lines had found room in the line above, each is a row.
        if (pitch_ > 1.55F * height) pitch_ = 1.2F * height;
        else if (!steps.empty() && pitch_ > 1.15F * height && steps.front() < 0.85F * pitch_) pitch_ = steps.front();
        else if (pitch_ > 1.25F * height && are_rows()) pitch_ = 1.05F * height;
        // Lines of one row stand at one height, but where cells are set to the middle of their rows.
        std::size_t between = 0;
        for (std::size_t i = 1; i < tops_.size(); ++i) between += tops_[i] - tops_[i - 1] < 0.8F * height ? 1 : 0;
        table_.doubtful = between >= 3 && between * 10 >= tops_.size();
        std::size_t wide = 0;
        for (std::size_t i = 1; i < tops_.size(); ++i)
            if (tops_[i] - tops_[i - 1] > apart * pitch_) ++wide;
        roomy_ = wide >= 2 || (wide == 1 && tops_.size() <= 4);
    }

    // Whether the first words of most lines had fitted into the line above in their column.
    bool are_rows() const {
        std::size_t fit = 0, all = 0;
        for (std::size_t c = 0; c < edges_.size(); ++c) {
            const PdfLine* above = nullptr;
            for (std::size_t i = 0; i < lines_.size(); ++i) {
                const PdfLine* const line = line_in(i, c);
                if (line == nullptr) continue;
                if (above != nullptr) {
                    ++all;
                    fit += pdf_fits(*above, *line, edges_[c] - 0.5F * line->height()) ? 1 : 0;
                }
                above = line;
            }
        }
        return all > 2 && fit * 10 >= all * 7;
    }

    const PdfLine* line_in(std::size_t row, std::size_t column) const {
        for (std::size_t k = 0; k < placed_[row].size(); ++k)
            if (placed_[row][k].column == column) return &lines_[row][k];
        return nullptr;
    }

    // The last line in a column above line `i`, from `begin` on and not far away; size(): there is none.
    std::size_t above_in(std::size_t i, std::size_t column, std::size_t begin) const {
        for (std::size_t r = i; r-- > begin && tops_[i] - tops_[r] < 40 * pitch_;)
            if (line_in(r, column) != nullptr) return r;
        return lines_.size();
    }

    bool begins_row(std::size_t i, std::size_t begin) {
        const float limit = apart * pitch_;
        std::size_t goes_on = 0, fits = 0, anew = 0, loose = 0, again = 0, here = placed_[i].size();
        bool amounts = false;
        for (std::size_t k = 0; k < here; ++k) {
            const std::size_t c = placed_[i][k].column;
            const std::size_t r = above_in(i, c, begin);
            if (r == lines_.size()) {
                // A merged cell that goes on below the row it began in says nothing of rows.
                if (roomy_ && here == 1 && continues(i, lines_[i][k], c, begin)) return false;
                continue;
            }
            const PdfLine* above = line_in(r, c);
            if (lines_[i][k].top - above->top > limit) {
                ++again;
                continue;
            }
            ++goes_on;
            // Numbers are not wrapped.
            if (amounts_[c] && is_amount(above->text) && is_amount(lines_[i][k].text)) amounts = true;
            const char32_t first = decode(lines_[i][k].text, 0).code;
            if (is_upper(first) || (first >= '0' && first <= '9')) ++anew;
            const float room = c < edges_.size() ? std::max(right_[c], edges_[c] - 0.5F * above->height()) : right_[c];
            if (pdf_fits(*above, lines_[i][k], room)) ++loose;
            if (pdf_fits(*above, lines_[i][k], right_[c]) || (above->all_bold() && lines_[i][k].bold == 0)) ++fits;
        }
        const float step = tops_[i] - tops_[i - 1];
        // A line over all columns is a row by itself.
        const bool spans = here == 1 && placed_[i].front().columns > 1;
        const bool after_span = placed_[i - 1].size() == 1 && placed_[i - 1].front().columns > 1;
        if (spans || after_span) return !(spans && after_span && step < limit);
        if (amounts && (!roomy_ || here >= 2)) return true;
        if (goes_on == 0) {
            // Room above a line by itself: a further paragraph of its cell, but in the first column a row.
            if (here == 1 && placed_[i].front().column != 0 && step > limit && columns_ > 2) return false;
            // No cell goes on, yet cells may differ in height by their type.
            return step > 0.6F * pitch_;
        }
        // Cells begin anew beside one that goes on: it is merged. Two of them might hold two paragraphs each.
        if (roomy_) return again >= 2 && again > goes_on;
        // A column that ended above has text again, and no cell has room for a paragraph: a row begins.
        if (again != 0 && here >= 2 && step < limit) return true;
        if (fits == goes_on && goes_on >= 2 && here * 2 >= columns_) return true;
        if (anew * 2 > goes_on && goes_on >= 2 && here * 2 > columns_ && loose * 2 >= goes_on) return true;
        if (fits != 0 && here >= 2) table_.doubtful = table_.doubtful || (placed_[i].front().column == 0 && here * 2 > columns_);
        return false;
    }

    // Whether line `i` stands at a line's distance below one of an earlier row of its column.
    bool continues(std::size_t i, const PdfLine& line, std::size_t column, std::size_t begin) const {
        const std::size_t r = above_in(i, column, 0);
        return r < begin && line.top - line_in(r, column)->top <= apart * pitch_;
    }

    void cut() {
        std::size_t begin = 0;
        for (std::size_t i = 1; i <= lines_.size(); ++i) {
            if (i < lines_.size() && !begins_row(i, begin)) continue;
            add_row(begin, i);
            begin = i;
        }
    }

    // The cell of an earlier row that a line goes on with.
    PdfCell* merged_above(std::size_t i, const PdfLine& line, std::size_t column, std::size_t begin) {
        if (!roomy_ || begin == 0 || !continues(i, line, column, begin)) return nullptr;
        for (std::size_t r = table_.rows.size(); r-- > 0;)
            for (PdfCell& cell : table_.rows[r])
                if (cell.column == column && cell.columns == 1 && r + cell.rows >= table_.rows.size()) {
                    if (line.all_bold() != cell.lines.back().all_bold()) return nullptr;
                    cell.rows = static_cast<std::uint32_t>(table_.rows.size() - r + 1);
                    return &cell;
                }
        return nullptr;
    }

    void add_row(std::size_t begin, std::size_t end) {
        std::vector<PdfCell> cells;
        for (std::size_t i = begin; i < end; ++i)
            for (std::size_t k = 0; k < lines_[i].size(); ++k) {
                const Placed& own = placed_[i][k];
                auto cell = std::find_if(cells.begin(), cells.end(), [&](const PdfCell& c) { return own.column >= c.column && own.column < c.column + c.columns; });
                PdfLine& line = lines_[i][k];
                line.to = right_[std::min(own.column + own.columns - 1, columns_ - 1)];
                if (cell == cells.end() && own.columns == 1)
                    if (PdfCell* const above = merged_above(i, line, own.column, begin)) {
                        above->lines.push_back(line);
                        continue;
                    }
                if (cell == cells.end()) {
                    PdfCell& made = cells.emplace_back();
                    made.column = static_cast<std::uint16_t>(own.column);
                    made.columns = static_cast<std::uint16_t>(own.columns);
                    cell = cells.end() - 1;
                }
                // Copied, not moved: rows below ask for the place of the lines above.
                cell->lines.push_back(line);
            }
        // A text that was laid out with spaces has cells that touch, and where they part is not told.
        if (cells.size() > 1)
            for (const PdfCell& cell : cells) table_.doubtful = table_.doubtful || (cell.columns > 1 && cell.lines.front().fixed && !is_first_of_total(cells, cell));
        // What runs over the end of its column with nothing beside it is a row of one cell.
        if (cells.size() == 1 && cells.front().column == 0 && cells.front().columns > 1 && columns_ > 2) cells.front().columns = static_cast<std::uint16_t>(columns_);
        std::sort(cells.begin(), cells.end(), [](const PdfCell& a, const PdfCell& b) { return a.column < b.column; });
        // Cells that a line over several columns grew into.
        for (std::size_t i = 0; i + 1 < cells.size(); ++i)
            if (cells[i].column + cells[i].columns > cells[i + 1].column)
                cells[i].columns = static_cast<std::uint16_t>(std::max(1, cells[i + 1].column - cells[i].column));
        if (table_.rows.empty() && !cells.empty()) table_.page = cells.front().lines.front().page;
        if (!cells.empty()) table_.rows.push_back(std::move(cells));
    }

    // A label before amounts alone.
    static bool is_first_of_total(const std::vector<PdfCell>& cells, const PdfCell& cell) {
        return &cell == &cells.front() && std::all_of(cells.begin() + 1, cells.end(), [](const PdfCell& one) { return one.lines.size() == 1 && is_amount(one.lines.front().text); });
    }

    void header() {
        if (table_.rows.size() < 2) return;
        const auto bold = [](const std::vector<PdfCell>& row) {
            return std::all_of(row.begin(), row.end(), [](const PdfCell& cell) {
                return std::all_of(cell.lines.begin(), cell.lines.end(), [](const PdfLine& line) { return line.all_bold(); });
            });
        };
        table_.header = table_.rows[0].size() > 1 && bold(table_.rows[0]) && !bold(table_.rows[1]);
    }
};

// Columns set to the right begin where their widest text does, which differs from page to page.
bool same_columns(const PdfTable& a, const PdfTable& b) {
    if (a.edges.size() != b.edges.size()) return false;
    std::size_t alike = 0;
    for (std::size_t i = 0; i < a.edges.size(); ++i) {
        const float apart = std::abs(a.edges[i] - b.edges[i]);
        if (apart <= 3 * same) ++alike;
        if (apart > 60) return false;
    }
    return alike * 3 >= a.edges.size() * 2;
}

// The columns of a part that has fewer, as a page holds no text in one of them, in those of the other.
bool adopt_columns(const PdfTable& from, PdfTable& to) {
    std::vector<std::uint16_t> place{0};
    std::size_t at = 0;
    for (const float edge : to.edges) {
        while (at < from.edges.size() && from.edges[at] < edge - 3 * same) ++at;
        if (at == from.edges.size() || std::abs(from.edges[at] - edge) > 3 * same) return false;
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

// The heads again, by themselves or with a row that nothing parts from them: their lines go.
bool drop_heads(const std::vector<PdfCell>& heads, std::vector<std::vector<PdfCell>>& rows) {
    auto& row = rows.front();
    if (heads.size() < 2) return false;
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

// The first row behind a page's end may be the rest of the last one before it: cells go on in the middle of a sentence, and
// those of one line have nothing left. A word that had found room above, or another amount, begins anew.
bool goes_on(const std::vector<PdfCell>& above, const std::vector<PdfCell>& below) {
    // The longest cells alone.
    if (below.front().column != 0 && below.size() * 2 <= above.size() &&
        std::all_of(below.begin(), below.end(), [&](const PdfCell& cell) { return cell_at(above, cell.column) != nullptr; }))
        return true;
    int inside = above.size() > below.size() ? 1 : 0, anew = 0;
    for (const PdfCell& cell : below) {
        const PdfCell* own = cell_at(above, cell.column);
        if (own == nullptr || (own->columns > 1) != (cell.columns > 1)) return false;
        const PdfLine& before = own->lines.back();
        const PdfLine& after = cell.lines.front();
        const char32_t last = decode_before(before.text, before.text.size()).code, first = decode(after.text, 0).code;
        if (own->lines.size() == 1 && is_amount(before.text) && is_amount(after.text)) return false;
        if (own->columns == 1 && pdf_fits(before, after, std::max(before.to, after.to))) {
            ++anew;
            continue;
        }
        const bool lower = is_letter_or_digit(first) && !is_upper(first) && !is_caseless(first) && !(first >= '0' && first <= '9');
        const bool open = last != '.' && last != ';' && last != 0x3002;
        if (open && (lower || is_caseless(first) || last == '@' || last == '-' || last == ',')) ++inside;
    }
    return inside > anew;
}

// Which cell of a row covers each column, counted from 1; 0: none does.
std::vector<std::uint16_t> covering(const std::vector<PdfCell>& row, std::size_t columns) {
    std::vector<std::uint16_t> made(columns, 0);
    for (std::size_t i = 0; i < row.size(); ++i)
        for (std::size_t c = row[i].column; c < static_cast<std::size_t>(row[i].column) + row[i].columns && c < columns; ++c)
            made[c] = static_cast<std::uint16_t>(i + 1);
    return made;
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
    const bool next_page = table.page != before.rows.back().front().lines.front().page;
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

}  // namespace

PdfTable pdf_table(std::vector<PdfRow>& rows, const std::vector<float>& edges) { return Rows(rows, edges).run(); }

void pdf_join_tables(std::vector<PdfElement>& elements) {
    std::vector<PdfElement> kept;
    kept.reserve(elements.size());
    for (PdfElement& element : elements) {
        if (!element.table.empty() && !kept.empty() && !kept.back().table.empty()) {
            PdfTable& before = kept.back().table.front();
            PdfTable& after = element.table.front();
            const std::uint16_t last = before.rows.back().front().lines.front().page;
            const bool next_page = after.page != last;
            if (next_page && (same_columns(before, after) || adopt_columns(before, after))) {
                const bool repeated = drop_heads(before.rows.front(), after.rows);
                std::size_t begin = 0;
                if (begin < after.rows.size() && goes_on(before.rows.back(), after.rows[begin])) {
                    for (PdfCell& cell : after.rows[begin])
                        for (PdfCell& own : before.rows.back())
                            if (own.column == cell.column) std::move(cell.lines.begin(), cell.lines.end(), std::back_inserter(own.lines));
                    ++begin;
                }
                before.header = before.header || repeated;
                before.doubtful = before.doubtful || after.doubtful;
                std::move(after.rows.begin() + static_cast<std::ptrdiff_t>(begin), after.rows.end(), std::back_inserter(before.rows));
                continue;
            }
            // The same table with other columns, or another one: nothing tells where columns are counted in characters, or cells
            // stand at heights of their own.
            if (next_page && (before.doubtful || after.doubtful || after.rows.front().front().lines.front().fixed)) before.doubtful = after.doubtful = true;
        } else if (!element.table.empty()) {
            PdfTable& table = element.table.front();
            table.doubtful = table.doubtful || is_scattered(table);
            spread_doubt(kept, table);
        }
        kept.push_back(std::move(element));
    }
    elements = std::move(kept);
    for (PdfElement& element : elements) {
        if (element.table.empty()) continue;
        PdfTable& table = element.table.front();
        table.doubtful = table.doubtful || is_scattered(table) || has_holes(table);
        merge(table);
    }
}

bool pdf_fits(const PdfLine& line, const PdfLine& next, float right) noexcept {
    const float all = pdf_weight(next.text);
    if (all <= 0) return false;
    const float unit = (next.right - next.left) / all;
    std::size_t size = next.text.find(' ');
    if (is_ideograph(decode(next.text, 0).code)) size = decode(next.text, 0).size;
    const float word = unit * pdf_weight(std::string_view(next.text).substr(0, size));
    return line.right + word + 0.3F * line.height() + 0.04F * (right - line.from) < right;
}

}  // namespace plancheck
