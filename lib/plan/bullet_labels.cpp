// A word of the kind before a number or letter, or a code, opens each of the bullets; where one has none, none has, for the code may be
// any word.
#include "plan/bullet_labels.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

// "- Action A. Check the goods", "- 2.1 Swap devices", "- B1. Courses": what numbers an item behind its bullet: a word of its kind, or
// a code of levels or of a letter with digits.
std::optional<Ordinal> label_behind_bullet(const Search& search, const Line& line) {
    constexpr std::uint32_t most = 99;
    if (!line.bullet || line.ordinal || !search.spec().whole_section) return std::nullopt;
    auto label = label_of(search.reading, {line.block, line.words}, search.kind);
    if (!label || label->size >= line.words.size() || label->value > most) return std::nullopt;
    const std::string_view code = label->text;
    const std::size_t digit = ascii_digits.find(code);
    const bool levels = digit == 0 && code.find('.') != std::string_view::npos && is_digit(code.back()), lettered = digit != 0 && digit < code.size() && digit <= 2;
    return label->worded || levels || lettered ? std::move(label) : std::nullopt;
}

}  // namespace

void number_by_bullets(const Search& search, LineRange lines, const std::vector<std::size_t>& starts, Found& found, std::size_t before) {
    std::vector<Ordinal> labels;
    for (const std::size_t start : starts) {
        auto label = label_behind_bullet(search, lines[start]);
        if (!label || (!labels.empty() && labels.back().text == label->text)) return;
        labels.push_back(std::move(*label));
    }
    if (found.drafts.size() != before + labels.size()) return;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        Draft& draft = found.drafts[before + i];
        const Line& line = lines[starts[i]];
        if (!draft.item.label.empty() || draft.item.block != line.block || draft.parts.empty()) continue;
        draft.item.label = labels[i].text;
        draft.item.span.begin = draft.parts.front().span.begin = line.words.begin + labels[i].size;
        draft.item.title = title_of(search, search.reading.view(draft.item.span), line.bold - std::min(line.bold, labels[i].size));
    }
}

}  // namespace plancheck
