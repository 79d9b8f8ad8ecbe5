// Efforts that several hands wrote into one section, each in a layout of its own: lines and rows that say the whole of one.
#pragma once

#include "plan/lists.hpp"

namespace plancheck {

/// Adds the lines and the rows without heads that say by themselves when something is done, whom to reach, and for how much or what
/// it serves, where the rules found fewer items than there are such; sub-headings with nothing else below them only sort them.
void add_whole_statements(const Search& search, LineRange lines, Found& found);

}  // namespace plancheck
