// Automatic numbers in words, as lists of word processors write them in their language: "One", "Second", "1er".
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/numerals.hpp"

namespace plancheck {

/// Keeps what it has spelt, so not thread-safe; making one costs nothing.
class NumberWords {
public:
    /// `language` is a BCP 47 tag. One without words, or none, writes digits.
    explicit NumberWords(std::string_view language = {}) : language_(language.substr(0, 32)) {}

    /// As format_numeral(), but cardinal_text, ordinal_text and ordinal in the language, up to 1,000.
    std::string write(std::uint32_t value, NumberFormat format);

private:
    std::string language_;
    std::array<std::vector<std::string>, 3> known_;  ///< by system and value; empty: not spelt yet
};

}  // namespace plancheck
