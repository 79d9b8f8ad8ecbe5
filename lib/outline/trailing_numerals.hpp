// Numerals that stand behind the title of a section: "Objective (II)", "Linkages – IX", "Opportunities, Section V". Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "text/numerals.hpp"

namespace plancheck {

class Languages;

struct TrailingNumeral {
    Numeral numeral;
    std::size_t title_end = 0;     ///< bytes of the line that are the title
    std::string_view text;         ///< the numeral and the word beside it, without brackets
    bool parted = false;           ///< brackets, a dash or a word such as "Section" part it from the title
};

/// The numeral that a line ends with; whether what stands before it is a title, and of which section, is for the caller to see.
std::optional<TrailingNumeral> trailing_numeral(std::string_view line, const Languages& languages);

}  // namespace plancheck
