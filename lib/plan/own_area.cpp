// The name stands behind the word ("area on …") up to a sign or a word of the title's own, or else before it ("Port Safety Area",
// 航运领域). One word is no name: "on" or "our" may be all that stands there; nor is what holds a number.
#include "plan/own_area.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace plancheck {

namespace {

constexpr std::string_view parting = ",.:;()|";

// Where a sign parts words in a folded text, from `at` on or before it.
std::size_t sign_behind(std::string_view text, std::size_t at) { return std::min({text.find_first_of(parting, at), text.find(" - ", at), text.size()}); }
std::size_t sign_before(std::string_view text, std::size_t at) {
    const std::size_t sign = text.substr(0, at).find_last_of(parting), dash = text.substr(0, at).rfind(" - ");
    return std::max(sign == std::string_view::npos ? 0 : sign + 1, dash == std::string_view::npos ? 0 : dash + 3);
}

bool is_name(std::string_view text, std::uint32_t least) {
    return count_words(text).words >= least && text.find_first_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string own_area(const Reading& reading, std::string_view title) {
    const std::uint32_t words = reading.lexicon.vocabulary("own-area"), programme = reading.lexicon.vocabulary("partnership"), plans = reading.lexicon.vocabulary("plans-and-areas");
    if (words == Lexicon::none) return {};
    const Folded folded = fold_mapped(title);
    const std::vector<TermHit> hits = reading.words.terms.find(folded.text);
    const auto is_of = [&](const TermHit& hit, std::uint32_t vocabulary) { return reading.lexicon.term(hit.id).vocabulary == vocabulary; };
    const auto own = std::find_if(hits.begin(), hits.end(), [&](const TermHit& hit) { return is_of(hit, words); });
    if (own == hits.end()) return {};
    std::size_t behind = own->end, begin = sign_before(folded.text, own->begin);
    for (const TermHit& hit : hits)
        if (is_of(hit, plans) && hit.begin <= own->begin && hit.end > behind) behind = hit.end;  // 领域业务计划
    for (const std::string_view sign : {":", " - ", ": "})  // "Area: safety in ports"
        if (folded.text.compare(behind, sign.size(), sign) == 0) behind += sign.size();
    std::size_t end = sign_behind(folded.text, behind);
    bool joined = false;
    for (const TermHit& hit : hits) {
        if (!is_of(hit, programme) && !is_of(hit, plans)) continue;
        if (hit.begin >= behind) end = std::min<std::size_t>(end, hit.begin);
        if (hit.end <= own->begin) begin = std::max<std::size_t>(begin, hit.end);
        joined = joined || (hit.begin < own->begin && hit.end > own->begin);  // "plan of the area"
    }
    const auto name_of = [&](std::size_t from, std::size_t to) {
        const std::uint32_t first = folded.source_begin(static_cast<std::uint32_t>(from)), last = folded.source_end(static_cast<std::uint32_t>(to));
        std::string_view name = trimmed(title.substr(first, last - first));
        for (const std::string_view quote : {"\"", "“", "”", "„", "«", "»", "‘", "’"}) {
            if (name.starts_with(quote)) name = trimmed(name.substr(quote.size()));
            if (name.ends_with(quote)) name = trimmed(name.substr(0, name.size() - quote.size()));
        }
        return std::string(name);
    };
    const std::string_view text = folded.text;
    if (is_name(text.substr(behind, end - behind), 2)) return name_of(behind, end);
    const std::string_view before = trimmed(text.substr(begin, std::max<std::size_t>(begin, own->begin) - begin));
    const std::string_view last = before.substr(before.rfind(' ') == std::string_view::npos ? 0 : before.rfind(' ') + 1);
    if (joined || !is_name(before, 3) || count_code_points(last) < 3) return {};
    return name_of(begin, own->begin);
}

}  // namespace plancheck
