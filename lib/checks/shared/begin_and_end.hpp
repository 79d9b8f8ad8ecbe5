// Two dates that are the ends of one period, though no text joins them.
#pragma once

#include "checks/check.hpp"
#include "text/characters.hpp"

namespace plancheck {

/// In two cells of a row, or behind a label each ("Start: … End: …"), whichever stands first.
inline bool begin_and_end(const Document& document, const FieldValue& one, const FieldValue& other) {
    const bool in_order = one.span.begin <= other.span.begin;
    const FieldValue &first = in_order ? one : other, &second = in_order ? other : one;
    if (first.block == second.block) {
        if (second.span.begin <= first.span.end) return false;
        const std::string_view between = document.view({first.span.end, second.span.begin});
        return fits_in(between, 60) && (between.find(':') != std::string_view::npos || between.find("：") != std::string_view::npos);
    }
    for (std::uint32_t i = first.block; i-- > 0;) {
        const Block& around = document.blocks[i];
        if (around.kind == BlockKind::row) return around.end > second.block && second.block > first.block;
        if (around.kind == BlockKind::table || around.kind == BlockKind::heading || first.block - i > 64) return false;
    }
    return false;
}

}  // namespace plancheck
