// Automatic numbering of a DOCX: what number or bullet stands before a paragraph, evaluated in the order of paragraphs.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/docx_styles.hpp"
#include "read/flat_xml.hpp"
#include "text/number_words.hpp"
#include "text/numerals.hpp"

namespace plancheck::docx {

struct Level {
    std::string_view text = {};   ///< lvlText: "%1.%2"
    std::string_view style = {};  ///< id of the paragraph style linked with it
    std::uint32_t start = 0;
    std::int8_t restart = -1;  ///< 1-based level whose use restarts it; 0: never; -1: any higher one
    NumberFormat format = NumberFormat::decimal;
    bool legal = false;  ///< all numbers of its text in decimal
    bool defined = false;
};

/// What stands before one paragraph.
struct Numbered {
    bool shown = false;  ///< false: there is no number or bullet after all
    bool bullet = false;
    std::uint32_t sequence = 0;  ///< list, counting from 1 in order of appearance
    std::uint32_t number = 0;
    std::string_view label;  ///< valid until the next call
};

class Numbering {
public:
    static constexpr std::size_t levels = 9;

    /// Reads numbering.xml; tree and styles have to outlive it.
    void load(XmlNode root, const Styles& styles);

    /// Level (0-8) that the numbering links with that paragraph style; -1: none.
    int level_of_style(std::int32_t num, std::string_view style);

    /// The next paragraph of numbering `num` at `level`; counts.
    Numbered next(std::int32_t num, int level);

    /// Forgets what was counted.
    void restart();

private:
    struct Abstract {
        std::int32_t id = 0;
        XmlNode node;
        bool loaded = false;
        std::array<Level, levels> level{};
        std::array<std::uint32_t, levels> count{};
        std::array<bool, levels> running{};
        std::uint32_t sequence = 0;  ///< of the list that is being counted
    };
    struct Override {
        bool has_start = false;
        bool used = false;
        std::uint32_t start = 0;
        Level level;  ///< replaces the level where defined
    };
    struct Num {
        std::int32_t id = 0;
        XmlNode node;
        bool loaded = false;
        std::int32_t abstract = -1;  ///< index, links followed
        std::vector<Override> overrides;
    };

    Num* prepare(std::int32_t num);
    void load(Abstract& abstract);
    const Level& level_at(const Num& num, std::size_t level) const noexcept;
    std::uint32_t start_at(const Num& num, std::size_t level) const noexcept;
    Abstract* styled(std::string_view style) noexcept;  // the definition that a list style names as its own
    std::int32_t abstract_of(XmlNode num) const noexcept;
    void write_label(const Num& num, std::size_t level);

    std::vector<Num> nums_;            ///< by id
    std::vector<Abstract> abstracts_;  ///< by id
    const Styles* styles_ = nullptr;
    std::uint32_t sequences_ = 0;
    NumberWords words_;
    std::string label_;
};

}  // namespace plancheck::docx
