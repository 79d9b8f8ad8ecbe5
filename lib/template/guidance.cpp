// Words are hashed once; the sequence that ends at a word is then eight multiplications over a ring of the last words.
#include "template/guidance.hpp"

#include <algorithm>
#include <array>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::uint64_t basis = 14695981039346656037ULL;
constexpr std::uint64_t prime = 1099511628211ULL;

struct Word {
    std::uint64_t hash;
    std::uint32_t begin;
};

}  // namespace

std::vector<GuidanceSequence> guidance_sequences(std::string_view folded) {
    std::vector<GuidanceSequence> sequences;
    std::array<Word, guidance_words> ring{};
    std::size_t count = 0;
    std::size_t at = 0;
    while (at < folded.size()) {
        Decoded d = decode(folded, at);
        if (!is_word_character(d.code)) {
            if (d.code == U'\n') count = 0;
            at += d.size;
            continue;
        }
        const std::size_t begin = at;
        const bool single = is_ideograph(d.code);
        std::uint64_t word = basis;
        do {
            for (std::size_t i = 0; i < d.size; ++i) word = (word ^ static_cast<unsigned char>(folded[at + i])) * prime;
            at += d.size;
            d = decode(folded, at);
        } while (!single && d.size != 0 && is_word_character(d.code) && !is_ideograph(d.code));
        ring[count % guidance_words] = {word, static_cast<std::uint32_t>(begin)};
        ++count;
        if (count < guidance_words) continue;
        std::uint64_t hash = basis;
        for (std::size_t i = count - guidance_words; i < count; ++i) hash = (hash ^ ring[i % guidance_words].hash) * prime;
        sequences.push_back({hash, ring[count % guidance_words].begin, static_cast<std::uint32_t>(at)});
    }
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
