// What must be the same for the same plan in every format and layout. White space inside words of titles and values is left
// out, because converters drop it behind numerals.
#pragma once

#include <string>
#include <vector>

#include "plancheck.hpp"

namespace support {

/// A line each: verdict, sections with their words, items with fields and references, outcomes, diagnostics with arguments.
std::vector<std::string> portrait(const plancheck::Report& report);

/// A Boost.Test error for each line that is missing or added, or where the same lines stand in another order.
void compare(const plancheck::Report& found, const plancheck::Report& expected);

}  // namespace support
