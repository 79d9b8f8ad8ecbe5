// References by name: of partners their whole names, their short ones between brackets or quotation marks, their persons.
#include <algorithm>

#include "plan/legal_forms.hpp"
#include "plan/name_forms.hpp"
#include "plan/references.hpp"
#include "plan/word_ends.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_names = 64;     // that begin with the same word
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

// Where the first word of a name ends; in a script without spaces its first two signs do as well, and "LMC每年" begins with "LMC".
std::size_t key_end(std::string_view text, std::size_t at) noexcept {
    const Decoded first = decode(text, at);
    if (!is_ideograph(first.code)) {
        const std::size_t end = word_end(text, at);
        if (end > at && first.size == 1 && static_cast<unsigned char>(text[end - 1]) >= 0x80)
            for (std::size_t next = at; next < end; next += decode(text, next).size)
                if (is_ideograph(decode(text, next).code)) return next;
        return end;
    }
    const Decoded second = decode(text, at + first.size);
    return at + first.size + (is_ideograph(second.code) ? second.size : 0);
}

bool is_inside_word(std::string_view text, std::size_t at) noexcept {
    const char32_t before = decode_before(text, at).code;
    return at > 0 && is_word_character(before) && !is_ideograph(before);
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

}  // namespace

void References::add_names(const Item& item, std::uint32_t index, Targets& targets) const {
    const auto name = [&](std::string_view text) {
        std::string folded = fold(text);
        targets.all_names.emplace_back(folded, index);
        const bool acronym = folded.size() >= 2 && count_code_points(folded) <= longest_acronym && folded.find(' ') == std::string::npos && is_capitals(trimmed(text));
        if (folded.size() < 3 && !acronym) return;
        const std::string_view first = std::string_view(folded).substr(0, key_end(folded, 0));
        auto& same = targets.names[std::string(first)];
        targets.first_words.add(first);
        if (same.size() < most_names) same.emplace_back((acronym ? "^" : "") + folded, index);
        if (const std::string_view joined = behind_joined_article(folded, reading_.language); !joined.empty()) {
            const std::string_view word = joined.substr(0, word_end(joined, 0));
            targets.first_words.add(word);
            if (auto& written = targets.names[std::string(word)]; written.size() < most_names) written.emplace_back(std::string(joined), index);
        }
        if (reading_.language.endings.empty() || acronym) return;
        const std::string_view stem = stem_of(std::string_view(folded).substr(0, word_end(folded, 0)));
        auto& changing = targets.inflected[std::string(stem)];
        targets.first_words.add(stem);
        if (changing.size() < most_names) changing.emplace_back(std::move(folded), index);
    };
    name(item.title);
    // "Institute of Lakes, Ms Roe", "NWA, Ombra": the name alone names it too.
    for (const std::string_view comma : {", ", "، ", "，"})
        if (const std::size_t at = item.title.find(comma); at != std::string::npos && (count_code_points(std::string_view(item.title).substr(0, at)) >= 4 || (at >= 2 && is_capitals(std::string_view(item.title).substr(0, at))))) {
            name(std::string_view(item.title).substr(0, at));
            // "Centre for Clean Coal, CCC (non-governmental organization)"
            const std::string_view behind = trimmed(std::string_view(item.title).substr(at + comma.size()));
            const std::string_view word = trimmed(behind.substr(0, std::min({behind.find_first_of(" ("), behind.find(comma), behind.find("（")})));
            if (count_code_points(word) >= 2 && count_code_points(word) <= longest_acronym && is_capitals(word) && is_upper(decode(word, 0).code)) name(word);
            // "Ministry of Industry, Directorate of Mines"
            if (const std::string_view part = part_of_body(item.title, reading_.language); !part.empty()) name(part);
            break;
        }
    if (const std::size_t form = before_legal_form(item.title); form != 0) name(std::string_view(item.title).substr(0, form));
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
            if (value.type == "person" || (field.name == "acronym" && value.type == "text")) name(value.value);
}

Referred References::by_name(std::string_view text, std::uint32_t kind) const {
    if (!has(kind)) return {};
    const std::string_view searched = text.substr(0, most_searched);
    const Folded folded = fold_mapped(searched);
    return named(searched, {folded.text, &folded, 0, 0}, targets_[kind], std::nullopt);
}

Referred References::by_name(Stretch stretch, std::uint32_t kind) const {
    if (!has(kind)) return {};
    const std::string_view text = reading_.view(stretch.span);
    if (text.size() > most_searched) return by_name(text, kind);
    const FoldedPart part(reading_, stretch);
    return named(text, part.folded(), targets_[kind], part.is_shared() ? std::optional(reading_.block_text->words_of(part.text())) : std::nullopt);
}

Referred References::by_words_of_name(std::string_view name, std::uint32_t kind) const {
    Referred found;
    if (!has(kind) || !fits_in(name, 160)) return found;
    const std::string words = sorted_words(fold(name), reading_.language);
    if (words.empty()) return found;
    const Targets& targets = targets_[kind];
    if (targets.any_order.empty())
        for (const auto& [one, item] : targets.all_names) targets.any_order.emplace(sorted_words(one, reading_.language), item);
    const auto known = targets.any_order.find(words);
    if (known != targets.any_order.end()) found.items.push_back(known->second);
    return found;
}

// The name that stands at a word, if one does; and where to go on.
std::size_t References::name_at(std::string_view text, const FoldedBlock& folded, std::size_t at, const Targets& targets, Referred& found) const {
    const std::string_view all = folded.text;
    const std::size_t end = key_end(all, at);
    const auto likely = [&](std::size_t place) { return targets.first_words.may_hold(eight_bytes(all, place)); };
    auto names = likely(at) ? targets.names.find(all.substr(at, end - at)) : targets.names.end();
    if (names == targets.names.end())
        attached_.each_at(all, at, [&](std::size_t size) {
            if (end - at <= size || !likely(at + size)) return false;
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
    const auto changing = longest == 0 && !targets.inflected.empty() && likely(at) ? targets.inflected.find(stem_of(all.substr(at, end - at))) : targets.inflected.end();
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
    return longest != 0 ? at + longest : is_ideograph(decode(all, at).code) ? at + decode(all, at).size : end;
}

// `starts`: where words and signs begin, where that is known; else the text is walked.
Referred References::named(std::string_view text, const FoldedBlock& folded, const Targets& targets, std::optional<StartsOfBlock> starts) const {
    Referred found;
    const std::string_view all = folded.text;
    std::size_t at = 0;
    const auto take = [&] { at = word_at(all, at) ? name_at(text, folded, at, targets, found) : at + decode(all, at).size; };
    const auto behind_prefix = [&](std::size_t start, std::uint64_t letters) {
        bool may = false;
        if (letters >> 56 >= 0xD8) attached_.each_at(all, start, [&](std::size_t size) { return may = may || targets.first_words.may_hold(eight_bytes(all, start + size)); });
        return may;
    };
    if (starts) {
        for (std::size_t i = 0; i < starts->at.size(); ++i) {
            const std::size_t start = starts->at[i] - folded.base;
            const std::uint64_t letters = starts->letters[i];
            // Ideographs that stand behind letters go on with their word.
            if (start >= at && letters >> 56 >= 0xE3 && word_at(all, start) && is_inside_word(all, start)) at = word_end(all, start);
            if (start < at || !(targets.first_words.may_hold(letters) || behind_prefix(start, letters))) continue;
            at = start;
            take();
        }
    } else {
        while (at < all.size()) take();
    }
    std::sort(found.items.begin(), found.items.end());
    found.items.erase(std::unique(found.items.begin(), found.items.end()), found.items.end());
    return found;
}

}  // namespace plancheck
