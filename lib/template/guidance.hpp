// How text that a template's guidance left behind is recognised without shipping it: hashes of its folded sequences of
// eight words.
//
// The definition, which the hashes of template files rest on: a text is folded (text/fold.hpp) and cut into words,
// maximal runs of word characters (text/characters.hpp), where each ideograph is a word of its own that counts as half
// a one. The hash of a word is
// FNV-1a 64 over its UTF-8 bytes. The hash of a sequence is FNV-1a 64 with the hashes of its words in the place of
// bytes: h = 14695981039346656037; for each word h = (h xor hash(word)) * 1099511628211, modulo 2^64. A text of fewer
// than eight words has no sequence. Pure and thread-safe.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace plancheck {

inline constexpr std::size_t guidance_words = 8;

struct GuidanceSequence {
    std::uint64_t hash = 0;
    std::uint32_t begin = 0;  ///< of its first word, in the folded text
    std::uint32_t end = 0;    ///< of its last word

    bool operator==(const GuidanceSequence&) const = default;
};

/// All sequences of a folded text, in order; '\n' ends a text, so no sequence runs across it.
std::vector<GuidanceSequence> guidance_sequences(std::string_view folded);
/// The hashes of a text that is not folded yet, sorted, each once.
std::vector<std::uint64_t> guidance_hashes(std::string_view text);

/// True when `hash` is among `hashes`, which are sorted.
bool is_guidance(const std::vector<std::uint64_t>& hashes, std::uint64_t hash) noexcept;

/// Looks for known sequences in many texts. Borrows the hashes, which are sorted. Not thread-safe.
class GuidanceReader {
public:
    explicit GuidanceReader(const std::vector<std::uint64_t>& hashes);

    /// The known ones of a folded text, of which it is known what begins in it (WordStarts::at, each `origin` more than the
    /// offset). Of nine known words in a row one of every other sequence is known: where none of these is, nothing is.
    std::vector<GuidanceSequence> known_in(std::string_view folded, std::span<const std::uint32_t> starts, std::uint32_t origin);

    /// Words of a text, and then all its sequences.
    void read(std::string_view folded, std::span<const std::uint32_t> starts, std::uint32_t origin);
    void all(std::vector<GuidanceSequence>& sequences) const;

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    struct Word {
        std::uint64_t hash;
        std::uint32_t begin, end;
        std::uint32_t first;   // word of the sequence that ends here, or none
        std::uint32_t halves;  // of all words up to it: two each, or one for an ideograph
    };

    const std::vector<std::uint64_t>& hashes_;
    std::bitset<std::size_t{1} << 14> some_;
    std::vector<Word> words_;  // the first count_ of them
    std::uint32_t count_ = 0;
    std::vector<std::uint64_t> hashed_;  // words, where only sequences are looked up

    static std::size_t bits(std::uint64_t hash) noexcept { return static_cast<std::size_t>(hash >> 50); }
    std::uint64_t hash_to(std::uint32_t word) const noexcept;
    bool is_known(std::uint64_t hash) const noexcept;
    bool is_any_known() const noexcept;
    bool may_hold_known(std::string_view folded, std::span<const std::uint32_t> starts, std::uint32_t origin);
};

}  // namespace plancheck
