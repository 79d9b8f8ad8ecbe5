// Titles of sections that stand as full-width rows in tables.
#pragma once

#include "outline/titles.hpp"
#include "plancheck/document.hpp"

namespace plancheck {

/// "II. Costs" merged over all columns, below it the heads and the rows: such titles are moved out of their
/// tables, which are parted there, so that what stands behind a title is a table of its own. Text, places and counts stay as they
/// are. Only sections that no line outside tables names; linear in the blocks, and most documents have none.
void part_at_title_rows(Document& document, const TitleIndex& titles);

}  // namespace plancheck
