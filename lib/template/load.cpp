// One strict walk over a small tree whose every level is known, so nothing here recurses. Sections first, then kinds of
// item and vocabularies, whose references to one another are looked at when all of them are there; the requirements come
// last (load_requirements.cpp) and may name any of them. What cannot be loaded is noted and leaves its key behind, so that
// nothing else is blamed for it.
#include <algorithm>
#include <charconv>

#include <pugixml.hpp>

#include "plancheck/error.hpp"
#include "plancheck/template.hpp"
#include "template/guidance.hpp"
#include "template/loader.hpp"
#include "template/merge.hpp"
#include "template/names.hpp"
#include "template/parse.hpp"
#include "template/source.hpp"
#include "template/stored_template.hpp"
#include "text/image.hpp"
#include "text/numerals.hpp"
#include "text/sha256.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view parts[] = {"name"sv,  "source"sv,       "plan-words"sv, "other-headings"sv, "annex-headings"sv, "sections"sv,
                                      "items"sv, "vocabularies"sv, "clauses"sv,    "requirements"sv,   "guidance"sv,       "sample"sv};
// What the indexes over a template have room for (outline/alignment.cpp, plan/lexicon.hpp).
constexpr std::size_t most_sections = 64, most_kinds = 64, most_fields = 64, most_languages = 63;

template <class List, class Member>
void once(const TemplateSource& source, pugi::xml_node node, const List& list, Member member, std::string_view id) {
    for (const auto& entry : list)
        if (entry.*member == id) source.refuse(node, "'" + std::string(id) + "' is there already in <" + node.parent().name() + ">");
}

FieldType field_type(const TemplateSource& source, pugi::xml_node node, std::string_view type) {
    const std::optional<FieldType> known = field_type_from(type);
    if (!known) source.refuse_name(node, "unknown type of field:", type, field_type_names());
    return *known;
}

void load_titles(const TemplateSource& source, pugi::xml_node node, SectionSpec& section) {
    for (const pugi::xml_node title : node.children("title")) {
        source.attempt([&] {
            source.allow_attributes(title, {"lang", "official"});
            Titles titles;
            titles.language = source.language(title);
            if (section.titles_in(titles.language) != nullptr) source.refuse(title, "a second title in language '" + titles.language + "'");
            titles.title = source.text(title);
            titles.official = source.yes_no(title, "official", false);
            section.titles.push_back(std::move(titles));
        });
    }
    for (const std::string& tag : source.languages)
        if (section.titles_in(tag) == nullptr) source.tell(node, "section '" + section.key + "' lacks a title in language '" + tag + "'");
    for (const char* const list : {"aliases", "weak"}) {
        for (const pugi::xml_node words : node.children(list)) {
            source.attempt([&] {
                source.allow_attributes(words, {"lang"});
                const std::string_view tag = source.language(words);
                const auto titles = std::find_if(section.titles.begin(), section.titles.end(), [&](const Titles& t) { return t.language == tag; });
                if (titles == section.titles.end()) return;  // told already
                std::vector<std::string>& to = list == "weak"sv ? titles->weak : titles->aliases;
                if (!to.empty()) source.refuse(words, "a second <" + std::string(list) + "> in language '" + std::string(tag) + "'");
                to = source.synonyms(words);
            });
        }
    }
}

void load_parts(const TemplateSource& source, pugi::xml_node node, SectionSpec& section) {
    static constexpr std::string_view children[] = {"title"sv, "aliases"sv, "weak"sv};
    for (const pugi::xml_node child : node.children("section")) {
        source.attempt([&] {
            source.allow_attributes(child, {"key", "required"});
            source.allow_children(child, children);
            SectionSpec part;
            part.key = source.id(child, "key");
            once(source, child, section.parts, &SectionSpec::key, part.key);
            part.number = static_cast<std::uint32_t>(section.parts.size()) + 1;
            part.required = source.yes_no(child, "required", true);
            part.line = source.line_of(child);
            load_titles(source, child, part);
            section.parts.push_back(std::move(part));
        });
    }
}

void load_section(const TemplateSource& source, pugi::xml_node node, Template& form) {
    static constexpr std::string_view children[] = {"title"sv, "aliases"sv, "weak"sv, "section"sv};
    source.allow_attributes(node, {"key", "number", "numeral", "required", "repeatable", "after", "value", "vocabulary"});
    source.allow_children(node, children);
    SectionSpec section;
    section.key = source.id(node, "key");
    once(source, node, form.sections, &SectionSpec::key, section.key);
    section.number = static_cast<std::uint32_t>(form.sections.size()) + 1;
    section.line = source.line_of(node);
    source.attempt([&] {
        if (source.number(node, "number") != section.number) source.tell(node, "sections are numbered 1, 2, 3 in the order they stand");
        section.numeral = source.optional(node, "numeral");
        if (section.numeral.empty()) section.numeral = format_numeral(section.number, form.decimal ? NumberFormat::decimal : NumberFormat::upper_roman);
        else if (!form.decimal || section.numeral.find_first_not_of("0123456789.") != std::string::npos || section.numeral.ends_with('.'))
            source.tell(node, "a numeral such as 1.4 needs <sections numerals=\"decimal\">: '" + section.numeral + "'");
        section.required = source.yes_no(node, "required", true);
        section.repeatable = source.yes_no(node, "repeatable", false);
        for (const std::string_view key : split_words(source.optional(node, "after"))) section.after.emplace_back(key);
        if (!section.after.empty() && form.order != SectionOrder::partial) source.tell(node, "'after' needs <sections order=\"partial\">");
        if (const std::string_view type = source.optional(node, "value"); !type.empty()) {
            section.value = field_type(source, node, type);
            if (*section.value == FieldType::reference || *section.value == FieldType::number || *section.value == FieldType::party)
                source.tell(node, "the value of a section is of no such type: '" + std::string(type) + "'");
        }
        section.vocabulary = source.optional(node, "vocabulary");
        if (section.value == FieldType::term && section.vocabulary.empty()) source.required(node, "vocabulary");
    });
    load_titles(source, node, section);
    load_parts(source, node, section);
    form.sections.push_back(std::move(section));
    if (form.sections.size() == most_sections + 1) source.refuse(node, "more than 64 sections");
}

FieldSpec load_field(const TemplateSource& source, pugi::xml_node node) {
    static constexpr std::string_view children[] = {"heads"sv};
    source.allow_attributes(node, {"name", "type", "refers-to", "vocabulary", "own"});
    source.allow_children(node, children);
    FieldSpec field;
    field.name = source.id(node, "name");
    source.attempt([&] {
        field.type = field_type(source, node, source.required(node, "type"));
        field.refers_to = source.optional(node, "refers-to");
        field.vocabulary = source.optional(node, "vocabulary");
        field.own = source.yes_no(node, "own", false);
        if (field.type == FieldType::reference && field.refers_to.empty()) source.required(node, "refers-to");
        if (field.type == FieldType::term && field.vocabulary.empty()) source.required(node, "vocabulary");
    });
    for (const pugi::xml_node heads : node.children("heads")) {
        source.attempt([&] {
            source.allow_attributes(heads, {"lang"});
            source.add(heads, source.terms(heads), field.heads);
        });
    }
    source.complete(node, field.heads, "heads");
    return field;
}

// The words for a kind that the library has none for: one of them, and a number of them.
void load_kind_names(const TemplateSource& source, pugi::xml_node node, ItemSpec& item) {
    for (const pugi::xml_node names : node.children("name")) {
        source.attempt([&] {
            source.allow_attributes(names, {"lang", "count"});
            source.add(names, source.text(names), item.name);
            const std::string pattern(source.required(names, "count"));
            check_pattern(source, names, pattern, {"n"});
            item.counted.texts.emplace_back(source.language(names), pattern);
        });
    }
    const auto known = item_kinds();
    const bool own = std::find(known.begin(), known.end(), item.kind) == known.end();
    if (own && item.name.empty()) source.tell_name(node, "a kind of item that the library does not know needs a <name>:", item.kind, known);
    else if (!item.name.empty()) source.complete(node, item.name, "a <name>");
}

void load_item(const TemplateSource& source, pugi::xml_node node, Template& form) {
    static constexpr std::string_view children[] = {"name"sv, "labels"sv, "field"sv};
    source.allow_attributes(node, {"kind", "like", "section", "places", "whole-section", "blank"});
    source.allow_children(node, children);
    ItemSpec item;
    item.kind = source.id(node, "kind");
    once(source, node, form.items, &ItemSpec::kind, item.kind);
    source.attempt([&] {
        const auto kinds = item_kinds();
        const auto known = [&](std::string_view kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); };
        item.like = source.optional(node, "like", known(item.kind) ? std::string_view(item.kind) : std::string_view());
        if (!item.like.empty() && !known(item.like)) source.tell_name(node, "kind of item that the library does not know:", item.like, kinds);
        for (const ItemSpec& other : form.items)
            if (item.like == "lead" && other.like == "lead") source.tell(node, "a second kind that is like 'lead'");
        item.section = source.optional(node, "section");
        if (!item.section.empty() && form.section(item.section) == nullptr)
            source.tell_name(node, "unknown section:", item.section, names_of(form.sections, &SectionSpec::key));
        for (const std::string_view place : split_words(source.optional(node, "places"))) {
            if (place != "front" && place != "annex" && form.section(place) == nullptr)
                source.tell_name(node, "unknown place:", place, names_of(form.sections, &SectionSpec::key));
            item.places.emplace_back(place);
        }
        item.whole_section = source.yes_no(node, "whole-section", true);
    });
    load_kind_names(source, node, item);
    for (const pugi::xml_node labels : node.children("labels")) {
        source.attempt([&] {
            source.allow_attributes(labels, {"lang"});
            source.add(labels, source.terms(labels), item.labels);
        });
    }
    if (!item.labels.empty()) source.complete(node, item.labels, "labels");
    for (const pugi::xml_node child : node.children("field")) {
        source.attempt([&] {
            FieldSpec field = load_field(source, child);
            if (item.field(field.name) != nullptr) source.refuse(child, "field '" + field.name + "' is there already in <item>");
            item.fields.push_back(std::move(field));
        });
    }
    if (item.fields.size() > most_fields) source.tell(node, "more than 64 fields");
    for (const std::string_view column : split_words(source.optional(node, "blank"))) {
        if (item.field(column) == nullptr) source.refuse_name(node, "unknown field:", column, names_of(item.fields, &FieldSpec::name));
        item.blank.emplace_back(column);
    }
    form.items.push_back(std::move(item));
    if (form.items.size() == most_kinds + 1) source.refuse(node, "more than 64 kinds of item");
}

void load_vocabulary(const TemplateSource& source, pugi::xml_node node, Template& form) {
    static constexpr std::string_view children[] = {"term"sv};
    static constexpr std::string_view grandchildren[] = {"words"sv};
    source.allow_attributes(node, {"id", "includes"});
    source.allow_children(node, children);
    Vocabulary vocabulary;
    vocabulary.id = source.id(node, "id");
    once(source, node, form.vocabularies, &Vocabulary::id, vocabulary.id);
    for (const pugi::xml_node child : node.children("term")) {
        source.attempt([&] {
            source.allow_attributes(child, {"key", "group"});
            source.allow_children(child, grandchildren);
            Term term;
            term.key = source.id(child, "key");
            once(source, child, vocabulary.terms, &Term::key, term.key);
            term.group = source.optional(child, "group");
            for (const pugi::xml_node words : child.children("words")) {
                source.attempt([&] {
                    source.allow_attributes(words, {"lang", "name"});
                    source.add(words, source.terms(words), term.synonyms);
                    if (words.attribute("name")) term.name.texts.emplace_back(source.language(words), source.required(words, "name"));
                });
            }
            source.complete(child, term.synonyms, "words");
            vocabulary.terms.push_back(std::move(term));
        });
    }
    if (!node.child("term") && !node.attribute("includes")) source.tell(node, "vocabulary '" + vocabulary.id + "' has no term");
    form.vocabularies.push_back(std::move(vocabulary));
}

// A vocabulary takes in the terms of those it includes once these are whole; what is never whole includes itself.
void include_vocabularies(const TemplateSource& source, pugi::xml_node parent, Template& form) {
    std::vector<pugi::xml_node> open;
    for (const pugi::xml_node node : parent.children("vocabulary"))
        if (node.attribute("includes")) open.push_back(node);
    const auto named = [&](std::string_view id) {
        return std::find_if(form.vocabularies.begin(), form.vocabularies.end(), [&](const Vocabulary& one) { return one.id == id; });
    };
    for (bool again = true; again;) {
        again = false;
        for (auto node = open.begin(); node != open.end();) {
            const auto list = split_words(node->attribute("includes").value());
            const bool waits = std::any_of(list.begin(), list.end(), [&](std::string_view id) {
                return std::any_of(open.begin(), open.end(), [&](pugi::xml_node other) { return other.attribute("id").value() == id; });
            });
            if (waits) {
                ++node;
                continue;
            }
            const auto to = named(node->attribute("id").value());
            for (const std::string_view id : list) {
                const auto from = named(id);
                if (from == form.vocabularies.end()) {
                    source.tell_name(*node, "unknown vocabulary:", id, names_of(form.vocabularies, &Vocabulary::id));
                    continue;
                }
                if (to == form.vocabularies.end()) continue;
                for (const Term& term : from->terms)
                    if (std::none_of(to->terms.begin(), to->terms.end(), [&](const Term& own) { return own.key == term.key; })) to->terms.push_back(term);
            }
            node = open.erase(node);
            again = true;
        }
    }
    for (const pugi::xml_node node : open)
        source.tell(node, "vocabulary '" + std::string(node.attribute("id").value()) + "' includes itself, through '" + node.attribute("includes").value() + "'");
}

// Fields and sections may name kinds, vocabularies and sections that stand further down.
void check_references(const TemplateSource& source, pugi::xml_node root, const Template& form) {
    const auto vocabulary = [&](pugi::xml_node node) {
        const std::string_view id = node.attribute("vocabulary").value();
        if (!id.empty() && form.vocabulary(id) == nullptr)
            source.tell_name(node, "unknown vocabulary:", id, names_of(form.vocabularies, &Vocabulary::id));
    };
    for (const pugi::xml_node item : root.child("items").children("item")) {
        for (const pugi::xml_node field : item.children("field")) {
            const std::string_view kind = field.attribute("refers-to").value();
            if (!kind.empty() && form.item(kind) == nullptr)
                source.tell_name(field, "unknown kind of item:", kind, names_of(form.items, &ItemSpec::kind));
            vocabulary(field);
        }
    }
    for (const pugi::xml_node section : root.child("sections").children("section")) {
        vocabulary(section);
        for (const std::string_view key : split_words(section.attribute("after").value())) {
            const SectionSpec* before = form.section(key);
            if (before == nullptr) source.tell_name(section, "unknown section:", key, names_of(form.sections, &SectionSpec::key));
            else if (const SectionSpec* own = form.section(section.attribute("key").value()); own != nullptr && before->number >= own->number)
                source.tell(section, "a section that stands further down cannot come before: '" + std::string(key) + "'");
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
        source.attempt([&] {
        source.allow_attributes(child, {"lang"});
        source.language(child);
        const std::string text = source.text(child);
        if (child.name() == "prompt"sv) {
            const std::vector<std::uint64_t> hashes = guidance_hashes(text);
            if (hashes.empty()) source.refuse(child, "a prompt has at least eight words");
            add_prompt(source, child, text, form);
            form.guidance.insert(form.guidance.end(), hashes.begin(), hashes.end());
            return;
        }
        for (const std::string_view digits : split_words(text)) {
            std::uint64_t hash = 0;
            const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), hash, 16);
            if (digits.size() != 16 || fault != std::errc() || end != digits.data() + digits.size())
                source.refuse(child, "a hash has 16 hex digits: '" + std::string(digits.substr(0, 40)) + "'");
            form.guidance.push_back(hash);
        }
        });
    }
    std::sort(form.guidance.begin(), form.guidance.end());
    form.guidance.erase(std::unique(form.guidance.begin(), form.guidance.end()), form.guidance.end());
}

void load_texts(const TemplateSource& source, pugi::xml_node root, const char* element, bool notation, Localized& to) {
    for (const pugi::xml_node node : root.children(element)) {
        source.attempt([&] {
            source.allow_attributes(node, {"lang"});
            source.add(node, notation ? source.terms(node) : source.text(node), to);
        });
    }
    source.complete(root, to, "<" + std::string(element) + ">");
}

void load_root(TemplateSource& source, pugi::xml_node root, Template& form) {
    static constexpr std::string_view orders[] = {"strict"sv, "partial"sv, "any"sv};
    source.allow_attributes(root, {"id", "edition", "edition-from", "default-language", "languages", "applies-from", "poor-below", "extends"});
    source.allow_children(root, parts);
    form.id = source.id(root, "id");
    source.attempt([&] { form.edition = source.required(root, "edition"); });
    source.attempt([&] {
        form.edition_from = source.optional(root, "edition-from");
        if (!form.edition_from.empty() && !is_calendar_date(form.edition_from)) source.refuse(root, "'edition-from' is no date YYYY-MM-DD: '" + form.edition_from + "'");
    });
    form.default_language = source.required(root, "default-language");
    for (const std::string_view tag : split_words(source.required(root, "languages"))) form.languages.emplace_back(tag);
    if (form.languages.size() > most_languages) source.refuse(root, "more than 63 languages");
    source.languages = form.languages;
    if (std::find(form.languages.begin(), form.languages.end(), form.default_language) == form.languages.end())
        source.tell(root, "the default language '" + form.default_language + "' is none of the template's");
    source.attempt([&] {
        form.applies_from = source.number(root, "applies-from", form.applies_from);
        form.poor_below = source.number(root, "poor-below", form.poor_below);
    });
    for (const char* const part : {"sections", "items", "vocabularies", "clauses", "requirements", "guidance"}) {
        const pugi::xml_node node = root.child(part);
        if (const pugi::xml_node second = node.next_sibling(part)) source.tell(second, "a second <" + std::string(part) + ">");
        if (!node && part != "guidance"sv) source.tell(root, "the template lacks <" + std::string(part) + ">");
    }
    if (const pugi::xml_node sections = root.child("sections")) {
        source.attempt([&] {
            const std::string_view order = source.optional(sections, "order", "strict"), numerals = source.optional(sections, "numerals", "roman");
            const auto place = std::find(std::begin(orders), std::end(orders), order);
            if (place == std::end(orders)) source.refuse_name(sections, "unknown order:", order, orders);
            form.order = static_cast<SectionOrder>(place - std::begin(orders));
            if (numerals != "roman" && numerals != "decimal") source.refuse(sections, "numerals are roman or decimal: '" + std::string(numerals) + "'");
            form.decimal = numerals == "decimal";
        });
    }
}

void load_all(TemplateSource& source, pugi::xml_node root, Template& form) {
    load_root(source, root, form);
    load_texts(source, root, "name", false, form.name);
    load_texts(source, root, "source", false, form.source);
    load_texts(source, root, "plan-words", true, form.running);
    load_texts(source, root, "other-headings", true, form.other_headings);
    load_texts(source, root, "annex-headings", true, form.annex_headings);
    for (const pugi::xml_node node : root.children("sample")) {
        source.attempt([&] {
            source.allow_attributes(node, {"lang"});
            source.add(node, source.lines(node), form.sample);
        });
    }
    const auto each = [&](const char* list, const char* element, auto load) {
        const pugi::xml_node parent = root.child(list);
        const std::string_view name_of_element = element;
        source.allow_attributes(parent, list == "sections"sv ? std::initializer_list<std::string_view>{"order", "numerals"} : std::initializer_list<std::string_view>{});
        source.allow_children(parent, Names(&name_of_element, 1));
        for (const pugi::xml_node node : parent.children(element)) source.attempt([&] { load(source, node, form); });
    };
    each("sections", "section", load_section);
    if (form.sections.empty() && root.child("sections")) source.tell(root.child("sections"), "no section");
    each("items", "item", load_item);
    each("vocabularies", "vocabulary", load_vocabulary);
    include_vocabularies(source, root.child("vocabularies"), form);
    check_references(source, root, form);
    load_requirements(source, root, form);
    if (const pugi::xml_node guidance = root.child("guidance")) load_guidance(source, guidance, form);
}

}  // namespace

LoadedTemplate load_with_faults(std::string_view xml, std::string_view name, std::string_view proved) {
    TemplateSource source(xml, name);
    source.proved = !proved.empty();
    LoadedTemplate loaded;
    source.attempt([&] {
        const TemplateTree tree(source, xml);
        loaded.form.extends = tree.extends();
        loaded.form.sha256 = source.proved && tree.extends().empty() ? std::string(proved) : sha256_hex(tree.bytes());
        load_all(source, tree.root(), loaded.form);
    });
    loaded.faults = source.take_faults();
    return loaded;
}

namespace {

Template whole(LoadedTemplate loaded) {
    if (loaded.faults.empty()) return std::move(loaded.form);
    throw rejected(loaded.faults.front());
}

}  // namespace

Template load_template(std::string_view xml, std::string_view name) { return whole(load_with_faults(xml, name)); }

Template built_in_template(std::string_view id) {
    const EmbeddedFile& file = built_in_template_file(id);
    if (const std::string_view stored = image_part(template_image(id)); !stored.empty()) return restored_template(stored);
    return whole(load_with_faults(file.text, file.name, file.sha256));
}

Error rejected(const TemplateFault& fault) {
    std::string where = fault.name;
    if (fault.line != 0) where += ":" + std::to_string(fault.line);
    return {Error::Kind::template_rejected, where + ": " + fault.message, fault.line};
}

std::string merged_template(std::string_view xml, std::string_view name) {
    LoadedTemplate loaded = load_with_faults(xml, name);
    if (!loaded.faults.empty()) throw rejected(loaded.faults.front());
    if (loaded.form.extends.empty()) return std::string(xml);
    TemplateSource source(xml, name);
    return TemplateTree(source, xml).print();
}

}  // namespace plancheck
