// Times that count from the beginning of what is planned: "Year 1", "Months 4–6", 第2年, "first year", "six premiers mois",
// "السنة الأولى"; and "six months", which says how long it takes.
#include <algorithm>
#include <iterator>

#include "text/numerals.hpp"
#include "text/other_calendars.hpp"
#include "text/value_finder.hpp"

namespace plancheck {

class ValueFinder::CountedTimeFinder {
public:
    explicit CountedTimeFinder(ValueFinder& finder) noexcept : finder_(finder), text_(finder.text_) {}

    void run() {
        constexpr std::size_t longest = 60;  // bytes
        if (text_.size() > longest) return;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            const std::size_t end = counts_at(i) ? in_ideographs(i) : begins_word(i) ? in_words(i) : 0;
            if (end == 0 || !finder_.is_free(i, end)) continue;
            finder_.take(ValueType::ongoing, i, end, std::string(finder_.source_of(i, end)), false, finder_.wants(want_times));
            i = end - 1;
        }
    }

private:
    ValueFinder& finder_;
    const std::string_view text_;

    std::size_t spaces_end(std::size_t i) const noexcept { return finder_.spaces_end(i); }
    std::size_t unit_end(std::size_t i) const { return finder_.connector_at(i, WordKind::unit_of_time).end; }

    // 第, and what says the first: a number behind it may lack (首年).
    std::string_view counter_at(std::size_t i) const noexcept {
        constexpr std::string_view counters[] = {"第", "首", "头", "前"};
        const auto found = std::find_if(std::begin(counters), std::end(counters), [&](std::string_view one) { return text_.substr(i).starts_with(one); });
        return found == std::end(counters) ? std::string_view() : *found;
    }
    bool is_ideographic_number(std::size_t i) const { return chinese_digit(text_, i) > 0 || text_.substr(i).starts_with("十"); }
    bool counts_at(std::size_t i) const { return !counter_at(i).empty() || is_ideographic_number(i); }
    bool begins_word(std::size_t i) const { return finder_.word(i) && (i == 0 || !finder_.word_before(i)) && !is_ideograph(decode(text_, i).code); }

    // Each gives where the time ends; 0: there is none.
    std::size_t in_ideographs(std::size_t i) const {
        const std::string_view counter = counter_at(i);
        const std::size_t first = i + counter.size(), number = number_end(first);
        if (number != first) return unit_end(range_end(number));
        return counter == "首" ? unit_end(first) : 0;
    }

    std::size_t in_words(std::size_t i) const {
        const std::string& article = finder_.language_.article;
        const std::size_t own = !article.empty() && text_.substr(i).starts_with(article) ? article.size() : 0;
        const std::size_t unit = unit_end(i) != 0 ? unit_end(i) : unit_end(i + own);
        if (unit == 0) return before_unit(i);
        const std::size_t behind = spaces_end(unit);
        if (behind == unit) return 0;
        if (const std::size_t number = number_end(behind); number != behind) {  // "Year 1", "Months 4–6"
            const std::size_t end = range_end(number);
            return finder_.word(end) ? 0 : end;
        }
        return own != 0 ? ordinal_behind(behind) : 0;
    }

    // "first year", "first six months", "six premiers mois", "six months".
    std::size_t before_unit(std::size_t i) const {
        const std::size_t ordinal = finder_.ordinal_end(i), number = past_number(ordinal != 0 ? ordinal : i);
        if (number == i) return 0;
        const std::size_t second = ordinal == 0 ? finder_.ordinal_end(number) : 0;
        return unit_end(second != 0 ? second : number);
    }

    // Behind the unit, as Arabic has it; its article may stand on each word.
    std::size_t ordinal_behind(std::size_t i) const {
        for (int words = 0; words < 2 && i < text_.size(); ++words) {
            const std::size_t end = std::min(text_.find(' ', i), text_.size());
            const auto numeral = parse_numeral(text_.substr(i, end - i), Languages::built_in(), SectionWords::none);
            if (numeral && numeral->style == NumeralStyle::ordinal_word) return end;
            i = spaces_end(end);
        }
        return 0;
    }

    std::size_t past_number(std::size_t i) const {
        const std::size_t end = finder_.connector_at(i, WordKind::number_word).end;
        return end == 0 ? i : spaces_end(end);
    }

    // Behind one or two digits, or 十二; `i` where no number stands.
    std::size_t number_end(std::size_t i) const {
        std::size_t end = finder_.digits_end(i);
        if (end != i) return end - i <= 2 && finder_.at(end) != '.' && finder_.at(end) != '%' ? end : i;
        while (is_ideographic_number(end)) end += 3;
        return end;
    }

    // "4–6", "1 à 6": behind the second number, or where the first ends.
    std::size_t range_end(std::size_t end) const {
        const std::size_t sign = spaces_end(end);
        const Connector to = finder_.connector_at(sign, WordKind::to), join = to.end != 0 ? to : finder_.connector_at(sign, WordKind::join);
        if (finder_.at(sign) != '-' && join.end == 0) return end;
        const std::size_t next = spaces_end(finder_.at(sign) == '-' ? sign + 1 : join.end), number = number_end(next);
        return number != next ? number : end;
    }
};

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

void ValueFinder::find_counted_times() { CountedTimeFinder(*this).run(); }

}  // namespace plancheck
