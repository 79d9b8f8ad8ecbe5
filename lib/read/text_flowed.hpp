// Text of mails in the form "flowed" (RFC 3676): a line that ends with a space goes on in the next. Pure and thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plancheck {

struct Unflowed {
    std::string text;                  ///< each paragraph in one line; empty: the text is not in that form
    std::vector<std::uint32_t> lines;  ///< by line of `text`: the number of the source's line that it begins in, from 1
};

/// Marks of quotation before the first line of a paragraph stay.
Unflowed text_unflowed(std::string_view text);

}  // namespace plancheck
