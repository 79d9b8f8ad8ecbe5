// A point in time is read forwards from its first character (a day, a month, a quarter, a year), which is a name or a
// number; how many digits the number has says what it is: four are a year, one or two a day or a month.
#include "text/date_reader.hpp"

#include <algorithm>

#include "text/other_calendars.hpp"

namespace plancheck {

namespace {

bool is_range_sign(char c) noexcept { return c == '-' || c == '~'; }

constexpr std::string_view month_sign = "月";

}  // namespace

DatePoint DateReader::point(std::size_t i, bool bare_day) const {
    if (const DatePoint named = named_at(i); named.end != 0) return named;
    DatePoint p;
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
        if (f_.text_.substr(i).starts_with(prefix))
            if (const DatePoint named = named_at(i + prefix.size()); named.end != 0) return named;
    return p;
}

DatePoint DateReader::named_at(std::size_t i) const {
    if (const TermHit* hit = f_.hit_at(i, WordKind::quarter)) return part(*hit, i, &DatePoint::quarter);
    if (const TermHit* hit = f_.hit_at(i, WordKind::half_year)) return part(*hit, i, &DatePoint::half);
    if (const TermHit* hit = f_.hit_at(i, WordKind::month)) return month_first(*hit);
    return {};
}

std::size_t DateReader::year_behind_words(std::size_t i) const {
    std::size_t end = i;
    // "إلى نهاية عام ٢٠٢٨": the word of range holds the part of the year.
    if (const auto part = f_.connector_at(i, WordKind::part_of_year); part.end != 0) end = f_.at(part.end) == '-' ? part.end + 1 : part.end;
    else if (const auto unit = f_.connector_at(i, WordKind::unit_of_time); unit.detail == "Y") end = unit.end;
    else if (f_.text_.substr(i).starts_with("fy")) end = i + 2;
    const std::size_t next = end == i ? i : f_.spaces_end(end);
    return f_.is_year(next) ? next : i;
}

std::size_t DateReader::range_joint(std::size_t end, bool between) const {
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

int DateReader::year_after(std::size_t i, std::size_t& end) const {
    std::size_t at = i;
    if (in_field_ && (f_.at(at) == '-' || f_.at(at) == '\'') && two_digits(at + 1) && f_.at(at + 3) != '-' && f_.at(at + 1) >= '1') {
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

DatePoint DateReader::after_year_sign(DatePoint p, std::size_t sign) const {
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
        for (const auto& [kind, which] : {std::pair(WordKind::quarter, &DatePoint::quarter), std::pair(WordKind::half_year, &DatePoint::half)})
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

DatePoint DateReader::part(const TermHit& hit, std::size_t begin, int DatePoint::*which) const {
    DatePoint p;
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

void DateReader::two_orders(DatePoint& p, int first, int second) const {
    const bool month_first = f_.language_.date_order == DateOrder::month_first;
    p.day = month_first ? second : first;
    p.month = month_first ? first : second;
    if (p.month > 12 && p.day <= 12) std::swap(p.day, p.month);
    p.ambiguous = f_.language_.date_order == DateOrder::ambiguous && first != second && first <= 12 && second <= 12;
}

DatePoint DateReader::month_first(const TermHit& hit) const {
    DatePoint p;
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

std::size_t DateReader::after_suffix(std::size_t i) const {
    constexpr ByteSet firsts{"snrteoa.-"};
    if (!firsts.has(f_.at(i))) return i;
    if (f_.at(i) == '-') {  // 1-го, 31-е
        for (const std::string_view ending : {"го", "му", "ого", "ому", "ое", "е", "й", "и", "м"})
            if (f_.text_.substr(i + 1).starts_with(ending) && !f_.word(i + 1 + ending.size())) return i + 1 + ending.size();
        return i;
    }
    for (const std::string_view suffix : {"st", "nd", "rd", "th", "er", "eme", "ere", "e", "o", "a", ".o", ".er", "."}) {
        if (!f_.text_.substr(i).starts_with(suffix)) continue;
        if (f_.word(i + suffix.size()) && suffix != ".") continue;
        return i + suffix.size();
    }
    return i;
}

bool DateReader::joined_alike(std::size_t day_end, std::size_t month_end) const {
    const auto of = f_.connector_at(day_end, WordKind::of_year), behind = f_.connector_at(f_.spaces_end(month_end), WordKind::of_year);
    return of.end != 0 && behind.end != 0 && f_.text_.substr(of.begin, of.end - of.begin) == f_.text_.substr(behind.begin, behind.end - behind.begin);
}

std::optional<DatePoint> DateReader::in_numbers(int first, std::size_t end) const {
    const char sign = f_.at(end);
    if (sign != '/' && sign != '.' && sign != '-') return std::nullopt;
    const std::size_t second = end + 1, second_end = f_.digits_end(second);
    if (second_end == second + 4 && sign != '-' && f_.is_year(second) && first >= 1 && first <= 12 && !goes_on(second_end, sign))
        return DatePoint{.year = number_of(f_.text_.substr(second, 4)), .month = first, .end = second_end};
    if (second_end == second || second_end - second > 2 || f_.at(second_end) != sign) return std::nullopt;
    const std::size_t third = second_end + 1, third_end = f_.digits_end(third);
    const bool full = f_.is_year(third);
    if (!(full || (in_field_ && third_end == third + 2)) || goes_on(third_end, sign)) return std::nullopt;
    DatePoint p;
    const int middle = number_of(f_.text_.substr(second, second_end - second));
    if (first < 1 || middle < 1 || (first > 31 && middle > 31)) return p;
    two_orders(p, first, middle);
    p.year = number_of(f_.text_.substr(third, third_end - third)) + (full ? 0 : 2000);
    p.end = third_end;
    return p;
}

DatePoint DateReader::day_first(std::size_t i, std::size_t end, bool bare_day) const {
    const int day = number_of(f_.text_.substr(i, end - i));
    if (const auto numbers = in_numbers(day, end)) return *numbers;
    // "Target: 60 May 2026" counts something; "45 May 2026" is meant as a day.
    constexpr int most_meant = 39;
    const bool labelled = i > 1 && (f_.at(i - 1) == ':' || f_.at(i - 2) == ':' || f_.at(i - 1) == '#');
    if (day < 1 || (day > most_meant && labelled)) return {};
    const std::size_t after_day = after_suffix(end);
    std::size_t next = f_.spaces_end(after_day);
    if (f_.at(next) == '-' && next == end) ++next;
    const TermHit* month = f_.hit_at(next, WordKind::month);
    if (month == nullptr) {
        if (const auto of = f_.connector_at(next, WordKind::of_year); of.end != 0) month = f_.hit_at(f_.spaces_end(of.end), WordKind::month);
    }
    if (month == nullptr) return bare_day && day <= 31 ? DatePoint{.day = day, .end = after_day} : DatePoint{};
    DatePoint p{.month = number_of(detail(*month)), .day = day, .end = month->end};
    if (f_.at(p.end) == '.' && f_.at(p.end - 1) != '.') p.end += 1;
    p.year = year_after(p.end, p.end);
    // "32 March 2026" is meant as a day, "60 en diciembre de 2027" is none.
    const bool meant = p.year != 0 && next == after_day + 1 && (f_.connector_at(next, WordKind::in_year).end == 0 || joined_alike(next, month->end));
    return day <= 31 || meant ? p : DatePoint{};
}

DatePoint DateReader::year_first(std::size_t i, std::size_t end) const {
    DatePoint p;
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
            if (p.month < 1 || p.month > 31 || p.day < 1 || p.day > 31) return DatePoint{};
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
    for (const auto& [kind, which] : {std::pair(WordKind::quarter, &DatePoint::quarter), std::pair(WordKind::half_year, &DatePoint::half)}) {
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

}  // namespace plancheck
