// Heads are looked for in the first rows; each column that has one becomes a slot. Rows are then read once from top to
// bottom with the merged cells that reach into them kept per slot, so a cell merged over a thousand rows costs one step a
// row. An item is a distinct cell of the kind's own column; a blank cell there goes on with the item above.
#include "plan/tables.hpp"

#include <algorithm>

#include "plan/code_columns.hpp"
#include "plan/enumerations.hpp"
#include "plan/table_columns.hpp"
#include "plan/table_forms.hpp"
#include "plan/table_grid.hpp"
#include "plan/table_head.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_slots = 32;

class Table {
public:
    Table(const Search& search, std::uint32_t table, Found& found, TableLayout& layout)
        : search_(search), reading_(search.reading), spec_(search.spec()), found_(found), layout_(layout), grid_(search.reading, table) {
        if (reading_.document.blocks[table].has(mark::preformatted)) confidence_ = Confidence::high;
        if (reading_.document.blocks[table].has(mark::doubtful)) confidence_ = Confidence::low;
    }

    bool run(const TableLayout* before) {
        if (rows_.empty()) return false;
        std::size_t body = 0;
        if (may_stand_at_left() && heads_stand_at_left(search_, grid_)) grid_.transpose();
        if (before != nullptr && before->columns == columns_ && !before->slots.empty() && says_values(reading_, grid_, rows_.front())) {
            layout_ = *before;
            read_rows(body, true);
            return true;
        }
        if (is_form(search_, grid_)) return read_form(search_, grid_, confidence_, found_);
        if (const std::size_t rows = find_heads(reading_.words); rows != 0) {
            body = rows;
        } else if (before != nullptr && before->columns == columns_ && !before->slots.empty()) {
            layout_ = *before;
        } else {
            bool other = false;
            for (const Words& words : reading_.lexicon.all())
                if (&words != &reading_.words && !other)
                    if (const std::size_t rows_of = find_heads(words); rows_of != 0) {
                        body = rows_of;
                        other = true;
                    }
            if (!other) {
                if (read_form(search_, grid_, confidence_, found_)) return true;
                if (!guess_names(body)) return false;
            }
        }
        read_rows(body, before != nullptr && body == 0);
        return true;
    }

private:
    const Search& search_;
    const Reading& reading_;
    const ItemSpec& spec_;
    Found& found_;
    TableLayout& layout_;
    Confidence confidence_ = Confidence::certain;  // of an item of its own row
    TableGrid grid_;
    std::vector<TableRow>& rows_ = grid_.rows;
    std::vector<TableCell>& cells_ = grid_.cells;
    std::uint32_t& columns_ = grid_.columns;
    std::uint32_t header_ = 0;  // first header row
    YearColumns years_;
    MarkColumns marks_;
    std::size_t heading_rows_ = 0;  // one alone may as well be an item that nobody filled in
    bool dashed_ = false;  // "1-1 Measure the lake" in the own column

    std::string_view text(const TableCell& cell) const { return reading_.view(cell.text); }

    TableHead head_of(const TableCell& cell, const Words& words) const {
        return cell.empty ? TableHead() : table_head(search_, cell, words);
    }

    // Of a kind that is listed by name alone: at an empty corner, or where the first or second is the head of the names.
    bool may_stand_at_left() const {
        const auto names = [&](std::size_t row) {
            if (row >= rows_.size() || rows_[row].count == 0) return false;
            const TableHead head = head_of(cells_[rows_[row].first], reading_.words);
            return head.quality >= 2 && spec_.fields[head.field].own;
        };
        return spec_.whole_section || cells_.front().empty || names(0) || names(1);
    }

    bool full_width(const TableRow& row) const { return is_full_width(grid_, row); }

    // Rows up to the first one of the body; 0: no heads. A head may run over two or three rows.
    std::size_t find_heads(const Words& words) {
        std::size_t first = 0;
        while (first < rows_.size() && first < 2 && (full_width(rows_[first]) || rows_[first].filled == 0)) ++first;
        const auto read = [&](std::size_t r) {
            HeadRow made;
            for (std::uint32_t c = rows_[r].first; c < rows_[r].first + rows_[r].count && made.size() < 4 * most_slots; ++c)
                made.emplace_back(&cells_[c], head_of(cells_[c], words));
            return with_times(search_, std::move(made));
        };
        const auto good = [&](const HeadRow& made) { return recognised(spec_, made); };
        if (first >= rows_.size() || holds_address(reading_, grid_, rows_[first])) return 0;
        HeadRow heads = read(first);
        std::size_t end = first + 1;
        const bool deep = std::any_of(heads.begin(), heads.end(), [&](const auto& one) { return one.first->rows > 1 || (one.first->span > 1 && columns_ > 2); });
        while (end < rows_.size() && end < first + 3) {
            const bool marked = reading_.document.blocks[rows_[end].block].has(mark::header_row);
            auto next = read(end);
            const auto matched = std::count_if(next.begin(), next.end(), [](const auto& one) { return one.second.quality >= 2; });
            const bool all = matched >= 2 && static_cast<std::uint32_t>(matched) == rows_[end].filled;
            const bool under = deep && end == first + 1 && matched >= 1 && static_cast<std::uint32_t>(matched) * 2 >= rows_[end].filled;
            // A row that the heads' own cells reach into is one of heads, whatever it says.
            const bool reached = !reading_.document.is_unmarked() && std::any_of(heads.begin(), heads.end(), [&](const auto& one) { return one.second.quality >= 2 && one.first->rows > end - first; });
            const bool same = all && good(heads) >= 2 && text(cells_[rows_[end].first]) == text(cells_[rows_[first].first]);
            if ((!marked && !all && !under && !reached && !goes_on_heads(reading_, grid_, rows_[end], heads)) || same) break;
            heads.insert(heads.end(), next.begin(), next.end());
            ++end;
        }
        const TableGrid seen = without_repeated_heads(reading_, grid_, first, end);
        head_codes(search_, seen, heads, end);
        marks_ = mark_columns(search_, seen, heads, end, found_);
        if (good(heads) + (marks_.columns.empty() ? 0 : 1) < 2) {
            if (!is_own_alone(search_, grid_, heads, first, end, words)) return 0;
            confidence_ = std::min(confidence_, Confidence::high);
        }
        if (std::none_of(heads.begin(), heads.end(), [](const auto& one) { return one.second.quality >= 2; })) return 0;
        header_ = static_cast<std::uint32_t>(first);
        set_slots(heads, words);
        number_codes(search_, seen, end, found_, layout_);
        date_milestones(spec_, found_, layout_);
        dashed_ = layout_.own != Lexicon::none && begins_with_dashed(search_, seen, layout_.slots[layout_.own].column, end);
        std::vector<std::uint32_t> taken(layout_.slots.size());
        std::transform(layout_.slots.begin(), layout_.slots.end(), taken.begin(), [](const TableLayout::Slot& slot) { return slot.column; });
        years_ = year_columns(search_, grid_, first, end, taken);
        if (const std::uint32_t field = reference_without_head(search_, seen, rows_[first], end); field != Lexicon::none && !taken.empty() && taken.front() != 0 && taken.size() < most_slots) {
            layout_.slots.insert(layout_.slots.begin(), TableLayout::Slot{0, {static_cast<std::uint32_t>(found_.heads.size())}});
            found_.heads.push_back(column_head(spec_, field, {}, reading_.language, Lexicon::none));
            if (layout_.own != Lexicon::none) ++layout_.own;
        }
        return end;
    }

    void set_slots(HeadRow& heads, const Words& words) {
        layout_ = {{}, columns_};
        // A lower head is finer than the one above it; a wide one holds for all columns below it.
        std::vector<std::pair<std::uint32_t, std::size_t>> of_column;  // column, index into heads
        for (std::size_t i = 0; i < heads.size(); ++i) {
            if (heads[i].second.field == Lexicon::none) continue;
            const TableCell& cell = *heads[i].first;
            for (std::uint32_t c = cell.column; c < cell.column + cell.span && of_column.size() < 8 * most_slots; ++c) of_column.emplace_back(c, i);
        }
        std::stable_sort(of_column.begin(), of_column.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : a.second > b.second;
        });
        int best = 0;
        for (std::size_t i = 0; i < of_column.size() && layout_.slots.size() < most_slots; ++i) {
            if (i > 0 && of_column[i].first == of_column[i - 1].first) continue;
            // Not bound together: clang before 16 lets no lambda capture that.
            const TableCell* const cell = heads[of_column[i].second].first;
            const auto& head = heads[of_column[i].second].second;
            TableLayout::Slot slot;
            slot.column = of_column[i].first;
            const auto push = [&](std::uint32_t field) {
                slot.heads.push_back(static_cast<std::uint32_t>(found_.heads.size()));
                found_.heads.push_back(column_head(spec_, field, head_text(reading_, *cell), words.language != nullptr ? *words.language : reading_.language, field == head.field ? head.either : Lexicon::none));
            };
            push(head.field);
            for (const std::uint32_t field : head.more) push(field);
            if (spec_.fields[head.field].own && head.quality > best) {
                best = head.quality;
                layout_.own = static_cast<std::uint32_t>(layout_.slots.size());
            }
            layout_.slots.push_back(std::move(slot));
        }
    }

    // Names with addresses beside them, of a kind that is always listed. What other heads say still holds.
    bool guess_names(std::size_t& body) {
        const auto field_of = [&](auto&& is) { return static_cast<std::uint32_t>(std::find_if(spec_.fields.begin(), spec_.fields.end(), is) - spec_.fields.begin()); };
        const std::uint32_t own = field_of([](const FieldSpec& field) { return field.own; }), contact = field_of([](const FieldSpec& field) { return field.type == FieldType::contact; });
        if (spec_.whole_section || own == spec_.fields.size() || contact == spec_.fields.size() || columns_ > most_slots) return false;
        const auto found = names_and_addresses(reading_, grid_);
        if (!found) return false;
        body = found->body;
        layout_ = {};
        layout_.columns = columns_;
        for (std::uint32_t column = 0; column < columns_; ++column) {
            std::uint32_t field = column == found->names ? own : column == found->addresses ? contact : Lexicon::none;
            for (std::uint32_t c = rows_[0].first; c < rows_[0].first + rows_[0].count && field == Lexicon::none && body != 0; ++c)
                if (cells_[c].column == column)
                    if (const TableHead head = head_of(cells_[c], reading_.words); head.quality >= 2 && head.field != own && head.field != contact) field = head.field;
            if (field == Lexicon::none) continue;
            if (column == found->names) layout_.own = static_cast<std::uint32_t>(layout_.slots.size());
            layout_.slots.push_back({column, {static_cast<std::uint32_t>(found_.heads.size())}});
            found_.heads.push_back(column_head(spec_, field, {}, reading_.language, Lexicon::none));
        }
        confidence_ = std::min(confidence_, Confidence::high);
        return true;
    }

    bool repeats_header(const TableRow& row) const {
        return reading_.document.blocks[row.block].has(mark::header_row) || says_again(reading_, grid_, rows_[header_], row);
    }

    // The first with text, of a row that has one.
    const TableCell* only_cell(const TableRow& row) const {
        return &*std::find_if(cells_.begin() + row.first, cells_.begin() + row.first + row.count, [](const TableCell& cell) { return !cell.empty; });
    }

    // Whether the columns at the left of one only count the rows, or have no head that says more.
    bool only_counts_before(std::uint32_t column) const {
        return column < columns_ && std::none_of(layout_.slots.begin(), layout_.slots.end(), [&](const TableLayout::Slot& slot) {
            return slot.column < column && std::any_of(slot.heads.begin(), slot.heads.end(), [&](std::uint32_t head) { return spec_.fields[found_.heads[head].field].type != FieldType::number; });
        });
    }

    // What a row of one text, or of one behind its number, sorts the rows below it by; `next` is the row behind it. Null: it is none.
    const TableCell* caption_of(const TableRow& row, const TableRow* next, bool merged_above) const {
        if (row.filled == 2 && columns_ > 2 && !merged_above && next != nullptr && next->filled > 2) {
            const TableCell* const number = only_cell(row);
            const TableCell* const last = &*std::find_if(number + 1, static_cast<const TableCell*>(cells_.data() + row.first + row.count), [](const TableCell& cell) { return !cell.empty; });
            return number->column == 0 && number->span == 1 && last->column == 1 && only_counts_before(1) && titles_target(search_, {last->leaf, last->text}) ? last : nullptr;
        }
        if (row.filled != 1) return nullptr;
        const TableCell* const only = only_cell(row);
        if (!merged_above && next != nullptr && repeats_header(*next)) return only;
        if (columns_ > 1 && only->span >= columns_) return only;
        const bool is_own = layout_.own != Lexicon::none && layout_.slots[layout_.own].column == only->column && !fits_in(text(*only), 200);
        const bool bold = columns_ > 2 && reading_.document.blocks[only->leaf].bold >= only->text.size() && next != nullptr && next->filled > 1;  // "**First measure: hospitals** | | |"
        return !merged_above && !is_own && only_counts_before(only->column) && (bold || ((heading_rows_ > 1 || is_region(search_, only->text)) && heads_rows(row, next)) || titles_target(search_, {only->leaf, only->text})) ? only : nullptr;
    }

    // A row of one text and blank cells, above a fuller one with words in the same column ("In towns | | | |").
    bool heads_rows(const TableRow& row, const TableRow* next) const {
        if (columns_ < 3 || row.filled != 1 || row.count != columns_ || next == nullptr || next->filled < 3 || next->count != columns_) return false;
        const std::uint32_t column = only_cell(row)->column;
        return only_counts_before(column) && !cells_[next->first + column].empty;
    }

    // Such rows, where the body begins with one and no row of one text is another thing.
    std::size_t count_heading_rows(std::size_t body) const {
        std::size_t found = 0;
        for (std::size_t r = body; r < rows_.size(); ++r) {
            if (rows_[r].filled != 1 ? r == body : !heads_rows(rows_[r], r + 1 < rows_.size() ? &rows_[r + 1] : nullptr)) return 0;
            found += rows_[r].filled == 1 ? 1 : 0;
        }
        return found;
    }

    void read_rows(std::size_t body, bool goes_on) {
        heading_rows_ = body != 0 ? count_heading_rows(body) : 0;
        Body(*this, body, goes_on).read();
    }

    // The rows below the heads, read once from top to bottom.
    class Body {
    public:
        Body(Table& table, std::size_t begin, bool goes_on)
            : table_(table), begin_(begin), slots_(table.layout_.slots.size()), reach_(slots_), said_(slots_, nullptr), opened_(slots_, nullptr), first_draft_(table.found_.drafts.size()) {
            if (goes_on && first_draft_ != 0) current_ = first_draft_ - 1;
            for (std::size_t s = 0; s < slots_; ++s) opens_.push_back(table.opens_groups(s, begin));
        }

        void read() {
            for (std::size_t r = begin_; r < table_.rows_.size(); ++r) row(r);
            if (common_.empty()) return;
            for (std::size_t d = first_draft_; d < table_.found_.drafts.size(); ++d) table_.found_.drafts[d].common = common_;
        }

    private:
        // A merged cell, and how many more rows it reaches into.
        struct Reach {
            const TableCell* cell = nullptr;
            std::uint32_t left = 0;
        };
        // What stands in each slot of one row, and whether it begins there.
        struct Slots {
            std::vector<const TableCell*> cells;
            std::vector<bool> fresh;
        };

        Table& table_;
        const std::size_t begin_, slots_;
        std::vector<Reach> reach_;
        std::vector<const TableCell*> said_;    // by slot: the last that says something of its own
        std::vector<const TableCell*> opened_;  // by slot: what a blank cell goes on with
        std::vector<bool> opens_;               // by slot: blank cells go on with what stands above them
        std::vector<Stretch> groups_, common_;
        const std::size_t first_draft_;
        const TableCell* open_ = nullptr;          // the own cell of the item being read
        std::size_t current_ = Lexicon::none;      // its draft
        bool group_ended_ = true;

        void row(std::size_t r) {
            const TableRow& row = table_.rows_[r];
            const bool merged_above = std::any_of(reach_.begin(), reach_.end(), [](const Reach& one) { return one.left > 0; });
            Slots slots = slots_of(row);
            if (row.filled == 0 && !merged_above) return;
            const bool has_heads = begin_ != 0;
            if ((has_heads && table_.repeats_header(row)) || is_total(table_.reading_, table_.grid_, row)) return;
            const TableRow* const next = has_heads && r + 1 < table_.rows_.size() ? &table_.rows_[r + 1] : nullptr;
            if (const TableCell* const caption = table_.caption_of(row, next, merged_above)) return above_rows(*caption);
            group_ended_ = true;
            say_again(slots);
            const TableCell* const own = own_of(slots);
            const bool starts = starts_item(row, slots);
            if (starts && row.filled == 0) return;
            if (starts) {
                open_ = own;
                table_.start_item(row, own, groups_);
                current_ = table_.found_.drafts.size() - 1;
            }
            if (current_ != Lexicon::none) table_.add_row(table_.found_.drafts[current_], row, slots.cells, slots.fresh, starts);
        }

        Slots slots_of(const TableRow& row) {
            Slots slots{std::vector<const TableCell*>(slots_, nullptr), std::vector<bool>(slots_, false)};
            const std::vector<TableCell>& cells = table_.cells_;
            std::uint32_t c = row.first;
            for (std::size_t s = 0; s < slots_; ++s) {
                const std::uint32_t column = table_.layout_.slots[s].column;
                while (c < row.first + row.count && cells[c].column + cells[c].span <= column) ++c;
                if (c < row.first + row.count && cells[c].column <= column) {
                    slots.cells[s] = &cells[c];
                    slots.fresh[s] = true;
                    reach_[s] = {&cells[c], cells[c].rows - 1};
                } else if (reach_[s].left > 0) {
                    slots.cells[s] = reach_[s].cell;
                    --reach_[s].left;
                }
            }
            return slots;
        }

        // A row that says something of those below it, or of all.
        void above_rows(const TableCell& caption) {
            const Reading& reading = table_.reading_;
            const Stretch words{texts_in(reading, caption.block).front(), caption.text};
            const std::string_view text = table_.text(caption);
            if (reading.has_term(caption.text, reading.lexicon.vocabulary("overarching")) && (holds_mail(text, reading.language) || text.find(':') != std::string_view::npos)) {
                common_.push_back(words);
            } else {
                if (group_ended_ || (titles_target(table_.search_, words) && titles_target(table_.search_, groups_.back()))) groups_.clear();
                groups_.push_back(words);
                group_ended_ = false;
            }
            open_ = nullptr;
            current_ = Lexicon::none;
            std::fill(opened_.begin(), opened_.end(), nullptr);
        }

        // "ditto" stands for what the column said last, and so does a blank cell in a column that says each thing once.
        void say_again(Slots& slots) {
            for (std::size_t s = 0; s < slots_; ++s) {
                const TableCell*& cell = slots.cells[s];
                if (cell != nullptr && cell->empty && slots.fresh[s] && opened_[s] != nullptr) {
                    cell = opened_[s];
                    slots.fresh[s] = false;
                    continue;
                }
                if (cell == nullptr || cell->empty) continue;
                if (slots.fresh[s] && said_[s] != nullptr && s != table_.layout_.own && table_.may_repeat(table_.layout_.slots[s]) && is_ditto(table_.text(*cell), table_.reading_.language)) {
                    cell = said_[s];
                    slots.fresh[s] = false;
                } else {
                    said_[s] = cell;
                    if (opens_[s]) opened_[s] = cell;
                }
            }
        }

        // The cell that names the item; null where it is empty.
        const TableCell* own_of(const Slots& slots) const {
            const TableCell* const own = table_.layout_.own != Lexicon::none ? slots.cells[table_.layout_.own] : nullptr;
            return own != nullptr && !own->empty ? own : nullptr;
        }

        // A control in it that nobody filled in: the row is one of its own.
        bool is_unanswered(const Slots& slots) const {
            if (!slots.fresh[table_.layout_.own]) return false;
            const auto& blocks = table_.reading_.document.blocks;
            const std::uint32_t cell = slots.cells[table_.layout_.own]->block;
            for (std::uint32_t i = cell; i < std::max(blocks[cell].end, cell + 1); ++i)
                if (blocks[i].has(mark::placeholder)) return true;
            return false;
        }

        bool starts_item(const TableRow& row, const Slots& slots) const {
            if (table_.layout_.own == Lexicon::none) return true;
            const TableCell* const own = own_of(slots);
            if (own == nullptr) return row.filled > 0 && (current_ == Lexicon::none || is_unanswered(slots));
            // The name said again goes on with the item; efforts may be called the same.
            const bool again = open_ != nullptr && table_.spec_.like != "effort" && table_.text(*own) == table_.text(*open_) && current_ != Lexicon::none;
            return slots.fresh[table_.layout_.own] && !again;
        }
    };

    // An amount or a number that is said again may be meant as one for all.
    bool may_repeat(const TableLayout::Slot& slot) const {
        return std::all_of(slot.heads.begin(), slot.heads.end(), [&](std::uint32_t head) {
            const FieldType type = spec_.fields[found_.heads[head].field].type;
            return type != FieldType::money && type != FieldType::number && type != FieldType::quantity;
        });
    }

    // "PA 1" beside the first of its efforts and nothing beside the others: what items refer to stands once in the column,
    // at the top of it first. Where it is said again for another, or one cell alone is blank, that may as well have been
    // forgotten.
    bool opens_groups(std::size_t s, std::size_t begin) const {
        const TableLayout::Slot& slot = layout_.slots[s];
        if (layout_.own == Lexicon::none || s == layout_.own || spec_.fields[found_.heads[slot.heads.front()].field].type != FieldType::reference) return false;
        std::vector<std::string_view> said;
        std::size_t blank = 0;
        for (std::size_t r = begin; r < rows_.size(); ++r) {
            if (rows_[r].filled < 2) continue;
            for (std::uint32_t c = rows_[r].first; c < rows_[r].first + rows_[r].count && cells_[c].column <= slot.column; ++c) {
                if (cells_[c].column != slot.column) continue;
                if (!cells_[c].empty) said.push_back(text(cells_[c]));
                else if (said.empty()) return false;
                else ++blank;
            }
        }
        std::sort(said.begin(), said.end());
        return blank >= 2 && said.size() >= 2 && std::adjacent_find(said.begin(), said.end()) == said.end();
    }

    void start_item(const TableRow& row, const TableCell* own, const std::vector<Stretch>& groups) {
        // Its first cell with words; a number alone where there is nothing else.
        const TableCell *named = own != nullptr && !own->empty ? own : nullptr, *first = nullptr;
        for (std::uint32_t c = row.first; c < row.first + row.count && named == nullptr; ++c) {
            if (cells_[c].empty) continue;
            if (first == nullptr) first = &cells_[c];
            if (!is_no_name(cells_[c].column) && !refers_beside(reading_, spec_, grid_, row, cells_[c].column, found_, layout_)) named = &cells_[c];
        }
        Draft draft = item_of_cell(search_, named != nullptr ? *named : *first, confidence_, dashed_);
        draft.groups = groups;
        if (row.filled == 1 && columns_ > 2 && (heading_rows_ == 1 || (spec_.like == "effort" && reading_.document.is_unmarked()))) draft.item.confidence = Confidence::low;  // or the head of those below
        found_.drafts.push_back(std::move(draft));
    }

    // A number; and where no column says how items are called but one holds names, what sorts them ("Kind | Name | Contact") or is short for them ("Abbr. | Name").
    bool is_no_name(std::uint32_t column) const {
        const auto type = [&](const TableLayout::Slot& slot) { return spec_.fields[found_.heads[slot.heads.front()].field].type; };
        const bool names = layout_.own == Lexicon::none && std::any_of(layout_.slots.begin(), layout_.slots.end(), [&](const auto& slot) { return type(slot) == FieldType::party; });
        return std::any_of(layout_.slots.begin(), layout_.slots.end(), [&](const auto& slot) { return slot.column == column && (type(slot) == FieldType::number || (names && (type(slot) == FieldType::term || spec_.fields[found_.heads[slot.heads.front()].field].name == "acronym"))); });
    }

    void add_row(Draft& draft, const TableRow& row, const std::vector<const TableCell*>& of_slot, const std::vector<bool>& fresh, bool starts) {
        for (std::uint32_t c = row.first; c < row.first + row.count; ++c) draft.item.blocks.push_back(cells_[c].block);
        std::vector<bool> stated(row.count, false);
        for (std::size_t s = 0; s < of_slot.size(); ++s) {
            const TableCell* cell = of_slot[s];
            if (cell == nullptr) continue;
            const bool described = std::all_of(layout_.slots[s].heads.begin(), layout_.slots[s].heads.end(), [&](std::uint32_t head) { return spec_.fields[found_.heads[head].field].own; });
            if (fresh[s]) stated[static_cast<std::size_t>(cell - &cells_[row.first])] = s != layout_.own && !described;  // not a second column of what is done
            else if (starts && reading_.document.blocks[cell->block].end - cell->block <= 8) draft.item.blocks.push_back(cell->block);
            if (s == layout_.own && layout_.slots[s].heads.size() == 1) continue;
            if (!fresh[s] && !starts) continue;  // the item has it already
            for (const std::uint32_t head : layout_.slots[s].heads) {
                const FieldSpec& field = spec_.fields[found_.heads[head].field];
                // "Effort and partner" over sentences: the name stands somewhere among them, and is found by itself.
                if (field.own || (s == layout_.own && field.type == FieldType::party && holds_sentences(*cell))) continue;
                draft.cells.push_back({cell->block, head, cell->rows > 1 && cell != of_own(of_slot)});
            }
        }
        for (const Stretch& year : years_of(reading_, grid_, row, years_)) draft.parts.push_back(year);
        refer_to_marked(reading_, grid_, row, marks_, stated, draft);
        for (std::uint32_t c = 0; c < row.count; ++c)
            if (!stated[c]) add_parts(reading_, cells_[row.first + c], draft);
    }

    bool holds_sentences(const TableCell& cell) const {
        return text(cell).find('\n') == std::string_view::npos && texts_in(reading_, cell.block).size() == 1 && sentences_of(text(cell), reading_.language, Semicolon::joins).size() > 1;
    }

    const TableCell* of_own(const std::vector<const TableCell*>& of_slot) const { return layout_.own == Lexicon::none ? nullptr : of_slot[layout_.own]; }
};

}  // namespace

bool read_table(const Search& search, std::uint32_t table, const TableLayout* before, Found& found, TableLayout& layout) {
    return Table(search, table, found, layout).run(before);
}

}  // namespace plancheck
