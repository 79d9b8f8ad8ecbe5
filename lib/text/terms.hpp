// One matcher for all terms of a template: built once, then one pass over a folded text finds every term of every
// vocabulary.
//
// Notation: ` · ` separates synonyms; `*` any ending of a word; `{a,b}` alternatives; `(x)` optional; ` | ` between two
// words: either; `…` a gap of some words in the same sentence, behind which a word begins; in `20xx` each x is a digit.
//
// Rules. A term begins at a word's start and ends at a word's end (`*` aside); in Han and kana anywhere. An apostrophe
// starts a word, so elided articles (l', d', qu') need no care. Hyphen and space are the same; in a language with
// `joins` (English) a hyphen or space of the term may also be missing in the text. After a prefix with a hyphen that the
// language lists ("semi-annual", "co-lead") no word begins. Articles and prefixes written together with the word
// (Arabic) may stand before the term. Spelling pairs of the language (-ise/-ize) match both ways.
//
// Overlaps: for one id the longest hit at a place wins and hits do not overlap; hits of different ids may overlap,
// except that a hit in Han or kana inside a longer hit of any id is dropped (伙伴 in 伙伴关系).
//
// add(), add_later() and build() belong to one thread; after build() the index is immutable to the outside and find() may
// run in any number.
#pragma once

#include <atomic>
#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/beginnings.hpp"
#include "text/gap_words.hpp"
#include "text/term_edges.hpp"
#include "text/word_starts.hpp"

namespace plancheck {

struct Language;

struct TermHit {
    std::uint32_t id = 0;
    std::uint32_t begin = 0;   ///< in the folded text
    std::uint32_t end = 0;
    bool doubtful = false;     ///< found only under a repair of broken text (Arabic lam-alef turned round)

    bool operator==(const TermHit&) const = default;
};

class TermIndex {
public:
    /// Adds terms under `id` (several calls may give the same id). `language` outlives the index, or is null: then no rule
    /// of a language holds. Returns false, and adds nothing, where the notation is wrong (a bracket without its other half, an empty
    /// term, more than 256 forms).
    bool add(std::uint32_t id, std::string_view terms, const Language* language = nullptr);
    void build();

    /// The same as add(), put off: the terms are kept as written and compiled at the first search, once, whichever thread
    /// comes first, because a process that reads one document needs the words of one language. A term whose notation is
    /// wrong is left out then. `language` has to outlive the index. Not to be mixed with add().
    void add_later(std::uint32_t id, std::string_view terms, const Language* language = nullptr);
    /// What calls add_later() is put off too, because even to gather the words of a language that no document is in takes its time:
    /// `add_all` is called at the first search, and has the whole index for itself. What it borrows has to outlive the index.
    void add_all_later(std::function<void(TermIndex&)> add_all);
    /// Before the terms are built: from then on it is known what terms begin and end with. Their ids are of fewer than 64
    /// kinds, by their upper half.
    void know_edges() { knows_edges_ = true; }
    /// Bits of the kinds of which a term may begin at a place, and of those of which one may end there, spaces and hyphens
    /// between aside: quick, and most places have none.
    std::uint64_t kinds_from(std::string_view folded, std::size_t at) const;
    std::uint64_t kinds_before(std::string_view folded, std::size_t end) const;

    /// Whether all that was put off could be read.
    bool well_formed() const;
    /// Whether terms say in which longer words they are none ("!partnership").
    bool denies() const;

    /// Hits in order of `begin`, then longer first, then id. `folded` comes from fold() or Folded.
    std::vector<TermHit> find(std::string_view folded) const;
    /// The same with the places where words begin in `folded`: for a text that several indexes search.
    std::vector<TermHit> find(std::string_view folded, const WordStarts& starts) const;
    /// The same in [begin, end) alone, before and behind which no word goes on, nor a hyphen or an apostrophe stands; offsets
    /// are from `begin`.
    std::vector<TermHit> find(std::string_view folded, const WordStarts& starts, std::uint32_t begin, std::uint32_t end) const;

    /// Adds all hits that begin exactly at `at`, whatever their length and id, in no order. Here and in the two
    /// below, an article or prefix that is written together with the term belongs to the hit.
    void all_at(std::string_view folded, std::uint32_t at, std::vector<TermHit>& hits) const;

    /// The longest hit that begins exactly at `at`, of an id from `first` to `last` (end 0: none).
    TermHit match_at(std::string_view folded, std::uint32_t at, std::uint32_t first = 0, std::uint32_t last = 0xFFFFFFFF) const;

    /// True when the whole of `folded` is one term of `id`.
    bool is_term(std::string_view folded, std::uint32_t id) const;

    std::size_t size() const {
        ready();
        return tables_.patterns.size();
    }

    /// What was put off, all of it of one language, is kept in the library's image (text/stored.hpp), and put off again from there.
    template <class Writer>
    void store(Writer& write) const {
        write(later_->source.entries);
        write(later_->source.terms);
    }
    template <class Reader>
    void restore(Reader& read, const Language* language) {
        add_all_later([own = read, language](TermIndex& index) mutable {
            Source& source = index.later_->source;
            own(source.entries);
            own(source.terms);
            source.languages = {language};
        });
        read.template pass_over<Added>();
        read.template pass_over<char>();
    }
    /// Appends what a search needs of what was put off to that part of the image which has words compiled (term_image.hpp). False:
    /// it was searched before, or nothing was put off.
    bool append_to(std::string& image) const;
    /// Whether the image has what was put off, so that nothing was compiled.
    bool is_built_in() const;

private:
    friend class TermImage;
    class Compiler;

    // What is kept in tables has no bytes that are not set, so that an image is the same in each build.
    // Small, because a walk looks at many: a form has no more than longest_term bytes.
    struct Pattern {
        std::uint32_t id;
        std::uint32_t slot;       // of its id among all ids
        std::uint32_t rules;      // index into rules_
        std::uint32_t key;        // letters up to the first wildcard, without separators, in `keys`
        std::uint32_t form;       // folded form in `forms`
        std::uint32_t gap;        // its first one in `gaps`
        std::uint16_t key_size;
        std::uint16_t form_size;
        std::uint16_t literal;    // bytes at its beginning that may be compared as they are; a letter is the last of them
        bool doubtful;
        bool plain;               // letters alone
        bool gap_behind_key;      // that one stands where its key ends
        std::uint8_t unused[3];
    };
    // Behind a gap: where the form goes on, what a word has to begin with there, and what words may (all, where it is not
    // the form's first gap).
    struct Gap {
        std::uint64_t letters, mask;
        GapWords::Sets following;
        std::uint64_t form;
    };
    // Where in a text that is searched a pattern is tried: the number of the word and of the first of WordStarts::behind
    // that is not of an earlier one.
    struct At {
        const WordStarts* starts = nullptr;  // null: the text is not prepared
        std::size_t word = 0, behind = 0;
        GapWords* ahead = nullptr;  // null: not known
    };
    class InGap;
    class Search;
    struct Rules {
        bool joins = false;
        bool denies = false;  // "!partnership" is no hit and hides its term inside it
        std::vector<std::string> hyphen_prefixes;
        std::vector<std::string> attached;
    };
    struct Node {
        std::uint32_t first_child;
        std::uint32_t first_pattern;  // of those whose key ends here, or the only one below
        std::uint32_t children;
        std::uint32_t patterns;
        std::uint32_t gaps;  // more of them, behind whose key a gap stands
        std::uint32_t depth;  // letters that all keys below it begin with
    };

    // Of Rules: the language they are from, by its number among those of the terms, and whether what they are of denies.
    struct RulesOf {
        std::uint32_t language, denies;
    };
    // Borrows from what an index made itself, or from the image.
    struct Tables {
        std::span<const Pattern> patterns;  // by their keys; of one key those with a gap behind it last
        std::span<const GapWords::Sets> following;  // of patterns[i]: what may follow its first gap
        std::span<const char> forms, keys;
        std::span<const Gap> gaps;
        std::span<const Node> nodes;
        std::span<const unsigned char> bytes;  // of nodes[i]: the byte that leads to it, where it is another one's child
        Beginnings::Tables beginnings;         // the node of each
        std::span<const RulesOf> rules;
        std::span<const TermEdges> edges;      // empty: not known
        std::uint32_t ids = 0;                 // how many differ
        std::uint32_t well_formed = 1;
    };
    /// Calls `take` with each of the spans.
    template <class Of, class Take>
    static void each_table(Of& tables, Take&& take) {
        take(tables.patterns), take(tables.following), take(tables.forms), take(tables.keys), take(tables.gaps), take(tables.nodes), take(tables.bytes);
        take(tables.beginnings.short_sizes), take(tables.beginnings.head_sizes), take(tables.beginnings.bits), take(tables.beginnings.own);
        take(tables.rules), take(tables.edges);
    }

    // What add_later() was called with, the terms one behind the other; languages by their number, one of them perhaps null.
    struct Added {
        std::uint32_t id, size, language;
    };
    struct Source {
        std::vector<Added> entries;
        std::string terms;
        std::vector<const Language*> languages;
    };
    struct Later {
        std::mutex one;
        std::atomic<bool> done = false;
        Source source;
        std::function<void(TermIndex&)> add_all;
    };

    void ready() const {
        if (later_ != nullptr && !later_->done.load(std::memory_order_acquire)) compile();
    }
    void compile() const;
    void gather() const;
    void search(const Tables& tables, const std::vector<const Language*>& languages);
    bool starts(std::string_view folded, std::uint32_t at, const Rules& rules) const;
    bool ends(char last, std::string_view folded, std::size_t at, const Rules& rules) const noexcept;
    static std::size_t letters_end_in(std::string_view folded, std::size_t begin, std::uint32_t size) noexcept;
    std::size_t key_end(const Pattern& pattern, std::uint32_t depth, std::string_view folded, std::size_t at) const noexcept;
    std::uint32_t match(const Pattern& pattern, std::string_view folded, std::uint32_t begin, const At& place) const;
    bool fits(const WordStarts& starts) const noexcept;
    std::vector<TermHit> hits_in(std::string_view folded, const WordStarts& starts, std::size_t first_word, std::size_t last_word) const;
    template <class Take>
    void walk_from(std::string_view folded, std::uint32_t at, Take&& take) const;
    template <class Take>
    void walk(std::string_view folded, std::uint32_t begin, std::uint64_t letters, std::uint32_t sizes, const At& place, Take&& take, bool is_attached = false) const;
    template <class Take>
    void walk_below(std::uint32_t node, std::uint32_t depth, std::string_view folded, std::uint32_t begin, std::size_t at, const At& place, Take& take, bool is_attached) const;

    std::unique_ptr<Later> later_;        // null: nothing was put off
    std::shared_ptr<Compiler> compiler_;  // owns the tables; null: nothing was compiled, or the image has them
    Tables tables_;
    Beginnings beginnings_;
    std::vector<Rules> rules_;
    Attached attached_;  // of all rules
    bool denies_ = false;  // some rules do
    bool knows_edges_ = false;
};

}  // namespace plancheck
