// Whether a statement is denied in its own clause: "no biennial report is foreseen" is no evidence of one. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "text/terms.hpp"

namespace plancheck {

struct Language;

/// True when the hit [begin, end) in a folded text stands under a negation of `language` in its clause: a cue before it
/// that reaches it ("no", "without", "aucun", "ne … pas") or a predicate after it that denies it ("is not foreseen").
/// What is left undecided ("whether to report … is under discussion", "targets will be set") is denied too.
/// "not only", "no later than", "ne … que" and other phrases of the language's list deny nothing.
bool is_negated(std::string_view folded, std::uint32_t begin, std::uint32_t end, const Language& language);
/// True when a folded text says of something that it is still to be decided ("indicators will be developed later").
bool is_undecided(std::string_view folded, const Language& language);
/// True when a folded sentence only supposes, wishes or remembers what stands in [begin, end): a word that does so stands before it with no
/// comma between ("if they met every two years", "the idea of"; one where it begins the sentence), or the sentence says that something was turned down.
bool is_supposed(std::string_view folded, std::uint32_t begin, std::uint32_t end, const Language& language);
/// True when [begin, end) of a folded sentence stands between quotes.
bool is_quoted(std::string_view folded, std::uint32_t begin, std::uint32_t end) noexcept;
/// The clauses of a folded text, for hits that are asked for in ascending order. Borrows the text; one thread.
class Clauses {
public:
    explicit Clauses(std::string_view folded);

    /// [first, second): what lies between the stops around a hit, or as much of it as can matter.
    std::pair<std::uint32_t, std::uint32_t> around(std::uint32_t begin, std::uint32_t end);

private:
    std::string_view folded_;
    std::vector<std::uint32_t> stops_;
    std::size_t next_ = 0;  // the first stop that is not before the last hit
};

/// The same where the clause and the cues of the whole text (language.negations.find()) were found before.
bool is_negated(std::string_view folded, std::uint32_t begin, std::uint32_t end, std::pair<std::uint32_t, std::uint32_t> clause, const Language& language,
                std::span<const TermHit> cues);

}  // namespace plancheck
