// The styles of a DOCX, each resolved once along its chain: what the walk needs of a paragraph or run is then one
// look-up.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/flat_xml.hpp"

namespace plancheck::docx {

/// A property that is on, off or not said.
enum class Toggle : std::int8_t { unset = -1, off = 0, on = 1 };

/// What a run or a style says about characters.
struct RunLook {
    Toggle bold = Toggle::unset;
    Toggle bold_complex = Toggle::unset;  ///< of right-to-left and complex script
    Toggle complex = Toggle::unset;       ///< the run is of that script
    Toggle hidden = Toggle::unset;
    Toggle raised = Toggle::unset;        ///< above the line
    Toggle struck = Toggle::unset;
};

/// Whether `node` is one of the properties of RunLook; then it is set.
bool read_run_property(XmlNode node, std::string_view name, RunLook& look) noexcept;

struct Style {
    static constexpr std::uint8_t no_outline = 255;
    static constexpr std::uint8_t body_text = 9;

    std::string_view id;
    std::string_view based_on;
    bool paragraph = false;
    bool character = false;
    bool fallback = false;              ///< w:default
    std::uint8_t outline = no_outline;  ///< 0-8: heading, 9: body text
    std::int32_t num = -1;              ///< numId; 0: none
    std::int8_t num_level = -1;         ///< ilvl
    bool own_level = false;             ///< ilvl was said by a style that is based on the one that names the numbering
    std::int32_t num_style = -1;        ///< index of the style that names the numbering
    Toggle centred = Toggle::unset;
    std::uint16_t marks = 0;  ///< title, contents, quotation, preformatted, continued
    RunLook run;              ///< toggles along the chain
};

class Styles {
public:
    /// Reads styles.xml; the tree has to outlive it. Without a call there are no styles.
    void load(XmlNode root);

    static constexpr std::int32_t none = -1;
    /// Index of the style of that id; `none`. Ids are compared as written.
    std::int32_t find(std::string_view id) const noexcept;
    const Style& operator[](std::int32_t index) const noexcept { return styles_[static_cast<std::size_t>(index)]; }
    std::size_t size() const noexcept { return styles_.size(); }
    std::int32_t default_paragraph() const noexcept { return default_paragraph_; }
    const RunLook& defaults() const noexcept { return defaults_; }
    /// What language the text is said to be in where nothing else is said ("fr-CH"); empty: nothing is.
    std::string_view language() const noexcept { return language_; }

private:
    void resolve();

    std::vector<Style> styles_;  ///< by id
    std::int32_t default_paragraph_ = none;
    RunLook defaults_;
    std::string_view language_;
};

/// Outline level (0-8) that a built-in heading's name or id stands for, in the languages Word is sold in;
/// Style::no_outline: none. "heading 2", "Titre2", "berschrift1".
std::uint8_t heading_outline(std::string_view name) noexcept;

/// Marks that a built-in style's name stands for.
std::uint16_t marks_of_style(std::string_view name) noexcept;

}  // namespace plancheck::docx
