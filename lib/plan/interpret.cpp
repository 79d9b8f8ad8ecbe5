// The order of work: terms of the whole text first, then the title block, then one kind of item after another in the
// template's order, each with its fields and its references to the kinds before it. Names of partners are resolved last,
// because the list of partners closes the plan.
#include <algorithm>
#include <iterator>
#include <numeric>
#include <unordered_set>

#include "plan/doers.hpp"
#include "plan/fields.hpp"
#include "plan/items.hpp"
#include "plan/leads.hpp"
#include "plan/lines.hpp"
#include "plan/noted_contacts.hpp"
#include "plan/numbered_paragraphs.hpp"
#include "plan/title_block.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

void number(std::vector<Item>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) items[i].id = items[i].kind + "-" + std::to_string(i + 1);
}

// Labels like "4.1", "4.2" with one first number repeat the number of the section.
bool share_parent(const std::vector<Draft>& drafts) {
    std::string parent;
    std::size_t dotted = 0;
    for (const Draft& draft : drafts) {
        const std::string own = parent_of(draft.item.label);
        if (own.empty()) continue;
        if (dotted++ != 0 && own != parent) return false;
        parent = own;
    }
    return dotted > 1;
}

// "1) Inventories" below the action "1) Improve inventories": items that bear the labels of those they are to cover, one by
// one and all in order, refer to them, if the words of half of them say so too. Where one refers to another, none does.
void refer_by_label(const Reading& reading, const References& references, std::uint32_t kind, const std::vector<Item>& targets, std::vector<Draft>& drafts) {
    if (drafts.size() != targets.size() || targets.empty()) return;
    std::size_t alike = 0;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const Item& item = drafts[i].item;
        if (item.label.empty() || item.covers_all) return;
        const auto [target, shared] = references.labelled(item.label, reading.view(item.span), kind);
        if (target != static_cast<std::uint32_t>(i)) return;
        bool other = false, same = shared;
        for (const std::string& id : item.refers_to) {
            same = same || id == targets[i].id;
            other = other || (id != targets[i].id && id.starts_with(targets[i].kind + "-"));
        }
        if (other) return;
        if (same) ++alike;
    }
    if (alike * 2 < drafts.size()) return;
    for (std::size_t i = 0; i < drafts.size(); ++i)
        if (auto& all = drafts[i].item.refers_to; std::find(all.begin(), all.end(), targets[i].id) == all.end()) all.push_back(targets[i].id);
}

// Sections that are fields: what their body says, or what stands behind their title in one line.
std::vector<Field> section_values(const Reading& reading, const References& references) {
    std::vector<Field> fields;
    const std::vector<ColumnHead> none;
    for (const Section& section : reading.outline.sections) {
        if (section.spec == nullptr || section.repeated || !section.spec->value) continue;
        const FieldReader reader(reading, references, Lexicon::none, none);
        std::vector<Stretch> stretches;
        if (!section.glued.empty()) stretches.push_back({section.heading, section.glued});
        for (std::uint32_t i = section.body_begin; i < section.body_end; ++i)
            if (reading.is_text(i) && reading.document.blocks[i].kind != BlockKind::heading) stretches.push_back({i, reading.document.blocks[i].text});
        fields.push_back(reader.section_value(*section.spec, stretches));
        if (fields.back().block == 0) fields.back().block = section.heading;
    }
    return fields;
}

// Those who lead may stand apart from the list of partners, with their addresses. What else a list says of them stands there.
std::vector<Item> leads_apart(const References& references, std::uint32_t partner, const std::vector<Item>& leads) {
    std::vector<Item> apart;
    for (const Item& item : leads)
        if (item.confidence != Confidence::low && (partner == Lexicon::none || references.by_name(item.title, partner).items.empty())) apart.push_back(item);
    return apart;
}

void refer_to_leads(const References& references, std::uint32_t lead, const ItemSpec& spec, Draft& draft) {
    if (!references.has(lead) || std::none_of(spec.fields.begin(), spec.fields.end(), [](const FieldSpec& field) { return field.type == FieldType::party && !field.refers_to.empty(); })) return;
    Referred found;
    for (const Stretch& part : draft.parts) found.merge(references.by_name(part, lead));
    for (const Stretch& above : draft.groups) found.merge(references.by_name(above, lead));
    for (const Field& field : draft.item.fields)
        for (const FieldValue& value : field.values)
            if (value.type == "organisation" || value.type == "text") found.merge(references.by_name(value.text, lead));
    for (const std::uint32_t one : found.items) draft.item.refers_to.push_back(references.id(lead, one));
}

// A heading says what stands below it; one that is an item (an action, an effort) is text of the plan as a list item would be.
void add_terms_of_items(const std::vector<TermPlace>& of_headings, Plan& plan) {
    if (of_headings.empty()) return;
    std::unordered_set<std::uint32_t> items;
    for (const Item& item : plan.items)
        if (item.confidence != Confidence::low) items.insert(item.block);
    const auto before = static_cast<std::ptrdiff_t>(plan.terms.size());
    std::copy_if(of_headings.begin(), of_headings.end(), std::back_inserter(plan.terms), [&](const TermPlace& place) { return items.contains(place.block); });
    std::inplace_merge(plan.terms.begin(), plan.terms.begin() + before, plan.terms.end(), [](const TermPlace& a, const TermPlace& b) { return a.block < b.block; });
}

// Counted, then put in place: linear, and the order of the text is kept.
void order_terms(Plan& plan) {
    plan.term_first.assign(plan.form().vocabularies.size() + 1, 0);
    for (const TermPlace& place : plan.terms) ++plan.term_first[place.vocabulary + 1];
    std::partial_sum(plan.term_first.begin(), plan.term_first.end(), plan.term_first.begin());
    std::vector<std::uint32_t> next = plan.term_first;
    plan.term_order.resize(plan.terms.size());
    for (std::uint32_t i = 0; i < plan.terms.size(); ++i) plan.term_order[next[plan.terms[i].vocabulary]++] = i;
}

// Blocks of an item, behind the one that it begins in, that are items of a list.
std::size_t listed_below(const Reading& reading, const Item& item) {
    std::size_t listed = 0;
    for (const std::uint32_t at : item.blocks) {
        const Block& block = reading.document.blocks[at];
        if (at == item.block || reading.numbered.contains(at)) continue;
        if (block.kind == BlockKind::list_item || label_of(reading, {at, reading.trimmed(block.text)}, Lexicon::none)) ++listed;
    }
    return listed;
}

// Where one numbering counts the paragraphs of all sections, the number of one is not what an item is called by. Where one of them
// alone has a list below, the items may as well be those of the list.
void in_numbered_paragraphs(const Reading& reading, std::vector<Draft>& drafts) {
    std::size_t counted = 0, with_list = 0;
    for (Draft& draft : drafts) {
        const auto number = reading.numbered.find(draft.item.block);
        if (number == reading.numbered.end()) continue;
        if (draft.item.label == std::to_string(number->second)) draft.item.label.clear();
        if (!draft.item.label.empty()) continue;
        ++counted;
        with_list += listed_below(reading, draft.item) > 1 ? 1 : 0;
    }
    if (counted < 2 || counted < drafts.size() || with_list != 1) return;
    for (Draft& draft : drafts) draft.item.confidence = Confidence::low;
}

// "[Insert further opportunities here]" among items is none of them.
void drop_prompts(const Reading& reading, std::vector<Draft>& drafts) {
    const std::uint32_t placeholders = reading.lexicon.vocabulary("placeholders");
    if (placeholders == Lexicon::none || drafts.size() < 2) return;
    const auto is_prompt = [&](const Draft& draft) {
        const std::string_view text = trimmed(reading.view(draft.item.span));
        if (!text.starts_with('[') || !text.ends_with(']')) return false;
        const auto places = reading.terms_in(draft.item.span);
        return std::any_of(places.begin(), places.end(), [&](const TermPlace& place) { return place.vocabulary == placeholders && reading.form.vocabularies[placeholders].terms[place.term].group == "bracket"; });
    };
    if (std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) { return !is_prompt(draft); })) std::erase_if(drafts, is_prompt);
}

// "New partners are welcome: a letter to the lead is enough." below a list of partners names none.
void drop_invitations(const Reading& reading, std::vector<Draft>& drafts) {
    const std::uint32_t openness = reading.lexicon.vocabulary("openness");
    if (openness == Lexicon::none || drafts.size() < 2) return;
    std::erase_if(drafts, [&](const Draft& draft) {
        const Span words = reading.document.blocks[draft.item.block].text;
        const std::string_view text = trimmed(reading.view(words));
        return draft.cells.empty() && draft.item.blocks.size() < 2 && text.ends_with('.') && reading.has_term(words, openness) && !holds_mail(text, reading.language) && text.find('+') == std::string_view::npos;
    });
}

}  // namespace

Plan interpret(const Outline& outline, std::string_view language, const Lexicon& lexicon, FoldedBlocks folded) {
    Plan plan;
    plan.outline = &outline;
    plan.language = language;
    Reading reading(outline, language, lexicon, std::move(folded));
    std::vector<TermPlace> of_headings;
    reading.terms = find_terms(reading, of_headings);
    read_title_block(reading, plan);
    reading.area = plan.area;
    reading.numbered = numbered_paragraphs(reading);

    const auto& kinds = reading.form.items;
    const std::uint32_t lead = lexicon.like("lead");
    References references(reading);
    std::vector<Found> found(kinds.size());
    std::vector<std::vector<Item>> items(kinds.size());
    for (std::uint32_t k = 0; k < kinds.size(); ++k) {
        if (k == lead) continue;
        found[k] = find_items(reading, references, k);
        drop_prompts(reading, found[k].drafts);
        if (k == lexicon.like("partner")) drop_invitations(reading, found[k].drafts);
        if (!reading.numbered.empty()) in_numbered_paragraphs(reading, found[k].drafts);
        FieldReader fields(reading, references, k, found[k].heads);
        fields.numbered_by_target = !share_parent(found[k].drafts);
        for (Draft& draft : found[k].drafts) fields.read(draft);
        for (const Requirement& asked : reading.form.requirements)
            if (asked.check == "covers" && asked.parameter("from", language) == kinds[k].kind)
                if (const std::uint32_t target = lexicon.kind(asked.parameter("to", language)); target < k) refer_by_label(reading, references, target, items[target], found[k].drafts);
        items[k].reserve(found[k].drafts.size());
        for (Draft& draft : found[k].drafts) items[k].push_back(std::move(draft.item));
        number(items[k]);
        references.add(k, items[k]);
    }
    if (lead != Lexicon::none) {
        const std::uint32_t partner = lexicon.like("partner");
        items[lead] = find_leads(reading, lead, partner == Lexicon::none ? std::vector<Item>() : items[partner]);
        number(items[lead]);
        references.add(lead, leads_apart(references, partner, items[lead]));
    }
    for (std::uint32_t k = 0; k < kinds.size(); ++k) {
        const std::vector<ColumnHead> none;
        const FieldReader fields(reading, references, k, none);
        for (std::size_t i = 0; i < items[k].size(); ++i) {
            Draft draft;
            if (k != lead) {
                draft.parts = std::move(found[k].drafts[i].parts);
                draft.groups = std::move(found[k].drafts[i].groups);
            } else {
                draft.parts = {{items[k][i].block, items[k][i].span}};  // "Ms Roe, of the Lake Institute"
            }
            draft.item = std::move(items[k][i]);
            fields.read_names(draft, references);
            if (k != lead && lead != Lexicon::none) refer_to_leads(references, lead, kinds[k], draft);
            if (k != lead) read_doer(reading, kinds[k], draft);
            plan.items.push_back(std::move(draft.item));
        }
    }
    add_noted_contacts(reading, plan.items);
    plan.values = section_values(reading, references);
    plan.terms = std::move(reading.terms);
    add_terms_of_items(of_headings, plan);
    order_terms(plan);
    plan.guidance = std::move(reading.guidance);
    plan.block_text = std::move(reading.block_text);
    return plan;
}

std::span<const std::uint32_t> Plan::terms_of(std::uint32_t vocabulary) const noexcept {
    if (vocabulary + 1 >= term_first.size()) return {};
    return std::span(term_order).subspan(term_first[vocabulary], term_first[vocabulary + 1] - term_first[vocabulary]);
}

Plan interpret(const Outline& outline, std::string_view language) {
    return interpret(outline, language, Lexicon(*outline.form, Languages::built_in()));
}

const Field* Item::field(std::string_view name) const noexcept {
    for (const Field& one : fields)
        if (one.name == name) return &one;
    return nullptr;
}

const Field* Plan::value(std::string_view section) const noexcept {
    for (const Field& one : values)
        if (one.name == section) return &one;
    return nullptr;
}

std::size_t Plan::count(std::string_view kind) const noexcept {
    return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [&](const Item& item) { return item.kind == kind; }));
}

}  // namespace plancheck
