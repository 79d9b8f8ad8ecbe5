// Whether a form may go on behind its first gap ("report … every year"): behind most words that open one, none of the words
// that it asks for follows, and that is seen here before the form is compared. Private to lib/text.
#pragma once

#include <cstddef>
#include <cstdint>

#include "text/word_marks.hpp"
#include "text/word_starts.hpp"

namespace plancheck {

/// The beginnings of the words that follow one place of a text. Borrows the text; for one thread.
class GapWords {
public:
    /// Sets of words, by their first two letters, by the next two, and by all four: a bit of each that others may have too; 0:
    /// all words.
    struct Sets {
        std::uint64_t first = 0, second = 0, head = 0;
    };

    explicit GapWords(const WordStarts& starts) noexcept : starts_(starts) {}

    /// Those of a word of whose letters (WordStarts) only the first `size` bytes are known.
    static Sets sets_of(std::uint64_t letters, std::size_t size) noexcept {
        const std::size_t pair = letters >> 63 == 0 ? 2 : 4;
        const WordMarks marks = WordMarks::of(letters);
        const bool open = marks.first == WordMarks::stop;
        return {size < pair || open ? 0 : bit(marks.first), size < 2 * pair ? 0 : bit(marks.second), size < WordMarks::head_size(letters) || open ? 0 : bit(marks.head >> 26)};
    }

    /// Those from word number `word` on that begin no further than at `to`, in the same sentence. Of what stands behind their
    /// prefixes, `behind` is the first.
    const Sets& following(std::size_t word, std::size_t behind, std::size_t to) noexcept {
        if (word != word_ || to > to_) find(word, behind, to);
        return found_;
    }

    /// Whether a word that is asked for may be among those found.
    static bool may_hold(const Sets& found, const Sets& asked) noexcept {
        return (asked.first == 0 || (asked.first & found.first) != 0) && (asked.second == 0 || (asked.second & found.second) != 0) && (asked.head == 0 || (asked.head & found.head) != 0);
    }

private:
    const WordStarts& starts_;
    std::size_t word_ = ~std::size_t{0}, to_ = 0;
    Sets found_;

    static constexpr std::uint64_t bit(std::uint32_t number) noexcept { return std::uint64_t{1} << number; }

    void find(std::size_t word, std::size_t behind, std::size_t to) noexcept {
        word_ = word;
        to_ = to;
        Sets found;
        const auto add = [&](const WordMarks& marks) {
            found.first |= bit(marks.first);
            found.second |= bit(marks.second);
            found.head |= bit(marks.head >> 26);
        };
        const std::size_t end = starts_.at.size();
        const std::uint32_t* const at = starts_.at.data();
        for (const WordMarks* const marks = starts_.marks.data(); word < end && at[word] <= to && marks[word].first != WordMarks::stop; ++word) add(marks[word]);
        for (; behind < starts_.behind.size() && starts_.behind[behind].at <= to && starts_.behind[behind].word < word; ++behind) add(starts_.behind[behind].marks);
        found_ = found;
    }
};

}  // namespace plancheck
