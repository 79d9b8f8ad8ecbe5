// A row says a title for certain with its numeral, or where the format marks a heading. A caption or the name of a group of rows may
// read like a short title without a numeral: it is one where the table stands at the place of that section, or names several.
#include "outline/title_rows.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "outline/title_text.hpp"
#include "text/characters.hpp"
#include "text/numerals.hpp"
#include "text/page_numbers.hpp"

namespace plancheck {

namespace {

class TitleRows {
public:
    TitleRows(Document& document, const TitleIndex& titles) : document_(document), titles_(titles), form_(titles.form()), named_(form_.sections.size(), false) {}

    void run() {
        if (form_.decimal) return;
        collect(false);
        if (marks_.empty()) return;
        marks_.clear();
        collect(true);
        choose();
        if (!chosen_.empty()) rebuild();
    }

private:
    static constexpr std::uint32_t no_section = 0xFFFFFFFF;
    static constexpr std::size_t most_columns = 160, several = 3;

    // A title, in the order of the document.
    struct Mark {
        std::uint32_t spec = 0;
        std::uint32_t table = 0, row = 0;  // 0: it stands outside tables
        bool first = false;                // its row is the first one
        bool certain = false;
    };

    Document& document_;
    const TitleIndex& titles_;
    const Template& form_;
    std::vector<bool> named_;            // by lines outside tables
    std::vector<Mark> marks_;
    std::vector<std::uint32_t> chosen_;  // rows, ascending
    std::vector<Block> made_;
    std::vector<std::uint32_t> place_;   // by block as it was: where it or what follows it is now

    const Block& at(std::uint32_t block) const { return document_.blocks[block]; }
    std::uint32_t behind_block(std::uint32_t block) const { return std::max(at(block).end, block + 1); }
    static bool holds_text(const Block& block) { return block.kind == BlockKind::heading || block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item; }

    // Most documents have no such rows, and their lines need not be read for it.
    void collect(bool lines) {
        for (std::uint32_t i = 0; i < document_.main_end;) {
            const Block& block = at(i);
            if (block.kind == BlockKind::table && !document_.frames_text(i)) {
                rows_of(i);
                i = behind_block(i);
                continue;
            }
            if (lines && holds_text(block) && !block.has(mark::contents) && !block.has(mark::title)) {
                Mark own;
                if (end_without_page(document_.view(block.text).substr(0, most_columns * 4)) == std::min<std::size_t>(block.text.size(), most_columns * 4) && is_named(block, own)) {
                    named_[own.spec] = true;
                    marks_.push_back(own);
                }
            }
            ++i;
        }
    }

    bool is_named(const Block& block, Mark& into) const {
        std::string_view text = document_.view(block.text);
        if (text.empty() || text.size() > most_columns * 4 || !fits_in(text, most_columns)) return false;
        auto numeral = parse_numeral(text, titles_.languages());
        if (numeral) text.remove_prefix(numeral->size);
        else if (!block.label.empty()) numeral = parse_numeral(document_.label(block), titles_.languages());
        const std::string folded = bare_title(text);
        if (folded.empty()) return false;
        for (const TitleHit& hit : titles_.at_start(folded, 0)) {
            if (hit.match < TitleMatch::alias || (hit.end != folded.size() && titles_.said_again(folded, hit.end, hit) == 0)) continue;
            const bool agrees = numeral && numeral->level == 0 && numeral->value == form_.sections[hit.spec].number;
            if (numeral && !agrees) continue;
            into.spec = hit.spec;
            into.certain = agrees || block.kind == BlockKind::heading;
            return true;
        }
        return false;
    }

    // The rows of a table that are one cell over all columns and begin with a title.
    void rows_of(std::uint32_t table) {
        std::uint32_t columns = 0;
        for (std::uint32_t row = table + 1; row < at(table).end; row = behind_block(row))
            for (std::uint32_t cell = row + 1; cell < at(row).end; cell = behind_block(cell))
                columns = std::max<std::uint32_t>(columns, std::uint32_t{at(cell).column} + at(cell).column_span);
        if (columns < 2) return;
        std::uint64_t number = 0, reach = 0;  // of rows; up to which one cells from above reach
        for (std::uint32_t row = table + 1; row < at(table).end; row = behind_block(row), ++number) {
            const std::uint32_t cell = row + 1;
            const bool alone = at(row).kind == BlockKind::row && cell < at(row).end && at(cell).kind == BlockKind::cell && at(cell).end == at(row).end;
            if (alone && number >= reach && at(cell).row_span <= 1 && at(cell).column_span >= columns && holds_text_alone(cell)) {
                Mark own;
                if (is_named(at(cell + 1), own)) {
                    own.table = table;
                    own.row = row;
                    own.first = row == table + 1;
                    marks_.push_back(own);
                }
            }
            for (std::uint32_t each = cell; each < at(row).end; each = behind_block(each))
                if (at(each).row_span > 1) reach = std::max(reach, number + at(each).row_span);
        }
    }

    bool holds_text_alone(std::uint32_t cell) const {
        if (cell + 1 >= at(cell).end) return false;
        for (std::uint32_t i = cell + 1; i < at(cell).end; ++i)
            if (!holds_text(at(i)) || at(i).end != i + 1) return false;
        return true;
    }

    void choose() {
        // The section named next below each mark, outside tables.
        std::vector<std::uint32_t> below(marks_.size(), no_section);
        for (std::size_t i = marks_.size(), next = no_section; i-- > 0;) {
            below[i] = static_cast<std::uint32_t>(next);
            if (marks_[i].row == 0) next = marks_[i].spec;
        }
        std::vector<bool> taken = named_;
        std::uint32_t above = no_section;
        for (std::size_t i = 0; i < marks_.size();) {
            if (marks_[i].row == 0) {
                above = marks_[i++].spec;
                continue;
            }
            std::size_t end = i;
            std::vector<bool> within(named_.size(), false);
            for (; end < marks_.size() && marks_[end].table == marks_[i].table; ++end)
                if (!named_[marks_[end].spec]) within[marks_[end].spec] = true;
            const bool many = static_cast<std::size_t>(std::count(within.begin(), within.end(), true)) >= several;
            for (; i < end; ++i) {
                const Mark& one = marks_[i];
                const bool in_place = one.first && (above == no_section || above < one.spec) && (below[i] == no_section || below[i] > one.spec);
                if (taken[one.spec] || !(one.certain || many || in_place)) continue;
                taken[one.spec] = true;
                chosen_.push_back(one.row);
            }
        }
    }

    void rebuild() {
        const auto size = static_cast<std::uint32_t>(document_.blocks.size());
        made_.reserve(size + chosen_.size());
        place_.assign(size + 1, 0);
        for (std::uint32_t i = 0, next = 0; i < size;) {
            // A table that holds none of the rows that are left is copied as it is, be it inside another.
            if (next < chosen_.size() && at(i).kind == BlockKind::table && !document_.frames_text(i) && chosen_[next] < at(i).end) {
                next = part(i, next);
                i = at(i).end;
            } else {
                keep(i++);
            }
        }
        place_[size] = static_cast<std::uint32_t>(made_.size());
        for (Block& block : made_) {
            block.end = place_[block.end];
            if (block.kind == BlockKind::note && block.number != 0) block.number = place_[block.number - 1] + 1;
        }
        for (Notification& notification : document_.notifications)
            if (notification.block < size) notification.block = place_[notification.block];
        document_.main_end = place_[document_.main_end];
        document_.blocks = std::move(made_);
    }

    void keep(std::uint32_t block) {
        place_[block] = static_cast<std::uint32_t>(made_.size());
        made_.push_back(at(block));
    }

    // Rows between two titles are a table; the cells of titles fall away.
    std::uint32_t part(std::uint32_t table, std::uint32_t next) {
        place_[table] = static_cast<std::uint32_t>(made_.size());
        bool open = false;
        for (std::uint32_t row = table + 1; row < at(table).end; row = behind_block(row)) {
            const auto here = static_cast<std::uint32_t>(made_.size());
            if (next < chosen_.size() && chosen_[next] == row) {
                ++next;
                open = false;
                place_[row] = place_[row + 1] = here;
                for (std::uint32_t i = row + 2; i < at(row).end; ++i) keep(i);
                continue;
            }
            if (!std::exchange(open, true)) {
                Block own = at(table);
                if (row != table + 1) {
                    own.place = at(row).place;
                    own.before = at(row).before;
                }
                own.end = next < chosen_.size() ? std::min(chosen_[next], at(table).end) : at(table).end;
                made_.push_back(own);
            }
            for (std::uint32_t i = row; i < at(row).end; ++i) keep(i);
            place_[row] = here;
        }
        return next;
    }
};

}  // namespace

void part_at_title_rows(Document& document, const TitleIndex& titles) { TitleRows(document, titles).run(); }

}  // namespace plancheck
