// Lists of contents without leaders whose numbers stand at no edge: titles of sections, and behind each the number of its page, which
// never falls. The number is parted from the title by a tab then, as where the list is found as a table (pdf_table_writer).
#include <algorithm>
#include <cmath>

#include "read/lines.hpp"
#include "read/pdf.hpp"
#include "text/characters.hpp"
#include "text/numerals.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_digits = 3, least_entries = 4;

bool is_number(std::string_view text) { return !text.empty() && text.size() <= most_digits && text.find_first_not_of("0123456789") == text.npos; }

// The number that a row ends with; 0: it is no entry.
std::uint32_t page_of(const PdfRow& row) {
    if (row.size() > 2 || !has_section_numeral(row.front().text)) return 0;
    if (row.size() == 2) return is_number(row.back().text) ? whole_number(row.back().text) : 0;
    const std::string& text = row.front().text;
    const std::string_view last = std::string_view(text).substr(text.find_last_not_of("0123456789") + 1);
    return is_number(last) && last.size() < text.size() ? whole_number(last) : 0;
}

// Numbers at one edge, which a table is made of.
bool is_column(const std::vector<PdfRow>& rows, std::size_t at, std::size_t end) {
    const PdfLine& first = rows[at].back();
    const auto each = [&](auto&& holds) { return std::all_of(rows.begin() + static_cast<std::ptrdiff_t>(at), rows.begin() + static_cast<std::ptrdiff_t>(end), holds); };
    return each([](const PdfRow& row) { return row.size() == 2; }) && (each([&](const PdfRow& row) { return std::abs(row.back().right - first.right) <= pdf_same_edge; }) ||
                                                                      each([&](const PdfRow& row) { return std::abs(row.back().left - first.left) <= pdf_same_edge; }));
}

void part(PdfRow& row) {
    PdfLine& line = row.front();
    if (row.size() == 2) {
        line.text += '\t' + row.back().text;
        line.right = row.back().right;
        row.pop_back();
        return;
    }
    const std::size_t number = line.text.find_last_not_of("0123456789") + 1;
    if (line.text[number - 1] == ' ') line.text[number - 1] = '\t';
    else line.text.insert(number, 1, '\t');
}

}  // namespace

void pdf_part_contents(std::vector<PdfRow>& rows) {
    for (std::size_t at = 0; at < rows.size();) {
        std::size_t end = at;
        for (std::uint32_t last = 1; end < rows.size(); ++end) {
            const std::uint32_t page = page_of(rows[end]);
            if (page < last) break;
            last = page;
        }
        if (end >= at + least_entries && !is_column(rows, at, end))
            for (std::size_t i = at; i < end; ++i) part(rows[i]);
        at = std::max(end, at + 1);
    }
}

}  // namespace plancheck
