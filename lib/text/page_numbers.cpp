// A line is taken apart into numbers and what stands between them; any other word makes it a line of text.
#include "text/page_numbers.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/numerals.hpp"

namespace plancheck {

bool is_page_number(std::string_view own, bool alone) {
    if (own.empty() || own.size() > 40) return false;
    std::string folded = fold(own);
    std::size_t numbers = 0, words = 0;
    bool dashes = false, page = false, slash = false;
    std::uint32_t value[2] = {0, 0};
    std::size_t digits[2] = {0, 0};
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t begin = at;
        while (at < folded.size() && folded[at] >= '0' && folded[at] <= '9') ++at;
        if (at != begin) {
            if (numbers == 2 || at - begin > 4) return false;
            digits[numbers] = at - begin;
            value[numbers++] = whole_number(folded.substr(begin, at - begin));
            continue;
        }
        while (at < folded.size() && static_cast<unsigned char>(folded[at]) > ' ' && !(folded[at] >= '0' && folded[at] <= '9')) ++at;
        if (at == begin) {
            ++at;
            continue;
        }
        const std::string word = folded.substr(begin, at - begin);
        const auto known = [&](std::vector<std::string> Language::* list) {
            const auto languages = Languages::built_in().all();
            return std::any_of(languages.begin(), languages.end(), [&](const auto& language) {
                const auto& all = (*language).*list;
                return std::find(all.begin(), all.end(), word) != all.end();
            });
        };
        if (known(&Language::page_words)) page = true;
        else if (known(&Language::page_totals) && numbers == 1) ++words;
        else if (word == "/" && numbers == 1) slash = true;
        else if (word == "-" || word == "|" || word == "[" || word == "]") dashes = true;
        else return false;
    }
    if (numbers == 0) return false;
    if (numbers == 2) return (page || slash || words != 0) && value[0] <= value[1] && value[0] != 0;
    if (words != 0 || slash) return false;
    return page || dashes || (alone && digits[0] <= 3);
}

namespace {

// The first number of a line that has a word for pages or for how many there are; 0: it has none. "p. 12" may be the end of a reference.
std::uint32_t counted_page(std::string_view line) {
    constexpr std::size_t longest = 40;  // bytes
    constexpr std::string_view digits = "0123456789";
    const std::size_t first = line.size() > longest ? line.npos : line.find_first_of(digits);
    if (first == line.npos) return 0;
    const std::size_t end = std::min(line.find_first_not_of(digits, first), line.size());
    const bool two = line.find_first_of(digits, end) != line.npos;
    if ((!two && (line.find('.') != line.npos || line[0] == '-' || first == 0)) || !is_page_number(line, false)) return 0;
    return whole_number(line.substr(first, end - first));
}

}  // namespace

std::vector<bool> page_furniture(std::span<const std::string_view> lines) {
    constexpr std::size_t longest_title = 200;  // bytes
    std::vector<std::size_t> pages;
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::uint32_t page = counted_page(lines[i]);
        if (page == 0) continue;
        if (page <= last) return {};
        last = page;
        pages.push_back(i);
    }
    if (pages.size() < 2) return {};
    std::vector<bool> found(lines.size());
    std::unordered_map<std::string_view, std::size_t> beside;
    const auto each_beside = [&](auto&& take) {
        std::size_t last_taken = lines.size();  // what stands between two is beside both
        for (const std::size_t page : pages)
            for (const std::size_t at : {page - 1, page + 1})
                if (at < lines.size() && at != last_taken && !lines[at].empty() && lines[at].size() <= longest_title) take(last_taken = at);
    };
    each_beside([&](std::size_t at) { ++beside[lines[at]]; });
    // Above the first number stands the title itself.
    each_beside([&](std::size_t at) { found[at] = found[at] || (beside[lines[at]] >= 2 && at > pages.front()); });
    for (const std::size_t page : pages) found[page] = true;
    return found;
}

// A page number stands behind dots, a tab or a wide gap; any other number belongs to the title.
std::size_t end_without_page(std::string_view line) {
    std::size_t end = line.size();
    while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t' || line[end - 1] == '\n')) --end;
    std::size_t digits = end;
    while (digits > 0 && line[digits - 1] >= '0' && line[digits - 1] <= '9') --digits;
    if (digits == end || end - digits > 3) return line.size();
    std::size_t at = digits, dots = 0, spaces = 0;
    bool tab = false;
    while (at > 0) {
        const char c = line[at - 1];
        if (c == '.' || c == '_') ++dots;
        else if (c == '\t') tab = true;
        else if (c == ' ') ++spaces;
        else if (at >= 3 && line.substr(at - 3, 3) == "\xE2\x80\xA6") { dots += 3; at -= 2; }  // …
        else break;
        --at;
    }
    return dots >= 3 || tab || spaces >= 3 ? at : line.size();
}

}  // namespace plancheck
