// Where the terms of one index stand in the main text, found in one pass: what nearly every line is asked for stands in few
// of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

/// Borrows the text. Immutable; any number of threads may read it.
class HitPlaces {
public:
    /// `denies`: whether terms that are asked for say in which longer words they are none.
    HitPlaces(const BlockText& text, const TermIndex& index, bool denies);

    /// In the order of TermIndex::find(); offsets are of BlockText::all().
    std::span<const TermHit> all() const noexcept { return hits_; }

    /// Those of a block whose folded text begins at `at`.
    std::span<const TermHit> in_block(std::uint32_t at, std::size_t size) const noexcept {
        const auto before = [](const TermHit& hit, std::size_t place) { return hit.begin < place; };
        const auto first = std::lower_bound(hits_.begin(), hits_.end(), at, before);
        return {first, std::lower_bound(first, hits_.end(), at + size, before)};
    }

    /// False only where a search of a part of a block alone gives no hit of an id that `wanted` takes: one may stand there
    /// or be hidden by another that reaches further.
    template <class Wanted>
    bool may_hold(std::uint32_t block, Span part, Wanted&& wanted) const {
        const auto piece = text_.part(block, part);
        if (!piece || denies_) return true;
        const auto begin = static_cast<std::uint32_t>(piece->data() - text_.all().data());
        return any(begin, begin + static_cast<std::uint32_t>(piece->size()), wanted);
    }

    /// The same of what is met at the beginning of a part, an article or prefix before it aside (TermIndex::match_at).
    template <class Wanted>
    bool may_begin(std::uint32_t block, Span part, Wanted&& wanted) const {
        const auto begin = text_.begin_of(block, part);
        constexpr std::uint32_t longest_prefix = 8;
        return !begin || denies_ || any(*begin, *begin + longest_prefix + 1, wanted);
    }

private:
    const BlockText& text_;
    std::vector<TermHit> hits_;
    std::vector<std::uint32_t> reach_;  // how far the hits up to each one reach
    bool denies_;

    template <class Wanted>
    bool any(std::uint32_t begin, std::uint32_t end, Wanted&& wanted) const {
        const auto first = std::upper_bound(reach_.begin(), reach_.end(), begin);
        for (std::size_t i = static_cast<std::size_t>(first - reach_.begin()); i < hits_.size() && hits_[i].begin < end; ++i)
            // In scripts without spaces a longer hit hides what lies inside it.
            if (hits_[i].end > begin && (wanted(hits_[i].id) || is_ideograph(decode(text_.all(), hits_[i].begin).code))) return true;
        return false;
    }
};

}  // namespace plancheck
