// Lines of a wrapped text that lost their order: cells of a table one after the other, as programs give the text of a PDF that
// do not keep its layout. Pure and thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "read/plain_table.hpp"

namespace plancheck {

/// Which lines stand so; empty: none does.
std::vector<bool> lines_out_of_order(std::string_view text, const std::vector<SourceLine>& lines);

}  // namespace plancheck
