// The period of one mandate, where one is given: longer than `max` and no word of renewal contradicts.
#include <algorithm>
#include <charconv>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
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
        std::size_t end = unit.begin;
        while (end > 0 && (words[end - 1] == ' ' || words[end - 1] == '-')) --end;
        std::size_t digits = end;
        while (digits > 0 && is_digit(words[digits - 1])) --digits;
        std::int64_t years = 0;
        if (digits < end && end - digits <= 2) std::from_chars(words.data() + digits, words.data() + end, years);
        for (const TermHit& number : hits)
            if (years == 0 && kind_of_word(number.id) == WordKind::number_word && number.end == end) {
                const std::string_view value = detail_of_word(language, number.id);
                std::from_chars(value.data(), value.data() + value.size(), years);
                digits = number.begin;
            }
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

}  // namespace

Result check_mandate(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const std::string_view kind = context.parameter("kind");
    const TermSet &renewal = context.terms("renewal"), &said = context.terms("said");
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
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(document.blocks[first].end, first + 1); ++i) {
                const Block& block = document.blocks[i];
                if (block.text.empty()) continue;
                const auto values = plan.block_text->values(i, language, want_times);
                const bool dated = std::any_of(values.begin(), values.end(), [](const Value& value) { return value.type == ValueType::period; });
                if (const Span whole = dated || said.empty() ? Span() : longer_said(context, i, said, most); !whole.empty()) {
                    if (result.outcome == Outcome::not_applicable) result.outcome = Outcome::pass;
                    if (!terms_in(plan, i, block.text, renewal).empty()) result.show({i, whole, false}, Argument{"item", item.id});
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
                    if (result.outcome == Outcome::not_applicable) result.outcome = Outcome::pass;
                    // A mandate "2024-2026" runs from some day of one year to some day of the other.
                    const std::int64_t years = said != 0                 ? said * 365
                                               : value.value.size() == 9 ? roughly(days.last.substr(0, 4) + "-01-01") - roughly(days.first)
                                                                         : roughly(days.last) - roughly(days.first);
                    if (years <= most * 365 + 31 || !terms_in(plan, i, block.text, renewal).empty()) {
                        result.show(where, Argument{"item", item.id}, Argument{"period", value.value});
                        continue;
                    }
                    tell(item, where);
                }
            }
    }
    return result;
}

}  // namespace plancheck
