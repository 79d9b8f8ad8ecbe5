// A template: what is asked of a plan, as data. Sections with their titles, kinds of item with their fields, vocabularies
// and requirements, in every language the template speaks. Loaded from XML (templates/README.md teaches the form).
//
// Wherever a text depends on the language it is `Localized`; `in()` picks the language asked for, else the template's
// default language.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plancheck/diagnostic.hpp"
#include "plancheck/document.hpp"

namespace plancheck {

/// One text in several languages, in the order of the template's file.
struct Localized {
    std::vector<std::pair<std::string, std::string>> texts;  ///< language tag, text

    /// The text in `language`; empty when there is none.
    std::string_view exactly(std::string_view language) const noexcept;
    /// The text in `language`, else in `otherwise`, else the first one; empty when there is none at all.
    std::string_view in(std::string_view language, std::string_view otherwise = {}) const noexcept;
    bool empty() const noexcept { return texts.empty(); }
};

/// The titles of a section in one language.
struct Titles {
    std::string language;
    std::string title;                 ///< as the template prints it, with a limit in parentheses where it has one
    bool official = false;             ///< the source has an edition in this language, so a title can be wrong
    std::vector<std::string> aliases;  ///< as good as the title for recognition
    std::vector<std::string> weak;     ///< bind with confidence low only ("Background")
};

/// What the values of a field are; decides how its text is read. `contact`, `timeline` and `party` take several types of
/// value, those from `email` on take one.
enum class FieldType : std::uint8_t {
    text, number, reference, contact, timeline, money, quantity, party, term,
    email, telephone, web, date, period, percentage, person, organisation,
};

/// A section that the template asks for.
struct SectionSpec {
    std::string key;           ///< "issue"
    std::uint32_t number = 0;  ///< its place, counting from 1
    std::string numeral;       ///< as it is printed: "III", "3", "1.4"
    bool required = true;
    bool repeatable = false;           ///< may stand several times
    std::vector<std::string> after;    ///< keys of the sections that stand before it, where the order is partial
    std::optional<FieldType> value;    ///< the section is a field: its body is a value of this type ("1.4 Number of meetings: 3")
    std::string vocabulary;            ///< of a value of the type term
    std::vector<Titles> titles;
    std::vector<SectionSpec> parts;    ///< sections inside it, in their order; they have no parts of their own
    std::uint32_t line = 0;  ///< in the template's source

    const Titles* titles_in(std::string_view language) const noexcept;
};

/// How strictly the sections follow each other: all in one order, only what `after` says, not at all.
enum class SectionOrder : std::uint8_t { strict, partial, any };

struct FieldSpec {
    std::string name;        ///< "contact", "timeline", "cost", "partner", "action", "objective", "target" …
    FieldType type = FieldType::text;
    std::string refers_to;   ///< kind of item that a reference or a party names ("action", "partner"); else empty
    std::string vocabulary;  ///< for a term: which vocabulary
    Localized heads;         ///< terms of column heads and run-in labels ("Contact:"), in the notation of vocabularies
    bool own = false;        ///< the column of the item itself: one item per distinct cell of it
};

/// A kind of item. The library knows the kinds objective action effort opportunity indicator linkage partner lead, and
/// words for them in its messages; a template may name others.
struct ItemSpec {
    std::string kind;
    std::string like;               ///< the known kind whose habits it has: `kind` itself, or as the template says; may be empty
    Localized name;                 ///< how a message calls one of a kind that the library does not know ("meeting")
    Localized counted;              ///< pattern with {n} for a number of them ("{n, plural, one {# meeting} other {# meetings}}")
    std::string section;            ///< key of the section it stands in; empty: `places` alone
    std::vector<std::string> places;  ///< where else it may stand: section keys, "front", "annex"
    std::vector<FieldSpec> fields;
    Localized labels;               ///< terms that introduce one in a line ("Lead:", "Chef de file :")
    std::vector<std::string> blank; ///< fields that are the columns of its table in a blank plan; none: it has no table there
    bool whole_section = true;      ///< a section with words but no items of a recognised form is one item of low confidence

    const FieldSpec* field(std::string_view name) const noexcept;
};

/// A term of a vocabulary with its synonyms in each language, in the notation of templates/README.md.
struct Term {
    std::string key;     ///< "waste"
    std::string group;   ///< a finer or coarser class within the vocabulary ("potential"); may be empty
    Localized synonyms;  ///< "mercury waste · waste management"
    Localized name;      ///< how a message calls it
};

struct Vocabulary {
    std::string id;  ///< "areas"
    std::vector<Term> terms;
};

/// A parameter of a check as the template spells it: `name`, and `value` for all languages or one.
struct Parameter {
    std::string name;
    std::string value;
    std::string language;  ///< empty: all
};

/// An example of a requirement for `explain` and the tests: a fragment of a plan in Markdown.
struct Example {
    std::string language;
    bool passes = true;
    std::string text;
    std::string as_of;       ///< the day it is judged by, where the requirement asks for one
    std::string source;      ///< name of the template that it comes from, where that is another one
    std::uint32_t line = 0, column = 0;  ///< in that source
};

/// One clause of the template stated with a check.
struct Requirement {
    std::string id;      ///< "issue/word-limit"
    std::string clause;  ///< identifier: "Annex 2, I, title"
    Obligation obligation = Obligation::must;
    DecidedBy decided_by = DecidedBy::machine;
    std::optional<Severity> severity;  ///< none: a reviewer decides
    std::string check;                 ///< name of a check of the library; "shown-text" for a reviewer's
    std::vector<Parameter> parameters;
    std::vector<std::string> sections;  ///< where it looks: section keys, "title", "front", "annex", "plan"
    std::vector<std::string> needs;     ///< "id", "id[section]", "id(kind)", each with "?" where a pass does not need it (lib/template/names.hpp); the first that does not hold is `causedBy`
    std::string when;                   ///< conditions joined by " and ": "as-of", "area=asgm", "dated>=2017-08-16", "not first-plan"; empty: always
    std::string asks_source;            ///< the row's own words ("asks" of the table), English
    std::string evidence_source;        ///< what counts as evidence, English
    Localized clause_text;              ///< "Annexe 2, I, titre"
    Localized asks;                     ///< the sentence asked
    Localized looked_for;               ///< noun phrase of what evidence would be ("a biennial report to the secretariat")
    Localized help;                     ///< how to mend it
    Localized finding;                  ///< what a finding says, where the template itself words it
    std::vector<Example> examples;
    std::string source;                 ///< name of the template that it comes from, where that is another one
    std::uint32_t line = 0, column = 0; ///< in that source

    /// Value of a parameter in `language`, else the one for all languages; empty: not given.
    std::string_view parameter(std::string_view name, std::string_view language = {}) const noexcept;
};

/// What a blank plan says where the author shall write; found again where it was left in.
struct Prompt {
    std::string section;  ///< key; empty: no section of its own
    Localized text;
};

struct Template {
    std::string id;       ///< "gmp-annex2"
    std::string edition;  ///< "2020"
    std::string edition_from;  ///< day from which plans are written under this edition, YYYY-MM-DD; empty: not said
    std::string sha256;   ///< of the XML; of the base's XML followed by its own where it extends another template
    std::string extends;  ///< id of the template it is built on, or empty
    std::string default_language;
    std::vector<std::string> languages;
    Localized name;
    Localized source;  ///< the document that the template follows
    SectionOrder order = SectionOrder::strict;
    bool decimal = false;      ///< sections are numbered in digits ("1.4"), not in Roman numerals
    Localized sample;          ///< a whole plan in Markdown that examples are completed to
    std::vector<SectionSpec> sections;
    std::vector<ItemSpec> items;
    std::vector<Vocabulary> vocabularies;
    std::vector<Requirement> requirements;
    std::vector<Prompt> prompts;
    std::vector<std::uint64_t> guidance;   ///< hashes of folded 8-word sequences of guidance, sorted
    Localized other_headings;  ///< headings that are normal around the sections ("Contents", "Annex"), as terms
    Localized annex_headings;  ///< headings that begin an annex ("Annex", "Appendix"), as terms
    Localized running;         ///< words of a plan's title ("business plan")
    std::uint32_t applies_from = 3;  ///< fewer sections bound at least `high`: not a document of this template
    std::uint32_t poor_below = 7;    ///< fewer sections bound: the poor outline is told first

    const SectionSpec* section(std::string_view key) const noexcept;
    const ItemSpec* item(std::string_view kind) const noexcept;
    /// The kind has the habits of a kind that the library knows.
    bool is_like(std::string_view kind, std::string_view known) const noexcept;
    const Vocabulary* vocabulary(std::string_view id) const noexcept;
    const Requirement* requirement(std::string_view id) const noexcept;
};

/// A fault of a template's source. `message` is for people, without the place.
struct TemplateFault {
    std::string name;          ///< of the source it stands in
    std::uint32_t line = 0;    ///< counting from 1; 0: no one place
    std::uint32_t column = 0;  ///< in code points, counting from 1
    std::string message;
};

/// All that is wrong with a template, by place: what load_template() would refuse, requirements without an example, and
/// examples that do not come out as they say. Empty: it can be used. Thread-safe.
std::vector<TemplateFault> check_template(std::string_view xml, std::string_view name = {});

/// A template as it is used: the XML, where it extends another one with that one taken in. `check_template` accepts it.
/// Throws `Error` as load_template() does. Thread-safe.
std::string merged_template(std::string_view xml, std::string_view name = {});

/// The XML of the built-in template `id`; throws `Error` (unknown_template) that lists those there are. Thread-safe.
std::string_view built_in_template_xml(std::string_view id);

/// Loads a template from its XML. Throws `Error` (template_rejected) with the line and, for a misspelt name, a
/// suggestion: unknown elements and attributes, duplicate ids, unknown checks, missing clauses. A document is never
/// checked with a half-loaded template. Thread-safe.
Template load_template(std::string_view xml, std::string_view name = {});

/// Ids of the templates built into the library, sorted.
std::vector<std::string> built_in_templates();

/// The built-in template `id`; throws `Error` (unknown_template) that lists those there are. Thread-safe.
Template built_in_template(std::string_view id);

/// The requirements as a table: for people in `language`, as CSV (columns id, clause, obligation, decided_by, severity,
/// asks, evidence; in English, the language of the source), as JSON (schema plancheck-requirements/1).
std::string requirements_to_text(const Template& form, std::string_view language);
std::string requirements_to_csv(const Template& form);
std::string requirements_to_json(const Template& form, std::string_view language);

/// A plan of the template with nothing in it but titles, prompts and the heads of tables; `format` is docx, odt,
/// markdown, html or plan-xml. The same bytes every time. Throws `Error` (option): another format, a language that the
/// template lacks.
std::string blank_plan(const Template& form, std::string_view language, Format format);

/// What a requirement asks, its clause, who decides, an example that passes and one that fails; or the page of a check
/// with the requirements that use it. Empty: there is neither a requirement nor a check called `id`.
std::string explain(const Template& form, std::string_view id, std::string_view language);
/// The same as an HTML page.
std::string explain_html(const Template& form, std::string_view id, std::string_view language);

}  // namespace plancheck
