// A time heads a column where little else stands in its head. Labels refer where each is one of a target, and where they
// repeat themselves or are letters: numbers that go on from row to row number the rows.
#include "plan/table_columns.hpp"

#include <algorithm>

#include "plan/cell_signs.hpp"
#include "plan/field_values.hpp"
#include "plan/ordinals.hpp"
#include "plan/table_head.hpp"
#include "text/characters.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

// The cells of a column, two at least, hold nothing but labels ("A-1", "1.2"), and those of the next one more.
bool holds_codes(const Search& search, const TableGrid& grid, std::uint32_t column, std::size_t body) {
    constexpr std::size_t longest_code = 8;
    std::size_t codes = 0, titles = 0;
    for (std::size_t r = body; r < grid.rows.size(); ++r) {
        if (r + 1 == grid.rows.size() && codes >= 2 && is_total(search.reading, grid, grid.rows[r])) break;
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
    }
    return codes >= 2 && titles >= codes;
}

// The first column counts the rows: 1, 2, 3 …, whatever rows it leaves out.
bool counts_rows(const Search& search, const TableGrid& grid, std::size_t body) {
    std::uint32_t last = 0;
    for (std::size_t r = body; r < grid.rows.size(); ++r) {
        const TableCell& cell = grid.cells[grid.rows[r].first];
        if (cell.column != 0 || cell.empty) continue;
        const std::string_view words = trimmed(search.reading.view(cell.text));
        if (words.find_first_not_of("0123456789.") != std::string_view::npos || whole_number(words) != last + 1) return false;
        ++last;
    }
    return last >= 2;
}

// Whole numbers that never fall, one of which stands in two rows that follow each other.
bool repeats_numbers(const Search& search, const TableGrid& grid, std::uint32_t column, std::size_t body) {
    std::uint32_t last = 0;
    bool repeats = false;
    for (std::size_t r = body; r < grid.rows.size(); ++r)
        for (std::uint32_t c = grid.rows[r].first; c < grid.rows[r].first + grid.rows[r].count; ++c) {
            const TableCell& cell = grid.cells[c];
            if (cell.column != column || cell.empty || is_total(search.reading, grid, grid.rows[r])) continue;
            const std::string_view words = trimmed(search.reading.view(cell.text));
            if (words.size() > 2 || words.find_first_not_of("0123456789") != std::string_view::npos || whole_number(words) < last) return false;
            repeats = repeats || whole_number(words) == last;
            last = whole_number(words);
        }
    return repeats;
}

// "Output | Priority action" over "1.1 | Measure": codes in the first column, or behind one that counts the rows, are labels of the
// items, or of what they refer to.
void first_codes(const Search& search, const TableGrid& grid, HeadRow& heads, std::size_t body) {
    const auto& fields = search.spec().fields;
    if (heads.empty() || heads.front().first->column != 0) return;
    std::size_t place = 0;
    const std::uint32_t front = heads.front().second.field;
    const bool counts = front == Lexicon::none || fields[front].type == FieldType::number || fields[front].type == FieldType::quantity;
    if (counts && heads.size() > 2 && heads[1].first->column == 1 && counts_rows(search, grid, body) && holds_codes(search, grid, 1, body)) {
        heads.front().second = {};
        place = 1;
    }
    if (heads[place].first->empty) return;
    TableHead& head = heads[place].second;
    // "No." over 1, 1, 2, 3: what repeats counts no rows.
    const bool repeats = repeats_numbers(search, grid, static_cast<std::uint32_t>(place), body);
    const bool numbers = head.field != Lexicon::none && fields[head.field].type == FieldType::number;
    if (head.field != Lexicon::none && fields[head.field].type != FieldType::quantity && !(numbers && repeats)) return;
    if (place == 0 && !holds_codes(search, grid, 0, body)) return;
    const auto in_column = [&](const TableRow& row) -> const TableCell* {
        for (std::uint32_t c = row.first; c < row.first + row.count; ++c)
            if (grid.cells[c].column == place) return &grid.cells[c];
        return nullptr;
    };
    const auto known = [&](FieldType type) {
        return std::any_of(heads.begin(), heads.end(), [&](const auto& one) { return one.second.field != Lexicon::none && fields[one.second.field].type == type; });
    };
    // Below "Target" plain numbers may be what is aimed at.
    bool leveled = false;
    for (std::size_t r = body; r < grid.rows.size() && !leveled; ++r)
        if (const TableCell* const cell = in_column(grid.rows[r])) leveled = search.reading.view(cell->text).find_first_not_of("0123456789") != std::string_view::npos;
    std::uint32_t field = Lexicon::none;
    for (std::uint32_t f = 0; f < fields.size() && field == Lexicon::none; ++f) {
        const std::uint32_t target = fields[f].type == FieldType::reference ? search.reading.lexicon.kind(fields[f].refers_to) : Lexicon::none;
        if (target == Lexicon::none || known(FieldType::reference) || !search.references.has(target)) continue;
        std::size_t known_labels = 0, strange_labels = 0;
        bool all = true, sure = repeats;  // numbers of one level may count the rows themselves
        for (std::size_t r = body; r < grid.rows.size() && all; ++r) {
            const TableCell* const cell = in_column(grid.rows[r]);
            if (cell == nullptr || cell->empty || is_total(search.reading, grid, grid.rows[r])) continue;
            const std::string_view words = search.reading.view(cell->text);
            const auto label = ordinal_at(trimmed(words), LabelContext::worded);
            all = label && search.references.labelled(label->text, {}, target).first.has_value();
            // One that refers to nothing is a fault of the plan's.
            if (repeats) {
                ++(all ? known_labels : strange_labels);
                all = strange_labels <= 1 || known_labels > 3 * strange_labels;
            }
            sure = sure || (all && label->text.find_first_not_of("0123456789") != std::string::npos);
        }
        if (all && sure && (!repeats || known_labels > 2 * strange_labels)) field = f;
    }
    for (std::uint32_t f = 0; f < fields.size() && field == Lexicon::none && !known(FieldType::number); ++f)
        if (fields[f].type == FieldType::number) field = f;
    if (field == Lexicon::none || (head.field != Lexicon::none && !leveled && !repeats) || (numbers && fields[field].type == FieldType::number)) return;
    head = {};
    head.field = field;
    head.quality = 2;
}

// A column whose head says nothing, of codes that are mostly labels of what the items refer to ("OE" over "OE1", "OE2, OE3").
void code_references(const Search& search, const TableGrid& grid, HeadRow& heads, std::size_t body) {
    constexpr std::size_t longest_cell = 24, most_columns = 32;
    const auto& fields = search.spec().fields;
    struct Column {
        std::size_t heads;
        bool codes = true;
        std::vector<std::size_t> known;  // by field
        std::size_t cells = 0;
    };
    std::vector<Column> columns(std::min<std::size_t>(grid.columns, most_columns), Column{heads.size(), true, std::vector<std::size_t>(fields.size()), 0});
    bool any = false;
    for (std::size_t i = 0; i < heads.size(); ++i)
        if (const TableCell& cell = *heads[i].first; heads[i].second.field == Lexicon::none && !cell.empty && cell.span == 1 && cell.column < columns.size()) {
            columns[cell.column].heads = i;
            any = true;
        }
    if (!any || std::none_of(fields.begin(), fields.end(), [](const FieldSpec& field) { return field.type == FieldType::reference; })) return;
    for (std::size_t r = body; r < grid.rows.size(); ++r)
        for (std::uint32_t c = grid.rows[r].first; c < grid.rows[r].first + grid.rows[r].count; ++c) {
            const TableCell& cell = grid.cells[c];
            if (cell.empty || cell.column >= columns.size() || columns[cell.column].heads == heads.size() || !columns[cell.column].codes) continue;
            Column& column = columns[cell.column];
            const std::string_view words = search.reading.view(cell.text);
            column.codes = fits_in(words, longest_cell) && is_upper(decode(words, 0).code) && is_digit(words.back());
            for (std::size_t at = 0; at < words.size() && column.codes;) {
                const std::size_t end = std::min(words.find_first_of(" ,;/", at), words.size());
                const std::string_view code = words.substr(at, end - at);
                at = end + 1;
                if (code.empty()) continue;
                const auto label = ordinal_at(code, LabelContext::worded);
                column.codes = label && label->size >= code.size() && is_upper(decode(code, 0).code);
                if (!column.codes) break;
                ++column.cells;
                for (std::uint32_t f = 0; f < fields.size(); ++f)
                    if (const std::uint32_t target = fields[f].type == FieldType::reference ? search.reading.lexicon.kind(fields[f].refers_to) : Lexicon::none; target != Lexicon::none && search.references.labelled(label->text, {}, target).first) ++column.known[f];
            }
        }
    for (const Column& column : columns) {
        if (column.heads == heads.size() || !column.codes || column.cells < 2) continue;
        for (std::uint32_t f = 0; f < fields.size(); ++f)
            if (column.known[f] * 2 > column.cells && std::none_of(heads.begin(), heads.end(), [&](const auto& one) { return one.second.field == f; })) {
                heads[column.heads].second.field = f;
                heads[column.heads].second.quality = 2;
                break;
            }
    }
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

std::uint32_t reference_without_head(const Search& search, const TableGrid& grid, const TableRow& head, std::size_t body) {
    constexpr std::size_t longest_label = 8;
    const auto& fields = search.spec().fields;
    const auto field = std::find_if(fields.begin(), fields.end(), [](const FieldSpec& one) { return one.type == FieldType::reference; });
    if (field == fields.end() || head.count == 0 || !grid.cells[head.first].empty) return Lexicon::none;
    const std::uint32_t target = search.reading.lexicon.kind(field->refers_to);
    if (target == Lexicon::none || !search.references.has(target)) return Lexicon::none;
    std::vector<std::string_view> labels;
    for (std::size_t r = body; r < grid.rows.size(); ++r) {
        const TableRow& row = grid.rows[r];
        if (row.count == 0) continue;
        const TableCell& cell = grid.cells[row.first];
        // Where other rows are called what is referred to, the numbers below them count.
        if (row.filled == (cell.empty ? 1U : 2U) && row.count > 2 && !grid.cells[row.first + 1].empty && titles_target(search, {grid.cells[row.first + 1].leaf, grid.cells[row.first + 1].text})) return Lexicon::none;
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

void head_codes(const Search& search, const TableGrid& grid, HeadRow& heads, std::size_t body) {
    first_codes(search, grid, heads, body);
    code_references(search, grid, heads, body);
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

bool goes_on_heads(const Reading& reading, const TableGrid& grid, const TableRow& row, const HeadRow& heads) {
    constexpr std::uint32_t longest = 24;  // bytes
    bool counts = row.filled >= 3 && row.filled == row.count;
    for (std::uint32_t c = row.first, number = 1; c < row.first + row.count && counts; ++c, ++number) {
        std::string_view words = trimmed(reading.view(grid.cells[c].text));
        if (words.starts_with('(')) words.remove_prefix(1);
        while (words.ends_with(')') || words.ends_with('.')) words.remove_suffix(1);
        counts = words == std::to_string(number);
    }
    if (counts) return true;
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
