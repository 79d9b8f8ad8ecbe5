// Tags are stepped over by their names alone, in markup that holds neither comments nor scripts any more. What has no end tag of
// its own makes the count go wrong, and then nothing is taken for a table.
#include "read/html_grid.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "read/html_characters.hpp"
#include "text/utf8.hpp"

namespace plancheck::html {

namespace {

constexpr std::size_t farthest = std::size_t{256} << 10;  // bytes ahead

struct Tag {
    std::string name;  // in small letters
    bool end = false, empty = false;
    std::size_t begin = 0, after = 0;
};

bool next_tag(std::string_view markup, std::size_t at, std::size_t limit, Tag& tag) {
    markup = markup.substr(0, limit);
    for (at = markup.find('<', at); at < limit; at = markup.find('<', at + 1)) {
        tag.begin = at++;
        tag.end = at < markup.size() && markup[at] == '/';
        if (tag.end) ++at;
        tag.name.clear();
        for (; at < markup.size() && tag.name.size() < 16; ++at) {
            const char c = markup[at];
            if (c >= 'A' && c <= 'Z') tag.name += static_cast<char>(c + 32);
            else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) tag.name += c;
            else break;
        }
        if (tag.name.empty()) continue;
        char quote = 0;
        while (at < markup.size() && at < limit && (quote != 0 || markup[at] != '>')) {
            if (quote != 0 ? markup[at] == quote : (markup[at] == '"' || markup[at] == '\'')) quote = quote != 0 ? '\0' : markup[at];
            ++at;
        }
        if (at >= markup.size() || at >= limit) return false;
        constexpr std::array<std::string_view, 8> empty{"br", "img", "hr", "wbr", "input", "col", "link", "meta"};
        tag.empty = markup[at - 1] == '/' || std::find(empty.begin(), empty.end(), tag.name) != empty.end();
        tag.after = at + 1;
        return true;
    }
    return false;
}

// Adds how far `at` has come when it goes.
class Counted {
public:
    Counted(const std::size_t& at, std::uint64_t& cost) : at_(at), begin_(at), cost_(cost) {}
    ~Counted() { cost_ += at_ - begin_ + 64; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;

private:
    const std::size_t& at_;
    std::size_t begin_;
    std::uint64_t& cost_;
};

bool is_plain(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 21> names{"a", "abbr", "b", "br", "div", "em", "font", "i", "img", "li", "mark", "ol", "p", "small", "span", "strong", "sub", "sup", "u", "ul", "wbr"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_cell(std::string_view name) noexcept { return name == "div" || name == "span" || name == "p"; }

}  // namespace

Inside look_inside(std::string_view markup, std::size_t at, std::uint64_t& cost) {
    Inside found;
    found.plain = true;
    if (at < markup.size() && markup[at] == '>') ++at;  // the parser stops at it
    const std::size_t limit = std::min(markup.size(), at + farthest);
    std::size_t depth = 0;
    const Counted counted(at, cost);
    for (Tag tag; next_tag(markup, at, limit, tag); at = tag.after) {
        if (depth == 0 && !trimmed(markup.substr(at, tag.begin - at)).empty()) found.plain = false;
        if (tag.end) {
            if (depth == 0) {
                found.end = tag.after;
                return found;
            }
            --depth;
            continue;
        }
        if (!is_plain(tag.name) || (depth == 0 && !is_cell(tag.name))) found.plain = false;
        if (depth == 0) ++found.children;
        if (!tag.empty) ++depth;
    }
    return found;
}

std::uint32_t boxes_in_rows(std::string_view markup, std::size_t at, std::string_view name, std::size_t& end, std::uint64_t& cost) {
    constexpr std::uint32_t least_cells = 3, least_rows = 3;
    const Inside first = look_inside(markup, at, cost);
    end = std::max(first.end, at);
    if (!first.plain || first.end == 0 || first.children < least_cells) return 0;
    std::uint32_t rows = 1;
    for (std::size_t behind = first.end;; ++rows) {
        Tag tag;
        if (!next_tag(markup, behind, std::min(markup.size(), behind + farthest), tag) || tag.end || tag.name != name ||
            !trimmed(markup.substr(behind, tag.begin - behind)).empty())
            break;
        const Inside next = look_inside(markup, tag.after, cost);
        if (!next.plain || next.end == 0 || next.children != first.children) break;
        behind = end = next.end;
    }
    return rows >= least_rows ? rows : 0;
}

namespace {

struct Terms {
    std::string_view first;
    std::uint32_t pairs = 0;
    bool alternate = true;
    std::size_t end = 0;  // behind the end tag; 0: it was not found
};

Terms look_at_terms(std::string_view markup, std::size_t at, std::uint64_t& cost) {
    constexpr std::size_t longest_term = 100;  // bytes
    Terms found;
    const std::size_t limit = std::min(markup.size(), at + farthest);
    bool term = false;
    std::size_t term_begin = 0;
    const Counted counted(at, cost);
    for (Tag tag; found.alternate && next_tag(markup, at, limit, tag); at = tag.after) {
        if (tag.end && tag.name == "dl") {
            found.end = tag.after;
            found.alternate = found.alternate && !term;
            return found;
        }
        if (tag.name == "dt" && !tag.end) {
            found.alternate = found.alternate && !term;
            term = true;
            term_begin = tag.after;
        } else if (tag.name == "dt") {
            const std::string_view words = trimmed(markup.substr(term_begin, tag.begin - term_begin));
            if (words.size() > longest_term || words.empty()) found.alternate = false;
            if (found.pairs == 0) found.first = words;
        } else if (tag.name == "dd" && !tag.end) {
            found.alternate = found.alternate && term;
            term = false;
            ++found.pairs;
        } else if (tag.name != "dd" && !is_plain(tag.name)) {
            found.alternate = false;
        }
    }
    return found;
}

}  // namespace

bool is_record(std::string_view markup, std::size_t at, std::string_view before, std::string_view& first, std::uint64_t& cost) {
    const Terms own = look_at_terms(markup, at, cost);
    first = {};
    if (!own.alternate || own.end == 0 || own.pairs < 2 || own.first.empty()) return false;
    Tag tag;
    const bool goes_on = next_tag(markup, own.end, std::min(markup.size(), own.end + farthest), tag) && !tag.end && tag.name == "dl" &&
                         look_at_terms(markup, tag.after, cost).first == own.first;
    if (!goes_on && own.first != before) return false;
    first = own.first;
    return true;
}

TermList list_of_terms(std::string_view markup, std::size_t at, std::uint64_t& cost) {
    const Terms own = look_at_terms(markup, at, cost);
    if (own.alternate && own.end != 0 && own.pairs != 0) return TermList::pairs;
    Tag tag;
    for (std::size_t from = at; next_tag(markup, from, std::min(markup.size(), at + farthest), tag) && tag.name == "div" && !tag.end;) from = tag.after;
    return tag.name == "dt" && !tag.end ? TermList::items : TermList::none;
}

namespace {

struct PageCell {
    std::size_t words = 0;  // bytes
    std::uint32_t titles = 0, lines = 0;
    bool tables = false;

    bool is_page() const noexcept {
        constexpr std::size_t least_words = 1500;
        return words >= least_words && (titles >= 2 || tables || lines >= 12);
    }
};

bool begins_line(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 12> names{"p", "div", "li", "br", "hr", "center", "blockquote", "h1", "h2", "h3", "h4", "h5"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_of_data(std::string_view name) noexcept { return name == "th" || name == "thead" || name == "caption"; }

}  // namespace

bool holds_page(std::string_view markup, std::size_t at, std::uint64_t& cost) {
    constexpr std::uint32_t most_cells = 16;
    if (at < markup.size() && markup[at] == '>') ++at;  // the parser stops at it
    const std::size_t limit = std::min(markup.size(), at + farthest);
    std::uint32_t cells = 0, depth = 0;
    std::size_t words = 0;
    PageCell cell, largest;
    const auto end_cell = [&] {
        if (cell.words > largest.words) largest = cell;
        cell = {};
    };
    const Counted counted(at, cost);
    for (Tag tag; next_tag(markup, at, limit, tag); at = tag.after) {
        const std::size_t own = trimmed(markup.substr(at, tag.begin - at)).size();
        words += own;
        cell.words += own;
        if (tag.name == "table") {
            if (tag.end && depth == 0) break;
            tag.end ? --depth : ++depth;
            cell.tables = true;
        } else if (depth == 0 && !tag.end && is_of_data(tag.name)) {
            return false;
        } else if (depth == 0 && !tag.end && tag.name == "td") {
            end_cell();
            if (++cells > most_cells) return false;
        } else if (!tag.end && begins_line(tag.name)) {
            ++cell.lines;
            if (tag.name[0] == 'h' && tag.name != "hr") ++cell.titles;
        }
    }
    end_cell();
    return largest.is_page() && largest.words * 3 >= words * 2;
}

namespace {

// Several words, or a script without spaces, and no end of a line of code.
bool is_prose(std::string_view line) noexcept {
    constexpr std::string_view code_ends = ";{}";
    constexpr std::ptrdiff_t least_words = 4, least_wide = 20;
    const auto wide = std::count_if(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return code_ends.find(line.back()) == code_ends.npos && (wide >= least_wide || std::count(line.begin(), line.end(), ' ') >= least_words);
}

}  // namespace

bool is_broken_lines(std::string_view markup, std::size_t at, std::uint64_t& cost) {
    constexpr std::size_t least = 40, narrowest = 24, widest = 110;  // breaks; bytes of a line of letters with marks of references
    constexpr std::array<std::string_view, 11> inside{"a", "b", "br", "em", "font", "hr", "i", "img", "span", "strong", "u"};
    if (at < markup.size() && markup[at] == '>') ++at;  // the parser stops at it
    const std::size_t limit = std::min(markup.size(), at + farthest);
    std::size_t breaks = 0, pairs = 0, words = 0, letters = 0, line = 0;
    const Counted counted(at, cost);
    for (Tag tag; next_tag(markup, at, limit, tag); at = tag.after) {
        const std::string_view own = trimmed(markup.substr(at, tag.begin - at));
        line += own.size();
        // Bytes behind the first of a character.
        letters += own.size() - static_cast<std::size_t>(std::count_if(own.begin(), own.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }));
        if (tag.name == "body" || tag.name == "html") break;
        if (std::find(inside.begin(), inside.end(), tag.name) == inside.end()) return false;
        if (tag.name != "br" || tag.end) continue;
        ++breaks;
        pairs += line == 0 ? 1 : 0;
        words += line;
        line = 0;
    }
    return breaks >= least && pairs * 10 <= breaks && words != 0 && letters >= narrowest * breaks && letters <= widest * breaks;
}

bool is_typed_text(std::string_view markup, std::size_t at, std::string_view name, std::uint64_t& cost) {
    constexpr std::size_t least_lines = 12, least_empty = 4, prose_bytes = 30;
    std::size_t limit = std::min(markup.size(), at + farthest);
    {
        // Up to its end; lines of blocks inside are no lines of a text.
        std::size_t end = at;
        const Counted counted(end, cost);
        for (Tag tag; next_tag(markup, end, limit, tag); end = tag.after) {
            if (tag.end && tag.name == name) limit = tag.begin;
            else if (name != "pre" && (tag.name == "div" || tag.name == "p" || tag.name == "li" || tag.name == "table")) return false;
        }
    }
    const std::string_view ahead = markup.substr(std::min(at, limit), limit - std::min(at, limit));
    std::size_t lines = 0, empty = 0, prose = 0, begin = 0;
    while (begin < ahead.size()) {
        const std::size_t end = std::min(ahead.find('\n', begin), ahead.size());
        const std::string_view line = ahead.substr(begin, end - begin), own = trimmed(line);
        begin = end + 1;
        if (own.empty()) ++empty;
        else ++lines;
        if (own.size() >= prose_bytes && is_prose(own)) ++prose;
    }
    cost += begin + 64;
    return lines >= least_lines && empty >= least_empty && prose * 4 >= lines;
}

}  // namespace plancheck::html
