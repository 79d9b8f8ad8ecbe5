// A time heads a column where little else stands in its head. Labels refer where each is one of a target, and where they
// repeat themselves or are letters: numbers that go on from row to row number the rows.
#include "plan/table_columns.hpp"

#include <algorithm>

#include "plan/field_values.hpp"
#include "plan/ordinals.hpp"
#include "plan/table_head.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

// The cells of a column, two at least, hold nothing but labels ("A-1", "1.2"), and those of the next one more.
bool holds_codes(const Search& search, const TableGrid& grid, std::uint32_t column, std::size_t body) {
    constexpr std::size_t longest_code = 8;
    std::size_t codes = 0, titles = 0;
    for (std::size_t r = body; r < grid.rows.size(); ++r)
        for (std::uint32_t c = grid.rows[r].first; c < grid.rows[r].first + grid.rows[r].count; ++c) {
            const TableCell& cell = grid.cells[c];
            if (cell.empty || cell.column < column || cell.column > column + 1 || grid.rows[r].filled < 2) continue;
            const std::string_view words = trimmed(search.reading.view(cell.text));
            const auto label = ordinal_at(words, LabelContext::worded);
            const bool code = label && label->size >= words.size() && fits_in(words, longest_code);
            if (cell.column == column && !code) return false;
            ++(cell.column == column ? codes : titles);
            if (cell.column != column && (code || fits_in(words, longest_code))) return false;
        }
    return codes >= 2 && titles >= codes;
}

}  // namespace

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
            if (!known && words != "-" && words != "0" && words != "\xE2\x80\x93" && words != "\xE2\x80\x94") found.push_back(head);
        }
    return found;
}

std::uint32_t reference_without_head(const Search& search, const TableGrid& grid, const TableRow& head, std::size_t body) {
    constexpr std::size_t longest_label = 8;
    const auto& fields = search.spec().fields;
    const auto field = std::find_if(fields.begin(), fields.end(), [](const FieldSpec& one) { return one.type == FieldType::reference; });
    if (field == fields.end() || head.count == 0 || !grid.cells[head.first].empty) return Lexicon::none;
    const std::uint32_t target = search.reading.lexicon.kind(field->refers_to);
    if (target == Lexicon::none || !search.references.has(target)) return Lexicon::none;
    std::vector<std::string_view> labels;
    for (std::size_t r = body; r < grid.rows.size(); ++r) {
        if (grid.rows[r].count == 0) continue;
        const TableCell& cell = grid.cells[grid.rows[r].first];
        if (cell.column != 0 || cell.empty) continue;
        const std::string_view words = search.reading.view(cell.text);
        if (!fits_in(words, longest_label) || search.references.in_field(words, target).items.empty()) return Lexicon::none;
        labels.push_back(words);
    }
    const bool lettered = std::any_of(labels.begin(), labels.end(), [](std::string_view label) { return ascii_digits.find(label) >= label.size(); });
    std::sort(labels.begin(), labels.end());
    if (labels.size() < 2 || (!lettered && std::adjacent_find(labels.begin(), labels.end()) == labels.end())) return Lexicon::none;
    return static_cast<std::uint32_t>(field - fields.begin());
}

void number_codes(const Search& search, const TableGrid& grid, std::size_t body, Found& found, TableLayout& layout) {
    if (layout.own == Lexicon::none || layout.own >= layout.slots.size()) return;
    const auto& fields = search.spec().fields;
    TableLayout::Slot& own = layout.slots[layout.own];
    const auto number = std::find_if(fields.begin(), fields.end(), [](const FieldSpec& field) { return field.type == FieldType::number; });
    const bool next_taken = layout.own + 1 < layout.slots.size() && layout.slots[layout.own + 1].column == own.column + 1;
    if (next_taken && !fields[found.heads[layout.slots[layout.own + 1].heads.front()].field].own) return;
    if (number == fields.end() || own.heads.size() != 1 || !holds_codes(search, grid, own.column, body)) return;
    const TableLayout::Slot titles{own.column + 1, own.heads};
    own.heads = {static_cast<std::uint32_t>(found.heads.size())};
    found.heads.push_back(column_head(search.spec(), static_cast<std::uint32_t>(number - fields.begin()), {}, search.reading.language, Lexicon::none));
    ++layout.own;
    if (!next_taken) layout.slots.insert(layout.slots.begin() + static_cast<std::ptrdiff_t>(layout.own), titles);
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

bool begins_with_dashed(const Search& search, const TableGrid& grid, std::uint32_t column, std::size_t body) {
    std::size_t dashed = 0;
    for (std::size_t r = body; r < grid.rows.size(); ++r)
        for (std::uint32_t c = grid.rows[r].first; c < grid.rows[r].first + grid.rows[r].count; ++c) {
            const TableCell& cell = grid.cells[c];
            if (cell.empty || cell.column != column || grid.rows[r].filled < 3) continue;
            const std::string_view words = trimmed(search.reading.view(cell.text));
            const auto label = ordinal_at(words, LabelContext::worded);
            if (!label || label->shape != "D-D" || label->size >= words.size()) return false;
            ++dashed;
        }
    return dashed >= 2;
}

}  // namespace plancheck
