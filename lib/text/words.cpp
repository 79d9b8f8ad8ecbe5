// word_1 is a state machine over bytes: a table says what an ASCII byte is, and only other bytes are decoded. A token is
// open from its first character to the next white space or CJK character; it counts when it opens. Printable ASCII is taken
// eight bytes at a time, letters of two bytes by a table. Where there are vector instructions of a known kind, sixty-four
// bytes become three sets of bits, of which the beginnings of tokens are counted.
#include "text/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "text/characters.hpp"
#include "text/eight.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

enum : std::uint8_t { is_space = 0, is_mark = 1, is_alnum = 3, is_other = 4 };

constexpr std::array<std::uint8_t, 256> byte_kind = [] {
    std::array<std::uint8_t, 256> kinds{};
    for (std::size_t c = 0; c < 256; ++c) {
        if (c >= 0x80) {
            kinds[c] = is_other;
        } else if (is_white_space(static_cast<char32_t>(c))) {
            kinds[c] = is_space;
        } else {
            const bool alnum = (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
            kinds[c] = alnum ? is_alnum : is_mark;
        }
    }
    return kinds;
}();

struct Rule {
    bool dashes = false;  // – and — separate
    bool hangul = false;  // one word a syllable
};

// What a code point beyond ASCII does to the count: is_space, is_mark, is_alnum, or is_other for "counts alone".
PLANCHECK_IN_LINE std::uint8_t kind_of(char32_t c, Rule rule) noexcept {
    if (c >= 0xC0 && c < 0x250) return c == 0xD7 || c == 0xF7 ? is_mark : is_alnum;
    if ((c >= 0x400 && c < 0x482) || (c >= 0x620 && c < 0x64B)) return is_alnum;
    if (c >= 0x4E00 && c <= 0x9FFF) return is_other;
    if (is_white_space(c)) return is_space;
    if (is_cjk(c)) return is_other;
    if (rule.dashes && (c == 0x2013 || c == 0x2014)) return is_space;
    if (rule.hangul && c >= 0xAC00 && c <= 0xD7A3) return is_other;
    return is_letter_or_digit(c) ? is_alnum : is_mark;
}

// Eight bytes of printable ASCII: the top bits of those that are spaces, and of letters and digits.
struct Eight {
    bool printable = false;
    std::uint64_t spaces = 0, alnum = 0;
};

PLANCHECK_IN_LINE Eight eight_at(const unsigned char* at) noexcept {
    const std::uint64_t bytes = eight::load(at);
    if (((bytes | (bytes - ' ' * eight::ones)) & eight::tops) != 0) return {};
    return {true, eight::equal_ascii(bytes, ' '), eight::alphanumeric(bytes)};
}

template <bool plain>
WordCount count_tokens(std::string_view text, Rule rule) noexcept {
    WordCount count;
    // 0: between tokens; bit 0: in a token; bit 1: it holds a letter or digit.
    std::uint32_t token = 0;
    const auto open = [&](std::uint32_t kind) {
        const std::uint32_t fresh = kind & ~token;
        count.words += fresh & 1U;
        count.with_letters += fresh >> 1;
        token |= kind;
    };
    const auto* at = reinterpret_cast<const unsigned char*>(text.data());
    const auto* const end = at + text.size();
    while (at != end) {
        if (*at < 0x80) [[likely]] {
            // Where each token begins with its letter, tokens are as many as beginnings.
            if (end - at >= 8 && token != 1) {
                if (const Eight ascii = eight_at(at); ascii.printable) {
                    const std::uint64_t begins = ~ascii.spaces & (ascii.spaces << 8 | (token == 0 ? 0x80U : 0U)) & eight::tops;
                    if ((begins & ~ascii.alnum) == 0) {
                        const auto tokens = eight::count(begins);
                        count.words += tokens;
                        count.with_letters += tokens;
                        token = ascii.spaces >> 63 != 0 ? 0 : 3;
                        at += 8;
                        continue;
                    }
                }
            }
            // White space closes whatever is open, anything else adds to it.
            if (const std::uint32_t kind = byte_kind[*at++]; kind == is_space) token = 0;
            else open(kind);
            continue;
        }
        const auto* const letters = at;
        while (end - at >= 2 && is_of(common_letters, at[0], at[1])) at += 2;
        if (at != letters) {
            open(is_alnum);
            continue;
        }
        const Decoded d = decode(text, static_cast<std::size_t>(at - reinterpret_cast<const unsigned char*>(text.data())));
        at += d.size;
        const std::uint32_t kind = kind_of(d.code, plain ? Rule{} : rule);
        if (kind == is_alnum || kind == is_mark) {
            open(kind);
            continue;
        }
        token = 0;
        if (kind == is_other) {
            ++count.words;
            ++count.with_letters;
        }
    }
    return count;
}

#if defined(__SSE2__)

/// How many bits are set. A call of std::popcount() where the processor need not have that instruction.
std::uint32_t bits(std::uint64_t set) noexcept {
    set -= set >> 1 & 0x5555555555555555ULL;
    set = (set & 0x3333333333333333ULL) + (set >> 2 & 0x3333333333333333ULL);
    return static_cast<std::uint32_t>(((set + (set >> 4)) & 0x0F0F0F0F0F0F0F0FULL) * eight::ones >> 56);
}

/// Sixty-four bytes from `at` on, a bit each: which belong to tokens, which of these to letters and digits, and where a
/// character begins that counts alone.
class Window {
public:
    std::uint64_t tokens = 0, letters = 0, alone = 0;
    std::uint32_t size = 64;  ///< less where a character goes on behind it
    bool plain = true;        ///< false: it is no UTF-8

    explicit Window(const char* at) noexcept : at_(at) {
        const std::uint64_t high = each([](__m128i c) { return c; });
        const std::uint64_t spaces = each([](__m128i c) { return _mm_or_si128(_mm_cmpeq_epi8(c, all(' ')), within(c, '\t', '\r')); });
        letters = each([](__m128i c) { return _mm_or_si128(within(_mm_or_si128(c, all(0x20)), 'a', 'z'), within(c, '0', '9')); });
        tokens = ~(spaces | high);
        if (high != 0) beyond_ascii(high);
        if (size < 64) tokens &= (1ULL << size) - 1, letters &= (1ULL << size) - 1;
    }

private:
    static __m128i all(int c) noexcept { return _mm_set1_epi8(static_cast<char>(c)); }
    static __m128i within(__m128i c, int low, int high) noexcept {
        const __m128i above = _mm_sub_epi8(c, all(low));
        return _mm_cmpeq_epi8(_mm_min_epu8(above, all(high - low)), above);
    }
    /// The top bit of each byte of what `of` makes of sixteen.
    template <typename Of>
    std::uint64_t each(Of of) const noexcept {
        const auto part = [&](int i) {
            const __m128i c = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at_ + i));
            return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(of(c)))} << i;
        };
        return part(0) | part(16) | part(32) | part(48);
    }

    void beyond_ascii(std::uint64_t high) noexcept {
        const std::uint64_t follow = each([](__m128i c) { return _mm_cmpgt_epi8(all(-0x40), c); });
        std::uint64_t leads = high & ~follow;
        std::uint64_t expected = 0;  // where continuation bytes stand
        if (bits(leads) > 8) leads &= ~dense(expected);
        for (; leads != 0; leads &= leads - 1) {
            const auto i = static_cast<std::uint32_t>(std::countr_zero(leads));
            const auto lead = static_cast<unsigned char>(at_[i]);
            const std::uint32_t bytes = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            if (i + bytes > 64) {
                size = std::min(size, i);
                break;
            }
            const std::uint64_t whole = ((1ULL << bytes) - 1) << i;
            expected |= whole & (whole - (1ULL << i));
            std::uint32_t kind = is_alnum;
            if (!is_of(common_letters, lead, static_cast<unsigned char>(at_[i + 1]))) {
                const Decoded d = decode({at_, 64}, i);
                kind = kind_of(d.code, {});
                plain = plain && d.size == bytes;
            }
            if (kind == is_other) alone |= 1ULL << i;
            if (kind == is_alnum) letters |= whole;
            if (kind == is_alnum || kind == is_mark) tokens |= whole;
        }
        const std::uint64_t seen = size < 64 ? (1ULL << size) - 1 : ~0ULL;
        alone &= seen;
        plain = plain && ((follow ^ expected) & seen) == 0;
    }

    /// Text of other scripts: most letters at once. Gives the leads of what was taken.
    std::uint64_t dense(std::uint64_t& expected) noexcept {
        const std::uint64_t from_20 = each([](__m128i c) { return within(c, 0xA0, 0xBF); });
        const std::uint64_t to_0a = each([](__m128i c) { return within(c, 0x80, 0x8A); });
        const std::uint64_t from_38 = each([](__m128i c) { return within(c, 0xB8, 0xBF); });
        // Cyrillic and Arabic but for their rarer letters, and Han. A character that goes on behind the window is left to who
        // looks at one by one.
        const std::uint64_t two = (each([](__m128i c) { return within(c, 0xD0, 0xD1); }) |
                                   (each([](__m128i c) { return _mm_cmpeq_epi8(c, all(0xD8)); }) & from_20 >> 1) |
                                   (each([](__m128i c) { return _mm_cmpeq_epi8(c, all(0xD9)); }) & to_0a >> 1)) & ~(1ULL << 63);
        const std::uint64_t three = (each([](__m128i c) { return within(c, 0xE5, 0xE9); }) |
                                     (each([](__m128i c) { return _mm_cmpeq_epi8(c, all(0xE4)); }) & from_38 >> 1)) & ~(3ULL << 62);
        expected |= two << 1 | three << 1 | three << 2;
        tokens |= two | two << 1;
        letters |= two | two << 1;
        alone |= three;
        return two | three;
    }

    const char* at_;
};

WordCount count_windows(std::string_view text) noexcept {
    WordCount count;
    std::uint32_t token = 0;  // as in count_tokens()
    for (std::size_t at = 0; at < text.size();) {
        char last[64];
        const char* from = text.data() + at;
        if (text.size() - at < 64) {
            std::memset(last, ' ', sizeof last);
            std::memcpy(last, from, text.size() - at);
            from = last;
        }
        const Window window(from);
        if (!window.plain || window.size == 0) return count_tokens<true>(text, {});
        const std::uint64_t tokens = window.tokens;
        // A token that goes on from the window before is counted already, and so are its letters.
        const std::uint64_t begin = tokens & ~(tokens << 1 | (token != 0 ? 1U : 0U));
        const std::uint64_t letters = token == 3 ? window.letters & ~(tokens & ~(tokens + 1)) : window.letters;
        // Adding its letters to the bits of a token carries one bit behind it.
        const std::uint64_t sum = tokens + letters;
        const auto alone = window.alone == 0 ? 0U : bits(window.alone);
        count.words += bits(begin) + alone;
        count.with_letters += bits(sum & ~tokens) + (sum < tokens ? 1U : 0U) + alone;
        // The bits of the window's last token, all ones where it fills the window.
        const std::uint64_t all = window.size < 64 ? (1ULL << window.size) - 1 : ~0ULL;
        if ((tokens >> (window.size - 1) & 1) == 0) {
            token = 0;
        } else if (tokens == all) {
            token = letters != 0 ? 3 : std::max(token, 1U);
        } else {
            const int gap = 63 - std::countl_zero(~tokens & all);
            token = letters >> gap != 0 ? 3 : 1;
        }
        at += window.size;
    }
    return count;
}

#endif

WordCount count_segments(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    UText* raw = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    const std::unique_ptr<UText, UText* (*)(UText*)> source(raw, utext_close);
    const std::unique_ptr<icu::BreakIterator> segments(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no word segmentation");
    segments->setText(raw, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU refused the text to segment");
    WordCount count;
    for (std::int32_t begin = segments->first(), end = segments->next(); end != icu::BreakIterator::DONE;
         begin = end, end = segments->next()) {
        for (std::size_t at = static_cast<std::size_t>(begin); at < static_cast<std::size_t>(end);) {
            const Decoded d = decode(text, at);
            if (is_letter_or_digit(d.code)) {
                ++count.words;
                break;
            }
            at += d.size;
        }
    }
    count.with_letters = count.words;
    return count;
}

constexpr std::array<std::string_view, 4> names = {"word-1", "libreoffice-1", "uax29-1", "characters"};

}  // namespace

std::string_view name(Counting counting) noexcept { return names[static_cast<std::size_t>(counting)]; }

std::optional<Counting> counting_from(std::string_view text) noexcept {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == text) return static_cast<Counting>(i);
    }
    return std::nullopt;
}

WordCount count_words(std::string_view text) noexcept {
#if defined(__SSE2__)
    return count_windows(text);
#else
    return count_tokens<true>(text, {});
#endif
}

WordCount count_words(std::string_view text, Counting counting) {
    switch (counting) {
        case Counting::word_1: return count_tokens<true>(text, {});
        case Counting::libreoffice_1: return count_tokens<false>(text, {.dashes = true, .hangul = true});
        case Counting::uax29_1: return count_segments(text);
        case Counting::characters: break;
    }
    const std::uint32_t characters = count_characters(text);
    return {characters, characters};
}

std::uint32_t count_characters(std::string_view text) noexcept {
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            count += byte_kind[byte] != is_space ? 1U : 0U;
            ++at;
            continue;
        }
        const Decoded d = decode(text, at);
        count += is_white_space(d.code) ? 0U : 1U;
        at += d.size;
    }
    return count;
}

std::size_t offset_of_word(std::string_view text, std::uint32_t n) noexcept {
    bool in_token = false;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        const std::uint8_t kind = d.code < 0x80 ? byte_kind[d.code] : kind_of(d.code, {});
        const bool begins = kind == is_other || (kind != is_space && !in_token);
        if (begins && n-- == 0) return at;
        in_token = kind != is_other && kind != is_space;
        at += d.size;
    }
    return text.size();
}

}  // namespace plancheck
