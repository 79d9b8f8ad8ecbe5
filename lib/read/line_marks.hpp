// What in a text says only where a line may break and where it may not. The spaces of typesetting (that do not break, or are
// thin, or as wide as an ideograph) are spaces to whoever reads, so are hyphens hyphens, and characters without width
// (a hyphen that shows only where a line ends is one) are nothing, nor are the strokes that draw out Arabic words and the marks of
// notes; what takes texts apart would have to know them all. Private to lib/read. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plancheck {

/// A text without them.
struct UnmarkedText {
    struct Cut {
        std::uint32_t at;    ///< where fewer bytes stand, in the text with marks: behind them
        std::uint32_t lost;  ///< bytes fewer up to there
    };
    std::string text;
    std::vector<Cut> cuts;  ///< in their order

    /// Where a place of the text with marks is.
    std::uint32_t place(std::uint32_t marked) const noexcept;
};

/// Bytes of the mark of a note that what is raised behind a text begins with: digits right behind a word or a sign; 0: it is none.
/// "250 m" and "10" are raised to a power.
std::size_t raised_mark(std::string_view before, std::string_view raised) noexcept;

/// Whether a text may have such marks: quick, and most have none.
bool may_have_line_marks(std::string_view text) noexcept;

/// Small digits that a font draws ("Institute¹") are the marks of notes as well, where it is plain that they are no power, no charge
/// of an ion, and no word by themselves. A space between two digits stays what it is, since it groups them; so does a character without width where it is a word by
/// itself to those who count (`widthless` false: all of them).
UnmarkedText without_line_marks(std::string_view text, bool widthless);

}  // namespace plancheck
