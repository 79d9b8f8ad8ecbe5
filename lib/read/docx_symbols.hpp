// Characters of symbol fonts, which Word stores in the private use area, as the characters that they show.
#pragma once

#include <string>
#include <string_view>

namespace plancheck::docx {

/// The character that a symbol font shows for `code` (0x20-0xFF, or F020-F0FF). What is not known stays as it is: it is
/// one character in any case. `font` empty: Symbol and Wingdings are tried, as for bullets.
char32_t symbol(char32_t code, std::string_view font) noexcept;

/// Appends the text of a bullet with every character of the private use area replaced by what it shows, or by a bullet.
void append_bullet(std::string& to, std::string_view text);

}  // namespace plancheck::docx
