// A line with tabs is cut into what stands between them. People set one tab or several, so that columns stand below each other:
// if each line has as many words of that kind, how many tabs stand between them says nothing. Else the tabs count, and two of
// them have an empty cell between. Contents, lists of contacts, typed numbers and lines to sign have tabs as well, but no heads.
// The text stays in its place: where a tab stood a paragraph ends.
#include "read/typed_tables.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "read/lines.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace plancheck {

namespace {

constexpr std::size_t least_typed_rows = 3;
constexpr std::size_t most_typed_columns = 256;
constexpr std::size_t longest_typed_head = 60;  // code points
constexpr std::size_t longest_code = 3;

struct TypedRow {
    std::uint32_t block = 0;
    std::uint32_t first = 0, tabs = 0;  // cells: where they begin in the list of all, and how many tabs part them
    std::uint32_t filled = 0;           // cells that hold anything
    bool last = false;                  // of its paragraph
};

struct TypedTable {
    std::size_t begin = 0, end = 0;  // rows
    std::uint32_t columns = 0;
    bool by_tabs = false;  // each tab parts two cells, be they empty
};

class TypedTables {
public:
    TypedTables(Document& document, const Limits& limits) : document_(document), limits_(limits) {}

    void run() {
        for (std::uint32_t i = 0; i < document_.main_end;) {
            const std::size_t begin = rows_.size();
            std::uint32_t next = i;
            while (next < document_.main_end && add_rows(next)) ++next;
            find_tables(begin);
            i = next == i ? document_.blocks[i].end : next;
        }
        if (!tables_.empty()) rewrite();
    }

private:
    Document& document_;
    const Limits& limits_;
    std::vector<Span> cells_;
    std::vector<TypedRow> rows_;
    std::vector<TypedTable> tables_;
    std::vector<Block> made_;

    std::string_view view(Span span) const noexcept { return document_.view(span); }

    Span trimmed_span(std::size_t begin, std::size_t end) const noexcept {
        const std::string_view own = trimmed(std::string_view(document_.text).substr(begin, end - begin));
        const auto at = own.empty() ? begin : static_cast<std::size_t>(own.data() - document_.text.data());
        return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + own.size())};
    }

    // The lines of a paragraph, if each of them has a tab inside.
    bool add_rows(std::uint32_t index) {
        const Block& block = document_.blocks[index];
        constexpr unsigned other = mark::title | mark::contents | mark::continued | mark::uncounted | mark::placeholder;
        if (block.kind != BlockKind::paragraph || block.end != index + 1 || !block.label.empty() || (block.marks & other) != 0) return false;
        const std::string_view text = document_.text;
        const std::size_t rows = rows_.size(), cells = cells_.size();
        for (std::size_t at = block.text.begin; at < block.text.end;) {
            const std::size_t end = std::min<std::size_t>(text.substr(0, block.text.end).find('\n', at), block.text.end);
            TypedRow row{index, static_cast<std::uint32_t>(cells_.size())};
            for (std::size_t begin = at;;) {
                const std::size_t tab = std::min(text.substr(0, end).find('\t', begin), end);
                cells_.push_back(trimmed_span(begin, tab));
                if (!cells_.back().empty()) ++row.filled;
                if (tab == end) break;
                ++row.tabs;
                begin = tab + 1;
            }
            if (row.tabs == 0 || row.filled == 0 || (row.tabs == 1 && row.filled == 1) || row.tabs >= most_typed_columns) {
                rows_.resize(rows);
                cells_.resize(cells);
                return false;
            }
            rows_.push_back(row);
            at = end + 1;
        }
        if (rows_.size() == rows) return false;
        rows_.back().last = true;
        return true;
    }

    template <class Take>
    bool each_cell(const TypedRow& row, Take take) const {
        for (std::uint32_t i = row.first; i <= row.first + row.tabs; ++i)
            if (!cells_[i].empty() && !take(view(cells_[i]), i == row.first)) return false;
        return true;
    }

    static bool is_number(std::string_view text) noexcept {
        bool digit = false;
        for (std::size_t at = 0; at < text.size();) {
            const Decoded c = decode(text, at);
            if (digit_of(c.code) < 10) digit = true;
            else if (is_letter_or_digit(c.code)) return false;
            at += c.size;
        }
        return digit;
    }

    static bool has_digit(std::string_view text) noexcept {
        for (std::size_t at = 0; at < text.size();) {
            const Decoded c = decode(text, at);
            if (digit_of(c.code) < 10) return true;
            at += c.size;
        }
        return false;
    }

    std::size_t numbered(std::size_t at) const {
        std::size_t count = 0;
        each_cell(rows_[at], [&count](std::string_view cell, bool) {
            count += has_digit(cell) ? 1U : 0U;
            return true;
        });
        return count;
    }

    // Whether a text has the number of a year, and no other.
    static bool has_year(std::string_view text) noexcept {
        std::size_t digits = 0, years = 0, others = 0;
        for (std::size_t at = 0;;) {
            const Decoded c = decode(text, at);
            if (c.size != 0 && digit_of(c.code) < 10) {
                ++digits;
            } else if (digits != 0) {
                ++(digits == 4 ? years : others);
                digits = 0;
            }
            if (c.size == 0) return years == 1 && others == 0;
            at += c.size;
        }
    }

    // The n-th of the cells that hold anything.
    std::string_view filled_cell(const TypedRow& row, std::size_t n) const {
        std::string_view found;
        each_cell(row, [&](std::string_view cell, bool) { return n-- != 0 || (found = cell, false); });
        return found;
    }

    // A year in brackets, or where none stands below, says what its column is about.
    std::size_t numbered_heads(std::size_t at) const {
        std::size_t count = 0, index = 0;
        each_cell(rows_[at], [&](std::string_view cell, bool) {
            const std::string_view own = cell.substr(0, std::min(cell.find('('), cell.find("\xEF\xBC\x88")));
            count += has_digit(own) && !(has_year(own) && !has_year(filled_cell(rows_[at + 1], index))) ? 1U : 0U;
            ++index;
            return true;
        });
        return count;
    }

    bool is_bold(const TypedRow& row) const noexcept { return document_.blocks[row.block].bold == document_.blocks[row.block].text.size(); }

    // Two cells are a word and what it stands for, unless they are set off from what is below, or from numbers there. Heads have
    // numbers in fewer columns than what they are the heads of.
    bool is_head(std::size_t at) const {
        const TypedRow& row = rows_[at];
        if (at + least_typed_rows > rows_.size() || row.filled < 2) return false;
        if (row.filled == 2 && !(is_bold(row) && !is_bold(rows_[at + 1])) && !is_headless_first(at) && !counts_rows(at)) return false;
        const bool short_words = each_cell(row, [](std::string_view cell, bool first) {
            const char last = cell.back();
            if (cell.find('@') != cell.npos || count_code_points(cell) > longest_typed_head || last == ':' || last == ';') return false;
            return !first || !(is_number(cell) || list_marker(cell) || has_section_numeral(cell) || (last == '.' && cell.find(' ') != cell.npos));
        });
        if (!short_words) return false;
        const std::size_t count = numbered_heads(at);
        return count == 0 || counts_rows(at) || (count < numbered(at + 1) && count < numbered(at + 2));
    }

    bool counts_rows(std::size_t at) const {
        for (std::size_t i = at + 1; i < at + least_typed_rows; ++i)
            if (!is_number(view(cells_[rows_[i].first]))) return false;
        return true;
    }

    // The column that counts the rows may have no head, and the tab before the next is lost.
    bool is_headless_first(std::size_t at) const {
        const TypedRow& head = rows_[at];
        for (std::size_t i = at + 1; i < at + least_typed_rows; ++i) {
            const bool more = rows_[i].filled == head.filled + 1 || (head.tabs + 1 == head.filled && rows_[i].tabs == head.tabs + 1);
            const std::string_view first = view(cells_[rows_[i].first]);
            if (!more || !(is_number(first) || count_code_points(first) <= longest_code)) return false;
        }
        return true;
    }

    // Lines to write on are no cells.
    bool is_row(const TypedRow& row) const {
        return each_cell(row, [](std::string_view cell, bool) { return !cell.starts_with("__") && !cell.starts_with("..."); });
    }

    // "Total", and numbers below those of some columns.
    bool is_total(const TypedRow& row, std::uint32_t columns) const {
        return row.filled < columns && each_cell(row, [](std::string_view cell, bool first) { return first ? !has_digit(cell) : is_number(cell); });
    }

    void find_tables(std::size_t begin) {
        for (std::size_t at = begin; at + least_typed_rows <= rows_.size();) {
            const TypedRow& head = rows_[at];
            std::uint32_t columns = head.filled;
            std::size_t filled = at, exact = at;
            if ((at == begin || rows_[at - 1].last) && is_head(at)) {
                if (is_headless_first(at)) ++columns;
                const auto end_of = [&](auto fits) {
                    std::size_t end = at + 1;
                    while (end < rows_.size() && is_row(rows_[end]) && (fits(rows_[end]) || (end > at + 1 && is_total(rows_[end], columns)))) ++end;
                    return end;
                };
                filled = end_of([&](const TypedRow& row) { return row.filled == columns; });
                if (head.tabs + 1 == head.filled) exact = end_of([&](const TypedRow& row) { return row.tabs + 1 == columns; });
            }
            std::size_t end = std::max(filled, exact);
            while (end > at && !rows_[end - 1].last) --end;  // with its paragraph
            if (end < at + least_typed_rows) {
                ++at;
                continue;
            }
            tables_.push_back({at, end, columns, exact >= filled});
            at = end;
        }
    }

    void rewrite() {
        std::size_t cells = static_cast<std::size_t>(std::count_if(document_.blocks.begin(), document_.blocks.end(), [](const Block& block) { return block.kind == BlockKind::cell; }));
        std::vector<std::uint32_t> moved(document_.blocks.size() + 1);  // where each block, or its row, begins now
        std::vector<std::uint32_t> kept;
        made_.reserve(document_.blocks.size() + 3 * cells_.size());
        std::size_t next = 0;
        for (std::uint32_t i = 0; i < document_.blocks.size();) {
            if (next < tables_.size() && rows_[tables_[next].begin].block == i) {
                const TypedTable& table = tables_[next++];
                const std::size_t more = (table.end - table.begin) * table.columns;
                if (cells + more <= limits_.cells) {
                    cells += more;
                    i = add_table(table, moved);
                    continue;
                }
            }
            moved[i] = static_cast<std::uint32_t>(made_.size());
            kept.push_back(moved[i]);
            made_.push_back(document_.blocks[i++]);
        }
        moved.back() = static_cast<std::uint32_t>(made_.size());
        const auto leaf = [&](std::uint32_t block) {
            std::uint32_t at = moved[block];
            while (at + 1 < made_.size() && document_.blocks[block].kind == BlockKind::paragraph && made_[at].kind != BlockKind::paragraph) ++at;
            return at;
        };
        for (const std::uint32_t at : kept) {
            Block& block = made_[at];
            block.end = moved[block.end];
            if (block.kind == BlockKind::note && block.number != 0) block.number = leaf(block.number - 1) + 1;
        }
        for (Notification& notification : document_.notifications)
            if (notification.block < document_.blocks.size()) notification.block = leaf(notification.block);
        document_.main_end = moved[document_.main_end];
        document_.blocks = std::move(made_);
    }

    std::uint32_t open(BlockKind kind, const Block& like, std::uint32_t begin, const Tally& before) {
        Block& block = made_.emplace_back();
        block.kind = kind;
        block.text = {begin, begin};
        // The format says where the first of its words stands, and no more.
        if (begin == like.text.begin) block.place = like.place;
        block.place.part = like.place.part;
        block.place.page = like.place.page;
        block.place.page_hint = like.place.page_hint;
        block.before = before;
        return static_cast<std::uint32_t>(made_.size() - 1);
    }

    void close(std::uint32_t block) { made_[block].end = static_cast<std::uint32_t>(made_.size()); }

    // Returns the block behind the table.
    std::uint32_t add_table(const TypedTable& table, std::vector<std::uint32_t>& moved) {
        const std::uint32_t first = rows_[table.begin].block, behind = rows_[table.end - 1].block + 1;
        Tally sum = document_.blocks[first].before;
        const std::uint32_t whole = open(BlockKind::table, document_.blocks[first], document_.blocks[first].text.begin, sum);
        made_[whole].marks = mark::preformatted;
        for (std::size_t r = table.begin; r < table.end; ++r) {
            const TypedRow& row = rows_[r];
            const Block& own = document_.blocks[row.block];
            const std::uint32_t line = open(BlockKind::row, own, cells_[row.first].begin, sum);
            if (r == table.begin || rows_[r - 1].last) moved[row.block] = r == table.begin ? whole : line;
            // Either tabs count, or were set to reach a column. What may be missing is the head of the first column, or what stands
            // behind "Total": there, where a number stands is a guess.
            if (row.filled == 1 && !cells_[row.first].empty()) {  // what groups the rows below
                add_cell(own, cells_[row.first], 0, 0, sum);
                made_[line + 1].column_span = static_cast<std::uint16_t>(table.columns);
                close(line);
                continue;
            }
            const std::uint32_t own_cells = table.by_tabs ? row.tabs + 1 : row.filled;
            std::uint32_t missing = own_cells < table.columns ? table.columns - own_cells : 0;
            std::uint16_t column = 0, guessed = 0;
            if (r == table.begin && missing != 0) add_cell(own, {cells_[row.first].begin, cells_[row.first].begin}, column++, 0, sum), missing = 0;
            for (std::uint32_t c = row.first; c <= row.first + row.tabs && column < table.columns; ++c) {
                if (cells_[c].empty() && !table.by_tabs) continue;
                add_cell(own, cells_[c], column++, guessed, sum);
                if (missing != 0) guessed = mark::doubtful;
                for (; missing != 0; --missing) add_cell(own, {cells_[c].end, cells_[c].end}, column++, 0, sum);
            }
            close(line);
        }
        close(whole);
        for (std::uint32_t i = first; i < behind; ++i)
            for (std::size_t at = document_.blocks[i].text.begin; at < document_.blocks[i].text.end; ++at)
                if (document_.text[at] == '\t') document_.text[at] = '\n';
        return behind;
    }

    void add_cell(const Block& own, Span text, std::uint16_t column, std::uint16_t marks, Tally& sum) {
        const std::uint32_t cell = open(BlockKind::cell, own, text.begin, sum);
        made_[cell].column = column;
        made_[cell].marks = marks;
        if (!text.empty()) {
            const std::uint32_t words = open(BlockKind::paragraph, own, text.begin, sum);
            made_[words].text = text;
            made_[words].marks = own.marks;
            made_[words].bold = std::min(std::max(own.text.begin + own.bold, text.begin) - text.begin, text.size());
            close(words);
            const WordCount count = count_words(view(text));
            sum.words += count.words;
            sum.with_letters += count.with_letters;
        }
        close(cell);
    }
};

}  // namespace

void typed_to_tables(Document& document, const Limits& limits) {
    if (document.text.find('\t') != document.text.npos) TypedTables(document, limits).run();
}

}  // namespace plancheck
