// Titles, aliases and weak titles of all languages stand in one term index, so a line is looked at once whatever the
// number of languages. Likeness is asked only for sections that no line names exactly, and most pairs are refused by
// the letters they do not share before any distance is computed.
#include "outline/titles.hpp"

#include <algorithm>
#include <bit>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr double least_likeness = 0.72;
constexpr std::string_view word_ends = " .,;:()/-'\"";

std::uint32_t letter_classes(std::string_view folded) {
    std::uint32_t classes = 0;
    for (const char c : folded)
        if (c != ' ') classes |= 1U << (static_cast<unsigned char>(c) & 31U);
    return classes;
}

std::vector<std::string> numbers_in_parentheses(std::string_view folded) {
    std::vector<std::string> numbers;
    bool inside = false;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (folded[i] == '(') inside = true;
        if (folded[i] == ')') inside = false;
        if (!inside || !is_digit(folded[i])) continue;
        std::size_t end = i;
        while (end < folded.size() && is_digit(folded[end])) ++end;
        numbers.emplace_back(folded.substr(i, end - i));
        i = end - 1;
    }
    return numbers;
}

// "Objective(s) of the {area,field}" without its notation: what an author would type.
std::string plain(std::string_view notation) {
    std::string text;
    int depth = 0;
    bool skip = false;
    for (const char c : notation) {
        if (c == '(') ++depth;
        else if (c == ')') depth = std::max(0, depth - 1);
        else if (c == '{') skip = false;
        else if (c == '}') skip = false;
        else if (c == ',' && depth == 0) skip = true;
        else if (c != '*' && depth == 0 && !skip) text.push_back(c);
    }
    return fold(text);
}

// Words that tell something: longer than those that join others, without what Arabic writes before them in one word.
std::vector<std::string> words_of(std::string_view folded, const std::vector<std::string>& attached) {
    constexpr std::size_t least = 4;  // columns
    std::vector<std::string> words;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t begin = folded.find_first_not_of(word_ends, at);
        if (begin == folded.npos) break;
        at = std::min(folded.find_first_of(word_ends, begin), folded.size());
        std::string_view word = folded.substr(begin, at - begin);
        for (const std::string& before : attached)
            if (word.starts_with(before) && word.size() > before.size() + least) {
                word.remove_prefix(before.size());
                break;
            }
        if (!fits_in(word, least - 1)) words.emplace_back(word);
    }
    return words;
}

// "应被视为优先的行动" says "优先行动": words of two signs, one after the other.
bool says_in_pairs(std::string_view folded, std::string_view title) {
    constexpr std::size_t pair = 6;  // bytes
    if (title.size() < 2 * pair || title.size() % pair != 0) return false;
    std::size_t from = 0;
    for (std::size_t at = 0; at < title.size(); at += pair) {
        const std::size_t found = folded.find(title.substr(at, pair), from);
        if (found == folded.npos) return false;
        from = found + pair;
    }
    return true;
}

// Between two titles in one heading: what any language may write, and the words of those the template speaks.
std::vector<std::string> joints_of(const Template& form, const Languages& languages) {
    std::vector<std::string> joints = {" / ", "/", " - ", ", ", " & "};
    for (const std::string& tag : form.languages) {
        const Language* language = languages.find(tag);
        if (language == nullptr) continue;
        const auto& attached = language->attached_prefixes;
        for (const std::string& word : language->joints) {
            if (is_ideograph(decode(word, 0).code)) joints.push_back(word);
            else if (std::find(attached.begin(), attached.end(), word) != attached.end()) joints.push_back(' ' + word);
            else joints.push_back(' ' + word + ' ');
        }
    }
    return joints;
}

}  // namespace

std::string without_limits(std::string_view folded) {
    std::string text;
    std::size_t at = 0;
    while (at < folded.size()) {
        const std::size_t open = folded.find('(', at);
        const std::size_t close = open == std::string_view::npos ? open : folded.find(')', open);
        if (close == std::string_view::npos) break;
        const std::string_view inside = folded.substr(open, close - open);
        text.append(folded.substr(at, open - at));
        if (ascii_digits.find(inside) == std::string_view::npos) text.append(folded.substr(open, close + 1 - open));
        at = close + 1;
    }
    text.append(folded.substr(at));
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

std::string bare_title(std::string_view text) {
    std::string folded = without_limits(fold(text));
    folded.resize(folded.find_last_not_of(" .:") + 1);
    return folded;
}

TitleIndex::TitleIndex(const Template& form, const Languages& languages) : form_(&form), languages_(&languages), spelled_(std::make_unique<Spelled>()) {
    joints_ = joints_of(form, languages);
    for (const std::string& tag : form.languages)
        if (const Language* language = languages.find(tag); language != nullptr && !language->attached_prefixes.empty()) attached_ = language->attached_prefixes;
    limit_numbers_.resize(form.sections.size());
    for (std::uint32_t spec = 0; spec < form.sections.size(); ++spec) {
        for (const Titles& titles : form.sections[spec].titles) {
            const auto place = std::find(form.languages.begin(), form.languages.end(), titles.language);
            const auto language = static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(place - form.languages.begin(), 63));
            const Language* rules = languages.find(titles.language);
            const auto add = [&](const std::string& text, TitleMatch match) {
                titles_.add_later((spec * 8 + static_cast<std::uint32_t>(match)) * 64 + language, text, rules);
                if (match != TitleMatch::weak) spelled_->titles.push_back({text, spec, language});
            };
            std::string title = without_limits(fold(titles.title));
            // Editions in scripts with numerals of their own print them in the title ("一、问题概述").
            if (const auto numeral = parse_numeral(title, languages); numeral && !numeral->bare) title.erase(0, numeral->size);
            add(spelled_->own.emplace_back(std::move(title)), TitleMatch::title);
            for (const std::string& alias : titles.aliases) add(alias, TitleMatch::alias);
            for (const std::string& weak : titles.weak) add(weak, TitleMatch::weak);
            for (std::string& number : numbers_in_parentheses(fold(titles.title))) limit_numbers_[spec].push_back(std::move(number));
        }
    }
    for (const auto& [tag, terms] : form.annex_headings.texts) around_.add_later(0, terms, languages.find(tag));
    for (const auto& [tag, terms] : form.other_headings.texts) around_.add_later(1, terms, languages.find(tag));
}

const std::vector<TitleIndex::Form>& TitleIndex::forms() const {
    std::call_once(spelled_->once, [&] {
        std::vector<Form> forms;
        for (const auto& [text, spec, language] : spelled_->titles) {
            const std::string folded = plain(text);
            forms.push_back({folded.size(), Spelling(folded), spec, language, letter_classes(folded)});
        }
        spelled_->words.resize(form_->sections.size());
        spelled_->unspaced.resize(form_->sections.size());
        for (const auto& [text, spec, language] : spelled_->titles) {
            const std::string folded = plain(text);
            if (is_ideograph(decode(folded, 0).code)) spelled_->unspaced[spec].push_back(folded);
            else for (std::string& word : words_of(folded, attached_)) spelled_->words[spec].push_back(std::move(word));
        }
        for (auto& words : spelled_->words) std::sort(words.begin(), words.end());
        spelled_->forms = std::move(forms);
    });
    return spelled_->forms;
}

std::vector<TitleHit> TitleIndex::at_start(std::string_view folded, std::uint32_t at) const {
    std::vector<TitleHit> hits;
    // A title is short: a window keeps the cost of a long line that of a short one.
    const std::string_view window = folded.substr(0, std::min<std::size_t>(folded.size(), at + 240));
    std::vector<TermHit> found;
    titles_.all_at(window, at, found);
    // The longest of each id; in scripts without spaces the longest of all.
    std::sort(found.begin(), found.end(), [](const TermHit& a, const TermHit& b) { return a.end != b.end ? a.end > b.end : a.id < b.id; });
    const bool one_length = at < window.size() && is_ideograph(decode(window, at).code);
    for (const TermHit& hit : found) {
        if (one_length && hit.end < found.front().end) break;
        if (std::any_of(static_cast<const TermHit*>(found.data()), &hit, [&](const TermHit& longer) { return longer.id == hit.id; })) continue;
        const std::uint32_t key = hit.id / 64;
        hits.push_back({key / 8, static_cast<TitleMatch>(key % 8), hit.id % 64, hit.end, 1.0});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const TitleHit& a, const TitleHit& b) {
        if (a.end != b.end) return a.end > b.end;
        if (a.match != b.match) return a.match > b.match;
        return a.spec != b.spec ? a.spec < b.spec : a.language < b.language;
    });
    return hits;
}

std::vector<TitleHit> TitleIndex::alike(std::string_view folded, const std::vector<bool>& wanted) const {
    std::vector<TitleHit> best;
    if (folded.size() < 4 || !fits_in(folded, 200)) return best;
    const std::uint32_t letters = letter_classes(folded);
    const Spelling spelling(folded);
    for (const Form& form : forms()) {
        if (!wanted[form.spec] || form.size < 4) continue;
        const std::size_t longer = std::max(form.size, folded.size());
        const std::size_t shorter = std::min(form.size, folded.size());
        if (shorter * 10 < longer * 5) continue;
        if (static_cast<std::size_t>(std::popcount(form.letters ^ letters)) > longer / 3 + 2) continue;
        const double value = likeness(form.spelling, spelling, least_likeness);
        if (value < least_likeness) continue;
        const auto same = std::find_if(best.begin(), best.end(), [&](const TitleHit& hit) { return hit.spec == form.spec; });
        if (same == best.end()) {
            best.push_back({form.spec, TitleMatch::alike, form.language, static_cast<std::uint32_t>(folded.size()), value});
        } else if (value > same->likeness) {
            same->likeness = value;
            same->language = form.language;
        }
    }
    std::stable_sort(best.begin(), best.end(), [](const TitleHit& a, const TitleHit& b) { return a.likeness > b.likeness; });
    return best;
}

bool TitleIndex::says(std::string_view folded, std::uint32_t spec) const {
    constexpr std::size_t least = 2, most_in_all = 4;
    forms();
    if (is_ideograph(decode(folded, 0).code)) {
        const auto& titles = spelled_->unspaced[spec];
        return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) { return says_in_pairs(folded, title); });
    }
    std::vector<std::string> said;
    const std::vector<std::string> words = words_of(folded, attached_);
    for (const std::string& word : words)
        if (std::binary_search(spelled_->words[spec].begin(), spelled_->words[spec].end(), word) && std::find(said.begin(), said.end(), word) == said.end()) said.push_back(word);
    return said.size() >= least && said.size() * most_in_all >= words.size();
}

bool TitleIndex::is_alike(std::string_view folded) const {
    constexpr double least = 0.85;
    const std::vector<TitleHit> hits = alike(folded, std::vector<bool>(form_->sections.size(), true));
    return !hits.empty() && hits.front().likeness >= least;
}

bool TitleIndex::is_limit_note(std::string_view folded, std::uint32_t spec) const {
    if (folded.size() < 3 || !fits_in(folded, 80) || folded.front() != '(') return false;
    while (!folded.empty() && (folded.back() == '.' || folded.back() == ':' || folded.back() == ' ')) folded.remove_suffix(1);
    if (folded.empty() || folded.back() != ')' || folded.find(')') != folded.size() - 1) return false;
    for (const std::string& number : numbers_in_parentheses(folded))
        if (std::find(limit_numbers_[spec].begin(), limit_numbers_[spec].end(), number) != limit_numbers_[spec].end()) return true;
    return false;
}

bool TitleIndex::is_limit_note(std::string_view folded) const {
    for (std::uint32_t spec = 0; spec < limit_numbers_.size(); ++spec)
        if (!limit_numbers_[spec].empty() && is_limit_note(folded, spec)) return true;
    return false;
}

std::size_t TitleIndex::limit_note_at(std::string_view folded, std::size_t at) const {
    if (at >= folded.size() || (folded[at] != '(' && folded[at] != '[')) return 0;
    const std::size_t close = folded.find(folded[at] == '(' ? ')' : ']', at);
    if (close == std::string_view::npos) return 0;
    std::string note(folded.substr(at, close + 1 - at));
    note.front() = '(';
    note.back() = ')';
    return is_limit_note(note) ? note.size() : 0;
}

std::size_t TitleIndex::said_again(std::string_view folded, std::size_t at, const TitleHit& first) const {
    constexpr std::size_t longest = 160;
    if (first.match < TitleMatch::alias || folded.size() > at + longest) return 0;
    std::size_t begin = std::min(folded.find_first_not_of(" /|(-", at), folded.size());
    if (begin == folded.size()) return 0;
    if (const auto numeral = parse_numeral(folded.substr(begin), *languages_); numeral && !numeral->bare && numeral->value == form_->sections[first.spec].number)
        begin = std::min(folded.find_first_not_of(' ', begin + numeral->size), folded.size());
    for (const TitleHit& hit : at_start(folded, static_cast<std::uint32_t>(begin))) {
        if (hit.spec != first.spec || hit.match < TitleMatch::alias || hit.language == first.language) continue;
        std::size_t end = std::min(folded.find_first_not_of(' ', hit.end), folded.size());
        end += limit_note_at(folded, end);
        if (folded.find_first_not_of(" *.:;-)/\"", end) == std::string_view::npos) return folded.size() - at;
    }
    return 0;
}

bool TitleIndex::begins_annex(std::string_view folded) const {
    return around_.match_at(folded.substr(0, 120), 0, 0, 0).end != 0;
}

bool TitleIndex::is_other_heading(std::string_view folded) const {
    return around_.is_term(folded, 1) || begins_annex(folded);
}

std::optional<TitlePair> TitleIndex::pair(std::string_view folded) const {
    std::size_t tried = 0;
    for (const std::string& joint : joints_)
        for (std::size_t at = folded.find(joint); at != std::string_view::npos && ++tried <= 32; at = folded.find(joint, at + 1)) {
            std::size_t behind = at + joint.size();
            const auto numeral = parse_numeral(folded.substr(behind), *languages_);
            if (numeral && numeral->level == 0 && !numeral->bare) behind += numeral->size;
            for (const TitleHit& left : at_start(folded.substr(0, at), 0)) {
                if (left.end != at) continue;
                for (const TitleHit& right : at_start(folded, static_cast<std::uint32_t>(behind))) {
                    if (right.end != folded.size() || right.spec != left.spec + 1) continue;
                    if (behind == at + joint.size() || numeral->value == form_->sections[right.spec].number) return TitlePair{left, right};
                }
            }
        }
    return std::nullopt;
}

std::optional<Numeral> TitleIndex::pair_of_numerals(std::string_view line) const {
    constexpr std::string_view may_begin = "IVXivx(123456789";
    if (line.empty() || (static_cast<unsigned char>(line[0]) < 0x80 && may_begin.find(line[0]) == std::string_view::npos)) return std::nullopt;
    constexpr std::size_t longest = 40;
    const std::string_view start = line.substr(0, std::min(line.size(), longest));
    const auto joined_by = [&](std::string_view joint) -> std::optional<Numeral> {
        const std::size_t at = start.find(joint);
        if (at == std::string_view::npos) return std::nullopt;
        const std::string_view before = trimmed(start.substr(0, at));
        auto first = parse_numeral(before, *languages_);
        if (!first || first->size != before.size() || first->level != 0) return std::nullopt;
        const auto second = parse_numeral(line.substr(at + joint.size()), *languages_);
        if (!second || second->level != 0 || second->bare || second->style != first->style || second->value != first->value + 1) return std::nullopt;
        first->size = static_cast<std::uint32_t>(at + joint.size() + second->size);
        first->bare = false;
        return first;
    };
    for (const std::string_view sign : {"-", "\u2013", "\u2014", "\u3001", ","})
        if (auto pair = joined_by(sign)) return pair;
    for (const std::string& joint : joints_)
        if (auto pair = joined_by(joint)) return pair;
    return std::nullopt;
}

}  // namespace plancheck
