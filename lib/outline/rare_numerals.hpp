// Numerals that only the title of a section behind them tells from words, names and numbers of other things. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "text/numerals.hpp"

namespace plancheck {

class Languages;

/// "V Title", "1.0 Title", "1 标题", "① Title", "1标题", "II » Title", "A: Title", "Article 1 – Title"; whether all that follows is a title is for the caller to see.
std::optional<Numeral> rare_numeral(std::string_view line, const Languages& languages);

/// The place of the letter that a numeral such as "C." is, for sections that are lettered; 0: it is none.
std::uint32_t section_letter(std::string_view numeral) noexcept;

}  // namespace plancheck
