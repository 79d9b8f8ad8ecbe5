// Cases: fragments of a plan with what must come out for them, and the whole plans they are completed to.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plancheck/report.hpp"

namespace plancheck::support {

/// A fenced block of a page: "```markdown en issue/word-limit pass + partners/contacts review". The outcome is that of
/// the requirement; the diagnostics are those named, and no others. `as-of=2026-01-01` behind the outcome is the date to
/// judge by.
struct Case {
    std::string language, requirement, outcome, as_of;
    std::vector<std::string> diagnostics;  ///< "partners/contacts review", sorted
    std::string text;
    int line = 0;  ///< of the fence, counting from 1
};

/// The cases of a page, in order. Throws std::runtime_error where a fence is malformed or not closed.
std::vector<Case> cases_of(std::string_view page);

/// A fragment completed to a whole plan. A section of the fragment takes the place of the base's with the same title,
/// else with the same numeral; one that is in neither stands where it stands in the fragment. A section that begins with
/// a sub-heading ("### …") replaces only the sub-sections it has. Where no section of the fragment has a body, or their
/// order is another one, the fragment is an outline: from its first section to its last the plan has those sections and
/// no others, and one without a body keeps the base's. "# Title" replaces all that stands before the first section.
/// `<!-- whole -->`: the fragment is the plan. `<!-- without efforts -->`: the plan lacks that section.
std::string completed(std::string_view base, std::string_view fragment);

/// The base of a language: checks/base-en.md.
const std::string& base(const std::string& language);

/// "issue/word-limit fail" for each diagnostic, sorted.
std::vector<std::string> diagnostics_of(const Report& report);

/// The outcome of a requirement as in the report; "none" where the template lacks it.
std::string outcome_of(const Report& report, std::string_view requirement);

/// All diagnostics in words, for the message of a test that fails.
std::string described(const Report& report);

/// The content of a file; throws std::runtime_error where it cannot be read.
std::string content_of(const std::string& path);

}  // namespace plancheck::support
