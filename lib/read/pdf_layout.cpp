// Reading order. Rows of a page that hold several lines beside each other, with a gap at the same place in each, are a
// band: columns of text where their lines are full of words, else a table. No rule of a table is known, only where its text
// stands (pdf_band).
#include <algorithm>
#include <cmath>
#include <iterator>

#include "read/lines.hpp"
#include "read/pdf_band.hpp"
#include "read/pdf_band_end.hpp"

namespace plancheck {

namespace {

constexpr std::size_t deepest = 3;

class Layout {
public:
    // `step`: as in PdfRows. `carried`: where columns begin of the table that the page before ended with; empty: it did not.
    Layout(float width, float step, std::size_t depth, PdfHeads& heads, std::vector<float> carried = {}) : width_(width), step_(step), depth_(depth), heads_(heads), carried_(std::move(carried)) {}

    void run(std::vector<PdfRow>& rows, std::vector<PdfElement>& to) {
        pitch_ = pitch(rows);
        mark_doubtful(rows);
        for (std::size_t at = 0; at < rows.size();) {
            std::size_t end = rows[at].size() > 1 ? pdf_band_end(rows, at, pitch_) : at;
            if (end > at + 5) end = columns_end(rows, at, end);
            if (end > at + 1 || (end == at + 1 && rows[at].size() > 2)) {
                std::vector<PdfRow> band(std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(at)),
                                         std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(end)));
                if (add_band(band, to)) {
                    at = end;
                    continue;
                }
                std::move(band.begin(), band.end(), rows.begin() + static_cast<std::ptrdiff_t>(at));
            }
            if (rows[at].size() > 1) flush(to);
            const bool several = rows[at].size() > 1;
            for (PdfLine& line : rows[at]) plain_.push_back(std::move(line));
            if (several) flush(to);
            ++at;
        }
        flush(to);
    }

private:
    float width_, step_;
    std::size_t depth_;
    PdfHeads& heads_;  // of the tables before
    std::vector<float> carried_;
    float pitch_ = 0;
    std::vector<PdfLine> plain_;

    // Where three rows and more hold lines beside each other, with few between them: what comes out of it as running text was
    // a table. Lines of a table and of columns that are found lose the mark.
    static void mark_doubtful(std::vector<PdfRow>& rows) {
        constexpr std::size_t farthest_row = 8, least = 3;
        std::size_t first = 0, last = 0, count = 0;
        const auto mark = [&] {
            if (count >= least)
                for (std::size_t i = first; i <= last; ++i)
                    for (PdfLine& line : rows[i]) line.doubtful = true;
        };
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].size() < 2) continue;
            if (count == 0 || i - last > farthest_row) {
                mark();
                first = i;
                count = 0;
            }
            last = i;
            ++count;
        }
        mark();
    }

    static float pitch(const std::vector<PdfRow>& rows) {
        std::vector<float> steps;
        for (std::size_t i = 1; i < rows.size(); ++i) steps.push_back(pdf_top(rows[i]) - pdf_top(rows[i - 1]));
        if (steps.empty()) return 20;
        std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2), steps.end());
        return std::max(8.0F, steps[steps.size() / 2]);
    }

    // Columns of text take in what stands alone in one of them: above, where the other begins lower, and below, where it
    // ends higher. Rows are moved, not added: the band then begins and ends elsewhere.
    std::size_t columns_end(std::vector<PdfRow>& rows, std::size_t at, std::size_t end) {
        std::vector<PdfRow> band(rows.begin() + static_cast<std::ptrdiff_t>(at), rows.begin() + static_cast<std::ptrdiff_t>(end));
        const std::vector<float> edges = PdfBand(band).edges();
        if (edges.empty() || edges.size() > 2 || depth_ >= deepest) return end;
        if (!are_columns(band, edges)) return end;
        const auto inside = [&](const PdfLine& line) { return std::none_of(edges.begin(), edges.end(), [&](float edge) { return pdf_crosses(line, edge); }); };
        std::size_t last = end;
        while (last < rows.size() && rows[last].size() == 1 && inside(rows[last].front()) && pdf_top(rows[last]) - pdf_top(rows[last - 1]) < 4 * pitch_) ++last;
        if (last == rows.size()) end = last;
        // Lines above that stand in a column behind the first come after the first column.
        std::size_t first = plain_.size();
        for (std::size_t i = plain_.size(); i-- > 0 && inside(plain_[i]);)
            if (plain_[i].left >= edges.front() - pdf_same) first = i;
        if (first != plain_.size()) {
            for (std::size_t i = plain_.size(); i-- > first;) rows[at].insert(rows[at].begin(), std::move(plain_[i]));
            plain_.resize(first);
        }
        return end;
    }

    bool add_band(std::vector<PdfRow>& band, std::vector<PdfElement>& to) {
        PdfBand finder(band);
        std::vector<float> edges = finder.edges();
        const bool goes_on = to.empty() && plain_.size() < 3 && carried_.size() > 1 && edges.size() <= carried_.size() + 1 && finder.hold(carried_);
        // A table of few rows tells its columns less well than one before it with the same heads.
        const bool again = same_heads(band.front()) && edges.size() <= heads_.edges.size() && finder.hold(heads_.edges);
        if (goes_on || again) {
            edges = goes_on ? carried_ : heads_.edges;
        } else if (edges.size() > 1) {
            finder.drop_inner(edges);
        }
        if (edges.empty()) return false;
        if (edges.size() <= 2 && depth_ < deepest && add_columns(band, edges, to)) return true;
        if (!again) heads_ = {band.front(), edges};
        finder.part(edges);
        take_above(band, edges, goes_on);
        flush(to);
        PdfElement element;
        element.table.push_back(pdf_table(band, edges, step_));
        if (element.table.front().rows.size() < 2 && element.table.front().edges.size() < 3) {
            restore(element.table.front(), to);
            return true;
        }
        clear_between(to, element.table.front());
        to.push_back(std::move(element));
        return true;
    }

    bool same_heads(const PdfRow& row) const {
        constexpr std::size_t least = 3;
        return row.size() >= least && std::equal(row.begin(), row.end(), heads_.row.begin(), heads_.row.end(), [](const PdfLine& a, const PdfLine& b) { return std::abs(a.left - b.left) <= pdf_same && a.text == b.text; });
    }

    // Between two tables that were found a line as wide as several columns of both is a sentence, and no rest of a row.
    static void clear_between(std::vector<PdfElement>& to, const PdfTable& table) {
        const auto above = std::find_if(to.rbegin(), to.rend(), [](const PdfElement& element) { return !element.table.empty(); });
        if (above == to.rend()) return;
        const auto crosses = [](const PdfLine& line, const PdfTable& one) { return std::any_of(one.edges.begin(), one.edges.end(), [&](float edge) { return pdf_crosses(line, edge); }); };
        for (auto element = to.rbegin(); element != above; ++element)
            if (crosses(element->line, table) && crosses(element->line, above->table.front())) element->line.doubtful = false;
    }

    // Heads set to the foot of their cells: the first lines of the highest stand above the others by themselves.
    void take_above(std::vector<PdfRow>& band, const std::vector<float>& edges, bool goes_on) {
        while (!plain_.empty()) {
            const PdfLine& line = plain_.back();
            const float step = pdf_top(band.front()) - line.top;
            // In the first column it may be a title: not where a table goes on from the page before, nor by itself at the distance
            // of lines in a cell.
            const PdfLine* const before = plain_.size() > 1 ? &plain_[plain_.size() - 2] : nullptr;
            const bool alone = step_ > 0 && step <= 1.05F * step_ * line.height() && (before == nullptr || line.top - before->top > 1.3F * line.height() || before->all_bold() != line.all_bold());
            const bool first = (alone || (goes_on && step <= 1.15F * line.height())) && step > 0.8F * line.height() && std::abs(line.left - band.front().front().left) <= pdf_same;
            const bool begins = first || std::any_of(edges.begin(), edges.end(), [&](float edge) { return std::abs(edge - line.left) <= pdf_same; });
            const bool inside = std::none_of(edges.begin(), edges.end(), [&](float edge) { return pdf_crosses(line, edge); });
            const bool titles = line.titles != 0 || (is_title_like(line.text) && has_section_numeral(line.text));
            if (titles || !begins || !inside || step < 0 || step > 1.7F * line.height() || std::abs(line.size - band.front().front().size) > 0.6F) break;
            band.insert(band.begin(), PdfRow{std::move(plain_.back())});
            plain_.pop_back();
        }
    }

    // One row of two cells says nothing of a table: their lines one after the other.
    void restore(PdfTable& table, std::vector<PdfElement>& to) {
        for (auto& row : table.rows)
            for (PdfCell& cell : row)
                for (PdfLine& line : cell.lines) plain_.push_back(std::move(line));
        flush(to);
    }

    // Columns of text: about as wide, their lines full of words, and not few.
    bool are_columns(const std::vector<PdfRow>& band, const std::vector<float>& edges) const {
        std::vector<std::vector<float>> widths(edges.size() + 1);
        std::vector<PdfGap> extent(edges.size() + 1, PdfGap{width_, 0});
        std::size_t words = 0, lines = 0;
        for (const PdfRow& row : band)
            for (const PdfLine& line : row) {
                const std::size_t at = column_of(line, edges);
                if (at < edges.size() && line.right > edges[at] + pdf_same) return false;
                widths[at].push_back(line.right - line.left);
                extent[at] = {std::min(extent[at].begin, line.left), std::max(extent[at].end, line.right)};
                words += static_cast<std::size_t>(std::count(line.text.begin(), line.text.end(), ' ')) + 1;
                ++lines;
            }
        float least = width_, most = 0;
        for (std::size_t at = 0; at < widths.size(); ++at) {
            if (widths[at].size() < 6) return false;
            const float own = extent[at].width();
            least = std::min(least, own);
            most = std::max(most, own);
            const auto full = std::count_if(widths[at].begin(), widths[at].end(), [&](float width) { return width > 0.72F * own; });
            if (static_cast<std::size_t>(full) * 2 < widths[at].size()) return false;
        }
        if (least < 0.12F * width_ || most > 1.7F * least || words < 3 * lines) return false;
        return true;
    }

    static std::size_t column_of(const PdfLine& line, const std::vector<float>& edges) noexcept {
        std::size_t at = 0;
        while (at < edges.size() && line.left >= edges[at] - pdf_same) ++at;
        return at;
    }

    bool add_columns(std::vector<PdfRow>& band, const std::vector<float>& edges, std::vector<PdfElement>& to) {
        if (!are_columns(band, edges)) return false;
        for (PdfRow& row : band)
            for (PdfLine& line : row) line.doubtful = false;
        flush(to);
        for (std::size_t at = 0; at <= edges.size(); ++at) {
            std::vector<PdfRow> own;
            for (PdfRow& row : band) {
                PdfRow part;
                for (PdfLine& line : row)
                    if (!line.text.empty() && column_of(line, edges) == at) part.push_back(std::move(line)), line.text.clear();
                if (!part.empty()) own.push_back(std::move(part));
            }
            std::sort(own.begin(), own.end(), [](const PdfRow& a, const PdfRow& b) { return pdf_top(a) < pdf_top(b); });
            const std::size_t first = to.size();
            PdfHeads inner;
            Layout(width_, step_, depth_ + 1, inner).run(own, to);
            if (first < to.size() && to[first].table.empty()) to[first].line.breaks = true;
        }
        return true;
    }

    // Running text: all lines that stand one below the other are as wide as the widest of them.
    void flush(std::vector<PdfElement>& to) {
        if (plain_.empty()) return;
        float from = plain_.front().left, until = 0;
        for (const PdfLine& line : plain_) {
            from = std::min(from, line.left);
            until = std::max(until, line.right);
        }
        for (PdfLine& line : plain_) {
            line.from = from;
            line.to = until;
            to.push_back({std::move(line), {}});
        }
        plain_.clear();
    }
};

}  // namespace

std::vector<PdfElement> pdf_layout(PdfRows& page, const std::vector<float>& carried, PdfHeads& heads) {
    std::vector<PdfElement> made;
    std::size_t at = 0;
    const auto text_until = [&](std::size_t end) {
        std::vector<PdfRow> own(std::make_move_iterator(page.rows.begin() + static_cast<std::ptrdiff_t>(at)), std::make_move_iterator(page.rows.begin() + static_cast<std::ptrdiff_t>(end)));
        Layout(page.width, page.step, 0, heads, at == 0 ? carried : std::vector<float>()).run(own, made);
    };
    for (PdfOrderedTable& found : page.ordered ? pdf_ordered_tables(page.rows, page.edge, !carried.empty()) : std::vector<PdfOrderedTable>()) {
        text_until(found.begin);
        made.emplace_back().table.push_back(std::move(found.table));
        at = found.end;
    }
    text_until(page.rows.size());
    if (!made.empty() && made.front().table.empty()) made.front().line.breaks = true;
    // Text above and below a table is of one width.
    float from = page.width, until = 0;
    for (const PdfElement& element : made)
        if (element.table.empty()) {
            from = std::min(from, element.line.from);
            until = std::max(until, element.line.to);
        }
    for (PdfElement& element : made)
        if (element.table.empty() && element.line.from < from + 0.25F * (until - from) && element.line.to - element.line.from < until - from &&
            element.line.to > from + 0.5F * (until - from))
            element.line.to = until;
    return made;
}

}  // namespace plancheck
