// Eight bytes of a text at once: a question about each of them has its answer in the byte's top bit. Private to lib. Pure.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace plancheck::eight {

inline constexpr std::uint64_t ones = 0x0101010101010101ULL, tops = 0x80 * ones;

/// The eight bytes at a place, the first one lowest.
inline std::uint64_t load(const void* at) noexcept {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, 8);
    return std::endian::native == std::endian::little ? bytes : __builtin_bswap64(bytes);
}
inline void store(void* to, std::uint64_t bytes) noexcept {
    if (std::endian::native != std::endian::little) bytes = __builtin_bswap64(bytes);
    std::memcpy(to, &bytes, 8);
}

constexpr bool is_ascii(std::uint64_t bytes) noexcept { return (bytes & tops) == 0; }

/// The bytes that are `c`, ASCII.
constexpr std::uint64_t equal(std::uint64_t bytes, char c) noexcept {
    const std::uint64_t other = bytes ^ static_cast<unsigned char>(c) * ones;
    return ~(((other & ~tops) + ~tops) | other) & tops;
}
/// The bytes below `c`, which is ASCII; right up to the first of them.
constexpr std::uint64_t below(std::uint64_t bytes, char c) noexcept { return (bytes - static_cast<unsigned char>(c) * ones) & ~bytes & tops; }

/// Whether no byte is a control character (0 to 1F, 7F).
constexpr bool has_no_control(std::uint64_t bytes) noexcept {
    const std::uint64_t low = bytes & ~tops;
    return (((low + 0x60 * ones) | bytes) & tops) == tops && ((low + ones) & ~bytes & tops) == 0;
}

// Of bytes that are all ASCII; where some are not, right up to the first of those.

/// The same as equal(), quicker.
constexpr std::uint64_t equal_ascii(std::uint64_t bytes, char c) noexcept { return ~((bytes ^ static_cast<unsigned char>(c) * ones) + ~tops) & tops; }
/// From `first` to `last`.
constexpr std::uint64_t within(std::uint64_t bytes, char first, char last) noexcept {
    return (bytes + (0x80 - static_cast<std::uint64_t>(first)) * ones) & ~(bytes + (0x7F - static_cast<std::uint64_t>(last)) * ones) & tops;
}
/// Letters and digits.
constexpr std::uint64_t alphanumeric(std::uint64_t bytes) noexcept { return within(bytes | 0x20 * ones, 'a', 'z') | within(bytes, '0', '9'); }

/// Which byte is the first that an answer holds of; the answer is not empty.
constexpr std::uint32_t first(std::uint64_t answer) noexcept { return static_cast<std::uint32_t>(std::countr_zero(answer)) / 8; }
/// How many bytes it holds of. std::popcount is a call where the processor is not known.
constexpr std::uint32_t count(std::uint64_t answer) noexcept { return static_cast<std::uint32_t>((answer >> 7) * ones >> 56); }

}  // namespace plancheck::eight
