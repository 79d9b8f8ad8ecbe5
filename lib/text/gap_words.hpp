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
    /// Sets of words, by their first two letters and by the next two: a bit of each that others may have too; 0: all words.
    struct Sets {
        std::uint64_t first = 0, second = 0;
    };

    explicit GapWords(const WordStarts& starts) noexcept : starts_(starts) {}

    /// Those of a word of whose letters (WordStarts) only the first `size` bytes are known.
    static Sets sets_of(std::uint64_t letters, std::size_t size) noexcept {
        const std::size_t pair = letters >> 63 == 0 ? 2 : 4;
        const WordMarks marks = WordMarks::of(letters);
        return {size < pair || marks.first == WordMarks::stop ? 0 : std::uint64_t{1} << marks.first, size < 2 * pair ? 0 : std::uint64_t{1} << marks.second};
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

    void find(std::size_t word, std::size_t behind, std::size_t to) noexcept {
        word_ = word;
        to_ = to;
        Sets found;
        const auto add = [&](const WordMarks& marks) {
            found.first |= std::uint64_t{1} << marks.first;
            found.second |= std::uint64_t{1} << marks.second;
        };
        const std::size_t end = starts_.at.size();
        const std::uint32_t* const at = starts_.at.data();
        for (const WordMarks* const marks = starts_.marks.data(); word < end && at[word] <= to && marks[word].first != WordMarks::stop; ++word) add(marks[word]);
        for (; behind < starts_.behind.size() && starts_.behind[behind].at <= to && starts_.behind[behind].word < word; ++behind) add(starts_.behind[behind].marks);
        found_ = found;
    }
};

}  // namespace plancheck
