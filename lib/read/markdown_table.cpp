// What stands in the cells of a drawn table is Markdown again: blocks in a grid, one paragraph where columns stand under dashes.
// Each cell is parsed by itself, inside the parse of the document, so what belongs to that one is put aside.
#include <utility>

#include "read/lines.hpp"
#include "read/markdown_reader.hpp"
#include "text/characters.hpp"

namespace plancheck {

namespace {

// The signs that would begin a block, made literal.
std::string as_one_paragraph(std::string_view text) {
    std::string made;
    made.reserve(text.size() + 8);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
        if (digits != 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')')) {
            made.append(line.substr(0, digits)).append("\\").append(line.substr(digits));
        } else {
            const bool listed = line.starts_with("- ") || line.starts_with("+ ") || line.starts_with("* ") || line == "-" || line == "+" || line == "*";
            const bool ruled = !line.empty() && (line.find_first_not_of("- ") == line.npos || line.find_first_not_of("= ") == line.npos);
            if (listed || ruled || line.starts_with('#') || line.starts_with('>')) made += '\\';
            made += line;
        }
        if (end != text.size()) made += '\n';
        begin = end + 1;
    }
    return made;
}

}  // namespace

void MarkdownReader::add_drawn(const PlainTable& table) {
    const std::uint32_t outer[] = {table_block_, row_block_, cell_block_};
    std::vector<HtmlTable> html_tables = std::exchange(html_tables_, {});
    std::vector<List> lists = std::exchange(lists_, {});
    std::map<std::size_t, PlainTable> tables = std::exchange(tables_, {});
    const std::string_view markup = markup_;
    const std::uint32_t bold = std::exchange(html_bold_, 0), struck = std::exchange(html_struck_, 0);
    const HtmlScanner scanner = scanner_;
    add_table(table, builder_, places_, [&](const PlainCell& cell) {
        const std::string text = table.blocks ? cell.text : as_one_paragraph(cell.text);
        parse_cell(cell, text);
    });
    table_block_ = outer[0];
    row_block_ = outer[1];
    cell_block_ = outer[2];
    html_tables_ = std::move(html_tables);
    lists_ = std::move(lists);
    tables_ = std::move(tables);
    markup_ = markup;
    html_bold_ = bold;
    html_struck_ = struck;
    scanner_ = scanner;
    source_cell_ = nullptr;
    in_html_ = true;
}

void MarkdownReader::parse_cell(const PlainCell& cell, std::string_view markup) {
    source_cell_ = &cell;
    markup_ = markup;
    in_html_ = false;
    ++cells_;
    ++drawn_;
    run_parser(markup);
    flush();
    while (!html_tables_.empty()) end_html_table();
    lists_.clear();
    --cells_;
    --drawn_;
}

}  // namespace plancheck
