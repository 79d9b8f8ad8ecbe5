// Signs of boxes lie in one range of Unicode; a line is redrawn only where it shows a table or a rule, as some of them serve as
// dashes in running text.
#include "read/text_dress.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_signs = 6;
constexpr std::size_t longest_title = 512;  // bytes
constexpr std::size_t least_quoted = 10;    // lines

bool is_box_sign(char32_t c) noexcept { return c >= 0x2500 && c <= 0x257F; }

bool is_upright(char32_t c) noexcept {
    constexpr std::u32string_view signs = U"│┃┆┇┊┋╎╏║";
    return signs.find(c) != signs.npos;
}

// A double rule between single ones stands under heads.
char plain(char32_t c, bool under_heads) noexcept {
    constexpr std::u32string_view level = U"─━┄┅┈┉╌╍╴╶╸╺╼╾";
    if (is_upright(c)) return '|';
    if (c == U'═') return under_heads ? '=' : '-';
    return level.find(c) != level.npos ? '-' : '+';
}

/// Whether the line is a row or a rule of what is drawn: it has an upright, or nothing but signs of boxes.
bool is_drawn(std::string_view line) noexcept {
    std::size_t signs = 0;
    bool other = false;
    for (std::size_t at = 0; at < line.size();) {
        const Decoded c = decode(line, at);
        at += c.size;
        if (is_upright(c.code)) return true;
        if (is_box_sign(c.code)) ++signs;
        else if (!is_white_space(c.code)) other = true;
    }
    return signs >= 3 && !other;
}

bool holds_words(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        if (is_letter_or_digit(c.code)) return true;
        at += c.size;
    }
    return false;
}

bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }

/// What `marks` leave of a line, if it is a title.
TitleMarks around(std::string_view line, std::size_t before, std::size_t after) noexcept {
    while (before < line.size() && is_blank(line[before])) ++before;
    while (after < line.size() - before && is_blank(line[line.size() - after - 1])) ++after;
    const bool title = before < line.size() && holds_words(line.substr(before, line.size() - before - after));
    return title ? TitleMarks{before, after} : TitleMarks{};
}

// "h2. Title", "h2(#aims). Title": Jira and Textile.
TitleMarks named_mark(std::string_view line) noexcept {
    if (line[1] < '1' || line[1] > '6') return {};
    std::size_t at = 2;
    if (line[at] == '(') at = line.find(')', at) == line.npos ? line.size() : line.find(')', at) + 1;
    if (at + 1 >= line.size() || line[at] != '.' || !is_blank(line[at + 1])) return {};
    return around(line, at + 1, 0);
}

}  // namespace

std::string text_redrawn(std::string_view text) {
    // Every sign of a box begins with these bytes.
    if (text.find("\xE2\x94") == text.npos && text.find("\xE2\x95") == text.npos) return {};
    std::string made;
    made.reserve(text.size());
    bool any = false;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\r\f", begin), text.size() - 1) + 1;
        const std::string_view line = text.substr(begin, end - begin);
        begin = end;
        if (!is_drawn(line)) {
            made.append(line);
            continue;
        }
        any = true;
        const bool under_heads = trimmed(line).starts_with("╞");
        for (std::size_t at = 0; at < line.size();) {
            const Decoded c = decode(line, at);
            if (is_box_sign(c.code)) made += plain(c.code, under_heads);
            else made.append(line.substr(at, c.size));
            at += c.size;
        }
    }
    return any ? made : std::string();
}

bool is_quoted(std::string_view text) noexcept {
    std::size_t lines = 0, quoted = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\r", begin), text.size());
        const std::size_t first = text.substr(begin, end - begin).find_first_not_of(" \t");
        if (first != text.npos) {
            ++lines;
            if (text[begin + first] == '>') ++quoted;
        }
        begin = end + 1;
    }
    return quoted >= least_quoted && quoted * 3 > lines * 2;
}

std::size_t quotation_at(std::string_view line) noexcept {
    std::size_t end = 0;
    for (std::size_t at = 0; at < line.size() && (line[at] == '>' || is_blank(line[at])); ++at)
        if (line[at] == '>') end = at + 1;
    return end != 0 && end < line.size() && line[end] == ' ' ? end + 1 : end;
}

TitleMarks title_marks(std::string_view line) noexcept {
    if (line.size() < 3 || line.size() > longest_title) return {};
    const char sign = line[0];
    if (sign == 'h') return named_mark(line);
    if (std::string_view("#=*_~-").find(sign) == std::string_view::npos) return {};
    const std::size_t signs = std::min(line.find_first_not_of(sign), line.size());
    if (signs > most_signs || signs == line.size()) return {};
    const bool spaced = is_blank(line[signs]);
    // A colon may stand behind what is bold.
    const std::size_t colon = line.back() == ':' ? 1 : 0;
    const std::string_view own = line.substr(0, line.size() - colon);
    const std::size_t last = own.find_last_not_of(sign);
    const std::size_t closing = last == own.npos ? 0 : own.size() - last - 1;
    if (sign == '#') return spaced ? around(line, signs, closing) : TitleMarks{};
    const std::string_view inside = own.substr(signs, own.size() - signs - closing);
    const bool emphasis = sign == '*' || sign == '_';
    const bool once = inside.find(line.substr(0, signs)) == inside.npos;
    if (closing == signs && once && (signs > 1 || sign == '=' || (emphasis && !spaced))) return around(line, signs, closing + colon);
    // "** Title": the mark of an outline; a single star is a bullet.
    // So is "== Title" of AsciiDoc; behind a single sign a formula may go on.
    const std::size_t words = std::min(signs + 1, line.size() - 1);
    if (closing == 0 && spaced && (sign == '*' ? signs > 1 : sign == '=' && (signs > 1 || is_upper(decode(line, words).code)))) return around(line, signs, 0);
    return {};
}

}  // namespace plancheck
