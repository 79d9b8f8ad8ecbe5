// Each kind counts by itself. A paragraph of a level begins the deeper ones anew; body text is the deepest, so its numbers begin
// anew below each heading. Lists without a name are the one that Word calls NumberDefault.
#include "read/docx_autonumber.hpp"

#include <algorithm>

#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck::docx {

namespace {

struct AutoLook {
    const char* before;
    NumberFormat format;
    const char* behind;
};

using AutoFormat = NumberFormat;
constexpr AutoLook list_looks[] = {{"", AutoFormat::decimal, ")"}, {"", AutoFormat::lower_letter, ")"}, {"", AutoFormat::lower_roman, ")"}, {"(", AutoFormat::decimal, ")"}, {"(", AutoFormat::lower_letter, ")"},
                            {"(", AutoFormat::lower_roman, ")"}, {"", AutoFormat::decimal, "."}, {"", AutoFormat::lower_letter, "."}, {"", AutoFormat::lower_roman, "."}};
constexpr AutoLook outline_looks[] = {{"", AutoFormat::upper_roman, "."}, {"", AutoFormat::upper_letter, "."}, {"", AutoFormat::decimal, "."}, {"", AutoFormat::lower_letter, ")"}, {"(", AutoFormat::decimal, ")"},
                            {"(", AutoFormat::lower_letter, ")"}, {"(", AutoFormat::lower_roman, ")"}, {"(", AutoFormat::lower_letter, ")"}, {"(", AutoFormat::lower_roman, ")"}};

bool same_letters(std::string_view a, std::string_view b) noexcept {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

// The next word; what stands in quotation marks is one.
std::string_view next_word(std::string_view& rest) noexcept {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n\""), rest.size()));
    const std::string_view word = rest.substr(0, rest.find_first_of(" \t\n\""));
    rest.remove_prefix(word.size());
    return word;
}

std::string auto_written(const AutoLook& look, std::uint32_t value) { return look.before + format_numeral(value, look.format) + look.behind; }

// "1.2.": the numbers of all levels down to this one. A level that was left out counts as nothing.
std::string legal_number(const std::array<std::uint32_t, 10>& counters, std::size_t level, bool closed) {
    std::string made;
    for (std::size_t i = 0; i <= level && i < counters.size(); ++i)
        if (counters[i] != 0) made += (made.empty() ? "" : ".") + std::to_string(counters[i]);
    return closed ? made + '.' : made;
}

// What "\* ROMAN" asks for: capitals tell the capitals.
NumberFormat format_named(std::string_view name) noexcept {
    if (same_letters(name, "roman")) return name == "roman" ? AutoFormat::lower_roman : AutoFormat::upper_roman;
    if (same_letters(name, "alphabetic")) return name == "alphabetic" ? AutoFormat::lower_letter : AutoFormat::upper_letter;
    return AutoFormat::decimal;
}

}  // namespace

std::uint32_t AutoNumbers::count(Counters& counters, std::size_t level) noexcept {
    std::fill(counters.begin() + static_cast<std::ptrdiff_t>(level) + 1, counters.end(), 0);
    return ++counters[level];
}

std::string AutoNumbers::list_number(std::string_view rest) {
    std::size_t list = 0, level = 0;
    std::uint32_t start = 0;
    for (std::string_view word = next_word(rest); !word.empty(); word = next_word(rest)) {
        if (same_letters(word, "OutlineDefault")) list = 1;
        else if (same_letters(word, "LegalDefault")) list = 2;
        else if (same_letters(word, "\\l")) level = std::clamp<std::uint32_t>(whole_number(next_word(rest)), 1, 9) - 1;
        else if (same_letters(word, "\\s")) start = std::min<std::uint32_t>(whole_number(next_word(rest)), 0x7FFF);
    }
    Counters& counters = lists_[list];
    if (start != 0) counters[level] = start - 1;
    const std::uint32_t value = count(counters, level);
    return list == 2 ? legal_number(counters, level, true) : auto_written(list == 1 ? outline_looks[level] : list_looks[level], value);
}

std::string AutoNumbers::next(std::string_view code, std::size_t level) {
    std::string_view rest = code;
    const std::string_view name = next_word(rest);
    level = std::min(level, levels - 1);
    if (same_letters(name, "LISTNUM")) return list_number(rest);
    const bool legal = same_letters(name, "AUTONUMLGL"), outlined = same_letters(name, "AUTONUMOUT");
    if (!legal && !outlined && !same_letters(name, "AUTONUM")) return {};
    NumberFormat format = AutoFormat::decimal;
    std::string_view behind = ".";
    for (std::string_view word = next_word(rest); !word.empty(); word = next_word(rest)) {
        if (word == "\\*") format = format_named(next_word(rest));
        else if (same_letters(word, "\\e")) behind = "";
        else if (same_letters(word, "\\s")) behind = next_word(rest);
    }
    if (legal) {
        count(legal_, level);
        return legal_number(legal_, level, !behind.empty());
    }
    if (outlined) return auto_written(outline_looks[std::min<std::size_t>(level, 8)], count(outlined_, level));
    return format_numeral(count(plain_, level), format).append(behind);
}

}  // namespace plancheck::docx
