// A template as the library's image keeps it (text/stored.hpp). Each function names all members of its type: one that is added
// to it does not compile before it is named here.
#pragma once

#include "plancheck/template.hpp"
#include "text/stored.hpp"

namespace plancheck {

template <stored::Of<Localized> T, class Take>
void each_field(T& one, Take& take) {
    auto& [texts] = one;
    take(texts);
}
template <stored::Of<Titles> T, class Take>
void each_field(T& one, Take& take) {
    auto& [language, title, official, aliases, weak] = one;
    take(language), take(title), take(official), take(aliases), take(weak);
}
template <stored::Of<SectionSpec> T, class Take>
void each_field(T& one, Take& take) {
    auto& [key, number, numeral, required, repeatable, after, value, vocabulary, titles, parts, line] = one;
    take(key), take(number), take(numeral), take(required), take(repeatable), take(after), take(value), take(vocabulary);
    take(titles), take(parts), take(line);
}
template <stored::Of<FieldSpec> T, class Take>
void each_field(T& one, Take& take) {
    auto& [name, type, refers_to, vocabulary, heads, own] = one;
    take(name), take(type), take(refers_to), take(vocabulary), take(heads), take(own);
}
template <stored::Of<ItemSpec> T, class Take>
void each_field(T& one, Take& take) {
    auto& [kind, like, name, counted, section, places, fields, labels, blank, whole_section] = one;
    take(kind), take(like), take(name), take(counted), take(section), take(places), take(fields), take(labels), take(blank), take(whole_section);
}
template <stored::Of<Term> T, class Take>
void each_field(T& one, Take& take) {
    auto& [key, group, synonyms, name] = one;
    take(key), take(group), take(synonyms), take(name);
}
template <stored::Of<Vocabulary> T, class Take>
void each_field(T& one, Take& take) {
    auto& [id, terms] = one;
    take(id), take(terms);
}
template <stored::Of<Parameter> T, class Take>
void each_field(T& one, Take& take) {
    auto& [name, value, language] = one;
    take(name), take(value), take(language);
}
template <stored::Of<Example> T, class Take>
void each_field(T& one, Take& take) {
    auto& [language, passes, text, as_of, source, line, column] = one;
    take(language), take(passes), take(text), take(as_of), take(source), take(line), take(column);
}
template <stored::Of<Requirement> T, class Take>
void each_field(T& one, Take& take) {
    auto& [id, clause, obligation, decided_by, severity, check, parameters, sections, needs, when, asks_source, evidence_source, clause_text, asks, looked_for, help,
           finding, examples, source, line, column] = one;
    take(id), take(clause), take(obligation), take(decided_by), take(severity), take(check), take(parameters), take(sections), take(needs), take(when);
    take(asks_source), take(evidence_source), take(clause_text), take(asks), take(looked_for), take(help), take(finding), take(examples);
    take(source), take(line), take(column);
}
template <stored::Of<Prompt> T, class Take>
void each_field(T& one, Take& take) {
    auto& [section, text] = one;
    take(section), take(text);
}
template <stored::Of<Template> T, class Take>
void each_field(T& one, Take& take) {
    auto& [id, edition, edition_from, sha256, extends, default_language, languages, name, source, order, decimal, sample, sections, items, vocabularies, requirements, prompts,
           guidance, other_headings, annex_headings, running, applies_from, poor_below] = one;
    take(id), take(edition), take(edition_from), take(sha256), take(extends), take(default_language), take(languages), take(name), take(source), take(order), take(decimal);
    take(sample), take(sections), take(items), take(vocabularies), take(requirements), take(prompts), take(guidance), take(other_headings);
    take(annex_headings), take(running), take(applies_from), take(poor_below);
}

/// The part of the image that holds a template that is built in.
inline std::string template_image(std::string_view id) { return "template " + std::string(id); }

inline std::string stored_template(const Template& form) {
    stored::Writer write;
    write(form);
    return write.bytes();
}

inline Template restored_template(std::string_view bytes) {
    Template form;
    stored::Reader read(bytes);
    read(form);
    return form;
}

}  // namespace plancheck
