// A plan: the document understood. Items of every kind in whatever layout they stand, with typed fields.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plancheck/outline.hpp"

namespace plancheck {

class BlockText;

/// A value found in a field. `value` is canonical and decides everything further on: a date is `2025-03-14`, `2025-03`
/// or `2025`, a period `2025-01/2026-06`, a quarter `2024-Q3`, a recurrence `P2Y`, money `150000 USD`, a percentage
/// `30 %`; e-mail addresses are in lower case, telephone numbers digits with +.
struct FieldValue {
    std::string type;   ///< "email", "telephone", "web", "masked", "person", "organisation", "date", "period", "quarter",
                        ///< "ongoing", "recurrence", "money", "percentage", "quantity", "reference", "term", "text", "unset"
    std::string text;   ///< as written
    std::string value;  ///< canonical
    std::uint32_t block = 0;
    Span span;               ///< where it stands
    bool ambiguous = false;  ///< can be read in two ways
};

/// A field of an item: what stands under a column head, behind a label, or in the item's text.
struct Field {
    std::string name;     ///< "contact", "timeline", "cost", "partner", "action" …
    bool stated = false;  ///< a place that is meant for it exists (a cell under its head, a label), even if it is empty
    std::vector<FieldValue> values;
    std::uint32_t block = 0;  ///< cell or paragraph that holds it, where there is one

    bool empty() const noexcept { return values.empty(); }
};

struct Item {
    std::string kind;     ///< "action"
    std::string id;       ///< "action-1", counting per kind in document order
    std::string label;    ///< "1", "A.1", "PA2": as numbered, or empty
    std::string title;    ///< its first words, as written, at most 120 code points
    std::string section;  ///< key of the section it stands in; "front" or "annex" outside of them
    Confidence confidence = Confidence::low;
    std::uint32_t block = 0;            ///< where it begins
    Span span;                          ///< its own words there (title or first paragraph)
    std::vector<std::uint32_t> blocks;  ///< all blocks that belong to it: paragraphs, list items or cells
    std::vector<Field> fields;
    std::vector<std::string> refers_to; ///< ids of items it refers to, sorted as in the plan
    bool covers_all = false;            ///< says that it covers all items of the kind it refers to

    const Field* field(std::string_view name) const noexcept;
};

/// A term of a vocabulary found in the text.
struct TermPlace {
    std::uint32_t vocabulary = 0;  ///< index into Template::vocabularies
    std::uint32_t term = 0;        ///< index into Vocabulary::terms
    std::uint32_t block = 0;
    Span span;             ///< in Document::text
    bool negated = false;  ///< "no biennial report is foreseen"
};

/// Borrows the outline (and through it document and template): it must outlive the plan. Never changes; const use is
/// thread-safe.
/// A run of words of the template's guidance.
struct GuidanceLeft {
    std::uint32_t block = 0;
    Span span;
    bool whole = false;  ///< the block says nothing else
};

struct Plan {
    const Outline* outline = nullptr;
    std::string language;         ///< of the text: "fr"; empty: not recognised
    std::string language_from;    ///< "detected" or "option"
    std::string title;
    std::string area;             ///< key of the area's term, or empty
    std::string own_area;         ///< what the title calls the area instead, where it is none of the vocabulary's; mostly empty
    std::string date, period, status;  ///< canonical, or empty
    std::vector<Item> items;      ///< by kind in the template's order, then document order
    std::vector<Field> values;    ///< of sections that are fields: the name is the section's key; in document order
    std::vector<TermPlace> terms; ///< all terms of all vocabularies, in text order; headings (but those that are items), contents and notes left out
    std::vector<GuidanceLeft> guidance;  ///< left in, in text order; it is no text of the plan: no item, no lead, no term
    std::vector<std::uint32_t> term_order, term_first;  ///< indices into `terms` by vocabulary, and where each vocabulary's begin

    std::shared_ptr<const BlockText> block_text;  ///< what was found in the text on the way, for those who look again

    const Document& document() const noexcept { return *outline->document; }
    const Template& form() const noexcept { return *outline->form; }
    std::size_t count(std::string_view kind) const noexcept;
    /// Indices into `terms` of the places of one vocabulary, ascending.
    std::span<const std::uint32_t> terms_of(std::uint32_t vocabulary) const noexcept;
    /// The value of a section that is a field; null where the section is missing or is none.
    const Field* value(std::string_view section) const noexcept;
};

/// Finds items, fields and terms. Linear in the document. Thread-safe.
Plan interpret(const Outline& outline, std::string_view language);
Plan interpret(Outline&&, std::string_view) = delete;

}  // namespace plancheck
