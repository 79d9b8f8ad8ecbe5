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
#include "text/numeral_systems.hpp"
#include "text/roman.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest_start = 96;

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

bool is_closing(char32_t c) noexcept { return c == ')' || c == ']' || c == 0xFF09 || c == 0x3011; }

bool is_separator(char32_t c) noexcept {
    switch (c) {
        case '.': case ':': case '-': case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015:
        case 0x2212: case 0x3001: case 0xFF0E: case 0xFF1A: case 0xFF0C: case 0x00B7: case '|': return true;
        default: return is_closing(c);
    }
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

// One line, read from its start: the steps leave `at_` behind what they took.
class NumeralLine {
public:
    NumeralLine(std::string_view line, const Languages& languages, SectionWords section_words) noexcept
        : line_(line), languages_(languages), words_(section_words == SectionWords::read) {}

    std::optional<Numeral> read() {
        at_ = skip_space(0);
        if (at_ >= line_.size()) return std::nullopt;
        before_numeral();
        open_bracket();
        rest_ = line_.substr(std::min(at_, line_.size()));
        if (!numeral() || !section_behind() || !closing()) return std::nullopt;
        if (is_signed_ && !is_separated_ && !at_end()) return can_stand_behind_sign() ? std::optional(numeral_) : std::nullopt;
        return can_be_title() ? std::optional(numeral_) : std::nullopt;
    }

private:
    std::string_view line_;
    const Languages& languages_;
    const bool words_;  // words such as "Section" are looked for
    std::size_t at_ = 0;
    std::size_t width_ = 0;        // of the white space that was passed over last
    Numeral numeral_;
    bool is_counted_ = false;      // 第
    bool is_signed_ = false;       // "No. 1:"
    bool has_bracket_ = false, is_framed_ = false;
    std::string_view rest_;        // from the numeral on
    const Language::Ordinal* ordinal_ = nullptr;
    bool before_section_ = false;  // "première partie"
    NumeralReading reading_;
    // What closes the numeral.
    std::size_t end_of_numeral_ = 0;
    std::size_t space_behind_ = 0;  // width of the white space right behind it
    bool is_separated_ = false, is_closed_ = false;
    char32_t sign_ = 0;             // the last one that separates
    std::size_t next_ = 0;          // where what follows begins
    char32_t follows_ = 0;          // its first character; 0: nothing follows

    bool at_end() const noexcept { return next_ >= line_.size(); }
    bool starts_text() const noexcept { return is_upper(follows_) || is_caseless(follows_); }
    std::size_t skip_space(std::size_t at) noexcept { return plancheck::skip_space(line_, at, width_); }

    // "Section", 第, "No.", "§".
    void before_numeral() {
        if (const std::size_t word = words_ ? section_word(line_.substr(at_), languages_) : 0; word != 0 && skip_space(at_ + word) > at_ + word) {
            at_ = skip_space(at_ + word);
            at_ += number_sign(line_.substr(at_), languages_);
            numeral_.worded = true;
        } else if (const std::size_t sign = counting_sign(line_.substr(at_), languages_); sign != 0) {
            at_ += sign;
            numeral_.worded = is_counted_ = true;
        } else if (const std::size_t number = words_ && may_be_number_sign(decode(line_, at_).code) ? number_sign(line_.substr(at_), languages_) : 0; number != 0) {
            at_ += number;
            is_signed_ = true;
        } else if (line_.substr(at_).starts_with("§")) {
            at_ = skip_space(at_ + 2);
            numeral_.worded = true;
        }
    }

    void open_bracket() {
        const Decoded d = decode(line_, at_);
        is_framed_ = d.code == 0x3010;
        if (d.code != '(' && d.code != '[' && d.code != 0xFF08 && !is_framed_) return;
        has_bracket_ = true;
        at_ += d.size;
    }

    // False where there is none.
    bool numeral() {
        ordinal_in_words();
        if (reading_.size == 0) {
            if (!numeral_.worded && begins_with_word(rest_)) return false;
            reading_ = read_numeral(rest_);
            if (reading_.size == 0 && numeral_.worded && !is_counted_) reading_ = read_ordinal(rest_);
        }
        at_ += reading_.size;
        numeral_.value = reading_.value;
        numeral_.style = reading_.style;
        numeral_.level = reading_.level;
        return reading_.size != 0;
    }

    // "First", "premièrement"; "première partie", where the word for a section stands behind.
    void ordinal_in_words() {
        using Stands = Language::Ordinal::Stands;
        const auto [ordinal, size] = languages_.ordinal_at(rest_);
        ordinal_ = ordinal;
        if (ordinal == nullptr) return;
        reading_ = {ordinal->value, NumeralStyle::ordinal_word, size, 0, ordinal->stands == Stands::alone ? std::size_t{4} : std::size_t{1}};
        if (ordinal->stands != Stands::section || numeral_.worded) return;
        const std::size_t behind = plancheck::skip_space(rest_, size, width_);
        const std::size_t word = words_ && behind > size ? section_word(rest_.substr(behind), languages_) : 0;
        if (word == 0) reading_ = {};
        else reading_.size = behind + word;
        before_section_ = numeral_.worded = word != 0;
    }

    // 第一部分, 第二章, 第3节: what is counted has to be a section.
    bool section_behind() {
        if (!is_counted_) return true;
        const std::size_t word = section_word(line_.substr(at_), languages_);
        at_ += word;
        return word != 0;
    }

    // White space, one or two separators, white space. False where the numeral is joined to a word, or its bracket stays open.
    bool closing() {
        end_of_numeral_ = at_;
        next_ = skip_space(at_);
        space_behind_ = width_;
        for (bool is_first = true; next_ < line_.size(); is_first = false) {
            const Decoded d = decode(line_, next_);
            const bool is_right_behind = is_first && space_behind_ == 0;
            const bool is_behind_stop = !is_first && sign_ == '.' && width_ == 0 && d.code != '/';  // "1.º Title"
            const bool is_glued = (is_right_behind || is_behind_stop) && is_glued_separator(d.code) && next_ + d.size < line_.size() && is_white_space(decode(line_, next_ + d.size).code);
            if (!is_separator(d.code) && !is_glued) break;
            if (is_right_behind && d.code == '-' && joins_word(next_ + 1)) return false;
            sign_ = d.code;
            is_separated_ = true;
            is_closed_ = is_closed_ || is_closing(d.code);
            next_ = skip_space(next_ + d.size);
            // A second one stands right behind the first.
            if (!is_first || width_ != 0 || (has_bracket_ && !is_closed_)) break;
        }
        numeral_.size = static_cast<std::uint32_t>(next_);
        follows_ = at_end() ? 0 : decode(line_, next_).code;
        return !has_bracket_ || is_closed_;
    }

    // Behind a hyphen: "X-ray", "I-beam"; but "1-Title" and "First-Title" are numbered.
    bool joins_word(std::size_t at) const noexcept {
        if (at >= line_.size()) return false;
        const char32_t next = decode(line_, at).code;
        if (!is_letter_or_digit(next) || reading_.style == NumeralStyle::ordinal_word) return false;
        return reading_.style != NumeralStyle::decimal || digit_of(next) != 10;
    }

    // "#1 Title"; "No. 1 Title" may be a sentence.
    bool can_stand_behind_sign() {
        const bool hash = line_[skip_space(0)] == '#' && reading_.style == NumeralStyle::decimal && reading_.level == 0 && space_behind_ != 0;
        numeral_.bare = space_behind_ < 2;
        return hash && reading_.letters <= 2 && (starts_text() || is_ideograph(follows_));
    }

    // Whether what follows can be the title that this numbers.
    bool can_be_title() {
        switch (reading_.style) {
            case NumeralStyle::chinese:
            case NumeralStyle::chinese_formal: return is_chinese_title();
            case NumeralStyle::upper_letter:
            case NumeralStyle::lower_letter: return is_lettered();
            case NumeralStyle::decimal: return is_decimal_title();
            default: return numeral_.level > 0 || is_title();
        }
    }

    // （一） is a sub-level, 【一】 is not; a bare 一 begins many words.
    bool is_chinese_title() {
        if (has_bracket_ && !is_framed_) numeral_.level = 1;
        numeral_.bare = !is_separated_ && !has_bracket_;
        return !numeral_.bare || is_counted_ || space_behind_ != 0 || at_end();
    }

    // "A. Name" may be an initial, but as a sub-level it is no section either way.
    bool is_lettered() const noexcept {
        if (!is_separated_ && !has_bracket_) return false;
        // "X- ray" is broken text; "أ- " is how Arabic lists are written.
        if (sign_ != '-' || space_behind_ != 0) return true;
        return is_caseless(decode(rest_, 0).code) && !at_end() && is_white_space(decode_before(line_, next_).code);
    }

    // "3 Work packages" may be a heading, "250 words" is none.
    bool is_decimal_title() {
        constexpr std::size_t most_digits = 2;
        if (numeral_.level > 0 || numeral_.worded || at_end()) return true;
        if (!is_separated_ && !has_bracket_) {
            numeral_.bare = space_behind_ < 2;
            if (space_behind_ == 0 || !is_upper(follows_)) return false;
        }
        return reading_.letters <= most_digits;
    }

    // Behind a Roman numeral or an ordinal in words.
    bool is_title() {
        // "Section one covers …" and "the first part of …" are sentences.
        if (ordinal_ != nullptr && numeral_.worded && !is_separated_ && !at_end() && space_behind_ < 2 && (before_section_ || !starts_text())) return false;
        if (numeral_.worded || is_separated_ || has_bracket_ || at_end()) {
            numeral_.bare = at_end() && !is_separated_ && !has_bracket_ && !numeral_.worded;
            return !is_initial() && !is_abbreviation() && !(numeral_.bare && reading_.style == NumeralStyle::lower_roman && reading_.letters == 1);
        }
        if (space_behind_ >= 2) return true;
        numeral_.bare = true;
        if (reading_.style == NumeralStyle::ordinal_word) return reading_.letters > 1 && space_behind_ >= 1;
        return reading_.style == NumeralStyle::upper_roman && reading_.letters >= 2 && space_behind_ == 1 && (starts_text() || is_ideograph(follows_));
    }

    // "V. M. Name", "I. B. Name": initials, where another one follows at once.
    bool is_initial() const noexcept {
        if (reading_.letters != 1 || sign_ != '.' || has_bracket_ || numeral_.worded || reading_.style != NumeralStyle::upper_roman || at_end() || !is_upper(follows_)) return false;
        const std::size_t second = next_ + decode(line_, next_).size;
        return second < line_.size() && line_[second] == '.';
    }

    // "i.e." and the like.
    bool is_abbreviation() const noexcept {
        return reading_.style == NumeralStyle::lower_roman && sign_ == '.' && space_behind_ == 0 && !at_end() && next_ == end_of_numeral_ + 1 && follows_ < 0x80 && !is_upper(follows_);
    }
};

}  // namespace

std::optional<Numeral> parse_numeral(std::string_view line, const Languages& languages, SectionWords section_words) {
    return NumeralLine(line, languages, section_words).read();
}

EnclosedNumber enclosed_number(std::string_view text) noexcept {
    constexpr char32_t key_ten = 0x1F51F, emoji_form = 0xFE0F, key = 0x20E3;
    if (text.size() < 3) return {};
    if (!is_digit(text[0])) {
        const Decoded sign = decode(text, 0);
        if (sign.code >= U'\u2460' && sign.code <= U'\u2473') return {sign.code - U'\u2460' + 1, sign.size};
        return sign.code == key_ten ? EnclosedNumber{10, sign.size} : EnclosedNumber{};
    }
    Decoded next = decode(text, 1);
    const std::size_t at = 1 + (next.code == emoji_form ? next.size : 0);
    next = decode(text, at);
    return next.code == key ? EnclosedNumber{static_cast<std::uint32_t>(text[0] - '0'), at + next.size} : EnclosedNumber{};
}

std::uint32_t whole_number(std::string_view digits) noexcept {
    std::uint32_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return read.ec == std::errc::result_out_of_range ? std::numeric_limits<std::uint32_t>::max() : value;
}

}  // namespace plancheck
