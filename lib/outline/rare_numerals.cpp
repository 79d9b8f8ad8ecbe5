// Each form is tried for itself, the cheapest first: nearly all lines begin with none of them.
#include "outline/rare_numerals.hpp"

#include <algorithm>
#include <string>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

bool begins_title(std::string_view line, std::size_t at) noexcept {
    if (at >= line.size()) return false;
    const char32_t first = decode(line, at).code;
    return is_upper(first) || is_caseless(first) || is_ideograph(first);
}

Numeral made(std::uint32_t value, NumeralStyle style, std::size_t size) noexcept {
    return {value, style, static_cast<std::uint32_t>(size), 0, false, true};
}

// "1.0 Title", "10 标题".
std::optional<Numeral> plain_number(std::string_view line) noexcept {
    std::uint32_t value = 0;
    std::size_t at = 0;
    for (; at < line.size() && at < 2 && line[at] >= '0' && line[at] <= '9'; ++at) value = value * 10 + static_cast<std::uint32_t>(line[at] - '0');
    if (at == 0 || value == 0) return std::nullopt;
    if (line.substr(at).starts_with(".0")) at += 2;
    const std::size_t blanks = white_at(line, at);
    if (blanks == 0 || !begins_title(line, at + blanks)) return std::nullopt;
    return made(value, NumeralStyle::decimal, at + blanks);
}

// "Article 1 – Title"
std::optional<Numeral> article(std::string_view line, const Languages& languages) {
    constexpr std::string_view words[] = {"art", "art.", "article", "articulo", "статья", "ст.", "المادة", "مادة"};
    constexpr std::size_t longest = 24;  // bytes
    const std::size_t space = line.substr(0, longest).find(' ');
    if (space == line.npos) return std::nullopt;
    const std::string word = fold(line.substr(0, space));
    if (std::none_of(std::begin(words), std::end(words), [&](std::string_view one) { return word == fold(one); })) return std::nullopt;
    const std::string_view rest = line.substr(space + 1);
    auto numeral = parse_numeral(rest, languages, SectionWords::none);
    if (!numeral) numeral = plain_number(rest);
    if (!numeral || numeral->level != 0) return std::nullopt;
    numeral->size += static_cast<std::uint32_t>(space + 1);
    numeral->worded = true;
    return numeral;
}

// "I问题概述", "1Title", "IVTitle", "1/Title", "II » Title", "A: Title": whatever stands between a numeral and a title.
std::optional<Numeral> with_any_sign(std::string_view line, const Languages& languages) {
    constexpr std::string_view roman = "IVX", digits = "0123456789";
    constexpr std::u32string_view counting = U"一二三四五六七八九十";
    const auto counts = [&](char32_t c) { return counting.find(c) != counting.npos || (c >= 0x2160 && c <= 0x216B); };
    constexpr std::size_t longest = 12;  // bytes
    std::size_t at = line.find_first_not_of(digits);
    bool letter = false;
    if (at == 0) at = line.find_first_not_of(roman);
    if (at == 0)
        for (Decoded c = decode(line, 0); at <= longest && c.size != 0 && counts(c.code); c = decode(line, at)) at += c.size;
    if (at == 0 && line[0] >= 'A' && line[0] <= 'Z') at = 1, letter = true;
    if (at == 0 || at > longest || at >= line.size()) return std::nullopt;
    // "IIssue": the last capital is the title's.
    const char32_t next = decode(line, at).code;
    const bool small = is_letter_or_digit(next) && !(next >= '0' && next <= '9') && !is_upper(next) && !is_caseless(next) && !is_ideograph(next);
    if (!letter && at > 1 && roman.find(line[at - 1]) != roman.npos && small) --at;
    std::size_t end = at;
    for (Decoded c = decode(line, end); c.size != 0 && !is_letter_or_digit(c.code) && end <= at + longest; c = decode(line, end)) end += c.size;
    if (const std::string_view said = line.substr(0, end); end > at && line.substr(end).starts_with(said)) end += said.size();  // "V. V. Title"
    if ((letter && end == at) || !begins_title(line, end)) return std::nullopt;
    if (letter) return Numeral{static_cast<std::uint32_t>(line[0] - 'A' + 1), NumeralStyle::upper_letter, static_cast<std::uint32_t>(end), 1, false, true};
    auto numeral = parse_numeral(std::string(line.substr(0, at)) + "\u3001x", languages, SectionWords::none);
    if (!numeral || numeral->level != 0) return std::nullopt;
    numeral->size = static_cast<std::uint32_t>(end);
    return numeral;
}

}  // namespace

std::optional<Numeral> rare_numeral(std::string_view line, const Languages& languages) {
    constexpr std::size_t shortest = 4;
    if (line.size() < shortest) return std::nullopt;
    if (const auto [value, sign] = enclosed_number(line); value != 0) {
        const std::size_t size = sign + white_at(line, sign);
        return begins_title(line, size) ? std::optional(made(value, NumeralStyle::decimal, size)) : std::nullopt;
    }
    if (line[0] >= '0' && line[0] <= '9')
        if (const auto number = plain_number(line)) return number;
    if (const auto parted = with_any_sign(line, languages)) return parted;
    const Decoded first = decode(line, 0);
    const bool may_be_article = first.code == 'A' || first.code == 'a' || first.code == U'\u0421' || first.code == U'\u0441' || first.code == U'\u0627' || first.code == U'\u0645';
    return may_be_article ? article(line, languages) : std::nullopt;
}

std::uint32_t section_letter(std::string_view numeral) noexcept {
    return !numeral.empty() && numeral[0] >= 'A' && numeral[0] <= 'Z' && (numeral.size() == 1 || !is_letter_or_digit(decode(numeral, 1).code))
               ? static_cast<std::uint32_t>(numeral[0] - 'A' + 1)
               : 0;
}

}  // namespace plancheck
