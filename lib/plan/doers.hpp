// Who carries out an item of running text, where nobody who is listed is named in it: the sentence begins with them.
#pragma once

#include "plan/draft.hpp"
#include "plan/reading.hpp"

namespace plancheck {

/// "The Agency for Large Lakes will open two stores.": adds to a draft that fills no field of that type, and refers to nobody, the
/// name that its first sentences begin with and whose verb follows: behind an article, or with a word of organisations.
void read_doer(const Reading& reading, const ItemSpec& spec, Draft& draft);

}  // namespace plancheck
