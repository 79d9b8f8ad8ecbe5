// Character references of HTML as text. Pure and thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace plancheck {

/// Appends what a whole reference ("&eacute;", "&#233;", "&#xE9;") stands for; a name that is not known is appended as it
/// is, a number that is no character becomes U+FFFD.
void append_entity(std::string& to, std::string_view reference);

}  // namespace plancheck
