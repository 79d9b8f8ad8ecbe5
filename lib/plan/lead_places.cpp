// Words of leading that are no label ("at the helm of the area stands …"): where they stand, and in which sentence.
#include "plan/lead_places.hpp"

#include "text/fold.hpp"
#include "text/sentences.hpp"

namespace plancheck {

std::vector<Stretch> LeadPlaces::said_in(const ItemSpec& spec) const {
    std::vector<Stretch> found;
    if (!known()) return found;
    constexpr int most = 50;  // places that are looked at
    const auto& terms = reading_.form.vocabularies[words_].terms;
    int looked = 0;
    for (const TermPlace& place : reading_.terms) {
        if (place.vocabulary != words_ || place.negated || terms[place.term].key != "leading") continue;
        const auto inside = [&](const Section& one) { return one.spec != nullptr && place.block >= one.body_begin && place.block < one.body_end; };
        const auto section = std::find_if(reading_.outline.sections.begin(), reading_.outline.sections.end(), inside);
        const std::string_view key = section != reading_.outline.sections.end() ? std::string_view(section->spec->key) : place.block < reading_.outline.front_end ? "front" : "";
        if (key.empty() || (key != spec.section && std::find(spec.places.begin(), spec.places.end(), key) == spec.places.end())) continue;
        if (++looked > most) break;
        const Span block = reading_.document.blocks[place.block].text;
        for (const SentencePlace& one : sentences_of(reading_.view(block), reading_.language, Semicolon::joins)) {
            const Span span{block.begin + static_cast<std::uint32_t>(one.begin), block.begin + static_cast<std::uint32_t>(one.end)};
            if (place.span.begin < span.begin || place.span.begin >= span.end || (!found.empty() && found.back().span.begin == span.begin)) continue;
            const std::string folded = fold(reading_.view(span));
            if (holds(folded, "area") && !holds(folded, "former")) found.push_back({place.block, span});
        }
    }
    return found;
}

}  // namespace plancheck
