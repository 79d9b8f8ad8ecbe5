// What an author's keyboard or program writes otherwise changes no outcome: each whole plan of gmp-annex2/not-a-fault/ is
// rewritten in many ways, and every requirement has the outcome that it had.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include <unicode/normalizer2.h>

#include "plancheck.hpp"
#include "support/summary.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

BOOST_AUTO_TEST_SUITE(written_otherwise)

namespace {

namespace fs = std::filesystem;
using namespace plancheck;

// Calls `put` with each code point that is no part of an address or of Markdown at the beginning of a line, and with the two
// beside it; what it returns stands there instead.
using Put = std::function<std::string(char32_t before, char32_t here, char32_t after)>;

std::string rewritten(std::string_view text, const Put& put) {
    std::string made;
    bool line_begins = true;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && !is_white_space(decode(text, end).code) && text[end] != '|') end += decode(text, end).size;
        const std::string_view word = text.substr(at, end - at);
        const bool numbers = !word.empty() && word.find_first_not_of("0123456789.)(#-*+>") == std::string_view::npos;
        const bool keeps = word.find('@') != word.npos || word.find("http") != word.npos || word.find("www.") != word.npos || word.find('<') != word.npos || (line_begins && numbers);
        if (keeps) made.append(word);
        else
            for (std::size_t i = at; i < end; i += decode(text, i).size) made += put(decode_before(text, i).code, decode(text, i).code, decode(text, i + decode(text, i).size).code);
        if (!word.empty()) line_begins = false;
        if (end == text.size()) break;
        const Decoded space = decode(text, end);
        if (space.code == '\n') line_begins = true;
        if (space.code == ' ' && !line_begins && !(keeps && numbers)) made += put(decode_before(text, end).code, ' ', decode(text, end + 1).code);
        else made.append(text.substr(end, space.size));
        at = end + space.size;
    }
    return made;
}

std::string utf8(char32_t c) {
    std::string one;
    append_utf8(one, c);
    return one;
}

struct Way {
    const char* name;
    Put put;
};

bool is_word(char32_t c) { return is_letter_or_digit(c); }

// Of words, not of addresses.
bool is_small(char32_t c) { return (c >= 0xDF && c < 0x250) || (c >= 0x430 && c < 0x460); }
bool is_arabic(char32_t c) { return c >= 0x621 && c <= 0x64A && c != 0x640; }

const Way ways[] = {
    {"spaces that do not break", [](char32_t before, char32_t here, char32_t after) { return here == ' ' && is_word(before) && is_word(after) ? "\u00A0" : utf8(here); }},
    {"thin spaces before signs", [](char32_t, char32_t here, char32_t after) { return here == ' ' && (after == ':' || after == ';' || after == '?' || after == '%' || after == 0xBB) ? "\u202F" : utf8(here); }},
    {"spaces without width", [](char32_t before, char32_t here, char32_t after) { return utf8(here) + (is_word(before) && is_word(here) && !is_cjk(here) && !is_word(after) && after != 0x3002 && !is_cjk(after) ? "\u200B" : ""); }},
    {"hyphens that do not break", [](char32_t before, char32_t here, char32_t after) { return here == '-' && is_word(before) && is_word(after) ? "\u2011" : utf8(here); }},
    {"hyphens that are not shown", [](char32_t before, char32_t here, char32_t after) { return utf8(here) + (is_small(before) && is_small(here) && is_small(after) ? "\u00AD" : ""); }},
    {"words drawn out", [](char32_t before, char32_t here, char32_t after) { return utf8(here) + (is_arabic(before) && is_arabic(here) && is_arabic(after) ? "\u0640" : ""); }},
    {"longer dashes", [](char32_t before, char32_t here, char32_t after) { return here == 0x2013 && before == ' ' && after == ' ' ? "\u2014" : utf8(here); }},
    {"curled apostrophes", [](char32_t before, char32_t here, char32_t after) { return here == '\'' && is_word(before) && is_word(after) ? "\u2019" : utf8(here); }},
    {"wide digits", [](char32_t before, char32_t here, char32_t after) { return is_digit(here) && (is_ideograph(before) || is_ideograph(after)) ? utf8(here - '0' + 0xFF10) : utf8(here); }},
    {"signs upon letters by themselves", nullptr},
    {"line ends of two characters", nullptr},
};

std::string written(const Way& way, const std::string& text) {
    if (way.put) return rewritten(text, way.put);
    std::string made;
    if (std::string_view(way.name).starts_with("line")) {
        for (const char c : text) made += c == '\n' ? "\r\n" : std::string(1, c);
        return made;
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::Normalizer2::getNFDInstance(status)->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(made);
    return made;
}

// What is still read otherwise, by file, way and requirement, each for want of a rule.
const std::set<std::string> known = {};

}  // namespace

BOOST_AUTO_TEST_CASE(the_outcomes_stay) {
    const Validator validator([] {
        Options options;
        options.as_of = "2026-06-01";
        return options;
    }());
    std::vector<std::size_t> rewrote(std::size(ways), 0);
    for (const fs::path& file : support::whole_plans()) {
        const std::string text = support::slurp(file.string()), name = file.filename().string();
        const Report first = validator.validate(text, name);
        for (std::size_t w = 0; w < std::size(ways); ++w) {
            const std::string other = written(ways[w], text);
            if (other == text) continue;
            ++rewrote[w];
            const Report second = validator.validate(other, name);
            for (std::size_t r = 0; r < first.requirements.size(); ++r) {
                const RequirementResult &one = first.requirements[r], &again = second.requirements[r];
                const std::string place = name + ", " + ways[w].name + ", " + one.id;
                BOOST_CHECK_MESSAGE(one.outcome == again.outcome || known.contains(place), place << ": " << plancheck::name(one.outcome) << " > " << plancheck::name(again.outcome));
            }
        }
    }
    for (std::size_t w = 0; w < std::size(ways); ++w) BOOST_TEST(rewrote[w] >= 5U, ways[w].name);
}

BOOST_AUTO_TEST_SUITE_END()
