// A time heads a column where little else stands in its head; so does what the items refer to, where signs alone stand below.
#include "plan/table_columns.hpp"

#include <algorithm>

#include "plan/cell_signs.hpp"
#include "plan/field_values.hpp"
#include "plan/table_head.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

YearColumns year_columns(const Search& search, const TableGrid& grid, std::size_t first, std::size_t end, const std::vector<std::uint32_t>& taken) {
    constexpr std::size_t most_columns = 60, longest_head = 24, most_beside = 6, longest_part = 8;
    const Reading& reading = search.reading;
    YearColumns years;
    const auto& fields = search.spec().fields;
    // Below the years of an indicator stand its values.
    if (!search.spec().whole_section || std::none_of(fields.begin(), fields.end(), [](const FieldSpec& field) { return field.type == FieldType::timeline; })) return years;
    const auto known = [&](std::uint32_t column) { return std::any_of(years.begin(), years.end(), [&](const auto& one) { return one.first == column; }); };
    for (std::size_t r = first; r < end; ++r) {
        const TableRow& head = grid.rows[r];
        std::uint32_t next = 0;  // the column behind one that a time heads
        for (std::uint32_t c = head.first; c < head.first + head.count && years.size() < most_columns; ++c) {
            const TableCell& cell = grid.cells[c];
            if (cell.empty || std::find(taken.begin(), taken.end(), cell.column) != taken.end() || known(cell.column)) continue;
            const std::string_view words = reading.view(cell.text);
            if (!fits_in(words, longest_head) || ascii_digits.find(words) >= words.size()) continue;
            const auto values = find_values(words, reading.language, want_times | in_time_field);
            if (values.size() == 1 && words.size() <= values.front().end - values.front().begin + most_beside) {
                // A year over its quarters heads the columns of all of them.
                for (std::uint32_t column = cell.column; column < cell.column + cell.span && years.size() < most_columns; ++column)
                    years.emplace_back(column, Stretch{texts_in(reading, cell.block).front(), cell.text});
                next = cell.column + cell.span;
            } else if (next != 0 && cell.column == next && cell.span == 1 && fits_in(words, longest_part)) {
                years.emplace_back(cell.column, years.back().second);  // "2026 Q1 | Q2"
                ++next;
            }
        }
    }
    if (years.size() < 2) years.clear();
    return years;
}

std::vector<Stretch> years_of(const Reading& reading, const TableGrid& grid, const TableRow& row, const YearColumns& years) {
    std::vector<Stretch> found;
    for (const auto& [column, head] : years)
        for (std::uint32_t c = row.first; c < row.first + row.count; ++c) {
            if (grid.cells[c].column != column || grid.cells[c].empty) continue;
            const std::string_view words = reading.view(grid.cells[c].text);
            const bool known = !found.empty() && found.back().span.begin == head.span.begin;
            if (!known && !says_no(words)) found.push_back(head);
        }
    return found;
}

namespace {

// Columns of nothing but signs, by bits.
class SignColumns {
public:
    static constexpr std::uint32_t most = 32;

    SignColumns(const Reading& reading, const TableGrid& grid, std::size_t body) : reading_(reading), grid_(grid), body_(body) {
        each_cell([&](std::uint32_t, std::string_view words) { ticked = ticked || is_tick(words); });
        each_cell([&](std::uint32_t column, std::string_view words) {
            if (says_yes(words, ticked)) marked_ |= std::uint32_t{1} << column;
            else if (!says_no(words) && !says_yes(words, false)) other_ |= std::uint32_t{1} << column;
        });
        marked_ &= ~other_;
    }

    bool ticked = false;
    bool any_marked() const noexcept { return marked_ != 0; }
    bool marked(std::uint32_t column) const noexcept { return (marked_ >> column & 1U) != 0; }
    bool holds_other(std::uint32_t column) const noexcept { return (other_ >> column & 1U) != 0; }

private:
    const Reading& reading_;
    const TableGrid& grid_;
    const std::size_t body_;
    std::uint32_t other_ = 0, marked_ = 0;

    template <class Use>
    void each_cell(Use&& use) const {
        for (std::size_t r = body_; r < grid_.rows.size(); ++r)
            for (std::uint32_t c = grid_.rows[r].first; c < grid_.rows[r].first + grid_.rows[r].count; ++c)
                if (const TableCell& cell = grid_.cells[c]; !cell.empty && cell.column < most && cell.span < grid_.columns) use(cell.column, trimmed(reading_.view(cell.text)));
    }
};

// The cell that heads a column alone, where it names one of what the field refers to; null: none does.
const TableCell* naming_head(const Search& search, const HeadRow& heads, std::uint32_t column, std::uint32_t field, std::uint32_t target) {
    const Reading& reading = search.reading;
    const TableCell* head = nullptr;  // the lowest
    bool refers = false;              // a word for what is referred to heads it, or the wide cell above
    for (const auto& [cell, says] : heads) {
        if (cell->empty || column < cell->column || column >= cell->column + cell->span) continue;
        head = cell->span == 1 ? cell : nullptr;
        refers = refers || says.field == field;
    }
    if (head == nullptr) return nullptr;
    const std::string_view words = reading.view(head->text);
    const bool numbered = words.find_first_not_of("0123456789. ") == std::string_view::npos;
    if ((numbered && !refers) || !fits_in(words, longest_table_head) || search.references.in_field(words, target).items.size() != 1) return nullptr;
    if (!refers && !find_values(words, reading.language, want_times | in_time_field).empty()) return nullptr;
    return head;
}

}  // namespace

MarkColumns mark_columns(const Search& search, const TableGrid& grid, HeadRow& heads, std::size_t body, Found& found) {
    const auto& fields = search.spec().fields;
    MarkColumns marks;
    auto& columns = marks.columns;
    if (std::none_of(fields.begin(), fields.end(), [](const FieldSpec& field) { return field.type == FieldType::reference; })) return marks;
    if (grid.columns < 3 || grid.columns > SignColumns::most || body >= grid.rows.size()) return marks;
    const SignColumns signs(search.reading, grid, body);
    marks.ticked = signs.ticked;
    for (std::uint32_t f = 0; f < fields.size() && columns.empty() && signs.any_marked(); ++f) {
        const std::uint32_t target = fields[f].type == FieldType::reference ? search.reading.lexicon.kind(fields[f].refers_to) : Lexicon::none;
        if (target == Lexicon::none || !search.references.has(target)) continue;
        for (std::uint32_t column = 0; column < grid.columns; ++column)
            if (const TableCell* const head = signs.holds_other(column) ? nullptr : naming_head(search, heads, column, f, target))
                columns.push_back({column, head->block, static_cast<std::uint32_t>(found.heads.size())});
        if (columns.size() < 2 || std::none_of(columns.begin(), columns.end(), [&](const MarkColumn& one) { return signs.marked(one.column); })) {
            columns.clear();
            continue;
        }
        found.heads.push_back(column_head(search.spec(), f, {}, search.reading.language, Lexicon::none));
        for (auto& [cell, says] : heads)
            if (std::any_of(columns.begin(), columns.end(), [&, at = cell](const MarkColumn& one) { return one.column >= at->column && one.column < at->column + at->span; })) says = {};
    }
    return marks;
}

void refer_to_marked(const Reading& reading, const TableGrid& grid, const TableRow& row, const MarkColumns& marks, std::vector<bool>& stated, Draft& draft) {
    for (std::uint32_t c = 0; c < row.count; ++c)
        for (const MarkColumn& one : marks.columns) {
            const TableCell& cell = grid.cells[row.first + c];
            if (cell.column != one.column) continue;
            stated[c] = true;
            if (!cell.empty && says_yes(trimmed(reading.view(cell.text)), marks.ticked)) draft.cells.push_back({one.head_cell, one.head, false});
        }
}

void add_parts(const Reading& reading, const TableCell& cell, Draft& draft) {
    for (const std::uint32_t block : texts_in(reading, cell.block)) {
        const Span words = reading.document.blocks[block].text;
        draft.parts.push_back({block, block == draft.item.block ? Span{draft.item.span.begin, words.end} : words});
    }
}

namespace {

// "2026 | | | " above "I | II | III | IV": where no cell spans another, a head and the blank ones behind it are as wide as what stands
// below them, and nothing stands below the others.
bool fills_wide_heads(const TableGrid& grid, const TableRow& row, const HeadRow& heads) {
    constexpr std::uint32_t longest = 24;  // bytes
    if (row.count != heads.size() || row.count != grid.columns || row.filled < 2 || row.filled + 2 > row.count) return false;
    bool wide = false;
    for (std::uint32_t i = 0; i < row.count; ++i) {
        const TableCell &head = *heads[i].first, &cell = grid.cells[row.first + i];
        if (head.span != 1 || head.rows != 1 || cell.span != 1 || cell.rows != 1 || cell.text.size() > longest) return false;
        const bool within = head.empty || (i + 1 < row.count && heads[i + 1].first->empty);
        if ((head.empty && i == 0) || cell.empty == within) return false;
        wide = wide || within;
    }
    return wide;
}

}  // namespace

bool goes_on_heads(const Reading& reading, const TableGrid& grid, const TableRow& row, const HeadRow& heads) {
    constexpr std::uint32_t longest = 24;  // bytes
    bool counts = row.filled >= 3 && row.filled == row.count;
    for (std::uint32_t c = row.first, number = 1; c < row.first + row.count && counts; ++c, ++number) {
        std::string_view words = trimmed(reading.view(grid.cells[c].text));
        if (words.starts_with('(')) words.remove_prefix(1);
        while (words.ends_with(')') || words.ends_with('.')) words.remove_suffix(1);
        counts = words == std::to_string(number);
    }
    if (counts || fills_wide_heads(grid, row, heads)) return true;
    std::uint32_t wide = 0, left = 0;
    for (const auto& [cell, says] : heads) {
        if (cell->span > 1) wide += cell->span;
        else ++left;
    }
    if (wide < 2 || left < 2 || row.filled != wide || wide >= grid.columns) return false;
    for (std::uint32_t c = row.first; c < row.first + row.count; ++c) {
        const TableCell& cell = grid.cells[c];
        if (cell.empty != (cell.column >= wide) || cell.span != 1 || cell.text.size() > longest) return false;
    }
    return true;
}

void date_milestones(const ItemSpec& spec, Found& found, const TableLayout& layout) {
    const auto timed = [](const FieldSpec& field) { return field.type == FieldType::timeline; };
    const auto own = static_cast<std::uint32_t>(std::find_if(spec.fields.begin(), spec.fields.end(), timed) - spec.fields.begin());
    const auto field_of = [&](const TableLayout::Slot& slot) { return slot.heads.size() == 1 ? found.heads[slot.heads.front()].field : Lexicon::none; };
    if (std::count_if(layout.slots.begin(), layout.slots.end(), [&](const auto& slot) { return field_of(slot) == own; }) < 2) return;
    for (std::size_t s = 1; s < layout.slots.size(); ++s) {
        const std::uint32_t before = field_of(layout.slots[s - 1]);
        if (field_of(layout.slots[s]) != own || layout.slots[s - 1].column + 1 != layout.slots[s].column || before == Lexicon::none || before == own || !timed(spec.fields[before])) continue;
        found.heads[layout.slots[s].heads.front()].field = before;
        return;
    }
}

bool refers_beside(const Reading& reading, const ItemSpec& spec, const TableGrid& grid, const TableRow& row, std::uint32_t column, const Found& found, const TableLayout& layout) {
    const auto headed = [&](std::uint32_t of) { return std::find_if(layout.slots.begin(), layout.slots.end(), [&](const auto& one) { return one.column == of; }); };
    const auto slot = headed(column);
    if (layout.own != Lexicon::none || slot == layout.slots.end() || spec.fields[found.heads[slot->heads.front()].field].type != FieldType::reference) return false;
    constexpr std::size_t longest = 40;  // columns
    const auto begin = grid.cells.begin() + row.first, end = begin + row.count;
    const auto own = std::find_if(begin, end, [&](const TableCell& cell) { return cell.column == column; });
    if (own == end || !fits_in(reading.view(own->text), longest)) return false;
    const auto next = std::find_if(own + 1, end, [](const TableCell& cell) { return !cell.empty; });
    return next != end && headed(next->column) == layout.slots.end() && !is_number_alone(trimmed(reading.view(next->text)));
}

}  // namespace plancheck
