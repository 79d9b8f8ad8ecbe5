// Rows labelled as totals against the sums of their columns, in exact decimals. A merged cell counts once; a column with a
// cell that is no amount, of several currencies, or beyond what a number holds, is not summed. Sub-totals are not added:
// one sums the rows since the last, and a total sums all rows, or, where a table holds several parts each with a total,
// those of its part. What stands before the first amount of a column in head rows is its head; a cell without a currency
// has that of the others.
#include <algorithm>
#include <cstdlib>
#include <map>

#include "checks/check.hpp"
#include "checks/shared/decimal.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

struct Column {
    std::string_view head;  // what stands in its first row
    std::int64_t sum = 0, since_subtotal = 0;
    std::string currency;
    std::uint32_t cells = 0, years = 0;
    bool usable = true;
    bool guessed = false;  // holds a cell that may be merged with another, or not
};

class Totals {
public:
    explicit Totals(const Context& context)
        : context_(context), plan_(context.plan), document_(plan_.document()), totals_(context.terms("totals")),
          subtotals_(context.form(), context.list("totals"), "subtotal"), language_(context.language()) {}

    Result run() {
        result_.outcome = Outcome::not_applicable;
        for (std::uint32_t i = 0; i < document_.main_end; ++i)
            if (document_.blocks[i].kind == BlockKind::table && !plan_.outline->frames_text(i)) {
                table(i);
                tables_.push_back(i);
            }
        return std::move(result_);
    }

private:
    const Context& context_;
    const Plan& plan_;
    const Document& document_;
    const TermSet& totals_;
    TermSet subtotals_;
    const Language& language_;
    std::vector<std::uint32_t> tables_;  // those above
    std::size_t cells_of_parts_ = 0;     // that were read again for totals of several tables
    Result result_;

    // Own paragraphs of a cell, those of boxes in it left out; a cell with a table inside it has none. `only` is its
    // paragraph where it has one, else the cell.
    Span words(std::uint32_t cell, std::uint32_t& only) const {
        const Block& block = document_.blocks[cell];
        Span span;
        only = cell;
        for (std::uint32_t i = cell + 1; i < block.end; ++i) {
            if (document_.blocks[i].kind == BlockKind::table) return {};
            if (says_nothing(document_.blocks[i])) continue;
            only = span.end == 0 ? i : cell;
            if (span.end == 0) span.begin = document_.blocks[i].text.begin;
            span.end = document_.blocks[i].text.end;
        }
        return span;
    }

    static bool says_nothing(const Block& block) { return block.text.empty() || block.has(mark::uncounted) || block.has(mark::placeholder); }

    enum class RowKind : std::uint8_t { plain, subtotal, total };

    // "Итог 1 | Излишки хранятся безопасно | 25": a number behind the word, and words in another cell.
    bool numbers_something(const Block& row, std::uint32_t label, const TermPlace& place) const {
        if (ascii_digits.find(trimmed(document_.view({place.span.end, document_.blocks[label].text.end}))) != 0) return false;
        for (std::uint32_t i = label + 1; i < row.end; ++i) {
            const std::string_view text = document_.view(document_.blocks[i].text);
            if (text.find(' ') != std::string_view::npos && ascii_digits.find(text) >= text.size()) return true;
        }
        return false;
    }

    // By the first words of the row; behind a number they are alone. "Sub-total" holds "total" as well.
    RowKind kind_of(std::uint32_t row) const {
        const Block& block = document_.blocks[row];
        bool behind_number = false;
        for (std::uint32_t i = row + 1; i < block.end; ++i) {
            const Block& cell = document_.blocks[i];
            if (says_nothing(cell)) continue;
            if (is_number_alone(document_.view(cell.text))) {
                behind_number = true;
                continue;
            }
            for (std::uint32_t other = i + 1; behind_number && other < block.end; ++other)
                if (const Block& beside = document_.blocks[other]; !says_nothing(beside) && !is_number_alone(document_.view(beside.text))) return RowKind::plain;
            RowKind kind = RowKind::plain;
            for (const TermPlace* place : terms_in(plan_, i, cell.text, totals_))
                if (place->span.begin <= cell.text.begin + 4 && !numbers_something(block, i, *place)) kind = subtotals_.has(*place) || kind == RowKind::subtotal ? RowKind::subtotal : RowKind::total;
            return kind;
        }
        return RowKind::plain;
    }

    // "USD" or "(EUR)" alone below the head.
    bool is_currency(std::string_view text) const {
        const std::string folded = fold(text);
        const std::size_t begin = folded.starts_with('(') ? 1 : 0;
        const TermHit hit = language_.connectors.match_at(folded, static_cast<std::uint32_t>(begin), word_id(WordKind::currency), word_id(WordKind::currency, 0xFFFF));
        return hit.end != 0 && hit.end + begin >= folded.size();
    }

    struct Read {
        std::string_view text;
        bool empty = false;
        std::optional<Amount> found;
    };

    // Nothing, a number, or something else: an amount has no words around it but its currency.
    Read amount(std::uint32_t cell) const {
        std::uint32_t only = cell;
        const Span span = words(cell, only);
        const std::string_view text = document_.view(span);
        const bool empty = text.find_first_not_of(" \t\n-") == std::string_view::npos || text == "\xE2\x80\x93" || text == "\xE2\x80\x94";
        if (empty) return {text, true, {}};
        constexpr std::uint32_t wanted = want_money | in_money_field;
        for (const Value& value : only != cell ? plan_.block_text->values(only, span, language_, wanted) : find_values(text, language_, wanted)) {
            if (value.type != ValueType::money) continue;
            if (says_more(text.substr(0, value.begin), without_remark(text.substr(value.end)))) break;
            return {text, false, amount_of(value.value)};
        }
        return {text, false, {}};
    }

    // Whether what stands around an amount is more than space and a mark of a note.
    static bool says_more(std::string_view before, std::string_view behind) {
        constexpr std::string_view nothing = " *";
        if (before.find_first_not_of(nothing) == std::string_view::npos && behind.find_first_not_of(nothing) == std::string_view::npos) return false;
        return fold(std::string(before).append(behind)).find_first_not_of(nothing) != std::string::npos;
    }

    // "260 (not yet found)", "900（其中300待筹）": words in brackets behind an amount are a remark on it.
    static std::string_view without_remark(std::string_view behind) {
        const std::string_view remark = trimmed(behind);
        const bool wide = remark.starts_with("（") && remark.ends_with("）");
        if (!wide && !(remark.starts_with('(') && remark.ends_with(')'))) return behind;
        const std::string folded = fold(remark);
        const bool one = folded.find('(', 1) == std::string::npos && folded.find(')') + 1 == folded.size();
        for (std::size_t at = 0; one && at < folded.size(); at += decode(folded, at).size)
            if (const char32_t sign = decode(folded, at).code; is_letter_or_digit(sign) && !(sign >= '0' && sign <= '9')) return {};
        return behind;
    }

    // A row of years is a head, whatever else its cells look like.
    static bool is_year(const Amount& amount) {
        return amount.currency.empty() && amount.value >= 1900 * 10000 && amount.value <= 2100 * 10000 && amount.value % 10000 == 0;
    }

    void table(std::uint32_t index) {
        const Block& table = document_.blocks[index];
        std::vector<RowKind> kinds;
        bool adds_up = false;
        for (std::uint32_t row = index + 1; row < table.end; row = document_.blocks[row].end) {
            kinds.push_back(kind_of(row));
            adds_up = adds_up || kinds.back() != RowKind::plain;
        }
        // Most tables have no total, and most columns of one that has: only amounts that are compared are read.
        if (!adds_up) return;
        // A table of a PDF that stands right below another may be the rest of it, whose first rows have other columns.
        const bool rest = document_.origin == Format::pdf && !tables_.empty() && document_.blocks[tables_.back()].end == index;
        std::map<std::uint16_t, Column> columns;
        std::vector<std::optional<Amount>> totals;  // of the cells of rows that are no plain ones
        auto kind = kinds.begin();
        for (std::uint32_t row = index + 1; row < table.end; row = document_.blocks[row].end)
            if (*kind++ != RowKind::plain)
                for (std::uint32_t cell = row + 1; cell < document_.blocks[row].end; cell = document_.blocks[cell].end) {
                    totals.push_back(amount(cell).found);
                    if (totals.back()) columns.try_emplace(document_.blocks[cell].column);
                }
        kind = kinds.begin();
        auto total = totals.begin();
        for (std::uint32_t row = index + 1; row < table.end; row = document_.blocks[row].end, ++kind)
            for (std::uint32_t cell = row + 1; cell < document_.blocks[row].end; cell = document_.blocks[cell].end) {
                const Block& block = document_.blocks[cell];
                const auto of = columns.find(block.column);
                if (*kind == RowKind::plain) {
                    if (of != columns.end()) sum_up(row, cell, row == index + 1, of->second);
                    continue;
                }
                const std::optional<Amount>& found = *total++;
                if (of == columns.end()) continue;
                Column& column = of->second;
                column.guessed = column.guessed || rest || block.has(mark::doubtful);
                if (!found) continue;
                if (column.usable && column.cells > 0 && !(*kind == RowKind::total && found->value != column.sum && found->value != column.since_subtotal && sums_parts(index, cell, column, *found))) compare(cell, column, *found, *kind);
                column.since_subtotal = 0;
            }
    }

    std::string head_of(std::uint32_t table) const {
        std::string text;
        for (std::uint32_t i = table + 1; i < document_.blocks[table].end && (i == table + 1 || document_.blocks[i].kind != BlockKind::row); ++i)
            if (!document_.blocks[i].text.empty()) text.append(fold(document_.view(document_.blocks[i].text))).push_back('|');
        return text;
    }

    // A table right below another of as many columns goes on with it where it has no heads: its first row has amounts.
    bool goes_on(std::uint32_t above, std::uint32_t below, std::uint16_t column) const {
        if (document_.blocks[above].end != below || below + 1 >= document_.blocks[below].end) return false;
        const auto columns = [&](std::uint32_t table) {
            std::uint32_t count = 0;
            for (std::uint32_t cell = table + 2; cell < document_.blocks[table + 1].end; cell = document_.blocks[cell].end) count += document_.blocks[cell].column_span;
            return count;
        };
        if (document_.blocks[below + 1].has(mark::header_row) || columns(above) != columns(below)) return false;
        bool amounts = false;
        for (std::uint32_t cell = below + 2; cell < document_.blocks[below + 1].end; cell = document_.blocks[cell].end) {
            const auto [text, empty, found] = amount(cell);
            const bool sum = found && !is_year(*found);
            if (document_.blocks[cell].column == column && !empty && !sum) return false;
            amounts = amounts || sum;
        }
        return amounts;
    }

    // A table that goes on under the same heads, or without any, has its total at the end: that of all its parts. Where so many totals are asked that
    // the cells of parts would be read again and again, it is for a person to add up.
    bool sums_parts(std::uint32_t index, std::uint32_t cell, Column column, const Amount& total) {
        constexpr std::size_t most_parts = 8, most_cells = 100'000;
        if (tables_.empty()) return false;
        const std::string head = cells_of_parts_ < most_cells ? head_of(index) : std::string();
        cells_of_parts_ += head.size() / 16;
        const Section* const section = section_at(plan_, index);
        std::uint32_t below = index;
        for (std::size_t n = tables_.size(), parts = 0; n-- > 0 && parts < most_parts; ++parts) {
            const std::uint32_t above = tables_[n];
            if (cells_of_parts_ < most_cells && (section_at(plan_, above) != section || (head_of(above) != head && !goes_on(above, below, document_.blocks[cell].column)))) return false;
            below = above;
            for (std::uint32_t row = above + 1; row < document_.blocks[above].end && cells_of_parts_ < most_cells; row = document_.blocks[row].end) {
                if (kind_of(row) != RowKind::plain) return false;
                cells_of_parts_ += document_.blocks[row].end - row;
                for (std::uint32_t own = row + 1; own < document_.blocks[row].end; own = document_.blocks[own].end)
                    if (document_.blocks[own].column == document_.blocks[cell].column) sum_up(row, own, row == above + 1, column);
            }
            if (!column.usable) return false;
            column.guessed = column.guessed || cells_of_parts_ >= most_cells;
            if (column.sum != total.value && cells_of_parts_ < most_cells) continue;
            compare(cell, column, total, RowKind::total);
            return true;
        }
        return false;
    }

    // "1 | 2 | 3" below the heads: each cell that says something holds the number of its column, two at least.
    bool numbers_columns(std::uint32_t row) const {
        std::uint32_t cells = 0;
        for (std::uint32_t cell = row + 1; cell < document_.blocks[row].end; cell = std::max(document_.blocks[cell].end, cell + 1)) {
            const auto [text, empty, found] = amount(cell);
            if (empty) continue;
            if (!found || found->value != std::int64_t{10000} * (document_.blocks[cell].column + 1)) return false;
            ++cells;
        }
        return cells >= 2;
    }

    // "2026 | 2027 | 2028" below heads that are merged: years that go on from cell to cell, two at least, and no other amount.
    bool heads_years(std::uint32_t row) const {
        std::int64_t last = 0;
        std::uint32_t years = 0;
        for (std::uint32_t cell = row + 1; cell < document_.blocks[row].end; cell = std::max(document_.blocks[cell].end, cell + 1)) {
            const auto [text, empty, found] = amount(cell);
            if (!found) continue;
            if (!is_year(*found) || (years != 0 && found->value != last + 10000)) return false;
            last = found->value;
            ++years;
        }
        return years >= 2;
    }

    // A cell of a plain row.
    void sum_up(std::uint32_t row, std::uint32_t cell, bool first, Column& column) const {
        column.guessed = column.guessed || document_.blocks[cell].has(mark::doubtful);
        if (!column.usable) return;
        const auto [text, empty, found] = amount(cell);
        if (first) column.head = text;
        if (empty || document_.blocks[row].has(mark::header_row)) return;
        if ((first || text == column.head) && (!found || is_year(*found))) return;  // heads may stand again
        if (found && column.cells == 0 && found->currency.empty() && found->value == std::int64_t{10000} * (document_.blocks[cell].column + 1) && numbers_columns(row)) return;
        if (found && column.cells == 0 && is_year(*found) && heads_years(row)) return;
        if (!found && column.cells == 0 && is_currency(text)) return;
        if (!found || (!column.currency.empty() && !found->currency.empty() && column.currency != found->currency)) {
            column.usable = false;
            return;
        }
        if (column.currency.empty()) column.currency = found->currency;
        if (!add(column.sum, found->value) || !add(column.since_subtotal, found->value)) column.usable = false;
        ++column.cells;
        if (is_year(*found) && text.size() == 4) ++column.years;
    }

    void compare(std::uint32_t cell, const Column& column, const Amount& total, RowKind kind) {
        if (!total.currency.empty() && !column.currency.empty() && total.currency != column.currency) return;
        const bool years = column.years == column.cells;  // "2025", "2026": a sum of money may stand below a column of times
        if (years && !total.currency.empty() && column.currency.empty()) return;
        if (result_.outcome == Outcome::not_applicable) result_.outcome = Outcome::pass;
        const Where where{cell + 1 < document_.blocks[cell].end ? cell + 1 : cell, {}, false};
        const std::int64_t sum = kind == RowKind::subtotal ? column.since_subtotal : column.sum;
        const std::vector<Argument> arguments = {{"total", to_text(total.value)}, {"sum", to_text(sum)},
                                                 {"difference", to_text(total.value - sum)}};
        if (total.value == sum || (kind == RowKind::total && total.value == column.since_subtotal)) {
            result_.evidence.push_back({where, arguments, {}});
            return;
        }
        Finding finding;
        finding.message = "table-totals.differs";
        // A hundred times as much is another unit, or two numbers that were read as one, more likely than a wrong sum.
        const std::int64_t less = std::min(std::abs(sum), std::abs(total.value)), more = std::max(std::abs(sum), std::abs(total.value));
        if (column.guessed || years || more / 100 >= less) finding.confidence = Confidence::low;
        finding.where = where;
        finding.arguments = arguments;
        finding.subject = document_subject(plan_);
        if (const Section* section = section_at(plan_, cell)) finding.subject = section_subject(plan_, *section);
        result_.findings.push_back(std::move(finding));
    }
};

}  // namespace

Result check_table_totals(const Context& context) { return Totals(context).run(); }

}  // namespace plancheck
