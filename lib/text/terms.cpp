// A form's key is its letters without spaces and hyphens, up to the first wildcard. Keys are found by their first eight letters
// at once, where a word can begin; below those of eight stands a trie over the other letters, in which nodes with one form
// below stay leaves, and what all keys below a node share is compared at once. What is proposed is compared letter by letter
// with the form, where the rules of the language decide about spaces, hyphens and endings. A walk is no longer than the
// longest form, so the cost stays linear in the text; most places are no key's first letters.
#include "text/terms.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "text/characters.hpp"
#include "text/gap_words.hpp"
#include "text/letters.hpp"
#include "text/term_keys.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::uint32_t no_match = 0xFFFFFFFF;
constexpr GapWords::Sets all_words{~std::uint64_t{0}, ~std::uint64_t{0}, ~std::uint64_t{0}};
using term_keys::longest_gap;

// Letters of a form that stand for themselves and nothing else: no joint, no wildcard, no gap, no digit mark.
constexpr auto is_plain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t c = 0; c < plain.size(); ++c) plain[c] = c != ' ' && c != '-' && c != '*' && c != '.' && c != 3;
    return plain;
}();

bool word_at(std::string_view text, std::size_t at) noexcept {
    return at < text.size() && is_word_character(decode(text, at).code);
}

bool ideograph_at(std::string_view text, std::size_t at) noexcept {
    return at < text.size() && static_cast<unsigned char>(text[at]) >= 0xE3 && is_ideograph(decode(text, at).code);
}

}  // namespace

bool TermIndex::starts(std::string_view folded, std::uint32_t at, const Rules& rules) const {
    if (at == 0 || folded[at - 1] == ' ') return true;
    const Decoded here = decode(folded, at);
    const Decoded before = decode_before(folded, at);
    if (!is_word_character(here.code) || is_ideograph(here.code) || is_ideograph(before.code)) return true;
    if (is_word_character(before.code)) {
        // Inside a word: only after something that is written together with the word.
        for (const std::string& prefix : rules.attached) {
            if (prefix.empty() || folded[at - 1] != prefix.back() || !folded.substr(0, at).ends_with(prefix)) continue;
            const std::size_t begin = at - prefix.size();
            if (begin == 0 || !is_word_character(decode_before(folded, begin).code)) return true;
        }
        return false;
    }
    if (before.code != '-') return true;
    for (const std::string& prefix : rules.hyphen_prefixes) {
        if (prefix.size() + 1 > at || folded.substr(at - 1 - prefix.size(), prefix.size()) != prefix) continue;
        const std::size_t begin = at - 1 - prefix.size();
        if (begin == 0 || !is_word_character(decode_before(folded, begin).code)) return false;
    }
    return true;
}

// The places behind a gap's beginning where a form can go on: words of the same sentence, in the reach of the gap, that begin with its letters.
class TermIndex::InGap {
public:
    InGap(std::string_view folded, std::uint32_t begin, const At& place, const Attached& attached) : folded_(folded), begin_(begin), place_(place), attached_(attached) {}

    void open(const Gap& gap, std::size_t at) {
        if (place_.starts == nullptr) {
            // What begins in the reach is looked at with all its letters.
            constexpr std::size_t letters = 32;
            own_ = std::make_unique<WordStarts>(folded_.substr(begin_, at - begin_ + longest_gap + letters));
            own_->attach(folded_.substr(begin_), attached_);
            place_ = {own_.get(), 0, 0};
            base_ = begin_;
        }
        gap_ = &gap;
        from_ = at;
        inside_ = false;
    }
    bool is_open() const noexcept { return gap_ != nullptr; }
    std::size_t form() const noexcept { return gap_->form; }

    /// The next place, or no_match.
    std::uint32_t next() noexcept {
        const WordStarts& starts = *place_.starts;
        for (; place_.word < starts.at.size(); ++place_.word, inside_ = false) {
            if (!inside_) {
                inside_ = true;
                const std::size_t at = starts.at[place_.word] + base_;
                if (at > from_ + longest_gap || at >= folded_.size()) return no_match;
                if (at >= from_) {
                    const std::uint64_t letters = starts.letters[place_.word];
                    if (term_keys::ends_sentence(letters)) return no_match;
                    if ((letters & gap_->mask) == gap_->letters) return static_cast<std::uint32_t>(at);
                }
            }
            for (; place_.behind < starts.behind.size() && starts.behind[place_.behind].word <= place_.word; ++place_.behind)
                if (const WordStarts::Behind& behind = starts.behind[place_.behind]; behind.at + base_ >= from_ && (behind.letters & gap_->mask) == gap_->letters) {
                    ++place_.behind;
                    return behind.at + base_;
                }
        }
        return no_match;
    }

private:
    std::string_view folded_;
    std::uint32_t begin_, base_ = 0;
    At place_;
    const Attached& attached_;
    const Gap* gap_ = nullptr;
    std::size_t from_ = 0;
    bool inside_ = false;  // the word's beginning was looked at
    std::unique_ptr<WordStarts> own_;
};

// Whether a form whose last sign is `last` may end at a place behind its letters.
PLANCHECK_IN_LINE bool TermIndex::ends(char last, std::string_view folded, std::size_t at, const Rules& rules) const noexcept {
    if (last == '*' || at == folded.size()) return true;
    const auto before = static_cast<unsigned char>(folded[at - 1]), behind = static_cast<unsigned char>(folded[at]);
    if ((before | behind) < 0x80 && !(low_word_characters[before] && low_word_characters[behind])) return true;
    if (!is_word_character(decode_before(folded, at).code) || !word_at(folded, at) || ideograph_at(folded, at)) return true;
    // Where words are written together with articles and "and", a number stands behind them the same way (و2027).
    if (!rules.attached.empty() && behind >= '0' && behind <= '9' && before >= 0x80) return true;
    return is_ideograph(decode_before(folded, at).code);
}

std::uint32_t TermIndex::match(const Pattern& pattern, std::string_view folded, std::uint32_t begin, const At& place) const {
    const std::string_view form = std::string_view(tables_.forms.data() + pattern.form, pattern.form_size);
    const Rules& rules = rules_[pattern.rules];
    // Nearly always the text is written as the form is.
    const bool same = folded.size() - begin >= pattern.literal && std::memcmp(folded.data() + begin, form.data(), pattern.literal) == 0;
    std::size_t at = same ? begin + pattern.literal : begin;
    std::size_t i = same ? pattern.literal : 0;
    InGap in_gap(folded, begin, place, attached_);
    std::uint32_t next_gap = pattern.gap;
    for (;;) {
        bool fits = true;
        while (i < form.size() && at < folded.size() && form[i] == folded[at] && is_plain[static_cast<unsigned char>(form[i])]) {
            ++i;
            ++at;
        }
        if (i == form.size()) {
            if (ends(form.back(), folded, at, rules)) return static_cast<std::uint32_t>(at);
            fits = false;
        } else if (term_keys::is_joint(form[i]) && term_keys::is_gap(form, i + 1)) {
            ++i;
        } else if (term_keys::is_joint(form[i])) {
            const std::size_t from = at;
            while (at < folded.size() && at - from < 3 && term_keys::is_joint(folded[at])) ++at;
            fits = at != from || rules.joins;
            ++i;
        } else if (form[i] == '*') {
            at = letters_end(folded, at);
            ++i;
        } else if (term_keys::is_gap(form, i)) {
            const Gap& gap = tables_.gaps[next_gap++];
            if (gap.form == form.size()) return static_cast<std::uint32_t>(at);
            if (!in_gap.is_open() && place.ahead != nullptr && !GapWords::may_hold(place.ahead->following(place.word, place.behind, at + longest_gap), gap.following)) return no_match;
            in_gap.open(gap, at);
            fits = false;
        } else if (at >= folded.size()) {
            return no_match;
        } else if (form[i] == '\x03') {
            fits = folded[at] >= '0' && folded[at] <= '9';
            ++at;
            ++i;
        } else if (form[i] == folded[at]) {
            ++at;
            ++i;
        } else if (folded[at] == '-' && rules.joins && at > begin && folded[at - 1] != ' ' && at + 1 < folded.size() && folded[at + 1] != ' ') {
            ++at;
        } else if (folded[at] == ' ' && at > begin && ideograph_at(form, i) && ideograph_at(folded, at + 1)) {
            ++at;  // a line broke inside a Chinese word
        } else {
            fits = false;
        }
        if (fits) continue;
        if (!in_gap.is_open()) return no_match;
        const std::uint32_t next = in_gap.next();
        if (next == no_match) return no_match;
        at = next;
        i = in_gap.form();
    }
}

// Where the letters of the key from `depth` on, which follow in the text, end, or no_match: cheaper than match(), which most
// leaves fail.
std::size_t TermIndex::key_end(const Pattern& pattern, std::uint32_t depth, std::string_view folded, std::size_t at) const noexcept {
    for (std::uint32_t k = depth; k < pattern.key_size; ++k, ++at) {
        for (std::size_t skipped = 0; at < folded.size() && skipped < term_keys::most_joints && term_keys::is_joint(folded[at]); ++skipped) ++at;
        if (at >= folded.size() || folded[at] != tables_.keys[pattern.key + k]) return no_match;
    }
    return at;
}

// Where the first `size` letters from `begin` on end, or no_match where more is between two of them than a term may have.
std::size_t TermIndex::letters_end_in(std::string_view folded, std::size_t begin, std::uint32_t size) noexcept {
    std::size_t at = begin + 1;
    for (std::uint32_t k = 1; k < size; ++k, ++at) {
        for (std::size_t skipped = 0; at < folded.size() && skipped < term_keys::most_joints && term_keys::is_joint(folded[at]); ++skipped) ++at;
        if (at >= folded.size() || term_keys::is_joint(folded[at])) return no_match;
    }
    return at;
}

// `letters`: the first eight from `begin` on; `sizes`: what beginnings_ knows of them. `is_attached`: `begin` lies behind what is
// written together with a word, and that is known to be of the terms' language.
template <class Take>
void TermIndex::walk(std::string_view folded, std::uint32_t begin, std::uint64_t letters, std::uint32_t sizes, const At& place, Take&& take, bool is_attached) const {
    if (term_keys::is_joint(folded[begin])) return;
    const std::uint64_t joined = eight_bytes(folded, begin) ^ letters;  // 0 up to the first space or hyphen
    for (; sizes != 0; sizes &= sizes - 1) {
        const std::uint32_t size = static_cast<std::uint32_t>(std::countr_zero(sizes)) + 1;
        const std::uint32_t node = beginnings_.find(letters, size);
        if (node == Beginnings::none) continue;
        const std::size_t at = (joined & Beginnings::mask(size)) == 0 ? begin + size : letters_end_in(folded, begin, size);
        if (at != no_match) walk_below(node, size, folded, begin, at, place, take, is_attached);
    }
}

// The patterns at a node and below, of whose keys `depth` letters were found up to `at`.
template <class Take>
void TermIndex::walk_below(std::uint32_t node, std::uint32_t depth, std::string_view folded, std::uint32_t begin, std::size_t at, const At& place, Take& take,
                           bool is_attached) const {
    const std::size_t size = folded.size();
    // The next letter, behind no more than three spaces and hyphens; false at the end.
    const auto next = [&] {
        for (std::size_t skipped = 0; at < size && skipped < term_keys::most_joints && term_keys::is_joint(folded[at]); ++skipped) ++at;
        return at < size;
    };
    for (;;) {
        const Node& n = tables_.nodes[node];
        for (const char* const key = tables_.keys.data() + tables_.patterns[n.first_pattern].key; depth < n.depth; ++depth)
            if (!next() || folded[at++] != key[depth]) return;
        const auto found = [&](const Pattern& pattern, std::uint32_t end) {
            const Rules& rules = rules_[pattern.rules];
            if (is_attached ? !rules.attached.empty() : starts(folded, begin, rules)) take(pattern, end);
        };
        const std::uint32_t gaps = n.first_pattern + n.patterns, end_of_gaps = gaps + n.gaps;
        for (std::uint32_t i = n.first_pattern; i < gaps; ++i) {
            const Pattern& pattern = tables_.patterns[i];
            std::uint32_t end = begin + pattern.key_size;
            if (pattern.plain && at - begin == depth && end <= size && std::memcmp(folded.data() + at, tables_.keys.data() + pattern.key + depth, end - at) == 0) {
                if (ends(folded[end - 1], folded, end, rules_[pattern.rules])) found(pattern, end);
            } else if (key_end(pattern, depth, folded, at) != no_match) {
                if (end = match(pattern, folded, begin, place); end != no_match) found(pattern, end);
            }
        }
        // Their keys are the same.
        if (const std::size_t end_of_key = n.gaps == 0 ? no_match : key_end(tables_.patterns[gaps], depth, folded, at); end_of_key != no_match) {
            GapWords::Sets following = all_words;
            if (place.ahead != nullptr) following = place.ahead->following(place.word, place.behind, end_of_key + longest_gap);
            for (std::uint32_t i = gaps; i < end_of_gaps; ++i) {
                if (!GapWords::may_hold(following, tables_.following[i])) continue;
                if (const std::uint32_t end = match(tables_.patterns[i], folded, begin, place); end != no_match) found(tables_.patterns[i], end);
            }
        }
        if (n.children == 0 || !next()) return;
        const void* const child = std::memchr(tables_.bytes.data() + n.first_child, static_cast<unsigned char>(folded[at++]), n.children);
        if (child == nullptr) return;
        node = static_cast<std::uint32_t>(static_cast<const unsigned char*>(child) - tables_.bytes.data());
        ++depth;
    }
}

bool TermIndex::denies() const {
    ready();
    return denies_;
}

std::vector<TermHit> TermIndex::find(std::string_view folded) const {
    ready();
    if (tables_.nodes.empty()) return {};
    WordStarts starts(folded);
    starts.attach(folded, attached_);
    return hits_in(folded, starts, 0, starts.at.size());
}

// Whether what is attached to words was found as these terms need it.
bool TermIndex::fits(const WordStarts& starts) const noexcept {
    return attached_.empty() || (attached_.of() != nullptr && attached_.of() == starts.attached_of);
}

std::vector<TermHit> TermIndex::find(std::string_view folded, const WordStarts& starts) const {
    ready();
    if (tables_.nodes.empty()) return {};
    if (fits(starts)) return hits_in(folded, starts, 0, starts.at.size());
    WordStarts own(starts);
    own.attach(folded, attached_);
    return hits_in(folded, own, 0, own.at.size());
}

std::vector<TermHit> TermIndex::find(std::string_view folded, const WordStarts& starts, std::uint32_t begin, std::uint32_t end) const {
    ready();
    if (tables_.nodes.empty()) return {};
    if (!fits(starts)) return find(folded.substr(begin, end - begin));
    const auto first = std::lower_bound(starts.at.begin(), starts.at.end(), begin), last = std::lower_bound(first, starts.at.end(), end);
    std::vector<TermHit> hits = hits_in(folded.substr(0, end), starts, static_cast<std::size_t>(first - starts.at.begin()), static_cast<std::size_t>(last - starts.at.begin()));
    for (TermHit& hit : hits) {
        hit.begin -= begin;
        hit.end -= begin;
    }
    return hits;
}

// One search of a text that is prepared.
class TermIndex::Search {
public:
    Search(const TermIndex& index, std::string_view folded, const WordStarts& starts) : index_(index), folded_(folded), starts_(starts), exact_(index.denies_), ahead_(starts) {}

    std::vector<TermHit> run(std::size_t first_word, std::size_t last_word) {
        find_in_words(first_word, last_word);
        if (!denied_.empty()) drop_denied();
        if (found_.empty()) return {};
        std::vector<TermHit> hits = longest();
        drop_inside(hits);
        return hits;
    }

private:
    struct Found {
        TermHit hit;
        std::uint32_t slot;
    };
    const TermIndex& index_;
    const std::string_view folded_;
    const WordStarts& starts_;
    const bool exact_;
    GapWords ahead_;
    std::vector<Found> found_, denied_;
    std::size_t sorted_ = 0;

    void walk(std::uint32_t at, std::uint64_t letters, std::uint32_t sizes, std::size_t word, std::size_t behind, bool is_attached) {
        const auto take = [&](const Pattern& p, std::uint32_t end) { (exact_ && index_.rules_[p.rules].denies ? denied_ : found_).push_back({{p.id, at, end, p.doubtful}, p.slot}); };
        index_.walk(folded_, at, letters, sizes, {&starts_, word, behind, &ahead_}, take, is_attached);
    }

    // What begins at one place, or behind the prefixes of one word, is out of order; all else is in order.
    void sort_word() {
        const auto before = [](const Found& a, const Found& b) {
            if (a.hit.begin != b.hit.begin) return a.hit.begin < b.hit.begin;
            if (a.hit.end != b.hit.end) return a.hit.end > b.hit.end;
            if (a.hit.id != b.hit.id) return a.hit.id < b.hit.id;
            return a.hit.doubtful < b.hit.doubtful;
        };
        if (found_.size() - sorted_ > 1) std::sort(found_.begin() + static_cast<std::ptrdiff_t>(sorted_), found_.end(), before);
        sorted_ = found_.size();
    }

    void find_in_words(std::size_t first_word, std::size_t last_word) {
        const Beginnings::Sizes sizes_of = index_.beginnings_.sizes();
        const auto sizes_at = [this, sizes_of](const WordMarks& marks, const std::uint64_t& letters) {
            const std::uint32_t sizes = sizes_of(marks);
            return sizes == 0 ? 0 : index_.beginnings_.likely(letters, sizes);
        };
        const std::vector<WordStarts::Behind>& all = starts_.behind;
        const auto is_before = [](const WordStarts::Behind& one, std::size_t word) { return one.word < word; };
        auto behind = index_.attached_.empty() ? all.end() : std::lower_bound(all.begin(), all.end(), first_word, is_before);
        const WordMarks* const marks = starts_.marks.data();
        const std::uint64_t* const letters = starts_.letters.data();
        for (std::size_t i = first_word; i < last_word; ++i) {
            if (const std::uint32_t sizes = sizes_at(marks[i], letters[i]); sizes != 0) {
                walk(starts_.at[i], letters[i], sizes, i, static_cast<std::size_t>(behind - all.begin()), false);
                sort_word();
            }
            if (behind == all.end() || behind->word != i) continue;
            // Behind an ideograph no prefix begins a word.
            const bool is_word = index_.attached_.of() != nullptr && (starts_.at[i] == 0 || static_cast<unsigned char>(folded_[starts_.at[i] - 1]) < 0x80);
            for (; behind != all.end() && behind->word == i; ++behind)
                if (const std::uint32_t sizes = sizes_at(behind->marks, behind->letters); sizes != 0)
                    walk(behind->at, behind->letters, sizes, i, static_cast<std::size_t>(behind - all.begin()), is_word);
            sort_word();
        }
    }

    // Of each id, how far what denies it reaches that begins at a place or before.
    void drop_denied() {
        const auto before = [](const Found& a, const Found& b) { return a.slot != b.slot ? a.slot < b.slot : a.hit.begin < b.hit.begin; };
        std::sort(denied_.begin(), denied_.end(), before);
        for (std::size_t i = 1; i < denied_.size(); ++i)
            if (denied_[i].slot == denied_[i - 1].slot) denied_[i].hit.end = std::max(denied_[i].hit.end, denied_[i - 1].hit.end);
        std::erase_if(found_, [&](const Found& one) {
            const auto after = std::upper_bound(denied_.begin(), denied_.end(), one, before);
            return after != denied_.begin() && std::prev(after)->slot == one.slot && std::prev(after)->hit.end >= one.hit.end;
        });
    }

    // For one id: longest at a place, then no overlap.
    std::vector<TermHit> longest() const {
        std::vector<TermHit> hits;
        hits.reserve(found_.size());
        constexpr std::size_t few = 12;  // hits that are compared with each other: cheaper than a table of all ids
        std::vector<std::uint32_t> reached(found_.size() > few ? index_.tables_.ids : 0, 0);
        const auto is_reached = [&hits](const TermHit& hit) { return std::any_of(hits.begin(), hits.end(), [&](const TermHit& one) { return one.id == hit.id && one.end > hit.begin; }); };
        for (const Found& one : found_) {
            if (reached.empty() ? is_reached(one.hit) : one.hit.begin < reached[one.slot]) continue;
            if (!reached.empty()) reached[one.slot] = one.hit.end;
            hits.push_back(one.hit);
        }
        return hits;
    }

    // Scripts without spaces: the longest match hides what lies inside it, unless the terms say themselves in which longer
    // words they do not stand.
    void drop_inside(std::vector<TermHit>& hits) const {
        std::size_t kept = 0;
        TermHit cover{};
        for (const TermHit& hit : hits) {
            const bool inside = cover.end >= hit.end && (cover.begin < hit.begin || cover.end > hit.end);
            if (!inside || exact_ || !ideograph_at(folded_, hit.begin)) hits[kept++] = hit;
            if (hit.end > cover.end) cover = hit;
        }
        hits.resize(kept);
    }
};

std::vector<TermHit> TermIndex::hits_in(std::string_view folded, const WordStarts& starts, std::size_t first_word, std::size_t last_word) const {
    return Search(*this, folded, starts).run(first_word, last_word);
}

template <class Take>
void TermIndex::walk_from(std::string_view folded, std::uint32_t at, Take&& take) const {
    const auto walk_at = [&](std::uint32_t begin) {
        const std::uint64_t letters = term_keys::letters_at(folded, begin);
        if (const std::uint32_t sizes = beginnings_.likely(letters, beginnings_.sizes()(WordMarks::of(letters))); sizes != 0) walk(folded, begin, letters, sizes, {}, take);
    };
    walk_at(at);
    if (static_cast<unsigned char>(folded[at]) < 0xD8) return;
    attached_.each_at(folded, at, [&](std::uint32_t size) {
        if (word_at(folded, at + size)) walk_at(at + size);
        return false;
    });
}

void TermIndex::all_at(std::string_view folded, std::uint32_t at, std::vector<TermHit>& hits) const {
    ready();
    if (tables_.nodes.empty() || at >= folded.size()) return;
    walk_from(folded, at, [&](const Pattern& p, std::uint32_t end) {
        if (!rules_[p.rules].denies) hits.push_back({p.id, at, end, p.doubtful});
    });
}

std::uint64_t TermIndex::kinds_from(std::string_view folded, std::size_t at) const {
    ready();
    // What is written together with a term stands before its letters.
    if (tables_.edges.empty() || (!attached_.empty() && at < folded.size() && static_cast<unsigned char>(folded[at]) >= 0xD8)) return ~std::uint64_t{0};
    return tables_.edges.front().beginning(folded, at);
}

std::uint64_t TermIndex::kinds_before(std::string_view folded, std::size_t end) const {
    ready();
    return tables_.edges.empty() ? ~std::uint64_t{0} : tables_.edges.front().ending(folded, end);
}

TermHit TermIndex::match_at(std::string_view folded, std::uint32_t at, std::uint32_t first, std::uint32_t last) const {
    ready();
    TermHit best{};
    if (tables_.nodes.empty() || at >= folded.size()) return best;
    if (!tables_.edges.empty() && first >> 16 == last >> 16 && (kinds_from(folded, at) >> (first >> 16) & 1) == 0) return best;
    TermHit denied{};  // the longest that denies
    walk_from(folded, at, [&](const Pattern& p, std::uint32_t end) {
        if (p.id < first || p.id > last) return;
        if (rules_[p.rules].denies) {
            if (end > denied.end) denied = {p.id, at, end, false};
            return;
        }
        if (end > best.end || (end == best.end && p.id < best.id)) best = {p.id, at, end, p.doubtful};
    });
    return denied.id == best.id && denied.end >= best.end ? TermHit{} : best;
}

bool TermIndex::is_term(std::string_view folded, std::uint32_t id) const {
    ready();
    bool whole = false;
    if (tables_.nodes.empty() || folded.empty()) return false;
    walk_from(folded, 0, [&](const Pattern& p, std::uint32_t end) { whole = whole || (p.id == id && end == folded.size() && !rules_[p.rules].denies); });
    return whole;
}

}  // namespace plancheck
