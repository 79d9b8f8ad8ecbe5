// Typed values in a text: dates, amounts, contacts, names. Linear in the text, no regular expressions. Pure and
// thread-safe. What a value is, and what only looks like one (numbers of decisions, document symbols, page ranges), is
// decided here; what it means is for the plan and the checks.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plancheck {

class Folded;
struct Language;
struct TermHit;

enum class ValueType : std::uint8_t {
    text, email, telephone, web, masked, person, organisation, date, period, quarter, ongoing, recurrence, money,
    percentage, quantity, reference, unset
};

/// "email", "telephone" … as in reports.
std::string_view name(ValueType type) noexcept;

struct Value {
    ValueType type = ValueType::text;
    std::uint32_t begin = 0;  ///< in the text given
    std::uint32_t end = 0;
    /// Canonical form. email: lower case, ambiguous where it is not well formed ("lead@unep") · telephone: digits with a leading + where it was written · web: lower-case host
    /// with path, without scheme · masked: as written · person, organisation: as written, white space single · date:
    /// 2025-03-14, 2025-03, 2025; an impossible one as it was written: 2025-06-31 · period: begin/end, each a date; an
    /// open side is empty: "2025/", "/2026" ("until 2026", "by 2026") · quarter: 2024-Q3, half-year: 2024-H1 ·
    /// recurrence: P1D P1W P1M P3M P6M P1Y P2Y …, "P" alone for "regularly" · money: "150000 USD", without the code where no currency is named ·
    /// percentage: "30 %" · quantity: "12 km" · reference: "decision 24/3", "resolution 60/215", "symbol UNEP/EA.4/3" ·
    /// ongoing, unset: as written.
    std::string value;
    bool ambiguous = false;  ///< two readings: 03/04/2025 in English, biannual, an amount without currency

    bool operator==(const Value&) const = default;
};

/// A set of types, and what the context says about the text.
enum ValueMask : std::uint32_t {
    want_contacts = 1U << 0,       ///< email, telephone, web, masked
    want_times = 1U << 1,          ///< date, period, quarter, ongoing
    want_recurrence = 1U << 2,
    want_money = 1U << 3,
    want_numbers = 1U << 4,        ///< percentage, quantity
    want_names = 1U << 5,          ///< person, organisation (only in a field where names stand)
    want_references = 1U << 6,
    want_unset = 1U << 7,
    in_telephone_field = 1U << 8,  ///< a header or label outside the text says telephone: + is not needed
    in_time_field = 1U << 9,       ///< a header or label says date: "2025-2023" is a range, a lone "2025" a year for certain
    in_money_field = 1U << 10,     ///< a header or label says cost: bare numbers are amounts
    in_contact_field = 1U << 11,   ///< a header or label says contact: a number as it is dialled at home (025-5555 0123) is one
    want_all = 0xDFU,              ///< everything but names
};

/// Values in order of `begin`; they do not overlap, except that a reference hides all that stands inside it. A year
/// alone (1900 to 2100) is a date only where it stands as a year: after a word of the language ("in", "by", "en",
/// "d'ici"), in a range, in brackets, after a month, or in a time field.
std::vector<Value> find_values(std::string_view text, const Language& language, std::uint32_t wanted = want_all);

/// What a host may end in without "www." before it.
inline constexpr std::string_view known_host_ends[] = {"org", "int", "com", "net", "gov", "edu", "eu", "info"};

/// Where the first mail address of a text has its sign, or where one begins that is masked ("name (at) unep.org", "name arobase
/// unep.org"); npos: it has none. Cheap where nothing looks like one.
std::size_t mail_address(std::string_view text, const Language& language);
inline bool holds_mail(std::string_view text, const Language& language) { return mail_address(text, language) != text.npos; }

/// The same for one piece of a text that was folded piece by piece (Folded::append): `source` is the piece, `origin` its
/// offset in the whole, `piece` its part of `folded.text`, `words` the hits of `language.words` that begin in it.
std::vector<Value> find_values(std::string_view source, std::uint32_t origin, const Folded& folded, std::string_view piece, std::span<const TermHit> words,
                               const Language& language, std::uint32_t wanted = want_all);

/// Where a value lies in a folded piece.
struct TextRange {
    std::uint32_t begin = 0, end = 0;
};

/// The same, added to `to`; where each value lies in the piece is added to `taken`, in no order.
void find_values(std::string_view source, std::uint32_t origin, const Folded& folded, std::string_view piece, std::span<const TermHit> words, const Language& language,
                 std::uint32_t wanted, std::vector<Value>& to, std::vector<TextRange>& taken);

/// The same where `known` and `taken` were given of the piece, with want_all.
std::vector<Value> find_values(std::string_view source, std::uint32_t origin, const Folded& folded, std::string_view piece, std::span<const TermHit> words,
                               const Language& language, std::uint32_t wanted, std::span<const Value> known, std::span<const TextRange> taken);

/// Whether a value of this type is given where `wanted` is asked for. What is found does not depend on what is wanted,
/// the types of `in_…` and names aside: find_values(want_all), filtered, is find_values(less).
bool is_wanted(ValueType type, std::uint32_t wanted) noexcept;

/// First and last day that a date, quarter or period covers ("2025-03" → 2025-03-01, 2025-03-31); an open or impossible
/// side is empty. Never looks at a clock.
struct Days {
    std::string first;
    std::string last;
    bool operator==(const Days&) const = default;
};
Days days_of(const Value& value);

/// A currency by its code of ISO 4217 in capitals, as a word of its own; "kEUR" and "MUSD" are thousands and millions of it.
/// `code` is empty where the word is none.
struct CurrencyCode {
    std::string_view code;
    std::uint32_t power = 0;  ///< zeros
};
CurrencyCode currency_code(std::string_view word) noexcept;

/// True for a day that exists in the calendar ("2025-06-31" does not).
bool is_calendar_date(std::string_view date);

}  // namespace plancheck
