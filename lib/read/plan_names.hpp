// The names that blocks and marks have in the plan's XML: read by read/plan_xml.cpp, written by plan/plan_xml.cpp, laid
// down in write/plan.rng. Pure and thread-safe.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "plancheck/document.hpp"

namespace plancheck {

inline constexpr std::string_view plan_namespace = "urn:plancheck:plan:1";

/// Element of a block, in the order of BlockKind.
inline constexpr std::array<std::string_view, 9> block_elements{"heading", "p", "li", "table", "row", "cell", "figure", "box", "note"};

inline constexpr std::array<std::pair<std::uint16_t, std::string_view>, 12> mark_words{{{mark::title, "title"},
                                                                                        {mark::contents, "contents"},
                                                                                        {mark::header_row, "header-row"},
                                                                                        {mark::ordered, "ordered"},
                                                                                        {mark::placeholder, "placeholder"},
                                                                                        {mark::continued, "continued"},
                                                                                        {mark::uncounted, "uncounted"},
                                                                                        {mark::quotation, "quotation"},
                                                                                        {mark::preformatted, "preformatted"},
                                                                                        {mark::centred, "centred"},
                                                                                        {mark::marked_label, "marked-label"},
                                                                                        {mark::doubtful, "doubtful"}}};

inline std::optional<BlockKind> block_kind_named(std::string_view element) noexcept {
    for (std::size_t i = 0; i < block_elements.size(); ++i)
        if (block_elements[i] == element) return static_cast<BlockKind>(i);
    return std::nullopt;
}

/// 0: there is none of that name.
inline std::uint16_t mark_named(std::string_view word) noexcept {
    for (const auto& [bit, known] : mark_words)
        if (known == word) return bit;
    return 0;
}

/// The format of that name; unknown, and with it an empty name, is the plan's XML itself.
inline Format format_named(std::string_view wanted) noexcept {
    for (auto format = Format::docx; format <= Format::pdf; format = static_cast<Format>(static_cast<int>(format) + 1))
        if (name(format) == wanted) return format;
    return Format::plan_xml;
}

/// The marks that a block of these properties has without saying so.
inline std::uint16_t implied_marks(std::uint32_t number, bool label, bool uncounted) noexcept {
    return static_cast<std::uint16_t>((number != 0 ? mark::ordered : 0) | (label ? mark::marked_label : 0) | (uncounted ? mark::uncounted : 0));
}

}  // namespace plancheck
