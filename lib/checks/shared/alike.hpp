// Which of many short texts one is worth comparing with. Likeness costs some microseconds a pair, so every pair of
// thousands of items would take minutes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plancheck {

/// Folded texts, known by the order in which they were added. Not thread-safe while texts are added.
class AlikeIndex {
public:
    void add(std::string_view folded);

    /// Indices, ascending, of the texts to compare with: all of them up to a number that plans have (64), beyond it the few
    /// that share most beginnings of words. The cost does not grow with what was added.
    std::vector<std::uint32_t> candidates(std::string_view folded) const;

private:
    void index(std::string_view folded, std::uint32_t number);

    std::vector<std::string> few_;  // as many as are all compared, so that their words are not asked for
    std::uint32_t count_ = 0;
    std::unordered_map<std::string, std::vector<std::uint32_t>> stems_;
};

}  // namespace plancheck
