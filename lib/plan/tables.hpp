// Items that stand in tables with recognised heads.
#pragma once

#include "plan/draft.hpp"

namespace plancheck {

/// How a table's columns were read, so that a table split in two goes on.
struct TableLayout {
    struct Slot {
        std::uint32_t column = 0;
        std::vector<std::uint32_t> heads;  ///< indices into Found::heads
    };
    std::vector<Slot> slots;   ///< in order of columns
    std::uint32_t columns = 0;
    std::uint32_t own = Lexicon::none;  ///< slot of the item's own column
};

/// Adds the items of the table at block `table`; false: it has not two recognised heads and does not continue `before`,
/// the layout of the table directly above it (null: there is none). `layout` is what the next table may continue.
bool read_table(const Search& search, std::uint32_t table, const TableLayout* before, Found& found, TableLayout& layout);

}  // namespace plancheck
