// The words of templates and reports for the enumerations of the data model, both ways. Pure and thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "plancheck/diagnostic.hpp"
#include "plancheck/template.hpp"

namespace plancheck {

/// "text" "number" "reference" "contact" "timeline" "money" "quantity" "party" "term" "email" …
std::string_view name(FieldType type) noexcept;
std::span<const std::string_view> field_type_names() noexcept;

std::optional<Severity> severity_from(std::string_view name) noexcept;
std::optional<Obligation> obligation_from(std::string_view name) noexcept;
std::optional<DecidedBy> decided_by_from(std::string_view name) noexcept;
std::optional<FieldType> field_type_from(std::string_view name) noexcept;

/// Kinds of item the library has words and habits for; a template may name others.
std::span<const std::string_view> item_kinds() noexcept;

/// Scopes besides the keys of sections: "title" "front" "annex" "plan".
std::span<const std::string_view> other_scopes() noexcept;

/// One entry of `needs`. `id[section]`: no finding of that requirement about the section. `id(kind)`: the plan has an
/// item of the kind, else that requirement is the cause. `id` alone: the requirement did not fail.
struct Need {
    std::string_view requirement;
    std::string_view section;  ///< or empty
    std::string_view kind;     ///< or empty
    bool unless_passed = false;  ///< "…?": a pass does not need it

    bool operator==(const Need&) const = default;
};

/// None where the entry is malformed. The parts point into `entry`.
std::optional<Need> parse_need(std::string_view entry) noexcept;

/// One condition of `when`: "as-of" (a date to judge by was given), "area=KEY", "dated>=YYYY-MM-DD" (the plan's own
/// date; an undated plan is in doubt), "first-plan" (the plan says that it is the first one), "section=KEY" (the section
/// is there), "item=KIND" (the plan has one), "language=TAG" (of the document), "term=VOCABULARY" or
/// "term=VOCABULARY/TERM" (the plan says it somewhere); each may begin with "not ".
struct Condition {
    enum class Kind : std::uint8_t { as_of, area, dated_from, first_plan, section, item, language, term };
    Kind kind = Kind::as_of;
    bool negated = false;
    std::string_view value;  ///< behind the sign

    bool operator==(const Condition&) const = default;
};

/// The conditions of `when`, joined by " and "; all must hold. None where one is malformed; empty for an empty text.
std::optional<std::vector<Condition>> parse_when(std::string_view when);

/// The words of a list separated by white space; they point into `list`.
std::vector<std::string_view> split_words(std::string_view list);

}  // namespace plancheck
