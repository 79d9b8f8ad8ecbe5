// Blocks of 64 bytes: a block of plain ASCII is done with one test that the compiler turns into vector code; where there
// are vector instructions of a known kind, a block with ordinary characters of two and three bytes is done with a few masks;
// all else is decoded character by character.
#include "read/xml_characters.hpp"

#include <bit>

#include "text/eight.hpp"
#include "text/utf8.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace plancheck {
namespace {

#if defined(__SSE2__)
__m128i all(int c) { return _mm_set1_epi8(static_cast<char>(c)); }
/// Bytes from `low` to `high`.
__m128i within(__m128i c, int low, int high) {
    const __m128i above = _mm_sub_epi8(c, all(low));
    return _mm_cmpeq_epi8(_mm_min_epu8(above, all(high - low)), above);
}
#endif

#if defined(__SSE2__)
/// What sixty-four bytes are, a bit each.
struct Bytes {
    std::uint64_t high = 0, follow = 0, two = 0, three = 0, control = 0;
    std::uint64_t last = 0, noncharacter = 0;  // leads of what ends with U+FFFE and U+FFFF, and what the second byte of these is

    PLANCHECK_IN_LINE void look(const char* at, int i) {
        const __m128i c = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + i));
        const auto mask = [i](__m128i v) { return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(v))} << i; };
        high |= mask(c);
        follow |= mask(within(c, 0x80, 0xBF));
        two |= mask(within(c, 0xC2, 0xDF));
        three |= mask(_mm_or_si128(within(c, 0xE1, 0xEC), within(c, 0xEE, 0xEF)));
        last |= mask(_mm_cmpeq_epi8(c, all(0xEF)));
        noncharacter |= mask(_mm_cmpeq_epi8(c, all(0xBF)));
        const __m128i white = _mm_or_si128(within(c, '\t', '\n'), _mm_cmpeq_epi8(c, all('\r')));
        control |= mask(_mm_andnot_si128(white, within(c, 0, 0x1F)));
    }
    /// Where continuation bytes have to stand.
    std::uint64_t expected() const { return two << 1 | three << 1 | three << 2; }
    /// Whether the bytes of `within`, the first ones, are leads, their continuations and ASCII, without control characters, and
    /// no character goes on behind them.
    bool right(std::uint64_t within) const {
        return ((control | (high ^ (follow | two | three))) & within) == 0 && ((follow ^ expected()) & (within << 1 | 1)) == 0 &&
               (last << 1 & noncharacter) == 0;
    }
};
#endif

#if defined(__SSE2__)
/// The same as right() by masks alone.
std::size_t right_by_masks(const char* at) {
    Bytes bytes;
    for (int i = 0; i < 64; i += 16) bytes.look(at, i);
    std::uint64_t looked_at = ~std::uint64_t{0};
    std::size_t count = 64;
    if (const std::uint64_t open = (bytes.two & 1ull << 63) | (bytes.three & 3ull << 62); open != 0) {
        count = static_cast<std::size_t>(std::countr_zero(open));
        looked_at = (1ull << count) - 1;
    }
    return bytes.right(looked_at) ? count : 0;
}
#endif

/// How many of the 64 bytes at `at` are seen to be right without decoding them: all, all but a character that goes on
/// behind them, or 0 where that does not tell. Right here means: no control character, and every lead byte of two or three
/// (but for those with special rules) followed by just as many continuation bytes.
std::size_t right(const char* at) {
    unsigned char bad = 0;
    for (int i = 0; i < 64; ++i) {
        const auto c = static_cast<unsigned char>(at[i]);
        bad = static_cast<unsigned char>(bad | (c & 0x80) | ((c < 0x20) & (c != '\t') & (c != '\n') & (c != '\r')));
    }
    if (bad == 0) return 64;
#if defined(__SSE2__)
    return bad == 1 ? 0 : right_by_masks(at);
#else
    return 0;
#endif
}

/// The size of the character at `at`, 0 if it is not one; `forbidden` for what is UTF-8 but no XML character.
std::size_t character(const char* at, const char* end, bool& forbidden) {
    const auto byte = [&](int i) { return static_cast<unsigned char>(at[i]); };
    const auto follows = [&](int i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned char c = byte(0);
    if (c < 0x80) {
        forbidden = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        return 1;
    }
    if (c >= 0xC2 && c < 0xE0) return end - at >= 2 && follows(1) ? 2 : 0;
    if (c >= 0xE0 && c < 0xF0) {
        if (end - at < 3 || !follows(1) || !follows(2)) return 0;
        if ((c == 0xE0 && byte(1) < 0xA0) || (c == 0xED && byte(1) >= 0xA0)) return 0;  // overlong, surrogate
        forbidden = c == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE;
        return 3;
    }
    if (c >= 0xF0 && c < 0xF5) {
        if (end - at < 4 || !follows(1) || !follows(2) || !follows(3)) return 0;
        return (c == 0xF0 && byte(1) < 0x90) || (c == 0xF4 && byte(1) >= 0x90) ? 0 : 4;
    }
    return 0;
}

}  // namespace

bool seems_right([[maybe_unused]] const char* begin, [[maybe_unused]] const char* end, [[maybe_unused]] const char* readable) noexcept {
#if defined(__SSE2__)
    while (end - begin >= 64) {
        const std::size_t count = right_by_masks(begin);
        if (count == 0) return false;
        begin += count;
    }
    const auto size = end - begin;
    if (size == 0) return true;
    if (readable - begin < (size | 15) + 1) return false;
    Bytes bytes;
    for (int i = 0; i < size; i += 16) bytes.look(begin, i);
    return bytes.right((1ull << size) - 1);
#else
    return false;
#endif
}

Flaw find_flaw(std::string_view text, std::size_t& offset) noexcept {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        while (end - at >= 64) {
            const std::size_t count = right(at);
            if (count == 0) break;
            at += count;
        }
        const char* const block = end - at >= 64 ? at + 64 : end;
        while (at < block) {
            if (end - at >= 8) {
                if (const std::uint64_t bytes = eight::load(at); ((bytes | (bytes - ' ' * eight::ones)) & eight::tops) == 0) {
                    at += 8;
                    continue;
                }
            }
            bool forbidden = false;
            const std::size_t size = character(at, end, forbidden);
            if (size == 0 || forbidden) {
                offset = static_cast<std::size_t>(at - text.data());
                return size == 0 ? Flaw::encoding : Flaw::character;
            }
            at += size;
        }
    }
    return Flaw::none;
}

}  // namespace plancheck
