// A word is known by its first bytes, so that another ending or an edit behind them does not matter. Beginnings that stand
// in very many texts tell nothing, and their lists are cut.
#include "checks/shared/alike.hpp"

#include <algorithm>
#include <numeric>

namespace plancheck {

namespace {

constexpr std::size_t most_compared_all = 64;
constexpr std::size_t most_compared = 16;
constexpr std::ptrdiff_t most_with_stem = 256;
constexpr std::size_t most_words = 32;

// Takes a beginning as the number that its bytes are.
template <class Take>
void each_stem(std::string_view folded, Take&& take) {
    constexpr std::size_t shortest = 4, stem = 5;
    std::size_t words = 0;
    for (std::size_t at = 0; at < folded.size() && words < most_words; ++at) {
        const std::size_t begin = at;
        std::uint64_t letters = 1;  // before all of them, so that none at the front is lost
        for (; at < folded.size() && folded[at] != ' '; ++at)
            if (at - begin < stem) letters = letters << 8U | static_cast<unsigned char>(folded[at]);
        if (at - begin < shortest) continue;
        take(letters);
        ++words;
    }
}

}  // namespace

std::vector<std::uint32_t> AlikeIndex::candidates(std::string_view folded) {
    std::vector<std::uint32_t> found;
    if (texts_.size() <= most_compared_all) {
        found.resize(texts_.size());
        std::iota(found.begin(), found.end(), 0U);
        return found;
    }
    if (indexed_ != texts_.size()) {
        for (; indexed_ < texts_.size(); ++indexed_)
            each_stem(texts_[indexed_], [&](std::uint64_t letters) { stems_.push_back({letters, static_cast<std::uint32_t>(indexed_)}); });
        std::sort(stems_.begin(), stems_.end());
        stems_.erase(std::unique(stems_.begin(), stems_.end()), stems_.end());
    }
    std::vector<std::uint32_t> shared;
    each_stem(folded, [&](std::uint64_t letters) {
        auto with = std::lower_bound(stems_.begin(), stems_.end(), Stem{letters, 0});
        for (const auto end = with + std::min(most_with_stem, stems_.end() - with); with != end && with->letters == letters; ++with) shared.push_back(with->text);
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
