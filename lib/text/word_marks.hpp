// What of a word's first eight letters is looked up again and again, worked out once: for searches that most words end at once.
// Private to lib/text. Pure.
#pragma once

#include <cstdint>

#include "text/term_keys.hpp"

namespace plancheck {

struct WordMarks {
    std::uint32_t head = 0;   ///< four letters, or three of an alphabet of two bytes, spread over all bits
    std::uint16_t pair = 0;   ///< the last six bits of two letters, that tell most; in other scripts than Latin those of the second byte
    std::uint8_t first = 0;   ///< the first two letters, spread over six bits; `stop` where the word ends a sentence
    std::uint8_t second = 0;  ///< the next two

    static constexpr std::uint8_t stop = 64;
    static constexpr std::uint64_t spread(std::uint64_t bytes) noexcept { return bytes * 0x9E3779B97F4A7C15ULL; }
    // Letters of an alphabet of two bytes tell less each.
    static constexpr std::size_t head_size(std::uint64_t letters) noexcept { return letters >> 63 == 0 ? 4 : 6; }

    /// `letters` as in WordStarts.
    static constexpr WordMarks of(std::uint64_t letters) noexcept {
        if (letters >> 63 == 0)
            return {static_cast<std::uint32_t>(spread(letters >> 32) >> 32), static_cast<std::uint16_t>((letters >> 56 & 0x3F) << 6 | (letters >> 48 & 0x3F)),
                    term_keys::ends_sentence(letters) ? stop : six(letters >> 48), six(letters >> 32 & 0xFFFF)};
        return {static_cast<std::uint32_t>(spread(letters >> 16) >> 32), static_cast<std::uint16_t>((letters >> 48 & 0x3F) << 6 | (letters >> 32 & 0x3F)),
                term_keys::ends_sentence(letters) ? stop : six(letters >> 32 & 0xFF00FF), six(letters & 0xFF00FF)};
    }

private:
    static constexpr std::uint8_t six(std::uint64_t bytes) noexcept { return static_cast<std::uint8_t>(spread(bytes) >> 58); }
};

}  // namespace plancheck
