// A numbering goes on where a label is one more than the last of its shape. Where numbers stand in another order, or one is left
// out, the labels are one numbering still: each of them stands once.
#include "plan/sequences.hpp"

#include <algorithm>
#include <map>

#include "plan/lists.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

std::string key_of(const Line& line) {
    std::string key = line.ordinal->shape;
    if (line.kind == LineKind::list_item && !line.typed) key += "#" + std::to_string(line.level);
    if (line.kind == LineKind::heading) key += "h";
    return key;
}

// "1, 2, 3, 5, 6, 4", "1, 2, 4, 5": each number once, and at most one of them left out.
bool counts_out_of_order(LineRange lines, const std::vector<std::size_t>& at) {
    constexpr std::size_t most = 64;
    const auto ordinal = [&](std::size_t i) -> const Ordinal& { return *lines[at[i]].ordinal; };
    if (at.size() < 3 || at.size() > most) return false;
    bool roman = true;
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (ordinal(i).parent != ordinal(0).parent) return false;
        roman = roman && ordinal(i).roman != 0;
    }
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const std::uint32_t value = roman ? ordinal(i).roman : ordinal(i).value;
        if (value == 0 || value > std::min(at.size() + 1, most) || (seen >> (value - 1) & 1U) != 0) return false;
        seen |= std::uint64_t{1} << (value - 1);
    }
    return (seen & 1U) != 0;
}

// "1." right above "1. 2.", "6." above "6. 7.": the format numbered the list anew behind its first items, with nothing but lists
// between them.
bool is_numbered_anew(LineRange lines, const std::vector<std::size_t>& before, std::size_t at) {
    const auto numbered = [&](std::size_t i) { return lines[i].kind == LineKind::list_item && !lines[i].typed && lines[i].ordinal->text == lines[at].ordinal->text; };
    if (!numbered(at) || !numbered(before.front()) || !numbered(before.back())) return false;
    return std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(before.back()) + 1, lines.begin() + static_cast<std::ptrdiff_t>(at),
                       [](const Line& line) { return line.continued || line.is_list(); });
}

}  // namespace

std::vector<Sequence> sequences_of(const Search& search, LineRange lines) {
    std::vector<Sequence> all;
    std::map<std::string, std::size_t> open;
    const Line* parent = nullptr;  // the bullet at the top under which a numbered list may be nested
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (line.kind == LineKind::heading || line.kind == LineKind::table) {
            parent = nullptr;
            continue;
        }
        if (line.bullet && (parent == nullptr || line.level <= parent->level)) parent = &line;
        if (!line.ordinal || line.continued || states_field(search, line)) continue;
        if (line.kind == LineKind::list_item && parent != nullptr && line.level > parent->level) continue;
        if (line.kind == LineKind::list_item) parent = nullptr;
        const std::string key = key_of(line);
        auto last = open.find(key);
        // "I. …" typed above "II. …" and "III. …" that the format numbers, or the other way round: one numbering.
        if (last == open.end() && line.kind != LineKind::heading && !begins(*line.ordinal)) {
            const auto other = open.find(line.kind == LineKind::list_item && !line.typed ? line.ordinal->shape : line.ordinal->shape + "#" + std::to_string(line.level));
            if (other != open.end() && follows(*lines[all[other->second].lines.back()].ordinal, *line.ordinal)) last = open.emplace(key, other->second).first;
        }
        if (last != open.end() && (follows(*lines[all[last->second].lines.back()].ordinal, *line.ordinal) || is_numbered_anew(lines, all[last->second].lines, i))) {
            all[last->second].lines.push_back(i);
            all[last->second].with.push_back(i);
        } else if (last == open.end() || begins(*line.ordinal)) {
            Sequence next{{i}, key};
            if (last != open.end() && !begins(*lines[all[last->second].lines.front()].ordinal)) {
                next.of = last->second;
                next.with = all[next.of].with;
                next.with.push_back(i);
            }
            open[key] = all.size();
            all.push_back(std::move(next));
        } else {
            all[last->second].with.push_back(i);
        }
    }
    for (std::size_t i = all.size(); i-- > 0;) {
        Sequence& one = all[i];
        if (one.with.size() == one.lines.size() || !counts_out_of_order(lines, one.with)) continue;
        one.lines = one.with;
        if (one.of < i) all[one.of].lines.clear();
    }
    std::erase_if(all, [](const Sequence& one) { return one.lines.empty(); });
    // A numbering that does not begin at one needs company.
    std::erase_if(all, [&](const Sequence& one) { return one.lines.size() == 1 && !begins(*lines[one.lines[0]].ordinal); });
    return all;
}

namespace {

// "By the end of 2028:": what says only when is no item.
bool says_only_when(const Search& search, const Line& line) {
    constexpr std::size_t longest = 48, longest_rest = 12;  // columns, bytes of them that are no time
    const std::string_view text = search.reading.view(line.words);
    if (!fits_in(text, longest)) return false;
    std::size_t rest = text.size();
    for (const Value& value : find_values(text, search.reading.language, want_times)) rest -= value.end - value.begin;
    return rest < text.size() && rest <= longest_rest;
}

// Whether a paragraph is a sentence, or ends in the colon of one.
bool is_sentence(const Search& search, const Line& line) {
    const std::string_view text = trimmed(search.reading.view(line.words));
    return text.ends_with('.') || text.ends_with("\xE3\x80\x82") || ends_in_colon(search.reading, line.span);
}

// "2.1 The area has two objectives:" above "2.1.1 …" or "a) …": of paragraphs numbered alike one alone has a list below it, and says
// of what kind, or when. Where their numbers have no levels ("2. The partners are:" above bullets), all of them are sentences besides.
bool list_below_numbered(const Search& search, Lines& lines) {
    std::size_t top = lines.size();
    const auto has_levels = [&](std::size_t i) { return lines[i].ordinal->text.find('.') != std::string::npos; };
    const auto has_list = [&](std::size_t i) {
        const std::string prefix = lines[i].ordinal->text + ".";
        const bool levels = has_levels(i);
        const auto below = [&](std::size_t at) {
            if (at >= lines.size() || lines[at].continued) return false;
            const Line& line = lines[at];
            if (!line.ordinal) return line.bullet;
            return line.ordinal->text.starts_with(prefix) || (levels && line.kind != LineKind::heading && line.ordinal->text.find('.') == std::string::npos);
        };
        return below(i + 1) && below(i + 2);
    };
    const auto numbered = [](const Line& line) { return line.ordinal && !line.ordinal->worded && line.kind != LineKind::heading && line.kind != LineKind::table; };
    for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
        if (!numbered(lines[i]) || !has_list(i)) continue;
        if (top != lines.size()) return false;
        top = i;
    }
    if (top == lines.size() || !ends_in_colon(search.reading, lines[top].span) || !(names_kind(search, lines[top]) || says_only_when(search, lines[top]))) return false;
    const bool sentences = std::all_of(lines.begin(), lines.end(), [&](const Line& line) { return !numbered(line) || is_sentence(search, line); });
    if (!has_levels(top) && (!sentences || !names_kind(search, lines[top]))) return false;
    const std::string key = key_of(lines[top]);
    for (Line& line : lines) {
        if (!numbered(line) || key_of(line) != key) continue;
        line.kind = LineKind::paragraph;
        line.ordinal.reset();
        line.bullet = false;
    }
    return true;
}

}  // namespace

void list_below_item(const Search& search, Lines& lines) {
    if (list_below_numbered(search, lines)) return;
    std::size_t top = lines.size(), listed = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (line.kind == LineKind::heading || line.kind == LineKind::table || line.continued || !(line.is_list() || line.ordinal)) continue;
        if (top == lines.size()) {
            top = i;
            continue;
        }
        ++listed;
        const Line& first = lines[top];
        if (line.level <= first.level && (first.ordinal ? line.ordinal && key_of(line) == key_of(first) : line.bullet)) return;
    }
    if (top == lines.size() || !ends_in_colon(search.reading, lines[top].span)) return;
    Line& above = lines[top];
    if (above.ordinal && above.ordinal->worded) return;
    // "5.1 Beyond this plan there may be:" is the one paragraph of section 5.
    const bool paragraph = above.ordinal && (!begins(*above.ordinal) || (above.ordinal->text.find('.') != std::string::npos && ascii_digits.find(above.ordinal->text) == 0));
    if (!paragraph && !names_kind(search, above)) return;
    if (listed == 0) {
        // Paragraphs that go on in it, with labels that are none of a list of the format.
        std::vector<std::pair<std::size_t, Ordinal>> labels;
        for (std::size_t i = top + 1; i < lines.size() && lines[i].continued; ++i)
            if (auto label = label_of(search.reading, {lines[i].block, lines[i].words}, search.kind); label && (labels.empty() ? begins(*label) : follows(labels.back().second, *label)))
                labels.emplace_back(i, std::move(*label));
        for (auto& [at, label] : labels) {
            if (labels.size() < 2) return;
            Line& line = lines[at];
            line.words.begin += label.size;
            line.bold -= std::min(line.bold, label.size);
            line.ordinal = std::move(label);
            line.typed = true;
            line.continued = false;
        }
        listed = labels.size();
    }
    if (listed < 2) return;
    above.kind = LineKind::paragraph;
    above.ordinal.reset();
    above.bullet = false;
}

}  // namespace plancheck
