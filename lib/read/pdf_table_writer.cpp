// A row stands for each of the table's; places that no cell stands in and none above covers are empty cells. What a cell that
// was merged by guess says, and an empty one that may belong to the cell above, is marked as doubtful.
#include <algorithm>

#include "read/lines.hpp"
#include "read/pdf_style.hpp"
#include "text/numerals.hpp"

namespace plancheck {

namespace {

class TableWriter {
public:
    TableWriter(const PdfJoiner& joiner, Builder& builder) : joiner_(joiner), builder_(builder) {}

    void write(const PdfTable& table) {
        if (is_contents(table)) {
            write_contents(table);
            return;
        }
        const PdfLine& first = table.rows.front().front().lines.front();
        builder_.open(BlockKind::table, 0, table.doubtful ? mark::doubtful : std::uint16_t{0}, first.place);
        std::vector<std::size_t> until(table.edges.size() + 1, 0);  // by column: the first row that no cell above covers
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const auto& row = table.rows[r];
            builder_.open(BlockKind::row, 0, r == 0 && table.header ? mark::header_row : std::uint16_t{0}, row.front().lines.front().place);
            std::uint16_t column = 0;
            for (const PdfCell& cell : row) {
                fill(table, until, r, column, cell.column);
                column = static_cast<std::uint16_t>(cell.column + cell.columns);
                builder_.open(BlockKind::cell, 0, cell.doubtful ? mark::doubtful : std::uint16_t{0}, cell.lines.front().place);
                builder_.cell(cell.column, cell.columns, cell.rows);
                for (std::size_t c = cell.column; c < column; ++c) until[c] = r + cell.rows;
                for (const auto& lines : paragraphs(cell.lines)) {
                    builder_.open(BlockKind::paragraph, 0, 0, lines.front().place);
                    pdf_put(joiner_.joined(lines), 0, builder_);
                    builder_.close();
                }
                builder_.close();
            }
            fill(table, until, r, column, static_cast<std::uint16_t>(until.size()));
            builder_.close();
        }
        builder_.close();
    }

private:
    const PdfJoiner& joiner_;
    Builder& builder_;

    // A cell's lines as its paragraphs.
    std::vector<std::vector<PdfLine>> paragraphs(const std::vector<PdfLine>& lines) const {
        std::vector<std::vector<PdfLine>> made;
        for (const PdfLine& line : lines) {
            bool apart = made.empty();
            if (!apart) {
                const PdfLine& above = made.back().back();
                const auto marker = list_marker(line.text);
                const bool bullet = marker && (marker->kind == ListMarker::Kind::bullet || marker->value == 1 || marker->roman == 1 || (list_marker(made.back().front().text) && follows(*list_marker(made.back().front().text), *marker)));
                const float step = line.top - above.top;
                apart = bullet || (line.part == above.part && step > 1.75F * above.height());
            }
            if (apart) made.emplace_back();
            made.back().push_back(line);
        }
        return made;
    }

    // Empty cells, where no cell above covers the place; doubtful where one may.
    void fill(const PdfTable& table, const std::vector<std::size_t>& until, std::size_t row, std::uint16_t from, std::uint16_t to) {
        for (std::uint16_t c = from; c < to; ++c) {
            if (until[c] > row) continue;
            const bool unsure = std::find(table.unsure.begin(), table.unsure.end(), std::pair<std::size_t, std::size_t>{row, c}) != table.unsure.end();
            builder_.open(BlockKind::cell, 0, unsure ? mark::doubtful : std::uint16_t{0}, table.rows[row].front().lines.front().place);
            builder_.cell(c, 1, 1);
            builder_.close();
        }
    }

    // Titles with the pages they stand on.
    static bool is_contents(const PdfTable& table) {
        const std::size_t columns = table.edges.size() + 1;
        if (columns > 3 || table.rows.size() < 3) return false;
        std::size_t pages = 0;
        std::uint32_t before = 0;
        for (const auto& row : table.rows) {
            const std::string& last = row.back().lines.back().text;
            if (row.size() < 2 || last.size() > 3 || last.find_first_not_of("0123456789") != last.npos) continue;
            const auto page = whole_number(last);
            if (page < before) return false;
            before = page;
            ++pages;
        }
        return pages * 10 >= table.rows.size() * 8;
    }

    void write_contents(const PdfTable& table) {
        for (const auto& row : table.rows) {
            builder_.open(BlockKind::paragraph, 0, 0, row.front().lines.front().place);
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i != 0) builder_.text(i + 1 == row.size() ? "\t" : " ");
                pdf_put(joiner_.joined(row[i].lines), 0, builder_);
            }
            builder_.close();
        }
    }
};

}  // namespace

void pdf_write_table(const PdfTable& table, const PdfJoiner& joiner, Builder& builder) { TableWriter(joiner, builder).write(table); }

}  // namespace plancheck
