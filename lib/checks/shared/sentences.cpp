// The blocks of a scope one after the other; the section's own words behind its title first.
#include "checks/shared/sentences.hpp"

namespace plancheck {

std::vector<Sentence> sentences(const Context& context, const Scope& scope, Semicolon semicolon) {
    const Document& document = context.document();
    const Language& language = context.language();
    std::vector<Sentence> found;
    const auto add = [&](Span span, std::uint32_t block) {
        for (const SentencePlace& one : sentences_of(document.view(span), language, semicolon))
            found.push_back({block, {span.begin + static_cast<std::uint32_t>(one.begin), span.begin + static_cast<std::uint32_t>(one.end)}});
    };
    if (scope.glued_block != Where::nowhere) add(scope.glued, scope.glued_block);
    for (std::uint32_t i = scope.begin; i < scope.end; ++i) {
        const Block& block = document.blocks[i];
        if (block.text.empty() || block.kind == BlockKind::heading || block.has(mark::contents) || block.has(mark::uncounted)) continue;
        add(block.text, i);
    }
    return found;
}

}  // namespace plancheck
