// Cases: fragments of a plan with what must come out for them, and the whole plans they are completed to.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plancheck/report.hpp"

namespace support {

using plancheck::Report;
using plancheck::Template;

/// A fenced block of a page: "```markdown en issue/word-limit pass + partners/contacts review". The outcome is that of
/// the requirement; the diagnostics are those named, and no others. `as-of=2026-01-01` behind the outcome is the date to
/// judge by, `template=ID` another template than gmp-annex2.
struct Case {
    std::string language, requirement, outcome, as_of, form = "gmp-annex2";
    std::vector<std::string> diagnostics;  ///< "partners/contacts review", sorted
    std::string text;
    int line = 0;  ///< of the fence, counting from 1
};

/// The cases of a page, in order. Throws std::runtime_error where a fence is malformed or not closed.
std::vector<Case> cases_of(std::string_view page);

/// The built-in template of that id, loaded once.
const Template& form_of(const std::string& id = "gmp-annex2");

/// A fragment completed to a whole plan, as examples of the template are (template/example.hpp).
std::string completed(std::string_view base, std::string_view fragment, const std::string& form = "gmp-annex2");

/// The plan that fragments in a language are completed to: checks/base-LANGUAGE.md, else the template's sample.
const std::string& base(const std::string& language, const std::string& form = "gmp-annex2");

/// "issue/word-limit fail" for each diagnostic, sorted.
std::vector<std::string> diagnostics_of(const Report& report);

/// The outcome of a requirement as in the report; "none" where the template lacks it.
std::string outcome_of(const Report& report, std::string_view requirement);

/// All diagnostics in words, for the message of a test that fails.
std::string described(const Report& report);

/// The content of a file; throws std::runtime_error where it cannot be read.
std::string content_of(const std::string& path);

}  // namespace support
