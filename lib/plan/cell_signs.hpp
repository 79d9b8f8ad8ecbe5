// Signs that answer in a cell: crosses and ticks below what they stand for, dashes and empty boxes where it is not meant.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace plancheck {

/// A dash, a zero or an empty box: nothing is meant for the column. `words`: what a cell says, trimmed.
inline bool says_no(std::string_view words) {
    constexpr std::string_view signs[] = {"-", "–", "—", "0", "□", "☐", "◯", "(-)", "( )", "[ ]"};
    return std::find(std::begin(signs), std::end(signs), words) != std::end(signs);
}

/// Crosses mean yes; in a table that has ticks (`ticked`) they mean no.
inline bool says_yes(std::string_view words, bool ticked = false) {
    constexpr std::string_view crosses[] = {"x", "X", "xx", "XX", "х", "Х", "×", "✗", "✘", "(x)", "(X)", "[x]", "[X]"};
    constexpr std::string_view others[] = {"✓", "✔", "√", "☑", "☒", "+", "*", "•", "●", "○", "■", "◆"};
    return std::find(std::begin(others), std::end(others), words) != std::end(others) || (!ticked && std::find(std::begin(crosses), std::end(crosses), words) != std::end(crosses));
}

inline bool is_tick(std::string_view words) { return words == "✓" || words == "✔" || words == "√"; }

}  // namespace plancheck
