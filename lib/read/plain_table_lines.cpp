// A cell a line, as programs save tables as text. How many columns there are shows in what comes back at the same distance:
// amounts, dates, addresses.
#include <algorithm>

#include "read/lines.hpp"
#include "read/plain_source.hpp"
#include "text/characters.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

class CellLines {
public:
    CellLines(const PlainSource& source, std::size_t at) : source_(source), at_(at) {}

    PlainTable run() {
        if (is_inside() || !is_table()) return {};
        PlainTable own = table();
        // A caption and all heads but the last look nearly as well.
        if (other_ != 0) {
            CellLines next(source_, at_ + 1);
            if (next.is_table() && (next.other_ < other_ || (next.other_ == other_ && next.table().lines > own.lines))) return {};
        }
        return own;
    }

private:
    enum class Kind : std::uint8_t { empty, text, amount, address, date, sign };
    static constexpr std::size_t longest_date = 60;  // columns: "from the third quarter of 2025 to the fourth of 2026"
    static constexpr std::size_t longest_cell = 200;  // columns
    const PlainSource& source_;
    std::size_t at_, columns_ = 0, other_ = 0;
    std::vector<Kind> kinds_;  // of the columns

    Kind kind(std::size_t line) const {
        if (line >= source_.lines.size() || source_.lines[line].blank()) return Kind::empty;
        const std::string_view own = source_[line].substr(0, 512);
        // "–": nothing.
        if (own == "-" || own == "\xE2\x80\x93" || own == "\xE2\x80\x94") return Kind::empty;
        const std::size_t plus = own.find('+');
        if (own.find('@') != own.npos || (plus < own.size() - 1 && own[plus + 1] >= '0' && own[plus + 1] <= '9')) return Kind::address;
        const bool digits = own.find_first_of("0123456789") != own.npos;
        if (digits && own.find_first_not_of("0123456789 .,;%\xC2\xA0\xE2\x80\xAF\xE3\x80\x81\xEF\xBC\x8C") == own.npos) return Kind::amount;  // also "1、2"
        std::size_t run = 0;
        for (const char c : own) {
            run = c >= '0' && c <= '9' ? run + 1 : 0;
            if (run == 4 && columns_of(own) <= longest_date) return Kind::date;
        }
        return is_acronym(own) ? Kind::sign : Kind::text;
    }

    static bool is_acronym(std::string_view own) {
        if (own.size() > 16 || own.size() < 2) return false;
        for (std::size_t at = 0; at < own.size();) {
            const Decoded c = decode(own, at);
            if (!is_upper(c.code) && !(c.code >= '0' && c.code <= '9') && c.code != '-') return false;
            at += c.size;
        }
        return true;
    }

    bool is_table() {
        // Of two that look well the one that holds more: the last head and the first number are a row of two columns too.
        std::size_t best = 0, most = 0;
        for (columns_ = 2; columns_ <= 12 && at_ + 3 * columns_ <= source_.lines.size(); ++columns_) {
            // Two rows of a table would be one of its double.
            if ((best != 0 && columns_ % best == 0) || !has_heads() || !has_rhythm()) continue;
            const std::size_t lines = table().lines;
            if (lines > most) most = lines, best = columns_;
        }
        columns_ = best;
        return best != 0 && has_rhythm();
    }

    // "A1", "A2" or "1", "2" in the first cells of so many rows.
    bool is_numbered(std::uint32_t rows) const {
        std::string_view letters;
        for (std::uint32_t row = 1; row <= rows; ++row) {
            const std::size_t line = at_ + row * columns_;
            const std::string_view own = line < source_.lines.size() ? source_[line] : std::string_view();
            const std::size_t at = own.find_first_of("0123456789");
            if (own.size() > 4 || at == own.npos || own.find_first_not_of("0123456789", at) != own.npos || whole_number(own.substr(at)) != row) return false;
            if (row == 1) letters = own.substr(0, at);
            else if (own.substr(0, at) != letters) return false;
        }
        return true;
    }

    // Behind several short lines the heads of a table would be cells of one that has no rhythm.
    bool is_inside() const {
        std::size_t shorter = 0;
        for (std::size_t i = at_; i-- > 0 && shorter < 4; ++shorter)
            if (source_.lines[i].end - source_.lines[i].begin > 240 || columns_of(source_[i]) > 60 || list_marker(source_[i]) || has_section_numeral(source_[i])) return false;
        return shorter == 4;
    }

    bool has_heads() const {
        // Three rows that are numbered are those of a table, whose heads may be years.
        const bool sure = is_numbered(3);
        for (std::size_t c = 0; c < columns_; ++c) {
            const Kind own = kind(at_ + c);
            const std::string_view words = source_[at_ + c];
            if (words.ends_with(':') || words.find(": ") != words.npos || words.find("\xEF\xBC\x9A") != words.npos) return false;
            const bool year = sure && c != 0 && (own == Kind::date || own == Kind::amount);
            // A number stands in captions and cells.
            if ((own != Kind::text && own != Kind::sign && !year) || columns_of(words) > 60 || (!sure && words.find_first_of("0123456789") != words.npos) || list_marker(words) || has_section_numeral(words)) return false;
        }
        return true;
    }

    // Two rows alike, with a column that is told from the others by what stands in it.
    bool has_rhythm() {
        kinds_.assign(columns_, Kind::empty);
        std::size_t other = 0, own = 0, texts = 0;
        for (std::size_t c = 0; c < columns_; ++c) {
            const Kind first = kind(at_ + columns_ + c), second = kind(at_ + 2 * columns_ + c);
            kinds_[c] = first == Kind::empty ? second : first;
            if (first == Kind::empty || second == Kind::empty) continue;
            const auto words = [](Kind one) { return one == Kind::text || one == Kind::sign; };
            if (first != second && !(words(first) && words(second))) ++other;
            else if (first == Kind::text || first != second) ++texts;
            else ++own;
        }
        other_ = other;
        if (repeats()) return false;
        // Abbreviations stand before what they mean.
        if (columns_ == 2 && kinds_[0] != Kind::sign && kinds_[1] == Kind::sign) return false;
        if (columns_ > 2 && !is_numbered(2) && std::none_of(kinds_.begin(), kinds_.end(), [](Kind one) { return one == Kind::amount || one == Kind::address || one == Kind::date; })) return false;
        return own != 0 && texts != 0 && other <= (columns_ >= 4 ? 1U : 0U) && kind(at_ + columns_) != Kind::empty;
    }

    // Whether the columns are alike in two halves or more: as many rows of fewer columns, and the lines above them no heads.
    bool repeats() const {
        for (std::size_t period = 2; period * 2 <= columns_; ++period) {
            if (columns_ % period != 0) continue;
            bool same = true;
            for (std::size_t c = period; c < columns_ && same; ++c) same = kinds_[c] == kinds_[c - period];
            if (same) return true;
        }
        return false;
    }

    // Whether the lines from `line` on are a row like the others, but for `most` cells.
    bool is_row(std::size_t line, std::size_t most) const {
        std::size_t other = 0, own = 0, filled = 0;
        if (line + columns_ > source_.lines.size()) return false;
        for (std::size_t c = 0; c < columns_; ++c) {
            const Kind here = kind(line + c);
            if (here == Kind::empty) continue;
            if (c != 0 && has_section_numeral(source_[line + c])) return false;
            ++filled;
            const bool told = kinds_[c] == Kind::amount || kinds_[c] == Kind::address;
            const bool tells = here == Kind::amount || here == Kind::address;
            if ((told || tells) && here != kinds_[c]) ++other;
            else if (told || (here == kinds_[c] && here != Kind::text)) ++own;
            if (c == 0 && (list_marker(source_[line]) || has_section_numeral(source_[line])) && !told) return false;
        }
        return own != 0 && filled * 2 > columns_ && other <= most;
    }
    bool is_row(std::size_t line) const { return is_row(line, columns_ >= 4 ? 1 : 0); }

    // One that is less like them ("2,300 (500 not funded yet)" among amounts) is a row where the next is one again, or the section
    // ends with it.
    bool is_loose_row(std::size_t line) const {
        if (columns_ < 3 || !is_row(line, std::max<std::size_t>(1, columns_ / 3))) return false;
        for (std::size_t c = 0; c < columns_; ++c)
            if (source_.lines[line + c].blank() || columns_of(source_[line + c]) > longest_cell) return false;
        const std::size_t next = line + columns_;
        return next >= source_.lines.size() || has_section_numeral(source_[next]) || is_row(next);
    }

    PlainCell cell(std::size_t line) const { return cell_of(source_, line, source_[line]); }

    // Words, and behind them an amount for each column of amounts: a total. Returns one past its lines, or 0.
    std::size_t total_end(std::size_t line) const {
        const auto wanted = static_cast<std::size_t>(std::count(kinds_.begin() + 1, kinds_.end(), Kind::amount));
        if (wanted == 0 || kind(line) == Kind::empty || kind(line) == Kind::amount) return 0;
        std::size_t end = line + 1, found = 0;
        for (; end < line + columns_ && found < wanted && (kind(end) == Kind::amount || kind(end) == Kind::empty); ++end) found += kind(end) == Kind::amount ? 1 : 0;
        return found == wanted ? end : 0;
    }

    PlainTable table() const {
        PlainTable made;
        std::size_t line = at_;
        const auto full = [&] {
            std::vector<PlainCell>& row = made.rows.emplace_back();
            for (std::size_t c = 0; c < columns_; ++c) row.push_back(cell(line + c));
            line += columns_;
        };
        full();
        for (;;) {
            if (is_row(line)) {
                full();
            } else if (const std::size_t end = total_end(line); end != 0) {
                std::vector<PlainCell>& row = made.rows.emplace_back();
                const auto first = static_cast<std::size_t>(std::find(kinds_.begin() + 1, kinds_.end(), Kind::amount) - kinds_.begin());
                row.push_back(cell(line));
                row.back().columns = static_cast<std::uint16_t>(first);
                std::size_t at = line + 1;
                for (std::size_t c = first; c < columns_; ++c) {
                    PlainCell& next = row.emplace_back();
                    next.offset = row.front().offset;
                    if (kinds_[c] != Kind::amount) continue;
                    while (kind(at) != Kind::amount) ++at;
                    next = cell(at++);
                }
                line = end;
            } else if (kind(line) == Kind::text && !has_section_numeral(source_[line]) && is_row(line + 1)) {
                made.rows.push_back({cell(line)});
                made.rows.back().front().columns = static_cast<std::uint16_t>(columns_);
                ++line;
            } else if (is_loose_row(line)) {
                full();
            } else {
                break;
            }
        }
        made.header = made.merged = true;
        made.lines = line - at_;
        return made;
    }
};

}  // namespace

PlainTable table_of_lines(const PlainSource& source, std::size_t at) { return CellLines(source, at).run(); }

}  // namespace plancheck
