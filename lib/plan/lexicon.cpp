// One set of indexes per language of the template, each compiled when it is first searched. A document is read with one set; where a table's heads say nothing in
// its language the others are asked, because authors keep the heads of the form they were sent.
#include "plan/lexicon.hpp"

#include <algorithm>

namespace plancheck {

namespace {

void add(const Localized& text, std::uint32_t id, const Words& words, TermIndex& to) {
    if (const std::string_view terms = text.exactly(words.tag); !terms.empty()) to.add_later(id, terms, words.language);
}

void add_terms(const Template& form, const Words& words, TermIndex& terms) {
    std::uint32_t id = 0;
    for (const Vocabulary& vocabulary : form.vocabularies)
        for (const Term& term : vocabulary.terms) add(term.synonyms, id++, words, terms);
}

// Calls `take` with each field that a head may name, and the numbers of its kind and of itself.
template <class Take>
void each_named_field(const Template& form, Take&& take) {
    for (std::uint32_t k = 0; k < form.items.size() && k < 64; ++k)
        for (std::uint32_t f = 0; f < form.items[k].fields.size() && f < 64; ++f) take(form.items[k].fields[f], k, f);
}

void add_heads(const Template& form, const Words& words, TermIndex& heads) {
    each_named_field(form, [&](const FieldSpec& field, std::uint32_t kind, std::uint32_t number) { add(field.heads, kind * 64 + number, words, heads); });
}

void add_around(const Template& form, const Words& words, TermIndex& around) {
    for (std::uint32_t k = 0; k < form.items.size() && k < 64; ++k) add(form.items[k].labels, k, words, around);
    each_named_field(form, [&](const FieldSpec& field, std::uint32_t kind, std::uint32_t) {
        if (field.own) add(field.heads, Words::name_of_kind + kind, words, around);
    });
    add(form.annex_headings, Words::annex, words, around);
    add(form.other_headings, Words::other_heading, words, around);
}

}  // namespace

Lexicon::Lexicon(const Template& form, const Languages& languages) : form_(&form), languages_(&languages) {
    for (std::uint32_t v = 0; v < form.vocabularies.size(); ++v)
        for (std::uint32_t t = 0; t < form.vocabularies[v].terms.size(); ++t) terms_.push_back({v, t});
    std::vector<std::string> tags = form.languages;
    if (tags.empty()) tags.push_back(form.default_language);
    for (const Vocabulary& vocabulary : form.vocabularies)
        denies_.push_back(std::any_of(vocabulary.terms.begin(), vocabulary.terms.end(), [&](const Term& term) {
            return std::any_of(term.synonyms.texts.begin(), term.synonyms.texts.end(), [&](const auto& text) {
                return text.second.find('!') != std::string::npos && std::find(tags.begin(), tags.end(), text.first) != tags.end();
            });
        }));
    words_.resize(tags.size());
    for (std::size_t i = 0; i < tags.size(); ++i) {
        Words& words = words_[i];
        words.tag = tags[i];
        words.language = languages.find(tags[i]);
        words.terms.add_all_later([&form, &words](TermIndex& terms) { add_terms(form, words, terms); });
        words.heads.add_all_later([&form, &words](TermIndex& heads) { add_heads(form, words, heads); });
        words.around.add_all_later([&form, &words](TermIndex& around) { add_around(form, words, around); });
    }
}

const Words& Lexicon::words(std::string_view language) const noexcept {
    const std::string_view primary = language.substr(0, language.find('-'));
    for (const std::string_view tag : {language, primary, std::string_view(form_->default_language)})
        for (const Words& words : words_)
            if (words.tag == tag) return words;
    return words_.front();
}

std::uint32_t Lexicon::vocabulary(std::string_view id) const noexcept {
    for (std::uint32_t v = 0; v < form_->vocabularies.size(); ++v)
        if (form_->vocabularies[v].id == id) return v;
    return none;
}

std::uint32_t Lexicon::kind(std::string_view kind) const noexcept {
    for (std::uint32_t k = 0; k < form_->items.size(); ++k)
        if (form_->items[k].kind == kind) return k;
    return none;
}

std::uint32_t Lexicon::like(std::string_view known) const noexcept {
    for (std::uint32_t k = 0; k < form_->items.size(); ++k)
        if (form_->items[k].like == known) return k;
    return none;
}

}  // namespace plancheck
