// Numbering of an ODF document: the styles of lists, and what number or bullet stands before a paragraph, evaluated in the
// order of paragraphs.
#pragma once

#include <array>
#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/number_words.hpp"
#include "text/numerals.hpp"

namespace plancheck::odt {

/// One level of a list style.
struct Level {
    enum class Kind : std::uint8_t { none, number, bullet };

    Kind kind = Kind::none;
    NumberFormat format = NumberFormat::none;
    bool repeats_letter = false;        ///< aa, bb after z; otherwise aa, ab
    std::uint8_t display = 1;           ///< how many levels are shown
    std::uint32_t start = 1;
    std::string_view prefix;
    std::string_view suffix;
    std::string_view pattern;           ///< "%1%.%2%." in place of the three above
    std::string_view bullet;
};

/// What stands before one paragraph.
struct Numbered {
    bool shown = false;          ///< false: there is no number or bullet after all
    bool bullet = false;
    std::uint32_t sequence = 0;  ///< list, counting from 1 in order of appearance
    std::uint32_t number = 0;
    std::string_view label;      ///< valid until the next call
};

class Numbering {
public:
    static constexpr std::size_t levels = 10;
    static constexpr std::int32_t none = -1;
    static constexpr std::uint32_t outline = 0;  ///< the list of all headings that are in no other

    /// Adds the list styles inside office:styles or office:automatic-styles. The tree has to outlive them.
    void add(pugi::xml_node styles);
    /// After the last add(), of automatic styles before common ones. `language`: of numbers in words.
    void settle(std::string_view language);

    /// List style of that name; `none`.
    std::int32_t style(std::string_view name) const noexcept;
    /// List style of headings; `none` where they have no numbers.
    std::int32_t outline_style() const noexcept { return outline_; }

    /// A list begins that is in no other: a new one, or one that is continued. Gives its index.
    std::uint32_t begin(pugi::xml_node list, std::int32_t style);
    /// A list that begins here will be read later, as it is in a note; one that continues it before that goes on in the last
    /// list of its style.
    void expect(pugi::xml_node list);
    /// The list that numbered paragraphs of this list-id are in.
    std::uint32_t numbered_list(std::string_view id);
    /// Numbers of this level and those below begin again.
    void restart(std::uint32_t list, std::size_t level) noexcept;

    static constexpr std::uint32_t no_start = 0xFFFFFFFF;
    /// The next paragraph of a list; counts. `start`: its number, unless `no_start`.
    Numbered next(std::uint32_t list, std::int32_t style, std::size_t level, std::uint32_t start);

private:
    struct ListStyle {
        std::string_view name;
        pugi::xml_node node;
        std::int32_t loaded = none;  ///< where its levels begin
    };
    struct List {
        std::uint32_t sequence = 0;
        std::uint16_t running = 0;  ///< bit of a level: it has a number
        std::array<std::uint32_t, levels> count{};
    };

    const Level* levels_of(std::int32_t style);
    bool by_word(std::int32_t style) const noexcept;
    void write_label(const List& list, const Level* of, std::size_t level);
    void append_number(const List& list, const Level* of, std::size_t level);

    std::vector<ListStyle> styles_;  ///< by name
    std::vector<Level> levels_;
    std::int32_t outline_ = none;
    std::vector<List> lists_ = std::vector<List>(1);
    std::unordered_map<std::string_view, std::uint32_t> by_id_;
    std::unordered_map<std::string_view, std::uint32_t> by_list_id_;
    std::unordered_set<std::string_view> to_come_;
    std::unordered_map<std::int32_t, std::uint32_t> last_of_style_;
    std::int32_t last_style_ = none;
    std::uint32_t sequences_ = 0;
    NumberWords words_;
    std::string label_;
};

}  // namespace plancheck::odt
