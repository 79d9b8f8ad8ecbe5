// How alike two short texts are, for titles with a typing error and names in another order. Pure and thread-safe; the
// cost is bounded because only the first 200 code points count.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace plancheck {

/// A text made ready to be compared with many others. Owns what it needs; not to be copied, since words point into it.
struct Spelling {
    struct Slice {
        const char32_t* at;
        std::size_t size;
        std::uint64_t letters;  ///< which of 64 classes of letters occur
    };

    explicit Spelling(std::string_view text);
    Spelling(Spelling&&) noexcept = default;
    Spelling& operator=(Spelling&&) noexcept = default;

    std::vector<char32_t> points;               ///< the first 200
    std::vector<Slice> words;                   ///< the longest first
    std::array<std::uint8_t, 64> counts{};      ///< of letters of each class
    std::size_t letters = 0;                    ///< of all words
};

/// 0 to 1 for two folded texts: the better of the edit distance over code points (Damerau-Levenshtein, neighbours that
/// change places are one edit) and of the best pairing of their words whatever the order. 1 means equal. Results below
/// `least` are given as 0, which lets most pairs be refused by their length alone.
double likeness(std::string_view a, std::string_view b, double least = 0.0);
double likeness(const Spelling& a, const Spelling& b, double least = 0.0);
/// False where the lengths alone make likeness() 0: it costs less to ask than two spellings.
bool may_be_alike(std::string_view a, std::string_view b, double least) noexcept;

/// Edits between two texts, counted up to `most`; `most + 1` when there are more.
unsigned edit_distance(std::string_view a, std::string_view b, unsigned most);

}  // namespace plancheck
