// Terms of vocabularies stand in the scope: enough different ones, together with others in one window, or others that
// serve instead. A window is the whole scope, two paragraphs in a row, a paragraph or a sentence. Negated mentions never
// count.
#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <span>

#include "checks/check.hpp"
#include "checks/shared/sentences.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

using Hits = std::vector<const TermPlace*>;

class Terms {
public:
    explicit Terms(const Context& context)
        : context_(context), plan_(context.plan), form_(context.form()), scopes_(scopes(plan_, context.requirement.sections)), of_area_(of_area()),
          wanted_(of_area_ ? *of_area_ : context.terms("vocabulary")), instead_(context.terms("instead")), lowered_(context.terms("lowered-by")),
          with_(context.term_sets->each(context.parameter("with"))) {
        least_ = context.number("at-least", 1);
        except_own_ = context.parameter("except-own") == "yes";
        // What was taken for an item with doubt may be the very sentence that is looked for.
        // A paragraph that lists several items in a sentence says more than these.
        const auto shared = [&](const Item& item) {
            const auto beside = [&](const Item& other) { return other.kind == item.kind && other.block == item.block && item.blocks.size() == 1; };
            return (&item != plan_.items.data() && beside(*(&item - 1))) || (&item != &plan_.items.back() && beside(*(&item + 1)));
        };
        if (const std::string_view kind = context.parameter("beyond"); !kind.empty())
            for (const Item& item : plan_.items)
                if (item.kind == kind && item.confidence != Confidence::low && !shared(item))
                    for (const std::uint32_t block : item.blocks)
                        passed_over_.emplace_back(block, std::max(plan_.document().blocks[block].end, block + 1));
        std::sort(passed_over_.begin(), passed_over_.end());
        // A column that is meant for it says so in whatever words.
        if (const std::string_view field = context.parameter("beyond-field"); !field.empty())
            for (const Item& item : plan_.items)
                if (const Field* const said = item.kind == context.parameter("beyond") ? item.field(field) : nullptr; said != nullptr && !said->values.empty() && said->values.front().type != "unset")
                    result_.show({said->values.front().block, said->values.front().span, false}, Argument{"item", item.id});
        std::vector<const TermSet*> sets = {&wanted_, &lowered_};
        for (const TermSet& set : with_) sets.push_back(&set);
        relevant_ = places_near(plan_, sets, scopes_);
        // "A region without lead" speaks of the metal.
        const bool with_denied = context.parameter("with-denied") == "yes";
        const auto is_denied = [&](const TermPlace& hit) { return hit.negated && !(with_denied && std::any_of(with_.begin(), with_.end(), [&](const TermSet& set) { return set.has(hit); })); };
        std::erase_if(relevant_, [&](const TermPlace* hit) { return is_denied(*hit) || stands_before_nothing(context, *hit); });
        if (!context.parameter("names").empty()) add_names(context.parameter("names"), wanted_);
        if (!context.parameter("with-names").empty() && !with_.empty()) add_names(context.parameter("with-names"), with_.front());
        for (const TermPlace& one : named_) relevant_.push_back(&one);
        std::stable_sort(relevant_.begin(), relevant_.end(), [](const TermPlace* a, const TermPlace* b) {
            return a->block != b->block ? a->block < b->block : a->span.begin < b->span.begin;
        });
    }

    Result run() {
        const std::string_view within = context_.parameter("within");
        Hits gathered;
        for (const Scope& scope : scopes_) {
            if (!instead_.empty())
                for (const TermPlace* hit : terms_in(plan_, scope, instead_))
                    if (!stands_before_nothing(context_, *hit)) add(*hit);
            if (within.empty() || within == "scope") {
                const Hits here = hits_in(scope);
                gathered.insert(gathered.end(), here.begin(), here.end());
            } else if (within == "sentence") {
                by_sentence(scope);
            } else {
                paragraphs(scope, within == "neighbours");
            }
        }
        if (within.empty() || within == "scope") window(gathered);
        if (!result_.evidence.empty()) {
            result_.outcome = Outcome::pass;
            return std::move(result_);
        }
        tell_missing();
        return std::move(result_);
    }

private:
    const Context& context_;
    const Plan& plan_;
    const Template& form_;
    const std::vector<Scope> scopes_;
    const std::optional<TermSet> of_area_;
    const TermSet &wanted_, &instead_, &lowered_;
    const std::span<const TermSet> with_;
    Hits relevant_;  // places of all of them, in text order, that are not negated
    std::uint32_t least_ = 1;
    bool except_own_ = false;
    const std::string_view understood_ = context_.parameter("understood");  // one of `with`
    std::vector<std::pair<std::uint32_t, std::uint32_t>> passed_over_;  // blocks of items, sorted
    std::set<std::pair<std::uint32_t, std::uint32_t>> shown_;
    std::vector<TermPlace> named_;  // where names stand for a wanted term
    Result result_;

    // For plans of certain areas other terms serve as well.
    std::optional<TermSet> of_area() const {
        const auto areas = context_.list("area");
        if (std::find(areas.begin(), areas.end(), plan_.area) == areas.end()) return std::nullopt;
        auto names = context_.list("vocabulary");
        for (const std::string_view name : context_.list("area-instead")) names.push_back(name);
        return TermSet(form_, names);
    }

    // How those of a kind are named: their names, folded, and what stands for them in capitals.
    struct Names {
        static constexpr std::size_t shortest = 6, most = 16;
        std::vector<std::string> names, acronyms;

        bool empty() const noexcept { return names.empty() && acronyms.empty(); }
        static bool is_acronym(std::string_view text) noexcept {
            return text.size() >= 3 && text.size() <= 8 && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == std::string_view::npos;
        }
        void take(std::string_view written) {
            if (is_acronym(written) && acronyms.size() < most) acronyms.emplace_back(written);
            else if (std::string name = fold(written); name.size() >= shortest && names.size() < most) names.push_back(std::move(name));
        }
    };

    Names names_of(std::string_view kind) const {
        Names names;
        for (const Item& item : plan_.items) {
            if (item.kind != kind) continue;
            const std::string_view title = item.title;
            const std::size_t open = title.find('('), close = title.find(')', open);
            if (form_.is_like(item.kind, "partner")) names.take(title.substr(0, title.find(" (")));
            if (open != title.npos && close != title.npos)
                if (const std::string_view inner = title.substr(open + 1, close - open - 1); Names::is_acronym(inner)) names.take(inner);
            for (const Field& field : item.fields)
                for (const FieldValue& value : field.values)
                    if (value.type == "person" || value.type == "organisation") names.take(value.value);
        }
        return names;
    }

    TermPlace first_of(const TermSet& terms) const {
        TermPlace place;
        while (place.vocabulary < form_.vocabularies.size() && !terms.has_any(place.vocabulary)) ++place.vocabulary;
        while (place.vocabulary < form_.vocabularies.size() && place.term < form_.vocabularies[place.vocabulary].terms.size() && !terms.has(place)) ++place.term;
        return place;
    }

    // Where the acronym stands as a word of its own, or npos.
    static std::size_t word_in(std::string_view written, std::string_view acronym) {
        for (std::size_t at = written.find(acronym); at != written.npos; at = written.find(acronym, at + 1)) {
            const std::size_t end = at + acronym.size();
            const bool inside = (at != 0 && is_word_character(decode_before(written, at).code)) || (end < written.size() && is_word_character(decode(written, end).code));
            if (!inside) return at;
        }
        return written.npos;
    }

    // "The Institute of Lakes drafted the plan" says it of the lead, if that is the lead. An acronym is a whole word in capitals.
    void add_names(std::string_view kind, const TermSet& stands_for) {
        const Names names = names_of(kind);
        if (names.empty()) return;
        TermPlace place = first_of(stands_for);
        const auto add = [&](Span span) {
            place.span = span;
            named_.push_back(place);
        };
        for (const Scope& scope : scopes_)
            for (std::uint32_t i = scope.begin; i < scope.end; ++i) {
                const Block& block = plan_.document().blocks[i];
                if (!plan_.block_text->holds(i) || block.text.empty()) continue;
                place.block = i;
                const std::string_view text = plan_.block_text->folded(i), written = plan_.document().view(block.text);
                for (const std::string& name : names.names)
                    if (const std::size_t at = text.find(name); at != text.npos)
                        add(plan_.block_text->source(i, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())));
                for (const std::string& name : names.acronyms)
                    if (const std::size_t at = word_in(written, name); at != written.npos)
                        add({block.text.begin + static_cast<std::uint32_t>(at), block.text.begin + static_cast<std::uint32_t>(at + name.size())});
            }
    }

    bool counts(const TermPlace& hit) const {
        return !hit.negated && wanted_.has(hit) && !is_passed_over(hit.block) &&
               !(except_own_ && form_.vocabularies[hit.vocabulary].terms[hit.term].key == plan_.area);
    }

    bool is_passed_over(std::uint32_t block) const {
        const auto after = std::upper_bound(passed_over_.begin(), passed_over_.end(), std::pair{block, Where::nowhere});
        return after != passed_over_.begin() && std::prev(after)->second > block;
    }

    Hits hits_in(const Scope& scope) const {
        Hits hits;
        each_inside(relevant_, scope, [&](const TermPlace& hit) { hits.push_back(&hit); });
        return hits;
    }

    // Only where a wanted term stands at all is a block cut into sentences.
    void by_sentence(const Scope& scope) {
        Hits counted;
        std::copy_if(relevant_.begin(), relevant_.end(), std::back_inserter(counted), [&](const TermPlace* hit) { return counts(*hit); });
        for (const Sentence& sentence : sentences_near(context_, scope, counted)) window(hits_in(sentence.block, sentence.span));
    }

    Hits hits_in(std::uint32_t block, Span span) const {
        Hits hits;
        auto at = std::lower_bound(relevant_.begin(), relevant_.end(), span.begin,
                                   [](const TermPlace* place, std::uint32_t begin) { return place->span.begin < begin; });
        for (; at != relevant_.end() && (*at)->span.begin < span.end; ++at)
            if ((*at)->block == block) hits.push_back(*at);
        return hits;
    }

    void paragraphs(const Scope& scope, bool neighbours) {
        Hits before;
        const auto step = [&](std::uint32_t block, Span span) {
            Hits here = hits_in(block, span);
            if (neighbours) {
                Hits both = before;
                both.insert(both.end(), here.begin(), here.end());
                window(both);
                before = std::move(here);
            } else {
                window(here);
            }
        };
        if (scope.glued_block != Where::nowhere) step(scope.glued_block, scope.glued);
        for (std::uint32_t i = scope.begin; i < scope.end; ++i) {
            const Block& block = plan_.document().blocks[i];
            if (!block.text.empty() && !block.has(mark::uncounted)) step(i, block.text);
        }
    }

    void window(const Hits& hits) {
        if (hits.empty()) return;
        std::vector<const TermPlace*> counted;
        bool lowered = false;
        for (const TermPlace* hit : hits) {
            if (counts(*hit)) counted.push_back(hit);
            lowered = lowered || lowered_.has(*hit);
        }
        const std::size_t least = lowered && least_ > 1 ? least_ - 1 : least_;
        if (counted.size() < least || (least > 1 && different(counted) < least)) return;
        // "Prepared by the lead …": what begins a sentence speaks of what the section is about.
        const bool subject = !understood_.empty() && std::any_of(counted.begin(), counted.end(), [&](const TermPlace* hit) { return begins_sentence(*hit); });
        for (const TermSet& set : with_)
            if (!(subject && is_understood(set)) && std::none_of(hits.begin(), hits.end(), [&](const TermPlace* hit) { return set.has(*hit); })) return;
        for (const TermPlace* hit : counted) add(*hit);
    }

    bool begins_sentence(const TermPlace& hit) const {
        constexpr std::size_t article = 4;  // bytes, written together with the word
        const Span block = plan_.document().blocks[hit.block].text;
        std::string_view before = plan_.document().view({block.begin, hit.span.begin});
        if (before.size() <= article && before.find(' ') == std::string_view::npos) return true;
        if (const std::size_t space = before.find_last_of(" \n"); space != std::string_view::npos && before.size() - space - 1 <= article) before = trimmed(before.substr(0, space));
        for (const std::string_view stop : {".", ";", "؛", "。", "；"})
            if (before.ends_with(stop)) return true;
        return false;
    }

    // One of the sets that are wanted beside the term; they stand in the order of the parameter.
    bool is_understood(const TermSet& set) const {
        const auto names = context_.list("with");
        const auto at = static_cast<std::size_t>(&set - with_.data());
        return at < names.size() && names[at] == understood_;
    }

    static std::size_t different(const Hits& hits) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> terms;
        for (const TermPlace* hit : hits) terms.emplace_back(hit->vocabulary, hit->term);
        std::sort(terms.begin(), terms.end());
        return static_cast<std::size_t>(std::unique(terms.begin(), terms.end()) - terms.begin());
    }

    // Each term is shown once, where it stands first.
    void add(const TermPlace& hit) {
        if (!shown_.insert({hit.vocabulary, hit.term}).second) return;
        const Vocabulary& vocabulary = form_.vocabularies[hit.vocabulary];
        result_.show(quoting(context_, hit.block, hit.span), Argument{"vocabulary", vocabulary.id}, Argument{"term", vocabulary.terms[hit.term].key},
                     Argument{"text", std::string(plan_.document().view(hit.span))});
    }

    // Three capitals in a row that no vocabulary knows: perhaps a name.
    Where capitals() const {
        for (const Scope& scope : scopes_)
            for (const Sentence& sentence : sentences(context_, scope)) {
                const std::string_view text = plan_.document().view(sentence.span);
                std::uint32_t run = 0;
                for (std::size_t at = 0; at < text.size();) {
                    const Decoded c = decode(text, at);
                    at += c.size;
                    run = is_upper(c.code) ? run + 1 : 0;
                    if (run == 3) return {sentence.block, sentence.span, false};
                }
            }
        return {};
    }

    void tell_missing() {
        Finding finding = not_found(context_);
        if (context_.parameter("capitals") == "review")
            if (const Where name = capitals(); name.known()) {
                finding.message = "terms.capitals";
                finding.where = name;
            }
        result_.findings.push_back(std::move(finding));
    }
};

}  // namespace

Result check_terms(const Context& context) { return Terms(context).run(); }

}  // namespace plancheck
