// A finding becomes a diagnostic here: placed, put into words, fingerprinted, in the contract's order.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/block_places.hpp"
#include "report/judge.hpp"
#include "plancheck/report.hpp"

namespace plancheck {

/// What a report says of a requirement whatever was found.
RequirementResult result_of(const Requirement& requirement, Outcome outcome, std::string caused_by);

/// Turns what was judged of one plan into the report's terms. Holds references only; one per document and thread.
class Reporter {
public:
    Reporter(const Plan& plan, const Languages& languages, const Language& messages)
        : plan_(plan), languages_(languages), messages_(messages) {}

    /// Requirements and diagnostics of the report, from one judgement per requirement.
    void requirements(std::vector<Judgement> judgements, Report& report);
    /// Outline and items of the report.
    void structure(Report& report) const;

    Location locate(const Where& where) const;

private:
    const Plan& plan_;
    const Languages& languages_;
    const Language& messages_;
    BlockPlaces places_;  // made where diagnostics are

    mutable std::vector<std::uint32_t> newlines_;  // of the document's text, made when the first is asked for
    mutable bool newlines_known_ = false;
    mutable std::unordered_map<std::uint32_t, std::string> words_;  // places in words, by block

    struct Quote {
        Span span, cut;  // what was asked for, and the stretch of the document that it is quoted as; empty: none is known
    };
    mutable std::vector<Quote> quotes_;  // the last of each block: requirements show the same items

    std::string quote(std::uint32_t block, Span span) const;
    std::uint32_t newlines_between(std::uint32_t begin, std::uint32_t end) const;
    /// Into an empty diagnostic; takes what it can from the finding.
    void make(Diagnostic& diagnostic, const Requirement& requirement, Finding& finding) const;
    std::string column_head(std::uint32_t table, std::uint32_t block) const;
    const std::string& place_in_words(std::uint32_t block) const;
    std::string new_place_in_words(std::uint32_t block) const;
    std::string counted(const std::string& kind, std::int64_t n) const;
    std::string own_words(const Requirement& requirement, std::span<const Argument> arguments, std::span<const Argument> more) const;
    std::vector<Related> related(std::vector<RelatedPlace>& places, std::span<const Argument> arguments) const;
};

/// `key` in the language, with arguments; lists as listing() says them.
std::string message(const Language& language, std::string_view key, const std::vector<Argument>& arguments);

/// Verdict and counts from requirements and diagnostics (contract, Verdict).
void conclude(const Template& form, Report& report);

}  // namespace plancheck
