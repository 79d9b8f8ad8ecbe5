// Rows of a table whose rules are not known. Where cells have room above and below, a row ends where the step to the next
// line is larger than inside a cell and no cell goes on at the smaller one. Where all lines stand at one distance, a line
// goes on with a cell only where its first word had not fitted above; where that does not decide either, the table is
// doubtful.
#include <algorithm>
#include <cmath>
#include <limits>

#include "read/pdf.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr float apart = 1.14F;  // lines of a cell stand closer than that, in steps

class Rows {
public:
    Rows(std::vector<PdfRow>& lines, const std::vector<float>& edges, float step) : lines_(lines), edges_(edges), step_(step) {}

    PdfTable run() {
        table_.edges = edges_;
        columns_ = edges_.size() + 1;
        right_.assign(columns_, 0);
        place();
        steps();
        labelled_ = is_labelled();
        if (labelled_ || !in_order()) cut();
        for (std::size_t i = 0; i < lines_.size(); ++i)
            for (const PdfLine& line : lines_[i]) table_.doubtful = table_.doubtful || line.cut || cuts_address(i, line);
        header();
        return std::move(table_);
    }

private:
    struct Placed {
        std::size_t column, columns;
    };
    std::vector<PdfRow>& lines_;
    const std::vector<float>& edges_;
    const float step_;  // of paragraphs, in heights of a line; 0: not known
    PdfTable table_;
    std::size_t columns_ = 0;
    std::vector<std::vector<Placed>> placed_;
    std::vector<float> right_;  // where each column's lines end
    std::vector<bool> amounts_;  // by column: most of its lines are amounts
    std::vector<float> tops_;
    float pitch_ = 0;
    bool roomy_ = false;  // cells have room above and below
    bool labelled_ = false;  // each line is a label and what it says

    std::size_t column_at(float x) const {
        return static_cast<std::size_t>(std::upper_bound(edges_.begin(), edges_.end(), x + pdf_same_edge) - edges_.begin());
    }

    void place() {
        for (PdfRow& row : lines_) {
            auto& own = placed_.emplace_back();
            float top = row.front().top;
            for (PdfLine& line : row) {
                const std::size_t first = column_at(line.left);
                std::size_t last = first;
                while (last < edges_.size() && line.right > edges_[last] + pdf_same_edge) ++last;
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
                amounts[placed_[i][k].column] += pdf_is_amount(lines_[i][k].text) ? 1 : 0;
            }
        for (std::size_t c = 0; c < columns_; ++c) amounts_.push_back(amounts[c] * 2 > all[c]);
        for (std::size_t c = 0; c < columns_; ++c)
            if (right_[c] == 0) right_[c] = c < edges_.size() ? edges_[c] : lines_.front().back().right;
    }

    // The distance of lines in a cell: the smaller of the steps that are seen often.
    void steps() {
        std::vector<float> steps, ideographs;
        std::vector<float> last(columns_, -1);
        std::vector<float> heights;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            for (std::size_t k = 0; k < lines_[i].size(); ++k) {
                const std::size_t c = placed_[i][k].column;
                if (last[c] >= 0) steps.push_back(lines_[i][k].top - last[c]);
                if (last[c] >= 0 && is_ideograph(decode(lines_[i][k].text, 0).code)) ideographs.push_back(steps.back());
                last[c] = lines_[i][k].top;
                heights.push_back(lines_[i][k].height());
            }
        std::sort(heights.begin(), heights.end());
        const float height = heights[heights.size() / 2];
        std::erase_if(steps, [](float step) { return step < 2; });
        std::sort(steps.begin(), steps.end());
        std::sort(ideographs.begin(), ideographs.end());
        pitch_ = steps.empty() ? height * 1.3F : steps[steps.size() / 5];
        // Lines of one paragraph stand closer than one and a half of their height, and seldom so far apart: where a smaller
        // step is seen, or most lines had found room in the line above, each is a row.
        if (pitch_ > 1.55F * height) pitch_ = 1.2F * height;
        else if (!steps.empty() && pitch_ > 1.15F * height && steps.front() < 0.85F * pitch_) pitch_ = steps.front();
        else if (pitch_ > 1.25F * height && are_rows(0.7F)) pitch_ = 1.05F * height;
        // Where most cells hold one line, the step inside a cell is a smaller one that few of them tell.
        if (const float inside = smaller_step(steps, 0.85F * height); inside < 0.9F * pitch_) pitch_ = inside;
        // Or none: the lines of the document's paragraphs stand closer, and little was wrapped here, at their step.
        const float line = step_ * height;
        if (!steps.empty() && line > 0.85F * height && line < 0.9F * pitch_ && (steps.front() > apart * line || std::abs(steps.front() - line) < 0.06F * line) && are_rows(0.5F)) pitch_ = line;
        // Lines of one row stand at one height, but where cells are set to the middle of their rows.
        std::size_t between = 0;
        for (std::size_t i = 1; i < tops_.size(); ++i) between += tops_[i] - tops_[i - 1] < 0.8F * height ? 1 : 0;
        table_.doubtful = between >= 3 && between * 10 >= tops_.size();
        // Ideographs may be set further apart than the letters beside them.
        const float high = std::max(pitch_, smaller_step(ideographs, 0.85F * height) < 1.25F * height ? smaller_step(ideographs, 0.85F * height) : 0.0F);
        std::size_t wide = 0;
        for (std::size_t i = 1; i < tops_.size(); ++i)
            if (tops_[i] - tops_[i - 1] > apart * high) ++wide;
        roomy_ = wide >= 2 || (wide == 1 && tops_.size() <= 4);
    }

    // "Who | Lake Institute", "When | 2026": two columns, the first of which has text in every line and the second in most, and in the
    // first each word had found room behind the one above; or all lines but one have both, and begin with a short label.
    bool is_labelled() const {
        constexpr std::size_t least = 3, longest_label = 16;
        if (columns_ != 2) return false;
        std::size_t both = 0;
        bool fits = true, labels = lines_.size() > least;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const PdfLine *const label = line_in(i, 0), *const above = i == 0 ? nullptr : line_in(i - 1, 0);
            if (label == nullptr || placed_[i].front().columns != 1 || placed_[i].size() > 2) return false;
            both += line_in(i, 1) != nullptr ? 1 : 0;
            fits = fits && (above == nullptr || pdf_fits(*above, *label, edges_[0] - 0.5F * label->height()));
            const char32_t first = decode(label->text, 0).code;
            labels = labels && fits_in(label->text, longest_label) && (is_upper(first) || is_ideograph(first) || is_caseless(first));
        }
        return fits ? both >= least && both * 4 >= lines_.size() * 3 : labels && both + 1 >= lines_.size();
    }

    // The smallest of the sorted steps, from `least` on, that is seen at least three times.
    static float smaller_step(const std::vector<float>& steps, float least) {
        constexpr std::size_t times = 3;
        for (std::size_t i = 0; i + times <= steps.size(); ++i)
            if (steps[i] >= least && steps[i + times - 1] - steps[i] <= 1) return steps[i];
        return std::numeric_limits<float>::max();
    }

    // Whether of the lines that stand below another in their column this share and more begin with a word that had fitted above.
    bool are_rows(float share) const {
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
        return all > 0 && (all > 2 || fit == all) && static_cast<float>(fit) >= share * static_cast<float>(all);
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

    // Heads and the first row below them, where a text that was laid out with spaces has no room between rows: seldom do the
    // heads of all columns take two lines, and what stands under them begins anew.
    bool ends_heads(std::size_t i, std::size_t begin) const {
        if (begin != 0 || columns_ < 3 || !lines_[i].front().fixed || placed_[i].size() < columns_ || placed_[i - 1].size() < columns_) return false;
        if (std::any_of(lines_[i - 1].begin(), lines_[i - 1].end(), [](const PdfLine& line) { return line.text.find('@') != std::string::npos || pdf_is_amount(line.text); })) return false;
        std::size_t anew = 0;
        for (const PdfLine& line : lines_[i]) {
            const char32_t first = decode(line.text, 0).code;
            if (is_upper(first) || is_caseless(first) || is_ideograph(first) || (first >= '0' && first <= '9') || first == '+' || line.text.find('@') != std::string::npos) ++anew;
        }
        return anew * 2 > columns_;
    }

    // What the cells of a line say of the one above each.
    struct Cells {
        std::size_t here = 0;     // of them
        std::size_t goes_on = 0;  // stand close below a line of their column
        std::size_t fits = 0, loose = 0;  // of those: what had fitted above, in the widest line of the column or in its room
        std::size_t anew = 0, small = 0;  // begin with a capital or a digit, or with a small letter
        std::size_t again = 0;    // have text again after a gap
        bool amounts = false;     // numbers below numbers, which are seldom wrapped
        bool goes_on_for_certain = false;
    };

    Cells cells_of(std::size_t i, std::size_t begin) const {
        Cells cells;
        cells.here = placed_[i].size();
        for (std::size_t k = 0; k < cells.here && !cells.goes_on_for_certain; ++k) {
            const PdfLine& line = lines_[i][k];
            const std::size_t c = placed_[i][k].column, r = above_in(i, c, begin);
            if (r == lines_.size()) {
                // A merged cell that goes on below the row it began in says nothing of rows.
                cells.goes_on_for_certain = roomy_ && cells.here == 1 && continues(i, line, c, begin);
                continue;
            }
            const PdfLine& above = *line_in(r, c);
            if (line.top - above.top > apart * pitch_) ++cells.again;
            else if (pdf_parts_address(above, line)) cells.goes_on_for_certain = true;
            else add_below(line, above, c, cells);
        }
        return cells;
    }

    void add_below(const PdfLine& line, const PdfLine& above, std::size_t column, Cells& cells) const {
        ++cells.goes_on;
        if (amounts_[column] && pdf_is_amount(above.text) && pdf_is_amount(line.text)) cells.amounts = true;
        const char32_t first = decode(line.text, 0).code;
        if (is_upper(first) || (first >= '0' && first <= '9')) ++cells.anew;
        else if (is_letter_or_digit(first) && !is_caseless(first)) ++cells.small;
        const float room = column < edges_.size() ? std::max(right_[column], edges_[column] - 0.5F * above.height()) : right_[column];
        if (pdf_fits(above, line, room)) ++cells.loose;
        if (pdf_fits(above, line, right_[column]) || (above.all_bold() && line.bold == 0)) ++cells.fits;
    }

    bool spans(std::size_t i) const { return placed_[i].size() == 1 && placed_[i].front().columns > 1; }

    bool begins_row(std::size_t i, std::size_t begin) {
        if (ends_heads(i, begin)) return true;
        const Cells cells = cells_of(i, begin);
        if (cells.goes_on_for_certain) return false;
        if (labelled_) return true;
        const float step = tops_[i] - tops_[i - 1], limit = apart * pitch_;
        // A line over all columns is a row by itself.
        if (spans(i) || spans(i - 1)) return !(spans(i) && spans(i - 1) && step < limit);
        // Where a column is too narrow for them, words beside them go on that had not fitted above either.
        if (cells.amounts && (!roomy_ || cells.here >= 2) && (cells.small < 2 || cells.loose != 0)) return true;
        if (cells.goes_on == 0) return begins_below_gap(i, begin, step);
        // Cells begin anew beside one that goes on: it is merged. Two of them might hold two paragraphs each.
        if (roomy_) return cells.again >= 2 && cells.again > cells.goes_on;
        // A column that ended above has text again, and no cell has room for a paragraph: a row begins.
        if (cells.again != 0 && cells.here >= 2 && step < limit) return true;
        if (cells.fits == cells.goes_on && cells.goes_on >= 2 && cells.here * 2 >= columns_) return true;
        if (cells.anew * 2 > cells.goes_on && cells.goes_on >= 2 && cells.here * 2 > columns_ && cells.loose * 2 >= cells.goes_on) return true;
        if (cells.fits != 0 && cells.here >= 2 && placed_[i].front().column == 0 && cells.here * 2 > columns_) table_.doubtful = true;
        return false;
    }

    // Where no cell of the line goes on.
    bool begins_below_gap(std::size_t i, std::size_t begin, float step) const {
        const bool alone = placed_[i].size() == 1;
        if (alone && stands_below_title(i, begin)) return true;
        // Room above a line by itself: a further paragraph of its cell, but in the first column a row.
        if (alone && placed_[i].front().column != 0 && step > apart * pitch_ && columns_ > 2) return false;
        // Yet cells may differ in height by their type.
        return step > 0.6F * pitch_;
    }

    // Whether all that the row has so far is a bold text in the first column, and what line `i` says is neither: the highest of
    // heads that end at one height, below a title that stands between two tables.
    bool stands_below_title(std::size_t i, std::size_t begin) const {
        if (placed_[i].front().column == 0 || lines_[i].front().all_bold()) return false;
        for (std::size_t r = begin; r < i; ++r)
            if (lines_[r].size() != 1 || placed_[r].front().column != 0 || !lines_[r].front().all_bold()) return false;
        return true;
    }

    // Whether line `i` stands at a line's distance below one of an earlier row of its column.
    bool continues(std::size_t i, const PdfLine& line, std::size_t column, std::size_t begin) const {
        const std::size_t r = above_in(i, column, 0);
        return r < begin && line.top - line_in(r, column)->top <= apart * pitch_;
    }

    // A table wider than its page: the rest of the last column is lost, an address in the midst of its host.
    bool cuts_address(std::size_t i, const PdfLine& line) const {
        const std::size_t sign = line.text.rfind('@'), dot = line.text.rfind('.');
        if (sign == std::string::npos || column_at(line.left) + 1 != columns_ || line.text.find_first_of(" ,;", sign) != std::string::npos) return false;
        if (dot != std::string::npos && dot > sign && dot + 2 < line.text.size()) return false;
        for (std::size_t k = i + 1; k < lines_.size() && k < i + 4; ++k)
            if (const PdfLine* const below = line_in(k, columns_ - 1)) return below->text.front() == '+' || (below->text.front() >= 'A' && below->text.front() <= 'Z');
        return false;
    }

    struct Cell {
        std::size_t column, columns;
        std::vector<std::pair<std::size_t, std::size_t>> lines;  // row and place in it
        float top, last;
    };

    // Cells one after the other and each from its top down, as programs write a table: where the next begins higher than the one
    // before ended, the order tells rows for certain. Not taken where rows would not stand one below the other then.
    bool in_order() {
        constexpr std::size_t most_parted = 1000;  // each is looked for among the lines of its cell
        std::vector<std::pair<std::size_t, std::size_t>> order;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            for (std::size_t k = 0; k < lines_[i].size(); ++k) order.emplace_back(i, k);
        const auto number = [&](const auto& at) { return lines_[at.first][at.second].order; };
        std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) { return number(a) < number(b); });
        std::vector<std::vector<Cell>> rows;
        std::vector<std::pair<std::size_t, std::size_t>> parted;
        std::size_t leaps = 0;
        for (std::size_t n = 0; n < order.size(); ++n) {
            // Put together by the tool and parted again: the order of the rest is not known.
            if (n != 0 && number(order[n]) == number(order[n - 1])) {
                parted.push_back(order[n]);
                continue;
            }
            const PdfLine& line = lines_[order[n].first][order[n].second];
            const Placed& own = placed_[order[n].first][order[n].second];
            if (!rows.empty()) {
                Cell& before = rows.back().back();
                if (before.column == own.column && (before.columns > 1) == (own.columns > 1) && line.top > before.last - 1) {
                    before.lines.push_back(order[n]);
                    before.last = line.top;
                    continue;
                }
                leaps += line.top < before.last - 0.6F * line.height() ? 1 : 0;
            }
            if (rows.empty() || own.column <= rows.back().back().column) rows.emplace_back();
            rows.back().push_back({own.column, own.columns, {order[n]}, line.top, line.top});
        }
        if (leaps < 2 || rows.size() < 2 || parted.size() * 4 > order.size() || parted.size() > most_parted) return false;
        std::vector<float> tops;
        for (const auto& row : rows) {
            float top = row.front().top;
            for (const Cell& cell : row) top = std::min(top, cell.top);
            if (!tops.empty()) {
                if (top < tops.back() + 0.5F * pitch_) return false;
                // Those that go on beside the next row are merged; not most of a row.
                const auto& above = rows[tops.size() - 1];
                const auto beside = std::count_if(above.begin(), above.end(), [&](const Cell& cell) { return cell.last > top - 0.4F * pitch_; });
                if (static_cast<std::size_t>(beside) * 2 > above.size()) return false;
            }
            tops.push_back(top);
        }
        for (const auto& at : parted) {
            const PdfLine& line = lines_[at.first][at.second];
            const std::size_t column = placed_[at.first][at.second].column;
            auto r = static_cast<std::size_t>(std::upper_bound(tops.begin(), tops.end(), line.top + 0.4F * pitch_) - tops.begin());
            auto& row = rows[r == 0 ? 0 : r - 1];
            const auto cell = std::find_if(row.begin(), row.end(), [&](const Cell& one) { return one.column >= column; });
            if (cell == row.end() || cell->column != column) {
                row.insert(cell, {column, 1, {at}, line.top, line.top});
                continue;
            }
            const auto below = std::find_if(cell->lines.begin(), cell->lines.end(), [&](const auto& one) { return lines_[one.first][one.second].top > line.top; });
            cell->last = std::max(cell->last, line.top);
            cell->lines.insert(below, at);
        }
        for (std::size_t r = 0; r < rows.size(); ++r) {
            auto& made = table_.rows.emplace_back();
            for (std::size_t c = 0; c < rows[r].size(); ++c) {
                const Cell& cell = rows[r][c];
                PdfCell& own = made.emplace_back();
                own.column = static_cast<std::uint16_t>(cell.column);
                const std::size_t next = c + 1 < rows[r].size() ? rows[r][c + 1].column : columns_;
                own.columns = static_cast<std::uint16_t>(std::min(cell.columns, next - cell.column));
                own.rows = static_cast<std::uint32_t>(std::upper_bound(tops.begin() + static_cast<std::ptrdiff_t>(r) + 1, tops.end(), cell.last + 0.4F * pitch_) - tops.begin() - static_cast<std::ptrdiff_t>(r));
                for (const auto& at : cell.lines) {
                    own.lines.push_back(lines_[at.first][at.second]);
                    own.lines.back().to = right_[std::min(cell.column + cell.columns - 1, columns_ - 1)];
                }
            }
        }
        table_.part = table_.rows.front().front().lines.front().part;
        table_.doubtful = false;
        return true;
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
                    if (line.all_bold() != cell.lines.back().all_bold() || begins_other_address(cell, line)) return nullptr;
                    cell.rows = static_cast<std::uint32_t>(table_.rows.size() - r + 1);
                    return &cell;
                }
        return nullptr;
    }

    // A further address below a whole one ("train@lake.exam" below "office@lake." and "example.org") is that of the next row.
    static bool begins_other_address(const PdfCell& cell, const PdfLine& line) {
        const std::string_view first = std::string_view(line.text).substr(0, line.text.find(' '));
        return first.find('@') != std::string_view::npos && first.front() != '@' &&
               std::any_of(cell.lines.begin(), cell.lines.end(), [](const PdfLine& one) { return one.text.find('@') != std::string::npos; });
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
        if (table_.rows.empty() && !cells.empty()) table_.part = cells.front().lines.front().part;
        if (!cells.empty()) table_.rows.push_back(std::move(cells));
    }

    // A label before amounts alone.
    static bool is_first_of_total(const std::vector<PdfCell>& cells, const PdfCell& cell) {
        return &cell == &cells.front() && std::all_of(cells.begin() + 1, cells.end(), [](const PdfCell& one) { return one.lines.size() == 1 && pdf_is_amount(one.lines.front().text); });
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

}  // namespace

bool pdf_is_amount(std::string_view text) noexcept {
    return !text.ends_with('-') && !text.ends_with(',') && text.find_first_of("0123456789") != text.npos && text.find_first_not_of("0123456789 .,%-\xC2\xA0") == text.npos;
}

PdfTable pdf_table(std::vector<PdfRow>& rows, const std::vector<float>& edges, float step) { return Rows(rows, edges, step).run(); }

bool pdf_fits(const PdfLine& line, const PdfLine& next, float right, float margin) noexcept {
    const float all = pdf_weight(next.text);
    if (all <= 0) return false;
    const float unit = (next.right - next.left) / all;
    std::size_t size = next.text.find(' ');
    if (is_ideograph(decode(next.text, 0).code)) size = decode(next.text, 0).size;
    const float word = unit * pdf_weight(std::string_view(next.text).substr(0, size));
    return line.right + word + 0.3F * line.height() + margin * (right - line.from) < right;
}

}  // namespace plancheck
