// The systems that numerals are written in: Roman, decimal, Chinese, letters. Private to lib/text. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/numerals.hpp"

namespace plancheck {

/// A numeral at the start of a text, whatever stands behind it; size 0: there is none.
struct NumeralReading {
    std::uint32_t value = 0;
    NumeralStyle style = NumeralStyle::decimal;
    std::size_t size = 0;      ///< in bytes
    std::uint32_t level = 0;   ///< levels below the first: 1 in "1.2", and of a letter
    std::size_t letters = 0;   ///< characters of the numeral
};

NumeralReading read_numeral(std::string_view text);
/// "1er", "2e", "1st" and "Ier" behind a word for what is numbered: how ordinals are written with the end of their word.
NumeralReading read_ordinal(std::string_view text);

/// "I/ Title", "1° Title", "1º Title": what separates only right behind the numeral and before white space.
constexpr bool is_glued_separator(char32_t c) noexcept { return c == '/' || c == 0xB0 || c == 0xBA || c == 0xAA; }

}  // namespace plancheck
