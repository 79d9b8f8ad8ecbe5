// Marks that people type in Markdown and its parser does not know: bullets pasted from word processors, definitions, headings behind anchors.
#pragma once

#include <cstddef>
#include <string>

namespace plancheck {

/// Puts marks that the parser knows in their place from `begin` on; every character stays where it is.
void mend_marks(std::string& markup, std::size_t begin);

}  // namespace plancheck
