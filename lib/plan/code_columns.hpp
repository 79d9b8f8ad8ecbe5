// Columns of a table that hold nothing but labels ("A-1", "1.2", "OE2, OE3"): what they number, or what they refer to.
#pragma once

#include "plan/draft.hpp"
#include "plan/table_grid.hpp"
#include "plan/table_head.hpp"
#include "plan/tables.hpp"

namespace plancheck {

/// The field that a first column without a head states, where it holds nothing but labels of what the items refer to ("A",
/// "A", "B") and is no numbering of the rows; Lexicon::none: it does not.
std::uint32_t reference_without_head(const Search& search, const TableGrid& grid, const TableRow& head, std::size_t body);

/// Columns of nothing but codes whose heads say nothing here: the first one numbers the items ("Output | Priority action" over
/// "1.1 | Measure"), or refers where the codes are labels of what the items refer to; so does any other ("OE" over "OE1").
void head_codes(const Search& search, const TableGrid& grid, HeadRow& heads, std::size_t body);

/// "Effort | Description" over "A-1 | Measure the lake": where the own column holds nothing but labels, they number the items,
/// and the next column is the own one.
void number_codes(const Search& search, const TableGrid& grid, std::size_t body, Found& found, TableLayout& layout);

/// Whether the cells of a column, two at least, begin with numbers of two levels that a hyphen parts ("1-1 Measure the lake").
bool begins_with_dashed(const Search& search, const TableGrid& grid, std::uint32_t column, std::size_t body);

}  // namespace plancheck
