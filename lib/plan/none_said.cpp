// Asked of a section that was taken as one item: what it says is looked at from its first word, or as one sentence. A longer one may
// say what there is beside what there is not.
#include "plan/none_said.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace plancheck {

namespace {

// "None at this time: all ideas were taken up.", "None. …", 暂无，…
bool begins_with_none(const Reading& reading, Span span) {
    constexpr std::string_view signs[] = {":", ",", ";", ".", "-", "–", "—", "：", "，", "；", "。", "،", "؛"};
    const std::uint32_t none = reading.lexicon.vocabulary("not-applicable");
    const auto places = reading.terms_in(span);
    return std::any_of(places.begin(), places.end(), [&](const TermPlace& place) {
        std::string_view behind = trimmed(reading.view({place.span.end, span.end}));
        for (char32_t c = decode(behind, 0).code; c >= 0x64B && c <= 0x65F; c = decode(behind, 0).code) behind.remove_prefix(2);  // a vowel sign of the word
        return place.vocabulary == none && place.span.begin == span.begin && std::any_of(std::begin(signs), std::end(signs), [&](std::string_view sign) { return behind.starts_with(sign); });
    });
}

// "No linkages have been identified yet."
bool denies_kind(const Reading& reading, Span span, std::uint32_t kind) {
    constexpr std::size_t longest = 80;          // code points
    constexpr std::uint32_t most_words = 20;     // that in a script without spaces
    const std::string_view text = reading.view(span);
    if (!fits_in(text, longest) || count_words(text).words > most_words) return false;
    if (sentences_of(text, reading.language, Semicolon::ends).size() > 1) return false;
    const std::string folded = fold(text);
    const auto hits = reading.words.around.find(folded);
    return std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) {
        return (hit.id == kind || hit.id == Words::name_of_kind + kind) && is_negated(folded, hit.begin, hit.end, reading.language);
    });
}

}  // namespace

bool says_none_of(const Reading& reading, const Item& item, std::uint32_t kind) {
    return begins_with_none(reading, item.span) || (item.blocks.size() == 1 && denies_kind(reading, reading.document.blocks[item.block].text, kind));
}

}  // namespace plancheck
