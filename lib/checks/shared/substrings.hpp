// Many short strings looked for in one long text: where one stands is found without walking over the text for each.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace plancheck {

/// Borrows the text, of which all places are sorted by what follows them; a few strings in a short text are searched for
/// directly. Immutable.
class Substrings {
public:
    /// Bytes of the longest string that is found: no name is longer, and what many long strings have in common would be
    /// walked over for each of them.
    static constexpr std::size_t longest = 400;

    /// `strings`: about how many will be looked for.
    Substrings(std::string_view text, std::size_t strings);

    /// Calls `accept(offset)` for the places where `string` (not empty) stands, in any order, until it gives true; false: it
    /// never did.
    template <class Accept>
    bool any(std::string_view string, Accept&& accept) const {
        if (string.size() > longest) return false;
        if (!sorted_) {
            // Letters of many scripts begin with the same byte.
            if (string.size() >= 4 && static_cast<unsigned char>(string.front()) >= 0x80) {
                const std::boyer_moore_horspool_searcher searcher(string.begin(), string.end());
                for (auto at = std::search(text_.begin(), text_.end(), searcher); at != text_.end(); at = std::search(at + 1, text_.end(), searcher))
                    if (accept(static_cast<std::size_t>(at - text_.begin()))) return true;
                return false;
            }
            for (std::size_t at = text_.find(string); at != std::string_view::npos; at = text_.find(string, at + 1))
                if (accept(at)) return true;
            return false;
        }
        for (auto [at, end] = range(string); at != end; ++at)
            if (accept(std::size_t{places_[at]})) return true;
        return false;
    }
    bool holds(std::string_view string) const {
        return any(string, [](std::size_t) { return true; });
    }

private:
    std::string_view text_;
    bool sorted_;
    std::vector<std::uint32_t> places_;

    std::pair<std::size_t, std::size_t> range(std::string_view string) const;
};

}  // namespace plancheck
