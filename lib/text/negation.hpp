// Whether a statement is denied in its own clause: "no biennial report is foreseen" is no evidence of one. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "text/terms.hpp"

namespace plancheck {

struct Language;

/// True when the hit [begin, end) in a folded text stands under a negation of `language` in its clause: a cue before it
/// that reaches it ("no", "without", "aucun", "ne … pas") or a predicate after it that denies it ("is not foreseen").
/// "not only", "no later than", "ne … que" and other phrases of the language's list deny nothing.
bool is_negated(std::string_view folded, std::uint32_t begin, std::uint32_t end, const Language& language);
/// The same where the cues of the whole text were found before (language.negations.find()).
bool is_negated(std::string_view folded, std::uint32_t begin, std::uint32_t end, const Language& language, std::span<const TermHit> cues);

}  // namespace plancheck
