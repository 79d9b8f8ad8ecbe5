#include "read/line_marks.hpp"

#include <algorithm>
#include <cstring>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr bool is_space_of_typesetting(char32_t c) noexcept { return c >= 0xA0 && c != 0x2028 && c != 0x2029 && is_white_space(c); }

// U+2011 forbids a break, and U+2010 is what keyboards have a minus for.
constexpr bool is_hyphen(char32_t c) noexcept { return c == 0x2010 || c == 0x2011; }

constexpr bool has_no_width(char32_t c) noexcept { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

constexpr char32_t tatweel = 0x640;

bool is_arabic_letter(char32_t c) noexcept { return (c >= 0x620 && c <= 0x652 && c != tatweel) || (c >= 0x671 && c <= 0x6D3); }

// The stroke that Arabic words are drawn out by, between two letters: "هـ" and a stroke that stands for a dash are none.
bool draws_out_word(std::string_view text, std::size_t at, const Decoded& sign) noexcept {
    if (sign.code != tatweel) return false;
    constexpr std::size_t longest = 32;  // bytes of a run of them
    std::size_t begin = at, end = at + sign.size;
    while (begin > 0 && at - begin < longest && decode_before(text, begin).code == tatweel) begin -= sign.size;
    while (end - at < longest && decode(text, end).code == tatweel) end += sign.size;
    return begin > 0 && end < text.size() && is_arabic_letter(decode_before(text, begin).code) && is_arabic_letter(decode(text, end).code);
}

}  // namespace

std::uint32_t UnmarkedText::place(std::uint32_t marked) const noexcept {
    const auto behind = std::upper_bound(cuts.begin(), cuts.end(), marked, [](std::uint32_t at, const Cut& cut) { return at < cut.at; });
    return behind == cuts.begin() ? marked : marked - std::prev(behind)->lost;
}

bool may_have_line_marks(std::string_view text) noexcept {
    // The bytes that they begin with, and what may follow: accents and quotes begin with the same.
    const auto follows = [&](char lead, auto&& is) {
        for (std::size_t at = text.find(lead); at < text.size(); at = text.find(lead, at + 1))
            if (at + 1 < text.size() && is(static_cast<unsigned char>(text[at + 1]), at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0U)) return true;
        return false;
    };
    return follows('\xC2', [](unsigned second, unsigned) { return second == 0xA0 || second == 0xAD; }) ||
           follows('\xE2', [](unsigned second, unsigned third) { return second == 0x80 ? third <= 0x8B || third == 0x90 || third == 0x91 || third == 0xAF : second == 0x81 && (third == 0x9F || third == 0xA0); }) ||
           follows('\xE3', [](unsigned second, unsigned third) { return second == 0x80 && third == 0x80; }) ||
           follows('\xE1', [](unsigned second, unsigned third) { return second == 0x9A && third == 0x80; }) ||
           follows('\xEF', [](unsigned second, unsigned third) { return second == 0xBB && third == 0xBF; }) ||
           text.find("\xD9\x80") != text.npos;
}

UnmarkedText without_line_marks(std::string_view text, bool widthless) {
    UnmarkedText made;
    made.text.reserve(text.size());
    std::size_t copied = 0;
    std::uint32_t lost = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        const std::size_t end = at + d.size;
        const bool space = is_space_of_typesetting(d.code) && !(digit_of(decode_before(text, at).code) < 10 && digit_of(decode(text, end).code) < 10);
        const char plain = space ? ' ' : is_hyphen(d.code) ? '-' : '\0';
        if (plain != 0 || (widthless && (has_no_width(d.code) || draws_out_word(text, at, d)))) {
            made.text.append(text.substr(copied, at - copied));
            if (plain != 0) made.text.push_back(plain);
            lost += d.size - (plain != 0 ? 1 : 0);
            made.cuts.push_back({static_cast<std::uint32_t>(end), lost});
            copied = end;
        }
        at = end;
    }
    made.text.append(text.substr(copied));
    return made;
}

}  // namespace plancheck
