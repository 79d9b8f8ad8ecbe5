// The foot of a page has room for the heads of a table and a row or less, which tell no columns: where the next page begins with
// a table that has the same heads, its columns are theirs.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "read/pdf_band.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_heads = 64, most_lines_above = 200;  // they are compared with each other

// Lines that stand at one height, from the top.
std::vector<PdfRow> rows_of(std::vector<PdfLine> lines) {
    std::stable_sort(lines.begin(), lines.end(), [](const PdfLine& a, const PdfLine& b) { return a.top < b.top; });
    std::vector<PdfRow> rows;
    for (PdfLine& line : lines) {
        if (rows.empty() || line.top - rows.back().front().top > 0.4F * line.height()) rows.emplace_back();
        rows.back().push_back(std::move(line));
    }
    for (PdfRow& row : rows) std::stable_sort(row.begin(), row.end(), [](const PdfLine& a, const PdfLine& b) { return a.left < b.left; });
    return rows;
}

}  // namespace

void pdf_take_heads_above(std::vector<PdfElement>& elements, const PdfTable& table) {
    std::vector<const PdfLine*> heads;
    for (const PdfCell& cell : table.rows.front())
        for (const PdfLine& line : cell.lines) heads.push_back(&line);
    if (table.rows.front().size() < 2 || heads.size() < 3 || heads.size() > most_heads || elements.empty()) return;
    const std::uint32_t part = elements.back().line.part;
    std::size_t first = elements.size();  // of the lines above that stand on that page
    while (first > 0 && elements.size() - first < most_lines_above && elements[first - 1].table.empty() && elements[first - 1].line.part == part) --first;
    if (first == elements.size() || part == heads.front()->part) return;
    const auto is_head = [&](const PdfLine& line, const PdfLine& anchor, const PdfLine& head) {
        return line.text == head.text && std::abs(line.left - head.left) < pdf_same && std::abs((line.top - anchor.top) - (head.top - heads.front()->top)) < pdf_same;
    };
    const auto begin_of_page = elements.begin() + static_cast<std::ptrdiff_t>(first);
    const PdfLine* found = nullptr;
    for (auto at = begin_of_page; at != elements.end() && found == nullptr; ++at) {
        const auto again = [&](const PdfLine* head) { return std::any_of(begin_of_page, elements.end(), [&](const PdfElement& one) { return is_head(one.line, at->line, *head); }); };
        if (at->line.text == heads.front()->text && std::all_of(heads.begin(), heads.end(), again)) found = &at->line;
    }
    if (found == nullptr) return;
    const PdfLine anchor = *found;
    float top = anchor.top;
    for (const PdfLine* head : heads) top = std::min(top, anchor.top + head->top - heads.front()->top);
    const auto below = [&](const PdfElement& one) { return one.line.top > top - pdf_same; };
    const auto begin = std::find_if(begin_of_page, elements.end(), below);
    if (!std::all_of(begin, elements.end(), below)) return;
    std::vector<PdfLine> lines, above;
    for (auto at = begin; at != elements.end(); ++at) {
        const bool head = std::any_of(heads.begin(), heads.end(), [&](const PdfLine* one) { return is_head(at->line, anchor, *one); });
        (head ? above : lines).push_back(std::move(at->line));
    }
    elements.erase(begin, elements.end());
    // They stand once more on the next page.
    if (lines.empty()) return;
    std::vector<PdfRow> rows = rows_of(std::move(lines));
    PdfBand(rows).part(table.edges);
    PdfTable made = pdf_table(rows, table.edges, 0);
    std::vector<PdfCell> row = table.rows.front();
    for (PdfCell& cell : row)
        for (PdfLine& line : cell.lines)
            for (PdfLine& own : above)
                if (is_head(own, anchor, line)) line = own;
    made.rows.insert(made.rows.begin(), std::move(row));
    made.header = table.header;
    made.part = anchor.part;
    for (auto& [r, column] : made.unsure) ++r;
    elements.emplace_back().table.push_back(std::move(made));
}

}  // namespace plancheck
