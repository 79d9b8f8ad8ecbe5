// Names and values as the programs write them; what none of them writes is not looked for.
#include "read/html_signs.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "read/docx_symbols.hpp"
#include "read/html_prepare.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck::html {

bool has_word(std::string_view list, std::string_view wanted) noexcept {
    for (std::string_view word = next_word(list); !word.empty(); word = next_word(list))
        if (word == wanted) return true;
    return false;
}

std::uint32_t digits_in(std::string_view text) noexcept {
    std::uint32_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::uint8_t heading_level(std::string_view name, Role role, const Attributes& attributes) {
    if (attributes.empty()) return role == Role::heading ? static_cast<std::uint8_t>(name[1] - '0') : std::uint8_t{0};
    const std::string_view aria = attributes["role"];
    const std::string_view classes = attributes["class"];
    if (has_word(aria, "presentation") || has_word(aria, "none")) return 0;
    std::uint32_t level = 0;
    if (role == Role::heading)
        level = static_cast<std::uint32_t>(name[1] - '0');
    else if (has_word(aria, "heading"))
        level = 2;
    else if (const std::size_t at = classes.find("MsoHeading"); at != classes.npos)
        return static_cast<std::uint8_t>(std::min(digits_in(classes.substr(at + 10)), 9U));
    if (level == 0) return 0;
    const std::uint32_t said = digits_in(attributes["aria-level"]);
    if (said >= 1) level = std::min(said, 9U);
    return static_cast<std::uint8_t>(level);
}

bool is_title(std::string_view classes) noexcept {
    return has_word(classes, "title") || has_word(classes, "Title") || classes.starts_with("MsoTitle");
}

bool is_contents(const Attributes& attributes) noexcept {
    const std::string_view id = attributes["id"], classes = attributes["class"];
    return has_word(attributes["role"], "doc-toc") || id == "TOC" || id.starts_with("Table of Contents") ||
           classes.find("MsoToc") != classes.npos || classes.find("MsoTOC") != classes.npos;
}

bool is_tool(std::string_view classes) noexcept {
    constexpr std::string_view names[] = {"anchor-link", "anchorjs-link", "catlinks", "hash-link", "headerlink", "mw-editsection", "mw-jump-link", "permalink", "printfooter"};
    return std::any_of(std::begin(names), std::end(names), [classes](std::string_view name) { return has_word(classes, name); });
}

bool holds_notes(std::string_view name, const Attributes& attributes) noexcept {
    const std::string_view role = attributes["role"], classes = attributes["class"];
    if (has_word(role, "doc-endnotes") || has_word(role, "doc-footnotes")) return true;
    const bool list = name == "ol" && (has_word(classes, "references") || has_word(classes, "wp-block-footnotes"));
    return list || attributes.has("data-footnotes") || ((name == "div" || name == "section") && has_word(classes, "footnotes"));
}

bool is_note(std::string_view name, const Attributes& attributes, const Look& look) noexcept {
    const std::string_view role = attributes["role"], id = attributes["id"];
    if (look.element == "footnote" || look.element == "endnote" || holds_notes(name, attributes)) return true;
    if (has_word(role, "doc-footnote")) return true;
    if (attributes.has("class")) return false;
    return id.starts_with("sdfootnote") || id.starts_with("sdendnote") ||
           ((id.starts_with("ftn") || id.starts_with("edn")) && digits_in(id.substr(3)) != 0);
}

bool is_note_mark(const Attributes& attributes, const Look& look) noexcept {
    const std::string_view role = attributes["role"], classes = attributes["class"];
    return look.note_mark || attributes.has("data-footnote-backref") || has_word(classes, "mw-cite-backlink") || has_word(role, "doc-noteref") || has_word(role, "doc-backlink") ||
           has_word(classes, "sdfootnoteanc") || has_word(classes, "sdfootnotesym") ||
           has_word(classes, "sdendnoteanc") || has_word(classes, "sdendnotesym") ||
           has_word(classes, "MsoFootnoteReference") || has_word(classes, "MsoEndnoteReference");
}

bool is_box(std::string_view name, const Attributes& attributes) noexcept {
    if (name != "span") return false;
    return has_word(attributes["class"], "sd-abs-pos") || (!attributes["id"].empty() && !attributes["dir"].empty());
}

bool is_label(std::string_view name, const Attributes& attributes, const Look& look) noexcept {
    return name == "span" && ((look.apart && look.least_wide) || attributes["class"] == "heading_numbering");
}

bool is_aside(const Attributes& attributes, const Look& look) noexcept {
    return look.element.starts_with("comment") || has_word(attributes["class"], "MsoCommentReference") ||
           attributes["title"] == "header" || attributes["title"] == "footer";
}

bool is_written_in(std::string_view type) {
    constexpr std::string_view others[] = {"button", "checkbox", "color", "file", "hidden", "image", "password", "radio", "range", "reset", "search", "submit"};
    return std::find(std::begin(others), std::end(others), lowered(trimmed(type))) == std::end(others);
}

bool is_heading_sign(std::string_view text) noexcept {
    constexpr std::string_view signs[] = {"#", "¶", "§", "🔗", "∞"};
    return std::find(std::begin(signs), std::end(signs), trimmed(text)) != std::end(signs);
}

bool is_order_sign(std::string_view text) noexcept {
    constexpr std::string_view signs[] = {"▲", "▼", "△", "▽", "▴", "▾", "↑", "↓", "↕", "⇅", "⇵", "▲▼", "↑↓"};
    return std::find(std::begin(signs), std::end(signs), trimmed(text)) != std::end(signs);
}

std::string_view sign_of_picture(std::string_view alternative) noexcept {
    constexpr std::string_view bullets[] = {"*", "•", "·", "▪", "bullet"};
    alternative = trimmed(alternative);
    if (alternative == "@") return alternative;
    return std::find(std::begin(bullets), std::end(bullets), alternative) != std::end(bullets) ? std::string_view("•") : std::string_view();
}

bool shows_signs(std::string_view text, std::string_view font, std::string& signs) {
    constexpr std::size_t longest = 32, most = 4;
    const std::string_view own = trimmed(text);
    if (own.empty() || text.size() > longest) return false;
    std::size_t count = 0;
    bool letters = false;
    for (std::size_t at = 0; at < own.size(); ++count) {
        const Decoded sign = decode(own, at);
        letters = letters || (sign.code < 0x80 && is_letter_or_digit(sign.code));
        at += sign.size;
    }
    if (count > (letters ? 1 : most)) return false;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded sign = decode(text, at);
        append_utf8(signs, sign.code <= ' ' || sign.code == 0xA0 ? sign.code : docx::symbol(sign.code, font));
        at += sign.size;
    }
    return true;
}

std::string hidden_address(std::string_view digits) {
    constexpr std::size_t longest = 512;
    std::string made;
    unsigned key = 0;
    if (digits.size() < 6 || digits.size() > longest || digits.size() % 2 != 0) return made;
    for (std::size_t at = 0; at < digits.size(); at += 2) {
        unsigned value = 0;
        const auto read = std::from_chars(digits.data() + at, digits.data() + at + 2, value, 16);
        if (read.ptr != digits.data() + at + 2) return {};
        if (at == 0) key = value;
        else made += static_cast<char>(value ^ key);
    }
    return is_utf8(made) && made.find('@') != made.npos && std::none_of(made.begin(), made.end(), [](char c) { return c >= 0 && c <= ' '; }) ? made : std::string();
}

}  // namespace plancheck::html
