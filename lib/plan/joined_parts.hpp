// Items of a section that several hands wrote, each in a form of its own.
#pragma once

#include "plan/lists.hpp"

namespace plancheck {

/// Rows of tables without heads, each with a name, a time and an address of its own: an item each.
void find_in_headless_tables(const Search& search, LineRange lines, Found& found);

/// Below titles that only say whose part it is, the items of each part stand in its own form: numbered, as bullets, in a table, in a
/// paragraph. False, and nothing found, where the parts are alike or most of their items have no address.
bool find_in_parts(const Search& search, LineRange lines, Found& found);

}  // namespace plancheck
