// Each form is tried for itself, the cheapest first: nearly all lines begin with none of them.
#include "outline/rare_numerals.hpp"

#include <algorithm>

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

}  // namespace

std::optional<Numeral> rare_numeral(std::string_view line, const Languages& languages) {
    constexpr std::size_t shortest = 4;
    if (line.size() < shortest) return std::nullopt;
    if (line[1] == ' ')
        if (const std::uint32_t value = line[0] == 'I' ? 1 : line[0] == 'V' ? 5 : line[0] == 'X' ? 10 : 0; value != 0)
            return begins_title(line, 2) ? std::optional(made(value, NumeralStyle::upper_roman, 2)) : std::nullopt;
    if (const auto [value, sign] = enclosed_number(line); value != 0) {
        const std::size_t size = sign + white_at(line, sign);
        return begins_title(line, size) ? std::optional(made(value, NumeralStyle::decimal, size)) : std::nullopt;
    }
    if (line[0] >= '0' && line[0] <= '9') return plain_number(line);
    const Decoded first = decode(line, 0);
    const bool may_be_article = first.code == 'A' || first.code == 'a' || first.code == U'\u0421' || first.code == U'\u0441' || first.code == U'\u0627' || first.code == U'\u0645';
    return may_be_article ? article(line, languages) : std::nullopt;
}

std::uint32_t section_letter(std::string_view numeral) noexcept {
    return !numeral.empty() && numeral[0] >= 'A' && numeral[0] <= 'Z' && (numeral.size() == 1 || numeral[1] == '.' || numeral[1] == ')' || numeral[1] == ' ')
               ? static_cast<std::uint32_t>(numeral[0] - 'A' + 1)
               : 0;
}

}  // namespace plancheck
