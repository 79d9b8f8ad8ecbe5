// References between items: by number, by label, by likeness of wording. Targets are items that were found already,
// because kinds are found in the template's order. It serves one document in one thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "plan/key_starts.hpp"
#include "plan/reading.hpp"
#include "text/likeness.hpp"

namespace plancheck {

/// What a text refers to: indices of items of one kind, ascending.
struct Referred {
    std::vector<std::uint32_t> items;
    bool all = false;

    bool any() const noexcept { return all || !items.empty(); }
    void merge(const Referred& more);
};

class References {
public:
    explicit References(const Reading& reading);

    /// Items of a kind, complete with their titles; later kinds may refer to them.
    void add(std::uint32_t kind, const std::vector<Item>& items);
    bool has(std::uint32_t kind) const noexcept { return kind < targets_.size() && !targets_[kind].ids.empty(); }
    const std::string& id(std::uint32_t kind, std::uint32_t item) const { return targets_[kind].ids[item]; }

    /// What stands in a place meant for a reference: numbers need no word before them.
    Referred in_field(std::string_view text, std::uint32_t kind) const;
    /// What running text says in words: "work package 2", "WP2", "all work packages".
    Referred in_text(Stretch stretch, std::uint32_t kind) const;
    /// A line that is the title of a target: it refers to it at its start, repeats its words, or covers all of them.
    bool is_title(Stretch text, std::uint32_t kind) const;
    /// The beginning of a paragraph that refers to a target by number or label, at its start or behind a few words
    /// ("under action 2", "для меры 2"), before any stop.
    bool opens(Stretch text, std::uint32_t kind) const;
    /// The one target whose rare words `text` shares most; none when two are as close. `first`: what the text begins with, up to
    /// most_of_part bytes of it.
    Referred by_words(std::string_view text, std::optional<Stretch> first, std::uint32_t kind) const;
    static constexpr std::size_t most_of_part = 600;
    /// The one target that shares the rare words of a short title ("Treatment plants" for "build regional plants").
    Referred by_title(std::string_view title, std::uint32_t kind) const;
    /// Targets whose titles stand between brackets, or how they begin ("(Registers)" for "Registers. Help ministries to …").
    Referred in_brackets(std::string_view text, std::uint32_t kind) const;
    /// Labels that stand alone between the brackets that end a sentence: "Collect the lamps [b].", "(2)".
    Referred in_last_brackets(std::string_view text, std::uint32_t kind) const;
    std::optional<std::uint32_t> by_code(std::string_view text, std::uint32_t kind) const;
    /// The target that bears this label, and whether it shares a longer word with the text; none without such a target.
    std::pair<std::optional<std::uint32_t>, bool> labelled(std::string_view label, std::string_view text, std::uint32_t kind) const;
    /// Targets of a kind that are named by their whole names (partners), in any case where the language has cases.
    Referred by_name(std::string_view text, std::uint32_t kind) const;
    Referred by_name(Stretch stretch, std::uint32_t kind) const;
    /// The targets whose names are of the same words as `name`, in whatever order.
    Referred by_words_of_name(std::string_view name, std::uint32_t kind) const;
    /// "A1.2.1" is the first of "P1.2": the target whose code has the numbers above the last one and other letters; nothing where two have.
    std::optional<std::uint32_t> by_level(std::string_view label, std::uint32_t kind) const;
    /// What the plan itself calls its items of a kind ("Decision 1. …", "Decision 2. …"), folded; empty: nothing of its own.
    std::string_view called(std::uint32_t kind) const noexcept { return has(kind) ? std::string_view(targets_[kind].called) : std::string_view(); }

private:
    static constexpr std::size_t most_searched = 4000;  // bytes of one text

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    // By folded text; asked with a view of it.
    template <class Value>
    using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
    using NamesOf = std::vector<std::pair<std::string, std::uint32_t>>;  // name, item
    struct Targets {
        std::vector<std::string> ids;
        std::vector<std::string> titles;                           // folded
        ByText<std::uint32_t> labels;                              // → item
        std::unordered_map<std::uint32_t, std::uint32_t> numbers;  // number → item
        std::string called;         // folded
        NamesOf all_names;          // folded
        ByText<NamesOf> names;      // by the first word
        ByText<NamesOf> inflected;  // by the beginning of it, where names change
        KeyStarts first_words;     // of both
        // Of the first titles, and by the words of a name, sorted: made when they are first asked for.
        mutable std::vector<Spelling> spellings;
        mutable ByText<std::vector<std::uint32_t>> stems;
        mutable KeyStarts first_stems;
        mutable bool has_stems = false;
        mutable ByText<std::uint32_t> any_order;  // → item
    };
    static Referred behind_number(std::string_view folded, const Targets& targets);
    const Reading& reading_;
    Attached attached_;
    std::vector<Targets> targets_;
    std::vector<bool> named_;  // by kind: whether fields of another name its items
    std::uint32_t overarching_, instruments_;
    // Of the text that was asked about last: each kind is asked for in turn.
    mutable std::string labelled_text_;
    mutable std::vector<TermHit> labels_;

    static void add_label(std::string label, std::uint32_t item, Targets& targets);
    void add_letter_of_title(std::uint32_t kind, std::uint32_t item, Targets& targets) const;
    static void add_code_of_title(const Item& item, std::uint32_t number, Targets& targets);
    std::string word_before_labels(const std::vector<Item>& items) const;
    void add_called(const std::vector<Item>& items, Targets& targets) const;
    void add_names(const Item& item, std::uint32_t index, Targets& targets) const;
    const std::vector<Spelling>& spellings_of(const Targets& targets) const;
    const ByText<std::vector<std::uint32_t>>& stems_of(const Targets& targets) const;
    class NumberRun;
    class WordedReader;
    // Where what is counted from `at` on ends, and whether anything is.
    std::pair<std::size_t, bool> numbers_at(std::string_view folded, std::size_t at, const Targets& targets, bool bare, Referred& to) const;
    TermHit word_before(std::string_view folded, std::uint32_t at, WordKind kind) const;
    bool counts_all(std::string_view folded, std::uint32_t at, const Targets& targets) const;
    std::pair<std::uint32_t, std::uint32_t> ordinal_before(std::string_view folded, std::uint32_t at) const;
    const std::vector<TermHit>& labels_in(std::string_view folded) const;
    bool may_be_worded(Stretch text, std::string_view folded, std::uint32_t kind) const;
    Referred worded(std::string_view folded, std::uint32_t kind, bool at_start) const;
    bool is_whole_block(Stretch stretch) const;
    std::size_t name_at(std::string_view text, const FoldedBlock& folded, std::size_t at, const Targets& targets, Referred& found) const;
    Referred named(std::string_view text, const FoldedBlock& folded, const Targets& targets, std::optional<StartsOfBlock> starts) const;
    Referred alike(std::string_view folded, const Targets& targets) const;
    bool covers_all(std::string_view folded, bool in_field) const;
    std::optional<std::uint32_t> titled_at_start(std::string_view text, const Targets& targets) const;
    bool is_foreign(const std::vector<TermHit>& instruments, std::string_view folded, std::uint32_t begin, std::uint32_t end) const;
};

/// Where items of a kind number themselves "2.1" or "B-1", and what stands first is the label of another item.
std::string parent_of(std::string_view label);

}  // namespace plancheck
