// A language as the library's image keeps it (text/stored.hpp), its messages and terms aside. All members are named: one that is
// added to a language does not compile before it is named here.
#pragma once

#include "text/language.hpp"
#include "text/stored.hpp"

namespace plancheck {

template <stored::Of<Language::Ordinal> T, class Take>
void each_field(T& one, Take& take) {
    auto& [word, value, stands] = one;
    take(word), take(value), take(stands);
}
template <stored::Of<Language> T, class Take>
void each_field(T& one, Take& take) {
    auto& [tag, name, right_to_left, joins, inclusive, date_order, comma, semicolon, group, decimal, stop_words, neighbours, section_words, ordinals, hyphen_prefixes,
           attached_prefixes, article, spellings, repairs, words, connectors, details, negations, cues, messages, number_signs, numbered, joints, dittos, ordinal_sign,
           counters, page_words, page_totals, endings, doing, naming] = one;
    take(tag), take(name), take(right_to_left), take(joins), take(inclusive), take(date_order), take(comma), take(semicolon), take(group), take(decimal);
    take(stop_words), take(neighbours), take(section_words), take(ordinals), take(hyphen_prefixes), take(attached_prefixes), take(article), take(spellings);
    take(repairs), take(cues), take(number_signs), take(numbered), take(joints), take(dittos), take(ordinal_sign), take(counters), take(page_words);
    take(page_totals), take(endings), take(doing), take(naming);
    for (auto& list : details) take(list);
    static_cast<void>(words), static_cast<void>(connectors), static_cast<void>(negations), static_cast<void>(messages);
}

}  // namespace plancheck
