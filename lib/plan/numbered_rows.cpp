// All rows of a table are numbered from one on, those aside that name the lead.
#include "plan/numbered_rows.hpp"

#include "plan/table_grid.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"

namespace plancheck {

namespace {

// What the first cell says, if that is a number and nothing else but a word for the kind.
std::optional<Ordinal> number_in(const Search& search, const TableCell& cell) {
    constexpr std::size_t longest = 40;
    const std::string_view text = trimmed(search.reading.view(cell.text));
    if (cell.empty || !fits_in(text, longest)) return std::nullopt;
    if (auto bare = ordinal_at(text, LabelContext::automatic); bare && bare->size >= text.size()) return bare;
    const Folded folded = fold_mapped(text);
    for (const std::uint32_t id : {search.kind, Words::name_of_kind + search.kind}) {
        const TermHit word = search.reading.words.around.match_at(folded.text, 0, id, id);
        if (word.end == 0 || word.end >= folded.text.size()) continue;
        std::size_t at = folded.source_end(word.end);
        while (at < text.size() && text[at] == ' ') ++at;
        auto number = ordinal_at(text.substr(at), LabelContext::automatic);
        if (!number || number->size + at < text.size()) continue;
        number->worded = true;
        return number;
    }
    return std::nullopt;
}

bool names_lead(const Reading& reading, const TableCell& cell) {
    const std::uint32_t lead = reading.lexicon.like("lead");
    if (lead == Lexicon::none || cell.empty) return false;
    return reading.words.around.match_at(fold(reading.view(cell.text).substr(0, 64)), 0, lead, lead).end != 0;
}

Lines lines_of_table(const Search& search, std::uint32_t table, RowLabels labels) {
    const TableGrid grid(search.reading, table);
    Lines made;
    if (grid.columns < 2 || grid.columns > 3) return made;
    std::uint32_t last = 0;
    bool led = false;
    for (const TableRow& row : grid.rows) {
        const TableCell* const cells = &grid.cells[row.first];
        if (row.filled == 0 || (row.count >= 2 && names_lead(search.reading, cells[0]))) continue;
        auto number = row.count < 2 || cells[1].empty ? std::nullopt : number_in(search, cells[0]);
        // "Goal | Reduce releases" above "Objective 1 | …" is what they lead to.
        if (!number && last == 0 && labels == RowLabels::worded && !led && row.count == 2 && !cells[1].empty) {
            led = true;
            continue;
        }
        if (!number || number->value != last + 1 || (labels == RowLabels::worded && !number->worded)) return {};
        last = number->value;
        for (std::uint32_t c = 1; c < row.count; ++c)
            for (const std::uint32_t block : cells[c].empty ? std::vector<std::uint32_t>() : texts_in(search.reading, cells[c].block)) {
                Line line;
                line.kind = LineKind::list_item;
                line.block = block;
                line.span = line.words = search.reading.trimmed(search.reading.document.blocks[block].text);
                line.continued = number == std::nullopt;
                line.ordinal = std::move(number);
                if (line.ordinal) line.ordinal->size = 0;
                number.reset();
                made.push_back(std::move(line));
            }
    }
    if (last < 2) made.clear();
    return made;
}

}  // namespace

bool number_rows(const Search& search, RowLabels labels, Lines& lines) {
    constexpr std::size_t most_tables = 16;
    std::size_t tables = 0;
    bool any = false;
    Lines all;
    for (Line& line : lines) {
        Lines rows = line.kind == LineKind::table && tables++ < most_tables ? lines_of_table(search, line.block, labels) : Lines();
        if (rows.empty()) {
            all.push_back(std::move(line));
            continue;
        }
        any = true;
        for (Line& row : rows) all.push_back(std::move(row));
    }
    lines = std::move(all);
    return any;
}

}  // namespace plancheck
