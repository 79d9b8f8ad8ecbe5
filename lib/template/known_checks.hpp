// The names of all checks a template may ask for, with their parameters. A template is refused where it names another
// check or parameter, or gives a value of the wrong sort. The room of the checks implements functions of these names; a
// check without a function is one that this version does not run. Immutable and thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace plancheck {

/// What the value of a parameter must be; lists are separated by white space.
enum class ParameterType : std::uint8_t {
    text,          ///< anything
    number,        ///< digits
    duration,      ///< P2Y, P6M, P1D
    yes_no,        ///< yes or no
    choice,        ///< one of `choices`
    choices,       ///< some of `choices`
    kind,          ///< a kind of item that the template has
    kinds,
    field,         ///< a field that a kind of the template has
    fields,
    scopes,        ///< keys of sections, "title", "front", "annex", "plan"
    vocabulary,    ///< a vocabulary of the template
    vocabularies,  ///< vocabularies, or terms of them as vocabulary/term
    keys,          ///< keys of terms of any vocabulary
    severity,      ///< note, warning, error
    decimal,       ///< digits, with a point and digits behind it
    section,       ///< key of a section
    xpath,         ///< an expression of XPath 1.0 over the plan's canonical XML
};

struct KnownParameter {
    std::string_view name;
    ParameterType type = ParameterType::text;
    bool required = false;
    std::string_view choices;  ///< separated by one space
};

struct KnownCheck {
    std::string_view name;
    std::span<const KnownParameter> parameters;

    const KnownParameter* parameter(std::string_view wanted) const noexcept;
};

/// All checks, sorted by name.
std::span<const KnownCheck> known_checks() noexcept;

/// The check of that name, or null.
const KnownCheck* known_check(std::string_view name) noexcept;

}  // namespace plancheck
