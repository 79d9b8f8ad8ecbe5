// Which kinds of terms a text can begin or end with, told by its first or last letters before any term is looked for: of the
// small words that stand beside numbers, most places have none. Private to lib/text. Immutable once all forms are added.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/term_keys.hpp"

namespace plancheck {

class TermEdges {
public:
    /// A form as TermIndex holds it, and a bit for its kind.
    void add(std::string_view form, std::uint64_t kind) {
        std::size_t first = 0, last = form.size();
        while (first < form.size() && !term_keys::is_wildcard(form, first)) ++first;
        for (std::size_t at = first; at < form.size(); ++at)
            if (term_keys::is_wildcard(form, at)) last = form.size() - std::min(form.size(), at + (term_keys::is_gap(form, at) ? term_keys::gap.size() : 1));
        add(firsts_, first_letters(form.substr(0, first), 0), kind);
        add(lasts_, last_letters(form.substr(form.size() - last), last), kind);
    }

    /// Bits of the kinds of which a term may begin at a place of a folded text.
    std::uint64_t beginning(std::string_view folded, std::size_t at) const noexcept {
        return at >= folded.size() || term_keys::is_joint(folded[at]) ? 0 : kinds(firsts_, first_letters(folded, at));
    }
    /// Bits of the kinds of which a term may end before a place, with nothing but spaces and hyphens between.
    std::uint64_t ending(std::string_view folded, std::size_t end) const noexcept { return kinds(lasts_, last_letters(folded, end)); }

private:
    static constexpr std::uint32_t most = 4, places = 10;  // letters that are looked at, bits of a place in a table
    // Of keys of one to four letters, told by the outermost one, the kinds.
    struct Side {
        std::array<std::uint8_t, 256> sizes{};
        std::array<std::uint64_t, std::size_t{1} << places> kinds{};
        std::uint64_t any = 0;  // of forms that begin or end with a wildcard
    };
    Side firsts_, lasts_;

    // The outermost letter highest; NUL where there are fewer, or more is between them than a term may have.
    static constexpr std::size_t farthest = 32;
    static std::uint32_t first_letters(std::string_view text, std::size_t at) noexcept {
        std::uint32_t letters = 0, count = 0;
        for (const std::size_t end = std::min(text.size(), at + farthest); at < end && count < most; ++at)
            if (!term_keys::is_joint(text[at])) letters |= std::uint32_t{static_cast<unsigned char>(text[at])} << (24 - 8 * count++);
        return letters;
    }
    static std::uint32_t last_letters(std::string_view text, std::size_t end) noexcept {
        std::uint32_t letters = 0, count = 0;
        for (const std::size_t begin = end - std::min(end, farthest); end > begin && count < most; --end)
            if (!term_keys::is_joint(text[end - 1])) letters |= std::uint32_t{static_cast<unsigned char>(text[end - 1])} << (24 - 8 * count++);
        return letters;
    }
    static std::size_t place(std::uint32_t letters, std::uint32_t size) noexcept {
        return ((letters >> (32 - 8 * size)) + (std::uint64_t{size} << 32)) * 0x9E3779B97F4A7C15ULL >> (64 - places);
    }
    static void add(Side& side, std::uint32_t letters, std::uint64_t kind) {
        std::uint32_t size = 0;
        while (size < most && (letters << 8 * size) != 0) ++size;
        if (size == 0) {
            side.any |= kind;
            return;
        }
        side.sizes[letters >> 24] |= static_cast<std::uint8_t>(1U << (size - 1));
        side.kinds[place(letters, size)] |= kind;
    }
    static std::uint64_t kinds(const Side& side, std::uint32_t letters) noexcept {
        std::uint64_t found = side.any;
        std::uint32_t size = 1;
        for (std::uint32_t sizes = side.sizes[letters >> 24]; sizes != 0; sizes >>= 1, ++size)
            if ((sizes & 1U) != 0) found |= side.kinds[place(letters, size)];
        return found;
    }
};

}  // namespace plancheck
