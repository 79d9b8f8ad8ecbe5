// Notes that were typed at the end of a text ("[1] Smith, 2020.", "[a]check this figure"), as exports to plain text leave them.
#pragma once

#include <cstdint>

#include "plancheck/document.hpp"

namespace plancheck {

/// The first block of such notes; Document::main_end where there are none. Their marks stand in the text above them.
std::uint32_t typed_notes_begin(const Document& document);

}  // namespace plancheck
