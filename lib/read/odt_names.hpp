// Names of elements in an ODF part, without a string compare per name: the whole name is hashed and looked up by a switch.
// Namespaces count, prefixes do not; but nearly every file uses the prefixes of the standard, so a part that binds them
// otherwise is renamed once, and all that follows compares names as the standard writes them ("text:p").
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string_view>

namespace plancheck::odt {

/// What the walk tells apart.
enum class Tag : std::uint8_t {
    other,        ///< means nothing to us
    field,        ///< of the text namespace, with its shown text inside
    transparent,  ///< a wrapper in the flow of blocks
    root, heading, paragraph, list, list_item, list_header, numbered_paragraph, section, contents, tracked_changes,
    span, link, spaces, tab, line_break, page_break, placeholder, hidden_text, variable_set, content_control, note,
    table, header_rows, row, cell, covered_cell, frame, group, text_box, shape, left_out,
    pending,  ///< no element: what a paragraph left to be opened after it (boxes and figures)
};

/// 64-bit FNV-1a, so that names can be cases of a switch.
constexpr std::uint64_t hash(const char* name) noexcept {
    std::uint64_t value = 0xcbf29ce484222325;
    for (; *name != '\0'; ++name) value = (value ^ static_cast<unsigned char>(*name)) * 0x100000001b3;
    return value;
}

Tag tag(const char* name) noexcept;

/// Whether a part, before it is parsed, binds the standard's prefixes to the standard's namespaces and no others to them.
/// Words in the text that look like a declaration can only make the slow way necessary.
bool has_usual_prefixes(std::string_view text) noexcept;

/// Gives elements and attributes of a parsed part the prefixes of the standard; those of foreign namespaces lose theirs.
void rename(pugi::xml_node root);

/// Value of an attribute; null where there is none.
inline const char* attribute(pugi::xml_node node, const char* name) noexcept {
    const pugi::xml_attribute found = node.attribute(name);
    return found ? found.value() : nullptr;
}

inline std::string_view value(pugi::xml_node node, const char* name) noexcept { return node.attribute(name).value(); }

inline bool is_true(pugi::xml_node node, const char* name) noexcept { return value(node, name) == "true"; }

/// A whole number of an attribute clamped to the range; `otherwise` where there is none.
std::uint32_t number(pugi::xml_node node, const char* name, std::uint32_t least, std::uint32_t most, std::uint32_t otherwise) noexcept;

}  // namespace plancheck::odt
