// Names are looked for only in a field where names stand: between commas, semicolons, dashes, brackets and line breaks,
// in what no other finder took. A personal title makes a person for certain; two to four words of capital letters, none
// of them a word of organisations, a likely one (ambiguous); other text that begins with a capital letter, a digit-free
// run that holds a word of organisations, or an acronym is an organisation. In a script without spaces the title stands
// behind the name, two or three characters without a word of organisations are a likely person, and a space parts a name
// from its organisation.
#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/value_finder.hpp"

namespace plancheck {

namespace {

struct Shape {
    std::size_t words = 0;
    std::size_t capitalised = 0;
    std::size_t acronyms = 0;
    std::size_t longest = 0;
    bool first_capital = false;
    bool digits = false;
    bool ideographs = false;
    bool caseless = false;  // of a script without capitals
};

Shape shape_of(std::string_view source) {
    Shape shape;
    bool in_word = false;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool begins_upper = false;
    const auto close = [&] {
        if (!in_word) return;
        in_word = false;
        ++shape.words;
        shape.longest = std::max(shape.longest, letters);
        if (begins_upper) ++shape.capitalised;
        if (letters >= 2 && capitals == letters) ++shape.acronyms;
        if (shape.words == 1) shape.first_capital = begins_upper;
    };
    for (std::size_t at = 0; at < source.size();) {
        const Decoded d = decode(source, at);
        at += d.size;
        if (d.code == '\'' || d.code == 0x2019 || (d.code == '-' && in_word)) {
            if (d.code != '-' && in_word && letters <= 1) {  // d'Abidjan, l'Agence: the elided word is no word
                in_word = false;
            }
            continue;
        }
        if (!is_letter_or_digit(d.code) && !(d.code >= 0x300 && d.code < 0x370)) {
            close();
            continue;
        }
        if (!in_word) {
            in_word = true;
            letters = capitals = 0;
            begins_upper = is_upper(d.code);
        }
        shape.digits = shape.digits || (d.code >= '0' && d.code <= '9');
        shape.ideographs = shape.ideographs || is_ideograph(d.code);
        shape.caseless = shape.caseless || (d.code >= 0x590 && is_caseless(d.code));
        ++letters;
        capitals += is_upper(d.code) ? 1 : 0;
    }
    close();
    return shape;
}

// Bytes of folded text that are a border between names, and those that one may begin with.
constexpr ByteSet borders{",;:()/|[]\n\""}, may_be_border{" -\xE3\xE4\xE5"}, signs{",;:()/|[]\n\" -\xE3\xE4\xE5"};

// A text that begins with a small letter and holds none but of scripts with capitals.
bool is_small(std::string_view source) noexcept {
    for (std::size_t at = 0; at < source.size();) {
        const Decoded d = decode(source, at);
        if (is_letter_or_digit(d.code)) {
            if (is_upper(d.code)) return false;
            break;
        }
        at += d.size;
    }
    // All letters before U+0580 have capitals; their first bytes are smaller. What is elided is no word ("l'Agence").
    return std::all_of(source.begin(), source.end(), [](char c) { return static_cast<unsigned char>(c) < 0xD6 && c != '\''; });
}

bool may_begin_title(char32_t c) noexcept { return is_upper(c) || is_caseless(c); }

}  // namespace

void ValueFinder::find_names() {
    // A space between ideographs: a word of organisations or a title ends right before it or lies behind it.
    const auto parts_names = [&](std::size_t space) {
        return std::any_of(hits_.begin(), hits_.end(), [&](const TermHit& hit) {
            const WordKind kind = kind_of_word(hit.id);
            return (kind == WordKind::organisation_word || kind == WordKind::person_title) && (hit.end == space || hit.begin > space);
        });
    };
    const bool one_line = source_.find('\n') == std::string_view::npos;
    const auto is_border = [&](std::size_t i) {
        const char c = text_[i];
        if (used_[i] != 0 || borders.has(c)) return true;
        if (!may_be_border.has(c)) return false;
        if (c == '-') return i > 0 && text_[i - 1] == ' ' && at(i + 1) == ' ';
        if (c == ' ') {
            const bool between = i > 0 && static_cast<unsigned char>(text_[i - 1]) >= 0x80 && is_ideograph(decode_before(text_, i).code) &&
                                 i + 1 < text_.size() && is_ideograph(decode(text_, i + 1).code);
            // A line break of the source was folded to a space.
            return (between && parts_names(i)) || (!one_line && source_[source_begin(i)] == '\n');
        }
        const std::string_view sign = text_.substr(i, 3);
        if (sign == "、" || sign == "。" || sign == "《" || sign == "》") return true;
        // 研究所和联盟: what joins names written together, right behind a word of organisations or a title.
        return (sign == "和" || sign == "与" || sign == "及") && std::any_of(hits_.begin(), hits_.end(), [&](const TermHit& hit) {
                   const WordKind kind = kind_of_word(hit.id);
                   return (kind == WordKind::organisation_word || kind == WordKind::person_title) && hit.end == i;
               });
    };
    // "Сеть «Чистое здоровье»": what a word of organisations has behind it in quotes is part of its name.
    const auto behind_quoted_part = [&](std::size_t begin, std::size_t end) {
        if (at(end) != '"' || end == begin || text_[end - 1] != ' ') return end;
        const bool organisation = std::any_of(hits_.begin(), hits_.end(), [&](const TermHit& hit) {
            return hit.begin >= begin && hit.end <= end && kind_of_word(hit.id) == WordKind::organisation_word;
        });
        if (!organisation) return end;
        std::size_t close = end + 1;
        while (close < text_.size() && !is_border(close)) close += decode(text_, close).size;
        return at(close) == '"' && close > end + 1 ? close + 1 : end;
    };
    // "Roe A. B.", "Roe A.B.": the last stop belongs to the name.
    const auto ends_in_initials = [&](std::size_t end) {
        const auto initial = [&](std::size_t stop) {  // where the letter before a stop begins; 0: none alone
            if (stop < 3 || at(stop - 1) != '.') return std::size_t{0};
            const Decoded letter = decode_before(text_, stop - 1);
            const std::size_t begin = stop - 1 - letter.size;
            return begin > 0 && is_letter_or_digit(letter.code) && is_upper(decode(source_of(begin, stop), 0).code) && (at(begin - 1) == ' ' || at(begin - 1) == '.') ? begin : 0;
        };
        const std::size_t last = initial(end);
        return last != 0 && initial(at(last - 1) == ' ' ? last - 1 : last) != 0;
    };
    // At the start of the name, or behind an article written together with it.
    const auto begins_name = [&](std::size_t at, std::size_t name) {
        const auto& prefixes = language_.attached_prefixes;
        return at == name || (at > name && std::find(prefixes.begin(), prefixes.end(), text_.substr(name, at - name)) != prefixes.end());
    };
    for (std::size_t i = 0; i < text_.size();) {
        if (is_border(i) || text_[i] == ' ') {
            i += decode(text_, i).size;
            continue;
        }
        std::size_t end = i;
        for (; end < text_.size(); ++end)
            if ((used_[end] != 0 || signs.has(text_[end])) && is_border(end)) break;
        end = behind_quoted_part(i, end);
        const std::size_t next = end;
        // What a colon ends is a label.
        const bool before_colon = at(end) == ':';
        while (end > i && (text_[end - 1] == ' ' || (text_[end - 1] == '.' && !hit_at(i, WordKind::person_title) && !ends_in_initials(end)))) --end;
        std::size_t begin = i;
        i = next;
        // "Ms Roe (Lake Institute). Members of the area": what a stop begins is another sentence.
        const bool sentence = at(begin) == '.' && begin > 0 && (used_[begin - 1] != 0 || borders.has(at(begin - 1)));
        while (begin < end && (at(begin) == '.' || at(begin) == ' ')) ++begin;
        // "Roe A. (Lake Institute) and Poe B. (Mill Town)"
        if (begin > 1 && text_[begin - 1] == ' ' && at(begin - 2) == ')')
            for (const std::string& joint : language_.joints)
                if (text_.substr(begin, end - begin).starts_with(joint) && at(begin + joint.size()) == ' ') {
                    begin += joint.size() + 1;
                    break;
                }
        if (begin >= end || end - begin > 200) continue;

        bool titled = false;
        bool label = before_colon;
        bool of_organisations = false;
        std::size_t name_end = end, last_word = end;
        std::size_t name_begin = begin;
        auto first = std::lower_bound(hits_.begin(), hits_.end(), begin, [](const TermHit& h, std::size_t v) { return h.begin < v; });
        for (; first != hits_.end() && first->begin < end; ++first) {
            const TermHit& hit = *first;
            if (hit.end > end) continue;
            const WordKind kind = kind_of_word(hit.id);
            // "la Sra. …", "le Dr …": an article before the title is no part of the name; with a capital one of two letters.
            if (kind == WordKind::person_title && !titled && hit.begin > begin && hit.begin - begin <= 4 && text_[hit.begin - 1] == ' ' &&
                text_.substr(begin, hit.begin - begin - 1).find(' ') == std::string_view::npos &&
                (hit.begin - begin == 3 || !is_upper(decode(source_of(begin, hit.begin), 0).code)))
                begin = name_begin = hit.begin;
            if (kind == WordKind::person_title && begins_name(hit.begin, name_begin) && hit.end < end && may_begin_title(decode(source_of(hit.begin, hit.end), 0).code)) {
                titled = true;
                name_begin = spaces_end(hit.end);
            }
            if (kind == WordKind::person_title && hit.end == name_end && hit.begin > begin && is_ideograph(decode(text_, hit.begin).code)) {
                titled = true;
                name_end = hit.begin;
            }
            if (kind == WordKind::organisation_word) {
                of_organisations = true;
                last_word = hit.end;
            }
            if (hit.begin == begin && hit.end == end && kind != WordKind::organisation_word) label = true;
            // Titles of small letters ("г-жа", "проф.") stand before a capital one.
            if (kind == WordKind::person_title && hit.begin == name_begin && hit.end < end && is_upper(decode(source_of(spaces_end(hit.end), end), 0).code)) {
                titled = true;
                name_begin = spaces_end(hit.end);
            }
        }
        if (label || name_begin >= end || (sentence && !titled)) continue;
        // "mandate 2026-2027": what leads to a time is no name, whatever the script.
        if (next < text_.size() && used_[spaces_end(next)] != 0 && connector_at(begin, WordKind::in_year).end == end) continue;
        // 研究所担任: a verb of two characters behind the word of organisations is no part of the name.
        constexpr std::size_t verb = 6;
        if (of_organisations && name_end == end && last_word < end && end - last_word <= verb && is_ideograph(decode(text_, last_word).code)) name_end = end = last_word;
        if (!of_organisations && is_small(source_of(name_begin, name_end))) continue;
        const Shape shape = shape_of(source_of(name_begin, name_end));
        if (shape.words == 0 || (!shape.first_capital && !shape.ideographs && !shape.caseless && !of_organisations)) continue;
        const auto value = [&] { return single_spaced(source_of(begin, end)); };
        const bool behind = name_end < end && shape.ideographs && shape.words == 1 && shape.longest <= 4;
        if ((titled && (shape.first_capital || shape.caseless) && shape.words <= 6) || behind) {
            take(ValueType::person, begin, end, value(), false, true);
            continue;
        }
        const bool short_name = shape.ideographs && !of_organisations && !shape.digits && shape.words == 1 && (shape.longest == 2 || shape.longest == 3);
        const bool person = short_name || (!of_organisations && !shape.digits && shape.words >= 2 && shape.words <= 4 && shape.capitalised == shape.words &&
                            shape.acronyms < shape.words);
        if (person) {
            take(ValueType::person, begin, end, value(), true, true);
        } else if (shape.words <= 16 && (of_organisations || shape.acronyms != 0 || shape.capitalised * 3 >= shape.words || shape.ideographs || (shape.caseless && shape.words <= 5))) {
            // A sentence that merely begins with a capital letter is no name.
            const bool certain = of_organisations || shape.acronyms != 0;
            take(ValueType::organisation, begin, end, value(), !certain, true);
        }
    }
}

}  // namespace plancheck
