// Counting words by a named profile. A limit such as "at most 250 words" means what a word processor shows; profile
// `word_1` is that rule. Pure and thread-safe. Only `uax29_1` uses ICU's iterator; the others need small tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace plancheck {

enum class Counting : std::uint8_t {
    word_1,         ///< white-space separated tokens; CJK by character
    libreoffice_1,  ///< as word_1, but – and — separate, and Hangul counts by syllable
    uax29_1,        ///< segments of UAX #29 that hold a letter or digit
    characters,     ///< code points that are not white space
};

/// "word-1", "libreoffice-1", "uax29-1", "characters".
std::string_view name(Counting counting) noexcept;
std::optional<Counting> counting_from(std::string_view name) noexcept;

struct WordCount {
    std::uint32_t words = 0;         ///< count(text)
    std::uint32_t with_letters = 0;  ///< countWords: the same without tokens that hold no letter or digit

    WordCount& operator+=(WordCount o) noexcept {
        words += o.words;
        with_letters += o.with_letters;
        return *this;
    }
    bool operator==(const WordCount&) const = default;
};

/// Profile word_1, the one on every document's path. A CJK punctuation mark counts in both figures.
WordCount count_words(std::string_view text) noexcept;

/// Any profile; in the others both figures are the same except in libreoffice_1.
WordCount count_words(std::string_view text, Counting counting);

/// Number of code points that are not white space.
std::uint32_t count_characters(std::string_view text) noexcept;

/// Byte offset of word `n` (counting from 0) under word_1; `text.size()` where there are fewer.
std::size_t offset_of_word(std::string_view text, std::uint32_t n) noexcept;

}  // namespace plancheck
