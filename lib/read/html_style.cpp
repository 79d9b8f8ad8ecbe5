// The sheet is cut at braces and semicolons with regard to quotes, nothing more. Rules of the same selector become
// one look. What only Word says, it says in style attributes, so rules need not keep it.
#include "read/html_style.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "read/html_characters.hpp"
#include "read/html_prepare.hpp"
#include "text/utf8.hpp"

namespace plancheck::html {

namespace {

constexpr std::size_t most_rules = 65536, most_classes = 64;

bool begins(std::string_view text, std::string_view lower_case) noexcept {
    return text.size() >= lower_case.size() && same(text.substr(0, lower_case.size()), lower_case);
}

std::string_view stripped(std::string_view text) noexcept {
    text.remove_prefix(std::min(text.find_first_not_of(white), text.size()));
    return text.substr(0, text.find_last_not_of(white) + 1);
}

/// Where the first of `signs` stands outside of quotes.
std::size_t find_outside(std::string_view text, std::string_view signs) noexcept {
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\')
            ++i;
        else if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (signs.find(c) != signs.npos)
            return i;
    }
    return text.npos;
}

float points(std::string_view value) noexcept {
    float number = 0;
    if (value.starts_with('.')) {  // ".5in"
        for (float unit = 0.1F; value.size() > 1 && value[1] >= '0' && value[1] <= '9';
             unit /= 10, value.remove_prefix(1))
            number += unit * static_cast<float>(value[1] - '0');
        value.remove_prefix(1);
    } else {
        const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
        value.remove_prefix(static_cast<std::size_t>(read.ptr - value.data()));
    }
    if (begins(value, "in")) return number * 72;
    if (begins(value, "cm")) return number * 72 / 2.54F;
    if (begins(value, "mm")) return number * 72 / 25.4F;
    if (begins(value, "px")) return number * 0.75F;
    return begins(value, "pt") ? number : 0;
}

Say weight(std::string_view value) noexcept {
    if (begins(value, "bold")) return Say::yes;
    if (begins(value, "normal") || begins(value, "lighter")) return Say::no;
    int number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    if (number == 0) return Say::nothing;
    return number >= 600 ? Say::yes : Say::no;
}

Role table_role(std::string_view value) noexcept {
    value = value.substr(0, value.find_first_of(" \t!"));
    if (same(value, "table") || same(value, "inline-table")) return Role::table;
    if (same(value, "table-row-group") || same(value, "table-footer-group")) return Role::row_group;
    if (same(value, "table-header-group")) return Role::head;
    if (same(value, "table-row")) return Role::row;
    return same(value, "table-cell") ? Role::cell : Role::inside;
}

// "repeat(6, 1fr)", "1fr 2fr auto minmax(10em, 1fr)": how many columns; 0: that depends on the page's width.
std::uint16_t columns_in(std::string_view value) noexcept {
    if (begins(value, "repeat(")) {
        unsigned count = 0;
        const char* const first = value.data() + std::min(value.find_first_not_of(white, 7), value.size());
        const auto read = std::from_chars(first, value.data() + value.size(), count);
        return read.ec == std::errc() && count < 1000 && value.find(')') != value.npos ? static_cast<std::uint16_t>(count) : std::uint16_t{0};
    }
    std::uint16_t count = 0;
    int depth = 0;
    bool word = false;
    for (const char c : value.substr(0, 1000)) {
        if (c == '[' || begins(value, "none")) return 0;
        if (c == '(') ++depth;
        if (c == ')') --depth;
        const bool gap = depth == 0 && white.find(c) != white.npos;
        if (!gap && !word) ++count;
        word = !gap;
    }
    return count;
}

}  // namespace

std::string_view sign_font(std::string_view families) noexcept {
    constexpr std::string_view fonts[] = {"Symbol", "Wingdings 2", "Wingdings"};
    families.remove_prefix(std::min(families.find_first_not_of("'\" "), families.size()));
    for (const std::string_view font : fonts)
        if (families.starts_with(font) && (families.size() == font.size() || std::string_view("'\",").find(families[font.size()]) != std::string_view::npos)) return font;
    return families.empty() ? std::string_view() : std::string_view("-");
}

namespace {

void display(std::string_view value, Look& look) noexcept {
    look.gone = begins(value, "none") ? Say::yes : Say::no;
    look.table = table_role(value);
    look.boxes = same(value, "flex");
    look.grid = same(value, "grid");
    look.block = begins(value, "block") || begins(value, "flex") || begins(value, "grid") || begins(value, "list-item");
}

void declaration(std::string_view name, std::string_view value, Look& look) {
    if (same(name, "font-family")) {
        look.sign_font = sign_font(value);
    } else if (same(name, "font-weight")) {
        if (const Say said = weight(value); said != Say::nothing) look.bold = said;
    } else if (same(name, "font")) {
        look.gap = begins(value, "7.0pt");
        look.sign_font = "-";
        std::string_view rest = value;
        for (std::string_view word = next_word(rest); !word.empty(); word = next_word(rest))
            if (same(word, "bold") || word == "700") look.bold = Say::yes;
    } else if (same(name, "display")) {
        display(value, look);
    } else if (same(name, "grid-template-columns")) {
        look.columns = columns_in(value);
    } else if (same(name, "flex-direction")) {
        look.boxes = look.boxes && begins(value, "row");
    } else if (same(name, "visibility")) {
        look.invisible = begins(value, "visible") ? Say::no : Say::yes;
    } else if (same(name, "text-align")) {
        look.centred = begins(value, "center") ? Say::yes : Say::no;
    } else if (same(name, "list-style") || same(name, "list-style-type")) {
        std::string_view rest = value;
        for (std::string_view word = next_word(rest); !word.empty(); word = next_word(rest))
            if (const Marker found = marker_of(word); found.kind != Marker::Kind::unset) look.marker = found;
    } else if (same(name, "float")) {
        look.apart = begins(value, "left") || begins(value, "right");
    } else if (same(name, "position")) {
        look.placed = begins(value, "absolute");
        look.apart = look.apart || look.placed;
    } else if (same(name, "white-space")) {
        look.unwrapped = begins(value, "nowrap") || same(value, "pre");
        look.lines = begins(value, "pre") || begins(value, "break-spaces");
        look.tabs = look.lines && !begins(value, "pre-line");
    } else if (same(name, "min-width")) {
        look.least_wide = true;
    } else if (same(name, "margin-left")) {
        look.margin = points(value);
    } else if (begins(name, "mso-")) {
        if (same(name, "mso-hide")) {
            look.screen = begins(value, "screen");
            look.gone = begins(value, "none") ? look.gone : Say::yes;
        }
        else if (same(name, "mso-list"))
            look.list = value;
        else if (same(name, "mso-tab-count"))
            look.tab = true;
        else if (same(name, "mso-element"))
            look.element = value;
        else if (same(name, "mso-special-character"))
            look.note_mark = begins(value, "footnote") || begins(value, "endnote");
    }
}

/// What a rule says, on top of what others said.
void merge(const Look& said, Look& look) noexcept {
    const auto take = [](Say from, Say& to) {
        if (from != Say::nothing) to = from;
    };
    take(said.bold, look.bold);
    take(said.gone, look.gone);
    take(said.invisible, look.invisible);
    take(said.centred, look.centred);
    if (said.gone != Say::nothing) look.block = said.block, look.boxes = said.boxes, look.grid = said.grid;
    if (!said.sign_font.empty()) look.sign_font = said.sign_font;
    if (said.columns != 0) look.columns = said.columns;
    if (said.gone != Say::nothing || said.table != Role::inside) look.table = said.table;
    if (said.marker.kind != Marker::Kind::unset) look.marker = said.marker;
    if (said.margin != 0) look.margin = said.margin;
    look.placed = look.placed || said.placed;
    look.unwrapped = look.unwrapped || said.unwrapped;
    look.lines = look.lines || said.lines;
}

/// A CSS string's characters.
std::string unescaped(std::string_view text) {
    std::string made;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            made += text[i];
            continue;
        }
        std::uint32_t code = 0;
        const std::string_view digits = text.substr(i + 1, 6);
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
        const auto size = static_cast<std::size_t>(read.ptr - digits.data());
        if (size == 0) {
            made += text[++i];
            continue;
        }
        append_utf8(made, code);
        i += size;
        if (i + 1 < text.size() && white.find(text[i + 1]) != white.npos) ++i;
    }
    return made;
}

}  // namespace

std::string_view next_word(std::string_view& list) noexcept {
    list.remove_prefix(std::min(list.find_first_not_of(white), list.size()));
    const std::string_view word = list.substr(0, list.find_first_of(white));
    list.remove_prefix(word.size());
    return word;
}

Marker marker_of(std::string_view word) noexcept {
    struct Row {
        std::string_view name;
        Marker marker;
    };
    using K = Marker::Kind;
    static constexpr Row rows[] = {
        {"none", {K::none}},
        {"disc", {K::bullet, NumberFormat::bullet, "•"}},
        {"circle", {K::bullet, NumberFormat::bullet, "◦"}},
        {"square", {K::bullet, NumberFormat::bullet, "▪"}},
        {"decimal", {K::number, NumberFormat::decimal, "."}},
        {"decimal-leading-zero", {K::number, NumberFormat::decimal_zero, "."}},
        {"lower-alpha", {K::number, NumberFormat::lower_letter, "."}},
        {"lower-latin", {K::number, NumberFormat::lower_letter, "."}},
        {"upper-alpha", {K::number, NumberFormat::upper_letter, "."}},
        {"upper-latin", {K::number, NumberFormat::upper_letter, "."}},
        {"lower-roman", {K::number, NumberFormat::lower_roman, "."}},
        {"upper-roman", {K::number, NumberFormat::upper_roman, "."}},
        {"hebrew", {K::number, NumberFormat::hebrew_1, "."}},
        {"cjk-ideographic", {K::number, NumberFormat::chinese_counting, "、"}},
        {"simp-chinese-informal", {K::number, NumberFormat::chinese_counting, "、"}},
        {"trad-chinese-informal", {K::number, NumberFormat::chinese_counting, "、"}},
        {"simp-chinese-formal", {K::number, NumberFormat::chinese_legal, "、"}},
        {"trad-chinese-formal", {K::number, NumberFormat::chinese_legal, "、"}},
    };
    for (const Row& row : rows)
        if (same(word, row.name)) return row.marker;
    return {};
}

void read_declarations(std::string_view declarations, Look& look) {
    while (!declarations.empty()) {
        const std::size_t end = std::min(find_outside(declarations, ";"), declarations.size());
        const std::string_view one = declarations.substr(0, end);
        const std::size_t colon = one.find(':');
        if (colon != one.npos) declaration(stripped(one.substr(0, colon)), stripped(one.substr(colon + 1)), look);
        declarations.remove_prefix(std::min(end + 1, declarations.size()));
    }
}

void Styles::load(std::string_view sheet) {
    // Comments, and the marks that hide a sheet from browsers of long ago.
    std::string clean;
    while (!sheet.empty()) {
        const std::size_t at = std::min({sheet.find("/*"), sheet.find("<!--"), sheet.find("-->"), sheet.size()});
        clean += sheet.substr(0, at);
        sheet.remove_prefix(at);
        if (sheet.starts_with("/*")) {
            const std::size_t end = sheet.find("*/", 2);
            sheet.remove_prefix(end == sheet.npos ? sheet.size() : end + 2);
        } else if (!sheet.empty()) {
            sheet.remove_prefix(sheet.starts_with("<!--") ? 4 : 3);
        }
    }
    sheet = clean;
    while (!sheet.empty() && rules_.size() < most_rules) {
        const std::size_t open = find_outside(sheet, "{;}");
        if (open == sheet.npos) return;
        const std::string_view selectors = stripped(sheet.substr(0, open));
        const bool block = sheet[open] == '{';
        sheet.remove_prefix(open + 1);
        if (!block) continue;
        // Rules for the screen stand as if there were no such condition, but for those of narrow ones, which lay a page out anew;
        // the end of the block is passed over above.
        const bool narrow = selectors.find("max-width") != selectors.npos && selectors.find("min-width") == selectors.npos;
        if (begins(selectors, "@media") && selectors.find("print") == selectors.npos && !narrow) continue;
        std::size_t depth = 1;
        std::size_t end = 0;
        while (end < sheet.size() && depth != 0) {
            const std::size_t brace = find_outside(sheet.substr(end), "{}");
            if (brace == sheet.npos) {
                end = sheet.size();
                break;
            }
            depth = sheet[end + brace] == '{' ? depth + 1 : depth - 1;
            end += brace + 1;
        }
        if (!selectors.starts_with('@')) rule(selectors, sheet.substr(0, depth == 0 ? end - 1 : end));
        sheet.remove_prefix(end);
    }
}

void Styles::rule(std::string_view selectors, std::string_view declarations) {
    Look look;
    bool read = false;
    while (!selectors.empty()) {
        const std::size_t comma = std::min(selectors.find(','), selectors.size());
        const std::string_view selector = stripped(selectors.substr(0, comma));
        selectors.remove_prefix(std::min(comma + 1, selectors.size()));
        if (selector.empty() || selector.size() > 256) continue;
        if (const std::size_t more = selector.find_first_of(" \t\r\n>+~:[*"); more != selector.npos) {
            std::string_view tail = selector.substr(more);
            tail.remove_prefix(std::min(tail.find_first_not_of(" \t\r\n>"), tail.size()));
            const std::size_t dot = selector.find('.');
            if (dot < more && (same(tail, "li:before") || same(tail, "li::before")))
                before_item(selector.substr(dot + 1, more - dot - 1), declarations);
            else if (declarations.find("table") != declarations.npos)
                inner_table(selector.substr(selector.find_last_of(" \t\r\n>+~") + 1), declarations);
            continue;
        }
        if (!read) read_declarations(declarations, look);
        read = true;
        merge(look, rules_[key_of(selector)]);
    }
}

// ".people .cell": what an element is in a table is told by rules of what it stands in as well.
void Styles::inner_table(std::string_view selector, std::string_view declarations) {
    if (selector.empty() || selector.find_first_of(":[*") != selector.npos) return;
    Look look;
    read_declarations(declarations, look);
    if (look.table != Role::inside) rules_[key_of(selector)].table = look.table;
}

// Two classes are one key in whatever order they were written.
std::string Styles::key_of(std::string_view selector) {
    const std::size_t first = selector.find('.'), second = selector.find('.', first + 1);
    if (first == selector.npos || second == selector.npos || selector.find_first_of(".#", second + 1) != selector.npos || selector.find('#') != selector.npos) return std::string(selector);
    pairs_ = true;
    return pair_of(selector.substr(0, first), selector.substr(first + 1, second - first - 1), selector.substr(second + 1));
}

std::string Styles::pair_of(std::string_view name, std::string_view a, std::string_view b) {
    if (b < a) std::swap(a, b);
    std::string made(name);
    ((made += '.') += a) += '.';
    return made += b;
}

// content: "" counter(lst-ctn-kix_a-0,decimal) "." counter(lst-ctn-kix_a-1,lower-latin) " "
void Styles::before_item(std::string_view list_class, std::string_view declarations) {
    const std::size_t at = declarations.find("content:");
    if (at == declarations.npos) return;
    std::string_view value = declarations.substr(at + 8);
    value = value.substr(0, find_outside(value, ";"));
    std::vector<LabelPart> parts;
    while (!(value = stripped(value)).empty()) {
        LabelPart part;
        if (value[0] == '"' || value[0] == '\'') {
            const std::size_t end = std::min(value.find(value[0], 1), value.size());
            part.literal = unescaped(value.substr(1, end - 1));
            value.remove_prefix(std::min(end + 1, value.size()));
        } else if (begins(value, "counter(")) {
            const std::size_t end = std::min(value.find(')'), value.size());
            const std::string_view inner = value.substr(8, end - std::min<std::size_t>(8, end));
            const std::size_t comma = std::min(inner.find(','), inner.size());
            const std::size_t dash = inner.substr(0, comma).rfind('-');
            if (dash != inner.npos && dash + 1 < comma && inner[dash + 1] >= '0' && inner[dash + 1] <= '8') {
                part.level = inner[dash + 1] - '0';
                const Marker marker = marker_of(stripped(inner.substr(std::min(comma + 1, inner.size()))));
                if (marker.kind == Marker::Kind::number) part.format = marker.format;
            }
            value.remove_prefix(std::min(end + 1, value.size()));
        } else {
            return;
        }
        parts.push_back(std::move(part));
    }
    labels_.insert_or_assign(std::string(list_class), std::move(parts));
}

void Styles::apply_one(std::string_view selector, Look& look) const {
    if (const auto found = rules_.find(selector); found != rules_.end()) merge(found->second, look);
}

void Styles::apply(std::string_view name, std::string_view classes, std::string_view id, Look& look) const {
    if (rules_.empty()) return;
    apply_one(name, look);
    std::string selector;
    for (const bool with_name : {false, true}) {
        std::string_view rest = classes;
        std::size_t count = 0;
        for (std::string_view word = next_word(rest); !word.empty() && ++count <= most_classes;
             word = next_word(rest)) {
            selector = with_name ? name : std::string_view();
            (selector += '.') += word;
            apply_one(selector, look);
        }
    }
    if (pairs_) apply_pairs(name, classes, look);
    if (id.empty()) return;
    (selector = '#') += id;
    apply_one(selector, look);
}

void Styles::apply_pairs(std::string_view name, std::string_view classes, Look& look) const {
    constexpr std::size_t most_paired = 8;
    std::vector<std::string_view> words;
    for (std::string_view word = next_word(classes); !word.empty() && words.size() < most_paired; word = next_word(classes)) words.push_back(word);
    for (const std::string_view before : {std::string_view(), name})
        for (std::size_t a = 0; a < words.size(); ++a)
            for (std::size_t b = a + 1; b < words.size(); ++b) apply_one(pair_of(before, words[a], words[b]), look);
}

const std::vector<LabelPart>* Styles::label(std::string_view list_class) const {
    const auto found = labels_.find(list_class);
    return found == labels_.end() ? nullptr : &found->second;
}

}  // namespace plancheck::html
