// A line is read from its start in fixed steps: an opening bracket or sign, a word such as "Section", the numeral in one
// of the systems, what closes it. Then the rule decides whether what follows can be a title. Only the first 96 bytes are
// looked at.
#include "text/numerals.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <vector>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/folded_first.hpp"
#include "text/language.hpp"
#include "text/roman.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest_start = 96;

struct Reading {
    std::uint32_t value = 0;
    NumeralStyle style = NumeralStyle::decimal;
    std::size_t size = 0;
    std::uint32_t level = 0;
    std::size_t letters = 0;  // characters of the numeral
};

std::optional<std::uint32_t> chinese_digit(char32_t c, bool& formal) noexcept {
    constexpr std::u32string_view plain = U"〇一二三四五六七八九";
    constexpr std::u32string_view legal = U"零壹贰叁肆伍陆柒捌玖";
    constexpr std::u32string_view traditional = U"零壹貳參肆伍陸柒捌玖";
    for (const std::u32string_view set : {plain, legal, traditional}) {
        if (const std::size_t at = set.find(c); at != std::u32string_view::npos) {
            formal = formal || set != plain;
            return static_cast<std::uint32_t>(at);
        }
    }
    return std::nullopt;
}

// 一 … 九十九, 壹 … ; also radicals that PDFs hold in their place (⼀ ⼆ ⼋ ⼗).
Reading chinese_reading(std::string_view text) {
    Reading reading;
    bool formal = false;
    std::uint32_t tens = 0;
    std::uint32_t ones = 0;
    bool any = false;
    bool ten = false;
    std::size_t at = 0;
    for (int i = 0; i < 4 && at < text.size(); ++i) {
        Decoded d = decode(text, at);
        if (d.code == 0x2F00) d.code = U'一';
        if (d.code == 0x2F06) d.code = U'二';
        if (d.code == 0x2F0B) d.code = U'八';
        if (d.code == 0x2F17) d.code = U'十';
        if (d.code == U'十' || d.code == U'拾') {
            if (ten) break;
            formal = formal || d.code == U'拾';
            tens = any ? ones : 1;
            ones = 0;
            ten = true;
        } else if (const auto digit = chinese_digit(d.code, formal)) {
            if (any && !ten) return {};
            if (ten && ones != 0) return {};
            ones = *digit;
        } else {
            break;
        }
        any = true;
        at += d.size;
        ++reading.letters;
    }
    reading.value = tens * 10 + ones;
    reading.style = formal ? NumeralStyle::chinese_formal : NumeralStyle::chinese;
    reading.size = at;
    return reading.value == 0 ? Reading{} : reading;
}

// "I/ Title", "1° Title", "1º Title": only right behind the numeral and before white space.
bool is_glued_separator(char32_t c) noexcept { return c == '/' || c == 0xB0 || c == 0xBA || c == 0xAA; }

// 3, 1.2 (level 1), 1.2.3 (level 2).
Reading decimal_reading(std::string_view text) {
    Reading reading;
    std::size_t at = 0;
    std::uint32_t number = 0;
    std::size_t digits = 0;
    while (at < text.size()) {
        const Decoded d = decode(text, at);
        if (const std::uint32_t digit = digit_of(d.code); digit < 10) {
            if (++digits > 3) return {};
            number = number * 10 + digit;
            at += d.size;
            continue;
        }
        if (digits == 0) break;
        const bool more = (d.code == '.' || d.code == 0xFF0E) && at + d.size < text.size() && digit_of(decode(text, at + d.size).code) < 10;
        if (reading.letters == 0) reading.value = number;
        reading.letters += digits;
        reading.size = at;
        if (!more) return is_letter_or_digit(d.code) && !is_ideograph(d.code) && !is_glued_separator(d.code) ? Reading{} : reading;
        ++reading.level;
        digits = 0;
        number = 0;
        at += d.size;
    }
    if (digits == 0) return {};
    if (reading.letters == 0) reading.value = number;
    reading.letters += digits;
    reading.size = at;
    return reading;
}

// "1er", "2e", "1st" and "Ier" behind a word for what is numbered: how ordinals are written with the end of their word.
Reading ordinal_reading(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    const bool roman = end == 0 && text.starts_with('I');
    if (roman) end = 1;
    if (end == 0 || end > 2) return {};
    for (const std::string_view ending : {"er", "re", "\xC3\xA8re", "e", "\xC3\xA8me", "st", "nd", "rd", "th"}) {
        const std::size_t behind = end + ending.size();
        if (!text.substr(end).starts_with(ending) || (behind < text.size() && is_letter_or_digit(decode(text, behind).code))) continue;
        Reading reading = roman ? Reading{} : decimal_reading(text.substr(0, end));
        if (roman) reading.value = 1, reading.style = NumeralStyle::upper_roman, reading.letters = 2;
        if (reading.value != 0) reading.size = behind;
        return reading;
    }
    return {};
}

// One letter that is a sub-level: A, b, أ, ألف is no letter alone; the Roman signs are read as Roman before.
Reading letter_reading(std::string_view text) {
    if (text.empty()) return {};
    const Decoded d = decode(text, 0);
    Reading reading;
    reading.size = d.size;
    reading.letters = 1;
    reading.level = 1;
    if (d.code >= 'A' && d.code <= 'Z') {
        reading.style = NumeralStyle::upper_letter;
        reading.value = d.code - 'A' + 1;
    } else if (d.code >= 'a' && d.code <= 'z') {
        reading.style = NumeralStyle::lower_letter;
        reading.value = d.code - 'a' + 1;
    } else {
        const bool capital = d.code >= 0x410 && d.code < 0x430;
        reading.style = capital ? NumeralStyle::upper_letter : NumeralStyle::lower_letter;
        reading.value = place_in_alphabet(capital ? d.code + 0x20 : d.code);
        if (reading.value == 0) return {};
    }
    if (reading.size < text.size() && is_letter_or_digit(decode(text, reading.size).code)) return {};
    return reading;
}

std::size_t skip_space(std::string_view text, std::size_t at, std::size_t& width) noexcept {
    width = 0;
    while (at < text.size()) {
        const Decoded d = decode(text, at);
        if (!is_invisible_mark(d.code)) {
            if (!is_white_space(d.code)) break;
            // A tab or a line break is as good as several spaces.
            width += d.code == ' ' || d.code == 0xA0 || d.code == 0x202F ? 1 : 2;
        }
        at += d.size;
    }
    return at;
}

// "Section", "Partie", "القسم" … at the start as a word of its own: its bytes, 0 where there is none.
std::size_t section_word(std::string_view line, const Languages& languages) {
    const char32_t first = folded_first(line), second = folded_first(line.substr(decode(line, 0).size));
    const auto lead = static_cast<char>(first < 0x80 ? first : first < 0x800 ? 0xC0U | first >> 6 : 0xE0U | first >> 12);
    const auto begins = [&](const std::string& word) {
        if (word.front() != lead) return false;
        const Decoded own = decode(word, 0), next = decode(word, own.size);
        return own.code == first && (second == 0 || next.size == 0 || next.code == second);
    };
    if (first != 0 && std::none_of(languages.all().begin(), languages.all().end(), [&](const auto& language) {
            return std::any_of(language->section_words.begin(), language->section_words.end(), begins);
        }))
        return 0;
    const std::string_view start = line.substr(0, std::min(line.size(), longest_start));
    const std::string folded = fold(start);
    if (folded.empty()) return 0;
    for (const auto& language : languages.all()) {
        for (const std::string& word : language->section_words) {
            if (word.front() != folded.front() || !folded.starts_with(word)) continue;
            const Decoded next = decode(folded, word.size());
            if (next.size != 0 && is_word_character(next.code) && !is_ideograph(next.code)) continue;
            return fold_mapped(start).source_end(static_cast<std::uint32_t>(word.size()));
        }
    }
    return 0;
}

// 第: what languages write before a number that counts.
std::size_t counting_sign(std::string_view text, const Languages& languages) noexcept {
    for (const auto& language : languages.all())
        if (!language->ordinal_sign.empty() && text.starts_with(language->ordinal_sign)) return language->ordinal_sign.size();
    return 0;
}

// "No.", "n°", "№" and the white space behind, between "Section" and its numeral.
std::size_t number_sign(std::string_view text, const Languages& languages) {
    const Folded folded = fold_mapped(text.substr(0, std::min(text.size(), longest_start)));
    for (const auto& language : languages.all())
        for (const std::string& sign : language->number_signs) {
            const std::string_view behind = std::string_view(folded.text).substr(std::min(sign.size(), folded.text.size()));
            if (!folded.text.starts_with(sign) || behind.empty() || (is_word_character(decode_before(sign, sign.size()).code) && behind[0] != ' ')) continue;
            const std::size_t white = behind[0] == ' ' ? 1 : 0;
            return folded.source_begin(static_cast<std::uint32_t>(sign.size() + white));
        }
    return 0;
}

// Most lines begin with none: Latin ones with N, # and №.
bool may_be_number_sign(char32_t c) noexcept { return c == '#' || c == 'N' || c == 'n' || c == 0x2116; }

bool is_closing(char32_t c) noexcept { return c == ')' || c == ']' || c == 0xFF09; }

bool is_separator(char32_t c) noexcept {
    switch (c) {
        case '.': case ':': case '-': case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015:
        case 0x2212: case 0x3001: case 0xFF0E: case 0xFF1A: case 0xFF0C: case 0x00B7: case '|': return true;
        default: return is_closing(c);
    }
}

// "III.1", "IV-2.3", "III.A" and "iv.b": how deep and how long what stands behind a Roman numeral makes it. A letter behind a
// numeral of one letter may be an initial, and is none of it.
void read_levels(std::string_view text, bool one_letter, Reading& reading) {
    for (std::size_t at = reading.size; at + 1 < text.size() && (text[at] == '.' || text[at] == '-');) {
        std::size_t end = at + 1;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        if (end == at + 1 && !one_letter && is_letter_or_digit(decode(text, end).code) && decode(text, end).code < 0x80) ++end;
        if (end == at + 1 || end - at > 3 || (end < text.size() && is_letter_or_digit(decode(text, end).code))) return;
        ++reading.level;
        reading.size = at = end;
    }
}

Reading read_numeral(std::string_view text) {
    if (Reading chinese = chinese_reading(text); chinese.size != 0) return chinese;
    for (const bool look_alikes : {false, true}) {
        const RomanRun run = roman_run(text, look_alikes);
        if (run.size == 0) continue;
        // Digits alone are decimal, and a lone "l" or "1" is no Roman numeral; look-alikes need company or a bracket.
        if (look_alikes && !run.cyrillic && digit_of(decode(text, 0).code) < 10) continue;
        if (const auto value = roman_of(run.signs)) {
            Reading reading;
            reading.value = *value;
            reading.style = run.lower ? NumeralStyle::lower_roman : NumeralStyle::upper_roman;
            reading.size = run.size;
            reading.letters = run.single ? 2 : run.signs.size();
            // Letters that far down the alphabet of numerals are far more often letters.
            const bool letter = run.signs.size() == 1 && !run.single && (run.signs[0] == 'C' || run.signs[0] == 'D' || run.signs[0] == 'L' || run.signs[0] == 'M');
            constexpr std::uint32_t most_sections = 89;
            if (letter || *value > most_sections) continue;
            read_levels(text, run.signs.size() == 1 && !run.single, reading);
            return reading;
        }
    }
    if (Reading decimal = decimal_reading(text); decimal.size != 0) return decimal;
    return letter_reading(text);
}

// Most lines begin with a word: several letters, one of which no Roman numeral has.
bool begins_with_word(std::string_view text) noexcept {
    for (std::size_t at = 0, letters = 0; at < text.size(); ++letters) {
        const Decoded d = decode(text, at);
        constexpr char32_t first_sign = 0x2000;  // ideographs and numerals of one sign lie behind it
        if (d.code >= first_sign || !is_letter_or_digit(d.code) || digit_of(d.code) < 10) return false;
        at += d.size;
        if (may_be_roman(d.code)) continue;
        const char32_t next = decode(text, at).code;
        return letters != 0 || (next != 0 && is_letter_or_digit(next));
    }
    return false;
}

}  // namespace

std::optional<Numeral> parse_numeral(std::string_view line, const Languages& languages, SectionWords section_words) {
    using Stands = Language::Ordinal::Stands;
    const bool words = section_words == SectionWords::read;
    std::size_t width = 0;
    std::size_t at = skip_space(line, 0, width);
    if (at >= line.size()) return std::nullopt;
    Numeral numeral;

    bool counted = false;        // 第
    bool signed_number = false;  // "No. 1:"
    bool bracket = false;
    if (const std::size_t word = words ? section_word(line.substr(at), languages) : 0; word != 0 && skip_space(line, at + word, width) > at + word) {
        at = skip_space(line, at + word, width);
        at += number_sign(line.substr(at), languages);
        numeral.worded = true;
    } else if (const std::size_t sign = counting_sign(line.substr(at), languages); sign != 0) {
        at += sign;
        numeral.worded = counted = true;
    } else if (const std::size_t before = words && may_be_number_sign(decode(line, at).code) ? number_sign(line.substr(at), languages) : 0; before != 0) {
        at += before;
        signed_number = true;
    } else if (line.substr(at).starts_with("§")) {
        at = skip_space(line, at + 2, width);
        numeral.worded = true;
    }
    if (const Decoded d = decode(line, at); d.code == '(' || d.code == '[' || d.code == 0xFF08) {
        bracket = true;
        at += d.size;
    }
    const std::string_view rest = line.substr(std::min(at, line.size()));
    const auto [ordinal, ordinal_size] = languages.ordinal_at(rest);
    bool before_section = false;  // "première partie"
    Reading reading;
    if (ordinal != nullptr) {
        reading = {ordinal->value, NumeralStyle::ordinal_word, ordinal_size, 0, ordinal->stands == Stands::alone ? std::size_t{4} : std::size_t{1}};
        if (ordinal->stands == Stands::section && !numeral.worded) {
            const std::size_t behind = skip_space(rest, ordinal_size, width);
            const std::size_t word = words && behind > ordinal_size ? section_word(rest.substr(behind), languages) : 0;
            if (word == 0) reading = {};
            else reading.size = behind + word;
            before_section = numeral.worded = word != 0;
        }
    }
    if (reading.size == 0) {
        if (!numeral.worded && begins_with_word(rest)) return std::nullopt;
        reading = read_numeral(rest);
        if (reading.size == 0 && numeral.worded && !counted) reading = ordinal_reading(rest);
    }
    if (reading.size == 0) return std::nullopt;
    at += reading.size;
    numeral.value = reading.value;
    numeral.style = reading.style;
    numeral.level = reading.level;
    const bool chinese = reading.style == NumeralStyle::chinese || reading.style == NumeralStyle::chinese_formal;

    if (counted) {
        // 第一部分, 第二章, 第3节
        const std::size_t word = section_word(line.substr(at), languages);
        if (word == 0) return std::nullopt;
        at += word;
    }

    // What closes the numeral: white space, one or two separators, white space.
    std::size_t before = 0;
    std::size_t next = skip_space(line, at, before);
    bool separated = false;
    bool closed = false;
    char32_t sign = 0;
    for (int i = 0; i < 2 && next < line.size(); ++i) {
        const Decoded d = decode(line, next);
        const bool before_space = i == 0 && before == 0 && is_glued_separator(d.code) && next + d.size < line.size() && is_white_space(decode(line, next + d.size).code);
        if (!is_separator(d.code) && !before_space) break;
        // A hyphen glued on both sides joins a word ("X-ray", "I-beam").
        const bool glued = d.code == '-' && before == 0 && i == 0 && next + 1 < line.size() && is_letter_or_digit(decode(line, next + 1).code);
        if (glued && !(reading.style == NumeralStyle::ordinal_word || (reading.style == NumeralStyle::decimal && digit_of(decode(line, next + 1).code) == 10))) {
            return std::nullopt;
        }
        sign = d.code;
        separated = true;
        closed = closed || is_closing(d.code);
        std::size_t ignored = 0;
        const std::size_t after = skip_space(line, next + d.size, ignored);
        if (ignored != 0) i = 1;
        next = after;
        if (i == 0 && bracket && !closed) break;
    }
    if (bracket && !closed) return std::nullopt;
    const bool at_end = next >= line.size();
    numeral.size = static_cast<std::uint32_t>(next);
    const char32_t follows = at_end ? 0 : decode(line, next).code;
    if (signed_number && !separated && !at_end) {
        // "#1 Title"; "No. 1 Title" may be a sentence.
        const bool hash = line[skip_space(line, 0, width)] == '#' && reading.style == NumeralStyle::decimal && reading.level == 0 && before != 0;
        if (!hash || reading.letters > 2 || !(is_upper(follows) || is_caseless(follows) || is_ideograph(follows))) return std::nullopt;
        numeral.bare = before < 2;
        return numeral;
    }

    if (chinese) {
        // （一） is a sub-level; a bare 一 begins many words.
        if (bracket) numeral.level = 1;
        numeral.bare = !separated && !bracket;
        if (!separated && !bracket && !counted && before == 0 && !at_end) return std::nullopt;
        return numeral;
    }
    switch (reading.style) {
        case NumeralStyle::upper_letter:
        case NumeralStyle::lower_letter:
            if (!separated && !bracket) return std::nullopt;
            // "X- ray" is broken text; "أ- " is how Arabic lists are written.
            if (sign == '-' && before == 0 && !(is_caseless(decode(rest, 0).code) && !at_end && is_white_space(decode_before(line, next).code))) return std::nullopt;
            // "A. Name" may be an initial, but as a sub-level it is no section either way.
            return numeral;
        case NumeralStyle::decimal:
            if (numeral.level > 0) return numeral;
            if (numeral.worded || at_end) return numeral;
            if (!separated && !bracket) {
                numeral.bare = before < 2;
                // "3 Work packages" may be a heading, "250 words" is none.
                if (before == 0 || !is_upper(follows) || reading.letters > 2) return std::nullopt;
            }
            if (reading.letters > 2) return std::nullopt;
            return numeral;
        default: break;
    }
    if (numeral.level > 0) return numeral;
    // "Section one covers …" and "the first part of …" are sentences.
    if (ordinal != nullptr && numeral.worded && !separated && !at_end && before < 2 && (before_section || !(is_upper(follows) || is_caseless(follows)))) return std::nullopt;
    if (numeral.worded || separated || bracket || at_end) {
        numeral.bare = at_end && !separated && !bracket && !numeral.worded;
        // "V. M. Name", "I. B. Name": initials, where another one follows at once.
        const bool initial = reading.letters == 1 && sign == '.' && !bracket && !numeral.worded && reading.style == NumeralStyle::upper_roman && !at_end;
        if (initial && is_upper(follows)) {
            const std::size_t second = next + decode(line, next).size;
            if (second < line.size() && line[second] == '.') return std::nullopt;
        }
        if (at_end && !separated && !bracket && !numeral.worded && reading.style == NumeralStyle::lower_roman && reading.letters == 1) return std::nullopt;
        // "i.e." and the like.
        if (reading.style == NumeralStyle::lower_roman && sign == '.' && before == 0 && !at_end && next == at + 1 && follows < 0x80 && !is_upper(follows)) {
            return std::nullopt;
        }
        return numeral;
    }
    if (before >= 2) return numeral;
    numeral.bare = true;
    const bool spoken = reading.style == NumeralStyle::upper_roman && reading.letters >= 2 && before == 1 && (is_upper(follows) || is_caseless(follows) || is_ideograph(follows));
    if (reading.style == NumeralStyle::ordinal_word && reading.letters > 1 && before >= 1) return numeral;
    if (spoken) return numeral;
    return std::nullopt;
}

std::uint32_t whole_number(std::string_view digits) noexcept {
    std::uint32_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return read.ec == std::errc::result_out_of_range ? std::numeric_limits<std::uint32_t>::max() : value;
}

}  // namespace plancheck
