// What a target is known by: its label, a code or a letter before its title, and what the plan itself calls its items.
#include <algorithm>

#include "plan/ordinals.hpp"
#include "plan/references.hpp"
#include "plan/word_ends.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

void References::add_label(std::string label, std::uint32_t item, Targets& targets) {
    constexpr std::size_t most_digits = 3;
    // "Priority 1:", "1.º"
    std::size_t end = label.find_last_not_of(":.) ") + 1;
    if (end >= 3 && (label[end - 1] == 'o' || label[end - 1] == 'a') && label[end - 2] == '.' && is_digit(label[end - 3])) end -= 2;
    std::size_t digits = end;
    while (digits > 0 && is_digit(label[digits - 1])) --digits;
    if (end > digits && end - digits <= most_digits) targets.numbers.emplace(whole_number(label.substr(digits, end - digits)), item);
    else if (label.size() == 1 && label[0] - 'a' == static_cast<int>(item)) targets.numbers.emplace(item + 1, item);  // a, b, c …
    else if (const auto roman = roman_value(label)) targets.numbers.emplace(*roman, item);
    targets.labels.emplace(std::move(label), item);
}

// "Objective A – …": a letter behind the name of the kind.
void References::add_letter_of_title(std::uint32_t kind, std::uint32_t item, Targets& targets) const {
    const std::string& title = targets.titles.back();
    const TermHit name = reading_.words.around.match_at(title, 0, kind, kind);
    if (name.end == 0 || name.end + 2 >= title.size() || title[name.end] != ' ') return;
    const char letter = title[name.end + 1];
    if (letter >= 'a' && letter - 'a' == static_cast<int>(item) && !word_at(title, name.end + 2)) targets.labels.emplace(std::string(1, letter), item);
}

// "Decision 1. …", "Decision 2. …" that were read as numbered: the one word before the numbers of all.
std::string References::word_before_labels(const std::vector<Item>& items) const {
    constexpr std::size_t farthest = 48;  // bytes
    std::string word;
    for (const Item& item : items) {
        const std::uint32_t begin = reading_.document.blocks[item.block].text.begin;
        if (item.label.empty() || item.label.find_first_not_of("0123456789") != std::string::npos || item.span.begin <= begin || item.span.begin - begin > most_searched) return {};
        std::string_view before = trimmed(reading_.view({begin, item.span.begin}));
        before = trimmed(before.substr(before.rfind('\n') + 1));
        const std::size_t space = before.find(' ');
        if (space == before.npos || space < 3 || before.size() > farthest || before.substr(space).find(item.label) == before.npos) return {};
        std::string own = fold(before.substr(0, space));
        if ((!word.empty() && own != word) || !reading_.words.around.find(own).empty()) return {};
        word = std::move(own);
    }
    return word;
}

// "Decision 1. …", "Решение 2. …", 决定3：…, "Цель А": one word or two before a label that counts on from title to title.
void References::add_called(const std::vector<Item>& items, Targets& targets) const {
    constexpr std::size_t longest = 40, most = 64;  // bytes; items
    if (items.size() < 2 || items.size() > most) return;
    if (std::string word = word_before_labels(items); !word.empty()) {
        targets.called = std::move(word);
        return;
    }
    const std::string_view first = items[0].title;
    std::size_t end = 0;
    std::optional<Ordinal> label;
    for (std::size_t at = 0; at < std::min(first.size(), longest) && !label; at = end) {
        end = at + decode(first, at).size;
        const char32_t sign = decode(first, at).code;
        if (sign != ' ' && (!is_letter_or_digit(sign) || is_digit(sign))) return;
        constexpr std::u32string_view first_labels = U"1一甲Aa";
        if (sign == ' ' || (is_ideograph(sign) && end < first.size() && first_labels.find(decode(first, end).code) != std::u32string_view::npos)) label = ordinal_at(first.substr(end), LabelContext::worded);
        if (label && (!begins(*label) || (sign == ' ' && std::count(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(end), ' ') > 2))) label.reset();
    }
    if (!label) return;
    std::vector<std::string> labels;
    for (const Item& item : items) {
        const std::optional<Ordinal> own = item.title.starts_with(first.substr(0, end)) ? ordinal_at(std::string_view(item.title).substr(end), LabelContext::worded) : std::nullopt;
        if (!own || own->value != labels.size() + 1) return;
        labels.push_back(fold(own->text));
    }
    for (std::uint32_t i = 0; i < labels.size(); ++i) {
        targets.labels.emplace(labels[i], i);
        targets.numbers.emplace(i + 1, i);
    }
    std::string name = fold(trimmed(first.substr(0, end)));
    const auto known = reading_.words.around.find(name);
    if (std::none_of(known.begin(), known.end(), [&](const TermHit& hit) { return hit.begin == 0 && hit.end == name.size() && hit.id < Words::name_of_kind + reading_.form.items.size(); })) targets.called = std::move(name);
}

// "SO1 – …", "MP-1 …", "Ц1: …", "هـ1: …": a code before the title.
void References::add_code_of_title(const Item& item, std::uint32_t number, Targets& targets) {
    constexpr std::size_t most_digits = 2, most_read = 6, latin = 3, cyrillic = 6, arabic = 4;  // digits; bytes of letters
    const std::string& title = targets.titles.back();
    std::size_t letters = 0;
    while (letters < title.size() && title[letters] >= 'a' && title[letters] <= 'z') ++letters;
    const bool is_latin = letters != 0, is_cyrillic = !is_latin && !title.empty() && title[0] <= '\xD1';
    if (!is_latin)
        for (const char last = is_cyrillic ? '\xD1' : '\xDB'; letters < most_read && letters + 1 < title.size() && title[letters] >= '\xD0' && title[letters] <= last;) letters += 2;
    const char32_t sign = decode(item.title, 0).code;
    if (letters == 0 || letters > (is_latin ? latin : is_cyrillic ? cyrillic : arabic) || !(is_upper(sign) || is_caseless(sign))) return;
    std::size_t from = letters;
    if (from + 1 < title.size() && title[from] == '-' && is_digit(title[from + 1])) ++from;
    std::size_t end = from;
    while (end < title.size() && is_digit(title[end])) ++end;
    if (end > from && end - from <= most_digits && !word_at(title, end)) targets.labels.emplace(title.substr(0, end), number);
}

}  // namespace plancheck
