// What style sheets and style attributes say about an element, as far as text depends on it: whether it is shown, bold,
// centred, and how items of a list are marked. Only simple selectors count: p, .c1, p.c1, #x.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/html_names.hpp"
#include "text/numerals.hpp"

namespace plancheck::html {

/// How items of a list are marked.
struct Marker {
    enum class Kind : std::uint8_t { unset, none, bullet, number };
    Kind kind = Kind::unset;
    NumberFormat format = NumberFormat::decimal;
    std::string_view text = {};  ///< bullet: the sign; number: what stands behind it; a constant
};

/// The marker of a list-style-type; unset where the word is none.
Marker marker_of(std::string_view word) noexcept;

enum class Say : std::int8_t { nothing = -1, no = 0, yes = 1 };

struct Look {
    Say bold = Say::nothing;
    Say gone = Say::nothing;       ///< display: none
    Say invisible = Say::nothing;  ///< visibility
    Say centred = Say::nothing;
    std::string_view sign_font;  ///< the font where it is one of signs; "-": another, empty: nothing is said
    bool block = false;  ///< display: block and the like
    Role table = Role::inside;  ///< display: table, table-row and the like
    bool boxes = false;  ///< display: flex, side by side
    bool grid = false;   ///< display: grid
    std::uint16_t columns = 0;  ///< of a grid, as far as they are a fixed number
    bool apart = false;  ///< floats, or has a place of its own
    bool placed = false;  ///< has a place of its own, as what draws pages gives each line one
    bool unwrapped = false;  ///< white-space: nowrap, pre
    bool lines = false;  ///< white-space: pre and the like: ends of lines are meant
    bool tabs = false;   ///< and tabs are
    bool least_wide = false;  ///< min-width
    bool screen = false;  ///< Word: what hides it hides it on the screen alone
    Marker marker;
    float margin = 0;          ///< at the left, in points
    bool tab = false;          ///< Word: stands for a tab
    bool gap = false;          ///< Word: the space between an automatic number and its text
    bool note_mark = false;    ///< Word: number of a note
    std::string_view list;     ///< Word: "l0 level1 lfo1"; lasts as long as what was read
    std::string_view element;  ///< Word: "footnote"
};

/// The first of some fonts if it is one of signs, a constant; "-": another, empty: there is none.
std::string_view sign_font(std::string_view families) noexcept;

/// Adds the declarations of a style attribute or of a rule; later ones win.
void read_declarations(std::string_view declarations, Look& look);

/// Automatic numbers that a style sheet makes itself, as Google Docs does: literal text, or the number at a level.
struct LabelPart {
    std::string literal;
    std::int32_t level = -1;  ///< -1: literal
    NumberFormat format = NumberFormat::decimal;
};

/// The rules of a document's style sheets. Immutable once loaded.
class Styles {
public:
    void load(std::string_view sheet);

    /// What rules say about an element; `classes` is its class attribute.
    void apply(std::string_view name, std::string_view classes, std::string_view id, Look& look) const;
    /// What stands before the items of a list of that class; null: no rule says so.
    const std::vector<LabelPart>* label(std::string_view list_class) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };
    template <class Value>
    using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    void rule(std::string_view selectors, std::string_view declarations);
    void inner_table(std::string_view selector, std::string_view declarations);
    void before_item(std::string_view list_class, std::string_view declarations);
    void apply_one(std::string_view selector, Look& look) const;

    Map<Look> rules_;  // by selector
    bool pairs_ = false;  // some are of two classes

    std::string key_of(std::string_view selector);
    static std::string pair_of(std::string_view name, std::string_view a, std::string_view b);
    void apply_pairs(std::string_view name, std::string_view classes, Look& look) const;
    Map<std::vector<LabelPart>> labels_;
};

/// The next word of a list that is separated by white space, taken from its front; empty: there is none.
std::string_view next_word(std::string_view& list) noexcept;

}  // namespace plancheck::html
