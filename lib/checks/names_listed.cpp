// Names in a field of items are names of items of another kind: in full, by an acronym given with the name, or as part of
// the other's words. What is not in the list may be a third party: that is for a person.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "checks/check.hpp"
#include "checks/shared/alike.hpp"
#include "text/fold.hpp"
#include "text/likeness.hpp"
#include "text/punctuation.hpp"

namespace plancheck {

namespace {

// Folded words of an item with those of its fields, and its title.
struct Listed {
    std::string words, title;
};

constexpr std::string_view delimiters = " ,.;:()\n/-'";

template <class Take>
void each_word(std::string_view folded, Take&& take) {
    for (std::size_t at = folded.find_first_not_of(delimiters); at < folded.size();) {
        const std::size_t end = std::min(folded.find_first_of(delimiters, at), folded.size());
        take(folded.substr(at, end - at));
        at = folded.find_first_not_of(delimiters, end);
    }
}

bool holds(const Listed& listed, std::string_view name) {
    for (std::size_t at = listed.words.find(name); at != std::string::npos; at = listed.words.find(name, at + 1)) {
        const bool starts = at == 0 || is_ideograph(decode(name, 0).code) || listed.words[at - 1] == ' ' || listed.words[at - 1] == '(' || listed.words[at - 1] == '\n' || listed.words[at - 1] == '\'';
        const std::size_t end = at + name.size();
        const bool ends = end == listed.words.size() || is_ideograph(decode_before(name, name.size()).code) || std::string_view(" ,.;:)\n/-").find(listed.words[end]) != std::string_view::npos;
        if (starts && ends) return true;
    }
    return false;
}

// All that is listed, through an index: a name holds whole words alone, so its rarest word tells where it can stand.
class List {
public:
    void add(Listed listed) {
        each_word(listed.words, [&](std::string_view word) {
            auto& with = words_[std::string(word)];
            if (with.empty() || with.back() != all_.size()) with.push_back(static_cast<std::uint32_t>(all_.size()));
        });
        titles_.add(listed.title);
        all_.push_back(std::move(listed));
    }
    bool empty() const { return all_.empty(); }

    bool names(const std::string& name) {
        const auto [known, fresh] = known_.try_emplace(name, false);
        if (fresh) known->second = look(name);
        return known->second;
    }

private:
    std::vector<Listed> all_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> words_;
    AlikeIndex titles_;
    std::unordered_map<std::string, bool> known_;

    bool look(std::string_view name) const {
        if (name.size() < 2) return false;
        const std::vector<std::uint32_t>* rarest = nullptr;
        bool missing = false;
        each_word(name, [&](std::string_view word) {
            const auto with = words_.find(std::string(word));
            missing = missing || with == words_.end();
            if (!missing && (rarest == nullptr || with->second.size() < rarest->size())) rarest = &with->second;
        });
        if (!missing && rarest != nullptr && std::any_of(rarest->begin(), rarest->end(), [&](std::uint32_t i) { return holds(all_[i], name); })) return true;
        if (name.size() < 6) return false;
        for (const std::uint32_t i : titles_.candidates(name))
            if (likeness(name, all_[i].title, 0.85) > 0.0) return true;
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
        Listed listed;
        listed.words = listed.title = fold(item.title);
        listed_ids.insert(item.id);
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(document.blocks[first].end, first + 1); ++i)
                if (!document.blocks[i].text.empty()) listed.words.append("\n").append(fold(document.view(document.blocks[i].text).substr(0, 400)));
        list.add(std::move(listed));
    }
    if (list.empty()) return result;
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
