// Several names as one part of a sentence.
#pragma once

#include <string>
#include <vector>

namespace plancheck {

struct Language;

/// Between names that have commas of their own stand semicolons. Pure.
std::string listing(const std::vector<std::string>& names, const Language& language);

/// The same of titles of items: one as it is, of several each by its first words, since a report also shows where each stands.
std::string listing_of_items(const std::vector<std::string>& titles, const Language& language);

}  // namespace plancheck
