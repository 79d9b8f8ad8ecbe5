// Many short strings looked for in one long text: where one stands is found without walking over the text for each.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace plancheck {

/// Borrows the text. The order of all its places by the seven bytes that follow is made at the first search that asks for
/// it; a few strings in a short text are searched for directly. Not thread-safe.
class Substrings {
public:
    /// `strings`: about how many will be looked for.
    Substrings(std::string_view text, std::size_t strings);

    /// Calls `accept(offset)` for the places where `string` (not empty) stands until it gives true; false: it never did.
    template <class Accept>
    bool any(std::string_view string, Accept&& accept) const {
        if (!sorted_) {
            for (std::size_t at = text_.find(string); at != std::string_view::npos; at = text_.find(string, at + 1))
                if (accept(at)) return true;
            return false;
        }
        std::size_t from = 0;  // of the window in the string
        for (auto [at, end] = rarest(string, from); at != end; ++at)
            if (places_[at] >= from && text_.substr(places_[at] - from, string.size()) == string && accept(places_[at] - from)) return true;
        return false;
    }
    bool holds(std::string_view string) const {
        return any(string, [](std::size_t) { return true; });
    }

private:
    std::string_view text_;
    bool sorted_;
    std::vector<std::uint32_t> places_;

    std::pair<std::size_t, std::size_t> rarest(std::string_view string, std::size_t& from) const;
};

}  // namespace plancheck
