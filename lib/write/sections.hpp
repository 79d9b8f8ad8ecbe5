// What writers for people say of a report's sections: counts against limits, titles, places in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plancheck/report.hpp"
#include "text/language.hpp"

namespace plancheck {

/// Borrows the report. Cheap to make.
class ReportSections {
public:
    explicit ReportSections(const Report& report);

    /// The limit of a section's words, from the requirement that measured it: 0 where there is none.
    std::int64_t word_limit(std::string_view section) const;
    /// Kinds of item that stand in a section, in the order of the report, and how many of each.
    std::vector<std::pair<std::string_view, std::int64_t>> items_of(std::string_view section) const;
    /// "4 actions", in the report's language.
    std::string counted(std::string_view kind, std::int64_t count) const;
    /// How many items of a kind the template asks for in a section; null: it does not say.
    const TemplateWords::Range* range_of(std::string_view section, std::string_view kind) const noexcept;
    /// Title of the section that a diagnostic is about, as written, else the template's; empty: the whole document.
    std::string title_of(const Diagnostic& diagnostic) const;
    /// Where a piece of evidence stands, or what was looked at: "section IV, effort 3"; empty where nothing is known.
    std::string place_of(const ReportEvidence& evidence) const;

private:
    const OutlineEntry* entry_at(std::uint32_t block) const noexcept;
    std::string numeral_of(std::string_view section) const;
    std::string message(std::string_view key, std::initializer_list<MessageArgument> arguments = {}) const;

    const Report& report_;
    const Language& language_;
};

}  // namespace plancheck
