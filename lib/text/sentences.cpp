// The text is stepped through from sign to sign; only a full stop before a capital asks what word stands before it.
#include "text/sentences.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

// First bytes of the signs that may end a sentence.
constexpr ByteSet may_end{".!?;\xE3\xEF\xD8"};

constexpr std::size_t longest_short_form = 12, longest_label = 60;  // bytes

bool ends_whatever_follows(char32_t c, Semicolon semicolon) noexcept {
    switch (c) {
        case 0x3002: case 0xFF01: case 0xFF1F: case 0x061F: return true;
        case 0xFF1B: case 0x061B: return semicolon == Semicolon::ends;
        default: return false;
    }
}

bool ends_before_space(char32_t c, Semicolon semicolon) noexcept { return c == '.' || c == '!' || c == '?' || (c == ';' && semicolon == Semicolon::ends); }

// "6.3 The partners": the number of a paragraph, of two levels at least, and a capital behind it.
bool is_paragraph_number(std::string_view text, std::size_t at) noexcept {
    std::size_t levels = 0;
    for (bool more = true; more; ++levels) {
        const std::size_t from = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        if (at == from || at - from > 2) return false;
        more = at + 1 < text.size() && text[at] == '.' && text[at + 1] >= '0' && text[at + 1] <= '9';
        if (more) ++at;
    }
    if (at < text.size() && text[at] == '.') ++at;
    if (levels < 2 || at >= text.size() || text[at] != ' ') return false;
    return is_upper(decode(text, at + 1).code);
}

// Whether what follows a full stop goes on with the sentence. Scripts without capitals tell nothing by their letters.
bool goes_on(std::string_view text, std::size_t at) noexcept {
    constexpr char32_t first_caseless = 0x590;
    for (Decoded c = decode(text, at); c.size != 0; at += c.size, c = decode(text, at))
        // "к декабрю 2026 г. (первый этап)": a remark in brackets belongs to it as well, a label in them does not.
        if (c.code == '(') {
            constexpr std::size_t longest_label = 8;  // bytes
            const Decoded first = decode(text, at + 1);
            return text.substr(at, longest_label).find(')') == text.npos && is_letter_or_digit(first.code) && !is_upper(first.code) && !is_ideograph(first.code) && first.code < first_caseless &&
                   !(first.code >= '0' && first.code <= '9');
        } else if (!is_white_space(c.code)) return !is_paragraph_number(text, at) && is_letter_or_digit(c.code) && !is_upper(c.code) && !is_ideograph(c.code) && c.code < first_caseless;
    return false;
}

// Whether the word before the full stop that ends at `end` is only shortened by it. It lies behind `from`.
bool is_shortened(std::string_view text, std::size_t from, std::size_t end, const Language& language) {
    const std::size_t stop = end - 1;
    std::size_t begin = stop, letters = 0;
    for (; begin > from && stop - begin <= longest_short_form; ++letters) {
        const Decoded c = decode_before(text, begin);
        if (!is_word_character(c.code) || is_ideograph(c.code)) break;
        begin -= c.size;
    }
    if (letters == 0 || stop - begin > longest_short_form) return false;
    const char32_t first = decode(text, begin).code;
    // What stands before it in its line, as far as it can matter: a text may be nothing but short forms.
    from = std::max(from, begin - std::min(begin, longest_label));
    if (const std::size_t feed = text.substr(from, begin - from).rfind('\n'); feed != std::string_view::npos) from += feed + 1;
    const std::string_view before = trimmed(text.substr(from, begin - from));
    const char32_t last = decode_before(text, begin).code;
    const auto is_digit_sign = [](char32_t c) { return c >= '0' && c <= '9'; };
    // "Table 2. Baseline": a label.
    if (is_digit_sign(first)) return letters <= 2 && (before.empty() || (is_white_space(last) && (before.back() == '.' || before.find(' ') == std::string_view::npos)));
    if (letters == 1) {
        if (begin != from && last != '.' && !is_white_space(last)) return false;  // "mg/l."
        return is_upper(first) || before.empty() || !is_digit_sign(static_cast<unsigned char>(before.back()));
    }
    if (letters == 2 && is_upper(first) && !is_upper(decode(text, stop - decode_before(text, stop).size).code) && !is_caseless(first)) return true;
    // Most words are letters of ASCII, which fold in place.
    char lowered[longest_short_form + 1];
    std::string_view folded(lowered, end - begin);
    std::string other;
    for (std::size_t i = begin; i < end && folded.data() == lowered; ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) < 0x80) lowered[i - begin] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        else folded = other = fold(text.substr(begin, end - begin));
    }
    return language.words.match_at(folded, 0, word_id(WordKind::person_title), word_id(WordKind::person_title, 0xFFFF)).end == folded.size();
}

}  // namespace

std::vector<SentencePlace> sentences_of(std::string_view text, const Language& language, Semicolon semicolon) {
    std::vector<SentencePlace> all;
    std::size_t from = 0;
    const auto end_at = [&](std::size_t end) {
        if (const std::string_view piece = trimmed(text.substr(from, end - from)); !piece.empty()) {
            const auto begin = static_cast<std::size_t>(piece.data() - text.data());
            all.push_back({begin, begin + piece.size()});
        }
        from = end;
    };
    for (std::size_t at = may_end.find(text); at < text.size(); at = may_end.find(text, at)) {
        // Of Arabic letters most begin as its signs do.
        if (text[at] == '\xD8' && at + 1 < text.size() && text[at + 1] != '\x9F' && text[at + 1] != '\x9B') {
            ++at;
            continue;
        }
        const Decoded c = decode(text, at);
        at += c.size;
        if (ends_whatever_follows(c.code, semicolon)) {
            end_at(at);
            continue;
        }
        if (!ends_before_space(c.code, semicolon)) continue;
        if (const Decoded next = decode(text, at); next.size != 0 && !is_white_space(next.code)) continue;
        if (c.code != '.' || at == text.size() || !(goes_on(text, at) || is_shortened(text, from, at, language))) end_at(at);
    }
    end_at(text.size());
    return all;
}

}  // namespace plancheck
