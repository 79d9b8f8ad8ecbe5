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

}  // namespace

Result check_mandate(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const std::string_view kind = context.parameter("kind");
    const TermSet &renewal = context.terms("renewal"), &said = context.terms("said"), &office = context.terms("office"), &holder = context.terms("holder"), &elsewhere = context.terms("elsewhere");
    const Language& language = context.language();
    std::int64_t most = 2;
    const std::string_view max = context.parameter("max");
    if (max.size() > 2) std::from_chars(max.data() + 1, max.data() + max.size() - 1, most);
    Result result;
    result.outcome = Outcome::not_applicable;
    const auto tell = [&](const Item& item, const Where& where) {
        Finding finding;
        finding.outcome = Outcome::fail;
        finding.confidence = item.confidence;
        finding.message = "mandate.longer";
        finding.subject = item_subject(plan, item);
        finding.where = where;
        finding.arguments = {{"period", std::string(document.view(where.span))}, {"years", most}};
        result.findings.push_back(std::move(finding));
    };
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        const std::uint32_t own = item.blocks.empty() ? 0 : item.blocks.front();
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(document.blocks[first].end, first + 1); ++i) {
                const Block& block = document.blocks[i];
                if (block.text.empty()) continue;
                const auto values = plan.block_text->values(i, language, want_times | want_recurrence);
                // In prose below the holder's own words a sentence has to speak of the office; "… confirmed every two years" renews it.
                std::vector<Sentence> cut;
                if (!values.empty() || !said.empty()) context.sentences->add(i, Semicolon::ends, cut);
                const auto sentence_at = [&](std::uint32_t at) {
                    const auto found = std::find_if(cut.begin(), cut.end(), [&](const Sentence& one) { return one.span.end > at; });
                    return found == cut.end() ? Sentence{i, block.text} : *found;
                };
                const auto is_told = [&](std::uint32_t at) {
                    const Sentence sentence = sentence_at(at);
                    if (block.kind != BlockKind::paragraph || (i > 0 && document.blocks[i - 1].kind == BlockKind::cell) || (i == own && sentence.span.begin <= (cut.empty() ? block.text.begin : cut.front().span.begin))) return true;
                    const auto holds = [&](const TermSet& set) { return !terms_in(plan, i, sentence.span, set).empty(); };
                    return (holds(said) || holds(office) || holds(holder)) && !holds(elsewhere);
                };
                const auto is_supposed_at = [&](std::uint32_t at) {
                    const Sentence sentence = sentence_at(at);
                    const Folded folded = fold_mapped(document.view(sentence.span));
                    const std::uint32_t place = folded.folded_at(std::max(at, sentence.span.begin) - sentence.span.begin);
                    return is_supposed(folded.text, place, place, language) || is_negated(folded.text, place, place, language);
                };
                const auto is_renewed = [&](std::uint32_t at) {
                    const Span span = sentence_at(at).span;
                    return !terms_in(plan, i, block.text, renewal).empty() || std::any_of(values.begin(), values.end(), [&](const Value& one) {
                        return one.type == ValueType::recurrence && block.text.begin + one.begin >= span.begin && block.text.begin + one.end <= span.end;
                    });
                };
                const bool dated = std::any_of(values.begin(), values.end(), [](const Value& value) { return value.type == ValueType::period; });
                if (const Span whole = dated || said.empty() ? Span() : longer_said(context, i, said, most); !whole.empty()) {
                    if (!is_told(whole.begin) || is_supposed_at(whole.begin)) continue;
                    if (result.outcome == Outcome::not_applicable) result.outcome = Outcome::pass;
                    if (is_renewed(whole.begin)) result.show({i, whole, false}, Argument{"item", item.id});
                    else tell(item, {i, whole, false});
                    continue;
                }
                for (const Value& value : values) {
                    if (value.type != ValueType::period) continue;
                    const Days days = days_of(value);
                    std::uint32_t begin = value.begin;
                    const std::int64_t said = days.first.empty() || !days.last.empty() ? 0 : years_before(language, document.view(block.text), begin);
                    if (said == 0 && (days.first.empty() || days.last.empty())) continue;
                    const Where where{i, {block.text.begin + begin, block.text.begin + value.end}, false};
                    // A mandate "2024-2026" runs from some day of one year to some day of the other.
                    const std::int64_t years = said != 0                 ? said * 365
                                               : value.value.size() == 9 ? roughly(days.last.substr(0, 4) + "-01-01") - roughly(days.first)
                                                                         : roughly(days.last) - roughly(days.first);
                    const bool longer = years > most * 365 + 31;
                    if ((longer && !is_told(where.span.begin)) || is_supposed_at(where.span.begin)) continue;
                    if (result.outcome == Outcome::not_applicable) result.outcome = Outcome::pass;
                    if (!longer || is_renewed(where.span.begin)) {
                        result.show(where, Argument{"item", item.id}, Argument{"period", value.value});
                        continue;
                    }
                    tell(item, where);
                    // What ended before the plan was made is no mandate of today.
                    if (const std::string_view since = !plan.date.empty() ? std::string_view(plan.date) : std::string_view(context.form().edition); !days.last.empty() && days.last.substr(0, since.size()) < since)
                        result.findings.back().confidence = Confidence::low;
                }
            }
    }
    if (result.outcome != Outcome::not_applicable) return result;
    const auto told = [&](const Sentence& sentence, const TermSet& set) {
        auto terms = terms_in(plan, sentence.block, sentence.span, set);
        std::erase_if(terms, [](const TermPlace* place) { return place->negated; });
        return terms;
    };
    constexpr std::size_t farthest = 40;  // columns
    const auto all = scopes(plan, context.requirement.sections);
    const TermSet* const sets[] = {&office};
    const std::vector<const TermPlace*> places = places_near(plan, sets, all);
    for (const Scope& scope : all)
        for (const Sentence& sentence : sentences_near(context, scope, places)) {
            constexpr std::size_t most_words = 8;
            auto offices = told(sentence, office);
            if (offices.size() > most_words) offices.resize(most_words);
            if (offices.empty() || told(sentence, holder).empty()) continue;
            const std::string_view text = document.view(sentence.span);
            const auto is_near = [&](std::uint32_t begin, std::uint32_t end) {
                return std::any_of(offices.begin(), offices.end(), [&](const TermPlace* place) {
                    const std::uint32_t from = place->span.begin - sentence.span.begin, to = place->span.end - sentence.span.begin;
                    return from >= end ? fits_in(text.substr(end, from - end), farthest) : begin < to || fits_in(text.substr(to, begin - to), farthest);
                });
            };
            const Where whole{sentence.block, sentence.span, false};
            for (const Length& length : lengths_in(context, sentence)) {
                const bool longer = length.days > most * 365 + 31;
                if (!(length.dated || longer) || !is_near(length.begin, length.end)) continue;
                if (!longer || !told(sentence, renewal).empty()) {
                    result.show({sentence.block, {sentence.span.begin + length.begin, sentence.span.begin + length.end}, false}, Argument{"text", std::string(text.substr(length.begin, length.end - length.begin))});
                    continue;
                }
                Finding finding;
                finding.outcome = Outcome::review;
                finding.message = "mandate.longer";
                if (const Section* section = context.outline().find(scope.key)) finding.subject = section_subject(plan, *section);
                finding.where = whole;
                finding.arguments = {{"period", std::string(text.substr(length.begin, length.end - length.begin))}, {"years", most}};
                result.findings.push_back(std::move(finding));
            }
        }
    if (!result.evidence.empty() || !result.findings.empty()) result.outcome = Outcome::pass;
    return result;
}

}  // namespace plancheck
