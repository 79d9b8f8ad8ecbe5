// Folding: the one form in which text is compared. NFKC, case folded without locale, accents stripped in Latin, Greek and
// Cyrillic (й and ї stay letters), œ → oe, ё → е, Arabic letters and marks unified, digits to ASCII, quotes, dashes and
// white space to one form each, invisible characters dropped, the traditional Chinese characters of the vocabulary
// simplified. It knows no language: elision and articles are cut where terms are matched (terms.hpp). The text that is
// counted and quoted stays as it is. All functions are pure and thread-safe; invalid bytes become U+FFFD.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plancheck {

/// Folded copy; white space inside is one space, none stands at the ends.
std::string fold(std::string_view text);

/// Appends what Unicode takes a code point for where only its form differs (NFKC): a ligature's letters, a radical's ideograph.
void append_nfkc(std::string& to, char32_t code);

/// Folded text that remembers where each of its bytes came from.
class Folded {
public:
    std::string text;

    /// Source offset where the character begins that gave byte `at` of the text.
    std::uint32_t source_begin(std::uint32_t at) const noexcept;
    /// Source offset where the character ends that gave the byte before `at` (the end of a hit [begin, at)).
    std::uint32_t source_end(std::uint32_t at) const noexcept;
    /// source_begin(begin) and source_end(end) for hits in ascending order: `near`, 0 at first, is where the last one stood.
    std::pair<std::uint32_t, std::uint32_t> source_of(std::uint32_t begin, std::uint32_t end, std::size_t& near) const noexcept;
    /// Offset in `text` of the first byte that came from source offset `source` or later.
    std::uint32_t folded_at(std::uint32_t source) const noexcept;

    /// Adds one more piece of a larger text (a block), `source` bytes into that text, after a '\n'. No term matches
    /// across '\n', so a whole document can be folded block by block and searched in one pass. A piece that folds to
    /// nothing adds nothing. Pieces come in the order of the source.
    void append(std::string_view piece, std::uint32_t source);

    /// Bytes of `text`, for reserving before the first append().
    void reserve(std::size_t bytes);

private:
    // From `folded` on, bytes correspond one to one to the source from `source` on; `whole`: all bytes of this run came
    // from one source character.
    struct Run {
        std::uint32_t folded;
        std::uint32_t source : 31;
        std::uint32_t whole : 1;
    };
    std::vector<Run> runs_;
    std::uint32_t source_size_ = 0;

    const Run& run(std::uint32_t at) const noexcept;
    std::uint32_t end_in(const Run& run, std::uint32_t at) const noexcept;
    friend class Folder;
};

/// `text` folded with the map; `text` is shorter than 2 GiB.
Folded fold_mapped(std::string_view text);

}  // namespace plancheck
