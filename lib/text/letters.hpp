// The end of a word in folded text: the loop that every part has inside, so it is in line and asks tables. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

/// is_word_character() of what takes one or two bytes.
inline constexpr auto low_word_characters = [] {
    std::array<bool, 0x800> table{};
    for (std::size_t c = 0; c < table.size(); ++c) table[c] = is_word_character(static_cast<char32_t>(c));
    return table;
}();

/// Letters of two bytes that most texts are written in: Latin, Cyrillic, Arabic, without their rarer signs.
inline constexpr auto common_letters = [] {
    std::array<bool, 0x800> table{};
    for (std::size_t c = 0xC0; c < table.size(); ++c)
        table[c] = c < 0x250 ? c != 0xD7 && c != 0xF7 : (c >= 0x400 && c < 0x482) || (c >= 0x620 && c < 0x64B);
    return table;
}();

/// Whether two bytes are the character of a table by code point.
PLANCHECK_IN_LINE bool is_of(const std::array<bool, 0x800>& table, unsigned char lead, unsigned char next) noexcept {
    return lead >= 0xC2 && lead < 0xE0 && (next & 0xC0U) == 0x80U && table[(lead & 0x1FU) << 6 | (next & 0x3FU)];
}

/// First bytes of two behind which any second one makes a character that stands inside words.
inline constexpr auto leads_of_letters = [] {
    std::array<bool, 256> table{};
    for (std::size_t lead = 0xC2; lead < 0xE0; ++lead) {
        table[lead] = true;
        for (std::size_t next = 0; next < 0x40; ++next) table[lead] = table[lead] && low_word_characters[(lead & 0x1F) << 6 | next];
    }
    return table;
}();

/// What the character at an offset is for one who looks for words.
enum class Character : unsigned char { other, letter, ideograph };

struct Met {
    Character kind = Character::other;
    std::uint32_t size = 0;  ///< bytes; 0 at the end of the text
};

PLANCHECK_IN_LINE Met meet(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return {};
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {low_word_characters[lead] ? Character::letter : Character::other, 1};
    const Decoded d = decode(text, at);
    if (d.code < 0x800) return {low_word_characters[d.code] ? Character::letter : Character::other, d.size};
    return {is_ideograph(d.code) ? Character::ideograph : is_word_character(d.code) ? Character::letter : Character::other, d.size};
}

/// The end of the letters, digits and marks that stand at `at`; an ideograph is none of them.
inline std::size_t letters_end(std::string_view text, std::size_t at) noexcept {
    const std::size_t size = text.size();
    while (at < size) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80) {
            if (!low_word_characters[lead]) break;
            ++at;
        } else if (leads_of_letters[lead] && at + 1 < size && (static_cast<unsigned char>(text[at + 1]) & 0xC0U) == 0x80U) {
            at += 2;
        } else {
            const Met met = meet(text, at);
            if (met.kind != Character::letter) break;
            at += met.size;
        }
    }
    return at;
}

}  // namespace plancheck
