// Phrases of the language's list ("biennial", "un an sur deux"), and intervals built from its words: every + number +
// unit of time. Months in multiples of twelve are years. Ongoing and unset are words alone.
#include <algorithm>
#include <charconv>

#include "text/characters.hpp"
#include "text/value_finder.hpp"

namespace plancheck {

// End of a month's name that stands within four words and in the same clause; 0: none.
std::size_t ValueFinder::month_after(std::size_t from) const {
    for (const TermHit& hit : hits_) {
        if (hit.begin < from || kind_of_word(hit.id) != WordKind::month) continue;
        const std::string_view between = text_.substr(from, hit.begin - from);
        if (!fits_in(between, 40) || std::count(between.begin(), between.end(), ' ') > 4 ||
            between.find_first_of(",;.:()0123456789\n") != std::string_view::npos)
            return 0;
        // "раз в феврале 2031 года": with its year a month comes once.
        const std::size_t year = spaces_end(hit.end);
        return digits_end(year) - year == 4 ? 0 : hit.end;
    }
    return 0;
}

// "two (2) years", "2 (two) years": behind the number in brackets.
std::size_t ValueFinder::said_again(std::size_t from) const {
    if (at(from) != '(') return from;
    std::size_t end = digits_end(from + 1);
    if (end == from + 1) end = connector_at(from + 1, WordKind::number_word).end;
    return end > from + 1 && at(end) == ')' ? spaces_end(end + 1) : from;
}

// Behind an article written together with it stands an adjective and no adverb: "فالدوريا" is a place, no "دوريا".
bool ValueFinder::is_adverb_behind_article(const TermHit& hit) const noexcept {
    constexpr std::string_view adverb = "ا";
    return !language_.article.empty() && text_.substr(0, hit.end).ends_with(adverb) && text_.substr(0, hit.begin).ends_with(language_.article) &&
           attached_before(hit.begin);
}

void ValueFinder::find_recurrences() {
    if (!has_hits(WordKind::every) && !has_hits(WordKind::recurrence)) return;
    // Built intervals first: "every two years" is longer than anything inside it.
    for (const TermHit& hit : hits_) {
        if (kind_of_word(hit.id) != WordKind::every) continue;
        std::size_t i = spaces_end(hit.end);
        if (at(i) == '-') ++i;
        unsigned count = 1;
        if (const std::size_t end = digits_end(i); end != i && end - i <= 3) {
            std::from_chars(text_.data() + i, text_.data() + end, count);
            i = end;
        } else if (const Connector number = connector_at(i, WordKind::number_word); number.end != 0) {
            std::from_chars(number.detail.data(), number.detail.data() + number.detail.size(), count);
            i = number.end;
        } else {
            count = 1;
        }
        i = said_again(spaces_end(i));
        if (at(i) == '-') ++i;
        const Connector unit = connector_at(i, WordKind::unit_of_time);
        if (unit.end == 0) {
            // "each November meeting", "à chaque réunion d'octobre": a month named once is a year between two of them.
            if (const std::size_t end = month_after(hit.end); count == 1 && end != 0 && is_free(hit.begin, end))
                take(ValueType::recurrence, hit.begin, end, "P1Y", false, wants(want_recurrence));
            continue;
        }
        if (unit.detail.empty() || count == 0 || !is_free(hit.begin, unit.end)) continue;
        char letter = unit.detail.front();
        if (letter == 'M' && count % 12 == 0) {
            letter = 'Y';
            count /= 12;
        }
        take(ValueType::recurrence, hit.begin, unit.end, "P" + std::to_string(count) + letter, false, wants(want_recurrence));
    }
    for (const TermHit& hit : hits_) {
        if (kind_of_word(hit.id) != WordKind::recurrence || !is_free(hit.begin, hit.end) || is_adverb_behind_article(hit)) continue;
        std::string value(detail_of_word(language_, hit.id));
        const bool ambiguous = value.ends_with('?');
        if (ambiguous) value.pop_back();
        take(ValueType::recurrence, hit.begin, hit.end, std::move(value), ambiguous, wants(want_recurrence));
    }
}

namespace {

// "continuous monitoring", 长期贮存: a word that says how something is is a time where nothing else stands beside it.
bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::string_view signs = ",;:.()/|\n-";
    const auto parts = [&](std::size_t at) { return signs.find(text[at]) != std::string_view::npos || text.substr(at).starts_with("、") || text.substr(at).starts_with("。"); };
    std::size_t before = begin, after = end;
    while (before > 0 && text[before - 1] == ' ') --before;
    while (after < text.size() && text[after] == ' ') ++after;
    const bool opens = before == 0 || signs.find(text[before - 1]) != std::string_view::npos || (before >= 3 && parts(before - 3));
    return opens && (after == text.size() || parts(after));
}

}  // namespace

void ValueFinder::find_words() {
    const bool any = has_hits(WordKind::ongoing) || has_hits(WordKind::unset);
    for (auto hit_at = hits_.begin(); any && hit_at != hits_.end(); ++hit_at) {
        const TermHit& hit = *hit_at;
        const WordKind kind = kind_of_word(hit.id);
        if ((kind != WordKind::ongoing && kind != WordKind::unset) || !is_free(hit.begin, hit.end)) continue;
        if (kind == WordKind::ongoing && !wants(in_time_field) && detail_of_word(language_, hit.id) == "alone" && !stands_alone(text_, hit.begin, hit.end)) continue;
        const ValueType type = kind == WordKind::ongoing ? ValueType::ongoing : ValueType::unset;
        take(type, hit.begin, hit.end, std::string(source_of(hit.begin, hit.end)), false, wants(kind == WordKind::ongoing ? want_times : want_unset));
    }
    if (wants(in_time_field)) find_counted_times();
    // A cell of signs that stand for a gap to be filled.
    if (!text_.empty() && text_.find_first_not_of("_.xX ?-") == std::string_view::npos && text_.size() >= 2 && is_free(0, text_.size()) &&
        text_.find_first_of("_x?") != std::string_view::npos) {
        take(ValueType::unset, 0, text_.size(), std::string(source_of(0, text_.size())), false, wants(want_unset));
    }
}

}  // namespace plancheck
