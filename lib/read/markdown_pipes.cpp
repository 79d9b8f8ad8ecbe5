// Pipe tables that the parser does not take for tables: under the heads it wants three dashes a column, where one does, and an empty
// line before them, where the last line of a paragraph may be the heads.
#include <algorithm>

#include "read/plain_source.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_piped = 1024;  // columns

// Pieces between bars that no backslash stands before; those at the edges of the line part nothing.
std::vector<std::string_view> between_bars(std::string_view line) {
    std::vector<std::string_view> pieces;
    if (line.starts_with('|')) line.remove_prefix(1);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < line.size() && pieces.size() < most_piped; ++at) {
        if (line[at] == '\\') ++at;
        else if (line[at] == '|') {
            pieces.push_back(line.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    if (begin < line.size()) pieces.push_back(line.substr(begin));
    return pieces;
}

// ":--", "-", " :-: "
bool is_dashes(std::string_view piece) {
    const std::size_t first = piece.find_first_not_of(" \t"), last = piece.find_last_not_of(" \t");
    if (first == piece.npos) return false;
    piece = piece.substr(first, last + 1 - first);
    if (piece.starts_with(':')) piece.remove_prefix(1);
    if (piece.ends_with(':')) piece.remove_suffix(1);
    return !piece.empty() && piece.find_first_not_of('-') == piece.npos;
}

}  // namespace

PlainTable markdown_pipes(std::string_view text, std::span<const SourceLine> lines, std::size_t at, bool after_blank) {
    const PlainSource source{text, lines};
    PlainTable table;
    const std::string_view heads = source[at], under = source[at + 1];
    if (under.find_first_not_of("|-: \t") != under.npos || under.find('|') == under.npos || heads.find('|') == heads.npos) return table;
    const std::vector<std::string_view> dashes = between_bars(under), titles = between_bars(heads);
    if (dashes.size() != titles.size() || !std::all_of(dashes.begin(), dashes.end(), is_dashes)) return table;
    const bool narrow = std::any_of(dashes.begin(), dashes.end(), [](std::string_view piece) { return std::count(piece.begin(), piece.end(), '-') < 3; });
    if (after_blank && !narrow) return table;
    std::size_t line = at;
    for (; line < lines.size() && (line == at + 1 || source[line].find('|') != std::string_view::npos); ++line) {
        if (line == at + 1) continue;
        std::vector<PlainCell>& row = table.rows.emplace_back();
        for (const std::string_view piece : between_bars(source[line]))
            if (row.size() < titles.size()) row.push_back(cell_of(source, line, piece));
        while (row.size() < titles.size()) row.push_back(cell_of(source, line, source[line].substr(source[line].size())));
    }
    table.header = true;
    table.lines = line - at;
    return table;
}

}  // namespace plancheck
