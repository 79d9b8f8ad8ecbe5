// Items have a value of certain types or a term in their own words, or in those of an item of another kind that is linked
// to them (an objective is measurable through its indicator).
#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <utility>

#include "checks/check.hpp"
#include "checks/shared/labels.hpp"
#include "checks/shared/sentences.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

class ItemText {
public:
    explicit ItemText(const Context& context)
        : context_(context), plan_(context.plan), terms_(context.terms("terms")), types_(context.list("types")),
          together_(context.parameter("together") == "yes"), ahead_(context.parameter("ahead") == "yes"), language_(context.language()) {}

    Result run() {
        const std::string_view kind = context_.parameter("kind"), through = context_.parameter("through");
        std::optional<Instead> instead;  // made for the first item that has nothing itself
        std::vector<const Item*> without;
        const bool some = context_.parameter("mode") == "some";
        const auto look = [&](const Item& item) {
            if (item.kind != kind || says_nothing(context_, item)) return;
            Where where;
            bool found = has(item, where);
            if (!found && !through.empty()) {
                if (!instead) instead = what_serves(kind, through);
                found = has_instead(*instead, item, where);
            }
            if (found) result_.show(where, Argument{"item", item.id});
            else without.push_back(&item);
        };
        // Where one item is enough, numbers in words are looked for when no item has digits.
        in_words_ = !some;
        for (const Item& item : plan_.items) look(item);
        if (some && result_.evidence.empty() && !std::exchange(in_words_, true) && !context_.parameter("in-words").empty()) {
            constexpr std::size_t most = 8;  // are looked at again
            for (std::size_t i = 0; i < without.size() && i < most; ++i)
                if (Where where; has_words(*without[i], where)) {
                    result_.show(where, Argument{"item", without[i]->id});
                    break;
                }
        }
        if (result_.evidence.empty() && without.empty()) return std::move(result_);
        if (result_.evidence.empty() && ahead_ && some)
            if (const auto before = said_before(kind)) result_.evidence.push_back({*before, {}, {}});
        if (result_.evidence.empty() && some && context_.parameter("around") == "yes")
            if (const auto beside = said_around(without.front()->section)) result_.evidence.push_back({*beside, {}, {}});
        if (!result_.evidence.empty()) result_.outcome = Outcome::pass;
        if (without.empty() || (some && !result_.evidence.empty())) return std::move(result_);
        Finding finding = listing(plan_, "item-text.without", without);
        finding.arguments.insert(finding.arguments.begin(), {"kind", std::string(kind)});
        result_.findings.push_back(std::move(finding));
        return std::move(result_);
    }

private:
    // Items of another kind that serve for those that are looked at.
    struct Instead {
        std::unordered_map<std::string_view, std::vector<const Item*>> of;  // by the id of the one that they are linked with
        const Item* of_any = nullptr;                                       // the first that serves for all, and where it has what is asked
        Where where;
    };

    // Linked with an item, with all of them, or, where there is one item alone, with nothing.
    Instead what_serves(std::string_view kind, std::string_view through) {
        Instead instead;
        const bool alone = plan_.count(kind) == 1;
        const auto is_of_kind = [&](const std::string& id) { return id.size() > kind.size() && id.starts_with(kind) && id[kind.size()] == '-'; };
        for (const Item& other : plan_.items) {
            if (other.kind != through) continue;
            if (other.covers_all || (alone && std::none_of(other.refers_to.begin(), other.refers_to.end(), is_of_kind))) {
                if (instead.of_any == nullptr && has(other, instead.where)) instead.of_any = &other;
            } else {
                for (const std::string& id : other.refers_to) instead.of[id].push_back(&other);
            }
        }
        return instead;
    }

    // The first in the order of the plan.
    bool has_instead(const Instead& instead, const Item& item, Where& where) {
        if (const auto linked = instead.of.find(item.id); linked != instead.of.end())
            for (const Item* other : linked->second) {
                if (instead.of_any != nullptr && instead.of_any < other) break;
                if (has(*other, where)) return true;
            }
        if (instead.of_any != nullptr) where = instead.where;
        return instead.of_any != nullptr;
    }

    const Context& context_;
    const Plan& plan_;
    const TermSet& terms_;
    std::vector<std::string_view> types_;
    bool together_, ahead_, in_words_ = true;
    const Language& language_;
    Result result_;

    // "By 2027 ten countries each have" above their list: what is aimed at by all of them.
    std::optional<Where> said_before(std::string_view kind) const {
        const auto first = std::find_if(plan_.items.begin(), plan_.items.end(), [kind](const Item& item) { return item.kind == kind; });
        const Section* section = plan_.outline->find(first->section);
        if (section == nullptr) return std::nullopt;
        for (std::uint32_t i = section->body_begin; i < std::min(first->block, section->body_end); ++i)
            if (const Block& block = plan_.document().blocks[i]; !block.text.empty() && !block.has(mark::uncounted) && value_in(i, block.text)) return Where{i, block.text, false};
        return std::nullopt;
    }

    // "The first milestone, the opening of the store, is set for May 2027." below the items of the section.
    std::optional<Where> said_around(std::string_view key) const {
        const Section* section = plan_.outline->find(key);
        if (section == nullptr) return std::nullopt;
        for (std::uint32_t i = section->body_begin; i < section->body_end; ++i)
            if (const Block& block = plan_.document().blocks[i]; !block.text.empty() && !block.has(mark::uncounted) && block.kind != BlockKind::heading)
                if (Where where; sentence_has(i, where)) return where;
        return std::nullopt;
    }

    // A sentence that denies it ("the target will be set in 2026") gives nothing.
    bool sentence_has(std::uint32_t block, Where& where) const {
        for (const Sentence& sentence : sentences(context_, {block, block + 1, {}, Where::nowhere, {}, Confidence::certain})) {
            const auto here = terms_in(plan_, block, sentence.span, terms_);
            if (std::any_of(here.begin(), here.end(), [](const TermPlace* place) { return place->negated; })) continue;
            if (together_ ? here.empty() || !value_in(block, sentence.span) : here.empty() && !value_in(block, sentence.span)) continue;
            where = together_ ? Where{block, sentence.span, false} : Where{block, {}, false};
            return true;
        }
        return false;
    }

    bool has_words(const Item& item, Where& where) const {
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(plan_.document().blocks[first].end, first + 1); ++i)
                if (const Span text = plan_.document().blocks[i].text; !text.empty() && counts_in_words(i, text)) return where = {i, text, false}, true;
        return false;
    }

    bool value_in(std::uint32_t block, Span span) const {
        if (types_.empty()) return false;
        const auto wants = [&](std::string_view type) { return std::find(types_.begin(), types_.end(), type) != types_.end(); };
        const std::string_view text = plan_.document().view(span);
        constexpr std::uint32_t wanted = want_contacts | want_times | want_numbers | want_money | want_references;
        const auto values = plan_.block_text->values(block, span, language_, wanted);
        for (const Value& value : values)
            if (wants(name(value.type)) && !is_over(value)) return true;
        if (!wants("quantity")) return false;
        // A number without a unit counts things as well ("six"), unless it belongs to a date or a reference.
        for (std::size_t at = next_digit(text, 0); at < text.size(); at = next_digit(text, at)) {
            const auto next = std::upper_bound(values.begin(), values.end(), at, [](std::size_t place, const Value& value) { return place < value.begin; });
            const auto inside = next != values.begin() && at < std::prev(next)->end ? std::prev(next) : values.end();
            const std::size_t end = end_of_digits(text, at);
            // "1." and "2.1" at the start are labels, "Hg0", "19(b)" and "1st" are names; 80条 counts behind whatever sign of its script.
            const bool counts_signs = is_ideograph(decode(text, end).code) && at > 0 && decode_before(text, at).code >= 0x3000;
            const bool label = (at == 0 && end < text.size() && (text[end] == '.' || text[end] == ')') && !groups_thousands(text, end)) ||
                               (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n' && !counts_signs) || (end < text.size() && (text[end] == '(' || is_small_letter(decode(text, end).code)));
            if (inside == values.end() && !label && !is_year(fold(text.substr(at, end - at))) && !refers(text, at)) return true;
            at = inside != values.end() ? std::max<std::size_t>(inside->end, end) : end;
        }
        const std::string_view in_words = context_.parameter("in-words");
        return in_words_ && (in_words == "yes" || in_words == "units") && counts_in_words(block, span);
    }

    // ١٨ counts as 18 does.
    static std::size_t digit_size(std::string_view text, std::size_t at) {
        if (is_digit(text[at])) return 1;
        if (text[at] != '\xD9' && text[at] != '\xDB') return 0;
        const Decoded d = decode(text, at);
        return digit_of(d.code) < 10 ? d.size : 0;
    }
    static std::size_t next_digit(std::string_view text, std::size_t at) {
        constexpr ByteSet first{"0123456789\xD9\xDB"};
        for (at = first.find(text, at); at < text.size() && digit_size(text, at) == 0;) at = first.find(text, at + 1);
        return std::min(at, text.size());
    }
    static std::size_t end_of_digits(std::string_view text, std::size_t at) {
        while (at < text.size() && digit_size(text, at) != 0) at += digit_size(text, at);
        return at;
    }

    // "250.000 households"
    static bool groups_thousands(std::string_view text, std::size_t sign) noexcept {
        std::size_t end = sign + 1;
        while (end < text.size() && is_digit(text[end])) ++end;
        return end == sign + 4 && (end == text.size() || text[end] == ' ' || text[end] == '.');
    }

    // "a resolution of 2005 asks …": no word says that it is a year, but things are seldom counted so exactly.
    static bool is_year(std::string_view digits) noexcept {
        return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) && !digits.ends_with("00") && !digits.ends_with("50");
    }

    // "at least eight plants"; one is an article as well. In a script without spaces such signs are part of other words, and
    // a counter follows ("五家").
    bool counts_in_words(std::uint32_t block, Span span) const {
        const BlockText& known = *plan_.block_text;
        if (!known.holds(block) || span != plan_.document().blocks[block].text) {
            const std::string folded = fold(plan_.document().view(span));
            return counts_in_words(folded, language_.connectors.find(folded));
        }
        const FoldedBlock whole = known.block(block);
        return counts_in_words(whole.text, language_.connectors.find(known.all(), known.word_starts(), whole.base, whole.base + static_cast<std::uint32_t>(whole.text.size())));
    }

    // "eight plants", but not "eight months".
    bool begins_unit(std::string_view folded, std::uint32_t at) const {
        const TermHit unit = language_.connectors.match_at(folded, at, word_id(WordKind::unit), word_id(WordKind::unit, 0xFFFF));
        const std::string_view of = unit.end == 0 ? std::string_view() : detail_of_word(language_, unit.id);
        return !of.empty() && of != "months" && of != "years" && of != "weeks" && of != "days" && of != "hours";
    }

    bool counts_in_words(std::string_view folded, const std::vector<TermHit>& hits) const {
        for (const TermHit& hit : hits) {
            if (kind_of_word(hit.id) != WordKind::number_word || detail_of_word(language_, hit.id) == "1" || hit.end >= folded.size()) continue;
            if (!is_ideograph(decode(folded, hit.begin).code)) {
                if (folded[hit.end] == ' ' && (context_.parameter("in-words") == "yes" || begins_unit(folded, hit.end + 1))) return true;
                continue;
            }
            const std::string_view before = folded.substr(0, hit.begin), behind = folded.substr(hit.end);
            // "the fifth article"
            if (!language_.ordinal_sign.empty() && before.ends_with(language_.ordinal_sign)) continue;
            if (std::any_of(language_.counters.begin(), language_.counters.end(), [&](const std::string& counter) { return behind.starts_with(counter); }) ||
                language_.connectors.match_at(folded, hit.end, word_id(WordKind::unit), word_id(WordKind::unit, 0xFFFF)).end != 0)
                return true;
        }
        return false;
    }

    static bool is_small_letter(char32_t c) noexcept { return is_letter_or_digit(c) && !is_upper(c) && !is_ideograph(c) && !is_caseless(c) && !(c >= '0' && c <= '9'); }

    // What ended before the plan was made is nothing that it aims at; nor is what has only a beginning there ("since 2015").
    bool is_over(const Value& value) const {
        if (!ahead_ || plan_.date.empty() || (value.type != ValueType::date && value.type != ValueType::period && value.type != ValueType::quarter)) return false;
        const Days days = days_of(value);
        const std::string& last = days.last.empty() ? days.first : days.last;
        return !last.empty() && last < plan_.date;
    }

    // "objective 3", "(objectif 1)", "Article 11", "第11条": a number behind a word that is numbered and counts nothing.
    bool refers(std::string_view text, std::size_t at) const {
        const std::string_view before = trimmed(text.substr(0, at));
        if (before.empty()) return false;
        const std::size_t space = before.find_last_of(" (\n");
        const std::string word = fold(space == std::string_view::npos ? before : before.substr(space + 1));
        if (std::binary_search(language_.numbered.begin(), language_.numbered.end(), word)) return true;
        if (!language_.ordinal_sign.empty() && before.ends_with(language_.ordinal_sign)) return true;
        if (is_ideograph(decode_before(before, before.size()).code))
            return std::any_of(language_.numbered.begin(), language_.numbered.end(), [&](const std::string& one) { return word.ends_with(one); });
        const auto is_label = [&](std::string_view label) { return context_.labels->ends_label(label, plan_.language); };
        // الهدف: what is written together with the word.
        return is_label(word) || std::any_of(language_.attached_prefixes.begin(), language_.attached_prefixes.end(), [&](const std::string& prefix) {
                   return word.size() > prefix.size() && word.starts_with(prefix) && is_label(std::string_view(word).substr(prefix.size()));
               });
    }

    // The cell of a column for something else: the number of the action, a date, an amount, an address.
    bool is_of_other_field(const Item& item, std::uint32_t block) const {
        if (block == item.block || plan_.document().blocks[block].kind != BlockKind::cell) return false;
        const auto& specs = context_.form().items;
        const auto spec = std::find_if(specs.begin(), specs.end(), [&](const ItemSpec& one) { return one.kind == item.kind; });
        const bool times = std::find(types_.begin(), types_.end(), "date") != types_.end();
        return std::any_of(item.fields.begin(), item.fields.end(), [&](const Field& field) {
            if (field.block != block) return false;
            const auto own = std::find_if(spec->fields.begin(), spec->fields.end(), [&](const FieldSpec& one) { return one.name == field.name; });
            if (own == spec->fields.end() || own->own) return false;
            switch (own->type) {
                case FieldType::text: case FieldType::quantity: case FieldType::percentage: case FieldType::term: return false;
                case FieldType::timeline: case FieldType::date: case FieldType::period: return !times;
                default: return true;
            }
        });
    }

    bool has(const Item& item, Where& where) const {
        const Document& document = plan_.document();
        for (const std::uint32_t first : item.blocks) {
            if (is_of_other_field(item, first)) continue;
            const std::uint32_t end = std::max(document.blocks[first].end, first + 1);
            for (std::uint32_t i = first; i < end; ++i) {
                const Block& block = document.blocks[i];
                if (block.text.empty()) continue;
                const auto terms = terms_in(plan_, i, block.text, terms_);
                const bool denied = std::any_of(terms.begin(), terms.end(), [](const TermPlace* place) { return place->negated; });
                if (!together_ && !denied) {
                    if (terms.empty() && !value_in(i, block.text)) continue;
                    where = {i, {}, false};
                    return true;
                }
                if (sentence_has(i, where)) return true;
            }
        }
        // A column or label of that meaning holds the value without its word.
        for (const Field& field : item.fields) {
            const bool meant = field.name == "target" || field.name == "milestone" || field.name == "indicator" || field.name == "baseline";
            if (!meant || field.values.empty()) continue;
            if (std::none_of(field.values.begin(), field.values.end(), [&](const FieldValue& value) {
                    return std::find(types_.begin(), types_.end(), value.type) != types_.end();
                }))
                continue;
            if (together_ && field.name != "milestone") continue;
            const FieldValue& value = field.values.front();
            if (value.type == "unset") continue;
            where = {value.block, value.span, false};
            return true;
        }
        return false;
    }
};

}  // namespace

Result check_item_text(const Context& context) { return ItemText(context).run(); }

}  // namespace plancheck
