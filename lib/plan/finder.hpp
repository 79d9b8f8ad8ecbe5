// The rules that find items in the lines of a section, whatever its layout.
#pragma once

#include "plan/lists.hpp"

namespace plancheck {

/// Rules one to five: tables, sub-headings, sequences, bullets, run-in paragraphs; inside groups where titles open them.
Found find_by_rules(const Search& search, LineRange lines);
/// Paragraphs that hold an address each, where the kind has one: an item each. False where fewer than two do, or too few of them.
bool find_by_addresses(const Search& search, LineRange lines, Found& found);
/// Rule six: all of it as one item, with low confidence.
Draft whole_section(const Search& search, LineRange lines);

}  // namespace plancheck
