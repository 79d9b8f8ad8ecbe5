// What a sentence lists behind its colon.
#pragma once

#include "plan/draft.hpp"

namespace plancheck {

/// "Three indicators are used: number of plans; tonnes stored; people trained.": an item each of what semicolons part behind the colon of
/// a sentence that holds a term of `vocabulary` before it. False where no sentence of the line lists two.
bool listed_in_sentence(const Search& search, const Line& line, std::uint32_t vocabulary, Found& found);

}  // namespace plancheck
