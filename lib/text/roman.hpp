// Roman numerals as people write them: letters, the single signs Ⅰ … ⅻ, and Cyrillic letters and digits that look like them.
// Private to lib/text; roman_value() of numerals.hpp is made of it. All functions are pure and thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plancheck {

struct RomanRun {
    std::string signs;  // capitals
    std::size_t size = 0;
    bool lower = false;
    bool cyrillic = false;
    bool single = false;  // one of Ⅰ … ⅻ, which nobody types by chance
};

/// Whether it is a Roman sign or looks like one or more.
bool may_be_roman(char32_t c) noexcept;

/// The longest run of Roman signs at the start that a non-letter ends; size 0: there is none.
RomanRun roman_run(std::string_view text, bool look_alikes);

/// Signs to a value up to 3999. Only what people write is taken: the usual form, or with a sign four times (IIII).
std::optional<std::uint32_t> roman_of(std::string_view signs);

}  // namespace plancheck
