// A band is rows with a gap at the same place in each. Lines that run over its gaps belong to it where it goes on behind them and
// nothing says that they are text between two tables: larger type, two of them as in a paragraph, or heads behind them.
#include "read/pdf_band_end.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "read/lines.hpp"
#include "read/pdf_band.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_beside = 128, most_lines_beside = 20000;

std::vector<PdfGap> gaps_of(const PdfRow& row) {
    std::vector<PdfGap> gaps;
    float reached = row.front().right;
    for (std::size_t i = 1; i < row.size(); ++i) {
        if (row[i].left > reached + 2) gaps.push_back({reached, row[i].left});
        reached = std::max(reached, row[i].right);
    }
    return gaps;
}

// How many gaps stay open when the row's lines are laid over them, and the gaps then.
std::vector<PdfGap> still_open(const std::vector<PdfGap>& gaps, const PdfRow& row) {
    std::vector<PdfGap> open;
    for (PdfGap gap : gaps) {
        for (const PdfLine& line : row) {
            if (line.right <= gap.begin || line.left >= gap.end) continue;
            if (line.left <= gap.begin && line.right >= gap.end) {
                // Put together by the tool, where a word begins behind the gap.
                if (pdf_word_at(line, gap.end) == std::string::npos) gap.end = gap.begin;
            } else if (line.left > gap.begin && line.right < gap.end) {
                if (line.left - gap.begin > gap.end - line.right) gap.end = line.left;
                else gap.begin = line.right;
            } else if (line.left <= gap.begin) {
                gap.begin = line.right;
            } else {
                gap.end = line.left;
            }
        }
        if (gap.width() > 1.5F) open.push_back(gap);
    }
    return open;
}

bool all_bold(const PdfRow& row) noexcept {
    return std::all_of(row.begin(), row.end(), [](const PdfLine& line) { return line.all_bold(); });
}

// Which gaps the row's lines leave open.
std::vector<bool> open_in(const std::vector<PdfGap>& gaps, const PdfRow& row) {
    std::vector<bool> made;
    for (const PdfGap& gap : gaps) made.push_back(!still_open({gap}, row).empty());
    return made;
}

// Whether a gap that a row covers stands open in most of the rows behind it, or there are none: that row holds a cell over
// columns then.
bool opens_again(const PdfGap& gap, const std::vector<PdfRow>& rows, std::size_t from) {
    std::size_t open = 0, closed = 0;
    for (std::size_t i = from; i < rows.size() && i < from + 12 && open + closed < 6; ++i)
        if (rows[i].size() > 1 && rows[i].size() <= most_beside) ++(still_open({gap}, rows[i]).empty() ? closed : open);
    return open > closed || closed == 0;
}

// A section's numeral and title at the left edge, parted from the row above by its type or by room: two tables, not one.
bool is_title_between(const std::vector<PdfRow>& rows, std::size_t i, float left) {
    const PdfLine& line = rows[i].front();
    const PdfRow& above = rows[i - 1];
    if (std::abs(line.left - left) > 4 * pdf_same || !is_title_like(line.text) || !has_section_numeral(line.text)) return false;
    const float step = pdf_top(rows[i]) - pdf_top(above);
    return step > 1.6F * pdf_height(above) || (!line.fixed && line.all_bold() && !all_bold(above) && step > 1.2F * pdf_height(above));
}

bool same_lines(const PdfRow& a, const PdfRow& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const PdfLine& one, const PdfLine& other) { return std::abs(one.left - other.left) <= pdf_same && one.text == other.text; });
}

class BandReader {
public:
    BandReader(const std::vector<PdfRow>& rows, std::size_t at, float pitch)
        : rows_(rows), at_(at), pitch_(pitch), size_(rows[at].front().size), gaps_(gaps_of(rows[at])), seen_(gaps_.size(), 1), end_(at + 1), leftmost_(rows[at].front().left) {
        note(rows[at]);
    }

    std::size_t end() {
        std::size_t lines = 0;
        for (std::size_t i = at_ + 1; i < rows_.size(); ++i) {
            const PdfRow& row = rows_[i];
            lines += row.size();
            if (row.size() > most_beside || lines > most_lines_beside) break;
            if (step_to(i) > std::max(3.2F * pitch_, 4.5F * pdf_height(row))) break;
            if (row.size() == 1) {
                if (!takes_line(i)) break;
                continue;
            }
            if (const std::size_t title = before_heads_again(i); title != i) return std::min(end_, title);
            if (!takes_lines(i)) break;
        }
        return end_;
    }

private:
    const std::vector<PdfRow>& rows_;
    const std::size_t at_;
    const float pitch_;
    const float size_;                 // of the first line's type
    std::vector<PdfGap> gaps_;         // that all rows so far leave open
    std::vector<std::size_t> seen_;    // rows that have lines on both sides of a gap
    std::size_t end_;                  // one past the last row that has several lines
    std::size_t alone_ = 0;            // rows since that stand by themselves
    bool over_ = false;                // the last of them runs over a gap
    float leftmost_;
    std::size_t flush_ = 1;            // rows that begin there
    std::set<long> lefts_;             // where lines begin

    float step_to(std::size_t i) const { return pdf_top(rows_[i]) - pdf_top(rows_[i - 1]); }

    void note(const PdfRow& row) {
        for (const PdfLine& line : row) lefts_.insert(std::lround(line.left / pdf_same));
    }
    bool begins_elsewhere(const PdfLine& line) const {
        const long place = std::lround(line.left / pdf_same);
        return lefts_.count(place - 1) + lefts_.count(place) + lefts_.count(place + 1) == 0;
    }

    // Where a band ends whose heads stand once more from row `i` on, below a title of their own: at the title, since heads set to
    // the foot of their cells have lines that stand alone above. `i` where they do not.
    std::size_t before_heads_again(std::size_t i) const {
        std::size_t lines = 0;
        for (std::size_t k = 0; at_ + k < i && i + k < rows_.size() && same_lines(rows_[at_ + k], rows_[i + k]); ++k) lines += rows_[at_ + k].size();
        if (lines < 3) return i;
        constexpr std::size_t most = 6;
        for (std::size_t j = i; j-- > at_ + 1 && j + most >= i && rows_[j].size() == 1;) {
            const PdfLine& line = rows_[j].front();
            const bool titles = line.all_bold() && (!rows_[at_].front().all_bold() || pdf_top(rows_[j]) - pdf_top(rows_[j - 1]) > 1.3F * pitch_);
            if (titles && std::abs(line.left - rows_[i].front().left) > pdf_same && line.left > rows_[i].front().left) continue;
            if (titles) return j;
        }
        return i;
    }

    // A row of several lines. False: the band ends before it.
    bool takes_lines(std::size_t i) {
        const PdfRow& row = rows_[i];
        const std::vector<bool> open = open_in(gaps_, row);
        if (std::none_of(open.begin(), open.end(), [](bool one) { return one; })) return false;
        if (alone_ != 0 && all_bold(row) && end_ > at_ + 1) return false;
        // A line over a gap, and below it none but the first begins where others did: a title between two tables.
        if (over_ && end_ > at_ + 2 && std::all_of(row.begin() + 1, row.end(), [&](const PdfLine& line) { return begins_elsewhere(line); })) return false;
        note(row);
        // The first rows may be heads over several columns.
        if (std::vector<PdfGap> own = gaps_of(row); own.size() > gaps_.size() && alone_ == 0 && i < at_ + 3) {
            gaps_ = std::move(own);
            seen_.assign(gaps_.size(), 1);
        } else if (!keeps_gaps(i, open)) {
            return false;
        }
        flush_ = row.front().left < leftmost_ - pdf_same ? 1 : flush_ + (row.front().left <= leftmost_ + pdf_same ? 1 : 0);
        leftmost_ = std::min(leftmost_, row.front().left);
        end_ = i + 1;
        alone_ = 0;
        over_ = false;
        return true;
    }

    // A gap that a row covers is none, unless it opens again behind that row. False: other gaps than before, so another band.
    bool keeps_gaps(std::size_t i, const std::vector<bool>& open) {
        const PdfRow& row = rows_[i];
        std::vector<PdfGap> kept;
        std::vector<std::size_t> kept_seen;
        for (std::size_t g = 0; g < gaps_.size(); ++g) {
            if (open[g]) {
                const bool both = row.front().right <= gaps_[g].end && row.back().left >= gaps_[g].begin;
                kept.push_back(still_open({gaps_[g]}, row).front());
                kept_seen.push_back(seen_[g] + (both ? 1 : 0));
            } else if (opens_again(gaps_[g], rows_, i + 1)) {
                kept.push_back(gaps_[g]);
                kept_seen.push_back(seen_[g]);
            } else if (seen_[g] > 2) {
                return false;
            }
        }
        if (kept.empty()) return false;
        gaps_ = std::move(kept);
        seen_ = std::move(kept_seen);
        return true;
    }

    // A line by itself. False: the band ends before it.
    bool takes_line(std::size_t i) {
        constexpr std::size_t most_alone = 12, most_over = 3;
        const PdfRow& row = rows_[i];
        const PdfLine& line = row.front();
        if (line.titles != 0 || is_title_between(rows_, i, rows_[at_].front().left) || stands_outside(i)) return false;
        const std::vector<bool> open = open_in(gaps_, row);
        const bool all_open = std::find(open.begin(), open.end(), false) == open.end();
        const auto crossed = std::count_if(gaps_.begin(), gaps_.end(), [&](const PdfGap& gap) { return line.left < gap.begin && line.right > gap.end; });
        // What runs over a gap holds two cells only where the first begins as others do.
        const bool is_text = crossed == 1 && begins_elsewhere(line);
        const bool is_large = line.size > size_ + 0.6F;
        if (all_open && crossed < 2 && !is_text) {
            // A further line of a cell; a line with a heading's distance or size is none unless the band goes on.
            over_ = false;
            if (goes_on_in_cell(i)) end_ = i + 1;
            else if (++alone_ > most_alone || is_large) return false;
            return true;
        }
        if (++alone_ > most_over || is_large) return false;
        if (over_ && step_to(i) < 1.35F * std::max(pitch_, line.height())) return false;
        over_ = true;
        return true;
    }

    bool goes_on_in_cell(std::size_t i) const {
        const PdfRow& above = rows_[i - 1];
        return alone_ == 0 && end_ == i && step_to(i) < 1.6F * std::max(pitch_, pdf_height(above)) && std::abs(rows_[i].front().size - above.front().size) < 0.6F;
    }

    // Text outside the rules of the table, whose cells begin further in.
    bool stands_outside(std::size_t i) const {
        const PdfLine& line = rows_[i].front();
        const PdfRow& above = rows_[i - 1];
        if (flush_ > 2 && line.left < leftmost_ - 4 && step_to(i) > 1.6F * pdf_height(above)) return true;
        return line.left < leftmost_ - (flush_ > 2 ? pdf_same : line.size) && flush_ > 1 && line.all_bold() && !all_bold(above);
    }
};

}  // namespace

std::size_t pdf_band_end(const std::vector<PdfRow>& rows, std::size_t at, float pitch) {
    return rows[at].size() > most_beside ? at : BandReader(rows, at, pitch).end();
}

}  // namespace plancheck
