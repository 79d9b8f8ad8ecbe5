// Mail addresses whose sign stands otherwise: "name(at)unep.org", "name [at] unep [dot] org", name#unep.org, "name @ unep.org",
// "name arobase unep.org", "[email protected]".
#include <algorithm>
#include <iterator>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/hosts.hpp"
#include "text/utf8.hpp"
#include "text/value_finder.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

class ValueFinder::MaskedFinder {
public:
    explicit MaskedFinder(ValueFinder& finder) noexcept : finder_(finder), text_(finder.text_) {}

    void run(bool brackets_there) {
        if (brackets_there) protected_addresses();
        number_signs_between();
        if (brackets_there) signs_in_brackets();
        spaced_signs();
        words_before_hosts();
        // "name at unep dot org"
        if (finder_.wants(in_contact_field)) words_before_spoken_hosts();
    }

private:
    ValueFinder& finder_;
    const std::string_view text_;

    char at(std::size_t i) const noexcept { return finder_.at(i); }
    static bool is_closing(char c) noexcept { return c == ')' || c == ']' || c == '}'; }
    static bool is_opening(char c) noexcept { return c == '(' || c == '[' || c == '{'; }

    void accept(std::size_t begin, std::size_t end) {
        if (finder_.is_free(begin, end)) finder_.take(ValueType::masked, begin, end, std::string(finder_.source_of(begin, end)), false, finder_.wants(want_contacts));
    }
    std::size_t user_before(std::size_t end) const noexcept {
        std::size_t begin = end;
        while (begin > 0 && end - begin < longest_address && is_mail_character(text_[begin - 1])) --begin;
        return begin;
    }

    // What some sites put in the place of an address.
    void protected_addresses() {
        if (text_.find(']') == std::string_view::npos) return;
        for (const std::string_view sign : {"[email protected]", "[email protected ]", "email protected]"})
            for (std::size_t i = text_.find(sign); i != std::string_view::npos; i = text_.find(sign, i + 1)) accept(i, i + sign.size());
    }

    // name#unep.org, as Chinese pages write it
    void number_signs_between() {
        for (std::size_t sign = text_.find('#'); sign != std::string_view::npos; sign = text_.find('#', sign + 1)) {
            const std::size_t begin = user_before(sign);
            std::size_t end = sign + 1;
            while (end < text_.size() && end - sign < longest_address && is_host_character(text_[end])) ++end;
            while (end > sign + 1 && text_[end - 1] == '.') --end;
            if (begin != sign && !finder_.digit(begin) && is_host(text_.substr(sign + 1, end - sign - 1))) accept(begin, end);
        }
    }

    // name(at)unep.org, name [at] unep [dot] org
    void signs_in_brackets() {
        constexpr ByteSet brackets{"([{"};
        for (std::size_t open = brackets.find(text_); open < text_.size(); open = brackets.find(text_, open + 1)) {
            const std::size_t behind = behind_sign(open);
            if (behind == 0) continue;
            std::size_t user_end = open;
            while (user_end > 0 && text_[user_end - 1] == ' ') --user_end;
            std::size_t begin = user_end;
            while (begin > 0 && is_mail_character(text_[begin - 1])) --begin;
            const std::size_t host = finder_.spaces_end(behind), end = end_of_dotted_host(host);
            if (begin != user_end && end != host) accept(begin, end);
        }
    }

    // Where the bracket ends that holds nothing but the sign, or a word for it; 0: it holds something else.
    std::size_t behind_sign(std::size_t open) const {
        const Connector sign = finder_.connector_at(finder_.spaces_end(open + 1), WordKind::masked_at);
        const bool is_bare = at(open + 1) == '@' || looks_like_sign(open);
        if (sign.end == 0 && !is_bare) return 0;
        const std::size_t close = finder_.spaces_end(is_bare ? open + 2 : sign.end);
        return is_closing(at(close)) ? close + 1 : 0;
    }
    // "name(a)unep.org"
    bool looks_like_sign(std::size_t open) const noexcept {
        return at(open + 1) == 'a' && at(open + 2) == ')' && open > 0 && is_mail_character(text_[open - 1]) && is_host(text_.substr(open + 3, finder_.host_end(open + 3) - open - 3));
    }

    // "unep [dot] org"
    std::size_t end_of_dotted_host(std::size_t host) const {
        constexpr int most_parts = 5;
        std::size_t end = host;
        for (int part = 0; part < most_parts; ++part) {
            while (end < text_.size() && is_host_character(text_[end])) ++end;
            const std::size_t open = finder_.spaces_end(end);
            if (!is_opening(at(open))) break;
            const Connector word = finder_.connector_at(finder_.spaces_end(open + 1), WordKind::masked_dot);
            if (word.end == 0 && at(open + 1) != '.') break;
            const std::size_t close = finder_.spaces_end(word.end != 0 ? word.end : open + 2);
            if (!is_closing(at(close))) break;
            end = finder_.spaces_end(close + 1);
        }
        while (end > host && at(end - 1) == '.') --end;
        return end;
    }

    // "name @ unep.org"
    void spaced_signs() {
        for (std::size_t sign = text_.find('@'); sign != std::string_view::npos; sign = text_.find('@', sign + 1)) {
            if (at(sign + 1) != ' ' || sign == 0 || text_[sign - 1] != ' ') continue;
            const std::size_t host = sign + 2, begin = user_before(sign - 1), end = finder_.host_end(host);
            if (begin != sign - 1 && is_host(text_.substr(host, end - host))) accept(begin, end);
        }
    }

    void words_before_hosts() {
        for (std::size_t dot = text_.find('.'); dot != std::string_view::npos; dot = text_.find('.', dot + 1)) {
            if (dot == 0 || !is_host_character(text_[dot - 1]) || dot + 1 == text_.size() || !is_host_character(text_[dot + 1])) continue;
            const std::size_t begin = host_before(dot), end = finder_.host_end(dot);
            if (is_host(text_.substr(begin, end - begin))) spoken(begin, end);
            dot = std::max(dot, end - 1);
        }
    }
    std::size_t host_before(std::size_t end) const noexcept {
        while (end > 0 && is_host_character(text_[end - 1])) --end;
        return end;
    }

    // "unep dot org"
    void words_before_spoken_hosts() {
        for (std::size_t space = text_.find(' '); space != std::string_view::npos; space = text_.find(' ', space + 1)) {
            const std::size_t begin = host_before(space);
            std::size_t end = space;
            if (begin == space) continue;
            for (std::size_t label = end; at(end) == ' '; end = label) {
                const Connector dot = finder_.connector_at(end + 1, WordKind::masked_dot);
                label = dot.end != 0 && at(dot.end) == ' ' ? finder_.host_end(dot.end + 1) : 0;
                if (label == 0 || label == dot.end + 1) break;
            }
            if (end == space) continue;
            spoken(begin, end);
            space = end - 1;
        }
    }

    // A word for the sign before a host: "name.family chez unep.org", only where the name cannot be a word of the sentence, in brackets,
    // or in a field of contacts at the beginning of what it says; "name arobase unep.org", where the word means nothing else.
    void spoken(std::size_t host, std::size_t end) {
        constexpr std::size_t longest_sign = 16;
        if (host < 3) return;
        const bool is_spaced = text_[host - 1] == ' ';
        if (!is_spaced && static_cast<unsigned char>(text_[host - 1]) < 0x80) return;
        const std::size_t sign_end = host - (is_spaced ? 1 : 0);
        for (std::size_t sign = sign_end - 1; sign > 0 && host - sign <= longest_sign; --sign) {
            if ((static_cast<unsigned char>(text_[sign]) & 0xC0U) == 0x80U || (is_spaced && text_[sign - 1] != ' ')) continue;
            const Connector word = finder_.connector_at(sign, WordKind::masked_at);
            if (word.end != sign_end) continue;
            const std::size_t user_end = is_spaced ? sign - 1 : sign, begin = user_before(user_end);
            if (begin != user_end && (word.detail == "sign" || (is_spaced && is_user(begin, user_end, end)))) accept(begin, end);
            return;
        }
    }

    // Whether what stands before the word is a name and no word of a sentence.
    bool is_user(std::size_t begin, std::size_t user_end, std::size_t end) const {
        const std::size_t before = begin == 0 ? std::string_view::npos : text_.find_last_not_of(' ', begin - 1);
        const char opens = before == std::string_view::npos ? '\0' : text_[before];
        if ((opens == '(' || opens == '<' || opens == '[') && before + 1 == begin && (at(end) == ')' || at(end) == '>' || at(end) == ']')) return true;
        if (finder_.wants(in_contact_field) && (opens == '\0' || opens == ',' || opens == ';' || opens == ':')) return true;
        const std::string_view user = text_.substr(begin, user_end - begin);
        const std::size_t mark = user.find_first_of("._");
        return mark != user.npos && mark != 0 && mark + 1 < user.size();
    }
};

void ValueFinder::find_masked(bool brackets_there) { MaskedFinder(*this).run(brackets_there); }

namespace {

// "name#host", "host.org": a sign in a word of letters.
bool may_be_host(std::string_view text, char sign) noexcept {
    const auto letter = [&](std::size_t i) { return i < text.size() && (text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z'; };
    for (std::size_t i = text.find(sign); i != text.npos; i = text.find(sign, i + 1))
        if (i > 0 && letter(i + 1) && (letter(i - 1) || is_digit(text[i - 1]))) return true;
    return false;
}

// "(at)", "[dot]".
bool may_be_bracket(std::string_view text, char first_byte, const Language& language) {
    constexpr std::size_t longest_sign = 20;
    for (std::size_t i = text.find(first_byte); i != text.npos; i = text.find(first_byte, i + 1)) {
        const Decoded opening = decode(text, i);
        if (opening.code > 0x7F && opening.code != 0xFF08 && opening.code != 0xFF3B && opening.code != 0xFF5B) continue;  // most of them are commas
        const std::string inside = fold(whole_within(text.substr(i + opening.size), longest_sign));
        if (language.connectors.match_at(inside, 0, word_id(WordKind::masked_at), word_id(WordKind::masked_at, 0xFFFF)).end != 0 || inside.starts_with("a)") || inside.starts_with("email")) return true;
    }
    return false;
}

// Whether a text has a bracket with a word for the sign in it, or a host. Only then it is read for addresses.
bool may_mask_mail(std::string_view text, const Language& language) {
    if (may_be_host(text, '.') || may_be_host(text, '#')) return true;
    constexpr char brackets[] = {'(', '[', '{', '\xEF'};
    return std::any_of(std::begin(brackets), std::end(brackets), [&](char first_byte) { return may_be_bracket(text, first_byte, language); });
}

}  // namespace

std::size_t mail_address(std::string_view text, const Language& language) {
    if (const std::size_t sign = text.find('@'); sign != text.npos) return sign;
    if (!may_mask_mail(text, language)) return text.npos;
    for (const Value& value : find_values(text, language, want_contacts))
        if (value.type == ValueType::email || value.type == ValueType::masked) return value.begin;
    return text.npos;
}

}  // namespace plancheck
