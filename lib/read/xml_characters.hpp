// The characters of a text that is to be XML: whether it is UTF-8 and holds nothing that XML forbids. Asked by
// scan_xml(). Thread-safe, never fails.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace plancheck {

enum class Flaw : std::uint8_t {
    none,
    encoding,   ///< not UTF-8
    character,  ///< UTF-8, but a control character or a noncharacter (XML 1.0, Char)
};

/// Whether [begin, end), behind which no character goes on, is seen to be right without decoding it: true is sure, false is
/// not. What stands before `readable` is there to be read.
bool seems_right(const char* begin, const char* end, const char* readable) noexcept;

/// Looks for the first flaw and says in `offset` where it is. Linear.
Flaw find_flaw(std::string_view text, std::size_t& offset) noexcept;

}  // namespace plancheck
