// Names of elements in a WordprocessingML part, without a string compare per element: what the names mean is looked up once
// for each. Namespaces count, prefixes do not: a part may call them what it likes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/flat_xml.hpp"

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
    footnote_mark,
    endnote_mark,
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
constexpr std::uint64_t hash(std::string_view name) noexcept {
    std::uint64_t value = 0xcbf29ce484222325;
    for (const char c : name) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return value;
}

/// The name without its prefix.
inline std::string_view local(std::string_view name) noexcept {
    for (std::size_t at = 0; at < name.size(); ++at)
        if (name[at] == ':') return name.substr(at + 1);
    return name;
}

enum class Space : std::uint8_t { unknown, word, math, compatibility };

/// The namespaces of one part: which prefixes stand for those we know. Where a part binds one prefix to several
/// namespaces, that of each element is found once, so that the walk never looks at declarations.
class Names {
public:
    /// `xml` must be ok.
    explicit Names(const FlatXml& xml);

    /// Of an element; other for a text and where there is none.
    PLANCHECK_IN_LINE Tag tag(XmlNode node) const noexcept {
        if (!node.is_element()) return Tag::other;
        return spaces_.empty() ? tags_[node.name_index()].tag : settled(node);
    }
    /// The same by the local name alone, as if it were of the word-processing namespace.
    PLANCHECK_IN_LINE Tag local_tag(XmlNode node) const noexcept {
        return node.is_element() ? tags_[node.name_index()].local : Tag::other;
    }

private:
    struct Binding {
        std::string prefix;
        Space space;
    };
    struct Tags {
        Tag tag;
        Tag local;
    };

    void settle(const FlatXml& xml);
    Space space(std::string_view name) const noexcept;
    static Tag tag(Space space, std::string_view name) noexcept;
    Tag settled(XmlNode node) const noexcept;

    std::vector<Binding> bindings_;  ///< of the namespaces we know
    std::string main_;               ///< prefix of the word-processing namespace with its colon
    std::vector<Space> spaces_;      ///< of each element, where a prefix means two things
    std::vector<Tags> tags_;         ///< of each name of the table
};

/// Value of the attribute of that local name, if there is one. Prefixes of attributes are not looked at: none of the names
/// asked for stands in two namespaces on one element.
inline std::optional<std::string_view> attribute(XmlNode node, std::string_view name) {
    for (XmlAttribute at = node.first_attribute(); at; at = at.next())
        if (name == local(at.name())) return at.value();
    return std::nullopt;
}

inline std::string_view value(XmlNode node) { return attribute(node, "val").value_or(std::string_view()); }

/// A switch: on unless it says otherwise.
inline bool is_on(XmlNode node) {
    const std::string_view text = value(node);
    return text != "0" && text != "false" && text != "off";
}

/// A decimal number clamped to the range; `otherwise` where there is none.
int number(std::string_view text, int least, int most, int otherwise) noexcept;
inline int number(XmlNode node, int least, int most, int otherwise) {
    return number(value(node), least, most, otherwise);
}

/// First child of that local name.
inline XmlNode child(XmlNode node, std::string_view name) noexcept {
    for (XmlNode at = node.first_child(); at; at = at.next_sibling())
        if (name == local(at.name())) return at;
    return {};
}

/// What Builder knows a footnote or endnote by.
inline std::uint64_t note_key(std::optional<std::string_view> id, bool endnote) noexcept {
    std::uint64_t value = 0;
    if (id)
        for (const char c : *id) value = c >= '0' && c <= '9' ? value * 10 + static_cast<std::uint64_t>(c - '0') : ~std::uint64_t{0} / 4;
    return 2 * value + (endnote ? 1 : 0);
}

}  // namespace plancheck::docx
