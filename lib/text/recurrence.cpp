// Phrases of the language's list ("biennial", "un an sur deux"), and intervals built from its words: every + number +
// unit of time. Months in multiples of twelve are years. Ongoing and unset are words alone.
#include <algorithm>
#include <charconv>

#include "text/characters.hpp"
#include "text/numerals.hpp"
#include "text/other_calendars.hpp"
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
        if (kind_of_word(hit.id) != WordKind::recurrence || !is_free(hit.begin, hit.end)) continue;
        std::string value(detail_of_word(language_, hit.id));
        const bool ambiguous = value.ends_with('?');
        if (ambiguous) value.pop_back();
        take(ValueType::recurrence, hit.begin, hit.end, std::move(value), ambiguous, wants(want_recurrence));
    }
}

// "first", "1st", "2-й", "2.º", "2-й и 3-й": where what counts at `i` ends, with the space behind it; 0: nothing counts there.
std::size_t ValueFinder::ordinal_end(std::size_t i) const {
    constexpr std::size_t longest_suffix = 4;  // bytes
    for (std::size_t found = 0;;) {
        const Connector ordinal = connector_at(i, WordKind::ordinal);
        std::size_t end = ordinal.detail == "0" ? 0 : ordinal.end;  // "last" counts from no beginning
        if (const std::size_t number = digits_end(i); ordinal.end == 0 && number != i && number - i <= 2) {
            end = number;
            while (end < text_.size() && at(end) != ' ' && !digit(end)) ++end;
            if (end == number || end - number > longest_suffix) end = 0;
        }
        if (end == 0 || at(end) != ' ') return found;
        found = spaces_end(end);
        const Connector to = connector_at(found, WordKind::to), join = to.end != 0 ? to : connector_at(found, WordKind::join);
        if (join.end == 0) return found;
        i = spaces_end(join.end);
    }
}

// "Year 1", "Months 4–6", 第2年, "first year", "six premiers mois", "السنة الأولى": times that count from the beginning of what
// is planned, and "six months", which says how long it takes.
void ValueFinder::find_counted_times() {
    constexpr std::string_view counters[] = {"第", "首", "头", "前"};
    constexpr std::size_t longest = 60;  // bytes
    if (text_.size() > longest) return;
    const auto counts = [&](std::size_t i) { return chinese_digit(text_, i) > 0 || text_.substr(i).starts_with("十"); };
    const auto number_end = [&](std::size_t i) {
        std::size_t end = digits_end(i);
        if (end != i) return end - i <= 2 && at(end) != '.' && at(end) != '%' ? end : i;
        while (counts(end)) end += 3;  // 十二个月
        return end;
    };
    const auto range_end = [&](std::size_t end) {  // "4–6", "1 à 6"
        const std::size_t sign = spaces_end(end);
        const Connector to = connector_at(sign, WordKind::to), join = to.end != 0 ? to : connector_at(sign, WordKind::join);
        const std::size_t next = spaces_end(at(sign) == '-' ? sign + 1 : join.end != 0 ? join.end : end);
        return next == spaces_end(end) ? end : number_end(next) != next ? number_end(next) : end;
    };
    const auto unit_end = [&](std::size_t i) { return connector_at(i, WordKind::unit_of_time).end; };
    const auto past_number = [&](std::size_t i) {  // "first six months"
        const std::size_t end = connector_at(i, WordKind::number_word).end;
        return end == 0 ? i : spaces_end(end);
    };
    // Behind the unit, as Arabic has it; its article may stand on each word.
    const auto ordinal_behind = [&](std::size_t i) {
        for (int words = 0; words < 2 && i < text_.size(); ++words) {
            const std::size_t end = std::min(text_.find(' ', i), text_.size());
            const auto numeral = parse_numeral(text_.substr(i, end - i), Languages::built_in(), SectionWords::none);
            if (numeral && numeral->style == NumeralStyle::ordinal_word) return end;
            i = spaces_end(end);
        }
        return std::size_t{0};
    };
    for (std::size_t i = 0; i < text_.size(); ++i) {
        std::size_t end = 0;
        const auto counter = std::find_if(std::begin(counters), std::end(counters), [&](std::string_view one) { return text_.substr(i).starts_with(one); });
        if (counter != std::end(counters) || counts(i)) {
            const std::size_t first = counter == std::end(counters) ? i : i + counter->size();
            const std::size_t number = number_end(first);
            if (number == first && !text_.substr(i).starts_with(counters[1])) continue;  // 首年
            end = unit_end(number == first ? first : range_end(number));
        } else if (word(i) && (i == 0 || !word_before(i)) && !is_ideograph(decode(text_, i).code)) {
            const std::size_t article = language_.article.empty() || !text_.substr(i).starts_with(language_.article) ? 0 : language_.article.size();
            const std::size_t unit = unit_end(i) != 0 ? unit_end(i) : unit_end(i + article), first = unit == 0 ? 0 : spaces_end(unit);
            if (unit == 0) {
                const std::size_t ordinal = ordinal_end(i), number = ordinal != 0 ? past_number(ordinal) : past_number(i);
                if (number == i) continue;
                const std::size_t premiers = ordinal == 0 ? ordinal_end(number) : 0;  // "six premiers mois"
                end = unit_end(premiers != 0 ? premiers : number);
            } else if (first != unit && number_end(first) != first) {
                end = range_end(number_end(first));
                if (word(end)) continue;
            } else if (article != 0 && first != unit) {
                end = ordinal_behind(first);
            }
        }
        if (end == 0 || !is_free(i, end)) continue;
        take(ValueType::ongoing, i, end, std::string(source_of(i, end)), false, wants(want_times));
        i = end - 1;
    }
}

void ValueFinder::find_words() {
    const bool any = has_hits(WordKind::ongoing) || has_hits(WordKind::unset);
    for (auto hit_at = hits_.begin(); any && hit_at != hits_.end(); ++hit_at) {
        const TermHit& hit = *hit_at;
        const WordKind kind = kind_of_word(hit.id);
        if ((kind != WordKind::ongoing && kind != WordKind::unset) || !is_free(hit.begin, hit.end)) continue;
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
