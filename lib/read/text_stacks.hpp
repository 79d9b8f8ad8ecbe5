// Numbers of a list that stand on lines of their own, often one below the other and away from their texts, as programs give the text of a PDF in which a wide
// gap parts a number from its text. Pure and thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace plancheck {

/// The same lines, with each number of such a stack before its paragraph; empty: there is none whose paragraphs are known.
std::string text_unstacked(std::string_view text);

}  // namespace plancheck
