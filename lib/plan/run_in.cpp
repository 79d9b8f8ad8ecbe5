// A label ends at its colon or dash, unless a sentence ends before.
#include "plan/run_in.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

std::uint32_t run_in_label(std::string_view text) {
    std::size_t words = 0, columns = 0;
    for (std::size_t at = 0; at < text.size() && columns <= longest_label;) {
        const Decoded d = decode(text, at);
        columns += is_cjk(d.code) ? 2 : 1;
        if (d.code == 0xFF1A && at + d.size < text.size()) return static_cast<std::uint32_t>(at);  // ：
        if (d.code == 0x3002) return 0;                              // 。
        if (d.code == ':' && at + 1 < text.size() && is_white_space(decode(text, at + 1).code)) return static_cast<std::uint32_t>(at);
        const bool space = is_white_space(d.code);
        if (space && ++words > 10) return 0;
        if (space) {
            const Decoded dash = decode(text, at + d.size);
            const bool is_dash = dash.code == '-' || dash.code == 0x2013 || dash.code == 0x2014;
            if (is_dash && is_white_space(decode(text, at + d.size + dash.size).code)) return static_cast<std::uint32_t>(at);
        }
        if ((d.code == '.' || d.code == '!' || d.code == '?' || d.code == ';') && is_white_space(decode(text, at + d.size).code)) return 0;
        at += d.size;
    }
    return 0;
}

std::uint32_t sentence_label(std::string_view text) {
    constexpr std::size_t most_words = 3, least_letters = 4, most_letters = 30;
    std::size_t spaces = 0, letters = 0;
    for (std::size_t at = 0; at < text.size() && letters <= most_letters;) {
        const Decoded d = decode(text, at);
        if (d.code == '.' || d.code == 0x3002) {
            std::size_t behind = at + d.size;
            const bool space = is_white_space(decode(text, behind).code);
            while (behind < text.size() && is_white_space(decode(text, behind).code)) behind += decode(text, behind).size;
            const char32_t next = behind < text.size() ? decode(text, behind).code : U'\0';
            const bool begins = next != 0 && (d.code == 0x3002 || (space && !(next >= 'a' && next <= 'z')));
            return begins && letters >= least_letters / (d.code == 0x3002 ? 2 : 1) ? static_cast<std::uint32_t>(at) : 0;
        }
        if (is_white_space(d.code)) {
            if (++spaces >= most_words) return 0;
        } else if (is_letter_or_digit(d.code) && !(d.code >= '0' && d.code <= '9')) {
            ++letters;
        } else if (d.code != '-' && d.code != '\'' && d.code != 0x2019) {
            return 0;
        }
        at += d.size;
    }
    return 0;
}

}  // namespace plancheck
