// Something recurs: its word stands in one sentence with a recurrence, "regularly", or a date; or it stands behind one that
// says when those meet who do it ("Partners meet each year; there they review the plan", "… At these meetings they …"), or it is asked
// when, and answered beside or below ("How often is the plan reviewed? | Each year").
#include <algorithm>
#include <optional>

#include "checks/check.hpp"
#include "checks/shared/sentences.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

class Frequency {
public:
    explicit Frequency(const Context& context) : context_(context) {}

    Result run() {
        const TermSet* const sets[] = {&of_};
        const std::vector<const TermPlace*> places = places_of(plan_, sets);
        for (const Scope& scope : scopes(plan_, context_.requirement.sections)) look(scope, sentences_near(context_, scope, places));
        if (result_.evidence.empty()) result_.findings.push_back(not_found(context_));
        else result_.outcome = Outcome::pass;
        return std::move(result_);
    }

private:
    static constexpr std::size_t longest_name = 24;  // columns of a title that says no more than what recurs

    void look(const Scope& scope, const std::vector<Sentence>& sentences) {
        std::string said;  // when the occasion is that the sentences up to this one speak of
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            const Sentence& sentence = sentences[i];
            const bool occasion = holds(sentence, at_);
            // "Review. Every year, with new dates where needed."
            const bool titled = i > 0 && is_title(sentences[i - 1], sentence), named = titled && fits_in(document_.view(sentences[i - 1].span), longest_name);
            std::string when = occasion || named || holds(sentence, of_) ? time_in(sentence) : std::string();
            if (titled && (occasion || named) && !when.empty()) show(sentence, when);
            if (i > 0 && !goes_on(sentences[i - 1], sentence)) said.clear();
            if (holds(sentence, of_)) {
                const bool as_said = when.empty() && (about_.empty() || holds(sentence, about_));
                if (const std::string& then = as_said ? said : when; !then.empty() && is_about(scope, sentence)) show(sentence, then);
            }
            if (when.empty() && holds(sentence, of_))
                if (const auto answer = answer_to(scope, sentence, i + 1 < sentences.size() ? &sentences[i + 1] : nullptr))
                    if (std::string then = time_in(*answer); !then.empty()) show(*answer, std::move(then));
            if (occasion && !when.empty()) said = std::move(when);
        }
    }

    // What stands behind a question, or in the cell beside a prompt.
    std::optional<Sentence> answer_to(const Scope& scope, const Sentence& asked, const Sentence* following) const {
        constexpr std::size_t longest_prompt = 60, longest_alone = 26, longest_answer = 400;  // columns
        const std::string_view prompt = trimmed(document_.view(asked.span));
        const bool question = prompt.ends_with('?') || prompt.ends_with("？") || prompt.ends_with("؟");
        const auto& blocks = document_.blocks;
        if (!fits_in(prompt, longest_prompt) || asked.span.begin != blocks[asked.block].text.begin || !(holds(asked, about_) || (fits_in(prompt, longest_alone) && ends_with_it(asked)))) return std::nullopt;
        if (trimmed(document_.view(blocks[asked.block].text)).size() > prompt.size())
            return question && following != nullptr && following->block == asked.block ? std::optional(*following) : std::nullopt;
        if (const auto beside = beside_label(document_, asked)) {
            // "Review of the plan | All partners | Each May"
            for (std::uint32_t i = beside->block, end = blocks[asked.block - 2].end; i < end; ++i)
                if (!blocks[i].text.empty() && fits_in(document_.view(blocks[i].text), longest_answer) && !time_in({i, blocks[i].text}).empty()) return Sentence{i, blocks[i].text};
            return std::nullopt;
        }
        const std::uint32_t next = asked.block + 1;
        const bool below = question && next < scope.end && (blocks[next].kind == BlockKind::paragraph || blocks[next].kind == BlockKind::list_item);
        return below && fits_in(document_.view(blocks[next].text), longest_answer) ? std::optional(Sentence{next, blocks[next].text}) : std::nullopt;
    }

    void show(const Sentence& sentence, std::string when) { result_.show({sentence.block, sentence.span, false}, Argument{"value", std::move(when)}); }

    bool holds(const Sentence& sentence, const TermSet& set) const {
        if (set.empty()) return false;
        const auto terms = terms_in(plan_, sentence.block, sentence.span, set);
        return std::any_of(terms.begin(), terms.end(), [](const TermPlace* place) { return !place->negated; });
    }

    // When, or nothing.
    std::string time_in(const Sentence& sentence) const {
        std::optional<Folded> folded;
        const auto negated = [&](const Value& value) {
            if (!folded) folded = fold_mapped(document_.view(sentence.span));
            return is_negated(folded->text, folded->folded_at(value.begin), folded->folded_at(value.end), context_.language());
        };
        for (const Value& value : plan_.block_text->values(sentence.block, sentence.span, context_.language(), want_recurrence | want_times | want_references)) {
            const bool time = value.type == ValueType::recurrence || value.type == ValueType::date || value.type == ValueType::period || value.type == ValueType::quarter;
            if (time && !is_past(value) && !negated(value)) return value.value;
        }
        return {};
    }

    // What is over when the plan is made says nothing about when this plan is looked at.
    bool is_past(const Value& value) const {
        if (plan_.date.empty() || value.type == ValueType::recurrence) return false;
        const Days days = days_of(value);
        return !days.last.empty() && days.last < plan_.date;
    }

    // "How the plan is kept current. Each March the lead …": what begins a paragraph as its title is said of the sentence behind it.
    bool is_title(const Sentence& title, const Sentence& sentence) const {
        constexpr std::size_t longest_title = 48;  // columns
        if (title.block != sentence.block || title.span.begin != document_.blocks[title.block].text.begin || !fits_in(document_.view(title.span), longest_title)) return false;
        return holds(title, of_) && (about_.empty() || holds(title, about_) || begins_with_it(title)) && time_in(title).empty();
    }

    // The same sentence behind a semicolon, or another one about the same occasion.
    bool goes_on(const Sentence& before, const Sentence& sentence) const {
        if (before.block != sentence.block || !holds(before, at_)) return false;
        const std::string_view text = document_.view(before.span);
        return text.ends_with(';') || text.ends_with("；") || text.ends_with("؛") || holds(sentence, at_) || points_back(sentence);
    }

    // "There they review the plan", but not "the plan is reviewed by who is there"; several words ("on that occasion") point back
    // wherever they stand.
    bool points_back(const Sentence& sentence) const {
        const auto back = terms_in(plan_, sentence.block, sentence.span, there_), what = terms_in(plan_, sentence.block, sentence.span, of_);
        if (back.empty()) return false;
        return what.empty() || back.front()->span.begin < what.front()->span.begin ||
               std::any_of(back.begin(), back.end(), [this](const TermPlace* place) { return document_.view(place->span).find(' ') != std::string_view::npos; });
    }

    bool begins_with_it(const Sentence& sentence) const {
        constexpr std::uint32_t article = 4;
        const auto what = terms_in(plan_, sentence.block, sentence.span, of_);
        return !what.empty() && what.front()->span.begin <= sentence.span.begin + article;
    }

    // "How often it is reviewed", but not "Review of sites".
    bool ends_with_it(const Sentence& sentence) const {
        const auto what = terms_in(plan_, sentence.block, sentence.span, of_);
        return !what.empty() && trimmed(document_.view(sentence.span)).substr(0, what.back()->span.end - sentence.span.begin).size() + 4 > trimmed(document_.view(sentence.span)).size();
    }

    // What is to recur is named in its paragraph or the one before; other things are reviewed too.
    bool is_about(const Scope& scope, const Sentence& sentence) const {
        if (about_.empty() || !terms_in(plan_, sentence.block, document_.blocks[sentence.block].text, about_).empty()) return true;
        // "Review: every two years", "Revised in May of each second year": what begins a sentence speaks of the section's own subject.
        if (begins_with_it(sentence)) return true;
        for (std::uint32_t i = sentence.block; i-- > scope.begin;)
            if (const Block& above = document_.blocks[i]; !above.text.empty()) return !terms_in(plan_, i, above.text, about_).empty();
        return false;
    }

    const Context& context_;
    const Plan& plan_ = context_.plan;
    const Document& document_ = plan_.document();
    const TermSet &of_ = context_.terms("of"), &at_ = context_.terms("at"), &there_ = context_.terms("there"), &about_ = context_.terms("about");
    Result result_;
};

}  // namespace

Result check_frequency(const Context& context) { return Frequency(context).run(); }

}  // namespace plancheck
