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

// Four bytes at a time, for words are short.
PLANCHECK_IN_LINE std::uint64_t hash_of(const char* at, const char* end) noexcept {
    std::uint64_t hash = basis;
    const auto add = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * prime; };
    for (; end - at >= 4; at += 4) {
        add(at[0]);
        add(at[1]);
        add(at[2]);
        add(at[3]);
    }
    for (; at != end; ++at) add(*at);
    return hash;
}

PLANCHECK_IN_LINE Character kind_at(std::string_view text, std::size_t at) noexcept {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return low_word_characters[lead] ? Character::letter : Character::other;
    return leads_of_letters[lead] && at + 1 < text.size() && (static_cast<unsigned char>(text[at + 1]) & 0xC0U) == 0x80U ? Character::letter : meet(text, at).kind;
}

// Between a word and what begins next there are only spaces.
PLANCHECK_IN_LINE const char* end_of_word(const char* next) noexcept {
    while (next[-1] == ' ') --next;
    return next;
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
        const Character kind = meet(folded, begin).kind;
        if (kind == Character::other) {
            if (text[begin] == '\n') {
                from = static_cast<std::uint32_t>(word - words);
                least = halves + enough;
            }
            continue;
        }
        const char* const end = end_of_word(text + (i + 1 < starts.size() ? starts[i + 1] - origin : folded.size()));
        halves += kind == Character::ideograph ? 1 : 2;
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

bool GuidanceReader::is_any_known() const noexcept {
    for (std::uint32_t i = 1; i < count_; i += 2)
        if (words_[i].first != none && is_known(hash_to(i))) return true;
    return false;
}

// Without ideographs a sequence is eight words, and nothing but their hashes has to be kept.
bool GuidanceReader::may_hold_known(std::string_view folded, std::span<const std::uint32_t> starts, std::uint32_t origin) {
    if (hashed_.size() < starts.size()) hashed_.resize(starts.size());
    std::uint64_t* word = hashed_.data();
    const std::uint64_t* enough = word + guidance_words;  // where the line has a sequence
    bool odd = false;                                     // number of words so far
    const char* const text = folded.data();
    for (auto at = starts.begin(); at != starts.end();) {
        const std::uint32_t begin = *at++ - origin;
        const Character kind = kind_at(folded, begin);
        if (kind == Character::other) {
            if (text[begin] == '\n') enough = word + guidance_words;
            continue;
        }
        if (kind == Character::ideograph) return true;
        *word++ = hash_of(text + begin, end_of_word(text + (at != starts.end() ? *at - origin : folded.size())));
        odd = !odd;
        if (odd || word < enough) continue;
        std::uint64_t hash = basis;
#pragma GCC unroll 8
        for (std::size_t i = guidance_words; i > 0; --i) hash = (hash ^ word[-static_cast<std::ptrdiff_t>(i)]) * prime;
        if (some_.test(bits(hash)) && is_guidance(hashes_, hash)) return true;
    }
    return false;
}

std::vector<GuidanceSequence> GuidanceReader::known_in(std::string_view folded, std::span<const std::uint32_t> starts, std::uint32_t origin) {
    std::vector<GuidanceSequence> sequences;
    if (starts.size() < guidance_words || !may_hold_known(folded, starts, origin)) return sequences;
    read(folded, starts, origin);
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
