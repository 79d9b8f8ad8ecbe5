// How the keys of a table begin, or end: nearly all words of a text are told apart from them by that alone.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/eight.hpp"
#include "text/terms.hpp"

namespace plancheck {

/// Grows with add(); asking is const.
class KeyStarts {
public:
    void add(std::string_view key) {
        if (key.empty()) return;
        if (bits_.empty()) bits_.resize(2 * all / 64);
        const std::size_t size = std::min(key.size(), longest);
        sizes_ |= 1U << size;
        const std::size_t bit = place(eight_bytes(key, 0), size);
        bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
        // Any byte may follow a key of one.
        const std::uint64_t eight = eight_bytes(key, 0);
        for (std::uint64_t next = 0; next < (size == 1 ? 64 : 1); ++next) {
            const std::size_t two = two_of(eight ^ next << 48);
            bits_[two / 64] |= std::uint64_t{1} << two % 64;
        }
    }

    /// Whether a key may begin at a place of a text, of which these are the first eight bytes (eight_bytes()).
    bool may_hold(std::uint64_t eight) const noexcept {
        if (bits_.empty()) return false;
        // Most words are told by their first two bytes.
        if (const std::size_t two = two_of(eight); (bits_[two / 64] >> two % 64 & 1) == 0) return false;
        for (std::uint32_t sizes = sizes_; sizes != 0; sizes &= sizes - 1) {
            const std::size_t bit = place(eight, static_cast<std::size_t>(std::countr_zero(sizes)));
            if ((bits_[bit / 64] >> bit % 64 & 1) != 0) return true;
        }
        return false;
    }

private:
    static constexpr std::size_t all = 4096, longest = 8;  // bits; bytes that are looked at
    std::vector<std::uint64_t> bits_;  // of the keys by their size, then of their first two bytes
    std::uint32_t sizes_ = 0;  // a bit for each that occurs

    // The last six bits of both tell most.
    static std::size_t two_of(std::uint64_t eight) noexcept { return all + static_cast<std::size_t>((eight >> 56 & 0x3F) << 6 | (eight >> 48 & 0x3F)); }
    static std::size_t place(std::uint64_t eight, std::size_t size) noexcept {
        return static_cast<std::size_t>(((eight >> (64 - 8 * size)) + size) * 0x9E3779B97F4A7C15ULL >> 52);
    }
};

/// The same of how keys end.
class KeyEnds {
public:
    void add(std::string key) {
        std::reverse(key.begin(), key.end());
        reversed_.add(key);
    }

    /// Whether a key may end before a place of a text.
    bool may_end(std::string_view text, std::size_t end) const noexcept {
        if (end >= 8) return reversed_.may_hold(eight::load(text.data() + end - 8));
        std::uint64_t last = 0;
        for (std::size_t i = 0; i < end; ++i) last = last >> 8 | std::uint64_t{static_cast<unsigned char>(text[i])} << 56;
        return reversed_.may_hold(last);
    }

private:
    KeyStarts reversed_;
};

}  // namespace plancheck
