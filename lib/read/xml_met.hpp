// Names that the scan of XML met before. A file has few and repeats them by the thousand, so a name is told by one look-up:
// sixteen bytes are compared with the one name of a small table that has the same hash. What differs or is longer is read
// byte by byte and takes its place. Not thread-safe: one per scan.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "text/utf8.hpp"

namespace plancheck {

namespace xml {

enum : std::uint8_t { name_start = 1, name_part = 2, space = 4 };

inline constexpr std::array<std::uint8_t, 256> classes = [] {
    std::array<std::uint8_t, 256> table{};
    for (unsigned c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c >= 0x80;
        if (letter) table[c] = name_start | name_part;
        if ((c >= '0' && c <= '9') || c == '-' || c == '.') table[c] = name_part;
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') table[c] = space;
    }
    return table;
}();

inline bool is(std::uint8_t kind, char c) { return (classes[static_cast<unsigned char>(c)] & kind) != 0; }

/// The end of a name in a tag, where a '>' is always ahead.
inline const char* name_end(const char* at) {
    while (is(name_part, *at)) ++at;
    return at;
}

}  // namespace xml

class MetNames {
public:
    struct Name {
        std::array<char, 16> bytes{};
        std::uint32_t size = 0;  ///< 0: no name yet
        std::uint32_t element = 0;  ///< one more than its index among the table's names; 0: no element had it yet
        bool declares = false;    ///< "xmlns…"
        std::uint8_t used = 0;         ///< attributes of `tag`
        const char* tag = nullptr;     ///< behind the name of the last start tag with attributes of an element
        std::uint32_t tag_size = 0;    ///< up to its '>' or "/>"
    };

    /// The name at `at`, where a name begins, and in `size` its bytes. Null where it is too long to be kept or near the end of
    /// the text. `fresh`: it was not met before, or forgotten.
    PLANCHECK_IN_LINE Name* meet(const char* at, const char* end, std::uint32_t& size, bool& fresh) {
#if defined(__SSE2__)
        if (end - at >= 16) [[likely]] {
            // What may stand behind a name ends it; whether all before belongs to one is known of those that are kept.
            const __m128i c = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
            const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(c, _mm_set1_epi8(' ')), c);
            const __m128i close = _mm_or_si128(_mm_cmpeq_epi8(c, _mm_set1_epi8('>')), _mm_cmpeq_epi8(c, _mm_set1_epi8('/')));
            const __m128i stops = _mm_or_si128(_mm_or_si128(low, close), _mm_cmpeq_epi8(c, _mm_set1_epi8('=')));
            size = static_cast<std::uint32_t>(std::countr_zero(static_cast<unsigned>(_mm_movemask_epi8(stops)) | 0x10000U));
            if (size < 16) [[likely]] {
                Name& name = names_[slot(at, size)];
                const __m128i known = _mm_load_si128(reinterpret_cast<const __m128i*>(name.bytes.data()));
                const auto same = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(c, known)));
                fresh = false;
                if (name.size == size && (~same & ((1U << size) - 1)) == 0) [[likely]] return &name;
            }
        }
#endif
        return take(at, end, size, fresh);
    }

    /// Equal names have equal places, of which there are few.
    std::uint32_t place(const Name& name) const noexcept { return static_cast<std::uint32_t>(&name - names_.data()); }

private:
    Name* take(const char* at, const char* end, std::uint32_t& size, bool& fresh) {
        const auto whole = static_cast<std::size_t>(xml::name_end(at) - at);
        size = static_cast<std::uint32_t>(whole);
        fresh = true;
        if (whole >= 16 || end - at < 16) return nullptr;
        Name& name = names_[slot(at, size)];
        if (name.size == size && std::memcmp(name.bytes.data(), at, size) == 0) {
            fresh = false;
            return &name;
        }
        name = {};
        std::memcpy(name.bytes.data(), at, size);
        name.size = size;
        name.declares = std::string_view(at, size).starts_with("xmlns");
        return &name;
    }

    /// Of the first `size` bytes at `at`, less than sixteen of the sixteen that are there.
    PLANCHECK_IN_LINE static std::size_t slot(const char* at, std::uint32_t size) noexcept {
        std::uint64_t low = 0, high = 0;
        if constexpr (std::endian::native == std::endian::little) {
            std::memcpy(&low, at, 8);
            std::memcpy(&high, at + 8, 8);
            if (size <= 8) {
                low <<= 64 - 8 * size;
                high = 0;
            } else {
                high <<= 128 - 8 * size;
            }
        } else {
            for (std::uint32_t i = 0; i < size; ++i) low = (low ^ static_cast<unsigned char>(at[i])) * 0x100000001b3;
        }
        return ((low ^ (high >> 29) ^ size) * 0x9E3779B97F4A7C15) >> 56;
    }

    alignas(16) std::array<Name, 256> names_{};
};

}  // namespace plancheck
