// UTF-8 by hand: checking, stepping, appending, cutting. Nothing here allocates except what it returns or appends to.
// All functions are pure and thread-safe, and total: a malformed byte is read as U+FFFD of one byte, so that a loop over
// any bytes ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace plancheck {

/// Offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and values above 10FFFF are not);
/// `std::string_view::npos` when all of it is.
std::size_t first_bad_byte(std::string_view text) noexcept;

inline bool is_utf8(std::string_view text) noexcept { return first_bad_byte(text) == std::string_view::npos; }

struct Decoded {
    char32_t code = 0;
    std::uint32_t size = 0;  ///< bytes it takes, 1 to 4; 0 only at the end of the text
};

/// The code point at `offset`.
inline Decoded decode(std::string_view text, std::size_t offset) noexcept {
    if (offset >= text.size()) return {};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const std::size_t left = text.size() - offset;
    if (lead >= 0xC2 && lead < 0xE0 && left >= 2 && follows(1)) {
        return {static_cast<char32_t>((lead & 0x1FU) << 6 | (byte(1) & 0x3FU)), 2};
    }
    if (lead >= 0xE0 && lead < 0xF0 && left >= 3 && follows(1) && follows(2)) {
        const auto code = static_cast<char32_t>((lead & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU));
        if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return {code, 3};
    }
    if (lead >= 0xF0 && lead < 0xF5 && left >= 4 && follows(1) && follows(2) && follows(3)) {
        const auto code = static_cast<char32_t>((lead & 0x07U) << 18 | (byte(1) & 0x3FU) << 12 | (byte(2) & 0x3FU) << 6 |
                                                (byte(3) & 0x3FU));
        if (code >= 0x10000 && code <= 0x10FFFF) return {code, 4};
    }
    return {0xFFFD, 1};
}

/// The code point that ends before `offset` (`size` 0 at the start).
Decoded decode_before(std::string_view text, std::size_t offset) noexcept;

/// Appends one code point; surrogates and values above 10FFFF become U+FFFD.
void append_utf8(std::string& to, char32_t code);

/// Number of code points.
std::size_t count_code_points(std::string_view text) noexcept;

/// The longest beginning of `text` of at most `limit` code points that ends at a word's end, without white space around
/// it. Where the first word alone is longer (or the script has no spaces), it is cut after `limit` code points.
std::string_view cut_at_word(std::string_view text, std::size_t limit = 120) noexcept;

/// `text` without Unicode white space at both ends.
std::string_view trimmed(std::string_view text) noexcept;

}  // namespace plancheck
