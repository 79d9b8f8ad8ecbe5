// Where words end in folded text, for the parts of the room that walk it word by word. Pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

inline bool word_at(std::string_view text, std::size_t at) noexcept { return is_word_character(decode(text, at).code); }

inline std::size_t word_end(std::string_view text, std::size_t at) noexcept {
    while (at < text.size()) {
        const Decoded d = decode(text, at);
        if (!is_word_character(d.code)) break;
        at += d.size;
    }
    return at;
}

}  // namespace plancheck
