// The period of one mandate, where one is given: longer than `max` and no word of renewal contradicts.
#include <algorithm>
#include <charconv>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
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
    std::size_t from = begin > farthest ? begin - farthest : 0;
    while (from < begin && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
    const Folded folded = fold_mapped(text.substr(from, begin - from));
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

}  // namespace

Result check_mandate(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const std::string_view kind = context.parameter("kind");
    const TermSet& renewal = context.terms("renewal");
    const Language& language = context.language();
    std::int64_t most = 2;
    const std::string_view max = context.parameter("max");
    if (max.size() > 2) std::from_chars(max.data() + 1, max.data() + max.size() - 1, most);
    Result result;
    result.outcome = Outcome::not_applicable;
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(document.blocks[first].end, first + 1); ++i) {
                const Block& block = document.blocks[i];
                if (block.text.empty()) continue;
                for (const Value& value : plan.block_text->values(i, language, want_times)) {
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
                    Finding finding;
                    finding.outcome = Outcome::fail;
                    finding.confidence = item.confidence;
                    finding.message = "mandate.longer";
                    finding.subject = item_subject(plan, item);
                    finding.where = where;
                    finding.arguments = {{"period", std::string(document.view(where.span))}, {"years", most}};
                    result.findings.push_back(std::move(finding));
                }
            }
    }
    return result;
}

}  // namespace plancheck
