// Names in a field of items are names of items of another kind: in full, by an acronym given with the name, or as part of
// the other's words. What is not in the list may be a third party: that is for a person.
#include <algorithm>

#include "checks/check.hpp"
#include "text/fold.hpp"
#include "text/likeness.hpp"
#include "text/punctuation.hpp"

namespace plancheck {

namespace {

// Folded words of an item with those of its fields, and where it begins.
struct Listed {
    const Item* item;
    std::string words;
};

bool names(const Listed& listed, std::string_view name) {
    if (name.size() < 2) return false;
    for (std::size_t at = listed.words.find(name); at != std::string::npos; at = listed.words.find(name, at + 1)) {
        const bool starts = at == 0 || is_ideograph(decode(name, 0).code) || listed.words[at - 1] == ' ' || listed.words[at - 1] == '(' || listed.words[at - 1] == '\n' || listed.words[at - 1] == '\'';
        const std::size_t end = at + name.size();
        const bool ends = end == listed.words.size() || is_ideograph(decode_before(name, name.size()).code) || std::string_view(" ,.;:)\n/-").find(listed.words[end]) != std::string_view::npos;
        if (starts && ends) return true;
    }
    return name.size() >= 6 && likeness(name, fold(listed.item->title), 0.85) > 0.0;
}

}  // namespace

Result check_names_listed(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const std::string_view kind = context.parameter("kind"), field_name = context.parameter("field"), among = context.parameter("among");
    Result result;
    std::vector<Listed> list;
    for (const Item& item : plan.items) {
        if (item.kind != among) continue;
        Listed listed{&item, fold(item.title)};
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(document.blocks[first].end, first + 1); ++i)
                if (!document.blocks[i].text.empty()) listed.words.append("\n").append(fold(document.view(document.blocks[i].text).substr(0, 400)));
        list.push_back(std::move(listed));
    }
    if (list.empty()) return result;
    std::vector<std::string> strangers;
    Finding finding;
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        const Field* field = item.field(field_name);
        bool any = false, known = false;
        std::string first;
        const FieldValue* place = nullptr;
        // A reference that was resolved while the plan was read names the item itself.
        for (const std::string& id : item.refers_to)
            for (const Listed& listed : list)
                if (listed.item->id == id) known = any = true;
        if (field != nullptr)
            for (const FieldValue& value : field->values) {
                if (value.type != "person" && value.type != "organisation" && value.type != "text") continue;
                any = true;
                const std::string folded = fold(value.text);
                if (std::any_of(list.begin(), list.end(), [&](const Listed& listed) { return names(listed, folded); })) known = true;
                else if (first.empty()) {
                    first = value.text;
                    place = &value;
                }
            }
        if (!any) continue;
        result.outcome = Outcome::pass;
        if (known) {
            result.evidence.push_back({where_of(item), {{"item", item.id}}, {}});
            continue;
        }
        finding.confidence = std::min(finding.confidence, item.confidence);
        if (std::find(strangers.begin(), strangers.end(), first) == strangers.end()) strangers.push_back(first);
        if (!finding.where.known()) finding.where = place != nullptr ? Where{place->block, place->span, false} : where_of(item);
        else finding.related.push_back({"", item_subject(plan, item), where_of(item)});
    }
    if (strangers.empty()) {
        if (result.evidence.empty()) result.outcome = Outcome::not_applicable;
        return result;
    }
    finding.outcome = Outcome::review;
    finding.message = "names-listed.without";
    for (const std::string& key : context.requirement.sections)
        if (const Section* section = context.outline().find(key); section != nullptr && finding.subject.kind.empty())
            finding.subject = section_subject(plan, *section);
    finding.arguments = {{"count", static_cast<std::int64_t>(strangers.size())}, {"names", strangers}};
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
