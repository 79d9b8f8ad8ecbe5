// A number becomes an amount by a currency beside it (before, or after an optional multiplier), a percentage by its sign,
// a quantity by a unit. Amounts are exact: the decimal point is moved in the digits, nothing is computed in binary.
#include <algorithm>
#include <charconv>

#include "text/utf8.hpp"
#include "text/value_finder.hpp"

namespace plancheck {

namespace {

// ISO 4217, as it is written beside numbers.
constexpr std::string_view iso_codes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC "
    "CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD "
    "JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD "
    "NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP "
    "SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL ";

bool is_iso_code(std::string_view code) noexcept {
    if (code.size() != 3) return false;
    const std::size_t at = iso_codes.find(code);
    return at != std::string_view::npos && at % 4 == 0;
}

constexpr bool is_letter(char c) noexcept { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// "1.5" by 6 places is "1500000"; zeros that say nothing are cut.
std::string shifted(std::string value, std::size_t places) {
    std::size_t point = value.find('.');
    if (point == std::string::npos) point = value.size();
    else value.erase(point, 1);
    if (value.size() < point + places) value.append(point + places - value.size(), '0');
    point += places;
    if (point < value.size()) {
        value.insert(point, 1, '.');
        while (value.back() == '0') value.pop_back();
        if (value.back() == '.') value.pop_back();
    }
    std::size_t zeros = 0;
    while (zeros + 1 < value.size() && value[zeros] == '0' && value[zeros + 1] != '.') ++zeros;
    return value.substr(zeros);
}

// 三十万, 一百二十万, 十五万五千: the number in ideographs that ends at `end`, where a ten thousand or more is said; 0: none does.
// `begin` becomes where it begins.
std::uint64_t number_in_ideographs(std::string_view text, std::size_t end, std::size_t& begin) {
    constexpr std::u32string_view digits = U"〇一二三四五六七八九";
    const auto power_of = [](char32_t sign) -> std::uint64_t {
        switch (sign) {
            case U'十': return 10;
            case U'百': return 100;
            case U'千': return 1000;
            case U'万': case U'萬': return 10'000;
            case U'亿': case U'億': return 100'000'000;
            default: return 0;
        }
    };
    const auto digit_of = [&](char32_t sign) { return sign == U'零' ? 0 : sign == U'两' || sign == U'兩' ? 2 : digits.find(sign); };
    constexpr std::size_t longest = 16 * 3;  // bytes
    begin = end;
    while (begin > 0 && end - begin < longest) {
        const Decoded d = decode_before(text, begin);
        if (power_of(d.code) == 0 && digit_of(d.code) == digits.npos) break;
        begin -= d.size;
    }
    std::uint64_t value = 0, part = 0, last = 0, lowest = 0;
    bool large = false;
    for (std::size_t at = begin; at < end;) {
        const Decoded d = decode(text, at);
        at += d.size;
        const std::uint64_t power = power_of(d.code);
        if (power == 0) {
            last = digit_of(d.code);
            continue;
        }
        lowest = power;
        if (power < 10'000) {
            part += (last == 0 ? 1 : last) * power;
        } else {
            if (power > 10'000 || value == 0 || value % 100'000'000 == 0) value += (part + last) * power;
            else return 0;
            large = true;
            part = 0;
        }
        last = 0;
    }
    // 十五万五: five thousand in speech.
    if (last != 0 && lowest > 10) return 0;
    return large && value != 0 ? value + part + last : 0;
}

}  // namespace

CurrencyCode currency_code(std::string_view word) noexcept {
    if (is_iso_code(word)) return {word, 0};
    if (word.size() != 4 || !is_iso_code(word.substr(1))) return {};
    if (word[0] == 'k' || word[0] == 'K') return {word.substr(1), 3};
    return word[0] == 'M' ? CurrencyCode{word.substr(1), 6} : CurrencyCode{};
}

// Asks of each number in turn whether it is a percentage, a range of amounts, an amount or a quantity; the first that it is,
// it is.
class ValueFinder::AmountFinder {
public:
    explicit AmountFinder(ValueFinder& finder) : f_(finder), text_(finder.text_), in_field_(finder.wants(in_money_field)) {}

    void run() {
        const std::string_view with_digits = text_.substr(0, f_.digits_end_);
        for (std::size_t i = ascii_digits.find(with_digits, f_.digits_begin_); i < text_.size(); i = ascii_digits.find(with_digits, i)) i = read(i);
    }

private:
    ValueFinder& f_;
    const std::string_view text_;
    const bool in_field_;

    // A number where it stands, and where the next word may begin.
    struct Amount {
        std::size_t begin = 0;
        Number number;
        std::size_t next = 0;

        std::size_t end() const noexcept { return number.end; }
        bool glued() const noexcept { return next - number.end <= 1; }  // one space at most
    };
    struct Currency : Connector {
        std::size_t zeros = 0;  // that the code itself says: kEUR
    };
    // "million", "млн"
    struct Multiplier {
        std::size_t end = 0;  // 0: none
        std::size_t zeros = 0;
    };

    // Takes what begins at `i`; where to go on.
    std::size_t read(std::size_t i) {
        if (!f_.number_starts(i)) return i + 1;
        Amount amount{i, f_.number_at(i), 0};
        if (amount.end() == 0) return f_.digits_end(i) + 1;
        if (!f_.is_free(i, amount.end())) return amount.end();
        amount.next = f_.spaces_end(amount.end());
        if (const std::size_t end = percentage(amount); end != 0) return end;
        if (const std::size_t end = range(amount); end != 0) return end;
        if (const std::size_t end = money(amount); end != 0) return end;
        if (const std::size_t end = quantity(amount); end != 0) return end;
        return amount.end();
    }

    // Each takes the amount if it is one of its kind, and says where it ends; 0: it is none.

    // "30 %", "٪30"
    std::size_t percentage(const Amount& amount) {
        const auto take = [&](std::size_t begin, std::size_t end) {
            f_.take(ValueType::percentage, begin, end, shifted(amount.number.value, 0) + " %", false, f_.wants(want_numbers));
            return end;
        };
        if (const Connector ahead = f_.connector_before(amount.begin, WordKind::percent); ahead.detail == "before") return take(ahead.begin, amount.end());
        const Connector behind = f_.connector_at(amount.next, WordKind::percent);
        return behind.end != 0 && amount.glued() ? take(amount.begin, behind.end) : 0;
    }

    // "USD 3-4 million", "400-450 млн руб.": what stands before or behind a range is said of both its ends.
    std::size_t range(const Amount& first) {
        const std::size_t second = first.end() + 1;
        if (f_.at(first.end()) != '-' || !f_.digit(second) || (first.number.plain && f_.is_year(first.begin) && f_.is_year(second))) return 0;
        const Number last = f_.number_at(second);
        if (last.end == 0 || !f_.is_free(first.begin, last.end)) return 0;
        const Multiplier times = multiplier_at(f_.spaces_end(last.end));
        std::size_t stop = times.end != 0 ? times.end : last.end;
        const Currency before = currency_before(first.begin);
        const bool is_before = before.end != 0;
        const Currency currency = is_before ? before : f_.spaces_end(stop) - stop <= 1 ? currency_at(f_.spaces_end(stop)) : Currency{};
        if (currency.end == 0 || (is_before && times.end == 0 && first.number.value.size() <= 2)) return 0;
        if (!is_before) stop = currency.end;
        const std::size_t zeros = times.end != 0 ? times.zeros : currency.zeros;
        take_money(is_before ? before.begin : first.begin, first.end(), first.number, zeros, currency.detail);
        take_money(second, stop, last, zeros, currency.detail);
        return stop;
    }

    // "USD 150,000", "1.5 million euros"; in a field for costs a bare number as well.
    std::size_t money(const Amount& amount) {
        const Multiplier times = multiplier_at(amount.next);
        Currency currency = currency_before(amount.begin);
        if (currency.end != 0 && times.end == 0 && may_be_other_than_money(amount, currency)) currency = {};
        const bool is_before = currency.end != 0;
        if (!is_before && (times.end != 0 || amount.glued())) currency = currency_at(times.end != 0 ? f_.spaces_end(times.end) : amount.next);
        if (currency.end == 0 && !in_field_) return 0;
        const std::size_t begin = is_before ? currency.begin : amount.begin;
        const std::size_t end = !is_before && currency.end != 0 ? currency.end : times.end != 0 ? times.end : amount.end();
        if (!f_.is_free(begin, end)) return amount.end();
        return take_money(begin, end, amount.number, times.end != 0 ? times.zeros : currency.zeros, currency.detail);
    }

    // "COP 5" is a meeting: in a sentence, a code that is no word of the language says nothing before a number so small.
    bool may_be_other_than_money(const Amount& amount, const Currency& code) const {
        return amount.number.value.size() <= 2 && !in_field_ && code.zeros == 0 && f_.connector_before(amount.begin, WordKind::currency).end == 0;
    }

    std::size_t take_money(std::size_t begin, std::size_t end, const Number& number, std::size_t zeros, std::string_view code) {
        std::string value = shifted(number.value, zeros);
        if (!code.empty()) value.append(" ").append(code);
        while (end > begin && text_[end - 1] == ' ') --end;
        f_.take(ValueType::money, begin, end, std::move(value), number.ambiguous || code.empty(), f_.wants(want_money));
        return end;
    }

    // "12 km", "3 thousand people"
    std::size_t quantity(const Amount& amount) {
        std::size_t zeros = 0;
        Connector unit = f_.connector_at(amount.next, WordKind::unit);
        if (unit.end == 0)
            if (const Multiplier times = multiplier_at(amount.next); times.end != 0) {
                zeros = times.zeros;
                unit = f_.connector_at(f_.spaces_end(times.end), WordKind::unit);
            }
        // 第3项 is the third one, no number of them.
        if (unit.end == 0 || !amount.glued() || text_.substr(0, amount.begin).ends_with("第") || is_time(amount, unit)) return 0;
        f_.take(ValueType::quantity, amount.begin, unit.end, shifted(amount.number.value, zeros) + " " + std::string(unit.detail), false, f_.wants(want_numbers));
        return unit.end;
    }

    bool is_time(const Amount& amount, const Connector& unit) const {
        if (amount.number.plain && f_.is_year(amount.begin)) {
            // "2025 года" is the year 2025, whatever the word may count elsewhere.
            if (f_.connector_at(amount.next, WordKind::unit_of_time).detail == "Y") return true;
            // "in 2025 workshops were held": an introduced year stays a year, whatever is counted next.
            if (unit.detail.size() > 2 && f_.year_is_introduced(amount.begin)) return true;
        }
        // "3T 2025" is a quarter where a letter counts tonnes as well.
        const TermHit* const quarter = f_.hit_at(amount.begin, WordKind::quarter);
        if (quarter == nullptr || quarter->end != unit.end) return false;
        const Connector of = f_.connector_at(f_.spaces_end(unit.end), WordKind::of_year);
        return f_.is_year(f_.spaces_end(std::max(unit.end, of.end)));
    }

    Multiplier multiplier_at(std::size_t i) const {
        const Connector word = f_.connector_at(i, WordKind::multiplier);
        Multiplier found{word.end, 0};
        std::from_chars(word.detail.data(), word.detail.data() + word.detail.size(), found.zeros);
        return found;
    }

    // A currency by the language's words, or by its code in capitals.
    Currency currency_at(std::size_t i) const {
        if (const Connector word = f_.connector_at(i, WordKind::currency); word.end != 0) return {word, 0};
        std::size_t end = i;
        while (end < text_.size() && end - i < 5 && is_letter(text_[end])) ++end;
        return end - i < 3 || f_.word(end) ? Currency{} : coded(i, end);
    }

    Currency currency_before(std::size_t i) const {
        if (const Connector word = f_.connector_before(i, WordKind::currency); word.end != 0) return {word, 0};
        std::size_t end = i;
        while (end > 0 && text_[end - 1] == ' ' && i - end < 2) --end;
        std::size_t begin = end;
        while (begin > 0 && end - begin < 5 && is_letter(text_[begin - 1])) --begin;
        return end - begin < 3 || f_.word_before(begin) ? Currency{} : coded(begin, end);
    }

    Currency coded(std::size_t begin, std::size_t end) const {
        if (end - begin > 4) return {};
        const CurrencyCode found = currency_code(f_.source_of(begin, end));
        return found.code.empty() ? Currency{} : Currency{{begin, end, found.code}, found.power};
    }
};

void ValueFinder::find_amounts() { AmountFinder(*this).run(); }

void ValueFinder::find_spelt_amounts() {
    for (const std::string_view sign : {"万", "亿", "萬", "億"})
        for (std::size_t at = text_.find(sign); at != std::string_view::npos; at = text_.find(sign, at + sign.size())) {
            // The number goes on to its last sign, behind which the currency stands.
            std::size_t end = at + sign.size();
            constexpr std::u32string_view more = U"零〇一二三四五六七八九十百千两", higher = U"万亿萬億";
            Decoded next = decode(text_, end);
            for (; more.find(next.code) != more.npos; next = decode(text_, end)) end += next.size;
            if (higher.find(next.code) != higher.npos) continue;
            std::size_t begin = end;
            const std::uint64_t value = number_in_ideographs(text_, end, begin);
            const Connector currency = connector_at(end, WordKind::currency);
            if (value == 0 || currency.end == 0 || !is_free(begin, currency.end) || digit(begin - 1)) continue;
            take(ValueType::money, begin, currency.end, std::to_string(value) + " " + std::string(currency.detail), false, wants(want_money));
        }
}

}  // namespace plancheck
