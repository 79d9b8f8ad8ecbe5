// What a text begins with when it is folded, without folding it: a quick no for who looks for one of a few words there. Pure.
#pragma once

#include <string_view>

#include "text/fold_table.hpp"
#include "text/simplified.hpp"
#include "text/utf8.hpp"

namespace plancheck {

/// The first character of fold(text); 0 where that is not known for sure.
inline char32_t folded_first(std::string_view text) noexcept {
    const char32_t c = decode(text, 0).code;
    if (c < 0x80) return c <= ' ' || c == 0x7F ? 0 : c >= 'A' && c <= 'Z' ? c + 32 : c == '`' ? U'\'' : c;
    if (c >= 0x4E00 && c <= 0x9FFF) return simplified(c);
    if (c < fold_table::low_first || c > fold_table::low_last) return 0;
    const char32_t to = fold_table::low[c - fold_table::low_first];
    // A mark behind one of these makes another letter of it.
    const bool joins = to == U'\u0438' || to == U'\u0456' || to == U'\u0443' || to == U'\u0648' || to == U'\u064A';
    return to <= ' ' || to >= fold_table::many || joins ? 0 : to;
}

}  // namespace plancheck
