// Costs that stand in a table elsewhere: in an annex, or in the section of the resources.
#pragma once

#include "plan/draft.hpp"

namespace plancheck {

/// Where no item says what it costs, and each row of a table elsewhere is one of them, by its name, its number or what it serves, the
/// amounts of that table are theirs.
void join_budgets(const Search& search, Found& found);

}  // namespace plancheck
