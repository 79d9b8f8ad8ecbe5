// Columns of text. Most programs write a page as it is read: one column to its foot, then the next from its top. Where the order
// leaps up and to the right, and what comes before and behind the leap stands on two sides of a gap, there are columns, if they
// are about as wide and full of lines, or begin where such columns do elsewhere in the document. The cells of a table's row
// leap as well; other rows with the same gap stand next to them. Where the order tells nothing the layout looks for itself.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "read/lines.hpp"
#include "read/pdf.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_leaps = 64;  // of a page that are looked at, the highest first
constexpr std::size_t deepest_split = 3, most_gutters = 32;
constexpr std::size_t few = 8;  // one of so many lines may stand elsewhere
constexpr float near_gutter = 4;

// Pieces that follow each other in one line.
struct Run {
    std::size_t first, last;  // pieces, `last` behind them
    float left, right, top, bottom, size;
    bool bold;

    float height() const noexcept { return bottom - top; }
    float middle() const noexcept { return (top + bottom) / 2; }
};

struct Gutter {
    float left, place;  // where the columns on both sides begin
};

struct Zone {
    std::size_t left = 0, right = 0, end = 0;  // runs of the left column, and of the right one up to `end`
    float top = 0, bottom = 0, edge = 0;       // `edge`: where the left one ends
    Gutter gutter{0, 0};
    bool strong = false;
    bool full = false;  // strong, and no row of a table is as long

    bool holds(const Run& run, std::size_t at) const noexcept { return (at >= left && at < end) || (run.middle() > top && run.middle() < bottom); }
    bool is_right(const Run& run, std::size_t at) const noexcept { return at >= left && at < end ? at >= right : run.left >= gutter.place - near_gutter; }
};

float room(const Run& run) noexcept { return 0.35F * run.height(); }

std::vector<Run> runs_of(const std::vector<PdfLine>& pieces) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const PdfLine& piece = pieces[i];
        if (!runs.empty()) {
            Run& run = runs.back();
            const float height = std::max(run.height(), piece.height());
            const float gap = std::max(piece.left - run.right, run.left - piece.right);
            if (std::abs((piece.top + piece.bottom) / 2 - run.middle()) < 0.4F * height && gap < 0.42F * height) {
                run.last = i + 1;
                run.left = std::min(run.left, piece.left);
                run.right = std::max(run.right, piece.right);
                run.bold = run.bold && piece.all_bold();
                continue;
            }
        }
        runs.push_back({i, i + 1, piece.left, piece.right, piece.top, piece.bottom, piece.size, piece.all_bold()});
    }
    return runs;
}

float most_size(const std::vector<PdfPage>& pages) {
    std::map<int, std::size_t> bytes;
    for (const PdfPage& page : pages)
        for (const PdfLine& piece : page.pieces) bytes[static_cast<int>(std::lround(piece.size * 2))] += piece.text.size();
    const auto most = std::max_element(bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == bytes.end() ? 0 : static_cast<float>(most->first) / 2;
}

// Titles in a narrow column of their own at the left of the text, each at the height of its first line.
class Margin {
public:
    explicit Margin(const std::vector<PdfPage>& pages) : pages_(pages), body_(most_size(pages)) {
        std::map<int, std::size_t> lefts;  // of lines of running text
        for (const PdfPage& page : pages)
            for (const Run& run : runs_.emplace_back(runs_of(page.pieces)))
                if (run.right - run.left > 0.3F * page.width) ++lefts[static_cast<int>(std::lround(run.left / 2))];
        const auto most = std::max_element(lefts.begin(), lefts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most == lefts.end()) return;
        left_ = 2.0F * static_cast<float>(most->first);
        std::size_t titles = 0, count = 0, all = 0;
        for (std::size_t p = 0; p < pages.size(); ++p)
            for (std::size_t i = 0; i < runs_[p].size();) {
                const std::size_t end = title_end(p, i);
                if (end != i) ++titles, count += end - i;
                for (const std::size_t until = std::max(end, i + 1); i < until; ++i) all += is_outside(runs_[p][i]) ? 1 : 0;
            }
        found_ = titles >= 3 && count * 4 >= all * 3;
    }

    /// The same pages.
    std::vector<PdfPage> run(std::vector<PdfPage>& pages) const {
        if (!found_) return std::move(pages);
        std::vector<PdfPage> made;
        for (std::size_t p = 0; p < pages.size(); ++p) {
            PdfPage& page = pages[p];
            const auto begin = [&] { made.push_back({page.number, page.width, page.height, {}}); };
            begin();
            for (std::size_t i = 0; i < runs_[p].size();) {
                const std::size_t end = title_end(p, i);
                const bool title = end != i;
                if (title) begin();
                for (const std::size_t until = std::max(end, i + 1); i < until; ++i)
                    std::move(page.pieces.begin() + static_cast<std::ptrdiff_t>(runs_[p][i].first), page.pieces.begin() + static_cast<std::ptrdiff_t>(runs_[p][i].last), std::back_inserter(made.back().pieces));
                if (title) begin();
            }
        }
        std::erase_if(made, [](const PdfPage& page) { return page.pieces.empty(); });
        return made;
    }

private:
    static constexpr std::size_t longest_title = 8;  // lines
    const std::vector<PdfPage>& pages_;
    const float body_;
    std::vector<std::vector<Run>> runs_;
    float left_ = 0;  // of running text
    bool found_ = false;

    bool is_outside(const Run& run) const { return run.right < left_ - room(run); }

    // Behind the title that begins with run `i`; `i`: none does.
    std::size_t title_end(std::size_t p, std::size_t i) const {
        const std::vector<Run>& runs = runs_[p];
        const Run& first = runs[i];
        if (!is_outside(first) || !(first.bold || first.size > 1.08F * body_ || has_section_numeral(pages_[p].pieces[first.first].text + " x"))) return i;
        std::size_t end = i + 1;
        while (end < runs.size() && end < i + longest_title && is_outside(runs[end]) && runs[end].top > runs[end - 1].top) ++end;
        if (end == runs.size() || is_outside(runs[end])) return i;
        const Run& text = runs[end];
        const bool beside = std::abs(text.left - left_) < 4 * near_gutter && std::abs(text.top - first.top) < 0.9F * std::max(text.height(), first.height());
        const bool below = i == 0 || runs[i - 1].top > text.bottom || runs[i - 1].middle() < first.top + 0.3F * first.height();
        return beside && below ? end : i;
    }
};

class Zones {
public:
    Zones(const PdfPage& page, const std::vector<Run>& runs, float body) : page_(page), runs_(runs), body_(body) {}

    /// From the top; none overlaps another.
    std::vector<Zone> find() const {
        struct Leap {
            float height;
            std::size_t at;
        };
        std::vector<Leap> leaps;
        for (std::size_t k = 1; k < runs_.size(); ++k) {
            const float height = runs_[k - 1].top - runs_[k].top;
            if (height > 0.8F * runs_[k].height() && runs_[k].left > runs_[k - 1].left + 2 * runs_[k].height()) leaps.push_back({height, k});
        }
        std::stable_sort(leaps.begin(), leaps.end(), [](const Leap& a, const Leap& b) { return a.height > b.height; });
        if (leaps.size() > most_leaps) leaps.resize(most_leaps);
        std::vector<Zone> zones;
        for (const Leap& leap : leaps) {
            const float middle = runs_[leap.at].middle();
            if (std::any_of(zones.begin(), zones.end(), [&](const Zone& zone) { return middle > zone.top && middle < zone.bottom; })) continue;
            Zone zone;
            if (!look(leap.at, zone)) continue;
            if (std::none_of(zones.begin(), zones.end(), [&](const Zone& other) { return zone.top < other.bottom && other.top < zone.bottom; })) zones.push_back(zone);
        }
        std::sort(zones.begin(), zones.end(), [](const Zone& a, const Zone& b) { return a.top < b.top; });
        return zones;
    }

private:
    const PdfPage& page_;
    const std::vector<Run>& runs_;
    const float body_;

    // What stands on both sides of the leap to run `at`.
    bool look(std::size_t at, Zone& zone) const {
        const Run& first = runs_[at];
        // The left column, up to the height of the right one's first line.
        std::size_t begin = at, over = 0;  // lines that run out of their column
        while (begin > 0 && runs_[begin - 1].top >= first.top - 0.5F * first.height()) {
            const float right = runs_[--begin].right;
            if (right > first.left - room(first)) ++over;
            else zone.edge = std::max(zone.edge, right);
        }
        if (begin == at || over * few > at - begin) return false;
        std::size_t end = at;
        float place = first.left;
        while (end < runs_.size() && runs_[end].left > zone.edge + room(first)) place = std::min(place, runs_[end++].left);
        if (end == at) return false;
        // What stands closely above in the left column.
        while (begin > 0) {
            const Run& above = runs_[begin - 1];
            const Run& below = runs_[begin];
            if (above.right > zone.edge + 1 || above.top >= below.top || below.top - above.bottom > 1.2F * below.height()) break;
            --begin;
        }
        zone.left = begin;
        zone.right = at;
        zone.end = end;
        zone.top = page_.height;
        for (std::size_t i = begin; i < end; ++i) {
            zone.top = std::min(zone.top, runs_[i].top);
            zone.bottom = std::max(zone.bottom, runs_[i].bottom);
        }
        return measure(zone, place) && (zone.full || !is_row(zone, place));
    }

    // Whether what stands next to these has the same gap, as rows of a table have: no title stands between them.
    bool is_row(const Zone& zone, float place) const {
        const Run& first = runs_[zone.left];
        const auto alone = [&](const Run& run, const Run& beside) { return run.size > 1.15F * body_ || (run.bold && run.top < beside.top - 0.5F * run.height()); };
        const auto begins_near = [&](const Run& run) { return std::abs(run.left - place) < 1.5F * near_gutter; };
        if (zone.left > 0) {
            const Run& above = runs_[zone.left - 1];
            if (begins_near(above) && above.top < first.top && first.top - above.bottom < 4 * first.height() && !alone(first, runs_[zone.right])) return true;
        }
        if (zone.end == runs_.size()) return false;
        const Run& below = runs_[zone.end];
        if (below.top < zone.bottom - 0.5F * below.height() || below.top - zone.bottom > 4 * below.height()) return false;
        for (std::size_t i = zone.end; i < runs_.size(); ++i) {
            if (runs_[i].left >= place - near_gutter) return begins_near(runs_[i]) && !alone(below, runs_[i]);
            if (runs_[i].right > place - room(runs_[i])) break;
        }
        return false;
    }

    struct Side {
        std::size_t lines = 0, full = 0;
        float left = 1e6F, right = 0;
        float width() const noexcept { return right - left; }
        bool is_text() const noexcept { return full >= 8 || (full >= 5 && full * 3 >= lines); }
    };

    // A column; only one, where several stand beside each other. The cells of a table's row are one line.
    Side side(std::size_t begin, std::size_t end, float height, bool backwards, float most) const {
        Side side;
        std::vector<float> widths;
        float top = 0;
        for (std::size_t i = 0; i < end - begin; ++i) {
            const std::size_t k = backwards ? end - 1 - i : begin + i;
            const Run& run = runs_[k];
            if (i != 0) {
                const float other = runs_[backwards ? k + 1 : k - 1].top;
                if ((backwards ? run.top - other : other - run.top) > 0.5F * height) break;
            }
            if (widths.empty() || std::abs(run.top - top) > 0.5F * run.height()) ++side.lines;
            top = run.top;
            widths.push_back(std::min(run.right, most) - run.left);
            side.left = std::min(side.left, run.left);
            side.right = std::max(side.right, std::min(run.right, most));
        }
        for (const float width : widths) side.full += width > 0.7F * side.width() ? 1 : 0;
        return side;
    }

    bool measure(Zone& zone, float place) const {
        std::size_t all = 0, strays = 0;
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            const Run& run = runs_[i];
            if (!zone.holds(run, i)) continue;
            ++all;
            if (i >= zone.left && i < zone.end) continue;
            ++strays;
            if (run.left < place - near_gutter && run.right > std::max(zone.edge + 1, place - room(run))) return false;
        }
        if (strays * few > all) return false;
        const float height = zone.bottom - zone.top;
        const Side left = side(zone.left, zone.right, height, true, place), right = side(zone.right, zone.end, height, false, page_.width);
        zone.gutter = {left.left, place};
        const float ratio = left.width() / std::max(1.0F, right.width());
        zone.strong = ratio > 0.7F && ratio < 1.43F && left.is_text() && right.is_text();
        zone.full = zone.strong && std::min(left.full, right.full) >= 12;
        return true;
    }
};

class Columns {
public:
    explicit Columns(float body) : body_(body) {}

    std::vector<PdfPage> run(std::vector<PdfPage>& pages) {
        std::vector<Zone> strong;
        for (const PdfPage& page : pages) {
            const std::vector<Run> runs = runs_of(page.pieces);
            for (const Zone& zone : Zones(page, runs, body_).find())
                if (zone.strong) strong.push_back(zone);
        }
        // A column that holds a list alone begins further in.
        std::stable_sort(strong.begin(), strong.end(), [](const Zone& a, const Zone& b) { return a.gutter.place < b.gutter.place; });
        for (const Zone& zone : strong)
            if (known(zone) == nullptr && gutters_.size() < most_gutters) gutters_.push_back(zone.gutter);
        for (PdfPage& page : pages) {
            if (gutters_.empty()) made_.push_back(std::move(page));
            else split(std::move(page), 0);
        }
        return std::move(made_);
    }

private:
    const float body_;
    std::vector<Gutter> gutters_;
    std::vector<PdfPage> made_;

    // The columns of the document that stand on both sides of it.
    const Gutter* known(const Zone& zone) const {
        const auto found = std::find_if(gutters_.begin(), gutters_.end(), [&](const Gutter& one) {
            return one.place > zone.edge - near_gutter && one.place <= zone.gutter.place + near_gutter && zone.gutter.place < one.place + 0.3F * (one.place - one.left) &&
                   zone.gutter.left >= one.left - near_gutter && zone.gutter.left < (one.left + one.place) / 2;
        });
        return found == gutters_.end() ? nullptr : &*found;
    }

    static PdfPage part_of(const PdfPage& page, float narrower) { return {page.number, page.width - narrower, page.height, {}}; }

    void split(PdfPage page, std::size_t depth) {
        const std::vector<Run> runs = runs_of(page.pieces);
        std::vector<Zone> zones;
        if (depth < deepest_split) zones = Zones(page, runs, body_).find();
        std::erase_if(zones, [&](const Zone& zone) { return known(zone) == nullptr; });
        if (zones.empty()) {
            if (!page.pieces.empty()) made_.push_back(std::move(page));
            return;
        }
        // Before, left, right, before the next, ...
        std::vector<PdfPage> parts;
        for (const Zone& zone : zones) {
            const Gutter& gutter = *known(zone);
            parts.push_back(part_of(page, 0));
            parts.push_back(part_of(page, gutter.place - gutter.left));
            parts.push_back(part_of(page, gutter.place - gutter.left));
        }
        parts.push_back(part_of(page, 0));
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const Run& run = runs[i];
            std::size_t at = 0;
            while (at < zones.size() && !zones[at].holds(run, i) && run.middle() >= zones[at].bottom) ++at;
            const bool inside = at < zones.size() && zones[at].holds(run, i);
            const bool right = inside && zones[at].is_right(run, i);
            PdfPage& part = parts[3 * at + (inside ? (right ? 2 : 1) : 0)];
            for (std::size_t k = run.first; k < run.last; ++k) {
                PdfLine& piece = part.pieces.emplace_back(std::move(page.pieces[k]));
                if (right) piece.left -= page.width - part.width, piece.right -= page.width - part.width;
            }
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i % 3 != 0) split(std::move(parts[i]), depth + 1);
            else if (!parts[i].pieces.empty()) made_.push_back(std::move(parts[i]));
        }
    }
};

}  // namespace

std::vector<PdfPage> pdf_columns(std::vector<PdfPage> pages) {
    const float body = most_size(pages);
    std::vector<PdfPage> parts = Margin(pages).run(pages);
    return Columns(body).run(parts);
}

}  // namespace plancheck
