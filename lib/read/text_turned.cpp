// A stretch between the marks is put together as it was drawn, from left to right, and then read as a piece of a PDF is, so
// that both are mended by one rule.
#include "read/text_turned.hpp"

#include <algorithm>
#include <vector>

#include "read/pdf.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr char32_t from_right = 0x202B, from_left = 0x202A, end_of_run = 0x202C, right_mark = 0x200F;

bool is_vowel_sign(char32_t c) noexcept { return c >= 0x064B && c <= 0x0652; }

char32_t other_bracket(char32_t c) noexcept {
    static constexpr std::u32string_view pairs = U"()[]{}<>\u00AB\u00BB\u2039\u203A";
    const std::size_t at = pairs.find(c);
    return at == pairs.npos ? c : pairs[at ^ 1];
}

// What runs from the left, as drawn: numbers parted by a dash or a space were drawn one after the other from the right.
std::u32string run_from_left(std::u32string_view run) {
    const bool numbers = std::all_of(run.begin(), run.end(), [](char32_t c) { return is_digit(c) || c == ' ' || c == 0xA0; });
    std::u32string made;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const char32_t c = run[i];
        const bool between = i > 0 && i + 1 < run.size() && is_digit(run[i - 1]) && is_digit(run[i + 1]);
        const bool parts = between && (c == '-' || c == 0x2013 || (numbers && (c == ' ' || c == 0xA0)));
        if (parts) made += right_mark;
        made += other_bracket(c);
        if (parts) made += right_mark;
    }
    return made;
}

// Numbers by themselves have no letter that tells the direction.
std::u32string turned_numbers(const std::u32string& drawn) {
    std::u32string made;
    for (std::size_t end = drawn.size(); end > 0;) {
        std::size_t begin = end - 1;
        if (drawn[begin] != right_mark)
            while (begin > 0 && drawn[begin - 1] != right_mark) --begin;
        if (drawn[begin] != right_mark) made.append(drawn, begin, end - begin);
        end = begin;
    }
    return made;
}

// Double vowels that were drawn above the line below, each with the alef that bears it: they stand in no word any more.
bool is_stray(std::u32string_view stretch) noexcept {
    const auto found = std::count_if(stretch.begin(), stretch.end(), is_vowel_sign);
    const auto other = [](char32_t c) { return c != 0x0627 && !is_vowel_sign(c) && !is_white_space(c) && c != from_left && c != end_of_run; };
    return found != 0 && std::none_of(stretch.begin(), stretch.end(), other);
}

void read_stretch(const std::u32string& text, std::size_t begin, std::size_t end, std::string& to) {
    if (is_stray(std::u32string_view(text).substr(begin, end - begin))) return;
    std::vector<std::u32string> parts;  // in the order of reading, each as drawn
    bool letters = false;
    for (std::size_t i = begin; i < end;) {
        std::u32string part;
        if (text[i] == from_left) {
            const std::size_t close = std::min(text.find(end_of_run, i), end);
            part = run_from_left(std::u32string_view(text).substr(i + 1, close - i - 1));
            i = close;
        } else {
            for (; i < end && text[i] != from_left; ++i) {
                if (text[i] == end_of_run) continue;
                // A vowel sign is drawn by itself, and so taken for a word.
                if (is_vowel_sign(text[i]) && !part.empty() && part.back() == ' ') part.pop_back();
                letters = letters || text[i] > 0x0600;
                part += other_bracket(text[i]);
            }
            std::reverse(part.begin(), part.end());
        }
        if (i < end && text[i] == end_of_run) ++i;
        parts.push_back(std::move(part));
    }
    std::u32string drawn;
    for (std::size_t i = parts.size(); i-- > 0;) drawn += parts[i];
    std::string bytes;
    if (letters)
        for (const char32_t c : drawn) append_utf8(bytes, c);
    else
        for (const char32_t c : turned_numbers(drawn)) append_utf8(bytes, other_bracket(c));
    to += pdf_turned(bytes);
}

}  // namespace

bool is_drawn_from_right(std::string_view text) noexcept {
    // Alef before alef with hamza and lam: the article, and a ligature turned round.
    return text.find("\u202B") != text.npos && (text.find("\u0627\u0623\u0644") != text.npos || text.find("\u0627\u0625\u0644") != text.npos);
}

std::string text_as_read(std::string_view text) {
    std::string made;
    made.reserve(text.size());
    std::u32string line;
    const auto flush = [&] {
        for (std::size_t i = 0; i < line.size();) {
            if (line[i] != from_right) {
                if (line[i] != from_left && line[i] != end_of_run) append_utf8(made, line[i]);
                ++i;
                continue;
            }
            // To the mark that ends this stretch; runs from the left inside it have their own.
            std::size_t end = i + 1, depth = 1;
            for (; end < line.size(); ++end) {
                if (line[end] == from_left || line[end] == from_right) ++depth;
                if (line[end] == end_of_run && --depth == 0) break;
            }
            read_stretch(line, i + 1, end, made);
            i = end;
        }
        line.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        at += c.size;
        if (c.code == '\n' || c.code == '\r' || c.code == '\f') {
            flush();
            append_utf8(made, c.code);
        } else {
            line += c.code;
        }
    }
    flush();
    return made;
}

}  // namespace plancheck
