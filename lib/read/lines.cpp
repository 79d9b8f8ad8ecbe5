// A marker is a sign or a number, something that closes it, and white space. Letters are read as letters and as Roman
// numerals; which of them was meant shows only in the sequence.
#include "read/lines.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/language.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

bool is_bullet(char32_t c) noexcept {
    constexpr std::u32string_view signs = U"•◦‣⁃∙▪▫●○■□◆◇►▸➢➤✓✔❖*·";
    return signs.find(c) != std::u32string_view::npos || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD;
}

std::optional<ListMarker> bullet(std::string_view line) {
    const Decoded first = decode(line, 0);
    const bool dash = first.code == '-' || first.code == 0x2013 || first.code == 0x2014 || first.code == 0x2212;
    const std::size_t blanks = white_at(line, first.size);
    // ". Visit sites", as AsciiDoc numbers items.
    const bool dot = first.code == '.' && blanks == 1 && first.size + blanks < line.size() && is_letter_or_digit(decode(line, first.size + blanks).code);
    if (!dash && !dot && !is_bullet(first.code)) return std::nullopt;
    if (blanks == 0 || first.size + blanks == line.size()) {
        // Signs of symbol fonts often stand close to the text.
        const bool private_use = first.code >= 0xE000 && first.code <= 0xF8FF;
        if ((!private_use && first.code != 0x2022) || first.size == line.size()) return std::nullopt;
    }
    ListMarker made;
    made.kind = dash ? ListMarker::Kind::dash : ListMarker::Kind::bullet;
    // What a symbol font or a lost character stood for is not known.
    made.sign = first.code == 0xFFFD || (first.code >= 0xE000 && first.code <= 0xF8FF) ? U'•' : first.code;
    made.label = line.substr(0, first.size);
    made.size = first.size + blanks;
    return made;
}

// "n° 1", "N.º 1", "No. 1", "№ 1", "#1" up to the digits; 0: no such sign.
std::size_t number_sign_size(std::string_view line) noexcept {
    std::size_t at = decode(line, 0).size;
    const char32_t first = decode(line, 0).code;
    if (first == 'n' || first == 'N') {
        if (line.substr(at).starts_with('.')) ++at;
        const Decoded second = decode(line, at);
        if (second.code != 'o' && second.code != 0xB0 && second.code != 0xBA) return 0;
        at += second.size;
        if (second.code == 'o' && line.substr(at).starts_with('.')) ++at;
        else if (second.code == 'o' && white_at(line, at) == 0) return 0;
    } else if (first != '#' && first != 0x2116) {
        return 0;
    }
    at += white_at(line, at);
    return digit_of(decode(line, at).code) < 10 ? at : 0;
}

// What such a sign makes an item: a number, and what closes it or a capital.
std::optional<ListMarker> behind_number_sign(std::string_view line) {
    std::size_t at = number_sign_size(line);
    if (at == 0) return std::nullopt;
    ListMarker made;
    made.kind = ListMarker::Kind::decimal;
    made.sign = U'№';
    Decoded c = decode(line, at);
    for (int digits = 0; digit_of(c.code) < 10; c = decode(line, at), ++digits) {
        if (digits == 3) return std::nullopt;
        made.value = made.value * 10 + digit_of(c.code);
        at += c.size;
    }
    made.label = line.substr(0, at);
    const bool closes = c.code == '.' || c.code == ')' || c.code == ':' || c.code == 0xFF1A || c.code == 0x3001;
    if (closes) at += c.size;
    std::size_t words = at + white_at(line, at);
    const Decoded dash = decode(line, words);
    const bool dashed = !closes && words != at && (dash.code == '-' || dash.code == 0x2013 || dash.code == 0x2014);
    if (dashed) words += dash.size + white_at(line, words + dash.size);
    const char32_t next = decode(line, words).code;
    if (made.value == 0 || words == at || words >= line.size() || (!closes && !dashed && !is_upper(next) && next < 0x590)) return std::nullopt;
    made.size = words;
    return made;
}

bool opens_with_dash(std::string_view line) noexcept {
    const Decoded dash = decode(line, 0);
    return (dash.code == 0x2013 || dash.code == 0x2014) && is_white_space(decode(line, dash.size).code);
}

}  // namespace

std::optional<ListMarker> list_marker(std::string_view line) {
    if (const std::size_t marks = marks_at(line, 0); marks != 0) {
        auto behind = list_marker(line.substr(marks));
        if (behind) behind->size += marks;
        return behind;
    }
    if (auto made = bullet(line)) return made;
    if (auto made = behind_number_sign(line)) return made;
    ListMarker made;
    std::size_t at = 0;
    Decoded c = decode(line, at);
    const bool open = c.code == '(' || c.code == 0xFF08;
    if (open) {
        at += c.size;
        c = decode(line, at);
    }
    const std::size_t begin = at;
    bool slash = false, dashed = false;
    if (!open && c.code >= U'\u2460' && c.code <= U'\u2473') {
        // ① to ⑳ close themselves.
        made.kind = ListMarker::Kind::decimal;
        made.value = c.code - U'\u2460' + 1;
        made.sign = U'\u2460';
        made.label = line.substr(0, c.size);
        made.size = c.size + white_at(line, c.size);
        return made.size < line.size() ? std::optional(made) : std::nullopt;
    }
    if (digit_of(c.code) < 10) {
        made.kind = ListMarker::Kind::decimal;
        for (int digits = 0; digit_of(c.code) < 10; ++digits) {
            if (digits == 3) return std::nullopt;
            made.value = made.value * 10 + digit_of(c.code);
            at += c.size;
            c = decode(line, at);
        }
        if (made.value == 0) return std::nullopt;
        slash = !open && c.code == '/' && white_at(line, at + 1) != 0;
        // "1- Measure", as French and Arabic lists are typed; "10- 20 sites" counts.
        if (const std::size_t white = !open && c.code == '-' ? white_at(line, at + 1) : 0; white != 0) dashed = digit_of(decode(line, at + 1 + white).code) == 10;
    } else if (const std::uint32_t letter = place_in_alphabet(c.code); letter != 0 && !open && line.substr(c.size).starts_with(')')) {
        made.kind = ListMarker::Kind::lower_letter;
        made.value = letter;
        at += c.size;
        c = decode(line, at);
    } else {
        while (at < line.size() && at - begin < 6 && ((line[at] >= 'a' && line[at] <= 'z') || (line[at] >= 'A' && line[at] <= 'Z'))) ++at;
        const std::string_view letters = line.substr(begin, at - begin);
        if (letters.empty()) return std::nullopt;
        const bool upper = letters[0] <= 'Z';
        made.kind = upper ? ListMarker::Kind::upper_letter : ListMarker::Kind::lower_letter;
        // Roman capitals number sections, never items.
        if (!upper) made.roman = roman_value(letters).value_or(0);
        if (letters.size() == 1) made.value = static_cast<std::uint32_t>(letters[0] - (upper ? 'A' : 'a') + 1);
        if (made.value == 0 && made.roman == 0) return std::nullopt;
        c = decode(line, at);
    }
    const bool closes = c.code == ')' || c.code == 0xFF09;
    if (open ? !closes : !slash && !dashed && !closes && c.code != '.' && c.code != 0x3001 && c.code != 0xFF0E) return std::nullopt;
    made.sign = open ? U'(' : closes ? U')' : slash ? U'/' : dashed ? U'-' : U'.';
    at += c.size;
    // "1.- Title"
    if (c.code == '.' && made.kind == ListMarker::Kind::decimal && at < line.size() && line[at] == '-' && white_at(line, at + 1) != 0) ++at;
    const std::size_t blanks = white_at(line, at);
    const bool wide = c.code > 0x7F;
    if ((blanks == 0 && !wide) || at + blanks >= line.size()) return std::nullopt;
    made.label = line.substr(0, at);
    made.size = at + blanks;
    return made;
}

bool follows(const ListMarker& before, const ListMarker& next) noexcept {
    if (before.kind != next.kind || before.sign != next.sign) return false;
    if (before.value != 0 && next.value == before.value + 1) return true;
    return before.roman != 0 && next.roman == before.roman + 1;
}

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
    return wide || ((c.code == ':' || c.code == '.') && line.substr(at + 1).starts_with(' '));
}

bool ends_contact(std::string_view line, std::string_view next) noexcept {
    constexpr std::string_view signs = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-@";
    const std::size_t other = next.find('@');
    const char32_t first = decode(next, 0).code;
    const std::string_view before = next.substr(0, std::min(other, next.size()));
    if (other == next.npos || !(is_upper(first) || first >= 0x590) || (first < 0x590 && before.find(' ') == before.npos)) return false;
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
