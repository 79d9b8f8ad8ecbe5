// A target is known by its number, its label, its title and the rare words of its title. Numbers count after a word for
// the kind, in a place meant for them, or as a code ("PA2"); never where the words beside them say that another
// instrument is meant. Likeness and rare words are asked of the first targets only, so the cost stays linear.
#include "plan/references.hpp"

#include <algorithm>

#include "plan/ordinals.hpp"
#include "plan/word_ends.hpp"
#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/numerals.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_compared = 100;
constexpr std::size_t shortest_beginning = 5;  // bytes

// The beginning of a longer word: "inventory" and "inventories" begin alike. Where `likely` says no of the eight bytes that
// one begins with, it is passed over.
template <class Likely, class Take>
void take_stem(std::string_view word, const Language& language, const Attached& attached, Likely&& likely, Take&& take) {
    // With the article and without it, a word is the same; what is left is short in such languages.
    const std::size_t article = language.article.size(), least = article == 0 ? 5 : 4;
    if (article != 0)
        attached.each_at(word, 0, [&](std::size_t size) {
            constexpr std::size_t shortest = 3;
            if (size < article || count_code_points(word) < count_code_points(word.substr(0, size)) + shortest) return false;
            word.remove_prefix(size);
            return true;
        });
    if (!likely(eight_bytes(word, 0)) || count_code_points(word) < least || std::binary_search(language.stop_words.begin(), language.stop_words.end(), word)) return;
    std::size_t stop = 0;
    for (int n = 0; n < 6 && stop < word.size(); ++n) stop += decode(word, stop).size;
    take(word.substr(0, stop));
}

template <class Likely, class Take>
void each_stem(std::string_view folded, const Language& language, const Attached& attached, Likely&& likely, Take&& take) {
    for (std::size_t at = 0; at < folded.size();) {
        if (!word_at(folded, at)) {
            at += decode(folded, at).size;
            continue;
        }
        const std::size_t end = word_end(folded, at);
        take_stem(folded.substr(at, end - at), language, attached, likely, take);
        at = end;
    }
}

// Words in a text of which `base` and `starts` are known that may be those that `likely` takes, with what is written together
// with them or without.
template <class Likely, class Take>
void each_likely_word(std::string_view text, std::uint32_t base, const StartsOfBlock& starts, const Attached& attached, Likely&& likely, Take&& take) {
    for (std::size_t i = 0; i < starts.at.size() && starts.at[i] - base < text.size(); ++i) {
        const std::size_t at = starts.at[i] - base;
        bool may = likely(starts.letters[i]);
        if (starts.letters[i] >> 56 >= 0xD8) attached.each_at(text, at, [&](std::size_t size) { return may = may || likely(eight_bytes(text, at + size)); });
        // Ideographs and letters that stand behind each other are one word.
        if (may && word_at(text, at) && (at == 0 || !is_word_character(decode_before(text, at).code))) take(text.substr(at, word_end(text, at) - at));
    }
}

constexpr auto any_word = [](std::uint64_t) { return true; };

}  // namespace

void Referred::merge(const Referred& more) {
    all = all || more.all;
    items.insert(items.end(), more.items.begin(), more.items.end());
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

References::References(const Reading& reading)
    : reading_(reading), targets_(reading.form.items.size()), named_(reading.form.items.size()), overarching_(reading.lexicon.vocabulary("overarching")),
      instruments_(reading.lexicon.vocabulary("instruments")) {
    attached_.add(reading.language);
    for (std::uint32_t kind = 0; kind < named_.size(); ++kind)
        named_[kind] = kind == reading.lexicon.like("lead") || std::any_of(reading.form.items.begin(), reading.form.items.end(), [&](const ItemSpec& spec) {
            return std::any_of(spec.fields.begin(), spec.fields.end(), [&](const FieldSpec& field) { return field.type == FieldType::party && field.refers_to == reading.form.items[kind].kind; });
        });
}

void References::add(std::uint32_t kind, const std::vector<Item>& items) {
    Targets& targets = targets_[kind];
    // "1." above "1." or above "1. 2.": numbered anew in the middle of a list, so that each is known by its place alone.
    const bool anew = items.size() > 1 && !items[0].label.empty() && items[0].label == items[1].label;
    const bool labelled = std::any_of(items.begin(), items.end(), [](const Item& item) { return !item.label.empty(); });
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        const Item& item = items[i];
        targets.ids.push_back(item.id);
        targets.titles.push_back(fold(item.title));
        std::string label = !anew ? fold(item.label) : items[0].label == "a" && i < 26 ? std::string(1, static_cast<char>('a' + i)) : std::to_string(i + 1);
        if (!label.empty()) {
            add_label(std::move(label), i, targets);
        } else {
            if (!labelled) targets.numbers.emplace(i + 1, i);
            add_letter_of_title(kind, i, targets);
        }
        add_code_of_title(item, i, targets);  // "1. OS1. Ten countries …", where the format numbers as well
        if (named_[kind]) add_names(item, i, targets);
    }
    add_called(items, targets);
}

const std::vector<Spelling>& References::spellings_of(const Targets& targets) const {
    if (targets.spellings.empty()) {
        const std::size_t compared = std::min(targets.titles.size(), most_compared);
        targets.spellings.reserve(compared);
        for (std::size_t i = 0; i < compared; ++i) targets.spellings.emplace_back(targets.titles[i]);
    }
    return targets.spellings;
}

const References::ByText<std::vector<std::uint32_t>>& References::stems_of(const Targets& targets) const {
    if (!std::exchange(targets.has_stems, true))
        for (std::uint32_t i = 0; i < targets.titles.size() && i < most_compared; ++i)
            each_stem(targets.titles[i], reading_.language, attached_, any_word, [&](std::string_view stem) {
                targets.first_stems.add(stem);
                auto& with = targets.stems[std::string(stem)];
                if (with.empty() || with.back() != i) with.push_back(i);
            });
    return targets.stems;
}

Referred References::alike(std::string_view folded, const Targets& targets) const {
    Referred found;
    // All of a title, or its first sentence ("Inventories" for "Inventories. Help the authorities to …").
    const auto is_title = [&](std::string_view title) {
        if (!title.starts_with(folded)) return false;
        const std::string_view rest = title.substr(folded.size());
        return rest.empty() || rest.starts_with(". ") || rest.starts_with(": ") || rest.starts_with("。") || rest.starts_with('(') || rest.starts_with(" (");
    };
    const std::size_t compared = std::min(targets.titles.size(), most_compared);
    for (std::uint32_t i = 0; i < compared && !folded.empty(); ++i)
        if (is_title(targets.titles[i])) found.items.push_back(i);
    if (folded.size() < 8 || !found.items.empty()) return found;
    const Spelling spelling(folded);
    const std::vector<Spelling>& spellings = spellings_of(targets);
    double best = 0.8;
    for (std::uint32_t i = 0; i < compared; ++i) {
        const std::string& title = targets.titles[i];
        if (title.size() < 8) continue;
        const bool held = title.size() >= 12 && folded.find(title) != std::string_view::npos;
        const bool begun = folded.size() >= 16 && title.starts_with(folded);
        const double like = held || begun ? 1.0 : likeness(spelling, spellings[i], best);
        if (like < best) continue;
        if (like > best || found.items.empty()) found.items.clear();
        found.items.push_back(i);
        best = std::max(best, like);
    }
    return found;
}

bool References::covers_all(std::string_view folded, bool in_field) const {
    for (const TermHit& hit : reading_.find(folded, overarching_))
        if (in_field || folded.substr(hit.begin, hit.end - hit.begin).find(' ') != std::string_view::npos) return true;
    return false;
}

Referred References::in_field(std::string_view text, std::uint32_t kind) const {
    Referred found;
    if (!has(kind)) return found;
    const std::string folded = fold(text.substr(0, most_searched));
    const Targets& targets = targets_[kind];
    found = worded(folded, kind, false);
    if (found.items.empty()) found = behind_number(folded, targets);
    if (found.items.empty()) {
        Referred bare;
        if (numbers_at(folded, 0, targets, true, bare).second) found.merge(bare);
    }
    if (found.items.empty())
        if (const std::optional<std::uint32_t> coded = by_code(text, kind)) found.items.push_back(*coded);
    if (found.items.empty()) {
        if (const auto label = targets.labels.find(folded); label != targets.labels.end()) found.items.push_back(label->second);
    }
    // "(أ)", which is one.
    if (found.items.empty())
        if (const auto ordinal = ordinal_at(trimmed(text), LabelContext::worded); ordinal && ordinal->size >= trimmed(text).size())
            if (const auto label = targets.labels.find(fold(ordinal->text)); label != targets.labels.end()) found.items.push_back(label->second);
    // "Second" of "Second action: …": how one title alone begins.
    if (found.items.empty() && folded.size() >= shortest_beginning) {
        std::vector<std::uint32_t> begun;
        for (std::uint32_t i = 0; i < targets.titles.size(); ++i)
            if (const std::string& title = targets.titles[i]; title.starts_with(folded) && title.size() > folded.size() && title[folded.size()] == ' ') begun.push_back(i);
        if (begun.size() == 1) found.items = std::move(begun);
    }
    if (found.items.empty()) found = alike(folded, targets);
    if (found.items.empty()) found.all = covers_all(folded, true);
    // "Treatment" of "Share the treatment among neighbours": a word or two that stand in one title alone.
    if (!found.any()) found = by_title(text, kind);
    return found;
}

// "3. Storage": the whole title of one target says more than the number before it, which may count something else.
Referred References::behind_number(std::string_view folded, const Targets& targets) {
    Referred found;
    const auto label = ordinal_at(trimmed(folded));
    const std::string_view all = trimmed(folded), words = label ? trimmed(all.substr(label->size)) : std::string_view();
    // "4.1 Storage": a number of several levels may be no label.
    const std::string_view bare = trimmed(all.substr(std::min(all.find_first_not_of("0123456789."), all.size())));
    for (std::uint32_t i = 0; !(words.empty() && (bare.empty() || bare.size() == all.size())) && i < targets.titles.size() && i < most_compared; ++i)
        if (targets.titles[i] == words || (targets.titles[i] == bare && bare.size() < all.size())) found.items.push_back(i);
    if (found.items.size() > 1) found.items.clear();
    return found;
}

// "P2 Storage", "A-1: Storage": a label of letters and digits is that of a target, whatever stands behind it.
std::optional<std::uint32_t> References::by_code(std::string_view text, std::uint32_t kind) const {
    const auto label = ordinal_at(trimmed(text));
    if (!label || !is_upper(decode(label->text, 0).code) || !is_digit(label->text.back())) return std::nullopt;
    const auto found = targets_[kind].labels.find(fold(label->text));
    return found == targets_[kind].labels.end() ? std::nullopt : std::optional(found->second);
}

Referred References::in_text(Stretch stretch, std::uint32_t kind) const {
    Referred found;
    if (!has(kind)) return found;
    const bool known_text = is_whole_block(stretch);
    Stretch searched = stretch;
    searched.span.end = searched.span.begin + static_cast<std::uint32_t>(reading_.view(stretch.span).substr(0, most_searched).size());
    const FoldedPart part(reading_, searched);
    const std::string_view folded = part.text();
    if (may_be_worded(stretch, folded, kind)) found = worded(folded, kind, false);
    if (!found.items.empty()) return found;
    // Headings are not searched for terms beforehand; elsewhere the terms are known.
    const auto known = reading_.terms_in(stretch.span);
    const auto overarching = [&](const TermPlace& place) { return place.vocabulary == overarching_; };
    if (reading_.document.blocks[stretch.block].kind == BlockKind::heading || (!known_text && std::any_of(known.begin(), known.end(), overarching)))
        found.all = reading_.may_find(overarching_, stretch) && covers_all(folded, false);
    else if (known_text)
        found.all = std::any_of(known.begin(), known.end(), [&](const TermPlace& place) { return overarching(place) && fold(reading_.view(place.span)).find(' ') != std::string::npos; });
    return found;
}

bool References::is_title(Stretch of, std::uint32_t kind) const {
    const std::string_view text = reading_.view(of.span);
    if (!has(kind) || !fits_in(text, 400)) return false;
    of.span = reading_.trimmed(of.span);
    std::string_view words = reading_.view(of.span);
    if (by_code(words, kind)) return true;
    if (const auto label = ordinal_at(words); label && label->size < words.size()) {
        if (label->shape.starts_with('C') && targets_[kind].labels.contains(fold(label->text))) return true;  // "PA1 Inventories"
        of.span.begin += label->size;
        words.remove_prefix(label->size);
    }
    const FoldedPart part(reading_, of);
    const std::string_view folded = part.text();
    if (may_be_worded(of, folded, kind) && worded(folded, kind, true).any()) return true;
    // A sentence that repeats a title is no title.
    const auto is_as_short = [&](const std::string& title) { return folded.size() <= title.size() + title.size() / 2 + 24; };
    const std::vector<std::string>& titles = targets_[kind].titles;
    if (!words.ends_with('.') && fits_in(folded, 240) && std::any_of(titles.begin(), titles.end(), is_as_short) && alike(folded, targets_[kind]).any()) return true;
    if (!fits_in(folded, 80) || !reading_.may_find(overarching_, of)) return false;
    const auto hits = reading_.find(folded, overarching_);
    if (hits.empty()) return false;
    const std::size_t attached = attached_before(reading_.language, folded, hits.front().begin);
    if (hits.front().end - hits.front().begin + attached + 2 >= folded.size() || covers_all(folded, false)) return true;
    // "Efforts for all actions" is a title, "The third action: teach all teachers." says what one of them does.
    if (words.ends_with('.') || words.ends_with("。")) return false;
    const auto kinds = reading_.around.find(folded);
    return std::any_of(kinds.begin(), kinds.end(), [](const TermHit& hit) { return hit.id < Words::annex; });
}

bool References::opens(Stretch text, std::uint32_t kind) const {
    if (is_title(text, kind)) return true;
    if (!has(kind)) return false;
    constexpr int most_before = 5;
    const FoldedPart part(reading_, text);
    const std::string_view folded = part.text();
    if (!may_be_worded(text, folded, kind)) return false;
    std::size_t at = 0;
    for (int word = 0; word < most_before && at < folded.size(); ++word) {
        // The next word; behind an apostrophe, and at each sign of a script without spaces, one begins as well.
        const Decoded first = decode(folded, at);
        std::size_t end = is_ideograph(first.code) ? at + first.size : word_end(folded, at);
        if (end == at || (end < folded.size() && folded[end] != ' ' && folded[end] != '\'' && !is_ideograph(first.code))) return false;
        while (end < folded.size() && (folded[end] == ' ' || folded[end] == '\'')) ++end;
        at = end;
        if (worded(folded.substr(at), kind, true).any()) return true;
    }
    return false;
}

// "Inventories. The Lake Institute visits …": the target whose whole title is how the text begins; nothing where two are.
std::optional<std::uint32_t> References::titled_at_start(std::string_view text, const Targets& targets) const {
    constexpr std::size_t shortest = 6, shortest_label = 4, longest = 400;  // bytes; of a title with a colon behind it
    const std::string folded = fold(text.substr(0, longest));
    std::optional<std::uint32_t> found;
    for (std::uint32_t i = 0; i < std::min(targets.titles.size(), most_compared); ++i) {
        std::string_view title = targets.titles[i];
        if (const std::size_t open = title.ends_with(')') ? title.rfind('(') : std::string_view::npos; open != std::string_view::npos) title = title.substr(0, open);  // "Measure (objective 1)"
        while (!title.empty() && (title.back() == '.' || title.back() == ':' || title.back() == ' ')) title.remove_suffix(1);
        if (title.size() < shortest_label || !folded.starts_with(title)) continue;
        const std::string_view rest = std::string_view(folded).substr(title.size());
        const bool labels = rest.starts_with(": ") || rest.starts_with(" \xC2\xB7 ");
        if (title.size() < shortest && !labels) continue;
        const bool ends = labels || rest.starts_with(". ") || rest.starts_with(": ") || rest.starts_with(" - ") || rest.starts_with("; ") || rest.starts_with("。");
        if (!ends) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

Referred References::by_words(std::string_view text, std::optional<Stretch> first, std::uint32_t kind) const {
    Referred found;
    if (!has(kind)) return found;
    const Targets& targets = targets_[kind];
    const std::size_t compared = std::min(targets.ids.size(), most_compared);
    if (const auto titled = titled_at_start(text, targets)) {
        found.items.push_back(*titled);
        return found;
    }
    const auto& stems = stems_of(targets);
    std::vector<const std::vector<std::uint32_t>*> seen;
    std::map<std::uint32_t, unsigned> shared;
    const auto likely = [&](std::uint64_t eight) { return targets.first_stems.may_hold(eight); };
    const auto take = [&](std::string_view stem) {
        const auto with = stems.find(stem);
        if (with == stems.end() || with->second.size() * 2 > std::max<std::size_t>(compared, 2)) return;
        if (seen.size() > most_compared || std::find(seen.begin(), seen.end(), &with->second) != seen.end()) return;
        for (const std::uint32_t item : with->second) ++shared[item];
        seen.push_back(&with->second);
    };
    std::size_t done = 0;
    if (first && (first->span.size() <= most_of_part || is_whole_block(*first)))
        if (const FoldedPart part(reading_, *first); part.is_shared()) {
            done = std::min<std::size_t>(first->span.size(), most_of_part);
            const std::size_t size = first->span.size() <= most_of_part ? part.text().size() : reading_.block_text->folded_size(first->block, done);
            each_likely_word(part.text().substr(0, size), part.folded().base, reading_.block_text->words_of(part.text()), attached_, likely,
                             [&](std::string_view word) { take_stem(word, reading_.language, attached_, likely, take); });
        }
    each_stem(fold(text.substr(done, most_searched - done)), reading_.language, attached_, likely, take);
    unsigned best = 1, second = 0;
    std::uint32_t item = 0;
    for (const auto& [one, count] : shared) {
        if (count > best) {
            second = best;
            best = count;
            item = one;
        } else {
            second = std::max(second, count);
        }
    }
    if (best >= 2 && best > second) found.items.push_back(item);
    return found;
}

Referred References::by_title(std::string_view title, std::uint32_t kind) const {
    Referred found;
    if (!has(kind)) return found;
    constexpr std::size_t most_stems = 3;
    std::size_t stems = 0, shared = 0;
    std::optional<std::uint32_t> item;
    bool one = true;
    const auto& known = stems_of(targets_[kind]);
    // Most titles begin with a word that no target shares.
    each_stem(fold(title.substr(0, most_searched)), reading_.language, attached_, [&](std::uint64_t) { return shared == stems && stems <= most_stems; }, [&](std::string_view stem) {
        ++stems;
        const auto with = known.find(stem);
        if (with == known.end()) return;
        ++shared;
        one = one && with->second.size() == 1 && (!item || *item == with->second.front());
        item = with->second.front();
    });
    if (item && one && stems <= most_stems && shared == stems) found.items.push_back(*item);
    return found;
}

Referred References::in_last_brackets(std::string_view text, std::uint32_t kind) const {
    Referred found;
    const bool one = has(kind) && targets_[kind].ids.size() == 1;  // "(objective)" where there is one
    if (!has(kind) || (targets_[kind].labels.empty() && !one)) return found;
    constexpr ByteSet opening{"(["}, closing{")]"}, may_open{"([\xE2\xE3\xEF"};  // of any width
    if (may_open.find(text.substr(0, most_searched)) >= text.size()) return found;
    const std::string folded = fold(narrow_punctuation(std::string(text.substr(0, most_searched))));
    for (std::size_t open = opening.find(folded); open < folded.size(); open = opening.find(folded, open + 1)) {
        const std::size_t close = closing.find(folded, open);
        if (close >= folded.size()) break;
        const std::size_t next = folded.find_first_not_of(' ', close + 1);
        if (next != std::string::npos && folded[next] != '.' && folded[next] != ';') continue;
        std::string_view inner = trimmed(std::string_view(folded).substr(open + 1, close - open - 1));
        constexpr std::string_view degree = "\xC2\xB0";
        while (inner.ends_with(degree)) inner.remove_suffix(degree.size());
        // "(strengthens 2.2)": a number of two levels is the label of one of them.
        if (const std::size_t space = inner.rfind(' '); space != std::string_view::npos && inner.find('.', space) != std::string_view::npos && targets_[kind].labels.contains(inner.substr(space + 1)))
            inner.remove_prefix(space + 1);
        if (inner.empty() || !fits_in(inner, 24)) continue;
        if (one && reading_.words.around.is_term(inner, kind)) found.items.push_back(0);
        if (const auto label = targets_[kind].labels.find(inner); label != targets_[kind].labels.end() && inner.find(' ') != std::string_view::npos) {  // "(effect 1)"
            found.items.push_back(label->second);
            continue;
        }
        Referred here;
        if (const auto [end, counted] = numbers_at(inner, 0, targets_[kind], true, here); counted && end == inner.size()) found.merge(here);
    }
    return found;
}

Referred References::in_brackets(std::string_view text, std::uint32_t kind) const {
    Referred found;
    if (!has(kind)) return found;
    const std::string narrow = narrow_punctuation(std::string(text.substr(0, most_searched)));
    for (std::size_t open = narrow.find('('); open != std::string::npos; open = narrow.find('(', open + 1)) {
        const std::size_t close = std::min(narrow.find(')', open), narrow.size());
        const std::string_view inner = trimmed(std::string_view(narrow).substr(open + 1, close - open - 1));
        if (inner.size() >= shortest_beginning && fits_in(inner, 60) && is_upper(decode(inner, 0).code)) found.merge(alike(fold(inner), targets_[kind]));
    }
    return found;
}

std::pair<std::optional<std::uint32_t>, bool> References::labelled(std::string_view label, std::string_view text, std::uint32_t kind) const {
    if (!has(kind)) return {};
    const auto found = targets_[kind].labels.find(fold(label));
    if (found == targets_[kind].labels.end()) return {};
    bool shared = false;
    const auto& stems = stems_of(targets_[kind]);
    each_stem(fold(text.substr(0, most_searched)), reading_.language, attached_, any_word, [&](std::string_view stem) {
        const auto with = stems.find(stem);
        shared = shared || (with != stems.end() && std::find(with->second.begin(), with->second.end(), found->second) != with->second.end());
    });
    return {found->second, shared};
}

std::optional<std::uint32_t> References::by_level(std::string_view label, std::uint32_t kind) const {
    const std::string own = fold(label);
    const std::size_t digits = ascii_digits.find(own), last = own.rfind('.');
    if (!has(kind) || last == std::string::npos || last <= digits || own.find_first_not_of("0123456789.", digits) != std::string::npos) return std::nullopt;
    std::optional<std::uint32_t> found;
    for (const auto& [text, item] : targets_[kind].labels) {
        const std::size_t from = ascii_digits.find(text);
        if (from == 0 || from >= text.size() || text.substr(0, from) == own.substr(0, digits) || text.substr(from) != own.substr(digits, last - digits)) continue;
        if (found) return std::nullopt;
        found = item;
    }
    return found;
}

// A block that is folded already and not too long to be searched.
bool References::is_whole_block(Stretch stretch) const {
    return stretch.span == reading_.document.blocks[stretch.block].text && stretch.span.size() <= most_searched && reading_.block_text->holds(stretch.block);
}

std::string parent_of(std::string_view label) {
    const std::size_t dot = label.find_last_of(".-");
    // "B1" of action B
    if (dot == std::string_view::npos && (label.size() == 2 || label.size() == 3) && label[0] >= 'A' && label[0] <= 'Z' && label.find_first_not_of("0123456789", 1) == std::string_view::npos) return std::string(label.substr(0, 1));
    return dot == std::string_view::npos ? std::string() : std::string(label.substr(0, dot));
}

}  // namespace plancheck
