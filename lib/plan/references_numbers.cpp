// References by number, as running text and cells give them: after a word for the kind ("work packages 2, 3 and 5"), in a
// place meant for them, in words (the second), counted (第2项), or as a code ("WP2").
#include <algorithm>

#include "plan/counted_names.hpp"
#include "plan/ordinals.hpp"
#include "plan/references.hpp"
#include "plan/word_ends.hpp"
#include "text/negation.hpp"
#include "text/language.hpp"
#include "text/characters.hpp"
#include "text/number_signs.hpp"
#include "text/numerals.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

// الثاني, "the second": an ordinal in words; 0 where it is none.
std::uint32_t ordinal_value(std::string_view word) {
    if (word.empty() || static_cast<unsigned char>(word[0]) < 0xD8) return 0;
    const auto ordinal = parse_numeral(word, Languages::built_in(), SectionWords::none);
    return ordinal && ordinal->style == NumeralStyle::ordinal_word ? ordinal->value : 0;
}

// "(ب)", as lists are lettered in scripts without capitals: the letter that stands at `at`, behind the bracket.
std::optional<Ordinal> bracketed_letter(std::string_view text, std::size_t at) {
    const Decoded letter = decode(text, at);
    if (!is_caseless(letter.code) || at + letter.size >= text.size() || text[at + letter.size] != ')') return std::nullopt;
    constexpr std::string_view alef = "\xD8\xA7", with_hamza = "\xD8\xA3";  // folded text has lost the hamza that the first letter is written with
    const std::string_view sign = text.substr(at, letter.size);
    return ordinal_at("(" + std::string(sign == alef ? with_hamza : sign) + ") -");
}

// "цель «б»", "objective “b”": a label between quotation marks, which folded text has one sign for; where its quotation ends.
std::size_t quoted_end(std::string_view folded, std::size_t from) {
    constexpr std::size_t longest = 8;  // bytes
    if (from >= folded.size() || folded[from] != '"') return 0;
    const std::size_t close = folded.substr(0, std::min(folded.size(), from + longest)).find('"', from + 1);
    return close == std::string_view::npos || close == from + 1 ? 0 : close;
}

}  // namespace

std::uint32_t References::numbers_at(std::string_view folded, std::uint32_t at, const Targets& targets, bool bare, Referred& to, bool& counted) const {
    const auto skip = [&](std::size_t from) {
        while (from < folded.size() && folded[from] == ' ') ++from;
        return from;
    };
    std::size_t end = at;
    std::uint32_t last = 0;
    bool range = false;
    for (int n = 0; n < 32; ++n) {
        std::size_t from = skip(end);
        from = after_number_sign(reading_.language, folded, from);
        if (from >= folded.size()) break;
        const bool open = folded[from] == '(';
        if (open) ++from;
        std::size_t stop = from;
        while (stop < folded.size() && is_digit(folded[stop])) ++stop;
        const std::size_t whole = stop;
        while (stop + 1 < folded.size() && folded[stop] == '.' && is_digit(folded[stop + 1])) {
            ++stop;
            while (stop < folded.size() && is_digit(folded[stop])) ++stop;
        }
        // "2-1" where something is called so.
        if (stop > from && stop + 1 < folded.size() && folded[stop] == '-' && is_digit(folded[stop + 1])) {
            std::size_t second = stop + 1;
            while (second < folded.size() && is_digit(folded[second])) ++second;
            if (targets.labels.contains(folded.substr(from, second - from))) stop = second;
        }
        std::string token(folded.substr(from, stop - from));
        std::uint32_t value = 0;
        const std::size_t quoted = quoted_end(folded, from);
        if (quoted != 0 && targets.labels.contains(folded.substr(from + 1, quoted - from - 1))) {
            token = folded.substr(from + 1, quoted - from - 1);
            stop = quoted + 1;
        } else
        if (const auto [number, last_sign] = chinese_number(folded, from); token.empty() && number != 0) {
            // 目标一致 is no objective 1: what follows must end the number.
            const auto p = static_cast<std::uint32_t>(last_sign);
            const auto& words = reading_.language.connectors;
            const bool ends = !word_at(folded, last_sign) || words.match_at(folded, p, word_id(WordKind::of_year), word_id(WordKind::of_year, 0xFFFF)).end != 0 || words.match_at(folded, p, word_id(WordKind::join), word_id(WordKind::join, 0xFFFF)).end != 0 ||
                              words.match_at(folded, p, word_id(WordKind::to), word_id(WordKind::to, 0xFFFF)).end != 0;
            const auto& naming = reading_.language.naming;  // 优先行动四由…承担
            if (!ends && std::none_of(naming.begin(), naming.end(), [&, at = last_sign](const std::string& word) { return folded.substr(at).starts_with(word); })) break;
            stop = last_sign;
            value = number;
            token = std::to_string(number);
        } else if (const auto letter = open && token.empty() ? bracketed_letter(folded, from) : std::nullopt) {
            stop = folded.find(')', from);
            value = letter->value;
            token = letter->text;
        } else if (const std::uint32_t named = token.empty() ? number_word(folded, from, targets, stop) : 0; named != 0) {
            value = named;
            token = std::to_string(named);
        } else if (token.empty()) {
            stop = word_end(folded, from);
            // "III.2" is the second of section III, and no third one.
            const std::size_t word = stop;
            while (stop > from && stop + 1 < folded.size() && folded[stop] == '.' && is_digit(folded[stop + 1])) {
                ++stop;
                while (stop < folded.size() && is_digit(folded[stop])) ++stop;
            }
            token = std::string(folded.substr(from, stop - from));
            if (stop != word && !targets.labels.contains(token)) break;
            const auto known = targets.labels.find(token);
            const std::uint32_t roman = token.size() <= 4 ? roman_value(token).value_or(0) : ordinal_value(token);
            const bool letter = count_code_points(token) == 1;
            const bool single = letter && (n > 0 || bare || stop == folded.size() || folded[stop] != ' ' || joins_letters(folded, stop, targets));
            const auto sign = known == targets.labels.end() && letter && single && token.size() > 1 ? bracketed_letter(token + ")", 0) : std::nullopt;  // الهدف ب
            if (known == targets.labels.end() && !sign && !(roman != 0 && token.size() > 1)) break;
            if (known != targets.labels.end() && !single && letter) break;
            if (known == targets.labels.end()) value = sign ? sign->value : roman;
        } else if (whole - from > 3) {
            break;
        } else {
            value = whole_number(token.substr(0, whole - from));
            if (stop < folded.size() && (folded[stop] == '%' || (word_at(folded, stop) && !bare && !is_ideograph(decode(folded, stop).code)))) break;
        }
        counted = true;
        if (const auto label = targets.labels.find(token); label != targets.labels.end()) to.items.push_back(label->second);
        else if (const auto number = targets.numbers.find(value); number != targets.numbers.end()) to.items.push_back(number->second);
        if (range && value > last && value - last <= 50)
            for (std::uint32_t k = last + 1; k < value; ++k)
                if (const auto number = targets.numbers.find(k); number != targets.numbers.end()) to.items.push_back(number->second);
        last = value;
        end = stop;
        if (open && end < folded.size() && folded[end] == ')') ++end;
        // What joins it to the next one.
        std::size_t next = skip(end);
        if (next >= folded.size()) break;
        const char c = folded[next];
        range = false;
        if (c == ',' || c == '&' || c == '/' || c == '+' || c == ';') {
            next = skip(next + 1);
            const TermHit join = reading_.language.connectors.match_at(folded, static_cast<std::uint32_t>(next), word_id(WordKind::join), word_id(WordKind::join, 0xFFFF));
            if (join.end != 0) next = join.end;
        } else if (c == '-') {
            range = true;
            ++next;
        } else {
            const auto p = static_cast<std::uint32_t>(next);
            const TermHit until = reading_.language.connectors.match_at(folded, p, word_id(WordKind::to), word_id(WordKind::to, 0xFFFF));
            const TermHit join = reading_.language.connectors.match_at(folded, p, word_id(WordKind::join), word_id(WordKind::join, 0xFFFF));
            if (join.end == 0 && until.end == 0) break;
            range = join.end == 0;
            next = range ? until.end : join.end;
        }
        // Only another number goes on.
        next = skip(next);
        std::size_t whole_word = 0;
        if (next >= folded.size() || (!is_digit(folded[next]) && folded[next] != '(' && folded[next] != '"' && number_word(folded, next, targets, whole_word) == 0 && !targets.labels.contains(folded.substr(next, word_end(folded, next) - next)))) break;
        end = next;
    }
    return static_cast<std::uint32_t>(end);
}

// "objective one", "objetivos uno y dos": a word that counts no further than there are items, and no thing behind it; 0: there is none.
// `stop` becomes where it ends.
std::uint32_t References::number_word(std::string_view folded, std::size_t at, const Targets& targets, std::size_t& stop) const {
    const auto& words = reading_.language.connectors;
    const auto begin = static_cast<std::uint32_t>(at);
    const TermHit hit = words.match_at(folded, begin, word_id(WordKind::number_word), word_id(WordKind::number_word, 0xFFFF));
    if (hit.end == 0 || word_at(folded, hit.end) || is_ideograph(decode(folded, at).code)) return 0;
    const std::uint32_t value = whole_number(detail_of_word(reading_.language, hit.id));
    if (value == 0 || value > targets.ids.size()) return 0;
    if (hit.end < folded.size() && folded[hit.end] == ' ' && words.match_at(folded, hit.end + 1, word_id(WordKind::join), word_id(WordKind::join, 0xFFFF)).end == 0) return 0;
    stop = hit.end;
    return value;
}

// "цели а и б": behind a letter a word that joins, and another letter that nothing but a sign follows.
bool References::joins_letters(std::string_view folded, std::size_t at, const Targets& targets) const {
    while (at < folded.size() && folded[at] == ' ') ++at;
    const TermHit join = reading_.language.connectors.match_at(folded, static_cast<std::uint32_t>(at), word_id(WordKind::join), word_id(WordKind::join, 0xFFFF));
    if (join.end == 0 || join.end >= folded.size() || folded[join.end] != ' ') return false;
    const std::size_t begin = join.end + 1, end = word_end(folded, begin);
    const std::string_view letter = folded.substr(begin, end - begin);
    return count_code_points(letter) == 1 && targets.labels.contains(letter) && (end == folded.size() || folded[end] != ' ');
}

TermHit References::word_before(std::string_view folded, std::uint32_t at, WordKind kind) const {
    constexpr std::size_t longest = 24;
    if (at < 4 || folded[at - 1] != ' ') return {};
    std::size_t begin = at - 1;
    while (begin > 0 && folded[begin - 1] != ' ' && folded[begin - 1] != '(' && at - begin < longest) --begin;
    const TermHit word = reading_.language.connectors.match_at(folded, static_cast<std::uint32_t>(begin), word_id(kind), word_id(kind, 0xFFFF));
    return word.end + 1 == at ? word : TermHit{};
}

// "the two objectives" where there are two.
bool References::counts_all(std::string_view folded, std::uint32_t at, const Targets& targets) const {
    if (targets.ids.size() < 2) return false;
    const TermHit number = word_before(folded, at, WordKind::number_word);
    return number.end != 0 && detail_of_word(reading_.language, number.id) == std::to_string(targets.ids.size());
}

// "the second objective": its number and where the ordinal begins; 0: none.
std::pair<std::uint32_t, std::uint32_t> References::ordinal_before(std::string_view folded, std::uint32_t at) const {
    const TermHit word = word_before(folded, at, WordKind::ordinal);
    return {word.end == 0 ? 0 : whole_number(detail_of_word(reading_.language, word.id)), word.begin};
}

bool References::is_foreign(const std::vector<TermHit>& instruments, std::string_view folded, std::uint32_t begin, std::uint32_t end) const {
    while (end < folded.size() && folded[end] == ' ') ++end;
    return std::any_of(instruments.begin(), instruments.end(), [&](const TermHit& hit) {
        return hit.begin == end || (hit.end <= begin && begin - hit.end <= 2) || (hit.begin <= begin && hit.end >= begin + 1);
    });
}

const std::vector<TermHit>& References::labels_in(std::string_view folded) const {
    if (folded != labelled_text_) {
        if (const auto at = reading_.block_text->offset_of_block(folded)) {
            labels_.clear();
            for (const TermHit& hit : reading_.around.in_block(*at, folded.size())) labels_.push_back({hit.id, hit.begin - *at, hit.end - *at, hit.doubtful});
        } else {
            labels_ = reading_.words.around.find(folded);
        }
        labelled_text_ = folded;
    }
    return labels_;
}

// A code holds a digit, all else what the kind is called.
bool References::may_be_worded(Stretch text, std::string_view folded, std::uint32_t kind) const {
    return ascii_digits.find(folded) != std::string_view::npos || reading_.may_name(kind, text);
}

Referred References::worded(std::string_view folded, std::uint32_t kind, bool at_start) const {
    const Targets& targets = targets_[kind];
    Referred found;
    std::vector<TermHit> instruments;
    bool asked = false;
    const auto foreign = [&](std::uint32_t begin, std::uint32_t end) {
        if (!asked) {
            instruments = reading_.find(folded, instruments_);
            asked = true;
        }
        return is_foreign(instruments, folded, begin, end);
    };
    // "has no link with objective 1"; in brackets of its own a reference belongs to the whole item.
    const auto denied = [&](std::uint32_t begin, std::uint32_t end) {
        const std::size_t open = folded.rfind('(', begin);
        if (at_start || (open != std::string_view::npos && folded.find(')', open) >= begin)) return false;
        return is_negated(folded, begin, end, reading_.language);
    };
    std::uint32_t reached = 0;
    for (const TermHit& hit : labels_in(folded)) {
        if ((hit.id != kind && hit.id != Words::name_of_kind + kind) || hit.begin < reached) continue;
        if (const auto [number, begin] = counted_before(reading_.language, folded, hit.begin); number != 0 && (!at_start || begin == 0)) {
            if (const auto item = targets.numbers.find(number); item != targets.numbers.end() && !foreign(static_cast<std::uint32_t>(begin), hit.end)) found.items.push_back(item->second);
            reached = hit.end;
            continue;
        }
        if (const auto [number, begin] = ordinal_before(folded, hit.begin); number != 0 && !at_start) {
            const auto item = targets.numbers.find(number);
            if (item == targets.numbers.end() || foreign(begin, hit.end) || denied(begin, hit.end)) continue;
            found.items.push_back(item->second);
            reached = hit.end;
            continue;
        }
        if (at_start && hit.begin > 0 && reading_.words.around.match_at(folded, 0, hit.id, hit.id).end != hit.end) break;
        Referred here;
        bool counted = false;
        const std::uint32_t end = numbers_at(folded, hit.end, targets, false, here, counted);
        if (!counted && !at_start && counts_all(folded, hit.begin, targets) && !foreign(hit.begin, hit.end)) {
            for (std::uint32_t item = 0; item < targets.ids.size(); ++item) found.items.push_back(item);
            continue;
        }
        if (!counted) continue;
        reached = end;
        if (!foreign(hit.begin, end) && !denied(hit.begin, end)) found.merge(here);
    }
    // Codes: "PA2".
    for (std::size_t digits = ascii_digits.find(folded); digits < folded.size();) {
        std::size_t at = digits, end = digits;
        while (at > 0 && digits - at <= 3 && folded[at - 1] >= 'a' && folded[at - 1] <= 'z') --at;
        bool known = false;  // "Ц1", "З-2"
        if (at == digits && at > 1 && !targets.labels.empty()) {
            std::size_t begin = at - (folded[at - 1] == '-' ? 1 : 0);
            const std::size_t last = begin;
            while (begin > 1 && last - begin < 6 && (folded[begin - 2] == '\xD0' || folded[begin - 2] == '\xD1')) begin -= 2;
            while (end < folded.size() && is_digit(folded[end])) ++end;
            if (begin != last && targets.labels.contains(folded.substr(begin, end - begin))) {
                at = begin;
                known = true;
            }
        }
        while (end < folded.size() && is_digit(folded[end])) ++end;
        std::size_t first = 0;  // word
        while (at_start && first < at && !word_at(folded, first)) first += decode(folded, first).size;
        if (at_start && first != at) break;
        const bool whole = (at == 0 || !is_word_character(decode_before(folded, at).code)) && !word_at(folded, end);
        if (at < digits && (known || digits - at <= 3) && end - digits <= 2 && whole) {
            const std::string_view token = folded.substr(at, end - at);
            const auto label = targets.labels.find(token);
            Referred here;
            if (label != targets.labels.end()) {
                here.items.push_back(label->second);
            } else if (reading_.words.around.is_term(folded.substr(at, digits - at), kind)) {
                const auto number = targets.numbers.find(whole_number(token.substr(digits - at)));
                if (number != targets.numbers.end()) here.items.push_back(number->second);
            }
            if (here.any() && !foreign(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end))) found.merge(here);
        }
        if (at_start) break;
        digits = ascii_digits.find(folded, end);
    }
    return found;
}

}  // namespace plancheck
