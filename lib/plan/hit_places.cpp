// Hits of one id never overlap, those of different ids may, so how far they reach is noted beside them.
#include "plan/hit_places.hpp"

namespace plancheck {

HitPlaces::HitPlaces(const BlockText& text, const TermIndex& index, bool denies) : text_(text), hits_(index.find(text.all(), text.word_starts())), denies_(denies) {
    reach_.reserve(hits_.size());
    std::uint32_t reach = 0;
    for (const TermHit& hit : hits_) reach_.push_back(reach = std::max(reach, hit.end));
}

}  // namespace plancheck
