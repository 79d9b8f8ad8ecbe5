// A limit that was parted between two lines: "… (max of 250" above "words)".
#pragma once

#include <cstdint>
#include <string_view>

#include "outline/candidates.hpp"

namespace plancheck {

/// Where a title ends in a bracket that block `after`, whose folded text is given, closes, and both make the limit of a section
/// that the line may be: the block becomes part of the heading, and the bracket none of the title. Pure but for `line`.
void join_parted_limit(Candidate& line, std::uint32_t after, std::string_view folded, const Document& document, const TitleIndex& titles);

}  // namespace plancheck
