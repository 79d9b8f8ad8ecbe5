// The titles of a template's sections, compiled once: which section a line of text names, and how well.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plancheck/outline.hpp"
#include "text/language.hpp"
#include "text/likeness.hpp"
#include "text/numerals.hpp"
#include "text/terms.hpp"

namespace plancheck {

/// A section whose title stands at the start of a line.
struct TitleHit {
    std::uint32_t spec = 0;      ///< index into Template::sections
    TitleMatch match = TitleMatch::none;
    std::uint32_t language = 0;  ///< index into Template::languages
    std::uint32_t end = 0;       ///< end of the title in the folded line
    double likeness = 1.0;       ///< below 1 for `alike`
};

/// Two sections that follow one another and share a heading; the first is left.spec.
struct TitlePair {
    TitleHit left, right;
};

/// Immutable; any number of threads may use one.
class TitleIndex {
public:
    TitleIndex(const Template& form, const Languages& languages);

    /// Titles that stand at byte `at` of a folded line, longest first.
    std::vector<TitleHit> at_start(std::string_view folded, std::uint32_t at) const;

    /// Sections whose title is like the whole of `folded`, best first; only those for which `wanted[spec]` holds.
    std::vector<TitleHit> alike(std::string_view folded, const std::vector<bool>& wanted) const;
    /// Whether the title of some section is so like it that one of them may be mistyped.
    bool is_alike(std::string_view folded) const;

    /// Whether a folded line says a section's title in other words: some of those that make up its titles, or, where words have no
    /// spaces between them, all of one.
    bool says(std::string_view folded, std::uint32_t spec) const;

    /// True for "(max of 250 words)": text in parentheses with a number that a title of the section has in parentheses.
    bool is_limit_note(std::string_view folded, std::uint32_t spec) const;
    /// The same for the limit of any section.
    bool is_limit_note(std::string_view folded) const;

    /// True where a folded line begins as an annex does ("annex b", "annexe : …").
    bool begins_annex(std::string_view folded) const;
    /// True for a heading that is normal around the sections ("Contents", "Foreword").
    bool is_other_heading(std::string_view folded) const;
    /// The two titles that a whole folded line holds ("costs and funding", "v. costs and vi. funding" without its first numeral).
    std::optional<TitlePair> pair(std::string_view folded) const;
    /// Two numerals that follow one another before one heading ("IX–X. ", "IX and X. "): the first, with the size of both.
    std::optional<Numeral> pair_of_numerals(std::string_view line) const;

    const Template& form() const noexcept { return *form_; }
    /// Bytes of such a note at `at`, be it in square brackets; 0: none.
    std::size_t limit_note_at(std::string_view folded, std::size_t at) const;
    /// Bytes from `at` on, behind a title, where all of them say the title again in another language ("Issue / Enjeu"); else 0.
    std::size_t said_again(std::string_view folded, std::size_t at, const TitleHit& first) const;
    const Languages& languages() const noexcept { return *languages_; }
    /// Those that titles and headings around them are found by.
    std::array<const TermIndex*, 2> indexes() const noexcept { return {&titles_, &around_}; }

private:
    struct Form {
        std::size_t size;  // bytes
        Spelling spelling;
        std::uint32_t spec;
        std::uint32_t language;
        std::uint32_t letters;  // which of 32 classes of letter occur: refuses most pairs without looking closer
    };

    const Template* form_;
    const Languages* languages_;
    TermIndex titles_;   // id = (spec * 4 + match) * 64 + language
    TermIndex around_;   // id 0: annex, 1: other heading
    // Most documents have titles that are mistyped nowhere, and need no spelling of any.
    struct Spelled {
        struct Title {
            std::string_view text;  // in the notation of terms; of the template, or of `own`
            std::uint32_t spec, language;
        };
        std::deque<std::string> own;
        std::vector<Title> titles;
        std::once_flag once;
        std::vector<Form> forms;
        std::vector<std::vector<std::string>> words;    // by spec, sorted: those of its titles
        std::vector<std::vector<std::string>> unspaced; // by spec: titles in ideographs
    };
    const std::vector<Form>& forms() const;

    std::unique_ptr<Spelled> spelled_;
    std::vector<std::string> attached_;  // folded, longest first: what is written in one word with the next
    std::vector<std::string> joints_;  // folded: what may stand between two titles in one heading
    std::vector<std::vector<std::string>> limit_numbers_;  // by spec: digits in parentheses in its titles
};

/// A line without parentheses that hold a digit ("(max of 250 words)", "(2025-2027)"), folded text in and out.
std::string without_limits(std::string_view folded);

/// What may be a title, folded, without its limit and the colon or full stop behind it.
std::string bare_title(std::string_view text);

}  // namespace plancheck
