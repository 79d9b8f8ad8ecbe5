// Articles and small words that a language writes together with the next word (Arabic والشركاء, "and the partners").
#pragma once

#include <string_view>

namespace plancheck {

struct Language;

/// Bytes of the prefix that stands right before `at` in folded text and begins a word; 0: none. May be called in any thread.
std::size_t attached_before(const Language& language, std::string_view folded, std::size_t at);

}  // namespace plancheck
