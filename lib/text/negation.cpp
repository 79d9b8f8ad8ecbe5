// The clause is what lies between the nearest stops; inside it the language's cues are searched once. A cue before the
// hit reaches it unless a word that opens another clause lies between, or a comma (for a cue of the whole clause only a
// comma after some words), or too many words. A cue after the hit must be a predicate, near, with nothing between that
// starts something new. A cue that is part of a harmless phrase ("not only", "ne … que") is none. What is undecided is
// denied too: what a cue holds itself ("whether … is under discussion"; so is what stands inside of any, "ne convoque pas"), or the thing beside one ("targets will be set").
#include "text/negation.hpp"

#include <algorithm>
#include <vector>

#include "text/characters.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

constexpr std::uint32_t longest_clause = 400;  // bytes to each side

constexpr ByteSet may_stop{";!?\n:.\xE3"};

bool is_stop(std::string_view text, std::size_t at) noexcept {
    if (!may_stop.has(text[at])) return false;
    switch (text[at]) {
        case ';': case '!': case '?': case '\n': case ':': return true;
        case '.': return at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' || text[at + 1] == '"';
        default: break;
    }
    // 。！？； of Chinese; the last three are folded to ASCII.
    return text.substr(at).starts_with("\xE3\x80\x82");
}

// Two characters of a script without spaces are about a word.
std::size_t words_in(std::string_view text) noexcept {
    std::size_t words = 0, ideographs = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == ' ') ++words;
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0xE3 && byte <= 0xE9) ++ideographs;
    }
    return words + ideographs / 2;
}

// A comma at least `least` words after the start of `between`; in a script without spaces one word is enough to end a clause.
bool has_comma(std::string_view between, std::size_t least) noexcept {
    for (std::size_t comma = between.find(','); comma != std::string_view::npos; comma = between.find(',', comma + 1)) {
        const std::string_view before = between.substr(0, comma);
        if (words_in(before) >= (is_ideograph(decode_before(before, before.size()).code) ? std::min<std::size_t>(least, 1) : least)) return true;
    }
    return false;
}

// What a cue leaves undecided: right before it, or behind it where it says so, with an article or two words between.
const TermHit* thing_beside(std::string_view text, const TermHit& open, const Language& language, std::span<const TermHit> all) {
    const auto near = [&](std::uint32_t from, std::uint32_t to) {
        const std::string_view between = text.substr(from, to - from);
        return words_in(between) <= 3 && between.find_first_of(",:;.\n") == std::string_view::npos;
    };
    const bool behind = language.cues[open.id].opens;
    for (const TermHit& hit : all)
        if (language.cues[hit.id].thing && (behind ? hit.begin >= open.end && near(open.end, hit.begin) : hit.end <= open.begin && near(hit.end, open.begin))) return &hit;
    return nullptr;
}

// Whether the words from `begin` to `end` of a clause are denied; `all`: the hits of the language's cues in it, in its own offsets.
class Denial {
public:
    Denial(std::string_view clause, std::uint32_t begin, std::uint32_t end, const Language& language, std::span<const TermHit> all)
        : clause_(clause), begin_(begin), end_(end), language_(language), all_(all) {}

    bool found() const {
        return std::any_of(all_.begin(), all_.end(), [&](const TermHit& cue) { return holds(cue) && !is_excluded(cue); }) ||
               std::any_of(all_.begin(), all_.end(), [&](const TermHit& cue) { return is_full(cue) && reaches(cue) && !is_excluded(cue); });
    }

private:
    const std::string_view clause_;
    const std::uint32_t begin_, end_;
    const Language& language_;
    const std::span<const TermHit> all_;

    const Language::Cue& of(const TermHit& cue) const { return language_.cues[cue.id]; }
    // One that denies what stands before or behind it.
    bool is_full(const TermHit& cue) const {
        const Language::Cue& c = of(cue);
        return !c.excluded && !c.breaks && !c.open && !c.opens && !c.around && !c.thing;
    }

    bool is_excluded(const TermHit& cue) const {
        return std::any_of(all_.begin(), all_.end(), [&](const TermHit& other) {
            if (!of(other).excluded || other.begin >= cue.end || other.end <= cue.begin) return false;
            // "ne prévoit pas que …" is not "ne … que …": a full denial inside the phrase stands.
            return std::none_of(all_.begin(), all_.end(), [&](const TermHit& full) {
                return is_full(full) && full.begin == other.begin && full.end < other.end && clause_.substr(full.begin, full.end - full.begin).find(' ') != std::string_view::npos;
            });
        });
    }

    // Whether the words stand inside what the cue denies or leaves undecided.
    bool holds(const TermHit& cue) const {
        const Language::Cue& c = of(cue);
        if (c.breaks || c.thing) return false;
        if (c.around) return cue.begin <= begin_ && cue.end >= end_;
        if (c.open || c.opens) {
            const TermHit* const thing = thing_beside(clause_, cue, language_, all_);
            return thing != nullptr && thing->begin < end_ && thing->end > begin_;
        }
        return !c.excluded && cue.begin < begin_ && cue.end > end_;  // "ne convoque pas"
    }

    // Whether a word between the two begins another clause.
    bool broken(std::uint32_t a, std::uint32_t b) const {
        return std::any_of(all_.begin(), all_.end(), [&](const TermHit& hit) { return of(hit).breaks && hit.begin >= a && hit.end <= b; });
    }

    bool reaches(const TermHit& cue) const { return of(cue).after ? reaches_back(cue) : reaches_on(cue); }

    bool reaches_on(const TermHit& cue) const {
        if (cue.end > begin_) return false;
        const std::string_view between = clause_.substr(cue.end, begin_ - cue.end);
        if (closes_bracket(cue.begin, between)) return false;
        if (of(cue).next) return words_in(between) <= 2 && between.find(',') == std::string_view::npos && !counts_behind(cue, between);
        const bool phrase = of(cue).phrase;
        return words_in(between) <= (phrase ? 8U : 16U) && !has_comma(between, phrase ? 0 : 2) && !broken(cue.end, begin_);
    }

    // "(two of them did not succeed) and the plan is adjusted": what is denied in brackets among other words ends with them.
    bool closes_bracket(std::uint32_t cue, std::string_view between) const {
        const std::size_t close = between.find(')');
        return close != std::string_view::npos && between.find('(') >= close && cue != 0 && clause_[cue - 1] != '(';
    }

    // "plus de deux rapports" counts them.
    bool counts_behind(const TermHit& cue, std::string_view between) const {
        return between.find_first_of("0123456789") != std::string_view::npos ||
               language_.connectors.match_at(clause_, cue.end + 1, word_id(WordKind::number_word), word_id(WordKind::number_word, 0xFFFF)).end > cue.end;
    }

    bool reaches_back(const TermHit& cue) const {
        if (cue.begin < end_) return false;
        // Written together with "and" it begins another clause.
        const char32_t before = cue.begin > end_ ? decode_before(clause_, cue.begin).code : U' ';
        if (is_word_character(before) && !is_ideograph(before)) return false;
        const std::string_view between = clause_.substr(end_, cue.begin - end_);
        return words_in(between) <= 12 && !has_comma(between, 0) && !broken(end_, cue.begin);
    }
};

}  // namespace

Clauses::Clauses(std::string_view folded) : folded_(folded) {
    for (std::size_t at = may_stop.find(folded); at != std::string_view::npos; at = may_stop.find(folded, at + 1))
        if (is_stop(folded, at)) stops_.push_back(static_cast<std::uint32_t>(at));
}

std::pair<std::uint32_t, std::uint32_t> Clauses::around(std::uint32_t begin, std::uint32_t end) {
    const auto further = [&](std::size_t at) { return (static_cast<unsigned char>(folded_[at]) & 0xC0U) == 0x80U; };
    while (next_ < stops_.size() && stops_[next_] < begin) ++next_;
    std::uint32_t from = next_ == 0 ? 0 : stops_[next_ - 1] + 1;
    if (begin > longest_clause) from = std::max(from, begin - longest_clause);
    while (from > 0 && from < begin && further(from)) ++from;
    std::size_t stop = next_;
    while (stop < stops_.size() && stops_[stop] < end) ++stop;
    std::uint32_t to = stop == stops_.size() ? static_cast<std::uint32_t>(folded_.size()) : stops_[stop];
    to = std::min(to, end + longest_clause);
    while (to < folded_.size() && to > end && further(to)) --to;
    return {from, to};
}

bool is_negated(std::string_view folded, std::uint32_t begin, std::uint32_t end, const Language& language) {
    if (begin > end || end > folded.size()) return false;
    // No more of the text than a clause may be long, and the sign behind it: every word of a text may be asked for.
    constexpr std::uint32_t most = longest_clause + 8;
    const std::uint32_t base = begin > most ? begin - most : 0;
    const std::string_view near = folded.substr(base, end + most - base);
    const auto [from, to] = Clauses(near).around(begin - base, end - base);
    const std::string_view clause = near.substr(from, to - from);
    return Denial(clause, begin - base - from, end - base - from, language, language.negations.find(clause)).found();
}

bool is_undecided(std::string_view folded, const Language& language) {
    const std::vector<TermHit> hits = language.negations.find(folded);
    return std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) {
        const Language::Cue& cue = language.cues[hit.id];
        return (cue.around || ((cue.open || cue.opens) && thing_beside(folded, hit, language, hits) != nullptr)) && std::none_of(hits.begin(), hits.end(), [&](const TermHit& other) {
                   return language.cues[other.id].excluded && other.begin < hit.end && other.end > hit.begin;
               });
    });
}

bool is_supposed(std::string_view folded, std::uint32_t begin, std::uint32_t end, const Language& language) {
    if (begin > end || end > folded.size()) return false;
    const std::uint32_t base = begin > longest_clause ? begin - longest_clause : 0;
    const std::string_view near = folded.substr(base, std::size_t{end} + longest_clause - base);
    const std::vector<TermHit> hits = language.connectors.find(near);
    return std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) {
        if (kind_of_word(hit.id) == WordKind::rejected) return true;
        if (kind_of_word(hit.id) != WordKind::supposed || hit.end > begin - base) return false;
        const std::string_view between = near.substr(hit.end, begin - base - hit.end);
        const std::ptrdiff_t commas = base == 0 && hit.begin == 0 ? 1 : 0;  // "If the lead wishes, a report is sent …"
        return words_in(between) <= 24 && std::count(between.begin(), between.end(), ',') <= commas && between.find_first_of(":;") == std::string_view::npos;
    });
}

bool is_quoted(std::string_view folded, std::uint32_t begin, std::uint32_t end) noexcept {
    if (begin > end || end > folded.size()) return false;
    const std::string_view before = folded.substr(0, begin);
    return std::count(before.begin(), before.end(), '"') % 2 == 1 && folded.find('"', end) != std::string_view::npos;
}

bool is_negated(std::string_view folded, std::uint32_t begin, std::uint32_t end, std::pair<std::uint32_t, std::uint32_t> clause, const Language& language,
                std::span<const TermHit> cues) {
    const auto [from, to] = clause;
    const auto first = std::lower_bound(cues.begin(), cues.end(), from, [](const TermHit& one, std::uint32_t at) { return one.begin < at; });
    auto last = first;
    while (last != cues.end() && last->begin < to) ++last;
    std::vector<TermHit> inside;
    inside.reserve(static_cast<std::size_t>(last - first));
    for (auto hit = first; hit != last; ++hit)
        if (hit->end <= to) inside.push_back({hit->id, hit->begin - from, hit->end - from, hit->doubtful});
    return !inside.empty() && Denial(folded.substr(from, to - from), begin - from, end - from, language, inside).found();
}

}  // namespace plancheck
