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

// Whether a name stands in a block of an item that holds no value of a field ("With whom: Lake Institute" below "Who: Ministry").
bool stands_beside(const Plan& plan, const Item& item, const Field& field, const std::string& name) {
    const auto& blocks = plan.document().blocks;
    std::string made;
    for (const std::uint32_t first : item.blocks)
        for (std::uint32_t i = first; i < std::max(blocks[first].end, first + 1); ++i) {
            if (blocks[i].text.empty() || std::any_of(field.values.begin(), field.values.end(), [&](const FieldValue& value) { return value.block == i; })) continue;
            if (folded_text(plan, i, made).find(name) != std::string_view::npos) return true;
        }
    return false;
}

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
    const std::string title = fold(listed->title);
    if (!elsewhere && !stands_beside(plan, item, *field, title.substr(0, title.find(" (")))) return false;
    constexpr std::size_t told = 4;  // bytes of a word that two forms of a name share
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

class NamesListed {
public:
    explicit NamesListed(const Context& context) : context_(context) {}

    Result run() {
        if (!read_list()) return std::move(result_);
        for (const Item& item : plan_.items)
            if (item.kind == kind_) read_short_names(item);
        for (const Item& item : plan_.items)
            if (item.kind == kind_) look(item);
        if (strangers_.empty()) {
            if (result_.evidence.empty()) result_.outcome = Outcome::not_applicable;
            return std::move(result_);
        }
        finding_.outcome = Outcome::review;
        finding_.message = "names-listed.without";
        if (const Section* section = first_section(context_)) finding_.subject = section_subject(plan_, *section);
        finding_.arguments = {{"count", static_cast<std::int64_t>(strangers_.size())}, {"names", std::move(strangers_)}};
        result_.findings.push_back(std::move(finding_));
        return std::move(result_);
    }

private:
    // What an item's field names: anything, somebody who is listed, or the first who is not.
    struct Named {
        bool any = false, listed = false;
        const FieldValue* stranger = nullptr;
    };

    bool read_list() {
        constexpr std::uint32_t most = 400;  // bytes of a block
        std::string made;
        for (const Item& item : plan_.items) {
            if (item.kind != among_) continue;
            listed_ids_.insert(item.id);
            list_.add(fold(item.title));
            for (const std::uint32_t first : item.blocks)
                for (std::uint32_t i = first; i < std::max(document_.blocks[first].end, first + 1); ++i)
                    if (const Span text = document_.blocks[i].text; !text.empty()) list_.add_words(text.size() <= most ? folded_text(plan_, i, made) : fold(document_.view(text).substr(0, most)));
        }
        if (list_.empty()) return false;
        list_.index(plan_.items.size());
        return true;
    }

    // "Academy of Building Materials (ABM)": what brackets give behind the name of one who is listed stands for it elsewhere.
    void read_short_names(const Item& item) {
        const Field* field = item.field(field_name_);
        for (std::size_t i = 1; field != nullptr && i < field->values.size(); ++i) {
            const FieldValue &whole = field->values[i - 1], &shorter = field->values[i];
            if (shorter.block != whole.block || shorter.span.begin <= whole.span.end || shorter.span.size() >= whole.span.size() || shorter.text.find(' ') != std::string::npos) continue;
            const std::string_view between = trimmed(document_.view({whole.span.end, shorter.span.begin}));
            if ((between == "(" || between == "（") && list_.names(fold(whole.text))) short_names_.insert(fold(shorter.text));
        }
    }

    void look(const Item& item) {
        const Field* field = item.field(field_name_);
        const Named named = named_by(item, field);
        if (!named.any) return;
        result_.outcome = Outcome::pass;
        if (named.listed || is_person_of_listed(field)) {
            result_.show(where_of(item), Argument{"item", item.id});
            return;
        }
        finding_.confidence = std::min(finding_.confidence, item.confidence);
        std::string name = named.stranger != nullptr ? named.stranger->text : std::string();
        if (told_.insert(name).second) strangers_.push_back(std::move(name));
        if (finding_.where.known()) finding_.related.push_back({"", item_subject(plan_, item), where_of(item)});
        else finding_.where = named.stranger != nullptr ? Where{named.stranger->block, named.stranger->span, false} : where_of(item);
    }

    Named named_by(const Item& item, const Field* field) {
        Named named;
        if (field != nullptr)
            for (const FieldValue& value : field->values) {
                const std::string name = name_in(value);
                if (name.empty()) continue;
                named.any = true;
                if (list_.names(name) || short_names_.contains(name) || list_.names(std::string(without_article(name)))) named.listed = true;
                else if (named.stranger == nullptr) named.stranger = &value;
            }
        // A reference that was resolved while the plan was read names the item itself, unless it is one to whom another field
        // says to write, or who stands in another part of it.
        for (const std::string& id : item.refers_to)
            if (listed_ids_.contains(id)) {
                named.any = true;
                if (!named.listed) named.listed = !only_reached(plan_, item, field, id, among_);
            }
        return named;
    }

    // "the Directorate of Waste"
    std::string_view without_article(std::string_view name) const {
        constexpr std::size_t longest = 3;  // bytes
        const std::size_t space = name.find(' ');
        const auto& small = context_.language().stop_words;
        return space <= longest && name.find(' ', space + 1) != std::string_view::npos && std::binary_search(small.begin(), small.end(), name.substr(0, space)) ? name.substr(space + 1) : std::string_view();
    }

    // Folded; empty: the value names nobody, as an amount under "Partner funding".
    std::string name_in(const FieldValue& value) const {
        if (value.type != "person" && value.type != "organisation" && value.type != "text") return {};
        if (holds_mail(value.text, context_.language()) || says_nothing(context_, value)) return {};
        std::string name = fold(value.text);
        if (name.find_first_not_of("0123456789 .,-+") == std::string::npos) name.clear();
        return name;
    }

    // Of leads, a person alone says no organization where that of another one is listed.
    bool is_person_of_listed(const Field* field) {
        if (!context_.form().is_like(kind_, "lead") || field == nullptr) return false;
        return std::all_of(field->values.begin(), field->values.end(), [](const FieldValue& value) { return value.type == "person"; }) && another_is_listed();
    }

    bool another_is_listed() {
        if (!another_listed_)
            another_listed_ = std::any_of(plan_.items.begin(), plan_.items.end(), [this](const Item& other) {
                const Field* const names = other.kind == kind_ ? other.field(field_name_) : nullptr;
                return names != nullptr && std::any_of(names->values.begin(), names->values.end(), [this](const FieldValue& value) { return value.type == "organisation" && list_.names(fold(value.text)); });
            });
        return *another_listed_;
    }

    const Context& context_;
    const Plan& plan_ = context_.plan;
    const Document& document_ = plan_.document();
    const std::string_view kind_ = context_.parameter("kind"), field_name_ = context_.parameter("field"), among_ = context_.parameter("among");
    List list_;
    std::unordered_set<std::string_view> listed_ids_;
    std::vector<std::string> strangers_;
    std::unordered_set<std::string> told_, short_names_;
    std::optional<bool> another_listed_;
    Finding finding_;
    Result result_;
};

}  // namespace

Result check_names_listed(const Context& context) { return NamesListed(context).run(); }

}  // namespace plancheck
