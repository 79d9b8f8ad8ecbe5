// What is to go is collected as ranges first and cut in one pass that moves all other offsets along. The parser knows
// nothing of braces, so they are found here: after a link, picture or code, after a text in brackets, and at the end of a
// heading.
#include "read/markdown_leaf.hpp"

#include <algorithm>
#include <utility>

#include "read/lines.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest_attributes = 400;

void extend(std::vector<MarkdownLeaf::Range>& ranges, std::uint32_t begin, std::uint32_t end) {
    if (!ranges.empty() && ranges.back().end == begin) ranges.back().end = end;
    else ranges.push_back({begin, end});
}

// Size of "{#id .class key=value}" at the start; 0: there is none.
std::size_t attributes_size(std::string_view text) {
    if (!text.starts_with('{')) return 0;
    const std::size_t close = text.substr(0, longest_attributes).find('}');
    if (close == text.npos) return 0;
    std::string_view inside = trimmed(text.substr(1, close - 1));
    if (inside.empty() || inside.find('{') != inside.npos) return 0;
    if (inside == "-") return close + 1;
    const auto in_name = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':'; };
    if (inside[0] == '.' || inside[0] == '#' || inside[0] == '=')
        return inside.size() > 1 && inside[1] != ' ' ? close + 1 : 0;
    const std::size_t name = static_cast<std::size_t>(std::find_if_not(inside.begin(), inside.end(), in_name) - inside.begin());
    return name != 0 && name < inside.size() && inside[name] == '=' ? close + 1 : 0;
}

// A link to a page at "[[", on one line; nothing else in brackets stands in it, and no address behind it.
struct PageLink {
    std::string_view page;
    std::size_t shown = 0;  // where the words begin that are shown
    std::size_t end = 0;    // 0: it is none
};
PageLink page_link_at(std::string_view text, std::size_t at) {
    constexpr std::size_t longest_link = 160;
    const std::size_t begin = at + 2, close = text.substr(0, std::min(text.size(), begin + longest_link)).find_first_of("[]\n", begin);
    if (close == text.npos || close == begin || !text.substr(close).starts_with("]]") || text.substr(close + 2).starts_with('(')) return {};
    const std::string_view inside = text.substr(begin, close - begin);
    const std::size_t bar = inside.find('|');
    std::string_view page = inside.substr(0, bar);
    if (page.ends_with('\\')) page.remove_suffix(1);  // in a table
    return {trimmed(page.substr(0, page.find('#'))), bar == inside.npos ? begin : begin + bar + 1, close + 2};
}

}  // namespace

std::set<std::string_view> linked_pages(std::string_view text) {
    std::set<std::string_view> once, pages;
    for (std::size_t at = text.find("[["); at != text.npos; at = text.find("[[", at + 1))
        if (const PageLink link = page_link_at(text, at); link.end != 0 && !once.insert(link.page).second) pages.insert(link.page);
    return pages;
}

void MarkdownLeaf::add(std::string_view piece, bool bold) {
    const std::uint32_t begin = position();
    text.append(piece);
    if (bold && !piece.empty()) extend(bold_, begin, position());
}

void MarkdownLeaf::add_literal(std::string_view piece, bool bold) {
    const std::uint32_t begin = position();
    add(piece, bold);
    if (!piece.empty()) extend(literals_, begin, position());
}

void MarkdownLeaf::soft_break() {
    breaks_.push_back({position()});
    text += '\n';
}

void MarkdownLeaf::place(std::size_t at) {
    if (offset == nowhere) offset = at;
    if (!breaks_.empty() && breaks_.back().next == nowhere) breaks_.back().next = at;
}

void MarkdownLeaf::end_link(std::string_view target) {
    const std::string_view words = std::string_view(text).substr(std::min(link_begin_, position()));
    if (words.size() > 1 && words[0] == '^' && words.find(' ') == words.npos) {
        apply({{link_begin_, position()}});
        return;
    }
    if (link_begin_ < position() && !target.empty()) links_.push_back({{link_begin_, position()}, std::string(target)});
    attachable();
}

// Lines begin where their first text begins that stays.
void MarkdownLeaf::end_struck(std::uint32_t begin) {
    begin = std::min(begin, position());
    struck_.push_back({begin, position()});
    while (!breaks_.empty() && breaks_.back().at >= begin) breaks_.pop_back();
    if (breaks_.empty() && begin == 0) offset = nowhere;
    if (!breaks_.empty() && breaks_.back().at + 1 == begin) breaks_.back().next = nowhere;
}

void MarkdownLeaf::cut_struck() { apply(std::exchange(struck_, {})); }

bool MarkdownLeaf::literal(std::uint32_t at) const noexcept {
    const auto after = std::upper_bound(literals_.begin(), literals_.end(), at, [](std::uint32_t value, const Range& range) { return value < range.begin; });
    return after != literals_.begin() && at < std::prev(after)->end;
}

std::string MarkdownLeaf::take_note() {
    if (!text.starts_with("[^") || literal(0)) return {};
    const std::size_t close = text.find("]:");
    if (close == text.npos || close > 64 || text.find_first_of(" \t\n") < close) return {};
    std::string id = text.substr(2, close - 2);
    apply({{0, static_cast<std::uint32_t>(close + 2)}});
    return id;
}

MarkdownLeaf MarkdownLeaf::split(std::uint32_t at) {
    MarkdownLeaf tail = *this;
    for (const Break& line : breaks_)
        if (line.at + 1 == at && line.next != nowhere) tail.offset = line.next;
    tail.apply({{0, at}});
    apply({{at, position()}});
    return tail;
}

std::vector<std::uint32_t> MarkdownLeaf::line_starts() const {
    std::vector<std::uint32_t> starts{0};
    for (const Break& line : breaks_) starts.push_back(line.at + 1);
    return starts;
}

void MarkdownLeaf::cut_start(std::uint32_t size) { apply({{0, size}}); }

void MarkdownLeaf::cut_attributes(std::vector<Range>& cuts) const {
    if (text.find('[') == text.npos && text.find('{') == text.npos) return;
    std::vector<std::uint32_t> open;
    std::size_t next = 0;
    const std::string_view all = text;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
        while (next < attachable_.size() && attachable_[next] < at) ++next;
        const char c = text[at];
        if (c != '[' && c != ']' && c != '{') continue;
        if (literal(at)) continue;
        if (c == '[') {
            open.push_back(at);
        } else if (c == ']') {
            if (open.empty()) continue;
            const std::uint32_t begin = open.back();
            open.pop_back();
            if (begin + 1 < at && text[begin + 1] == '^' && at - begin <= 64 && all.substr(begin, at - begin).find_first_of(" \n") == all.npos) {
                cuts.push_back({begin, at + 1});  // the mark of a note
            } else if (const std::size_t size = attributes_size(all.substr(at + 1)); size != 0 && !literal(at + 1)) {
                cuts.push_back({begin, begin + 1});
                cuts.push_back({at, at + 1 + static_cast<std::uint32_t>(size)});
            }
        } else if (next < attachable_.size() && attachable_[next] == at) {
            const std::size_t size = attributes_size(all.substr(at));
            if (size == 0) continue;
            cuts.push_back({at, at + static_cast<std::uint32_t>(size)});
            // Code that is meant for one format: "`<br/>`{=html}".
            if (all[at + 1] == '=')
                for (const Range& code : literals_)
                    if (code.end == at) cuts.push_back(code);
        }
    }
}

// Fences of divisions ("::: {.note}") that stand in the paragraph before or after them.
void MarkdownLeaf::cut_lines(std::vector<Range>& cuts) const {
    if (text.find(":::") == text.npos) return;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = trimmed(std::string_view(text).substr(begin, end - begin));
        if (line.starts_with(":::")) {
            line.remove_prefix(std::min(line.find_first_not_of(':'), line.size()));
            line = trimmed(line);
            const bool plain = line.size() <= 40 && line.find_first_of(" \t") == line.npos;
            if (plain || attributes_size(line) == line.size())
                cuts.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::min(end + 1, text.size()))});
        }
        begin = end + 1;
    }
}

// "[[Lake Institute]]", "[[institutes/Lake|the institute]]": the words that are shown stay.
void MarkdownLeaf::cut_page_links(std::vector<Range>& cuts) const {
    // Where a program puts the table of contents.
    const std::string_view whole = trimmed(text);
    for (const std::string_view contents : {"[TOC]", "[toc]", "[[TOC]]", "[[toc]]", "[[_TOC_]]"})
        if (whole == contents) cuts.push_back({0, position()});
    if (pages == nullptr || pages->empty()) return;
    const std::string_view all = text;
    for (std::size_t at = all.find("[["); at != all.npos; at = all.find("[[", at + 1)) {
        const PageLink link = page_link_at(all, at);
        if (link.end == 0 || !pages->contains(link.page) || literal(static_cast<std::uint32_t>(at))) continue;
        cuts.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(link.shown)});
        cuts.push_back({static_cast<std::uint32_t>(link.end - 2), static_cast<std::uint32_t>(link.end)});
    }
}

void MarkdownLeaf::judge_breaks(std::vector<Range>& cuts) {
    if (breaks_.empty()) return;
    // Hard breaks end lines too; only soft ones are judged.
    std::vector<std::string_view> lines;
    std::vector<std::uint32_t> ends;
    std::size_t width = 0;
    const std::string copy = text;
    for (std::size_t begin = 0; begin <= copy.size();) {
        const std::size_t end = std::min(copy.find('\n', begin), copy.size());
        lines.push_back(std::string_view(copy).substr(begin, end - begin));
        ends.push_back(static_cast<std::uint32_t>(end));
        width = std::max(width, columns_of(lines.back()));
        begin = end + 1;
    }
    std::size_t next = 0;
    for (std::size_t i = 0; i + 1 < lines.size() && next < breaks_.size(); ++i) {
        if (breaks_[next].at != ends[i]) continue;
        ++next;
        const std::string_view above = trimmed(lines[i]), below = trimmed(lines[i + 1]);
        const bool close = is_cjk(decode_before(above, above.size()).code) && is_cjk(decode(below, 0).code);
        const char end = flows ? (close ? '\0' : ' ') : line_end(above, below, width, i == 0);
        if (end == 0) cuts.push_back({ends[i], ends[i] + 1});
        else text[ends[i]] = end;
    }
}

void MarkdownLeaf::tidy(bool heading) {
    std::vector<Range> cuts;
    cut_attributes(cuts);
    cut_lines(cuts);
    cut_page_links(cuts);
    if (heading && text.ends_with('}')) {
        const std::size_t open = text.rfind('{');
        if (open != text.npos && !literal(static_cast<std::uint32_t>(open)) && (open == 0 || text[open - 1] == ' ') &&
            attributes_size(std::string_view(text).substr(open)) == text.size() - open)
            cuts.push_back({static_cast<std::uint32_t>(open), position()});
    }
    judge_breaks(cuts);
    apply(std::move(cuts));
    const std::string_view inner = trimmed(text);
    const auto begin = static_cast<std::uint32_t>(inner.empty() ? 0 : inner.data() - text.data());
    apply({{0, begin}, {begin + static_cast<std::uint32_t>(inner.size()), position()}});
}

void MarkdownLeaf::apply(std::vector<Range> cuts) {
    std::sort(cuts.begin(), cuts.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
    std::vector<Range> gone;  // apart
    for (const Range& cut : cuts) {
        if (cut.begin == cut.end) continue;
        if (!gone.empty() && cut.begin <= gone.back().end) gone.back().end = std::max(gone.back().end, cut.end);
        else gone.push_back(cut);
    }
    if (gone.empty()) return;
    std::vector<std::uint32_t> before(gone.size());  // bytes gone before each
    std::string made;
    std::uint32_t from = 0, sum = 0;
    for (std::size_t i = 0; i < gone.size(); ++i) {
        made.append(text, from, gone[i].begin - from);
        before[i] = sum;
        sum += gone[i].end - gone[i].begin;
        from = gone[i].end;
    }
    made.append(text, from);
    const auto moved = [&](std::uint32_t at) {
        const auto after = std::upper_bound(gone.begin(), gone.end(), at, [](std::uint32_t value, const Range& range) { return value < range.begin; });
        if (after == gone.begin()) return at;
        const auto index = static_cast<std::size_t>(after - gone.begin()) - 1;
        return std::min(at, gone[index].end) - before[index] - (std::min(at, gone[index].end) - gone[index].begin) +
               (at > gone[index].end ? at - gone[index].end : 0);
    };
    const auto move_all = [&](std::vector<Range>& ranges) {
        for (Range& range : ranges) range = {moved(range.begin), moved(range.end)};
        std::erase_if(ranges, [](const Range& range) { return range.begin == range.end; });
    };
    move_all(bold_);
    move_all(literals_);
    move_all(struck_);
    for (Link& link : links_) link.range = {moved(link.range.begin), moved(link.range.end)};
    std::erase_if(links_, [](const Link& link) { return link.range.begin == link.range.end; });
    std::erase_if(breaks_, [&](const Break& line) {
        const auto after = std::upper_bound(gone.begin(), gone.end(), line.at, [](std::uint32_t value, const Range& cut) { return value < cut.begin; });
        return after != gone.begin() && line.at < std::prev(after)->end;
    });
    for (Break& line : breaks_) line.at = moved(line.at);
    for (std::uint32_t& at : attachable_) at = moved(at);
    text = std::move(made);
}

void MarkdownLeaf::write(Builder& builder) const {
    const std::string_view all = text;
    std::size_t link = 0, bold = 0;
    std::uint32_t link_begin = 0;
    for (std::uint32_t at = 0; at < text.size();) {
        std::uint32_t next = position();
        while (link < links_.size() && links_[link].range.end <= at) ++link;
        while (bold < bold_.size() && bold_[bold].end <= at) ++bold;
        const bool is_bold = bold < bold_.size() && bold_[bold].begin <= at;
        if (bold < bold_.size()) next = std::min(next, is_bold ? bold_[bold].end : bold_[bold].begin);
        if (link < links_.size()) {
            if (links_[link].range.begin == at) link_begin = builder.position();
            next = std::min(next, links_[link].range.begin > at ? links_[link].range.begin : links_[link].range.end);
        }
        builder.bold(is_bold);
        builder.text(all.substr(at, next - at));
        at = next;
        if (link < links_.size() && links_[link].range.end == at) builder.link(link_begin, links_[link++].target);
    }
    builder.bold(false);
}

bool MarkdownLeaf::blank() const noexcept { return trimmed(text).empty(); }

void MarkdownLeaf::clear() { *this = MarkdownLeaf(); }

bool is_tex_of_pages(std::string_view text) noexcept {
    constexpr std::string_view commands[] = {"newpage", "pagebreak", "clearpage", "cleardoublepage", "tableofcontents", "pagenumbering", "setcounter", "vspace", "bigskip", "medskip", "smallskip", "vfill", "appendix"};
    if (!text.starts_with('\\')) return false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == '\n') {
            ++at;
            continue;
        }
        if (text[at] != '\\') return false;
        const std::size_t begin = ++at;
        while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;
        if (std::find(std::begin(commands), std::end(commands), text.substr(begin, at - begin)) == std::end(commands)) return false;
        for (; at < text.size() && (text[at] == '{' || text[at] == '[' || text[at] == '*'); ++at) {
            if (text[at] == '*') continue;
            at = text.find(text[at] == '{' ? '}' : ']', at);
            if (at == text.npos) return false;
        }
    }
    return true;
}

}  // namespace plancheck
