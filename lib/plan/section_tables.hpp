// Items that stand in the tables of a section, and what the lines between the tables say of them.
#pragma once

#include "plan/tables.hpp"

namespace plancheck {

enum class InTables : std::uint8_t {
    nothing,
    items,
    directories,  ///< no table said more of its items than how to reach them
};

/// Adds the items of all tables, and says what those were.
InTables find_in_tables(const Search& search, LineRange lines, Found& found);

}  // namespace plancheck
