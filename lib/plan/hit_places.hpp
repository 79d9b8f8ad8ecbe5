// Where the terms of one index stand in the main text, found in one pass: what nearly every line is asked for stands in few
// of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

/// Borrows the text and the index. Immutable; any number of threads may read it.
class HitPlaces {
public:
    /// `denies`: whether terms that are asked for say in which longer words they are none.
    HitPlaces(const BlockText& text, const TermIndex& index, bool denies);

    /// In the order of TermIndex::find(); offsets are of BlockText::all().
    std::span<const TermHit> all() const noexcept { return hits_; }

    /// TermIndex::find() in any folded text, of the ids that `wanted` takes. What lies in BlockText::all() is not searched again.
    template <class Wanted>
    std::vector<TermHit> find(std::string_view folded, Wanted&& wanted) const {
        std::vector<TermHit> found;
        const auto begin = text_.offset_of(folded);
        const auto known = begin ? inside(*begin, *begin + static_cast<std::uint32_t>(folded.size())) : std::nullopt;
        if (known) {
            for (const TermHit& hit : *known)
                if (wanted(hit.id)) found.push_back({hit.id, hit.begin - *begin, hit.end - *begin, hit.doubtful});
        } else {
            found = text_.find(index_, folded);
            std::erase_if(found, [&](const TermHit& hit) { return !wanted(hit.id); });
        }
        return found;
    }
    std::vector<TermHit> find(std::string_view folded) const {
        return find(folded, [](std::uint32_t) { return true; });
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
    const TermIndex& index_;
    std::vector<TermHit> hits_;
    std::vector<std::uint32_t> reach_;  // how far the hits up to each one reach
    bool denies_;

    // The hits in a part at whose ends no word goes on; none where what a search of the part alone finds is not known.
    std::optional<std::span<const TermHit>> inside(std::uint32_t begin, std::uint32_t end) const noexcept;

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
