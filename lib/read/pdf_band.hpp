// Rows of a page that hold several lines beside each other, with a gap at the same place in each: where their columns begin.
// A column begins where many lines begin and none runs through, but for lines that were put together, which are parted again
// at the word that begins there. Values; not thread-safe, one for some rows.
#pragma once

#include <cstddef>
#include <vector>

#include "read/pdf.hpp"

namespace plancheck {

struct PdfGap {
    float begin = 0, end = 0;
    float width() const noexcept { return end - begin; }
};

inline constexpr float pdf_same = 3.5F;  ///< pixels: places that close are one

float pdf_top(const PdfRow& row) noexcept;
float pdf_height(const PdfRow& row) noexcept;

/// The space of a line at which a word begins nearest to `place`; npos: none begins near it.
std::size_t pdf_word_at(const PdfLine& line, float place) noexcept;

bool pdf_crosses(const PdfLine& line, float place) noexcept;

/// Parts a line at a space: it keeps what stands before it, and what stands behind, from `edge` on, is given back.
PdfLine pdf_parted(PdfLine& line, std::size_t space, float edge);

/// Borrows the rows.
class PdfBand {
public:
    explicit PdfBand(std::vector<PdfRow>& rows) : rows_(rows) {}

    /// Where the columns behind the first begin; empty: these rows are no band.
    std::vector<float> edges();

    /// Parts the lines that run over an edge where a word begins there.
    void part(const std::vector<float>& edges);

    /// An edge between two columns that no row has both of stands inside one column: numbers set to the right under a head
    /// set to the left.
    void drop_inner(std::vector<float>& edges) const;

    /// Whether columns that begin at `edges` hold these rows as well: next to no line runs over one without a word that
    /// begins there, and lines begin at most of them.
    bool hold(const std::vector<float>& edges) const;

private:
    struct Start {
        float place;
        std::size_t lines;  // that begin there
        std::size_t beside; // of them with a line before it in the row
    };
    std::vector<PdfRow>& rows_;
    std::vector<Start> starts_;

    float pitch() const;
    void candidates();
    bool serves(const Start& start, float column) const;
    std::vector<PdfGap> free_gaps() const;
};

}  // namespace plancheck
