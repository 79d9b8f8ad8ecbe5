// A word is looked for from the space, the bracket or the apostrophe before it.
#include "plan/counted_names.hpp"

#include <algorithm>

#include "plan/word_ends.hpp"
#include "text/characters.hpp"
#include "text/language.hpp"
#include "text/numerals.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

std::pair<std::uint32_t, std::size_t> counted_before(const Language& language, std::string_view text, std::size_t end) noexcept {
    const std::string_view first = language.ordinal_sign, head = text.substr(0, end);
    const auto counter = std::find_if(language.counters.begin(), language.counters.end(), [&](const std::string& one) { return head.ends_with(one); });
    if (counter == language.counters.end()) return {0, end};
    const std::size_t begin = head.rfind(first);
    if (begin == std::string_view::npos || end - begin > 4 * first.size() + counter->size()) return {0, end};
    const std::size_t number = begin + first.size(), stop = end - counter->size();
    if (const auto [value, last] = chinese_number(text, number); value != 0 && last == stop) return {value, begin};
    std::uint32_t value = 0;
    std::size_t at = number;
    for (; at < stop && is_digit(text[at]); ++at) value = value * 10 + static_cast<std::uint32_t>(text[at] - '0');
    return at == stop && at - number <= 3 ? std::pair(value, begin) : std::pair(std::uint32_t{0}, end);
}

std::pair<std::uint32_t, std::size_t> counted_at_start(const Language& language, std::string_view text) noexcept {
    const std::string_view first = language.ordinal_sign;
    if (first.empty() || !text.starts_with(first)) return {};
    std::size_t stop = first.size();
    while (stop < text.size() && is_digit(text[stop])) ++stop;
    if (stop == first.size()) stop = chinese_number(text, stop).second;
    for (const std::string& counter : language.counters)
        if (text.substr(stop).starts_with(counter))
            if (const auto [value, begin] = counted_before(language, text, stop + counter.size()); value != 0 && begin == 0) return {value, stop + counter.size()};
    return {};
}

std::pair<std::uint32_t, std::size_t> definite_before(const Language& language, std::string_view folded, std::size_t end) {
    constexpr std::size_t longest = 32, shortest = 4;  // bytes
    const auto begin_of = [&](std::size_t stop) {
        std::size_t begin = stop;
        while (begin > 0 && folded[begin - 1] != ' ' && folded[begin - 1] != '(' && folded[begin - 1] != '\'' && stop - begin < longest) --begin;
        return begin;
    };
    const auto word = [&](std::size_t at, WordKind kind) { return language.connectors.match_at(folded, static_cast<std::uint32_t>(at), word_id(kind), word_id(kind, 0xFFFF)); };
    if (end < shortest || folded[end - 1] != ' ') return {};
    const std::size_t begin = begin_of(end - 1);
    const TermHit ordinal = word(begin, WordKind::ordinal);
    if (ordinal.end + 1 != end) return {};
    if (begin > 1 && folded[begin - 1] == ' ') {
        const std::size_t article = begin_of(begin - 1);
        const TermHit one = word(article, WordKind::number_word);
        if (begin - article == 2 || (one.end + 1 == begin && detail_of_word(language, one.id) == "1")) return {};  // "a", "un"
    }
    return {whole_number(detail_of_word(language, ordinal.id)), begin};
}

}  // namespace plancheck
