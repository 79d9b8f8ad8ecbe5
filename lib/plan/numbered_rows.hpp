// Tables without heads whose first column numbers what stands beside it: "1 | Draw up …", "Partner 1 | Lake Institute".
#pragma once

#include "plan/draft.hpp"

namespace plancheck {

enum class RowLabels { worded, any };  // "Partner 1", or "1" as well

/// Puts the second cells of such tables in their place, a numbered line each; whether there was one.
bool number_rows(const Search& search, RowLabels labels, Lines& lines);

}  // namespace plancheck
