// What the text of a line says about whether it is a title. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace plancheck {

/// Three letters and more, all of them capitals.
bool all_capitals(std::string_view text);

/// Bytes of the ornaments, the dash or the bullet at the beginning of a title, with the white space behind; 0: there is none.
std::size_t signs_before_title(std::string_view text) noexcept;

/// "What do we want to reach? (Objective)", "¿Qué queremos? — Objetivo": where what follows the question begins, and where it ends;
/// the size of the line for both where there is none.
std::pair<std::size_t, std::size_t> behind_question(std::string_view line) noexcept;

/// "S U M M A R Y   O F", letters apart from each other and words further apart: the same without those spaces; empty: it is none.
std::string unspaced(std::string_view line);

/// A short line that begins as a title does, and ends as no sentence.
bool may_be_title(std::string_view text);

/// Whether a full stop, semicolon or comma of any script ends it.
bool ends_as_sentence(std::string_view text);

/// "优先行动1：…": a title that a number and a colon follow is the label of an item; `after` is what follows.
bool goes_on_as_label(std::string_view after);

}  // namespace plancheck
