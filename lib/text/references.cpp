// Numbers of decisions and resolutions ("decisions 23/9, 24/3 and 25/5") after a word of the language, and symbols of
// documents (UNEP/EA.4/3, UNEP(DTIE)/Hg/INC.7/17). Both hide their digits from the finders of dates and amounts.
#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/value_finder.hpp"

namespace plancheck {

void ValueFinder::find_references() {
    find_symbols();
    if (!has_hits(WordKind::decision) && !has_hits(WordKind::resolution)) return;
    for (const TermHit& hit : hits_)
        if (const WordKind kind = kind_of_word(hit.id); kind == WordKind::decision || kind == WordKind::resolution)
            find_decisions(hit, kind == WordKind::decision ? "decision " : "resolution ");
}

// Tokens with a slash, two capitals or more and a digit.
void ValueFinder::find_symbols() {
    constexpr std::size_t longest = 60;
    constexpr std::string_view opening = "([\"", closing = ".,;)]";
    for (std::size_t slash = text_.find('/'); slash != text_.npos;) {
        std::size_t begin = text_.rfind(' ', slash) + 1;
        std::size_t end = std::min(text_.find(' ', slash), text_.size());
        slash = text_.find('/', end);
        while (end > begin && closing.find(text_[end - 1]) != closing.npos) --end;
        while (begin < end && opening.find(text_[begin]) != opening.npos) ++begin;
        const std::string_view token = text_.substr(begin, end - begin);
        const bool letters_first = !token.empty() && token[0] >= 'a' && token[0] <= 'z';
        const bool fiscal = token.starts_with("fy") && ascii_digits.find(token.substr(0, 3)) == 2;  // FY2024/25
        if (!letters_first || fiscal || token.size() > longest || ascii_digits.find(token) >= token.size() || !is_free(begin, end)) continue;
        const std::string_view source = source_of(begin, end);
        if (std::count_if(source.begin(), source.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2)
            take(ValueType::reference, begin, end, "symbol " + std::string(source), false, wants(want_references));
    }
}

// A chain behind the word: 23/9, 24/3 and 25/5. Its members are joined by a comma, a word of joining, or both.
void ValueFinder::find_decisions(const TermHit& word, std::string_view kind) {
    std::size_t i = spaces_end(word.end);
    for (std::size_t begin = word.begin; i < text_.size();) {
        for (const std::string_view sign : {"no. ", "n\xC2\xB0 ", "no ", "n\xC2\xB0", "n.o ", "num. "})
            if (text_.substr(i).starts_with(sign)) {
                i += sign.size();
                break;
            }
        const std::size_t slash = digits_end(i), end = digits_end(slash + 1);
        if (slash == i || slash - i > 3 || at(slash) != '/' || end == slash + 1 || end - slash > 4 || !is_free(begin, end)) return;
        take(ValueType::reference, begin == word.begin ? begin : i, end, std::string(kind).append(text_.substr(i, end - i)), false, wants(want_references));
        std::size_t next = spaces_end(at(end) == ',' ? end + 1 : end);
        if (const Connector join = connector_at(next, WordKind::join); join.end != 0) next = spaces_end(join.end);
        if (next == end) return;
        begin = i = next;
    }
}

}  // namespace plancheck
