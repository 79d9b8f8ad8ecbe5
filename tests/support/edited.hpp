// A text as people and programs spoil it: signs beside numbers, words cut, doubled or gone, rows of tables broken. What
// reads a plan meets such text far more often than random bytes, and random bytes seldom come near it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace support {

/// The same for the same seed everywhere.
class Editor {
public:
    explicit Editor(std::uint64_t seed) : state_(seed * 2654435761u + 1) {}

    /// One edit, in place. Cuts may fall inside a character.
    void edit(std::string& text) {
        if (text.empty()) {
            text = piece();
            return;
        }
        const std::size_t at = below(text.size()), size = 1 + below(60);
        switch (below(8)) {
            case 0: text.insert(at, piece()); break;
            case 1: text.erase(at, 1); break;
            case 2: text.replace(at, 1, piece()); break;
            case 3: text.erase(at, size); break;
            case 4: text.insert(below(text.size()), std::string(std::string_view(text).substr(at, 3 * size))); break;
            case 5: text.insert(std::min(text.find_first_of("0123456789", at), text.size()), piece()); break;
            case 6: text.insert(std::min(text.find_first_not_of("0123456789", std::min(text.find_first_of("0123456789", at), text.size())), text.size()), piece()); break;
            default: {
                const std::size_t begin = std::min(text.find(' ', at), text.size()), end = std::min(text.find(' ', begin + 1), text.size());
                if (below(2) == 0) text.erase(begin, end - begin);
                else text.insert(end, piece());
            }
        }
    }

private:
    std::uint64_t state_;

    std::size_t below(std::size_t limit) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>((state_ >> 33) % limit);
    }

    std::string_view piece() {
        static constexpr std::string_view pieces[] = {
            ".", ",", ";", ":", "(", ")", "[", "]", "-", "–", "—", "/", "%", "&", "$", "€", "#", "*", "|", "\"", "'", "«", "»", "°", "№", "§", "+", "=", "<", ">", "@", "!", "?", "0", "1", "2",
            "7", "9", " ", "\t", "\n", "\n\n", "\n| ", " |\n", "\u00A0", "\u200F", "\u200B", "\uFFFD", "\uF0B7", "。", "，", "：", "（", "）", "一", "十", "第", "年", "月", "IV", "I.", "x", "1)", "(a)", "..", "--",
            "\u0663", "\u066B", "\u066A", "½", "²", "ﬁ", "…", "e@x", "://", "mailto:", "USD", "000", "1.000,00", "2025-", "-2025", ".5", "5.", "Q3", "Action ", "objective ", "№1", "#1", " No. ", "\n# ", "\n- ", "\n1. "};
        return pieces[below(std::size(pieces))];
    }
};

}  // namespace support
