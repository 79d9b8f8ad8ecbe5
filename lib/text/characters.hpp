// What a code point is, as far as this room asks: small tables, no ICU on the common path. Pure and thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/utf8.hpp"

namespace plancheck {

/// Unicode White_Space (tab, line ends, 00A0, 202F, 3000 …; not 200B, 2060, FEFF, 00AD).
constexpr bool is_white_space(char32_t c) noexcept {
    if (c <= 0x20) return c == 0x20 || (c >= 0x09 && c <= 0x0D);
    if (c < 0x1680) return c == 0x85 || c == 0xA0;
    return c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

/// Signs that are typed before items, dashes aside; of a sign of a symbol font or a lost character it is not known what it was.
constexpr bool is_bullet(char32_t c) noexcept {
    constexpr char32_t signs[] = {0x2022, 0x2023, 0x2043, 0x2219, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B8, 0x25BA, 0x25C6, 0x25C7, 0x25CB, 0x25CF, 0x25E6, 0x2713, 0x2714, 0x2756, 0x27A2, 0x27A4};
    if (c == '*' || c == 0xB7) return true;
    if (c < 0x2022) return false;
    for (const char32_t sign : signs)
        if (sign == c) return true;
    return (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD;
}

/// Signs that only adorn the beginning of a title: arrows, boxes, stars, emoji, bullets and what a font shows as one, quotes.
/// Numbers in circles and on keys are none of them.
constexpr bool is_ornament(char32_t c) noexcept {
    if (c == 0x1F51F) return false;
    if (c < 0x2000) return c == '*' || c == '>' || c == '"' || c == 0xAB || c == 0xBB || c == 0xB7;
    return (c >= 0x2018 && c <= 0x201F) || c == 0x2022 || c == 0x2023 || c == 0x2043 || (c >= 0x2190 && c < 0x2400) ||
           (c >= 0x2500 && c < 0x2C00 && !(c >= 0x2776 && c <= 0x2793)) || (c >= 0xE000 && c <= 0xF8FF) || c == 0x200D || c == 0xFE0F ||
           c == 0xFFFD || (c >= 0x1F000 && c < 0x1FB00);
}

/// Of these the ones that are drawn, no quotes or bullets: "🔎", "✅", "→"; boxes to tick are none.
constexpr bool is_picture(char32_t c) noexcept { return c >= 0x200D && is_ornament(c) && !(c >= 0x2018 && c <= 0x2043) && !(c >= 0x2500 && c < 0x2600) && !(c >= 0x2610 && c <= 0x2612) && !(c >= 0xE000 && c <= 0xF8FF) && c != 0xFFFD; }

/// Bytes of the pictures at the beginning of a text with the white space behind them; 0 where none is, or nothing else follows.
std::size_t pictures_at(std::string_view text) noexcept;

/// Bytes of the ornaments at the beginning of a text with the white space behind them; 0 where nothing else follows.
std::size_t ornaments_at(std::string_view text) noexcept;

/// Whether a text is nothing but signs, three and more, as they stand between texts: "* * *", "____".
bool parts_texts(std::string_view text) noexcept;

constexpr bool is_digit(char32_t c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// What a digit of any script that plans are written in stands for (ASCII, both Arabic ones, wide); 10: it is none.
constexpr unsigned digit_of(char32_t c) noexcept {
    for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\uFF10'})
        if (c >= zero && c <= zero + 9) return static_cast<unsigned>(c - zero);
    return 10;
}

/// The place of a small letter among those that lists count by (Cyrillic without ё, й, ъ and ь; Arabic in the order of abjad); 0: it
/// is none.
std::uint32_t place_in_alphabet(char32_t c) noexcept;
/// That of an Arabic letter in the modern order (أ ب ت ث), which word processors count by as well; 0: it is none.
std::uint32_t place_in_modern_order(char32_t c) noexcept;

/// The ranges that the counting profile word-1 counts by character.
constexpr bool is_cjk(char32_t c) noexcept {
    if (c < 0x2E80) return false;
    return c <= 0x2FFF || (c >= 0x3001 && c <= 0x303F) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3105 && c <= 0x312F) ||
           (c >= 0x31A0 && c <= 0x31FF) || (c >= 0x3200 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF01 && c <= 0xFFEE) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

/// Letters of scripts written without spaces, where a word may begin and end anywhere (Han, kana, bopomofo).
PLANCHECK_IN_LINE constexpr bool is_ideograph(char32_t c) noexcept {
    return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3105 && c <= 0x312F) ||
           (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

/// The two below for what their first lines do not answer: asks ICU's property tables.
bool is_rare_letter_or_digit(char32_t c) noexcept;
bool is_rare_upper(char32_t c) noexcept;

/// General category letter or decimal digit or letter number (a superset of u_isalnum by the last).
inline bool is_letter_or_digit(char32_t c) noexcept {
    if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
    if (c >= 0xC0 && c < 0x250) return c != 0xD7 && c != 0xF7;
    if ((c >= 0x400 && c < 0x482) || (c >= 0x620 && c < 0x64B) || (c >= 0x4E00 && c < 0x9FF0)) return true;
    return is_rare_letter_or_digit(c);
}

/// Upper-case letter, by the letter itself.
inline bool is_upper(char32_t c) noexcept {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7;
    if (c >= 0x400 && c < 0x460) return c < 0x430;
    if ((c >= 0x600 && c < 0x700) || (c >= 0x3000 && c < 0xA000)) return false;
    return is_rare_upper(c);
}

/// A letter of a script without capitals (Arabic, Hebrew, Devanagari, Thai …), Han and kana left out.
bool is_caseless(char32_t c) noexcept;

/// A mark that shows nothing: of direction (which Arabic texts are full of beside numbers), a joiner, a space without width.
constexpr bool is_invisible_mark(char32_t c) noexcept {
    return c == 0x061C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// A sign that stands inside words, besides letters and digits: apostrophe, hyphen (also a soft one), and what is set upon a
/// letter where the two are not one sign.
constexpr bool is_inside_word(char32_t c) noexcept {
    return c == '\'' || c == '-' || c == 0xAD || (c >= 0x300 && c < 0x370) || c == 0x2019;
}

/// Whether a text holds digits (of ASCII) and no letter.
bool is_number_alone(std::string_view text) noexcept;

/// Columns a text takes on a fixed-width screen: CJK takes two.
std::size_t columns_of(std::string_view text) noexcept;

/// Whether it takes no more than so many columns. What is short or long is asked so: in bytes a letter of most scripts would
/// count twice.
bool fits_in(std::string_view text, std::size_t columns) noexcept;

/// A character that stands inside words of folded text: letters, digits, marks.
constexpr bool is_word_character(char32_t c) noexcept {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0xD7 || c == 0xF7) return false;
    if (c < 0x2000) return c != 0x037E && c != 0x0387 && c != 0x0589 && c != 0x060C && c != 0x061B && c != 0x061F;
    if (c < 0x2C00) return c >= 0x2070 && c < 0x209D;
    if (c < 0x3040) return c >= 0x3005 && c <= 0x3007 ? true : c < 0x2E00;
    if (c >= 0xE000 && c <= 0xF8FF) return false;
    return !(c >= 0xFE10 && c <= 0xFE6F) && !(c >= 0xFF01 && c <= 0xFF0F) && c != 0xFFFD && c != 0x30FB;
}

}  // namespace plancheck
