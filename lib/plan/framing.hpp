// Numbered paragraphs that lead up to the items of a sequence or close them. Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "plan/draft.hpp"

namespace plancheck {

/// Takes from `starts` (lines of one sequence) the first and the last where they only speak of the items. `doubt` is set where
/// the first may do so.
void drop_framing(const Search& search, LineRange lines, std::vector<std::size_t>& starts, bool& doubt);

/// The lines of a section that shares its heading with another, without those that a sentence announces as items of a kind of the
/// other.
Lines own_lines(const Search& search, const Section& section, Lines lines);

/// Whether a line with a contact, which stands `contact` bytes behind its beginning, belongs to an item that others follow, or is a
/// bullet of one: what it says of all things is said of what that item does. A label that opens the line speaks for itself.
bool is_said_inside(const Found& found, const Line& line, std::size_t contact) noexcept;

}  // namespace plancheck
