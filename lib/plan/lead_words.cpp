// A role in brackets or in a list says who leads where nothing but a contact, a time or a stop follows it.
#include "plan/lead_words.hpp"

#include <algorithm>

#include "plan/cell_signs.hpp"
#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"
#include "text/words.hpp"
#include "text/values.hpp"

namespace plancheck {

int answer_in(const Reading& reading, Span words) {
    const std::string_view text = trimmed(reading.view(words));
    if (says_no(text) || text == "✗" || text == "✘") return -1;  // a question is asked, and these are its "no"
    if (says_yes(text)) return 1;
    const std::uint32_t answers = reading.lexicon.vocabulary("answers");
    const std::string folded = fold(text);
    for (const TermHit& hit : answers == Lexicon::none || !fits_in(text, 12) ? std::vector<TermHit>() : reading.find(folded, answers))
        if (hit.begin == 0 && hit.end == folded.size()) return reading.form.vocabularies[answers].terms[reading.lexicon.term(hit.id).term].key == "yes" ? 1 : -1;
    return 0;
}

std::uint32_t name_of_row(const Reading& reading, const std::vector<std::uint32_t>& cells, const std::unordered_set<std::uint32_t>& names) {
    for (const std::uint32_t cell : cells)
        if (const std::uint32_t leaf = texts_in(reading, cell).front(); names.contains(leaf)) return leaf;
    return texts_in(reading, cells.front()).front();
}

bool ends_title(const Reading& reading, std::string_view text, std::size_t stop) {
    std::size_t begin = stop;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '(') --begin;
    return reading.language.words.match_at(text, static_cast<std::uint32_t>(begin), word_id(WordKind::person_title), word_id(WordKind::person_title, 0xFFFF)).end == stop + 1;
}

SentencePlace sentence_around(const Reading& reading, std::string_view text, const TermHit& label) {
    std::size_t from = label.begin, to = label.end;
    constexpr std::string_view full_stop = "。";
    while (from > 0 && !(text[from - 1] == ' ' && from > 1 && text[from - 2] == '.' && !ends_title(reading, text, from - 2)) && !text.substr(0, from).ends_with(full_stop)) --from;
    while (to < text.size() && !(text[to] == '.' && (to + 1 == text.size() || text[to + 1] == ' ') && !ends_title(reading, text, to)) && !text.substr(to).starts_with(full_stop)) ++to;
    return {from, to};
}

std::size_t copula_at(const Reading& reading, std::string_view text, std::size_t end) {
    const std::size_t at = end < text.size() && text[end] == ' ' ? end + 1 : end;
    for (const std::string& word : reading.language.naming) {
        const bool ideographs = is_ideograph(decode(word, 0).code);
        if (at < text.size() && text.substr(at).starts_with(word) && (ideographs || (at != end && text.substr(at + word.size()).starts_with(' ')))) return at + word.size();
    }
    return 0;
}

Span without_copula(const Reading& reading, Span who) {
    const std::string_view name = reading.view(who);
    for (const std::string& word : reading.language.naming) {
        // 为 and 是 alone begin names as well.
        const bool ideographs = is_ideograph(decode(word, 0).code);
        if (!name.starts_with(word) || (ideographs ? word.size() < 6 : !name.substr(word.size()).starts_with(' '))) continue;
        who.begin += static_cast<std::uint32_t>(word.size());
        who = reading.trimmed(who);
        const std::string_view rest = reading.view(who);
        for (const std::string_view apostrophe : {"'", "\xE2\x80\x99"})
            if (rest.size() > 8 && rest.substr(1).starts_with(apostrophe)) who.begin += static_cast<std::uint32_t>(1 + apostrophe.size());
        break;
    }
    return who;
}

Span name_before_role(const Reading& reading, const Line& line, const FoldedBlock& folded, const TermHit& hit) {
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
    const bool bracket = (left == '(' || left == '[') && (right == ')' || right == ']' || right == ':' || comma || (more.size() < 24 && ascii_digits.find(more) < more.size()));
    // Behind a comma stands the office of a person as well ("Ms Roe, director, roe@…").
    const bool addressed = holds_mail(text, reading.language);
    const bool behind = (line.is_list() || (addressed && left == '-' && fits_in(text, 240))) && ((left == '-' && (comma || right == '-' || (addressed && right == ':'))) || ((left == '-' || (left != 0 && commas.find(left) != std::u32string_view::npos)) &&
                                                                      (right == 0 || right == '.' || right == ';')));
    if (!bracket && !behind) return {};
    Span who{line.words.begin, line.words.begin + folded.source_begin(static_cast<std::uint32_t>(before))};
    // "Europe: Lake Institute (lead)", "Lamp Recyclers; Lake Institute (lead)".
    for (const std::string_view sign : {": ", "：", "; ", "；", "؛", "、"})
        if (const std::size_t at = reading.view(who).rfind(sign); at != std::string_view::npos && at + sign.size() + 6 < who.size()) who.begin += static_cast<std::uint32_t>(at + sign.size());
    who = reading.trimmed(who);
    constexpr std::u32string_view signs = U"[(（-,،，、\u2013\u2014";
    while (!who.empty()) {
        const Decoded d = decode_before(reading.view(who), who.size());
        if (!is_white_space(d.code) && signs.find(d.code) == std::u32string_view::npos) break;
        who.end -= d.size;
    }
    return who;
}

bool is_measure(std::string_view who) noexcept {
    const std::size_t end = std::min(who.find_first_not_of("0123456789.,"), who.size());
    return end != 0 && who[end - 1] >= '0' && who[end - 1] <= '9' && (end == who.size() || who[end] == ' ' || who[end] == '%');
}

namespace {

// Behind a full stop one space stands, or two.
bool capital_behind(std::string_view text, std::size_t stop) noexcept {
    const std::size_t at = text.find_first_not_of(' ', stop + 1);
    return at != std::string_view::npos && is_upper(decode(text, at).code);
}

}  // namespace

std::uint32_t end_of_name(const Reading& reading, Span who) {
    const std::string_view text = reading.view(who);
    if (std::count(text.begin(), text.end(), '@') < 2) {
        // "Ms Roe, Lake Institute. The members are:", where nobody and nothing to reach them by stands behind the stop.
        for (std::size_t stop = text.find(". "); stop != std::string_view::npos; stop = text.find(". ", stop + 1))
            if (const std::size_t space = text.substr(0, stop).rfind(' '); stop - (space == std::string_view::npos ? 0 : space + 1) > 4 && capital_behind(text, stop))
                if (const auto behind = find_values(text.substr(stop + 2), reading.language, want_contacts | want_names | want_unset);
                    text.ends_with(':') || std::none_of(behind.begin(), behind.end(), [](const Value& value) { return value.type != ValueType::organisation; }))
                    return who.begin + static_cast<std::uint32_t>(stop);
        return who.end;
    }
    if (const std::size_t stop = text.find("。"); stop < text.find('@')) return who.begin + static_cast<std::uint32_t>(stop);
    constexpr std::size_t shortest_word = 4;  // bytes: "Ms.", "A." and "Inc." end no sentence
    for (std::size_t stop = text.find(". "); stop != std::string_view::npos; stop = text.find(". ", stop + 1)) {
        const std::size_t space = text.substr(0, stop).rfind(' ');
        if (text.substr(0, stop).find('@') != std::string_view::npos) break;
        if (stop - (space == std::string_view::npos ? 0 : space + 1) > shortest_word && capital_behind(text, stop)) return who.begin + static_cast<std::uint32_t>(stop);
    }
    return who.end;
}

bool names_nobody(const Reading& reading, std::string_view who) {
    constexpr std::size_t longest = 40;
    if (!fits_in(who, longest)) return false;
    if (count_words(who).with_letters == 0) return true;
    const std::uint32_t none = reading.lexicon.vocabulary("not-applicable");
    const std::string folded = fold(who);
    const auto hits = none == Lexicon::none ? std::vector<TermHit>() : reading.find(folded, none);
    return std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) { return hit.begin == 0 && hit.end + 1 >= folded.size(); });
}

std::size_t joint_at(const Reading& reading, std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    std::size_t size = 0;
    for (const std::string_view sign : {", ", "; ", "、", "，", "؛ ", "، "})
        if (rest.starts_with(sign)) size = sign.size();
    const bool spaced = rest.starts_with(' ') || size != 0;
    const std::size_t from = size != 0 ? size : rest.starts_with(' ') ? 1 : 0;
    for (const std::string& word : reading.language.joints) {
        if (!rest.substr(from).starts_with(word)) continue;
        const std::size_t end = from + word.size();
        if (is_ideograph(decode(word, 0).code) || (spaced && !reading.language.article.empty())) return end;  // written together with the next word
        if (spaced && rest.substr(end).starts_with(' ')) return end + 1;
    }
    return size;
}

std::vector<Span> parted_names(const Reading& reading, Span who) {
    const std::string_view text = reading.view(who);
    std::vector<Span> parts;
    std::size_t begin = 0;
    const auto part_to = [&](std::size_t end) {
        const std::string_view part = trimmed(text.substr(begin, end - begin));
        const char32_t first = part.empty() ? U'\0' : decode(part, 0).code;
        // "(in turn)" behind the last of them, and "(Lake Institute) for two years".
        const bool stands = (part.find('(') != std::string_view::npos || part.find("（") != std::string_view::npos) && (is_upper(first) || is_caseless(first) || is_ideograph(first) || part.find(' ') < 5);
        if (stands) parts.push_back({who.begin + static_cast<std::uint32_t>(begin), who.begin + static_cast<std::uint32_t>(end)});
        return stands;
    };
    const std::string_view closing = text.find("）") == std::string_view::npos ? ")" : "）", opening = closing == ")" ? "(" : "（";
    for (std::size_t bracket = text.find(closing); bracket != std::string_view::npos; bracket = text.find(closing, bracket + 1)) {
        const std::size_t close = bracket + closing.size() - 1;
        const std::string_view rest = text.substr(close + 1);
        std::size_t joint = 0;
        for (const std::string_view comma : {", ", "; ", "، ", "؛ ", "、", "，", "；"})
            if (rest.starts_with(comma)) joint = comma.size();
        for (const std::string& word : reading.language.joints) {
            const std::size_t from = joint == 0 ? 1 : joint;
            // "A（…）和B（…）", "A (…) وB (…)": written together with the next word.
            const bool ideographs = is_ideograph(decode(word, 0).code), together = ideographs || is_caseless(decode(word, 0).code);
            if (const std::size_t at = joint != 0 ? joint : ideographs ? 0 : 1; together && rest.size() > at && (at == 0 || ideographs || rest[at - 1] == ' ') && rest.substr(at).starts_with(word)) {
                joint = at + word.size();
                break;
            }
            if (rest.size() > from && rest[from - 1] == ' ' && rest.substr(from).starts_with(word) && rest.substr(from + word.size()).starts_with(' ')) {
                joint = from + word.size() + 1;
                break;
            }
        }
        if (joint == 0 || text.find(opening, close) == std::string_view::npos) continue;
        if (!part_to(close + 1)) return {who};
        begin = close + 1 + joint;
    }
    if (parts.empty() || !part_to(text.size())) return {who};
    return parts;
}

bool is_undecided(const Reading& reading, std::string_view folded) {
    const std::vector<TermHit> hits = reading.language.connectors.find(folded);
    return std::any_of(hits.begin(), hits.end(), [](const TermHit& hit) { return kind_of_word(hit.id) == WordKind::undecided; });
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

bool is_head_of_partners(const Reading& reading, std::uint32_t cell) {
    const std::uint32_t partner = reading.lexicon.like("partner");
    const std::string folded = fold(reading.view(reading.document.blocks[texts_in(reading, cell).front()].text));
    return partner != Lexicon::none && reading.words.heads.match_at(folded, 0, partner * 64, partner * 64 + 63).end == folded.size();
}

}  // namespace plancheck
