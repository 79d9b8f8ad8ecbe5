// Character references of HTML as text. Pure and thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace plancheck {

/// Appends what a whole reference ("&eacute;", "&#233;", "&#xE9;") stands for; a name that is not known is appended as it
/// is, a number that is no character becomes U+FFFD.
void append_entity(std::string& to, std::string_view reference);

/// Appends what the start of `name`, which stands behind an "&" and before no semicolon, means to browsers ("copy" in
/// "copy2025"), and gives how many bytes that start has; 0: it means nothing.
std::size_t append_open_entity(std::string& to, std::string_view name);

}  // namespace plancheck
