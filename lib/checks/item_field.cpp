// Each item has a value of certain types in a field. In mode `each` every item without one is a finding; in mode `list`
// one finding lists them; in mode `some` there is a finding only when no item has any. A place meant for the field that
// stands empty contradicts at once; not finding anything where there is no such place is for a person to judge, unless a
// machine decides. `elsewhere` and `through`: a name in the item leads to a contact that stands in another section.
#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "checks/check.hpp"
#include "checks/shared/contact_places.hpp"
#include "checks/shared/labels.hpp"
#include "checks/shared/vocabulary.hpp"
#include "template/names.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest_words = 2000;  // bytes of an item in which names are sought

class Fields {
public:
    explicit Fields(const Context& context)
        : context_(context), plan_(context.plan), field_(context.parameter("field")), types_(context.list("types")),
          vague_(context.terms("vague")) {
        std::vector<std::string> names;
        for (const std::string_view scope : context.list("elsewhere")) names.emplace_back(scope);
        for (const ItemSpec& spec : context.form().items)
            if (spec.kind == context.parameter("kind"))
                for (const FieldSpec& field : spec.fields)
                    if (field.name == field_ && field.type == FieldType::party && !field.refers_to.empty()) listed_ = &field.refers_to;
        if (names.empty()) return;
        std::vector<Scope> where = scopes(plan_, names);
        const Document& document = plan_.document();
        if (document.main_end < document.blocks.size()) {
            Scope& notes = where.emplace_back();
            notes.begin = document.main_end;
            notes.end = static_cast<std::uint32_t>(document.blocks.size());
        }
        places_ = contact_places(context, where);
        names_.emplace(places_, plan_.items.size());
        for (const Item& item : plan_.items)
            if (plan_.form().is_like(item.kind, "partner") || plan_.form().is_like(item.kind, "lead")) named_.emplace(item.id, &item);
    }

    Result run() {
        const std::string_view kind = context_.parameter("kind"), mode = context_.parameter("mode");
        std::vector<const Item*> without, empty, vague, unsure;
        std::size_t all = 0;
        for (const Item& item : plan_.items) {
            if (item.kind != kind) continue;
            ++all;
            if (shows(item)) continue;
            if (is_unsure(item)) unsure.push_back(&item);
            else if (stands_empty(item)) empty.push_back(&item);
            else if (is_vague(item)) vague.push_back(&item);
            else without.push_back(&item);
        }
        if (all == 0) return std::move(result_);
        if (!result_.evidence.empty()) result_.outcome = Outcome::pass;
        const bool evidence_decides = context_.requirement.decided_by == DecidedBy::evidence;
        if (mode == "each") {
            for (const Item* item : without) one(*item, evidence_decides ? Outcome::review : Outcome::fail, "item-field.without");
            for (const Item* item : empty) one(*item, Outcome::fail, "item-field.without");
            for (const Item* item : vague) one(*item, Outcome::review, "item-field.vague");
            for (const Item* item : unsure) one(*item, Outcome::review, "item-field.unsure");
            return std::move(result_);
        }
        if (!empty.empty()) several(empty, Outcome::fail, "item-field.empty", std::nullopt);
        if (!vague.empty()) several(vague, Outcome::review, "item-field.vague", std::nullopt);
        if (!unsure.empty()) several(unsure, Outcome::review, "item-field.unsure-in", std::nullopt);
        if (!without.empty()) {
            const bool none = result_.evidence.empty();
            if (none) several(without, evidence_decides ? Outcome::review : Outcome::fail, "item-field.none", std::nullopt);
            else if (context_.parameter("others") == "note")
                several(without, evidence_decides ? Outcome::review : Outcome::fail, "item-field.others", Severity::note);
            else if (mode == "list")
                several(without, evidence_decides ? Outcome::review : Outcome::fail, "item-field.others", std::nullopt);
        }
        return std::move(result_);
    }

private:
    const Context& context_;
    const Plan& plan_;
    std::string_view field_;
    std::vector<std::string_view> types_;
    const TermSet& vague_;
    std::vector<ContactPlace> places_;
    const std::string* listed_ = nullptr;  // the kind that the field names, where another section lists it
    std::optional<ContactNames> names_, beside_names_, inside_names_;
    struct Lead {
        const Item* item;
        std::vector<std::string> persons, organisations;  // folded
        bool reached;                                     // it says how itself
    };
    std::optional<std::vector<Lead>> leads_;
    std::vector<ContactPlace> beside_, inside_;  // of the items' own section: in none of them, and in one
    std::unordered_map<std::string_view, const Item*> named_;  // partners and leads by id
    std::optional<bool> disordered_;  // lines of the section that the items stand in
    bool noted_ = false;              // a note holds an address
    std::optional<bool> free_;        // an address of the section is nobody's
    Result result_;

    bool wanted(std::string_view type) const { return std::find(types_.begin(), types_.end(), type) != types_.end(); }

    // Whether the item has what is asked for, which is evidence then.
    bool shows(const Item& item) {
        if (const Field* field = item.field(field_); field != nullptr && !is_unsure(item))
            for (const FieldValue& value : field->values) {
                // "Regularly" says no time.
                if (!wanted(value.type) || (value.type == "recurrence" && value.value == "P") || says_nothing(context_, value)) continue;
                result_.show({value.block, value.span, false}, Argument{"item", item.id}, Argument{"type", value.type}, Argument{"value", value.value});
                return true;
            }
        return (!places_.empty() && has_elsewhere(item)) || (names_ && (has_beside(item) || has_named(item))) || names_listed(item);
    }

    // One of those the field refers to (a partner of the list) is named somewhere in the item's words.
    bool names_listed(const Item& item) {
        if (listed_ == nullptr) return false;
        const auto named = std::find_if(item.refers_to.begin(), item.refers_to.end(), [&](const std::string& id) {
            const std::string_view kind = std::string_view(id).substr(0, id.rfind('-'));
            return kind == *listed_ || context_.form().is_like(kind, "lead");
        });
        if (named == item.refers_to.end()) return false;
        result_.show(where_of(item), Argument{"item", item.id}, Argument{"refers-to", *named});
        return true;
    }

    // A person or organisation named in the item, whose contact stands in the list of partners or an annex.
    bool has_elsewhere(const Item& item) {
        const auto take = [&](const ContactPlace* place, const Where& from) {
            if (place == nullptr) return false;
            result_.show(from, Argument{"item", item.id}).related.push_back({"item-field.elsewhere", {"block", {}, {}}, {place->block, place->span, false}});
            return true;
        };
        for (const std::string& id : item.refers_to) {
            const auto known = named_.find(id);
            if (known == named_.end()) continue;
            const Item& other = *known->second;
            const Field* contact = other.field("contact");
            if (contact != nullptr && std::any_of(contact->values.begin(), contact->values.end(),
                                                  [](const FieldValue& value) { return reaches(value.type); })) {
                result_.show(where_of(item), Argument{"item", item.id}).related.push_back({"item-field.elsewhere", item_subject(plan_, other), where_of(other)});
                return true;
            }
            if (take(naming(*names_, other), where_of(item))) return true;
        }
        const std::string_view through = context_.parameter("through");
        for (const Field& field : item.fields) {
            if (field.name != field_ && field.name != through) continue;
            for (const FieldValue& value : field.values)
                if (value.type == "person" || value.type == "organisation" || value.type == "text" || value.type == "reference")
                    if (take(names_->naming(fold(value.text)), {value.block, value.span, false}) || take_lead(item, value, take)) return true;
        }
        return false;
    }

    // The lead, by name or as "the lead": how to reach it stands where it is named, or with its organisation.
    template <class Take>
    bool take_lead(const Item& item, const FieldValue& named, const Take& take) {
        if (!leads_) read_leads();
        const Where from{named.block, named.span, false};
        const bool person = named.type == "person";
        const std::string folded = fold(named.text);
        std::string_view kind;
        bool called = false;  // as that kind is
        for (const Lead& lead : *leads_) {
            if (!person && kind != lead.item->kind) called = is_called(kind = lead.item->kind, folded);
            if (person ? std::find(lead.persons.begin(), lead.persons.end(), folded) == lead.persons.end() : !called) continue;
            if (lead.reached) {
                result_.show(from, Argument{"item", item.id}).related.push_back({"item-field.elsewhere", item_subject(plan_, *lead.item), where_of(*lead.item)});
                return true;
            }
            for (const std::string& organisation : lead.organisations)
                if (take(names_->naming(organisation), from)) return true;
        }
        return false;
    }

    void read_leads() {
        leads_.emplace();
        for (const Item& lead : plan_.items) {
            if (!context_.form().is_like(lead.kind, "lead") || lead.confidence == Confidence::low) continue;
            Lead& one = leads_->emplace_back(Lead{&lead, {}, {}, false});
            for (const Field& field : lead.fields)
                for (const FieldValue& value : field.values) {
                    if (value.type == "person") one.persons.push_back(fold(value.text));
                    if (value.type == "organisation") one.organisations.push_back(fold(value.text));
                    if (field.name == "contact") one.reached = one.reached || reaches(value.type);
                }
        }
    }

    // "Lead", "the lead".
    bool is_called(std::string_view kind, std::string_view folded) const {
        const ItemSpec* const spec = context_.form().item(kind);
        if (spec == nullptr) return false;
        const ItemLabels::Names& names = context_.labels->names(*spec, plan_.language);
        const auto is = [&](std::string_view label) { return folded == label || (folded.size() > label.size() && folded.size() <= label.size() + 4 && folded.ends_with(label) && folded[folded.size() - label.size() - 1] == ' '); };
        return std::any_of(names.labels.begin(), names.labels.end(), is) || std::any_of(names.others.begin(), names.others.end(), is);
    }

    // The place that names a party, by its whole name or by the short one before a comma or between brackets ("NWA, Ombra").
    static const ContactPlace* naming(ContactNames& names, const Item& party) {
        constexpr std::size_t shortest = 4, longest_acronym = 8;  // bytes, code points
        const std::string_view title = party.title;
        if (const ContactPlace* const place = names.naming(fold(title)); place != nullptr) return place;
        const std::size_t open = title.find('('), close = title.find(')', open == std::string_view::npos ? 0 : open), comma = title.find(", ");
        const auto is_acronym = [](std::string_view text) {
            if (text.size() < 2 || count_code_points(text) > longest_acronym) return false;
            for (std::size_t at = 0; at < text.size(); at += decode(text, at).size)
                if (const char32_t c = decode(text, at).code; !is_upper(c) && !(c >= '0' && c <= '9') && c != '-' && (c != ' ' || at == 0 || at + 1 == text.size())) return false;
            return true;
        };
        const ContactPlace* place = nullptr;
        if (open != std::string_view::npos && open >= shortest) place = names.naming(fold(trimmed(title.substr(0, open))));
        if (place == nullptr && close != std::string_view::npos && is_acronym(title.substr(open + 1, close - open - 1))) place = names.naming(fold(title.substr(open + 1, close - open - 1)));
        if (place == nullptr && comma != std::string_view::npos && (comma >= shortest || is_acronym(title.substr(0, comma)))) place = names.naming(fold(title.substr(0, comma)));
        return place;
    }

    // A contact in the items' own section but in none of them ("E2: Ms Roe, roe@…" below the table), beside the item's label, its
    // partner or a person of it.
    bool has_beside(const Item& item) {
        read_own(item.section);
        const ContactPlace* place = nullptr;
        if (item.label.size() >= 2 && ascii_digits.find(item.label) < item.label.size()) place = labelled(fold(item.label));
        for (const std::string& id : item.refers_to)
            if (const auto known = named_.find(id); place == nullptr && known != named_.end()) place = naming(*beside_names_, *known->second);
        for (const Field& field : item.fields)
            if (field.name == field_ || field.name == context_.parameter("through"))
                for (const FieldValue& value : field.values)
                    if (place == nullptr && (value.type == "person" || value.type == "organisation")) {
                        place = beside_names_->naming(fold(value.text));
                        // "Ms Roe, as above": in another item stands how to reach her.
                        if (place == nullptr && value.type == "person" && field.name == field_) place = inside_names_->naming(fold(value.value));
                    }
        if (place == nullptr) return false;
        result_.show(where_of(item), Argument{"item", item.id}).related.push_back({"item-field.elsewhere", {"block", {}, {}}, {place->block, place->span, false}});
        return true;
    }

    // The place that holds a label as a whole word.
    const ContactPlace* labelled(const std::string& label) const {
        const auto ends = [](std::string_view text, std::size_t at) { return at >= text.size() || !(is_word_character(decode(text, at).code) || (text[at] == '.' && at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9')); };
        for (const ContactPlace& place : beside_)
            for (std::size_t at = place.folded.find(label); at != std::string::npos; at = place.folded.find(label, at + 1))
                if ((at == 0 || !(is_word_character(decode_before(place.folded, at).code) || place.folded[at - 1] == '.' || place.folded[at - 1] == '@')) && ends(place.folded, at + label.size())) return &place;
        return nullptr;
    }

    void read_own(std::string_view key) {
        if (beside_names_) return;
        const Section* const section = plan_.outline->find(key);
        if (section != nullptr) {
            std::vector<bool> taken(section->body_end - section->body_begin, false);
            for (const Item& item : plan_.items)
                for (const std::uint32_t block : item.blocks)
                    for (std::uint32_t i = block; i < std::max(plan_.document().blocks[block].end, block + 1); ++i)
                        if (i >= section->body_begin && i < section->body_end) taken[i - section->body_begin] = true;
            // A table of its own that holds no item says how to reach those that other tables name.
            const auto& blocks = plan_.document().blocks;
            std::vector<bool> directory(taken.size(), false);
            for (std::uint32_t i = section->body_begin; i < section->body_end; i = std::max(blocks[i].end, i + 1)) {
                if (blocks[i].kind != BlockKind::table) continue;
                const auto from = taken.begin() + (i - section->body_begin), to = taken.begin() + (std::min(blocks[i].end, section->body_end) - section->body_begin);
                if (std::find(from, to, true) == to) std::fill(directory.begin() + (from - taken.begin()), directory.begin() + (to - taken.begin()), true);
            }
            const std::string keys[] = {section->spec->key};
            for (ContactPlace& place : contact_places(context_, scopes(plan_, keys))) {
                const bool outside = place.block < section->body_begin || place.block >= section->body_end || !taken[place.block - section->body_begin];
                constexpr std::size_t most = 200;  // each is searched for each item
                if (outside && beside_.size() < most && (blocks[place.block].kind != BlockKind::row || (place.block >= section->body_begin && place.block < section->body_end && directory[place.block - section->body_begin]))) beside_.push_back(std::move(place));
                else inside_.push_back(std::move(place));
            }
        }
        beside_names_.emplace(beside_, plan_.items.size());
        inside_names_.emplace(inside_, plan_.items.size());
    }

    // Its partner has a contact in another item of the section ("Ms Roe, as above").
    bool has_in_another(const Item& item) {
        if (stands_empty(item)) return false;
        read_own(item.section);
        return std::any_of(item.refers_to.begin(), item.refers_to.end(), [&](const std::string& id) {
            const auto known = named_.find(id);
            return known != named_.end() && naming(*inside_names_, *known->second) != nullptr;
        });
    }

    // A note with an address that is not known to be one to another of the items.
    bool has_free_note(std::string_view kind) const {
        const Document& document = plan_.document();
        std::vector<std::pair<std::uint32_t, std::uint32_t>> own;  // blocks of items
        for (const Item& item : plan_.items)
            for (const std::uint32_t block : item.blocks)
                if (item.kind == kind) own.emplace_back(block, std::max(document.blocks[block].end, block + 1));
        std::sort(own.begin(), own.end());
        for (std::uint32_t note = document.main_end; note < document.blocks.size(); note = std::max(document.blocks[note].end, note + 1)) {
            const auto after = std::upper_bound(own.begin(), own.end(), std::pair{document.blocks[note].note_of(), Where::nowhere});
            if (after != own.begin() && document.blocks[note].note_of() < std::prev(after)->second) continue;
            for (std::uint32_t i = note; i < std::max(document.blocks[note].end, note + 1); ++i)
                if (holds_mail(document.view(document.blocks[i].text), context_.language())) return true;
        }
        return false;
    }

    // What was not found may stand among lines of the section that lost their order; an address that nothing denies, in a note.
    bool may_stand_elsewhere(const Item& item) {
        if (!names_) return false;
        const Document& document = plan_.document();
        if (!disordered_) {
            const Section* const section = plan_.outline->find(item.section);
            disordered_ = document.is_unmarked() && section != nullptr && holds_doubt(document, section->body_begin, section->body_end);
            noted_ = has_free_note(item.kind);
        }
        return *disordered_ || (!stands_empty(item) && (noted_ || stands_beside_all(item) || names_known(item))) || has_in_another(item);
    }

    // An address below or above all items that is said to be nobody's ("Any question on the above may be sent to …").
    bool stands_beside_all(const Item& item) {
        read_own(item.section);
        const Section* const section = plan_.outline->find(item.section);
        if (free_ || section == nullptr) return free_.value_or(false);
        const auto& blocks = plan_.document().blocks;
        std::uint32_t first = section->body_end, last = section->body_begin;
        for (const Item& one : plan_.items)
            if (one.kind == item.kind && one.section == item.section) {
                first = std::min(first, one.block);
                for (const std::uint32_t block : one.blocks) last = std::max(last, block);
            }
        // What stands under a sub-heading is said of what that heading is over.
        for (std::uint32_t i = section->body_begin; i < first; ++i)
            if (blocks[i].kind == BlockKind::heading) first = i;
        std::unordered_set<const ContactPlace*> of_parties;
        for (const auto& party : named_) of_parties.insert(naming(*beside_names_, *party.second));
        free_ = std::any_of(beside_.begin(), beside_.end(), [&](const ContactPlace& place) {
            return blocks[place.block].kind == BlockKind::paragraph && (place.block < first || place.block > last) && !of_parties.contains(&place);
        });
        return *free_;
    }

    // Several words in a row that begin with capital letters, or in a script without them what signs part from the rest, and that stand
    // beside an address where parties are listed ("Anna Roe" here, "Anna Roe can be reached at …" there).
    bool names_known(const Item& item) {
        return each_name(item, [&](std::string_view name, std::uint32_t) { return names_->naming(fold(name)) != nullptr; });
    }

    // The same where the name begins what stands there ("Anna Roe, Lake Institute: …").
    bool has_named(const Item& item) {
        return !stands_empty(item) && each_name(item, [&](std::string_view name, std::uint32_t block) {
            const std::string folded = fold(name);
            const ContactPlace* const place = names_->naming(folded);
            if (place == nullptr || !place->folded.starts_with(folded)) return false;
            result_.show({block, plan_.document().blocks[block].text, false}, Argument{"item", item.id}).related.push_back({"item-field.elsewhere", {"block", {}, {}}, {place->block, place->span, false}});
            return true;
        });
    }

    template <class Known>
    bool each_name(const Item& item, const Known& is_known) const {
        constexpr std::size_t shortest = 6, longest = 60;  // bytes
        for (const std::uint32_t block : item.blocks) {
            const auto known = [&](std::string_view name) { return name.size() >= shortest && name.size() <= longest && is_known(name, block); };
            const std::string_view text = whole_within(plan_.document().view(plan_.document().blocks[block].text), longest_words);
            std::size_t begin = 0, words = 0, part = 0;
            for (std::size_t at = 0, last = std::string_view::npos; at <= text.size();) {  // `last`: behind the last word
                const bool end = at == text.size();
                const Decoded d = end ? Decoded{U'\n', 1} : decode(text, at);
                if (!end && is_word_character(d.code)) {
                    const bool first = last != at;
                    const bool capital = is_upper(d.code);
                    if (first && !capital) words = 0;
                    else if (first && words++ == 0) begin = at;
                    last = at + d.size;
                } else if (d.code != U' ' && d.code != U'-' && d.code != U'\u00B7') {
                    if (words >= 2 && known(text.substr(begin, last - begin))) return true;
                    if (part != 0 && last != std::string_view::npos && last > part && (is_caseless(decode(text, part).code) || is_ideograph(decode(text, part).code)) && known(text.substr(part, last - part))) return true;
                    words = 0;
                    part = at + d.size;
                    while (part < text.size() && text[part] == ' ') ++part;
                } else if (d.code == U' ' && words >= 2 && !(at + 1 < text.size() && is_upper(decode(text, at + 1).code))) {
                    if (known(text.substr(begin, last - begin))) return true;
                }
                at += d.size;
            }
        }
        return false;
    }

    bool is_unsure(const Item& item) const {
        const Field* field = item.field(field_);
        return field != nullptr && filled_by_guess(plan_, item, *field);
    }

    bool stands_empty(const Item& item) const {
        const Field* field = item.field(field_);
        if (field == nullptr || !field->stated) return false;
        return std::all_of(field->values.begin(), field->values.end(), [](const FieldValue& value) { return value.type == "unset"; });
    }

    // "office@@lake.example.org": an address is given, if not a good one.
    bool is_miswritten(const Item& item) const {
        const Field* field = item.field(field_);
        return wanted("email") && field != nullptr && std::any_of(field->values.begin(), field->values.end(), [](const FieldValue& value) { return value.text.find('@') != std::string::npos; });
    }

    bool is_vague(const Item& item) const {
        if (vague_.empty()) return false;
        for (const std::uint32_t block : item.blocks) {
            const Block& own = plan_.document().blocks[block];
            const std::uint32_t end = std::max(own.end, block + 1);
            for (std::uint32_t i = block; i < end; ++i)
                if (!terms_in(plan_, i, plan_.document().blocks[i].text, vague_).empty()) return true;
        }
        return false;
    }

    Where where(const Item& item) const {
        const Field* field = item.field(field_);
        if (field == nullptr || !field->stated || field->block == 0) return where_of(item);
        const Block& own = plan_.document().blocks[field->block];
        if (!own.text.empty()) return {field->block, {}, false};
        // An empty cell is found by its row and column; what is quoted is the item.
        if (own.kind == BlockKind::cell && own.end == field->block + 1) return {field->block, item.span, false};
        return where_of(item);
    }

    void one(const Item& item, Outcome outcome, std::string_view message) {
        Finding finding;
        finding.outcome = outcome;
        finding.confidence = outcome == Outcome::fail && (is_miswritten(item) || may_stand_elsewhere(item)) ? Confidence::low : item.confidence;
        finding.message = message;
        finding.subject = item_subject(plan_, item);
        finding.where = where(item);
        finding.arguments = {{"field", std::string(field_)}, {"item", item.title}, {"label", item.label}};
        if (message == "item-field.vague") {
            finding.arguments.push_back({"count", std::int64_t{1}});
            finding.arguments.push_back({"items", std::vector<std::string>{name_of(item)}});
        }
        result_.findings.push_back(std::move(finding));
    }

    void several(const std::vector<const Item*>& items, Outcome outcome, std::string_view message, std::optional<Severity> severity) {
        Finding finding = listing(plan_, message, items);
        finding.outcome = outcome;
        finding.severity = severity;
        finding.where = where(*items.front());
        for (std::size_t i = 0; i < items.size(); ++i) finding.related[i].where = where(*items[i]);
        finding.arguments.insert(finding.arguments.begin(), {"field", std::string(field_)});
        result_.findings.push_back(std::move(finding));
    }
};

}  // namespace

Result check_item_field(const Context& context) { return Fields(context).run(); }

}  // namespace plancheck
