// Items of a kind that stands among other text (indicators).
#pragma once

#include "plan/lists.hpp"

namespace plancheck {

/// Adds the items that lines announce as such, or that number themselves ("Indicator 1: …"); where there is none, the sentences that
/// name the kind, with confidence `low`. `tables_only`: those of tables and of lists that are announced, no more.
void find_announced(const Search& search, const Lines& lines, bool tables_only, Found& found);

}  // namespace plancheck
