// Addresses are found from their one certain sign: "@" for mail, "www." or "://" for the web, "+" or a label for a
// telephone. From there the finder goes left and right over the characters that such an address may hold.
#include <algorithm>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/hosts.hpp"
#include "text/utf8.hpp"
#include "text/value_finder.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

void ValueFinder::find_emails() {
    for (std::size_t sign = text_.find('@'); sign != std::string_view::npos; sign = text_.find('@', sign + 1)) {
        std::size_t begin = sign;
        while (begin > 0 && sign - begin < longest_address && is_mail_character(text_[begin - 1])) --begin;
        while (begin < sign && (text_[begin] == '.' || text_[begin] == '\'' || text_[begin] == '-')) ++begin;
        std::size_t end = sign + 1;
        while (end < text_.size() && end - sign < longest_address && is_host_character(text_[end])) ++end;
        while (end > sign + 1 && (text_[end - 1] == '.' || text_[end - 1] == '-')) --end;
        if (begin == sign || end == sign + 1 || !is_free(begin, end)) continue;
        const std::string_view user = text_.substr(begin, sign - begin);
        const bool good = is_host(text_.substr(sign + 1, end - sign - 1)) && user.back() != '.' && user.find("..") == std::string_view::npos && at(end) != '@';
        take(ValueType::email, begin, end, std::string(text_.substr(begin, end - begin)), !good, wants(want_contacts));
    }
}

std::size_t ValueFinder::host_end(std::size_t i) const noexcept {
    std::size_t end = i;
    while (end < text_.size() && end - i < longest_address && is_host_character(text_[end])) ++end;
    while (end > i && (text_[end - 1] == '.' || text_[end - 1] == '-')) --end;
    return end;
}

void ValueFinder::find_web() {
    // Every host has a point right before a letter.
    bool possible = false;
    for (std::size_t i = text_.find('.'); i < text_.size() && !possible; i = text_.find('.', i + 1)) possible = at(i + 1) >= 'a' && at(i + 1) <= 'z';
    if (!possible) return;
    // Ideographs and their signs part words as white space does; all of them are three bytes long.
    const auto wide = [&](std::size_t i) { return static_cast<unsigned char>(text_[i]) >= 0xE3 && static_cast<unsigned char>(text_[i]) <= 0xE9; };
    for (std::size_t i = 0; i < text_.size();) {
        // A token without white space or brackets around it.
        while (i < text_.size() && (text_[i] == ' ' || text_[i] == '(' || text_[i] == '<' || text_[i] == '[' || text_[i] == '"' || text_[i] == ':' || text_[i] == ',' || text_[i] == ';' || wide(i))) i += wide(i) ? 3 : 1;
        i = std::min(i, text_.size());
        const std::size_t begin = i;
        bool dotted = false;
        while (i < text_.size() && text_[i] != ' ' && text_[i] != '>' && text_[i] != '"' && text_[i] != '<' && !wide(i)) dotted = dotted || text_[i] == '.', ++i;
        if (i == begin) {
            ++i;
            continue;
        }
        if (!dotted || i - begin > 2048) continue;
        std::size_t end = i;
        while (end > begin && (at(end - 1) == '.' || at(end - 1) == ',' || at(end - 1) == ';' || at(end - 1) == ':' || at(end - 1) == ')' || at(end - 1) == ']')) {
            if (at(end - 1) == ')' && text_.substr(begin, end - begin - 1).find('(') != std::string_view::npos) break;
            --end;
        }
        std::string_view token = text_.substr(begin, end - begin);
        std::size_t start = begin;
        bool certain = false;
        for (const std::string_view scheme : {"https://", "http://"}) {
            if (const std::size_t p = token.find(scheme); p != std::string_view::npos) {
                start = begin + p + scheme.size();
                certain = true;
                break;
            }
        }
        const std::size_t shown = certain ? begin + token.find("http") : begin;
        const std::string_view rest = text_.substr(start, end - start);
        const std::string_view host = rest.substr(0, rest.find_first_of("/?#:"));
        if (!is_host(host) || host.find('@') != std::string_view::npos || host.size() > longest_address || !is_free(shown, end)) continue;
        certain = certain || host.starts_with("www.");
        if (!certain) {
            const std::string_view top = host.substr(host.rfind('.') + 1);
            if (std::find(std::begin(known_host_ends), std::end(known_host_ends), top) == std::end(known_host_ends) || host.find('.') < 2) continue;
        }
        // The path as it was written, the host in lower case.
        std::string value(host);
        value += source_of(start + host.size(), end);
        while (value.ends_with('/')) value.pop_back();
        take(ValueType::web, shown, end, std::move(value), false, wants(want_contacts));
    }
}

// Digits with the signs that stand in numbers; the value is empty unless there are enough.
std::string ValueFinder::telephone_at(std::size_t i, std::size_t least, std::size_t& end) const {
    std::string value;
    std::size_t last = i;
    if (at(i) == '+') {
        value = "+";
        last = i = i + 1;
    }
    for (std::size_t gap = 0; i < text_.size() && gap <= 2; ++i) {
        if (digit(i)) {
            // "(0)" is dialled at home only.
            const bool home = at(i) == '0' && at(i - 1) == '(' && at(i + 1) == ')' && value.size() > 1 && value[0] == '+';
            if (!home) value.push_back(text_[i]);
            last = i + 1;
            gap = 0;
        } else if (at(i) == ' ' || at(i) == '(' || at(i) == ')' || at(i) == '-' || at(i) == '.' || at(i) == '/') {
            ++gap;
        } else {
            break;
        }
        if (value.size() > 16) return std::string();
    }
    end = last;
    const std::size_t digits = value.size() - (value.starts_with('+') ? 1 : 0);
    // In scripts without spaces the next word stands right behind it.
    const bool ends = !word(last) || static_cast<unsigned char>(at(last)) >= 0x80;
    return digits >= least && digits <= 15 && ends ? value : std::string();
}

// As it is dialled at home: nine digits at least, of which the first is a zero, stands in brackets or has a hyphen behind
// its group, or pairs of digits, or four at the end of shorter groups; an amount or a year has none of these.
bool ValueFinder::is_dialled(std::size_t i) const noexcept {
    if (at(i) == '(' || at(i) == '0') return true;
    const std::size_t end = digits_end(i);
    if ((at(end) == '-' && digit(end + 1) && end - i <= 4) || (at(i) == '1' && end - i == 11)) return true;
    std::size_t groups = 1, last = end - i, longest = last;
    bool pairs = last == 2;
    for (std::size_t p = end; (at(p) == ' ' || at(p) == '.') && digit(p + 1) && groups < 8; ++groups) {
        const std::size_t next = digits_end(p + 1);
        longest = std::max(longest, last);
        last = next - p - 1;
        pairs = pairs && last == 2;
        p = next;
    }
    return (pairs && groups >= 5) || (groups >= 3 && last == 4 && longest <= 3);
}

namespace {

constexpr std::size_t least_dialled = 9;  // digits

}  // namespace

bool ValueFinder::may_hold_dialled() const {
    for (std::size_t i = ascii_digits.find(text_); i < text_.size(); i = ascii_digits.find(text_, digits_end(i))) {
        const std::size_t begin = i > 0 && text_[i - 1] == '(' ? i - 1 : i;
        std::size_t end = begin;
        if ((begin != i || is_dialled(i)) && (!telephone_at(begin, least_dialled, end).empty() || !telephone_at(i, least_dialled, end).empty())) return true;
    }
    return false;
}

// "2027-2028"
bool ValueFinder::is_years(std::size_t i) const noexcept {
    const auto year = [&](std::size_t from) { return digits_end(from) == from + 4 && (text_.substr(from).starts_with("19") || text_.substr(from).starts_with("20")); };
    return year(i) && (at(i + 4) == '-' || at(i + 4) == '/') && year(i + 5) && text_.substr(i, 4) < text_.substr(i + 5, 4);
}

void ValueFinder::find_telephones() {
    const auto accept = [&](std::size_t begin, std::size_t least) {
        std::size_t end = begin;
        std::string value = telephone_at(begin, least, end);
        if (value.empty() || !is_free(begin, end)) return false;
        take(ValueType::telephone, begin, end, std::move(value), false, wants(want_contacts));
        return true;
    };
    for (std::size_t i = text_.find('+'); i != std::string_view::npos; i = text_.find('+', i + 1)) {
        if (!word_before(i) || static_cast<unsigned char>(text_[i - 1]) >= 0x80) accept(i, 7);
    }
    // "0041 22 555 01 01": no amount begins with two zeros.
    for (std::size_t i = text_.find("00"); i != std::string_view::npos; i = text_.find("00", i + 1)) {
        constexpr std::size_t least_abroad = 11;  // digits
        if ((i == 0 || !word_before(i)) && digit(i + 2 + (at(i + 2) == ' ' ? 1 : 0)) && at(i + 2) != '0') accept(i, least_abroad);
    }
    if (has_hits(WordKind::telephone_label))
        for (const TermHit& hit : hits_) {
            if (kind_of_word(hit.id) != WordKind::telephone_label) continue;
            std::size_t i = hit.end;
            while (at(i) == ' ' || at(i) == ':' || at(i) == '.') ++i;
            if (is_years(at(i) == '(' ? i + 1 : i)) continue;  // "la unidad móvil (2027-2028)"
            // "tel. 28 305", as on islands and in districts.
            const bool local = wants(in_contact_field) || at(i - 1) == '.' || (at(i - 1) == ' ' && at(i - 2) == '.');
            if (at(i) == '(' || digit(i) || at(i) == '+') accept(i, local ? 5 : 6);
        }
    const bool any = wants(in_telephone_field);
    if (!any && !wants(in_contact_field)) return;
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if ((digit(i) || (at(i) == '(' && digit(i + 1))) && (i == 0 || !word_before(i)) && used_[i] == 0) {
            if ((!any && !is_dialled(i)) || !accept(i, any ? 6 : least_dialled)) i = std::max(i, digits_end(i));
        }
    }
}

}  // namespace plancheck
