// Keys by their first eight letters: most words are ruled out by tables of what keys begin with before any key is looked at, and
// what is left is found by its letters. Private to lib/text. Immutable once all keys are added.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/utf8.hpp"
#include "text/word_marks.hpp"

namespace plancheck {

class Beginnings {
public:
    static constexpr std::uint32_t longest = 8;
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    /// Forgets all keys and makes room for so many: eight places for each, so that few words pass by chance.
    void clear(std::size_t keys) {
        const auto places = static_cast<std::uint32_t>(std::bit_width(std::clamp<std::size_t>(keys, 16, std::size_t{1} << 16)) + 3);
        short_sizes_.assign(rows * columns, 0);
        head_sizes_.assign(std::size_t{1} << places, 0);
        bits_.assign((std::size_t{1} << places) / 64, 0);
        shift_ = 64 - places;
        own_shift_ = static_cast<std::uint32_t>(64 - std::bit_width(std::max<std::size_t>(keys, 4) * 2));
        own_.assign(std::size_t{1} << (64 - own_shift_), {});
    }

    /// What is known of the keys whose first letters these are, all of them where `size` is below eight. Each once; they stand
    /// highest in `letters`, NUL behind them.
    void add(std::uint64_t letters, std::uint32_t size, std::uint32_t known) {
        const WordMarks marks = WordMarks::of(letters);
        const auto own = static_cast<std::uint8_t>(1U << (size - 1));
        if (size >= WordMarks::head_size(letters)) {
            head_sizes_[head_slot(marks)] |= own;
        } else if (size > (letters >> 63 == 0 ? 1U : 3U)) {
            short_sizes_[marks.pair] |= own;
        } else {
            // Any letter may be the second.
            const std::size_t row = marks.pair / columns * columns;
            for (std::size_t column = 0; column < columns; ++column) short_sizes_[row + column] |= own;
        }
        const std::size_t bit = bit_of(letters, size);
        bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
        std::size_t place = hash(letters, size) >> own_shift_;
        while (own_[place].known != none) place = (place + 1) % own_.size();
        own_[place] = {letters, known, size};
    }

    /// Bit n: a key of n + 1 letters may begin as a word with these marks does. Most words are told by this, so it stands in line.
    class Sizes {
    public:
        PLANCHECK_IN_LINE std::uint32_t operator()(const WordMarks& marks) const noexcept { return short_sizes_[marks.pair] | head_sizes_[marks.head >> shift_]; }

    private:
        friend Beginnings;
        const std::uint8_t *short_sizes_, *head_sizes_;
        std::uint32_t shift_;
    };
    /// Borrows from this.
    Sizes sizes() const noexcept {
        Sizes all;
        all.short_sizes_ = short_sizes_.data();
        all.head_sizes_ = head_sizes_.data();
        all.shift_ = shift_ - 32;
        return all;
    }

    /// Those of the sizes that are nearly sure to be a key's.
    PLANCHECK_IN_LINE std::uint32_t likely(std::uint64_t letters, std::uint32_t sizes) const noexcept {
        std::uint32_t found = 0;
        for (; sizes != 0; sizes &= sizes - 1) {
            const std::size_t bit = bit_of(letters, static_cast<std::uint32_t>(std::countr_zero(sizes)) + 1);
            if ((bits_[bit / 64] >> bit % 64 & 1) != 0) found |= sizes & -sizes;
        }
        return found;
    }

    /// What was added for the first `size` letters, or none.
    std::uint32_t find(std::uint64_t letters, std::uint32_t size) const noexcept {
        const std::uint64_t own = letters & mask(size);
        for (std::size_t place = hash(letters, size) >> own_shift_;; place = (place + 1) % own_.size()) {
            const Own& one = own_[place];
            if (one.known == none || (one.letters == own && one.size == size)) return one.known;
        }
    }

    /// The bytes of the first `size` letters.
    static constexpr std::uint64_t mask(std::uint32_t size) noexcept { return ~std::uint64_t{0} << (64 - 8 * size); }

private:
    // Sizes of keys that are shorter than a head stand by their first two letters, the others by the head. A bit is set for
    // each key.
    static constexpr std::size_t rows = 64, columns = 64;
    std::vector<std::uint8_t> short_sizes_;
    std::vector<std::uint8_t> head_sizes_;
    std::vector<std::uint64_t> bits_;
    std::uint32_t shift_ = 0;
    // At most half of the places are taken.
    struct Own {
        std::uint64_t letters = 0;
        std::uint32_t known = none, size = 0;
    };
    std::vector<Own> own_;
    std::uint32_t own_shift_ = 0;

    std::size_t head_slot(const WordMarks& marks) const noexcept { return marks.head >> (shift_ - 32); }
    static std::uint64_t hash(std::uint64_t letters, std::uint32_t size) noexcept { return WordMarks::spread(letters >> (64 - 8 * size) ^ std::uint64_t{size} << 59); }
    std::size_t bit_of(std::uint64_t letters, std::uint32_t size) const noexcept { return hash(letters, size) >> shift_; }
};

}  // namespace plancheck
