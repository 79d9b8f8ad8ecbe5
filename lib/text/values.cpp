// Folds the text once with its map, searches the language's words once, lets the finders take their values in order, and
// maps what they took back to the source.
#include "text/values.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "text/characters.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"
#include "text/value_finder.hpp"

namespace plancheck {

std::string_view name(ValueType type) noexcept {
    constexpr std::array<std::string_view, 17> names = {"text",   "email",   "telephone",  "web",   "masked",     "person",   "organisation", "date", "period",
                                                        "quarter", "ongoing", "recurrence", "money", "percentage", "quantity", "reference",    "unset"};
    return names[static_cast<std::size_t>(type)];
}

namespace {

enum : unsigned char { digit_sign = 1, at_sign = 2, point_sign = 4, bracket_sign = 8 };

constexpr auto signs_of = [] {
    std::array<unsigned char, 256> signs{};
    for (std::size_t c = '0'; c <= '9'; ++c) signs[c] = digit_sign;
    signs['@'] = at_sign;
    signs['.'] = signs['_'] = point_sign;
    for (const char c : {'(', '[', '{', ']'}) signs[static_cast<unsigned char>(c)] = bracket_sign;
    return signs;
}();

struct Signs {
    unsigned all = 0;
    std::size_t digits_begin = 0, digits_end = 0;  // all digits lie between; equal where there are none
};

// Four at a time, since every block is looked at so.
Signs signs_in(std::string_view text) noexcept {
    const auto of = [&](std::size_t at) { return unsigned{signs_of[static_cast<unsigned char>(text[at])]}; };
    Signs signs;
    const auto add = [&](unsigned some, std::size_t begin, std::size_t end) {
        signs.all |= some;
        if ((some & digit_sign) == 0) return;
        if (signs.digits_end == 0) signs.digits_begin = begin;
        signs.digits_end = end;
    };
    std::size_t at = 0;
    for (; at + 4 <= text.size(); at += 4) add(of(at) | of(at + 1) | of(at + 2) | of(at + 3), at, at + 4);
    for (; at < text.size(); ++at) add(of(at), at, at + 1);
    return signs;
}

// What the text around says; names aside, it alone can find more than stands in the text for itself.
constexpr std::uint32_t of_context = in_telephone_field | in_time_field | in_money_field;

}  // namespace

ValueFinder::ValueFinder(std::string_view source, std::uint32_t origin, const Folded& folded, std::string_view piece, std::span<const TermHit> words,
                         const Language& language, std::uint32_t wanted)
    : source_(source), language_(language), wanted_(wanted), folded_(folded), origin_(origin),
      base_(static_cast<std::uint32_t>(piece.data() - folded.text.data())), text_(piece) {
    std::pmr::polymorphic_allocator<> memory(&memory_);
    hits_ = {memory.allocate_object<TermHit>(words.size()), words.size()};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const TermHit& hit = words[i];
        std::construct_at(&hits_[i], TermHit{hit.id, hit.begin - base_, hit.end - base_, hit.doubtful});
        kinds_ |= std::uint64_t{1} << (hit.id >> 16);
    }
    used_ = {memory.allocate_object<char>(text_.size() + 1), text_.size() + 1};
    std::memset(used_.data(), 0, used_.size());
}

// What is taken decides what may be found after it, so those that come last are left out where nobody wants them.
void ValueFinder::run(std::vector<Value>& to, std::vector<TextRange>* taken) {
    // Most blocks hold none of the signs that a value needs.
    const Signs signs = signs_in(text_);
    const bool digits = (signs.all & digit_sign) != 0, words = has_hits(WordKind::ongoing) || has_hits(WordKind::unset);
    const bool dates = wants(want_times | want_names) || words, amounts = dates || wants(want_money | want_numbers);
    digits_begin_ = signs.digits_begin;
    digits_end_ = signs.digits_end;
    found_ = &to;
    const std::size_t first = to.size();
    if ((signs.all & at_sign) != 0) find_emails();
    if ((signs.all & (point_sign | bracket_sign)) != 0 || wants(in_contact_field)) find_masked((signs.all & bracket_sign) != 0);
    if ((signs.all & point_sign) != 0) find_web();
    if (digits) find_references();
    find_recurrences();
    if (digits) {
        find_telephones();
        if (amounts) find_amounts();
    }
    if (amounts && !language_.ordinal_sign.empty()) find_spelt_amounts();
    if (dates && (digits || text_.find("年") != std::string_view::npos)) find_dates();
    find_words();
    if (wants(want_names)) find_names();
    if (taken != nullptr)
        for (std::size_t i = first; i < to.size(); ++i) taken->push_back({to[i].begin, to[i].end});
    finish(first);
    std::sort(to.begin() + static_cast<std::ptrdiff_t>(first), to.end(), [](const Value& a, const Value& b) { return a.begin < b.begin; });
}

void ValueFinder::run_names(std::vector<Value>& to, std::span<const TextRange> taken) {
    for (const TextRange& range : taken) hide(range.begin, range.end);
    found_ = &to;
    const std::size_t first = to.size();
    find_names();
    if (to.size() == first) return;
    finish(first);
    std::sort(to.begin(), to.end(), [](const Value& a, const Value& b) { return a.begin < b.begin; });
}

// From offsets in the folded text to those in the source.
void ValueFinder::finish(std::size_t first) {
    for (std::size_t i = first; i < found_->size(); ++i) {
        Value& value = (*found_)[i];
        const std::uint32_t begin = source_begin(value.begin);
        value.end = source_end(value.end);
        value.begin = begin;
    }
}

std::vector<Value> find_values(std::string_view text, const Language& language, std::uint32_t wanted) {
    const Folded folded = fold_mapped(text);
    std::vector<Value> found;
    ValueFinder(text, 0, folded, folded.text, language.words.find(folded.text), language, wanted).run(found);
    return found;
}

std::vector<Value> find_values(std::string_view source, std::uint32_t origin, const Folded& folded, std::string_view piece, std::span<const TermHit> words,
                               const Language& language, std::uint32_t wanted) {
    std::vector<Value> found;
    ValueFinder(source, origin, folded, piece, words, language, wanted).run(found);
    return found;
}

void find_values(std::string_view source, std::uint32_t origin, const Folded& folded, std::string_view piece, std::span<const TermHit> words, const Language& language,
                 std::uint32_t wanted, std::vector<Value>& to, std::vector<TextRange>& taken) {
    ValueFinder(source, origin, folded, piece, words, language, wanted).run(to, &taken);
}

std::vector<Value> find_values(std::string_view source, std::uint32_t origin, const Folded& folded, std::string_view piece, std::span<const TermHit> words,
                               const Language& language, std::uint32_t wanted, std::span<const Value> known, std::span<const TextRange> taken) {
    std::vector<Value> found;
    const bool names = (wanted & want_names) != 0, dialled = (wanted & in_contact_field) != 0;
    if ((wanted & of_context) != 0) {
        ValueFinder(source, origin, folded, piece, words, language, wanted).run(found);
        return found;
    }
    const auto add_known = [&] {
        for (const Value& value : known)
            if (is_wanted(value.type, wanted)) found.push_back(value);
    };
    if (!names && !dialled) {
        add_known();
        return found;
    }
    ValueFinder finder(source, origin, folded, piece, words, language, wanted);
    if (dialled && (finder.may_hold_dialled() || std::none_of(known.begin(), known.end(), [](const Value& value) { return is_wanted(value.type, want_contacts); }))) {
        finder.run(found);
        return found;
    }
    add_known();
    if (names) finder.run_names(found, taken);
    return found;
}

bool is_wanted(ValueType type, std::uint32_t wanted) noexcept {
    using enum ValueType;
    switch (type) {
        case email: case telephone: case web: case masked: return (wanted & want_contacts) != 0;
        case date: case period: case quarter: case ongoing: return (wanted & want_times) != 0;
        case recurrence: return (wanted & want_recurrence) != 0;
        case money: return (wanted & want_money) != 0;
        case percentage: case quantity: return (wanted & want_numbers) != 0;
        case person: case organisation: return (wanted & want_names) != 0;
        case reference: return (wanted & want_references) != 0;
        case unset: return (wanted & want_unset) != 0;
        case text: break;
    }
    return false;
}

bool ValueFinder::word(std::size_t i) const noexcept { return i < text_.size() && is_word_character(decode(text_, i).code); }

bool ValueFinder::word_before(std::size_t i) const noexcept {
    if (i == 0) return false;
    const auto byte = static_cast<unsigned char>(text_[i - 1]);
    return is_word_character(byte < 0x80 ? byte : decode_before(text_, i).code);
}

std::size_t ValueFinder::digits_end(std::size_t i) const noexcept {
    while (digit(i)) ++i;
    return i;
}

std::size_t ValueFinder::spaces_end(std::size_t i) const noexcept {
    while (at(i) == ' ') ++i;
    return i;
}

bool ValueFinder::is_free(std::size_t begin, std::size_t end) const noexcept {
    return std::find(used_.begin() + static_cast<std::ptrdiff_t>(begin), used_.begin() + static_cast<std::ptrdiff_t>(end), 1) ==
           used_.begin() + static_cast<std::ptrdiff_t>(end);
}

std::string_view ValueFinder::source_of(std::size_t begin, std::size_t end) const noexcept {
    // Characters that fold to nothing lie between the two where the stretch is empty.
    const std::uint32_t from = source_begin(begin), to = source_end(end);
    return to <= from ? std::string_view() : source_.substr(from, to - from);
}

void ValueFinder::hide(std::size_t begin, std::size_t end) noexcept {
    std::fill(used_.begin() + static_cast<std::ptrdiff_t>(begin), used_.begin() + static_cast<std::ptrdiff_t>(end), 1);
}

void ValueFinder::take(ValueType type, std::size_t begin, std::size_t end, std::string value, bool ambiguous, bool wanted) {
    hide(begin, end);
    if (!wanted) return;
    found_->push_back({type, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), std::move(value), ambiguous});
}

ValueFinder::Connector ValueFinder::connector_at(std::size_t i, WordKind kind) const {
    if (i >= text_.size()) return {};
    if (from_at_ != i) {
        from_at_ = i;
        from_ = language_.connectors.kinds_from(text_, i);
    }
    if (!has_kind(from_, kind)) return {};
    for (const TermHit& hit : connectors_from(i))
        if (kind_of_word(hit.id) == kind) return {i, i + hit.end, detail_of_word(language_, hit.id)};
    return {};
}

// Of one place several kinds are asked for, so all are found at once and kept until another place is asked for; at most places
// there can be none.
ValueFinder::Connector ValueFinder::connector_before(std::size_t i, WordKind kind) const {
    if (before_at_ != i) {
        before_at_ = i;
        may_be_before_ = language_.connectors.kinds_before(text_, i);
        before_.clear();
        before_found_ = false;
    }
    if (!has_kind(may_be_before_, kind)) return {};
    if (!before_found_) find_connectors_before(i);
    for (const auto& [of, connector] : before_)
        if (of == kind) return connector;
    return {};
}

// The text is one of its own, so that a sign glued to a number ("20k") counts as a word's start.
std::span<const TermHit> ValueFinder::connectors_from(std::size_t i) const {
    constexpr std::size_t longest = 160;
    if (found_at_ == i) return connectors_;
    found_at_ = i;
    connectors_.clear();
    language_.connectors.all_at(text_.substr(i, longest), 0, connectors_);
    if (connectors_.size() < 2) return connectors_;
    std::sort(connectors_.begin(), connectors_.end(), [](const TermHit& a, const TermHit& b) {
        const auto left = kind_of_word(a.id), right = kind_of_word(b.id);
        return left != right ? left < right : a.end != b.end ? a.end > b.end : a.id < b.id;
    });
    connectors_.erase(std::unique(connectors_.begin(), connectors_.end(), [](const TermHit& a, const TermHit& b) { return kind_of_word(a.id) == kind_of_word(b.id); }), connectors_.end());
    return connectors_;
}

void ValueFinder::find_connectors_before(std::size_t i) const {
    constexpr std::size_t longest = 32;
    const std::size_t least = i > longest ? i - longest : 0;
    before_found_ = true;
    std::size_t words = 0;
    for (std::size_t start = i; start > least;) {
        --start;
        const char c = text_[start];
        // Inside a word, as a rule.
        const auto before = static_cast<unsigned char>(start > 0 ? text_[start - 1] : ' '), here = static_cast<unsigned char>(c);
        if ((before | here) < 0x80 && low_word_characters[before] && low_word_characters[here]) continue;
        if (c == ' ') {
            // No connector has more words.
            if (start + 1 < i && ++words > 5) break;
            continue;
        }
        if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;
        if ((c == '.' || c == ';' || c == '\n') && start + 1 < i && text_[start + 1] == ' ') break;
        if (before < 0x80 ? is_word_character(before) && word(start) : here < 0x80 ? is_word_character(here) && word_before(start) : word_before(start) && word(start)) continue;
        if ((language_.connectors.kinds_from(text_, start) & may_be_before_) == 0) continue;
        for (const TermHit& hit : connectors_from(start)) {
            const std::size_t end = start + hit.end;
            if (end > i || spaces_end(end) != i) continue;
            // The one that begins first is the longest.
            const WordKind kind = kind_of_word(hit.id);
            const auto known = std::find_if(before_.begin(), before_.end(), [kind](const auto& one) { return one.first == kind; });
            const Connector connector{start, end, detail_of_word(language_, hit.id)};
            if (known == before_.end()) before_.emplace_back(kind, connector);
            else known->second = connector;
        }
    }
}

const TermHit* ValueFinder::hit_at(std::size_t i, WordKind kind) const noexcept {
    if (!has_hits(kind)) return nullptr;
    auto hit = std::lower_bound(hits_.begin(), hits_.end(), i, [](const TermHit& h, std::size_t v) { return h.begin < v; });
    for (; hit != hits_.end() && hit->begin == i; ++hit) {
        if (kind_of_word(hit->id) == kind) return &*hit;
    }
    return nullptr;
}

// 2025, 150 000, 150,000.50, 1.234.567,89, 1'000.
ValueFinder::Number ValueFinder::number_at(std::size_t i) const {
    Number number;
    std::size_t end = digits_end(i);
    if (end == i || end - i > 18) return number;
    number.value = text_.substr(i, end - i);
    const auto is_group = [&](std::size_t p) { return digit(p) && digit(p + 1) && digit(p + 2) && !digit(p + 3); };
    if (end - i <= 3 && text_[i] != '0' && is_group(end + 1)) {
        const char sign = at(end);
        const bool other = sign == (language_.decimal == ',' ? '.' : ',');
        // The decimal sign groups only where it stands twice.
        const bool twice = sign == language_.decimal && at(end + 4) == sign && is_group(end + 5);
        if (sign == ' ' || sign == '\'' || other || twice) {
            while (at(end) == sign && is_group(end + 1) && number.value.size() <= 18) {
                number.value += text_.substr(end + 1, 3);
                end += 4;
            }
            number.plain = false;
        }
    }
    if ((at(end) == '.' || at(end) == ',') && digit(end + 1)) {
        const std::size_t last = digits_end(end + 1);
        const bool own = at(end) == language_.decimal;
        const bool more = (at(last) == '.' || at(last) == ',') && digit(last + 1);
        // "1,500" in French and "1.500" in English: most likely written the other way.
        const bool three = last - end == 4 && number.plain;
        if (!more && last - end <= 7 && (own || !three)) {
            number.value.append(".").append(text_.substr(end + 1, last - end - 1));
            number.ambiguous = three && number.value.front() != '0';
            number.plain = false;
            end = last;
        }
    }
    number.end = end;
    return number;
}

bool ValueFinder::number_starts(std::size_t i) const noexcept {
    if (!digit(i) || used_[i] != 0 || digit(i - 1)) return i == 0 && digit(i) && used_[i] == 0;
    if (i == 0) return true;
    // "$5" and "€5" may be glued; letters may not, but for what the language writes together with the next word (و2027).
    if (word_before(i)) return is_ideograph(decode_before(text_, i).code) || attached_before(i);
    const char before = text_[i - 1];
    if (i >= 2 && (before == '.' || before == ',' || before == '/' || before == ':' || before == '-')) {
        const bool glued = word_before(i - 1) && !is_ideograph(decode_before(text_, i - 1).code);
        // "office@lake.example,2027", and what is dated behind the comma of another script.
        if (glued && before == ',' && !digit(i - 2)) return is_year(i) || is_ideograph(decode(text_, digits_end(i)).code);
        if (glued && before != '-') return before == ':' && !digit(i - 2);
        if (glued) return !digit(i - 2) && connector_before(i, WordKind::part_of_year).end != 0;
    }
    return true;
}

bool ValueFinder::attached_before(std::size_t i) const noexcept {
    return std::any_of(language_.attached_prefixes.begin(), language_.attached_prefixes.end(), [&](const std::string& prefix) {
        return i >= prefix.size() && text_.substr(i - prefix.size(), prefix.size()) == prefix && !word_before(i - prefix.size());
    });
}

bool ValueFinder::is_year(std::size_t i) const noexcept {
    if (digits_end(i) != i + 4) return false;
    const std::string_view year = text_.substr(i, 4);
    if (year < "1900" || year > "2100") return false;
    if (!word(i + 4)) return true;
    // 2025年, and one letter that says which calendar (2025م).
    const Decoded sign = decode(text_, i + 4);
    return is_ideograph(sign.code) || (is_caseless(sign.code) && !word(i + 4 + sign.size));
}

// FY2025, FY26, FY 26: a year of accounts.
bool ValueFinder::is_fiscal(std::size_t i) const noexcept {
    const std::size_t sign = at(i - 1) == ' ' && digits_end(i) == i + 2 ? i - 1 : i;
    if (sign < 2 || text_.substr(sign - 2, 2) != "fy" || (sign != 2 && word(sign - 3))) return false;
    const std::size_t end = digits_end(i);
    return used_[i] == 0 && (end == i + 4 || (end == i + 2 && !word(end) && text_[i] >= '1'));
}

bool ValueFinder::year_is_introduced(std::size_t i) const {
    for (const WordKind kind : {WordKind::in_year, WordKind::until, WordKind::from, WordKind::part_of_year, WordKind::between}) {
        if (connector_before(i, kind).end != 0) return true;
    }
    return false;
}

}  // namespace plancheck
