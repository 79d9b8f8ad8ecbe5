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

// The parts of a core fill value, roman, parent and shape; false: there is none at `at`.
//
// "A1", "OE-2", "A.2": up to three letters, the first a capital, and a number; of one letter with a sign behind it the number is
// of its second level.
bool read_latin_code(std::string_view text, std::string_view word, std::size_t end, Ordinal& label, Core& core) {
    std::size_t digits = end;
    if (digits < text.size() && (text[digits] == '.' || text[digits] == '-')) ++digits;
    if (word.size() > 3 || !is_upper_letter(word[0])) return false;
    std::size_t stop = digits;
    while (stop < text.size() && is_digit(text[stop])) ++stop;
    if (stop == digits || stop - digits > 3 || (stop < text.size() && is_letter(text[stop]))) return false;
    const bool second_level = word.size() == 1 && digits != end;
    label.value = whole_number(text.substr(digits, stop - digits));
    if (second_level) label.parent = static_cast<std::uint32_t>(word[0] - 'A' + 1);
    label.shape += second_level ? "L.D" : "C" + std::string(word) + "D";
    core = {stop, true, false};
    further_levels(text, label, core);
    return true;
}

// A code, a letter or a Roman numeral.
bool read_latin_core(std::string_view text, std::size_t at, Ordinal& label, Core& core) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (read_latin_code(text, word, end, label, core)) return true;
    const auto roman = word.size() <= 5 ? roman_value(word) : std::nullopt;
    if (word.size() > 1 && !roman) return false;
    label.roman = roman.value_or(0);
    label.value = word.size() > 1 ? *roman : static_cast<std::uint32_t>(is_lower(word[0]) ? word[0] - 'a' + 1 : word[0] - 'A' + 1);
    label.shape += is_lower(word[0]) ? "l" : "L";
    core = {end, false, true};
    return true;
}

bool read_cyrillic_core(std::string_view text, std::size_t at, Ordinal& label, Core& core) {
    const Decoded sign = decode(text, at), after = decode(text, at + sign.size);
    if (after.size != 0 && is_letter_or_digit(after.code)) return false;
    label.value = cyrillic_letter(sign.code);
    label.shape += is_upper(sign.code) ? "K" : "k";
    core = {at + sign.size, false, true};
    return true;
}

// "2", "2.1"; "820.000 euros" is an amount.
bool read_decimal_core(std::string_view text, std::size_t at, Ordinal& label, Core& core) {
    for (std::size_t from = at;;) {
        std::size_t end = from;
        while (end < text.size() && is_digit(text[end])) ++end;
        if (end == from || end - from > (from == at ? 3U : 2U)) return false;
        label.parent = core.levels ? label.value : 0;
        label.value = whole_number(text.substr(from, end - from));
        label.shape += core.levels ? ".D" : "D";
        core.end = end;
        if (end + 1 >= text.size() || text[end] != '.' || !is_digit(text[end + 1])) return true;
        core.levels = true;
        from = end + 1;
    }
}

bool read_core(std::string_view text, std::size_t at, Ordinal& label, Core& core) {
    if (at < text.size() && is_letter(text[at])) return read_latin_core(text, at, label, core);
    if (cyrillic_letter(decode(text, at).code) != 0) return read_cyrillic_core(text, at, label, core);
    return read_decimal_core(text, at, label, core);
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

// "م1": a letter and a number; where a word may be glued to a number ("و10 مواقع") the letter is none.
bool read_arabic_code(std::string_view text, std::size_t at, Ordinal& label, Core& core) {
    constexpr std::u32string_view glued = U"وفلكبس";
    const Decoded letter = decode(text, at);
    if (letter.code < 0x621 || letter.code > 0x64A || glued.find(letter.code) != glued.npos) return false;
    const std::size_t digits = at + letter.size;
    std::size_t stop = digits;
    while (stop < text.size() && is_digit(text[stop])) ++stop;
    if (stop == digits || stop - digits > 2 || (stop < text.size() && is_letter_or_digit(decode(text, stop).code))) return false;
    label.value = whole_number(text.substr(digits, stop - digits));
    label.shape += "C" + std::string(text.substr(at, letter.size)) + "D";
    core = {stop, true, false};
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

std::optional<Ordinal> enclosed_label(std::string_view text) {
    const auto [value, size] = enclosed_number(text);
    if (value == 0) return std::nullopt;
    Ordinal label;
    label.value = value;
    label.shape = "c";
    label.text = std::to_string(value);
    label.size = static_cast<std::uint32_t>(size + white_at(text, size));
    return label;
}

constexpr std::u32string_view heavenly_stems = U"甲乙丙丁戊己庚辛壬癸";

// 甲、 乙、 丙、
std::optional<Ordinal> stem(std::string_view text) {
    const Decoded sign = decode(text, 0), next = decode(text, sign.size);
    if (next.code != 0x3001 && next.code != 0xFF0E && next.code != '.' && next.code != 0xFF1A && next.code != ':') return std::nullopt;
    Ordinal label;
    label.value = static_cast<std::uint32_t>(heavenly_stems.find(sign.code) + 1);
    label.shape = "s";
    label.text = std::string(text.substr(0, sign.size));
    label.size = static_cast<std::uint32_t>(sign.size + next.size + white_at(text, sign.size + next.size));
    return label;
}

// A label of ASCII, or in another script; marks of direction before it are passed over.
class LabelReader {
public:
    LabelReader(std::string_view text, LabelContext context) noexcept : text_(text), context_(context) {}

    std::optional<Ordinal> read() {
        if (auto enclosed = enclosed_label(text_)) return enclosed;
        open_bracket();
        const bool other_script = at_ < text_.size() && static_cast<unsigned char>(text_[at_]) >= 0x80;
        if (other_script) {
            if (!read_cyrillic_code(text_, at_, label_, core_) && !read_arabic_code(text_, at_, label_, core_)) return in_other_script();
        } else if (!read_core(text_, at_, label_, core_)) {
            return std::nullopt;
        }
        if (context_ == LabelContext::worded && closing_ == 0 && !core_.letters && !core_.levels) read_dashed(text_, label_, core_);
        label_.text = std::string(text_.substr(at_, core_.end - at_));
        end_ = core_.end;
        if (!close() || !is_closed_ || is_initial()) return std::nullopt;
        label_.size = static_cast<std::uint32_t>(end_ + white_at(text_, end_));
        return label_;
    }

private:
    const std::string_view text_;
    const LabelContext context_;
    Ordinal label_;
    Core core_;
    std::size_t at_ = 0;   // of the core
    std::size_t end_ = 0;  // of the label, as far as it was read
    char closing_ = 0;     // the bracket that ends it
    bool is_closed_ = false;

    void open_bracket() {
        if (text_.empty() || (text_[0] != '(' && text_[0] != '[')) return;
        closing_ = text_[0] == '(' ? ')' : ']';
        label_.shape += text_[0];
        at_ = 1;
    }

    std::optional<Ordinal> in_other_script() const {
        if (at_ == 0) {
            if (heavenly_stems.find(decode(text_, 0).code) != std::u32string_view::npos) return stem(text_);
        }
        if (auto letter = letter_and_number(text_, at_, context_)) return letter;
        const auto numeral = parse_numeral(text_, Languages::built_in(), SectionWords::none);
        const char32_t sign = decode(text_, at_).code;
        if (cyrillic_letter(sign) != 0 && (!numeral || numeral->bare || numeral->style < NumeralStyle::ordinal_word)) return cyrillic_label(text_, at_, context_);
        if (!numeral || (numeral->bare && !stands_apart(*numeral))) return std::nullopt;
        const bool is_own = (sign >= 0x660 && sign <= 0x6F9) || is_caseless(sign) || sign == 0xFF08;  // ١. and أ) and （1）
        if (numeral->style < NumeralStyle::ordinal_word && !is_own) return std::nullopt;
        Ordinal label;
        label.value = numeral->value;
        label.shape = "#" + std::to_string(static_cast<int>(numeral->style));
        label.text = std::to_string(numeral->value);
        label.size = numeral->size;
        if (numeral->style == NumeralStyle::lower_letter) label.roman = place_in_modern_order(sign);
        return label;
    }
    // "目标一 到2028年底": a space parts it from what follows.
    bool stands_apart(const Numeral& numeral) const noexcept {
        return context_ == LabelContext::worded && numeral.style >= NumeralStyle::chinese && numeral.size < text_.size() && white_at(text_, numeral.size - 1) != 0;
    }

    // Each branch is one way to end a label; false where what stands there says that it is none.
    bool close() {
        is_closed_ = context_ == LabelContext::automatic || (end_ == text_.size() && context_ != LabelContext::typed);
        const char next = end_ < text_.size() ? text_[end_] : '\0';
        const std::size_t white = white_at(text_, end_);
        if (closing_ != 0) {
            if (next != closing_) return false;
            end_by(1, closing_);
        } else if (next == ')' || next == '.' || next == ':') {
            return close_by(next);
        } else if (const Decoded degree = decode(text_, end_); !core_.letters && (degree.code == 0xB0 || degree.code == 0xBA) && is_white_space(decode(text_, end_ + degree.size).code)) {
            end_by(degree.size, 'o');  // "1° Measure …"
        } else if (next == '/' && !core_.letters && !core_.levels && is_white_space(decode(text_, end_ + 1).code)) {
            end_by(1, next);  // "1/ Measure"
        } else if (const std::size_t wide = wide_sign_at(text_, end_, context_); wide != 0) {
            end_by(wide, 'w');
        } else if (const std::size_t dash = dash_at(text_, end_ + white); dash != 0) {
            // "5 - 10 sites" is a range; "1- Sites" is how many French and Arabic lists are typed.
            const std::size_t behind = end_ + white + dash, space = white_at(text_, behind);
            if (space != 0 && !(behind + space < text_.size() && is_digit(text_[behind + space]) && may_be_range(behind + space))) end_by(white + dash, '-');
        } else if (white != 0 && end_ + white < text_.size() && text_[end_ + white] == ':' && (context_ != LabelContext::typed || !core_.letters)) {
            end_by(white + 1, ':');  // French sets a space before it
        } else if (white != 0) {
            is_closed_ = is_closed_ || ends_at_white(white);
        } else {
            // "P1转产", "A-1在四国…": Chinese needs no space behind a letter and a number.
            is_closed_ = is_closed_ || (is_ideograph(decode(text_, end_).code) && is_short_code());
        }
        return true;
    }
    // "Objective A – 70 % of clinics", "Objective 1 – 25 countries": behind a word for what is counted the numbers of a range are near.
    bool may_be_range(std::size_t at) const {
        constexpr std::uint32_t widest = 9;
        if (context_ != LabelContext::worded) return true;
        const std::size_t end = std::min(text_.find_first_not_of("0123456789", at), text_.size());
        const std::uint32_t last = end - at > 4 ? 0 : whole_number(text_.substr(at, end - at));
        return !core_.letters && last > label_.value && last - label_.value <= widest;
    }
    void end_by(std::size_t size, char sign) {
        end_ += size;
        label_.shape += sign;
        is_closed_ = true;
    }

    bool close_by(char sign) {
        const Decoded after = decode(text_, end_ + 1 + marks_at(text_, end_ + 1));
        // "1.º Medir …"
        const bool is_raised = sign == '.' && !core_.letters && (after.code == 0xB0 || after.code == 0xBA || after.code == 0xAA) &&
                               (end_ + 1 + after.size == text_.size() || is_white_space(decode(text_, end_ + 1 + after.size).code));
        const bool is_joined = after.size != 0 && !is_white_space(after.code);
        if (is_raised) end_ += after.size;
        else if (sign == '.' && is_joined && !is_upper(after.code) && !is_caseless(after.code) && !is_ideograph(after.code)) return false;  // "1.测量" is numbered, "1.a" is not
        if (sign == ':' && is_joined && context_ == LabelContext::typed) return false;
        end_by(1, sign);
        return true;
    }

    bool is_code_of_letters() const noexcept { return label_.shape == "L.D" || label_.shape.starts_with("C"); }
    bool is_short_code() const noexcept { return label_.shape == "L.D" || (label_.shape.size() == 3 && label_.shape[0] == 'C'); }

    // White space alone, where what follows begins a text.
    bool ends_at_white(std::size_t white) const {
        constexpr std::size_t longest_levels = 8;
        const bool is_worded = context_ == LabelContext::worded;
        const Decoded after = decode(text_, end_ + white);
        if (text_[end_] == '\t' || (is_worded && decode(text_, end_).code == 0x3000)) return true;  // "工作1.1　31座…"
        if (label_.shape == "D.D.D" && label_.text.size() <= longest_levels && is_word_character(after.code)) return true;  // "6.1.1 number of sites"; a day has a longer year
        if (!core_.levels && !is_worded) return false;
        return after.size == 0 || is_upper(after.code) || is_caseless(after.code) || (is_ideograph(after.code) && (is_worded || is_code_of_letters()));
    }

    // "V. M. Name" is a name.
    bool is_initial() const noexcept {
        if (!core_.letters || context_ != LabelContext::typed || closing_ != 0 || end_ >= text_.size()) return false;
        const std::size_t word = end_ + white_at(text_, end_);
        return word + 1 < text_.size() && is_upper_letter(text_[word]) && text_[word + 1] == '.';
    }
};

std::optional<Ordinal> plain_ordinal_at(std::string_view text, LabelContext context) {
    std::size_t marks = 0;
    while (const std::size_t more = marks_at(text, marks)) marks += more;
    auto label = LabelReader(text.substr(marks), context).read();
    if (label) label->size += static_cast<std::uint32_t>(marks);
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
    const bool symbol = is_bullet(d.code) || is_box(d.code) || d.code == '-' || (d.code >= 0x2012 && d.code <= 0x2014);
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
