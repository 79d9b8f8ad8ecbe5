// The notation of terms taken apart: from one synonym to the plain forms it stands for. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plancheck {

/// Bytes of one folded synonym with all its notation; longer ones are refused.
inline constexpr std::size_t longest_term = 400;

/// Appends the forms of one folded synonym, in no order and some perhaps twice: `(x)` with and without, `{a,b}` each, `a | b` each. Left in the forms: `*`,
/// `...` (gap) and '\x03' (one digit, from "20xx"). With `inclusive`, an optional ending also gives the written-out
/// shapes of both genders: chef(fe), chef·fe, chef-fe, chef.fe, chef/fe. False: the notation is wrong, or there are more
/// than 256 forms.
bool expand_term(std::string_view synonym, bool inclusive, std::vector<std::string>& forms);

}  // namespace plancheck
