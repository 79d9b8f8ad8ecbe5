// Where sentences end in a text as it is written, not folded. Pure and thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace plancheck {

struct Language;

/// A sentence, without white space at its ends: [begin, end) of the text.
struct SentencePlace {
    std::size_t begin = 0, end = 0;
};

/// Whether a semicolon ends one too: for what has to be said together.
enum class Semicolon : std::uint8_t { joins, ends };

/// The sentences of one block, in order. One ends at . ! ? or their Arabic and Chinese forms, where white space or the end
/// of the text follows (in Chinese and Arabic signs, whatever follows). A full stop ends none before a small letter or a
/// number ("no. 2"), behind a label ("Table 2. Costs"), an initial ("J. Kovač"), a short form ("St. Andrew") or what `language`
/// writes before a person's name ("Sra."); behind the letter for a year or a unit it does ("2026 г."). Linear.
std::vector<SentencePlace> sentences_of(std::string_view text, const Language& language, Semicolon semicolon);

}  // namespace plancheck
