// Numbered paragraphs that lead up to the items of a sequence or close them. Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "plan/draft.hpp"

namespace plancheck {

/// Takes from `starts` (lines of one sequence) the first and the last where they only speak of the items. `doubt` is set where
/// the first may do so.
void drop_framing(const Search& search, LineRange lines, std::vector<std::size_t>& starts, bool& doubt);

}  // namespace plancheck
