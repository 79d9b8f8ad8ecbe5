// A title of a part is bold or a heading, and no item itself: below some of them stand more items than one, most with an address each.
#include "plan/joined_parts.hpp"

#include <algorithm>

#include "plan/field_values.hpp"
#include "plan/paragraph_items.hpp"
#include "plan/section_tables.hpp"
#include "plan/table_grid.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

struct RowFacts {
    bool timed = false, addressed = false;
};

RowFacts facts_of(const Search& search, const TableGrid& grid, const TableRow& row) {
    RowFacts facts;
    for (std::uint32_t c = row.first; c < row.first + row.count; ++c)
        for (const std::uint32_t block : grid.cells[c].empty ? std::vector<std::uint32_t>() : texts_in(search.reading, grid.cells[c].block)) {
            const Span words = search.reading.document.blocks[block].text;
            facts.addressed = facts.addressed || is_addressed(search, words);
            facts.timed = facts.timed || !values_of(search.reading, {block, words}, want_times).empty();
        }
    return facts;
}

// A name: words, and nothing to reach somebody by.
bool is_name(const Search& search, const TableCell& cell) {
    const std::string_view text = search.reading.view(cell.text);
    return !cell.empty && cell.column == 0 && !is_addressed(search, cell.text) && !is_number_alone(text) && fits_in(text, 300);
}

Draft row_draft(const Search& search, const TableGrid& grid, const TableRow& row) {
    constexpr std::size_t longest_label = 6;  // columns
    const bool labelled = row.count > 1 && fits_in(trimmed(search.reading.view(grid.cells[row.first].text)), longest_label) && !grid.cells[row.first + 1].empty;
    const TableCell& name = grid.cells[row.first + (labelled ? 1 : 0)];
    Draft draft = make_draft(search, name.leaf, search.reading.trimmed(name.text), Confidence::high);
    draft.item.title = title_of(search, search.reading.view(draft.item.span), 0);
    draft.item.blocks.clear();
    for (std::uint32_t c = row.first; c < row.first + row.count; ++c)
        for (const std::uint32_t block : grid.cells[c].empty ? std::vector<std::uint32_t>() : texts_in(search.reading, grid.cells[c].block)) {
            draft.item.blocks.push_back(block);
            draft.parts.push_back({block, search.reading.document.blocks[block].text});
        }
    return draft;
}

enum class Form : std::uint8_t { none, table, numbers, bullets, paragraphs };

bool says_when_and_how_much(const Search& search, const Line& line) {
    bool timed = false, priced = false;
    for (const Value& value : values_of(search.reading, {line.block, line.words}, want_times | want_money)) (value.type == ValueType::money ? priced : timed) = true;
    return timed && priced;
}

// The items of one part, in the first form that yields some.
Form find_in_part(const Search& search, LineRange lines, Found& part) {
    if (find_in_tables(search, lines, part) != InTables::nothing && !part.drafts.empty()) return Form::table;
    part = {};
    by_sequence(search, lines, part);
    if (!part.drafts.empty()) return Form::numbers;
    by_bullets(search, lines, part);
    if (!part.drafts.empty()) return Form::bullets;
    find_in_headless_tables(search, lines, part);
    if (!part.drafts.empty()) return Form::table;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].kind == LineKind::paragraph && !lines[i].continued && !states_field(search, lines[i]) && (is_addressed(search, lines[i]) || (lines.size() == 1 && says_when_and_how_much(search, lines[i])))) part.drafts.push_back(item_of(search, lines.subspan(i, 1), Confidence::high));
    return part.drafts.empty() ? Form::none : Form::paragraphs;
}

bool has_address(const Search& search, const Draft& draft) {
    return !draft.cells.empty() || std::any_of(draft.parts.begin(), draft.parts.end(), [&](const Stretch& part) { return is_addressed(search, part.span); });
}

}  // namespace

void find_in_headless_tables(const Search& search, LineRange lines, Found& found) {
    constexpr std::size_t least_rows = 2, least_cells = 3, most_rows = 200;
    if (!search.spec().whole_section || !has_contact(search)) return;
    for (const Line& line : lines) {
        if (line.kind != LineKind::table) continue;
        const TableGrid grid(search.reading, line.block);
        if (grid.rows.size() < least_rows || grid.rows.size() > most_rows || grid.columns < least_cells) continue;
        std::size_t addressed = 0;
        const bool rows = std::all_of(grid.rows.begin(), grid.rows.end(), [&](const TableRow& row) {
            if (row.filled < least_cells || !is_name(search, grid.cells[row.first]) || is_total(search.reading, grid, row)) return false;
            const RowFacts facts = facts_of(search, grid, row);
            // The first row would be the heads.
            if (facts.addressed) ++addressed;
            return facts.timed && (facts.addressed || &row != &grid.rows.front());
        });
        if (!rows || addressed * 3 < grid.rows.size() * 2) continue;
        for (const TableRow& row : grid.rows) found.drafts.push_back(row_draft(search, grid, row));
    }
}

bool find_in_parts(const Search& search, LineRange lines, Found& found) {
    constexpr std::size_t most_parts = 64, longest_title = 110;
    if (!search.spec().whole_section || !has_contact(search)) return false;
    const std::uint8_t level = heading_rank(search, lines);
    std::vector<std::size_t> titles;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        const bool title = level != 0 ? line.kind == LineKind::heading && line.level <= level : line.kind == LineKind::paragraph && line.whole_bold() && !line.is_list() && !line.continued;
        if (!title) continue;
        if (line.ordinal || is_addressed(search, line) || !fits_in(search.reading.view(line.words), longest_title) || states_field(search, line)) return false;
        titles.push_back(i);
    }
    if (titles.size() < 2 || titles.size() > most_parts) return false;
    Found all;
    std::size_t addressed = 0;
    Form first = Form::none;
    bool differ = false;
    for (std::size_t g = 0; g < titles.size(); ++g) {
        const std::size_t end = g + 1 < titles.size() ? titles[g + 1] : lines.size();
        Found part;
        const Form form = find_in_part(search, lines.subspan(titles[g] + 1, end - titles[g] - 1), part);
        if (form == Form::none) return false;
        if (g == 0) first = form;
        differ = differ || form != first;
        addressed += static_cast<std::size_t>(std::count_if(part.drafts.begin(), part.drafts.end(), [&](const Draft& draft) { return has_address(search, draft); }));
        for (Draft& draft : part.drafts) draft.groups.insert(draft.groups.begin(), {lines[titles[g]].block, lines[titles[g]].words});
        all.take(std::move(part));
    }
    if (!differ || all.drafts.size() <= titles.size() || addressed * 3 < all.drafts.size() * 2) return false;
    found.take(std::move(all));
    return true;
}

}  // namespace plancheck
