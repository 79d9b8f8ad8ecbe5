// What the lines around a candidate say of it (a table of contents, an annex, the rank of its heading), and what each of its
// readings costs for that. Costs are in tenths of a missing section; alignment.cpp has the rest.
#pragma once

#include <cstdint>
#include <vector>

#include "outline/candidates.hpp"
#include "text/fold.hpp"

namespace plancheck {

/// The title on a candidate's line.
struct CandidateText {
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    std::uint32_t begin = 0;        ///< in Document::text
    Folded folded;
    std::uint32_t page_end = none;  ///< where the title ends before a page number, in Document::text
};

constexpr double cost_glued = 1.0;  ///< the body goes on in the title's line

double match_cost(TitleMatch match) noexcept;

/// Of a title in another language than the document's; both are indices into Template::languages, `own` may be none.
double language_cost(std::uint32_t own, std::uint32_t language) noexcept;

/// Sets rank, contents, empty and annex, adds readings that rest on likeness or on a numeral alone, and completes all costs.
/// `texts` belong to the lines, one each. Linear; thread-safe.
void weigh_candidates(Candidates& found, const std::vector<CandidateText>& texts, const Document& document, const TitleIndex& titles,
                      std::uint32_t language);

}  // namespace plancheck
