// Examples of requirements are fragments of a plan; to be looked at they are completed to a whole one. Pure and
// thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "plancheck/template.hpp"

namespace plancheck {

/// The plan that fragments in `language` are completed to: the template's sample, else the bare titles of its sections.
std::string sample_plan(const Template& form, std::string_view language);

/// A fragment completed to a whole plan. Both are Markdown with the sections as "## Title". A section of the fragment takes
/// the place of the base's with the same title, else with the same numeral; one that is in neither stands where it stands
/// in the fragment. A section that begins with a sub-heading ("### …") replaces only the sub-sections it has. Where no
/// section of the fragment has a body, or their order is another one, the fragment is an outline: from its first section
/// to its last the plan has those sections and no others, and one without a body keeps the base's. "# Title" replaces all
/// that stands before the first section. `<!-- whole -->`: the fragment is the plan. `<!-- without KEY -->`: the plan lacks
/// the section of that key.
std::string completed(const Template& form, std::string_view base, std::string_view fragment);

}  // namespace plancheck
