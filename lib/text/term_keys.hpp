// What the two halves of TermIndex, compiling and finding, agree on: how the letters of a key are taken from a text. Private
// to lib/text. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/utf8.hpp"

namespace plancheck::term_keys {

// "!partnership" is no hit and hides its term inside it; such forms have rules of their own, under this tag.
inline constexpr std::string_view denying = "!";

constexpr bool is_joint(char c) noexcept { return c == ' ' || c == '-'; }
// Between two letters of a key in a text.
inline constexpr std::uint32_t most_joints = 3;
// Bytes of a gap in a text.
inline constexpr std::uint32_t longest_gap = 80;

// As a form holds it; it has no letters of its own.
inline constexpr std::string_view gap = "...";
constexpr bool is_gap(std::string_view form, std::size_t at) noexcept { return at + gap.size() <= form.size() && form[at] == gap[0] && form[at + 1] == gap[1] && form[at + 2] == gap[2]; }
// Whether what stands there in a form is no letter: any ending, a digit, a gap.
constexpr bool is_wildcard(std::string_view form, std::size_t at) noexcept { return form[at] == '*' || form[at] == '\x03' || is_gap(form, at); }

// The first of them.
inline std::size_t wildcard_in(std::string_view form) noexcept {
    constexpr ByteSet wildcards{"*\x03."};
    std::size_t at = wildcards.find(form);
    while (at < form.size() && !is_wildcard(form, at)) at = wildcards.find(form, at + 1);
    return at;
}

// Whether what begins with these letters (WordStarts) ends a sentence: no gap reaches over it.
constexpr bool ends_sentence(std::uint64_t letters) noexcept {
    constexpr std::uint64_t full_stop = 0xE38082;  // the Chinese one
    return letters >> 63 == 0 ? letters >> 56 == '.' || letters >> 56 == '\n' : letters >> 40 == full_stop;
}

// Whether something in a part of a form does.
inline bool may_end_sentence(std::string_view form) noexcept { return form.find_first_of(".\n") != std::string_view::npos || form.find("\xE3\x80\x82") != std::string_view::npos; }

// The first eight letters from `at`, as in WordStarts.
inline std::uint64_t letters_at(std::string_view folded, std::size_t at) noexcept {
    std::uint64_t letters = 0;
    for (int left = 8; left > 0; ++at) {
        const unsigned char c = at < folded.size() ? static_cast<unsigned char>(folded[at]) : 0;
        if (is_joint(static_cast<char>(c))) continue;
        letters = letters << 8 | c;
        --left;
    }
    return letters;
}

}  // namespace plancheck::term_keys
