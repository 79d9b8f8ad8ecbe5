// What pages leave in a text: their numbers, and running titles that end in one. Pure and thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plancheck/document.hpp"

namespace plancheck {

/// A line that may have been copied along with a page.
struct RunningLine {
    std::size_t at = 0;      ///< where it stands among the others
    std::uint32_t page = 0;  ///< the number in it
    std::string key;         ///< its words, folded, without numbers
    std::uint32_t least = 0; ///< how often it has to stand
    std::uint32_t words = 0; ///< of the text before it, and how many have to stand between two of them
    std::uint32_t between = 0;
};

/// A line that is a page number, or ends in one behind a dash, a bar, a wide gap or the word for pages.
std::optional<RunningLine> running_line(std::string_view own);

/// Those that are: the same words stand again and again, with numbers that rise, and something between. Ascending.
std::vector<std::size_t> running_places(std::vector<RunningLine> lines);

/// Marks the paragraphs that are so, and those that page_furniture() knows (mark::running).
void mark_running_lines(Document& document);

}  // namespace plancheck
