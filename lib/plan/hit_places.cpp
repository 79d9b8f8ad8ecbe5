// Hits of one id never overlap, those of different ids may, so how far they reach is noted beside them.
#include "plan/hit_places.hpp"

namespace plancheck {

HitPlaces::HitPlaces(const BlockText& text, const TermIndex& index) : text_(text), hits_(index.find(text.all(), text.word_starts())), denies_(index.denies()) {
    reach_.reserve(hits_.size());
    std::uint32_t reach = 0;
    for (const TermHit& hit : hits_) reach_.push_back(reach = std::max(reach, hit.end));
}

std::span<const TermHit> HitPlaces::in_block(std::uint32_t block) const noexcept {
    const FoldedBlock of = text_.block(block);
    const auto before = [](const TermHit& hit, std::uint32_t at) { return hit.begin < at; };
    const auto first = std::lower_bound(hits_.begin(), hits_.end(), of.base, before);
    return {first, std::lower_bound(first, hits_.end(), of.base + static_cast<std::uint32_t>(of.text.size()), before)};
}

}  // namespace plancheck
