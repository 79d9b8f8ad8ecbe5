// Who leads: a kind of item that stands behind a label or in a role column, in several places of the plan.
#pragma once

#include "plan/draft.hpp"

namespace plancheck {

/// The leads named in the kind's section and its other places, in document order, with their fields. `partners`: those
/// found before, whose role may say it. Each person or organisation is given once.
std::vector<Item> find_leads(const Reading& reading, std::uint32_t kind, const std::vector<Item>& partners);

}  // namespace plancheck
