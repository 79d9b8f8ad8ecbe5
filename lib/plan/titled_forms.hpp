// Forms that do not say how their item is called: the title above each does.
#pragma once

#include "plan/draft.hpp"

namespace plancheck {

/// Names the items of forms ("Who | Lake Institute", "When | 2026", or such heads above one row) by the title above each, and gives
/// them the paragraphs around their form. Nothing changes where an item has a name of its own, stands in one table with another, or
/// below no title.
void name_by_titles(const Search& search, LineRange lines, Found& found);

}  // namespace plancheck
