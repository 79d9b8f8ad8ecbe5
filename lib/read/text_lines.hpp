// Plain text as lines without what pages put between them: page numbers and running titles. Pure and thread-safe.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/plain_table.hpp"

namespace plancheck {

/// Lines end with LF, CR LF, CR, NEL, U+2028, U+2029; a form feed ends one and begins a page. Page numbers that stand
/// alone, and lines that head or foot several pages, are left out, and a paragraph that was cut by them is one again.
/// Of several blank lines two are left.
std::vector<SourceLine> text_lines(std::string_view text);

}  // namespace plancheck
