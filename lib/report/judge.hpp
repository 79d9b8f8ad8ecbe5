// All requirements of a template judged on one plan.
#pragma once

#include <string_view>
#include <vector>

#include "checks/check.hpp"

namespace plancheck {

struct Judgement {
    Outcome outcome = Outcome::not_checked;
    std::vector<Finding> findings;
    std::vector<Evidence> evidence;
    std::string caused_by;
};

/// One judgement per requirement, in the template's order. Deterministic, linear in requirements and plan.
std::vector<Judgement> judge(const Plan& plan, const Languages& languages, std::string_view as_of);

/// Id of the notification that names the requirements whose check this version does not run.
inline constexpr std::string_view not_run = "check/not-run";

}  // namespace plancheck
