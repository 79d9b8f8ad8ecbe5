// What the head of a table's column says: the fields that the column holds, and the currency or kind of contact in it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "plan/draft.hpp"
#include "plan/table_grid.hpp"

namespace plancheck {

/// Bytes; a longer text is no head.
constexpr std::size_t longest_table_head = 120;  // columns

struct TableHead {
    std::uint32_t field = Lexicon::none;
    std::vector<std::uint32_t> more;  ///< further fields the same column holds
    std::uint32_t either = Lexicon::none;  ///< another field that the same words head
    bool of_another = false;          ///< what heads a column of another kind of item, and none of this one
    int quality = 0;                  ///< 3: the head is the term, 2: begins with it, 1: holds it
};

using HeadRow = std::vector<std::pair<const TableCell*, TableHead>>;

/// How many heads of a row say what a column holds: of different fields, or, beside the item's own head, of the same field
/// ("Priority action", "Description") or of another kind of item ("Priority action", "Cost").
std::size_t recognised(const ItemSpec& spec, const HeadRow& heads);

/// An address, an amount, a sentence: heads say nothing of the kind, though a word of theirs may stand among them.
bool says_values(const Reading& reading, const TableGrid& grid, const TableRow& row);

/// "Priority action | What it brings": the item's own head stands in a row that is marked as heads, beside one that nobody knows, and
/// in each of the rows below it an item. The rows of heads are [first, end).
bool is_own_alone(const Search& search, const TableGrid& grid, const HeadRow& heads, std::size_t first, std::size_t end, const Words& words);

/// The fields that a head names; "Partner / contact" names two, what is no head none.
TableHead table_head(const Search& search, const TableCell& cell, const Words& words);

/// The same heads, where "From" beside "To", "Finish" beside "Begin" and the other way round head times.
HeadRow with_times(const Search& search, HeadRow heads);

/// All paragraphs of a cell; more than a head may hold is cut.
std::string head_text(const Reading& reading, const TableCell& cell);

/// Whether heads stand down the left side and an item in each column beside it: at least three heads, none elsewhere.
bool heads_stand_at_left(const Search& search, const TableGrid& grid);
/// Every cell of a row is a head, of three fields at least: "Role | Organization | Person | E-mail".
bool all_are_heads(const Search& search, const TableGrid& grid, const TableRow& row);

/// What a head, or the label before a value, says of the values of a field.
ColumnHead column_head(const ItemSpec& spec, std::uint32_t field, std::string_view written, const Language& language, std::uint32_t either = Lexicon::none);

/// "د. هيفاء": whether words begin with what a person is addressed by, which is no letter of a list.
bool is_title_of_person(const Reading& reading, Span words);

}  // namespace plancheck
