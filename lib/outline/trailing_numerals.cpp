// What follows the last bracket, sign or space of a line is read as a numeral as a whole or not at all. Where only a space stands
// before it, the word before may be "Section", and is tried with it.
#include "outline/trailing_numerals.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest_numeral = 40;  // bytes, with a word such as "Section"

bool parts_numeral(char32_t c) noexcept {
    switch (c) {
        case '-': case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: case ',': case '/': case '|': case ':':
        case 0x3001: case 0xFF0C: case 0xFF0F: case 0xFF1A: case 0x60C: return true;
        default: return false;
    }
}

bool opens(char32_t c) noexcept { return c == '(' || c == '[' || c == 0xFF08 || c == 0x3010 || c == 0xFF3B; }
bool closes(char32_t c) noexcept { return c == ')' || c == ']' || c == 0xFF09 || c == 0x3011 || c == 0xFF3D; }

// A numeral of a section and nothing else.
std::optional<Numeral> whole_numeral(std::string_view text, const Languages& languages) {
    if (text.empty() || text.size() > longest_numeral) return std::nullopt;
    const auto numeral = parse_numeral(text, languages);
    const bool letter = numeral && (numeral->style == NumeralStyle::upper_letter || numeral->style == NumeralStyle::lower_letter);
    return numeral && numeral->level == 0 && numeral->size == text.size() && !letter ? numeral : std::nullopt;
}

// Without the white space and the signs that may stand between a title and its numeral.
std::size_t end_of_title(std::string_view line, std::size_t at) noexcept {
    while (at > 0) {
        const Decoded before = decode_before(line, at);
        if (!is_white_space(before.code) && !parts_numeral(before.code) && before.code != '.') break;
        at -= before.size;
    }
    return at;
}

// Where the word begins that ends at `end`: behind white space or a sign that parts; a hyphen inside parts nothing ("mid-V").
std::size_t begin_of_word(std::string_view line, std::size_t end) noexcept {
    for (std::size_t at = end; at > 0;) {
        const Decoded before = decode_before(line, at);
        if (is_white_space(before.code) || opens(before.code) || closes(before.code) || (parts_numeral(before.code) && before.code != '-')) return at;
        at -= before.size;
    }
    return 0;
}

// The place of the bracket that is open at `end`; the end where there is none.
std::size_t open_bracket(std::string_view line, std::size_t end) noexcept {
    for (std::size_t at = end; at > 0 && end - at <= longest_numeral;) {
        const Decoded before = decode_before(line, at);
        at -= before.size;
        if (opens(before.code)) return at;
        if (closes(before.code)) break;
    }
    return end;
}

std::size_t end_of_line(std::string_view line) noexcept {
    std::size_t end = line.size();
    for (; end > 0; end -= decode_before(line, end).size)
        if (const char32_t c = decode_before(line, end).code; !is_white_space(c) && c != '.' && c != ':') break;
    return end;
}

}  // namespace

std::optional<TrailingNumeral> trailing_numeral(std::string_view line, const Languages& languages) {
    const std::size_t end = end_of_line(line);
    if (end == 0) return std::nullopt;
    const auto read = [&](std::size_t outer, std::size_t begin, std::size_t stop, bool bracket) -> std::optional<TrailingNumeral> {
        const std::size_t title_end = end_of_title(line, outer);
        const std::string_view text = trimmed(line.substr(begin, stop - begin));
        const auto numeral = title_end == 0 ? std::nullopt : whole_numeral(text, languages);
        if (!numeral) return std::nullopt;
        const std::string_view between = trimmed(line.substr(title_end, outer - title_end));
        return TrailingNumeral{*numeral, title_end, text, bracket || numeral->worded || !between.empty()};
    };
    if (const Decoded last = decode_before(line, end); closes(last.code)) {
        const std::size_t stop = end - last.size, open = open_bracket(line, stop);
        return open == stop ? std::nullopt : read(open, open + decode(line, open).size, stop, true);
    }
    const std::size_t word = begin_of_word(line, end), before = begin_of_word(line, end_of_title(line, word));
    if (word == end || end - word > longest_numeral) return std::nullopt;
    if (const auto both = read(before, before, end, false); both && both->numeral.worded) return both;
    return read(word, word, end, false);
}

}  // namespace plancheck
