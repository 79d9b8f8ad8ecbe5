// The characters that mail addresses and hosts are written with. Text is folded. Private to lib/text. Pure.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace plancheck {

inline constexpr std::size_t longest_address = 254;

inline bool is_mail_character(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '%' || c == '+' || c == '-' || c == '\'';
}

inline bool is_host_character(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-'; }

// name.org, name.co.uk: labels between dots, the last one of letters.
inline bool is_host(std::string_view host) noexcept {
    const std::size_t dot = host.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || host.size() - dot < 3 || host.front() == '-' || host.front() == '.') return false;
    if (host.find("..") != std::string_view::npos || host.find("-.") != std::string_view::npos || host.find(".-") != std::string_view::npos) return false;
    return std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace plancheck
