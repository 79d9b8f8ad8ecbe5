// Lines that may be headings of sections, each with the sections it may stand for and what that would cost.
#pragma once

#include <cstdint>
#include <vector>

#include "outline/titles.hpp"
#include "plancheck/outline.hpp"

namespace plancheck {

/// One reading of a candidate: it is the heading of `spec`.
struct Option {
    std::uint32_t spec = 0;
    TitleMatch match = TitleMatch::none;
    double cost = 0.0;
    std::uint32_t title_end = 0;  ///< byte of Document::text where the title ends
    std::uint32_t body = 0;       ///< byte where the rest of the block begins that belongs to the body; 0: none
    bool own_line = true;         ///< nothing but the title (and a limit) stands on the line
    bool label = false;           ///< bold up to the colon or stop behind it, and the body in its line ("**Issue:** Twenty …")
    bool remarked = false;        ///< the title and a remark in brackets ("[text of the former edition]")
    bool said = false;            ///< in other words, some of them the title's own
    std::uint32_t language = 0xFFFFFFFF;  ///< of the title that matched: index into Template::languages
    std::uint32_t also = 0xFFFFFFFF;      ///< second section whose title the heading holds
};

struct Candidate {
    std::uint32_t block = 0;
    std::uint32_t last_block = 0;  ///< where the title runs over several blocks
    Span title;                    ///< numeral left out
    HeadingNumeral numeral;
    bool marked = false;    ///< the format says heading
    bool bold = false;      ///< the whole line is bold
    bool capitals = false;  ///< all letters are capitals
    bool contents = false;  ///< an entry of a typed table of contents
    bool empty = false;     ///< no block stands between it and the next candidate
    bool annex = false;     ///< stands behind the heading of an annex
    bool other = false;     ///< a heading that is normal around the sections
    bool paired = false;    ///< its numeral is that of two sections, one behind the other ("VIII and IX.")
    std::uint8_t level = 0;
    std::vector<Option> options;
};

struct Candidates {
    std::vector<Candidate> lines;       ///< document order
    std::vector<std::uint32_t> annexes; ///< blocks of annex headings
    std::vector<std::uint32_t> framed;  ///< tables that are the form of the plan (Outline::framed)
    std::uint8_t rank = 0;              ///< level of the marked headings that name sections; 0: none is marked
};

Candidates find_candidates(const Document& document, const TitleIndex& titles, std::string_view language);

}  // namespace plancheck
