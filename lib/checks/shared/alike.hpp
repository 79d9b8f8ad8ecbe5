// Which of many short texts one is worth comparing with. Likeness costs some microseconds a pair, so every pair of
// thousands of items would take minutes.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace plancheck {

/// Folded texts, known by the order in which they were added. Borrows them. Not thread-safe.
class AlikeIndex {
public:
    void add(std::string_view folded) { texts_.push_back(folded); }

    /// Indices, ascending, of the texts to compare with: all of them up to a number that plans have (64), beyond it the few
    /// that share most beginnings of words. The cost does not grow with what was added.
    std::vector<std::uint32_t> candidates(std::string_view folded);

private:
    struct Stem {
        std::uint64_t letters;
        std::uint32_t text;
        friend auto operator<=>(const Stem&, const Stem&) = default;
    };
    std::vector<std::string_view> texts_;
    std::vector<Stem> stems_;      // sorted, each once, of the first indexed_ texts
    std::size_t indexed_ = 0;
};

}  // namespace plancheck
