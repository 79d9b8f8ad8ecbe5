// What a house decides beside its template: other severities, requirements it does not ask for, findings it has accepted,
// words of its own. examples/policies/README.md teaches the form, policy.rng beside it is its grammar.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plancheck/report.hpp"
#include "plancheck/template.hpp"

namespace plancheck {

/// Immutable once loaded; any number of threads may apply it.
class Policy {
public:
    /// Loads a policy for `form` and adds its words to the vocabularies of `form`. Throws `Error` (policy_rejected) with
    /// line and suggestion: what is malformed, an unknown requirement, vocabulary, term, section or language, a reason
    /// that is missing, another template's policy, one that leaves nothing to check.
    Policy(std::string_view xml, std::string_view name, Template& form);

    /// Applies what was decided to a judged report, before its verdict is drawn. Returns what is to be told of the
    /// policy itself: entries that matched nothing, that have ended, or whose end cannot be judged without `as_of`.
    std::vector<Notification> apply(std::string_view as_of, Report& report) const;

private:
    struct Weight {
        std::string requirement;
        Severity severity = Severity::note;
        std::uint32_t line = 0;
    };
    struct Off {
        std::string requirement, reason;
    };
    struct Acceptance {
        std::string requirement, place, fingerprint, reason, until;
        std::uint32_t line = 0;

        bool covers(const Diagnostic& diagnostic) const;
        std::string name() const;
    };
    class Loader;

    std::vector<Weight> weights_;
    std::vector<Off> off_;
    std::vector<Acceptance> accepted_;
};

/// The cause of a requirement that a policy switched off, and the notification that says so.
inline constexpr std::string_view switched_off = "policy/switched-off";

}  // namespace plancheck
