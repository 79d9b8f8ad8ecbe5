// Bullets that number themselves: "- Action A. Check the goods", "- 2.1 Swap devices", "- B1. Courses".
#pragma once

#include "plan/draft.hpp"

namespace plancheck {

/// Gives the drafts from `before` on, which begin at the lines `starts`, the labels that stand behind their bullets, where each has one of its own.
void number_by_bullets(const Search& search, LineRange lines, const std::vector<std::size_t>& starts, Found& found, std::size_t before);

}  // namespace plancheck
