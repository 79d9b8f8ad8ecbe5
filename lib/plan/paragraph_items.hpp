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

/// "1. Schools without lamps" as an item of a list, above bullets that each say when, for how much or how to reach somebody: the
/// title of an action, and the bullets are what is done for it.
bool heads_valued_bullets(const Search& search, LineRange lines, std::size_t at);

/// All lines that are no tables.
Lines without_tables(LineRange lines);
/// Whether the rows of tables only say what something costs ("Effort | Cost", "Action | Cost"), and nothing else of it.
bool is_price_list(const Search& search, const Found& rows);
/// The cells of such rows are those of the items of `to`, one each in their order.
void add_prices(const Found& prices, Found& to);

}  // namespace plancheck
