// The minimum-cost alignment of candidate headings with the sections of a template.
#pragma once

#include <cstdint>
#include <vector>

#include "outline/candidates.hpp"

namespace plancheck {

/// A candidate that was bound, and by which of its options.
struct Binding {
    std::uint32_t candidate = 0;
    std::uint32_t option = 0;
};

/// Which candidates stand for which sections, in document order. Each section is bound at most once.
std::vector<Binding> align(const Candidates& candidates, const Template& form);

}  // namespace plancheck
