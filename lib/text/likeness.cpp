// Edit distance in three rows of at most 201 cells, inside a band as wide as the edits still allowed. Words are paired
// greedily, each with the word of the other text most like it, weighted by length, so that order does not matter. Most pairs
// are refused by their letters: one that the other text does not have at all costs an edit.
#include "text/likeness.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "text/eight.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

using Slice = Spelling::Slice;

constexpr std::size_t longest = 200;
constexpr std::size_t most_words = 32;

// In few classes, so that sets of them fit one number.
constexpr unsigned class_of(char32_t c) noexcept { return c & 63U; }

Slice slice(const char32_t* at, std::size_t size) noexcept {
    Slice made{at, size, 0};
    for (std::size_t i = 0; i < size; ++i) made.letters |= std::uint64_t{1} << class_of(at[i]);
    return made;
}

// The first `longest` code points into what has room for them; returns how many.
std::size_t decode_to(char32_t* to, std::string_view text) noexcept {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size() && count < longest; ++count) {
        const Decoded d = decode(text, at);
        to[count] = d.code;
        at += d.size;
    }
    return count;
}

std::vector<char32_t> points_of(std::string_view text) {
    std::vector<char32_t> points(std::min(text.size(), longest));
    points.resize(decode_to(points.data(), text));
    return points;
}

constexpr bool parts_words(char32_t c) noexcept { return c < 0x30 && (c == ' ' || c == '-' || c == '\'' || c == ',' || c == '/' || c == '(' || c == ')'); }

unsigned distance(Slice a, Slice b, unsigned most) noexcept {
    if (a.size > b.size) std::swap(a, b);
    while (a.size != 0 && a.at[0] == b.at[0]) ++a.at, --a.size, ++b.at, --b.size;
    while (a.size != 0 && a.at[a.size - 1] == b.at[b.size - 1]) --a.size, --b.size;
    if (b.size - a.size > most) return most + 1;
    if (a.size == 0) return static_cast<unsigned>(b.size);
    using Row = std::array<unsigned, longest + 2>;
    Row rows[3];
    const unsigned far = most + 1;
    for (std::size_t i = 0; i <= a.size; ++i) rows[0][i] = static_cast<unsigned>(i);
    unsigned least_above = 0;
    for (std::size_t j = 1; j <= b.size; ++j) {
        Row& now = rows[j % 3];
        const Row& above = rows[(j - 1) % 3];
        const Row& before = rows[(j + 1) % 3];
        const std::size_t low = j > most ? j - most : 1;
        const std::size_t high = std::min<std::size_t>(a.size, j + most);
        // Beside the band: no row looks further.
        now[low - 1] = now[high + 1] = far;
        now[0] = std::min(far, static_cast<unsigned>(j));
        unsigned least = now[0];
        for (std::size_t i = low; i <= high; ++i) {
            unsigned cost = above[i - 1] + (a.at[i - 1] == b.at[j - 1] ? 0U : 1U);
            cost = std::min({cost, above[i] + 1, now[i - 1] + 1});
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1]) {
                cost = std::min(cost, before[i - 2] + 1);
            }
            now[i] = std::min(cost, far);
            least = std::min(least, now[i]);
        }
        // A swap reaches back two rows, so one row out of reach is not the end when the row above was within it.
        if (least > most && least_above > most) return far;
        least_above = least;
    }
    return std::min(far, rows[b.size % 3][a.size]);
}

double alike(Slice a, Slice b, double least) noexcept {
    const std::size_t size = std::max(a.size, b.size);
    if (size == 0) return 1.0;
    const auto most = static_cast<unsigned>((1.0 - least) * static_cast<double>(size) + 1e-9);
    if (size - std::min(a.size, b.size) > most) return 0.0;
    const int missing = std::max(std::popcount(a.letters & ~b.letters), std::popcount(b.letters & ~a.letters));
    if (static_cast<unsigned>(missing) > most) return 0.0;
    const unsigned edits = distance(a, b, most);
    return edits > most ? 0.0 : 1.0 - static_cast<double>(edits) / static_cast<double>(size);
}

// Letters that one text has more often than the other. Each of them is an edit, in whatever order words are paired.
unsigned letters_apart(const Spelling& a, const Spelling& b) noexcept {
    unsigned more = 0, less = 0;
    for (std::size_t i = 0; i < a.counts.size(); ++i) {
        more += a.counts[i] > b.counts[i] ? static_cast<unsigned>(a.counts[i] - b.counts[i]) : 0U;
        less += b.counts[i] > a.counts[i] ? static_cast<unsigned>(b.counts[i] - a.counts[i]) : 0U;
    }
    return std::max(more, less);
}

// Another order is a little less than the same text.
constexpr double any_order = 0.98;

bool are_as_long(std::size_t a, std::size_t b, double least) noexcept {
    const auto [small, large] = std::minmax(a, b);
    return static_cast<double>(small) >= static_cast<double>(large) * least * 0.6;
}

double alike_in_any_order(const Spelling& a, const Spelling& b) {
    const std::vector<Slice>& left = a.words;
    std::vector<Slice> right = b.words;
    if (left.size() < 2 || right.size() < 2 || left.size() > most_words || right.size() > most_words) return 0.0;
    const std::size_t total = a.letters + b.letters;
    double shared = 0.0;
    for (const Slice& w : left) {
        std::size_t best = right.size();
        double most = 0.0;
        for (std::size_t i = 0; i < right.size(); ++i) {
            const double score = alike(w, right[i], 0.7);
            if (score > most) most = score, best = i;
        }
        if (best == right.size()) continue;
        shared += most * static_cast<double>(w.size + right[best].size);
        right.erase(right.begin() + static_cast<std::ptrdiff_t>(best));
    }
    return any_order * shared / static_cast<double>(total);
}

}  // namespace

Spelling::Spelling(std::string_view text) : points(points_of(text)) {
    Slice word{};
    const auto close = [&] {
        const auto shorter = std::upper_bound(words.begin(), words.end(), word, [](const Slice& x, const Slice& y) { return x.size > y.size; });
        if (word.size != 0) words.insert(shorter, word);
        word = {};
    };
    for (const char32_t& c : points) {
        if (parts_words(c)) {
            close();
            continue;
        }
        if (word.size == 0) word.at = &c;
        ++counts[class_of(c)];
        ++word.size;
        word.letters |= std::uint64_t{1} << class_of(c);
    }
    close();
    for (const Slice& one : words) letters += one.size;
}

double likeness(const Spelling& a, const Spelling& b, double least) {
    if (a.points == b.points) return 1.0;
    if (a.points.empty() || b.points.empty()) return 0.0;
    if (!are_as_long(a.points.size(), b.points.size(), least)) return 0.0;
    const std::size_t large = std::max(a.points.size(), b.points.size());
    const double apart = letters_apart(a, b);
    const bool near = apart <= (1.0 - least) * static_cast<double>(large) + 1e-9;
    const double in_order = near ? alike(slice(a.points.data(), a.points.size()), slice(b.points.data(), b.points.size()), least) : 0.0;
    if (in_order > 0.9) return in_order;
    const bool shares = any_order * (1.0 - apart / static_cast<double>(a.letters + b.letters)) + 1e-9 >= least;
    const double best = std::max(in_order, shares ? alike_in_any_order(a, b) : 0.0);
    return best < least ? 0.0 : best;
}

bool may_be_alike(std::string_view a, std::string_view b, double least) noexcept {
    // Of folded text, which is well-formed, the bytes that begin a character.
    const auto points = [](std::string_view text) {
        std::size_t count = 0, at = 0;
        for (; at + 8 <= text.size() && count < longest; at += 8) {
            const std::uint64_t bytes = eight::load(text.data() + at);
            count += 8 - eight::count(bytes & ~(bytes << 1) & eight::tops);
        }
        for (; at < text.size() && count < longest; ++at) count += (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U ? 1 : 0;
        return std::min(count, longest);
    };
    return are_as_long(points(a), points(b), least);
}

double likeness(std::string_view a, std::string_view b, double least) {
    return a == b ? 1.0 : likeness(Spelling(a), Spelling(b), least);
}

unsigned edit_distance(std::string_view a, std::string_view b, unsigned most) {
    char32_t left[longest], right[longest];
    const std::size_t left_size = decode_to(left, a), right_size = decode_to(right, b);
    return distance({left, left_size, 0}, {right, right_size, 0}, std::min(most, static_cast<unsigned>(longest)));
}

}  // namespace plancheck
