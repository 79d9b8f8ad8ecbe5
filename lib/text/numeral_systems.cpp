#include "text/numeral_systems.hpp"

#include <optional>

#include "text/characters.hpp"
#include "text/roman.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

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
NumeralReading chinese_reading(std::string_view text) {
    NumeralReading reading;
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
    return reading.value == 0 ? NumeralReading{} : reading;
}

// 3, 1.2 (level 1), 1.2.3 (level 2).
NumeralReading decimal_reading(std::string_view text) {
    NumeralReading reading;
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
        if (!more) return is_letter_or_digit(d.code) && !is_ideograph(d.code) && !is_glued_separator(d.code) ? NumeralReading{} : reading;
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

// One letter that is a sub-level: A, b, أ, ألف is no letter alone; the Roman signs are read as Roman before.
NumeralReading letter_reading(std::string_view text) {
    if (text.empty()) return {};
    const Decoded d = decode(text, 0);
    NumeralReading reading;
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

// "III.1", "IV-2.3", "III.A" and "iv.b": how deep and how long what stands behind a Roman numeral makes it. A letter behind a
// numeral of one letter may be an initial, and is none of it.
void read_levels(std::string_view text, bool one_letter, NumeralReading& reading) {
    for (std::size_t at = reading.size; at + 1 < text.size() && (text[at] == '.' || text[at] == '-');) {
        std::size_t end = at + 1;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        if (end == at + 1 && !one_letter && is_letter_or_digit(decode(text, end).code) && decode(text, end).code < 0x80) ++end;
        if (end == at + 1 || end - at > 3 || (end < text.size() && is_letter_or_digit(decode(text, end).code))) return;
        ++reading.level;
        reading.size = at = end;
    }
}

}  // namespace

NumeralReading read_ordinal(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    const bool roman = end == 0 && text.starts_with('I');
    if (roman) end = 1;
    if (end == 0 || end > 2) return {};
    for (const std::string_view ending : {"er", "re", "\xC3\xA8re", "e", "\xC3\xA8me", "st", "nd", "rd", "th"}) {
        const std::size_t behind = end + ending.size();
        if (!text.substr(end).starts_with(ending) || (behind < text.size() && is_letter_or_digit(decode(text, behind).code))) continue;
        NumeralReading reading = roman ? NumeralReading{} : decimal_reading(text.substr(0, end));
        if (roman) reading.value = 1, reading.style = NumeralStyle::upper_roman, reading.letters = 2;
        if (reading.value != 0) reading.size = behind;
        return reading;
    }
    return {};
}

NumeralReading read_numeral(std::string_view text) {
    if (NumeralReading chinese = chinese_reading(text); chinese.size != 0) return chinese;
    for (const bool look_alikes : {false, true}) {
        const RomanRun run = roman_run(text, look_alikes);
        if (run.size == 0) continue;
        // Digits alone are decimal, and a lone "l" or "1" is no Roman numeral; look-alikes need company or a bracket.
        if (look_alikes && !run.cyrillic && digit_of(decode(text, 0).code) < 10) continue;
        if (const auto value = roman_of(run.signs)) {
            NumeralReading reading;
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
    if (NumeralReading decimal = decimal_reading(text); decimal.size != 0) return decimal;
    return letter_reading(text);
}

}  // namespace plancheck
