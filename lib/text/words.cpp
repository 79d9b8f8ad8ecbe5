// word_1 is a state machine over bytes: a table says what an ASCII byte is, and only other bytes are decoded. A token is
// open from its first character to the next white space or CJK character; it counts when it opens. Printable ASCII is taken
// eight bytes at a time, letters of two bytes by a table.
#include "text/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>

#include "text/characters.hpp"
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
constexpr std::uint64_t ones = 0x0101010101010101ULL, tops = 0x80 * ones;

PLANCHECK_IN_LINE Eight eight_at(const unsigned char* at) noexcept {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, 8);
    if (std::endian::native != std::endian::little || ((eight | (eight - ' ' * ones)) & tops) != 0) return {};
    const auto within = [](std::uint64_t bytes, std::uint64_t first, std::uint64_t last) { return (bytes + (0x80 - first) * ones) & ~(bytes + (0x7F - last) * ones); };
    const std::uint64_t alnum = within(eight | 0x20 * ones, 'a', 'z') | within(eight, '0', '9');
    return {true, ~((eight ^ ' ' * ones) + 0x7F * ones) & tops, alnum & tops};
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
                if (const Eight eight = eight_at(at); eight.printable) {
                    const std::uint64_t begins = ~eight.spaces & (eight.spaces << 8 | (token == 0 ? 0x80U : 0U)) & tops;
                    if ((begins & ~eight.alnum) == 0) {
                        const auto tokens = count_tops(begins);
                        count.words += tokens;
                        count.with_letters += tokens;
                        token = eight.spaces >> 63 != 0 ? 0 : 3;
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

WordCount count_words(std::string_view text) noexcept { return count_tokens<true>(text, {}); }

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
