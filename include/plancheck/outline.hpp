// The outline: which section of the template stands where in a document. Made by a minimum-cost alignment of headings
// with sections, so that one missing or misplaced section stays one finding.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "plancheck/document.hpp"
#include "plancheck/template.hpp"

namespace plancheck {

/// How the title of a heading relates to the titles of the section it was bound to.
enum class TitleMatch : std::uint8_t {
    none,   ///< bound by numeral and place alone
    weak,   ///< a title the template lists as weak ("Background")
    alike,  ///< similar after folding
    alias,
    title,
};

/// The numeral of a heading, typed or automatic.
struct HeadingNumeral {
    std::string text;          ///< as it stands: "II." ; empty: none
    std::uint32_t value = 0;   ///< 0: none
    bool automatic = false;    ///< made by the format's numbering
    bool house_style = false;  ///< a style the template's language writes section numerals in (Roman; see numerals.hpp)
};

/// A heading of the sections' rank and the range it governs.
struct Section {
    const SectionSpec* spec = nullptr;  ///< null: no section of the template owns it
    std::uint32_t heading = 0;          ///< block of the heading
    std::uint32_t last_heading = 0;     ///< last block of the heading, where it runs over several (wrapped title, limit)
    Span title;                         ///< the heading's words as written, numeral left out
    HeadingNumeral numeral;
    TitleMatch match = TitleMatch::none;
    Confidence confidence = Confidence::low;
    std::uint32_t body_begin = 0;       ///< first block of the body
    std::uint32_t body_end = 0;         ///< one past the last
    Span glued;                         ///< rest of the heading's own block that belongs to the body; empty: none
    Tally words;                        ///< of the body, sub-headings included
    bool shares_heading = false;        ///< one heading holds the titles of two sections
    bool repeated = false;              ///< a further heading of a section that is bound already
};

/// An annex: a heading after the sections, and what it governs.
struct Annex {
    std::uint32_t heading = 0;
    Span title;
    std::uint32_t body_end = 0;
};

/// Borrows the document and the template: both must outlive it. Never changes; const use is thread-safe.
struct Outline {
    const Document* document = nullptr;
    const Template* form = nullptr;
    std::vector<Section> sections;  ///< document order
    std::vector<std::uint32_t> named;  ///< indices of the sections that find() gives, so that it never walks over the others
    std::uint32_t front_end = 0;    ///< blocks [0, front_end) stand before the first section
    std::vector<Annex> annexes;
    std::uint8_t rank = 0;          ///< heading level of the sections; 0: not marked by the format
    std::uint32_t bound = 0;        ///< sections of the template bound certain or high
    std::uint32_t numbered_before = 0;   ///< numbered headings of the sections' rank in the front matter (a preamble "I.")
    std::vector<std::uint32_t> unbound;  ///< blocks that look like headings and that no section took, document order
    std::vector<std::uint32_t> framed;   ///< tables in whose cells the sections stand, as on a form; ascending

    /// The section of that key as bound first (not a repetition), or null.
    const Section* find(std::string_view key) const noexcept;
    /// Whether what stands in the cells of a table is read as if it stood alone: Document::frames_text(), or a form.
    bool frames_text(std::uint32_t table) const noexcept;
    /// As many sections are bound as the template asks of a document of its kind.
    bool applies() const noexcept { return form != nullptr && bound >= form->applies_from; }
};

/// Binds headings to sections. Linear in the document for a given template. `language` is that of the document and
/// decides which titles come first where two fit. Thread-safe.
Outline recognise(const Document& document, const Template& form, std::string_view language);
Outline recognise(Document&&, const Template&, std::string_view) = delete;
Outline recognise(const Document&, Template&&, std::string_view) = delete;

}  // namespace plancheck
