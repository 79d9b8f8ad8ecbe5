// What the words beside a role say of it, for the kind that leads.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "plan/lists.hpp"
#include "text/fold.hpp"
#include "text/sentences.hpp"
#include "text/terms.hpp"

namespace plancheck {

/// What a cell answers: 1 "yes" or a cross, -1 "no", 0 something else.
int answer_in(const Reading& reading, Span words);
/// The text of a row that is known as a name, else its first.
std::uint32_t name_of_row(const Reading& reading, const std::vector<std::uint32_t>& cells, const std::unordered_set<std::uint32_t>& names);

/// "Sra. Roe": such a full stop ends no sentence.
bool ends_title(const Reading& reading, std::string_view text, std::size_t stop);

/// The sentence in which the label of a role stands.
SentencePlace sentence_around(const Reading& reading, std::string_view folded, const TermHit& label);

/// Where the word ends that says who it is, behind a label ("is", "est", "的是"); 0: none stands there.
std::size_t copula_at(const Reading& reading, std::string_view folded, std::size_t label_end);

/// "is the Lake Institute" without that word, and without an article that an apostrophe joins.
Span without_copula(const Reading& reading, Span who);

/// The name before a role: in brackets behind it, or in a list behind a comma or a dash, with nothing more to say than who
/// it is or where to reach them. Empty: the label says no role.
Span name_before_role(const Reading& reading, const Line& line, const FoldedBlock& folded, const TermHit& hit);

/// "Lead: 12 mg/kg": an amount of the metal names nobody.
bool is_measure(std::string_view who) noexcept;

/// Where a name ends that others follow in sentences of their own: "Ms Roe, Lake Institute. Lake Institute (li@…); …".
std::uint32_t end_of_name(const Reading& reading, Span who);

/// Bytes of what joins two names in a list, spaces included, that begins at `at`: ", ", "; ", " and ", 、; 0: none does.
std::size_t joint_at(const Reading& reading, std::string_view text, std::size_t at);

/// "Lake Institute (Ms Roe) and Mill Town (Mr Poe)": each with what stands in its brackets; else all of it.
std::vector<Span> parted_names(const Reading& reading, Span who);

/// "—", "n/a", "…" behind a label.
bool names_nobody(const Reading& reading, std::string_view who);

/// "was offered to", "under discussion": in folded text that says who leads.
bool is_undecided(const Reading& reading, std::string_view folded);

/// "Role: lead; contact: …" is a field of a partner.
bool is_field_of_partner(const Reading& reading, std::string_view text, const TermHit& hit);

/// A cell that says what stands in a column of partners.
bool is_head_of_partners(const Reading& reading, std::uint32_t cell);

}  // namespace plancheck
