// ICU has the rules of the languages; they are dear to load, so the words of one system are made all at once, at its first
// use, and a list of a hundred thousand items costs no more than one of ten.
#include "text/number_words.hpp"

#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstring>

namespace plancheck {

namespace {

constexpr std::uint32_t most = 1000;

/// The rules that the language has of those named; null: none of them.
const char* rules_of(const icu::RuleBasedNumberFormat& format, std::initializer_list<const char*> names) {
    for (const char* name : names)
        for (std::int32_t i = 0; i < format.getNumberOfRuleSetNames(); ++i)
            if (format.getRuleSetName(i) == icu::UnicodeString(name, -1, US_INV)) return name;
    return nullptr;
}

/// All numbers of a system, up to `most`; empty where the language does not have it.
std::vector<std::string> spelt(const std::string& language, NumberFormat system) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(language, status);
    if (U_FAILURE(status) || *locale.getLanguage() == '\0') return {};
    const bool digits = system == NumberFormat::ordinal;
    const icu::RuleBasedNumberFormat format(digits ? icu::URBNF_ORDINAL : icu::URBNF_SPELLOUT, locale, status);
    if (U_FAILURE(status)) return {};
    // Where a language is not known, that of the process would be taken.
    const icu::Locale actual = format.getLocale(ULOC_ACTUAL_LOCALE, status);
    if (U_FAILURE(status) || std::strcmp(actual.getLanguage(), locale.getLanguage()) != 0) return {};
    const char* rules = digits ? rules_of(format, {"%digits-ordinal", "%digits-ordinal-masculine"})
                        : system == NumberFormat::ordinal_text
                            ? rules_of(format, {"%spellout-ordinal", "%spellout-ordinal-masculine"})
                            : rules_of(format, {"%spellout-numbering", "%spellout-cardinal", "%spellout-cardinal-masculine"});
    if (rules == nullptr) return {};
    std::vector<std::string> made(most + 1);
    for (std::uint32_t value = 0; value <= most; ++value) {
        icu::UnicodeString text;
        icu::FieldPosition place;
        format.format(static_cast<std::int32_t>(value), icu::UnicodeString(rules, -1, US_INV), text, place, status);
        if (U_FAILURE(status)) return {};
        text.findAndReplace(icu::UnicodeString(char16_t{0xAD}), icu::UnicodeString());
        const UChar32 first = text.char32At(0);
        if (!digits) text.replace(0, U16_LENGTH(first), u_toupper(first));
        text.toUTF8String(made[value]);
        // Lists write their own full stop.
        if (digits && made[value] == std::to_string(value) + '.') made[value].pop_back();
    }
    return made;
}

}  // namespace

std::string NumberWords::write(std::uint32_t value, NumberFormat format) {
    std::size_t system = 0;
    switch (format) {
        case NumberFormat::cardinal_text: break;
        case NumberFormat::ordinal_text: system = 1; break;
        case NumberFormat::ordinal: system = 2; break;
        default: return format_numeral(value, format);
    }
    std::vector<std::string>& known = known_[system];
    if (known.empty()) {
        if (!language_.empty()) known = spelt(language_, format);
        if (known.empty()) known.resize(1);
    }
    return value < known.size() && !known[value].empty() ? known[value] : format_numeral(value, format);
}

}  // namespace plancheck
