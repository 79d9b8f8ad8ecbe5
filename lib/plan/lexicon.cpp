// One set of indexes per language of the template, each compiled when it is first searched. A document is read with one set; where a table's heads say nothing in
// its language the others are asked, because authors keep the heads of the form they were sent.
#include "plan/lexicon.hpp"

#include <algorithm>

namespace plancheck {

Lexicon::Lexicon(const Template& form, const Languages& languages) : form_(&form), languages_(&languages) {
    for (std::uint32_t v = 0; v < form.vocabularies.size(); ++v)
        for (std::uint32_t t = 0; t < form.vocabularies[v].terms.size(); ++t) terms_.push_back({v, t});
    std::vector<std::string> tags = form.languages;
    if (tags.empty()) tags.push_back(form.default_language);
    for (const Vocabulary& vocabulary : form.vocabularies)
        denies_.push_back(std::any_of(vocabulary.terms.begin(), vocabulary.terms.end(), [&](const Term& term) {
            return std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) { return term.synonyms.exactly(tag).find('!') != std::string_view::npos; });
        }));
    words_.resize(tags.size());
    for (std::size_t i = 0; i < tags.size(); ++i) {
        Words& words = words_[i];
        words.tag = tags[i];
        words.language = languages.find(tags[i]);
        const auto add = [&](TermIndex& to, std::uint32_t id, const Localized& text) {
            if (const std::string_view terms = text.exactly(tags[i]); !terms.empty()) to.add_later(id, terms, words.language);
        };
        for (std::uint32_t id = 0; id < terms_.size(); ++id)
            add(words.terms, id, form.vocabularies[terms_[id].vocabulary].terms[terms_[id].term].synonyms);
        for (std::uint32_t k = 0; k < form.items.size() && k < 64; ++k) {
            const ItemSpec& spec = form.items[k];
            add(words.around, k, spec.labels);
            for (std::uint32_t f = 0; f < spec.fields.size() && f < 64; ++f) {
                add(words.heads, k * 64 + f, spec.fields[f].heads);
                if (spec.fields[f].own) add(words.around, Words::name_of_kind + k, spec.fields[f].heads);
            }
        }
        add(words.around, Words::annex, form.annex_headings);
        add(words.around, Words::other_heading, form.other_headings);
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
