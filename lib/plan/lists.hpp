// Items that stand in lists and paragraphs: sub-headings, numbered sequences, bullets, run-in paragraphs.
#pragma once

#include "plan/draft.hpp"

namespace plancheck {

/// Level of the highest rank of sub-headings that stands at least `least` times; 0: none.
std::uint8_t heading_rank(const Search& search, LineRange lines, std::size_t least = 2);

/// Each adds the items that its rule finds; nothing where it finds none.
void by_headings(const Search& search, LineRange lines, std::uint8_t level, Found& found);
void by_sequence(const Search& search, LineRange lines, Found& found);
void by_bullets(const Search& search, LineRange lines, Found& found);
void by_run_in(const Search& search, LineRange lines, Found& found);
/// Items that what their kind is called names, each in a line with its fields below or above ("Activity: …").
void by_label(const Search& search, LineRange lines, Found& found);

/// A line that states a field of an item ("Contact: …") rather than an item.
bool states_field(const Search& search, const Line& line);
/// The field it states, or Lexicon::none. `bare`: nothing stands between its name and the colon.
std::uint32_t stated_field(const Search& search, const Line& line, bool bare = false);
/// A line that names an item behind what its kind is called ("Activity: …").
bool names_item(const Search& search, const Line& line);
/// A line that introduces items of the kind by their name ("The work packages are:").
bool names_kind(const Search& search, const Line& line);

}  // namespace plancheck
