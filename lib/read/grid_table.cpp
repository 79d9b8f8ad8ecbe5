// A grid of plus signs and dashes. Its columns stand where plus signs stand in its rules; a rule that stops parts some columns
// alone, so cells may reach over rows, and over columns where no wall stands. A line whose walls stand elsewhere (a sign that is
// wider than was thought) is cut at its bars. Each character is looked at a few times, whatever is drawn.
#include <algorithm>

#include "read/plain_source.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t widest_grid = 1024;

bool is_rule_sign(char c) noexcept { return c == '-' || c == '='; }

// Screen columns of a character: signs above or below a letter take none.
std::size_t screen_width(char32_t c) noexcept {
    const bool above = (c >= 0x300 && c < 0x370) || (c >= 0x64B && c < 0x660) || c == 0x670 || (c >= 0x6D6 && c < 0x6EE) || (c >= 0x20D0 && c < 0x2100);
    return above || is_invisible_mark(c) ? 0 : is_cjk(c) ? 2 : 1;
}

class GridReader {
public:
    GridReader(const PlainSource& source, std::size_t at, bool markup) : source_(source), at_(at), markup_(markup) {}

    PlainTable run() {
        if (!find_end() || !find_columns()) return {};
        open_.assign(columns_, none);
        for (std::size_t line = at_ + 1; line <= last_ && !broken_; ++line) take(line);
        if (broken_ || cells_.empty()) return {};
        PlainTable table;
        table.lines = last_ + 1 - at_;
        table.header = heads_ != 0;
        table.head_rows = std::max<std::size_t>(heads_, 1);
        table.blocks = markup_;
        table.grid = true;
        if (!add_lines_as_rows(table)) add_rows(table);
        return table;
    }

private:
    struct Line {
        std::size_t line = 0;
        std::string_view text;  // with the white space around it
    };
    struct Cell {
        std::size_t row = 0, rows = 1, column = 0, columns = 1;
        std::vector<Line> lines;
    };
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    PlainSource source_;
    std::size_t at_, last_ = 0, columns_ = 0;
    bool markup_, broken_ = false;
    std::vector<std::size_t> places_;  // of the walls, in screen columns from the first
    std::vector<std::size_t> bytes_;   // the same of the line that is looked at, in bytes; none: there is no wall
    std::vector<Cell> cells_;
    std::vector<std::size_t> open_;    // by column: the cell that goes on
    std::size_t row_ = 0, heads_ = 0, rules_ = 1;
    bool filled_ = false;              // a line of text stands below the last rule

    static bool is_ruled(std::string_view line) {
        return line.size() >= 5 && line.front() == '+' && line.back() == '+' && line.find_first_not_of("+-=:") == line.npos && line.find_first_of("-=") != line.npos;
    }

    // The last line that is a rule from end to end; two rules below each other end the table as well.
    bool find_end() {
        if (!is_ruled(source_[at_])) return false;
        last_ = at_;
        for (std::size_t line = at_ + 1; line < source_.lines.size(); ++line) {
            const std::string_view own = source_[line];
            if (!own.starts_with('|') && !own.starts_with('+')) break;
            if (!is_ruled(own)) continue;
            if (last_ + 1 == line) break;
            last_ = line;
        }
        return last_ != at_;
    }

    // Calls `each` with the byte and the screen column of every character.
    template <class Each>
    static void over(std::string_view own, Each&& each) {
        std::size_t place = 0;
        for (std::size_t at = 0; at < own.size();) {
            const Decoded c = decode(own, at);
            each(at, place);
            place += screen_width(c.code);
            at += c.size;
        }
    }

    bool find_columns() {
        for (std::size_t line = at_; line <= last_; ++line) {
            const std::string_view own = source_[line];
            if (own.find("--") == own.npos && own.find("==") == own.npos) continue;
            const bool ruled = is_ruled(own);
            over(own, [&](std::size_t at, std::size_t place) {
                if (own[at] != '+') return;
                const auto signs = [&](std::size_t begin) { return begin + 1 < own.size() && is_rule_sign(own[begin]) && (is_rule_sign(own[begin + 1]) || own[begin + 1] == ':'); };
                if (!ruled && !signs(at + 1) && !(at >= 2 && is_rule_sign(own[at - 1]) && (is_rule_sign(own[at - 2]) || own[at - 2] == ':'))) return;
                const auto found = std::lower_bound(places_.begin(), places_.end(), place);
                if (places_.size() <= widest_grid && (found == places_.end() || *found != place)) places_.insert(found, place);
            });
            if (places_.size() > widest_grid) return false;
        }
        columns_ = places_.empty() ? 0 : places_.size() - 1;
        return columns_ != 0;
    }

    void find_walls(std::string_view own) {
        bytes_.assign(places_.size(), none);
        std::size_t next = 0;
        over(own, [&](std::size_t at, std::size_t place) {
            while (next < places_.size() && places_[next] < place) ++next;
            if (next < places_.size() && places_[next] == place && (own[at] == '|' || own[at] == '+')) bytes_[next] = at;
        });
        if (bytes_.front() != none && bytes_.back() != none && bytes_.back() + 1 == own.size()) return;
        // As many bars as walls.
        std::size_t bars = 0;
        for (std::size_t at = own.find('|'); at != own.npos; at = own.find('|', at + 1)) {
            if (bars == bytes_.size()) {
                broken_ = true;
                return;
            }
            bytes_[bars++] = at;
        }
        broken_ = bars != bytes_.size();
    }

    std::size_t wall_after(std::size_t column) const {
        std::size_t wall = column + 1;
        while (wall < columns_ && bytes_[wall] == none) ++wall;
        return wall;
    }

    // Between two walls stands a rule, and one of them is a plus sign.
    bool is_rule_between(std::string_view own, std::size_t column, std::size_t wall) const {
        if (bytes_[column] == none || bytes_[wall] == none) return false;
        const std::string_view inside = own.substr(bytes_[column] + 1, bytes_[wall] - bytes_[column] - 1);
        return !inside.empty() && (own[bytes_[column]] == '+' || own[bytes_[wall]] == '+') && inside.find_first_not_of("-=:+") == inside.npos && inside.find_first_of("-=") != inside.npos;
    }

    void take(std::size_t line) {
        const std::string_view own = source_[line];
        find_walls(own);
        if (broken_) return;
        bool parts = false;
        for (std::size_t c = 0; c < columns_;) {
            const std::size_t wall = wall_after(c);
            if (is_rule_between(own, c, wall)) {
                parts = true;
                std::fill(open_.begin() + static_cast<std::ptrdiff_t>(c), open_.begin() + static_cast<std::ptrdiff_t>(wall), none);
            }
            c = wall;
        }
        if (parts && filled_) {
            ++row_;
            ++rules_;
            if (heads_ == 0 && is_ruled(own) && own.find('=') != own.npos) heads_ = row_;
        }
        for (std::size_t c = 0; c < columns_;) {
            const std::size_t wall = wall_after(c);
            if (parts && is_rule_between(own, c, wall)) {
                c = wall;
                continue;
            }
            if (open_[c] == none) {
                // A row begins below its rule, not beside it.
                if (parts) {
                    c = wall;
                    continue;
                }
                open(c, wall);
            }
            Cell& cell = cells_[open_[c]];
            cell.rows = std::max(cell.rows, row_ - cell.row + 1);
            const std::size_t end = std::max(cell.column + cell.columns, c + 1);
            if (bytes_[c] != none) {
                const std::size_t begin = bytes_[c] + 1, stop = bytes_[end] == none ? own.size() : bytes_[end];
                cell.lines.push_back({line, own.substr(begin, stop > begin ? stop - begin : 0)});
            }
            c = end;
        }
        filled_ = !parts;
    }

    void open(std::size_t from, std::size_t to) {
        // What another cell covers is no part of this one.
        for (std::size_t c = from; c < to; ++c)
            if (open_[c] != none) to = c;
        to = std::max(to, from + 1);
        std::fill(open_.begin() + static_cast<std::ptrdiff_t>(from), open_.begin() + static_cast<std::ptrdiff_t>(to), cells_.size());
        Cell& made = cells_.emplace_back();
        made.row = row_;
        made.column = from;
        made.columns = to - from;
    }

    // One paragraph: lines that are only wrapped.
    PlainCell flowing(const Cell& cell) const {
        PlainCell made = cell_of(source_, cell.lines.front().line, cell.lines.front().text);
        for (std::size_t i = 1; i < cell.lines.size(); ++i) append(made, cell_of(source_, cell.lines[i].line, cell.lines[i].text));
        return made;
    }

    // All of it as it stands, but for the white space that all lines have before them.
    PlainCell whole(const Cell& cell) const {
        PlainCell made = cell_of(source_, cell.lines.front().line, cell.lines.front().text);
        made.text.clear();
        std::size_t indent = none;
        for (const Line& line : cell.lines) indent = std::min(indent, line.text.find_first_not_of(' '));
        for (const Line& line : cell.lines) {
            std::string_view own = line.text.substr(std::min(indent, line.text.size()));
            own = own.substr(0, own.find_last_not_of(' ') + 1);
            if (made.text.empty() && own.empty()) continue;
            if (!made.text.empty()) made.text += '\n';
            made.starts.push_back({static_cast<std::uint32_t>(made.text.size()), static_cast<std::uint32_t>(own.data() - source_.text.data())});
            made.text += own;
        }
        if (!made.starts.empty()) made.offset = made.starts.front().second;
        return made;
    }

    PlainCell made_of(const Cell& cell) const {
        if (cell.lines.empty()) return cell_of(source_, at_, source_[at_].substr(0, 0));
        PlainCell made = markup_ ? whole(cell) : flowing(cell);
        made.column = static_cast<std::uint16_t>(cell.column);
        made.columns = static_cast<std::uint16_t>(cell.columns);
        made.rows = static_cast<std::uint32_t>(cell.rows);
        return made;
    }

    void add_rows(PlainTable& table) const {
        for (const Cell& cell : cells_) {
            if (table.rows.size() <= cell.row) table.rows.resize(cell.row + 1);
            table.rows[cell.row].push_back(made_of(cell));
        }
        for (auto& row : table.rows) std::sort(row.begin(), row.end(), [](const PlainCell& a, const PlainCell& b) { return a.column < b.column; });
    }

    // Each line between two rules is a row of its own, as data bases print them: cells that are only wrapped leave most of their
    // last lines empty, or go on in small letters.
    bool add_lines_as_rows(PlainTable& table) const {
        if (rules_ > 3 || heads_ != 0) return false;
        std::size_t first = cells_.size();
        while (first > 0 && cells_[first - 1].row == cells_.back().row) --first;
        const std::size_t lines = cells_.back().lines.size();
        if (lines < 3 || cells_.size() - first != columns_ || columns_ < 2) return false;
        std::size_t empty = 0;
        for (std::size_t i = first; i < cells_.size(); ++i) {
            if (cells_[i].lines.size() != lines || cells_[i].rows != 1) return false;
            for (const Line& line : cells_[i].lines) {
                const PlainCell cell = cell_of(source_, line.line, line.text);
                const char32_t sign = decode(cell.text, 0).code;
                if (i == first && cell.text.empty()) return false;
                empty += cell.text.empty() || (sign >= 'a' && sign <= 'z') ? 1 : 0;
            }
        }
        if (empty * 8 > lines * columns_) return false;
        table.header = rules_ == 3;
        table.blocks = false;
        for (std::size_t i = 0; i < first; ++i) {
            if (i == 0) table.rows.emplace_back();
            table.rows.front().push_back(flowing(cells_[i]));
            table.rows.front().back().column = static_cast<std::uint16_t>(cells_[i].column);
        }
        for (std::size_t k = 0; k < lines; ++k) {
            auto& row = table.rows.emplace_back();
            for (std::size_t i = first; i < cells_.size(); ++i) {
                row.push_back(cell_of(source_, cells_[i].lines[k].line, cells_[i].lines[k].text));
                row.back().column = static_cast<std::uint16_t>(cells_[i].column);
            }
        }
        return true;
    }
};

}  // namespace

PlainTable grid_table(const PlainSource& source, std::size_t at, bool markup) { return GridReader(source, at, markup).run(); }

}  // namespace plancheck
