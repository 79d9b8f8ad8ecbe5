#include "plan/guidance_left.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "template/guidance.hpp"
#include "text/letters.hpp"

namespace plancheck {

namespace {

// No word stands around it.
bool is_all_of(std::string_view folded, std::span<const std::uint32_t> starts, std::uint32_t base, const GuidanceSequence& first, const GuidanceSequence& last) {
    return std::none_of(starts.begin(), starts.end(), [&](std::uint32_t start) {
        const std::uint32_t at = start - base;
        return (at < first.begin || at >= last.end) && meet(folded, at).kind != Character::other;
    });
}

}  // namespace

std::vector<GuidanceLeft> find_guidance(const Document& document, const BlockText& text, const Template& form) {
    constexpr std::uint32_t shortest = 24;  // bytes: fewer are no eight words
    std::vector<GuidanceLeft> found;
    if (form.guidance.empty()) return found;
    GuidanceReader reader(form.guidance);
    const std::span<const std::uint32_t> starts = text.word_starts().at;
    auto first = starts.begin();
    for (std::uint32_t i = 0; i < document.main_end; ++i) {
        const Block& block = document.blocks[i];
        if (block.text.size() < shortest || block.has(mark::uncounted) || block.kind == BlockKind::heading) continue;
        const FoldedBlock folded = text.block(i);
        while (first != starts.end() && *first < folded.base) ++first;
        // No more words than bytes.
        const auto most = std::min<std::ptrdiff_t>(starts.end() - first, static_cast<std::ptrdiff_t>(folded.text.size()));
        const auto last = std::lower_bound(first, first + most, folded.base + static_cast<std::uint32_t>(folded.text.size()));
        const auto known = reader.known_in(folded.text, {first, last}, folded.base);
        const std::span<const std::uint32_t> words{first, last};
        first = last;
        // Eight words in a row can coincide; nine do not.
        if (known.size() < 2) continue;
        const Span span{text.source(i, known.front().begin, known.front().end).begin, text.source(i, known.back().begin, known.back().end).end};
        found.push_back({i, span, is_all_of(folded.text, words, folded.base, known.front(), known.back())});
    }
    return found;
}

}  // namespace plancheck
