// The blocks of a scope one after the other; the section's own words behind its title first.
#include "checks/shared/sentences.hpp"

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

}  // namespace plancheck
