// A section may say no more than "see annex": what it asks for stands there.
#pragma once

#include <vector>

#include "plan/reading.hpp"

namespace plancheck {

/// The annexes to look into for what a section asks, the one that it names first; none where it points to no annex.
std::vector<const Annex*> annexes_pointed_to(const Reading& reading, const Section& section);

}  // namespace plancheck
