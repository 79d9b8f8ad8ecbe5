// Lines that are names, for kinds that are always listed (partners).
#pragma once

#include "plan/lists.hpp"

namespace plancheck {

/// "Lead: Institute of Lakes, lakes@…", whose title is what stands behind the label.
bool names_with_role(const Search& search, const Line& line);

/// The name behind a label of the kind `role` that begins the line ("Lead – Institute of Lakes (J. Roe), since 2024."); empty: none.
Span name_behind_role(const Search& search, const Line& line, std::uint32_t role);

/// Several names in one line, unless the commas part a name from its person and address.
bool lists_names(const Search& search, const Line& line);

/// Whether the other line names the one that a line is about ("Co-leads: A (Institute of Lakes) and B").
bool is_named_in(const Search& search, const Line& line, const Line& other);

/// A paragraph that looks like one name, with its address at most.
bool is_name_line(const Search& search, const Line& line);

/// Lines that are names, each with those right below it that only say how to reach it ("Institute of Lakes", "Ms Roe, roe@…").
std::vector<LineRange> names_by_line(const Search& search, LineRange lines);

/// A table without heads whose cells hold a name and its address each.
void names_in_cells(const Search& search, LineRange lines, Found& found);

/// Whether a cell says first which role the one it stands beside has, and then more: "lead, 2026–2027: Ms Roe".
bool begins_with_role(const Reading& reading, std::uint32_t kind, std::uint32_t cell);

}  // namespace plancheck
