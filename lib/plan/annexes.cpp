// The template's vocabulary says which words point to an annex; the annex is known by the first words of its title ("annex b").
#include "plan/annexes.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_said = 1000;  // bytes: it is searched for every annex

// The folded text that points to an annex, or nothing.
std::string pointing(const Reading& reading, const Section& section) {
    const std::uint32_t see = reading.lexicon.vocabulary("see-annex");
    if (see == Lexicon::none || reading.outline.annexes.empty()) return {};
    const auto said = [&](Span span) { return fold(reading.view(span).substr(0, most_said)); };
    if (!section.glued.empty() && reading.has_term(section.glued, see)) return said(section.glued);
    for (std::uint32_t i = section.body_begin; i < section.body_end; ++i)
        if (const Span span = reading.document.blocks[i].text; reading.is_text(i) && reading.has_term(span, see)) return said(span);
    return {};
}

bool names(std::string_view said, const Annex& annex, const Reading& reading) {
    const std::string title = fold(reading.view(annex.title));
    const TermHit word = reading.words.around.match_at(title, 0, Words::annex, Words::annex);
    if (word.end == 0) return false;
    const std::size_t begin = std::min(title.find_first_not_of(' ', word.end), title.size());
    const std::size_t end = std::min(title.find_first_of(" :.,", begin), title.size());
    return end > word.end && said.find(std::string_view(title).substr(0, end)) != std::string_view::npos;
}

}  // namespace

std::vector<const Annex*> annexes_pointed_to(const Reading& reading, const Section& section) {
    std::vector<const Annex*> order;
    const std::string said = pointing(reading, section);
    if (said.empty()) return order;
    for (const Annex& annex : reading.outline.annexes) order.push_back(&annex);
    std::stable_partition(order.begin(), order.end(), [&](const Annex* annex) { return names(said, *annex, reading); });
    return order;
}

}  // namespace plancheck
