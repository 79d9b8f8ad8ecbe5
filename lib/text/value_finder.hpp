// The work of find_values(), shared by the sources that each find some types. Private to lib/text.
//
// All offsets are in the folded text until the end. The finders run in the order of run(): what one takes or
// hides, no later one sees, so that digits of an address or of a decision never become a date or an amount.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/values.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

/// A date as values have it: YYYY-MM-DD, or less where the day or the month is 0. No year is longer than four digits.
std::string date_text(int year, int month, int day);

class ValueFinder {
public:
    /// `piece` lies in `folded.text`, which must outlive the finder, as must `source`, its source from `origin` on.
    /// `words`: hits of the language's words in all of `folded.text` that begin in the piece.
    ValueFinder(std::string_view source, std::uint32_t origin, const Folded& folded, std::string_view piece, std::span<const TermHit> words,
                const Language& language, std::uint32_t wanted);

    /// Adds what it finds to `to`, in order, and where it lies in the piece to `taken`, in no order.
    void run(std::vector<Value>& to, std::vector<TextRange>* taken = nullptr);
    /// Adds the names alone, to what was found in the piece.
    void run_names(std::vector<Value>& to, std::span<const TextRange> taken);
    /// Whether a number that is dialled at home may stand in the piece.
    bool may_hold_dialled() const;

private:
    std::string_view source_;
    const Language& language_;
    std::uint32_t wanted_;
    const Folded& folded_;
    std::uint32_t origin_;           // of source_ in the source of folded_
    std::uint32_t base_;             // of text_ in folded_.text
    std::string_view text_;
    std::byte room_[1024];           // most pieces need no other memory
    std::pmr::monotonic_buffer_resource memory_{room_, sizeof room_};
    std::span<TermHit> hits_;        // of language_.words
    std::uint64_t kinds_ = 0;        // bits of the kinds of hits_
    std::span<char> used_;           // by place in text_, and behind its end
    std::size_t digits_begin_ = 0, digits_end_ = 0;  // all digits lie between
    std::vector<Value>* found_ = nullptr;            // with folded offsets until the end

    // contacts.cpp
    void find_emails();
    std::size_t host_end(std::size_t i) const noexcept;
    void find_web();
    void find_telephones();
    std::string telephone_at(std::size_t i, std::size_t least, std::size_t& end) const;
    bool is_dialled(std::size_t i) const noexcept;
    bool is_years(std::size_t i) const noexcept;
    // masked.cpp
    class MaskedFinder;
    void find_masked(bool brackets_there);
    // references.cpp
    void find_references();
    void find_symbols();
    void find_decisions(const TermHit& word, std::string_view kind);
    // recurrence.cpp
    void find_recurrences();
    std::size_t month_after(std::size_t from) const;
    std::size_t said_again(std::size_t from) const;
    void find_words();
    // counted_times.cpp
    class CountedTimeFinder;
    void find_counted_times();
    std::size_t ordinal_end(std::size_t i) const;
    // money.cpp
    class AmountFinder;
    void find_amounts();
    void find_spelt_amounts();
    // dates.cpp
    class DateFinder;
    void find_dates();
    bool is_fiscal(std::size_t i) const noexcept;
    // names.cpp
    class NameFinder;
    void find_names();

    bool wants(std::uint32_t mask) const noexcept { return (wanted_ & mask) != 0; }
    char at(std::size_t i) const noexcept { return i < text_.size() ? text_[i] : '\0'; }
    bool digit(std::size_t i) const noexcept { return at(i) >= '0' && at(i) <= '9'; }
    bool word(std::size_t i) const noexcept;         // a word character begins at i
    bool word_before(std::size_t i) const noexcept;  // a word character ends at i
    std::size_t digits_end(std::size_t i) const noexcept;
    std::size_t spaces_end(std::size_t i) const noexcept;
    bool is_free(std::size_t begin, std::size_t end) const noexcept;
    std::uint32_t source_begin(std::size_t i) const noexcept { return folded_.source_begin(base_ + static_cast<std::uint32_t>(i)) - origin_; }
    std::uint32_t source_end(std::size_t i) const noexcept { return folded_.source_end(base_ + static_cast<std::uint32_t>(i)) - origin_; }
    std::string_view source_of(std::size_t begin, std::size_t end) const noexcept;
    void hide(std::size_t begin, std::size_t end) noexcept;
    void finish(std::size_t first);
    void take(ValueType type, std::size_t begin, std::size_t end, std::string value, bool ambiguous, bool wanted);

    struct Connector {
        std::size_t begin = 0;
        std::size_t end = 0;  // 0: none
        std::string_view detail;
    };
    // A connector of the kind that begins at i, or ends before i with nothing but a space between.
    Connector connector_at(std::size_t i, WordKind kind) const;
    Connector connector_before(std::size_t i, WordKind kind) const;
    // What was asked of a place last: bits of the kinds of connectors that may begin there or end before it, then the longest
    // connector of each kind that does.
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    mutable std::size_t from_at_ = nowhere, found_at_ = nowhere, before_at_ = nowhere;
    mutable std::uint64_t from_ = 0, may_be_before_ = 0;
    mutable bool before_found_ = false;
    mutable std::vector<TermHit> connectors_;
    mutable std::vector<std::pair<WordKind, Connector>> before_;
    static bool has_kind(std::uint64_t kinds, WordKind kind) noexcept { return (kinds >> static_cast<unsigned>(kind) & 1) != 0; }
    std::span<const TermHit> connectors_from(std::size_t i) const;
    void find_connectors_before(std::size_t i) const;
    bool has_hits(WordKind kind) const noexcept { return has_kind(kinds_, kind); }
    // A hit of `words` that begins exactly at i.
    const TermHit* hit_at(std::size_t i, WordKind kind) const noexcept;

    struct Number {
        std::size_t end = 0;  // 0: none
        std::string value;    // plain decimal: "150000", "1.5"
        bool plain = true;    // digits only
        bool ambiguous = false;
    };
    Number number_at(std::size_t i) const;
    bool number_starts(std::size_t i) const noexcept;
    bool attached_before(std::size_t i) const noexcept;  // the word that ends before i is one written together with the next
    bool is_adverb_behind_article(const TermHit& hit) const noexcept;
    bool is_year(std::size_t i) const noexcept;  // four digits 1900 to 2100, alone
    bool year_is_introduced(std::size_t i) const;

    friend class DateReader;
};

}  // namespace plancheck
