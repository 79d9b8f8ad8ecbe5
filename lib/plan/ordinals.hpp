// Labels that number an item: "1.", "(a)", "2.1", "PA2:", "A.1". Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plancheck {

struct Ordinal {
    std::string text;          ///< "1", "a", "2.1", "PA2"
    std::string shape;         ///< equal for labels of one numbering: "D.", "(l)", "D.D"
    std::uint32_t value = 0;   ///< its last number; of a letter its place in the alphabet
    std::uint32_t roman = 0;   ///< the value when its letters are read as a Roman numeral, or in the other order of the alphabet
    std::uint32_t parent = 0;  ///< the number before the last: 2 of "2.1"
    std::uint32_t size = 0;    ///< bytes up to the words that follow
    bool worded = false;       ///< a word for the kind stands before it ("Action 1:")
};

/// How much must follow a label to make it one.
enum class LabelContext : std::uint8_t {
    typed,      ///< at the start of a line: a separator is needed
    automatic,  ///< the whole text was made by the format's numbering
    worded,     ///< a word for the kind stood before it
};

/// The label at the start of `text` (no white space before it).
std::optional<Ordinal> ordinal_at(std::string_view text, LabelContext context = LabelContext::typed);

/// Whether `next` comes directly after `last` in the same numbering.
bool follows(const Ordinal& last, const Ordinal& next) noexcept;
/// Whether a numbering can begin with it.
bool begins(const Ordinal& label) noexcept;

/// Whether the label at an offset of a text opens a sentence of its own: "Objective 1: …. Objective 2: …", "… . 1) That …. 2) That …".
bool begins_sentence(std::string_view text, std::size_t at, const Ordinal& label) noexcept;

/// An empty box, and one that is ticked or crossed.
constexpr bool is_box(char32_t c) noexcept { return c == 0x2610 || c == 0x2611 || c == 0x2612; }

/// Bytes of a bullet typed at the start of a line with the white space behind it; 0: none.
std::uint32_t bullet_at(std::string_view text) noexcept;

}  // namespace plancheck
