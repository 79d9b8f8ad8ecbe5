// A section that says that there is nothing of its kind ("None at this time: …", "There are no linkages yet.").
#pragma once

#include "plan/reading.hpp"

namespace plancheck {

/// Whether a text begins with a word for none that ends there, or is one short sentence that denies the kind itself.
/// Linear in the text.
bool says_none_of(const Reading& reading, const Item& item, std::uint32_t kind);

}  // namespace plancheck
