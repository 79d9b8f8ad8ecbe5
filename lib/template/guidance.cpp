// Words are hashed once; the sequence that ends at a word is then eight multiplications over the last words.
#include "template/guidance.hpp"

#include <algorithm>

#include "text/fold.hpp"
#include "text/letters.hpp"
#include "text/terms.hpp"

namespace plancheck {

namespace {

constexpr std::uint64_t basis = 14695981039346656037ULL;
constexpr std::uint64_t prime = 1099511628211ULL;

struct Word {
    std::uint64_t hash;
    std::uint32_t begin;
    std::uint32_t halves;  // two, or one for an ideograph
};

}  // namespace

void guidance_sequences(std::string_view folded, std::span<const std::uint32_t> starts, std::uint32_t origin, std::vector<GuidanceSequence>& sequences, std::size_t step) {
    sequences.clear();
    // The last words, in a ring: no sequence has more.
    constexpr std::size_t most = 2 * guidance_words;
    static_assert((most & (most - 1)) == 0);
    Word ring[most] = {};
    std::size_t words = 0, from = 0;  // from: the first of the last words that are just enough, or that the line has
    std::uint32_t halves = 0;         // of these
    const auto ring_at = [&](std::size_t i) -> Word& { return ring[i % most]; };
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::uint32_t begin = starts[i] - origin;
        const Met met = meet(folded, begin);
        if (met.kind == Character::other) {
            if (folded[begin] == '\n') {
                from = words;
                halves = 0;
            }
            continue;
        }
        // Between a word and what begins next there are only spaces.
        std::size_t end = i + 1 < starts.size() ? starts[i + 1] - origin : folded.size();
        while (folded[end - 1] == ' ') --end;
        std::uint64_t word = basis;
        for (std::size_t at = begin; at < end; ++at) word = (word ^ static_cast<unsigned char>(folded[at])) * prime;
        Word& last = ring_at(words++);
        last = {word, begin, met.kind == Character::ideograph ? 1U : 2U};
        halves += last.halves;
        while (halves - ring_at(from).halves >= 2 * guidance_words) halves -= ring_at(from++).halves;
        if (halves < 2 * guidance_words || words % step != 0) continue;
        std::uint64_t hash = basis;
        for (std::size_t k = from; k < words; ++k) hash = (hash ^ ring_at(k).hash) * prime;
        sequences.push_back({hash, ring_at(from).begin, static_cast<std::uint32_t>(end)});
    }
}

std::vector<GuidanceSequence> guidance_sequences(std::string_view folded) {
    std::vector<GuidanceSequence> sequences;
    guidance_sequences(folded, WordStarts(folded).at, 0, sequences);
    return sequences;
}

std::vector<std::uint64_t> guidance_hashes(std::string_view text) {
    std::vector<std::uint64_t> hashes;
    for (const GuidanceSequence& sequence : guidance_sequences(fold(text))) hashes.push_back(sequence.hash);
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

bool is_guidance(const std::vector<std::uint64_t>& hashes, std::uint64_t hash) noexcept {
    return std::binary_search(hashes.begin(), hashes.end(), hash);
}

}  // namespace plancheck
