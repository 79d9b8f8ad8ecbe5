// Tables that are forms: heads in the left column, or in the first and third, and what they say beside them.
#pragma once

#include "plan/draft.hpp"
#include "plan/table_grid.hpp"

namespace plancheck {

/// Whether a table is one for certain: two columns, or four, and heads at the left that are known.
bool is_form(const Search& search, const TableGrid& grid);

/// Adds the items of a form, be it one of less certainty; false: its heads say too little.
bool read_form(const Search& search, const TableGrid& grid, Confidence confidence, Found& found);

/// An item that is called what stands in a cell, its label left out; `dashed`: labels of its column are like "1-1".
Draft item_of_cell(const Search& search, const TableCell& cell, Confidence confidence, bool dashed);

}  // namespace plancheck
