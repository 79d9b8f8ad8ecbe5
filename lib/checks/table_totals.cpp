// Rows labelled as totals against the sums of their columns, in exact decimals. A merged cell counts once; a column with a
// cell that is no amount, or of several currencies, is not summed; sub-totals are not added, and a total that follows
// sub-totals sums the rows, not them.
#include <algorithm>
#include <map>

#include "checks/check.hpp"
#include "checks/shared/decimal.hpp"
#include "checks/shared/vocabulary.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

struct Column {
    std::int64_t sum = 0, since_subtotal = 0;
    std::string currency;
    std::uint32_t cells = 0;
    bool usable = true;
};

class Totals {
public:
    explicit Totals(const Context& context)
        : context_(context), plan_(context.plan), document_(plan_.document()), totals_(context.form(), context.list("totals")) {
        language_ = context.language();
        if (language_ == nullptr) language_ = context.languages.find(context.form().default_language);
    }

    Result run() {
        result_.outcome = Outcome::not_applicable;
        for (std::uint32_t i = 0; i < document_.main_end; ++i)
            if (document_.blocks[i].kind == BlockKind::table) table(i);
        return std::move(result_);
    }

private:
    const Context& context_;
    const Plan& plan_;
    const Document& document_;
    TermSet totals_;
    const Language* language_ = nullptr;
    Result result_;

    // Own paragraphs of a cell, those of tables inside it left out.
    std::string_view words(std::uint32_t cell) const {
        const Block& block = document_.blocks[cell];
        Span span;
        for (std::uint32_t i = cell + 1; i < block.end; ++i) {
            if (document_.blocks[i].kind == BlockKind::table) return {};
            if (document_.blocks[i].text.empty()) continue;
            if (span.end == 0) span.begin = document_.blocks[i].text.begin;
            span.end = document_.blocks[i].text.end;
        }
        return document_.view(span);
    }

    bool is_total(std::uint32_t row) const {
        const Block& block = document_.blocks[row];
        for (std::uint32_t i = row + 1; i < block.end; ++i) {
            const Block& cell = document_.blocks[i];
            if (cell.text.empty()) continue;
            for (const TermPlace* place : terms_in(plan_, i, cell.text, totals_))
                if (place->span.begin <= cell.text.begin + 2) return true;
            return false;
        }
        return false;
    }

    // Nothing, a number, or something else: an amount has no words around it but its currency.
    std::optional<Amount> amount(std::string_view text, bool& empty) const {
        empty = text.find_first_not_of(" \t\n-") == std::string_view::npos || text == "\xE2\x80\x93" || text == "\xE2\x80\x94";
        if (empty) return std::nullopt;
        for (const Value& value : find_values(text, *language_, want_money | in_money_field)) {
            if (value.type != ValueType::money) continue;
            std::size_t outside = 0;
            for (std::size_t at = 0; at < text.size(); ++at)
                if ((at < value.begin || at >= value.end) && text[at] != ' ' && text[at] != '*') ++outside;
            if (outside > 0) return std::nullopt;
            return amount_of(value.value);
        }
        return std::nullopt;
    }

    void table(std::uint32_t index) {
        const Block& table = document_.blocks[index];
        std::map<std::uint16_t, Column> columns;
        for (std::uint32_t row = index + 1; row < table.end; row = document_.blocks[row].end) {
            const bool total = is_total(row);
            for (std::uint32_t cell = row + 1; cell < document_.blocks[row].end; cell = document_.blocks[cell].end) {
                const Block& block = document_.blocks[cell];
                bool empty = false;
                const auto found = amount(words(cell), empty);
                Column& column = columns[block.column];
                if (total) {
                    if (found && column.usable && column.cells >= 2) compare(cell, column, *found);
                    if (found) column.since_subtotal = 0;
                    continue;
                }
                if (empty || document_.blocks[row].has(mark::header_row) || row == index + 1) continue;
                if (!found || (column.cells > 0 && column.currency != found->currency)) {
                    column.usable = false;
                    continue;
                }
                column.currency = found->currency;
                column.sum += found->value;
                column.since_subtotal += found->value;
                ++column.cells;
            }
        }
    }

    void compare(std::uint32_t cell, const Column& column, const Amount& total) {
        if (!total.currency.empty() && !column.currency.empty() && total.currency != column.currency) return;
        if (result_.outcome == Outcome::not_applicable) result_.outcome = Outcome::pass;
        const Where where{cell + 1 < document_.blocks[cell].end ? cell + 1 : cell, {}, false};
        const std::vector<Argument> arguments = {{"total", to_text(total.value)}, {"sum", to_text(column.sum)},
                                                 {"difference", to_text(total.value - column.sum)}};
        if (total.value == column.sum || total.value == column.since_subtotal) {
            result_.evidence.push_back({where, arguments, {}});
            return;
        }
        Finding finding;
        finding.message = "table-totals.differs";
        finding.where = where;
        finding.arguments = arguments;
        finding.subject = document_subject(plan_);
        for (const Section& section : plan_.outline->sections)
            if (section.spec != nullptr && cell >= section.body_begin && cell < section.body_end) finding.subject = section_subject(plan_, section);
        result_.findings.push_back(std::move(finding));
    }
};

}  // namespace

Result check_table_totals(const Context& context) { return Totals(context).run(); }

}  // namespace plancheck
