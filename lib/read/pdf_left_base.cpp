// Arabic in paragraphs that run from the left, as files have it whose author set no direction: lines begin at the left edge, columns
// follow each other from the left, and the sign that ends a paragraph stands at its right. In a line the letters still run from the
// right, with the numbers among them; Latin words part them into stretches that follow each other from the left.
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "read/pdf.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

bool left_base_touch(const PdfLine& a, const PdfLine& b) {
    const float height = std::max(a.height(), b.height());
    return std::min(a.bottom, b.bottom) - std::max(a.top, b.top) > 0.5F * std::min(a.height(), b.height()) && b.left > a.right - 0.3F * height && b.left < a.right + 0.42F * height;
}

// Pieces that stand no farther apart than words, from left to right.
std::vector<std::vector<PdfLine*>> left_base_chains(std::vector<PdfLine>& pieces) {
    std::vector<PdfLine*> all;
    for (PdfLine& piece : pieces) all.push_back(&piece);
    std::stable_sort(all.begin(), all.end(), [](const PdfLine* a, const PdfLine* b) { return a->top + a->bottom < b->top + b->bottom; });
    std::vector<std::vector<PdfLine*>> made;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        while (end < all.size() && all[end]->top + all[end]->bottom - all[begin]->top - all[begin]->bottom < 0.6F * all[begin]->height()) ++end;
        std::stable_sort(all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end), [](const PdfLine* a, const PdfLine* b) { return a->left < b->left; });
        for (std::size_t i = begin; i < end; ++i) {
            if (i == begin || !left_base_touch(*made.back().back(), *all[i])) made.emplace_back();
            made.back().push_back(all[i]);
        }
        begin = end;
    }
    return made;
}

// "1." "(a)" "2-", with letters from the right as well: bytes, and the space behind it; 0: there is none.
std::size_t left_base_label(std::string_view drawn) {
    const std::size_t end = drawn.find(' ');
    if (end == drawn.npos || end > 12) return 0;
    std::size_t letters = 0, signs = 0;
    for (std::size_t at = 0; at < end;) {
        const Decoded c = decode(drawn, at);
        at += c.size;
        ++(is_letter_or_digit(c.code) ? letters : signs);
        if (!is_letter_or_digit(c.code) && std::u32string_view(U"().-:").find(c.code) == std::u32string_view::npos) return 0;
    }
    const bool closed = std::string_view(").-:").find(drawn[end - 1]) != std::string_view::npos && (drawn.front() != '(' || drawn[end - 1] == ')');
    return closed && letters != 0 && letters < 3 && signs < 3 ? end + 1 : 0;
}

// How many bytes at the end are signs that end what is read.
std::size_t left_base_signs(std::string_view run) {
    std::size_t kept = run.size();
    for (Decoded c = decode_before(run, kept); kept > 0 && std::u32string_view(U".:;!?\u060C\u061B\u061F").find(c.code) != std::u32string_view::npos; c = decode_before(run, kept)) kept -= c.size;
    return run.size() - kept;
}

// A line as drawn, from left to right, in the order it is read in. `first`: a paragraph may begin with it.
std::string left_base_turned(std::string_view drawn, bool first) {
    std::vector<std::pair<std::size_t, PdfScripts>> words;  // where they begin
    for (std::size_t at = 0; at < drawn.size();) {
        const std::size_t end = std::min(drawn.find(' ', at), drawn.size());
        if (end > at) words.emplace_back(at, pdf_scripts(drawn.substr(at, end - at)));
        at = end + 1;
    }
    std::string made;
    for (std::size_t w = 0; w < words.size();) {
        // A stretch of words from the right, and numbers and signs on both sides of it and between them.
        std::size_t end = w;
        bool from_right = false;
        for (; end < words.size() && !(words[end].second.from_left && !words[end].second.from_right); ++end)
            from_right = from_right || words[end].second.from_right;
        std::size_t begin = words[w].first;
        std::size_t until = end < words.size() ? words[end].first : drawn.size();
        if (!made.empty() && made.back() != ' ') made += ' ';
        if (!from_right) {
            until = std::max(until, end == w ? (w + 1 < words.size() ? words[w + 1].first : drawn.size()) : until);
            made += trimmed(drawn.substr(begin, until - begin));
            w = std::max(end, w + 1);
            continue;
        }
        // The number of an item stands before it.
        if (const std::size_t label = w == 0 && first ? left_base_label(drawn.substr(begin)) : 0; label != 0) {
            made += trimmed(drawn.substr(begin, label));
            made += ' ';
            begin += label;
        }
        const std::string_view run = trimmed(drawn.substr(begin, until - begin));
        const std::size_t kept = run.size() - left_base_signs(run);
        made += trimmed(pdf_turned(run.substr(0, kept), PdfNumbers::apart));
        made += run.substr(kept);
        w = end;
    }
    return made;
}

}  // namespace

bool pdf_is_left_base(std::vector<PdfPage>& pages) {
    constexpr std::size_t enough = 12, least = 3;  // lines; at one place
    std::size_t lefts = 0, rights = 0, all = 0;
    for (PdfPage& page : pages) {
        std::map<long, std::size_t> left, right;
        for (const std::vector<PdfLine*>& chain : left_base_chains(page.pieces)) {
            if (std::none_of(chain.begin(), chain.end(), [](const PdfLine* piece) { return pdf_scripts(piece->text).from_right; })) continue;
            ++left[std::lround(chain.front()->left / 3)];
            ++right[std::lround(chain.back()->right / 3)];
            ++all;
        }
        for (const auto& [place, count] : left) lefts += count >= least ? count : 0;
        for (const auto& [place, count] : right) rights += count >= least ? count : 0;
    }
    return all >= enough && lefts * 2 > all && lefts > 2 * rights;
}

void pdf_read_left_base(std::vector<PdfLine>& pieces) {
    float edge = 0;
    for (const PdfLine& piece : pieces) edge = std::max(edge, piece.right);
    float above = 0, above_right = 0;  // the line before
    for (const std::vector<PdfLine*>& chain : left_base_chains(pieces)) {
        PdfLine& first = *chain.front();
        bool bold = true, any = false;
        std::string drawn;
        for (const PdfLine* piece : chain) {
            const float gap = drawn.empty() ? 0 : piece->left - first.right;
            if (!drawn.empty() && drawn.back() != ' ' && (gap > 0.06F * piece->height() || piece->spaced_before)) drawn += ' ';
            drawn += piece->text;
            if (piece->spaced) drawn += ' ';
            bold = bold && piece->all_bold();
            any = any || pdf_scripts(piece->text).from_right;
            if (piece != &first) {
                first.right = std::max(first.right, piece->right);
                first.top = std::min(first.top, piece->top);
                first.bottom = std::max(first.bottom, piece->bottom);
            }
        }
        const bool begins = first.top - above > 1.25F * first.height() || above_right < 0.75F * edge;
        above = first.top, above_right = first.right;
        drawn = trimmed(drawn);
        // "2026 –" at the end of a line, of which the next begins with letters.
        const std::size_t dash = drawn.starts_with("- ") ? 1 : drawn.starts_with("\u2013 ") ? 3 : 0;
        if (any) first.text = left_base_turned(drawn, begins);
        else if (dash != 0 && pdf_is_amount(drawn.substr(dash + 1))) first.text = drawn.substr(dash + 1) + ' ' + drawn.substr(0, dash);
        else if (chain.size() == 1) continue;
        else first.text = drawn;
        first.turned = any;
        first.spaced = first.spaced_before = false;
        pdf_set_brackets(first.text);
        first.bold = bold ? static_cast<std::uint32_t>(first.text.size()) : 0;
        first.links.clear();
        for (PdfLine* piece : chain)
            if (piece != &first) piece->text.clear();
    }
    std::erase_if(pieces, [](const PdfLine& piece) { return piece.text.empty(); });
}

}  // namespace plancheck
