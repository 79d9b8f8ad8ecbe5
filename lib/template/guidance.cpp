// Words are hashed once; the sequence that ends at a word is then eight multiplications over the last words.
#include "template/guidance.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::uint64_t basis = 14695981039346656037ULL;
constexpr std::uint64_t prime = 1099511628211ULL;

constexpr ByteSet ascii_words{"0123456789abcdefghijklmnopqrstuvwxyz"};

}  // namespace

std::vector<GuidanceSequence> guidance_sequences(std::string_view folded) {
    std::vector<GuidanceSequence> sequences;
    std::vector<std::uint64_t> words;
    std::vector<std::uint32_t> begins;
    sequences.reserve(folded.size() / 5);
    words.reserve(folded.size() / 5);
    begins.reserve(folded.size() / 5);
    for (std::size_t at = 0; at < folded.size();) {
        if (folded[at] == ' ') {
            ++at;
            continue;
        }
        const Decoded first = decode(folded, at);
        if (!is_word_character(first.code)) {
            if (first.code == U'\n') {
                words.clear();
                begins.clear();
            }
            at += first.size;
            continue;
        }
        const std::size_t begin = at;
        std::uint64_t word = basis;
        const auto take = [&](std::uint32_t size) {
            for (const std::size_t end = at + size; at < end; ++at) word = (word ^ static_cast<unsigned char>(folded[at])) * prime;
        };
        const auto take_ascii = [&] {
            const char *c = folded.data() + at, *const end = folded.data() + folded.size();
            std::uint64_t made = word;
            for (; c != end && ascii_words.has(*c); ++c) made = (made ^ static_cast<unsigned char>(*c)) * prime;
            at = static_cast<std::size_t>(c - folded.data());
            word = made;
        };
        take(first.size);
        // An ideograph is half a word.
        while (!is_ideograph(first.code)) {
            take_ascii();
            if (at == folded.size() || folded[at] == ' ') break;
            const Decoded d = decode(folded, at);
            if (!is_word_character(d.code) || is_ideograph(d.code)) break;
            take(d.size);
        }
        words.push_back(word);
        begins.push_back(static_cast<std::uint32_t>(begin));
        // Back from this word, until there are enough of them.
        std::size_t halves = 0, from = words.size();
        while (from > 0 && halves < 2 * guidance_words) halves += static_cast<unsigned char>(folded[begins[--from]]) >= 0xE3 && is_ideograph(decode(folded, begins[from]).code) ? 1 : 2;
        if (halves < 2 * guidance_words) continue;
        std::uint64_t hash = basis;
        for (std::size_t i = from; i < words.size(); ++i) hash = (hash ^ words[i]) * prime;
        sequences.push_back({hash, begins[from], static_cast<std::uint32_t>(at)});
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
