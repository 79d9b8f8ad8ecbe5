// Automatic numbers as word processors write them. Each system is a few lines; the tables are those of the scripts.
#include <algorithm>
#include <array>
#include <utility>

#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::pair<std::string_view, NumberFormat> format_names[] = {
    {"decimal", NumberFormat::decimal},
    {"upperRoman", NumberFormat::upper_roman},
    {"lowerRoman", NumberFormat::lower_roman},
    {"upperLetter", NumberFormat::upper_letter},
    {"lowerLetter", NumberFormat::lower_letter},
    {"ordinal", NumberFormat::ordinal},
    {"cardinalText", NumberFormat::cardinal_text},
    {"ordinalText", NumberFormat::ordinal_text},
    {"decimalZero", NumberFormat::decimal_zero},
    {"arabicAlpha", NumberFormat::arabic_alpha},
    {"arabicAbjad", NumberFormat::arabic_abjad},
    {"hebrew1", NumberFormat::hebrew_1},
    {"hebrew2", NumberFormat::hebrew_2},
    {"chineseCounting", NumberFormat::chinese_counting},
    {"chineseCountingThousand", NumberFormat::chinese_counting_thousand},
    {"chineseLegalSimplified", NumberFormat::chinese_legal},
    {"ideographTraditional", NumberFormat::ideograph_stems},
    {"ideographZodiac", NumberFormat::ideograph_branches},
    {"taiwaneseCounting", NumberFormat::chinese_counting},
    {"taiwaneseCountingThousand", NumberFormat::chinese_counting_thousand},
    {"japaneseCounting", NumberFormat::chinese_counting_thousand},
    {"japaneseLegal", NumberFormat::chinese_legal},
    {"ideographLegalTraditional", NumberFormat::ideograph_legal},
    {"ideographDigital", NumberFormat::ideograph_digital},
    {"japaneseDigitalTenThousand", NumberFormat::ideograph_digital},
    {"taiwaneseDigital", NumberFormat::ideograph_digital},
    {"koreanDigital2", NumberFormat::ideograph_digital},
    {"decimalFullWidth", NumberFormat::decimal_full_width},
    {"decimalFullWidth2", NumberFormat::decimal_full_width},
    {"decimalEnclosedCircle", NumberFormat::decimal_enclosed_circle},
    {"decimalEnclosedCircleChinese", NumberFormat::decimal_enclosed_circle},
    {"decimalEnclosedFullstop", NumberFormat::decimal_enclosed_fullstop},
    {"decimalEnclosedParen", NumberFormat::decimal_enclosed_paren},
    {"ideographEnclosedCircle", NumberFormat::ideograph_enclosed_circle},
    {"chicago", NumberFormat::chicago},
    {"russianLower", NumberFormat::russian_lower},
    {"russianUpper", NumberFormat::russian_upper},
    {"numberInDash", NumberFormat::number_in_dash},
    {"bullet", NumberFormat::bullet},
    {"none", NumberFormat::none},
};

std::string roman(std::uint32_t value, bool upper) {
    if (value == 0 || value > 3999) return std::to_string(value);
    constexpr std::pair<std::uint32_t, const char*> steps[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                                                               {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                                                               {5, "V"},    {4, "IV"},   {1, "I"}};
    std::string out;
    for (const auto& [step, sign] : steps) {
        for (; value >= step; value -= step) out += sign;
    }
    if (!upper) std::transform(out.begin(), out.end(), out.begin(), [](char c) { return static_cast<char>(c + 32); });
    return out;
}

// a … z, aa, bb …: the letter repeats, as word processors do; at most 30 times.
std::string letters(std::uint32_t value, std::u32string_view alphabet) {
    if (value == 0) return {};
    const auto size = static_cast<std::uint32_t>(alphabet.size());
    const std::uint32_t times = std::min((value - 1) / size + 1, 30U);
    std::string out;
    for (std::uint32_t i = 0; i < times; ++i) append_utf8(out, alphabet[(value - 1) % size]);
    return out;
}

std::string zeros(std::uint32_t value, std::size_t digits) {
    std::string out = std::to_string(value);
    if (out.size() < digits) out.insert(0, digits - out.size(), '0');
    return out;
}

// One of a row of signs that the script has up to `most`.
std::string enclosed(std::uint32_t value, char32_t first, std::uint32_t most) {
    if (value == 0 || value > most) return std::to_string(value);
    std::string out;
    append_utf8(out, first + value - 1);
    return out;
}

// Signs for hundreds, tens and ones that are added up; thousands are left in digits.
std::string additive(std::uint32_t value, std::u32string_view ones, std::u32string_view tens, std::u32string_view hundreds) {
    const auto most = static_cast<std::uint32_t>(hundreds.size());
    if (value == 0 || value >= (most + 1) * 100) return std::to_string(value);
    std::string out;
    if (value >= 100) append_utf8(out, hundreds[value / 100 - 1]);
    if (value / 10 % 10 != 0) append_utf8(out, tens[value / 10 % 10 - 1]);
    if (value % 10 != 0) append_utf8(out, ones[value % 10 - 1]);
    return out;
}

std::string hebrew_number(std::uint32_t value) {
    // 15 and 16 would spell a name of God: 9 + 6 and 9 + 7 are written.
    constexpr std::u32string_view ones = U"אבגדהוזחט";
    if (value % 100 == 15 || value % 100 == 16) {
        std::string out = value >= 100 ? additive(value / 100 * 100, ones, U"יכלמנסעפצ", U"קרשת") : std::string();
        append_utf8(out, U'ט');
        append_utf8(out, value % 10 == 5 ? U'ו' : U'ז');
        return value < 500 ? out : std::to_string(value);
    }
    return additive(value, ones, U"יכלמנסעפצ", U"קרשת");
}

std::string chinese(std::uint32_t value, std::u32string_view digits, std::u32string_view units, bool short_ten) {
    std::string out;
    if (value == 0 || value > 9999) {
        for (const char c : std::to_string(value)) append_utf8(out, digits[static_cast<std::size_t>(c - '0')]);
        return out;
    }
    bool gap = false;
    std::uint32_t step = 1000;
    for (std::size_t unit = 0; unit < 4; ++unit, step /= 10) {
        const std::uint32_t digit = value / step % 10;
        if (digit == 0) {
            gap = !out.empty();
            continue;
        }
        if (gap) append_utf8(out, digits[0]);
        gap = false;
        if (!(short_ten && step == 10 && digit == 1 && out.empty())) append_utf8(out, digits[digit]);
        if (unit < 3) append_utf8(out, units[unit]);
    }
    return out;
}

std::string ordinal(std::uint32_t value) {
    const std::uint32_t last = value % 10;
    const bool teen = value % 100 / 10 == 1;
    return std::to_string(value) + (teen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd");
}

}  // namespace

NumberFormat number_format_from(std::string_view text) noexcept {
    for (const auto& [known, format] : format_names) {
        if (known == text) return format;
    }
    return NumberFormat::decimal;
}

std::string format_numeral(std::uint32_t value, NumberFormat format) {
    value = std::min(value, 1'000'000U);
    constexpr std::u32string_view digits = U"〇一二三四五六七八九";
    switch (format) {
        case NumberFormat::upper_roman: return roman(value, true);
        case NumberFormat::lower_roman: return roman(value, false);
        case NumberFormat::upper_letter: return letters(value, U"ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        case NumberFormat::lower_letter: return letters(value, U"abcdefghijklmnopqrstuvwxyz");
        case NumberFormat::russian_lower: return letters(value, U"абвгдежзиклмнопрстуфхцчшщыэюя");
        case NumberFormat::russian_upper: return letters(value, U"АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ");
        case NumberFormat::arabic_alpha: return letters(value, U"أبتثجحخدذرزسشصضطظعغفقكلمنهوي");
        case NumberFormat::hebrew_2: return letters(value, U"אבגדהוזחטיכלמנסעפצקרשת");
        case NumberFormat::arabic_abjad: return letters(value, U"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ");
        case NumberFormat::hebrew_1: return hebrew_number(value);
        case NumberFormat::ordinal: return ordinal(value);
        case NumberFormat::decimal_zero: return zeros(value, 2);
        case NumberFormat::decimal_zero_3: return zeros(value, 3);
        case NumberFormat::decimal_zero_4: return zeros(value, 4);
        case NumberFormat::decimal_zero_5: return zeros(value, 5);
        case NumberFormat::chicago: return letters(value, U"*†‡§");
        case NumberFormat::number_in_dash: return "- " + std::to_string(value) + " -";
        case NumberFormat::chinese_counting:
        case NumberFormat::chinese_counting_thousand: return chinese(value, digits, U"千百十", true);
        case NumberFormat::chinese_legal: return chinese(value, U"零壹贰叁肆伍陆柒捌玖", U"仟佰拾", false);
        case NumberFormat::ideograph_legal: return chinese(value, U"零壹貳參肆伍陸柒捌玖", U"仟佰拾", false);
        // The ten stems and the twelve branches; behind the last one digits go on.
        case NumberFormat::ideograph_stems: return value <= 10 ? letters(value, U"甲乙丙丁戊己庚辛壬癸") : std::to_string(value);
        case NumberFormat::ideograph_branches: return value <= 12 ? letters(value, U"子丑寅卯辰巳午未申酉戌亥") : std::to_string(value);
        case NumberFormat::ideograph_digital: {
            std::string out;
            for (const char c : std::to_string(value)) append_utf8(out, digits[static_cast<std::size_t>(c - '0')]);
            return out;
        }
        case NumberFormat::decimal_full_width: {
            std::string out;
            for (const char c : std::to_string(value)) append_utf8(out, static_cast<char32_t>(0xFF10 + (c - '0')));
            return out;
        }
        case NumberFormat::decimal_enclosed_circle: return enclosed(value, U'①', 20);
        case NumberFormat::decimal_enclosed_paren: return enclosed(value, U'⑴', 20);
        case NumberFormat::decimal_enclosed_fullstop: return enclosed(value, U'⒈', 20);
        case NumberFormat::ideograph_enclosed_circle: return enclosed(value, U'㊀', 10);
        case NumberFormat::bullet:
        case NumberFormat::none: return {};
        case NumberFormat::decimal:
        case NumberFormat::cardinal_text:
        case NumberFormat::ordinal_text: break;
    }
    return std::to_string(value);
}

}  // namespace plancheck
