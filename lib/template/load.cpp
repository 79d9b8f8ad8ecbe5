// load_template(): one strict walk over a small tree whose every level is known, so nothing here recurses. Sections first,
// then kinds of item and vocabularies, whose references to one another are looked at when all of them are there; the
// requirements come last (load_requirements.cpp) and may name any of them.
#include <algorithm>
#include <charconv>

#include <pugixml.hpp>

#include "plancheck/error.hpp"
#include "plancheck/template.hpp"
#include "template/guidance.hpp"
#include "template/loader.hpp"
#include "template/names.hpp"
#include "template/parse.hpp"
#include "template/source.hpp"
#include "text/sha256.hpp"

namespace plancheck {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view parts[] = {"name"sv,  "source"sv,       "plan-words"sv, "other-headings"sv, "annex-headings"sv, "sections"sv,
                                      "items"sv, "vocabularies"sv, "clauses"sv,    "requirements"sv,   "guidance"sv};

template <class List, class Member>
void once(const TemplateSource& source, pugi::xml_node node, const List& list, Member member, std::string_view id) {
    for (const auto& entry : list)
        if (entry.*member == id) source.refuse(node, "'" + std::string(id) + "' is there already in <" + node.parent().name() + ">");
}

void load_section(const TemplateSource& source, pugi::xml_node node, Template& form) {
    static constexpr std::string_view children[] = {"title"sv, "aliases"sv, "weak"sv};
    source.allow_attributes(node, {"key", "number", "required"});
    source.allow_children(node, children);
    SectionSpec section;
    section.key = source.id(node, "key");
    once(source, node, form.sections, &SectionSpec::key, section.key);
    section.number = source.number(node, "number");
    if (section.number != form.sections.size() + 1) source.refuse(node, "sections are numbered 1, 2, 3 in the order they stand");
    section.required = source.yes_no(node, "required", true);
    section.line = source.line_of(node);
    for (const pugi::xml_node title : node.children("title")) {
        source.allow_attributes(title, {"lang", "official"});
        Titles titles;
        titles.language = source.language(title);
        if (section.titles_in(titles.language) != nullptr) source.refuse(title, "a second title in language '" + titles.language + "'");
        titles.title = source.text(title);
        titles.official = source.yes_no(title, "official", false);
        section.titles.push_back(std::move(titles));
    }
    for (const std::string& tag : source.languages)
        if (section.titles_in(tag) == nullptr) source.refuse(node, "section '" + section.key + "' lacks a title in language '" + tag + "'");
    for (const char* const list : {"aliases", "weak"}) {
        for (const pugi::xml_node words : node.children(list)) {
            source.allow_attributes(words, {"lang"});
            const std::string_view tag = source.language(words);
            const auto titles = std::find_if(section.titles.begin(), section.titles.end(), [&](const Titles& t) { return t.language == tag; });
            std::vector<std::string>& to = list == "weak"sv ? titles->weak : titles->aliases;
            if (!to.empty()) source.refuse(words, "a second <" + std::string(list) + "> in language '" + std::string(tag) + "'");
            to = source.synonyms(words);
        }
    }
    form.sections.push_back(std::move(section));
}

FieldSpec load_field(const TemplateSource& source, pugi::xml_node node) {
    static constexpr std::string_view children[] = {"heads"sv};
    static constexpr std::string_view types[] = {"text"sv,  "number"sv,   "reference"sv, "contact"sv, "timeline"sv,
                                                 "money"sv, "quantity"sv, "party"sv,     "term"sv};
    source.allow_attributes(node, {"name", "type", "refers-to", "vocabulary", "own"});
    source.allow_children(node, children);
    FieldSpec field;
    field.name = source.id(node, "name");
    const std::string_view type = source.required(node, "type");
    const std::optional<FieldType> known = field_type_from(type);
    if (!known) source.refuse_name(node, "unknown type of field:", type, types);
    field.type = *known;
    field.refers_to = source.optional(node, "refers-to");
    field.vocabulary = source.optional(node, "vocabulary");
    field.own = source.yes_no(node, "own", false);
    if (field.type == FieldType::reference && field.refers_to.empty()) source.required(node, "refers-to");
    if (field.type == FieldType::term && field.vocabulary.empty()) source.required(node, "vocabulary");
    for (const pugi::xml_node heads : node.children("heads")) {
        source.allow_attributes(heads, {"lang"});
        source.add(heads, source.terms(heads), field.heads);
    }
    source.complete(node, field.heads, "heads");
    return field;
}

void load_item(const TemplateSource& source, pugi::xml_node node, Template& form) {
    static constexpr std::string_view children[] = {"labels"sv, "field"sv};
    source.allow_attributes(node, {"kind", "section", "places", "whole-section", "blank"});
    source.allow_children(node, children);
    ItemSpec item;
    item.kind = source.required(node, "kind");
    if (const auto kinds = item_kinds(); std::find(kinds.begin(), kinds.end(), item.kind) == kinds.end())
        source.refuse_name(node, "unknown kind of item:", item.kind, kinds);
    once(source, node, form.items, &ItemSpec::kind, item.kind);
    item.section = source.optional(node, "section");
    if (!item.section.empty() && form.section(item.section) == nullptr)
        source.refuse_name(node, "unknown section:", item.section, names_of(form.sections, &SectionSpec::key));
    for (const std::string_view place : split_words(source.optional(node, "places"))) {
        if (place != "front" && place != "annex" && form.section(place) == nullptr)
            source.refuse_name(node, "unknown place:", place, names_of(form.sections, &SectionSpec::key));
        item.places.emplace_back(place);
    }
    item.whole_section = source.yes_no(node, "whole-section", true);
    for (const pugi::xml_node labels : node.children("labels")) {
        source.allow_attributes(labels, {"lang"});
        source.add(labels, source.terms(labels), item.labels);
    }
    if (!item.labels.empty()) source.complete(node, item.labels, "labels");
    for (const pugi::xml_node child : node.children("field")) {
        FieldSpec field = load_field(source, child);
        if (item.field(field.name) != nullptr) source.refuse(child, "field '" + field.name + "' is there already in <item>");
        item.fields.push_back(std::move(field));
    }
    for (const std::string_view column : split_words(source.optional(node, "blank"))) {
        if (item.field(column) == nullptr) source.refuse_name(node, "unknown field:", column, names_of(item.fields, &FieldSpec::name));
        item.blank.emplace_back(column);
    }
    form.items.push_back(std::move(item));
}

void load_vocabulary(const TemplateSource& source, pugi::xml_node node, Template& form) {
    static constexpr std::string_view children[] = {"term"sv};
    static constexpr std::string_view grandchildren[] = {"words"sv};
    source.allow_attributes(node, {"id"});
    source.allow_children(node, children);
    Vocabulary vocabulary;
    vocabulary.id = source.id(node, "id");
    once(source, node, form.vocabularies, &Vocabulary::id, vocabulary.id);
    for (const pugi::xml_node child : node.children("term")) {
        source.allow_attributes(child, {"key", "group"});
        source.allow_children(child, grandchildren);
        Term term;
        term.key = source.id(child, "key");
        once(source, child, vocabulary.terms, &Term::key, term.key);
        term.group = source.optional(child, "group");
        for (const pugi::xml_node words : child.children("words")) {
            source.allow_attributes(words, {"lang", "name"});
            source.add(words, source.terms(words), term.synonyms);
            if (words.attribute("name")) term.name.texts.emplace_back(source.language(words), source.required(words, "name"));
        }
        source.complete(child, term.synonyms, "words");
        vocabulary.terms.push_back(std::move(term));
    }
    if (vocabulary.terms.empty()) source.refuse(node, "vocabulary '" + vocabulary.id + "' has no term");
    form.vocabularies.push_back(std::move(vocabulary));
}

// Fields may name kinds and vocabularies that stand further down.
void check_fields(const TemplateSource& source, pugi::xml_node items, const Template& form) {
    for (const pugi::xml_node item : items.children("item")) {
        for (const pugi::xml_node field : item.children("field")) {
            const std::string_view kind = field.attribute("refers-to").value();
            if (!kind.empty() && form.item(kind) == nullptr)
                source.refuse_name(field, "unknown kind of item:", kind, names_of(form.items, &ItemSpec::kind));
            const std::string_view vocabulary = field.attribute("vocabulary").value();
            if (!vocabulary.empty() && form.vocabulary(vocabulary) == nullptr)
                source.refuse_name(field, "unknown vocabulary:", vocabulary, names_of(form.vocabularies, &Vocabulary::id));
        }
    }
}

// The prompts of a language stand in the order of the sections: the nth one is what a blank plan says in the nth section.
void add_prompt(const TemplateSource& source, pugi::xml_node node, const std::string& text, Template& form) {
    const std::string language(source.language(node));
    const auto first = std::find_if(form.prompts.begin(), form.prompts.end(), [&](const Prompt& p) { return p.text.exactly(language).empty(); });
    Prompt& prompt = first == form.prompts.end() ? form.prompts.emplace_back() : *first;
    const auto index = static_cast<std::size_t>(&prompt - form.prompts.data());
    if (index < form.sections.size()) prompt.section = form.sections[index].key;
    prompt.text.texts.emplace_back(language, text);
}

void load_guidance(const TemplateSource& source, pugi::xml_node node, Template& form) {
    static constexpr std::string_view children[] = {"hashes"sv, "prompt"sv};
    source.allow_attributes(node, {});
    source.allow_children(node, children);
    for (const pugi::xml_node child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        source.allow_attributes(child, {"lang"});
        source.language(child);
        const std::string text = source.text(child);
        if (child.name() == "prompt"sv) {
            const std::vector<std::uint64_t> hashes = guidance_hashes(text);
            if (hashes.empty()) source.refuse(child, "a prompt has at least eight words");
            add_prompt(source, child, text, form);
            form.guidance.insert(form.guidance.end(), hashes.begin(), hashes.end());
            continue;
        }
        for (const std::string_view digits : split_words(text)) {
            std::uint64_t hash = 0;
            const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), hash, 16);
            if (digits.size() != 16 || fault != std::errc() || end != digits.data() + digits.size())
                source.refuse(child, "a hash has 16 hex digits: '" + std::string(digits.substr(0, 40)) + "'");
            form.guidance.push_back(hash);
        }
    }
    std::sort(form.guidance.begin(), form.guidance.end());
    form.guidance.erase(std::unique(form.guidance.begin(), form.guidance.end()), form.guidance.end());
}

void load_texts(const TemplateSource& source, pugi::xml_node root, const char* element, bool notation, Localized& to) {
    for (const pugi::xml_node node : root.children(element)) {
        source.allow_attributes(node, {"lang"});
        source.add(node, notation ? source.terms(node) : source.text(node), to);
    }
    source.complete(root, to, "<" + std::string(element) + ">");
}

}  // namespace

Template load_template(std::string_view xml, std::string_view name) {
    TemplateSource source(xml, name);
    pugi::xml_document document;
    const pugi::xml_node root = parse_source(source, xml, "template", document);
    source.allow_attributes(root, {"id", "edition", "default-language", "languages", "applies-from", "poor-below"});
    source.allow_children(root, parts);

    Template form;
    form.id = source.id(root, "id");
    form.edition = source.required(root, "edition");
    form.sha256 = sha256_hex(xml);
    form.default_language = source.required(root, "default-language");
    for (const std::string_view tag : split_words(source.required(root, "languages"))) form.languages.emplace_back(tag);
    source.languages = form.languages;
    if (std::find(form.languages.begin(), form.languages.end(), form.default_language) == form.languages.end())
        source.refuse(root, "the default language '" + form.default_language + "' is none of the template's");
    form.applies_from = source.number(root, "applies-from", form.applies_from);
    form.poor_below = source.number(root, "poor-below", form.poor_below);

    for (const char* const part : {"sections", "items", "vocabularies", "clauses", "requirements", "guidance"}) {
        const pugi::xml_node node = root.child(part);
        if (const pugi::xml_node second = node.next_sibling(part)) source.refuse(second, "a second <" + std::string(part) + ">");
        if (!node && part != "guidance"sv) source.refuse(root, "the template lacks <" + std::string(part) + ">");
    }
    load_texts(source, root, "name", false, form.name);
    load_texts(source, root, "source", false, form.source);
    load_texts(source, root, "plan-words", true, form.running);
    load_texts(source, root, "other-headings", true, form.other_headings);
    load_texts(source, root, "annex-headings", true, form.annex_headings);

    const auto each = [&](const char* list, const char* element, auto load) {
        const pugi::xml_node parent = root.child(list);
        const std::string_view name_of_element = element;
        source.allow_attributes(parent, {});
        source.allow_children(parent, Names(&name_of_element, 1));
        for (const pugi::xml_node node : parent.children(element)) load(source, node, form);
    };
    each("sections", "section", load_section);
    if (form.sections.empty()) source.refuse(root.child("sections"), "no section");
    each("items", "item", load_item);
    each("vocabularies", "vocabulary", load_vocabulary);
    check_fields(source, root.child("items"), form);
    load_requirements(source, root, form);
    if (const pugi::xml_node guidance = root.child("guidance")) load_guidance(source, guidance, form);
    return form;
}

}  // namespace plancheck
