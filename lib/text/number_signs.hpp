// Signs between a word and its number: "action no. 2", "mesure n° 2", "мера № 2".
#pragma once

#include <cstddef>
#include <string_view>

namespace plancheck {

struct Language;

/// Where the number begins behind a sign, and spaces, at `at` of folded text; `at` itself where no sign stands. Pure.
std::size_t after_number_sign(const Language& language, std::string_view folded, std::size_t at);

/// Where a sign that ends at `end` of folded text begins; `end` itself where no sign stands. Pure.
std::size_t before_number_sign(const Language& language, std::string_view folded, std::size_t end);

}  // namespace plancheck
