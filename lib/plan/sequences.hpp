// Which lines one numbering counts.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "plan/draft.hpp"

namespace plancheck {

struct Sequence {
    std::vector<std::size_t> lines;
    std::string key;                       ///< of its shape
    std::vector<std::size_t> with = lines; ///< and the lines of its shape that do not follow it ("1, 2, 4, 3")
    std::size_t of = std::numeric_limits<std::size_t>::max();  ///< the one of its shape that began before it with another number than the first
};

/// In the order in which they begin.
std::vector<Sequence> sequences_of(const Search& search, LineRange lines);

/// Where the only item at the top announces a list below it ("7. The actions are:" above "7.1 …"), it is a paragraph above that list.
void list_below_item(const Search& search, Lines& lines);

}  // namespace plancheck
