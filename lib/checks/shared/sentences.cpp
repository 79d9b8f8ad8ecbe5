// The blocks of a scope one after the other; the section's own words behind its title first.
#include "checks/shared/sentences.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

void cut(const Document& document, const Language& language, std::uint32_t block, Span span, Semicolon semicolon, std::vector<Sentence>& to) {
    for (const SentencePlace& one : sentences_of(document.view(span), language, semicolon))
        to.push_back({block, {span.begin + static_cast<std::uint32_t>(one.begin), span.begin + static_cast<std::uint32_t>(one.end)}});
}

}  // namespace

void Sentences::add(std::uint32_t block, Semicolon semicolon, std::vector<Sentence>& to) const {
    Cut& known = cut_[static_cast<std::size_t>(semicolon)];
    if (known.count.empty()) {
        known.first.resize(document_.blocks.size());
        known.count.resize(document_.blocks.size());
    }
    if (known.count[block] == 0) {
        known.first[block] = static_cast<std::uint32_t>(known.all.size());
        cut(document_, language_, block, document_.blocks[block].text, semicolon, known.all);
        known.count[block] = static_cast<std::uint32_t>(known.all.size()) - known.first[block];
    }
    const auto from = known.all.begin() + known.first[block];
    to.insert(to.end(), from, from + known.count[block]);
}

Where quoting(const Context& context, std::uint32_t block, Span evidence) {
    const Document& document = context.document();
    const Span text = document.blocks[block].text;
    const auto is_shown = [&](std::uint32_t from) {
        const std::string_view cut = cut_at_word(document.view({from, text.end}));
        return static_cast<std::size_t>(evidence.end - from) <= cut.size();
    };
    if (evidence.begin < text.begin || evidence.end > text.end || is_shown(text.begin)) return {block, {}, false};
    std::vector<Sentence> cut;
    context.sentences->add(block, Semicolon::joins, cut);
    const auto after = std::find_if(cut.begin(), cut.end(), [&](const Sentence& one) { return one.span.end > evidence.begin; });
    std::uint32_t from = after == cut.end() ? text.begin : std::min(after->span.begin, evidence.begin);
    if (!is_shown(from)) {
        // The words before it, as far as half of what is shown; letters in a script without spaces.
        constexpr std::size_t before = 60;
        const std::string_view lead = document.view({from, evidence.begin});
        const std::size_t least = lead.size() - std::min(lead.size(), before), space = lead.find(' ', least);
        from += static_cast<std::uint32_t>(space == std::string_view::npos ? whole_within(lead, least).size() : space + 1);
        if (!is_shown(from)) from = evidence.begin;
    }
    return {block, {from, text.end}, false};
}

std::vector<Sentence> sentences(const Context& context, const Scope& scope, Semicolon semicolon) {
    const Document& document = context.document();
    std::vector<Sentence> found;
    if (scope.glued_block != Where::nowhere) cut(document, context.language(), scope.glued_block, scope.glued, semicolon, found);
    for (std::uint32_t i = scope.begin; i < scope.end; ++i) {
        const Block& block = document.blocks[i];
        if (block.text.empty() || block.kind == BlockKind::heading || block.has(mark::contents) || block.has(mark::uncounted)) continue;
        context.sentences->add(i, semicolon, found);
    }
    return found;
}

std::optional<Sentence> beside_label(const Document& document, const Sentence& label) {
    const std::uint32_t i = label.block;
    constexpr std::size_t longest_label = 60;
    if (i < 2 || i + 2 >= document.main_end || !fits_in(document.view(document.blocks[i].text), longest_label)) return std::nullopt;
    const Block &row = document.blocks[i - 2], &cell = document.blocks[i - 1], &next = document.blocks[i + 1];
    if (row.kind != BlockKind::row || cell.kind != BlockKind::cell || cell.end != i + 1 || next.kind != BlockKind::cell || row.end <= i + 1 || row.has(mark::header_row)) return std::nullopt;
    return Sentence{i + 2, document.blocks[i + 2].text};
}

}  // namespace plancheck
