// One pass goes from tag to tag. Two places are always known: the last '>' of the text, so that within a tag nothing runs
// off the end, and the next '&', so that references are found without a search in every piece. Characters are checked on
// the way, piece by piece, and only where they are no plain ASCII or none that was met before; where something stands against
// the text, a wrong character anywhere in it goes before. What is let through here, pugixml parses without an error.
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "read/flat_xml.hpp"
#include "read/xml_characters.hpp"
#include "read/xml_met.hpp"

namespace plancheck {
namespace {

using namespace xml;

/// The first of [at, end) that is `quote` or '<'. `odd` where something before it is no printable ASCII.
PLANCHECK_IN_LINE const char* piece_end(const char* at, const char* end, char quote, bool& odd) {
#if defined(__SSE2__)
    for (unsigned met = 0; end - at >= 16; at += 16) {
        const __m128i c = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const __m128i quotes = _mm_cmpeq_epi8(c, _mm_set1_epi8(quote)), tags = _mm_cmpeq_epi8(c, _mm_set1_epi8('<'));
        const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(c, _mm_set1_epi8(0x1F)), c);
        const auto stops = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(quotes, tags)));
        const auto odds = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(c, control)));
        if (stops != 0) {
            odd = (met | (odds & (stops - 1) & ~stops)) != 0;
            return at + std::countr_zero(stops);
        }
        met |= odds;
        odd = met != 0;
    }
#endif
    for (; at != end && *at != quote && *at != '<'; ++at) odd = odd || static_cast<signed char>(*at) < ' ';
    return at;
}

/// Whether the `size` bytes at `b` are those at `a` before it in a text that ends at `end`. Most names are short: eight
/// bytes at once, and what lies behind the name shifted out.
PLANCHECK_IN_LINE bool same_bytes(const char* a, const char* b, std::size_t size, const char* end) {
    const bool quick = size <= 8 && end - b >= 8 && std::endian::native == std::endian::little;
    if (!quick) return std::memcmp(a, b, size) == 0;
    std::uint64_t x, y;
    std::memcpy(&x, a, 8);
    std::memcpy(&y, b, 8);
    return ((x ^ y) << (64 - 8 * size)) == 0;
}

/// `flat`: fills a table on the way.
template <bool flat>
class Scan {
public:
    Scan(std::string_view text, const XmlLimits& limits, FlatTable* table)
        : text_(text), limits_(limits), at_(text.data()), end_(text.data() + text.size()), table_(table) {}

    XmlResult run() {
        if (!walk()) {
            std::size_t offset = 0;
            if (const Flaw flaw = find_flaw(text_, offset); flaw != Flaw::none) {
                at_ = text_.data() + offset;
                result_ = {};
                fail(flaw == Flaw::encoding ? XmlStatus::encoding : XmlStatus::malformed, flaw == Flaw::encoding ? "" : "character");
            }
            result_.offset = static_cast<std::size_t>(at_ - text_.data());
            const TextPlace place = place_of(text_, result_.offset);
            result_.line = place.line;
            result_.column = place.column;
        }
        return result_;
    }

private:
    struct Open {
        const char* name;
        std::uint32_t size;   // of the name
        std::uint32_t index;  // in the table
        std::uint64_t count;  // of elements and attributes before it
        std::uint32_t last;   // child that was added last, 0: none
        bool properties;      // may be kept to be known again
    };
    struct Kept {
        const char* begin = nullptr;  // its '<'
        std::size_t size = 0;         // 0: none
        std::uint32_t index = 0;      // in the table
        std::uint64_t count = 0;      // of its elements and attributes
    };

    // All of these leave `at_` where the fault is when they give false.
    bool fail(XmlStatus status, std::string_view reason) {
        result_.status = status;
        result_.reason = reason;
        return false;
    }
    bool malformed(std::string_view reason) { return fail(XmlStatus::malformed, reason); }
    /// Whether what lies between two characters of ASCII is right; if not, where it is not is found in the end.
    bool right(const char* begin, const char* end) {
        std::size_t offset = 0;
        return seems_right(begin, end, end_) || find_flaw({begin, static_cast<std::size_t>(end - begin)}, offset) == Flaw::none ||
               malformed("character");
    }
    bool beyond(std::string_view limit, std::uint64_t value, std::uint64_t allowed) {
        result_.limit = limit;
        result_.value = value;
        result_.allowed = allowed;
        return fail(XmlStatus::limit, {});
    }

    const char* find(char c, const char* from) const {
        const void* hit = from == end_ ? nullptr : std::memchr(from, c, static_cast<std::size_t>(end_ - from));
        return hit == nullptr ? end_ : static_cast<const char*>(hit);
    }
    bool starts(std::string_view with) const {
        return std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(with);
    }

    bool walk() {
        ampersand_ = find('&', at_);
        if constexpr (flat) {
            carriage_return_ = find('\r', at_) != end_;
            // Word writes a tag in some twenty bytes; a table that is too large is never touched.
            table_->reserve(text_.size() / 20 + 16);
        }
        const std::size_t last = text_.rfind('>');
        last_ = last == std::string_view::npos ? text_.data() : text_.data() + last;
        while (at_ != end_) {
            if (*at_ != '<' && !text()) return false;
            if (at_ == end_) break;
            if (at_ >= last_) return malformed("unclosed");
            const char next = at_[1];
            if (!(is(name_start, next) ? start_tag() : next == '/' ? end_tag() : other(next))) return false;
        }
        if (!open_.empty()) return malformed("unclosed");
        return seen_root_ || malformed("no-root");
    }

    bool text() {
        const char* const begin = at_;
        const char* at = begin;
        while (at != end_ && is(space, *at)) ++at;
        if (open_.empty()) {
            at_ = at;
            return at == end_ || *at == '<' || malformed(seen_root_ ? "outside-root" : "no-root");
        }
        bool odd = false;
        const char* const end = piece_end(at, end_, '<', odd);
        if (odd && !right(at, end)) return false;
        const bool encoded = flat && (carriage_return_ || ampersand_ < end);
        if (ampersand_ < end && !references(end)) return false;
        if constexpr (flat) take_text(begin, end, at == end, encoded);
        at_ = end;
        return true;
    }

    /// White space alone is text only where it is all that an element holds.
    void take_text(const char* begin, const char* end, bool blank, bool encoded) {
        if (blank && (open_.back().last != 0 || end_ - end < 2 || end[1] != '/')) return;
        const std::uint32_t index = add(begin, static_cast<std::uint32_t>(end - begin), true);
        if (encoded) table_->encoded(index, true);
    }

    /// Elements of properties stand in a file by the thousand and are few: where the bytes from `tag` (its '<') on are those
    /// of one that was let through, so are these, and one record stands for all. True: it is passed.
    bool repeats(const char* tag) {
        const auto room = static_cast<std::size_t>(end_ - tag);
        for (std::size_t i = 0; i < kept_.size(); ++i) {
            const std::size_t which = (last_kept_ + i) % kept_.size();  // most repeat the one before
            const Kept& kept = kept_[which];
            if (kept.size == 0 || kept.size > room || std::memcmp(kept.begin, tag, kept.size) != 0) continue;
            last_kept_ = which;
            // Near a limit it is read as any other, which tells what is too much.
            if (count_ + kept.count > limits_.elements || open_.size() + kept.count > limits_.nesting) return false;
            count_ += kept.count;
            Open& around = open_.back();
            around.last = table_->repeat(around.index, around.last, kept.index);
            at_ = tag + kept.size;
            forget(at_);
            return true;
        }
        return false;
    }

    /// The element of properties that ends at `end`, to be known when it comes again.
    void keep(const Open& element, const char* end) {
        const char* const tag = element.name - 1;
        const auto size = static_cast<std::size_t>(end - tag);
        if (size > longest_kept || last_special_ > element.index) return;
        kept_[next_kept_] = {tag, size, element.index, count_ - element.count};
        next_kept_ = (next_kept_ + 1) % kept_.size();
    }

    /// `what`: the size of a text, of an element the number of its name.
    PLANCHECK_IN_LINE std::uint32_t add(const char* begin, std::uint32_t what, bool is_text) {
        if (open_.empty()) return table_->add(FlatTable::none, 0, begin, what, is_text);
        Open& around = open_.back();
        around.last = table_->add(around.index, around.last, begin, what, is_text);
        if (is_text) last_special_ = around.last;
        return around.last;
    }

    /// Checks all references before `end`; what is passed over otherwise is passed with forget().
    bool references(const char* end) {
        while (ampersand_ < end) {
            const char* const from = ampersand_ + 1;
            const auto room = static_cast<std::size_t>(std::min<std::ptrdiff_t>(end - from, longest_reference));
            const void* const hit = std::memchr(from, ';', room);
            const bool right = hit != nullptr && reference({from, static_cast<const char*>(hit)});
            if (!right || forbidden_) return at_ = ampersand_, malformed(right ? "character" : "reference");
            ampersand_ = find('&', from);
        }
        return true;
    }
    void forget(const char* end) {
        if (ampersand_ < end) ampersand_ = find('&', end);
    }

    bool reference(std::string_view body) {
        if (!body.starts_with('#'))
            return body == "amp" || body == "lt" || body == "gt" || body == "quot" || body == "apos";
        const bool hex = body.starts_with("#x");
        body.remove_prefix(hex ? 2 : 1);
        std::uint32_t value = 0;
        for (const char c : body) {
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : 99;
            if (digit >= (hex ? 16 : 10)) return false;
            value = std::min<std::uint32_t>(value * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit), 0x110000);
        }
        forbidden_ = (value < 0x20 && value != '\t' && value != '\n' && value != '\r') || value > 0x10FFFF ||
                     (value >= 0xD800 && value < 0xE000) || value == 0xFFFE || value == 0xFFFF;
        return !body.empty();
    }

    /// Goes behind `mark`, to be found from `from` on.
    bool pass(std::string_view mark, std::size_t from) {
        const std::size_t found = text_.find(mark, static_cast<std::size_t>(at_ - text_.data()) + from);
        if (found == std::string_view::npos) return malformed("unclosed");
        const char* const begin = std::exchange(at_, text_.data() + found + mark.size());
        forget(at_);
        return right(begin, at_);
    }

    bool declaration() {
        if (starts("<!--")) return pass("-->", 4);
        if (starts("<![CDATA[")) {
            if (open_.empty()) return malformed("outside-root");
            const char* const begin = at_ + 9;
            if (!pass("]]>", 9)) return false;
            if constexpr (flat) {
                const std::uint32_t index = add(begin, static_cast<std::uint32_t>(at_ - 3 - begin), true);
                if (carriage_return_) table_->encoded(index, false);
            }
            return true;
        }
        return starts("<!DOCTYPE") ? fail(XmlStatus::doctype, {}) : malformed("tag");
    }

    bool other(char next) {
        if (next == '!') return declaration();
        return next == '?' && is(name_start, at_[2]) ? pass("?>", 2) : malformed("tag");
    }

    bool end_tag() {
        if (open_.empty()) return malformed("end-tag");
        const Open& open = open_.back();
        const char* at = at_ + 2;
        if (end_ - at <= static_cast<std::ptrdiff_t>(open.size) || !same_bytes(open.name, at, open.size, end_)) return malformed("end-tag");
        at += open.size;
        for (; *at != '>'; ++at)
            if (at >= last_ || !is(space, *at)) return malformed("end-tag");
        at_ = at + 1;
        if constexpr (flat)
            if (open.properties) keep(open, at_);
        open_.pop_back();
        return true;
    }

    /// `at` is kept apart from `at_` here, which every store to a name would make the compiler load again.
    bool start_tag() {
        const char* at = at_ + 1;
        if (open_.empty() && seen_root_) return malformed("outside-root");
        const char* const name = at;
        std::uint32_t size = 0;
        bool fresh = false;
        MetNames::Name* const met = met_.meet(at, end_, size, fresh);
        at += size;
        if (fresh && !right(name, at)) return false;
        const std::string_view element(name, size);
        const auto wrong = [this](const char* where, std::string_view reason) { return at_ = where, malformed(reason); };

        std::size_t used = 0;
        bool declares = false;
        if (is(space, *at)) {
            if (met != nullptr && met->used != 0 && same_tag(*met, at)) {
                used = met->used;
                at += met->tag_size;
            } else {
                const char *const begin = at, *const ampersand = ampersand_;
                if (!attributes(at, used, declares)) return false;
                if (met != nullptr && used != 0 && used <= few && !declares && ampersand == ampersand_) {
                    met->tag = begin;
                    met->tag_size = static_cast<std::uint32_t>(at - begin);
                    met->used = static_cast<std::uint8_t>(used);
                }
            }
        }
        if (*at == '/' ? at[1] != '>' : *at != '>') return wrong(at, is(name_start, *at) ? "attribute" : "tag");
        const bool properties = flat && used == 0 && *at == '>' && element.ends_with("Pr") && !open_.empty();
        if constexpr (flat)
            if (properties && repeats(name - 1)) return true;
        const std::uint64_t before = count_;
        count_ += 1 + used;
        if (count_ > limits_.elements) return beyond("elements", count_, limits_.elements);
        if (open_.size() >= limits_.nesting) return beyond("nesting", open_.size() + 1, limits_.nesting);
        seen_root_ = true;
        std::uint32_t index = 0;
        if constexpr (flat) {
            std::uint32_t own = met == nullptr ? 0 : met->element;
            if (own == 0) own = table_->add_name(element) + 1;
            if (met != nullptr) met->element = own;
            index = add(name, own - 1, false);
            if (declares) {
                table_->declares(index);
                last_special_ = index;
            }
        }
        if (*at == '>')
            open_.push_back({name, size, index, before, 0, properties});
        else
            ++at;
        at_ = at + 1;
        return true;
    }

    /// Goes to the '>' or "/>" of a start tag from the white space behind its name on.
    bool attributes(const char*& at_tag, std::size_t& used, bool& declares) {
        const char* at = at_tag;
        const auto wrong = [this](const char* where, std::string_view reason) { return at_ = where, malformed(reason); };
        std::uint64_t places = 0;  // of the names met, a bit each: only where one is set twice names are compared
        while (*at != '>' && *at != '/') {
            if (!is(space, *at)) return wrong(at, is(name_start, *at) ? "attribute" : "tag");
            do ++at;
            while (is(space, *at));
            if (!is(name_start, *at)) {
                if (*at == '>' || *at == '/') continue;
                return wrong(at, "tag");
            }

            const char* const begin = at;
            std::uint32_t size = 0;
            bool fresh = false;
            const MetNames::Name* const met = met_.meet(at, end_, size, fresh);
            at += size;
            if (fresh && !right(begin, at)) return false;
            const std::string_view found(begin, size);
            while (is(space, *at)) ++at;
            if (*at != '=') return wrong(begin, "attribute");
            do ++at;
            while (is(space, *at));
            if (*at != '"' && *at != '\'') return wrong(begin, "attribute");
            bool odd = false;
            const char* const end = piece_end(at + 1, end_, *at, odd);
            if (end == end_ || *end == '<') return wrong(begin, "attribute");
            if (odd && !right(at, end)) return false;
            if (ampersand_ < end && !references(end)) return false;
            if (end >= last_) return malformed("unclosed");
            at = end + 1;

            if (used == limits_.attributes) return at_ = begin, beyond("attributes", used + 1, limits_.attributes);
            // One that is not kept may be equal to any.
            const std::uint64_t place = met == nullptr ? ~0ull : 1ull << met_.place(*met) % 64;
            if (used < few && (places & place) != 0)
                for (std::size_t i = 0; i < used; ++i)
                    if (names_[i].size() == found.size() && same_bytes(names_[i].data(), begin, found.size(), end_))
                        return wrong(begin, "duplicate-attribute");
            places |= place;
            if (used == names_.size()) names_.resize(2 * used);
            names_[used++] = found;
            if constexpr (flat) declares = declares || (met != nullptr ? met->declares : found.starts_with("xmlns"));
        }
        at_tag = at;
        return used <= few || distinct(used);
    }

    /// Whether what stands at `at` is, up to its end, the last start tag with attributes of that name.
    bool same_tag(const MetNames::Name& met, const char* at) const {
        // Most that differ do so early.
        std::uint64_t x = 0, y = 0;
        if (end_ - at >= 16 && met.tag_size >= 16) {
            std::memcpy(&x, met.tag + 8, 8);
            std::memcpy(&y, at + 8, 8);
            if (x != y) return false;
        }
        return static_cast<std::size_t>(last_ - at) >= met.tag_size && std::memcmp(met.tag, at, met.tag_size + 1) == 0;
    }

    /// Beyond a few attributes sorting is cheaper than comparing each with each.
    bool distinct(std::size_t used) {
        const auto end = names_.begin() + static_cast<std::ptrdiff_t>(used);
        std::sort(names_.begin(), end);
        return std::adjacent_find(names_.begin(), end) == end || malformed("duplicate-attribute");
    }

    static constexpr std::size_t few = 16;
    static constexpr std::ptrdiff_t longest_reference = 32;
    static constexpr std::size_t longest_kept = 2048;

    std::string_view text_;
    const XmlLimits& limits_;
    const char* at_;
    const char* end_;
    const char* last_ = nullptr;       // the last '>': within a tag there is always one ahead
    const char* ampersand_ = nullptr;  // the first '&' not yet passed
    FlatTable* table_;
    bool carriage_return_ = false;
    MetNames met_;
    std::vector<Open> open_;  // elements around `at_`
    std::vector<std::string_view> names_ = std::vector<std::string_view>(few);  // of the attributes of the tag at hand
    std::uint64_t count_ = 0;
    std::array<Kept, 8> kept_;
    std::size_t next_kept_ = 0;
    std::size_t last_kept_ = 0;
    std::uint32_t last_special_ = 0;  // the last text or declaration of a namespace: what holds one is not kept
    bool seen_root_ = false;
    bool forbidden_ = false;
    XmlResult result_;
};

}  // namespace

XmlResult scan_xml(std::string_view text, const XmlLimits& limits) { return Scan<false>(text, limits, nullptr).run(); }

XmlResult scan_xml(std::string_view text, const XmlLimits& limits, FlatTable& table) { return Scan<true>(text, limits, &table).run(); }

TextPlace place_of(std::string_view text, std::size_t offset) noexcept {
    TextPlace place;
    for (const char c : text.substr(0, offset)) {
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++place.column;
        }
    }
    return place;
}

}  // namespace plancheck
