// What the lines of a document say about its pages: the size of its text, the step of its paragraphs, where its text ends at the right,
// and with these which lines at the foot of a page are notes.
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "read/pdf.hpp"
#include "text/fold.hpp"

namespace plancheck {

namespace {

// The lowest rows of a page that are in smaller type than the text, from one that begins with a mark on.
void take_notes(PdfRows& page, float body) {
    std::size_t begin = page.rows.size();
    float left = page.width;
    for (const PdfRow& row : page.rows)
        for (const PdfLine& line : row) left = std::min(left, line.left);
    for (std::size_t i = page.rows.size(); i-- > 0;) {
        const PdfRow& row = page.rows[i];
        if (row.size() != 1 || row.front().size > 0.93F * body || row.front().top < 0.4F * page.height) break;
        const std::string_view text = row.front().text;
        const std::size_t mark = text.find_first_not_of("0123456789*[]");
        const bool words = text.find_first_not_of("0123456789*[] ") != text.npos;
        // A line that begins further in is the last of a cell.
        if (words && row.front().left < left + 3 * row.front().size && mark != 0 && mark != text.npos && mark <= 4 && (text[mark] == ' ' || static_cast<unsigned char>(text[mark]) > 0x40)) begin = i;
    }
    if (begin == page.rows.size() || begin == 0) return;
    // "200 samples; cost: …", the second line of a paragraph in small type: right above it another one is as small.
    if (const PdfRow& above = page.rows[begin - 1]; above.size() == 1 && above.front().size <= 0.93F * body) {
        const PdfLine& first = page.rows[begin].front();
        if (std::abs(above.front().left - first.left) < first.size && first.top - above.front().top < 1.6F * first.height() && above.front().right > first.left + 0.7F * (page.width - 2 * left)) return;
    }
    page.notes.assign(std::make_move_iterator(page.rows.begin() + static_cast<std::ptrdiff_t>(begin)), std::make_move_iterator(page.rows.end()));
    page.rows.resize(begin);
}

// From line to line of paragraphs, in heights of a line: the step that is seen most often below long lines.
float step_of(const std::vector<PdfRows>& pages) {
    constexpr std::size_t least = 3, longest = 2;  // times it is seen; heights
    constexpr float parts = 50;
    std::array<std::size_t, static_cast<std::size_t>(parts) * longest + 1> times{};
    for (const PdfRows& page : pages)
        for (std::size_t i = 1; i < page.rows.size(); ++i) {
            const PdfLine& above = page.rows[i - 1].front();
            const PdfLine& below = page.rows[i].front();
            if (page.rows[i - 1].size() != 1 || page.rows[i].size() != 1 || above.size != below.size || above.right - above.left < 0.4F * page.width) continue;
            const float step = (below.top - above.top) / std::max(1.0F, below.height());
            if (step > 0.5F && step <= static_cast<float>(longest)) ++times[static_cast<std::size_t>(std::lround(step * parts))];
        }
    const auto most = std::max_element(times.begin(), times.end());
    return *most < least ? 0 : static_cast<float>(most - times.begin()) / parts;
}

// Where lines end that stand by themselves at the left, if several end near there; else margins are taken to be as wide at the right
// as at the left. Pages of one width have one edge.
void set_edges(std::vector<PdfRows>& pages) {
    constexpr std::size_t enough = 4;
    std::map<float, float> left;
    std::map<float, std::vector<float>> rights;
    for (const PdfRows& page : pages)
        for (const PdfRow& row : page.rows) {
            float& own = left.try_emplace(page.width, page.width).first->second;
            for (const PdfLine& line : row) own = std::min(own, line.left);
        }
    for (const PdfRows& page : pages)
        for (const PdfRow& row : page.rows)
            if (row.size() == 1 && row.front().left < left[page.width] + 0.15F * page.width) rights[page.width].push_back(row.front().right);
    std::map<float, float> edges;
    for (const auto& [width, from] : left) {
        const std::vector<float>& own = rights[width];
        const float most = own.empty() ? 0 : *std::max_element(own.begin(), own.end());
        const float near_most = most - 0.06F * width;
        const auto near = std::count_if(own.begin(), own.end(), [&](float right) { return right > near_most; });
        edges[width] = static_cast<std::size_t>(near) >= enough ? most : std::max(most, width - from);
    }
    for (PdfRows& page : pages)
        if (const auto found = edges.find(page.width); found != edges.end()) page.edge = found->second;
}

float body_size(const std::vector<PdfRows>& pages) {
    std::map<int, std::size_t> bytes;
    for (const PdfRows& page : pages)
        for (const PdfRow& row : page.rows)
            for (const PdfLine& line : row) bytes[static_cast<int>(std::lround(line.size * 2))] += line.text.size();
    std::size_t most = 0;
    float size = 0;
    for (const auto& [twice, count] : bytes)
        if (count > most) most = count, size = static_cast<float>(twice) / 2;
    return size;
}

}  // namespace

void pdf_measure(std::vector<PdfRows>& pages) {
    const float body = body_size(pages);
    const float step = step_of(pages);
    set_edges(pages);
    for (PdfRows& page : pages) {
        page.step = step;
        take_notes(page, body);
    }
}

std::string pdf_squeezed(std::string_view text) {
    std::string made;
    for (const char c : fold(text))
        if (c != ' ') made += c;
    return made;
}

void pdf_mark_titles(std::vector<PdfRows>& pages, const std::vector<PdfBookmark>& bookmarks) {
    constexpr std::size_t shortest = 6;  // bytes: the first line of a long title has more
    std::set<std::pair<std::uint16_t, std::string>> titles;
    for (const PdfBookmark& bookmark : bookmarks) titles.emplace(bookmark.page, pdf_squeezed(bookmark.text));
    for (PdfRows& page : pages)
        for (PdfRow& row : page.rows) {
            if (titles.empty() || row.size() != 1) continue;
            const std::string text = pdf_squeezed(row.front().text);
            const auto title = titles.lower_bound({page.page, text});
            if (title == titles.end() || title->first != page.page || !title->second.starts_with(text)) continue;
            row.front().titles = title->second.size() == text.size() ? 2 : text.size() >= shortest ? 1 : 0;
        }
}

}  // namespace plancheck
