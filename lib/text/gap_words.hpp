// Whether a form may go on behind its first gap ("report … every year"): behind most words that open one, none of the words
// that it asks for follows, and that is seen here before the form is compared. Private to lib/text.
#pragma once

#include <cstddef>
#include <cstdint>

#include "text/term_keys.hpp"
#include "text/word_starts.hpp"

namespace plancheck {

/// The beginnings of the words that follow one place of a text. Borrows the text; for one thread.
class GapWords {
public:
    /// Sets of words, by their first two letters and by the next two: a bit of each that others may have too; 0: all words.
    struct Sets {
        std::uint64_t first = 0, second = 0;
    };

    explicit GapWords(const WordStarts& starts) noexcept : starts_(starts) {}

    /// Those of a word of whose letters (WordStarts) only the first `size` bytes are known.
    static Sets sets_of(std::uint64_t letters, std::size_t size) noexcept {
        const std::size_t pair = letters >> 63 == 0 ? 2 : 4;
        return {size < pair ? 0 : first_of(letters), size < 2 * pair ? 0 : second_of(letters)};
    }

    /// Whether a word of these sets may be among those from word number `word` on that begin no further than at `to`, in the
    /// same sentence. Of what stands behind their prefixes, `behind` is the first.
    bool may_follow(const Sets& sets, std::size_t word, std::size_t behind, std::size_t to) noexcept {
        if (word != word_ || to > to_) find(word, behind, to);
        return (sets.first == 0 || (sets.first & found_.first) != 0) && (sets.second == 0 || (sets.second & found_.second) != 0);
    }

private:
    const WordStarts& starts_;
    std::size_t word_ = ~std::size_t{0}, to_ = 0;
    Sets found_;

    static std::uint64_t bit_of(std::uint64_t bytes) noexcept { return std::uint64_t{1} << (bytes * 0x9E3779B97F4A7C15ULL >> 58); }
    // Two bytes, or those two that tell most of two letters of two bytes.
    static std::uint64_t first_of(std::uint64_t letters) noexcept { return bit_of(letters >> 63 == 0 ? letters >> 48 : letters >> 32 & 0xFF00FF); }
    static std::uint64_t second_of(std::uint64_t letters) noexcept { return bit_of(letters >> 63 == 0 ? letters >> 32 & 0xFFFF : letters & 0xFF00FF); }
    void find(std::size_t word, std::size_t behind, std::size_t to) noexcept {
        word_ = word;
        to_ = to;
        Sets found;
        const auto add = [&](std::uint64_t letters) {
            found.first |= first_of(letters);
            found.second |= second_of(letters);
        };
        const std::size_t end = starts_.at.size();
        const std::uint32_t* const at = starts_.at.data();
        for (const std::uint64_t* const letters = starts_.letters.data(); word < end && at[word] <= to && !term_keys::ends_sentence(letters[word]); ++word) add(letters[word]);
        for (; behind < starts_.behind.size() && starts_.behind[behind].at <= to && starts_.behind[behind].word < word; ++behind) add(starts_.behind[behind].letters);
        found_ = found;
    }
};

}  // namespace plancheck
