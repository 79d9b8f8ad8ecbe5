// Text of any encoding as UTF-8: what the readers of Markdown and plain text begin with. Pure and thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/builder.hpp"

namespace plancheck {

/// A source as UTF-8 without byte order mark. Control characters that no text holds are spaces (a vertical tab is a line
/// feed), so that whatever is read can be written as XML; tab, line ends and form feed stay.
struct SourceText {
    std::string text;
    std::string encoding;     ///< as which it was read; empty: it is UTF-8
    std::size_t skipped = 0;  ///< bytes of the mark before the text
    bool guessed = false;     ///< neither a mark nor a declaration says that it is so
    bool mended = false;      ///< its lines are those of the source, what stands in them was moved
    std::vector<std::uint32_t> lines;  ///< by line of `text`: its number in the source; empty: they are the same

    bool is_utf8() const noexcept { return encoding.empty(); }
};

/// A byte order mark decides; then zeros, which only UTF-16 has; then whether it is valid UTF-8. Only what is left is
/// guessed. UTF-8 with few bad bytes stays UTF-8, these become U+FFFD. Throws Unreadable beyond `limits.characters`.
/// `declared` is what the source itself says where it can: it stands behind marks and zeros, and counts only if it is a
/// name that is known and can be true (no UTF-8 with bad bytes; no encoding of single bytes for what is valid UTF-8).
SourceText decode_text(std::string_view bytes, const Limits& limits, std::string_view declared = {});

/// "UTF-32LE", "UTF-16BE" and so on where bytes without a mark can be nothing else: nearly all that they would say in it are
/// letters and signs of texts; null: they can.
const char* wide_without_mark(std::string_view bytes) noexcept;

/// Tells `read/encoding-guessed` where the source is not UTF-8.
void tell_encoding(const SourceText& source, Builder& builder);

/// Places of offsets in a source text. Cheap when each offset is near the one before. Lines end with LF, CR LF or CR.
class Places {
public:
    explicit Places(const SourceText& source);

    Place at(std::size_t offset) noexcept;

private:
    const SourceText& source_;
    std::vector<std::uint32_t> lines_;  // where each begins
    std::size_t line_ = 0;              // place that was asked for last
    std::size_t offset_ = 0;
    std::uint32_t column_ = 1;
};

}  // namespace plancheck
