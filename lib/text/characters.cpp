// What the header does not answer in line is asked of ICU's property tables.
#include "text/characters.hpp"

#include <unicode/uchar.h>

#include <cstdint>

#include "text/eight.hpp"
#include "text/utf8.hpp"

namespace plancheck {

bool is_rare_letter_or_digit(char32_t c) noexcept {
    if (c >= 0x2010 && c <= 0x205E) return false;
    constexpr std::uint32_t kinds = U_GC_L_MASK | U_GC_ND_MASK | U_GC_NL_MASK | U_GC_NO_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & kinds) != 0;
}

bool is_rare_upper(char32_t c) noexcept { return u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0; }

bool is_caseless(char32_t c) noexcept {
    if (c < 0x590 || is_ideograph(c)) return false;
    if (c >= 0x620 && c < 0x64B) return c != 0x640;
    return u_charType(static_cast<UChar32>(c)) == U_OTHER_LETTER;
}

std::uint32_t place_in_alphabet(char32_t c) noexcept {
    for (const std::u32string_view letters : {std::u32string_view(U"абвгдежзиклмнопрстуфхцчшщыэюя"), std::u32string_view(U"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")})
        if (const std::size_t at = letters.find(c); at != letters.npos) return static_cast<std::uint32_t>(at + 1);
    return 0;
}

std::uint32_t place_in_modern_order(char32_t c) noexcept {
    constexpr std::u32string_view letters = U"أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
    const std::size_t at = letters.find(c);
    return at == letters.npos ? 0 : static_cast<std::uint32_t>(at + 1);
}

bool is_number_alone(std::string_view text) noexcept {
    if (ascii_digits.find(text) >= text.size()) return false;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        if (is_letter_or_digit(d.code) && !is_digit(d.code)) return false;
        at += d.size;
    }
    return true;
}

std::size_t columns_of(std::string_view text) noexcept {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        at += c.size;
        columns += is_cjk(c.code) ? 2 : 1;
    }
    return columns;
}

bool fits_in(std::string_view text, std::size_t columns) noexcept {
    if (text.size() <= columns) return true;
    if (text.size() > 4 * columns) return false;  // no character takes more bytes for a column
    std::size_t taken = 0;
    for (std::size_t at = 0; at < text.size() && taken <= columns;) {
        // Han from U+5000 on.
        if (const auto lead = static_cast<unsigned char>(text[at]); lead >= 0xE5 && lead <= 0xE9 && at + 3 <= text.size()) {
            taken += 2;
            at += 3;
            continue;
        }
        // Characters of one or two bytes are one wide: eight bytes have as many as begin there.
        if (at + 8 <= text.size()) {
            const std::uint64_t bytes = eight::load(text.data() + at);
            const std::uint64_t high = bytes & eight::tops, further = high & ~(bytes << 1), longer = high & bytes << 1 & bytes << 2;
            if (longer == 0) {
                taken += 8 - eight::count(further);
                at += 8;
                continue;
            }
        }
        const Decoded c = decode(text, at);
        at += c.size;
        taken += is_cjk(c.code) ? 2 : 1;
    }
    return taken <= columns;
}

namespace {

template <class Is>
std::size_t signs_at(std::string_view text, Is&& is) noexcept {
    std::size_t at = 0;
    for (Decoded c = decode(text, 0); c.size != 0; c = decode(text, at)) {
        if (!is(c.code) && (at == 0 || !is_white_space(c.code))) return at;
        at += c.size;
    }
    return 0;
}

}  // namespace

std::size_t ornaments_at(std::string_view text) noexcept { return signs_at(text, is_ornament); }

std::size_t pictures_at(std::string_view text) noexcept { return signs_at(text, is_picture); }

bool parts_texts(std::string_view text) noexcept {
    std::size_t signs = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        at += c.size;
        if (is_letter_or_digit(c.code)) return false;
        if (!is_white_space(c.code)) ++signs;
    }
    return signs >= 3;
}

}  // namespace plancheck
