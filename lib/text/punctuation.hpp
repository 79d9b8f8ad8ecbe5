// Punctuation of full width as its narrow relative, for rules that cut a name from what follows it. Pure and thread-safe.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

/// "研究所（甲）：乙，丙" gives "研究所 (甲): 乙, 丙"; text without such signs comes back as it is.
inline std::string narrow_punctuation(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> signs = {
        {{"（", " ("}, {"）", ")"}, {"：", ": "}, {"，", ", "}, {"；", "; "}, {"、", ", "}, {"。", ". "}}};
    constexpr ByteSet first_bytes{"\xE3\xEF"};
    std::size_t at = first_bytes.find(text, 0);
    std::string out(text.substr(0, at));
    while (at < text.size()) {
        std::string_view sign = text.substr(at, 1);
        std::size_t size = 1;
        if (first_bytes.has(text[at]))
            for (const auto& [wide, narrow] : signs)
                if (text.substr(at).starts_with(wide)) {
                    sign = narrow;
                    size = wide.size();
                    break;
                }
        out.append(sign);
        at += size;
    }
    return out;
}

/// Whether a word may begin or end between these two: no letters of one word stand on both sides.
constexpr bool is_word_border(char32_t before, char32_t after) noexcept {
    return !is_word_character(before) || !is_word_character(after) || is_ideograph(before) || is_ideograph(after);
}

}  // namespace plancheck
