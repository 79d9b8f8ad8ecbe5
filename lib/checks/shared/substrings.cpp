// Places are sorted by as many bytes as the longest string has: those of one string stand together, and each of them is one
// where it stands. Places inside a character begin no string.
#include "checks/shared/substrings.hpp"

#include <algorithm>

namespace plancheck {

namespace {

constexpr std::size_t direct = std::size_t{1} << 22;  // bytes walked over: less than the sorting takes

}  // namespace

Substrings::Substrings(std::string_view text, std::size_t strings) : text_(text), sorted_(strings != 0 && text.size() > direct / strings) {
    if (!sorted_) return;
    places_.reserve(text.size());
    for (std::uint32_t at = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) places_.push_back(at);
    std::sort(places_.begin(), places_.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int order = text_.substr(a, longest).compare(text_.substr(b, longest));
        return order != 0 ? order < 0 : a < b;
    });
}

std::pair<std::size_t, std::size_t> Substrings::range(std::string_view string) const {
    const auto first = std::lower_bound(places_.begin(), places_.end(), string,
                                        [&](std::uint32_t place, std::string_view wanted) { return text_.substr(place, wanted.size()) < wanted; });
    const auto last = std::upper_bound(first, places_.end(), string,
                                       [&](std::string_view wanted, std::uint32_t place) { return wanted < text_.substr(place, wanted.size()); });
    return {static_cast<std::size_t>(first - places_.begin()), static_cast<std::size_t>(last - places_.begin())};
}

}  // namespace plancheck
