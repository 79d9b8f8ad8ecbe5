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

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != at) continue;
        parts.push_back(text.substr(begin, i - begin));
        begin = i + 1;
    }
    return parts;
}

// Replaces the first innermost bracket of `form`; false when its other half is missing.
bool open_bracket(const std::string& form, bool inclusive, std::vector<std::string>& work) {
    const std::size_t close = form.find_first_of(")}");
    if (close == std::string::npos || close == 0) return false;
    const std::size_t open = form.find_last_of("({", close - 1);
    if (open == std::string::npos || (form[open] == '(') != (form[close] == ')')) return false;
    const std::string before = form.substr(0, open);
    const std::string after = form.substr(close + 1);
    const std::string inside = form.substr(open + 1, close - open - 1);
    if (form[open] == '{') {
        for (const std::string_view choice : split(inside, ',')) work.push_back(before + single_spaced(choice) + after);
        return true;
    }
    work.push_back(before + after);
    for (const std::string_view choice : split(inside, '|')) work.push_back(before + single_spaced(choice) + after);
    const bool ending = !before.empty() && before.back() != ' ' && is_letters(inside) && inside.size() <= 5 &&
                        is_word_character(decode_before(before, before.size()).code);
    if (inclusive && ending) {
        for (const std::string_view shape : {"\x05", "\xC2\xB7", "-", ".", "/"}) {
            work.push_back(before + std::string(shape) + inside + (shape == "\x05" ? "\x06" : "") + after);
        }
    }
    return true;
}

// "a | b c" stands for "a c" and "b c".
bool open_choice(const std::string& form, std::vector<std::string>& work) {
    std::vector<std::string_view> words = split(form, ' ');
    const auto bar = std::find(words.begin(), words.end(), "|");
    if (bar == words.begin() || bar + 1 == words.end()) return false;
    const auto join = [&](auto keep) {
        std::string out;
        for (auto word = words.begin(); word != words.end(); ++word) {
            if (!keep(word)) continue;
            if (!out.empty()) out.push_back(' ');
            out.append(*word);
        }
        return out;
    };
    // Left of the bar alone, with whatever follows the whole chain of choices; then the chain without its first word.
    auto chain_end = bar;
    while (chain_end + 2 < words.end() && *(chain_end + 2) == "|") chain_end += 2;
    work.push_back(join([&](auto word) { return word < bar || word > chain_end + 1; }));
    work.push_back(join([&](auto word) { return word != bar - 1 && word != bar; }));
    return true;
}

// "20xx": a digit for each x that follows digits.
void mark_digits(std::string& form) {
    for (std::size_t i = 1; i < form.size(); ++i) {
        const bool after = (form[i - 1] >= '0' && form[i - 1] <= '9') || form[i - 1] == '\x03';
        if (after && form[i] == 'x') form[i] = '\x03';
    }
}

}  // namespace

bool expand_term(std::string_view synonym, bool inclusive, std::vector<std::string>& forms) {
    // Most terms hold no notation.
    constexpr ByteSet notation{"(){}|"}, brackets{"(){}"};
    if (notation.find(synonym) == std::string_view::npos) {
        if (synonym.empty() || synonym.front() == '*') return false;
        mark_digits(forms.emplace_back(synonym));
        return true;
    }
    const std::size_t already = forms.size();
    std::vector<std::string> work{std::string(synonym)};
    for (std::size_t steps = 0; !work.empty(); ++steps) {
        if (steps > 8 * most_forms || work.size() > most_forms || forms.size() - already > most_forms) return false;
        std::string form = std::move(work.back());
        work.pop_back();
        if (brackets.find(form) != std::string_view::npos) {
            if (!open_bracket(form, inclusive, work)) return false;
            continue;
        }
        if (form.find('|') != std::string::npos && (' ' + form + ' ').find(" | ") != std::string::npos) {
            if (!open_choice(single_spaced(form), work)) return false;
            continue;
        }
        const bool spaced = form.empty() || form.front() == ' ' || form.back() == ' ' || form.find("  ") != std::string::npos;
        std::string plain = spaced ? single_spaced(form) : std::move(form);
        if (plain.empty() || plain.front() == '*') return false;
        std::replace(plain.begin(), plain.end(), '\x05', '(');
        std::replace(plain.begin(), plain.end(), '\x06', ')');
        mark_digits(plain);
        forms.push_back(std::move(plain));
    }
    std::sort(forms.begin() + static_cast<std::ptrdiff_t>(already), forms.end());
    forms.erase(std::unique(forms.begin() + static_cast<std::ptrdiff_t>(already), forms.end()), forms.end());
    return true;
}

}  // namespace plancheck
