// Words in capitals that nothing explains: no expansion in brackets beside them, no list of acronyms, and not known to
// everybody. One finding lists them. A word counts from its first use outside headings and lines all in capitals.
#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <unordered_set>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/fold.hpp"
#include "text/letters.hpp"
#include "text/numerals.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

// Capitals of ASCII, and the first bytes of whatever is longer but for Arabic, Han and kana, which have no capitals.
constexpr ByteSet may_begin_capital = [] {
    std::array<char, 26 + 0xF5 - 0xC2> bytes{};
    std::size_t size = 0;
    for (char c = 'A'; c <= 'Z'; ++c) bytes[size++] = c;
    for (int c = 0xC2; c < 0xF5; ++c)
        if (!(c >= 0xD8 && c <= 0xDB) && !(c >= 0xE3 && c <= 0xE9)) bytes[size++] = static_cast<char>(c);
    return ByteSet(std::string_view(bytes.data(), size));
}();

// As far as ranges tell it.
constexpr bool may_be_capital(char32_t c) noexcept {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    if (c >= 0x400 && c < 0x460) return c < 0x430;
    return c < 0x100 ? c >= 0xC0 && c <= 0xDE : c < 0x2000 || (c >= 0x2080 && c < 0x3000) || c >= 0xA000;
}

// The next place, from the beginning of a character on, where one may begin that may be a capital.
std::size_t next_capital(std::string_view text, std::size_t at) noexcept {
#if defined(__SSE2__)
    const auto all = [](int c) { return _mm_set1_epi8(static_cast<char>(c)); };
    const auto mask = [](__m128i v) { return static_cast<std::uint32_t>(_mm_movemask_epi8(v)); };
    while (at + 16 <= text.size()) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
        const auto within = [&](int low, int high) {
            const __m128i above = _mm_sub_epi8(bytes, all(low));
            return _mm_cmpeq_epi8(_mm_min_epu8(above, all(high - low)), above);
        };
        // Small letters are C3 9F to BF and D0 B0 to D1 BF, but for few that no text has; Arabic, Han and kana have no capitals.
        const __m128i latin = _mm_cmpeq_epi8(bytes, all(0xC3)), d0 = _mm_cmpeq_epi8(bytes, all(0xD0));
        const __m128i others = _mm_or_si128(_mm_or_si128(within(0xC2, 0xC2), within(0xC4, 0xCF)), _mm_or_si128(_mm_or_si128(within(0xD2, 0xD7), within(0xDC, 0xE2)), within(0xEA, 0xF4)));
        const std::uint32_t seconds = (mask(latin) << 1 & mask(within(0x80, 0x9E))) | (mask(d0) << 1 & mask(within(0x80, 0xAF)));
        if (const std::uint32_t found = mask(_mm_or_si128(within('A', 'Z'), others)) | seconds >> 1; found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
        at += (mask(_mm_or_si128(latin, d0)) >> 15) != 0 ? 15 : 16;
    }
#endif
    return may_begin_capital.find(text, at);
}

// Where the first of two characters in a row stands that may be capitals, from `at` on; the end of the text: nowhere.
std::size_t two_capitals(std::string_view text, std::size_t at) noexcept {
    while (at < text.size() && (at = next_capital(text, at)) < text.size()) {
        const Decoded first = decode(text, at);
        at += first.size;
        if (may_be_capital(first.code) && may_be_capital(decode(text, at).code)) return at - first.size;
    }
    return text.size();
}

struct Use {
    std::uint32_t block = 0;
    Span span;
    bool explained = false;
};

class Acronyms {
public:
    explicit Acronyms(const Context& context)
        : plan_(context.plan), document_(plan_.document()), known_(context.terms("known")),
          least_(context.number("letters", 3)),
          language_(context.language()) {}

    Result run() {
        auto section = plan_.outline->sections.begin();
        std::uint32_t heads_end = 0;
        for (std::uint32_t i = 0; i < document_.main_end; ++i) {
            const Block& block = document_.blocks[i];
            if (block.kind == BlockKind::table && heads_in_capitals(i + 1)) heads_end = document_.blocks[i + 1].end;
            if (i < heads_end) continue;
            // Where the format marks no heading (a plain text), titles in capitals are known by the outline alone.
            while (section != plan_.outline->sections.end() && section->last_heading < i) ++section;
            if (section != plan_.outline->sections.end() && section->heading <= i && section->glued.empty()) continue;
            if (block.text.empty() || block.kind == BlockKind::heading || block.has(mark::contents) || block.has(mark::uncounted)) continue;
            const std::string_view text = document_.view(block.text);
            if (in_capitals(text) && (text.size() >= 16 || is_title(block, text))) continue;
            // "PLAN OF THE AREA (record of decisions)"
            const std::size_t shortest_before_bracket = block.bold >= block.text.size() ? 12 : 24;
            if (const std::size_t bracket = text.find(" ("); bracket != text.npos && bracket >= shortest_before_bracket && text.ends_with(')') && in_capitals(text.substr(0, bracket))) continue;
            // Titles in capitals above other lines of the same paragraph.
            std::size_t begin = section != plan_.outline->sections.end() && section->heading == i ? section->glued.begin - block.text.begin : 0;
            for (std::size_t line = text.find('\n'); line != std::string_view::npos && line >= begin + 16 && in_capitals(text.substr(begin, line - begin)); line = text.find('\n', begin)) begin = line + 1;
            words(i, text, begin + label_in_capitals(text.substr(begin)));
        }
        drop_words();
        Result result;
        if (uses_.empty()) {
            result.outcome = Outcome::not_applicable;
            return result;
        }
        result.outcome = Outcome::pass;
        Finding finding;
        std::vector<std::string> open;
        for (const std::string& word : order_) {
            const Use& use = uses_.at(word);
            if (use.explained) {
                result.show({use.block, use.span, false}, Argument{"acronym", word});
                continue;
            }
            open.push_back(word);
            if (!finding.where.known()) finding.where = {use.block, use.span, false};
        }
        if (open.empty()) return result;
        finding.outcome = Outcome::review;
        finding.message = "acronyms.unexplained";
        finding.subject = document_subject(plan_);
        finding.arguments = {{"count", static_cast<std::int64_t>(open.size())}, {"acronyms", open}};
        result.findings.push_back(std::move(finding));
        return result;
    }

private:
    const Plan& plan_;
    const Document& document_;
    const TermSet& known_;
    std::uint32_t least_;
    const Language& language_;
    std::map<std::string, Use> uses_;
    std::vector<std::string> order_;

    // "INSTITUTE OF CEMENT", whose words stand in small letters elsewhere: a name in capitals, and no acronym.
    void drop_words() {
        constexpr std::size_t shortest = 5;  // letters
        std::unordered_set<std::string> open;
        for (const auto& [word, use] : uses_)
            if (!use.explained && count_code_points(word) >= shortest) open.insert(fold(word));
        if (open.empty()) return;
        std::unordered_set<std::string> words;
        for (std::uint32_t i = 0; i < document_.main_end; ++i) {
            const std::string_view text = document_.view(document_.blocks[i].text);
            for (std::size_t at = 0; at < text.size();) {
                std::size_t end = at;
                bool small = false;
                for (Decoded c = decode(text, end); c.size != 0 && is_word_character(c.code); c = decode(text, end)) {
                    small = small || (is_letter_or_digit(c.code) && !is_upper(c.code));
                    end += c.size;
                }
                if (small && end - at >= shortest)
                    if (std::string word = fold(text.substr(at, end - at)); open.contains(word)) words.insert(std::move(word));
                at = end > at ? end : at + decode(text, at).size;
            }
        }
        std::erase_if(order_, [&](const std::string& word) { return words.contains(fold(word)); });
        std::erase_if(uses_, [&](const auto& use) { return words.contains(fold(use.first)); });
    }

    static bool in_capitals(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            if (text[at] >= 'a' && text[at] <= 'z') return false;
            const Decoded c = decode(text, at);
            at += c.size;
            if (is_letter_or_digit(c.code) && !is_upper(c.code) && !(c.code >= '0' && c.code <= '9')) return false;
        }
        return true;
    }

    // "THE NUMBER: three of ten creams" begins with a label of several words, one of them longer than most acronyms.
    static std::size_t label_in_capitals(std::string_view text) {
        constexpr std::size_t longest = 80, longest_acronym = 6;  // bytes; letters
        // Most texts begin with a word whose second letter is a small one.
        if (const Decoded first = decode(text, 0), second = decode(text, first.size); is_letter_or_digit(second.code) && !is_upper(second.code)) return 0;
        std::size_t colon = text.substr(0, longest).find(':');
        for (const std::string_view dash : {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) colon = std::min(colon, text.substr(0, longest).find(dash));
        const std::string_view label = colon == std::string_view::npos ? std::string_view() : trimmed(text.substr(0, colon));
        if (label.find(' ') == std::string_view::npos || label.find_first_of(",;(") != std::string_view::npos || !in_capitals(label)) return 0;
        for (std::size_t begin = 0, end = 0; begin < label.size(); begin = end + 1) {
            end = std::min(label.find(' ', begin), label.size());
            if (count_code_points(label.substr(begin, end - begin)) > longest_acronym) return colon;
        }
        return 0;
    }

    // "MEASURE | COST | CONTACT" above a table: all its heads, of which some are longer than most acronyms.
    bool heads_in_capitals(std::uint32_t row) const {
        constexpr std::size_t longest_acronym = 6;
        if (row >= document_.main_end || document_.blocks[row].kind != BlockKind::row) return false;
        std::size_t longer = 0;
        for (std::uint32_t i = row + 1; i < document_.blocks[row].end; ++i) {
            const std::string_view text = document_.view(document_.blocks[i].text);
            if (!in_capitals(text)) return false;
            longer += count_code_points(text) > longest_acronym ? 1 : 0;
        }
        return longer >= 2;
    }

    // "SOMMAIRE", "PART B. PLAN" on a line of its own: longer than most acronyms, and no list of them.
    static bool is_title(const Block& block, std::string_view text) {
        constexpr std::size_t longest_acronym = 6, shortest_title = 10;
        const std::string_view words = trimmed(text);
        return block.kind == BlockKind::paragraph && (words.find(' ') == std::string_view::npos ? count_code_points(words) > longest_acronym : words.size() >= shortest_title && words.find_first_of(",;") == std::string_view::npos);
    }

    // Han characters stand beside a word of capitals without a space and belong to other words.
    static bool is_letter_beside(char32_t c) { return is_word_character(c) && !is_ideograph(c); }

    // XIX and MMXXVI count something; CCI, well-formed as it is, names somebody.
    static bool is_roman(std::string_view word) {
        constexpr std::uint32_t highest = 89, first_year = 1900;
        if (word.find_first_not_of("IVXLCDM") != std::string_view::npos) return false;
        const auto value = roman_value(fold(word));
        return value && (*value <= highest || *value >= first_year);
    }

    void words(std::uint32_t block, std::string_view text, std::size_t begin) {
        for (std::size_t at = begin; at < text.size();) {
            if (least_ >= 2) at = two_capitals(text, at);
            if (at >= text.size()) break;
            const Decoded first = decode(text, at);
            // Inside a word no other begins.
            if (!is_upper(first.code)) {
                at = std::max<std::size_t>(letters_end(text, at), at + first.size);
                continue;
            }
            const Decoded before = decode_before(text, at);
            if (before.size != 0 && (is_letter_beside(before.code) || before.code == '@' || before.code == '.' || before.code == '/' || before.code == '-')) {
                at += first.size;
                continue;
            }
            std::size_t end = at;
            std::uint32_t letters = 0;
            while (end < text.size()) {
                const Decoded c = decode(text, end);
                if (!is_upper(c.code)) break;
                ++letters;
                end += c.size;
            }
            Decoded after = decode(text, end);
            // A plural s in lower case still belongs to it; digits, hyphens and small letters make it another word.
            std::size_t stop = end;
            if (after.code == 's' && letters >= least_ && !is_word_character(decode(text, end + 1).code)) {
                stop = end + 1;
                after = decode(text, stop);
            }
            const bool whole = after.size == 0 || !(is_letter_beside(after.code) || after.code == '@' || after.code == '/' || after.code == '-');
            if (whole && letters >= least_ && letters <= 10 && !is_roman(text.substr(at, end - at))) take(block, text, at, end, stop);
            at = std::max(stop, at + 1);
            for (Decoded rest = decode(text, at); rest.size != 0 && is_letter_beside(rest.code); rest = decode(text, at)) at += rest.size;
        }
    }

    void take(std::uint32_t index, std::string_view text, std::size_t begin, std::size_t end, std::size_t stop) {
        const std::uint32_t offset = document_.blocks[index].text.begin;
        const Span span{offset + static_cast<std::uint32_t>(begin), offset + static_cast<std::uint32_t>(end)};
        if (!terms_in(plan_, index, {span.begin, offset + static_cast<std::uint32_t>(stop)}, known_).empty()) return;
        const std::string word(text.substr(begin, end - begin));
        // "GBP 310,000" and "2.6 million GBP" are amounts; "SDG 12" is none.
        if (!currency_code(word).code.empty())
            for (const Value& value : plan_.block_text->values(index, language_, want_money))
                if (value.type == ValueType::money && value.begin <= begin && end <= value.end) return;
        const auto [place, fresh] = uses_.try_emplace(word, Use{index, span, false});
        if (fresh) order_.push_back(word);
        if (!place->second.explained && explained(index, text, begin, stop)) place->second.explained = true;
    }

    // Whether words up to the next sign begin with the first and another letter of an acronym.
    static bool spells(std::string_view acronym, std::string_view words) {
        words = trimmed(words.substr(0, words.find_first_of(";,.:()")));
        const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a + ('a' - 'A') == b); };
        if (words.empty() || acronym.size() < 2 || words.find(' ') == std::string_view::npos || !same(acronym[0], words[0])) return false;
        for (std::size_t space = words.find(' '); space != std::string_view::npos; space = words.find(' ', space + 1))
            if (space + 1 < words.size() && std::any_of(acronym.begin() + 1, acronym.end(), [&](char letter) { return same(letter, words[space + 1]); })) return true;
        return false;
    }

    // "ICT – ict@…": how to reach it explains nothing.
    static bool is_address(std::string_view behind_sign) {
        const std::string_view sign = behind_sign.substr(0, 3) == "\xE2\x80\x93" || behind_sign.substr(0, 3) == "\xE2\x80\x94" ? behind_sign.substr(0, 3) : behind_sign.substr(0, 1);
        const std::string_view first = trimmed(behind_sign.substr(sign.size()));
        const std::size_t mail = first.substr(0, first.find(' ')).find('@');
        return (mail != first.npos && mail != 0) || first.starts_with('+');
    }

    // What a bracket behind an acronym holds: a name of several words, one of which begins as the acronym does, or a longer one in
    // another language. "(objective 2)", "(lead)", "(Geneva, Switzerland)" say something else.
    static bool expands(std::string_view acronym, std::string_view words) {
        constexpr std::size_t enough_words = 4;
        if (words.find(' ') == std::string_view::npos || words.find_first_of("0123456789@") != std::string_view::npos) return false;
        const std::string folded = fold(words), own = fold(acronym);
        const char32_t first = decode(own, 0).code;
        std::size_t count = 0;
        bool begins = true;
        for (std::size_t at = 0; at < folded.size();) {
            const Decoded d = decode(folded, at);
            const bool letter = is_letter_or_digit(d.code);
            if (letter && begins) {
                if (d.code == first) return true;
                ++count;
            }
            begins = !letter;
            at += d.size;
        }
        return count >= enough_words;
    }

    // "Institute for Clean Towns (ICT)", "ICT (Institute for …)", "ICT: Institute …", or a row of a list of acronyms.
    bool explained(std::uint32_t index, std::string_view text, std::size_t begin, std::size_t end) const {
        const std::string_view before = trimmed(text.substr(0, begin)), after = trimmed(text.substr(end));
        if (before.ends_with("(") || before.ends_with("（")) return true;
        if (after.starts_with("(") || after.starts_with("（")) {
            const std::size_t close = after.find(after.starts_with("(") ? ")" : "）");
            // Where words stand without spaces, three of them are an explanation.
            if (close != std::string_view::npos && is_ideograph(decode(after, after.starts_with("(") ? 1 : 3).code)) return close >= 9;
            if (close != std::string_view::npos && expands(text.substr(begin, end - begin), after.substr(after.starts_with("(") ? 1 : 3, close - (after.starts_with("(") ? 1 : 3)))) return true;
        }
        // "Short forms: ICT, Institute for Clean Towns; CCU, …", "ICT: institute for clean towns. CCU: …": behind a sign, and what follows begins with its letters.
        if ((before.ends_with(':') || before.ends_with(';') || before.ends_with('.')) && !after.empty() && (after[0] == ',' || after[0] == ':' || after[0] == '=') && spells(text.substr(begin, end - begin), after.substr(1)))
            return true;
        // An entry between others of such a list, whatever its words begin with: "BREF, reference document on …;".
        constexpr std::size_t least_entries = 3;
        if (before.ends_with(';') && after.starts_with(',') && static_cast<std::size_t>(std::count(text.begin(), text.end(), ';')) + 1 >= least_entries)
            if (const std::size_t stop = after.find_first_of(";."); std::count(after.begin(), after.begin() + static_cast<std::ptrdiff_t>(std::min(stop, after.size())), ' ') >= 2) return true;
        const bool leads = before.empty();
        if (leads && (after.starts_with(":") || after.starts_with("-") || after.starts_with("=") || after.starts_with("\xE2\x80\x93") ||
                      after.starts_with("\xE2\x80\x94") || text.substr(end).starts_with("\t")))
            return after.size() > 4 && !is_address(after);
        if (!before.empty() && (before.ends_with("\xE2\x80\x93") || before.ends_with(" -")) && after.empty()) return true;
        // A cell of its own, beside a cell with words.
        return leads && after.empty() && index > 0 && document_.blocks[index - 1].kind == BlockKind::cell &&
               document_.blocks[index - 1].end < document_.main_end && document_.blocks[document_.blocks[index - 1].end].kind == BlockKind::cell;
    }
};

}  // namespace

Result check_acronyms(const Context& context) { return Acronyms(context).run(); }

}  // namespace plancheck
