// A target is known by its number, its label, its title and the rare words of its title. Numbers count after a word for
// the kind, in a place meant for them, or as a code ("PA2"); never where the words beside them say that another
// instrument is meant. Likeness and rare words are asked of the first targets only, so the cost stays linear. A name is
// the same where its words differ in nothing but endings that the language file lists.
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
constexpr std::size_t most_names = 64;     // that begin with the same word
constexpr std::size_t most_searched = 4000;  // bytes of one text
constexpr std::size_t shortest_beginning = 5;  // bytes
constexpr std::size_t shortest_stem = 3;     // code points of a word that may change its ending
constexpr std::size_t longest_acronym = 8;   // code points
constexpr std::size_t shortest_quoted = 6;   // code points of a name between quotation marks

bool is_capitals(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        if (is_word_character(d.code) && !is_upper(d.code) && !(d.code >= '0' && d.code <= '9')) return false;
        at += d.size;
    }
    return true;
}

// Beginnings of the longer words: "inventory" and "inventories" begin alike.
template <class Take>
void each_stem(std::string_view folded, const Language& language, Take&& take) {
    for (std::size_t at = 0; at < folded.size();) {
        if (!word_at(folded, at)) {
            at += decode(folded, at).size;
            continue;
        }
        const std::size_t end = word_end(folded, at);
        std::string_view word = folded.substr(at, end - at);
        at = end;
        // With the article and without it, a word is the same; what is left is short in such languages.
        std::size_t least = 5;
        if (!language.article.empty()) {
            least = 4;
            for (const std::string& prefix : language.attached_prefixes)
                if (prefix.size() >= language.article.size() && word.starts_with(prefix) && count_code_points(word) >= count_code_points(prefix) + 3) {
                    word.remove_prefix(prefix.size());
                    break;
                }
        }
        if (count_code_points(word) < least || std::binary_search(language.stop_words.begin(), language.stop_words.end(), word)) continue;
        std::size_t stop = 0;
        for (int n = 0; n < 6 && stop < word.size(); ++n) stop += decode(word, stop).size;
        take(std::string(word.substr(0, stop)));
    }
}

// Where the first word of a name ends; in a script without spaces its first two signs do as well.
std::size_t key_end(std::string_view text, std::size_t at) noexcept {
    const Decoded first = decode(text, at);
    if (!is_ideograph(first.code)) return word_end(text, at);
    const Decoded second = decode(text, at + first.size);
    return at + first.size + (is_ideograph(second.code) ? second.size : 0);
}

// What stands unchanged in every form of a word.
std::string_view stem_of(std::string_view word) noexcept {
    std::size_t stop = 0;
    for (std::size_t n = 0; n < shortest_stem && stop < word.size(); ++n) stop += decode(word, stop).size;
    return word.substr(0, stop);
}

bool same_word(std::string_view a, std::string_view b, const Language& language) {
    if (a == b) return true;
    const auto ends = [&](std::string_view rest) {
        return rest.empty() || std::binary_search(language.endings.begin(), language.endings.end(), rest);
    };
    std::size_t shared = 0;
    while (shared < a.size() && shared < b.size() && a[shared] == b[shared]) ++shared;
    // Endings may begin alike ("-ое", "-ому"), so the stem is sought backwards.
    for (int n = 0; n < 4 && shared >= stem_of(a).size(); ++n) {
        while (shared < a.size() && (static_cast<unsigned char>(a[shared]) & 0xC0U) == 0x80U) --shared;
        if (shared < stem_of(a).size()) break;
        if (ends(a.substr(shared)) && ends(b.substr(shared))) return true;
        if (shared == 0) break;
        --shared;
    }
    return false;
}

// The words of a name in the order of letters, without the small ones; empty where they are too few to tell one.
std::string sorted_words(std::string_view folded, const Language& language) {
    constexpr std::size_t fewest = 3, most = 16;
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < folded.size() && words.size() <= most;) {
        const std::size_t end = word_at(folded, at) ? word_end(folded, at) : at;
        if (end == at) {
            at += decode(folded, at).size;
            continue;
        }
        const std::string_view word = folded.substr(at, end - at);
        if (count_code_points(word) > 3 || !std::binary_search(language.stop_words.begin(), language.stop_words.end(), word)) words.push_back(word);
        at = end;
    }
    if (words.size() < fewest || words.size() > most) return {};
    std::sort(words.begin(), words.end());
    std::string all;
    for (const std::string_view word : words) all.append(word).push_back(' ');
    return all;
}

// Where the name, its words in any case, ends in the text; 0: it does not stand there.
std::size_t inflected_end(std::string_view text, std::size_t at, std::string_view name, const Language& language) {
    std::size_t n = 0;
    while (n < name.size()) {
        const std::size_t name_end = word_end(name, n), text_end = word_end(text, at);
        if (name_end != n) {
            if (text_end == at || !same_word(name.substr(n, name_end - n), text.substr(at, text_end - at), language)) return 0;
            n = name_end;
            at = text_end;
        } else {
            if (text_end != at || at >= text.size() || text[at] != name[n]) return 0;
            ++n;
            ++at;
        }
    }
    return at;
}

}  // namespace

void Referred::merge(const Referred& more) {
    all = all || more.all;
    items.insert(items.end(), more.items.begin(), more.items.end());
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

References::References(const Reading& reading)
    : reading_(reading), targets_(reading.form.items.size()), overarching_(reading.lexicon.vocabulary("overarching")),
      instruments_(reading.lexicon.vocabulary("instruments")) {
    attached_.add(reading.language);
}

void References::add(std::uint32_t kind, const std::vector<Item>& items) {
    Targets& targets = targets_[kind];
    const bool labelled = std::any_of(items.begin(), items.end(), [](const Item& item) { return !item.label.empty(); });
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        const Item& item = items[i];
        targets.ids.push_back(item.id);
        targets.titles.push_back(fold(item.title));
        if (i < most_compared) targets.spellings.emplace_back(targets.titles.back());
        std::string label = fold(item.label);
        if (!label.empty()) {
            std::size_t digits = label.size();
            while (digits > 0 && is_digit(label[digits - 1])) --digits;
            if (label.size() > digits && label.size() - digits <= 3)
                targets.numbers.emplace(whole_number(label.substr(digits)), i);
            else if (const auto roman = roman_value(label)) targets.numbers.emplace(*roman, i);
            targets.labels.emplace(std::move(label), i);
        } else if (!labelled) {
            targets.numbers.emplace(i + 1, i);
        }
        const auto name = [&](std::string_view text) {
            std::string folded = fold(text);
            if (std::string words = sorted_words(folded, reading_.language); !words.empty()) targets.any_order.emplace(std::move(words), i);
            const bool acronym = folded.size() >= 2 && count_code_points(folded) <= longest_acronym && folded.find(' ') == std::string::npos && is_capitals(trimmed(text));
            if (folded.size() < 3 && !acronym) return;
            auto& same = targets.names[folded.substr(0, key_end(folded, 0))];
            if (same.size() < most_names) same.emplace_back((acronym ? "^" : "") + folded, i);
            if (reading_.language.endings.empty() || acronym) return;
            auto& changing = targets.inflected[std::string(stem_of(std::string_view(folded).substr(0, word_end(folded, 0))))];
            if (changing.size() < most_names) changing.emplace_back(std::move(folded), i);
        };
        name(item.title);
        // "Institute of Lakes, Ms Roe": the name alone names it too.
        for (const std::string_view comma : {", ", "، ", "，"})
            if (const std::size_t at = item.title.find(comma); at != std::string::npos && count_code_points(std::string_view(item.title).substr(0, at)) >= 4) {
                name(std::string_view(item.title).substr(0, at));
                break;
            }
        const std::string title = narrow_punctuation(item.title);
        if (const std::size_t open = title.find('('); open != std::string::npos) {
            name(std::string_view(title).substr(0, open));
            const std::size_t close = title.find(')', open);
            if (close != std::string::npos) name(std::string_view(title).substr(open + 1, close - open - 1));
        } else if (item.span.size() > item.title.size()) {
            // "Institute for Clean Cities, Geneva (ICC) – …": the acronym stands behind a shortened title.
            const std::string_view words = reading_.view(item.span).substr(0, 200);
            const std::size_t from = words.find('('), to = words.find(')', from == std::string_view::npos ? 0 : from);
            if (from != std::string_view::npos && to != std::string_view::npos && count_code_points(words.substr(from + 1, to - from - 1)) <= longest_acronym + 1) name(words.substr(from + 1, to - from - 1));
        }
        // "Public network “Clear Sky”": what stands between quotation marks is the name proper.
        for (const auto& [left, right] : {std::pair("\xC2\xAB", "\xC2\xBB"), std::pair("\xE2\x80\x9C", "\xE2\x80\x9D"), std::pair("\"", "\"")})
            if (const std::size_t open = item.title.find(left), begin = open + std::string_view(left).size(); open != std::string::npos)
                if (const std::size_t close = item.title.find(right, begin); close != std::string::npos && count_code_points(std::string_view(item.title).substr(begin, close - begin)) >= shortest_quoted)
                    name(std::string_view(item.title).substr(begin, close - begin));
        for (const Field& field : item.fields)
            for (const FieldValue& value : field.values)
                if (value.type == "person") name(value.value);
        if (i < most_compared)
            each_stem(targets.titles.back(), reading_.language, [&](std::string stem) {
                auto& with = targets.stems[std::move(stem)];
                if (with.empty() || with.back() != i) with.push_back(i);
            });
    }
}

Referred References::alike(std::string_view folded, const Targets& targets) const {
    Referred found;
    // All of a title, or its first sentence ("Inventories" for "Inventories. Help the authorities to …").
    const auto is_title = [&](std::string_view title) {
        if (!title.starts_with(folded)) return false;
        const std::string_view rest = title.substr(folded.size());
        return rest.empty() || rest.starts_with(". ") || rest.starts_with(": ") || rest.starts_with("。");
    };
    for (std::uint32_t i = 0; i < targets.spellings.size() && !folded.empty(); ++i)
        if (is_title(targets.titles[i])) found.items.push_back(i);
    if (folded.size() < 8 || !found.items.empty()) return found;
    const Spelling spelling(folded);
    double best = 0.8;
    for (std::uint32_t i = 0; i < targets.spellings.size(); ++i) {
        const std::string& title = targets.titles[i];
        if (title.size() < 8) continue;
        const bool held = title.size() >= 12 && folded.find(title) != std::string_view::npos;
        const bool begun = folded.size() >= 16 && title.starts_with(folded);
        const double like = held || begun ? 1.0 : likeness(spelling, targets.spellings[i], best);
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
    if (found.items.empty()) {
        bool counted = false;
        Referred bare;
        numbers_at(folded, 0, targets, true, bare, counted);
        if (counted) found.merge(bare);
    }
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
    return found;
}

Referred References::in_text(Stretch stretch, std::uint32_t kind) const {
    Referred found;
    if (!has(kind)) return found;
    const BlockText& blocks = *reading_.block_text;
    const std::string_view text = reading_.view(stretch.span);
    const bool known_text = is_whole_block(stretch);
    const std::string own = known_text ? std::string() : fold(text.substr(0, most_searched));
    const std::string_view folded = known_text ? blocks.folded(stretch.block) : std::string_view(own);
    if (may_be_worded(stretch, folded, kind)) found = worded(folded, kind, false);
    if (!found.items.empty()) return found;
    // Headings are not searched for terms beforehand; elsewhere the terms are known.
    const auto known = reading_.terms_in(stretch.span);
    const auto overarching = [&](const TermPlace& place) { return place.vocabulary == overarching_; };
    if (reading_.document.blocks[stretch.block].kind == BlockKind::heading || (!known_text && std::any_of(known.begin(), known.end(), overarching)))
        found.all = covers_all(folded, false);
    else if (known_text)
        found.all = std::any_of(known.begin(), known.end(), [&](const TermPlace& place) { return overarching(place) && fold(reading_.view(place.span)).find(' ') != std::string::npos; });
    return found;
}

bool References::is_title(Stretch of, std::uint32_t kind) const {
    const std::string_view text = reading_.view(of.span);
    if (!has(kind) || !fits_in(text, 400)) return false;
    of.span = reading_.trimmed(of.span);
    std::string_view words = reading_.view(of.span);
    if (const auto label = ordinal_at(words); label && label->size < words.size()) {
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
    if (!fits_in(folded, 80)) return false;
    const auto hits = reading_.find(folded, overarching_);
    if (hits.empty()) return false;
    const std::size_t attached = attached_before(reading_.language, folded, hits.front().begin);
    if (hits.front().end - hits.front().begin + attached + 2 >= folded.size() || covers_all(folded, false)) return true;
    // "Efforts for all actions" is a title, "The third action: teach all teachers." says what one of them does.
    if (words.ends_with('.') || words.ends_with("。")) return false;
    const auto kinds = reading_.words.around.find(folded);
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

Referred References::by_words(std::string_view text, std::uint32_t kind) const {
    Referred found;
    if (!has(kind)) return found;
    const Targets& targets = targets_[kind];
    const std::size_t compared = std::min(targets.ids.size(), most_compared);
    std::vector<std::string> seen;
    std::map<std::uint32_t, unsigned> shared;
    each_stem(fold(text.substr(0, most_searched)), reading_.language, [&](std::string stem) {
        const auto with = targets.stems.find(stem);
        if (with == targets.stems.end() || with->second.size() * 2 > std::max<std::size_t>(compared, 2)) return;
        if (seen.size() > most_compared || std::find(seen.begin(), seen.end(), stem) != seen.end()) return;
        for (const std::uint32_t item : with->second) ++shared[item];
        seen.push_back(std::move(stem));
    });
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
    each_stem(fold(title.substr(0, most_searched)), reading_.language, [&](const std::string& stem) {
        ++stems;
        const auto with = targets_[kind].stems.find(stem);
        if (with == targets_[kind].stems.end()) return;
        ++shared;
        one = one && with->second.size() == 1 && (!item || *item == with->second.front());
        item = with->second.front();
    });
    if (item && one && stems <= most_stems && shared == stems) found.items.push_back(*item);
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
    each_stem(fold(text.substr(0, most_searched)), reading_.language, [&](const std::string& stem) {
        const auto with = targets_[kind].stems.find(stem);
        shared = shared || (with != targets_[kind].stems.end() && std::find(with->second.begin(), with->second.end(), found->second) != with->second.end());
    });
    return {found->second, shared};
}

Referred References::by_name(std::string_view text, std::uint32_t kind) const {
    if (!has(kind)) return {};
    const std::string_view searched = text.substr(0, most_searched);
    const Folded folded = fold_mapped(searched);
    return named(searched, {folded.text, &folded, 0, 0}, targets_[kind]);
}

Referred References::by_name(Stretch stretch, std::uint32_t kind) const {
    const std::string_view text = reading_.view(stretch.span);
    if (!is_whole_block(stretch)) return by_name(text, kind);
    return has(kind) ? named(text, reading_.block_text->block(stretch.block), targets_[kind]) : Referred{};
}

Referred References::by_words_of_name(std::string_view name, std::uint32_t kind) const {
    Referred found;
    if (!has(kind) || targets_[kind].any_order.empty() || !fits_in(name, 160)) return found;
    const auto known = targets_[kind].any_order.find(sorted_words(fold(name), reading_.language));
    if (known != targets_[kind].any_order.end()) found.items.push_back(known->second);
    return found;
}

// A block that is folded already and not too long to be searched.
bool References::is_whole_block(Stretch stretch) const {
    return stretch.span == reading_.document.blocks[stretch.block].text && stretch.span.size() <= most_searched && reading_.block_text->holds(stretch.block);
}

Referred References::named(std::string_view text, const FoldedBlock& folded, const Targets& targets) const {
    Referred found;
    const std::string_view all = folded.text;
    for (std::size_t at = 0; at < all.size();) {
        if (!word_at(all, at)) {
            at += decode(all, at).size;
            continue;
        }
        const std::size_t end = key_end(all, at);
        auto names = targets.names.find(all.substr(at, end - at));
        if (names == targets.names.end())
            attached_.each_at(all, at, [&](std::size_t size) {
                if (end - at <= size) return false;
                names = targets.names.find(all.substr(at + size, end - at - size));
                if (names == targets.names.end()) return false;
                at += size;
                return true;
            });
        std::size_t longest = 0;
        std::uint32_t item = 0;
        if (names != targets.names.end())
            for (const auto& [name, of] : names->second) {
                std::string_view wanted = name;
                const bool acronym = wanted.front() == '^';
                if (acronym) wanted.remove_prefix(1);
                if (wanted.size() <= longest || !all.substr(at).starts_with(wanted)) continue;
                if (word_at(all, at + wanted.size()) && !is_ideograph(decode(all, at + wanted.size()).code) && !is_ideograph(decode_before(wanted, wanted.size()).code)) continue;
                // "who" is not WHO.
                const std::uint32_t from = folded.source_begin(static_cast<std::uint32_t>(at));
                const std::uint32_t to = folded.source_end(static_cast<std::uint32_t>(at + wanted.size()));
                if (acronym && !is_capitals(text.substr(from, to - from))) continue;
                longest = wanted.size();
                item = of;
            }
        const auto changing = longest == 0 && !targets.inflected.empty() ? targets.inflected.find(stem_of(all.substr(at, end - at))) : targets.inflected.end();
        if (changing != targets.inflected.end())
            for (const auto& [name, of] : changing->second) {
                // A single word may be a common one too ("мира" is no form of the name "Мир").
                if (name.find(' ') == std::string::npos && !is_upper(decode(text, folded.source_begin(static_cast<std::uint32_t>(at))).code)) continue;
                if (const std::size_t stop = inflected_end(all, at, name, reading_.language); stop > at + longest) {
                    longest = stop - at;
                    item = of;
                }
            }
        if (longest != 0) found.items.push_back(item);
        at = longest != 0 ? at + longest : is_ideograph(decode(all, at).code) ? at + decode(all, at).size : end;
    }
    std::sort(found.items.begin(), found.items.end());
    found.items.erase(std::unique(found.items.begin(), found.items.end()), found.items.end());
    return found;
}

std::string parent_of(std::string_view label) {
    const std::size_t dot = label.find_last_of(".-");
    return dot == std::string_view::npos ? std::string() : std::string(label.substr(0, dot));
}

}  // namespace plancheck
