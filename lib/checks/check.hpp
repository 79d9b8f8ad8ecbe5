// What a check is: a pure function from a plan and a requirement to an outcome with findings and evidence. It knows no
// wording, no other check, no clock. A finding names its message by key; diagnose.cpp puts it into words and places it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plancheck/diagnostic.hpp"
#include "plancheck/plan.hpp"
#include "text/language.hpp"

namespace plancheck {

class ItemLabels;
class PlanTree;
class Sentences;
class TermSet;
class TermSets;

/// A stretch of the document, before it becomes a Location.
struct Where {
    static constexpr std::uint32_t nowhere = 0xFFFFFFFF;
    std::uint32_t block = nowhere;
    Span span;          ///< what is quoted; empty: the block's own text
    bool whole = false; ///< quote all of it, not its first 120 code points

    bool known() const noexcept { return block != nowhere; }
};

struct RelatedPlace {
    std::string message;  ///< key of a message, or empty
    Subject subject;
    Where where;
};

/// Something that stands for a requirement.
struct Evidence {
    Where where;
    std::vector<Argument> value;
    std::vector<RelatedPlace> related;
};

/// Something that stands against it, or remarks on it.
struct Finding {
    Outcome outcome = Outcome::fail;                    ///< fail, review, or pass for a remark
    std::optional<Severity> severity;                   ///< weaker than the requirement's own
    Confidence confidence = Confidence::certain;        ///< of what it rests on; low turns a fail into a review
    std::string message;                                ///< key: "word-limit.above"
    std::vector<Argument> arguments;
    Subject subject;
    Where where;
    std::vector<RelatedPlace> related;
};

struct Result {
    Outcome outcome = Outcome::not_checked;  ///< what holds when there is no finding of outcome fail or review
    std::vector<Finding> findings;
    std::vector<Evidence> evidence;
    std::string caused_by;                   ///< for not_checked: id of a requirement or notification

    /// Adds evidence with its values, each an Argument; they are moved there.
    template <class... Values>
    Evidence& show(const Where& where, Values&&... values) {
        Evidence& added = evidence.emplace_back();
        added.where = where;
        added.value.reserve(sizeof...(values));
        (added.value.push_back(std::forward<Values>(values)), ...);
        return added;
    }
};

struct Context {
    const Plan& plan;
    const Requirement& requirement;
    const Languages& languages;
    std::string_view as_of;  ///< YYYY-MM-DD or empty
    const ItemLabels* labels = nullptr;
    const TermSets* term_sets = nullptr;
    const Sentences* sentences = nullptr;
    const PlanTree* tree = nullptr;  ///< the plan's canonical XML, made when it is first asked for

    const Document& document() const noexcept { return plan.document(); }
    const Outline& outline() const noexcept { return *plan.outline; }
    const Template& form() const noexcept { return plan.form(); }
    std::string_view parameter(std::string_view name) const noexcept { return requirement.parameter(name, plan.language); }
    std::uint32_t number(std::string_view name, std::uint32_t otherwise) const noexcept;
    std::vector<std::string_view> list(std::string_view name) const;  ///< parameter's words, separated by spaces
    const TermSet& terms(std::string_view name) const noexcept;       ///< what a parameter of vocabularies stands for
    /// The plan's, or the template's where it has none.
    const Language& language() const noexcept { return languages.nearest(plan.language, form().default_language); }
};

/// The words of a value, separated by spaces.
std::vector<std::string_view> list_of(std::string_view value);

using Check = Result (*)(const Context&);

struct NamedCheck {
    std::string_view name;
    Check function;
};

/// The checks this version runs, sorted by name.
std::span<const NamedCheck> all_checks() noexcept;
const NamedCheck* find_check(std::string_view name) noexcept;

// What checks share.

/// A range of blocks, and a first stretch of text where a title is glued to its body.
struct Scope {
    std::uint32_t begin = 0, end = 0;
    Span glued;
    std::uint32_t glued_block = Where::nowhere;
    std::string key;  ///< section key, "front", "annex"
    Confidence confidence = Confidence::certain;
};

/// The scopes that names stand for: section keys, "front", "annex", "plan" (the whole main text). Missing ones are left out.
std::vector<Scope> scopes(const Plan& plan, std::span<const std::string> names);

/// Of a section as written, numeral included, in one line.
std::string title_of(const Plan& plan, const Section& section);
Subject section_subject(const Plan& plan, const Section& section);
Subject missing_subject(const Plan& plan, const SectionSpec& spec);
Subject item_subject(const Plan& plan, const Item& item);
Subject document_subject(const Plan& plan);

/// The words of an item in a block of its own: all of them, or its part where another item begins in the same block.
Span own_words(const Plan& plan, const Item& item, std::uint32_t block) noexcept;

/// The section of the template that the block stands in, its heading included, or null. By binary search.
const Section* section_at(const Plan& plan, std::uint32_t block);

/// Heading of a section with its numeral, as it stands in the text.
Where heading_of(const Plan& plan, const Section& section);
/// The first of the requirement's sections that the outline has, or null.
const Section* first_section(const Context& context);
/// A review of what was not found: missing in that section; of the document where it has none of them.
Finding not_found(const Context& context);

/// What an item is called in a list: its label, or its title where it has none.
std::string name_of(const Item& item);
/// A review that lists items, at least one, with `count`, `items` (what they are called) and `ids` as arguments: what asks something of
/// each of them. It stands at the first one, in its section, and is as sure as the least sure of them.
Finding listing(const Plan& plan, std::string_view message, std::span<const Item* const> items, std::string (*called)(const Item&) = name_of);

/// Where a section that is missing should stand: the heading before which it belongs, else the end of the text.
Where place_of_missing(const Plan& plan, const SectionSpec& spec);
Where where_of(const Item& item);

/// A table whose rows could not be told apart, or text whose order was lost.
bool is_doubtful(const Block& block) noexcept;
/// Whether there is such a block in [begin, end).
bool holds_doubt(const Document& document, std::uint32_t begin, std::uint32_t end) noexcept;

/// Whether the field stands in a cell that covers the item's row by guess alone: nothing tells it from an empty one of its own.
bool filled_by_guess(const Plan& plan, const Item& item, const Field& field) noexcept;

/// An item whose words are a placeholder ("TBD"): told as left-over text, and nothing more can be asked of it.
bool says_nothing(const Context& context, const Item& item);
/// A dash or "n/a" where something is asked for: text, and yet no value.
bool says_nothing(const Context& context, const FieldValue& value);

/// A term in a label or the head of a row, and nothing behind it but "none", "not applicable", "to be confirmed".
bool stands_before_nothing(const Context& context, const TermPlace& hit);

/// fold() of a block's text: the plan's where it holds it, else made in `made`.
std::string_view folded_text(const Plan& plan, std::uint32_t block, std::string& made);

/// Outcome pass with a scope that was looked at as evidence: for what forbids something.
Evidence looked_at(const Plan& plan, std::string_view scope);

}  // namespace plancheck
