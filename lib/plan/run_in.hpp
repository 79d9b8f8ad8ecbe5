// Labels that a paragraph begins with. Pure and thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace plancheck {

struct Language;

constexpr std::size_t longest_label = 80;  ///< columns

/// The words before a colon or a dash that begin a paragraph; 0: there are none.
std::uint32_t run_in_label(std::string_view text);

/// "Measuring. Campaigns at forty stacks …": a word or two that end like a sentence, and then the first one; 0: there are none.
std::uint32_t sentence_label(std::string_view text);

/// "First, …", "The second priority is …", "Lastly, …": the number, 0 for the last one; nothing where no word counts, or it
/// counts years, phases and the like.
std::optional<std::uint32_t> counted_in_words(const Language& language, std::string_view text);

}  // namespace plancheck
