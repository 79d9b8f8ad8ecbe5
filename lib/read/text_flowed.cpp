// Nothing in a text says that it is flowed, so its lines have to: many end with one space, most of these are as long as they
// can be, what comes behind them is text at the same depth of quotation, and nearly no line breaks off within a sentence
// without a space.
#include "read/text_flowed.hpp"

#include <algorithm>

#include "read/text_dress.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t least_flowed = 12, widest_flowed = 100, narrow = 50;  // lines, columns, columns

struct MailLine {
    std::string_view whole, words;  // without its end; without marks of quotation and white space
    std::size_t depth;
    bool flowed;
};

MailLine line_of(std::string_view whole) {
    if (whole.ends_with('\r')) whole.remove_suffix(1);
    const std::size_t quoted = whole.find_first_not_of(' ') != whole.npos && whole[whole.find_first_not_of(' ')] == '>' ? quotation_at(whole) : 0;
    MailLine line{whole, trimmed(whole.substr(quoted)), 0, false};
    line.depth = static_cast<std::size_t>(std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(quoted), '>'));
    // "-- " begins a signature; two spaces are a line end in Markdown.
    line.flowed = !line.words.empty() && line.words != "--" && whole.ends_with(' ') && !whole.ends_with("  ") && fits_in(whole, widest_flowed);
    return line;
}

std::size_t first_word(std::string_view words) {
    if (is_ideograph(decode(words, 0).code)) return 1;
    return count_code_points(words.substr(0, words.find(' ')));
}

// The width at which the lines were broken: most that go on are no longer.
std::size_t width_of(const std::vector<MailLine>& lines) {
    std::vector<std::size_t> widths;
    for (const MailLine& line : lines)
        if (line.flowed) widths.push_back(count_code_points(line.whole));
    if (widths.empty()) return 0;
    const auto near_end = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 4 / 5);
    std::nth_element(widths.begin(), near_end, widths.end());
    return *near_end;
}

bool is_flowed(const std::vector<MailLine>& lines) {
    const std::size_t width = width_of(lines);
    std::size_t flowed = 0, used = 0, broken = 0, odd = 0;
    std::size_t roomy = 0;  // those in which the next word would have had room: programs leave none, only people break lines there
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].words.empty()) continue;
        ++used;
        const bool last = i + 1 == lines.size() || lines[i + 1].words.empty() || lines[i + 1].depth != lines[i].depth;
        if (lines[i].flowed) {
            ++flowed;
            if (!last && count_code_points(lines[i].whole) + first_word(lines[i + 1].words) < width) ++roomy;
            // Rows of a table are whole.
            if (last || lines[i].words.ends_with('|') || lines[i].words.find("   ") != std::string_view::npos) ++odd;
        } else if (!last && !fits_in(lines[i].words, narrow)) {
            const char32_t first = decode(lines[i + 1].words, 0).code;
            if (is_letter_or_digit(first) && !is_digit(first) && !is_upper(first) && !is_caseless(first)) ++broken;
        }
    }
    return flowed >= least_flowed && flowed * 5 >= used && odd * 10 <= flowed && broken * 10 <= flowed && roomy * 2 <= flowed;
}

}  // namespace

Unflowed text_unflowed(std::string_view text) {
    if (static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) < least_flowed) return {};
    std::vector<MailLine> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(line_of(text.substr(begin, end - begin)));
        // A line that ends otherwise: their numbers would be others.
        if (lines.back().whole.find('\r') != std::string_view::npos) return {};
        begin = end + 1;
    }
    if (!is_flowed(lines)) return {};
    Unflowed made;
    made.text.reserve(text.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        made.lines.push_back(static_cast<std::uint32_t>(i + 1));
        made.text += lines[i].whole;
        for (; lines[i].flowed && i + 1 < lines.size() && lines[i + 1].depth == lines[i].depth && !lines[i + 1].words.empty() && lines[i + 1].words != "--"; ++i) {
            // Where words are not parted by spaces, this one is none.
            const bool inside = is_ideograph(decode_before(lines[i].words, lines[i].words.size()).code) && is_ideograph(decode(lines[i + 1].words, 0).code);
            if (inside) made.text.pop_back();
            made.text += lines[i + 1].words;
            if (lines[i + 1].flowed) made.text += ' ';
        }
        made.text += '\n';
    }
    return made;
}

}  // namespace plancheck
