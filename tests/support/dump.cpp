// Everything a Block holds is printed unless it has its default value, so that a golden file shows every change.
#include "support/dump.hpp"

#include <array>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace {

using namespace plancheck;

std::string_view kind_name(BlockKind kind) {
    constexpr std::array<std::string_view, 9> names{"heading", "paragraph", "list-item", "table", "row",
                                                    "cell",    "figure",    "box",       "note"};
    return names[static_cast<std::size_t>(kind)];
}

constexpr std::array<std::pair<std::uint16_t, std::string_view>, 14> mark_names{{{mark::title, "title"},
                                                                                 {mark::contents, "contents"},
                                                                                 {mark::header_row, "header-row"},
                                                                                 {mark::ordered, "ordered"},
                                                                                 {mark::placeholder, "placeholder"},
                                                                                 {mark::continued, "continued"},
                                                                                 {mark::uncounted, "uncounted"},
                                                                                 {mark::quotation, "quotation"},
                                                                                 {mark::preformatted, "preformatted"},
                                                                                 {mark::centred, "centred"},
                                                                                 {mark::marked_label, "marked-label"}, {mark::running, "running"}, {mark::struck, "struck"},
                                                                                 {mark::doubtful, "doubtful"}}};

std::string escaped(std::string_view text) {
    std::string made;
    for (const char c : text) {
        if (c == '\n')
            made += "\\n";
        else if (c == '\t')
            made += "\\t";
        else if (c == '\\')
            made += "\\\\";
        else
            made += c;
    }
    return made;
}

std::string value_of(const Argument& argument) {
    if (const auto* number = std::get_if<std::int64_t>(&argument.value)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&argument.value)) return *text;
    std::string made;
    for (const auto& text : std::get<std::vector<std::string>>(argument.value))
        made += (made.empty() ? "" : ",") + text;
    return made;
}

void dump_block(std::string& to, const Document& document, std::uint32_t index, std::size_t depth) {
    const Block& block = document.blocks[index];
    to.append(2 * depth, ' ').append(kind_name(block.kind));
    const bool leaf = block.kind == BlockKind::heading || block.kind == BlockKind::list_item;
    if (leaf) to += ' ' + std::to_string(block.level);
    if (!block.label.empty()) to += " \"" + std::string(document.label(block)) + '"';
    if (block.list != 0) to += " #" + std::to_string(block.list) + '=' + std::to_string(block.number);
    if (block.kind == BlockKind::cell) {
        to += " column " + std::to_string(block.column);
        if (block.column_span != 1) to += " columns " + std::to_string(block.column_span);
        if (block.row_span != 1) to += " rows " + std::to_string(block.row_span);
    }
    std::string marks;
    for (const auto& [bit, name] : mark_names)
        if (block.has(bit)) marks += (marks.empty() ? "" : " ") + std::string(name);
    if (!marks.empty()) to += " [" + marks + ']';
    if (block.bold != 0) to += block.bold == block.text.size() ? " bold" : " bold=" + std::to_string(block.bold);
    if (block.place.part != 0) to += " in " + document.parts[block.place.part];
    if (block.place.page != 0) to += " page " + std::to_string(block.place.page);
    if (block.place.page_hint != 0) to += " p" + std::to_string(block.place.page_hint);
    if (block.place.line != 0) to += " @" + std::to_string(block.place.line) + ':' + std::to_string(block.place.column);
    if (!block.text.empty()) {
        const std::uint32_t after =
            block.end < document.main_end ? document.blocks[block.end].before.words : document.total.words;
        if (index < document.main_end) to += " words=" + std::to_string(after - block.before.words);
        to += " | " + escaped(document.view(block.text));
    }
    to += '\n';
}

}  // namespace

std::string dump_blocks(const Document& document) {
    std::string made;
    std::vector<std::uint32_t> ends;
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
        while (!ends.empty() && ends.back() <= i) ends.pop_back();
        if (i == document.main_end) made += "-- end of main text\n";
        dump_block(made, document, i, ends.size());
        if (document.blocks[i].end > i + 1) ends.push_back(document.blocks[i].end);
    }
    for (const Link& link : document.links)
        made += "link " + escaped(document.view(link.text)) + " -> " + link.target + '\n';
    for (const Notification& told : document.notifications) {
        made += std::string(name(told.severity)) + ' ' + told.id;
        for (const Argument& argument : told.arguments) made += ' ' + argument.name + '=' + value_of(argument);
        made += '\n';
    }
    made += std::string(name(document.format)) + " words=" + std::to_string(document.total.words) +
            " with-letters=" + std::to_string(document.total.with_letters) +
            " labels=" + std::to_string(document.total.labels) + (document.readable ? "" : " unreadable") + '\n';
    return made;
}
