// Where words begin in folded text, and with what letters: what a search for terms begins with. Private to lib; immutable once
// made, any number of threads may read it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/eight.hpp"
#include "text/word_marks.hpp"

namespace plancheck {

struct Language;

/// The eight bytes from a place, the first one highest; NUL behind the end.
inline std::uint64_t eight_bytes(std::string_view text, std::size_t at) noexcept {
    if (at + 8 <= text.size()) return __builtin_bswap64(eight::load(text.data() + at));
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < 8; ++i) bytes = bytes << 8 | (at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U);
    return bytes;
}

/// What languages write together with the next word (Arabic articles and small words).
class Attached {
public:
    void add(const Language& language);
    bool empty() const noexcept { return prefixes_.empty(); }
    /// The one language they are from; null: none or several.
    const Language* of() const noexcept { return of_; }

    /// Calls `take` with the size of each that stands at a place, longest first, until it gives true.
    template <class Take>
    void each_at(std::string_view folded, std::size_t at, Take&& take) const {
        if (prefixes_.empty()) return;
        const std::uint64_t eight = eight_bytes(folded, at);
        const Group& group = groups_[eight >> 48 & 0xFF];
        for (std::uint32_t i = group.begin; i < group.end; ++i)
            if (eight >> prefixes_[i].shift == prefixes_[i].letters && take(8 - prefixes_[i].shift / 8)) return;
    }

private:
    struct Prefix {
        std::uint64_t letters;  // the first one highest, in the lowest bytes
        std::uint32_t shift;    // that brings the first eight bytes of a word to the same place

        bool operator==(const Prefix&) const = default;
    };
    struct Group {
        std::uint32_t begin = 0, end = 0;
    };
    std::vector<Prefix> prefixes_;  // each once, by their second byte, then longest first
    Group groups_[256];             // of those with the second byte
    const Language* of_ = nullptr;
};

/// Where a term may begin in a folded text: words, signs, each ideograph. Found once for all indexes that search it.
struct WordStarts {
    /// A place inside a word, behind what is written together with it.
    struct Behind {
        std::uint32_t word, at;
        std::uint64_t letters;
        WordMarks marks;
    };
    std::vector<std::uint32_t> at;       ///< offsets, ascending
    std::vector<std::uint64_t> letters;  ///< the first eight bytes from there, the first one highest, without spaces and hyphens
    std::vector<WordMarks> marks;        ///< of the letters
    std::vector<Behind> behind;          ///< by words, ascending; of one word the longest prefix first
    const Language* attached_of = nullptr;  ///< of which `behind` was found; only compared

    WordStarts() = default;
    explicit WordStarts(std::string_view folded);
    /// With what this language attaches.
    WordStarts(std::string_view folded, const Language& language);

    /// Finds `behind` anew.
    void attach(std::string_view folded, const Attached& attached);

    /// As `letters`, from an offset inside the word (or what else begins there) number `word`.
    std::uint64_t letters_from(std::string_view folded, std::size_t offset, std::size_t word) const noexcept;
};

}  // namespace plancheck
