// Keys by their first eight letters: most words are ruled out by tables of what keys begin with before any key is looked at, and
// what is left is found by its letters. Private to lib/text. Immutable once made.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "text/utf8.hpp"
#include "text/word_marks.hpp"

namespace plancheck {

/// Borrows its tables.
class Beginnings {
public:
    static constexpr std::uint32_t longest = 8;
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    // Of a key.
    struct Own {
        std::uint64_t letters = 0;
        std::uint32_t known = none, size = 0;
    };
    // Sizes of keys that are shorter than a head stand by their first two letters, the others by the head. A bit is set for
    // each key. Of the places for keys at most half are taken.
    struct Tables {
        std::span<const std::uint8_t> short_sizes, head_sizes;
        std::span<const std::uint64_t> bits;
        std::span<const Own> own;
    };
    class Maker;

    Beginnings() = default;
    explicit Beginnings(const Tables& tables) noexcept : tables_(tables), shift_(shift_of(tables.head_sizes.size())), own_shift_(shift_of(tables.own.size())) {}
    const Tables& tables() const noexcept { return tables_; }

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
        all.short_sizes_ = tables_.short_sizes.data();
        all.head_sizes_ = tables_.head_sizes.data();
        all.shift_ = shift_ - 32;
        return all;
    }

    /// Those of the sizes that are nearly sure to be a key's.
    PLANCHECK_IN_LINE std::uint32_t likely(std::uint64_t letters, std::uint32_t sizes) const noexcept {
        std::uint32_t found = 0;
        for (; sizes != 0; sizes &= sizes - 1) {
            const std::size_t bit = hash(letters, static_cast<std::uint32_t>(std::countr_zero(sizes)) + 1) >> shift_;
            if ((tables_.bits[bit / 64] >> bit % 64 & 1) != 0) found |= sizes & -sizes;
        }
        return found;
    }

    /// What was added for the first `size` letters, or none.
    std::uint32_t find(std::uint64_t letters, std::uint32_t size) const noexcept {
        const std::uint64_t first = letters & mask(size);
        const std::span<const Own> own = tables_.own;
        for (std::size_t place = hash(letters, size) >> own_shift_;; place = (place + 1) & (own.size() - 1)) {
            const Own& one = own[place];
            if (one.known == none || (one.letters == first && one.size == size)) return one.known;
        }
    }

    /// The bytes of the first `size` letters.
    static constexpr std::uint64_t mask(std::uint32_t size) noexcept { return ~std::uint64_t{0} << (64 - 8 * size); }

private:
    static constexpr std::size_t rows = 64, columns = 64;
    Tables tables_;
    std::uint32_t shift_ = 0, own_shift_ = 0;

    // That brings a hash to the places of a table; their number is a power of two.
    static constexpr std::uint32_t shift_of(std::size_t places) noexcept { return static_cast<std::uint32_t>(65 - std::bit_width(places)); }
    static std::uint64_t hash(std::uint64_t letters, std::uint32_t size) noexcept { return WordMarks::spread(letters >> (64 - 8 * size) ^ std::uint64_t{size} << 59); }
};

/// Takes the keys, and owns the tables.
class Beginnings::Maker {
public:
    /// For so many keys: eight places for each, so that few words pass by chance.
    explicit Maker(std::size_t keys)
        : short_sizes_(rows * columns), head_sizes_(std::bit_ceil(std::clamp<std::size_t>(keys + 1, 16, std::size_t{1} << 16)) * 8), bits_(head_sizes_.size() / 64),
          own_(std::bit_ceil(std::max<std::size_t>(keys, 4) * 2)), shift_(shift_of(head_sizes_.size())), own_shift_(shift_of(own_.size())) {}

    /// What is known of the keys whose first letters these are, all of them where `size` is below eight. Each once; they stand
    /// highest in `letters`, NUL behind them.
    void add(std::uint64_t letters, std::uint32_t size, std::uint32_t known) {
        const WordMarks marks = WordMarks::of(letters);
        const auto own = static_cast<std::uint8_t>(1U << (size - 1));
        if (size >= WordMarks::head_size(letters)) {
            head_sizes_[marks.head >> (shift_ - 32)] |= own;
        } else if (size > (letters >> 63 == 0 ? 1U : 3U)) {
            short_sizes_[marks.pair] |= own;
        } else {
            // Any letter may be the second.
            const std::size_t row = marks.pair / columns * columns;
            for (std::size_t column = 0; column < columns; ++column) short_sizes_[row + column] |= own;
        }
        const std::uint64_t hashed = hash(letters, size);
        bits_[hashed >> shift_ >> 6] |= std::uint64_t{1} << (hashed >> shift_) % 64;
        std::size_t place = hashed >> own_shift_;
        while (own_[place].known != none) place = (place + 1) & (own_.size() - 1);
        own_[place] = {letters, known, size};
    }

    /// Valid as long as this.
    Tables tables() const noexcept { return {short_sizes_, head_sizes_, bits_, own_}; }

private:
    std::vector<std::uint8_t> short_sizes_, head_sizes_;
    std::vector<std::uint64_t> bits_;
    std::vector<Own> own_;
    std::uint32_t shift_, own_shift_;
};

}  // namespace plancheck
