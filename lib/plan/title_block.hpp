// What stands before the first section: title, area, date, period, status.
#pragma once

#include "plan/reading.hpp"

namespace plancheck {

/// Fills title, area, date, period and status of the plan; what is not found stays empty.
void read_title_block(const Reading& reading, Plan& plan);

}  // namespace plancheck
