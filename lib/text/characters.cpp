// ASCII and the common letters of Latin and Cyrillic are answered here; the rest is asked of ICU's property tables.
#include "text/characters.hpp"

#include <unicode/uchar.h>

#include <cstdint>

namespace plancheck {

bool is_letter_or_digit(char32_t c) noexcept {
    if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
    if (c >= 0xC0 && c < 0x250) return c != 0xD7 && c != 0xF7;
    if (c >= 0x400 && c < 0x482) return true;
    if (c >= 0x2010 && c <= 0x205E) return false;
    constexpr std::uint32_t kinds = U_GC_L_MASK | U_GC_ND_MASK | U_GC_NL_MASK | U_GC_NO_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & kinds) != 0;
}

bool is_upper(char32_t c) noexcept {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0;
}

bool is_caseless(char32_t c) noexcept {
    if (c < 0x590 || is_ideograph(c)) return false;
    return u_charType(static_cast<UChar32>(c)) == U_OTHER_LETTER;
}

}  // namespace plancheck
