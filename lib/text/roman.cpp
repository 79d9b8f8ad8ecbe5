// Signs are turned into ASCII letters first; a value counts where writing it again gives the same letters.
#include "text/roman.hpp"

#include <array>
#include <string>
#include <string_view>

#include "text/characters.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

char roman_sign(char32_t c, bool look_alikes) noexcept {
    if (c >= 'a' && c <= 'z') c -= 32;
    switch (c) {
        case 'I': case 'V': case 'X': case 'L': case 'C': case 'D': case 'M': return static_cast<char>(c);
        default: break;
    }
    if (!look_alikes) return 0;
    switch (c) {
        case 0x0425: case 0x0445: return 'X';
        case 0x0406: case 0x0456: case 0x04C0: case '1': case '|': return 'I';
        case 0x0423: case 0x0443: return 'V';
        case 0x041C: case 0x043C: return 'M';
        case 0x0421: case 0x0441: return 'C';
        default: return 0;
    }
}

std::uint32_t sign_value(char c) noexcept {
    switch (c) {
        case 'I': return 1;
        case 'V': return 5;
        case 'X': return 10;
        case 'L': return 50;
        case 'C': return 100;
        case 'D': return 500;
        case 'M': return 1000;
        default: return 0;
    }
}

}  // namespace

bool may_be_roman(char32_t c) noexcept {
    constexpr std::u32string_view strokes = U"ПпШш";
    return roman_sign(c, true) != 0 || strokes.find(c) != std::u32string_view::npos;
}

std::optional<std::uint32_t> roman_of(std::string_view signs) {
    if (signs.empty() || signs.size() > 16) return std::nullopt;
    std::uint32_t total = 0;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const std::uint32_t here = sign_value(signs[i]);
        const std::uint32_t next = i + 1 < signs.size() ? sign_value(signs[i + 1]) : 0;
        total = here < next ? total - here : total + here;
    }
    if (total == 0 || total > 3999) return std::nullopt;
    const std::string usual = format_numeral(total, NumberFormat::upper_roman);
    if (signs == usual) return total;
    std::string loose = usual;
    constexpr std::array<std::array<std::string_view, 2>, 6> fours = {{{"IX", "VIIII"}, {"IV", "IIII"}, {"XC", "LXXXX"}, {"XL", "XXXX"}, {"CD", "CCCC"}, {"CM", "DCCCC"}}};
    for (const auto& [short_form, long_form] : fours) {
        if (const std::size_t at = loose.find(short_form); at != std::string::npos) loose.replace(at, 2, long_form);
    }
    if (signs == loose) return total;
    return std::nullopt;
}

RomanRun roman_run(std::string_view text, bool look_alikes) {
    RomanRun run;
    bool upper = false;
    while (run.size < text.size() && run.signs.size() <= 16) {
        const Decoded d = decode(text, run.size);
        if (d.code >= 0x2160 && d.code <= 0x217B && run.signs.empty()) {
            const std::uint32_t value = (d.code - 0x2160) % 16 + 1;
            if (value > 12) return {};
            run.signs = format_numeral(value, NumberFormat::upper_roman);
            run.size = d.size;
            run.lower = d.code >= 0x2170;
            run.single = true;
            return run;
        }
        // П and Ш stand for two and three strokes.
        const std::size_t strokes = !look_alikes ? 0 : d.code == 0x041F || d.code == 0x043F ? 2 : d.code == 0x0428 || d.code == 0x0448 ? 3 : 0;
        if (strokes != 0) {
            run.signs.append(strokes, 'I');
            run.cyrillic = true;
        } else if (look_alikes && d.code == 'l') {
            run.signs.push_back('I');
            upper = true;
        } else {
            const char sign = roman_sign(d.code, look_alikes);
            if (sign == 0) break;
            run.signs.push_back(sign);
            run.cyrillic = run.cyrillic || d.code > 0x7F;
            if (d.code >= 'a' && d.code <= 'z') run.lower = true;
            if (d.code >= 'A' && d.code <= 'Z') upper = true;
        }
        run.size += d.size;
    }
    if (run.lower && upper) return {};
    if (run.size < text.size() && is_letter_or_digit(decode(text, run.size).code)) return {};
    return run;
}

std::optional<std::uint32_t> roman_value(std::string_view text, bool look_alikes) {
    const RomanRun run = roman_run(text, look_alikes);
    if (run.size == 0 || run.size != text.size()) return std::nullopt;
    return roman_of(run.signs);
}

}  // namespace plancheck
