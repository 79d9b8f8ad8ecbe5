// The plan names a term of a vocabulary as its own (its area). Which one is decided where the plan is understood; here is
// only whether there is one, and where it was read.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"

namespace plancheck {

Result check_vocabulary_term(const Context& context) {
    const Plan& plan = context.plan;
    const Template& form = context.form();
    const std::string_view id = context.parameter("vocabulary");
    const std::string_view remarked = context.parameter("remark-group");
    Result result;
    const auto looked = scopes(plan, context.requirement.sections);
    const auto inside = [&](std::uint32_t block) {
        return looked.empty() || std::any_of(looked.begin(), looked.end(), [&](const Scope& scope) {
            return (block >= scope.begin && block < scope.end) || block == scope.glued_block;
        });
    };
    const auto remark_on = [&](const Where& where, const std::string& term) {
        Finding remark;
        remark.outcome = Outcome::pass;
        remark.severity = Severity::note;
        remark.message = "vocabulary-term.remark";
        remark.subject = document_subject(plan);
        remark.where = where;
        remark.arguments = {{"term", term}};
        result.findings.push_back(std::move(remark));
    };
    const auto named = [&](const Where& where, const Term& term) {
        result.outcome = Outcome::pass;
        result.show(where, Argument{"term", term.key});
        if (!remarked.empty() && term.group == remarked) remark_on(where, std::string(term.name.in(plan.language, form.default_language)));
    };
    for (const TermPlace& place : plan.terms) {
        const Vocabulary& vocabulary = form.vocabularies[place.vocabulary];
        if (vocabulary.id != id || plan.area.empty()) continue;
        const Term& term = vocabulary.terms[place.term];
        if (term.key != plan.area || !inside(place.block)) continue;
        named({place.block, place.span, false}, term);
        return result;
    }
    if (!plan.area.empty()) {  // named by the title block
        if (const Vocabulary* vocabulary = form.vocabulary(id))
            for (const Term& term : vocabulary->terms)
                if (term.key == plan.area) named({0, {}, false}, term);
        return result;
    }
    if (!plan.own_area.empty()) {  // one of its own, that the vocabulary lacks
        result.outcome = Outcome::pass;
        result.show({0, {}, false}, Argument{"term", plan.own_area});
        remark_on({0, {}, false}, plan.own_area);
        return result;
    }
    Finding finding;
    finding.message = "vocabulary-term.none";
    finding.subject = document_subject(plan);
    finding.where = {0, {}, false};
    std::vector<std::string> names;
    if (const Vocabulary* vocabulary = form.vocabulary(id))
        for (const Term& term : vocabulary->terms)
            if (term.group.empty() || term.group != remarked) names.emplace_back(term.name.in(plan.language, form.default_language));
    finding.arguments = {{"terms", names}};
    // A short form in running text ("the products area") may mean what is asked for, or something else.
    if (const TermSet& shorter = context.terms("short"); !shorter.empty())
        for (const Scope& scope : looked)
            if (const auto hints = terms_in(plan, scope, shorter); !hints.empty() && finding.outcome != Outcome::review) {
                finding.outcome = Outcome::review;
                finding.confidence = Confidence::low;
                finding.where = {hints.front()->block, hints.front()->span, false};
            }
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
