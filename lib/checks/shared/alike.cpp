// A word is known by its first bytes, so that another ending or an edit behind them does not matter. Beginnings that stand
// in very many texts tell nothing, and their lists are cut.
#include "checks/shared/alike.hpp"

#include <algorithm>
#include <numeric>

namespace plancheck {

namespace {

constexpr std::uint32_t most_compared_all = 64;
constexpr std::size_t most_compared = 16;
constexpr std::size_t most_with_stem = 256;
constexpr std::size_t most_words = 32;

template <class Take>
void each_stem(std::string_view folded, Take&& take) {
    constexpr std::size_t shortest = 4, stem = 5;
    std::size_t words = 0;
    for (std::size_t at = 0; at < folded.size() && words < most_words;) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (end - at >= shortest) {
            take(folded.substr(at, std::min(end - at, stem)));
            ++words;
        }
        at = end + 1;
    }
}

}  // namespace

void AlikeIndex::add(std::string_view folded) {
    if (++count_ <= most_compared_all) {
        few_.emplace_back(folded);
        return;
    }
    for (std::uint32_t i = 0; i < few_.size(); ++i) index(few_[i], i);
    few_.clear();
    index(folded, count_ - 1);
}

void AlikeIndex::index(std::string_view folded, std::uint32_t number) {
    each_stem(folded, [&](std::string_view stem) {
        auto& with = stems_[std::string(stem)];
        if (with.size() < most_with_stem && (with.empty() || with.back() != number)) with.push_back(number);
    });
}

std::vector<std::uint32_t> AlikeIndex::candidates(std::string_view folded) const {
    std::vector<std::uint32_t> found;
    if (count_ <= most_compared_all) {
        found.resize(count_);
        std::iota(found.begin(), found.end(), 0U);
        return found;
    }
    std::vector<std::uint32_t> shared;
    each_stem(folded, [&](std::string_view stem) {
        if (const auto with = stems_.find(std::string(stem)); with != stems_.end()) shared.insert(shared.end(), with->second.begin(), with->second.end());
    });
    std::sort(shared.begin(), shared.end());
    std::vector<std::pair<std::size_t, std::uint32_t>> counted;  // beginnings in common, text
    for (auto at = shared.begin(); at != shared.end();) {
        const auto end = std::upper_bound(at, shared.end(), *at);
        counted.emplace_back(static_cast<std::size_t>(end - at), *at);
        at = end;
    }
    std::stable_sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    counted.resize(std::min(counted.size(), most_compared));
    for (const auto& [count, text] : counted) found.push_back(text);
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace plancheck
