// The Gregorian calendar on canonical dates, in integers.
#include <array>
#include <charconv>

#include "text/value_finder.hpp"

namespace plancheck {

namespace {

bool read(std::string_view text, std::size_t at, std::size_t size, int& value) noexcept {
    if (at + size > text.size()) return false;
    const char* const begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, begin + size, value);
    return error == std::errc() && end == begin + size;
}

int days_in(int year, int month) noexcept {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

Days days_of_date(std::string_view date) {
    int year = 0;
    int month = 0;
    int day = 0;
    if (!read(date, 0, 4, year)) return {};
    if (date.size() == 4) return {date_text(year, 1, 1), date_text(year, 12, 31)};
    if (date.size() == 7 && (date[5] == 'Q' || date[5] == 'H')) {
        int part = 0;
        const int months = date[5] == 'Q' ? 3 : 6;
        if (!read(date, 6, 1, part) || part < 1 || part * months > 12) return {};
        return {date_text(year, (part - 1) * months + 1, 1), date_text(year, part * months, days_in(year, part * months))};
    }
    if (!read(date, 5, 2, month) || month < 1 || month > 12) return {};
    if (date.size() == 7) return {date_text(year, month, 1), date_text(year, month, days_in(year, month))};
    if (!is_calendar_date(date) || !read(date, 8, 2, day)) return {};
    return {std::string(date), std::string(date)};
}

}  // namespace

std::string date_text(int year, int month, int day) {
    char text[10];
    char* end = text;
    const auto put = [&](int value, int digits) {
        for (int i = digits; i-- > 0; value /= 10) end[i] = static_cast<char>('0' + value % 10);
        end += digits;
    };
    put(year, 4);
    for (const int part : {month, day})
        if (part != 0) {
            *end++ = '-';
            put(part, 2);
        }
    return {text, end};
}

bool is_calendar_date(std::string_view date) {
    int year = 0;
    int month = 0;
    int day = 0;
    if (date.size() != 10 || date[4] != '-' || date[7] != '-') return false;
    if (!read(date, 0, 4, year) || !read(date, 5, 2, month) || !read(date, 8, 2, day)) return false;
    return month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
}

Days days_of(const Value& value) {
    const std::string_view text = value.value;
    if (value.type == ValueType::date || value.type == ValueType::quarter) return days_of_date(text);
    if (value.type != ValueType::period) return {};
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return {};
    return {days_of_date(text.substr(0, slash)).first, days_of_date(text.substr(slash + 1)).last};
}

}  // namespace plancheck
