#include "read/line_marks.hpp"

#include <algorithm>
#include <cstring>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr bool is_space_of_typesetting(char32_t c) noexcept { return c >= 0xA0 && c != 0x2028 && c != 0x2029 && is_white_space(c); }

// U+2011 forbids a break, and U+2010 is what keyboards have a minus for.
constexpr bool is_hyphen(char32_t c) noexcept { return c == 0x2010 || c == 0x2011; }

constexpr bool has_no_width(char32_t c) noexcept { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

constexpr char32_t tatweel = 0x640;

bool is_arabic_letter(char32_t c) noexcept { return (c >= 0x620 && c <= 0x652 && c != tatweel) || (c >= 0x671 && c <= 0x6D3); }

// The stroke that Arabic words are drawn out by, between two letters: "هـ" and a stroke that stands for a dash are none.
bool draws_out_word(std::string_view text, std::size_t at, const Decoded& sign) noexcept {
    if (sign.code != tatweel) return false;
    constexpr std::size_t longest = 32;  // bytes of a run of them
    std::size_t begin = at, end = at + sign.size;
    while (begin > 0 && at - begin < longest && decode_before(text, begin).code == tatweel) begin -= sign.size;
    while (end - at < longest && decode(text, end).code == tatweel) end += sign.size;
    return begin > 0 && end < text.size() && is_arabic_letter(decode_before(text, begin).code) && is_arabic_letter(decode(text, end).code);
}

// Whether a note may be marked behind a text, which ends in no number or unit that is raised to a power.
bool takes_note_mark(std::string_view before) noexcept {
    constexpr std::size_t longest_unit = 4;
    constexpr std::string_view units[] = {"m", "km", "cm", "mm", "dm", "Nm", "м", "км", "см", "мм", "дм", "م", "كم"};
    const Decoded last = decode_before(before, before.size());
    if (last.size == 0 || is_white_space(last.code)) return false;
    const bool number = digit_of(last.code) < 10;
    std::size_t begin = before.size();
    for (std::size_t i = 0; i <= longest_unit && begin > 0; ++i) {
        const Decoded d = decode_before(before, begin);
        if (!is_letter_or_digit(d.code) || (digit_of(d.code) < 10) != number) break;
        begin -= d.size;
    }
    const std::string_view word = before.substr(begin);
    return number ? word != "10" : std::find(std::begin(units), std::end(units), word) == std::end(units);
}

constexpr bool is_small_digit(char32_t c) noexcept { return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079); }

// The end of the small digits at a place that mark a note, with the commas between them; the place itself where they do not. "R²",
// "Hg²⁺" and "3¹⁄₂" are none, and behind an ideograph they count as a word.
std::size_t note_mark_end(std::string_view text, std::size_t at) noexcept {
    constexpr std::size_t longest = 24;  // bytes
    const std::string_view before = text.substr(0, at);
    const Decoded last = decode_before(before, at);
    constexpr std::u32string_view open = U"([-\u2212\u207B";
    if (is_cjk(last.code) || open.find(last.code) != open.npos || !takes_note_mark(before)) return at;
    if (is_letter_or_digit(last.code) && digit_of(last.code) >= 10 && !is_letter_or_digit(decode_before(before, at - last.size).code)) return at;
    std::size_t end = at;
    for (Decoded next = decode(text, end); end < text.size() && end - at <= longest; next = decode(text, end)) {
        const std::size_t behind = end + next.size;
        if (!is_small_digit(next.code) && !(next.code == ',' && end != at && is_small_digit(decode(text, behind).code))) break;
        end = behind;
    }
    const char32_t next = end < text.size() ? decode(text, end).code : U' ';
    return end - at > longest || next == 0x2044 || (next >= 0x207A && next <= 0x209C) || (is_letter_or_digit(next) && !is_cjk(next)) ? at : end;
}

// By its second byte, which fewer letters have than its first.
bool has_tatweel(std::string_view text) noexcept {
    for (std::size_t i = text.find('\x80'); i != text.npos; i = text.find('\x80', i + 1))
        if (i > 0 && text[i - 1] == '\xD9') return true;
    return false;
}

}  // namespace

std::size_t raised_mark(std::string_view before, std::string_view raised) noexcept {
    constexpr std::size_t longest_mark = 8;
    const std::size_t size = std::min(raised.find_last_not_of(' ') + 1, raised.size());
    const std::string_view mark = raised.substr(0, size);
    if (size > longest_mark || mark.starts_with(' ') || mark.find_first_not_of("0123456789,;[]() ") != mark.npos || mark.find_first_of("0123456789") == mark.npos) return 0;
    return takes_note_mark(before) ? size : 0;
}

std::uint32_t UnmarkedText::place(std::uint32_t marked) const noexcept {
    const auto behind = std::upper_bound(cuts.begin(), cuts.end(), marked, [](std::uint32_t at, const Cut& cut) { return at < cut.at; });
    return behind == cuts.begin() ? marked : marked - std::prev(behind)->lost;
}

bool may_have_line_marks(std::string_view text) noexcept {
    // The bytes that they begin with, and what may follow: accents and quotes begin with the same.
    const auto follows = [&](char lead, auto&& is) {
        for (std::size_t at = text.find(lead); at < text.size(); at = text.find(lead, at + 1))
            if (at + 1 < text.size() && is(static_cast<unsigned char>(text[at + 1]), at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0U)) return true;
        return false;
    };
    return follows('\xC2', [](unsigned second, unsigned) { return second == 0xA0 || second == 0xAD || second == 0xB2 || second == 0xB3 || second == 0xB9; }) ||
           follows('\xE2', [](unsigned second, unsigned third) { return second == 0x80 ? third <= 0x8B || third == 0x90 || third == 0x91 || third == 0xAF : second == 0x81 && (third == 0x9F || third == 0xA0 || (third >= 0xB0 && third <= 0xB9)); }) ||
           follows('\xE3', [](unsigned second, unsigned third) { return second == 0x80 && third == 0x80; }) ||
           follows('\xE1', [](unsigned second, unsigned third) { return second == 0x9A && third == 0x80; }) ||
           follows('\xEF', [](unsigned second, unsigned third) { return second == 0xBB && third == 0xBF; }) ||
           has_tatweel(text);
}

UnmarkedText without_line_marks(std::string_view text, bool widthless) {
    UnmarkedText made;
    made.text.reserve(text.size());
    std::size_t copied = 0;
    std::uint32_t lost = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        const std::size_t note = is_small_digit(d.code) && !is_small_digit(decode_before(text, at).code) ? note_mark_end(text, at) : at;
        const std::size_t end = note != at ? note : at + d.size;
        const bool space = is_space_of_typesetting(d.code) && !(digit_of(decode_before(text, at).code) < 10 && digit_of(decode(text, end).code) < 10);
        const char plain = space ? ' ' : is_hyphen(d.code) ? '-' : '\0';
        if (plain != 0 || note != at || (widthless && (has_no_width(d.code) || draws_out_word(text, at, d)))) {
            made.text.append(text.substr(copied, at - copied));
            if (plain != 0) made.text.push_back(plain);
            lost += static_cast<std::uint32_t>(end - at) - (plain != 0 ? 1 : 0);
            made.cuts.push_back({static_cast<std::uint32_t>(end), lost});
            copied = end;
        }
        at = end;
    }
    made.text.append(text.substr(copied));
    return made;
}

}  // namespace plancheck
