// Names that say again in short who is named in full elsewhere.
#pragma once

#include <vector>

#include "plancheck/plan.hpp"
#include "text/language.hpp"

namespace plancheck {

/// Drops what is called by a word or two of the longer name of another item of the list ("The Ministry" beside "Ministry of
/// Lakes"). What is certain stays, and so does all of a list that is empty or long.
void drop_short_names(std::vector<Item>& items, const Language& language);

}  // namespace plancheck
