// Guidance of the template that stands in a plan: what was to be replaced by an answer is no answer.
#pragma once

#include <vector>

#include "plan/block_text.hpp"

namespace plancheck {

/// Runs of known sequences in the main text, at most one a block, in document order.
std::vector<GuidanceLeft> find_guidance(const Document& document, const BlockText& text, const Template& form);

}  // namespace plancheck
