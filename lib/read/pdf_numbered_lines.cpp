// Numbers of lines in the margin: digits alone, left of all other text of their page, set to one edge, that count on from the top
// down, each line or each fifth, and from page to page or anew on each.
#include <algorithm>
#include <cmath>
#include <map>

#include "read/pdf.hpp"
#include "text/numerals.hpp"

namespace plancheck {

namespace {

constexpr std::size_t least_on_page = 4, least_in_all = 12;

bool is_margin_number(const PdfLine& piece) {
    return piece.text.size() <= 4 && piece.text.find_first_not_of("0123456789") == std::string::npos && piece.text.front() != '0';
}

// Those of a page, from the top down; empty: it has none.
std::vector<const PdfLine*> margin_numbers(const PdfPage& page, std::size_t least) {
    float left = page.width;
    for (const PdfLine& piece : page.pieces)
        if (!is_margin_number(piece)) left = std::min(left, piece.left);
    std::vector<const PdfLine*> made;
    for (const PdfLine& piece : page.pieces)
        if (is_margin_number(piece) && piece.right < left - 2) made.push_back(&piece);
    std::sort(made.begin(), made.end(), [](const PdfLine* a, const PdfLine* b) { return a->top < b->top; });
    if (made.size() < least) return {};
    if (made.size() < 2) return made;
    std::map<std::uint32_t, std::size_t> steps;
    bool one_edge = true;
    for (std::size_t i = 1; i < made.size(); ++i) {
        ++steps[whole_number(made[i]->text) - whole_number(made[i - 1]->text)];
        one_edge = one_edge && (std::abs(made[i]->right - made.front()->right) < 3 || std::abs(made[i]->left - made.front()->left) < 3);
    }
    const std::uint32_t step = steps.begin()->first;
    return one_edge && steps.size() == 1 && (step == 1 || step == 2 || step == 5 || step == 10) ? made : std::vector<const PdfLine*>();
}

}  // namespace

void pdf_drop_line_numbers(std::vector<PdfPage>& pages) {
    std::size_t all = 0, others = 0;
    float edge = 0;
    for (const PdfPage& page : pages) {
        const std::vector<const PdfLine*> own = margin_numbers(page, least_on_page);
        all += own.size();
        others += own.empty() && page.pieces.size() > 20 ? 1 : 0;
        if (!own.empty()) edge = own.front()->right;
    }
    if (all < least_in_all || others * 2 > pages.size()) return;
    // A page of tables has few.
    for (PdfPage& page : pages) {
        for (const PdfLine* number : margin_numbers(page, 1))
            if (std::abs(number->right - edge) < 12) page.pieces[static_cast<std::size_t>(number - page.pieces.data())].text.clear();
        std::erase_if(page.pieces, [](const PdfLine& piece) { return piece.text.empty(); });
    }
}

}  // namespace plancheck
