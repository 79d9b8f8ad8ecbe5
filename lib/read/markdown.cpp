// Markdown: CommonMark as md4c reads it, with pipe tables. Around it: metadata on top, tables that are drawn with dashes or
// plus signs, which are read here and hidden from the parser, and a look at the nesting, which the parser does not limit
// (its time grows with depth times blank lines).
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "read/builder.hpp"
#include "read/encoding.hpp"
#include "read/front_matter.hpp"
#include "read/lines.hpp"
#include "read/markdown_marks.hpp"
#include "read/markdown_reader.hpp"
#include "read/plain_table.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

// How deep a line can be nested at most: quotes and markers at its start, and two columns of indentation a list.
std::uint64_t depth_of(std::string_view line) {
    std::uint64_t markers = 0, blanks = 0;
    std::size_t at = 0, against = 0;
    char sign = 0;
    // A blank before a marker belongs to the one before it.
    const auto opens = [&] {
        ++markers;
        if (blanks != 0) --blanks;
    };
    while (at < line.size()) {
        const char c = line[at];
        if (c == ' ') ++blanks;
        else if (c == '\t') blanks += 4;
        else if (c == '>') opens();
        else if (c == '-' || c == '+' || c == '*') {
            if (at + 1 < line.size() && line[at + 1] != ' ' && line[at + 1] != '\t') break;
            // A rule (* * *) opens nothing.
            const char rule[] = {c, ' ', '\t', '\r', '\0'};
            // Looked for once, up to the byte that speaks against it.
            if (c != '+' && (c != sign || at >= against)) {
                sign = c;
                against = line.find_first_not_of(rule, at);
                if (against == line.npos) break;
            }
            opens();
        } else if (c >= '0' && c <= '9') {
            std::size_t end = at;
            while (end < line.size() && end - at < 9 && line[end] >= '0' && line[end] <= '9') ++end;
            if (end == line.size() || (line[end] != '.' && line[end] != ')')) break;
            opens();
            at = end;
        } else {
            break;
        }
        ++at;
    }
    return markers == 0 ? 0 : markers + blanks / 2;
}

/// Where lines end, asked in the order of the text. Most texts have one kind of line end.
class LineEnds {
public:
    explicit LineEnds(std::string_view text) noexcept : text_(text), carriage_return_(text.find('\r')) {}

    std::size_t from(std::size_t begin) noexcept {
        if (carriage_return_ < begin) carriage_return_ = text_.find('\r', begin);
        const std::size_t line_feed = text_.substr(0, carriage_return_).find('\n', begin);
        return std::min({line_feed, carriage_return_, text_.size()});
    }

private:
    std::string_view text_;
    std::size_t carriage_return_;
};

void check_nesting(std::string_view text, std::uint64_t allowed) {
    LineEnds ends(text);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = ends.from(begin);
        const std::uint64_t depth = end - begin <= allowed ? 0 : depth_of(text.substr(begin, end - begin));
        if (depth > allowed) limit_reached("nesting", depth, allowed);
        begin = end + 1;
    }
}

std::vector<SourceLine> lines_of(std::string_view text, std::size_t begin) {
    std::vector<SourceLine> lines;
    LineEnds ends(text);
    while (begin < text.size()) {
        const std::size_t end = ends.from(begin);
        SourceLine line;
        std::size_t at = begin, last = end;
        while (at < last && text[at] == ' ') ++at;
        while (last > at && (text[last - 1] == ' ' || text[last - 1] == '\t')) --last;
        line.indent = static_cast<std::uint16_t>(std::min<std::size_t>(at - begin, 0xFFFF));
        line.begin = static_cast<std::uint32_t>(at);
        line.end = static_cast<std::uint32_t>(last);
        lines.push_back(line);
        begin = end + 1;
        if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++begin;
    }
    return lines;
}

// Tables of dashes and plus signs, and lines with tabs, become an empty processing instruction for the parser, of the same size.
std::map<std::size_t, PlainTable> hide_tables(std::string_view text, std::string& markup, std::size_t begin, const Limits& limits) {
    std::map<std::size_t, PlainTable> tables;
    const auto has = [&](std::string_view signs) { return text.find(signs, begin) != text.npos; };
    const bool tabs = has("\t");
    if (!tabs && !has("--") && !has("|-") && !has("|:-") && !has("-|")) return tables;
    const std::vector<SourceLine> lines = lines_of(text, begin);
    bool after_blank = true;
    char fence = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const SourceLine& line = lines[i];
        const std::string_view own = text.substr(line.begin, line.end - line.begin);
        if (own.starts_with("```") || own.starts_with("~~~")) fence = fence == 0 ? own[0] : fence == own[0] ? '\0' : fence;
        // Heads may stand far from the edge, above the dashes of their columns.
        const bool at_edge = line.indent <= 3 || (i + 1 < lines.size() && lines[i + 1].indent <= 3 && lines[i + 1].indent < line.indent && text.substr(lines[i + 1].begin).starts_with("--"));
        const bool may_begin = fence == 0 && at_edge && own.size() >= 4;
        const bool below_blank = after_blank;
        after_blank = line.blank();
        if (!may_begin) continue;
        PlainTable table = markdown_pipes(text, lines, i, below_blank);
        if (table.lines == 0 && !below_blank) continue;
        unsigned kinds = static_cast<unsigned>(TableKind::grid) | static_cast<unsigned>(TableKind::columns);
        if (tabs && own[0] != '\t' && own.find('\t') != own.npos && !list_marker(own)) kinds |= static_cast<unsigned>(TableKind::tabs);
        if (table.lines == 0) table = plain_table(text, lines, i, kinds, true);
        if (table.lines == 0) continue;
        for (const auto& row : table.rows)
            for (const PlainCell& cell : row) check_nesting(cell.text, limits.nesting);
        for (std::size_t k = i; k < i + table.lines; ++k)
            std::fill(markup.begin() + lines[k].begin, markup.begin() + lines[k].end, ' ');
        markup.replace(line.begin, 4, "<?" "?>");
        i += table.lines - 1;
        tables.emplace(line.begin, std::move(table));
        after_blank = true;
    }
    return tables;
}

// Whether titles stand close to their signs ("##Title"), as Markdown had it before CommonMark: there are such of the second rank or
// below, and none that stands apart.
bool has_close_titles(std::string_view text, std::size_t begin) {
    constexpr std::size_t lowest = 6;
    std::size_t close = 0, below = 0;
    bool fenced = false;
    for (std::size_t at = begin; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1) {
        if (text[at] == '`' || text[at] == '~') fenced = fenced != (text.substr(at, 3) == "```" || text.substr(at, 3) == "~~~");
        if (text[at] != '#' || fenced) continue;
        const std::size_t words = std::min(text.find_first_not_of('#', at), text.size());
        if (words == text.size() || words - at > lowest) continue;
        if (text[words] == ' ' || text[words] == '\t') return false;
        const bool letter = is_letter_or_digit(decode(text, words).code);
        close += letter ? 1 : 0;
        below += letter && words - at > 1 ? 1 : 0;
    }
    return close >= 2 && below != 0;
}

// Whether a program wrapped the paragraphs: nearly every line ends where the first word of the next one had gone beyond the
// width of all. Then no end of a line was meant.
bool is_wrapped(std::string_view text, std::size_t begin) {
    constexpr std::size_t least_width = 50, most_width = 120, least_pairs = 8;
    const auto starts_block = [](std::string_view own) { return own.empty() || std::string_view("#>|+-*=`~:<").find(own.front()) != own.npos || list_marker(own) || own.find(" | ") != own.npos; };
    std::vector<std::pair<std::size_t, std::size_t>> pairs;  // columns of a line, and with the first word of the next
    const std::vector<SourceLine> lines = lines_of(text, begin);
    std::size_t width = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const std::string_view own = text.substr(lines[i].begin, lines[i].end - lines[i].begin), next = text.substr(lines[i + 1].begin, lines[i + 1].end - lines[i + 1].begin);
        if (own.empty() || own.front() == '#' || own.front() == '|' || own.find(" | ") != own.npos || starts_block(next) || own.size() > 4 * most_width || own.find(' ') == own.npos) continue;
        // Two spaces and a backslash break a line on purpose.
        if (own.ends_with('\\') || text.substr(lines[i].end).starts_with("  ")) continue;
        const std::size_t columns = lines[i].indent + columns_of(own);
        pairs.emplace_back(columns, columns + 1 + columns_of(next.substr(0, next.find(' '))));
        width = std::max(width, columns);
    }
    if (pairs.size() < least_pairs || width < least_width || width > most_width) return false;
    const auto meant = static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.second <= width; }));
    return meant * 50 <= pairs.size();
}

}  // namespace

Document read_markdown(std::string_view bytes, std::string_view name, Format format, const Limits& limits) {
    Builder builder(name, format, limits);
    SourceText source = decode_text(bytes, limits);
    // A form feed parts pages of a plain text; here it is white space, and no XML may hold it.
    std::replace(source.text.begin(), source.text.end(), '\f', ' ');
    tell_encoding(source, builder);
    check_nesting(source.text, limits.nesting);
    builder.reserve(source.text.size(), source.text.size() / 80);
    const FrontMatter matter = front_matter(source.text);
    std::string markup = source.text;
    std::map<std::size_t, PlainTable> tables = hide_tables(source.text, markup, matter.end, limits);
    mend_marks(markup, matter.end);
    MarkdownReader reader(source, builder);
    if (has_close_titles(source.text, matter.end)) reader.take_close_titles();
    if (is_wrapped(source.text, matter.end)) reader.flow();
    reader.link_pages(linked_pages(std::string_view(source.text).substr(matter.end)));
    reader.metadata(matter.title, matter.title_at, mark::title);
    reader.metadata(matter.subtitle, matter.subtitle_at, 0);
    reader.metadata(matter.date, matter.date_at, 0);
    reader.parse(std::string_view(markup).substr(matter.end), matter.end, std::move(tables));
    reader.finish();
    return builder.finish();
}

}  // namespace plancheck
