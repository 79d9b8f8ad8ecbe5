// A lead is a person or an organisation behind a label or in a role column. "Vacant" and "to be designated" name nobody.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/shared/labels.hpp"
#include "checks/shared/sentences.hpp"
#include "checks/shared/vocabulary.hpp"
#include "text/attached.hpp"
#include "text/fold.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

// "The lead will be chosen at the first meeting": where a sentence says so of the role.
Where awaited(const Context& context, const ItemSpec& spec) {
    const TermSet& vacant = context.terms("vacant");
    const TermSet* const sets[] = {&vacant};
    const auto places = places_of(context.plan, sets);
    if (places.empty()) return {};
    const ItemLabels::Names& names = context.labels->names(spec, context.plan.language);
    for (const Scope& scope : scopes(context.plan, context.requirement.sections))
        for (const Sentence& sentence : sentences_near(context, scope, places)) {
            if (terms_in(context.plan, sentence.block, sentence.span, vacant).empty()) continue;
            const std::string folded = fold(context.document().view(sentence.span));
            for (const auto* labels : {&names.labels, &names.others})
                for (const std::string& label : *labels)
                    for (std::size_t at = folded.find(label); at != std::string::npos; at = folded.find(label, at + label.size()))
                        if ((at == 0 || is_word_border(decode_before(folded, at).code, decode(folded, at).code) || attached_before(context.language(), folded, at) != 0) &&
                            (at + label.size() == folded.size() || is_word_border(decode_before(folded, at + label.size()).code, decode(folded, at + label.size()).code)))
                            return {sentence.block, sentence.span, false};
        }
    return {};
}

}  // namespace

Result check_lead(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view kind = context.parameter("kind");
    Result result;
    Finding vacant;
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        bool named = false, unset = false;
        for (const Field& field : item.fields)
            for (const FieldValue& value : field.values) {
                if (value.type == "person" || value.type == "organisation" || value.type == "text") named = true;
                if (value.type == "unset") unset = true;
            }
        if (named && !unset) {
            result.show(where_of(item), Argument{"item", item.id});
            if (item.confidence != Confidence::low) result.outcome = Outcome::pass;
            else if (vacant.message.empty()) {
                vacant.message = "lead.doubtful";
                vacant.confidence = Confidence::low;
                vacant.subject = item_subject(plan, item);
                vacant.where = where_of(item);
            }
        } else {
            vacant.message = "lead.vacant";
            vacant.subject = item_subject(plan, item);
            vacant.where = where_of(item);
        }
    }
    if (result.outcome == Outcome::pass) return result;
    if (const ItemSpec* const spec = context.form().item(kind); vacant.message.empty() && spec != nullptr)
        if (vacant.where = awaited(context, *spec); vacant.where.known()) {
            vacant.message = "lead.vacant";
            const Section* const section = section_at(plan, vacant.where.block);
            vacant.subject = section != nullptr ? section_subject(plan, *section) : document_subject(plan);
        }
    if (!vacant.message.empty()) {
        vacant.outcome = Outcome::review;
        const bool item = vacant.subject.kind == "item" && !vacant.subject.titles.empty();
        vacant.arguments = {{"text", item ? vacant.subject.titles.back() : std::string(cut_at_word(plan.document().view(vacant.where.span)))}};
        result.findings.push_back(std::move(vacant));
        return result;
    }
    Finding finding;
    finding.message = "lead.none";
    const Section* section = first_section(context);
    if (section != nullptr) {
        finding.subject = section_subject(plan, *section);
        finding.where = heading_of(plan, *section);
        // Where the cells of a table came out without order, what stood beside a name is not known.
        const auto& blocks = plan.document().blocks;
        const auto body = [&](std::uint32_t at) { return blocks.begin() + static_cast<std::ptrdiff_t>(at); };
        const auto out_of_order = std::count_if(body(section->body_begin), body(section->body_end),
                                                [](const Block& block) { return block.kind == BlockKind::paragraph && block.has(mark::doubtful); });
        const bool most = static_cast<std::uint32_t>(out_of_order) * 2 > section->body_end - section->body_begin;
        const bool guessed = std::any_of(body(section->body_begin), body(section->body_end),
                                         [](const Block& block) { return block.kind == BlockKind::table && block.has(mark::doubtful); });
        finding.confidence = most || guessed ? Confidence::low : section->confidence;
    } else {
        finding.subject = document_subject(plan);
    }
    finding.arguments.push_back({"section", finding.subject.titles.empty() ? std::string() : finding.subject.titles.front()});
    finding.subject.kind = "missing";
    finding.subject.path.push_back(std::string(kind));
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
