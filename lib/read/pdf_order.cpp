// Tables told by the order of the file. Programs write a table cell by cell, each from its top down and row by row: a text that
// stands to the right of the one before and beside it is the next cell, one that stands below and further left begins the next
// row. That tells cells that are set to the middle of their rows or columns, of which places alone tell little. Taken only where all
// agrees: columns that no cell runs over, nothing else between the table's first line and its last, and an order that goes up
// again beside a cell, as lines told one by one from the top never do.
#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

#include "read/lines.hpp"
#include "read/pdf_band.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_cells_beside = 64;
constexpr std::size_t most_rows = 2000, most_looked_at = 40000;  // of a table; rows of a page, those that are tried again counted again

struct OrderedBlock {
    float left = 0, right = 0, top = 0, bottom = 0;
    std::vector<PdfLine> lines;
    std::vector<std::size_t> rows;            // of the page's, that they stand in
    std::size_t first_row = 0, last_row = 0;  // of the page's
    std::size_t column = 0, columns = 1;

    float middle() const noexcept { return (top + bottom) / 2; }
    bool overlaps(float from, float to) const noexcept { return left < to - pdf_same && right > from + pdf_same; }
    bool bold() const noexcept {
        return std::all_of(lines.begin(), lines.end(), [](const PdfLine& line) { return line.all_bold(); });
    }
    void add(const PdfLine& line, std::size_t row) {
        if (lines.empty()) *this = {line.left, line.right, line.top, line.bottom, {}, {}, row, row, 0, 1};
        left = std::min(left, line.left), right = std::max(right, line.right);
        top = std::min(top, line.top), bottom = std::max(bottom, line.bottom);
        first_row = std::min(first_row, row), last_row = std::max(last_row, row);
        lines.push_back(line);
        rows.push_back(row);
    }
};

using OrderedRow = std::vector<OrderedBlock>;

float top_of_cells(const OrderedRow& row) {
    float top = std::numeric_limits<float>::max();
    for (const OrderedBlock& cell : row) top = std::min(top, cell.top);
    return top;
}

float bottom_of_cells(const OrderedRow& row) {
    float bottom = 0;
    for (const OrderedBlock& cell : row) bottom = std::max(bottom, cell.bottom);
    return bottom;
}

bool bold_row(const OrderedRow& row) {
    return std::all_of(row.begin(), row.end(), [](const OrderedBlock& cell) { return cell.bold(); });
}

bool same_cells(const OrderedRow& a, const OrderedRow& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const OrderedBlock& one, const OrderedBlock& other) {
        return std::equal(one.lines.begin(), one.lines.end(), other.lines.begin(), other.lines.end(), [](const PdfLine& x, const PdfLine& y) { return x.text == y.text; });
    });
}

// Rows of as many cells, each below another: a cell that stands beyond the edge of the page may be what parts them.
bool same_places(const OrderedRow& above, const OrderedRow& below) {
    return above.size() > 1 && std::equal(above.begin(), above.end(), below.begin(), below.end(), [](const OrderedBlock& one, const OrderedBlock& other) { return one.overlaps(other.left, other.right); });
}

class OrderedTables {
public:
    OrderedTables(const std::vector<PdfRow>& page, float edge, bool carried) : page_(page), edge_(edge), carried_(carried) {}

    std::vector<PdfOrderedTable> run() {
        if (!gather()) return {};
        rows();
        std::vector<PdfOrderedTable> made;
        std::size_t looked_at = 0;
        for (std::size_t at = 0; at < rows_.size();) {
            const std::size_t end = rows_[at].size() > 1 ? table_end(at) : at;
            looked_at += end - at;
            if (looked_at > most_looked_at) break;
            const bool above = made.empty() && end > at && goes_on_above(at);
            if ((above && take(0, end, made)) || (end > at + 1 && take(at, end, made))) at = end;
            else ++at;
        }
        return made;
    }

private:
    struct Column {
        float left, right;
    };
    const std::vector<PdfRow>& page_;
    const float edge_;
    const bool carried_;
    std::vector<std::pair<const PdfLine*, std::size_t>> lines_;  // in the file's order, and the row of each
    std::vector<OrderedRow> rows_;
    std::vector<Column> columns_;
    bool unsure_ = false;  // a cell runs over two columns, and nothing tells where to part it
    float pitch_ = 1.35F;  // from line to line, in sizes of the type
    float unit_[2] = {0, 0};  // width of a small letter in plain and in bold type, in sizes of the type

    bool gather() {
        for (std::size_t r = 0; r < page_.size(); ++r)
            for (const PdfLine& line : page_[r]) {
                if (line.order == 0 || line.fixed || line.size <= 0) return false;
                lines_.emplace_back(&line, r);
            }
        std::sort(lines_.begin(), lines_.end(), [](const auto& a, const auto& b) { return a.first->order < b.first->order; });
        std::vector<float> steps;
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            const PdfLine& above = *lines_[i - 1].first;
            const PdfLine& below = *lines_[i].first;
            const float step = below.top - above.top;
            if (below.left < above.right && below.right > above.left && step > 0.5F * above.height() && step < 2.2F * above.size) steps.push_back(step / above.size);
        }
        std::sort(steps.begin(), steps.end());
        // The smallest of those that are seen often: lines of one paragraph.
        std::size_t most = 0;
        const auto alike = [&](std::size_t i) { return static_cast<std::size_t>(std::upper_bound(steps.begin(), steps.end(), 1.06F * steps[i]) - steps.begin()) - i; };
        for (std::size_t i = 0; i < steps.size(); ++i) most = std::max(most, alike(i));
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (const std::size_t own = alike(i); own > 2 && own * 3 > most) {
                pitch_ = steps[i + own - 1];
                break;
            }
        return !lines_.empty();
    }

    float reach(const PdfLine& line) const noexcept { return 1.12F * pitch_ * line.size + 1; }

    // Lines to cells, cells to rows.
    void rows() {
        OrderedBlock open;
        for (const auto& [line, row] : lines_) {
            if (!open.lines.empty()) {
                const PdfLine& above = open.lines.back();
                const float step = line->top - above.top;
                const bool goes_on = line->titles == above.titles && step > 0.5F * above.height() && step < std::min(reach(above), reach(*line)) && open.overlaps(line->left, line->right) && std::abs(above.size - line->size) < 0.15F * above.size;
                if (!goes_on) place(std::move(open)), open = {};
            }
            open.add(*line, row);
        }
        place(std::move(open));
    }

    void place(OrderedBlock&& block) {
        if (!rows_.empty()) {
            OrderedRow& row = rows_.back();
            const bool beside = block.left >= row.back().right - 2 && block.top < bottom_of_cells(row) - 1 && block.bottom > top_of_cells(row) + 1;
            if (beside && row.size() < most_cells_beside) {
                // A further paragraph of the cell before: the next cell begins beside the row above.
                if (row.size() == 1 && rows_.size() > 1 && block.top < row.front().top - 0.6F * block.lines.front().height()) {
                    OrderedRow& above = rows_[rows_.size() - 2];
                    OrderedBlock& owner = above.back();
                    if (owner.overlaps(row.front().left, row.front().right) && block.top < owner.bottom && block.left >= owner.right - 2) {
                        for (const PdfLine& line : row.front().lines) owner.add(line, row.front().last_row);
                        above.push_back(std::move(block));
                        rows_.pop_back();
                        return;
                    }
                }
                row.push_back(std::move(block));
                return;
            }
        }
        rows_.emplace_back().push_back(std::move(block));
    }

    // One past the last row of the table that may begin at `at`.
    std::size_t table_end(std::size_t at) const {
        const float size = rows_[at].front().lines.front().size;
        float left = rows_[at].front().left, first = rows_[at].front().right, right = rows_[at].back().right;
        std::size_t end = at + 1;
        for (std::size_t i = at + 1; i < rows_.size(); ++i) {
            const OrderedRow& row = rows_[i];
            const PdfLine& line = row.front().lines.front();
            const float step = top_of_cells(row) - bottom_of_cells(rows_[i - 1]);
            if (step > (same_places(rows_[i - 1], row) ? 6 : 2.2F) * line.height() || line.size > 1.15F * size || line.size < 0.7F * size || top_of_cells(row) < top_of_cells(rows_[i - 1]) || line.titles != 0) break;
            if (row.size() > 1) {
                if (rows_[at].size() > 1 && same_cells(rows_[at], row)) return end;
                if (i > end && bold_row(row) && !bold_row(rows_[end - 1])) return end;
                left = std::min(left, row.front().left);
                first = std::max(first, row.front().right);
                right = std::max(right, row.back().right);
                end = i + 1;
                continue;
            }
            const bool inner = row.front().left >= first - 2 && row.front().right <= right + 40;
            const bool bold = row.front().bold();
            // Heads in the middle begin further in than the rows below them.
            const float from = i + 1 < rows_.size() && rows_[i + 1].size() > 1 ? std::min(left, rows_[i + 1].front().left) : left;
            if (row.front().left < from - 4 || (bold && !bold_row(rows_[i - 1]) && has_section_numeral(line.text))) break;
            if (inner && step < line.height()) end = i + 1;
            else if (i > end + 1) break;
        }
        return end;
    }

    // A title at a line's distance above the heads, which all others begin below, is no line of the first.
    static void drop_title(OrderedRow& heads) {
        OrderedBlock& first = heads.front();
        if (first.lines.size() < 2 || !has_section_numeral(first.lines.front().text)) return;
        const float below = first.lines[1].top;
        if (!std::all_of(heads.begin() + 1, heads.end(), [&](const OrderedBlock& cell) { return cell.top > below - pdf_same; })) return;
        OrderedBlock rest;
        for (std::size_t i = 1; i < first.lines.size(); ++i) rest.add(first.lines[i], first.rows[i]);
        first = std::move(rest);
    }

    // Whether what stands above row `at`, from the top of the page on, may be rows of one cell of a table that the page before ended with.
    bool goes_on_above(std::size_t at) const {
        constexpr std::size_t most = 4;
        if (!carried_ || at == 0 || at > most) return false;
        return std::all_of(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(at), [&](const OrderedRow& row) {
            const PdfLine& line = row.front().lines.front();
            return row.size() == 1 && std::abs(line.size - rows_[at].front().lines.front().size) < 0.06F * line.size && line.left > rows_[at].front().left - 2 && !has_section_numeral(line.text);
        });
    }

    bool take(std::size_t at, std::size_t end, std::vector<PdfOrderedTable>& made) {
        if (end - at > most_rows) return false;
        std::vector<OrderedRow> rows(rows_.begin() + static_cast<std::ptrdiff_t>(at), rows_.begin() + static_cast<std::ptrdiff_t>(end));
        drop_title(rows.front());
        if (!is_certain(rows) || !set_columns(rows)) return false;
        PdfOrderedTable table;
        std::size_t lines = 0, inside = 0, cells = 0;
        table.begin = page_.size();
        for (const OrderedRow& row : rows)
            for (const OrderedBlock& cell : row) {
                table.begin = std::min(table.begin, cell.first_row);
                table.end = std::max(table.end, cell.last_row + 1);
                lines += cell.lines.size();
                ++cells;
            }
        if (columns_.size() == 2 && lines > 6 * cells) return false;
        for (std::size_t r = table.begin; r < table.end; ++r) inside += page_[r].size();
        if (lines != inside || (!made.empty() && table.begin < made.back().end)) return false;
        if (!part_glued(rows)) return false;
        table.middle = is_middle(rows);
        table.table = written(rows);
        made.push_back(std::move(table));
        return true;
    }

    // Whether the order tells rows: it goes up again beside a cell of several lines, or each row stands apart from the one above.
    bool is_certain(const std::vector<OrderedRow>& rows) const {
        std::size_t leaps = 0, several = 0;
        bool apart = true;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            several += rows[r].size() > 1 ? 1 : 0;
            for (std::size_t c = 1; c < rows[r].size(); ++c)
                leaps += rows[r][c].top < rows[r][c - 1].lines.back().top - 0.4F * rows[r][c].lines.front().height() ? 1 : 0;
            if (r == 0) continue;
            float last = 0;
            for (const OrderedBlock& cell : rows[r - 1]) last = std::max(last, cell.lines.back().top);
            apart = apart && top_of_cells(rows[r]) - last > reach(rows[r].front().lines.front());
        }
        // Two words with a wide space between them, line for line, are no table.
        if (leaps == 0 && std::all_of(rows.begin(), rows.end(), [](const OrderedRow& row) { return row.size() < 3 && row.back().left - row.front().right < 1.3F * row.front().lines.front().size; }))
            return false;
        return several > 1 && several * 2 >= rows.size() && (leaps != 0 || apart);
    }

    // Columns are what the cells of the fullest rows cover; a cell over two of them was put together by the tool, or is one of both.
    bool set_columns(std::vector<OrderedRow>& rows) {
        columns_.clear();
        std::vector<OrderedRow*> fullest;
        for (OrderedRow& row : rows) fullest.push_back(&row);
        std::stable_sort(fullest.begin(), fullest.end(), [](const OrderedRow* a, const OrderedRow* b) { return a->size() > b->size(); });
        std::size_t most = fullest.front()->size();
        for (const OrderedBlock& cell : *fullest.front()) columns_.push_back({cell.left, cell.right});
        if (part_columns(fullest)) most = 0;
        // Rows as full as that have a cell in each: a head in the middle stands beside short texts at the left of its column.
        for (const OrderedRow* row : fullest)
            for (std::size_t c = 0; c < most && row->size() == most; ++c) columns_[c] = {std::min(columns_[c].left, (*row)[c].left), std::max(columns_[c].right, (*row)[c].right)};
        std::vector<const OrderedBlock*> open;  // that may run into the next column, which their rows have no other cell in
        for (const OrderedRow* row : fullest)
            for (std::size_t i = 0; i < row->size() && row->size() != most; ++i) {
                const OrderedBlock& cell = (*row)[i];
                const auto [first, count] = covered(cell);
                if (count == 0) {
                    if (row->size() < 2 || columns_.size() > most_cells_beside) continue;
                    const auto next = std::find_if(columns_.begin(), columns_.end(), [&](const Column& column) { return column.left > cell.left; });
                    columns_.insert(next, {cell.left, cell.right});
                    continue;
                }
                const std::size_t last = first + count - 1;
                columns_[first].left = std::min(columns_[first].left, cell.left);
                const bool inside = last + 1 == columns_.size() || cell.right < (columns_[last].right + columns_[last + 1].left) / 2;
                const bool beside = last + 1 < columns_.size() && i + 1 < row->size() && (*row)[i + 1].overlaps(columns_[last + 1].left, columns_[last + 1].right);
                if (inside || beside) columns_[last].right = std::max(columns_[last].right, cell.right);
                else open.push_back(&cell);
            }
        for (const OrderedBlock* cell : open) {
            const auto [first, count] = covered(*cell);
            if (count == 1) columns_[first].right = std::max(columns_[first].right, cell->right);
        }
        for (std::size_t c = 1; c < columns_.size(); ++c)
            if (columns_[c].left < columns_[c - 1].right - 1) return false;
        return columns_.size() > 1 && columns_.size() <= most_cells_beside;
    }

    // Where other rows have two cells below one of the fullest, that was put together by the tool.
    bool part_columns(const std::vector<OrderedRow*>& rows) {
        bool made = false;
        for (const OrderedRow* row : rows)
            for (std::size_t i = 0; i + 1 < row->size(); ++i) {
                const auto [one, count] = covered((*row)[i]);
                const auto [other, count_of_other] = covered((*row)[i + 1]);
                if (count != 1 || count_of_other != 1 || one != other || columns_.size() > most_cells_beside) continue;
                columns_[one] = {(*row)[i].left, (*row)[i].right};
                columns_.insert(columns_.begin() + static_cast<std::ptrdiff_t>(one) + 1, {(*row)[i + 1].left, (*row)[i + 1].right});
                made = true;
            }
        return made;
    }

    // The first column that a cell stands in, and how many.
    std::pair<std::size_t, std::size_t> covered(const OrderedBlock& cell) const {
        std::size_t first = columns_.size(), last = 0;
        for (std::size_t c = 0; c < columns_.size(); ++c)
            if (cell.overlaps(columns_[c].left, columns_[c].right)) first = std::min(first, c), last = c;
        return {first, first == columns_.size() ? 0 : last - first + 1};
    }

    void set_place(OrderedBlock& cell) const { std::tie(cell.column, cell.columns) = covered(cell); }

    static float unit_of(const std::vector<OrderedRow>& rows, bool bold) {
        std::vector<float> units;
        for (const OrderedRow& row : rows)
            for (const OrderedBlock& cell : row)
                for (const PdfLine& line : cell.lines)
                    if (const float all = pdf_weight(line.text); all > 3 && line.all_bold() == bold) units.push_back((line.right - line.left) / all / line.size);
        if (units.empty()) return bold ? 0.55F : 0.5F;
        std::nth_element(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(units.size() / 2), units.end());
        return units[units.size() / 2];
    }

    // The tool puts cells together where one fills its column: parted at the word that begins in the next.
    bool part_glued(std::vector<OrderedRow>& rows) {
        unsure_ = false;
        unit_[0] = unit_of(rows, false);
        unit_[1] = unit_of(rows, true);
        for (OrderedRow& row : rows)
            for (std::size_t i = 0; i < row.size(); ++i) {
                set_place(row[i]);
                if (row.size() == 1 && row[0].columns == columns_.size() && columns_.size() > 2) part_whole(row);
                while (row[i].columns > 1 && (row.size() > 1 || (columns_.size() == 2 && row[i].lines.size() == 1)) && part(row, i)) set_place(row[++i]);
                if (row[i].columns == 0 || (i != 0 && row[i].column < row[i - 1].column + row[i - 1].columns)) return false;
                if (row.size() == 1 && row[i].columns > 1 && columns_.size() == 2) return false;
                // Neither a label before a total nor a head over others.
                unsure_ = unsure_ || (row[i].columns > 1 && row.size() > 1 && row.size() < columns_.size() && i != 0 && !row[i].bold());
            }
        for (const OrderedRow& row : rows)
            for (const OrderedBlock& cell : row)
                if (cell.columns == 1 && (cell.column + 1 == columns_.size() || cell.right < columns_[cell.column + 1].left)) columns_[cell.column].right = std::max(columns_[cell.column].right, cell.right);
        return true;
    }

    // A line over all columns that is wider than its letters: all cells of a row in one.
    void part_whole(OrderedRow& row) {
        const PdfLine& line = row.front().lines.front();
        const float room = line.right - line.left - unit_[line.all_bold() ? 1 : 0] * line.size * pdf_weight(line.text);
        if (row.front().lines.size() != 1 || room < 0.4F * line.size * static_cast<float>(columns_.size() - 1)) return;
        OrderedRow made{row.front()};
        while (made.back().columns > 1 && part(made, made.size() - 1)) set_place(made.back());
        if (made.size() == columns_.size()) row = std::move(made);
    }

    bool is_middle(const std::vector<OrderedRow>& rows) const {
        std::size_t lower = 0, heads = 0;
        for (std::size_t r = 1; r < rows.size(); ++r)
            for (const OrderedBlock& cell : rows[r]) {
                const float height = cell.lines.front().height();
                const auto taller = [&](const OrderedBlock& other) { return cell.top > other.top + 0.4F * height && std::abs(other.middle() - cell.middle()) < 0.2F * height; };
                lower += std::any_of(rows[r].begin(), rows[r].end(), taller) ? 1 : 0;
            }
        for (const OrderedBlock& head : rows.front()) {
            const Column& column = columns_[head.column];
            heads += head.columns == 1 && head.left > column.left + 2 * pdf_same && std::abs(head.left + head.right - column.left - column.right) < 4 * pdf_same ? 1 : 0;
        }
        return lower > 1 || heads > 1;
    }

    // The first line of a cell is parted behind its first column; what stands below belongs to the rest.
    bool part(OrderedRow& row, std::size_t i) {
        PdfLine& line = row[i].lines.front();
        const Column& here = columns_[row[i].column];
        const Column& next = columns_[row[i].column + 1];
        for (std::size_t k = 1; k < row[i].lines.size(); ++k)
            if (row[i].lines[k].left < next.left - pdf_same && row[i].lines[k].left < here.right) return false;
        const float unit = unit_[line.all_bold() ? 1 : 0] * line.size, height = line.height();
        std::size_t best = std::string::npos, inner = 0, between = 0;
        float nearest = 0.9F * height, begin = 0, begin_inner = 0;
        for (std::size_t space = line.text.find(' '); space != std::string::npos; space = line.text.find(' ', space + 1)) {
            // Told from the nearer end of the line.
            const float before = unit * pdf_weight(std::string_view(line.text).substr(0, space));
            const float after = unit * pdf_weight(std::string_view(line.text).substr(space + 1));
            const float behind = after < before ? line.right - after : line.left + before + 0.6F * line.size;
            // A column set to the middle begins where its widest cell does.
            const float away = std::abs(behind - next.left) - (next.left - here.right > 2 * height ? 0.0F : 0.2F * height);
            if (away < nearest) nearest = away, best = space, begin = behind;
            if (behind < (next.left + next.right) / 2 && behind - 0.6F * line.size > (here.left + here.right) / 2) ++between, inner = space, begin_inner = behind;
        }
        // Under heads in the middle the one space between the middles of both will do.
        if (best == std::string::npos && between == 1) best = inner, begin = begin_inner;
        if (best == std::string::npos) return false;
        PdfLine behind = pdf_parted(line, best, std::max(begin, here.right));
        line.right = std::min(line.right, begin - 0.5F * line.size);
        OrderedBlock rest;
        rest.add(behind, row[i].first_row);
        for (std::size_t k = 1; k < row[i].lines.size(); ++k) rest.add(row[i].lines[k], row[i].last_row);
        OrderedBlock own;
        own.add(line, row[i].first_row);
        set_place(own);
        if (own.columns != 1) own.columns = 1, own.column = row[i].column;
        row[i] = std::move(own);
        row.insert(row.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
        return true;
    }

    // How many rows a cell covers: its lines stand beside them, or its middle says so where others of its row have one middle.
    static std::uint32_t rows_of(const std::vector<OrderedRow>& rows, std::size_t r, const OrderedBlock& cell) {
        float top = cell.top, middle = -1;
        bool agree = rows[r].size() > 2;
        for (const OrderedBlock& other : rows[r]) {
            if (&other == &cell) continue;
            if (middle >= 0) agree = agree && std::abs(other.middle() - middle) < 0.2F * other.lines.front().height();
            middle = other.middle();
            top = std::min(top, other.top);
        }
        float reached = cell.lines.back().top;
        if (agree && cell.middle() > middle + 0.5F * cell.lines.front().height()) reached = std::max(reached, 2 * cell.middle() - top - cell.lines.back().height());
        std::uint32_t count = 1;
        for (std::size_t k = r + 1; k < rows.size() && top_of_cells(rows[k]) < reached + 0.4F * cell.lines.front().height(); ++k) {
            if (std::any_of(rows[k].begin(), rows[k].end(), [&](const OrderedBlock& other) { return other.column < cell.column + cell.columns && other.column + other.columns > cell.column; })) break;
            ++count;
        }
        return count;
    }

    // A table wider than its page ends behind the edge of the text, or in the midst of an address, which may go on with the next page.
    bool cuts(const OrderedBlock& cell, bool last_row) const {
        if (edge_ > 0 && cell.right > edge_ + pdf_same / 2) return true;
        if (cell.column + cell.columns != columns_.size()) return false;
        for (std::size_t i = 0; i < cell.lines.size(); ++i) {
            const std::string& text = cell.lines[i].text;
            const std::size_t sign = text.rfind('@'), dot = text.rfind('.');
            if (sign == std::string::npos || text.find_first_of(" ,;", sign) != std::string::npos || (dot != std::string::npos && dot > sign && dot + 2 < text.size())) continue;
            if (i + 1 == cell.lines.size() ? !last_row : (cell.lines[i + 1].text.front() == '+' || (cell.lines[i + 1].text.front() >= 'A' && cell.lines[i + 1].text.front() <= 'Z'))) return true;
        }
        return false;
    }

    PdfTable written(const std::vector<OrderedRow>& rows) const {
        PdfTable table;
        table.doubtful = unsure_;
        for (std::size_t c = 1; c < columns_.size(); ++c) table.edges.push_back(columns_[c].left);
        table.part = rows.front().front().lines.front().part;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            auto& made = table.rows.emplace_back();
            for (const OrderedBlock& cell : rows[r]) {
                PdfCell& own = made.emplace_back();
                own.column = static_cast<std::uint16_t>(cell.column);
                own.columns = static_cast<std::uint16_t>(cell.columns);
                own.rows = rows_of(rows, r, cell);
                own.lines = cell.lines;
                for (PdfLine& line : own.lines) {
                    line.from = columns_[cell.column].left;
                    line.to = std::max(line.right, columns_[cell.column + cell.columns - 1].right);
                    line.doubtful = false;
                    line.whole = true;
                    table.doubtful = table.doubtful || line.cut;
                }
                table.doubtful = table.doubtful || cuts(cell, r + 1 == rows.size());
            }
        }
        table.header = rows.size() > 1 && rows[0].size() > 1 && bold_row(rows[0]) && !bold_row(rows[1]);
        return table;
    }
};

}  // namespace

std::vector<PdfOrderedTable> pdf_ordered_tables(const std::vector<PdfRow>& rows, float edge, bool carried) { return OrderedTables(rows, edge, carried).run(); }

}  // namespace plancheck
