// Tables that authors type in a word processor: each row is a paragraph, or a line of one, and tabs part its cells. Private to
// lib/read. Pure and thread-safe.
#pragma once

#include "plancheck/document.hpp"

namespace plancheck {

/// Makes tables (marked `preformatted`) of such paragraphs in the main text: at least three rows below each other that have as
/// many cells, the first of them heads. Cells that would be more than `limits` has stay text. Linear.
void typed_to_tables(Document& document, const Limits& limits);

}  // namespace plancheck
