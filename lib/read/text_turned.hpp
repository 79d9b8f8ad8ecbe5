// Text of a script from right to left as programs take it out of a PDF: in lines between marks of direction, with the ligatures
// of lam and alef turned round and what runs from the left given as it is drawn. Pure and thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace plancheck {

/// Whether the marks stand in it, and letters in an order that no word has.
bool is_drawn_from_right(std::string_view text) noexcept;

/// The same lines as they are read, without the marks.
std::string text_as_read(std::string_view text);

}  // namespace plancheck
