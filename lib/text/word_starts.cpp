// Where words begin is found eight bytes at a time where they are ASCII or letters of two bytes; everything else character by
// character.
#include "text/word_starts.hpp"

#include <algorithm>

#include "text/eight.hpp"
#include "text/letters.hpp"
#include "text/term_keys.hpp"

namespace plancheck {

namespace {

// Eight bytes of letters of two bytes, ASCII between them: the top bits of what begins and what is not ASCII, or none where
// they hold anything else. Cyrillic letters begin with D0 and D1, Arabic ones with D8 and D9, and nothing but letters does,
// except D8 before a byte below A0. `next`: the eight bytes one further on.
struct Letters {
    bool all = false;
    std::uint64_t leads = 0, further = 0;
};
constexpr Letters letters_of_two(std::uint64_t bytes, std::uint64_t next) noexcept {
    const std::uint64_t high = bytes & eight::tops, leads = high & bytes << 1;
    const std::uint64_t letters = eight::equal((bytes & 0xF6 * eight::ones) ^ 0xD0 * eight::ones, 0);
    const std::uint64_t d8 = letters & bytes << 4 & ~(bytes << 7);
    return {((leads & ~letters) | (d8 & ~(next << 2))) == 0, leads, high};
}

}  // namespace

PLANCHECK_IN_LINE std::uint64_t WordStarts::letters_from(std::string_view folded, std::size_t offset, std::size_t word) const noexcept {
    if (offset + 8 > folded.size()) return term_keys::letters_at(folded, offset);
    const std::uint64_t bytes = eight::load(folded.data() + offset), own = __builtin_bswap64(bytes);
    // Right up to the first.
    const std::uint64_t joints = eight::below(bytes ^ ' ' * eight::ones, 1) | eight::below(bytes ^ '-' * eight::ones, 1);
    if (joints == 0) return own;
    const std::uint32_t size = eight::first(joints);
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
        const std::uint64_t bytes = i + 8 <= folded.size() ? eight::load(folded.data() + i) : eight::tops;
        if (eight::is_ascii(bytes)) {
            const std::uint64_t word = eight::alphanumeric(bytes);
            std::uint64_t begins = ~eight::equal_ascii(bytes, ' ') & ~(word & (word << 8 | (in_word ? 0x80U : 0U))) & eight::tops;
            for (; begins != 0; begins &= begins - 1) to[count++] = static_cast<std::uint32_t>(i) + eight::first(begins);
            in_word = word >> 63 != 0;
            i += 8;
            continue;
        }
        if (i + 9 <= folded.size() && static_cast<unsigned char>(folded[i]) < 0xE0) {
            if (const Letters letter = letters_of_two(bytes, eight::load(folded.data() + i + 1)); letter.all) {
                const std::uint64_t low = bytes & ~eight::tops, word = eight::alphanumeric(low) | letter.further;
                std::uint64_t begins = ~(eight::equal_ascii(low, ' ') & ~letter.further) & ~(word & (word << 8 | (in_word ? 0x80U : 0U))) & eight::tops;
                // A letter whose second byte is the next of all is left to the next eight.
                const std::uint32_t whole = letter.leads >> 63 != 0 ? 7 : 8;
                begins &= ~std::uint64_t{0} >> (64 - 8 * whole);
                for (; begins != 0; begins &= begins - 1) to[count++] = static_cast<std::uint32_t>(i) + eight::first(begins);
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
    marks.resize(count);
    for (std::size_t i = count; i-- > 0;) marks[i] = WordMarks::of(letters[i] = letters_from(folded, at[i], i));
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
            if (meet(folded, place).kind == Character::other) return false;
            const std::uint64_t own = letters_from(folded, place, i);
            behind.push_back({static_cast<std::uint32_t>(i), place, own, WordMarks::of(own)});
            return false;
        });
    }
}

}  // namespace plancheck
