// In a line from right to left whose font lacks digits and signs the tool gives the letters as one piece, with a space in each
// place of a sign, and the signs, also the spaces, as pieces of their own that lie inside it. As many of them as there are
// spaces: each belongs to one, from left to right; else the nearest space is taken.
#include <algorithm>
#include <cmath>

#include "read/pdf.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_in_row = 256;

bool is_letter_from_right(char32_t c) noexcept {
    if (c == 0x060C || c == 0x061B || c == 0x061F) return false;
    return (c >= 0x0590 && c <= 0x08FF && !(c >= 0x0660 && c <= 0x0669) && !(c >= 0x06F0 && c <= 0x06F9)) || (c >= 0xFB1D && c <= 0xFEFC);
}

bool has_letter_from_right(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        if (is_letter_from_right(c.code)) return true;
        at += c.size;
    }
    return false;
}

bool is_vowel_signs(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        if (c.code < 0x064B || c.code > 0x0652) return false;
        at += c.size;
    }
    return !text.empty();
}

// Pieces beside each other with nothing between them. What runs from the right is parted by a mark, so that two numbers with a
// sign between them are read in their order.
struct Group {
    float left, right;
    std::string text;
    bool blank;
};

class Row {
public:
    Row(std::vector<PdfLine*> pieces, std::vector<PdfLine*> blanks) : pieces_(std::move(pieces)), blanks_(std::move(blanks)) {}

    void run() {
        join_from_left();
        join_numbers();
        attach_signs();
        for (PdfLine* piece : pieces_)
            if (piece->text.find(' ') != std::string::npos && has_letter_from_right(piece->text)) insert(*piece);
    }

private:
    std::vector<PdfLine*> pieces_, blanks_;

    // An address and the number behind it run from the left, in one line of letters from the right.
    void join_from_left() {
        std::stable_sort(pieces_.begin(), pieces_.end(), [](const PdfLine* a, const PdfLine* b) { return a->left < b->left; });
        for (std::size_t begin = 0; begin < pieces_.size();) {
            std::size_t end = begin;
            bool letters = false;
            for (; end < pieces_.size() && !has_letter_from_right(pieces_[end]->text); ++end) {
                if (end != begin && pieces_[end]->left - pieces_[end - 1]->right > 0.6F * pieces_[end]->height()) break;
                const std::string& text = pieces_[end]->text;
                letters = letters || std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
            }
            // A comma before or behind it belongs to the words around.
            const auto has_sign = [&](std::size_t i) { return pieces_[i]->text.find_first_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@") != std::string::npos; };
            std::size_t stop = end;
            while (letters && stop > begin && !has_sign(stop - 1)) --stop;
            while (letters && begin < stop && !has_sign(begin)) ++begin;
            for (std::size_t i = begin + 1; letters && i < stop; ++i) {
                PdfLine& first = *pieces_[begin];
                PdfLine& next = *pieces_[i];
                const bool apart = first.spaced || next.spaced_before || next.left - first.right > 0.2F * next.height();
                first.text += (apart ? " " : "") + next.text;
                first.right = next.right;
                first.spaced = next.spaced;
                next.text.clear();
            }
            begin = std::max(end, begin + 1);
        }
    }

    static bool is_number(std::string_view text) {
        const PdfScripts scripts = pdf_scripts(text);
        return !scripts.from_left && !scripts.from_right && is_letter_or_digit(decode(text, 0).code) && is_letter_or_digit(decode_before(text, text.size()).code);
    }

    // Digits whose font lacks the sign between them: a decimal comma, a stroke.
    void join_numbers() {
        constexpr std::size_t longest = 64;  // bytes: what is joined is copied
        const auto touch = [](const PdfLine& a, const PdfLine& b) { return !a.spaced && !b.spaced_before && std::abs(b.left - a.right) < 0.12F * a.height(); };
        for (std::size_t i = 0; i + 2 < pieces_.size(); ++i) {
            PdfLine &first = *pieces_[i], &sign = *pieces_[i + 1], &next = *pieces_[i + 2];
            if (sign.text.size() != 1 || std::string_view(".,:/").find(sign.text.front()) == std::string_view::npos || first.text.empty() || next.text.empty() || first.text.size() > longest) continue;
            if (!is_number(first.text) || !is_number(next.text) || !touch(first, sign) || !touch(sign, next)) continue;
            next.text = first.text + sign.text + next.text;
            next.left = first.left;
            next.spaced_before = first.spaced_before;
            next.bold = first.all_bold() && next.bold != 0 ? static_cast<std::uint32_t>(next.text.size()) : 0;
            first.text.clear();
            sign.text.clear();
            ++i;
        }
        std::erase_if(pieces_, [](const PdfLine* piece) { return piece->text.empty(); });
    }

    // Vowel signs of a font of their own stand over the end of the letters at their right.
    void attach_signs() {
        for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
            PdfLine &sign = *pieces_[i], &letters = *pieces_[i + 1];
            if (!is_vowel_signs(sign.text) || !has_letter_from_right(letters.text) || letters.left - sign.right > 0.3F * letters.height()) continue;
            letters.bold = letters.bold == 0 ? 0 : letters.bold + static_cast<std::uint32_t>(sign.text.size());
            letters.links.clear();
            letters.text.insert(0, sign.text);
            sign.text.clear();
        }
        std::erase_if(pieces_, [](const PdfLine* piece) { return piece->text.empty(); });
    }

    void insert(PdfLine& holder) {
        std::vector<PdfLine*> inside;
        for (const auto* list : {&pieces_, &blanks_})
            for (PdfLine* piece : *list)
                if (piece != &holder && !piece->text.empty() && piece->left >= holder.left - 1 && piece->right <= holder.right + 1 && !has_letter_from_right(piece->text)) inside.push_back(piece);
        if (std::all_of(inside.begin(), inside.end(), [](const PdfLine* piece) { return piece->text == " "; })) return;
        std::stable_sort(inside.begin(), inside.end(), [](const PdfLine* a, const PdfLine* b) { return a->left < b->left; });
        std::vector<Group> groups;
        for (const PdfLine* piece : inside) {
            const bool blank = piece->text == " ";
            const std::string words = (piece->spaced_before ? " " : "") + piece->text + (piece->spaced ? " " : "");
            if (!groups.empty() && piece->left < groups.back().right + 1.5F) {
                groups.back().text += (blank ? "" : "\u200F") + words;
                groups.back().right = piece->right;
                groups.back().blank = groups.back().blank && blank;
            } else {
                groups.push_back({piece->left, piece->right, words, blank});
            }
        }
        std::vector<std::size_t> spaces;
        for (std::size_t at = holder.text.find(' '); at != std::string::npos; at = holder.text.find(' ', at + 1)) spaces.push_back(at);
        std::vector<const Group*> at_space(spaces.size(), nullptr);
        if (groups.size() == spaces.size()) {
            for (std::size_t i = 0; i < groups.size(); ++i) at_space[i] = &groups[i];
        } else {
            for (const Group& group : groups)
                if (!group.blank) at_space[nearest(holder, spaces, (group.left + group.right) / 2)] = &group;
        }
        std::string made;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < spaces.size(); ++i) {
            made.append(holder.text, begin, spaces[i] - begin);
            made += at_space[i] == nullptr ? " " : at_space[i]->text;
            begin = spaces[i] + 1;
        }
        made.append(holder.text, begin);
        holder.bold = holder.all_bold() ? static_cast<std::uint32_t>(made.size()) : 0;
        holder.links.clear();
        holder.text = std::move(made);
        for (PdfLine* piece : inside) piece->text.clear();
    }

    static std::size_t nearest(const PdfLine& holder, const std::vector<std::size_t>& spaces, float place) {
        const float unit = (holder.right - holder.left) / std::max(1.0F, pdf_weight(holder.text));
        std::size_t best = 0, begin = 0;
        float least = 1e9F, weight = 0;
        for (std::size_t i = 0; i < spaces.size(); ++i) {
            weight += pdf_weight(std::string_view(holder.text).substr(begin, spaces[i] - begin));
            begin = spaces[i];
            const float distance = std::abs(holder.left + unit * weight - place);
            if (distance < least) least = distance, best = i;
        }
        return best;
    }
};

// A vowel sign that stands alone belongs to the letters at its right.
void attach_vowel_signs(PdfLine& piece) {
    std::string made;
    for (std::size_t at = 0; at < piece.text.size();) {
        const Decoded c = decode(piece.text, at);
        made.append(piece.text, at, c.size);
        at += c.size;
        const bool alone = made.size() == c.size || made[made.size() - c.size - 1] == ' ';
        if (c.code >= 0x064B && c.code <= 0x0652 && alone && at < piece.text.size() && piece.text[at] == ' ') ++at;
    }
    if (made.size() == piece.text.size()) return;
    piece.bold = piece.all_bold() ? static_cast<std::uint32_t>(made.size()) : 0;
    piece.links.clear();
    piece.text = std::move(made);
}

}  // namespace

void pdf_insert_signs(std::vector<PdfLine>& pieces, std::vector<PdfLine>& blanks) {
    for (PdfLine& piece : pieces) attach_vowel_signs(piece);
    std::vector<PdfLine*> all;
    for (PdfLine& piece : pieces) all.push_back(&piece);
    const std::size_t own = all.size();
    for (PdfLine& blank : blanks) all.push_back(&blank);
    const PdfLine* const first_blank = blanks.data();
    const PdfLine* const last_blank = first_blank + blanks.size();
    if (all.size() == own && own < 2) return;
    std::stable_sort(all.begin(), all.end(), [](const PdfLine* a, const PdfLine* b) { return a->top < b->top; });
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        std::vector<PdfLine*> row, white;
        for (; end < all.size() && all[end]->top - all[begin]->top < 0.3F * all[begin]->height(); ++end)
            (all[end] >= first_blank && all[end] < last_blank ? white : row).push_back(all[end]);
        if (row.size() + white.size() <= most_in_row) Row(std::move(row), std::move(white)).run();
        begin = end;
    }
    std::erase_if(pieces, [](const PdfLine& piece) { return piece.text.empty(); });
}

}  // namespace plancheck
