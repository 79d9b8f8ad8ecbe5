// A point in time is read forwards from its first character (a day, a month, a quarter, a year); then a sign or word of
// range may add a second point, and words before it may open the period. A year alone is a date only where something
// introduces it. Parts that the first point of a range leaves out come from the second ("14-18 March 2025").
#include <algorithm>
#include <charconv>

#include "text/characters.hpp"
#include "text/other_calendars.hpp"
#include "text/utf8.hpp"
#include "text/value_finder.hpp"

namespace plancheck {

namespace {

struct Point {
    int year = 0;
    int month = 0;
    int day = 0;
    int quarter = 0;
    int half = 0;
    std::size_t end = 0;  // 0: none
    bool ambiguous = false;
    bool suffixed = false;  // 2025年: the sign after it says that it is a year

    bool year_only() const noexcept { return year != 0 && month == 0 && quarter == 0 && half == 0; }
};

std::string canonical(const Point& p) {
    if (p.quarter == 0 && p.half == 0) return date_text(p.year, p.month, p.day);
    return date_text(p.year, 0, 0) + (p.quarter != 0 ? "-Q" : "-H") + std::to_string(p.quarter != 0 ? p.quarter : p.half);
}

int number_of(std::string_view digits) noexcept {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool is_range_sign(char c) noexcept { return c == '-' || c == '~'; }

constexpr std::string_view month_sign = "月";

}  // namespace

class DateReader {
public:
    explicit DateReader(const ValueFinder& finder) : f_(finder), in_field_(finder.wants(in_time_field)) {}

    // The point that begins at `i`; a bare day ("14" of "14-18 March") only where asked for.
    Point point(std::size_t i, bool bare_day) const {
        Point p;
        if (const TermHit* hit = f_.hit_at(i, WordKind::quarter)) return part(*hit, i, &Point::quarter);
        if (const TermHit* hit = f_.hit_at(i, WordKind::half_year)) return part(*hit, i, &Point::half);
        if (const TermHit* hit = f_.hit_at(i, WordKind::month)) return month_first(*hit);
        if (f_.digit(i)) {
            const std::size_t end = f_.digits_end(i);
            if (end - i == 4) return year_first(i, end);
            // 114年7月, 民国114年
            if (const int year = republic_year(f_.text_, i, end, in_field_); year != 0) {
                p.year = year;
                return after_year_sign(p, f_.text_.find(year_sign, end));
            }
            return end - i > 2 ? p : day_first(i, end, bare_day);
        }
        if (const int year = chinese_year(f_.text_, i); year != 0) {
            p.year = year;
            return after_year_sign(p, i + 12);
        }
        // "إلى الربع الثاني": the name begins behind its article.
        for (const std::string& prefix : f_.language_.attached_prefixes)
            if (f_.text_.substr(i).starts_with(prefix)) {
                const std::size_t behind = i + prefix.size();
                if (const TermHit* hit = f_.hit_at(behind, WordKind::quarter)) return part(*hit, behind, &Point::quarter);
                if (const TermHit* hit = f_.hit_at(behind, WordKind::half_year)) return part(*hit, behind, &Point::half);
                if (const TermHit* hit = f_.hit_at(behind, WordKind::month)) return month_first(*hit);
            }
        return p;
    }

    // "mid-2026 to the end of 2027", "FY2025 – FY2027": what stands before the year of a second point.
    std::size_t year_behind_words(std::size_t i) const {
        std::size_t end = i;
        // "إلى نهاية عام ٢٠٢٨": the word of range holds the part of the year.
        if (const auto part = f_.connector_at(i, WordKind::part_of_year); part.end != 0) end = f_.at(part.end) == '-' ? part.end + 1 : part.end;
        else if (const auto unit = f_.connector_at(i, WordKind::unit_of_time); unit.detail == "Y") end = unit.end;
        else if (f_.text_.substr(i).starts_with("fy")) end = i + 2;
        const std::size_t next = end == i ? i : f_.spaces_end(end);
        return f_.is_year(next) ? next : i;
    }

    // Where the second point of a range may begin after `end`; 0: nothing joins them.
    std::size_t range_joint(std::size_t end, bool between) const {
        std::size_t i = f_.spaces_end(end);
        const bool spaced = i != end;
        // "2025 года – 2027 года": the word for a year belongs to the first point.
        if (const auto year = f_.connector_at(i, WordKind::unit_of_time); year.end != 0 && year.detail == "Y" && f_.digit(end - 1)) i = f_.spaces_end(year.end);
        if (is_range_sign(f_.at(i))) {
            std::size_t next = i + 1;
            while (is_range_sign(f_.at(next))) ++next;
            return f_.spaces_end(next);  // "March 2009 -" may end a line, or a dash part other things
        }
        // 2025年至2027年 has no spaces.
        if (!spaced && !(end < f_.text_.size() && is_ideograph(decode(f_.text_, end).code))) return 0;
        if (const auto to = f_.connector_at(i, WordKind::to); to.end != 0) return f_.spaces_end(to.end);
        if (between) {
            if (const auto join = f_.connector_at(i, WordKind::join); join.end != 0) return f_.spaces_end(join.end);
        }
        return 0;
    }

private:
    const ValueFinder& f_;
    bool in_field_;

    // A further part behind another sign: "1.2.2025.3". A full stop alone ends the sentence.
    bool goes_on(std::size_t end, char sign) const { return f_.at(end) == sign && (sign != '.' || f_.digit(end + 1)); }
    // 2026-04-30召开 needs no space.
    bool in_word(std::size_t end) const { return f_.word(end) && !is_ideograph(decode(f_.text_, end).code); }

    // " 2025", ", 2025", " of 2025", "2025年", " FY2025"; in a field "Feb-26" as spreadsheets write it
    int year_after(std::size_t i, std::size_t& end) const {
        std::size_t at = i;
        if (in_field_ && (f_.at(at) == '-' || f_.at(at) == '\'') && f_.digits_end(at + 1) == at + 3 && !f_.word(at + 3) && f_.at(at + 3) != '-' && f_.at(at + 1) >= '1') {
            end = at + 3;
            return 2000 + number_of(f_.text_.substr(at + 1, 2));
        }
        if (f_.at(at) == ',' || f_.at(at) == '/' || f_.at(at) == '-') ++at;
        at = f_.spaces_end(at);
        if (f_.text_.substr(at, 2) == "fy" && at != i) at = f_.spaces_end(at + 2);
        if (!f_.is_year(at)) {
            const auto of = f_.connector_at(at, WordKind::of_year);
            if (of.end == 0) return 0;
            at = f_.spaces_end(of.end);
            if (!f_.is_year(at)) return 0;
        }
        end = at + 4;
        return number_of(f_.text_.substr(at, 4));
    }

    // 2025年3月14日, 2025年第一季度, 2025年底, also with spaces between; `sign`: where 年 stands.
    Point after_year_sign(Point p, std::size_t sign) const {
        p.suffixed = true;
        p.end = sign + year_sign.size();
        // 2025年底 holds the sign, 2025年年底 stands behind it.
        for (const std::size_t at : {sign, p.end})
            if (const auto part = f_.connector_at(at, WordKind::part_of_year); part.end != 0) {
                p.end = part.end;
                return p;
            }
        const std::size_t next = f_.spaces_end(p.end);
        std::size_t month_end = f_.digits_end(next);
        const std::size_t month_at = f_.spaces_end(month_end);
        if (month_end != next && month_end - next <= 2 && f_.text_.substr(month_at).starts_with(month_sign)) {
            p.month = number_of(f_.text_.substr(next, month_end - next));
            p.end = month_at + month_sign.size();
        } else if (const TermHit* month = f_.hit_at(next, WordKind::month)) {
            p.month = number_of(detail(*month));
            p.end = month->end;
        } else {
            for (const auto& [kind, which] : {std::pair(WordKind::quarter, &Point::quarter), std::pair(WordKind::half_year, &Point::half)})
                if (const TermHit* hit = f_.hit_at(next, kind)) {
                    p.*which = number_of(detail(*hit));
                    p.end = hit->end;
                    return p;
                }
            return p;
        }
        const std::size_t day = f_.spaces_end(p.end);
        const std::size_t day_end = f_.digits_end(day);
        const std::size_t day_at = f_.spaces_end(day_end);
        if (day_end != day && day_end - day <= 2 && f_.text_.substr(day_at).starts_with(day_sign)) {
            p.day = number_of(f_.text_.substr(day, day_end - day));
            p.end = day_at + day_sign.size();
        } else if (const auto [number, end] = chinese_day(f_.text_, day); number != 0) {
            p.day = number;
            p.end = end;
        }
        return p;
    }

    std::string_view detail(const TermHit& hit) const { return detail_of_word(f_.language_, hit.id); }

    Point part(const TermHit& hit, std::size_t begin, int Point::*which) const {
        Point p;
        p.*which = number_of(detail(hit));
        p.end = hit.end;
        // "1Q25" holds its year.
        if (f_.digit(begin) && f_.digit(hit.end - 1) && f_.digit(hit.end - 2)) {
            p.year = 2000 + number_of(f_.text_.substr(hit.end - 2, 2));
            return p;
        }
        p.year = year_after(hit.end, p.end);
        return p;
    }

    void two_orders(Point& p, int first, int second) const {
        const bool month_first = f_.language_.date_order == DateOrder::month_first;
        p.day = month_first ? second : first;
        p.month = month_first ? first : second;
        if (p.month > 12 && p.day <= 12) std::swap(p.day, p.month);
        p.ambiguous = f_.language_.date_order == DateOrder::ambiguous && first != second && first <= 12 && second <= 12;
    }

    Point month_first(const TermHit& hit) const {
        Point p;
        p.month = number_of(detail(hit));
        p.end = hit.end;
        if (f_.at(p.end) == '.' && f_.at(hit.end - 1) != '.') p.end += 1;
        if (const int year = year_after(p.end, p.end); year != 0) {
            p.year = year;
            return p;
        }
        // March 14, 2025
        const std::size_t day = f_.spaces_end(p.end);
        const std::size_t day_end = f_.digits_end(day);
        if (day_end == day || day_end - day > 2) return p;
        std::size_t end = after_suffix(day_end);
        if (const int year = year_after(end, end); year != 0) {
            p.day = number_of(f_.text_.substr(day, day_end - day));
            p.year = year;
            p.end = end;
        }
        return p;
    }

    // st nd rd th, er e º .º: an ordinal's ending, and the full stop of others.
    std::size_t after_suffix(std::size_t i) const {
        constexpr ByteSet firsts{"snrteoa."};
        if (!firsts.has(f_.at(i))) return i;
        for (const std::string_view suffix : {"st", "nd", "rd", "th", "er", "eme", "ere", "e", "o", "a", ".o", ".er", "."}) {
            if (!f_.text_.substr(i).starts_with(suffix)) continue;
            if (f_.word(i + suffix.size()) && suffix != ".") continue;
            return i + suffix.size();
        }
        return i;
    }

    // "45 de julio de 2026": one word joins both.
    bool joined_alike(std::size_t day_end, std::size_t month_end) const {
        const auto of = f_.connector_at(day_end, WordKind::of_year), behind = f_.connector_at(f_.spaces_end(month_end), WordKind::of_year);
        return of.end != 0 && behind.end != 0 && f_.text_.substr(of.begin, of.end - of.begin) == f_.text_.substr(behind.begin, behind.end - behind.begin);
    }

    Point day_first(std::size_t i, std::size_t end, bool bare_day) const {
        Point p;
        const int first = number_of(f_.text_.substr(i, end - i));
        const char sign = f_.at(end);
        if (sign == '/' || sign == '.' || sign == '-') {
            const std::size_t second = end + 1;
            const std::size_t second_end = f_.digits_end(second);
            // 03/2025
            if (second_end == second + 4 && sign != '-' && f_.is_year(second) && first >= 1 && first <= 12 && !goes_on(second_end, sign)) {
                p.month = first;
                p.year = number_of(f_.text_.substr(second, 4));
                p.end = second_end;
                return p;
            }
            if (second_end != second && second_end - second <= 2 && f_.at(second_end) == sign) {
                const std::size_t third = second_end + 1;
                const std::size_t third_end = f_.digits_end(third);
                const bool full = f_.is_year(third);
                if ((full || (in_field_ && third_end == third + 2)) && !goes_on(third_end, sign)) {
                    const int middle = number_of(f_.text_.substr(second, second_end - second));
                    if (first < 1 || middle < 1 || (first > 31 && middle > 31)) return p;
                    two_orders(p, first, middle);
                    p.year = number_of(f_.text_.substr(third, third_end - third)) + (full ? 0 : 2000);
                    p.end = third_end;
                    return p;
                }
            }
        }
        // "Target: 60 May 2026" counts something; "45 May 2026" is meant as a day.
        constexpr int most_meant = 39;
        const bool labelled = i > 1 && (f_.at(i - 1) == ':' || f_.at(i - 2) == ':' || f_.at(i - 1) == '#');
        if (first < 1 || (first > most_meant && labelled)) return p;
        std::size_t next = after_suffix(end);
        const std::size_t after_day = next;
        next = f_.spaces_end(next);
        if (f_.at(next) == '-' && next == end) ++next;
        const TermHit* month = f_.hit_at(next, WordKind::month);
        if (month == nullptr) {
            if (const auto of = f_.connector_at(next, WordKind::of_year); of.end != 0) month = f_.hit_at(f_.spaces_end(of.end), WordKind::month);
        }
        if (month != nullptr) {
            p.day = first;
            p.month = number_of(detail(*month));
            p.end = month->end;
            if (f_.at(p.end) == '.' && f_.at(p.end - 1) != '.') p.end += 1;
            p.year = year_after(p.end, p.end);
            // "32 March 2026" is meant as a day, "60 en diciembre de 2027" is none.
            return first <= 31 || (p.year != 0 && next == after_day + 1 && (f_.connector_at(next, WordKind::in_year).end == 0 || joined_alike(next, month->end))) ? p : Point{};
        }
        if (bare_day && first <= 31) {
            p.day = first;
            p.end = after_day;
        }
        return p;
    }

    Point year_first(std::size_t i, std::size_t end) const {
        Point p;
        if (!f_.is_year(i)) return p;
        p.year = number_of(f_.text_.substr(i, 4));
        p.end = end;
        const char sign = f_.at(end);
        const std::size_t second = end + 1;
        const std::size_t second_end = f_.digits_end(second);
        if ((sign == '-' || sign == '/' || sign == '.') && second_end != second && second_end - second <= 2) {
            const int month = number_of(f_.text_.substr(second, second_end - second));
            const std::size_t third_end = f_.digits_end(second_end + 1);
            if (f_.at(second_end) == sign && third_end != second_end + 1 && third_end - second_end <= 3 && !in_word(third_end)) {
                p.month = month;
                p.day = number_of(f_.text_.substr(second_end + 1, third_end - second_end - 1));
                if (p.month < 1 || p.month > 31 || p.day < 1 || p.day > 31) return Point{};
                p.end = third_end;
                return p;
            }
            // 2010-11 is two years, 2025-03 a month, and so is 2025.3.
            if (((sign == '-' && second_end == second + 2 && month != (p.year + 1) % 100) || sign == '.') && month >= 1 && month <= 12 && (f_.at(second_end) != '-' || f_.is_year(second_end + 1)) && !in_word(second_end)) {
                p.month = month;
                p.end = second_end;
                return p;
            }
        }
        if (const std::size_t at = f_.spaces_end(end); f_.text_.substr(at).starts_with(year_sign)) return after_year_sign(p, at);
        // 2025 Q1, 2025-Q1
        std::size_t next = f_.spaces_end(end);
        if (f_.at(next) == '-' || f_.at(next) == ',') next = f_.spaces_end(next + 1);
        for (const auto& [kind, which] : {std::pair(WordKind::quarter, &Point::quarter), std::pair(WordKind::half_year, &Point::half)}) {
            const TermHit* hit = f_.hit_at(next, kind);
            if (hit == nullptr) continue;
            std::size_t own_year = 0;
            if (year_after(hit->end, own_year) != 0) continue;
            p.*which = number_of(detail(*hit));
            p.end = hit->end;
            return p;
        }
        return p;
    }
};

void ValueFinder::find_dates() {
    const DateReader reader(*this);
    const bool in_field = wants(in_time_field);
    const bool wanted = wants(want_times);
    std::size_t last_date_end = 0;  // of the value before, for "en 2025 puis en 2027"
    auto hit = hits_.begin();
    // Where a year in Chinese digits begins.
    std::vector<std::size_t> years;
    for (std::size_t sign = text_.find(year_sign); sign != std::string_view::npos; sign = text_.find(year_sign, sign + 1))
        if (sign >= 12 && chinese_year(text_, sign - 12) != 0) years.push_back(sign - 12);
    auto year = years.begin();
    for (std::size_t i = 0; i < text_.size(); ++i) {
        while (year != years.end() && *year < i) ++year;
        // Only a digit or a word begins a date.
        if (!digit(i)) {
            while (hit != hits_.end() && hit->begin < i) ++hit;
            const std::size_t next = std::min(hit == hits_.end() ? text_.size() : hit->begin, year == years.end() ? text_.size() : *year);
            i = std::min(ascii_digits.find(text_.substr(0, std::min(next, digits_end_)), std::max(i, digits_begin_)), next);
            if (i == text_.size()) break;
        }
        while (hit != hits_.end() && hit->begin < i) ++hit;
        const bool fiscal = is_fiscal(i);
        bool starts = (digit(i) && (number_starts(i) || fiscal)) || (year != years.end() && *year == i && used_[i] == 0);
        for (auto h = hit; !starts && h != hits_.end() && h->begin == i; ++h) {
            const WordKind kind = kind_of_word(h->id);
            starts = (kind == WordKind::month || kind == WordKind::quarter || kind == WordKind::half_year) && used_[i] == 0;
        }
        if (!starts) continue;

        if (const LunarYears lunar = lunar_years(text_, i); lunar.end != 0 && is_free(i, lunar.end)) {
            take(ValueType::period, i, lunar.end, date_text(lunar.first / 12, lunar.first % 12 + 1, 0) + "/" + date_text(lunar.last / 12, lunar.last % 12 + 1, 0), false, wanted);
            i = lunar.end - 1;
            continue;
        }
        const Connector between = connector_before(i, WordKind::between);
        Point first = fiscal && digits_end(i) == i + 2 ? Point{.year = 2000 + number_of(text_.substr(i, 2)), .end = i + 2} : reader.point(i, true);
        first.suffixed = first.suffixed || fiscal;
        if (first.end == 0) {
            i = std::max(i, digits_end(i) == i ? i : digits_end(i) - 1);
            continue;
        }
        Point second;
        // 2024-25, 2024/25: the end takes the century of its start.
        if (first.year_only() && (at(first.end) == '-' || at(first.end) == '/') && digits_end(first.end + 1) == first.end + 3 && !word(first.end + 3) &&
            !(at(first.end + 3) == '/' && digit(first.end + 4))) {
            second.year = first.year / 100 * 100 + number_of(text_.substr(first.end + 1, 2));
            second.end = first.end + 3;
            if (second.year <= first.year) second = {};
            // "FY 2025/26 – FY 2027/28"
            if (const std::size_t joint = second.end != 0 && second.year == first.year + 1 ? reader.range_joint(second.end, between.end != 0) : 0; joint != 0) {
                const std::size_t year = reader.year_behind_words(joint), sign = year + 4;
                const int last = is_year(year) ? number_of(text_.substr(year, 4)) : 0;
                if (last > first.year && at(sign) == at(first.end) && digits_end(sign + 1) == sign + 3 && !word(sign + 3) && number_of(text_.substr(sign + 1, 2)) == (last + 1) % 100) second = {.year = last + 1, .end = sign + 3};
            }
        }
        if (second.end == 0) {
            std::size_t joint = reader.range_joint(first.end, between.end != 0);
            // 2024/2025
            if (joint == 0 && first.year_only() && at(first.end) == '/' && is_year(first.end + 1)) joint = first.end + 1;
            if (joint != 0) {
                second = reader.point(reader.year_behind_words(joint), false);
                if (second.end != 0 && second.year == 0 && first.year != 0 && second.month > first.month) second.year = first.year;
                if (second.year == 0) second = {};
            }
        }
        // "14 – 2027": a bare day needs the month of the other point.
        if (second.end != 0 && first.year == 0 && first.day != 0 && first.month == 0 && second.month == 0) {
            i = first.end - 1;
            continue;
        }
        if (second.end != 0) {
            if (first.year == 0) {
                first.year = second.year;
                if (first.month == 0 && first.quarter == 0 && first.half == 0) first.month = second.month;
            }
            const bool backwards = first.year > second.year;
            // "2027-2025" may be a number; "from 2027 to 2025" is said to be a period.
            const bool said = backwards && ((first.suffixed && second.suffixed) || connector_before(i, WordKind::from).end != 0) && connector_at(spaces_end(first.end), WordKind::to).end != 0 &&
                              (connector_at(spaces_end(second.end), WordKind::unit).end == 0 || connector_at(spaces_end(second.end), WordKind::unit).detail == "years");  // "с 2028 по 2026 год"
            if (first.year_only() && second.year_only() && (backwards || first.year == second.year) && !in_field && !said) {
                second = {};
                if (backwards) {
                    i = first.end - 1;
                    continue;
                }
            }
        }
        if (first.year == 0) {
            i = first.end - 1;
            continue;
        }
        if (second.end != 0 && is_free(i, second.end)) {
            const std::size_t begin = between.end != 0 ? between.begin : i;
            take(ValueType::period, begin, second.end, canonical(first) + "/" + canonical(second), first.ambiguous || second.ambiguous, wanted);
            last_date_end = second.end;
            i = second.end - 1;
            continue;
        }
        if (!is_free(i, first.end)) {
            i = first.end - 1;
            continue;
        }
        if (first.year_only()) {
            const bool whole = trimmed(text_).size() == first.end - i;
            const bool bracketed = i > 0 && (at(i - 1) == '(' || at(i - 1) == '[') && (at(first.end) == ')' || at(first.end) == ']' || at(first.end) == ',');
            bool joined = false;
            if (last_date_end != 0 && last_date_end < i) {
                std::size_t next = last_date_end;
                if (at(next) == ',' || at(next) == '/' || at(next) == '&') ++next;
                next = spaces_end(next);
                if (const Connector join = connector_at(next, WordKind::join); join.end != 0) next = spaces_end(join.end);
                joined = next == i;
            }
            const bool named = connector_at(spaces_end(first.end), WordKind::unit_of_time).detail == "Y";
            // "Survey of caves. 2026. 130,000 euros.", "by the Institute, 2026, 130,000 euros"
            const auto ends = [&](std::size_t place) { return at(place) == '.' || at(place) == ';' || at(place) == ','; };
            const bool sentence = i > 1 && at(i - 1) == ' ' && ends(i - 2) && ends(first.end) && (first.end + 1 == text_.size() || at(first.end + 1) == ' ');
            if (!in_field && !whole && !bracketed && !sentence && !joined && !named && !first.suffixed && !year_is_introduced(i)) {
                i = first.end - 1;
                continue;
            }
        }
        // Words before it: a part of the year, then from or until.
        const Connector part = connector_before(i, WordKind::part_of_year);
        const auto opening = [&](WordKind kind) {
            const Connector direct = connector_before(i, kind);
            const Connector found = direct.end != 0 || part.end == 0 ? direct : connector_before(part.begin, kind);
            return found.detail == "after" ? Connector{} : found;
        };
        Connector until = opening(WordKind::until);
        Connector from = opening(WordKind::from);
        // 2026年底前, 2025年起: the word stands behind the date.
        if (const Connector behind = connector_at(first.end, WordKind::until); behind.detail == "after") {
            until = {until.end != 0 ? until.begin : i, behind.end, {}};
            first.end = behind.end;
        } else if (const Connector since = connector_at(first.end, WordKind::from); since.detail == "after") {
            from = {from.end != 0 ? from.begin : i, since.end, {}};
            first.end = since.end;
        }
        ValueType type = first.quarter != 0 || first.half != 0 ? ValueType::quarter : ValueType::date;
        std::string value = canonical(first);
        std::size_t begin = i;
        if (until.end != 0 || from.end != 0) {
            // The longer phrase says which ("starting in" against "in").
            const bool open_end = until.end == 0 || (from.end != 0 && from.begin < until.begin);
            type = ValueType::period;
            value = open_end ? value + "/" : "/" + value;
            begin = open_end ? from.begin : until.begin;
            if (!is_free(begin, i)) begin = i;
        }
        take(type, begin, first.end, std::move(value), first.ambiguous, wanted);
        last_date_end = first.end;
        i = first.end - 1;
    }
}

}  // namespace plancheck
