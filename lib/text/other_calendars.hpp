// Years and days that are not written as digits of the Gregorian calendar: in Chinese digits, of the Republic of China (114年),
// and of the Hijra ("1447 هـ"). All texts are folded. Pure.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

constexpr std::string_view year_sign = "年";
constexpr std::string_view day_sign = "日";

// The value of a Chinese digit at `at`, or -1; each is three bytes long.
inline int chinese_digit(std::string_view text, std::size_t at) noexcept {
    constexpr std::string_view digits = "〇一二三四五六七八九";
    if (at + 3 > text.size()) return -1;
    const std::string_view sign = text.substr(at, 3);
    if (sign == "零" || sign == "○") return 0;
    const std::size_t found = digits.find(sign);
    return found == std::string_view::npos || found % 3 != 0 ? -1 : static_cast<int>(found / 3);
}

// 二〇二五年: the year, or 0.
inline int chinese_year(std::string_view text, std::size_t at) noexcept {
    int year = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const int digit = chinese_digit(text, at + 3 * i);
        if (digit < 0) return 0;
        year = year * 10 + digit;
    }
    return year >= 1900 && year <= 2100 && text.substr(at + 12).starts_with(year_sign) ? year : 0;
}

// 一 … 三十一 before 日: the day and where it ends.
inline std::pair<int, std::size_t> chinese_day(std::string_view text, std::size_t at) noexcept {
    int day = 0, last = 0;
    bool ten = false;
    for (std::size_t i = 0; i < 3; ++i, at += 3) {
        if (text.substr(at).starts_with("十") && !ten) {
            ten = true;
            day = 10 * (last == 0 ? 1 : last);
            last = 0;
        } else if (const int digit = chinese_digit(text, at); digit > 0) {
            last = digit;
        } else {
            break;
        }
    }
    day += last;
    return day >= 1 && day <= 31 && text.substr(at).starts_with(day_sign) ? std::pair(day, at + day_sign.size()) : std::pair(0, at);
}

/// Digits at [begin, end) that are a year of the Republic of China: behind its name, in a month (114年7月), a school year, or where
/// nothing but a time can stand. 0: they are none.
inline int republic_year(std::string_view text, std::size_t begin, std::size_t end, bool in_field) noexcept {
    constexpr std::string_view name = "民国";
    constexpr int first = 1911, longest = 199;
    if (end - begin < 2 || end - begin > 3) return 0;
    int year = 0;
    for (std::size_t i = begin; i < end; ++i) year = year * 10 + (text[i] - '0');
    std::string_view rest = text.substr(end);
    const bool schools = rest.starts_with("学") || rest.starts_with("學");
    if (schools) rest.remove_prefix(3);
    if (!rest.starts_with(year_sign) || year == 0 || year > longest) return 0;
    rest.remove_prefix(year_sign.size());
    const bool month = !rest.empty() && rest[0] >= '1' && rest[0] <= '9' && rest.substr(1, 4).find("月") != std::string_view::npos;
    constexpr std::size_t near = 64;  // bytes
    const bool named = text.substr(begin > near ? begin - near : 0, std::min(begin, near)).find(name) != std::string_view::npos;
    return named || (year >= 100 && (month || schools || in_field)) ? first + year : 0;
}

/// Years of the Hijra as months since the year 0: they begin in the first and end in the last.
struct LunarYears {
    int first = 0, last = 0;
    std::size_t end = 0;  ///< 0: none
};

/// "1447 هـ", "1447-1448 هـ", "1447 AH" at `i`. A year of the moon is 0.970224 of the sun's.
inline LunarYears lunar_years(std::string_view text, std::size_t i) noexcept {
    constexpr long long part = 970224, whole = 1000000, start = 621564300;
    const auto year_at = [&](std::size_t at) {
        int year = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            if (at + k >= text.size() || text[at + k] < '0' || text[at + k] > '9') return 0;
            year = year * 10 + (text[at + k] - '0');
        }
        return year >= 1380 && year <= 1520 && !(at + 4 < text.size() && text[at + 4] >= '0' && text[at + 4] <= '9') ? year : 0;
    };
    const auto months = [&](int year) { return static_cast<int>((year * part + start) * 12 / whole); };
    const int first = year_at(i);
    if (first == 0) return {};
    int last = first;
    std::size_t end = i + 4;
    if (end < text.size() && (text[end] == '-' || text[end] == '/') && year_at(end + 1) >= first) {
        last = year_at(end + 1);
        end += 5;
    }
    if (end < text.size() && text[end] == ' ') ++end;
    for (const std::string_view sign : {"ه", "هجري", "هجرية", "للهجرة", "ah"}) {
        const std::size_t behind = end + sign.size();
        if (text.substr(end).starts_with(sign) && (behind >= text.size() || !is_word_character(decode(text, behind).code))) return {months(first), months(last + 1), behind};
    }
    return {};
}

}  // namespace plancheck
