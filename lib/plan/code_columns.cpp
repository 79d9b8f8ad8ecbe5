// Labels refer where each is one of a target, and where they repeat themselves or are letters: numbers that go on from row to row
// number the rows.
#include "plan/code_columns.hpp"

#include <algorithm>

#include "plan/ordinals.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

void set_head(TableHead& head, std::uint32_t field) {
    head = {};
    head.field = field;
    head.quality = 2;
}

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
            if (cell.column != column || cell.empty || is_full_width(grid, grid.rows[r]) || is_total(search.reading, grid, grid.rows[r])) continue;
            const std::string_view words = trimmed(search.reading.view(cell.text));
            if (words.size() > 2 || words.find_first_not_of("0123456789") != std::string_view::npos || whole_number(words) < last) return false;
            repeats = repeats || whole_number(words) == last;
            last = whole_number(words);
        }
    return repeats;
}

// What of the kind referred to by a field is known by this label; false: nothing, or the field refers to nothing.
bool is_label_of(const Search& search, const FieldSpec& field, const std::string& label) {
    const std::uint32_t target = field.type == FieldType::reference ? search.reading.lexicon.kind(field.refers_to) : Lexicon::none;
    return target != Lexicon::none && search.references.labelled(label, {}, target).first.has_value();
}

// "Output | Priority action" over "1.1 | Measure": codes in the first column, or behind one that counts the rows, are labels of the
// items, or of what they refer to.
class FirstCodes {
public:
    FirstCodes(const Search& search, const TableGrid& grid, HeadRow& heads, std::size_t body) : search_(search), fields_(search.spec().fields), grid_(grid), heads_(heads), body_(body) {}

    void run() {
        if (heads_.empty() || heads_.front().first->column != 0) return;
        // Below a head over several columns each has its own.
        if (heads_.front().first->span > 1)
            for (std::size_t i = 1; i < heads_.size() && at_ == 0; ++i)
                if (heads_[i].first->column == 0 && heads_[i].first->span == 1) at_ = i;
        if (at_ == 0 && stands_behind_count()) {
            heads_.front().second = {};
            column_ = 1;
            at_ = 1;
        }
        if (heads_[at_].first->empty) return;
        TableHead& head = heads_[at_].second;
        // "No." over 1, 1, 2, 3: what repeats counts no rows.
        repeats_ = repeats_numbers(search_, grid_, column_, body_);
        const bool numbers = head.field != Lexicon::none && fields_[head.field].type == FieldType::number;
        if (head.field != Lexicon::none && fields_[head.field].type != FieldType::quantity && !(numbers && (repeats_ || has_own()))) return;
        if (column_ == 0 && !holds_codes(search_, grid_, 0, body_)) return;
        const std::uint32_t field = field_of_codes();
        if (field == Lexicon::none || (numbers && fields_[field].type == FieldType::number)) return;
        // Below "Target" plain numbers may be what is aimed at.
        if (head.field != Lexicon::none && !repeats_ && !any_with_levels()) return;
        set_head(head, field);
    }

private:
    const Search& search_;
    const std::vector<FieldSpec>& fields_;
    const TableGrid& grid_;
    HeadRow& heads_;
    const std::size_t body_;
    std::uint32_t column_ = 0;
    std::size_t at_ = 0;  // of its head
    bool repeats_ = false;

    bool stands_behind_count() const {
        const std::uint32_t front = heads_.front().second.field;
        const bool counts = front == Lexicon::none || fields_[front].type == FieldType::number || fields_[front].type == FieldType::quantity;
        return counts && heads_.size() > 2 && heads_[1].first->column == 1 && counts_rows(search_, grid_, body_) && holds_codes(search_, grid_, 1, body_);
    }

    bool known(FieldType type) const {
        return std::any_of(heads_.begin(), heads_.end(), [&](const auto& one) { return one.second.field != Lexicon::none && fields_[one.second.field].type == type; });
    }

    bool has_own() const {
        return std::any_of(heads_.begin(), heads_.end(), [&](const auto& one) { return one.second.field != Lexicon::none && fields_[one.second.field].own; });
    }
    bool has_head(std::uint32_t field) const {
        return std::any_of(heads_.begin(), heads_.end(), [&](const auto& one) { return one.second.field == field; });
    }

    // Calls `take` with the words of each cell of the column until it gives false.
    template <class Take>
    void each_cell(Take&& take) const {
        for (std::size_t r = body_; r < grid_.rows.size(); ++r)
            for (std::uint32_t c = grid_.rows[r].first; c < grid_.rows[r].first + grid_.rows[r].count; ++c) {
                if (grid_.cells[c].column != column_) continue;
                if (!take(grid_.cells[c], grid_.rows[r])) return;
                break;
            }
    }

    bool any_with_levels() const {
        bool leveled = false;
        each_cell([&](const TableCell& cell, const TableRow&) { return !(leveled = search_.reading.view(cell.text).find_first_not_of("0123456789") != std::string_view::npos); });
        return leveled;
    }

    // Numbers of one level may count the rows themselves, unless they repeat; of those, one that refers to nothing is a fault of
    // the plan's.
    bool are_labels_of(const FieldSpec& field) const {
        std::size_t known = 0, strange = 0;
        bool sure = repeats_;
        each_cell([&](const TableCell& cell, const TableRow& row) {
            if (cell.empty || is_full_width(grid_, row) || is_total(search_.reading, grid_, row)) return true;
            const auto label = ordinal_at(trimmed(search_.reading.view(cell.text)), LabelContext::worded);
            const bool is_known = label && is_label_of(search_, field, label->text);
            ++(is_known ? known : strange);
            sure = sure || (is_known && label->text.find_first_not_of("0123456789") != std::string::npos);
            return repeats_ ? strange <= 1 || known > 3 * strange : is_known;
        });
        return sure && (repeats_ ? known > 2 * strange && (strange <= 1 || known > 3 * strange) : strange == 0);
    }

    std::uint32_t field_of_codes() const {
        for (std::uint32_t f = 0; f < fields_.size(); ++f)
            if (fields_[f].type == FieldType::reference && !has_head(f) && are_labels_of(fields_[f])) return f;
        if (!known(FieldType::number))
            for (std::uint32_t f = 0; f < fields_.size(); ++f)
                if (fields_[f].type == FieldType::number) return f;
        return Lexicon::none;
    }
};

// A column whose head says nothing, of codes that are mostly labels of what the items refer to ("OE" over "OE1", "OE2, OE3"), or whose
// head is what the plan calls them ("Decision" over "1", where each is called "Decision 1").
class CodeReferences {
public:
    CodeReferences(const Search& search, const TableGrid& grid, HeadRow& heads, std::size_t body) : search_(search), fields_(search.spec().fields), grid_(grid), heads_(heads), body_(body) {}

    void run() {
        if (std::none_of(fields_.begin(), fields_.end(), [](const FieldSpec& field) { return field.type == FieldType::reference; })) return;
        head_called();
        if (!find_columns()) return;
        for (std::size_t r = body_; r < grid_.rows.size(); ++r)
            for (std::uint32_t c = grid_.rows[r].first; c < grid_.rows[r].first + grid_.rows[r].count; ++c)
                if (const TableCell& cell = grid_.cells[c]; !cell.empty && cell.column < columns_.size())
                    if (Column& column = columns_[cell.column]; column.head < heads_.size() && column.codes) column.codes = take_codes(search_.reading.view(cell.text), column);
        for (const Column& column : columns_)
            if (column.head < heads_.size() && column.codes && column.count >= 2) take_field(column);
    }

private:
    struct Column {
        std::size_t head = 0;  // of heads_; their number: it says something already
        bool codes = true;
        std::vector<std::size_t> known;  // by field
        std::size_t count = 0;
    };
    const Search& search_;
    const std::vector<FieldSpec>& fields_;
    const TableGrid& grid_;
    HeadRow& heads_;
    const std::size_t body_;
    std::vector<Column> columns_;

    void head_called() const {
        for (std::uint32_t f = 0; f < fields_.size(); ++f) {
            if (fields_[f].type != FieldType::reference) continue;
            const std::string_view called = search_.references.called(search_.reading.lexicon.kind(fields_[f].refers_to));
            if (called.empty() || std::any_of(heads_.begin(), heads_.end(), [&](const auto& one) { return one.second.field == f; })) continue;
            for (auto& [cell, head] : heads_)
                if (head.field == Lexicon::none && fold(search_.reading.view(cell->text)) == called) {
                    head.field = f;
                    head.quality = 2;
                    break;
                }
        }
    }

    bool find_columns() {
        constexpr std::size_t most_columns = 32;
        columns_.assign(std::min<std::size_t>(grid_.columns, most_columns), Column{heads_.size(), true, std::vector<std::size_t>(fields_.size()), 0});
        bool any = false;
        for (std::size_t i = 0; i < heads_.size(); ++i) {
            const TableCell& cell = *heads_[i].first;
            if (heads_[i].second.field != Lexicon::none || cell.empty || cell.span != 1 || cell.column >= columns_.size()) continue;
            columns_[cell.column].head = i;
            any = true;
        }
        return any;
    }

    // False: there is something else as well.
    bool take_codes(std::string_view words, Column& column) const {
        constexpr std::size_t longest_cell = 24;
        if (!fits_in(words, longest_cell) || !is_upper(decode(words, 0).code) || !is_digit(words.back())) return false;
        for (std::size_t at = 0; at < words.size();) {
            const std::size_t end = std::min(words.find_first_of(" ,;/", at), words.size());
            const std::string_view code = words.substr(at, end - at);
            at = end + 1;
            if (code.empty()) continue;
            const auto label = ordinal_at(code, LabelContext::worded);
            if (!label || label->size < code.size() || !is_upper(decode(code, 0).code)) return false;
            ++column.count;
            for (std::uint32_t f = 0; f < fields_.size(); ++f)
                if (is_label_of(search_, fields_[f], label->text)) ++column.known[f];
        }
        return true;
    }

    void take_field(const Column& column) {
        for (std::uint32_t f = 0; f < fields_.size(); ++f) {
            if (column.known[f] * 2 <= column.count || std::any_of(heads_.begin(), heads_.end(), [&](const auto& one) { return one.second.field == f; })) continue;
            heads_[column.head].second.field = f;
            heads_[column.head].second.quality = 2;
            return;
        }
    }
};

// Whether a column holds nothing but names of targets.
bool names_targets(const Search& search, const TableGrid& grid, std::uint32_t column, std::size_t body, std::uint32_t target) {
    constexpr std::size_t longest = 32, least = 2;  // columns; cells
    std::size_t named = 0;
    for (std::size_t r = body; r < grid.rows.size(); ++r) {
        const TableRow& row = grid.rows[r];
        if (row.filled < 2 || is_full_width(grid, row) || is_total(search.reading, grid, row)) continue;
        for (std::uint32_t c = row.first; c < row.first + row.count && grid.cells[c].column <= column; ++c) {
            const TableCell& cell = grid.cells[c];
            if (cell.column != column || cell.empty) continue;
            if (!fits_in(search.reading.view(cell.text), longest) || !search.references.opens({cell.leaf, cell.text}, target)) return false;
            ++named;
        }
    }
    return named >= least;
}

// "Outcome | Output" over "Priority action 1 | Six surveys": whatever its head says, a column of nothing but names of what the items
// refer to refers, where another one may say what they are.
void head_names(const Search& search, const TableGrid& grid, HeadRow& heads, std::size_t body) {
    const std::vector<FieldSpec>& fields = search.spec().fields;
    const auto field = std::find_if(fields.begin(), fields.end(), [](const FieldSpec& one) { return one.type == FieldType::reference; });
    if (field == fields.end()) return;
    const auto own = static_cast<std::uint32_t>(field - fields.begin());
    const std::uint32_t target = search.reading.lexicon.kind(field->refers_to);
    if (target == Lexicon::none || !search.references.has(target) || std::any_of(heads.begin(), heads.end(), [&](const auto& one) { return one.second.field == own; })) return;
    const auto may_be_another = [&](const TableHead& head) {
        return head.field == Lexicon::none || fields[head.field].own || fields[head.field].type == FieldType::reference || fields[head.field].type == FieldType::quantity;
    };
    const auto others_may_name = [&](std::uint32_t column) {
        return std::any_of(heads.begin(), heads.end(), [&](const auto& one) { return !one.first->empty && one.first->column > column && (one.second.field == Lexicon::none || fields[one.second.field].own); });
    };
    const auto found = std::find_if(heads.begin(), heads.end(), [&](const auto& one) {
        const TableCell& cell = *one.first;
        return !cell.empty && cell.span == 1 && may_be_another(one.second) && others_may_name(cell.column) && names_targets(search, grid, cell.column, body, target);
    });
    if (found != heads.end()) set_head(found->second, own);
}

}  // namespace

void head_codes(const Search& search, const TableGrid& grid, HeadRow& heads, std::size_t body) {
    head_names(search, grid, heads, body);
    FirstCodes(search, grid, heads, body).run();
    CodeReferences(search, grid, heads, body).run();
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
