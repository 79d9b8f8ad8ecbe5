// The main text is folded block by block into one string, and the words of the language are searched in all of it at
// once. Blocks without text have an empty range.
#include "plan/block_text.hpp"

#include <algorithm>
#include <functional>

#include "text/characters.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

namespace plancheck {

FoldedBlocks::FoldedBlocks(const Document& document) {
    const std::uint32_t count = document.main_end;
    folded_.reserve(document.text.size());
    folded_at_.reserve(count + 1);
    for (std::uint32_t i = 0; i < count; ++i) {
        folded_at_.push_back(static_cast<std::uint32_t>(folded_.text.size()));
        if (const Span span = document.blocks[i].text; !span.empty()) folded_.append(document.view(span), span.begin);
    }
    folded_at_.push_back(static_cast<std::uint32_t>(folded_.text.size()));
}

BlockText::BlockText(const Document& document, const Language& language, FoldedBlocks folded_blocks)
    : FoldedBlocks(std::move(folded_blocks)), document_(document), language_(language) {
    const std::uint32_t count = document.main_end;
    values_at_.reserve(count + 1);
    starts_ = WordStarts(folded_.text, language);
    words_ = language.words.find(folded_.text, starts_);
    auto hit = words_.begin();
    for (std::uint32_t i = 0; i < count; ++i) {
        values_at_.push_back(static_cast<std::uint32_t>(values_.size()));
        const std::string_view piece = folded(i);
        if (piece.empty()) continue;
        const auto first = hit;
        while (hit != words_.end() && hit->begin < folded_at_[i + 1]) ++hit;
        const Span span = document.blocks[i].text;
        find_values(document.view(span), span.begin, folded_, piece, {first, hit}, language, want_all, values_, taken_);
    }
    values_at_.push_back(static_cast<std::uint32_t>(values_.size()));
}

std::string_view FoldedBlocks::folded(std::uint32_t block) const noexcept {
    const std::uint32_t end = folded_at_[block + 1];
    std::uint32_t begin = folded_at_[block];
    if (begin == end) return {};
    // A line feed stands before every block but the first.
    if (begin != 0) ++begin;
    return std::string_view(folded_.text).substr(begin, end - begin);
}

namespace {

// Whether what stands around it changes nothing in a part that begins or ends beside it.
bool parts(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && !is_word_character(byte) && c != '-' && c != '\'';
}

// Where a view of a text begins in it, if `is_end` holds of what stands around it; none for any other text.
template <class IsEnd>
std::optional<std::uint32_t> offset_in(std::string_view all, std::string_view view, IsEnd&& is_end) noexcept {
    const std::less_equal<> not_behind;
    if (!not_behind(all.data(), view.data()) || !not_behind(view.data() + view.size(), all.data() + all.size())) return std::nullopt;
    const auto begin = static_cast<std::size_t>(view.data() - all.data()), end = begin + view.size();
    if ((begin != 0 && !is_end(all[begin - 1])) || (end != all.size() && !is_end(all[end]))) return std::nullopt;
    return static_cast<std::uint32_t>(begin);
}

}  // namespace

std::optional<std::uint32_t> BlockText::offset_of_block(std::string_view folded) const noexcept {
    return offset_in(folded_.text, folded, [](char c) { return c == '\n'; });
}

std::optional<std::uint32_t> BlockText::offset_of(std::string_view folded) const noexcept { return offset_in(folded_.text, folded, parts); }

FoldedBlock BlockText::block(std::uint32_t block) const noexcept {
    const std::string_view text = folded(block);
    const auto base = text.empty() ? folded_at_[block] : static_cast<std::uint32_t>(text.data() - folded_.text.data());
    return {text, &folded_, base, document_.blocks[block].text.begin};
}

std::vector<TermHit> BlockText::find(const TermIndex& index, std::string_view folded) const {
    if (folded.empty()) return {};
    const auto begin = offset_of(folded);
    return begin ? index.find(folded_.text, starts_, *begin, *begin + static_cast<std::uint32_t>(folded.size())) : index.find(folded);
}

StartsOfBlock BlockText::words_of(std::string_view part) const noexcept {
    if (part.empty()) return {};
    const auto from = static_cast<std::uint32_t>(part.data() - folded_.text.data());
    const auto first = std::lower_bound(starts_.at.begin(), starts_.at.end(), from);
    const auto last = std::lower_bound(first, starts_.at.end(), from + static_cast<std::uint32_t>(part.size()));
    const auto begin = static_cast<std::size_t>(first - starts_.at.begin()), count = static_cast<std::size_t>(last - first);
    return {std::span(starts_.at).subspan(begin, count), std::span(starts_.letters).subspan(begin, count)};
}

Span BlockText::source(std::uint32_t block, std::uint32_t begin, std::uint32_t end) const noexcept {
    const auto base = static_cast<std::uint32_t>(folded(block).data() - folded_.text.data());
    return {folded_.source_begin(base + begin), folded_.source_end(base + end)};
}

std::size_t BlockText::folded_size(std::uint32_t block, std::size_t bytes) const noexcept {
    const Span own = document_.blocks[block].text;
    const FoldedBlock all = this->block(block);
    if (bytes >= own.size()) return all.text.size();
    const std::uint32_t end = folded_.folded_at(own.begin + static_cast<std::uint32_t>(whole_within(document_.view(own), bytes).size()));
    return std::min<std::size_t>(end - std::min(end, all.base), all.text.size());
}

std::optional<std::uint32_t> BlockText::begin_of(std::uint32_t block, Span part) const noexcept {
    if (!holds(block)) return std::nullopt;
    const Span own = document_.blocks[block].text;
    if (part.begin < own.begin || part.end > own.end) return std::nullopt;
    const FoldedBlock all = this->block(block);
    const auto end = all.base + static_cast<std::uint32_t>(all.text.size());
    std::uint32_t begin = part.begin == own.begin ? all.base : std::clamp(folded_.folded_at(part.begin), all.base, end);
    while (begin < end && folded_.text[begin] == ' ') ++begin;
    if (begin == end || (begin > all.base && !parts(folded_.text[begin - 1]))) return std::nullopt;
    return begin;
}

std::optional<std::string_view> BlockText::part(std::uint32_t block, Span part) const noexcept {
    const auto begin = begin_of(block, part);
    if (!begin) return std::nullopt;
    const FoldedBlock all = this->block(block);
    const auto stop = all.base + static_cast<std::uint32_t>(all.text.size());
    std::uint32_t end = part.end == document_.blocks[block].text.end ? stop : std::min(folded_.folded_at(part.end), stop);
    while (end > *begin && folded_.text[end - 1] == ' ') --end;
    if (end <= *begin || (end < stop && !parts(folded_.text[end]))) return std::nullopt;
    return std::string_view(folded_.text).substr(*begin, end - *begin);
}

std::optional<std::span<const TermHit>> BlockText::words_in(std::string_view part) const noexcept {
    const auto begin = static_cast<std::uint32_t>(part.data() - folded_.text.data()), end = begin + static_cast<std::uint32_t>(part.size());
    // No word is longer: what might reach into the part is looked at from there.
    constexpr std::uint32_t longest = 256;
    const auto first = std::lower_bound(words_.begin(), words_.end(), begin - std::min(begin, longest), [](const TermHit& hit, std::uint32_t at) { return hit.begin < at; });
    return hits_inside({first, words_.end()}, begin, end);
}

std::optional<std::span<const TermHit>> hits_inside(std::span<const TermHit> hits, std::uint32_t begin, std::uint32_t end) noexcept {
    auto first = hits.begin();
    for (; first != hits.end() && first->begin < begin; ++first)
        if (first->end > begin) return std::nullopt;
    auto last = first;
    for (; last != hits.end() && last->begin < end; ++last)
        if (last->end > end) return std::nullopt;
    return std::span<const TermHit>(first, last);
}

std::vector<Value> BlockText::values(std::uint32_t block, Span part, const Language& language, std::uint32_t wanted) const {
    constexpr std::uint32_t by_context = want_names | in_telephone_field | in_contact_field | in_time_field | in_money_field;
    const std::string_view source = document_.view(part);
    if (!holds(block) || &language != &language_) return find_values(source, language, wanted);
    // Without a number a field says nothing that the text does not, but "first year" where a time is asked for, "anna at lake dot
    // org" where a contact is.
    constexpr std::size_t longest_time = 60, longest_contact = 160;  // bytes
    const std::size_t size = folded(block).size();
    const std::uint32_t of_fields = by_context & ~std::uint32_t{want_names} & ~(size <= longest_time ? std::uint32_t{in_time_field} : 0U) & ~(size <= longest_contact ? std::uint32_t{in_contact_field} : 0U);
    if ((wanted & of_fields) != 0 && ascii_digits.find(folded(block)) == std::string_view::npos && folded(block).find("年") == std::string_view::npos) wanted &= ~of_fields;
    if (part == document_.blocks[block].text) {
        const std::size_t first = values_at_[block], count = values_at_[block + 1] - first;
        if ((wanted & by_context) != 0) {
            const std::string_view all = folded(block);
            const auto words = words_in(all);
            return words ? find_values(source, part.begin, folded_, all, *words, language, wanted, std::span(values_).subspan(first, count), std::span(taken_).subspan(first, count))
                         : find_values(source, language, wanted);
        }
        std::vector<Value> found;
        for (std::size_t i = first; i < first + count; ++i)
            if (is_wanted(values_[i].type, wanted)) found.push_back(values_[i]);
        return found;
    }
    const auto piece = this->part(block, part);
    if (!piece) return find_values(source, language, wanted);
    const auto words = words_in(*piece);
    return words ? find_values(source, part.begin, folded_, *piece, *words, language, wanted) : find_values(source, language, wanted);
}

}  // namespace plancheck
