// Hits of one id never overlap, those of different ids may, so how far they reach is noted beside them.
#include "plan/hit_places.hpp"

namespace plancheck {

HitPlaces::HitPlaces(const BlockText& text, const TermIndex& index, bool denies) : text_(text), index_(index), hits_(index.find(text.all(), text.word_starts())), denies_(denies) {
    reach_.reserve(hits_.size());
    std::uint32_t reach = 0;
    for (const TermHit& hit : hits_) reach_.push_back(reach = std::max(reach, hit.end));
}

std::optional<std::span<const TermHit>> HitPlaces::inside(std::uint32_t begin, std::uint32_t end) const noexcept {
    const std::string_view all = text_.all();
    const bool is_whole = (begin == 0 || all[begin - 1] == '\n') && (end == all.size() || all[end] == '\n');
    if (denies_ && !is_whole) return std::nullopt;
    // What ends before the part is passed over.
    const auto first = std::upper_bound(reach_.begin(), reach_.end(), begin) - reach_.begin();
    return hits_inside(std::span<const TermHit>(hits_).subspan(static_cast<std::size_t>(first)), begin, end);
}

}  // namespace plancheck
