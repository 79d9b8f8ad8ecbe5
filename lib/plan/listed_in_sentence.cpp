// Semicolons alone part what is listed: a comma stands inside of it as well.
#include "plan/listed_in_sentence.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/language.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"
#include "text/values.hpp"
#include "text/fold.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest_item = 240;  // columns
constexpr std::size_t shortest_item = 6;   // bytes

// Where a sign stands and how long it is; npos: nowhere.
struct Sign {
    std::size_t at = std::string_view::npos, size = 0;
};

Sign first_of(std::string_view text, std::size_t from, std::initializer_list<std::string_view> signs) {
    Sign first;
    for (const std::string_view sign : signs)
        if (const std::size_t at = text.find(sign, from); at < first.at) first = {at, sign.size()};
    return first;
}

Sign semicolon(std::string_view text, std::size_t from) { return first_of(text, from, {";", "؛", "；"}); }

// The next that stands in no brackets: "tonnes burned (8.3 in 2024; 5.8 in 2028)" is one.
Sign outside_brackets(std::string_view text, std::size_t from) {
    int depth = 0;
    for (std::size_t at = from;;) {
        const Sign end = semicolon(text, at);
        for (; at < std::min(end.at, text.size()); ++at) {
            const std::string_view rest = text.substr(at, 3);
            if (rest.front() == '(' || rest == "（") ++depth;
            if (depth > 0 && (rest.front() == ')' || rest == "）")) --depth;
        }
        if (end.size == 0 || depth == 0) return end;
        at = end.at + end.size;
    }
}

std::string_view without_end(std::string_view text) {
    text = trimmed(text);
    for (const std::string_view stop : {".", "。"})
        if (text.ends_with(stop)) text.remove_suffix(stop.size());
    return trimmed(text);
}

// "Three indicators: towns with boxes, lamps collected and people trained.": what commas and a last "and" part, where they are as many
// as a word or a number before the colon says; else nothing.
std::vector<std::string_view> counted_pieces(const Reading& reading, std::string_view head, std::string_view listed) {
    constexpr std::size_t most_pieces = 9;
    std::size_t count = 0;
    const std::string folded = fold(head);
    for (const TermHit& hit : reading.language.connectors.find(folded))
        if (kind_of_word(hit.id) == WordKind::number_word && detail_of_word(reading.language, hit.id).size() == 1) count = static_cast<std::size_t>(detail_of_word(reading.language, hit.id)[0] - '0');
    if (const std::size_t digit = ascii_digits.find(folded); digit < folded.size() && (digit + 1 == folded.size() || folded[digit + 1] == ' ')) count = static_cast<std::size_t>(folded[digit] - '0');
    std::vector<std::string_view> pieces;
    if (count < 2 || count > most_pieces) return pieces;
    // What stands in brackets parts nothing: "kilograms (2025: 11; 2029: 7.7)".
    std::string open(listed);
    int depth = 0;
    for (char& c : open) {
        depth += c == '(' ? 1 : 0;
        if (depth > 0 && (c == ',' || c == ' ' || c == ';')) c = '_';
        depth -= c == ')' && depth > 0 ? 1 : 0;
    }
    if (open.find(';') != std::string::npos) return pieces;
    const auto behind_joint = [&](std::size_t at) {
        for (const std::string& joint : reading.language.joints)
            if (listed.substr(at).starts_with(joint) && listed.substr(at + joint.size()).starts_with(' ')) return at + joint.size() + 1;
        return at;
    };
    std::size_t last = 0;  // where the last piece begins
    for (std::size_t at = 0; pieces.size() <= count;) {
        const std::size_t comma = std::min(open.find(", ", at), listed.size());
        pieces.push_back(without_end(listed.substr(at, comma - at)));
        last = at;
        if (comma == listed.size()) break;
        at = behind_joint(comma + 2);
    }
    for (const std::string& joint : reading.language.joints) {
        const std::string sign = " " + joint + " ";
        const std::size_t at = open.rfind(sign);
        if (pieces.size() + 1 != count || at == std::string::npos || at <= last) continue;
        pieces.back() = without_end(listed.substr(last, at - last));
        pieces.push_back(without_end(listed.substr(at + sign.size())));
        break;
    }
    if (pieces.size() != count) pieces.clear();
    return pieces;
}

// "Indicator 1.1: number of lamps; 85 in 2024" is one of several, and lists none.
bool announces(const Reading& reading, Span head, std::uint32_t vocabulary) {
    bool found = false;
    for (const TermPlace& place : reading.terms_in(head)) {
        if (place.vocabulary != vocabulary || place.negated) continue;
        const std::string_view behind = trimmed(reading.view({place.span.end, head.end}));
        if (!behind.empty() && behind.front() >= '0' && behind.front() <= '9') return false;
        found = true;
    }
    return found;
}

// "The indicators are: emissions in kilograms a year, number of plants and share of …": behind a comma, and behind a word that joins,
// another one begins where what follows begins as the template says that such items do.
std::vector<std::string_view> parted_by_commas(const Search& search, Span of) {
    const Reading& reading = search.reading;
    const std::uint32_t phrases = reading.lexicon.vocabulary(search.spec().kind + "-phrases");
    std::vector<std::string_view> pieces;
    if (phrases == Lexicon::none) return pieces;
    const std::string_view text = reading.view(of);
    constexpr std::size_t none = std::string_view::npos;
    const auto item_at = [&](std::size_t at) {  // behind what is written together with its first word
        constexpr std::uint32_t joined = 4;  // bytes of what the language writes together with the next word
        const std::uint32_t begin = of.begin + static_cast<std::uint32_t>(at);
        const auto places = reading.terms_in({begin, std::min(of.end, begin + joined)});
        const auto place = std::find_if(places.begin(), places.end(), [&](const TermPlace& one) { return one.vocabulary == phrases && !one.negated && one.span.begin >= begin; });
        return place == places.end() ? none : std::size_t{place->span.begin} - of.begin;
    };
    std::size_t from = 0;
    const auto cut = [&](std::size_t end, std::size_t next, bool parts_always) {
        if (end < from || next >= text.size() || (!parts_always && (next = item_at(next)) == none)) return false;
        pieces.push_back(trimmed(text.substr(from, end - from)));
        from = next;
        return true;
    };
    int depth = 0;  // of brackets
    for (std::size_t at = 0; at < text.size();) {
        const Decoded sign = decode(text, at);
        const bool listing = sign.code == 0x3001;  // parts what is listed, and nothing else
        const bool comma = listing || sign.code == ',' || sign.code == 0x60C || sign.code == 0xFF0C;
        depth += sign.code == '(' || sign.code == 0xFF08 ? 1 : sign.code == ')' || sign.code == 0xFF09 ? -1 : 0;
        std::size_t next = at + sign.size;
        if (depth == 0 && (comma || sign.code == ' ')) {
            while (next < text.size() && text[next] == ' ') ++next;
            if (!(comma && cut(at, next, listing))) {
                const std::string word = fold(text.substr(next, 16));
                const TermHit join = reading.language.connectors.match_at(word, 0, word_id(WordKind::join), word_id(WordKind::join, 0xFFFF));
                if (join.end != 0 && join.end < word.size() && word[join.end] == ' ') cut(at, next + join.end + 1, false);
            }
        }
        at = next;
    }
    if (!pieces.empty()) pieces.push_back(without_end(text.substr(from)));
    return pieces;
}

// "Objective 1 – indicator: tonnes; objective 2 – indicator: people": sentences, or parts of them, that name the kind behind the number
// of what each belongs to.
void one_a_number(const Search& search, const Line& line, std::uint32_t vocabulary, Found& found) {
    constexpr std::size_t farthest = 40;  // columns before the name of the kind
    const Reading& reading = search.reading;
    std::vector<Span> parts;
    for (const SentencePlace& place : sentences_of(reading.view(line.words), reading.language, Semicolon::ends)) {
        const Span part{line.words.begin + static_cast<std::uint32_t>(place.begin), line.words.begin + static_cast<std::uint32_t>(place.end)};
        const auto places = reading.terms_in(part);
        const auto named = std::find_if(places.begin(), places.end(), [&](const TermPlace& one) { return one.vocabulary == vocabulary && !one.negated; });
        if (named == places.end() || named->span.begin <= part.begin) continue;
        const std::string_view before = reading.view({part.begin, named->span.begin});
        std::string_view words = without_end(reading.view(part));
        for (const std::string_view sign : {";", "；", "؛"})
            if (words.ends_with(sign)) words.remove_suffix(sign.size());
        if (fits_in(before, farthest) && before.find_first_of("0123456789") != before.npos) parts.push_back({part.begin, part.begin + static_cast<std::uint32_t>(words.size())});
    }
    for (const Span part : parts.size() >= 2 ? parts : std::vector<Span>()) {
        Draft draft = make_draft(search, line.block, part, Confidence::high);
        draft.item.blocks = {line.block};
        draft.parts = {{line.block, part}};
        found.drafts.push_back(std::move(draft));
    }
}

}  // namespace

bool listed_in_sentence(const Search& search, const Line& line, std::uint32_t vocabulary, Found& found) {
    const Reading& reading = search.reading;
    const std::string_view text = reading.view(line.words);
    const std::size_t before = found.drafts.size();
    for (const SentencePlace& place : sentences_of(text, reading.language, Semicolon::joins)) {
        const std::string_view sentence = text.substr(place.begin, place.end - place.begin);
        const Sign colon = first_of(sentence, 0, {":", "："});
        const auto begin = line.words.begin + static_cast<std::uint32_t>(place.begin);
        if (colon.size == 0 || semicolon(sentence, 0).at < colon.at || !announces(reading, {begin, begin + static_cast<std::uint32_t>(colon.at)}, vocabulary)) continue;
        std::vector<std::string_view> pieces = counted_pieces(reading, sentence.substr(0, colon.at), sentence.substr(colon.at + colon.size));
        if (pieces.empty() && semicolon(sentence, 0).size == 0) {
            const std::size_t behind = place.begin + colon.at + colon.size;
            pieces = parted_by_commas(search, reading.trimmed({line.words.begin + static_cast<std::uint32_t>(behind), line.words.begin + static_cast<std::uint32_t>(place.end)}));
        }
        for (std::size_t at = pieces.empty() ? colon.at + colon.size : sentence.size(); at < sentence.size();) {
            const Sign end = outside_brackets(sentence, at);
            const std::size_t to = std::min(end.at, sentence.size());
            pieces.push_back(without_end(sentence.substr(at, to - at)));
            at = to + std::max<std::size_t>(end.size, 1);
        }
        const auto is_item = [](std::string_view piece) { return piece.size() >= shortest_item && fits_in(piece, longest_item); };
        if (pieces.size() < 2 || !std::all_of(pieces.begin(), pieces.end(), is_item)) continue;
        for (const std::string_view piece : pieces) {
            const auto from = line.words.begin + static_cast<std::uint32_t>(piece.data() - text.data());
            Span words{from, from + static_cast<std::uint32_t>(piece.size())};
            const auto label = ordinal_at(piece);  // "a) …; b) …"
            if (label && label->size < piece.size()) words = reading.trimmed({words.begin + static_cast<std::uint32_t>(label->size), words.end});
            Draft draft = make_draft(search, line.block, words, Confidence::high);
            if (label) draft.item.label = label->text;
            draft.item.blocks = {line.block};
            draft.parts = {{line.block, words}};
            found.drafts.push_back(std::move(draft));
        }
    }
    if (found.drafts.size() == before) one_a_number(search, line, vocabulary, found);
    return found.drafts.size() > before;
}

}  // namespace plancheck
