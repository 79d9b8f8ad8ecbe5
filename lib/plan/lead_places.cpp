// Words of leading that are no label ("at the helm of the area stands …"): where they stand, and in which sentence. Leading of another area.
#include "plan/lead_places.hpp"

#include "text/fold.hpp"
#include "text/sentences.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

bool LeadPlaces::leads_other_area(std::string_view text) const {
    if (!known() || reading_.area.empty()) return false;
    const auto& words = reading_.form.vocabularies[words_].terms;
    std::vector<TermHit> named, area;
    for (const TermHit& hit : reading_.find(text, words_))
        if (words[reading_.lexicon.term(hit.id).term].key == "area") area.push_back(hit);
    if (area.empty()) return false;
    for (const std::uint32_t vocabulary : {areas_, area_words_}) {
        if (vocabulary == Lexicon::none) continue;
        for (const TermHit& hit : reading_.find(text, vocabulary)) {
            if (reading_.form.vocabularies[vocabulary].terms[reading_.lexicon.term(hit.id).term].key == reading_.area) return false;
            named.push_back(hit);
        }
    }
    std::sort(named.begin(), named.end(), [](const TermHit& a, const TermHit& b) { return a.begin < b.begin; });
    // Of the terms the next one on either side of each word.
    for (const TermHit& word : area) {
        const auto next = std::upper_bound(named.begin(), named.end(), word.begin, [](std::uint32_t at, const TermHit& hit) { return at < hit.begin; });
        if (next != named.begin()) {
            // يقود معهد الفحم المجال: an institute of that name leads the area.
            constexpr std::uint32_t longest_article = 6;  // with a space; bytes
            const TermHit& last = *std::prev(next);
            const std::uint32_t name = is_ideograph(decode(text, last.begin).code) || last.begin < longest_article ? last.begin : last.begin - longest_article;
            if (!names_somebody(text.substr(0, last.begin), name) && (last.end >= word.begin || joins_area(text.substr(last.end, word.begin - last.end)))) return true;
        }
        if (next != named.end() && joins_area(text.substr(word.end, std::max(next->begin, word.end) - word.end))) return true;
    }
    return false;
}

// Whether a word of organisations or persons ends at `from` or behind it.
bool LeadPlaces::names_somebody(std::string_view text, std::uint32_t from) const {
    const auto hits = reading_.language.words.find(text);
    return std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) { return hit.end >= from && (kind_of_word(hit.id) == WordKind::organisation_word || kind_of_word(hit.id) == WordKind::person_title); });
}

// "du partenariat consacré au": a few words between an area and its name, which begin no name and say of nobody that they lead.
bool LeadPlaces::joins_area(std::string_view gap) const {
    constexpr std::size_t longest = 28;  // columns
    constexpr auto most = 4;             // spaces
    if (!fits_in(gap, longest) || std::count(gap.begin(), gap.end(), ' ') > most || gap.find_first_of(",.;:()") != std::string_view::npos || names_somebody(gap, 0)) return false;
    return std::none_of(reading_.language.naming.begin(), reading_.language.naming.end(), [&](const std::string& word) {
        const std::size_t at = gap.find(word);
        return at != std::string_view::npos && (is_ideograph(decode(word, 0).code) || ((at == 0 || gap[at - 1] == ' ') && gap.substr(at + word.size()).starts_with(' ')));
    });
}

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
