// What items refer to: what a field says is asked first, then the words of the item, its label, the title above it, and at last
// names and brackets. What a kind refers to first is what "all" is said of, and what its labels may count within.
#include "plan/fields.hpp"

#include <algorithm>

namespace plancheck {

// "1, 2", "objective 1" and words of its title refer to something; "1 study" counts, and so does "3000".
bool FieldReader::refers(Stretch stretch, std::uint32_t target) const {
    const std::string_view text = reading_.view(stretch.span);
    if (target == Lexicon::none || !references_.in_field(text, target).any()) return false;
    constexpr std::size_t longest_number = 2;
    const std::size_t digit = text.find_first_not_of("(# ");
    if (digit != std::string_view::npos && std::min(text.find_first_not_of("0123456789", digit), text.size()) - digit > longest_number) return false;
    return digit == std::string_view::npos || text[digit] < '0' || text[digit] > '9' || text.find_first_not_of("0123456789.,;/()-&# ") == std::string_view::npos ||
           references_.in_text(stretch, target).any();
}

void FieldReader::refer(Draft& draft, std::vector<Referred>& referred) const {
    bool first = true;
    for (std::uint32_t f = 0; f < spec_.fields.size(); ++f) {
        const FieldSpec& spec = spec_.fields[f];
        if (spec.type != FieldType::reference) continue;
        const std::uint32_t target = reading_.lexicon.kind(spec.refers_to);
        if (target != Lexicon::none && references_.has(target)) {
            Referred& found = referred[f];
            if (!found.any())
                for (const Stretch& part : draft.parts) found.merge(references_.in_text(part, target));
            if (!found.any() && first) refer_by_place(draft, target, found);
            if (!found.any()) refer_by_words(draft, spec, target, found);
            for (const std::uint32_t one : found.items) draft.item.refers_to.push_back(references_.id(target, one));
            if (first && found.all) draft.item.covers_all = true;
        }
        first = false;
    }
}

// By the item's number, or the title above it.
void FieldReader::refer_by_place(const Draft& draft, std::uint32_t target, Referred& found) const {
    constexpr std::size_t longest_title = 80, longest_caption = 160;  // bytes
    const std::string& label = draft.item.label;
    // "2.1" is the first effort of action 2.
    if (const std::string parent = numbered_by_target && !label.empty() ? parent_of(label) : std::string(); !parent.empty()) {
        if (const auto same = references_.labelled(label, {}, target).first) found.items.push_back(*same);  // "3-1" of section III
        else found.merge(references_.in_field(parent, target));
        if (!found.any()) found.merge(references_.in_field("(" + parent + ")", target));  // a letter alone may be a word
        if (const auto above = found.any() ? std::nullopt : references_.by_level(label, target)) found.items.push_back(*above);
    }
    // "Capture" above the efforts of "Improve the capture".
    for (const Stretch& above : draft.groups)
        if (!found.any() && above.span.size() <= longest_title) found = references_.by_title(reading_.view(above.span), target);
    // "Effort 3 (action 1)" above the form of an effort.
    for (const Stretch& above : draft.groups)
        if (!found.any() && above.span.size() <= longest_caption) found = references_.in_text(above, target);
}

void FieldReader::refer_by_words(const Draft& draft, const FieldSpec& spec, std::uint32_t target, Referred& found) const {
    const Item& item = draft.item;
    std::string words = item.title;
    if (!draft.parts.empty()) words = std::string(reading_.view(draft.parts.front().span).substr(0, References::most_of_part)) + " ";
    if (const Field* stated = item.field(spec.name))
        for (const FieldValue& value : stated->values) words += " " + value.text;
    // Where items refer to one kind alone, a label between brackets is one of that kind.
    if (std::count_if(spec_.fields.begin(), spec_.fields.end(), [](const FieldSpec& one) { return one.type == FieldType::reference; }) == 1)
        for (const Stretch& part : draft.parts) found.merge(references_.in_last_brackets(reading_.view(part.span), target));
    if (!found.any()) found = references_.in_brackets(words, target);
    if (!found.any()) found = references_.by_words(words, draft.parts.empty() ? std::nullopt : std::optional(draft.parts.front()), target);
    if (!found.any()) found = references_.by_title(item.title, target);
}

void FieldReader::read_names(Draft& draft, const References& references) const {
    Item& item = draft.item;
    std::vector<std::uint32_t> kinds;
    for (const FieldSpec& spec : spec_.fields)
        if (spec.type == FieldType::party && !spec.refers_to.empty())
            if (const std::uint32_t target = reading_.lexicon.kind(spec.refers_to);
                target != Lexicon::none && target != kind_ && references.has(target) && std::find(kinds.begin(), kinds.end(), target) == kinds.end())
                kinds.push_back(target);
    for (const std::uint32_t target : kinds) {
        Referred found;
        for (const Stretch& part : draft.parts) found.merge(references.by_name(part, target));
        for (const Stretch& above : draft.groups) found.merge(references.by_name(above, target));
        for (const Field& field : item.fields)
            for (const FieldValue& value : field.values)
                if (value.type == "organisation" || value.type == "person" || value.type == "text")
                    found.merge(reading_.view(value.span) == value.text ? references.by_name(Stretch{value.block, value.span}, target) : references.by_name(value.text, target));
        // "Velmora Ministry of Environment" is the listed "Ministry of Environment of Velmora".
        if (found.items.empty())
            for (const Field& field : item.fields)
                for (const FieldValue& value : field.values)
                    if (value.type == "organisation") found.merge(references.by_words_of_name(value.text, target));
        for (const std::uint32_t one : found.items) item.refers_to.push_back(references.id(target, one));
    }
}

}  // namespace plancheck
