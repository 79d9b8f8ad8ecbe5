// All places name the same term of a vocabulary: title, front matter, sections. Only places that name exactly one term
// with certainty are compared; an area that is mentioned beside others says nothing.
#include <algorithm>
#include <map>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"

namespace plancheck {

Result check_same_term(const Context& context) {
    const Plan& plan = context.plan;
    const TermSet& set = context.terms("vocabulary");
    Result result;
    if (plan.area.empty()) {
        result.outcome = Outcome::not_applicable;
        return result;
    }
    Finding finding;
    for (const Scope& scope : scopes(plan, context.requirement.sections)) {
        std::map<std::string, const TermPlace*> named;
        for (const TermPlace* place : terms_in(plan, scope, set))
            named.emplace(context.form().vocabularies[place->vocabulary].terms[place->term].key, place);
        if (named.contains(plan.area)) {
            const TermPlace* place = named[plan.area];
            result.show({place->block, place->span, false}, Argument{"term", plan.area});
        } else if (named.size() == 1) {
            const TermPlace* place = named.begin()->second;
            if (!finding.message.empty()) continue;
            finding.outcome = Outcome::review;
            finding.message = "same-term.differs";
            finding.subject = document_subject(plan);
            finding.where = {place->block, place->span, false};
            const auto name_of = [&](const std::string& key) {
                for (const Vocabulary& vocabulary : context.form().vocabularies)
                    for (const Term& term : vocabulary.terms)
                        if (vocabulary.id == context.parameter("vocabulary") && term.key == key)
                            return std::string(term.name.in(plan.language, context.form().default_language));
                return key;
            };
            finding.arguments = {{"found", name_of(named.begin()->first)}, {"expected", name_of(plan.area)}};
        }
    }
    result.outcome = Outcome::pass;
    if (result.evidence.empty() && finding.message.empty()) result.evidence.push_back(looked_at(plan, "plan"));
    if (!finding.message.empty()) result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
