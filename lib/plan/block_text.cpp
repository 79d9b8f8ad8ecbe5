// The main text is folded block by block into one string, and the words of the language are searched in all of it at
// once. Blocks without text have an empty range.
#include "plan/block_text.hpp"

#include <algorithm>
#include <functional>

#include "text/language.hpp"

namespace plancheck {

BlockText::BlockText(const Document& document, const Language& language) : document_(document), language_(language) {
    const std::uint32_t count = document.main_end;
    folded_.reserve(document.text.size());
    folded_at_.reserve(count + 1);
    values_at_.reserve(count + 1);
    for (std::uint32_t i = 0; i < count; ++i) {
        folded_at_.push_back(static_cast<std::uint32_t>(folded_.text.size()));
        if (const Span span = document.blocks[i].text; !span.empty()) folded_.append(document.view(span), span.begin);
    }
    folded_at_.push_back(static_cast<std::uint32_t>(folded_.text.size()));
    starts_ = WordStarts(folded_.text, language);
    const std::vector<TermHit> hits = language.words.find(folded_.text, starts_);
    auto hit = hits.begin();
    for (std::uint32_t i = 0; i < count; ++i) {
        values_at_.push_back(static_cast<std::uint32_t>(values_.size()));
        const std::string_view piece = folded(i);
        if (piece.empty()) continue;
        const auto first = hit;
        while (hit != hits.end() && hit->begin < folded_at_[i + 1]) ++hit;
        const Span span = document.blocks[i].text;
        for (Value& value : find_values(document.view(span), span.begin, folded_, piece, {first, hit}, language)) values_.push_back(std::move(value));
    }
    values_at_.push_back(static_cast<std::uint32_t>(values_.size()));
}

std::string_view BlockText::folded(std::uint32_t block) const noexcept {
    const std::uint32_t end = folded_at_[block + 1];
    std::uint32_t begin = folded_at_[block];
    if (begin == end) return {};
    // A line feed stands before every block but the first.
    if (begin != 0) ++begin;
    return std::string_view(folded_.text).substr(begin, end - begin);
}

std::optional<std::uint32_t> BlockText::offset_of(std::string_view folded) const noexcept {
    const char* const first = folded_.text.data();
    const std::less_equal<> not_behind;
    if (!not_behind(first, folded.data()) || !not_behind(folded.data() + folded.size(), first + folded_.text.size())) return std::nullopt;
    return static_cast<std::uint32_t>(folded.data() - first);
}

FoldedBlock BlockText::block(std::uint32_t block) const noexcept {
    const std::string_view text = folded(block);
    const auto base = text.empty() ? folded_at_[block] : static_cast<std::uint32_t>(text.data() - folded_.text.data());
    return {text, &folded_, base, document_.blocks[block].text.begin};
}

std::span<const std::uint32_t> BlockText::starts_in(std::uint32_t block) const noexcept {
    const FoldedBlock of = this->block(block);
    const auto first = std::lower_bound(starts_.at.begin(), starts_.at.end(), of.base);
    return {first, std::lower_bound(first, starts_.at.end(), of.base + static_cast<std::uint32_t>(of.text.size()))};
}

Span BlockText::source(std::uint32_t block, std::uint32_t begin, std::uint32_t end) const noexcept {
    const auto base = static_cast<std::uint32_t>(folded(block).data() - folded_.text.data());
    return {folded_.source_begin(base + begin), folded_.source_end(base + end)};
}

std::vector<Value> BlockText::values(std::uint32_t block, std::uint32_t wanted) const {
    return values(block, language_, wanted);
}

std::vector<Value> BlockText::values(std::uint32_t block, const Language& language, std::uint32_t wanted) const {
    if (!holds(block) || &language != &language_) return find_values(document_.view(document_.blocks[block].text), language, wanted);
    std::vector<Value> found;
    for (std::uint32_t i = values_at_[block]; i < values_at_[block + 1]; ++i)
        if (is_wanted(values_[i].type, wanted)) found.push_back(values_[i]);
    return found;
}

}  // namespace plancheck
