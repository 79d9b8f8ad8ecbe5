// ASCII is lowered by a table byte by byte; Latin, Greek, Cyrillic, Arabic and general punctuation by a table of code
// points made from the Unicode data; Han, kana and Hangul are copied. Whatever is left (presentation forms, full-width
// forms, ligatures, radicals, the odd script) goes cluster by cluster through ICU's NFKC_Casefold, and the result through
// the tables once more. Output is written to a buffer that always has room for one cluster. The map is kept as runs: a
// new run begins only where the distance between source and result changes, about twice per accent.
#include "text/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "text/characters.hpp"
#include "text/eight.hpp"
#include "text/fold_table.hpp"
#include "text/radicals.hpp"
#include "text/simplified.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

// 0: not simply one byte for one byte.
constexpr std::array<char, 256> ascii = [] {
    std::array<char, 256> to{};
    for (std::size_t c = 0x21; c < 0x7F; ++c) to[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    to[0x60] = '\'';
    return to;
}();

// Lowers the bytes of eight before the first that does not fold to one byte: all of them where the result is eight.
// Such a byte is not printable ASCII, or the grave accent, or a space behind a space.
constexpr std::uint32_t lowered(std::uint64_t& bytes, bool behind_space) noexcept {
    using namespace eight;
    const std::uint64_t spaces = equal_ascii(bytes, ' ');
    const std::uint64_t others = ((bytes | (bytes - 0x20 * ones) | (bytes + ones)) & tops) | equal_ascii(bytes, '`') | (spaces & (spaces << 8 | (behind_space ? 0x80U : 0U)));
    bytes |= within(bytes, 'A', 'Z') >> 2;
    return others == 0 ? 8 : first(others);
}

#if defined(__SSE2__)
// Folds sixteen bytes up to the first that is neither such ASCII nor of a small Cyrillic letter (D0 B0 to D1 8F), and says how many
// that were. No letter is parted.
PLANCHECK_IN_LINE std::uint32_t fold_sixteen(const unsigned char* from, char* to, bool behind_space) noexcept {
    const auto all = [](int c) { return _mm_set1_epi8(static_cast<char>(c)); };
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)), half = _mm_and_si128(bytes, all(0xF0));
    const __m128i d0 = _mm_cmpeq_epi8(bytes, all(0xD0)), d1 = _mm_cmpeq_epi8(bytes, all(0xD1)), leads = _mm_or_si128(d0, d1);
    const __m128i seconds = _mm_or_si128(_mm_and_si128(_mm_slli_si128(d0, 1), _mm_cmpeq_epi8(half, all(0xB0))), _mm_and_si128(_mm_slli_si128(d1, 1), _mm_cmpeq_epi8(half, all(0x80))));
    const __m128i spaces = _mm_cmpeq_epi8(bytes, all(' '));
    const __m128i odd = _mm_or_si128(_mm_cmpeq_epi8(bytes, all('`')), _mm_cmpeq_epi8(bytes, all(0x7F)));
    const __m128i good = _mm_or_si128(_mm_or_si128(leads, seconds), _mm_or_si128(spaces, _mm_andnot_si128(odd, _mm_cmpgt_epi8(bytes, all(' ')))));
    const __m128i capitals = _mm_and_si128(_mm_cmpgt_epi8(bytes, all('A' - 1)), _mm_cmplt_epi8(bytes, all('Z' + 1)));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_or_si128(bytes, _mm_and_si128(capitals, all(0x20))));
    const auto mask = [](__m128i v) { return static_cast<std::uint32_t>(_mm_movemask_epi8(v)); };
    const std::uint32_t space = mask(spaces), bad = (mask(good) ^ 0xFFFFU) | (space & (space << 1 | (behind_space ? 1U : 0U)));
    const auto done = static_cast<std::uint32_t>(std::countr_zero(bad | 0x10000U));
    // Behind a first byte whose second is none of these, or lies behind the sixteen.
    return done - (done != 0 ? mask(leads) >> (done - 1) & 1U : 0U);
}
#endif

constexpr unsigned char last_low_lead = 0xC0U | fold_table::low_last >> 6;
static_assert(fold_table::low_first == 0x80 && (fold_table::low_last & 0x3F) == 0x3F);

// The two bytes of a character of two bytes that folds to two bytes; NUL: any other. By code point.
constexpr auto pairs = [] {
    std::array<std::array<char, 2>, 0x800> to{};
    for (std::size_t c = fold_table::low_first; c <= fold_table::low_last; ++c)
        if (const std::uint32_t code = fold_table::low[c - fold_table::low_first]; code >= 0x80 && code < 0x800)
            to[c] = {static_cast<char>(0xC0U | code >> 6), static_cast<char>(0x80U | (code & 0x3FU))};
    return to;
}();

static_assert([] {
    for (std::size_t c = 0x430; c < 0x450; ++c)
        if (pairs[c] != std::array{static_cast<char>(0xC0U | c >> 6), static_cast<char>(0x80U | (c & 0x3FU))}) return false;
    return true;
}());

// Copied as it is, but for traditional Chinese; a sound mark that follows kana would have to be joined with it.
constexpr bool is_copied(char32_t c) noexcept {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x3001 && c <= 0x301C) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0x20000 && c <= 0x2A6DF) || c == 0x2022 || c == 0xFFFD;
}

// What a mark makes of the letter written before it; 0: it is dropped.
constexpr char32_t composed(char32_t letter, char32_t mark) noexcept {
    if (mark == 0x306 && letter == 0x438) return 0x439;
    if (mark == 0x308 && letter == 0x456) return 0x457;
    if (mark == 0x306 && letter == 0x443) return 0x45E;
    if (mark == 0x654 && letter == 0x648) return 0x624;
    if (mark == 0x654 && letter == 0x64A) return 0x626;
    return 0;
}

}  // namespace

// One folding in progress; writes to `out.text` from `used` on and, where wanted, to `out.runs_`.
class Folder {
public:
    Folder(Folded& out, bool mapped) : out_(out), mapped_(mapped), used_(out.text.size()), start_(used_) {}

    // Folds `piece`, which begins `source` bytes into the whole source.
    void add(std::string_view piece, std::uint32_t source) {
        source_ = source;
        if (mapped_ && out_.runs_.capacity() == 0) out_.runs_.reserve(16);
        grow(piece.size() + 1);
        for (std::size_t at = 0; at < piece.size();) {
            grow(piece.size() - at);
            const std::size_t end = stretch(piece, at);
            at = end != at ? end : at + other(piece, at, decode(piece, at));
        }
        if (used_ > start_ && out_.text[used_ - 1] == ' ') --used_;
        out_.text.resize(used_);
        if (mapped_) {
            while (!out_.runs_.empty() && out_.runs_.back().folded >= used_) out_.runs_.pop_back();
            out_.source_size_ = source + static_cast<std::uint32_t>(piece.size());
        }
    }

private:
    Folded& out_;
    bool mapped_;
    std::size_t used_;
    std::size_t start_;
    std::uint32_t source_ = 0;

    void grow(std::size_t more) {
        constexpr std::size_t slack = 64;
        // No more than is needed: what is added is filled with zeros first. The string itself grows in steps.
        if (out_.text.size() < used_ + more + slack) out_.text.resize(used_ + more + 2 * slack);
    }

    // Where in a stretch: what is read next, where it is written, and the last byte written.
    struct Run {
        const unsigned char* const bytes;
        const std::size_t size;
        std::size_t end;
        char* to;
        char last;
    };

    // Folds from `at` on while each character folds to as many bytes as it has: ASCII, single spaces included, most letters of two
    // bytes, and Han. Letters that lose their accent stand between such stretches. Gives where it ends.
    std::size_t stretch(std::string_view piece, std::size_t at) {
        char* const begin = out_.text.data() + used_;
        Run run{reinterpret_cast<const unsigned char*>(piece.data()), piece.size(), at, begin, used_ > start_ ? begin[-1] : ' '};
        while (run.end < run.size) {
            if (run.bytes[run.end] < 0x80) {
                if (!long_run(run) && !ascii_run(run)) break;
            } else if (run.bytes[run.end] <= last_low_lead) {
                if ((run.bytes[run.end] & 0xFEU) == 0xD0 && long_run(run)) continue;
                if (pairs_run(run)) continue;
                const char letter = without_accent(run);
                if (letter == 0) break;
                // The stretch ends before it and a new one begins behind it.
                place(at, run.end - at, run.end - at);
                used_ += run.end - at;
                *run.to++ = run.last = letter;
                place(run.end, 2, 1);
                ++used_;
                at = run.end += 2;
            } else if (!copy_han(piece, run)) {
                break;
            }
        }
        place(at, run.end - at, run.end - at);
        used_ += run.end - at;
        return run.end;
    }

    // Up to sixteen bytes; false: none.
    PLANCHECK_IN_LINE static bool long_run([[maybe_unused]] Run& run) {
#if defined(__SSE2__)
        // In other scripts they would end at the second byte.
        if (run.end + 16 > run.size || run.bytes[run.end + 1] > 0xD1) return false;
        // What is written behind the size is written again.
        const std::uint32_t done = fold_sixteen(run.bytes + run.end, run.to, run.last == ' ');
        if (done == 0) return false;
        run.to += done;
        run.end += done;
        run.last = run.to[-1];
        return true;
#else
        return false;
#endif
    }

    // One byte or up to eight; false: the next is none of a stretch.
    PLANCHECK_IN_LINE static bool ascii_run(Run& run) {
        if (run.end + 8 <= run.size) {
            std::uint64_t low = eight::load(run.bytes + run.end);
            if (const std::uint32_t done = lowered(low, run.last == ' '); done != 0) {
                eight::store(run.to, low);
                run.to += done;
                run.end += done;
                run.last = run.to[-1];
                return true;
            }
        }
        const unsigned char byte = run.bytes[run.end];
        const char c = byte == ' ' && run.last != ' ' ? ' ' : ascii[byte];
        if (c == 0) return false;
        *run.to++ = run.last = c;
        ++run.end;
        return true;
    }

    PLANCHECK_IN_LINE static bool is_pair(const Run& run) noexcept {
        return run.end + 1 < run.size && run.bytes[run.end] >= 0xC2 && run.bytes[run.end] <= last_low_lead && (run.bytes[run.end + 1] & 0xC0U) == 0x80;
    }

    // Letters of two bytes that fold to two bytes; false: the next is none.
    PLANCHECK_IN_LINE static bool pairs_run(Run& run) {
        const std::size_t first = run.end;
        while (is_pair(run)) {
            const std::array<char, 2>& pair = pairs[(run.bytes[run.end] & 0x1FU) << 6 | (run.bytes[run.end + 1] & 0x3FU)];
            if (pair[0] == 0) break;
            std::memcpy(run.to, pair.data(), 2);
            run.to += 2;
            run.end += 2;
        }
        if (run.end == first) return false;
        run.last = run.to[-1];
        return true;
    }

    // What a letter of two bytes folds to where that is one of ASCII, or 0.
    PLANCHECK_IN_LINE static char without_accent(const Run& run) noexcept {
        if (!is_pair(run)) return 0;
        const std::uint16_t code = fold_table::low[((run.bytes[run.end] & 0x1FU) << 6 | (run.bytes[run.end + 1] & 0x3FU)) - fold_table::low_first];
        return code > ' ' && code < 0x80 ? static_cast<char>(code) : '\0';
    }

    PLANCHECK_IN_LINE static bool copy_han(std::string_view piece, Run& run) {
        const unsigned char byte = run.bytes[run.end];
        if (byte < 0xE4 || byte > 0xE9) return false;
        const Decoded d = decode(piece, run.end);
        if (d.size != 3 || d.code < 0x4E00) return false;
        const char32_t code = simplified(d.code);
        *run.to++ = static_cast<char>(0xE0U | code >> 12);
        *run.to++ = static_cast<char>(0x80U | (code >> 6 & 0x3FU));
        *run.to++ = run.last = static_cast<char>(0x80U | (code & 0x3FU));
        run.end += 3;
        return true;
    }

    // `size` bytes of the source at `at` give the next `made` bytes.
    void place(std::size_t at, std::size_t size, std::size_t made) {
        if (!mapped_ || made == 0) return;
        const auto folded = static_cast<std::uint32_t>(used_);
        const auto source = source_ + static_cast<std::uint32_t>(at);
        const bool whole = size != made;
        if (!out_.runs_.empty() && !whole) {
            const auto& run = out_.runs_.back();
            if (run.whole == 0 && source - run.source == folded - run.folded) return;
        }
        out_.runs_.push_back({folded, source & 0x7FFFFFFFU, whole ? 1U : 0U});
    }

    void put(char32_t c) {
        char* const to = out_.text.data() + used_;
        const auto set = [&](std::size_t i, std::uint32_t byte) { to[i] = static_cast<char>(byte); };
        if (c < 0x80) {
            set(0, c);
            used_ += 1;
        } else if (c < 0x800) {
            set(0, 0xC0U | c >> 6);
            set(1, 0x80U | (c & 0x3FU));
            used_ += 2;
        } else if (c < 0x10000) {
            set(0, 0xE0U | c >> 12);
            set(1, 0x80U | (c >> 6 & 0x3FU));
            set(2, 0x80U | (c & 0x3FU));
            used_ += 3;
        } else {
            set(0, 0xF0U | c >> 18);
            set(1, 0x80U | (c >> 12 & 0x3FU));
            set(2, 0x80U | (c >> 6 & 0x3FU));
            set(3, 0x80U | (c & 0x3FU));
            used_ += 4;
        }
    }

    void space() {
        if (used_ > start_ && out_.text[used_ - 1] != ' ') put(' ');
    }

    void mark(char32_t c) {
        if (used_ == start_) return;
        const Decoded before = decode_before(std::string_view(out_.text.data(), used_), used_);
        if (const char32_t both = composed(before.code, c); both != 0) {
            used_ -= before.size;
            put(both);
        }
    }

    // The table's answer for one code point, or false where it has none.
    bool by_table(char32_t c) {
        std::uint16_t to = 0;
        if (c < 0x80) {
            if (const char simple = ascii[c]; simple != 0) {
                put(static_cast<unsigned char>(simple));
            } else if (is_white_space(c)) {
                space();
            }
            return true;
        }
        if (c <= fold_table::low_last) {
            to = fold_table::low[c - fold_table::low_first];
        } else if (c >= fold_table::punctuation_first && c <= fold_table::punctuation_last) {
            to = fold_table::punctuation[c - fold_table::punctuation_first];
        } else if (is_copied(c)) {
            put(simplified(c));
            return true;
        } else if (ideograph_of_radical(c) != c) {
            put(simplified(ideograph_of_radical(c)));
            return true;
        } else if (c == 0x2212) {
            put('-');
            return true;
        } else if (c == 0x3000) {
            space();
            return true;
        } else if (c == 0xFEFF) {
            return true;
        } else {
            return false;
        }
        if (to == 0) {
            mark(c);
        } else if (to == ' ') {
            space();
        } else if (to < fold_table::many) {
            put(to);
        } else {
            for (std::string_view text = fold_table::strings[to - fold_table::many]; !text.empty();) {
                const Decoded d = decode(text, 0);
                if (d.code == ' ') {
                    space();
                } else {
                    put(d.code);
                }
                text.remove_prefix(d.size);
            }
        }
        return true;
    }

    std::size_t other(std::string_view piece, std::size_t at, Decoded d) {
        const std::size_t before = used_;
        std::size_t size = d.size;
        if (!by_table(d.code)) size = cluster(piece, at, d);
        const std::size_t after = used_;
        if (after > before) {
            used_ = before;
            place(at, size, after - before);
            used_ = after;
        }
        return size;
    }

    // Through ICU: the code point and what joins with it.
    std::size_t cluster(std::string_view piece, std::size_t at, Decoded first) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCCasefoldInstance(status);
        const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
        if (U_FAILURE(status)) {
            put(first.code);
            return first.size;
        }
        icu::UnicodeString text(static_cast<UChar32>(first.code));
        std::size_t size = first.size;
        constexpr std::size_t most = 32;
        for (std::size_t count = 1; at + size < piece.size() && count < most; ++count) {
            const Decoded next = decode(piece, at + size);
            if (next.code < 0x300 || nfkc->hasBoundaryBefore(static_cast<UChar32>(next.code))) break;
            text.append(static_cast<UChar32>(next.code));
            size += next.size;
        }
        const icu::UnicodeString folded = nfkc->normalize(text, status);
        grow(piece.size() - at + static_cast<std::size_t>(folded.length()) * 4);
        for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
            UChar32 c = folded.char32At(i);
            if (by_table(static_cast<char32_t>(c))) continue;
            if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
                put(static_cast<char32_t>('0' + u_charDigitValue(c)));
                continue;
            }
            if (c >= 0x1E00 && c < 0x2000) {
                icu::UnicodeString parts;
                if (nfd->getDecomposition(c, parts) && parts.length() > 0) c = parts.char32At(0);
                if (by_table(static_cast<char32_t>(c))) continue;
            }
            put(static_cast<char32_t>(c));
        }
        return size;
    }
};

void append_nfkc(std::string& to, char32_t code) {
    if (const char32_t ideograph = ideograph_of_radical(code); ideograph != code) return append_utf8(to, ideograph);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCInstance(status);
    icu::UnicodeString parts;
    if (U_FAILURE(status) || nfkc->getDecomposition(static_cast<UChar32>(code), parts) == 0) return append_utf8(to, code);
    nfkc->normalize(parts, status).toUTF8String(to);
}

std::string fold(std::string_view text) {
    Folded out;
    Folder(out, false).add(text, 0);
    return std::move(out.text);
}

Folded fold_mapped(std::string_view text) {
    Folded out;
    Folder(out, true).add(text, 0);
    return out;
}

void Folded::reserve(std::size_t bytes) {
    text.reserve(bytes + bytes / 8 + 256);
    runs_.reserve(bytes / 16 + 16);
}

void Folded::append(std::string_view piece, std::uint32_t source) {
    const std::size_t before = text.size();
    const std::size_t runs = runs_.size();
    const std::uint32_t source_before = source_size_;
    if (before != 0) {
        runs_.push_back({static_cast<std::uint32_t>(before), source_size_ & 0x7FFFFFFFU, 1U});
        text.push_back('\n');
    }
    const std::size_t start = text.size();
    Folder(*this, true).add(piece, source);
    if (text.size() == start) {
        text.resize(before);
        runs_.resize(runs);
        source_size_ = source_before;
    }
}

const Folded::Run& Folded::run(std::uint32_t at) const noexcept {
    const auto after = std::upper_bound(runs_.begin(), runs_.end(), at, [](std::uint32_t v, const Run& r) { return v < r.folded; });
    return after == runs_.begin() ? *after : *(after - 1);
}

std::uint32_t Folded::source_begin(std::uint32_t at) const noexcept {
    if (at >= text.size() || runs_.empty()) return source_size_;
    const Run& r = run(at);
    return r.whole != 0 ? r.source : r.source + (at - r.folded);
}

std::uint32_t Folded::source_end(std::uint32_t at) const noexcept {
    if (at == 0 || runs_.empty()) return runs_.empty() ? 0 : static_cast<std::uint32_t>(runs_.front().source);
    if (at > text.size()) return source_size_;
    return end_in(run(at - 1), at);
}

// `run` gave the byte before `at`.
std::uint32_t Folded::end_in(const Run& run, std::uint32_t at) const noexcept {
    if (run.whole == 0) return run.source + (at - run.folded);
    return &run == &runs_.back() ? source_size_ : static_cast<std::uint32_t>((&run + 1)->source);
}

std::pair<std::uint32_t, std::uint32_t> Folded::source_of(std::uint32_t begin, std::uint32_t end, std::size_t& near) const noexcept {
    if (begin >= end || end > text.size() || runs_.empty() || near >= runs_.size() || runs_[near].folded > begin) return {source_begin(begin), source_end(end)};
    const auto last_before = [&](std::size_t i, std::uint32_t at) {
        while (i + 1 < runs_.size() && runs_[i + 1].folded <= at) ++i;
        return i;
    };
    near = last_before(near, begin);
    const Run& first = runs_[near];
    return {first.whole != 0 ? first.source : first.source + (begin - first.folded), end_in(runs_[last_before(near, end - 1)], end)};
}

std::uint32_t Folded::folded_at(std::uint32_t source) const noexcept {
    const auto size = static_cast<std::uint32_t>(text.size());
    if (runs_.empty() || source >= source_size_) return size;
    const auto after = std::upper_bound(runs_.begin(), runs_.end(), source, [](std::uint32_t v, const Run& r) { return v < r.source; });
    const std::uint32_t next = after == runs_.end() ? size : after->folded;
    if (after == runs_.begin()) return 0;
    const Run& r = *(after - 1);
    if (r.whole != 0) return r.source == source ? r.folded : next;
    return std::min(next, r.folded + (source - r.source));
}

}  // namespace plancheck
