// A sentence is cut at the strongest separator that it has, outside brackets, and its last piece at the word that joins it.
// It lists names where most pieces look like one: a capital at one of the first words, few words, no sentence of their own.
// In scripts without capitals a comma alone proves nothing, so that there the words of organisations have to.
#include "plan/enumerations.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/letters.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest_name = 160;    // columns
constexpr std::size_t most_words = 14;        // of a name
constexpr std::size_t longest_term = 80;     // columns before a colon
constexpr std::size_t most_items = 1000;      // of one section
constexpr std::size_t most_looked_at = std::size_t{64} << 10;  // bytes of one section in which organisations are looked for

constexpr ByteSet clause_ends{",;"}, word_ends{" '"};

using Piece = SentencePlace;

bool is_open(char32_t c) noexcept { return c == '(' || c == '[' || c == 0xFF08; }
bool is_closed(char32_t c) noexcept { return c == ')' || c == ']' || c == 0xFF09; }

// The parts of text[begin, end) between `separator`, which counts outside brackets only; blank ones are left out.
std::vector<Piece> parts_between(std::string_view text, Piece whole, std::string_view separator) {
    std::vector<Piece> pieces;
    std::size_t depth = 0, from = whole.begin;
    const auto take = [&](std::size_t to) {
        const std::string_view inner = trimmed(text.substr(from, to - from));
        if (!inner.empty()) pieces.push_back({static_cast<std::size_t>(inner.data() - text.data()), static_cast<std::size_t>(inner.data() - text.data()) + inner.size()});
    };
    for (std::size_t at = whole.begin; at < whole.end;) {
        if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80 && low_word_characters[byte]) {
            ++at;
            continue;
        }
        const Decoded d = decode(text, at);
        if (is_open(d.code)) ++depth;
        if (is_closed(d.code) && depth != 0) --depth;
        if (depth == 0 && text.substr(at, whole.end - at).starts_with(separator)) {
            take(at);
            at += separator.size();
            from = at;
            continue;
        }
        at += d.size;
    }
    take(whole.end);
    return pieces;
}

// What parts a list, the strongest first. A comma is the last, and in scripts without capitals no proof.
struct Separator {
    std::string_view sign;
    bool proves;  // prose hardly ever has it
    char cue;     // the byte of it that other texts have least
};
constexpr Separator separators[] = {{"\n", true, '\n'}, {";", true, ';'}, {"；", true, '\x9B'}, {"؛", true, '\x9B'}, {"、", true, '\x81'}, {" / ", true, '/'},
                                    {" | ", true, '|'}, {" · ", true, '\xB7'}, {",", false, ','}, {"،", false, '\x8C'}, {"，", false, '\x8C'}};

struct Parted {
    std::vector<Piece> pieces;
    bool proves = false;
    bool spaced = false;  // by a sign between spaces, or a line each: then no word joins the last two
};

Parted parted(std::string_view text, Piece whole) {
    const std::string_view all = text.substr(whole.begin, whole.end - whole.begin);
    for (const Separator& one : separators) {
        if (all.find(one.cue) == std::string_view::npos || all.find(one.sign) == std::string_view::npos) continue;
        std::vector<Piece> pieces = parts_between(text, whole, one.sign);
        if (pieces.size() > 1) return {std::move(pieces), one.proves, one.sign.size() > 2 && one.sign.starts_with(' ')};
    }
    return {{whole}, false, false};
}

// "the Green Gold Alliance", "l'Institut": a capital at the first word or, behind an article, at the second.
bool has_capital(std::string_view piece) noexcept {
    std::size_t words = 0;
    for (std::size_t at = 0; at < piece.size() && words < 2; ++words) {
        for (const std::string_view quote : {"\xC2\xAB", "\xE2\x80\x9C", "\xE2\x80\x9E", "\""})  // «Clean Home»
            if (piece.substr(at).starts_with(quote)) at += quote.size();
        if (is_upper(decode(piece, at).code)) return true;
        const std::size_t next = word_ends.find(piece, at);
        const std::size_t typographic = piece.find("\xE2\x80\x99", at);
        if (next == std::string_view::npos && typographic == std::string_view::npos) return false;
        at = typographic < next ? typographic + 3 : next + 1;
    }
    return false;
}

bool is_name(std::string_view piece) noexcept {
    if (piece.size() < 2 || !fits_in(piece, longest_name) || (piece[0] >= '0' && piece[0] <= '9')) return false;
    if (static_cast<std::size_t>(std::count(piece.begin(), piece.end(), ' ')) >= most_words) return false;
    const char32_t first = decode(piece, 0).code;
    return is_caseless(first) || is_ideograph(first) || has_capital(piece);
}

// Whether as many words begin as a name may: with a capital, or in a script without.
bool may_hold_names(std::string_view text, std::size_t least) noexcept {
    bool in_word = false;
    std::size_t found = 0;
    for (std::size_t at = 0; at < text.size() && found < least;) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if (!in_word && byte >= 'A' && byte <= 'Z') ++found;
            in_word = low_word_characters[byte];
            ++at;
            continue;
        }
        const Decoded d = decode(text, at);
        if (is_ideograph(d.code) || (!in_word && (is_upper(d.code) || is_caseless(d.code)))) ++found;
        in_word = is_letter_or_digit(d.code);
        at += d.size;
    }
    return found >= least;
}

// Whether capitals stand behind each other, with nothing but signs inside words between them.
bool may_hold_acronym(std::string_view text) noexcept {
    bool capital = false;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        at += d.size;
        if (is_upper(d.code)) {
            if (std::exchange(capital, true)) return true;
        } else if (!is_inside_word(d.code)) {
            capital = false;
        }
    }
    return false;
}

bool is_address(std::string_view piece, const Language& language) {
    return mail_address(piece, language) < std::min(piece.size(), piece.find(' ')) || (piece.size() > 4 && piece[0] == '+' && piece[1] >= '0' && piece[1] <= '9');
}

bool begins_with_address(std::string_view piece) noexcept {
    std::size_t end = 0;
    while (end < piece.size() && (low_word_characters[static_cast<unsigned char>(piece[end]) & 0x7F] || piece[end] == '.' || piece[end] == '-') && static_cast<unsigned char>(piece[end]) < 0x80) ++end;
    return end != 0 && end < piece.size() && piece[end] == '@';
}

bool is_cased(std::string_view piece) noexcept {
    const char32_t first = decode(piece, 0).code;
    return !is_caseless(first) && !is_ideograph(first);
}

bool begins_organisation(std::string_view text, const Language& language) {
    constexpr std::size_t longest = 32;  // bytes
    const std::string folded = fold(text.substr(0, longest));
    const TermHit word = language.words.match_at(folded, 0, word_id(WordKind::organisation_word), word_id(WordKind::organisation_word, 0xFFFF));
    return word.end != 0 && (word.end == folded.size() || folded[word.end] == ' ');
}

// Without the word that joins it to the one before ("and the Bank"), and without a full stop.
Piece bare(std::string_view text, Piece piece, const Language& language) {
    const auto view = [&] { return text.substr(piece.begin, piece.end - piece.begin); };
    for (const std::string& joint : language.joints) {
        if (view().size() <= joint.size() + 1 || !view().starts_with(joint)) continue;
        if (view()[joint.size()] == ' ') piece.begin += joint.size() + 1;
        // Where it is written together with the next word, before a word for an organisation: "وشركة", but not "وزارة".
        else if (is_caseless(decode(joint, 0).code) && begins_organisation(view().substr(joint.size()), language)) piece.begin += joint.size();
    }
    while (piece.end > piece.begin && (text[piece.end - 1] == '.' || text[piece.end - 1] == ';' || text[piece.end - 1] == ',' || text[piece.end - 1] == ' ')) --piece.end;
    if (view().ends_with("。")) piece.end -= 3;
    return piece;
}

// "E and F": both, where both are names.
void split_last(std::string_view text, std::vector<Piece>& pieces, const Language& language) {
    const Piece last = pieces.back();
    const std::string_view view = text.substr(last.begin, last.end - last.begin);
    for (const std::string& joint : language.joints) {
        const std::string between = ' ' + joint + ' ';
        const std::size_t at = view.rfind(between);
        // Where no space parts words, behind a bracket alone: "甲公司（…）和乙公司".
        if (const std::size_t close = view.rfind("）" + joint); close != std::string_view::npos && is_ideograph(decode(joint, 0).code)) {
            pieces.back().end = last.begin + close + 3;
            pieces.push_back({last.begin + close + 3 + joint.size(), last.end});
            return;
        }
        // Where it is written together with the next word, behind a bracket alone as well: "(a@…) ومدرسة البحارة".
        if (const std::size_t close = view.rfind(") " + joint); close != std::string_view::npos && is_caseless(decode(joint, 0).code) && close + 2 + joint.size() < view.size() && view[close + 2 + joint.size()] != ' ') {
            pieces.back().end = last.begin + close + 1;
            pieces.push_back({last.begin + close + 2 + joint.size(), last.end});
            return;
        }
        if (at == std::string_view::npos || at == 0) continue;
        const std::string_view behind = view.substr(at + between.size());
        if (!is_cased(behind) || !is_name(view.substr(0, at)) || !is_name(behind)) continue;
        pieces.back().end = last.begin + at;
        pieces.push_back({last.begin + at + between.size(), last.end});
        return;
    }
}

// The one that holds an offset; they are in order.
const Piece* sentence_at(const std::vector<Piece>& sentences, std::size_t at) noexcept {
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), at, [](std::size_t place, const Piece& one) { return place < one.begin; });
    return after != sentences.begin() && at < std::prev(after)->end ? &*std::prev(after) : nullptr;
}

class Names {
public:
    Names(const Search& search, Found& found) : search_(search), reading_(search.reading), found_(found), others_(search.reading.lexicon.vocabulary("others")) {}

    // Sentences that list names.
    void listed(const Line& line) {
        const std::string_view text = reading_.view(line.words);
        for (const Piece& sentence : sentences_of(text, reading_.language, Semicolon::joins))
            if (may_hold_names(text.substr(sentence.begin, sentence.end - sentence.begin), 2)) sentence_of(line, text, sentence);
    }

    // Organisations that sentences name. A capital that begins a sentence makes no name.
    void named(const Line& line) {
        const std::string_view text = reading_.view(line.words);
        if (text.size() > left_) return;
        left_ -= text.size();
        const FoldedPart part(reading_, {line.block, line.words});
        const LanguageWords words(reading_, part);
        if (!words.hold(WordKind::organisation_word) && !may_hold_acronym(text)) return;
        const std::vector<Piece> sentences = sentences_of(text, reading_.language, Semicolon::joins);
        for (const Value& value : reading_.block_text->values(line.block, line.words, reading_.language, want_names)) {
            const std::string_view name = text.substr(value.begin, value.end - value.begin);
            const Piece* const sentence = sentence_at(sentences, value.begin);
            const bool first = sentence != nullptr && value.begin <= sentence->begin + 1;
            const std::size_t space = first && is_cased(name) ? name.find(' ') : 0;
            if (value.type == ValueType::organisation && !value.ambiguous && space != std::string_view::npos && is_name(name) && (space == 0 || has_capital(name.substr(space + 1))))
                add(line, {value.begin, value.end});
        }
        if (!found_.drafts.empty()) return;
        // A sentence that has a word of organisations with a capital names one, whoever it is.
        for (const TermHit& hit : words.hits()) {
            if (kind_of_word(hit.id) != WordKind::organisation_word) continue;
            const std::size_t begin = part.folded().source_begin(hit.begin - words.base());
            if (!is_upper(decode(text, begin).code)) continue;
            const Piece* const sentence = sentence_at(sentences, begin);
            if (sentence != nullptr && !trimmed(text.substr(sentence->begin, begin - sentence->begin)).empty()) add(line, bare(text, *sentence, reading_.language));
        }
    }

    void pieces(const Line& line, Piece whole) {
        const std::string_view text = reading_.view(line.words);
        Parted list = parted(text, bare(text, whole, reading_.language));
        if (list.pieces.size() > 1 && !list.spaced) split_last(text, list.pieces, reading_.language);
        // "Ministry of Lakes, office@lakes.example": an address belongs to the name before it.
        for (std::size_t i = list.pieces.size(); i-- > 1;)
            if (is_address(text.substr(list.pieces[i].begin, list.pieces[i].end - list.pieces[i].begin), reading_.language)) {
                list.pieces[i - 1].end = list.pieces[i].end;
                list.pieces.erase(list.pieces.begin() + static_cast<std::ptrdiff_t>(i));
            }
        // "Institute of Lakes (Ms Roe), lead of the area": what says only who leads is no name of its own.
        const auto view = [&](const Piece& piece) { return text.substr(piece.begin, piece.end - piece.begin); };
        const bool named = std::any_of(list.pieces.begin(), list.pieces.end(), [&](const Piece& piece) { return is_name(view(piece)) && is_cased(view(piece)); });
        for (const Piece& piece : list.pieces)
            if (!named || !is_cased(view(piece)) || is_name(view(piece)) || !names_role(view(piece))) add(line, bare(text, piece, reading_.language));
    }

private:
    const Search& search_;
    const Reading& reading_;
    Found& found_;
    std::uint32_t others_;
    std::set<std::string> known_;
    std::size_t left_ = most_looked_at;

    bool names_role(std::string_view words) const {
        const std::uint32_t lead = reading_.lexicon.like("lead");
        return lead != Lexicon::none && reading_.words.around.match_at(fold(words.substr(0, longest_name)), 0, lead, lead).end != 0;
    }

    // "the Green Gold Alliance", "la Universidad", "l'Institut": a list of names is read without their articles.
    static Piece without_article(std::string_view text, Piece piece) {
        constexpr std::size_t longest_article = 3;
        const std::string_view name = text.substr(piece.begin, piece.end - piece.begin);
        const std::size_t typographic = name.find("\xE2\x80\x99"), plain = name.find_first_of(" '");
        const std::size_t end = std::min(typographic, plain), behind = end == typographic ? end + 3 : end + 1;
        if (end == std::string_view::npos || end > longest_article || behind >= name.size() || is_upper(decode(name, 0).code) || !is_cased(name) || !is_upper(decode(name, behind).code)) return piece;
        return {piece.begin + behind, piece.end};
    }

    void add(const Line& line, Piece piece) {
        piece = without_article(reading_.view(line.words), piece);
        if (piece.end < piece.begin + 2 || found_.drafts.size() >= most_items) return;
        const Span span = reading_.trimmed({line.words.begin + static_cast<std::uint32_t>(piece.begin), line.words.begin + static_cast<std::uint32_t>(piece.end)});
        if (span.size() < 2 || !known_.insert(fold(reading_.view(span))).second) return;
        Draft draft = make_draft(search_, line.block, span, Confidence::low);
        draft.item.blocks = {line.block};
        draft.parts = {{line.block, span}};
        found_.drafts.push_back(std::move(draft));
    }

    // "Other partners are …", "Also taking part: …"; null: it does not stand there.
    const TermPlace* announcement(const Line& line, Piece sentence) const {
        for (const TermPlace& place : reading_.terms_in({line.words.begin + static_cast<std::uint32_t>(sentence.begin), line.words.begin + static_cast<std::uint32_t>(sentence.end)}))
            if (place.vocabulary == others_ && others_ != Lexicon::none) return &place;
        return nullptr;
    }

    // Behind a colon, or behind the name of the kind ("the partners of the area are the …") the first word with a capital.
    Piece behind_kind(const Line& line, std::string_view text, Piece sentence) const {
        const std::string_view view = text.substr(sentence.begin, sentence.end - sentence.begin);
        for (const std::string_view colon : {":", "："})
            if (const std::size_t at = view.find(colon); at < view.size() && fits_in(view.substr(0, at), longest_term) && clause_ends.find(view.substr(0, at)) == std::string_view::npos && at + colon.size() < view.size() && !begins_with_address(trimmed(view.substr(at + colon.size()))))
                return {sentence.begin + at + colon.size(), sentence.end};
        if (const TermPlace* const place = announcement(line, sentence)) {
            std::size_t begin = place->span.end - line.words.begin;
            while (begin < sentence.end && text[begin] == ' ') ++begin;
            return {begin, sentence.end};
        }
        if (!reading_.may_name(search_.kind, {line.block, {line.words.begin + static_cast<std::uint32_t>(sentence.begin), line.words.begin + static_cast<std::uint32_t>(sentence.end)}})) return sentence;
        const Folded folded = fold_mapped(view);
        for (const TermHit& hit : reading_.around.find(folded.text)) {
            if (hit.id != Words::name_of_kind + search_.kind) continue;
            std::size_t at = folded.source_end(hit.end);
            const std::size_t stop = std::min(clause_ends.find(view, at), view.size());
            for (std::size_t words = 0; at < stop && words < 8; ++words) {
                at = std::min(view.find(' ', at), view.size());
                while (at < view.size() && view[at] == ' ') ++at;
                const bool bracket = at < view.size() && view[at] == '(';
                if (bracket) ++at;
                const std::string_view word = view.substr(at, view.find(' ', at) - at);
                if (at >= stop || word.empty() || !has_capital(word)) continue;
                const std::size_t close = bracket ? view.find(')', at) : std::string_view::npos;
                return {sentence.begin + at, close == std::string_view::npos ? sentence.end : sentence.begin + close};
            }
            return sentence;
        }
        return sentence;
    }

    void sentence_of(const Line& line, std::string_view text, Piece sentence) {
        const Piece list = bare(text, behind_kind(line, text, sentence), reading_.language);
        const bool announced = announcement(line, sentence) != nullptr;
        Parted parts = parted(text, list);
        // "A and B" is a list only behind the name of the kind.
        if (!parts.spaced && (parts.pieces.size() > 1 || list.begin != sentence.begin)) split_last(text, parts.pieces, reading_.language);
        if (parts.pieces.size() < 2) return;
        std::size_t names = 0, cased = 0;
        for (Piece& piece : parts.pieces) {
            piece = bare(text, piece, reading_.language);
            const std::string_view view = text.substr(piece.begin, piece.end - piece.begin);
            if (is_cased(view)) ++cased;
            if (is_name(view)) ++names;
        }
        if (names < 2 || names * 3 < parts.pieces.size() * 2) return;
        if (!parts.proves && !announced && cased * 2 < parts.pieces.size()) return;
        for (const Piece& piece : parts.pieces)
            if (is_name(text.substr(piece.begin, piece.end - piece.begin)) && !leaves_room(line, piece)) add(line, piece);
    }

    // "欢迎加入。" below the names.
    bool leaves_room(const Line& line, Piece piece) const {
        const std::uint32_t openness = reading_.lexicon.vocabulary("openness");
        return openness != Lexicon::none && reading_.has_term({line.words.begin + static_cast<std::uint32_t>(piece.begin), line.words.begin + static_cast<std::uint32_t>(piece.end)}, openness);
    }
};

// The words before a colon, or all of a line that looks like a title, as a term by which the kind is sorted; else nothing.
// `behind` is where the words after it begin.
bool is_sorting(const Search& search, const Line& line, std::size_t& behind) {
    const Reading& reading = search.reading;
    const std::string_view text = reading.view(line.words);
    const std::size_t wide = text.find("："), colon = std::min(text.find(':'), wide);
    behind = colon == std::string_view::npos ? text.size() : colon + (colon == wide ? 3 : 1);
    if (!fits_in(text.substr(0, colon), longest_term)) return false;
    if (colon == std::string_view::npos && !is_title_like(reading, line)) return false;
    return sorts_names(search, text.substr(0, colon));
}

}  // namespace

// One term or several that are joined: "Governments and agencies".
bool sorts_names(const Search& search, std::string_view words) {
    constexpr std::size_t longest_rest = 3;
    const Language& language = search.reading.language;
    const std::string label = fold(words);
    const auto behind_joint = [&](std::size_t at) {
        for (const std::string_view sign : {", ", " / ", "/", " & ", "、"})
            if (std::string_view(label).substr(at).starts_with(sign)) return at + sign.size();
        for (const std::string& joint : language.joints) {
            const std::string between = is_ideograph(decode(joint, 0).code) ? joint : ' ' + joint + ' ';
            if (std::string_view(label).substr(at).starts_with(between)) return at + between.size();
        }
        return at;
    };
    const auto sorts = [&](std::uint32_t vocabulary) {
        if (vocabulary == Lexicon::none) return false;
        const auto hits = search.reading.find(label, vocabulary);
        for (std::size_t at = 0;;) {
            std::size_t end = at;
            for (const TermHit& hit : hits)
                if (hit.begin >= at && hit.begin == at + attached_before(language, std::string_view(label).substr(0, hit.begin), hit.begin)) end = std::max<std::size_t>(end, hit.end);
            if (end == at) return false;
            if (end + longest_rest >= label.size()) return true;
            at = behind_joint(end);
            if (at == end) return false;
        }
    };
    const auto sorted = [&](const FieldSpec& field) { return field.type == FieldType::term && sorts(search.reading.lexicon.vocabulary(field.vocabulary)); };
    return std::any_of(search.spec().fields.begin(), search.spec().fields.end(), sorted) || sorts(search.reading.lexicon.vocabulary("regions"));
}

bool is_region(const Search& search, Span words) {
    const std::uint32_t regions = search.reading.lexicon.vocabulary("regions");
    if (regions == Lexicon::none || !fits_in(search.reading.view(words), longest_term)) return false;
    const std::string title = fold(search.reading.view(words));
    const auto hits = search.reading.find(title, regions);
    return std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) { return hit.begin == 0 && hit.end == title.size(); });
}

std::vector<std::size_t> region_titles(const Search& search, LineRange lines) {
    std::vector<std::size_t> titles;
    constexpr int bold_level = 10, plain_level = 11;
    const auto level_of = [](const Line& line) { return line.kind == LineKind::heading ? int{line.level} : line.kind == LineKind::paragraph && line.whole_bold() && !line.is_list() ? bold_level : plain_level; };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // A line that nothing marks is a title where it is no more than a region.
        const bool plain = level_of(lines[i]) == plain_level && is_title_like(search.reading, lines[i]) && !lines[i].is_list() && !lines[i].ordinal;
        const int level = plain ? bold_level : level_of(lines[i]);
        if (level > (titles.empty() ? bold_level : std::min(level_of(lines[titles.front()]), bold_level))) continue;
        const bool region = is_region(search, lines[i].words);
        if (plain && !region) continue;
        if (!region || i + 1 == lines.size() || level_of(lines[i + 1]) <= level) return {};
        titles.push_back(i);
    }
    return titles;
}

void enumerate(const Search& search, const Line& line, std::size_t from, Found& found) {
    Names(search, found).pieces(line, {from, search.reading.view(line.words).size()});
}

void names_in_text(const Search& search, LineRange lines, Found& found) {
    Names names(search, found);
    const auto each = [&](auto&& take) {
        for (const Line& line : lines)
            if (line.kind == LineKind::paragraph && !line.is_list() && !states_field(search, line) && !ends_in_colon(search.reading, line.span)) take(line);
    };
    each([&](const Line& line) { names.listed(line); });
    if (!found.drafts.empty()) return;
    each([&](const Line& line) { names.named(line); });
}

void names_behind_sentence(const Search& search, LineRange lines, Found& found) {
    Names names(search, found);
    for (Line line : lines) {
        const std::vector<Piece> sentences = sentences_of(search.reading.view(line.words), search.reading.language, Semicolon::joins);
        if (sentences.size() < 2) continue;
        line.words.begin += static_cast<std::uint32_t>(sentences[1].begin);
        names.listed(line);
    }
}

void names_by_term(const Search& search, LineRange lines, Found& found) {
    Names names(search, found);
    const Line* group = nullptr;
    Span sorting;  // the words of the group that say so
    bool full = false;  // the names stand in the line of their group, and no paragraph below holds more of them
    for (const Line& line : lines) {
        if (line.kind == LineKind::table) {
            group = nullptr;
            continue;
        }
        const std::size_t before = found.drafts.size(), size = search.reading.view(line.words).size();
        std::size_t behind = 0;
        if (is_sorting(search, line, behind)) {
            group = &line;
            sorting = {line.words.begin, line.words.begin + static_cast<std::uint32_t>(behind)};
            if (behind < size) names.pieces(line, {behind, size});
            full = behind < size;
        } else if (line.kind == LineKind::heading || (full && line.kind == LineKind::paragraph && !line.is_list() && !line.continued)) {
            group = nullptr;
        } else if (group != nullptr && !states_field(search, line)) {
            names.pieces(line, {0, size});
        }
        if (group == nullptr) continue;
        for (std::size_t i = before; i < found.drafts.size(); ++i) found.drafts[i].groups.push_back({group->block, sorting});
    }
}

}  // namespace plancheck
