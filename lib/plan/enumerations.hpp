// Names that running text lists ("A; B; C", "the partners are A, B and C", one a line), for kinds that a section lists and
// never is as a whole. What is found is low: no format says that it is a list.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "plan/lists.hpp"

namespace plancheck {

/// Adds an item for each piece that a line lists behind `from` (an offset in its words), whatever it is.
void enumerate(const Search& search, const Line& line, std::size_t from, Found& found);

/// Adds the names of paragraphs: of those that list names and little else, or, where there are none, the organisations
/// that their sentences name.
void names_in_text(const Search& search, LineRange lines, Found& found);

/// Adds the names that lines list behind their first sentence.
void names_behind_sentence(const Search& search, LineRange lines, Found& found);

/// Whether words say no more than a term by which the kind is sorted ("Governments").
bool sorts_names(const Search& search, std::string_view words);

/// True for words that are a part of the world and no more ("Asia and the Pacific").
bool is_region(const Search& search, Span words);

/// Sub-headings of the highest rank, or bold lines, where each is a part of the world with something below it; none otherwise.
std::vector<std::size_t> region_titles(const Search& search, LineRange lines);

/// Where the lines are sorted by a term of the kind ("Governments: A, B", or a title above the names): the names, the term
/// being their group. Nothing where they are not.
void names_by_term(const Search& search, LineRange lines, Found& found);

}  // namespace plancheck
