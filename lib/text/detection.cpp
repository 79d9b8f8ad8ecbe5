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

// Counts what a paragraph has: its letters by their script, its words, and those of them that are stop words of each language;
// and says from that which language it speaks for.
class ParagraphVote {
public:
    explicit ParagraphVote(const Languages& languages) : languages_(languages), all_(languages.profiles()), hits_(all_.size()) {
        for (const Languages::Profile& profile : all_) scripts_used_.push_back(script_of(profile));
        han_shared_ = std::count(scripts_used_.begin(), scripts_used_.end(), han) > 1;
    }

    void count(std::string_view folded) {
        folded_ = folded;
        tallies_ = {};
        std::fill(hits_.begin(), hits_.end(), std::size_t{0});
        words_ = 0;
        word_begin_ = no_word;
        for (std::size_t at = 0; at < folded.size();) at = static_cast<unsigned char>(folded[at]) < 0xE0 ? count_low(at) : count_high(at);
        end_word(folded.size());
        tallies_.weigh();
        letters_ = std::accumulate(std::begin(tallies_.letters), std::end(tallies_.letters), std::size_t{0});
    }

    std::size_t letters() const noexcept { return letters_; }

    /// The tag of the language; empty where the paragraph says nothing.
    std::string_view language() const {
        if (letters_ == 0) return {};
        const Script script = tallies_.most();
        const std::size_t best = most_hits(script, all_.size(), all_.size());
        if (script == latin) return of_latin(best);
        // Where no language of the script is loaded, or just one, the script decides.
        return best != all_.size() ? std::string_view(all_[best].tag) : suggested[script];
    }

private:
    static constexpr std::size_t no_word = static_cast<std::size_t>(-1);
    const Languages& languages_;
    const std::span<const Languages::Profile> all_;
    std::vector<Script> scripts_used_;
    bool han_shared_ = false;  // words written without spaces are asked for only where several languages could own them
    std::string_view folded_;
    Tallies tallies_;
    std::vector<std::size_t> hits_;  // of each language
    std::size_t words_ = 0;
    std::size_t letters_ = 0;
    std::size_t word_begin_ = no_word;

    void end_word(std::size_t end) {
        if (word_begin_ == no_word) return;
        ++words_;
        const std::string_view word = folded_.substr(word_begin_, end - word_begin_);
        for (std::uint64_t of = languages_.stop_word(word); of != 0; of &= of - 1) ++hits_[static_cast<std::size_t>(std::countr_zero(of))];
        word_begin_ = no_word;
    }

    // Characters of one or two bytes. Letters of one script are taken together; behind the last character there is a NUL or line feed.
    std::size_t count_low(std::size_t at) {
        const auto* const bytes = reinterpret_cast<const unsigned char*>(folded_.data());
        const auto of_two = [&] { return low_kinds[(bytes[at] & 0x1FU) << 6 | (bytes[at + 1] & 0x3FU)]; };
        const bool one = bytes[at] < 0x80;
        const std::uint8_t kind = one ? low_kinds[bytes[at]] : of_two();
        if (kind == 0) end_word(at);
        else if (word_begin_ == no_word) word_begin_ = at;
        const std::size_t from = at;
        if (one) {
            do ++at;
            while (kind > 1 && bytes[at] >= 'a' && bytes[at] <= 'z');
        } else {
            do at += 2;
            while (kind > 1 && bytes[at] >= 0x80 && bytes[at] < 0xE0 && of_two() == kind);
        }
        if (kind > 1) tallies_.letters[kind - 2] += one ? at - from : (at - from) / 2;
        return at;
    }

    // Longer ones, of which an ideograph is a word of its own.
    std::size_t count_high(std::size_t at) {
        const Decoded d = decode(folded_, at);
        const bool common = d.code >= 0x4E00 && d.code <= 0x9FFF;
        const bool alone = common || is_ideograph(d.code);
        const bool word = common || is_word_character(d.code);
        if (word) ++tallies_.letters[common ? han : script_of(d.code)];
        if (!word || alone) end_word(at);
        if (word && word_begin_ == no_word) word_begin_ = at;
        if (alone) end_ideograph(at + d.size);
        return at + d.size;
    }

    void end_ideograph(std::size_t end) {
        if (han_shared_) return end_word(end);
        ++words_;
        word_begin_ = no_word;
    }

    // Of the first `count` languages of a script the one with the most stop words, `but` aside; all of them: there is none.
    std::size_t most_hits(Script script, std::size_t count, std::size_t but) const {
        std::size_t best = all_.size();
        for (std::size_t l = 0; l < count; ++l)
            if (l != but && scripts_used_[l] == script && (best == all_.size() || hits_[l] > hits_[best])) best = l;
        return best;
    }

    // Short lines and lists of names say nothing; a foreign text has few words of any loaded language.
    std::string_view of_latin(std::size_t best) const {
        if (best == all_.size() || words_ < 4) return {};
        const std::size_t loaded = languages_.all().size(), second = most_hits(latin, loaded, best);
        const double share = static_cast<double>(hits_[best]) / static_cast<double>(words_);
        // A neighbour is known by its frequent words alone, some of which other languages have too.
        if (hits_[best] > (second == all_.size() ? 0 : hits_[second]) && share >= (best < loaded ? 0.08 : 0.15)) return all_[best].tag;
        // An address is a handful of words that no language has.
        const auto addresses = [&] { return static_cast<std::size_t>(std::count(folded_.begin(), folded_.end(), '@')); };
        return words_ >= 12 && words_ >= 12 + 5 * addresses() ? suggested[latin] : std::string_view();
    }
};

// Nothing but short lines: all of them together, once.
Detection detect_joined(std::span<const std::string_view> paragraphs, const Languages& languages) {
    std::string joined;
    for (const std::string_view paragraph : paragraphs) {
        if (joined.size() > 4096) break;
        joined.append(paragraph.substr(0, 4096)).push_back(' ');
    }
    const std::string_view whole = joined;
    if (paragraphs.size() > 1 && trimmed(whole).size() > 0) return detect_language(whole, languages);
    Detection none;
    none.tag = "und";
    return none;
}

}  // namespace

Detection detect_language(std::span<const std::string_view> paragraphs, const Languages& languages, std::span<const std::string_view> all_folded) {
    constexpr std::size_t most_bytes = 16 << 10;
    std::size_t size = 0;
    for (const std::string_view paragraph : paragraphs) size += paragraph.size();
    const std::size_t stride = size / most_bytes + 1;

    ParagraphVote vote(languages);
    std::map<std::string, double, std::less<>> weights;
    double total = 0.0;
    std::size_t taken = 0;
    for (std::size_t p = 0; p < paragraphs.size(); ++p) {
        if (p % stride != 0 && paragraphs.size() > stride) continue;
        if (taken > 2 * most_bytes) break;
        const std::string_view sample = whole_within(paragraphs[p], most_bytes);
        taken += sample.size();
        const bool known = !all_folded.empty() && sample.size() == paragraphs[p].size();
        const std::string own = known ? std::string() : fold(sample);
        vote.count(known ? all_folded[p] : own);
        const std::string_view tag = vote.language();
        if (tag.empty()) continue;
        const auto weight = static_cast<double>(vote.letters());
        weights[std::string(tag)] += weight;
        total += weight;
    }
    if (weights.empty()) return detect_joined(paragraphs, languages);
    Detection result;
    for (const auto& [tag, weight] : weights) result.shares.emplace_back(tag, weight / total);
    std::stable_sort(result.shares.begin(), result.shares.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    result.tag = result.shares.front().first;
    result.confidence = result.shares.front().second;
    result.mixed = result.shares.size() > 1 && result.shares[1].second >= 0.2;
    return result;
}

}  // namespace plancheck
