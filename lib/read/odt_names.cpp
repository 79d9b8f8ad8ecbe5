// Declarations are looked for in the text of the part, before it is parsed: programs write nearly all of them on the root
// element, and looking at every attribute of the tree for them would cost more than the whole walk.
#include "read/odt_names.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <string>
#include <vector>

#include "read/xml.hpp"

namespace plancheck::odt {

namespace {

struct Known {
    std::string_view prefix;
    std::string_view uri;
};

constexpr std::array<Known, 10> known{{
    {"office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
    {"text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
    {"style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
    {"table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
    {"draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"},
    {"fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
    {"xlink", "http://www.w3.org/1999/xlink"},
    {"dr3d", "urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0"},
    {"ooo", "http://openoffice.org/2004/office"},
    {"loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"},
}};

/// Prefix of the standard for a namespace; "x" for those that mean nothing to us.
std::string_view usual_prefix(std::string_view uri) noexcept {
    const auto found = std::find_if(known.begin(), known.end(), [uri](const Known& one) { return one.uri == uri; });
    return found == known.end() ? std::string_view("x") : found->prefix;
}

bool is_usual_prefix(std::string_view prefix) noexcept {
    return std::any_of(known.begin(), known.end(), [prefix](const Known& one) { return one.prefix == prefix; });
}

bool is_usual(std::string_view prefix, std::string_view uri) noexcept {
    const std::string_view wanted = usual_prefix(uri);
    return wanted == "x" ? !is_usual_prefix(prefix) : wanted == prefix;
}

struct Declared {
    std::size_t depth;
    std::string_view prefix;
    std::string_view uri;
};

constexpr std::size_t most_declared = 128;

std::string renamed(std::string_view name, const std::vector<Declared>& declared, bool is_attribute) {
    const std::size_t colon = name.find(':');
    const std::string_view prefix = colon == name.npos ? std::string_view() : name.substr(0, colon);
    const std::string_view local = colon == name.npos ? name : name.substr(colon + 1);
    if (prefix == "xml" || prefix == "xmlns" || (is_attribute && prefix.empty())) return std::string(name);
    const auto found = std::find_if(declared.rbegin(), declared.rend(), [prefix](const Declared& d) { return d.prefix == prefix; });
    // A part that forgets its declarations still uses the usual prefixes.
    if (found == declared.rend()) return std::string(name);
    return std::string(usual_prefix(found->uri)) + ':' + std::string(local);
}

}  // namespace

Tag tag(const char* name) noexcept {
    switch (hash(name)) {
        case hash("office:text"): return Tag::root;
        case hash("text:h"): return Tag::heading;
        case hash("text:p"): return Tag::paragraph;
        case hash("text:list"): return Tag::list;
        case hash("text:list-item"): return Tag::list_item;
        case hash("text:list-header"): return Tag::list_header;
        case hash("text:numbered-paragraph"): return Tag::numbered_paragraph;
        case hash("text:section"): return Tag::section;
        case hash("text:table-of-content"):
        case hash("text:illustration-index"):
        case hash("text:table-index"):
        case hash("text:object-index"):
        case hash("text:user-index"):
        case hash("text:alphabetical-index"): return Tag::contents;
        case hash("text:bibliography"):
        case hash("text:index-body"):
        case hash("text:index-title"):
        case hash("loext:table-rows"):
        case hash("table:table-rows"):
        case hash("loext:table-row-group"):
        case hash("table:table-row-group"): return Tag::transparent;
        case hash("text:tracked-changes"): return Tag::tracked_changes;
        case hash("text:span"): return Tag::span;
        case hash("text:a"): return Tag::link;
        case hash("text:s"): return Tag::spaces;
        case hash("text:tab"): return Tag::tab;
        case hash("text:line-break"): return Tag::line_break;
        case hash("text:soft-page-break"): return Tag::page_break;
        case hash("text:placeholder"): return Tag::placeholder;
        case hash("text:hidden-text"):
        case hash("text:conditional-text"):
        case hash("text:database-display"): return Tag::hidden_text;
        case hash("text:variable-set"):
        case hash("text:variable-input"):
        case hash("text:user-field-get"): return Tag::variable_set;
        case hash("loext:content-control"): return Tag::content_control;
        case hash("text:note"): return Tag::note;
        case hash("loext:table"):
        case hash("table:table"): return Tag::table;
        case hash("loext:table-header-rows"):
        case hash("table:table-header-rows"): return Tag::header_rows;
        case hash("loext:table-row"):
        case hash("table:table-row"): return Tag::row;
        case hash("loext:table-cell"):
        case hash("table:table-cell"): return Tag::cell;
        case hash("loext:covered-table-cell"):
        case hash("table:covered-table-cell"): return Tag::covered_cell;
        case hash("draw:frame"): return Tag::frame;
        case hash("draw:text-box"): return Tag::text_box;
        case hash("draw:a"):
        case hash("draw:g"): return Tag::group;
        case hash("draw:custom-shape"):
        case hash("draw:rect"):
        case hash("draw:line"):
        case hash("draw:polyline"):
        case hash("draw:polygon"):
        case hash("draw:regular-polygon"):
        case hash("draw:path"):
        case hash("draw:circle"):
        case hash("draw:ellipse"):
        case hash("draw:connector"):
        case hash("draw:caption"):
        case hash("draw:measure"):
        case hash("dr3d:scene"): return Tag::shape;
        // Parts of the text namespace that stand in a paragraph and hold no text of it.
        case hash("text:number"):
        case hash("text:ruby-text"):
        case hash("text:script"):
        case hash("text:hidden-paragraph"):
        case hash("text:note-citation"):
        case hash("text:changed-region"):
        case hash("text:label"): return Tag::left_out;
        default: break;
    }
    return std::strncmp(name, "text:", 5) == 0 || std::strncmp(name, "loext:", 6) == 0 ? Tag::field : Tag::other;
}

bool has_usual_prefixes(std::string_view text) noexcept {
    constexpr std::string_view key = "xmlns";
    std::size_t at = 0;
    bool declared = false;
    while (const void* found = memmem(text.data() + at, text.size() - at, key.data(), key.size())) {
        at = static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) + key.size();
        std::size_t from = at;
        std::string_view prefix;
        if (from < text.size() && text[from] == ':') {
            const std::size_t end = text.find_first_of("= \t\r\n<>\"'", from + 1);
            if (end == text.npos) break;
            prefix = text.substr(from + 1, end - from - 1);
            from = end;
        }
        from = text.find_first_not_of(" \t\r\n=", from);
        if (from == text.npos) break;
        if (text[from] != '"' && text[from] != '\'') continue;
        const std::size_t end = text.find_first_of(text[from] == '"' ? "\"<" : "'<", from + 1);
        if (end == text.npos) break;
        if (!is_usual(prefix, text.substr(from + 1, end - from - 1))) return false;
        declared = true;
    }
    // None: a text in another encoding than UTF-8, whose declarations cannot be seen here.
    return declared;
}

void rename(pugi::xml_node root) {
    std::vector<Declared> declared;
    std::size_t depth = 0;
    for (XmlCursor at(root); at.next();) {
        if (at.leaving()) {
            while (!declared.empty() && declared.back().depth == depth) declared.pop_back();
            --depth;
            continue;
        }
        if (!at.entering()) continue;
        ++depth;
        pugi::xml_node node = at.node();
        for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute()) {
            std::string_view name = a.name();
            if (!name.starts_with("xmlns") || declared.size() == most_declared) continue;
            if (name.size() > 5 && name[5] != ':') continue;
            name.remove_prefix(std::min<std::size_t>(name.size(), 6));
            declared.push_back({depth, name, a.value()});
        }
        for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute()) {
            const std::string name = renamed(a.name(), declared, true);
            if (name != a.name()) a.set_name(name.c_str());
        }
        const std::string name = renamed(node.name(), declared, false);
        if (name != node.name()) node.set_name(name.c_str());
    }
}

std::uint32_t number(pugi::xml_node node, const char* name, std::uint32_t least, std::uint32_t most, std::uint32_t otherwise) noexcept {
    const std::string_view text = value(node, name);
    std::uint32_t result = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    if (error == std::errc::result_out_of_range) return most;
    if (error != std::errc()) return otherwise;
    return std::clamp(result, least, most);
}

}  // namespace plancheck::odt
