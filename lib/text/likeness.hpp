// How alike two short texts are, for titles with a typing error and names in another order. Pure and thread-safe; the
// cost is bounded because only the first 200 code points count.
#pragma once

#include <string_view>

namespace plancheck {

/// 0 to 1 for two folded texts: the better of the edit distance over code points (Damerau-Levenshtein, neighbours that
/// change places are one edit) and of the best pairing of their words whatever the order. 1 means equal. Results below
/// `least` are given as 0, which lets most pairs be refused by their length alone.
double likeness(std::string_view a, std::string_view b, double least = 0.0);

/// Edits between two texts, counted up to `most`; `most + 1` when there are more.
unsigned edit_distance(std::string_view a, std::string_view b, unsigned most);

}  // namespace plancheck
