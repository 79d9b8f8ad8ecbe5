// A word is known by its first bytes, so that another ending or an edit behind them does not matter. Beginnings that stand
// in very many texts tell nothing, and their lists are cut.
#include "checks/shared/alike.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "text/eight.hpp"

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
    for (std::size_t at = 0; at < folded.size() && words < most_words;) {
        char last[8];
        const char* begin = folded.data() + at;
        if (at + 8 > folded.size()) {
            std::memset(last, ' ', 8);
            begin = static_cast<const char*>(std::memcpy(last, begin, folded.size() - at));
        }
        const std::uint64_t letters = eight::load(begin), spaces = eight::equal(letters, ' ');
        const std::size_t size = spaces != 0 ? eight::first(spaces) : 8;
        at = spaces != 0 ? at + size + 1 : std::min(folded.find(' ', at + 8), folded.size() - 1) + 1;
        if (size < shortest) continue;
        // The size of what is taken stands above it, so that no byte at its end is lost.
        const std::size_t taken = std::min(size, stem);
        take((letters & ~(~std::uint64_t{0} << 8 * taken)) | std::uint64_t{taken} << 56);
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
