// A label is a core (number, letter, Roman numeral, code) and what closes it. Two labels belong to one numbering when
// their shapes are equal; whether "i" is a letter or one is decided by the label that comes after it.
#include "plan/ordinals.hpp"

#include <vector>

#include "text/characters.hpp"
#include "text/language.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
bool is_upper_letter(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) noexcept { return is_lower(c) || is_upper_letter(c); }

std::size_t dash_at(std::string_view text, std::size_t at) noexcept {
    const Decoded d = decode(text, at);
    return d.code == '-' || (d.code >= 0x2010 && d.code <= 0x2015) || d.code == 0x2212 ? d.size : 0;
}

// "1、", "1．", "1）" before words; a wide colon only behind a word ("行动1：").
std::size_t wide_sign_at(std::string_view text, std::size_t at, LabelContext context) noexcept {
    const Decoded sign = decode(text, at);
    const bool closes = sign.code == 0x3001 || sign.code == 0xFF0E || sign.code == 0xFF09 || (sign.code == 0xFF1A && context != LabelContext::typed);
    if (!closes) return 0;
    if (sign.code == 0xFF1A || sign.code == 0xFF09) return sign.size;
    // "1、2号机组" counts, "1、2028年前" begins with a year.
    std::size_t digits = 0;
    while (at + sign.size + digits < text.size() && is_digit(text[at + sign.size + digits])) ++digits;
    return digits == 0 || digits == 4 ? sign.size : 0;
}

struct Core {
    std::size_t end = 0;
    bool levels = false;  // "2.1"
    bool letters = false;
};

// Small or capital; 0: no Cyrillic letter that lists count by.
std::uint32_t cyrillic_letter(char32_t c) noexcept { return c < 0x410 || c > 0x44F ? 0 : place_in_alphabet(c < 0x430 ? c + 0x20 : c); }

// "P1.1", "A1.2.3": levels of one or two digits behind a code.
void further_levels(std::string_view text, Ordinal& label, Core& core) {
    for (std::size_t from = core.end + 1; from < text.size() && text[core.end] == '.' && is_digit(text[from]); from = core.end + 1) {
        std::size_t stop = from;
        while (stop < text.size() && is_digit(text[stop])) ++stop;
        if (stop - from > 2 || (stop < text.size() && is_letter_or_digit(decode(text, stop).code))) return;
        label.parent = label.value;
        label.value = whole_number(text.substr(from, stop - from));
        label.shape += ".D";
        core.end = stop;
    }
}

// Fills value, roman, parent and shape; false: no core at `at`.
bool read_core(std::string_view text, std::size_t at, Ordinal& label, Core& core) {
    std::size_t end = at;
    if (at < text.size() && is_letter(text[at])) {
        while (end < text.size() && is_letter(text[end])) ++end;
        const std::string_view word = text.substr(at, end - at);
        std::size_t digits = end;
        if (digits < text.size() && (text[digits] == '.' || text[digits] == '-')) ++digits;
        if (word.size() <= 3 && is_upper_letter(word[0]) && digits < text.size() && is_digit(text[digits])) {
            std::size_t stop = digits;
            while (stop < text.size() && is_digit(text[stop])) ++stop;
            if (stop - digits <= 3 && (stop >= text.size() || !is_letter(text[stop]))) {
                label.value = whole_number(text.substr(digits, stop - digits));
                if (word.size() == 1 && digits != end) label.parent = static_cast<std::uint32_t>(word[0] - 'A' + 1);
                label.shape += word.size() == 1 && digits != end ? "L.D" : "C" + std::string(word) + "D";
                core = {stop, true, false};
                further_levels(text, label, core);
                return true;
            }
        }
        if (word.size() > 5) return false;
        const auto roman = roman_value(word);
        if (word.size() > 1 && !roman) return false;
        label.roman = roman.value_or(0);
        if (word.size() == 1) label.value = static_cast<std::uint32_t>(is_lower(word[0]) ? word[0] - 'a' + 1 : word[0] - 'A' + 1);
        else label.value = *roman;
        label.shape += is_lower(word[0]) ? "l" : "L";
        core = {end, false, true};
        return true;
    }
    if (const Decoded sign = decode(text, at); cyrillic_letter(sign.code) != 0) {
        const Decoded after = decode(text, at + sign.size);
        if (after.size != 0 && is_letter_or_digit(after.code)) return false;
        label.value = cyrillic_letter(sign.code);
        label.shape += is_upper(sign.code) ? "K" : "k";
        core = {at + sign.size, false, true};
        return true;
    }
    for (;;) {
        const std::size_t from = end;
        while (end < text.size() && is_digit(text[end])) ++end;
        if (end == from || end - from > 3 || (from != at && end - from == 3)) return false;  // "820.000 euros" is an amount
        label.parent = label.value;
        label.value = whole_number(text.substr(from, end - from));
        label.shape += core.levels ? ".D" : "D";
        if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
            ++end;
            core.levels = true;
            continue;
        }
        break;
    }
    if (!core.levels) label.parent = 0;
    core.end = end;
    return true;
}

// "Ц1", "ОЗ-2": a code of capitals and a number, as Latin ones are read.
bool read_cyrillic_code(std::string_view text, std::size_t at, Ordinal& label, Core& core) {
    std::size_t end = at;
    std::uint32_t letters = 0, first = 0;
    for (; end < text.size(); ++letters) {
        const Decoded d = decode(text, end);
        if (!is_upper(d.code) || d.code < 0x410 || d.code > 0x42F) break;
        if (letters == 0) first = cyrillic_letter(d.code);
        end += d.size;
    }
    if (letters == 0 || letters > 3) return false;
    std::size_t digits = end;
    if (digits < text.size() && (text[digits] == '.' || text[digits] == '-')) ++digits;
    std::size_t stop = digits;
    while (stop < text.size() && is_digit(text[stop])) ++stop;
    if (stop == digits || stop - digits > 2 || (stop < text.size() && is_letter_or_digit(decode(text, stop).code))) return false;
    label.value = whole_number(text.substr(digits, stop - digits));
    if (letters == 1 && digits != end) label.parent = first;
    label.shape += label.parent != 0 ? "K.D" : "C" + std::string(text.substr(at, end - at)) + "D";
    core = {stop, true, false};
    further_levels(text, label, core);
    return true;
}

// "а)", "Мера А.": an initial before a name ("А. Петров") is none, so a capital that stands alone needs a bracket.
std::optional<Ordinal> cyrillic_label(std::string_view text, std::size_t at, LabelContext context) {
    Ordinal label;
    Core core;
    if (at != 0) label.shape += text[0];
    if (!read_core(text, at, label, core)) return std::nullopt;
    label.text = std::string(text.substr(at, core.end - at));
    const char next = core.end < text.size() ? text[core.end] : '\0';
    const bool capital = is_upper(decode(text, at).code), bracket = next == ')' || next == ']';
    if (at != 0 && !bracket) return std::nullopt;
    const bool closed = bracket || next == ':' || (next == '.' && (!capital || context == LabelContext::worded));
    if (!closed && !(next == '\0' && context != LabelContext::typed)) return std::nullopt;
    if (next == ':' && context == LabelContext::typed) return std::nullopt;
    if (next != '\0') label.shape += next;
    const std::size_t end = core.end + (next != '\0' ? 1 : 0);
    label.size = static_cast<std::uint32_t>(end + white_at(text, end));
    return label;
}

// "ب-1", "Б-2" behind a word: the letter is the label of what it belongs to.
std::optional<Ordinal> letter_and_number(std::string_view text, std::size_t at, LabelContext context) {
    const Decoded letter = decode(text, at);
    if (context != LabelContext::worded || at != 0 || (!is_caseless(letter.code) && cyrillic_letter(letter.code) == 0)) return std::nullopt;
    const std::size_t sign = letter.size;
    std::size_t end = sign + 1;
    if (sign >= text.size() || (text[sign] != '-' && text[sign] != '.')) return std::nullopt;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == sign + 1 || end - sign > 3) return std::nullopt;
    const Decoded after = decode(text, end);
    if (after.size != 0 && after.code != ':' && after.code != 0xFF1A && after.code != '.' && after.code != ')' && !is_white_space(after.code)) return std::nullopt;
    Ordinal label;
    label.value = whole_number(text.substr(sign + 1, end - sign - 1));
    label.parent = static_cast<std::uint32_t>(letter.code);
    label.shape = "X.D";
    label.text = std::string(text.substr(0, end));
    if (after.size != 0 && !is_white_space(after.code)) end += after.size;
    label.size = static_cast<std::uint32_t>(end + white_at(text, end));
    return label;
}

// "Objective 2-1:" behind a word: the first of section two, as Arabic and Chinese plans number.
void read_dashed(std::string_view text, Ordinal& label, Core& core) {
    const std::size_t from = core.end + 1;
    std::size_t end = from;
    if (core.end >= text.size() || text[core.end] != '-') return;
    while (end < text.size() && is_digit(text[end])) ++end;
    const Decoded after = decode(text, end);
    if (end == from || end - from > 2 || (after.size != 0 && after.code != ':' && after.code != 0xFF1A && after.code != '.' && after.code != ')' && !is_white_space(after.code))) return;
    label.parent = label.value;
    label.value = whole_number(text.substr(from, end - from));
    label.shape += "-D";
    core.end = end;
    core.levels = true;
}

// 【1】, ［1］ and 〔1〕 are [1].
constexpr bool opens_label(char32_t c) noexcept { return c == 0x3010 || c == 0xFF3B || c == 0x3014; }

// The beginning of a text where a label may stand, with the digits of ASCII for those of other scripts, and letters as one sign
// that are written as two.
struct PlainStart {
    std::string text;
    std::vector<std::uint32_t> sizes;  // of each byte that stands for more or fewer: bytes of the source up to and with it

    explicit PlainStart(std::string_view source) {
        constexpr std::size_t longest = 32, behind = 256;  // bytes; no label looks further
        std::size_t at = 0;
        bool bracket = false;
        while (at < source.size() && at < longest) {
            const Decoded d = decode(source, at);
            const std::size_t end = at + d.size;
            if (const unsigned digit = digit_of(d.code); digit < 10) {
                text.push_back(static_cast<char>('0' + digit));
                at = end;
            } else if (const std::string_view whole = composed(d.code, decode(source, end).code); !whole.empty()) {
                text.append(whole);
                at = end + decode(source, end).size;
            } else if (opens_label(d.code) && at == 0) {
                text.push_back('[');
                at = end;
                bracket = true;
            } else if (bracket && (d.code == 0x3011 || d.code == 0xFF3D || d.code == 0x3015)) {
                text.push_back(']');
                at = end;
                bracket = false;
            } else {
                text.append(source.substr(at, d.size));
                at = end;
            }
            sizes.resize(text.size(), static_cast<std::uint32_t>(at));
        }
        differs = std::string_view(text) != source.substr(0, at);
        if (differs) text.append(source.substr(at, behind));
    }
    bool differs = false;

    std::uint32_t in_source(std::uint32_t size) const noexcept {
        if (size == 0) return 0;
        return size <= sizes.size() ? sizes[size - 1] : size - static_cast<std::uint32_t>(sizes.size()) + sizes.back();
    }

private:
    static std::string_view composed(char32_t letter, char32_t mark) noexcept {
        if (letter == 0x627) return mark == 0x653 ? "آ" : mark == 0x654 ? "أ" : mark == 0x655 ? "إ" : "";
        return letter == 0x438 && mark == 0x306 ? "й" : "";
    }
};

std::optional<Ordinal> plain_ordinal_at(std::string_view text, LabelContext context) {
    if (const std::size_t marks = marks_at(text, 0); marks != 0) {
        auto behind = plain_ordinal_at(text.substr(marks), context);
        if (behind) behind->size += static_cast<std::uint32_t>(marks);
        return behind;
    }
    Ordinal label;
    Core core;
    std::size_t at = 0;
    char closing = 0;
    if (!text.empty() && (text[0] == '(' || text[0] == '[')) {
        closing = text[0] == '(' ? ')' : ']';
        label.shape += text[0];
        ++at;
    }
    const bool code = at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80 && read_cyrillic_code(text, at, label, core);
    if (!code && at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
        if (const Decoded circled = decode(text, at); at == 0 && circled.code >= 0x2460 && circled.code <= 0x2473) {  // ①
            label.value = circled.code - 0x245F;
            label.shape = "c";
            label.text = std::to_string(label.value);
            label.size = static_cast<std::uint32_t>(circled.size + white_at(text, circled.size));
            return label;
        }
        // 甲、 乙、 丙、
        constexpr std::u32string_view stems = U"甲乙丙丁戊己庚辛壬癸";
        if (const Decoded sign = decode(text, at); at == 0 && stems.find(sign.code) != std::u32string_view::npos) {
            const Decoded next = decode(text, sign.size);
            if (next.code != 0x3001 && next.code != 0xFF0E && next.code != '.' && next.code != 0xFF1A && next.code != ':') return std::nullopt;
            label.value = static_cast<std::uint32_t>(stems.find(sign.code) + 1);
            label.shape = "s";
            label.text = std::string(text.substr(0, sign.size));
            label.size = static_cast<std::uint32_t>(sign.size + next.size + white_at(text, sign.size + next.size));
            return label;
        }
        if (auto letter = letter_and_number(text, at, context)) return letter;
        const auto numeral = parse_numeral(text, Languages::built_in(), SectionWords::none);
        const char32_t sign = decode(text, at).code;
        const bool own = (sign >= 0x660 && sign <= 0x6F9) || is_caseless(sign) || sign == 0xFF08;  // ١. and أ) and （1）
        if (cyrillic_letter(sign) != 0 && (!numeral || numeral->bare || numeral->style < NumeralStyle::ordinal_word)) return cyrillic_label(text, at, context);
        const bool spaced = numeral && numeral->bare && context == LabelContext::worded && numeral->style >= NumeralStyle::chinese && numeral->size < text.size() && white_at(text, numeral->size - 1) != 0;  // "目标一 到2028年底"
        if (!numeral || (numeral->bare && !spaced) || (numeral->style < NumeralStyle::ordinal_word && !own)) return std::nullopt;
        label.value = numeral->value;
        label.shape = "#" + std::to_string(static_cast<int>(numeral->style));
        label.text = std::to_string(numeral->value);
        label.size = numeral->size;
        return label;
    }
    if (!code && !read_core(text, at, label, core)) return std::nullopt;
    if (context == LabelContext::worded && closing == 0 && !core.letters && !core.levels) read_dashed(text, label, core);
    label.text = std::string(text.substr(at, core.end - at));
    std::size_t end = core.end;
    const char next = end < text.size() ? text[end] : '\0';
    const std::size_t white = white_at(text, end);
    bool closed = end == text.size() && context != LabelContext::typed;
    if (closing != 0) {
        if (next != closing) return std::nullopt;
        ++end;
        label.shape += closing;
        closed = true;
    } else if (next == ')' || next == '.' || next == ':') {
        const Decoded after = decode(text, end + 1 + marks_at(text, end + 1));
        // "1.º Medir …"
        const bool raised = next == '.' && !core.letters && (after.code == 0xB0 || after.code == 0xBA || after.code == 0xAA) &&
                            (end + 1 + after.size == text.size() || is_white_space(decode(text, end + 1 + after.size).code));
        if (raised) end += after.size;
        else if (next == '.' && after.size != 0 && !is_white_space(after.code) && !is_upper(after.code) && !is_caseless(after.code) && !is_ideograph(after.code)) return std::nullopt;  // 1.测量
        if (next == ':' && after.size != 0 && !is_white_space(after.code) && context == LabelContext::typed) return std::nullopt;
        ++end;
        label.shape += next;
        closed = true;
    } else if (const Decoded degree = decode(text, end); !core.letters && (degree.code == 0xB0 || degree.code == 0xBA) && is_white_space(decode(text, end + degree.size).code)) {
        end += degree.size;  // "1° Measure …"
        label.shape += "o";
        closed = true;
    } else if (next == '/' && !core.letters && !core.levels && is_white_space(decode(text, end + 1).code)) {
        ++end;  // "1/ Measure"
        label.shape += next;
        closed = true;
    } else if (const std::size_t wide = wide_sign_at(text, end, context); wide != 0) {
        end += wide;
        label.shape += "w";
        closed = true;
    } else if (const std::size_t dash = dash_at(text, end + white); dash != 0) {
        // "5 - 10 sites" is a range; "1- Sites" is how many French and Arabic lists are typed.
        const std::size_t behind = end + white + dash;
        const std::size_t space = white_at(text, behind);
        if (space != 0 && !(behind + space < text.size() && is_digit(text[behind + space]))) {
            end = behind;
            label.shape += "-";
            closed = true;
        }
    } else if (white != 0 && end + white < text.size() && text[end + white] == ':' && (context != LabelContext::typed || !core.letters)) {
        end += white + 1;  // French sets a space before it
        label.shape += ':';
        closed = true;
    } else if (white != 0) {
        const Decoded after = decode(text, end + white);
        const bool starts_words = after.size == 0 || is_upper(after.code) || is_caseless(after.code) ||
                                  (is_ideograph(after.code) && (context == LabelContext::worded || label.shape == "L.D" || label.shape.starts_with("C")));
        const bool wide = context == LabelContext::worded && decode(text, end).code == 0x3000;  // "工作1.1　31座…"
        const bool deep = label.shape == "D.D.D" && label.text.size() <= 8 && is_word_character(after.code);  // "6.1.1 number of sites"; a day has a longer year
        if (next == '\t' || wide || deep || (core.levels && starts_words) || (context == LabelContext::worded && starts_words)) closed = true;
    }
    // "P1转产", "A-1在四国…": Chinese needs no space behind a letter and a number.
    else if (is_ideograph(decode(text, end).code) && (label.shape == "L.D" || (label.shape.size() == 3 && label.shape[0] == 'C'))) closed = true;
    if (context == LabelContext::automatic) closed = true;
    if (!closed) return std::nullopt;
    // "V. M. Name" is a name.
    if (core.letters && context == LabelContext::typed && closing == 0 && end < text.size()) {
        const std::size_t word = end + white_at(text, end);
        if (word + 1 < text.size() && is_upper_letter(text[word]) && text[word + 1] == '.') return std::nullopt;
    }
    label.size = static_cast<std::uint32_t>(end + white_at(text, end));
    return label;
}

// Whether what PlainStart changes may stand there: most letters of other alphabets begin with the same bytes.
bool may_be_written_otherwise(std::string_view start) noexcept {
    constexpr ByteSet leads{"\xCC\xD9\xDB\xEF"};
    if (start.empty()) return false;
    if (opens_label(decode(start, 0).code)) return true;
    for (std::size_t at = leads.find(start); at < start.size() - 1; at = leads.find(start, at + 1)) {
        const auto lead = static_cast<unsigned char>(start[at]), next = static_cast<unsigned char>(start[at + 1]);
        const bool letter = (lead == 0xD9 && (next < 0x93 || next > 0xA9)) || (lead == 0xDB && next < 0xB0);
        if (!letter) return true;
    }
    return false;
}

}  // namespace

std::optional<Ordinal> ordinal_at(std::string_view text, LabelContext context) {
    if (!may_be_written_otherwise(text.substr(0, 16))) return plain_ordinal_at(text, context);
    const PlainStart plain(text);
    auto label = plain_ordinal_at(plain.differs ? std::string_view(plain.text) : text, context);
    if (label && plain.differs) label->size = plain.in_source(label->size);
    return label;
}

bool follows(const Ordinal& last, const Ordinal& next) noexcept {
    if (last.shape != next.shape) return false;
    if (next.parent == last.parent && next.value == last.value + 1) return true;
    if (last.roman != 0 && next.roman == last.roman + 1) return true;
    return last.parent != 0 && next.parent == last.parent + 1 && next.value == 1;
}

bool begins(const Ordinal& label) noexcept { return label.value == 1 || label.roman == 1; }

std::uint32_t bullet_at(std::string_view text) noexcept {
    const Decoded d = decode(text, 0);
    const bool symbol = d.code == 0x2022 || d.code == 0x2023 || d.code == 0x25AA || d.code == 0x25AB || d.code == 0x25CF ||
                        d.code == 0x25CB || d.code == 0x25E6 || d.code == 0x25A0 || d.code == 0x25A1 || d.code == 0x2043 ||
                        d.code == 0x27A2 || d.code == 0x27A4 || d.code == 0x2713 || d.code == 0x2714 || d.code == 0x25BA || d.code == 0x25C6 || d.code == 0x2756 ||
                        is_box(d.code) || d.code == 0x00B7 || d.code == '*' ||
                        d.code == '-' || (d.code >= 0x2012 && d.code <= 0x2014) || d.code == 0xFFFD ||
                        (d.code >= 0xE000 && d.code <= 0xF8FF);
    const bool letter = d.code == 'o' && text.size() > 1 && text[1] == '\t';
    if ((!symbol && !letter) || d.size == 0) return 0;
    const std::size_t white = white_at(text, d.size);
    const bool certain = d.code >= 0xE000 || d.code == 0x2022;
    if (white == 0 && !certain) return 0;
    return d.size + white == text.size() ? 0 : static_cast<std::uint32_t>(d.size + white);
}

bool begins_sentence(std::string_view text, std::size_t at, const Ordinal& label) noexcept {
    const std::string_view before = trimmed(text.substr(0, at)), sign = trimmed(text.substr(at, label.size)), behind = trimmed(text.substr(at + label.size));
    if (!before.empty() && !before.ends_with('.') && !before.ends_with("。")) return false;
    if (!label.worded) return !before.empty() && sign.ends_with(')') && (is_upper(decode(behind, 0).code) || is_caseless(decode(behind, 0).code));
    for (const std::string_view one : {":", "：", "–", "—"})
        if (sign.ends_with(one) || behind.starts_with(one)) return true;
    return false;
}

}  // namespace plancheck
