// Columns of a table that the heads of the template do not tell: times over crosses or amounts, and what is marked with signs.
// Pure.
#pragma once

#include <utility>
#include <vector>

#include "plan/draft.hpp"
#include "plan/table_grid.hpp"
#include "plan/table_head.hpp"
#include "plan/tables.hpp"

namespace plancheck {

/// Columns and the times that head them.
using YearColumns = std::vector<std::pair<std::uint32_t, Stretch>>;

/// "2026 | 2027 | 2028", "2026 Q1 | Q2 | Q3", also over two rows: columns that a time alone heads and no field has taken; none
/// where there is one. The heads stand in the rows [first, end).
YearColumns year_columns(const Search& search, const TableGrid& grid, std::size_t first, std::size_t end, const std::vector<std::uint32_t>& taken);

/// The heads of those in which a row says something.
std::vector<Stretch> years_of(const Reading& reading, const TableGrid& grid, const TableRow& row, const YearColumns& years);

/// Columns and the cell (block) that heads each, and the index of what it says into Found::heads.
struct MarkColumn {
    std::uint32_t column = 0, head_cell = 0, head = 0;
};
struct MarkColumns {
    std::vector<MarkColumn> columns;
    bool ticked = false;  // the table has ticks, so that its crosses say no
};

/// "Effort | Action 1 | Action 2 | Action 3" over crosses: columns of nothing but signs, two at least, whose heads each name one of what
/// the items refer to. They head no field of their own then.
MarkColumns mark_columns(const Search& search, const TableGrid& grid, HeadRow& heads, std::size_t body, Found& found);

/// A row refers to what heads the columns in which it has a sign; such cells state nothing else.
void refer_to_marked(const Reading& reading, const TableGrid& grid, const TableRow& row, const MarkColumns& marks, std::vector<bool>& stated, Draft& draft);

/// What a cell says that states no field of its own; of the cell that the item begins in, what stands behind its beginning.
void add_parts(const Reading& reading, const TableCell& cell, Draft& draft);

/// A second row of heads that lost the cells which reach into it, as converters write them: its short cells, as many as the wide heads
/// above span, moved to the left ("1 | 2 | 3" below "Effort | Partner | Priority action"). Or one that numbers the columns ("1 | 2 | 3").
bool goes_on_heads(const Reading& reading, const TableGrid& grid, const TableRow& row, const HeadRow& heads);

/// "Timeline | Milestone | Date": a time right behind the column of another time is that one's, where the items have theirs elsewhere.
void date_milestones(const ItemSpec& spec, Found& found, const TableLayout& layout);

/// "Action 1 | Two surveys": what an item refers to in a few words names none where no column is its own and words of which no head
/// says anything stand right behind it.
bool refers_beside(const Reading& reading, const ItemSpec& spec, const TableGrid& grid, const TableRow& row, std::uint32_t column, const Found& found, const TableLayout& layout);

}  // namespace plancheck
