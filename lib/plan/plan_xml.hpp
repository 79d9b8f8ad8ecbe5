// A plan as XML: what was understood of it (sections, items, values, with computed attributes) and the whole document it
// was understood from, so that reading the XML gives the same plan. Its grammar is plan.rng. Pure and thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "plancheck/plan.hpp"

namespace plancheck {

/// UTF-8 with a declaration, a line a block. Deterministic.
std::string to_plan_xml(const Plan& plan);

/// What was understood of it alone, without the document.
std::string to_canonical_xml(const Plan& plan);

}  // namespace plancheck
