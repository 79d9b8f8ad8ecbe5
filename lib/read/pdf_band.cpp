// No rule of a table is known, only where its text stands. A place is a column's where enough lines begin and next to none
// runs through it without a word that begins there; gaps that stay open in all rows part columns whose lines end together.
#include "read/pdf_band.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr float farthest = 1e6F;
constexpr std::size_t most_columns = 64;
// No table that people make has more, and what is asked of each line costs as much as there are candidates.
constexpr std::size_t most_starts = 256;

// A line by itself that runs over two edges and more is a cell over these columns, not cells put together.
bool spans(const PdfRow& row, const PdfLine& line, const std::vector<float>& edges) noexcept {
    if (row.size() != 1) return false;
    std::size_t crossed = 0, words = 0;
    for (const float edge : edges)
        if (pdf_crosses(line, edge)) {
            ++crossed;
            if (pdf_word_at(line, edge) != std::string::npos) ++words;
        }
    return crossed > 1 && (crossed != words || line.all_bold());
}

}  // namespace

float pdf_top(const PdfRow& row) noexcept {
    float top = row.front().top;
    for (const PdfLine& line : row) top = std::min(top, line.top);
    return top;
}

float pdf_height(const PdfRow& row) noexcept {
    float height = 0;
    for (const PdfLine& line : row) height = std::max(height, line.height());
    return height;
}

std::size_t pdf_word_at(const PdfLine& line, float place) noexcept {
    const auto weight_of = [&](std::string_view text) { return line.fixed ? static_cast<float>(count_code_points(text)) : pdf_weight(text); };
    const float all = weight_of(line.text);
    if (all <= 0 || line.turned) return std::string::npos;
    const float unit = (line.right - line.left) / all;
    std::size_t best = std::string::npos;
    // Where columns touch, a text that was laid out with spaces may have them up to three characters apart.
    float nearest = std::max(pdf_same, (line.fixed ? 1.6F : 0.75F) * line.height());
    float weight = 0;
    std::size_t begin = 0;
    for (std::size_t space = line.text.find(' '); space != std::string::npos; space = line.text.find(' ', space + 1)) {
        weight += weight_of(std::string_view(line.text).substr(begin, space + 1 - begin));
        begin = space + 1;
        const float distance = std::abs(line.left + unit * weight - place);
        if (distance < nearest) nearest = distance, best = space;
    }
    return best;
}

PdfLine pdf_parted(PdfLine& line, std::size_t space, float edge) {
    PdfLine right = line;
    right.text = line.text.substr(space + 1);
    if (right.place.line != 0) right.place.column += static_cast<std::uint32_t>(count_code_points(std::string_view(line.text).substr(0, space + 1)));
    if (right.place.byte_offset != Place::none) right.place.byte_offset += static_cast<std::uint32_t>(space) + 1;
    right.bold = line.bold > space ? line.bold - static_cast<std::uint32_t>(space) - 1 : 0;
    right.links.clear();
    std::vector<PdfLink> kept;
    for (PdfLink& link : line.links) {
        if (link.begin > space) right.links.push_back({link.begin - static_cast<std::uint32_t>(space) - 1, link.end - static_cast<std::uint32_t>(space) - 1, std::move(link.target)});
        else kept.push_back({link.begin, std::min(link.end, static_cast<std::uint32_t>(space)), std::move(link.target)});
    }
    line.links = std::move(kept);
    const float unit = (line.right - line.left) / std::max(1.0F, pdf_weight(line.text));
    line.text.resize(space);
    line.bold = std::min(line.bold, static_cast<std::uint32_t>(space));
    line.spaced = !line.joined;
    right.left = edge;
    line.right = std::min(line.left + unit * pdf_weight(line.text), edge - 1);
    return right;
}

bool pdf_crosses(const PdfLine& line, float place) noexcept { return line.left < place - pdf_same && line.right > place + pdf_same; }

std::vector<float> PdfBand::edges() {
    candidates();
    std::vector<float> found;
    for (const Start& start : starts_) {
        if (found.size() == most_columns) break;
        if (serves(start, found.empty() ? -farthest : found.back())) found.push_back(start.place);
    }
    for (const PdfGap& gap : free_gaps()) {
        const bool known = std::any_of(found.begin(), found.end(), [&](float place) { return place > gap.begin - pdf_same && place < gap.end + pdf_same; });
        if (!known && found.size() < most_columns) found.push_back(gap.end);
    }
    std::sort(found.begin(), found.end());
    return found;
}

void PdfBand::part(const std::vector<float>& edges) {
    const float close = 1.14F * pitch();
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        PdfRow& row = rows_[r];
        const bool apart = edges.size() > 1 && row.size() == 1 && (r == 0 || pdf_top(row) - pdf_top(rows_[r - 1]) > close) &&
                           (r + 1 == rows_.size() || pdf_top(rows_[r + 1]) - pdf_top(row) > close);
        for (std::size_t i = 0; i < row.size(); ++i)
            for (const float edge : edges) {
                if (!pdf_crosses(row[i], edge)) continue;
                if (apart || spans(row, row[i], edges)) break;
                const std::size_t space = pdf_word_at(row[i], edge);
                if (space == std::string::npos) continue;
                PdfLine right = pdf_parted(row[i], space, edge);
                row.insert(row.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(right));
                break;
            }
    }
}

void PdfBand::drop_inner(std::vector<float>& edges) const {
    for (std::size_t e = 0; e < edges.size();) {
        const float from = e == 0 ? -farthest : edges[e - 1], to = e + 1 < edges.size() ? edges[e + 1] : farthest;
        bool before = false, behind = false, both = false;
        for (const PdfRow& row : rows_) {
            bool left = false, right = false;
            for (const PdfLine& line : row) {
                if (line.left < from - pdf_same || line.left >= to - pdf_same) continue;
                if (line.left >= edges[e] - pdf_same) right = true;
                else if (pdf_crosses(line, edges[e]) && pdf_word_at(line, edges[e]) != std::string::npos && !line.all_bold()) left = right = true;
                else left = true;
            }
            before = before || left;
            behind = behind || right;
            both = both || (left && right);
        }
        if (before && behind && !both) edges.erase(edges.begin() + static_cast<std::ptrdiff_t>(e));
        else ++e;
    }
}

bool PdfBand::hold(const std::vector<float>& edges) const {
    std::size_t lines = 0, over = 0, begun = 0;
    for (const float edge : edges) {
        bool begins = false;
        for (const PdfRow& row : rows_)
            for (const PdfLine& line : row) {
                begins = begins || std::abs(line.left - edge) <= 3 * pdf_same;
                if (pdf_crosses(line, edge) && pdf_word_at(line, edge) == std::string::npos && row.size() > 1) ++over;
            }
        begun += begins ? 1 : 0;
    }
    for (const PdfRow& row : rows_) lines += row.size();
    return begun * 3 >= edges.size() * 2 && over * 20 <= lines;
}

// The step from line to line inside a cell: the smaller of those that are seen often.
float PdfBand::pitch() const {
    std::vector<float> steps;
    for (std::size_t i = 1; i < rows_.size(); ++i)
        if (const float step = pdf_top(rows_[i]) - pdf_top(rows_[i - 1]); step > 2) steps.push_back(step);
    if (steps.empty()) return 0;
    const std::size_t place = steps.size() / 5;
    std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(place), steps.end());
    return steps[place];
}

void PdfBand::candidates() {
    std::vector<std::pair<float, bool>> lefts;  // and whether a line stands before it
    for (const PdfRow& row : rows_)
        for (std::size_t i = 0; i < row.size(); ++i) lefts.emplace_back(row[i].left, i != 0);
    std::sort(lefts.begin(), lefts.end());
    for (std::size_t i = 0; i < lefts.size();) {
        std::size_t end = i, beside = 0;
        while (end < lefts.size() && lefts[end].first - lefts[i].first <= pdf_same) beside += lefts[end++].second ? 1 : 0;
        if (beside != 0) starts_.push_back({lefts[i].first, end - i, beside});
        i = end;
    }
    if (starts_.size() > most_starts) {
        std::stable_sort(starts_.begin(), starts_.end(), [](const Start& a, const Start& b) { return a.lines > b.lines; });
        starts_.resize(most_starts);
        std::sort(starts_.begin(), starts_.end(), [](const Start& a, const Start& b) { return a.place < b.place; });
    }
}

// Enough lines begin there, and next to none runs through it without a word that begins there.
bool PdfBand::serves(const Start& start, float column) const {
    if (start.lines < 2 && rows_.size() > 2) return false;
    std::size_t through = 0, parts = 0, alone = 0, apart = 0;
    float least = farthest, most = 0;  // where the lines end that begin there or may be parted there
    for (const PdfRow& row : rows_) {
        bool before = false;
        for (const PdfLine& line : row) {
            if (line.left >= column - pdf_same && line.right <= start.place + pdf_same) before = true;
            if (before && std::abs(line.left - start.place) <= pdf_same) ++apart;
            if (std::abs(line.left - start.place) <= pdf_same || (pdf_crosses(line, start.place) && pdf_word_at(line, start.place) != std::string::npos)) {
                least = std::min(least, line.right);
                most = std::max(most, line.right);
            }
            if (!pdf_crosses(line, start.place)) continue;
            if (pdf_word_at(line, start.place) != std::string::npos) ++parts;
            else if (row.size() == 1) ++alone;
            else ++through;
        }
    }
    // Numbers set to the right often begin at one place inside their column: nothing stands before them there.
    if (apart == 0 && (parts < 3 || most - least <= pdf_same)) return false;
    if (through * 25 > rows_.size() && (through > 1 || apart < 3)) return false;
    if (alone * 4 > rows_.size()) return false;
    return parts <= start.lines || (through == 0 && parts <= 2 * start.lines + 1);
}

// Places that no line covers although lines stand on both sides in two rows: columns whose lines end together.
std::vector<PdfGap> PdfBand::free_gaps() const {
    std::vector<PdfGap> covered;
    for (const PdfRow& row : rows_) {
        if (row.size() < 2) continue;
        for (const PdfLine& line : row) covered.push_back({line.left, line.right});
    }
    std::sort(covered.begin(), covered.end(), [](const PdfGap& a, const PdfGap& b) { return a.begin < b.begin; });
    std::vector<PdfGap> gaps;
    float reached = covered.empty() ? 0 : covered.front().end;
    for (const PdfGap& one : covered) {
        if (one.begin > reached + pdf_same) gaps.push_back({reached, one.begin});
        reached = std::max(reached, one.end);
    }
    std::erase_if(gaps, [&](const PdfGap& gap) {
        std::size_t both = 0, over = 0;
        for (const PdfRow& row : rows_) {
            const bool before = row.front().right <= gap.begin + 0.5F, after = row.back().left >= gap.end - 0.5F;
            if (before && after) ++both;
            for (const PdfLine& line : row)
                if (line.left < gap.begin && line.right > gap.end) ++over;
        }
        return both < 2 || over * 4 > rows_.size();
    });
    return gaps;
}

}  // namespace plancheck
