// A marker is a sign or a number, something that closes it, and white space. Letters are read as letters and as Roman
// numerals; which of them was meant shows only in the sequence.
#include <optional>

#include "read/lines.hpp"
#include "text/characters.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

std::optional<ListMarker> bullet(std::string_view line) {
    constexpr std::size_t longest_pictures = 40;  // bytes
    const Decoded first = decode(line, 0);
    const bool dash = first.code == '-' || first.code == 0x2013 || first.code == 0x2014 || first.code == 0x2212;
    const std::size_t blanks = white_at(line, first.size);
    // ". Visit sites", as AsciiDoc numbers items.
    const bool dot = first.code == '.' && blanks == 1 && first.size + blanks < line.size() && is_letter_or_digit(decode(line, first.size + blanks).code);
    const bool is_operator = first.code >= 0x2200 && first.code < 0x2400;  // of a formula
    const std::size_t pictures = is_operator || is_bullet(first.code) ? 0 : pictures_at(line.substr(0, longest_pictures));
    if (pictures != 0 && white_at(line, pictures - 1) != 0) {
        ListMarker made;
        made.kind = ListMarker::Kind::dash;
        made.sign = U'\u2192';  // one list may have a picture of its own for each item
        made.label = trimmed(line.substr(0, pictures));
        made.size = pictures;
        return made;
    }
    if (!dash && !dot && !is_bullet(first.code)) return std::nullopt;
    if (blanks == 0 || first.size + blanks == line.size()) {
        // Signs of symbol fonts often stand close to the text.
        const bool private_use = first.code >= 0xE000 && first.code <= 0xF8FF;
        if ((!private_use && first.code != 0x2022) || first.size == line.size()) return std::nullopt;
    }
    ListMarker made;
    made.kind = dash ? ListMarker::Kind::dash : ListMarker::Kind::bullet;
    // What a symbol font or a lost character stood for is not known.
    made.sign = first.code == 0xFFFD || (first.code >= 0xE000 && first.code <= 0xF8FF) ? U'•' : first.code;
    made.label = line.substr(0, first.size);
    made.size = first.size + blanks;
    return made;
}

// "n° 1", "N.º 1", "No. 1", "№ 1", "#1" up to the digits; 0: no such sign.
std::size_t number_sign_size(std::string_view line) noexcept {
    std::size_t at = decode(line, 0).size;
    const char32_t first = decode(line, 0).code;
    if (first == 'n' || first == 'N') {
        if (line.substr(at).starts_with('.')) ++at;
        const Decoded second = decode(line, at);
        if (second.code != 'o' && second.code != 0xB0 && second.code != 0xBA) return 0;
        at += second.size;
        if (second.code == 'o' && line.substr(at).starts_with('.')) ++at;
        else if (second.code == 'o' && white_at(line, at) == 0) return 0;
    } else if (first != '#' && first != 0x2116) {
        return 0;
    }
    at += white_at(line, at);
    return digit_of(decode(line, at).code) < 10 ? at : 0;
}

// What such a sign makes an item: a number, and what closes it or a capital.
std::optional<ListMarker> behind_number_sign(std::string_view line) {
    std::size_t at = number_sign_size(line);
    if (at == 0) return std::nullopt;
    ListMarker made;
    made.kind = ListMarker::Kind::decimal;
    made.sign = U'№';
    Decoded c = decode(line, at);
    for (int digits = 0; digit_of(c.code) < 10; c = decode(line, at), ++digits) {
        if (digits == 3) return std::nullopt;
        made.value = made.value * 10 + digit_of(c.code);
        at += c.size;
    }
    made.label = line.substr(0, at);
    const bool closes = c.code == '.' || c.code == ')' || c.code == ':' || c.code == 0xFF1A || c.code == 0x3001;
    if (closes) at += c.size;
    std::size_t words = at + white_at(line, at);
    const Decoded dash = decode(line, words);
    const bool dashed = !closes && words != at && (dash.code == '-' || dash.code == 0x2013 || dash.code == 0x2014);
    if (dashed) words += dash.size + white_at(line, words + dash.size);
    const char32_t next = decode(line, words).code;
    if (made.value == 0 || words == at || words >= line.size() || (!closes && !dashed && !is_upper(next) && next < 0x590)) return std::nullopt;
    made.size = words;
    return made;
}

// ① and the like close themselves.
std::optional<ListMarker> enclosed(std::string_view line) {
    const auto [value, sign] = enclosed_number(line);
    const std::size_t size = sign + white_at(line, sign);
    if (value == 0 || size >= line.size()) return std::nullopt;
    ListMarker made;
    made.kind = ListMarker::Kind::decimal;
    made.value = value;
    made.sign = U'\u2460';
    made.label = line.substr(0, sign);
    made.size = size;
    return made;
}

// A number or a letter and what closes it: "1." "2)" "(3)" "a)" "iv." "1、".
class ClosedMarker {
public:
    explicit ClosedMarker(std::string_view line) : line_(line), next_(decode(line, 0)) {}

    std::optional<ListMarker> read() {
        open_ = next_.code == '(' || next_.code == 0xFF08;
        if (open_) pass(next_.size);
        const bool found = digit_of(next_.code) < 10 ? number() : letter_of_alphabet() || latin_letters();
        if (!found || !close()) return std::nullopt;
        return made_;
    }

private:
    const std::string_view line_;
    std::size_t at_ = 0;
    Decoded next_;      // what stands there
    bool open_ = false;
    ListMarker made_;

    void pass(std::size_t size) {
        at_ += size;
        next_ = decode(line_, at_);
    }

    bool number() {
        made_.kind = ListMarker::Kind::decimal;
        for (int digits = 0; digit_of(next_.code) < 10; ++digits) {
            if (digits == 3) return false;
            made_.value = made_.value * 10 + digit_of(next_.code);
            pass(next_.size);
        }
        return made_.value != 0;
    }

    // Of another script, with a bracket behind it alone.
    bool letter_of_alphabet() {
        const std::uint32_t place = place_in_alphabet(next_.code);
        if (open_ || place == 0 || !line_.substr(at_ + next_.size).starts_with(')')) return false;
        made_.kind = ListMarker::Kind::lower_letter;
        made_.value = place;
        made_.roman = place_in_modern_order(next_.code);
        pass(next_.size);
        return true;
    }

    // Roman capitals number sections, never items.
    bool latin_letters() {
        constexpr std::size_t most = 6;
        std::size_t end = at_;
        while (end < line_.size() && end - at_ < most && ((line_[end] >= 'a' && line_[end] <= 'z') || (line_[end] >= 'A' && line_[end] <= 'Z'))) ++end;
        const std::string_view letters = line_.substr(at_, end - at_);
        if (letters.empty()) return false;
        const bool upper = letters.front() <= 'Z';
        made_.kind = upper ? ListMarker::Kind::upper_letter : ListMarker::Kind::lower_letter;
        if (!upper) made_.roman = roman_value(letters).value_or(0);
        if (letters.size() == 1) made_.value = static_cast<std::uint32_t>(letters.front() - (upper ? 'A' : 'a') + 1);
        pass(letters.size());
        return made_.value != 0 || made_.roman != 0;
    }

    // What a marker of this kind is closed with, or 0.
    char32_t closing_sign() const {
        const bool bracket = next_.code == ')' || next_.code == 0xFF09;
        if (open_) return bracket ? U'(' : 0;
        if (bracket) return U')';
        if (next_.code == '.' || next_.code == 0x3001 || next_.code == 0xFF0E) return U'.';
        if (made_.kind != ListMarker::Kind::decimal) return 0;
        const std::size_t white = white_at(line_, at_ + 1);
        if (next_.code == '/' && white != 0) return U'/';
        // "1- Measure", as French and Arabic lists are typed; "10- 20 sites" counts.
        return next_.code == '-' && white != 0 && digit_of(decode(line_, at_ + 1 + white).code) == 10 ? U'-' : 0;
    }

    // And where the item's text begins.
    bool close() {
        made_.sign = closing_sign();
        if (made_.sign == 0) return false;
        const bool wide = next_.code > 0x7F;
        const bool dot = next_.code == '.';
        pass(next_.size);
        // "1.- Title"
        if (dot && made_.kind == ListMarker::Kind::decimal && next_.code == '-' && white_at(line_, at_ + 1) != 0) pass(1);
        const std::size_t blanks = white_at(line_, at_);
        made_.label = line_.substr(0, at_);
        made_.size = at_ + blanks;
        return (blanks != 0 || wide) && made_.size < line_.size();
    }
};

}  // namespace

std::optional<ListMarker> list_marker(std::string_view line) {
    const std::size_t marks = marks_at(line, 0);
    const std::string_view own = line.substr(marks);
    std::optional<ListMarker> made = bullet(own);
    if (!made) made = behind_number_sign(own);
    if (!made) made = enclosed(own);
    if (!made) made = ClosedMarker(own).read();
    if (made) made->size += marks;
    return made;
}

bool follows(const ListMarker& before, const ListMarker& next) noexcept {
    if (before.kind != next.kind || before.sign != next.sign) return false;
    if (before.value != 0 && next.value == before.value + 1) return true;
    return before.roman != 0 && next.roman == before.roman + 1;
}

bool heads_same_list(std::string_view above, std::string_view line, std::string_view below) {
    constexpr std::size_t longest = 40;  // columns
    if (!(line.ends_with(':') || line.ends_with("\uFF1A")) || !fits_in(line, longest)) return false;
    const auto first = list_marker(above), second = list_marker(below);
    return first && second && first->value + first->roman == 0 && second->value + second->roman == 0 && first->sign == second->sign;
}

}  // namespace plancheck
