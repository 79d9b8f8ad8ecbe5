// Where words end in folded text, for the parts of the room that walk it word by word. Pure.
#pragma once

#include <cstddef>
#include <string_view>

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

}  // namespace plancheck
