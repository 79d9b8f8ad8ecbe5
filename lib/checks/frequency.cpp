// Something recurs: its word stands in one sentence with a recurrence, "regularly", or a date.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/shared/sentences.hpp"
#include "checks/shared/vocabulary.hpp"
#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/values.hpp"

namespace plancheck {

Result check_frequency(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const TermSet of(context.form(), context.list("of"));
    const Language* language = context.language();
    if (language == nullptr) language = context.languages.find(context.form().default_language);
    Result result;
    for (const Scope& scope : scopes(plan, context.requirement.sections))
        for (const Sentence& sentence : sentences(document, scope)) {
            const auto terms = terms_in(plan, sentence.block, sentence.span, of);
            if (std::none_of(terms.begin(), terms.end(), [](const TermPlace* place) { return !place->negated; })) continue;
            const std::string_view text = document.view(sentence.span);
            const Folded folded = fold_mapped(text);
            for (const Value& value : find_values(text, *language, want_recurrence | want_times | want_references)) {
                const bool time = value.type == ValueType::recurrence || value.type == ValueType::date ||
                                  value.type == ValueType::period || value.type == ValueType::quarter;
                if (!time) continue;
                if (is_negated(folded.text, folded.folded_at(value.begin), folded.folded_at(value.end), *language)) continue;
                result.evidence.push_back({{sentence.block, sentence.span, false}, {{"value", value.value}}, {}});
                break;
            }
        }
    if (!result.evidence.empty()) {
        result.outcome = Outcome::pass;
        return result;
    }
    Finding finding;
    finding.outcome = Outcome::review;
    finding.message = "not-found";
    for (const std::string& key : context.requirement.sections)
        if (const Section* section = context.outline().find(key); section != nullptr && finding.subject.kind.empty()) {
            finding.subject = section_subject(plan, *section);
            finding.where = heading_of(plan, *section);
            finding.confidence = section->confidence;
        }
    finding.subject.kind = "missing";
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
