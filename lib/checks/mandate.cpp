// The period of one mandate, where one is given with its holder: longer than `max` and no word of renewal contradicts. Where none
// is, a sentence that speaks of the office may have the dates; what is longer there, in dates or in words, is for a person.
#include <algorithm>
#include <charconv>

#include "checks/check.hpp"
#include "checks/shared/sentences.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

// Days since the year 0 in a calendar of even months: near enough to tell two years from three.
std::int64_t roughly(std::string_view date) {
    int year = 0, month = 1, day = 1;
    std::from_chars(date.data(), date.data() + 4, year);
    if (date.size() >= 7) std::from_chars(date.data() + 5, date.data() + 7, month);
    if (date.size() >= 10) std::from_chars(date.data() + 8, date.data() + 10, day);
    return std::int64_t{year} * 365 + (month - 1) * 304 / 10 + day;
}

// The number right before a unit of time, in digits (no year) or a word; 0: none stands there. `begin` becomes where it does.
std::int64_t number_before(const Language& language, std::string_view words, const std::vector<TermHit>& hits, const TermHit& unit, std::size_t& begin) {
    std::size_t end = unit.begin;
    while (end > 0 && (words[end - 1] == ' ' || words[end - 1] == '-')) --end;
    begin = end;
    while (begin > 0 && is_digit(words[begin - 1])) --begin;
    std::int64_t count = 0;
    if (begin < end && end - begin <= 2) std::from_chars(words.data() + begin, words.data() + end, count);
    constexpr std::uint32_t longest = 48;  // bytes
    for (auto number_at = std::lower_bound(hits.begin(), hits.end(), unit.begin, [](const TermHit& hit, std::uint32_t place) { return hit.begin + longest < place; }); number_at != hits.end() && number_at->begin < unit.begin; ++number_at)
        if (const TermHit& number = *number_at; count == 0 && kind_of_word(number.id) == WordKind::number_word && number.end == end) {
            const std::string_view value = detail_of_word(language, number.id);
            std::from_chars(value.data(), value.data() + value.size(), count);
            begin = number.begin;
        }
    return count;
}

// "five years from April 2026": the number of years right before the time from which they count; 0: none stands there. `begin`
// becomes where it does.
std::int64_t years_before(const Language& language, std::string_view text, std::uint32_t& begin) {
    constexpr std::size_t farthest = 48;  // bytes
    const std::string_view before = last_within(text.substr(0, begin), farthest);
    const std::size_t from = begin - before.size();
    const Folded folded = fold_mapped(before);
    std::string_view words = folded.text;
    while (!words.empty() && (words.back() == ' ' || words.back() == ',' || words.back() == '(')) words.remove_suffix(1);
    const auto hits = language.connectors.find(words);
    for (const TermHit& unit : hits) {
        if (kind_of_word(unit.id) != WordKind::unit_of_time || detail_of_word(language, unit.id) != "Y" || unit.end != words.size()) continue;
        std::size_t digits = 0;
        const std::int64_t years = number_before(language, words, hits, unit, digits);
        if (years == 0) continue;
        begin = static_cast<std::uint32_t>(from) + folded.source_begin(static_cast<std::uint32_t>(digits));
        return years;
    }
    return 0;
}

// "a mandate of six years", "elected for six years", where no dates say it: what is longer than `most`; empty: nothing is.
Span longer_said(const Context& context, std::uint32_t block, const TermSet& mandate, std::int64_t most) {
    constexpr std::uint32_t farthest = 32, before = 4;  // bytes between the word and the years behind it, or before it
    constexpr std::int64_t longest = 20;
    const Block& of = context.document().blocks[block];
    const auto words = terms_in(context.plan, block, of.text, mandate);
    if (words.empty()) return {};
    const std::string_view text = context.document().view(of.text);
    const Folded folded = fold_mapped(text);
    const Language& language = context.language();
    for (const TermHit& unit : language.connectors.find(folded.text)) {
        if (kind_of_word(unit.id) != WordKind::unit_of_time || detail_of_word(language, unit.id) != "Y") continue;
        const std::uint32_t end = folded.source_end(unit.end);
        std::uint32_t begin = end;
        const std::int64_t years = years_before(language, text, begin);
        if (years <= most || years > longest) continue;
        for (const TermPlace* word : words) {
            const std::uint32_t from = word->span.begin - of.text.begin, to = word->span.end - of.text.begin;
            const std::uint32_t gap_begin = std::min(to, end), gap_end = std::max(gap_begin, to <= begin ? begin : from);
            if (gap_end - gap_begin <= (to <= begin ? farthest : before) && text.substr(gap_begin, gap_end - gap_begin).find_first_of(".;") == std::string_view::npos) return {of.text.begin + std::min(from, begin), of.text.begin + std::max(to, end)};
        }
    }
    return {};
}

// How long something lasts, in days of even months, and where in the text that stands.
struct Length {
    std::int64_t days = 0;
    std::uint32_t begin = 0, end = 0;
    bool dated = false;
};

// "From March 2025 to February 2027", "began in May 2024 and ends in May 2026", "six years", "36 months".
std::vector<Length> lengths_in(const Context& context, const Sentence& sentence) {
    const Language& language = context.language();
    const std::string_view text = context.document().view(sentence.span);
    std::vector<Length> found;
    const auto values = context.plan.block_text->values(sentence.block, sentence.span, language, want_times | want_references);
    std::vector<const Value*> dates;
    constexpr std::size_t most_lengths = 8;
    for (const Value& value : values) {
        if (found.size() >= most_lengths) break;
        const std::string_view said = value.value;
        const Days days = days_of(value);
        if (value.type == ValueType::period && !days.first.empty() && !days.last.empty()) {
            found.push_back({said.size() == 9 ? roughly(days.last.substr(0, 4) + "-01-01") - roughly(days.first) : roughly(days.last) - roughly(days.first), value.begin, value.end, true});
        } else if (value.type == ValueType::date && !value.ambiguous && !days.first.empty()) {
            dates.push_back(&value);
        }
    }
    if (dates.size() == 2 && found.empty())
        if (const std::int64_t days = roughly(days_of(*dates[1]).first) - roughly(days_of(*dates[0]).first); days > 92) found.push_back({days, dates[0]->begin, dates[1]->end, true});
    const Folded folded = fold_mapped(text);
    const auto hits = language.connectors.find(folded.text);
    for (const TermHit& unit : hits) {
        if (found.size() >= most_lengths) break;
        if (kind_of_word(unit.id) != WordKind::unit_of_time) continue;
        const std::string_view detail = detail_of_word(language, unit.id);
        if (detail != "Y" && detail != "M") continue;
        std::size_t at = 0;
        const std::int64_t count = number_before(language, folded.text, hits, unit, at);
        const std::uint32_t begin = folded.source_begin(static_cast<std::uint32_t>(at)), end = folded.source_end(unit.end);
        // A month of a date is none, 十二月.
        const auto value = std::partition_point(values.begin(), values.end(), [&](const Value& one) { return one.end <= begin; });
        if (count == 0 || (detail == "M" && count <= 12) || (value != values.end() && value->begin < end)) continue;
        found.push_back({detail == "Y" ? count * 365 : count * 304 / 10, begin, end, false});
    }
    return found;
}

// A mandate "2024-2026" runs from some day of one year to some day of the other.
std::int64_t length_of(const Value& period, const Days& days) {
    constexpr std::size_t two_years = 9;  // "2024/2026"
    return (period.value.size() == two_years ? roughly(days.last.substr(0, 4) + "-01-01") : roughly(days.last)) - roughly(days.first);
}

class Mandates {
public:
    explicit Mandates(const Context& context) : context_(context) {
        const std::string_view max = context.parameter("max");
        if (max.size() > 2) std::from_chars(max.data() + 1, max.data() + max.size() - 1, most_);
        result_.outcome = Outcome::not_applicable;
    }

    Result run() {
        const std::string_view kind = context_.parameter("kind");
        for (const Item& item : plan_.items)
            if (item.kind == kind) each_block_of(item);
        if (result_.outcome == Outcome::not_applicable) sentences();
        return std::move(result_);
    }

private:
    bool too_long(std::int64_t days) const { return days > most_ * 365 + 31; }
    void each_block_of(const Item& item) {
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(document_.blocks[first].end, first + 1); ++i)
                if (!document_.blocks[i].text.empty()) with_holder(item, i);
    }

    // A block of what is given with the one who holds the office.
    struct Given {
        const Item& item;
        std::uint32_t block;
        Span text;
        std::vector<Value> values;
        std::vector<Sentence> sentences;

        Sentence sentence_at(std::uint32_t at) const {
            const auto found = std::find_if(sentences.begin(), sentences.end(), [at](const Sentence& one) { return one.span.end > at; });
            return found == sentences.end() ? Sentence{block, text} : *found;
        }
    };

    void with_holder(const Item& item, std::uint32_t block) {
        Given given{item, block, document_.blocks[block].text, plan_.block_text->values(block, language_, want_times | want_recurrence), {}};
        if (given.values.empty() && said_.empty()) return;
        context_.sentences->add(block, Semicolon::ends, given.sentences);
        const bool dated = std::any_of(given.values.begin(), given.values.end(), [](const Value& value) { return value.type == ValueType::period; });
        if (const Span words = dated || said_.empty() ? Span() : longer_said(context_, block, said_, most_); !words.empty()) {
            if (!is_told(given, words.begin) || is_only_supposed(given, words.begin)) return;
            result_.outcome = Outcome::pass;
            if (is_renewed(given, words.begin)) result_.show({block, words, false}, Argument{"item", item.id});
            else tell(item, {block, words, false});
            return;
        }
        for (const Value& value : given.values)
            if (value.type == ValueType::period) period(given, value);
    }

    void period(const Given& given, const Value& value) {
        const Days days = days_of(value);
        if (days.first.empty()) return;
        std::uint32_t begin = value.begin;
        const std::int64_t years = days.last.empty() ? years_before(language_, document_.view(given.text), begin) : 0;
        if (days.last.empty() && years == 0) return;
        const Where where{given.block, {given.text.begin + begin, given.text.begin + value.end}, false};
        const bool longer = too_long(days.last.empty() ? years * 365 : length_of(value, days));
        if ((longer && !is_told(given, where.span.begin)) || is_only_supposed(given, where.span.begin)) return;
        result_.outcome = Outcome::pass;
        if (longer && !is_renewed(given, where.span.begin)) {
            // Of two who lead together it is said once.
            if (std::any_of(result_.findings.begin(), result_.findings.end(), [&](const Finding& told) { return told.where.block == where.block && told.where.span.begin == where.span.begin; })) return;
            tell(given.item, where);
            if (is_over(days)) result_.findings.back().confidence = Confidence::low;
        } else {
            result_.show(where, Argument{"item", given.item.id}, Argument{"period", value.value});
        }
    }

    // What ended before the plan was made is no mandate of today; a plan without a date is no older than the template.
    bool is_over(const Days& days) const {
        const std::string_view since = !plan_.date.empty() ? std::string_view(plan_.date) : std::string_view(context_.form().edition);
        return !days.last.empty() && days.last.substr(0, since.size()) < since;
    }

    // Beside or right behind the holder's name nothing else can be meant; in prose below it a sentence has to speak of the office.
    bool is_told(const Given& given, std::uint32_t at) const {
        const Block& block = document_.blocks[given.block];
        if (block.kind != BlockKind::paragraph || (given.block > 0 && document_.blocks[given.block - 1].kind == BlockKind::cell)) return true;
        const Span sentence = given.sentence_at(at).span;
        const std::uint32_t first = given.sentences.empty() ? given.text.begin : given.sentences.front().span.begin;
        if (given.block == given.item.blocks.front() && sentence.begin <= first) return true;
        const auto holds = [&](const TermSet& set) { return !terms_in(plan_, given.block, sentence, set).empty(); };
        return (holds(said_) || holds(office_) || holds(holder_)) && !holds(elsewhere_);
    }

    bool is_only_supposed(const Given& given, std::uint32_t at) const {
        const Span sentence = given.sentence_at(at).span;
        const Folded folded = fold_mapped(document_.view(sentence));
        const std::uint32_t place = folded.folded_at(std::max(at, sentence.begin) - sentence.begin);
        return is_supposed(folded.text, place, place, language_) || is_negated(folded.text, place, place, language_);
    }

    // By a word for it, or in its sentence: "… confirmed every two years".
    bool is_renewed(const Given& given, std::uint32_t at) const {
        const Span sentence = given.sentence_at(at).span;
        return !terms_in(plan_, given.block, given.text, renewal_).empty() || std::any_of(given.values.begin(), given.values.end(), [&](const Value& one) {
            return one.type == ValueType::recurrence && given.text.begin + one.begin >= sentence.begin && given.text.begin + one.end <= sentence.end;
        });
    }

    void tell(const Item& item, const Where& where) {
        Finding& finding = longer(document_.view(where.span), where);
        finding.confidence = item.confidence;
        finding.subject = item_subject(plan_, item);
    }

    // What is said of the office where no holder has it.
    void sentences() {
        const auto all = scopes(plan_, context_.requirement.sections);
        const TermSet* const sets[] = {&office_};
        const std::vector<const TermPlace*> places = places_near(plan_, sets, all);
        for (const Scope& scope : all)
            for (const Sentence& sentence : sentences_near(context_, scope, places)) in_sentence(sentence, scope);
        if (!result_.evidence.empty() || !result_.findings.empty()) result_.outcome = Outcome::pass;
    }

    void in_sentence(const Sentence& sentence, const Scope& scope) {
        const auto offices = affirmed(sentence, office_);
        if (offices.empty() || affirmed(sentence, holder_).empty()) return;
        for (const Length& length : lengths_in(context_, sentence)) {
            if ((!length.dated && !too_long(length.days)) || !is_near(sentence, offices, length)) continue;
            const std::string_view words = document_.view(sentence.span).substr(length.begin, length.end - length.begin);
            if (!too_long(length.days) || !affirmed(sentence, renewal_).empty()) {
                result_.show({sentence.block, {sentence.span.begin + length.begin, sentence.span.begin + length.end}, false}, Argument{"text", std::string(words)});
                continue;
            }
            Finding& finding = longer(words, {sentence.block, sentence.span, false});
            finding.outcome = Outcome::review;
            if (const Section* section = context_.outline().find(scope.key)) finding.subject = section_subject(plan_, *section);
        }
    }

    std::vector<const TermPlace*> affirmed(const Sentence& sentence, const TermSet& set) const {
        auto terms = terms_in(plan_, sentence.block, sentence.span, set);
        std::erase_if(terms, [](const TermPlace* place) { return place->negated; });
        return terms;
    }

    // Whether little stands between one of the offices and the length.
    bool is_near(const Sentence& sentence, const std::vector<const TermPlace*>& offices, const Length& length) const {
        constexpr std::size_t farthest = 40;  // columns
        constexpr std::ptrdiff_t most_looked_at = 8;
        const std::string_view text = document_.view(sentence.span);
        const auto last = offices.begin() + std::min<std::ptrdiff_t>(most_looked_at, std::ssize(offices));
        return std::any_of(offices.begin(), last, [&](const TermPlace* place) {
            const std::uint32_t from = place->span.begin - sentence.span.begin, to = place->span.end - sentence.span.begin;
            if (from >= length.end) return fits_in(text.substr(length.end, from - length.end), farthest);
            return length.begin < to || fits_in(text.substr(to, length.begin - to), farthest);
        });
    }

    Finding& longer(std::string_view period, const Where& where) {
        Finding& finding = result_.findings.emplace_back();
        finding.message = "mandate.longer";
        finding.where = where;
        finding.arguments = {{"period", std::string(period)}, {"years", most_}};
        return finding;
    }

    const Context& context_;
    const Plan& plan_ = context_.plan;
    const Document& document_ = plan_.document();
    const TermSet &renewal_ = context_.terms("renewal"), &said_ = context_.terms("said"), &office_ = context_.terms("office"), &holder_ = context_.terms("holder"), &elsewhere_ = context_.terms("elsewhere");
    const Language& language_ = context_.language();
    std::int64_t most_ = 2;  // years
    Result result_;
};

}  // namespace

Result check_mandate(const Context& context) { return Mandates(context).run(); }

}  // namespace plancheck
