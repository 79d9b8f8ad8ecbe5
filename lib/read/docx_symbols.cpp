// The table has what occurs in plans: the Greek letters and operators of Symbol (µg, ≤, ±), and the bullets, boxes,
// ticks and arrows of Wingdings.
#include "read/docx_symbols.hpp"

#include <algorithm>
#include <iterator>

#include "text/utf8.hpp"

namespace plancheck::docx {

namespace {

// Symbol 0x41-0x5A and 0x61-0x7A.
constexpr char32_t upper_greek[] = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
constexpr char32_t lower_greek[] = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

struct Pair {
    unsigned char code;
    char32_t shown;
};

constexpr Pair symbol_font[] = {
    {0xA2, U'′'}, {0xA3, U'≤'}, {0xA4, U'⁄'}, {0xA5, U'∞'}, {0xAB, U'↔'}, {0xAC, U'←'}, {0xAD, U'↑'}, {0xAE, U'→'},
    {0xAF, U'↓'}, {0xB0, U'°'}, {0xB1, U'±'}, {0xB2, U'″'}, {0xB3, U'≥'}, {0xB4, U'×'}, {0xB5, U'∝'}, {0xB7, U'•'},
    {0xB8, U'÷'}, {0xB9, U'≠'}, {0xBA, U'≡'}, {0xBB, U'≈'}, {0xBC, U'…'}, {0xC5, U'⊕'}, {0xCE, U'∈'}, {0xD2, U'®'},
    {0xD3, U'©'}, {0xD4, U'™'}, {0xD5, U'∏'}, {0xD6, U'√'}, {0xD7, U'⋅'}, {0xDE, U'⇒'}, {0xE5, U'∑'},
};

constexpr Pair wingdings[] = {
    {0x28, U'☎'}, {0x2A, U'✉'}, {0x6C, U'●'}, {0x6E, U'■'}, {0x6F, U'□'}, {0x71, U'❑'}, {0x72, U'❒'},
    {0x75, U'◆'}, {0x76, U'❖'}, {0x77, U'⬥'}, {0x9E, U'·'}, {0x9F, U'•'}, {0xA1, U'○'}, {0xA7, U'▪'},
    {0xA8, U'☐'}, {0xD8, U'➢'}, {0xDC, U'➲'}, {0xDF, U'←'}, {0xE0, U'→'}, {0xE8, U'➔'}, {0xF0, U'⇨'},
    {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'},
};

constexpr Pair wingdings_2[] = {
    {0x4F, U'✗'}, {0x50, U'✓'}, {0x51, U'☒'}, {0x52, U'☑'}, {0x53, U'☒'}, {0x54, U'☒'}, {0x97, U'●'}, {0x98, U'●'}, {0xA2, U'■'}, {0xA3, U'☐'},
};

template <std::size_t size>
char32_t look_up(const Pair (&table)[size], unsigned char code) noexcept {
    const auto at = std::lower_bound(std::begin(table), std::end(table), code,
                                     [](const Pair& p, unsigned char c) { return p.code < c; });
    return at != std::end(table) && at->code == code ? at->shown : 0;
}

}  // namespace

char32_t symbol(char32_t code, std::string_view font) noexcept {
    const bool private_use = code >= 0xF020 && code <= 0xF0FF;
    if (code < 0x20) return 0xFFFD;
    if (!private_use && code > 0xFF) return code;
    const auto byte = static_cast<unsigned char>(code & 0xFF);
    char32_t shown = 0;
    if (font == "Symbol" || font.empty()) {
        shown = look_up(symbol_font, byte);
        if (!font.empty()) {
            if (byte >= 'A' && byte <= 'Z')
                shown = upper_greek[byte - 'A'];
            else if (byte >= 'a' && byte <= 'z')
                shown = lower_greek[byte - 'a'];
            else if (byte < 0x40)
                shown = byte;
        }
    }
    if (font == "Wingdings 2") shown = look_up(wingdings_2, byte);
    else if (shown == 0 && (font.starts_with("Wingdings") || font.empty())) shown = look_up(wingdings, byte);
    if (shown == 0 && private_use && !font.empty() && font != "Symbol" && !font.starts_with("Wingdings") &&
        !font.starts_with("Webdings") && byte < 0x7F)
        shown = byte;
    return shown != 0 ? shown : code;
}

void append_bullet(std::string& to, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded one = decode(text, at);
        const bool private_use = one.code >= 0xE000 && one.code <= 0xF8FF;
        char32_t shown = private_use ? symbol(one.code, {}) : one.code;
        if (private_use && shown == one.code) shown = U'•';
        append_utf8(to, shown);
        at += one.size;
    }
}

}  // namespace plancheck::docx
