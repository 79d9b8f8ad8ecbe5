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

// "2, 3 and 5", "1 to 4", "(a) и (б)", 二、三: what is counted or lettered behind the word for its kind, one after the other.
class References::NumberRun {
public:
    /// `bare`: no word for the kind stands before, since the place is meant for references.
    NumberRun(const References& references, std::string_view folded, const Targets& targets, bool bare) noexcept
        : language_(references.reading_.language), folded_(folded), targets_(targets), bare_(bare) {}

    /// Adds what is referred to from `at` on, and returns where the last one ends: `at` where there is none.
    std::size_t read(std::size_t at, Referred& to) {
        constexpr int most = 32;
        std::size_t end = at;
        std::uint32_t last = 0;
        bool is_range = false;
        for (int n = 0; n < most; ++n) {
            std::size_t from = after_number_sign(language_, folded_, past_spaces(end));
            const bool open = is_at(from, '(');
            if (open) ++from;
            if (from >= folded_.size()) break;
            const std::optional<Token> token = token_at(from, open, n == 0);
            if (!token) break;
            counted_ = true;
            refer(*token, to);
            if (is_range) refer_between(last, token->value, to);
            last = token->value;
            end = token->end;
            if (open && is_at(end, ')')) ++end;
            const std::optional<Joint> joint = joint_at(end);
            if (!joint) break;
            end = joint->end;
            is_range = joint->is_range;
        }
        return end;
    }
    /// Whether anything was read that counts, known or not.
    bool counted() const noexcept { return counted_; }

private:
    struct Token {
        std::string text;         // as a label would be written
        std::uint32_t value = 0;  // 0: it is a label and no number
        std::size_t end = 0;
    };
    struct Joint {
        std::size_t end = 0;  // where the next one begins
        bool is_range = false;
    };

    const Language& language_;
    std::string_view folded_;
    const Targets& targets_;
    const bool bare_;
    bool counted_ = false;

    bool is_at(std::size_t at, char sign) const noexcept { return at < folded_.size() && folded_[at] == sign; }
    bool is_digit_at(std::size_t at) const noexcept { return at < folded_.size() && is_digit(folded_[at]); }
    std::size_t past_spaces(std::size_t at) const noexcept {
        while (is_at(at, ' ')) ++at;
        return at;
    }
    std::size_t past_digits(std::size_t at) const noexcept {
        while (is_digit_at(at)) ++at;
        return at;
    }
    // ".1.2": levels below a number.
    std::size_t past_levels(std::size_t at) const noexcept {
        while (is_at(at, '.') && is_digit_at(at + 1)) at = past_digits(at + 1);
        return at;
    }
    bool is_label(std::string_view text) const { return targets_.labels.contains(text); }
    TermHit word(std::size_t at, WordKind kind) const {
        return language_.connectors.match_at(folded_, static_cast<std::uint32_t>(at), word_id(kind), word_id(kind, 0xFFFF));
    }

    void refer(const Token& token, Referred& to) const {
        if (const auto label = targets_.labels.find(token.text); label != targets_.labels.end()) to.items.push_back(label->second);
        else if (const auto number = targets_.numbers.find(token.value); number != targets_.numbers.end()) to.items.push_back(number->second);
    }
    void refer_between(std::uint32_t first, std::uint32_t last, Referred& to) const {
        constexpr std::uint32_t widest = 50;
        if (last <= first || last - first > widest) return;
        for (std::uint32_t k = first + 1; k < last; ++k)
            if (const auto number = targets_.numbers.find(k); number != targets_.numbers.end()) to.items.push_back(number->second);
    }

    std::optional<Token> token_at(std::size_t from, bool open, bool is_first) const {
        if (const std::size_t close = quoted_end(folded_, from); close != 0 && is_label(folded_.substr(from + 1, close - from - 1)))
            return Token{std::string(folded_.substr(from + 1, close - from - 1)), 0, close + 1};
        if (is_digit_at(from)) return digits_at(from);
        if (const auto [number, end] = chinese_number(folded_, from); number != 0) {
            if (!ends_chinese_number(end)) return std::nullopt;
            return Token{std::to_string(number), number, end};
        }
        if (open)
            if (const std::optional<Ordinal> letter = bracketed_letter(folded_, from)) return Token{letter->text, letter->value, folded_.find(')', from)};
        if (const auto [number, end] = number_word(from); number != 0) return Token{std::to_string(number), number, end};
        return letters_at(from, is_first);
    }

    // "2", "2.1", and "2-1" where something is called so; "250 words" and "20 %" count something else.
    std::optional<Token> digits_at(std::size_t from) const {
        constexpr std::size_t most_digits = 3;
        const std::size_t whole = past_digits(from);
        std::size_t end = past_levels(whole);
        if (is_at(end, '-') && is_digit_at(end + 1))
            if (const std::size_t second = past_digits(end + 1); is_label(folded_.substr(from, second - from))) end = second;
        if (whole - from > most_digits || is_at(end, '%')) return std::nullopt;
        if (word_at(folded_, end) && !bare_ && !is_ideograph(decode(folded_, end).code)) return std::nullopt;
        return Token{std::string(folded_.substr(from, end - from)), whole_number(folded_.substr(from, whole - from)), end};
    }

    // 目标一致 is no objective 1: what follows must end the number, or say who acts (优先行动四由…承担).
    bool ends_chinese_number(std::size_t at) const {
        if (!word_at(folded_, at) || word(at, WordKind::of_year).end != 0 || word(at, WordKind::join).end != 0 || word(at, WordKind::to).end != 0) return true;
        return std::any_of(language_.naming.begin(), language_.naming.end(), [&](const std::string& naming) { return folded_.substr(at).starts_with(naming); });
    }

    // "objective one", "objetivos uno y dos": a word that counts no further than there are items, and no thing behind it, and where it
    // ends; 0: there is none.
    std::pair<std::uint32_t, std::size_t> number_word(std::size_t at) const {
        const TermHit hit = word(at, WordKind::number_word);
        if (hit.end == 0 || word_at(folded_, hit.end) || is_ideograph(decode(folded_, at).code)) return {};
        const std::uint32_t value = whole_number(detail_of_word(language_, hit.id));
        if (value == 0 || value > targets_.ids.size()) return {};
        if (is_at(hit.end, ' ') && word(hit.end + 1, WordKind::join).end == 0) return {};
        return {value, hit.end};
    }

    // A label, a Roman numeral, an ordinal in words, or a letter ("objective b", الهدف ب) that begins no text of its own.
    std::optional<Token> letters_at(std::size_t from, bool is_first) const {
        constexpr std::size_t longest_roman = 4;
        const std::size_t end_of_word = word_end(folded_, from);
        const std::size_t end = end_of_word > from ? past_levels(end_of_word) : end_of_word;
        const std::string_view text = folded_.substr(from, end - from);
        const bool known = is_label(text);
        if (end != end_of_word && !known) return std::nullopt;  // "III.2" is the second of section III, and no third one
        const bool is_letter = count_code_points(text) == 1;
        const bool alone = is_letter && (!is_first || bare_ || !is_at(end, ' ') || joins_letters(end));
        if (known) return is_letter && !alone ? std::nullopt : std::optional(Token{std::string(text), 0, end});
        if (alone && text.size() > 1)
            if (const std::optional<Ordinal> sign = bracketed_letter(std::string(text) + ")", 0)) return Token{std::string(text), sign->value, end};
        const std::uint32_t value = text.size() <= longest_roman ? roman_value(text).value_or(0) : ordinal_value(text);
        if (value == 0 || text.size() < 2) return std::nullopt;
        return Token{std::string(text), value, end};
    }

    // "цели а и б": behind a letter a word that joins, and another letter that nothing but a sign follows.
    bool joins_letters(std::size_t at) const {
        const TermHit join = word(past_spaces(at), WordKind::join);
        if (join.end == 0 || !is_at(join.end, ' ')) return false;
        const std::size_t begin = join.end + 1, end = word_end(folded_, begin);
        const std::string_view letter = folded_.substr(begin, end - begin);
        return count_code_points(letter) == 1 && is_label(letter) && !is_at(end, ' ');
    }

    // What joins one to the next; nothing where no other one follows.
    std::optional<Joint> joint_at(std::size_t end) const {
        Joint joint{past_spaces(end), false};
        if (joint.end >= folded_.size()) return std::nullopt;
        constexpr std::string_view signs = ",&/+;";
        if (signs.find(folded_[joint.end]) != std::string_view::npos) {
            joint.end = past_spaces(joint.end + 1);
            if (const TermHit join = word(joint.end, WordKind::join); join.end != 0) joint.end = join.end;
        } else if (is_at(joint.end, '-')) {
            joint = {joint.end + 1, true};
        } else if (const TermHit join = word(joint.end, WordKind::join); join.end != 0) {
            joint.end = join.end;
        } else if (const TermHit until = word(joint.end, WordKind::to); until.end != 0) {
            joint = {until.end, true};
        } else {
            return std::nullopt;
        }
        joint.end = past_spaces(joint.end);
        const bool goes_on = joint.end < folded_.size() && (is_digit(folded_[joint.end]) || folded_[joint.end] == '(' || folded_[joint.end] == '"' || number_word(joint.end).first != 0 ||
                                                            is_label(folded_.substr(joint.end, word_end(folded_, joint.end) - joint.end)));
        return goes_on ? std::optional(joint) : std::nullopt;
    }
};

std::pair<std::size_t, bool> References::numbers_at(std::string_view folded, std::size_t at, const Targets& targets, bool bare, Referred& to) const {
    NumberRun run(*this, folded, targets, bare);
    const std::size_t end = run.read(at, to);
    return {end, run.counted()};
}

TermHit References::word_before(std::string_view folded, std::uint32_t at, WordKind kind) const {
    constexpr std::size_t longest = 24;
    if (at < 3 || folded[at - 1] != ' ') return {};
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
        labels_ = reading_.around.find(folded);
        labelled_text_ = folded;
    }
    return labels_;
}

// A code holds a digit, all else what the kind is called.
bool References::may_be_worded(Stretch text, std::string_view folded, std::uint32_t kind) const {
    return ascii_digits.find(folded) != std::string_view::npos || reading_.may_name(kind, text);
}

// What running text refers to in words or by codes.
class References::WordedReader {
public:
    WordedReader(const References& references, std::string_view folded, std::uint32_t kind, bool at_start)
        : references_(references), folded_(folded), kind_(kind), targets_(references.targets_[kind]), at_start_(at_start) {}

    Referred read() {
        names();
        if (!targets_.called.empty()) called();
        codes();
        return std::move(found_);
    }

private:
    const References& references_;
    std::string_view folded_;
    const std::uint32_t kind_;
    const Targets& targets_;
    const bool at_start_;
    Referred found_;
    std::optional<std::vector<TermHit>> instruments_;

    // "article 5 of the Convention": another text's own.
    // `own`: where the words end that are the plan's own, whatever else is called so.
    bool foreign(std::size_t begin, std::size_t end, std::size_t own = 0) {
        if (!instruments_) instruments_ = references_.reading_.find(folded_, references_.instruments_);
        if (own == 0) return references_.is_foreign(*instruments_, folded_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
        std::vector<TermHit> others = *instruments_;
        std::erase_if(others, [&](const TermHit& hit) { return hit.begin >= begin && hit.end <= own; });
        return references_.is_foreign(others, folded_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
    }
    // "has no link with objective 1"; in brackets of its own a reference belongs to the whole item.
    bool denied(std::uint32_t begin, std::uint32_t end) const {
        const std::size_t open = folded_.rfind('(', begin);
        if (at_start_ || (open != std::string_view::npos && folded_.find(')', open) >= begin)) return false;
        return is_negated(folded_, begin, end, references_.reading_.language);
    }
    void refer(std::uint32_t number) { found_.items.push_back(targets_.numbers.at(number)); }

    // "work packages 2, 3 and 5", "the second objective", 第2项目标, "the two objectives".
    void names() {
        std::size_t reached = 0;
        for (const TermHit& hit : references_.labels_in(folded_)) {
            if ((hit.id != kind_ && hit.id != Words::name_of_kind + kind_) || hit.begin < reached) continue;
            if (const auto [number, begin] = counted_before(references_.reading_.language, folded_, hit.begin); number != 0 && (!at_start_ || begin == 0)) {
                if (targets_.numbers.contains(number) && !foreign(begin, hit.end)) refer(number);
                reached = hit.end;
            } else if (const auto [place, from] = references_.ordinal_before(folded_, hit.begin); place != 0 && (!at_start_ || from == 0)) {
                if (!targets_.numbers.contains(place) || foreign(from, hit.end) || denied(from, hit.end)) continue;
                refer(place);
                reached = hit.end;
            } else {
                // Behind other words it is not what the text begins with.
                if (at_start_ && hit.begin > 0 && references_.reading_.words.around.match_at(folded_, 0, hit.id, hit.id).end != hit.end) break;
                reached = std::max(reached, behind_name(hit));
            }
        }
    }
    // Returns where the numbers behind the word end; 0: there are none.
    std::size_t behind_name(const TermHit& hit) {
        Referred here;
        const auto [end, counted] = references_.numbers_at(folded_, hit.end, targets_, false, here);
        if (counted) {
            if (!foreign(hit.begin, end) && !denied(hit.begin, static_cast<std::uint32_t>(end))) found_.merge(here);
            return end;
        }
        if (!at_start_ && references_.counts_all(folded_, hit.begin, targets_) && !foreign(hit.begin, hit.end))
            for (std::uint32_t item = 0; item < targets_.ids.size(); ++item) found_.items.push_back(item);
        return 0;
    }

    // "decision 2", "решения 2 и 3", 决定2: what the plan itself calls them, in whatever case.
    void called() {
        constexpr std::size_t shortest_changing = 4, longest_ending = 3;  // letters
        const std::string_view name = targets_.called;
        const Decoded last = decode_before(name, name.size());
        const bool changes = !is_ideograph(last.code) && count_code_points(name) >= shortest_changing;
        const std::string_view stem = changes ? name.substr(0, name.size() - last.size) : name;
        for (std::size_t at = folded_.find(stem); at < folded_.size(); at = folded_.find(stem, at + stem.size())) {
            if (at_start_ && at > 0) return;
            if (at > 0 && !is_ideograph(last.code) && is_word_character(decode_before(folded_, at).code)) continue;
            std::size_t end = at + stem.size();
            const auto at_letter = [&] { return end < folded_.size() && is_letter_or_digit(decode(folded_, end).code) && !is_digit(folded_[end]); };
            for (std::size_t letters = 0; changes && letters < longest_ending && at_letter(); ++letters) end += decode(folded_, end).size;
            if (changes && at_letter()) continue;
            Referred here;
            const auto [stop, counted] = references_.numbers_at(folded_, end, targets_, false, here);
            if (counted && !foreign(at, stop, end) && !denied(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop))) found_.merge(here);
        }
    }

    // "PA2", "Ц1", "З-2": letters and digits without a space.
    struct Code {
        std::size_t begin, digits, end;
        bool is_label;  // something is called so
    };
    void codes() {
        for (std::size_t digits = ascii_digits.find(folded_); digits < folded_.size();) {
            const Code code = code_at(digits);
            if (at_start_ && is_behind_words(code.begin)) break;
            if (is_whole(code)) refer(code);
            if (at_start_) break;
            digits = ascii_digits.find(folded_, code.end);
        }
    }
    Code code_at(std::size_t digits) const {
        constexpr std::size_t most_latin = 4, most_cyrillic = 6;  // bytes
        std::size_t end = digits;
        while (end < folded_.size() && is_digit(folded_[end])) ++end;
        std::size_t begin = digits;
        while (begin > 0 && digits - begin < most_latin && folded_[begin - 1] >= 'a' && folded_[begin - 1] <= 'z') --begin;
        if (begin != digits || digits < 2 || targets_.labels.empty()) return {begin, digits, end, false};
        const std::size_t last = digits - (folded_[digits - 1] == '-' ? 1 : 0);
        // "O-1", where something is called so.
        for (begin = last; begin > 0 && last - begin < most_latin && folded_[begin - 1] >= 'a' && folded_[begin - 1] <= 'z';) --begin;
        if (begin != last && last != digits && targets_.labels.contains(folded_.substr(begin, end - begin))) return {begin, digits, end, true};
        for (begin = last; begin > 1 && last - begin < most_cyrillic && (folded_[begin - 2] == '\xD0' || folded_[begin - 2] == '\xD1');) begin -= 2;
        if (begin != last && targets_.labels.contains(folded_.substr(begin, end - begin))) return {begin, digits, end, true};
        return {digits, digits, end, false};
    }
    // Whether words stand before it.
    bool is_behind_words(std::size_t begin) const {
        std::size_t first = 0;
        while (first < begin && !word_at(folded_, first)) first += decode(folded_, first).size;
        return first != begin;
    }
    bool is_whole(const Code& code) const {
        constexpr std::size_t most_letters = 3, most_digits = 2;
        if (code.begin == code.digits || (!code.is_label && code.digits - code.begin > most_letters) || code.end - code.digits > most_digits) return false;
        return (code.begin == 0 || !is_word_character(decode_before(folded_, code.begin).code)) && !word_at(folded_, code.end);
    }
    void refer(const Code& code) {
        Referred here;
        if (const auto label = targets_.labels.find(folded_.substr(code.begin, code.end - code.begin)); label != targets_.labels.end()) {
            here.items.push_back(label->second);
        } else if (references_.reading_.words.around.is_term(folded_.substr(code.begin, code.digits - code.begin), kind_)) {
            const auto number = targets_.numbers.find(whole_number(folded_.substr(code.digits, code.end - code.digits)));
            if (number != targets_.numbers.end()) here.items.push_back(number->second);
        }
        if (here.any() && !foreign(code.begin, code.end)) found_.merge(here);
    }
};

Referred References::worded(std::string_view folded, std::uint32_t kind, bool at_start) const { return WordedReader(*this, folded, kind, at_start).read(); }

}  // namespace plancheck
