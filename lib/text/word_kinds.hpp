// Ids of the words that a language gives to its index.
#pragma once

#include <cstdint>

#include "text/language.hpp"

namespace plancheck {

constexpr std::uint32_t word_id(WordKind kind, std::uint32_t detail = 0) noexcept {
    return static_cast<std::uint32_t>(kind) << 16 | detail;
}
constexpr WordKind kind_of_word(std::uint32_t id) noexcept { return static_cast<WordKind>(id >> 16); }

/// What the file says beside the word (`value="3"`), as text.
inline std::string_view detail_of_word(const Language& language, std::uint32_t id) noexcept {
    const auto& details = language.details[id >> 16];
    const std::uint32_t index = id & 0xFFFFU;
    return index < details.size() ? std::string_view(details[index]) : std::string_view();
}

}  // namespace plancheck
