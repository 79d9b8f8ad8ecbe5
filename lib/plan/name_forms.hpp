// The forms in which a name stands in a sentence, for all that compares names. Folded texts; pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace plancheck {

struct Language;

/// What stands unchanged in every form of a word.
std::string_view stem_of(std::string_view word) noexcept;

/// Where the name, its words in any case, ends in the text; 0: it does not stand there.
std::size_t inflected_end(std::string_view text, std::size_t at, std::string_view name, const Language& language);

/// What stands behind the comma of a name where that is a body by itself ("Ministry of Industry, Directorate of Mines"): two words and
/// more, the first with a capital and one that bodies are called by, up to the next comma or bracket. Empty: it is no such name.
std::string_view part_of_body(std::string_view name, const Language& language);

/// A name of several words as it is written behind a small word that takes the first letter of its article (للمختبر for المختبر);
/// empty: it begins with no article.
std::string_view behind_joined_article(std::string_view name, const Language& language);

}  // namespace plancheck
