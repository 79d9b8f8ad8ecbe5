// Numerals of sections: read at the start of a line, and made for automatic numbering. Pure and thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plancheck {

class Languages;

enum class NumeralStyle : std::uint8_t {
    decimal,         ///< 3
    upper_roman,     ///< III, Ⅲ, also Cyrillic look-alikes
    lower_roman,     ///< iii
    upper_letter,    ///< C
    lower_letter,    ///< c
    ordinal_word,    ///< ثالثا, الثالث, "three" of "Section Three"
    chinese,         ///< 三
    chinese_formal,  ///< 叁
};

/// Whether "Section" and the like may stand beside a numeral: of items they do not.
enum class SectionWords : std::uint8_t { read, none };

struct Numeral {
    std::uint32_t value = 0;
    NumeralStyle style = NumeralStyle::decimal;
    std::uint32_t size = 0;    ///< bytes of the line up to the title: numeral, words around it, separators, white space
    std::uint32_t level = 0;   ///< 0: can number a section; above: sub-level for certain ("1.1", "A.", "a)", "（一）")
    bool worded = false;       ///< stands after "Section", "Partie", "第" …
    bool bare = false;         ///< nothing separates it from the title but one space, or the line holds nothing else

    bool operator==(const Numeral&) const = default;
};

/// The numeral at the start of a line or title; none where there is no numeral for certain. A Roman numeral needs a
/// separator ( . ) : - – — tab, two spaces, a line break) or a word such as "Section" before it, or it is the whole
/// line. One space alone is enough only for numerals of two letters and more before an upper-case letter ("IV PARTNER
/// EFFORTS"), never for "I", "V", "X", "C", "D", "M" ("I propose", "V. M. Name" is a name).
/// Words that may stand beside it ("Section", "Partie", "القسم", "première partie") and ordinals in words are those of all
/// languages given.
std::optional<Numeral> parse_numeral(std::string_view line, const Languages& languages, SectionWords section_words = SectionWords::read);

/// A number that is one sign at the start of a text: ① to ⑳, or on a key as in messages.
struct EnclosedNumber {
    std::uint32_t value = 0;  ///< 0: there is none
    std::size_t size = 0;     ///< bytes
};
EnclosedNumber enclosed_number(std::string_view text) noexcept;

/// Value of a whole text that is a Roman numeral up to 3999 (I, iv, IIII, Ⅳ; with `look_alikes` also Х, І, П, Ш, У, 1, l).
std::optional<std::uint32_t> roman_value(std::string_view text, bool look_alikes = false);

/// The value of the ASCII digits at the start of a text: 0 without any, the most that fits for more than that.
std::uint32_t whole_number(std::string_view digits) noexcept;

/// How automatic numbers are written; the names are those of OOXML's w:numFmt.
enum class NumberFormat : std::uint8_t {
    decimal, upper_roman, lower_roman, upper_letter, lower_letter, ordinal, cardinal_text, ordinal_text, decimal_zero,
    decimal_zero_3, decimal_zero_4, decimal_zero_5, chicago, arabic_alpha, arabic_abjad, hebrew_1, hebrew_2, chinese_counting, chinese_counting_thousand, chinese_legal,
    ideograph_digital, ideograph_stems, ideograph_branches, ideograph_legal, decimal_full_width, decimal_enclosed_circle,
    decimal_enclosed_fullstop, decimal_enclosed_paren, ideograph_enclosed_circle, russian_lower, russian_upper, number_in_dash,
    bullet, none,
};

/// From the value of w:numFmt ("upperRoman", "decimalZero", "arabicAbjad" …); unknown names are decimal, as Word shows them.
NumberFormat number_format_from(std::string_view name) noexcept;

/// The number as text; empty for bullet and none. `value` is clamped to 0 … 1,000,000; letters repeat after z as in Word
/// (aa, bb, …), and Roman numerals above 3999 are written in digits. Words and their endings depend on a language, which
/// number_words.hpp knows: here cardinal_text and ordinal_text are digits, ordinal is English.
std::string format_numeral(std::uint32_t value, NumberFormat format);

}  // namespace plancheck
