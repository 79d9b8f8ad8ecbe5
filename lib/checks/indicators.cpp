// Indicators stand in a list, a table or in sentences. Fewer of them than objectives is worth a note, where both could
// be counted.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"

namespace plancheck {

namespace {

// A sentence taken for an indicator whose word it denies ("indicators will be developed later").
bool is_denied(const Plan& plan, const Item& item, const TermSet& terms) {
    bool denied = false;
    for (const std::uint32_t block : item.blocks)
        for (const TermPlace* place : terms_in(plan, block, plan.document().blocks[block].text, terms)) {
            if (!place->negated) return false;
            denied = true;
        }
    return denied;
}

}  // namespace

Result check_indicators(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view kind = context.parameter("kind"), against = context.parameter("against");
    const TermSet& terms = context.terms("terms");
    Result result;
    std::uint32_t found = 0, objectives = 0;
    bool doubtful = false;
    for (const Item& item : plan.items) {
        if (item.kind == kind && item.confidence == Confidence::low && is_denied(plan, item, terms)) continue;
        if (item.kind == kind) {
            ++found;
            doubtful = doubtful || item.confidence == Confidence::low;
            result.show(where_of(item), Argument{"item", item.id});
        } else if (item.kind == against) {
            ++objectives;
            doubtful = doubtful || item.confidence == Confidence::low;
        }
    }
    const Section* section = first_section(context);
    if (found == 0) {
        for (const Scope& scope : scopes(plan, context.requirement.sections))
            for (const TermPlace* place : terms_in(plan, scope, terms)) {
                result.show(quoting(context, place->block, place->span), Argument{"term", std::string(plan.document().view(place->span))});
                doubtful = true;
            }
    }
    if (!result.evidence.empty()) {
        result.outcome = Outcome::pass;
        if (doubtful || found >= objectives || found == 0) return result;
        Finding note;
        note.outcome = Outcome::review;
        note.severity = Severity::note;
        note.message = "indicators.fewer";
        note.arguments = {{"count", std::int64_t{found}}, {"objectives", std::int64_t{objectives}}};
        if (section != nullptr) {
            note.subject = section_subject(plan, *section);
            note.where = heading_of(plan, *section);
        }
        result.findings.push_back(std::move(note));
        return result;
    }
    Finding finding = not_found(context);
    finding.subject.path.push_back(std::string(kind));
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
