// A role in brackets or in a list says who leads where nothing but a contact, a time or a stop follows it.
#include "plan/lead_words.hpp"

#include <algorithm>

#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

bool ends_title(const Reading& reading, std::string_view text, std::size_t stop) {
    std::size_t begin = stop;
    while (begin > 0 && text[begin - 1] != ' ') --begin;
    return reading.language.words.match_at(text, static_cast<std::uint32_t>(begin), word_id(WordKind::person_title), word_id(WordKind::person_title, 0xFFFF)).end == stop + 1;
}

Span name_before_role(const Reading& reading, const Line& line, const Folded& folded, const TermHit& hit) {
    const std::string_view text = folded.text;
    std::size_t before = hit.begin;
    while (before > 0 && text[before - 1] == ' ') --before;
    before -= attached_before(reading.language, text.substr(0, before), before);
    while (before > 0 && text[before - 1] == ' ') --before;
    const char32_t left = before == 0 ? U'\0' : decode_before(text, before).code;
    const std::size_t after = text.find_first_not_of(' ', hit.end);
    const char32_t right = after == std::string_view::npos ? U'\0' : decode(text, after).code;
    constexpr std::u32string_view commas = U",،，、";
    const bool comma = right != 0 && commas.find(right) != std::u32string_view::npos;
    const std::string_view more = text.substr(hit.end, std::min(text.find_first_of("),:", hit.end), text.size()) - hit.end);  // "(lead until 2027)"
    const bool bracket = left == '(' && (right == ')' || right == ':' || comma || (more.size() < 24 && ascii_digits.find(more) < more.size()));
    // Behind a comma stands the office of a person as well ("Ms Roe, director, roe@…").
    const bool behind = line.is_list() && ((left == '-' && (comma || right == '-')) || ((left == '-' || (left != 0 && commas.find(left) != std::u32string_view::npos)) &&
                                                                      (right == 0 || right == '.' || right == ';')));
    if (!bracket && !behind) return {};
    Span who{line.words.begin, line.words.begin + folded.source_begin(static_cast<std::uint32_t>(before))};
    constexpr std::u32string_view signs = U"(（-,،，、\u2013\u2014";
    while (!who.empty()) {
        const Decoded d = decode_before(reading.view(who), who.size());
        if (!is_white_space(d.code) && signs.find(d.code) == std::u32string_view::npos) break;
        who.end -= d.size;
    }
    return who;
}

bool is_field_of_partner(const Reading& reading, std::string_view text, const TermHit& hit) {
    const std::size_t begin = hit.begin - attached_before(reading.language, text, hit.begin);
    const std::size_t colon = begin == 0 ? std::string_view::npos : text.find_last_not_of(' ', begin - 1);
    const std::uint32_t partner = reading.lexicon.like("partner");
    if (colon == std::string_view::npos || text[colon] != ':' || partner == Lexicon::none) return false;
    const std::size_t from = colon > 60 ? colon - 60 : 0;
    const std::vector<TermHit> heads = reading.words.heads.find(text.substr(from, colon - from));
    return std::any_of(heads.begin(), heads.end(), [&](const TermHit& head) { return head.id >= partner * 64 && head.id < partner * 64 + 64 && head.end + from == colon; });
}

}  // namespace plancheck
