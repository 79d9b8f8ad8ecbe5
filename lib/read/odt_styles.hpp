// The styles of an ODF document, each resolved once along its parents: what the walk needs of a paragraph or span is then
// one look-up.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

namespace plancheck::odt {

/// What is on of characters; bits. Bold has one for each kind of script, as the format has.
namespace look {
inline constexpr std::uint16_t bold = 1;
inline constexpr std::uint16_t bold_asian = 2;
inline constexpr std::uint16_t bold_complex = 4;  ///< Arabic, Hebrew, Indic …
inline constexpr std::uint16_t hidden = 8;
inline constexpr std::uint16_t raised = 16;       ///< above the line
inline constexpr std::uint16_t struck = 32;       ///< a line through it
inline constexpr std::uint16_t symbol = 64;       ///< in the font of that name
inline constexpr std::uint16_t wingdings = 128;
inline constexpr std::uint16_t wingdings_2 = 256;
inline constexpr std::uint16_t signs = symbol | wingdings | wingdings_2;
inline constexpr std::uint16_t all_bold = bold | bold_asian | bold_complex;
}  // namespace look

/// What a style says about characters: `on` is a part of `said`.
struct Look {
    std::uint16_t said = 0;
    std::uint16_t on = 0;

    /// Bits of characters that had `before` and get this look.
    std::uint16_t over(std::uint16_t before) const noexcept { return static_cast<std::uint16_t>((before & ~said) | on); }
};

enum class Family : std::uint8_t { paragraph, text };

/// Where a style has its outline level from, as far as people chose it: what is based on a heading only looks like one.
enum class OutlineFrom : std::uint8_t { parent, said, name };

struct Style {
    static constexpr std::uint8_t unsaid = 255;

    std::string_view name;
    std::string_view parent;
    Family family = Family::paragraph;
    bool automatic = false;
    std::uint8_t outline = unsaid;  ///< 1-10: heading of that level; 0: none
    OutlineFrom outline_from = OutlineFrom::parent;
    std::uint8_t centred = unsaid;
    std::uint8_t page_break = unsaid;  ///< before the paragraph
    bool names_list = false;           ///< `list` was said, if only to be none
    std::string_view list;             ///< list style
    bool unnumbered = false;           ///< direct formatting that takes a paragraph out of its list
    std::uint16_t marks = 0;           ///< title, contents, quotation, preformatted
    Look look;
};

class Styles {
public:
    static constexpr std::int32_t none = -1;

    /// Adds the styles inside office:styles or office:automatic-styles. The tree has to outlive them.
    void add(pugi::xml_node styles, bool automatic);
    /// After the last add(): styles are put in order and resolved.
    void settle();

    /// Index of a style; an automatic one goes before a common one of the same name.
    std::int32_t find(Family family, std::string_view name) const noexcept;
    const Style& operator[](std::int32_t index) const noexcept { return styles_[static_cast<std::size_t>(index)]; }
    /// Bits of a paragraph's characters where no style says anything.
    std::uint16_t defaults() const noexcept { return defaults_; }
    /// Language of paragraphs where no style says anything ("fr"); empty: none.
    std::string_view language() const noexcept { return language_; }

private:
    std::vector<Style> styles_;  ///< by family and name
    std::uint16_t defaults_ = 0;
    std::string_view language_;
};

/// Marks that a built-in style's name, as people see it, stands for.
std::uint16_t marks_of_style(std::string_view name) noexcept;

/// Name as people see it: "Heading_20_1" is "Heading 1".
std::string_view shown_name(std::string_view name, char (&room)[64]) noexcept;

}  // namespace plancheck::odt
