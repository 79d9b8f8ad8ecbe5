// Edit distance in three rows of at most 201 cells, inside a band as wide as the edits still allowed. Words are paired
// greedily, each with the word of the other text most like it, weighted by length, so that order does not matter.
#include "text/likeness.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest = 200;
constexpr std::size_t most_words = 32;

struct Points {
    std::array<char32_t, longest> at{};
    std::size_t size = 0;

    explicit Points(std::string_view text) noexcept {
        for (std::size_t offset = 0; offset < text.size() && size < longest;) {
            const Decoded d = decode(text, offset);
            at[size++] = d.code;
            offset += d.size;
        }
    }
};

struct Slice {
    const char32_t* at;
    std::size_t size;
};

unsigned distance(Slice a, Slice b, unsigned most) noexcept {
    if (a.size > b.size) std::swap(a, b);
    while (a.size != 0 && a.at[0] == b.at[0]) a = {a.at + 1, a.size - 1}, b = {b.at + 1, b.size - 1};
    while (a.size != 0 && a.at[a.size - 1] == b.at[b.size - 1]) --a.size, --b.size;
    if (b.size - a.size > most) return most + 1;
    if (a.size == 0) return static_cast<unsigned>(b.size);
    using Row = std::array<unsigned, longest + 1>;
    Row rows[3];
    const unsigned far = most + 1;
    for (Row& row : rows) std::fill_n(row.begin(), a.size + 1, far);
    for (std::size_t i = 0; i <= a.size; ++i) rows[0][i] = static_cast<unsigned>(i);
    for (std::size_t j = 1; j <= b.size; ++j) {
        Row& now = rows[j % 3];
        const Row& above = rows[(j - 1) % 3];
        const Row& before = rows[(j + 1) % 3];
        const std::size_t low = j > most ? j - most : 1;
        const std::size_t high = std::min<std::size_t>(a.size, j + most);
        std::fill_n(now.begin(), a.size + 1, far);
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
        if (least > most && *std::min_element(above.begin(), above.begin() + static_cast<std::ptrdiff_t>(a.size) + 1) > most) {
            return far;
        }
    }
    return std::min(far, rows[b.size % 3][a.size]);
}

double alike(Slice a, Slice b, double least) noexcept {
    const std::size_t size = std::max(a.size, b.size);
    if (size == 0) return 1.0;
    const auto most = static_cast<unsigned>(std::floor((1.0 - least) * static_cast<double>(size) + 1e-9));
    const unsigned edits = distance(a, b, most);
    return edits > most ? 0.0 : 1.0 - static_cast<double>(edits) / static_cast<double>(size);
}

std::vector<Slice> words_of(const Points& points) {
    std::vector<Slice> words;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= points.size; ++i) {
        const char32_t c = i < points.size ? points.at[i] : U' ';
        if (c != ' ' && c != '-' && c != '\'' && c != ',' && c != '/' && c != '(' && c != ')') continue;
        if (i > begin) words.push_back({points.at.data() + begin, i - begin});
        begin = i + 1;
    }
    return words;
}

double alike_in_any_order(const Points& a, const Points& b) {
    std::vector<Slice> left = words_of(a);
    std::vector<Slice> right = words_of(b);
    if (left.size() < 2 || right.size() < 2 || left.size() > most_words || right.size() > most_words) return 0.0;
    std::size_t total = 0;
    for (const Slice& w : left) total += w.size;
    for (const Slice& w : right) total += w.size;
    std::stable_sort(left.begin(), left.end(), [](const Slice& x, const Slice& y) { return x.size > y.size; });
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
    // Another order is a little less than the same text.
    return 0.98 * shared / static_cast<double>(total);
}

}  // namespace

double likeness(std::string_view a, std::string_view b, double least) {
    if (a == b) return 1.0;
    const Points left(a);
    const Points right(b);
    if (left.size == 0 || right.size == 0) return 0.0;
    const auto [small, large] = std::minmax(left.size, right.size);
    if (static_cast<double>(small) / static_cast<double>(large) < least * 0.6) return 0.0;
    const double in_order = alike({left.at.data(), left.size}, {right.at.data(), right.size}, least);
    const double any_order = in_order > 0.9 ? 0.0 : alike_in_any_order(left, right);
    const double best = std::max(in_order, any_order);
    return best < least ? 0.0 : best;
}

unsigned edit_distance(std::string_view a, std::string_view b, unsigned most) {
    const Points left(a);
    const Points right(b);
    return distance({left.at.data(), left.size}, {right.at.data(), right.size}, std::min(most, static_cast<unsigned>(longest)));
}

}  // namespace plancheck
