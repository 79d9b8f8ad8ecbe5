// Which sections the title at the beginning of a line may name, and where the body begins that goes on in the same line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "outline/candidate_costs.hpp"
#include "outline/candidates.hpp"

namespace plancheck {

/// Adds to `line` an option for each section. `own` is its title; `text` is the line, its numeral the first `size` bytes of it;
/// `language`: index into Template::languages, of the document. Linear in the line; thread-safe.
void read_title_options(Candidate& line, const CandidateText& own, std::string_view text, std::size_t size, const Document& document,
                        const TitleIndex& titles, std::uint32_t language);

}  // namespace plancheck
