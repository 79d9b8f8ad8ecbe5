// Plain text that was laid out with spaces, as pdftotext does it with -layout: columns and cells stand beside each other in
// one line. Such a line is a row of pieces at places, so all that is known of PDF holds for it. Pure and thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "read/builder.hpp"
#include "read/encoding.hpp"
#include "read/plain_table.hpp"

namespace plancheck {

/// Whether many lines hold several pieces. Tables that are drawn with signs say that spaces mean nothing else.
bool is_laid_out(std::string_view text, const std::vector<SourceLine>& lines);

/// Writes the blocks. Throws Unreadable: beyond a limit.
void write_laid_out(const SourceText& source, const std::vector<SourceLine>& lines, Builder& builder);

}  // namespace plancheck
