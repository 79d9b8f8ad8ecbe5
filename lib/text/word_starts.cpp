// Where words begin is found eight bytes at a time where they are ASCII or letters of two bytes; everything else character by
// character.
#include "text/word_starts.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/letters.hpp"
#include "text/term_keys.hpp"

namespace plancheck {

namespace {

// The top bits of eight bytes that say something of each byte, the first byte lowest. The first two are for ASCII alone.
constexpr std::uint64_t unit_bits = 0x0101010101010101ULL, top_bits = 0x80 * unit_bits;
constexpr bool is_ascii(std::uint64_t eight) noexcept { return std::endian::native == std::endian::little && (eight & top_bits) == 0; }
constexpr std::uint64_t equal_bytes(std::uint64_t eight, char c) noexcept { return ~((eight ^ static_cast<unsigned char>(c) * unit_bits) + 0x7F * unit_bits) & top_bits; }
constexpr std::uint64_t bytes_within(std::uint64_t eight, char first, char last) noexcept {
    return (eight + (0x80 - static_cast<std::uint64_t>(first)) * unit_bits) & ~(eight + (0x7F - static_cast<std::uint64_t>(last)) * unit_bits) & top_bits;
}
constexpr std::uint64_t word_bytes(std::uint64_t eight) noexcept { return bytes_within(eight | 0x20 * unit_bits, 'a', 'z') | bytes_within(eight, '0', '9'); }
// Eight bytes of letters of two bytes, ASCII between them: the top bits of what begins and what is not ASCII, or none where
// they hold anything else. Cyrillic letters begin with D0 and D1, Arabic unit_bits with D8 and D9, and nothing but letters does,
// except D8 before a byte below A0. `next`: the eight bytes one further on.
struct Letters {
    bool all = false;
    std::uint64_t leads = 0, further = 0;
};
constexpr Letters letters_of_two(std::uint64_t eight, std::uint64_t next) noexcept {
    if (std::endian::native != std::endian::little) return {};
    const std::uint64_t high = eight & top_bits, leads = high & eight << 1, other = (eight & 0xF6 * unit_bits) ^ 0xD0 * unit_bits;
    const std::uint64_t letters = ~(((other & ~top_bits) + ~top_bits) | other) & top_bits;
    const std::uint64_t d8 = letters & eight << 4 & ~(eight << 7);
    return {((leads & ~letters) | (d8 & ~(next << 2))) == 0, leads, high};
}

// The lowest byte that is zero has its highest bit set (higher unit_bits may be wrong).
constexpr std::uint64_t zero_bytes(std::uint64_t eight) noexcept { return (eight - 0x0101010101010101ULL) & ~eight & 0x8080808080808080ULL; }

}  // namespace

PLANCHECK_IN_LINE std::uint64_t WordStarts::letters_from(std::string_view folded, std::size_t offset, std::size_t word) const noexcept {
    if (std::endian::native != std::endian::little || offset + 8 > folded.size()) return term_keys::letters_at(folded, offset);
    std::uint64_t eight = 0;
    std::memcpy(&eight, folded.data() + offset, 8);
    const std::uint64_t joints = zero_bytes(eight ^ 0x2020202020202020ULL) | zero_bytes(eight ^ 0x2D2D2D2D2D2D2D2DULL);
    const std::uint64_t own = __builtin_bswap64(eight);
    if (joints == 0) return own;
    const auto size = static_cast<std::uint32_t>(std::countr_zero(joints)) / 8;
    std::size_t next = word + 1;
    while (next < at.size() && at[next] < offset + size) ++next;
    const std::uint64_t rest = next < at.size() ? letters[next] : 0;
    return size == 0 ? rest : own >> (64 - 8 * size) << (64 - 8 * size) | rest >> 8 * size;
}

WordStarts::WordStarts(std::string_view folded) {
    std::size_t count = 0, room = 0;
    std::uint32_t* to = nullptr;
    bool in_word = false;
    for (std::size_t i = 0; i < folded.size();) {
        // Room for all that eight bytes may begin.
        if (room < count + 8) {
            room = count + std::max<std::size_t>(64, (folded.size() - i) / 5);
            at.resize(room);
            to = at.data();
        }
        if (std::uint64_t eight = 0; i + 8 <= folded.size() && (std::memcpy(&eight, folded.data() + i, 8), is_ascii(eight))) {
            const std::uint64_t word = word_bytes(eight);
            std::uint64_t begins = ~equal_bytes(eight, ' ') & ~(word & (word << 8 | (in_word ? 0x80U : 0U))) & top_bits;
            for (; begins != 0; begins &= begins - 1) to[count++] = static_cast<std::uint32_t>(i) + static_cast<std::uint32_t>(std::countr_zero(begins)) / 8;
            in_word = word >> 63 != 0;
            i += 8;
            continue;
        } else if (std::uint64_t next = 0; eight != 0 && i + 9 <= folded.size() && static_cast<unsigned char>(folded[i]) < 0xE0) {
            std::memcpy(&next, folded.data() + i + 1, 8);
            if (const Letters letter = letters_of_two(eight, next); letter.all) {
                const std::uint64_t low = eight & ~top_bits, word = word_bytes(low) | letter.further;
                std::uint64_t begins = ~(equal_bytes(low, ' ') & ~letter.further) & ~(word & (word << 8 | (in_word ? 0x80U : 0U))) & top_bits;
                // A letter whose second byte is the next of all is left to the next eight.
                const std::uint32_t whole = letter.leads >> 63 != 0 ? 7 : 8;
                begins &= ~std::uint64_t{0} >> (64 - 8 * whole);
                for (; begins != 0; begins &= begins - 1) to[count++] = static_cast<std::uint32_t>(i) + static_cast<std::uint32_t>(std::countr_zero(begins)) / 8;
                in_word = (word >> (8 * whole - 1) & 1) != 0;
                i += whole;
                continue;
            }
        }
        // Up to the next eight bytes that may all be ASCII.
        const std::size_t last = std::min(folded.size(), i + 8);
        do {
            const Met met = meet(folded, i);
            const bool letter = met.kind == Character::letter;
            if (folded[i] != ' ' && !(letter && in_word)) to[count++] = static_cast<std::uint32_t>(i);
            in_word = letter;
            i += met.size;
        } while (i < last && static_cast<unsigned char>(folded[i]) >= 0x80);
    }
    at.resize(count);
    // Backwards, since what lies behind a joint is known then.
    letters.resize(count);
    for (std::size_t i = count; i-- > 0;) letters[i] = letters_from(folded, at[i], i);
}

WordStarts::WordStarts(std::string_view folded, const Language& language) : WordStarts(folded) {
    Attached attached;
    attached.add(language);
    attach(folded, attached);
}

void WordStarts::attach(std::string_view folded, const Attached& attached) {
    behind.clear();
    attached_of = attached.of();
    if (attached.empty()) return;
    for (std::size_t i = 0, size = at.size(); i < size; ++i) {
        if (letters[i] >> 56 < 0xD8) continue;
        attached.each_at(folded, at[i], [&](std::uint32_t size_of_prefix) {
            const std::uint32_t place = at[i] + size_of_prefix;
            if (meet(folded, place).kind != Character::other) behind.push_back({static_cast<std::uint32_t>(i), place, letters_from(folded, place, i)});
            return false;
        });
    }
}

}  // namespace plancheck
