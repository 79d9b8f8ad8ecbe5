// One fault at a time, put into a good plan, with what has to be reported for it.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "mutants/model.hpp"

namespace mutants {

struct Mutant {
    std::string name;         ///< of the mutation: "drop a section"
    Model model;
    std::string requirement;  ///< that has to be reported
    std::vector<std::string> outcomes;  ///< one of these, of a diagnostic of that requirement
    std::string section;      ///< the diagnostic's place: key of a section, "front", or empty: the whole plan
    std::vector<std::string> also;      ///< requirements that the same fault touches
};

/// All mutants of a variant: each mutation that fits it, at a place that depends on the variant.
std::deque<Mutant> mutants_of(const Model& good);

}  // namespace mutants
