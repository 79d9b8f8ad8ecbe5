// Characters of HTML's syntax: white space, and letters compared without case. Pure and thread-safe.
#pragma once

#include <algorithm>
#include <string_view>

namespace plancheck::html {

inline constexpr std::string_view white = " \t\r\n\f";

constexpr bool is_white(char c) noexcept { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }
constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// Whether a text is `lower_case`, whatever its case.
inline bool same(std::string_view text, std::string_view lower_case) noexcept {
    return std::equal(text.begin(), text.end(), lower_case.begin(), lower_case.end(), [](char a, char b) { return lower(a) == b; });
}

}  // namespace plancheck::html
