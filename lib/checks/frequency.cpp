// Something recurs: its word stands in one sentence with a recurrence, "regularly", or a date; or it stands behind one that
// says when those meet who do it ("Partners meet each year; there they review the plan", "… At these meetings they …").
#include <algorithm>
#include <optional>

#include "checks/check.hpp"
#include "checks/shared/sentences.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/values.hpp"

namespace plancheck {

Result check_frequency(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const TermSet &of = context.terms("of"), &at = context.terms("at"), &there = context.terms("there"), &about = context.terms("about");
    const Language& language = context.language();
    const TermSet* const sets[] = {&of};
    const std::vector<const TermPlace*> places = places_of(plan, sets);
    constexpr std::size_t longest_title = 48;  // columns
    Result result;
    const auto holds = [&](const Sentence& sentence, const TermSet& set) {
        const auto terms = terms_in(plan, sentence.block, sentence.span, set);
        return std::any_of(terms.begin(), terms.end(), [](const TermPlace* place) { return !place->negated; });
    };
    // What is over when the plan is made says nothing about when this plan is looked at.
    const auto is_past = [&](const Value& value) {
        if (plan.date.empty() || value.type == ValueType::recurrence) return false;
        const Days days = days_of(value);
        return !days.last.empty() && days.last < plan.date;
    };
    // When, or nothing.
    const auto time_in = [&](const Sentence& sentence) -> std::string {
        const std::string_view text = document.view(sentence.span);
        std::optional<Folded> folded;
        const auto negated = [&](const Value& value) {
            if (!folded) folded = fold_mapped(text);
            return is_negated(folded->text, folded->folded_at(value.begin), folded->folded_at(value.end), language);
        };
        for (const Value& value : plan.block_text->values(sentence.block, sentence.span, language, want_recurrence | want_times | want_references)) {
            const bool time = value.type == ValueType::recurrence || value.type == ValueType::date ||
                              value.type == ValueType::period || value.type == ValueType::quarter;
            if (time && !is_past(value) && !negated(value)) return value.value;
        }
        return {};
    };
    // "There they review the plan", but not "the plan is reviewed by who is there"; several words ("on that occasion") point back
    // wherever they stand.
    const auto points_back = [&](const Sentence& sentence) {
        const auto back = terms_in(plan, sentence.block, sentence.span, there), what = terms_in(plan, sentence.block, sentence.span, of);
        return !back.empty() && (what.empty() || back.front()->span.begin < what.front()->span.begin ||
                                 std::any_of(back.begin(), back.end(), [&](const TermPlace* place) { return document.view(place->span).find(' ') != std::string_view::npos; }));
    };
    // The same sentence behind a semicolon, or another one about the same occasion.
    const auto goes_on = [&](const Sentence& before, const Sentence& sentence) {
        if (at.empty() || before.block != sentence.block || !holds(before, at)) return false;
        const std::string_view text = document.view(before.span);
        return text.ends_with(';') || text.ends_with("；") || text.ends_with("؛") || holds(sentence, at) || points_back(sentence);
    };
    // What is to recur is named in its paragraph or the one before; other things are reviewed too.
    const auto is_about = [&](const Scope& scope, const Sentence& sentence) {
        if (about.empty() || !terms_in(plan, sentence.block, document.blocks[sentence.block].text, about).empty()) return true;
        // "Review: every two years", "Revised in May of each second year": what begins a sentence speaks of the section's own subject.
        constexpr std::uint32_t article = 4;
        if (const auto what = terms_in(plan, sentence.block, sentence.span, of); !what.empty() && what.front()->span.begin <= sentence.span.begin + article) return true;
        for (std::uint32_t i = sentence.block; i-- > scope.begin;)
            if (const Block& above = document.blocks[i]; !above.text.empty()) return !terms_in(plan, i, above.text, about).empty();
        return false;
    };
    for (const Scope& scope : scopes(plan, context.requirement.sections)) {
        const Sentence* before = nullptr;
        std::string said;  // when the occasion is that the sentences up to this one speak of
        const auto all = sentences_near(context, scope, places);
        for (const Sentence& sentence : all) {
            const bool occasion = !at.empty() && holds(sentence, at);
            // "How the plan is kept current. Each March the lead …": what begins a paragraph as its title is said of the sentence behind it.
            if (before != nullptr && occasion && before->block == sentence.block && before->span.begin == document.blocks[sentence.block].text.begin && fits_in(document.view(before->span), longest_title) &&
                holds(*before, of) && (about.empty() || holds(*before, about)) && time_in(*before).empty())
                if (std::string when = time_in(sentence); !when.empty()) result.show({sentence.block, sentence.span, false}, Argument{"value", std::move(when)});
            if (before != nullptr && !goes_on(*before, sentence)) said.clear();
            if (holds(sentence, of)) {
                std::string when = time_in(sentence);
                if (when.empty() && (about.empty() || holds(sentence, about))) when = said;
                if (!when.empty() && is_about(scope, sentence)) result.show({sentence.block, sentence.span, false}, Argument{"value", std::move(when)});
            }
            if (occasion)
                if (std::string when = time_in(sentence); !when.empty()) said = std::move(when);
            before = &sentence;
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
