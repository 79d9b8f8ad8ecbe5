// All requirements of a template judged on one plan.
#pragma once

#include <string_view>
#include <vector>

#include "checks/check.hpp"
#include "checks/shared/labels.hpp"
#include "checks/shared/vocabulary.hpp"
#include "template/names.hpp"

namespace plancheck {

struct Judgement {
    Outcome outcome = Outcome::not_checked;
    std::vector<Finding> findings;
    std::vector<Evidence> evidence;
    std::string caused_by;
};

/// What each requirement of a template needs of others, and what its checks ask of the template. Borrows the template; found
/// once, since it is the same for each plan.
class Needs {
public:
    struct Needed {
        std::size_t requirement;  ///< its place in the template
        Need need;
    };

    explicit Needs(const Template& form);
    const std::vector<Needed>& of(std::size_t requirement) const noexcept { return of_[requirement]; }
    const ItemLabels& labels() const noexcept { return labels_; }
    const TermSets& term_sets() const noexcept { return term_sets_; }

private:
    std::vector<std::vector<Needed>> of_;
    ItemLabels labels_;
    TermSets term_sets_;
};

/// One judgement per requirement, in the template's order. Deterministic, linear in requirements and plan.
std::vector<Judgement> judge(const Plan& plan, const Needs& needs, const Languages& languages, std::string_view as_of);

/// Id of the notification that names the requirements whose check this version does not run.
inline constexpr std::string_view not_run = "check/not-run";

}  // namespace plancheck
