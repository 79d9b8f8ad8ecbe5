// How many items of a kind there are. `min` 1 asks that there be any at all; where evidence decides, finding none is not
// the same as there being none.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

// All that the item says is that it is still to be decided.
bool puts_off(const Context& context, const Item& item) {
    constexpr std::size_t longest = 600;  // bytes: a section that says more names something
    const Language& language = context.language();
    std::string said;
    for (const std::uint32_t first : item.blocks)
        for (std::uint32_t i = first; i < std::max(context.document().blocks[first].end, first + 1); ++i) {
            const std::string_view text = context.document().view(context.document().blocks[i].text);
            if (said.size() + text.size() > longest) return false;
            said.append(text).push_back('\n');
        }
    return is_undecided(fold(said), language) || !find_values(said, language, want_unset).empty();
}

// An address in a text that has lost what marked its lines, or several in running text: those they belong to were not told from
// the rest.
bool names_someone(const Context& context, const Section& section) {
    const Document& document = context.document();
    const std::size_t least = document.is_unmarked() ? 1 : 2;
    std::size_t found = 0;
    for (std::uint32_t i = section.heading; i < section.body_end; ++i) {
        if (least > 1 && document.blocks[i].kind != BlockKind::paragraph) continue;
        for (const Value& value : context.plan.block_text->values(i, context.language(), want_contacts))
            if ((value.type == ValueType::email || value.type == ValueType::masked) && ++found == least) return true;
    }
    return false;
}

// "In the area work the Lake Institute and the Union of Rivers": names stand in its sentences, and not the lead's alone.
bool holds_names(const Context& context, const Section& section) {
    std::vector<std::uint32_t> leading;  // blocks, ascending
    for (const Item& item : context.plan.items)
        if (context.form().is_like(item.kind, "lead")) leading.insert(leading.end(), item.blocks.begin(), item.blocks.end());
    std::sort(leading.begin(), leading.end());
    const TermSet none(context.form(), {"not-applicable"});
    for (std::uint32_t i = section.body_begin; i < section.body_end; ++i) {
        const Block& block = context.document().blocks[i];
        if (block.kind != BlockKind::paragraph || block.text.empty() || std::binary_search(leading.begin(), leading.end(), i)) continue;
        if (const auto said = terms_in(context.plan, i, block.text, none); !said.empty() && said.front()->span.begin == block.text.begin) continue;
        for (const Value& value : context.plan.block_text->values(i, block.text, context.language(), want_names))
            if (value.type == ValueType::organisation || value.type == ValueType::person) return true;
    }
    return false;
}

}  // namespace

Result check_item_count(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view kind = context.parameter("kind");
    const std::uint32_t least = context.number("min", 0);
    const std::uint32_t most = context.number("max", 0xFFFFFFFF);
    const auto& sections = context.requirement.sections;
    Result result;
    std::vector<const Item*> items;
    Confidence confidence = Confidence::certain;
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        items.push_back(&item);
        confidence = std::min(confidence, item.confidence);
    }
    const Section* section = first_section(context);
    // A sentence may stand for an item; two or three words are none.
    // nor is one that puts the matter off ("linkages will be identified later").
    if (context.parameter("sentences") == "yes" && items.size() == 1 && confidence == Confidence::low && section != nullptr &&
        (section->words.words < 4 || puts_off(context, *items.front())))
        items.clear();
    const auto count = static_cast<std::uint32_t>(items.size());

    if (count >= least && count <= most) {
        result.outcome = Outcome::pass;
        for (const Item* item : items) result.show(where_of(*item), Argument{"item", item->id});
        if (items.empty()) result.evidence.push_back(looked_at(plan, sections.empty() ? "plan" : sections.front()));
        // A whole section taken as one item shows that there are words, not that they name anything, and never how many
        // things; where a sentence will do, or a person looks at the evidence anyway, that is enough for one. Several (a
        // list in the annex that the section points to) are no whole section, so that there is one of them at least.
        const bool enough = least == 0 || (least == 1 && (count > 1 || context.requirement.decided_by == DecidedBy::evidence));
        if (confidence != Confidence::low || enough) return result;
    }
    Finding finding;
    finding.arguments = {{"count", std::int64_t{count}}, {"min", std::int64_t{least}}};
    if (most != 0xFFFFFFFF) finding.arguments.push_back({"max", std::int64_t{most}});
    if (section != nullptr) {
        finding.subject = section_subject(plan, *section);
        finding.where = heading_of(plan, *section);
        finding.arguments.push_back({"section", finding.subject.titles.front()});
        finding.confidence = std::min(section->confidence, confidence);
    } else {
        finding.subject = document_subject(plan);
        finding.arguments.push_back({"section", std::string()});
        finding.confidence = confidence;
    }
    finding.arguments.push_back({"kind", std::string(kind)});
    if (count == 0) {
        // What was not found may stand in a table that came out as lines.
        if (section != nullptr && (holds_doubt(plan.document(), section->body_begin, section->body_end) || names_someone(context, *section) || (context.form().is_like(kind, "partner") && holds_names(context, *section)))) finding.confidence = Confidence::low;
        finding.message = context.requirement.decided_by == DecidedBy::evidence ? "not-found" : "item-count.none";
        if (context.requirement.decided_by == DecidedBy::evidence) finding.outcome = Outcome::review;
        finding.subject.kind = "missing";
        finding.subject.path.push_back(std::string(kind));
    } else if (confidence == Confidence::low) {
        finding.outcome = Outcome::review;
        finding.message = most == 0xFFFFFFFF ? "item-count.whole" : "item-count.doubtful";
    } else if (count < least) {
        finding.message = most == 0xFFFFFFFF ? "item-count.fewer" : "item-count.below";
        // Text whose lines lost their order: those that are missing may stand among them.
        if (context.document().is_unmarked() && section != nullptr && holds_doubt(plan.document(), section->body_begin, section->body_end)) finding.confidence = Confidence::low;
    } else {
        finding.message = "item-count.above";
        finding.where = where_of(*items[most]);
    }
    for (const Item* item : items) finding.related.push_back({"", item_subject(plan, *item), where_of(*item)});
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
