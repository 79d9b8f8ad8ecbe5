// Text of a document as a report quotes it.
#pragma once

#include <string>
#include <string_view>

namespace plancheck {

/// Takes the spaces from its ends; whether the rest is as in_one_line() would make it.
bool is_in_one_line(std::string_view& text) noexcept;

/// Line ends, tabs and runs of spaces as one space, none at the ends; a space that breaks no line stays.
std::string in_one_line(std::string_view text);

}  // namespace plancheck
