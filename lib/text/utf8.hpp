// UTF-8 by hand: checking, stepping, appending, cutting. Nothing here allocates except what it returns or appends to.
// All functions are pure and thread-safe, and total: a malformed byte is read as U+FFFD of one byte, so that a loop over
// any bytes ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/eight.hpp"

namespace plancheck {

/// Offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and values above 10FFFF are not);
/// `std::string_view::npos` when all of it is.
std::size_t first_bad_byte(std::string_view text) noexcept;

inline bool is_utf8(std::string_view text) noexcept { return first_bad_byte(text) == std::string_view::npos; }

struct Decoded {
    char32_t code = 0;
    std::uint32_t size = 0;  ///< bytes it takes, 1 to 4; 0 only at the end of the text
};

/// The code point at `offset`, whose byte is not ASCII.
Decoded decode_long(std::string_view text, std::size_t offset) noexcept;

#if defined(__GNUC__)
#define PLANCHECK_IN_LINE [[gnu::always_inline]] inline
#else
#define PLANCHECK_IN_LINE inline
#endif

/// The code point at `offset`. What takes two or three bytes, but for a few leads that need care, is read in line.
PLANCHECK_IN_LINE Decoded decode(std::string_view text, std::size_t offset) noexcept {
    if (offset >= text.size()) return {};
    const auto lead = static_cast<unsigned char>(text[offset]);
    if (lead < 0x80) return {lead, 1};
    if (lead >= 0xC2 && lead < 0xE0 && offset + 1 < text.size()) {
        const auto next = static_cast<unsigned char>(text[offset + 1]);
        if ((next & 0xC0U) == 0x80U) return {static_cast<char32_t>((lead & 0x1FU) << 6 | (next & 0x3FU)), 2};
    } else if (lead >= 0xE1 && lead < 0xED && offset + 2 < text.size()) {
        const auto second = static_cast<unsigned char>(text[offset + 1]), third = static_cast<unsigned char>(text[offset + 2]);
        if ((second & 0xC0U) == 0x80U && (third & 0xC0U) == 0x80U)
            return {static_cast<char32_t>((lead & 0x0FU) << 12 | (second & 0x3FU) << 6 | (third & 0x3FU)), 3};
    }
    return decode_long(text, offset);
}

/// The code point that ends before `offset` (`size` 0 at the start).
Decoded decode_before_long(std::string_view text, std::size_t offset) noexcept;
PLANCHECK_IN_LINE Decoded decode_before(std::string_view text, std::size_t offset) noexcept {
    if (offset == 0 || offset > text.size()) return {};
    const auto last = static_cast<unsigned char>(text[offset - 1]);
    if (last < 0x80) return {last, 1};
    if (last < 0xC0U && offset >= 2) {
        const auto lead = static_cast<unsigned char>(text[offset - 2]);
        if (lead >= 0xC2 && lead < 0xE0) return {static_cast<char32_t>((lead & 0x1FU) << 6 | (last & 0x3FU)), 2};
    }
    return decode_before_long(text, offset);
}

/// A set of bytes, for searching text many times: faster than find_first_of() where hits are rare.
class ByteSet {
public:
    constexpr explicit ByteSet(std::string_view bytes) noexcept {
        for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
    }
    constexpr bool has(char c) const noexcept { return has_[static_cast<unsigned char>(c)]; }
    /// Offset of the first byte of the set from `from` on, or npos.
    std::size_t find(std::string_view text, std::size_t from = 0) const noexcept {
        std::size_t at = from;
        // Eight at a time: most of them are none of the set.
        const auto any = [&](const char* eight) {
            const auto bit = [&](int i) { return static_cast<unsigned>(has(eight[i])); };
            return (bit(0) | bit(1) | bit(2) | bit(3) | bit(4) | bit(5) | bit(6) | bit(7)) != 0;
        };
        while (at + 8 <= text.size() && !any(text.data() + at)) at += 8;
        for (; at < text.size(); ++at)
            if (has(text[at])) return at;
        return std::string_view::npos;
    }

private:
    bool has_[256] = {};
};

/// The same for the digits of ASCII, which need no table.
struct AsciiDigits {
    std::size_t find(std::string_view text, std::size_t from = 0) const noexcept {
        std::size_t at = from;
        for (; at + 8 <= text.size(); at += 8) {
            const std::uint64_t bytes = eight::load(text.data() + at) ^ '0' * eight::ones;
            if (const std::uint64_t digits = ~(((bytes & ~eight::tops) + 0x76 * eight::ones) | bytes) & eight::tops; digits != 0) return at + eight::first(digits);
        }
        for (; at < text.size(); ++at)
            if (text[at] >= '0' && text[at] <= '9') return at;
        return std::string_view::npos;
    }
};
inline constexpr AsciiDigits ascii_digits;

/// Appends one code point; surrogates and values above 10FFFF become U+FFFD.
void append_utf8(std::string& to, char32_t code);

/// Number of code points.
std::size_t count_code_points(std::string_view text) noexcept;

/// The longest beginning of `text` of at most `limit` code points that ends at a word's end, without white space around
/// it. Where the first word alone is longer (or the script has no spaces), it is cut after `limit` code points.
std::string_view cut_at_word(std::string_view text, std::size_t limit = 120) noexcept;

/// The first bytes of `text`, at most so many, that are whole code points.
inline std::string_view whole_within(std::string_view text, std::size_t bytes) noexcept {
    if (bytes >= text.size()) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return text.substr(0, bytes);
}

/// The last bytes of `text`, at most so many, that are whole code points.
inline std::string_view last_within(std::string_view text, std::size_t bytes) noexcept {
    std::size_t from = text.size() - (bytes < text.size() ? bytes : text.size());
    while (from < text.size() && from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
    return text.substr(from);
}

/// `text` without Unicode white space at both ends.
std::string_view trimmed(std::string_view text) noexcept;

/// Bytes of invisible marks (is_invisible_mark) from `at` on.
std::size_t marks_at(std::string_view text, std::size_t at) noexcept;

/// Bytes of white space from `at` on, with invisible marks among it; 0 where there are at most marks.
std::size_t white_at(std::string_view text, std::size_t at) noexcept;

/// `text` with one space for each run of Unicode white space, and none at its ends.
std::string single_spaced(std::string_view text);

}  // namespace plancheck
