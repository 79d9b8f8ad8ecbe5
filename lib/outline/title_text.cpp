#include "outline/title_text.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

}  // namespace

bool all_capitals(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        at += c.size;
        if (!is_letter_or_digit(c.code) || (c.code >= '0' && c.code <= '9')) continue;
        ++letters;
        if (!is_upper(c.code)) return false;
    }
    return letters >= 3;
}

std::size_t signs_before_title(std::string_view text) noexcept {
    if (const std::size_t signs = ornaments_at(text); signs != 0) return signs;
    const Decoded first = decode(text, 0);
    const bool dash = first.code == '-' || (first.code >= 0x2010 && first.code <= 0x2015) || first.code == 0x2212;
    const std::size_t white = dash || text.starts_with("o\t") ? white_at(text, first.size) : 0;
    return white != 0 && first.size + white < text.size() ? first.size + white : 0;
}

std::pair<std::size_t, std::size_t> behind_question(std::string_view line) noexcept {
    std::size_t at = 0;
    // The last byte of the marks that are longer than one.
    if (line.find('?') == line.npos && line.find('\x9F') == line.npos) return {line.size(), line.size()};
    for (const std::string_view mark : {"?", "\uFF1F", "\u061F"})
        if (const std::size_t found = line.rfind(mark); found != line.npos) at = std::max(at, found + mark.size());
    if (at == 0) return {line.size(), line.size()};
    bool bracket = false;
    for (Decoded c = decode(line, at); c.size != 0 && !is_letter_or_digit(c.code); c = decode(line, at)) {
        bracket = c.code == '(' || c.code == 0xFF08;
        at += c.size;
    }
    std::size_t end = line.size();
    while (end > at && blank(line[end - 1])) --end;
    std::size_t inner = end;
    if (bracket && line.substr(at, end - at).ends_with(')')) inner -= 1;
    else if (bracket && line.substr(at, end - at).ends_with("\uFF09")) inner -= 3;
    return {at, inner};
}

std::string unspaced(std::string_view line) {
    constexpr std::size_t longest = 600, least = 6;  // bytes, letters that stand apart
    if (line.size() > longest || line.size() < 2 * least) return {};
    std::string made;
    std::size_t apart = 0, words = 0;
    bool single = false;  // the word before is one sign, and one space follows it
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at, signs = 0;
        for (Decoded c = decode(line, end); c.size != 0 && !is_white_space(c.code); c = decode(line, end), ++signs) end += c.size;
        const std::size_t white = white_at(line, end);
        if (!made.empty() && !(single && signs == 1)) made += ' ';
        made.append(line.substr(at, end - at));
        if (signs == 1 && is_letter_or_digit(decode(line, at).code)) ++apart;
        ++words;
        constexpr std::size_t some = 8;  // of so many half stand apart
        if (words <= some && (apart + some - words) * 2 < some) return {};
        single = signs == 1 && white == decode(line, end).size;
        at = end + white;
        if (signs == 0 && white == 0) break;
    }
    return apart >= least && apart * 10 >= words * 7 ? made : std::string();
}

bool may_be_title(std::string_view text) {
    constexpr std::size_t longest = 70, least = 8;  // columns, bytes
    const char32_t first = decode(text, 0).code;
    return text.size() >= least && fits_in(text, longest) && !ends_as_sentence(text) && (is_upper(first) || is_caseless(first)) && text.find('\n') == text.npos;
}

bool ends_as_sentence(std::string_view text) {
    constexpr std::string_view stops[] = {".", ";", ",", "\u3002", "\uFF1B", "\uFF0C"};
    const std::string_view end = trimmed(text);
    return std::any_of(std::begin(stops), std::end(stops), [&](std::string_view stop) { return end.ends_with(stop); });
}

bool goes_on_as_label(std::string_view after) {
    const std::size_t digits = std::min(after.find_first_not_of("0123456789"), after.size());
    return digits != 0 && digits <= 2 && (after.substr(digits).starts_with(":") || after.substr(digits).starts_with("\uFF1A"));
}

}  // namespace plancheck
