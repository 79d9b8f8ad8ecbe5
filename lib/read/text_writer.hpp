// Plain text that stands in something else: what a reader of markup does with a page that is nothing but typed lines.
#pragma once

#include <cstdint>

#include "read/builder.hpp"
#include "read/encoding.hpp"

namespace plancheck {

/// Writes the blocks of a plain text into the block that is open. `lists`: numbers of lists that are taken; returns how many are
/// then. Throws Unreadable: beyond a limit.
std::uint32_t write_text(SourceText source, Builder& builder, std::uint32_t lists);

}  // namespace plancheck
