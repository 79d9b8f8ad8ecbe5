// What a title calls the area of a plan where it is none of the vocabulary's ("The area on shipping").
#pragma once

#include <string>
#include <string_view>

#include "plan/reading.hpp"

namespace plancheck {

/// The name beside a word of the vocabulary `own-area` in a title, as written; empty where none stands there, or only the programme's
/// name, the kind of document or a time. Linear in the title.
std::string own_area(const Reading& reading, std::string_view title);

}  // namespace plancheck
