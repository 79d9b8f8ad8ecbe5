// Names in a field of items are names of items of another kind: in full, by an acronym given with the name, or as part of
// the other's words. What is not in the list may be a third party: that is for a person.
#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "checks/check.hpp"
#include "checks/shared/alike.hpp"
#include "checks/shared/substrings.hpp"
#include "text/fold.hpp"
#include "text/likeness.hpp"
#include "text/punctuation.hpp"

namespace plancheck {

namespace {

// All that is listed.
class List {
public:
    void add(const std::string& title, std::string_view words) {
        titles_.emplace_back(title);
        alike_.add(title);
        text_.append(words).push_back('\n');
    }
    bool empty() const { return titles_.empty(); }

    /// After the last one was added. `names`: about how many will be looked for.
    void index(std::size_t names) { places_.emplace(text_, names); }

    bool names(const std::string& name) {
        const auto [known, fresh] = known_.try_emplace(name, false);
        if (fresh) known->second = look(name);
        return known->second;
    }

private:
    std::vector<Spelling> titles_;
    AlikeIndex alike_;
    std::string text_;
    std::optional<Substrings> places_;
    std::unordered_map<std::string, bool> known_;

    // As whole words.
    bool stands(std::string_view name) const {
        const bool any_begin = is_ideograph(decode(name, 0).code), any_end = is_ideograph(decode_before(name, name.size()).code);
        return places_->any(name, [&](std::size_t at) {
            const bool begins = at == 0 || any_begin || std::string_view(" (\n'").find(text_[at - 1]) != std::string_view::npos;
            return begins && (any_end || std::string_view(" ,.;:)\n/-").find(text_[at + name.size()]) != std::string_view::npos);
        });
    }

    bool look(std::string_view name) const {
        if (name.size() < 2) return false;
        if (stands(name)) return true;
        if (name.size() < 6) return false;
        const Spelling spelling(name);
        for (const std::uint32_t i : alike_.candidates(name))
            if (likeness(spelling, titles_[i], 0.85) > 0.0) return true;
        return false;
    }
};

}  // namespace

Result check_names_listed(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const std::string_view kind = context.parameter("kind"), field_name = context.parameter("field"), among = context.parameter("among");
    Result result;
    List list;
    std::unordered_set<std::string_view> listed_ids;
    for (const Item& item : plan.items) {
        if (item.kind != among) continue;
        const std::string title = fold(item.title);
        std::string words = title;
        listed_ids.insert(item.id);
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(document.blocks[first].end, first + 1); ++i)
                if (!document.blocks[i].text.empty()) words.append("\n").append(fold(document.view(document.blocks[i].text).substr(0, 400)));
        list.add(title, words);
    }
    if (list.empty()) return result;
    list.index(plan.items.size());
    std::vector<std::string> strangers;
    std::unordered_set<std::string> told;
    Finding finding;
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        const Field* field = item.field(field_name);
        bool any = false, known = false;
        std::string first;
        const FieldValue* place = nullptr;
        // A reference that was resolved while the plan was read names the item itself.
        for (const std::string& id : item.refers_to)
            if (listed_ids.contains(id)) known = any = true;
        if (field != nullptr)
            for (const FieldValue& value : field->values) {
                if (value.type != "person" && value.type != "organisation" && value.type != "text") continue;
                any = true;
                const std::string folded = fold(value.text);
                if (list.names(folded)) known = true;
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
        if (told.insert(first).second) strangers.push_back(first);
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
