// Names in a field of items are names of items of another kind: in full, by an acronym given with the name, or as part of
// the other's words. What is not in the list may be a third party: that is for a person.
#include <algorithm>
#include <deque>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "checks/check.hpp"
#include "checks/shared/alike.hpp"
#include "checks/shared/substrings.hpp"
#include "text/fold.hpp"
#include "text/likeness.hpp"
#include "text/punctuation.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

// All that is listed.
class List {
public:
    /// A title, and behind it other words of what is listed.
    void add(std::string title) {
        alike_.add(titles_.emplace_back(std::move(title)));
        add_words(titles_.back());
    }
    void add_words(std::string_view words) { text_.append(words).push_back('\n'); }
    bool empty() const { return titles_.empty(); }

    /// After the last one was added. `names`: about how many will be looked for.
    void index(std::size_t names) { places_.emplace(text_, names); }

    bool names(const std::string& name) {
        const auto [known, fresh] = known_.try_emplace(name, false);
        if (fresh) known->second = look(name);
        return known->second;
    }

private:
    std::deque<std::string> titles_;
    std::vector<Spelling> spellings_;  // of them, made when they are first compared
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

    bool look(std::string_view name) {
        if (name.size() < 2) return false;
        if (stands(name)) return true;
        if (name.size() < 6) return false;
        if (spellings_.empty())
            for (const std::string& title : titles_) spellings_.emplace_back(title);
        const Spelling spelling(name);
        for (const std::uint32_t i : alike_.candidates(name))
            if (likeness(spelling, spellings_[i], 0.85) > 0.0) return true;
        return false;
    }
};

// The whole names in a field of items are of organisations, and none has a word of the name of what is listed, whose persons
// or addresses stand in another field.
bool only_reached(const Plan& plan, const Item& item, const Field* field, const std::string& id, std::string_view kind) {
    if (field == nullptr || field->values.empty() || std::any_of(field->values.begin(), field->values.end(), [](const FieldValue& value) { return value.type != "organisation" || value.ambiguous || value.text.find(' ') == std::string::npos; })) return false;
    const auto listed = std::find_if(plan.items.begin(), plan.items.end(), [&](const Item& one) { return one.kind == kind && one.id == id; });
    if (listed == plan.items.end()) return false;
    std::unordered_set<std::string> reached;
    for (const Field& own : listed->fields)
        for (const FieldValue& value : own.values)
            if (value.type == "email" || value.type == "telephone" || value.type == "person") reached.insert(fold(value.value.empty() ? value.text : value.value));
    const bool elsewhere = std::any_of(item.fields.begin(), item.fields.end(), [&](const Field& other) {
        return other.name != field->name && std::any_of(other.values.begin(), other.values.end(), [&](const FieldValue& value) { return reached.contains(fold(value.value.empty() ? value.text : value.value)); });
    });
    if (!elsewhere) return false;
    constexpr std::size_t told = 4;  // bytes of a word that two forms of a name share
    const std::string title = fold(listed->title);
    for (const FieldValue& value : field->values) {
        const std::string name = fold(value.text);
        for (std::size_t at = 0; at < name.size();) {
            const std::size_t end = std::min(name.find_first_of(" -'(),.", at), name.size());
            if (end - at > told && title.find(name.substr(at, std::max(told, (end - at) / 2))) != std::string::npos) return false;
            at = end + 1;
        }
    }
    return true;
}

}  // namespace

Result check_names_listed(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const std::string_view kind = context.parameter("kind"), field_name = context.parameter("field"), among = context.parameter("among");
    Result result;
    List list;
    std::string made;
    std::unordered_set<std::string_view> listed_ids;
    for (const Item& item : plan.items) {
        if (item.kind != among) continue;
        listed_ids.insert(item.id);
        list.add(fold(item.title));
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(document.blocks[first].end, first + 1); ++i)
                if (const Span text = document.blocks[i].text; !text.empty())
                    list.add_words(text.size() <= 400 ? folded_text(plan, i, made) : fold(document.view(text).substr(0, 400)));
    }
    if (list.empty()) return result;
    list.index(plan.items.size());
    // Of leads, a person alone says no organization where that of another one is listed.
    const bool of_persons = context.form().is_like(kind, "lead");
    std::vector<std::string> strangers;
    std::unordered_set<std::string> told;
    Finding finding;
    std::optional<bool> any_known;
    const auto another_known = [&] {
        if (!any_known) any_known = std::any_of(plan.items.begin(), plan.items.end(), [&](const Item& other) {
            const Field* const names = other.kind == kind ? other.field(field_name) : nullptr;
            return names != nullptr && std::any_of(names->values.begin(), names->values.end(), [&](const FieldValue& value) { return value.type == "organisation" && list.names(fold(value.text)); });
        });
        return *any_known;
    };
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        const Field* field = item.field(field_name);
        bool any = false, known = false;
        std::string first;
        const FieldValue* place = nullptr;
        // A reference that was resolved while the plan was read names the item itself, unless it is one to whom another field
        // says to write.
        for (const std::string& id : item.refers_to)
            if (listed_ids.contains(id)) (only_reached(plan, item, field, id, among) ? any : known) = any = true;
        if (field != nullptr)
            for (const FieldValue& value : field->values) {
                if ((value.type != "person" && value.type != "organisation" && value.type != "text") || holds_mail(value.text, context.language()) || says_nothing(context, value)) continue;
                const std::string folded = fold(value.text);
                if (folded.find_first_not_of("0123456789 .,-+") == std::string::npos) continue;  // an amount under "Partner funding"
                any = true;
                if (list.names(folded)) known = true;
                else if (first.empty()) {
                    first = value.text;
                    place = &value;
                }
            }
        if (!any) continue;
        result.outcome = Outcome::pass;
        if (known) {
            result.show(where_of(item), Argument{"item", item.id});
            continue;
        }
        if (of_persons && field != nullptr && std::all_of(field->values.begin(), field->values.end(), [](const FieldValue& value) { return value.type == "person"; }) && another_known()) {
            result.show(where_of(item), Argument{"item", item.id});
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
    if (const Section* section = first_section(context)) finding.subject = section_subject(plan, *section);
    finding.arguments = {{"count", static_cast<std::int64_t>(strangers.size())}, {"names", strangers}};
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
