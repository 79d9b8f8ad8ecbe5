// A line is looked at where it ends in a digit and is short; what it says is told apart from a numbered title ("Action 2") by what
// stands before the number, and by numbers that rise from one to the next.
#include "read/running_lines.hpp"

#include <algorithm>
#include <map>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/numerals.hpp"
#include "text/page_numbers.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest = 120;  // columns of a running title
constexpr std::uint32_t of_a_page = 80;  // words; where fewer stand between numbers they may count rows that are no table any more

bool is_known(const std::string& word, std::vector<std::string> Language::* list) {
    const auto languages = Languages::built_in().all();
    return std::any_of(languages.begin(), languages.end(), [&](const auto& language) {
        const auto& all = (*language).*list;
        return std::find(all.begin(), all.end(), word) != all.end();
    });
}

// The last two words of a folded text, where numbers are words of their own; where the first of them begins.
std::size_t last_words(std::string_view folded, std::size_t count) {
    std::size_t at = folded.size();
    for (; count > 0; --count) {
        while (at > 0 && folded[at - 1] == ' ') --at;
        while (at > 0 && folded[at - 1] != ' ') --at;
    }
    return at;
}

}  // namespace

std::optional<RunningLine> running_line(std::string_view own) {
    if (own.empty() || digit_of(decode_before(own, own.size()).code) > 9 || !fits_in(own, longest)) return std::nullopt;
    RunningLine line;
    const std::string folded = fold(own);
    const std::size_t digit = std::min(folded.find_last_not_of("0123456789") + 1, folded.size() - 1);
    if (folded.size() - digit > 4) return std::nullopt;
    // "… page 3 of 9": the number before the last words is the page.
    for (const std::size_t count : {std::size_t{4}, std::size_t{2}}) {
        const std::size_t begin = last_words(folded, count);
        const std::string_view tail = std::string_view(folded).substr(begin);
        const std::size_t first = ascii_digits.find(tail);
        if (first == 0 || first >= tail.size() || !is_page_number(tail, false) || !is_known(std::string(tail.substr(0, tail.find(' '))), &Language::page_words)) continue;
        line.page = whole_number(tail.substr(first, tail.find_first_not_of("0123456789", first) - first));
        line.key = std::string(trimmed(folded.substr(0, begin))) + " page #";
        line.least = 2;
        return line;
    }
    line.page = whole_number(folded.substr(digit));
    const std::string_view before = std::string_view(folded).substr(0, digit);
    line.key = std::string(trimmed(before)) + " #";
    line.least = 3;
    if (trimmed(before).empty()) line.between = of_a_page;
    if (line.between != 0) return folded.size() - digit <= 3 ? std::optional(line) : std::nullopt;
    const std::string_view written = own.substr(0, own.find_last_of(" \t") == own.npos ? 0 : own.find_last_of(" \t") + 1);
    const bool parted = before.ends_with("- ") || before.ends_with("| ") || written.ends_with("\t") || written.ends_with("   ");
    return parted ? std::optional(line) : std::nullopt;
}

std::vector<std::size_t> running_places(std::vector<RunningLine> lines) {
    std::map<std::string, std::vector<const RunningLine*>> by_key;
    for (const RunningLine& line : lines) by_key[line.key].push_back(&line);
    std::vector<std::size_t> places;
    for (const auto& [key, same] : by_key) {
        bool rise = same.size() >= same.front()->least;
        for (std::size_t i = 1; i < same.size(); ++i) rise = rise && same[i]->page > same[i - 1]->page && same[i]->at > same[i - 1]->at + 1 && same[i]->words >= same[i - 1]->words + same[i]->between;
        if (!rise) continue;
        for (const RunningLine* line : same) places.push_back(line->at);
    }
    std::sort(places.begin(), places.end());
    return places;
}

void mark_running_lines(Document& document) {
    std::vector<RunningLine> lines;
    std::vector<std::string_view> paragraphs;  // empty: something else stands there
    std::vector<std::uint32_t> blocks;
    for (std::uint32_t i = 0; i < document.main_end;) {
        Block& block = document.blocks[i];
        const bool leaf = (block.kind == BlockKind::paragraph || block.kind == BlockKind::heading) && block.label.empty() && !block.has(mark::contents);
        if (leaf && !block.text.empty())
            if (auto line = running_line(document.view(block.text))) {
                line->at = i;
                line->words = block.before.words;
                lines.push_back(std::move(*line));
            }
        paragraphs.push_back(leaf && block.kind == BlockKind::paragraph ? document.view(block.text) : std::string_view());
        blocks.push_back(i);
        i = leaf ? i + 1 : std::max(block.end, i + 1);
    }
    for (const std::size_t place : running_places(std::move(lines))) document.blocks[place].marks |= mark::running;
    const std::vector<bool> furniture = page_furniture(paragraphs);
    for (std::size_t i = 0; i < furniture.size(); ++i)
        if (furniture[i]) document.blocks[blocks[i]].marks |= mark::running;
}

}  // namespace plancheck
