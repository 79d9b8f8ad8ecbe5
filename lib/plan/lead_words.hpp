// What the words beside a role say of it, for the kind that leads.
#pragma once

#include <cstddef>
#include <string_view>

#include "plan/lists.hpp"
#include "text/fold.hpp"
#include "text/terms.hpp"

namespace plancheck {

/// "Sra. Roe": such a full stop ends no sentence.
bool ends_title(const Reading& reading, std::string_view text, std::size_t stop);

/// The name before a role: in brackets behind it, or in a list behind a comma or a dash, with nothing more to say than who
/// it is or where to reach them. Empty: the label says no role.
Span name_before_role(const Reading& reading, const Line& line, const Folded& folded, const TermHit& hit);

/// "Role: lead; contact: …" is a field of a partner.
bool is_field_of_partner(const Reading& reading, std::string_view text, const TermHit& hit);

}  // namespace plancheck
