// Sizes are learnt from what they are used for: most bytes are the body's, and most steps between two of its lines are those
// inside paragraphs. A document parts words where several lines end in a hyphen that the word has not got elsewhere.
#include "read/pdf_style.hpp"

#include <algorithm>
#include <cmath>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

template <typename Function>
void for_lines(const std::vector<PdfElement>& elements, Function&& function) {
    for (const PdfElement& element : elements) {
        if (element.table.empty()) function(element.line);
        else
            for (const auto& row : element.table.front().rows)
                for (const PdfCell& cell : row)
                    for (const PdfLine& line : cell.lines) function(line);
    }
}

void learn_words(std::string_view text, PdfStyle& style) {
    if (style.words.size() > 200000) return;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const Decoded c = decode(text, at);
        if (c.size != 0 && (is_word_character(c.code) || c.code == '-')) {
            at += c.size;
            continue;
        }
        const std::string_view word = text.substr(begin, at - begin);
        if (word.size() < 64 && !word.empty() && word.back() != '-') {
            std::string folded = fold(word);
            if (begin != 0 && at != text.size()) ++style.inner[folded];
            if (word.size() >= 4) ++style.words[std::move(folded)];
        }
        at += std::max<std::uint32_t>(c.size, 1);
        begin = at;
    }
}

}  // namespace

int pdf_size_key(float size) noexcept { return static_cast<int>(std::lround(size * 2)); }

bool is_small_letter(char32_t c) noexcept { return is_letter_or_digit(c) && !is_upper(c) && !(c >= '0' && c <= '9') && !is_ideograph(c); }

bool pdf_ends_sentence(std::string_view text) noexcept {
    const char32_t last = decode_before(text, text.size()).code;
    return std::u32string_view(U".:;!?。！？：；؟…").find(last) != std::u32string_view::npos;
}

std::string pdf_last_word(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0) {
        const Decoded c = decode_before(text, begin);
        if (is_white_space(c.code) || c.code == '(' || c.code == 0x2019 || c.code == '\'' || c.code == '"') break;
        begin -= c.size;
    }
    return std::string(text.substr(begin));
}

std::string pdf_first_word(std::string_view text) {
    std::size_t end = 0;
    for (Decoded c = decode(text, 0); c.size != 0 && (is_word_character(c.code) || c.code == '-'); c = decode(text, end)) end += c.size;
    return std::string(text.substr(0, end));
}

std::size_t pdf_hyphen(std::string_view text, bool& soft) {
    const Decoded last = decode_before(text, text.size());
    soft = last.code == 0xAD;
    if (last.code != '-' && last.code != 0x2010 && !soft) return 0;
    const Decoded before = decode_before(text, text.size() - last.size);
    return soft || is_letter_or_digit(before.code) ? last.size : 0;
}

float PdfStyle::pitch_of(float size) const {
    const auto found = pitch.find(pdf_size_key(size));
    if (found != pitch.end()) return found->second;
    const auto most = pitch.find(pdf_size_key(body));
    return size * (most == pitch.end() ? 1.3F : most->second / body);
}

PdfStyle pdf_style(const std::vector<PdfElement>& elements) {
    PdfStyle style;
    std::map<int, std::size_t> bytes;
    std::map<int, std::map<int, std::size_t>> steps;
    std::size_t ends = 0, hyphens = 0, spaced = 0, ideographs = 0, all = 0;
    // Most type of a page that a table fills is the table's, which is smaller than the body's.
    for_lines(elements, [&](const PdfLine& line) {
        learn_words(line.text, style);
        all += line.text.size();
        for (std::size_t at = 0; at < line.text.size();) {
            const Decoded c = decode(line.text, at);
            at += c.size;
            if (is_ideograph(c.code)) ideographs += c.size;
        }
        bytes[pdf_size_key(line.size)] += line.text.size() / 3;
    });
    const PdfLine* before = nullptr;
    for (const PdfElement& element : elements) {
        if (!element.table.empty()) {
            before = nullptr;
            continue;
        }
        const PdfLine& line = element.line;
        bytes[pdf_size_key(line.size)] += line.text.size();
        if (before != nullptr && !line.breaks && before->part == line.part && pdf_size_key(before->size) == pdf_size_key(line.size) && line.top > before->top)
            ++steps[pdf_size_key(line.size)][static_cast<int>(std::lround(line.top - before->top))];
        if (before != nullptr && is_small_letter(decode(line.text, 0).code)) {
            ++ends;
            spaced += before->spaced ? 1 : 0;
            bool soft = false;
            if (const std::size_t hyphen = pdf_hyphen(before->text, soft); hyphen != 0 && !soft && !before->spaced) {
                const std::string head = pdf_last_word(before->text), tail = pdf_first_word(line.text);
                const std::string whole = head.substr(0, head.size() - hyphen) + tail;
                if (style.words.count(fold(head + tail)) == 0) ++hyphens;
                if (style.words.count(fold(whole)) != 0) hyphens += 20;
            }
        }
        before = &line;
    }
    style.hyphenates = hyphens >= 20 || (ends >= 20 && hyphens * 12 > ends);
    style.spaces = spaced >= 4 && spaced * 5 >= ends * 4;
    style.ideographs = ideographs * 2 > all;
    std::size_t most = 0;
    for (const auto& [size, count] : bytes)
        if (count > most) most = count, style.body = static_cast<float>(size) / 2;
    for (const auto& [size, seen] : steps) {
        std::size_t often = 0;
        for (const auto& [step, count] : seen)
            if (count > often && step < 4 * size / 2) often = count, style.pitch[size] = static_cast<float>(step);
        // Where most paragraphs are of one line, the step between them is the more frequent.
        for (const auto& [step, count] : seen)
            if (count > 2 && count * 4 >= often && step * 2 >= size) {
                style.pitch[size] = static_cast<float>(step);
                break;
            }
    }
    return style;
}

bool pdf_counts_on(std::string_view before, std::string_view text) {
    constexpr std::size_t longest = 40;  // bytes
    const std::size_t digit = before.substr(0, longest).find_first_of("0123456789");
    const char32_t first = decode(before, 0).code;
    if (digit == std::string_view::npos || digit == 0 || !(is_upper(first) || is_caseless(first) || is_ideograph(first)) || !text.starts_with(before.substr(0, digit))) return false;
    const auto number = [&](std::string_view own) -> std::uint32_t {
        const std::size_t end = std::min(own.find_first_not_of("0123456789", digit), own.size());
        const std::size_t at = end + white_at(own, end);
        const char32_t sign = decode(own, at).code;
        const bool closes = std::u32string_view(U".:)\uFF1A\u3001\u2013\u2014-").find(sign) != std::u32string_view::npos;
        // A code of capitals needs no sign.
        const bool code = before[digit - 1] == '-' || (before[digit - 1] >= 'A' && before[digit - 1] <= 'Z');
        return end == digit || end > digit + 2 || end == own.size() || !(closes || (code && own[end] == ' ')) ? 0 : whole_number(own.substr(digit, end - digit));
    };
    const std::uint32_t last = number(before);
    return last != 0 && number(text) == last + 1;
}

}  // namespace plancheck
