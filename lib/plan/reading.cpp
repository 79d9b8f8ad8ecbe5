// The document is folded once, block by block, and searched in one pass. Whether a hit is denied is asked only where the
// language has a cue of denial near it, which is rare.
#include "plan/reading.hpp"

#include <algorithm>

#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

const Language& language_of(std::string_view tag, const Lexicon& lexicon) {
    if (const Language* found = lexicon.languages().find(tag)) return *found;
    if (const Language* found = lexicon.words(tag).language) return *found;
    return *lexicon.languages().all().front();
}

constexpr std::uint32_t near = 420;  // bytes; a cue of denial reaches no further

}  // namespace

Reading::Reading(const Outline& of, std::string_view tag, const Lexicon& with)
    : outline(of), document(*of.document), form(*of.form), lexicon(with), words(with.words(tag)), language(language_of(tag, with)) {}

std::span<const TermPlace> Reading::terms_in(Span span) const noexcept {
    const auto first = std::lower_bound(terms.begin(), terms.end(), span.begin,
                                        [](const TermPlace& place, std::uint32_t begin) { return place.span.begin < begin; });
    const auto last = std::lower_bound(first, terms.end(), span.end,
                                       [](const TermPlace& place, std::uint32_t end) { return place.span.begin < end; });
    return {first, last};
}

bool Reading::has_term(Span span, std::uint32_t vocabulary) const noexcept {
    for (const TermPlace& place : terms_in(span))
        if (place.vocabulary == vocabulary && !place.negated) return true;
    return false;
}

std::vector<TermHit> Reading::find(std::string_view folded, std::uint32_t vocabulary) const {
    std::vector<TermHit> hits;
    if (vocabulary == Lexicon::none) return hits;
    for (const TermHit& hit : words.terms.find(folded))
        if (lexicon.term(hit.id).vocabulary == vocabulary) hits.push_back(hit);
    return hits;
}

bool Reading::holds(std::string_view text, std::uint32_t vocabulary) const {
    return vocabulary != Lexicon::none && !find(fold(text), vocabulary).empty();
}

Span Reading::trimmed(Span span) const noexcept {
    const std::string_view all = view(span), inner = plancheck::trimmed(all);
    if (inner.empty()) return {span.begin, span.begin};
    const auto begin = span.begin + static_cast<std::uint32_t>(inner.data() - all.data());
    return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

std::vector<TermPlace> find_terms(const Reading& reading) {
    const Document& document = reading.document;
    // Headings of sections may be paragraphs; what is glued to one belongs to the body.
    std::vector<std::pair<std::uint32_t, const Section*>> headings;
    for (const Section& section : reading.outline.sections)
        for (std::uint32_t i = section.heading; i <= section.last_heading; ++i) headings.emplace_back(i, &section);
    std::sort(headings.begin(), headings.end(), [](const auto& a, const auto& b) { return a.first < b.first; });

    struct Piece {
        std::uint32_t folded, block;
    };
    std::vector<Piece> pieces;
    Folded folded;
    folded.reserve(document.text.size());
    std::size_t heading = 0;
    for (std::uint32_t i = 0; i < document.main_end; ++i) {
        while (heading < headings.size() && headings[heading].first < i) ++heading;
        if (!reading.is_text(i)) continue;
        Span span = document.blocks[i].text;
        if (heading < headings.size() && headings[heading].first == i) {
            span = i == headings[heading].second->heading ? headings[heading].second->glued : Span{};
            if (span.empty()) continue;
        } else if (document.blocks[i].kind == BlockKind::heading) {
            continue;
        }
        pieces.push_back({static_cast<std::uint32_t>(folded.text.size()), i});
        folded.append(document.view(span), span.begin);
    }
    std::vector<TermPlace> places;
    const std::vector<TermHit> hits = reading.words.terms.find(folded.text);
    if (hits.empty()) return places;
    const std::vector<TermHit> cues = reading.language.negations.find(folded.text);
    places.reserve(hits.size());
    std::size_t piece = 0, cue = 0;
    for (const TermHit& hit : hits) {
        while (piece + 1 < pieces.size() && pieces[piece + 1].folded <= hit.begin) ++piece;
        while (cue < cues.size() && cues[cue].begin + near < hit.begin) ++cue;
        TermPlace place;
        place.vocabulary = reading.lexicon.term(hit.id).vocabulary;
        place.term = reading.lexicon.term(hit.id).term;
        place.block = pieces[piece].block;
        place.span = {folded.source_begin(hit.begin), folded.source_end(hit.end)};
        if (cue < cues.size() && cues[cue].begin < hit.end + near)
            place.negated = is_negated(folded.text, hit.begin, hit.end, reading.language);
        places.push_back(place);
    }
    return places;
}

}  // namespace plancheck
