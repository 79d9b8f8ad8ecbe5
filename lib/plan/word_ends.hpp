// Where words end in folded text, for the parts of the room that walk it word by word. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "text/characters.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

inline bool word_at(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return false;
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? low_word_characters[byte] : is_word_character(decode(text, at).code);
}

inline std::size_t word_end(std::string_view text, std::size_t at) noexcept {
    for (;;) {
        at = letters_end(text, at);
        // What ends letters is no ASCII letter.
        if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80) return at;
        const Decoded d = decode(text, at);
        if (!is_word_character(d.code)) return at;
        at += d.size;
    }
}

/// 一 … 九十九 at a place: the number and where it ends; 0: none.
inline std::pair<std::uint32_t, std::size_t> chinese_number(std::string_view text, std::size_t at) noexcept {
    constexpr std::string_view digits = "一二三四五六七八九", ten = "十";
    std::uint32_t tens = 0, ones = 0;
    bool counted = false;
    for (; at + 3 <= text.size(); at += 3) {
        const std::string_view sign = text.substr(at, 3);
        if (sign == ten && !counted) {
            tens = ones == 0 ? 1 : ones;
            ones = 0;
            counted = true;
        } else if (const std::size_t digit = digits.find(sign); digit != std::string_view::npos && digit % 3 == 0 && ones == 0) {
            ones = static_cast<std::uint32_t>(digit / 3 + 1);
        } else {
            break;
        }
    }
    return {tens * 10 + ones, at};
}

}  // namespace plancheck
