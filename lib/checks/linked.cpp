// Each item of one kind refers to one of another: by reference, through a third kind that links them, or by what its words
// share with the section of the other kind: several key words, a term of the vocabularies (a "lamp" is one of "products"),
// or one key word that is neither common to most items nor to all plans of the template; or by a means to any objective.
// Key words are words of six letters and more. A reference in a cell that covers the item's row by guess links nothing.
// A sentence outside the items ("all actions derive from the objective") holds for each of them.
#include <algorithm>
#include <cstring>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/fold.hpp"
#include "text/letters.hpp"

namespace plancheck {

namespace {

// 64 bits: words are compared by it alone.
std::uint64_t hash(std::string_view word) noexcept {
    std::uint64_t made = word.size();
    while (!word.empty()) {
        std::uint64_t eight = 0;
        if (word.size() >= 8) std::memcpy(&eight, word.data(), 8);
        else for (const char c : word) eight = eight << 8 | static_cast<unsigned char>(c);
        made = (made ^ eight) * 0x9E3779B97F4A7C15ULL;
        made ^= made >> 32;
        word.remove_prefix(std::min<std::size_t>(8, word.size()));
    }
    return made;
}

using Hashes = std::vector<std::uint64_t>;

void sort_once(Hashes& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

// Stems are cut after six letters, which takes most endings off without knowing the language; ideographs count in pairs.
// `starts`: what begins in the text (WordStarts::at), each `origin` more than the offset.
void take_words(std::string_view folded, std::span<const std::uint32_t> starts, std::uint32_t origin, Hashes& words) {
    std::size_t ideograph = 0;  // size of the ideograph right before
    const std::size_t size = folded.size();
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t begin = starts[i] - origin;
        // Between a word and what begins next there are only spaces.
        std::size_t end = i + 1 < starts.size() ? starts[i + 1] - origin : size;
        const std::size_t next = end;
        while (end > begin && folded[end - 1] == ' ') --end;
        // No character of an alphabet has fewer bytes than one.
        if (end - begin < 6 && static_cast<unsigned char>(folded[begin]) < 0xE0) {
            ideograph = 0;
            continue;
        }
        const Met met = meet(folded, begin);
        if (met.kind == Character::ideograph) {
            if (ideograph != 0) words.push_back(hash(folded.substr(begin - ideograph, ideograph + met.size)));
            ideograph = end == next ? met.size : 0;
            continue;
        }
        ideograph = 0;
        if (met.kind == Character::other) continue;
        std::size_t stem = begin, letters = 0;
        for (; letters < 6 && stem < end; ++letters) stem += meet(folded, stem).size;
        if (letters == 6) words.push_back(hash(folded.substr(begin, stem - begin)));
    }
}

void take_words(std::string_view folded, Hashes& words) { take_words(folded, WordStarts(folded).at, 0, words); }

// Of blocks [begin, end), as hashes.
void take_words(const Plan& plan, std::uint32_t begin, std::uint32_t end, std::size_t& budget, Hashes& words) {
    const Document& document = plan.document();
    for (std::uint32_t i = begin; i < end && budget > 0; ++i) {
        const std::string_view own = document.view(document.blocks[i].text);
        if (own.size() <= budget && plan.block_text->holds(i)) take_words(plan.block_text->folded(i), plan.block_text->starts_in(i), plan.block_text->block(i).base, words);
        else take_words(fold(own.substr(0, budget)), words);
        budget -= std::min(budget, own.size());
    }
}

constexpr std::size_t most_read = 20000;  // bytes of an item or a section

// Sorted, each once.
Hashes key_words(const Plan& plan, const Item& item) {
    Hashes words;
    std::size_t budget = most_read;
    for (const std::uint32_t first : item.blocks) take_words(plan, first, std::max(plan.document().blocks[first].end, first + 1), budget, words);
    sort_once(words);
    return words;
}

// Which of the targets share key words with an item.
class TargetWords {
public:
    TargetWords(const Plan& plan, const std::vector<const Item*>& targets, std::uint32_t shared) : plan_(plan), targets_(targets), shared_(shared), common_(targets.size(), 0) {
        for (std::uint32_t i = 0; i < targets.size(); ++i)
            for (const std::uint64_t word : key_words(plan, *targets[i])) words_.emplace_back(word, i);
        std::sort(words_.begin(), words_.end());
    }

    /// The first of those that share as many as are asked for; null: none. Of a word in very many targets the first ones count.
    const Item* like(const Item& item) {
        constexpr std::size_t most_with_word = 256;
        auto first = static_cast<std::uint32_t>(targets_.size());
        for (const std::uint64_t word : key_words(plan_, item)) {
            auto at = std::lower_bound(words_.begin(), words_.end(), std::pair{word, 0U});
            for (std::size_t n = 0; at != words_.end() && at->first == word && n < most_with_word; ++at, ++n) {
                touched_.push_back(at->second);
                if (++common_[at->second] >= shared_) first = std::min(first, at->second);
            }
        }
        for (const std::uint32_t target : touched_) common_[target] = 0;
        touched_.clear();
        return first < targets_.size() ? targets_[first] : nullptr;
    }

private:
    const Plan& plan_;
    const std::vector<const Item*>& targets_;
    std::uint32_t shared_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> words_;  // and which target holds it
    std::vector<std::uint32_t> common_, touched_;
};

// What the whole section of the targets says: an item may serve what stands in its introduction.
class SectionWords {
public:
    SectionWords(const Context& context, std::uint32_t shared)
        : plan_(context.plan), shared_(shared), terms_(context.terms("terms")), means_(context.terms("means")) {
        const std::string_view from = context.parameter("from"), to = context.parameter("to"), through = context.parameter("through");
        const auto& specs = context.form().items;
        const auto spec = std::find_if(specs.begin(), specs.end(), [&](const ItemSpec& item) { return item.kind == to; });
        if (spec == specs.end()) return;
        section = context.outline().find(spec->section);
        const std::string keys[] = {spec->section};
        const TermSet& common = context.terms("common");
        for (const Scope& scope : scopes(plan_, keys)) {
            std::size_t budget = most_read;
            if (scope.glued_block != Where::nowhere) take_words(fold(plan_.document().view(scope.glued).substr(0, budget)), words_);
            take_words(plan_, scope.begin, scope.end, budget, words_);
            for (const TermPlace* place : terms_in(plan_, scope, terms_)) said_.emplace(place->vocabulary, place->term);
            // "objective" itself stands in every plan ("no link with objective 1").
            take_words(fold(spec->labels.exactly(plan_.language)), common_);
            for (const TermPlace* place : terms_in(plan_, scope, common)) take_words(fold(plan_.document().view(place->span)), common_);
        }
        sort_once(words_);
        sort_once(common_);
        if (words_.empty()) return;
        for (const Item& item : plan_.items) {
            if (item.kind != from && item.kind != to && (through.empty() || item.kind != through)) continue;
            const Hashes own = key_words(plan_, item);
            const auto count = [&](Spread& spread) {
                ++spread.items;
                spread.words.insert(spread.words.end(), own.begin(), own.end());
            };
            count(all_);
            if (item.kind != from) count(middles_);
        }
        for (Spread* spread : {&all_, &middles_}) std::sort(spread->words.begin(), spread->words.end());
        through_ = through;
    }

    const Section* section = nullptr;

    bool link(const Item& item) const {
        if (section == nullptr) return false;
        std::uint32_t count = 0;
        for (const std::uint64_t word : key_words(plan_, item))
            if (std::binary_search(words_.begin(), words_.end(), word) && (++count >= shared_ || is_rare(word, item.kind == through_ ? middles_ : all_))) return true;
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(plan_.document().blocks[first].end, first + 1); ++i) {
                const Span text = plan_.document().blocks[i].text;
                for (const TermPlace* place : terms_in(plan_, i, text, terms_))
                    if (said_.contains({place->vocabulary, place->term})) return true;
                const auto ways = terms_in(plan_, i, text, means_);
                if (std::any_of(ways.begin(), ways.end(), [](const TermPlace* place) { return !place->negated; })) return true;
            }
        return false;
    }

private:
    const Plan& plan_;
    std::uint32_t shared_;
    const TermSet &terms_, &means_;
    Hashes words_, common_;                                   // common: words of the terms that every plan holds
    std::set<std::pair<std::uint32_t, std::uint32_t>> said_;  // vocabulary, term
    struct Spread {
        Hashes words;  // a word as often as there are items that hold it
        std::size_t items = 0;
    };
    Spread all_, middles_;  // middles: without those asked about, so that one links to its target as it does by itself
    std::string_view through_;

    // Neither in most items nor in every plan.
    bool is_rare(std::uint64_t word, const Spread& spread) const {
        const auto [first, last] = std::equal_range(spread.words.begin(), spread.words.end(), word);
        return static_cast<std::size_t>(last - first) * 3 <= spread.items * 2 && !std::binary_search(common_.begin(), common_.end(), word);
    }
};

// The first place in the section of a kind, but in none of its items, that says of all of them what they serve; null: none.
const TermPlace* statement_for(const Context& context, std::string_view kind) {
    const TermSet& all = context.terms("all");
    if (all.empty()) return nullptr;
    const Plan& plan = context.plan;
    const auto& specs = context.form().items;
    const auto spec = std::find_if(specs.begin(), specs.end(), [&](const ItemSpec& item) { return item.kind == kind; });
    if (spec == specs.end()) return nullptr;
    const std::string keys[] = {spec->section};
    for (const Scope& scope : scopes(plan, keys))
        for (const TermPlace* place : terms_in(plan, scope, all)) {
            const bool inside = std::any_of(plan.items.begin(), plan.items.end(), [&](const Item& item) {
                return item.kind == kind && item.confidence != Confidence::low && place->span.begin >= item.span.begin && place->span.begin < item.span.end;
            });
            if (!inside) return place;
        }
    return nullptr;
}

class Linked {
public:
    explicit Linked(const Context& context) : context_(context) {}

    Result run() {
        const std::string_view from = context_.parameter("from"), to = context_.parameter("to"), through = context_.parameter("through");
        for (const Item& item : plan_.items) {
            if (item.kind == to) targets_.add(item);
            if (item.kind == through) middles_.add(item);
        }
        if (targets_.items.empty()) return std::move(result_);
        said_ = statement_for(context_, from);
        link_middles(through);
        std::vector<const Item*> without;
        for (const Item& item : plan_.items) {
            if (item.kind != from || says_nothing(context_, item)) continue;
            result_.outcome = Outcome::pass;
            if (!is_linked(item)) without.push_back(&item);
        }
        if (without.empty()) return std::move(result_);
        Finding finding = listing(plan_, "linked.without", without);
        finding.arguments.insert(finding.arguments.begin(), {"kind", std::string(from)});
        result_.findings.push_back(std::move(finding));
        return std::move(result_);
    }

private:
    // Items of one kind that others refer to.
    struct Referred {
        std::vector<const Item*> items;
        std::unordered_map<std::string_view, std::size_t> places;  // by id

        void add(const Item& item) {
            places.emplace(item.id, items.size());
            items.push_back(&item);
        }
    };

    void link_middles(std::string_view through) {
        const bool all = !through.empty() && statement_for(context_, through) != nullptr;
        for (const Item* middle : middles_.items)
            if (all || referred_by(*middle, targets_) != nullptr || alike(*middle) != nullptr || in_section(*middle)) linked_middles_.insert(middle->id);
    }

    // Shows what links the item: a reference, one to what is linked itself, words in common, or a sentence for all of them.
    bool is_linked(const Item& item) {
        if (const Item* target = referred_by(item, targets_)) return show(item, *target, "reference");
        if (const Item* middle = linked_middle(item)) return show(item, *middle, "through");
        if (const Item* target = alike(item)) return show(item, *target, "words");
        if (in_section(item)) {
            const Section& section = *section_words_->section;
            result_.show(where_of(item), Argument{"item", item.id}, Argument{"by", std::string("words")}).related.push_back({"", section_subject(plan_, section), heading_of(plan_, section)});
            return true;
        }
        if (said_ != nullptr) result_.show({said_->block, said_->span, false}, Argument{"item", item.id}, Argument{"by", std::string("statement")});
        return said_ != nullptr;
    }

    bool show(const Item& item, const Item& target, std::string_view by) {
        result_.show(where_of(item), Argument{"item", item.id}, Argument{"by", std::string(by)}).related.push_back({"", item_subject(plan_, target), where_of(target)});
        return true;
    }

    // The first of them that the item refers to.
    const Item* referred_by(const Item& item, const Referred& among) const {
        if (!among.items.empty() && is_guessed(item, among.items.front()->kind)) return nullptr;
        std::size_t first = among.items.size();
        for (const std::string& id : item.refers_to)
            if (const auto place = among.places.find(id); place != among.places.end()) first = std::min(first, place->second);
        return first < among.items.size() ? among.items[first] : nullptr;
    }

    bool is_guessed(const Item& item, std::string_view kind) const {
        for (const ItemSpec& spec : context_.form().items)
            if (spec.kind == item.kind)
                for (const FieldSpec& own : spec.fields)
                    if (const Field* field = own.refers_to == kind ? item.field(own.name) : nullptr; field != nullptr && filled_by_guess(plan_, item, *field)) return true;
        return false;
    }

    const Item* linked_middle(const Item& item) const {
        const Item* middle = referred_by(item, middles_);
        if (middle != nullptr && linked_middles_.contains(middle->id)) return middle;
        return item.covers_all && !linked_middles_.empty() ? middles_.items.front() : nullptr;
    }

    // Words are taken when the first item asks for them: most plans link their items by reference.
    const Item* alike(const Item& item) {
        if (!target_words_) target_words_.emplace(plan_, targets_.items, shared_);
        return target_words_->like(item);
    }

    bool in_section(const Item& item) {
        if (!section_words_) section_words_.emplace(context_, shared_);
        return section_words_->link(item);
    }

    const Context& context_;
    const Plan& plan_ = context_.plan;
    const std::uint32_t shared_ = context_.number("shared", 2);
    Referred targets_, middles_;
    std::set<std::string_view> linked_middles_;
    const TermPlace* said_ = nullptr;
    std::optional<TargetWords> target_words_;
    std::optional<SectionWords> section_words_;
    Result result_;
};

}  // namespace

Result check_linked(const Context& context) { return Linked(context).run(); }

}  // namespace plancheck
