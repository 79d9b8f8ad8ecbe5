// One language as data: the words that values, negation and recognition need, and the messages. The form of the file is
// described in lib/languages/README.md. A Language is immutable after loading; any number of threads may use it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <utility>
#include <vector>

#include "text/embedded.hpp"
#include "text/messages.hpp"
#include "text/terms.hpp"

namespace plancheck {

enum class DateOrder : std::uint8_t { day_first, month_first, year_first, ambiguous };

/// A kind of word list; in the file `<words kind="ongoing">`. Those from `of_year` on are connectors.
enum class WordKind : std::uint8_t {
    month, quarter, half_year, ongoing, unset, recurrence, every, decision, resolution, email_label, telephone_label,
    web_label, contact_label, address_label, messenger, person_title, organisation_word, costing,
    of_year, in_year, until, from, to, join, between, part_of_year, number_word, unit_of_time, multiplier, currency, percent,
    unit, masked_at, masked_dot, ordinal, begin, end, supposed, rejected, within, undecided,
    count_of_kinds
};

struct Language {
    std::string tag;        ///< "fr"
    std::string name;       ///< "français"
    bool right_to_left = false;
    bool joins = false;     ///< hyphen = space = nothing
    bool inclusive = false; ///< "chef(fe)" also stands for chef·fe, chef-fe, chef.fe
    DateOrder date_order = DateOrder::day_first;
    std::string comma = ", ";      ///< between the parts of a list
    std::string semicolon = "; ";  ///< and where they have commas themselves
    std::string group = ",";   ///< between the thousands of long numbers in messages
    char decimal = '.';     ///< decimal sign; the other of . and , groups thousands

    std::vector<std::string> stop_words;        ///< folded, sorted: for detection
    /// Frequent words of languages near this one, by their tags: only so that a text in them is not taken for this one.
    std::vector<std::pair<std::string, std::vector<std::string>>> neighbours;
    std::vector<std::string> section_words;     ///< folded: "section", "partie" …
    /// A word for the number of a section, folded.
    struct Ordinal {
        enum class Stands : std::uint8_t {
            alone,    ///< one space behind it is enough (أولا)
            apart,    ///< a sign behind it shows that it numbers something (الأول:)
            section,  ///< only beside one of `section_words` ("Section one", "première partie")
        };
        std::string word;
        std::uint32_t value = 0;
        Stands stands = Stands::section;
    };
    std::vector<Ordinal> ordinals;
    std::vector<std::string> hyphen_prefixes;   ///< folded, without hyphen: "semi", "co"
    std::vector<std::string> attached_prefixes; ///< folded: Arabic article and prefixes, longest first
    std::string article;                        ///< folded: Arabic article, cut from the start of a term
    std::vector<std::pair<std::string, std::string>> spellings;  ///< folded: "isation", "ization"
    std::vector<std::pair<std::string, std::string>> repairs;    ///< folded: how broken text writes it: "لا", "ال"

    /// Words for values; ids as in word_kinds.hpp. `words` are searched in a whole text; `connectors`, which are frequent
    /// and mean something only beside a number or a date ("in", "to", "m"), are asked at a place.
    TermIndex words;
    TermIndex connectors;
    std::array<std::vector<std::string>, static_cast<std::size_t>(WordKind::count_of_kinds)> details;

    struct Cue {
        bool phrase = false;   ///< reaches only to the next comma
        bool next = false;     ///< reaches only the next word, and no number
        bool after = false;    ///< a predicate that denies what stands before it
        bool around = false;   ///< leaves undecided what it holds itself ("whether … is under discussion")
        bool open = false;     ///< leaves undecided the thing before it ("will be agreed")
        bool opens = false;    ///< leaves undecided the thing behind it ("se definirán")
        bool thing = false;    ///< something that `open` speaks of ("indicators"); denies nothing
        bool excluded = false; ///< looks like a cue and denies nothing ("not only")
        bool breaks = false;   ///< ends the reach of a cue ("but")
    };
    TermIndex negations;       ///< id = index into `cues`
    std::vector<Cue> cues;

    MessageCatalogue messages;

    std::vector<std::string> number_signs;  ///< folded, longest first: between a word and its number ("no.", "n°")
    std::vector<std::string> numbered;      ///< folded, sorted: before a number that counts nothing ("article", "phase")
    std::vector<std::string> joints;        ///< folded: join two titles in one heading ("and"); what is attached ends before the next word
    std::vector<std::string> dittos;        ///< folded: what a cell says that repeats the one above it ("ditto", "idem")
    std::string ordinal_sign;               ///< folded: before a number that counts (第2项)
    std::vector<std::string> counters;      ///< folded: behind such a number
    std::vector<std::string> page_words;    ///< folded: beside the number of a page ("page", "p.")
    std::vector<std::string> page_totals;   ///< folded: between it and the number of all pages ("of")
    std::vector<std::string> endings;  ///< folded, sorted: what the words of a name end in by case and number; empty: they do not change
    std::vector<std::string> doing;    ///< as written: words behind who does something ("will"), or with a hyphen before them their ends ("-ará")
    std::vector<std::string> naming;   ///< folded: words between a label and the name it gives (由, 为)
};

/// The languages that are known, in order of their tags. Immutable after loading; hand it on by reference.
class Languages {
public:
    /// Loads language files; throws std::runtime_error (file, key, what is wrong) on the first fault: these are our
    /// own data, and tests load them all.
    explicit Languages(std::span<const EmbeddedFile> files);

    /// The languages built into the library; loaded at first use, then shared.
    static const Languages& built_in();

    /// As they are kept in the library's image (text/image.hpp), those that are built in, before any of their words is searched.
    std::string stored() const;
    static constexpr std::string_view image = "languages";  ///< the part of the image

    /// By tag; "fr-CA" and "FR" find "fr"; null where there is none.
    const Language* find(std::string_view tag) const noexcept;
    /// By tag, or else by `otherwise`, or else English (the first, where that is not loaded): templates and documents may be
    /// in languages that are not built in.
    const Language& nearest(std::string_view tag, std::string_view otherwise = {}) const noexcept;
    std::span<const std::unique_ptr<const Language>> all() const noexcept { return languages_; }

    /// The ordinal that a text begins with as a word of its own, in any of the languages, and the bytes of that word (vowel
    /// signs at its end too); null where there is none. Quick where there is none.
    std::pair<const Language::Ordinal*, std::size_t> ordinal_at(std::string_view text) const;

    /// What detection tells apart: the languages of all(), in their order, then neighbours of them that are not loaded.
    struct Profile {
        std::string tag;
        std::vector<std::string> stop_words;
    };
    std::span<const Profile> profiles() const noexcept { return profiles_; }

    /// A bit for each profile that has this folded stop word; of the first 64 profiles.
    std::uint64_t stop_word(std::string_view word) const noexcept;

private:
    /// `later`: terms and messages are taken apart when they are first used, because a document needs one language of them.
    Languages(std::span<const EmbeddedFile> files, bool later);
    explicit Languages(std::vector<std::unique_ptr<const Language>> all);

    std::vector<std::unique_ptr<const Language>> languages_;
    std::vector<Profile> profiles_;
    // Open addressing by the hash of the word; a slot without languages is empty.
    struct StopWord {
        std::string_view word;
        std::uint64_t languages = 0;
    };
    std::vector<StopWord> stop_words_;
    std::uint64_t stop_word_sizes_[256] = {};  // by first byte: sizes of words that begin so

    std::vector<const Language::Ordinal*> ordinals_;  // of all languages, by word
    bool may_begin_ordinal_[256] = {};                // by the first byte
    bool ordinal_begins_[26][26] = {};                // by the first two letters of a word of ASCII

    void add_profiles();
    void index_stop_words();
    void index_ordinals();
};

struct Detection {
    std::string tag;              ///< "fr"; "und" where nothing speaks for a language
    double confidence = 0.0;      ///< 0 to 1: share of the best language, by code points of the paragraphs it won
    bool mixed = false;           ///< a second language holds at least a fifth
    std::vector<std::pair<std::string, double>> shares;  ///< best first; also of languages that are not loaded, by script
};

/// The language of a text given as paragraphs: by script, and within a script by stop words. Looks at no more than
/// some 16 KiB, spread over the text. `folded`: fold() of each paragraph with a line feed or the end behind it, where it is
/// known, else nothing.
Detection detect_language(std::span<const std::string_view> paragraphs, const Languages& languages, std::span<const std::string_view> folded = {});
inline Detection detect_language(std::string_view text, const Languages& languages) {
    return detect_language(std::span<const std::string_view>(&text, 1), languages);
}

}  // namespace plancheck
