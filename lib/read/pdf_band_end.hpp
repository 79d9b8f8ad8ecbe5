// Where rows of lines beside each other, of a table or of columns, end on a page. Private to lib/read.
#pragma once

#include <cstddef>
#include <vector>

#include "read/pdf.hpp"

namespace plancheck {

/// One past the last row of the band that begins at row `at`, which has several lines; `at`: it is none. `pitch`: the distance of most
/// rows of the page from the next, in its units. Linear in the rows.
std::size_t pdf_band_end(const std::vector<PdfRow>& rows, std::size_t at, float pitch);

}  // namespace plancheck
