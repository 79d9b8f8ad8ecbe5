// Paragraphs that are items because each has an address, a time or an amount of its own.
#pragma once

#include "plan/lists.hpp"

namespace plancheck {

/// Whether the kind has a field for contacts.
bool has_contact(const Search& search);
/// Whether a line holds an e-mail address or a telephone number.
bool is_addressed(const Search& search, const Line& line);
bool is_addressed(const Search& search, Span words);

/// Two paragraphs at least, each with two of a time, an amount and an address of its own: an item each.
void find_dated_paragraphs(const Search& search, LineRange lines, Found& found);

/// "Total", and below it the sum: as a row of a table would be no item.
bool is_sum(const Search& search, const Draft& draft);

}  // namespace plancheck
