// Each function looks at one line, or at two that follow each other; numerals in words are asked of the languages.
#include "read/lines.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/language.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

bool opens_with_dash(std::string_view line) noexcept {
    const Decoded dash = decode(line, 0);
    return (dash.code == 0x2013 || dash.code == 0x2014) && is_white_space(decode(line, dash.size).code);
}

}  // namespace

bool has_sub_number(std::string_view line) noexcept {
    // （一）, which numbers what stands below 一、.
    constexpr std::string_view wide_open = "（", wide_close = "）", numerals = "一二三四五六七八九十";
    if (line.starts_with(wide_open)) {
        std::size_t end = wide_open.size();
        for (int signs = 0; signs < 3 && end + 3 <= line.size(); ++signs, end += 3)
            if (numerals.find(line.substr(end, 3)) == numerals.npos) break;
        return end > wide_open.size() && line.substr(end).starts_with(wide_close) && end + wide_close.size() < line.size();
    }
    std::size_t at = 0;
    int parts = 0;
    for (;;) {
        const std::size_t begin = at;
        while (at < line.size() && at - begin < 3 && line[at] >= '0' && line[at] <= '9') ++at;
        if (at == begin) break;
        ++parts;
        if (at == line.size() || line[at] != '.') break;
        ++at;
    }
    return parts >= 2 && parts <= 5 && at < line.size() && (line[at] == ' ' || line[at] == '\t');
}

bool has_label(std::string_view line) noexcept {
    const std::string_view start = line.substr(0, 64);
    const std::size_t colon = start.find(':');
    if (colon == start.npos || colon == 0 || !is_upper(decode(line, 0).code)) return false;
    if (line.substr(colon).starts_with("://")) return false;
    const std::string_view words = start.substr(0, colon);
    return words.find_first_of(".;,!?") == words.npos && std::count(words.begin(), words.end(), ' ') <= 5;
}

bool is_label_alone(std::string_view line) noexcept {
    constexpr std::size_t widest = 48;  // columns
    constexpr std::string_view wide_colon = "：";
    const std::size_t colon = line.ends_with(':') ? 1 : line.ends_with(wide_colon) ? wide_colon.size() : 0;
    const std::string_view words = line.substr(0, line.size() - colon);
    const char32_t first = decode(line, 0).code;
    return colon != 0 && !words.empty() && fits_in(words, widest) && (is_upper(first) || (first >= 0x590 && is_letter_or_digit(first))) &&
           words.find_first_of(".:;,!?") == words.npos && words.find(wide_colon) == words.npos && std::count(words.begin(), words.end(), ' ') <= 5;
}

// "two: …", which the word before it makes a label.
static bool is_number_in_words(std::string_view text) {
    const std::size_t size = Languages::built_in().ordinal_at(text).second;
    if (size == 0) return false;
    const std::size_t at = size + white_at(text, size);
    const Decoded sign = decode(text, at);
    const bool dash = at != size && (sign.code == 0x2013 || sign.code == 0x2014 || sign.code == '-');
    return sign.code == 0xFF1A || ((sign.code == ':' || dash) && white_at(text, at + sign.size) != 0);
}

bool has_numbered_label(std::string_view line) noexcept {
    constexpr std::size_t longest = 120;  // bytes
    const std::string_view start = line.substr(0, longest);
    const char32_t initial = decode(line, 0).code;
    if (!is_upper(initial) && (initial < 0x0590 || !is_letter_or_digit(initial))) return false;
    std::size_t at = 0, spaces = 0;
    bool after_space = false;
    for (; at < start.size();) {
        const Decoded c = decode(line, at);
        const char32_t next = decode(line, at + c.size).code;
        if (after_space && is_number_in_words(line.substr(at))) return true;
        if (digit_of(c.code) < 10 || (after_space && c.code >= 'A' && c.code <= 'Z' && (next == '.' || next == ':'))) break;
        if (c.code != ' ' && !is_letter_or_digit(c.code)) return false;
        after_space = c.code == ' ';
        if (after_space && ++spaces > 3) return false;
        at += c.size;
    }
    if (at == 0 || at >= start.size()) return false;
    Decoded c = decode(line, at);
    std::size_t digits = 0;
    if (digit_of(c.code) == 10) {
        at += c.size;
    } else {
        for (; digit_of(c.code) < 10; c = decode(line, at), ++digits) at += c.size;
        if (digits > 2) return false;
    }
    c = decode(line, at);
    const bool wide = c.code == 0xFF1A || c.code == 0x3001 || c.code == 0xFF0E;
    const std::string_view behind = line.substr(std::min(at, line.size()));
    return wide || ((c.code == ':' || c.code == '.') && behind.substr(1).starts_with(' ')) || behind.starts_with(" - ") || behind.starts_with(" \u2013 ") || behind.starts_with(" \u2014 ");
}

constexpr std::string_view name_dashes[] = {" - ", " \u2013 ", " \u2014 "};

bool ends_contact(std::string_view line, std::string_view next) noexcept {
    constexpr std::string_view signs = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-@";
    const std::size_t other = next.find('@');
    const char32_t first = decode(next, 0).code;
    // "Mill Town - office@mill.example.org" above "Lake Institute - P.O. Box 77".
    const bool alike = std::any_of(std::begin(name_dashes), std::end(name_dashes), [&](std::string_view dash) { return line.find(dash) != line.npos && next.find(dash) != next.npos; });
    const std::string_view before = next.substr(0, std::min(other, next.size()));
    if ((other == next.npos && !alike) || !(is_upper(first) || first >= 0x590) || (first < 0x590 && before.find(' ') == before.npos)) return false;
    // Behind a comma the sentence goes on.
    while (!line.empty() && (line.back() == ')' || line.back() == '.' || line.back() == ';' || line.back() == '>')) line.remove_suffix(1);
    const std::size_t begin = line.find_last_not_of(signs);
    const std::string_view word = line.substr(begin == line.npos ? 0 : begin + 1);
    const std::size_t sign = word.find('@'), dot = word.rfind('.');
    return sign != word.npos && sign != 0 && dot != word.npos && dot > sign + 1 && word.size() > dot + 2;
}

bool is_row_of_cells(std::string_view line) noexcept {
    if (line.find('|') != line.npos || std::count(line.begin(), line.end(), '\t') > 1) return true;
    for (std::size_t at = line.find("  "); at != line.npos; at = line.find("  ", line.find_first_not_of(' ', at)))
        if (at != 0 && std::string_view(".:!?").find(line[at - 1]) == std::string_view::npos) return true;
    return false;
}

char rule_of(std::string_view line) noexcept {
    if (line.size() < 3) return 0;
    const char sign = line[0];
    if (sign != '=' && sign != '-' && sign != '_' && sign != '*' && sign != '~') return 0;
    if (line.find_first_not_of(sign) == line.npos) return sign;
    // "* * *", "- - -"
    if (line.size() < 5 || line.size() % 2 == 0) return 0;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (line[i] != (i % 2 == 0 ? sign : ' ')) return 0;
    return sign;
}

bool has_section_numeral(std::string_view line) {
    const auto numeral = parse_numeral(line, Languages::built_in());
    if (!numeral || numeral->level != 0) return false;
    return numeral->worded || (numeral->style != NumeralStyle::decimal && numeral->style != NumeralStyle::upper_letter &&
                               numeral->style != NumeralStyle::lower_letter);
}

bool is_title_like(std::string_view line) {
    if (columns_of(line) > 80) return false;
    const char32_t last = decode_before(line, line.size()).code;
    if (std::u32string_view(U".;,!?。；，！？؛،").find(last) != std::u32string_view::npos) return false;
    std::size_t capitals = 0;
    bool all = true;
    for (std::size_t at = 0; at < line.size();) {
        const Decoded c = decode(line, at);
        at += c.size;
        if (!is_letter_or_digit(c.code) || (c.code >= '0' && c.code <= '9')) continue;
        if (is_upper(c.code)) ++capitals;
        else all = false;
    }
    return (all && capitals >= 3) || has_section_numeral(line);
}

char line_end(std::string_view line, std::string_view next, std::size_t width, bool is_first) {
    if (is_first && is_title_like(line)) return '\n';
    const Decoded last = decode_before(line, line.size());
    const Decoded first = decode(next, 0);
    if (has_label(next) || has_sub_number(next) || ends_contact(line, next)) return '\n';
    // A dash may go on with a sentence, but not where one opened the line before: then it is a typed list.
    if (opens_with_dash(line) && opens_with_dash(next)) return '\n';
    std::size_t word = 0;
    if (is_ideograph(first.code)) {
        word = first.size;
    } else {
        for (Decoded c = first; c.size != 0 && !is_white_space(c.code); c = decode(next, word)) word += c.size;
    }
    const bool close = is_cjk(last.code) && is_cjk(first.code);
    const std::size_t needed = columns_of(line) + (close ? 0 : 1) + columns_of(next.substr(0, std::min<std::size_t>(word, 256)));
    if (needed <= width) return '\n';
    return close ? '\0' : ' ';
}

std::string joined(const std::vector<std::string_view>& lines, std::size_t least) {
    std::size_t width = least, bytes = 0;
    for (const std::string_view line : lines) {
        width = std::max(width, columns_of(line));
        bytes += line.size() + 1;
    }
    std::string made;
    made.reserve(bytes);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i != 0)
            if (const char end = line_end(lines[i - 1], lines[i], width, i == 1)) made += end;
        made.append(lines[i]);
    }
    return made;
}

}  // namespace plancheck
