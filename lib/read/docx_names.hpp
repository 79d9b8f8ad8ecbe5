// Names of elements in a WordprocessingML part, without a string compare per name: the local name is hashed while it is
// read and looked up by a switch. Namespaces count, prefixes do not: a part may call them what it likes.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace plancheck::docx {

/// What the walk tells apart. Properties inside pPr, rPr, tblPr … are read by their owners and are not listed here.
enum class Tag : std::uint8_t {
    other,  ///< of a namespace or name that means nothing to us
    body,
    p,
    r,
    t,
    tbl,
    tr,
    tc,
    sdt,
    sdt_content,
    transparent,
    inserted,
    deleted,
    hyperlink,
    simple_field,
    field_char,
    instruction,
    tab,
    line_break,
    carriage_return,
    symbol,
    no_break_hyphen,
    soft_hyphen,
    rendered_page_break,
    ruby_base,
    drawing,
    object,
    text_box,
    chunk,
    sub_document,
    p_properties,
    r_properties,
    sdt_properties,
    math,
    math_text,
    math_properties,
    alternate_content,
    choice,
    fallback,
    pending,  ///< no element: what a paragraph left to be opened after it (boxes and figures)
};

/// 64-bit FNV-1a, so that names can be cases of a switch.
constexpr std::uint64_t hash(const char* name) noexcept {
    std::uint64_t value = 0xcbf29ce484222325;
    for (; *name != '\0'; ++name) value = (value ^ static_cast<unsigned char>(*name)) * 0x100000001b3;
    return value;
}

/// The name without its prefix.
inline const char* local(const char* name) noexcept {
    for (const char* at = name; *at != '\0'; ++at)
        if (*at == ':') return at + 1;
    return name;
}

enum class Space : std::uint8_t { unknown, word, math, compatibility };

/// The namespaces of one part: which prefixes stand for those we know. Where a part binds one prefix to several
/// namespaces, its tree is renamed once, so that the walk never looks at declarations.
class Names {
public:
    /// `text`: the part before it is parsed.
    explicit Names(std::string_view text);

    /// Has to be called with the parsed part before the rest.
    void settle(pugi::xml_node root);

    Tag tag(pugi::xml_node node) const noexcept;
    /// Whether the element is of the word-processing namespace.
    bool word(pugi::xml_node node) const noexcept { return is_main(node.name()) || space(node.name()) == Space::word; }

private:
    struct Binding {
        std::string prefix;
        Space space;
    };

    bool is_main(const char* name) const noexcept {
        for (std::size_t i = 0; i < main_.size(); ++i)
            if (name[i] != main_[i]) return false;
        return true;
    }
    Space space(std::string_view name) const noexcept;

    std::vector<Binding> bindings_;  ///< of the namespaces we know
    std::string main_;               ///< prefix of the word-processing namespace with its colon
    bool flat_ = true;               ///< no prefix means two things
    bool declared_ = false;          ///< a declaration was found in the text
};

/// Value of the attribute of that local name, or null. Prefixes of attributes are not looked at: none of the names
/// asked for stands in two namespaces on one element.
inline const char* attribute(pugi::xml_node node, std::string_view name) noexcept {
    for (pugi::xml_attribute at = node.first_attribute(); at; at = at.next_attribute())
        if (name == local(at.name())) return at.value();
    return nullptr;
}

inline std::string_view value(pugi::xml_node node) noexcept {
    const char* text = attribute(node, "val");
    return text == nullptr ? std::string_view() : std::string_view(text);
}

/// A switch: on unless it says otherwise.
inline bool is_on(pugi::xml_node node) noexcept {
    const std::string_view text = value(node);
    return text != "0" && text != "false" && text != "off";
}

/// A decimal number clamped to the range; `otherwise` where there is none.
int number(std::string_view text, int least, int most, int otherwise) noexcept;
inline int number(pugi::xml_node node, int least, int most, int otherwise) noexcept {
    return number(value(node), least, most, otherwise);
}

/// First child of that local name.
inline pugi::xml_node child(pugi::xml_node node, std::string_view name) noexcept {
    for (pugi::xml_node at = node.first_child(); at; at = at.next_sibling())
        if (name == local(at.name())) return at;
    return {};
}

}  // namespace plancheck::docx
