// What the lines of a document say about its type and words, and with it how lines become the text of a paragraph. Used by
// what writes paragraphs (pdf_writer) and cells (pdf_table_writer). Values; pure and thread-safe.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/pdf.hpp"

namespace plancheck {

struct PdfStyle {
    float body = 0;                            ///< size of most text
    std::map<int, float> pitch;                ///< by size: step from line to line inside a paragraph
    std::unordered_map<std::string, std::uint32_t> words;  ///< with and without hyphens, folded, and how often
    std::unordered_map<std::string, std::uint32_t> inner;  ///< those that stand neither first nor last in their line
    bool hyphenates = false;                   ///< parts words at the ends of lines
    bool spaces = false;                       ///< the file has a space at the end of a line where a word ends there
    bool ideographs = false;                   ///< written without spaces, so that a line ends inside Latin words as well

    float pitch_of(float size) const;
};

/// Sizes as they are told apart: in halves.
int pdf_size_key(float size) noexcept;

PdfStyle pdf_style(const std::vector<PdfElement>& elements);

/// A letter that begins no sentence: neither a capital nor an ideograph.
bool is_small_letter(char32_t c) noexcept;

bool pdf_ends_sentence(std::string_view text) noexcept;

/// The last word of a line as far as a blank, a quote or a parenthesis; the first one without what follows it.
std::string pdf_last_word(std::string_view text);
std::string pdf_first_word(std::string_view text);

/// The hyphen at the end of a line, in bytes; 0: there is none. `soft`: it is one for parting alone.
std::size_t pdf_hyphen(std::string_view text, bool& soft);

struct PdfJoined {
    std::string text;
    std::uint32_t bold = 0;  ///< bytes at the start that are bold
    std::vector<PdfLink> links;
};

/// Borrows the style.
class PdfJoiner {
public:
    explicit PdfJoiner(const PdfStyle& style) : style_(style) {}

    /// Lines as one text.
    PdfJoined joined(const std::vector<PdfLine>& lines) const;

private:
    const PdfStyle& style_;

    std::string_view between(std::string_view so_far, const PdfLine& above, const PdfLine& below, std::size_t& cut) const;
    bool parts(std::string_view upper, std::string_view lower, std::size_t hyphen) const;
    bool breaks_word(std::string_view so_far, const PdfLine& above, const PdfLine& below) const;
};

/// Adds what follows the first `skipped` bytes to the leaf that is open, with its links.
void pdf_put(const PdfJoined& joined, std::size_t skipped, Builder& builder);

/// Marks lines that begin items, or may, where bullets are drawn.
void pdf_mark_drawn_items(std::vector<PdfElement>& elements, const PdfStyle& style);

/// Writes a table; one of titles and pages becomes paragraphs.
void pdf_write_table(const PdfTable& table, const PdfJoiner& joiner, Builder& builder);

/// "AP2." behind a text that begins with "AP1.", "Objective 2:" behind one that begins with "Objective 1:": what is counted, its number,
/// and a sign.
bool pdf_counts_on(std::string_view before, std::string_view text);

}  // namespace plancheck
