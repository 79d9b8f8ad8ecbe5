// One point in time, read forwards from its first character: a day, a month, a quarter, a half-year, a year. Where it
// begins, and what two of them make, is decided in dates.cpp. Private to lib/text.
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/value_finder.hpp"

namespace plancheck {

struct DatePoint {
    int year = 0;
    int month = 0;
    int day = 0;
    int quarter = 0;
    int half = 0;
    std::size_t end = 0;  // 0: none
    bool ambiguous = false;
    bool suffixed = false;  // 2025年: the sign after it says that it is a year

    bool year_only() const noexcept { return year != 0 && month == 0 && !is_part_of_year(); }
    bool day_only() const noexcept { return day != 0 && month == 0 && year == 0; }
    bool is_part_of_year() const noexcept { return quarter != 0 || half != 0; }
};

inline int number_of(std::string_view digits) noexcept {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

class DateReader {
public:
    explicit DateReader(const ValueFinder& finder) : f_(finder), in_field_(finder.wants(in_time_field)) {}

    // The point that begins at `i`; a bare day ("14" of "14-18 March") only where asked for.
    DatePoint point(std::size_t i, bool bare_day) const;
    // "mid-2026 to the end of 2027", "FY2025 – FY2027": what stands before the year of a second point.
    std::size_t year_behind_words(std::size_t i) const;
    // Where the second point of a range may begin after `end`; 0: nothing joins them.
    std::size_t range_joint(std::size_t end, bool between) const;
    // Two digits that may be the last of a year, as in 2024/25.
    bool two_digits(std::size_t i) const { return f_.digits_end(i) == i + 2 && !f_.word(i + 2); }

private:
    const ValueFinder& f_;
    bool in_field_;

    // A further part behind another sign: "1.2.2025.3". A full stop alone ends the sentence.
    bool goes_on(std::size_t end, char sign) const { return f_.at(end) == sign && (sign != '.' || f_.digit(end + 1)); }
    // 2026-04-30召开 needs no space.
    bool in_word(std::size_t end) const { return f_.word(end) && !is_ideograph(decode(f_.text_, end).code); }
    // " 2025", ", 2025", " of 2025", "2025年", " FY2025"; in a field "Feb-26" as spreadsheets write it
    int year_after(std::size_t i, std::size_t& end) const;
    // 2025年3月14日, 2025年第一季度, 2025年底, also with spaces between; `sign`: where 年 stands.
    DatePoint after_year_sign(DatePoint p, std::size_t sign) const;
    std::string_view detail(const TermHit& hit) const { return detail_of_word(f_.language_, hit.id); }
    // A quarter, a half-year or a month by its name at `i`, with the year behind it.
    DatePoint named_at(std::size_t i) const;
    DatePoint part(const TermHit& hit, std::size_t begin, int DatePoint::*which) const;
    // 3/4/2025: which number is the day.
    void two_orders(DatePoint& p, int first, int second) const;
    // "March 2025", "March 14, 2025".
    DatePoint month_first(const TermHit& hit) const;
    // st nd rd th, er e º .º: an ordinal's ending, and the full stop of others.
    std::size_t after_suffix(std::size_t i) const;
    // "45 de julio de 2026": one word joins both.
    bool joined_alike(std::size_t day_end, std::size_t month_end) const;
    // 03/2025, 14.3.2025 behind their first number; an empty point where that is what was written but no date, as 45/40/2025.
    std::optional<DatePoint> in_numbers(int first, std::size_t end) const;
    // "14 March 2025", "14. marzo", "1er juin"; and what is written in numbers.
    DatePoint day_first(std::size_t i, std::size_t end, bool bare_day) const;
    // 2025, 2025-03-14, 2025-03, 2025年3月, "2025 Q1".
    DatePoint year_first(std::size_t i, std::size_t end) const;
};

}  // namespace plancheck
