// What all parts of the room read from while one document is interpreted.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/block_text.hpp"
#include "plan/hit_places.hpp"
#include "plan/lexicon.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

/// A stretch of text in one block.
struct Stretch {
    std::uint32_t block = 0;
    Span span;
};

class FoldedPart;

/// Borrows everything; `terms` grows once, before any item is looked for.
struct Reading {
    const Outline& outline;
    const Document& document;
    const Template& form;
    const Lexicon& lexicon;
    const Words& words;
    const Language& language;
    std::vector<TermPlace> terms;
    std::string area;  ///< key of the area that the plan is for; empty: not known
    std::map<std::uint32_t, std::uint32_t> numbered;  ///< blocks that a numbering of all paragraphs counts, and their numbers; mostly none
    std::uint32_t notes_begin;  ///< blocks from here on are notes that were typed: no lines of a section
    std::shared_ptr<const BlockText> block_text;
    std::vector<GuidanceLeft> guidance;  ///< left in; mostly none
    HitPlaces around;      // of words.around
    HitPlaces term_hits;   // of words.terms, whatever they mean where they stand

    Reading(const Outline& of, std::string_view tag, const Lexicon& with, FoldedBlocks folded);

    std::string_view view(Span span) const noexcept { return document.view(span); }
    /// Whether a label of a kind, or what its own column is called, may stand in a text.
    bool may_name(std::uint32_t kind, Stretch text) const {
        return around.may_hold(text.block, text.span, [kind](std::uint32_t id) { return id == kind || id == Words::name_of_kind + kind; });
    }
    /// Whether find() of a text may give a term of a vocabulary.
    bool may_find(std::uint32_t vocabulary, Stretch text) const {
        return vocabulary != Lexicon::none && (lexicon.denies(vocabulary) || term_hits.may_hold(text.block, text.span, [&](std::uint32_t id) { return lexicon.term(id).vocabulary == vocabulary; }));
    }
    /// Terms that lie inside a span of the text (headings have none).
    std::span<const TermPlace> terms_in(Span span) const noexcept;
    bool has_term(Span span, std::uint32_t vocabulary) const noexcept;
    /// Keys of the terms of a vocabulary in any text, headings too, in order; folds the text.
    std::vector<TermHit> find(std::string_view folded, std::uint32_t vocabulary) const;
    bool holds(std::string_view text, std::uint32_t vocabulary) const;

    /// What a control shows in place of an answer is no text of the plan, nor is the template's guidance, nor the number of a page.
    bool is_text(std::uint32_t block) const noexcept {
        const Block& b = document.blocks[block];
        return !b.text.empty() && !b.has(mark::uncounted) && !b.has(mark::contents) && !b.has(mark::placeholder) && !b.has(mark::running) && !b.has(mark::struck) && (guidance.empty() || !is_guidance(block));
    }
    /// Guidance that stands in a block; null where there is none.
    const GuidanceLeft* guidance_in(std::uint32_t block) const noexcept;
    bool is_guidance(std::uint32_t block) const noexcept {
        const GuidanceLeft* const left = guidance_in(block);
        return left != nullptr && left->whole;
    }
    /// The block's text without white space at its ends.
    Span trimmed(Span span) const noexcept;
};

/// A part of a block, folded: where it stands in the folded text of all, or by itself where a word goes on at its ends.
class FoldedPart {
public:
    FoldedPart(const Reading& reading, Stretch of);
    FoldedPart(const FoldedPart&) = delete;
    FoldedPart& operator=(const FoldedPart&) = delete;

    std::string_view text() const noexcept { return of_.text; }
    const FoldedBlock& folded() const noexcept { return of_; }  ///< its offsets in the source are in the part
    bool is_shared() const noexcept { return of_.whole != &own_; }
    /// Hits of an index in it.
    std::vector<TermHit> find(const TermIndex& index) const { return blocks_.find(index, of_.text); }

private:
    const BlockText& blocks_;
    Folded own_;
    FoldedBlock of_;
};

/// Hits of the language's words in a text; they may be those that are known of the block.
class LanguageWords {
public:
    LanguageWords(const Reading& reading, const FoldedPart& part);
    LanguageWords(const LanguageWords&) = delete;
    LanguageWords& operator=(const LanguageWords&) = delete;

    std::span<const TermHit> hits() const noexcept { return hits_; }
    std::uint32_t base() const noexcept { return base_; }  ///< of their offsets: where the part's text begins
    bool hold(WordKind kind) const noexcept;

private:
    std::vector<TermHit> own_;
    std::span<const TermHit> hits_;
    std::uint32_t base_ = 0;
};

/// Text blocks inside a cell (or any block).
std::vector<std::uint32_t> texts_in(const Reading& reading, std::uint32_t cell);

/// The only one of them; Lexicon::none where there are several, or none.
std::uint32_t only_text_in(const Reading& reading, std::uint32_t cell);

/// Terms of all vocabularies in the main text (Plan::terms).
std::vector<TermPlace> find_terms(const Reading& reading, std::vector<TermPlace>& of_headings);

}  // namespace plancheck
