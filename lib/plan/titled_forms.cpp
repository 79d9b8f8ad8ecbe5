// A page for each item: its title, a small table of facts, and a few words before or behind it.
#include "plan/titled_forms.hpp"

#include <algorithm>
#include <utility>

#include "plan/lists.hpp"
#include "plan/paragraph_items.hpp"

namespace plancheck {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

// The line of the table that holds a block.
std::size_t table_of(LineRange lines, std::uint32_t block) {
    const auto after = std::upper_bound(lines.begin(), lines.end(), block, [](std::uint32_t own, const Line& line) { return own < line.block; });
    if (after == lines.begin() || std::prev(after)->kind != LineKind::table) return none;
    return static_cast<std::size_t>(after - lines.begin()) - 1;
}

// The nearest heading between a table and what stands above it, else the title right above it, or farther above one that its
// number or type tells from the words below it, or its looks alone.
std::size_t title_of_table(const Search& search, LineRange lines, std::size_t table, std::size_t begin) {
    for (std::size_t i = table; i > begin; --i)
        if (lines[i - 1].kind == LineKind::heading) return i - 1;
    const auto may_title = [&](const Line& line) { return may_head_table(search.reading, line) && !states_field(search, line); };
    const auto is_told = [&](const Line& line) { return (line.whole_bold() || (line.ordinal && line.typed)) && !line.is_list() && is_title_like(search.reading, line); };
    if (table > begin && may_title(lines[table - 1])) return table - 1;
    for (const bool told : {true, false})
        for (std::size_t i = table; i > begin; --i)
            if (may_title(lines[i - 1]) && (!told || is_told(lines[i - 1]))) return i - 1;
    return none;
}

// Where no column says how items are called, the first cell does, though it states a field.
bool is_called_by_field(const Search& search, const Draft& draft) {
    const auto& blocks = search.reading.document.blocks;
    return std::any_of(draft.cells.begin(), draft.cells.end(), [&](const CellUse& use) { return draft.item.block > use.cell && draft.item.block < blocks[use.cell].end; });
}

}  // namespace

void name_by_titles(const Search& search, LineRange lines, Found& found) {
    std::vector<std::size_t> titles;
    std::size_t begin = 0;
    for (const Draft& draft : found.drafts) {
        if (draft.cells.empty() || (!draft.item.title.empty() && !is_called_by_field(search, draft))) return;
        const std::size_t table = table_of(lines, draft.cells.front().cell);
        const std::size_t title = table == none || table < begin ? none : title_of_table(search, lines, table, begin);
        if (title == none) return;
        titles.push_back(title);
        begin = table + 1;
    }
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const Line& title = lines[titles[i]];
        const std::size_t last = i + 1 < titles.size() ? titles[i + 1] : lines.size();
        std::size_t end = titles[i] + 1;
        while (end < last && !(title.kind == LineKind::heading && lines[end].kind == LineKind::heading && lines[end].level <= title.level)) ++end;
        Draft& form = found.drafts[i];
        Draft named = item_of(search, without_tables(lines.subspan(titles[i], end - titles[i])), form.item.confidence);
        named.cells = std::move(form.cells);
        named.parts.insert(named.parts.end(), form.parts.begin(), form.parts.end());
        named.common = std::move(form.common);
        for (const Stretch& group : form.groups)
            if (group.block < title.block) named.groups.push_back(group);
        named.item.blocks.insert(named.item.blocks.end(), form.item.blocks.begin(), form.item.blocks.end());
        form = std::move(named);
    }
}

}  // namespace plancheck
