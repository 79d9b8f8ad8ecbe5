// Places with the same window stand together, in the order of the text. Of a string longer than a window its rarest window
// is looked up, so that a common beginning ("Institute for …") costs nothing.
#include "checks/shared/substrings.hpp"

#include <algorithm>
#include <numeric>

namespace plancheck {

namespace {

constexpr std::size_t window = 7;
constexpr std::size_t direct = std::size_t{1} << 22;  // bytes walked over: less than the sorting takes

}  // namespace

Substrings::Substrings(std::string_view text, std::size_t strings) : text_(text), sorted_(strings != 0 && text.size() > direct / strings) {
    if (!sorted_) return;
    places_.resize(text.size());
    std::iota(places_.begin(), places_.end(), 0U);
    std::stable_sort(places_.begin(), places_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return text_.substr(a, window) < text_.substr(b, window); });
}

std::pair<std::size_t, std::size_t> Substrings::rarest(std::string_view string, std::size_t& from) const {
    std::pair<std::size_t, std::size_t> best{0, places_.size()};
    for (std::size_t at = 0; at == 0 || at + window <= string.size(); ++at) {
        const std::string_view part = string.substr(at, window);
        const auto first = std::lower_bound(places_.begin(), places_.end(), part, [&](std::uint32_t place, std::string_view wanted) {
            return text_.substr(place, wanted.size()) < wanted;
        });
        const auto last = std::upper_bound(first, places_.end(), part, [&](std::string_view wanted, std::uint32_t place) {
            return wanted < text_.substr(place, wanted.size());
        });
        if (static_cast<std::size_t>(last - first) < best.second - best.first) {
            best = {static_cast<std::size_t>(first - places_.begin()), static_cast<std::size_t>(last - places_.begin())};
            from = at;
        }
        if (first == last) break;
    }
    return best;
}

}  // namespace plancheck
