// A work list instead of recursion: the innermost bracket of a form is replaced by each of its readings until no bracket
// is left; then words joined by '|' are expanded the same way. Parentheses that belong to a shape of the text travel as
// '\x05' and '\x06' so that they are not taken for notation again.
#include "text/term_forms.hpp"

#include <algorithm>
#include <cstddef>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_forms = 256;

bool is_letters(std::string_view text) {
    if (text.empty()) return false;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        if (!is_word_character(d.code)) return false;
        at += d.size;
    }
    return true;
}

// Forms that are still to be taken apart, one behind the other in one buffer; the last one is taken first.
class Work {
public:
    bool empty() const noexcept { return begins_.empty(); }
    std::size_t size() const noexcept { return begins_.size(); }
    void begin() { begins_.push_back(letters_.size()); }
    Work& operator<<(std::string_view part) {
        letters_.append(part);
        return *this;
    }
    /// With one space where there are several, and none at its ends.
    Work& spaced(std::string_view part) {
        for (std::size_t at = part.find_first_not_of(' '), begun = 0; at < part.size(); at = part.find_first_not_of(' ', at)) {
            const std::size_t end = std::min(part.find(' ', at), part.size());
            if (begun++ != 0) letters_.push_back(' ');
            letters_.append(part, at, end - at);
            at = end;
        }
        return *this;
    }
    void take(std::string& form) {
        form.assign(letters_, begins_.back());
        letters_.resize(begins_.back());
        begins_.pop_back();
    }

private:
    std::string letters_;
    std::vector<std::size_t> begins_;
};

template <class Take>
void each_part(std::string_view text, char parted_by, Take&& take) {
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(parted_by, begin), text.size());
        take(text.substr(begin, end - begin));
        begin = end + 1;
    }
}

// Replaces the first innermost bracket of `form`; false when its other half is missing.
bool open_bracket(std::string_view form, bool inclusive, Work& work) {
    constexpr ByteSet closing{")}"};
    const std::size_t close = closing.find(form);
    if (close == std::string_view::npos) return false;
    std::size_t open = close;
    while (open-- > 0 && form[open] != '(' && form[open] != '{') {}
    if (open > close || (form[open] == '(') != (form[close] == ')')) return false;
    const std::string_view before = form.substr(0, open), after = form.substr(close + 1), inside = form.substr(open + 1, close - open - 1);
    const auto put = [&](std::string_view choice) {
        work.begin();
        (work << before).spaced(choice) << after;
    };
    if (form[open] == '{') {
        each_part(inside, ',', put);
        return true;
    }
    put({});
    each_part(inside, '|', put);
    const bool ending = inclusive && inside.size() <= 5 && !before.empty() && before.back() != ' ' && is_letters(inside) &&
                        is_word_character(decode_before(before, before.size()).code);
    if (ending) {
        for (const std::string_view shape : {"\x05", "\xC2\xB7", "-", ".", "/"}) {
            work.begin();
            work << before << shape << inside << (shape == "\x05" ? "\x06" : "") << after;
        }
    }
    return true;
}

// Of single spaces and none at its ends.
bool has_choice(std::string_view form) {
    for (std::size_t i = form.find('|'); i < form.size(); i = form.find('|', i + 1))
        if ((i == 0 || form[i - 1] == ' ') && (i + 1 == form.size() || form[i + 1] == ' ')) return true;
    return false;
}

// "a | b c" stands for "a c" and "b c".
bool open_choice(std::string_view form, Work& work) {
    std::vector<std::string_view> words;
    each_part(form, ' ', [&](std::string_view word) { words.push_back(word); });
    const auto bar = std::find(words.begin(), words.end(), "|");
    if (bar == words.begin() || bar + 1 == words.end()) return false;
    const auto put = [&](auto keep) {
        work.begin();
        bool begun = false;
        for (auto word = words.begin(); word != words.end(); ++word) {
            if (!keep(word)) continue;
            work << (begun ? " " : "") << *word;
            begun = true;
        }
    };
    // Left of the bar alone, with whatever follows the whole chain of choices; then the chain without its first word.
    auto chain_end = bar;
    while (chain_end + 2 < words.end() && *(chain_end + 2) == "|") chain_end += 2;
    put([&](auto word) { return word < bar || word > chain_end + 1; });
    put([&](auto word) { return word != bar - 1 && word != bar; });
    return true;
}

// "19 a" of a paragraph's parts: they are cited as "19(a)" and "19 (a)" as well.
void add_lettered(std::vector<std::string>& forms) {
    const std::string form = forms.back();
    const std::size_t space = form.find(' ');
    if (space == 0 || space == std::string::npos || form.find_first_not_of("0123456789") != space) return;
    const Decoded letter = decode(form, space + 1);
    if (space + 1 + letter.size != form.size() || !is_letters(form.substr(space + 1)) || letter.code < 'a') return;
    const std::string in_brackets = "(" + form.substr(space + 1) + ")";
    forms.push_back(form.substr(0, space) + in_brackets);
    forms.push_back(form.substr(0, space + 1) + in_brackets);
}

// "20xx": a digit for each x that follows digits.
void mark_digits(std::string& form) {
    for (std::size_t i = form.find('x'); i != std::string::npos; i = form.find('x', i + 1)) {
        const bool after = i != 0 && ((form[i - 1] >= '0' && form[i - 1] <= '9') || form[i - 1] == '\x03');
        if (after) form[i] = '\x03';
    }
}

}  // namespace

bool expand_term(std::string_view synonym, bool inclusive, std::vector<std::string>& forms) {
    // Most terms hold no notation.
    constexpr ByteSet notation{"(){}|"}, brackets{"(){}"};
    if (notation.find(synonym) == std::string_view::npos) {
        if (synonym.empty() || synonym.front() == '*') return false;
        mark_digits(forms.emplace_back(synonym));
        add_lettered(forms);
        return true;
    }
    const std::size_t already = forms.size();
    Work work;
    work.begin();
    work << synonym;
    std::string form;
    for (std::size_t steps = 0; !work.empty(); ++steps) {
        if (steps > 8 * most_forms || work.size() > most_forms || forms.size() - already > most_forms) return false;
        work.take(form);
        if (brackets.find(form) != std::string_view::npos) {
            if (!open_bracket(form, inclusive, work)) return false;
            continue;
        }
        const bool spaced = form.empty() || form.front() == ' ' || form.back() == ' ' || form.find("  ") != std::string::npos;
        if (spaced) form = single_spaced(form);
        if (has_choice(form)) {
            if (!open_choice(form, work)) return false;
            continue;
        }
        if (form.empty() || form.front() == '*') return false;
        if (form.find('\x05') != std::string::npos) {
            std::replace(form.begin(), form.end(), '\x05', '(');
            std::replace(form.begin(), form.end(), '\x06', ')');
        }
        mark_digits(form);
        forms.push_back(form);
        add_lettered(forms);
    }
    return true;
}

}  // namespace plancheck
