// What several parts ask of every block of the main text, found once in one pass: its folded text and its typed values.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "plancheck/plan.hpp"
#include "text/fold.hpp"
#include "text/terms.hpp"
#include "text/values.hpp"

namespace plancheck {

/// The folded text of a block. Offsets are of it and, in the source, of the block's own text.
struct FoldedBlock {
    std::string_view text;
    const Folded* whole = nullptr;
    std::uint32_t base = 0, origin = 0;  // of the block in both

    std::uint32_t source_begin(std::size_t at) const noexcept { return whole->source_begin(base + static_cast<std::uint32_t>(at)) - origin; }
    std::uint32_t source_end(std::size_t at) const noexcept { return whole->source_end(base + static_cast<std::uint32_t>(at)) - origin; }
};

/// Where words begin in a block; `at` and `letters` are as in WordStarts.
struct StartsOfBlock {
    std::span<const std::uint32_t> at;
    std::span<const std::uint64_t> letters;
};

/// The main text, folded: blocks behind each other with a line feed between. It asks for no language. Owns it.
class FoldedBlocks {
public:
    explicit FoldedBlocks(const Document& document);

    /// fold() of the block's text.
    std::string_view folded(std::uint32_t block) const noexcept;

protected:
    Folded folded_;
    std::vector<std::uint32_t> folded_at_;  // of each block in the folded text, and one past the last
};

/// Of hits in order, those in [begin, end); none where one of them reaches over an end, and may hide what lies inside.
std::optional<std::span<const TermHit>> hits_inside(std::span<const TermHit> hits, std::uint32_t begin, std::uint32_t end) noexcept;

/// Owns what it found, borrows the document and the language. Immutable; any number of threads may read it.
class BlockText : public FoldedBlocks {
public:
    BlockText(const Document& document, const Language& language, FoldedBlocks folded);
    BlockText(const Document& document, const Language& language) : BlockText(document, language, FoldedBlocks(document)) {}

    /// All of it: blocks behind each other with a line feed between, where words begin, and where a block ends in it.
    std::string_view all() const noexcept { return folded_.text; }
    const WordStarts& word_starts() const noexcept { return starts_; }
    std::uint32_t folded_end(std::uint32_t block) const noexcept { return folded_at_[block + 1]; }
    /// Source span of [begin, end) of all(), for hits in ascending order (Folded::source_of).
    Span source(std::uint32_t begin, std::uint32_t end, std::size_t& near) const noexcept {
        const auto [from, to] = folded_.source_of(begin, end, near);
        return {from, to};
    }

    /// Where in all() a text begins that folded() gave of a whole block; none for any other text.
    std::optional<std::uint32_t> offset_of_block(std::string_view folded) const noexcept;
    /// The same for a view of all() at whose ends no word goes on.
    std::optional<std::uint32_t> offset_of(std::string_view folded) const noexcept;
    FoldedBlock block(std::uint32_t block) const noexcept;
    /// Bytes of folded(block) that come from whole characters in the first `bytes` of the block's text.
    std::size_t folded_size(std::uint32_t block, std::size_t bytes) const noexcept;
    /// fold() of a part of the block's text, in all(); none where it lies elsewhere, is blank or a word goes on at its ends.
    std::optional<std::string_view> part(std::uint32_t block, Span part) const noexcept;
    /// Where in all() a part begins; none where a word goes on there.
    std::optional<std::uint32_t> begin_of(std::uint32_t block, Span part) const noexcept;
    /// Hits of the language's words in what part() gave, in all(); none where one reaches over its ends.
    std::optional<std::span<const TermHit>> words_in(std::string_view part) const noexcept;
    /// TermIndex::find() in a folded text, quicker where offset_of() knows it.
    std::vector<TermHit> find(const TermIndex& index, std::string_view folded) const;
    /// Those of word_starts() that lie in a block or in what part() gave.
    StartsOfBlock words_of(std::string_view part) const noexcept;
    StartsOfBlock words_of(std::uint32_t block) const noexcept { return words_of(folded(block)); }
    std::span<const std::uint32_t> starts_in(std::uint32_t block) const noexcept { return words_of(block).at; }
    /// Source span of [begin, end) of folded(block), in Document::text.
    Span source(std::uint32_t block, std::uint32_t begin, std::uint32_t end) const noexcept;
    /// find_values() of a part of the block's text, in the language that the text is read in; offsets are in the part.
    std::vector<Value> values(std::uint32_t block, Span part, const Language& language, std::uint32_t wanted) const;
    /// The same of all of it.
    std::vector<Value> values(std::uint32_t block, const Language& language, std::uint32_t wanted) const {
        return values(block, document_.blocks[block].text, language, wanted);
    }

    /// Calls `take` with each that values() of all of a block gives, without a copy; `wanted` names no context.
    template <class Take>
    void each_value(std::uint32_t block, const Language& language, std::uint32_t wanted, Take&& take) const {
        if (!holds(block) || &language != &language_) {
            for (const Value& value : values(block, language, wanted)) take(value);
            return;
        }
        for (std::uint32_t i = values_at_[block]; i < values_at_[block + 1]; ++i)
            if (is_wanted(values_[i].type, wanted)) take(values_[i]);
    }

    bool holds(std::uint32_t block) const noexcept { return block + 1 < folded_at_.size(); }

private:
    const Document& document_;
    const Language& language_;
    std::vector<TermHit> words_;  // of the language's words in folded_
    WordStarts starts_;     // of words, for searching all()
    std::vector<std::uint32_t> values_at_;
    std::vector<Value> values_;
    std::vector<TextRange> taken_;  // where the values of a block lie in its folded text, in no order
};

}  // namespace plancheck
