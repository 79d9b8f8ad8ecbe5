// Words are hashed once; the sequence that ends at a word is then eight multiplications over the last words. Whether it is
// known is told by a few bits of it most times.
#include "template/guidance.hpp"

#include <algorithm>

#include "text/fold.hpp"
#include "text/letters.hpp"
#include "text/terms.hpp"

namespace plancheck {

namespace {

constexpr std::uint64_t basis = 14695981039346656037ULL;
constexpr std::uint64_t prime = 1099511628211ULL;

std::uint64_t hash_of(const char* at, const char* end) noexcept {
    std::uint64_t hash = basis;
    for (; at != end; ++at) hash = (hash ^ static_cast<unsigned char>(*at)) * prime;
    return hash;
}

}  // namespace

GuidanceReader::GuidanceReader(const std::vector<std::uint64_t>& hashes) : hashes_(hashes) {
    for (const std::uint64_t hash : hashes) some_.set(bits(hash));
}

void GuidanceReader::read(std::string_view folded, std::span<const std::uint32_t> starts, std::uint32_t origin) {
    if (words_.size() < starts.size()) words_.resize(starts.size());
    constexpr std::uint32_t enough = 2 * guidance_words;
    Word* const words = words_.data();
    Word* word = words;
    std::uint32_t halves = 0;                // of all words so far
    std::uint32_t from = 0, least = enough;  // from: the first of the last words that are just enough; least: halves where the line has as many
    const char* const text = folded.data();
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::uint32_t begin = starts[i] - origin;
        const Met met = meet(folded, begin);
        if (met.kind == Character::other) {
            if (text[begin] == '\n') {
                from = static_cast<std::uint32_t>(word - words);
                least = halves + enough;
            }
            continue;
        }
        // Between a word and what begins next there are only spaces.
        const char* end = text + (i + 1 < starts.size() ? starts[i + 1] - origin : folded.size());
        while (end[-1] == ' ') --end;
        halves += met.kind == Character::ideograph ? 1 : 2;
        *word = {hash_of(text + begin, end), begin, static_cast<std::uint32_t>(end - text), none, halves};
        if (halves >= least) {
            while (halves - words[from].halves >= enough) ++from;
            word->first = from;
        }
        ++word;
    }
    count_ = static_cast<std::uint32_t>(word - words);
}

std::uint64_t GuidanceReader::hash_to(std::uint32_t word) const noexcept {
    std::uint64_t hash = basis;
    const Word* at = &words_[words_[word].first];
    const Word* const end = &words_[word] + 1;
#pragma GCC unroll 8
    for (; at != end; ++at) hash = (hash ^ at->hash) * prime;
    return hash;
}

void GuidanceReader::all(std::vector<GuidanceSequence>& sequences) const {
    for (std::uint32_t i = 0; i < count_; ++i)
        if (words_[i].first != none) sequences.push_back({hash_to(i), words_[words_[i].first].begin, words_[i].end});
}

bool GuidanceReader::is_known(std::uint64_t hash) const noexcept { return some_.test(bits(hash)) && is_guidance(hashes_, hash); }

std::vector<GuidanceSequence> GuidanceReader::known_in(std::string_view folded, std::span<const std::uint32_t> starts, std::uint32_t origin) {
    std::vector<GuidanceSequence> sequences;
    if (starts.size() < guidance_words) return sequences;
    read(folded, starts, origin);
    const auto is_any_known = [this] {
        for (std::uint32_t i = 1; i < count_; i += 2)
            if (words_[i].first != none && is_known(hash_to(i))) return true;
        return false;
    };
    if (!is_any_known()) return sequences;
    all(sequences);
    std::erase_if(sequences, [this](const GuidanceSequence& one) { return !is_known(one.hash); });
    return sequences;
}

std::vector<GuidanceSequence> guidance_sequences(std::string_view folded) {
    std::vector<GuidanceSequence> sequences;
    const std::vector<std::uint64_t> none;
    GuidanceReader reader(none);
    reader.read(folded, WordStarts(folded).at, 0);
    reader.all(sequences);
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
