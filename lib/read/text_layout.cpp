// A character is a unit wide and a line a step high, in the measures of a PDF; an ideograph is no wider, as such programs
// count characters. Two blanks and more part pieces.
#include "read/text_layout.hpp"

#include <algorithm>

#include "read/lines.hpp"
#include "read/pdf.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

// Such programs put what stands at one place a column apart from page to page and line to line: one column is less than what
// PDF takes for another place.
constexpr float unit = 3.4F, step = 7.4F, height = 6.4F, type = 5.4F;
constexpr std::size_t least_rows = 6;

struct Piece {
    std::size_t begin = 0, end = 0;  // bytes of the text
    std::size_t left = 0, right = 0; // characters from the edge
};

// A mark of direction takes no room.
bool is_mark(char32_t c) noexcept { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F; }

std::vector<Piece> pieces_of(std::string_view text, const SourceLine& line) {
    std::vector<Piece> made;
    std::size_t column = line.indent, blanks = 2;
    for (std::size_t at = line.begin; at < line.end;) {
        const Decoded c = decode(text, at);
        if (is_white_space(c.code)) {
            const std::size_t width = c.code == '\t' ? 8 - column % 8 : 1;
            blanks += c.code == '\t' ? 2 : 1;
            column += width;
        } else {
            if (blanks >= 2) made.push_back({at, at, column, column});
            if (!is_mark(c.code)) ++column;
            made.back().end = at + c.size;
            made.back().right = column;
            blanks = 0;
        }
        at += c.size;
    }
    return made;
}

// Marks of direction stand around what runs the other way; in one line of pieces they say nothing.
std::string without_marks(std::string_view text) {
    std::string made;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        if (!is_mark(c.code)) made.append(text.substr(at, c.size));
        at += c.size;
    }
    return made;
}

PdfRow row_of(const SourceText& source, const SourceLine& line, float top, Places& places) {
    PdfRow row;
    for (const Piece& piece : pieces_of(source.text, line)) {
        PdfLine made;
        made.text = without_marks(std::string_view(source.text).substr(piece.begin, piece.end - piece.begin));
        if (made.text.empty()) continue;
        made.left = unit * static_cast<float>(piece.left);
        made.right = unit * static_cast<float>(piece.right);
        made.top = top;
        made.bottom = top + height;
        made.size = type;
        made.part = line.page;
        made.fixed = true;
        made.place = places.at(piece.begin);
        made.place.page_hint = line.page;
        row.push_back(std::move(made));
    }
    return row;
}

// So that a line begins at the left, whichever way it is read.
void mirror(PdfRows& page) {
    for (PdfRow& row : page.rows) {
        for (PdfLine& line : row) {
            const float left = page.width - line.right;
            line.right = page.width - line.left;
            line.left = left;
        }
        std::reverse(row.begin(), row.end());
    }
}

bool draws_tables(std::string_view own) {
    return own.find('|') != own.npos || own.find("\t") != own.npos || own.starts_with("+-") ||
           (own.starts_with("--") && own.find_first_not_of("- ") == own.npos && own.size() >= 8);
}

}  // namespace

bool is_laid_out(std::string_view text, const std::vector<SourceLine>& lines) {
    std::size_t rows = 0, all = 0;
    bool paged = false;
    for (const SourceLine& line : lines) {
        if (line.blank()) continue;
        const std::string_view own = text.substr(line.begin, line.end - line.begin);
        if (draws_tables(own)) return false;
        ++all;
        paged = paged || line.page > 1;
        if (own.find("  ") == own.npos) continue;
        const auto marker = list_marker(own);
        rows += pieces_of(text, line).size() > (marker ? 2U : 1U) ? 1 : 0;
    }
    return rows >= least_rows && (paged || rows * 5 >= all);
}

void write_laid_out(const SourceText& source, const std::vector<SourceLine>& lines, Builder& builder) {
    Places places(source);
    std::vector<PdfRows> pages;
    float top = 0;
    std::size_t from_right = 0, letters = 0;
    for (std::size_t at = 0; at < source.text.size();) {
        const Decoded c = decode(source.text, at);
        at += c.size;
        if (!is_letter_or_digit(c.code) || (c.code >= '0' && c.code <= '9')) continue;
        ++letters;
        from_right += c.code >= 0x0590 && c.code <= 0x08FF ? 1 : 0;
    }
    for (const SourceLine& line : lines) {
        if (pages.empty() || pages.back().page != line.page) {
            pages.push_back({line.page, 0, 0, {}, {}});
            top = 0;
        }
        PdfRows& page = pages.back();
        if (!line.blank()) {
            PdfRow row = row_of(source, line, top, places);
            if (!row.empty()) {
                page.width = std::max(page.width, row.back().right);
                page.rows.push_back(std::move(row));
            }
        }
        top += step;
        page.height = top;
    }
    std::erase_if(pages, [](const PdfRows& page) { return page.rows.empty(); });
    const bool mirrored = from_right * 2 > letters;
    if (mirrored)
        for (PdfRows& page : pages) mirror(page);
    // Lines are filled up from the left: what is read from the right stands the further from its label the narrower its letters.
    for (PdfRows& page : pages)
        for (PdfRow& row : page.rows) pdf_join_labels(row, mirrored ? 11.0F : 4.5F);
    pdf_blocks(std::move(pages), {}, builder);
}

}  // namespace plancheck
