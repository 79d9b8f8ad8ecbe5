// Text of a script from right to left as a file has it that was written as it is drawn, from left to right: letters run the other way,
// numbers do not, and what stands between two numbers runs with the letters. The ligature of lam and alef is told from these two by
// the word.
#include <algorithm>
#include <iterator>

#include "read/pdf.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

bool is_from_right(char32_t c) noexcept { return c == 0x200F || (c >= 0x0590 && c <= 0x08FF && !(c >= 0x0660 && c <= 0x0669) && !(c >= 0x06F0 && c <= 0x06F9)) || (c >= 0xFB1D && c <= 0xFEFC); }

// Not the signs of that script that stand between words: comma, semicolon, question mark, full stop and those of numbers.
bool is_letter_of_word(char32_t c) noexcept {
    return is_from_right(c) && c != 0x200F && c != 0x060C && c != 0x061B && c != 0x061F && c != 0x06D4 && !(c >= 0x066A && c <= 0x066D);
}

bool is_alef(char32_t c) noexcept { return c == 0x0622 || c == 0x0623 || c == 0x0625 || c == 0x0627 || c == 0x0649; }

// Also those of Arabic.
bool is_digit_of_any(char32_t c) noexcept { return (c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9); }

char32_t mirrored(char32_t c) noexcept {
    static constexpr std::u32string_view pairs = U"()[]{}<>\u00AB\u00BB\u2039\u203A";
    const std::size_t at = pairs.find(c);
    return at == pairs.npos ? c : pairs[at ^ 1];
}

bool is_vowel_sign(char32_t c) noexcept { return c >= 0x064B && c <= 0x0652; }

// Words that have alef and lam inside, though two letters around them mostly have the ligature: what they end with, or what
// they hold.
bool has_alef_and_lam(const std::u32string& text, std::size_t lam) {
    constexpr std::u32string_view endings[] = {U"\u064A", U"\u064A\u0629", U"\u0629", U"\u064A\u0627", U"\u064A\u0627\u064B"};
    constexpr std::u32string_view parts[] = {U"معالج", U"فعالي", U"عالمي", U"ثالثا", U"جمالي", U"حوالي", U"حالي", U"تالي", U"غالب", U"مثالي", U"عماله", U"معالم", U"مجال", U"مبالغ",
                                                  U"تعالج", U"يعالج", U"إزال", U"مخالف", U"مطالب", U"خالية", U"مالية", U"أطفال"};
    constexpr std::u32string_view pair = U"\u0627\u0644", third = U"الثالث", world = U"العالم", land = U"ولاي", feminine = U"\u0629";
    constexpr std::u32string_view cells = U"خاليا", to_them = U"لل";  // "the cells", as read; without the article it is "free of"
    constexpr std::size_t longest = 24;
    std::size_t first = lam + 2, last = lam;  // as read: from first - 1 down to last
    while (first < text.size() && first < lam + longest && is_letter_of_word(text[first])) ++first;
    while (last > 0 && last + longest > lam && is_letter_of_word(text[last - 1])) --last;
    std::u32string word(text.rend() - static_cast<std::ptrdiff_t>(first), text.rend() - static_cast<std::ptrdiff_t>(last));
    std::size_t at = first - lam - 2;  // of alef
    at -= static_cast<std::size_t>(std::count_if(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(at), is_vowel_sign));
    std::erase_if(word, is_vowel_sign);
    if ((word == third || word == world) && word.find(pair, 1) == at) return true;
    if (word.ends_with(cells) && (word.substr(0, word.size() - cells.size()).ends_with(pair) || word.substr(0, word.size() - cells.size()).ends_with(to_them))) return false;
    // "The third" behind a feminine word, "the three" behind another.
    const bool after_feminine = first + 1 < text.size() && text[first] == ' ' && text[first + 1] == feminine.front();
    if (word.size() == third.size() + 1 && word.starts_with(third) && word.ends_with(feminine)) return after_feminine;
    for (const std::u32string_view part : parts)
        if (const std::size_t inside = part.find(pair); at >= inside && word.compare(at - inside, part.size(), part) == 0) return true;
    const std::u32string_view rest = std::u32string_view(word).substr(at + 2);
    return at >= 2 && word[at - 1] != land.front() && std::find(std::begin(endings), std::end(endings), rest) != std::end(endings);
}

// Words with "for" before a noun that begins with alef ("لاستعراض"), or that begin so themselves: with the article they were none.
bool begins_with_lam(const std::u32string& text, std::size_t lam) {
    constexpr std::u32string_view rests[] = {U"نبعاث", U"رتف", U"نتقال", U"نتها", U"نخفاض", U"حتياج", U"جتماع", U"ختيار", U"تفاق", U"هتمام", U"عتماد", U"ئح"};
    constexpr std::u32string_view whole[] = {U"حقا", U"حقة"};  // "later": "the truth" is longer, or has no ending
    constexpr std::u32string_view tenth = U"ست";
    constexpr std::size_t least = 5;  // letters; "الستة" and "الستين" have fewer
    const auto begins = [&](std::u32string_view rest) {
        for (std::size_t i = 0; i < rest.size(); ++i)
            if (i >= lam || text[lam - 1 - i] != rest[i]) return false;
        return true;
    };
    if (std::any_of(std::begin(rests), std::end(rests), begins)) return true;
    const auto is_rest = [&](std::u32string_view rest) {
        std::size_t found = 0;
        for (std::size_t i = lam; i > 0 && is_letter_of_word(text[i - 1]); --i) {
            if (is_vowel_sign(text[i - 1])) continue;
            if (found >= rest.size() || text[i - 1] != rest[found]) return false;
            ++found;
        }
        return found == rest.size();
    };
    if (std::any_of(std::begin(whole), std::end(whole), is_rest)) return true;
    if (!begins(tenth)) return false;
    std::size_t size = 0;
    while (size < least && size < lam && is_letter_of_word(text[lam - 1 - size])) ++size;
    return size >= least;
}

// Lam before alef as drawn: the ligature of these two, or alef before lam, which is mostly the article. At the start of a
// word, also behind one letter that is joined to it, it is the article, but for the word that is nothing else; with hamza
// the ligature begins a word or follows the article. Inside a word the ligature is the more frequent, at its end alef and lam.
bool is_ligature(const std::u32string& text, std::size_t lam) {
    const auto letter = [&](std::size_t i) { return i < text.size() && is_letter_of_word(text[i]); };
    const std::size_t after = lam + 2;
    std::size_t behind = lam;
    while (behind > 0 && is_vowel_sign(text[behind - 1]) && text[behind - 1] != 0x064B) --behind;  // that one stands with alef
    const bool alone = behind == 0 || !letter(behind - 1);
    constexpr std::u32string_view joined = U"\u0648\u0641\u0628\u0643";  // "and", "so", "with", "like"; the first two stand before the others
    const std::size_t kind = letter(after) ? joined.find(text[after]) : joined.npos;
    const bool prefixed = kind != joined.npos && (!letter(after + 1) || (kind >= 2 && !letter(after + 2) && joined.find(text[after + 1]) < 2));
    if (text[lam + 1] == 0x0649) return letter(after);  // it only ends words
    // "To", alone and with what is joined to it, "electronic" and "thousand" begin like the ligature; a double vowel stands before none but it.
    const auto below = [&](std::size_t steps) { return lam >= steps ? text[lam - steps] : U'\0'; };
    if (text[lam + 1] == 0x0625 && (below(1) == 0x0649 || (below(1) == 0x0643 && below(2) == 0x062A) || (below(1) == 0x064A && (below(2) == 0x0647 || below(2) == 0x0643)))) return false;
    if (text[lam + 1] == 0x0623 && below(1) == 0x0641 && (lam < 2 || !letter(lam - 2))) return false;
    if (text[lam + 1] == 0x0627 && after < text.size() && text[after] == 0x064B) return true;
    // Also behind "to", which is written together with the article's lam.
    if (text[lam + 1] != 0x0627) return !letter(after) || prefixed || text[after] == 0x0627 || (text[after] == 0x0644 && (!letter(after + 1) || !letter(after + 2)));
    if (has_alef_and_lam(text, lam)) return false;
    if ((!letter(after) || prefixed) && begins_with_lam(text, lam)) return true;
    // "Mandate", "state" with what is joined to them.
    if (prefixed && text[after] == 0x0648 && below(1) == 0x064A && (below(2) == 0x0629 || below(2) == 0x062A)) return true;
    // At the end of a word without a vowel sign these two are alef and lam, but for the particle of denial.
    if (alone) return !letter(after) || prefixed || text[after] == 0x0625 || text[after] == 0x0623;
    return letter(after) && !prefixed;
}

// Where the number begins that ends before `end`: points and commas between its digits, one at a time, are its own. A hyphen is where
// no letter from the right stands before it.
std::size_t number_begin(const std::u32string& text, std::size_t end, bool behind_letters) {
    const auto digit = [&](std::size_t i) { return is_letter_or_digit(text[i]); };
    std::size_t begin = end - 1;
    while (begin > 0) {
        const bool sign = std::u32string_view(U".,:/\u00A0\u066B\u066C").find(text[begin - 1]) != std::u32string_view::npos || (!behind_letters && text[begin - 1] == '-');
        if (digit(begin - 1)) --begin;
        else if (sign && begin > 1 && digit(begin - 2)) begin -= 2;
        else break;
    }
    return begin;
}

}  // namespace

PdfScripts pdf_scripts(std::string_view text) noexcept {
    PdfScripts made;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        at += c.size;
        if (is_from_right(c.code)) made.from_right = made.from_right || std::u32string_view(U"\u060C\u061B\u061F\u200F").find(c.code) == std::u32string_view::npos;
        else if (is_letter_or_digit(c.code) && !is_digit_of_any(c.code)) made.from_left = true;
    }
    return made;
}

std::string pdf_turned(std::string_view drawn, PdfNumbers numbers) {
    std::u32string text;
    for (std::size_t at = 0; at < drawn.size();) {
        const Decoded c = decode(drawn, at);
        at += c.size;
        text += c.code;
    }
    // Half a pair of brackets and the number of an item, ".1", stand without letters among those that run from the right.
    const bool together = numbers == PdfNumbers::together, behind_letters = numbers != PdfNumbers::alone;
    const auto half = [&](char open, char close) { return (drawn.find(open) == drawn.npos) != (drawn.find(close) == drawn.npos); };
    const PdfScripts scripts = pdf_scripts(drawn);
    const bool item = drawn.size() > 1 && drawn.size() < 6 && drawn.front() == '.' && drawn.find_first_not_of("0123456789", 1) == drawn.npos;
    if (together && !scripts.from_right && !item && (scripts.from_left || !(half('(', ')') || half('[', ']')))) return std::string(drawn);
    std::string made;
    const auto runs_left = [&](std::size_t i) { return is_letter_or_digit(text[i]) && !is_from_right(text[i]); };
    std::size_t numbers_from = text.size();  // no letter stands among the numbers from here on
    for (std::size_t end = text.size(); end > 0;) {
        std::size_t begin = end - 1;
        // A sign that ends what runs from the left: of a percentage, of an address or a range that the end of the line parts.
        const bool signed_number = begin > 0 && is_digit_of_any(text[begin - 1]) && !together && (text[begin] == '%' || (text[begin] == '-' && !behind_letters && end == text.size()));
        const bool parted = begin > 0 && !together && end == text.size() && std::u32string_view(U".-/_@").find(text[begin]) != std::u32string_view::npos && runs_left(begin - 1) && !is_digit_of_any(text[begin - 1]);
        if (runs_left(begin) || signed_number || parted) {
            // Latin words keep their order, with what stands inside them and the numbers beside them, and so does a telephone number
            // whose sign stands at its left; numbers alone are one each.
            bool latin = false;
            std::size_t first = begin;
            for (std::size_t i = begin + 1; begin < numbers_from && i-- > 0 && !is_from_right(text[i]);)
                if (runs_left(i)) first = i, latin = latin || !is_digit_of_any(text[i]);
            const bool telephone = begin < numbers_from && first > 0 && text[first - 1] == '+';
            if (latin || together) begin = first;
            else if (telephone) begin = first - 1;
            else begin = number_begin(text, signed_number ? end - 1 : end, behind_letters), numbers_from = std::min(numbers_from, first);
            for (std::size_t i = begin; i < end; ++i) append_utf8(made, text[i]);
        } else if (begin > 0 && is_alef(text[begin]) && text[begin - 1] == 0x0644 && is_ligature(text, begin - 1)) {
            --begin;
            append_utf8(made, text[begin]);
            append_utf8(made, text[begin + 1]);
        } else if (text[begin] != 0x200F) {
            append_utf8(made, mirrored(text[begin]));
        }
        end = begin;
    }
    return made;
}

namespace {

// A bracket or quote opens behind a space and before a word, and closes behind a word and before a space or a sign, whatever the file
// calls it: programs that write from right to left name the one that is drawn, or the one that is meant. Between two words or two
// spaces the first opens.
void set_pairs(std::string& text, std::string_view opens, std::string_view closes) {
    std::size_t open = 0;
    const auto next = [&](std::size_t from) { return std::min(text.find(opens, from), text.find(closes, from)); };
    for (std::size_t at = next(0); at != text.npos; at = next(at + opens.size())) {
        const std::size_t end = at + opens.size();
        const char32_t before = at == 0 ? U' ' : decode_before(text, at).code, behind = end == text.size() ? U' ' : decode(text, end).code;
        const bool first = std::u32string_view(U" ([\u00AB").find(before) != std::u32string_view::npos;
        const bool last = std::u32string_view(U" .,;:!?)]\u060C\u061B\u061F\u00BB").find(behind) != std::u32string_view::npos;
        const bool begins = first != last ? first : open == 0;
        text.replace(at, opens.size(), begins ? opens : closes);
        open = begins ? open + 1 : open - (open == 0 ? 0 : 1);
    }
}

}  // namespace

void pdf_set_brackets(std::string& text) {
    set_pairs(text, "(", ")");
    set_pairs(text, "[", "]");
    set_pairs(text, "\u00AB", "\u00BB");
}

}  // namespace plancheck
