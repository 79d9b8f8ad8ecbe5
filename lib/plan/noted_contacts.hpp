// How to reach somebody, where it stands in a footnote or endnote to what an item says.
#pragma once

#include <vector>

#include "plan/reading.hpp"

namespace plancheck {

/// Adds to the field of contacts of each item that has none what the notes to its own words give. An item whose field says that
/// there is none, or none yet, is left as it is. Linear.
void add_noted_contacts(const Reading& reading, std::vector<Item>& items);

}  // namespace plancheck
