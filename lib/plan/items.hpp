// Items of one kind, wherever they stand and whatever the layout: the rules of the template's source in their order.
#pragma once

#include "plan/draft.hpp"

namespace plancheck {

/// All items of a kind in document order, fields and references not yet read.
Found find_items(const Reading& reading, const References& references, std::uint32_t kind);

}  // namespace plancheck
