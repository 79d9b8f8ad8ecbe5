// What mail programs, wikis and programs that draw with characters put around the lines of a text: marks of quotation, marks of
// titles, tables in the signs of boxes. Pure and thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace plancheck {

/// The same lines, with tables that are drawn in the signs of boxes drawn in "+", "-", "=" and "|"; empty: there are none.
std::string text_redrawn(std::string_view text);

/// Whether most lines of the text are those of another's mail ("> Dear all,").
bool is_quoted(std::string_view text) noexcept;

/// Bytes of the marks of quotation at the start of a line ("> > ", ">>"), white space before and between them included.
std::size_t quotation_at(std::string_view line) noexcept;

struct TitleMarks {
    std::size_t before = 0;  ///< bytes; 0: the line is not marked
    std::size_t after = 0;
};

/// Marks that say that a line is a title: "## Title", "== Title ==", "**Title**", "*** Title ***", "--- Title ---", "** Title", "== Title",
/// "h2. Title".
TitleMarks title_marks(std::string_view line) noexcept;

}  // namespace plancheck
