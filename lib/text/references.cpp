// Numbers of decisions and resolutions ("decisions 23/9, 24/3 and 25/5") after a word of the language, and symbols of
// documents (UNEP/EA.4/3, UNEP(DTIE)/Hg/INC.7/17). Both hide their digits from the finders of dates and amounts.
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/value_finder.hpp"

namespace plancheck {

void ValueFinder::find_references() {
    // Symbols: a token with a slash, two capitals or more and a digit.
    for (std::size_t slash = text_.find('/'); slash != std::string_view::npos;) {
        std::size_t begin = slash;
        while (begin > 0 && text_[begin - 1] != ' ') --begin;
        std::size_t end = slash;
        while (end < text_.size() && text_[end] != ' ') ++end;
        const std::size_t next = text_.find('/', end);
        while (end > begin && (at(end - 1) == '.' || at(end - 1) == ',' || at(end - 1) == ';' || at(end - 1) == ')' || at(end - 1) == ']')) --end;
        while (begin < end && (at(begin) == '(' || at(begin) == '[' || at(begin) == '"')) ++begin;
        const std::string_view token = text_.substr(begin, end - begin);
        std::size_t capitals = 0;
        for (const char c : source_of(begin, end)) capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
        const bool letters_first = !token.empty() && token[0] >= 'a' && token[0] <= 'z';
        const bool has_digit = token.find_first_of("0123456789") != std::string_view::npos;
        const bool fiscal = token.starts_with("fy") && ascii_digits.find(token.substr(0, 3)) == 2;  // FY2024/25
        if (letters_first && !fiscal && has_digit && capitals >= 2 && token.size() <= 60 && is_free(begin, end)) {
            take(ValueType::reference, begin, end, "symbol " + std::string(source_of(begin, end)), false, wants(want_references));
        }
        slash = next;
    }
    if (!has_hits(WordKind::decision) && !has_hits(WordKind::resolution)) return;
    for (const TermHit& hit : hits_) {
        const WordKind kind = kind_of_word(hit.id);
        if (kind != WordKind::decision && kind != WordKind::resolution) continue;
        std::size_t i = spaces_end(hit.end);
        std::size_t begin = hit.begin;
        bool first = true;
        // A chain: 23/9, 24/3 and 25/5. Its members are joined by a comma, a word of joining, or both.
        while (i < text_.size()) {
            for (const std::string_view sign : {"no. ", "n\xC2\xB0 ", "no ", "n\xC2\xB0", "n.o ", "num. "}) {
                if (text_.substr(i).starts_with(sign)) {
                    i += sign.size();
                    break;
                }
            }
            const std::size_t slash = digits_end(i);
            const std::size_t end = digits_end(slash + 1);
            if (slash == i || slash - i > 3 || at(slash) != '/' || end == slash + 1 || end - slash > 4 || !is_free(begin, end)) break;
            const std::string number(text_.substr(i, end - i));
            take(ValueType::reference, first ? begin : i, end, (kind == WordKind::decision ? "decision " : "resolution ") + number, false, wants(want_references));
            first = false;
            std::size_t next = end;
            if (at(next) == ',') ++next;
            next = spaces_end(next);
            if (const Connector join = connector_at(next, WordKind::join); join.end != 0) next = spaces_end(join.end);
            if (next == end) break;
            begin = i = next;
        }
    }
}

}  // namespace plancheck
