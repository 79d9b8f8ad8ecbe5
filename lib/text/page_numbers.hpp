// Numbers of pages that stand in the text as lines, and the running titles beside them. Pure.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace plancheck {

/// "12", "- 12 -", "Page 3 of 9", "3/9"; `alone`: no other sign of what it is, but it stands by itself.
bool is_page_number(std::string_view line, bool alone);

/// Which of the lines of a text were the feet and heads of pages before it was put together: those that count its pages one after the
/// other ("Page 4 of 9"), and lines beside them that are the same again and again, but for one above the first. None: empty.
std::vector<bool> page_furniture(std::span<const std::string_view> lines);

/// "I. Summary ........ 3", "I. Summary\t3": where the title ends before the page number of a typed table of contents; the size
/// of the line where there is none.
std::size_t end_without_page(std::string_view line);

}  // namespace plancheck
