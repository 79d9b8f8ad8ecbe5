// What the library throws: one type, for one reason. A call was wrong (an unknown template, a template that does not
// load, a policy that is refused, an option that makes no sense). Documents never cause it: what is wrong with a document is a diagnostic or a
// notification in the report. Besides it only std::bad_alloc leaves a public function.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace plancheck {

/// A wrong call. Thread-safe to copy; owns its strings.
class Error : public std::runtime_error {
public:
    /// What kind of mistake it was; the command line maps all of them to exit status 2.
    enum class Kind : std::uint8_t {
        option,             ///< an option's value is not one of those it may have
        unknown_template,   ///< no template of that id is built in
        template_rejected,  ///< the template's text was read and refused; `line` says where
        policy_rejected,    ///< the same of a policy
        baseline_rejected,  ///< a baseline that is no report as JSON
    };

    Error(Kind kind, const std::string& message, std::uint32_t line = 0)
        : std::runtime_error(message), kind_(kind), line_(line) {}

    Kind kind() const noexcept { return kind_; }
    /// Line of the source of the template, policy or baseline, counting from 1; 0 where there is no such place.
    std::uint32_t line() const noexcept { return line_; }

private:
    Kind kind_;
    std::uint32_t line_;
};

}  // namespace plancheck
