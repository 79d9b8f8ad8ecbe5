// Numbers right before what they count: 第2项, "the second objective". Pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

namespace plancheck {

struct Language;

/// 第2项, 第二个 right before a place of folded text: the number and where it begins; 0: none.
std::pair<std::uint32_t, std::size_t> counted_before(const Language& language, std::string_view text, std::size_t end) noexcept;

/// 第2项 at the start of a text: the number and where it ends; 0: none.
std::pair<std::uint32_t, std::size_t> counted_at_start(const Language& language, std::string_view text) noexcept;

/// "second" right before a place: the number and where it begins; 0: none, or one behind an indefinite article.
std::pair<std::uint32_t, std::size_t> definite_before(const Language& language, std::string_view folded, std::size_t end);

}  // namespace plancheck
