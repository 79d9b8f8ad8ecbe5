// What a blank plan says: the template's titles with their limits, its prompt for each section, tables for the kinds of
// item that the template wants in one. Its own XML is made by reading the Markdown, so that there is one way to be a plan.
#include "plan/plan_xml.hpp"
#include "write/blank.hpp"

#include <algorithm>

#include "outline/recognise.hpp"
#include "plan/lexicon.hpp"
#include "plan/plan_xml.hpp"
#include "plancheck/error.hpp"
#include "plancheck/template.hpp"
#include "text/language.hpp"
#include "text/numerals.hpp"
#include "text/term_forms.hpp"
#include "text/utf8.hpp"
#include "write/html_parts.hpp"

namespace plancheck {
namespace {

// With a capital letter in front, where the script has them.
std::string with_capital(std::string_view text) {
    const Decoded head = decode(text, 0);
    char32_t first = head.code;
    if ((first >= U'a' && first <= U'z') || (first >= 0xe0 && first <= 0xfe && first != 0xf7) || (first >= 0x430 && first <= 0x44f)) first -= 0x20;
    std::string out;
    append_utf8(out, first);
    return out.append(text.substr(head.size));
}

// The first term of column heads, written out, of its forms the shortest: "partner(s) · who" gives "Partner". One that
// stands for many ("value in 20xx") cannot be written.
std::string head_of(std::string_view heads) {
    constexpr std::string_view joint = " · ";
    for (std::size_t at = 0; at < heads.size();) {
        const std::size_t end = std::min(heads.find(joint, at), heads.size());
        std::vector<std::string> forms;
        expand_term(heads.substr(at, end - at), false, forms);
        at = end + joint.size();
        const auto head = std::min_element(forms.begin(), forms.end(), [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
        if (head != forms.end() && std::none_of(head->begin(), head->end(), [](unsigned char c) { return c < ' '; })) return with_capital(*head);
    }
    return std::string(heads.substr(0, heads.find(joint)));
}

// A separator of ASCII wants a space behind it, one of Chinese brings its own.
std::string spaced(std::string numeral) {
    if (!numeral.empty() && static_cast<unsigned char>(numeral.back()) < 0x80) numeral += ' ';
    return numeral;
}

// `blank.numerals` of a language: a number format and its text ("upperRoman %1."), or the numerals themselves.
void number(const Language& language, Blank& blank) {
    const std::string rule = language.messages.format("blank.numerals", {});
    const std::size_t space = rule.find(' ');
    if (rule.find("%1") != std::string::npos && space != std::string::npos) {
        blank.number_format = rule.substr(0, space);
        blank.number_text = rule.substr(space + 1);
        const std::size_t at = blank.number_text.find("%1");
        for (std::size_t i = 0; i < blank.sections.size(); ++i)
            blank.sections[i].numeral = spaced(blank.number_text.substr(0, at) +
                                               format_numeral(static_cast<std::uint32_t>(i + 1), number_format_from(blank.number_format)) +
                                               blank.number_text.substr(at + 2));
        return;
    }
    std::size_t at = 0;
    for (BlankSection& section : blank.sections) {
        const std::size_t end = std::min(rule.find(" · ", at), rule.size());
        section.numeral = spaced(rule.substr(at, end - at));
        at = std::min(end + std::string_view(" · ").size(), rule.size());
    }
}

// A template of digits prints its own: one after the other, as a word processor numbers by itself, or "1.4", which is typed.
void number_in_digits(const Template& form, Blank& blank) {
    bool plain = true;
    for (std::size_t i = 0; i < form.sections.size(); ++i) plain = plain && form.sections[i].numeral == std::to_string(i + 1);
    if (plain) {
        blank.number_format = "decimal";
        blank.number_text = "%1.";
    }
    for (std::size_t i = 0; i < blank.sections.size(); ++i) blank.sections[i].numeral = form.sections[i].numeral + (plain ? ". " : " ");
}

// `language` is the one of the tag, or, where it has no file, the one whose numerals are used instead.
Blank blank_of(const Template& form, const std::string& tag, const Language& language) {
    Blank blank;
    blank.language = tag;
    blank.right_to_left = language.right_to_left;
    blank.title = form.name.in(tag, form.default_language);
    for (const SectionSpec& spec : form.sections) {
        const Titles* titles = spec.titles_in(tag);
        BlankSection section;
        section.title = titles->title;
        for (const Prompt& prompt : form.prompts)
            if (prompt.section == spec.key) section.prompt = prompt.text.in(tag, form.default_language);
        for (const ItemSpec& item : form.items) {
            if (item.section != spec.key || item.blank.empty()) continue;
            std::vector<std::string>& heads = section.tables.emplace_back();
            for (const std::string& column : item.blank) heads.push_back(head_of(item.field(column)->heads.in(tag, form.default_language)));
        }
        blank.sections.push_back(std::move(section));
    }
    if (form.decimal) number_in_digits(form, blank);
    else number(language, blank);
    return blank;
}

std::string plan_xml(const Template& form, const Blank& blank) {
    const TitleIndex titles(form, Languages::built_in());
    const Lexicon lexicon(form, Languages::built_in());
    const Document document = read(blank_markdown(blank), "plan.md");
    const Outline outline = recognise(document, titles, blank.language);
    return to_plan_xml(interpret(outline, blank.language, lexicon));
}

}  // namespace

std::string xml_text(std::string_view text) { return html_text(text); }

std::string blank_plan(const Template& form, std::string_view language, Format format) {
    const Language* const found = Languages::built_in().find(language);
    const auto tag = std::find(form.languages.begin(), form.languages.end(), found != nullptr ? std::string_view(found->tag) : language);
    if (tag == form.languages.end()) {
        std::string known;
        for (const std::string& tag : form.languages) (known += known.empty() ? "" : ", ") += tag;
        throw Error(Error::Kind::option, "the template has no titles in language '" + std::string(language) + "'; there are: " + known);
    }
    const Blank blank = blank_of(form, *tag, found != nullptr ? *found : Languages::built_in().nearest({}));
    switch (format) {
        case Format::docx: return blank_docx(blank);
        case Format::odt: return blank_odt(blank);
        case Format::markdown: return blank_markdown(blank);
        case Format::html: return blank_html(blank);
        case Format::plan_xml: return plan_xml(form, blank);
        default: throw Error(Error::Kind::option, "no blank plan in the format '" + std::string(name(format)) + "'");
    }
}

}  // namespace plancheck
