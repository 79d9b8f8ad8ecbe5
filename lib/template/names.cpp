// Tables of names in the order of the enumerators, searched from either side; and the two small notations of `needs`
// and `when`.
#include "template/names.hpp"

#include <algorithm>
#include <array>

#include "text/values.hpp"

namespace plancheck {

namespace {

using namespace std::string_view_literals;

constexpr std::array severities{"note"sv, "warning"sv, "error"sv};
constexpr std::array outcomes{"pass"sv, "review"sv, "fail"sv, "notApplicable"sv, "notChecked"sv};
constexpr std::array confidences{"low"sv, "high"sv, "certain"sv};
constexpr std::array obligations{"must"sv, "should"sv, "suggested"sv, "guideline"sv, "derived"sv};
constexpr std::array deciders{"machine"sv, "evidence"sv, "reviewer"sv};
constexpr std::array field_types{"text"sv,      "number"sv, "reference"sv, "contact"sv, "timeline"sv,   "money"sv,
                                 "quantity"sv,  "party"sv,  "term"sv,      "email"sv,   "telephone"sv,  "web"sv,
                                 "date"sv,      "period"sv, "percentage"sv, "person"sv, "organisation"sv};
constexpr std::array item_kind_names{"objective"sv, "action"sv,  "effort"sv,  "opportunity"sv,
                           "indicator"sv, "linkage"sv, "partner"sv, "lead"sv};
constexpr std::array scope_names{"title"sv, "front"sv, "annex"sv, "plan"sv};

template <class Table, class Enum>
std::string_view named(const Table& table, Enum value) noexcept {
    return table[static_cast<std::size_t>(value)];
}

template <class Enum, class Table>
std::optional<Enum> valued(const Table& table, std::string_view name) noexcept {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
}

std::optional<Condition> parse_condition(std::string_view text) noexcept {
    Condition condition;
    if (text.starts_with("not ")) {
        condition.negated = true;
        text.remove_prefix(4);
    }
    if (text == "as-of") return condition;
    if (text == "first-plan") {
        condition.kind = Condition::Kind::first_plan;
        return condition;
    }
    constexpr std::pair<std::string_view, Condition::Kind> valued[] = {{"area=", Condition::Kind::area},
                                                                       {"section=", Condition::Kind::section},
                                                                       {"item=", Condition::Kind::item},
                                                                       {"language=", Condition::Kind::language},
                                                                       {"term=", Condition::Kind::term}};
    for (const auto& [name, kind] : valued)
        if (text.starts_with(name) && text.size() > name.size()) {
            condition.kind = kind;
            condition.value = text.substr(name.size());
            return condition;
        }
    if (text.starts_with("dated>=") && is_calendar_date(text.substr(7))) {
        condition.kind = Condition::Kind::dated_from;
        condition.value = text.substr(7);
        return condition;
    }
    return std::nullopt;
}

}  // namespace

std::string_view name(Severity value) noexcept { return named(severities, value); }
std::string_view name(Outcome value) noexcept { return named(outcomes, value); }
std::string_view name(Confidence value) noexcept { return named(confidences, value); }
std::string_view name(Obligation value) noexcept { return named(obligations, value); }
std::string_view name(DecidedBy value) noexcept { return named(deciders, value); }
std::string_view name(FieldType value) noexcept { return named(field_types, value); }

std::optional<Severity> severity_from(std::string_view name) noexcept { return valued<Severity>(severities, name); }
std::optional<Obligation> obligation_from(std::string_view name) noexcept { return valued<Obligation>(obligations, name); }
std::optional<DecidedBy> decided_by_from(std::string_view name) noexcept { return valued<DecidedBy>(deciders, name); }
std::optional<FieldType> field_type_from(std::string_view name) noexcept { return valued<FieldType>(field_types, name); }

std::span<const std::string_view> field_type_names() noexcept { return field_types; }
std::span<const std::string_view> item_kinds() noexcept { return item_kind_names; }
std::span<const std::string_view> other_scopes() noexcept { return scope_names; }

std::optional<Need> parse_need(std::string_view entry) noexcept {
    Need need;
    need.unless_passed = entry.ends_with('?');
    if (need.unless_passed) entry.remove_suffix(1);
    const std::size_t open = entry.find_first_of("[(");
    need.requirement = entry.substr(0, open);
    if (need.requirement.empty()) return std::nullopt;
    if (open == std::string_view::npos) return need;
    const char close = entry[open] == '[' ? ']' : ')';
    const std::string_view inside = entry.substr(open + 1, entry.size() - open - 2);
    if (entry.back() != close || inside.empty() || open + 2 >= entry.size()) return std::nullopt;
    if (inside.find_first_of("[]()") != std::string_view::npos) return std::nullopt;
    (close == ']' ? need.section : need.kind) = inside;
    return need;
}

std::optional<std::vector<Condition>> parse_when(std::string_view when) {
    std::vector<Condition> conditions;
    while (!when.empty()) {
        constexpr std::string_view joint = " and ";
        const std::size_t end = when.find(joint);
        const std::optional<Condition> condition = parse_condition(when.substr(0, end));
        if (!condition) return std::nullopt;
        conditions.push_back(*condition);
        if (end == std::string_view::npos) break;
        when.remove_prefix(end + joint.size());
        if (when.empty()) return std::nullopt;
    }
    return conditions;
}

std::vector<std::string_view> split_words(std::string_view list) {
    std::vector<std::string_view> words;
    std::size_t at = 0;
    while (at < list.size()) {
        const std::size_t begin = list.find_first_not_of(" \t\r\n", at);
        if (begin == std::string_view::npos) break;
        const std::size_t end = std::min(list.find_first_of(" \t\r\n", begin), list.size());
        words.push_back(list.substr(begin, end - begin));
        at = end;
    }
    return words;
}

}  // namespace plancheck
