// Tables whose columns are known by dashes under their heads, as pandoc writes them: simple ones, a row a line; those with rows
// of several lines between blank ones, which a line of dashes closes; and the same without heads.
#include <algorithm>

#include "read/lines.hpp"
#include "read/plain_source.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

struct Column {
    std::size_t begin = 0, end = 0;  // screen columns
};

// Groups of dashes; empty where the line holds anything else.
std::vector<Column> dashes(const SourceLine& line, std::string_view text) {
    std::vector<Column> columns;
    if (text.size() < 3 || !only(text, "- ")) return columns;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && text[end] == '-') ++end;
        if (end == i + 1) return {};
        if (end != i) columns.push_back({line.indent + i, line.indent + end});
        if (columns.size() == most_plain_columns) break;
        i = end == i ? i + 1 : end;
    }
    return columns;
}

// A word that reaches over the end of its column belongs to the column it begins in.
std::vector<PlainCell> by_place(const PlainSource& source, std::size_t line, const std::vector<Column>& columns) {
    std::vector<PlainCell> cells;
    const std::string_view own = source[line];
    std::size_t at = 0, place = source.lines[line].indent;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::size_t begin = at;
        const std::size_t stop = i + 1 < columns.size() ? columns[i + 1].begin : std::string_view::npos;
        bool blank = true;
        for (Decoded c = decode(own, at); c.size != 0; c = decode(own, at)) {
            const bool white = is_white_space(c.code);
            if (place >= stop && (blank || white)) break;
            blank = white;
            at += c.size;
            place += is_cjk(c.code) ? 2 : 1;
        }
        cells.push_back(cell_of(source, line, own.substr(begin, at - begin)));
    }
    return cells;
}

// Whether a line is no row: its words stand where most columns are parted.
bool runs_over(const PlainSource& source, std::size_t line, const std::vector<Column>& columns) {
    const std::string_view own = source[line];
    std::size_t at = 0, place = source.lines[line].indent, over = 0;
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
        bool filled = true;
        for (Decoded c = decode(own, at); place < columns[i + 1].begin; c = decode(own, at)) {
            const std::size_t width = is_cjk(c.code) ? 2 : 1;
            if (c.size == 0 || (place + width > columns[i].end && is_white_space(c.code))) filled = false;
            if (c.size == 0) break;
            at += c.size;
            place += width;
        }
        over += filled ? 1 : 0;
    }
    return over * 2 >= columns.size();
}

class ColumnsTable {
public:
    ColumnsTable(const PlainSource& source, std::size_t at) : source_(source), size_(source.lines.size()), at_(at) {}

    PlainTable read() {
        if (!find_columns()) return {};
        if (!headless_) add_heads();
        if (closes()) find_close();
        if (closes() && close_ == 0) return {};
        if (!add_rows()) return {};
        return std::move(table_);
    }

private:
    const PlainSource& source_;
    const std::size_t size_, at_;
    std::vector<Column> columns_;
    bool framed_ = false;    // one line of dashes above the heads
    bool headless_ = false;  // the dashes that part the columns stand above all
    std::size_t rule_ = 0;   // the line that parts the columns
    std::size_t close_ = 0;  // the line that ends the table; 0: none does
    PlainTable table_;

    bool closes() const noexcept { return framed_ || headless_; }
    bool blank(std::size_t line) const noexcept { return source_.lines[line].blank(); }
    std::vector<Column> dashes_in(std::size_t line) const { return dashes(source_.lines[line], source_[line]); }

    // Heads stand in one line, in a framed table in several.
    bool find_columns() {
        rule_ = at_;
        columns_ = dashes_in(at_);
        framed_ = columns_.size() == 1 && source_[at_].size() >= 8;
        if (framed_) columns_.clear();
        headless_ = columns_.size() >= 2;
        while (columns_.size() < 2 && ++rule_ < size_ && rule_ - at_ <= (framed_ ? 8U : 1U)) {
            if (blank(rule_)) return false;
            columns_ = dashes_in(rule_);
        }
        return columns_.size() >= 2;
    }

    void add_heads() {
        for (std::size_t line = at_ + (framed_ ? 1 : 0); line < rule_; ++line) add(line, table_.rows.empty());
        table_.header = !table_.rows.empty();
    }

    // A table without heads is ruled above and below by the same line; anything else is no table.
    void find_close() {
        constexpr std::size_t longest = 4096;  // lines
        for (std::size_t look = rule_ + 1; look < size_ && look <= rule_ + longest; ++look) {
            if (blank(look) && look + 1 < size_ && blank(look + 1)) return;
            if (dashes_in(look).empty()) continue;
            if (!headless_ || source_[look] == source_[rule_]) close_ = look;
            return;
        }
    }

    // Whether blank lines part the rows, so that one may be several lines long.
    bool parts_rows() const {
        for (std::size_t look = rule_ + 1; look < close_; ++look)
            if (blank(look) && (framed_ || look + 1 < close_)) return true;
        return false;
    }

    bool add_rows() {
        const bool several = parts_rows();
        const std::size_t end = close_ != 0 ? close_ : size_;
        bool begins = true;
        std::size_t line = rule_ + 1;
        for (; line < end; ++line) {
            if (blank(line)) {
                if (!several && !framed_) break;
                begins = true;
                continue;
            }
            if (close_ == 0 && ends_before(line)) break;
            add(line, begins || !several);
            begins = !several;
        }
        table_.lines = (close_ != 0 ? close_ + 1 : line) - at_;
        return table_.rows.size() >= (table_.header ? 2U : 1U);
    }

    // Prose, or a title behind the table, but not the number of what the row is about.
    bool ends_before(std::size_t line) const {
        if (runs_over(source_, line, columns_)) return true;
        if (!has_section_numeral(source_[line])) return false;
        const std::vector<PlainCell> cells = by_place(source_, line, columns_);
        return std::all_of(cells.begin() + 1, cells.end(), [](const PlainCell& cell) { return cell.text.empty(); });
    }

    // As a row, or as more of the last one.
    void add(std::size_t line, bool is_row) {
        std::vector<PlainCell> cells = by_place(source_, line, columns_);
        if (is_row) {
            table_.rows.push_back(std::move(cells));
            return;
        }
        for (std::size_t i = 0; i < cells.size(); ++i) append(table_.rows.back()[i], cells[i]);
    }
};

}  // namespace

PlainTable columns_table(const PlainSource& source, std::size_t at) { return ColumnsTable(source, at).read(); }

}  // namespace plancheck
