// Each paragraph speaks for one language: first by the script of most of its letters, then, where loaded languages share
// the script, by the share of their stop words among its words. Its letters are that language's weight. Scripts that no
// loaded language uses speak for the language that the script suggests, so that a Russian plan is told as Russian even
// before there is Russian data. Neighbours that a language names (Portuguese beside Spanish) take part with their stop
// words; where one of them and a loaded language say the same, the loaded one holds.
#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <numeric>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

enum Script : std::size_t { latin, cyrillic, arabic, han, kana, hangul, greek, hebrew, devanagari, thai, other, scripts };

constexpr std::string_view suggested[scripts] = {"und", "ru", "ar", "zh", "ja", "ko", "el", "he", "hi", "th", "und"};

constexpr Script script_of(char32_t c) noexcept {
    if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) return latin;
    if (c >= 0x370 && c < 0x400) return greek;
    if (c >= 0x400 && c < 0x530) return cyrillic;
    if (c >= 0x590 && c < 0x600) return hebrew;
    if (c >= 0x600 && c < 0x780) return arabic;
    if (c >= 0x900 && c < 0x980) return devanagari;
    if (c >= 0xE00 && c < 0xE80) return thai;
    if (c >= 0x3040 && c < 0x3100) return kana;
    if (c >= 0xAC00 && c <= 0xD7A3) return hangul;
    if (is_ideograph(c)) return han;
    return other;
}

// What a character of one or two bytes is in a word: 0: not in one, 1: in one but no letter, else a letter of that script and 2.
constexpr auto low_kinds = [] {
    std::array<std::uint8_t, 0x800> kinds{};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const auto c = static_cast<char32_t>(i);
        if (is_word_character(c)) kinds[i] = c >= '0' && c <= '9' ? 1 : static_cast<std::uint8_t>(2 + script_of(c));
    }
    return kinds;
}();

struct Tallies {
    std::size_t letters[scripts] = {};
    /// What one of these signs says takes about three letters elsewhere: an address among Chinese words is the longer part
    /// of its line, and not what the line is written in.
    void weigh() noexcept {
        letters[han] *= 3;
        letters[kana] *= 3;
    }
    Script most() const noexcept {
        // One kana in ten letters makes Japanese of Han text.
        if (letters[kana] * 10 > letters[han] && letters[kana] != 0 && letters[kana] + letters[han] > letters[latin]) return kana;
        return static_cast<Script>(std::max_element(std::begin(letters), std::end(letters)) - std::begin(letters));
    }
};

Script script_of(const Languages::Profile& profile) {
    Tallies tallies;
    for (const std::string& word : profile.stop_words) ++tallies.letters[script_of(decode(word, 0).code)];
    return tallies.most();
}

}  // namespace

Detection detect_language(std::span<const std::string_view> paragraphs, const Languages& languages, std::span<const std::string_view> all_folded) {
    constexpr std::size_t most_bytes = 16 << 10;
    std::size_t size = 0;
    for (const std::string_view paragraph : paragraphs) size += paragraph.size();
    const std::size_t stride = size / most_bytes + 1;

    const auto all = languages.profiles();
    const std::size_t loaded = languages.all().size();
    std::vector<Script> scripts_used;
    for (const Languages::Profile& profile : all) scripts_used.push_back(script_of(profile));

    // Words written without spaces are asked for only where several languages could own them.
    const bool han_shared = std::count(scripts_used.begin(), scripts_used.end(), han) > 1;

    std::map<std::string, double, std::less<>> weights;
    double total = 0.0;
    std::vector<std::size_t> hits(all.size());
    std::size_t taken = 0;
    for (std::size_t p = 0; p < paragraphs.size(); ++p) {
        if (p % stride != 0 && paragraphs.size() > stride) continue;
        if (taken > 2 * most_bytes) break;
        const std::string_view sample = whole_within(paragraphs[p], most_bytes);
        taken += sample.size();
        const bool known = !all_folded.empty() && sample.size() == paragraphs[p].size();
        const std::string own = known ? std::string() : fold(sample);
        const std::string_view folded = known ? all_folded[p] : own;
        Tallies tallies;
        std::fill(hits.begin(), hits.end(), std::size_t{0});
        std::size_t words = 0;
        std::size_t word_begin = 0;
        bool in_word = false;
        const auto close = [&](std::size_t end) {
            if (!in_word) return;
            ++words;
            const std::string_view word = folded.substr(word_begin, end - word_begin);
            for (std::uint64_t of = languages.stop_word(word); of != 0; of &= of - 1) ++hits[static_cast<std::size_t>(std::countr_zero(of))];
        };
        const auto* const bytes = reinterpret_cast<const unsigned char*>(folded.data());
        for (std::size_t at = 0; at < folded.size();) {
            // Letters of one script are taken together; behind the last character there is a NUL or line feed.
            const auto of_two = [&] { return low_kinds[(bytes[at] & 0x1FU) << 6 | (bytes[at + 1] & 0x3FU)]; };
            if (const unsigned char lead = bytes[at]; lead < 0xE0) {
                const std::uint8_t kind = lead < 0x80 ? low_kinds[lead] : of_two();
                if (kind == 0) {
                    close(at);
                } else if (!in_word) {
                    word_begin = at;
                }
                in_word = kind != 0;
                const std::size_t from = at;
                if (lead < 0x80) {
                    do ++at;
                    while (kind > 1 && bytes[at] >= 'a' && bytes[at] <= 'z');
                } else {
                    do at += 2;
                    while (kind > 1 && bytes[at] >= 0x80 && bytes[at] < 0xE0 && of_two() == kind);
                }
                if (kind > 1) tallies.letters[kind - 2] += lead < 0x80 ? at - from : (at - from) / 2;
                continue;
            }
            const Decoded d = decode(folded, at);
            // A character without spaces around it is its own word.
            const bool common = d.code >= 0x4E00 && d.code <= 0x9FFF;
            const bool alone = common || is_ideograph(d.code);
            const bool word = common || is_word_character(d.code);
            if (word) ++tallies.letters[common ? han : script_of(d.code)];
            if (in_word && (!word || alone)) {
                close(at);
                in_word = false;
            }
            if (word && !in_word) {
                in_word = true;
                word_begin = at;
            }
            if (alone) {
                if (han_shared) close(at + d.size);
                else ++words;
                in_word = false;
            }
            at += d.size;
        }
        close(folded.size());
        tallies.weigh();
        const std::size_t letters = std::accumulate(std::begin(tallies.letters), std::end(tallies.letters), std::size_t{0});
        if (letters == 0) continue;
        const Script script = tallies.most();
        std::size_t best = all.size();
        std::size_t sharing = 0;
        for (std::size_t l = 0; l < all.size(); ++l) {
            if (scripts_used[l] != script) continue;
            ++sharing;
            if (best == all.size() || hits[l] > hits[best]) best = l;
        }
        const auto weight = static_cast<double>(letters);
        if (script != latin) {
            // Where no language of the script is loaded, or just one, the script decides.
            weights[sharing != 0 ? all[best].tag : std::string(suggested[script])] += weight;
            total += weight;
            continue;
        }
        // Latin: short lines and lists of names say nothing; a foreign text has few words of any loaded language.
        if (best == all.size() || words < 4) continue;
        total += weight;
        std::size_t second = 0;
        for (std::size_t l = 0; l < loaded; ++l) {
            if (l != best && scripts_used[l] == latin) second = std::max(second, hits[l]);
        }
        const double share = static_cast<double>(hits[best]) / static_cast<double>(words);
        // A neighbour is known by its frequent words alone, some of which other languages have too.
        const bool clear = hits[best] > second && share >= (best < loaded ? 0.08 : 0.15);
        // An address is a handful of words that no language has.
        const auto addresses = [&] { return static_cast<std::size_t>(std::count(folded.begin(), folded.end(), '@')); };
        if (clear) {
            weights[all[best].tag] += weight;
        } else if (words >= 12 && words >= 12 + 5 * addresses()) {
            weights["und"] += weight;
        } else {
            total -= weight;
        }
    }
    Detection result;
    result.tag = "und";
    for (const auto& [tag, weight] : weights) result.shares.emplace_back(tag, weight / total);
    std::stable_sort(result.shares.begin(), result.shares.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (result.shares.empty()) {
        // Nothing but short lines: all of them together, once.
        std::string joined;
        for (const std::string_view paragraph : paragraphs) {
            if (joined.size() > 4096) break;
            joined.append(paragraph.substr(0, 4096)).push_back(' ');
        }
        const std::string_view whole = joined;
        if (paragraphs.size() > 1 && trimmed(whole).size() > 0) return detect_language(whole, languages);
        return result;
    }
    result.tag = result.shares.front().first;
    result.confidence = result.shares.front().second;
    result.mixed = result.shares.size() > 1 && result.shares[1].second >= 0.2;
    return result;
}

}  // namespace plancheck
