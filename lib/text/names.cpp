// Names are looked for only in a field where names stand: between commas, semicolons, dashes, brackets and line breaks,
// in what no other finder took. A personal title makes a person for certain; two to four words of capital letters, none
// of them a word of organisations, a likely one (ambiguous); other text that begins with a capital letter, a digit-free
// run that holds a word of organisations, or an acronym is an organisation. In a script without spaces the title stands
// behind the name, two or three characters without a word of organisations are a likely person, and a space parts a name
// from its organisation.
#include <algorithm>

#include "text/attached.hpp"
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

// "Jane Roe", 李明: as many words or signs as names have, each with a capital where the script has them.
bool is_likely_person(const Shape& shape) noexcept {
    if (shape.digits) return false;
    if (shape.ideographs && shape.words == 1 && (shape.longest == 2 || shape.longest == 3)) return true;
    return shape.words >= 2 && shape.words <= 4 && shape.capitalised == shape.words && shape.acronyms < shape.words;
}

// A sentence that merely begins with a capital letter is no name.
bool is_likely_organisation(const Shape& shape) noexcept {
    return shape.capitalised * 3 >= shape.words || shape.ideographs || (shape.caseless && shape.words <= 5);
}

bool may_begin_title(char32_t c) noexcept { return is_upper(c) || is_caseless(c); }

}  // namespace

// Goes from border to border; what stands between two of them may be a name.
class ValueFinder::NameFinder {
public:
    explicit NameFinder(ValueFinder& finder) : f_(finder), text_(finder.text_), one_line_(finder.source_.find('\n') == std::string_view::npos) {}

    void run() {
        for (std::size_t i = 0; i < text_.size();) {
            if (is_border(i) || text_[i] == ' ') {
                i += decode(text_, i).size;
                continue;
            }
            const std::size_t border = behind_quoted_part(i, next_border(i));
            if (Candidate name{i, border}; trim(name) && read_words(name)) take(name);
            i = border;
        }
    }

private:
    ValueFinder& f_;
    const std::string_view text_;
    const bool one_line_;

    // What stands between two borders: with its title from `begin` to `end`, the name alone from `name_begin` to `name_end`.
    struct Candidate {
        std::size_t begin = 0, border = 0;
        std::size_t end = border, name_begin = begin, name_end = border;
        bool sentence = false;          // a stop stands between it and the border
        bool titled = false;
        bool of_organisations = false;  // holds a word of them
    };

    static bool is_of(const TermHit& hit, WordKind kind) noexcept { return kind_of_word(hit.id) == kind; }
    static bool ends_name(const TermHit& hit) noexcept { return is_of(hit, WordKind::organisation_word) || is_of(hit, WordKind::person_title); }
    template <class Condition>
    bool any_hit(Condition condition) const { return std::any_of(f_.hits_.begin(), f_.hits_.end(), condition); }
    bool is_capital(std::size_t begin, std::size_t end) const { return is_upper(decode(f_.source_of(begin, end), 0).code); }

    // Borders

    bool is_border(std::size_t i) const {
        const char c = text_[i];
        if (f_.used_[i] != 0 || borders.has(c)) return true;
        if (!may_be_border.has(c)) return false;
        if (c == '-') return i > 0 && text_[i - 1] == ' ' && f_.at(i + 1) == ' ';
        // A line break of the source was folded to a space.
        if (c == ' ') return parts_ideographs(i) || (!one_line_ && f_.source_[f_.source_begin(i)] == '\n');
        const std::string_view sign = text_.substr(i, 3);
        if (sign == "、" || sign == "。" || sign == "《" || sign == "》") return true;
        // 研究所和联盟: what joins names written together, right behind a word of organisations or a title.
        return (sign == "和" || sign == "与" || sign == "及") && any_hit([&](const TermHit& hit) { return ends_name(hit) && hit.end == i; });
    }

    // A space between ideographs: a word of organisations or a title ends right before it or lies behind it.
    bool parts_ideographs(std::size_t space) const {
        return space > 0 && static_cast<unsigned char>(text_[space - 1]) >= 0x80 && is_ideograph(decode_before(text_, space).code) &&
               space + 1 < text_.size() && is_ideograph(decode(text_, space + 1).code) &&
               any_hit([&](const TermHit& hit) { return ends_name(hit) && (hit.end == space || hit.begin > space); });
    }

    std::size_t next_border(std::size_t i) const {
        while (i < text_.size() && !((f_.used_[i] != 0 || signs.has(text_[i])) && is_border(i))) ++i;
        return i;
    }

    // "Сеть «Чистое здоровье»": what a word of organisations has behind it in quotes is part of its name.
    std::size_t behind_quoted_part(std::size_t begin, std::size_t end) const {
        if (f_.at(end) != '"' || end == begin || text_[end - 1] != ' ') return end;
        if (!any_hit([&](const TermHit& hit) { return hit.begin >= begin && hit.end <= end && is_of(hit, WordKind::organisation_word); })) return end;
        std::size_t close = end + 1;
        while (close < text_.size() && !is_border(close)) close += decode(text_, close).size;
        return f_.at(close) == '"' && close > end + 1 ? close + 1 : end;
    }

    // What lies between the borders

    // Stops, spaces and the word that joins it to the name before are no part of a name; false: nothing is left.
    bool trim(Candidate& name) const {
        std::size_t& begin = name.begin;
        std::size_t& end = name.end;
        // What is written together with a time belongs to it.
        if (f_.used_[end] != 0) end -= plancheck::attached_before(f_.language_, text_, end);
        while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '<' || (text_[end - 1] == '.' && f_.hit_at(begin, WordKind::person_title) == nullptr && !ends_in_initials(end)))) --end;
        // "Ms Roe (Lake Institute). Members of the area": what a stop begins is another sentence.
        name.sentence = f_.at(begin) == '.' && begin > 0 && (f_.used_[begin - 1] != 0 || borders.has(text_[begin - 1]));
        while (begin < end && (text_[begin] == '.' || text_[begin] == ' ')) ++begin;
        begin = behind_joint(begin, end);
        name.name_begin = begin;
        name.name_end = end;
        constexpr std::size_t longest = 200;  // bytes
        return begin < end && end - begin <= longest;
    }

    // "Roe A. B.", "Roe A.B.": the last stop belongs to the name.
    bool ends_in_initials(std::size_t end) const {
        const std::size_t last = initial_before(end);
        return last != 0 && initial_before(f_.at(last - 1) == ' ' ? last - 1 : last) != 0;
    }

    // Where the capital letter before a stop begins; 0: none stands alone there.
    std::size_t initial_before(std::size_t stop) const {
        if (stop < 3 || f_.at(stop - 1) != '.') return 0;
        const Decoded letter = decode_before(text_, stop - 1);
        const std::size_t begin = stop - 1 - letter.size;
        const bool alone = begin > 0 && (f_.at(begin - 1) == ' ' || f_.at(begin - 1) == '.');
        return alone && is_letter_or_digit(letter.code) && is_capital(begin, stop) ? begin : 0;
    }

    // "Roe A. (Lake Institute) and Poe B. (Mill Town)"
    std::size_t behind_joint(std::size_t begin, std::size_t end) const {
        if (begin < 2 || begin >= end || text_[begin - 1] != ' ' || text_[begin - 2] != ')') return begin;
        for (const std::string& joint : f_.language_.joints)
            if (text_.substr(begin, end - begin).starts_with(joint) && f_.at(begin + joint.size()) == ' ') return begin + joint.size() + 1;
        return begin;
    }

    // Reads titles and words of organisations; false: what they say is that it is no name.
    bool read_words(Candidate& name) const {
        bool label = f_.at(name.border) == ':';
        std::size_t last_word = name.end;  // of organisations
        auto hit = std::lower_bound(f_.hits_.begin(), f_.hits_.end(), name.begin, [](const TermHit& h, std::size_t v) { return h.begin < v; });
        for (; hit != f_.hits_.end() && hit->begin < name.end; ++hit) {
            if (hit->end > name.end) continue;
            if (is_of(*hit, WordKind::person_title)) read_title(name, *hit);
            if (is_of(*hit, WordKind::organisation_word)) {
                name.of_organisations = true;
                last_word = hit->end;
            } else if (hit->begin == name.begin && hit->end == name.end) {
                label = true;  // "Dr", "January": a word of the language and nothing else
            }
        }
        if (label || name.name_begin >= name.end || (name.sentence && !name.titled) || leads_to_time(name)) return false;
        // 研究所担任: a verb of two characters behind the word of organisations is no part of the name.
        constexpr std::size_t verb = 6;
        if (name.of_organisations && name.name_end == name.end && last_word < name.end && name.end - last_word <= verb && is_ideograph(decode(text_, last_word).code))
            name.name_end = name.end = last_word;
        return true;
    }

    void read_title(Candidate& name, const TermHit& title) const {
        if (!name.titled && is_behind_article(name.begin, title)) name.begin = name.name_begin = title.begin;
        // 李明博士
        if (title.end == name.name_end && title.begin > name.begin && is_ideograph(decode(text_, title.begin).code)) {
            name.titled = true;
            name.name_end = title.begin;
        }
        // "Dr Roe"; titles of small letters ("г-жа", "проф.") stand before a capital one.
        if (title.end >= name.end) return;
        const std::size_t behind = f_.spaces_end(title.end);
        if ((begins_name(title.begin, name.name_begin) && may_begin_title(decode(f_.source_of(title.begin, title.end), 0).code)) ||
            (title.begin == name.name_begin && is_capital(behind, name.end))) {
            name.titled = true;
            name.name_begin = behind;
        }
    }

    // "la Sra. …", "le Dr …": an article before the title is no part of the name; with a capital one of two letters.
    bool is_behind_article(std::size_t begin, const TermHit& title) const {
        constexpr std::size_t longest = 4;  // with its space
        if (title.begin <= begin || title.begin - begin > longest || text_[title.begin - 1] != ' ') return false;
        const std::string_view article = text_.substr(begin, title.begin - begin - 1);
        return article.find(' ') == std::string_view::npos && (article.size() == 2 || !is_capital(begin, title.begin));
    }

    // At the start of the name, or behind an article written together with it.
    bool begins_name(std::size_t at, std::size_t name) const {
        const auto& prefixes = f_.language_.attached_prefixes;
        return at == name || (at > name && std::find(prefixes.begin(), prefixes.end(), text_.substr(name, at - name)) != prefixes.end());
    }

    // "mandate 2026-2027": what leads to a time is no name, whatever the script.
    bool leads_to_time(const Candidate& name) const {
        return name.border < text_.size() && f_.used_[f_.spaces_end(name.border)] != 0 && f_.connector_at(name.begin, WordKind::in_year).end == name.end;
    }

    // What it is

    void take(const Candidate& name) {
        const std::string_view source = f_.source_of(name.name_begin, name.name_end);
        if (!name.of_organisations && is_small(source)) return;
        const Shape shape = shape_of(source);
        if (shape.words == 0 || !(shape.first_capital || shape.ideographs || shape.caseless || name.of_organisations)) return;
        if (is_titled_person(name, shape)) return add(ValueType::person, name, false);
        if (!name.of_organisations && is_likely_person(shape)) return add(ValueType::person, name, true);
        const bool certain = name.of_organisations || shape.acronyms != 0;
        if (shape.words <= 16 && (certain || is_likely_organisation(shape))) add(ValueType::organisation, name, !certain);
    }

    void add(ValueType type, const Candidate& name, bool ambiguous) {
        f_.take(type, name.begin, name.end, single_spaced(f_.source_of(name.begin, name.end)), ambiguous, true);
    }

    static bool is_titled_person(const Candidate& name, const Shape& shape) noexcept {
        const bool title_behind = name.name_end < name.end && shape.ideographs && shape.words == 1 && shape.longest <= 4;
        return title_behind || (name.titled && (shape.first_capital || shape.caseless) && shape.words <= 6);
    }
};

void ValueFinder::find_names() { NameFinder(*this).run(); }

}  // namespace plancheck
