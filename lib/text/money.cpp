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

void ValueFinder::find_amounts() {
    // A currency by the language's words, or by its code in capitals.
    std::size_t coded = 0;  // places that the code itself says
    const auto currency_at = [&](std::size_t i) -> Connector {
        if (Connector c = connector_at(i, WordKind::currency); c.end != 0) return c;
        std::size_t end = i;
        while (end < text_.size() && end - i < 5 && is_letter(text_[end])) ++end;
        if (end - i < 3 || end - i > 4 || word(end)) return {};
        const CurrencyCode found = currency_code(source_of(i, end));
        coded = found.power;
        return found.code.empty() ? Connector{} : Connector{i, end, found.code};
    };
    const auto currency_before = [&](std::size_t i) -> Connector {
        if (Connector c = connector_before(i, WordKind::currency); c.end != 0) return c;
        std::size_t end = i;
        while (end > 0 && text_[end - 1] == ' ' && i - end < 2) --end;
        std::size_t begin = end;
        while (begin > 0 && end - begin < 5 && is_letter(text_[begin - 1])) --begin;
        if (end - begin < 3 || end - begin > 4 || word_before(begin)) return {};
        const CurrencyCode found = currency_code(source_of(begin, end));
        coded = found.power;
        return found.code.empty() ? Connector{} : Connector{begin, end, found.code};
    };
    const std::string_view with_digits = text_.substr(0, digits_end_);
    for (std::size_t i = ascii_digits.find(with_digits, digits_begin_); i < text_.size(); i = ascii_digits.find(with_digits, i + 1)) {
        if (!number_starts(i)) continue;
        const Number number = number_at(i);
        if (number.end == 0) {
            i = digits_end(i);
            continue;
        }
        std::size_t begin = i;
        std::size_t end = number.end;
        i = number.end - 1;
        if (!is_free(begin, end)) continue;
        const std::size_t next = spaces_end(end);

        if (const Connector ahead = connector_before(begin, WordKind::percent); ahead.detail == "before") {
            take(ValueType::percentage, ahead.begin, end, shifted(number.value, 0) + " %", false, wants(want_numbers));
            continue;
        }
        if (const Connector percent = connector_at(next, WordKind::percent); percent.end != 0 && next - end <= 1) {
            take(ValueType::percentage, begin, percent.end, shifted(number.value, 0) + " %", false, wants(want_numbers));
            i = percent.end - 1;
            continue;
        }
        coded = 0;
        Connector before = currency_before(begin);
        // "USD 3-4 million", "400-450 млн руб.": what stands before or behind a range is said of both its ends.
        if (at(end) == '-' && digit(end + 1) && !(number.plain && is_year(begin) && is_year(end + 1)))
            if (const Number last = number_at(end + 1); last.end != 0 && is_free(begin, last.end)) {
                const std::size_t behind = spaces_end(last.end);
                const Connector times = connector_at(behind, WordKind::multiplier);
                std::size_t zeros = 0, stop = times.end != 0 ? times.end : last.end;
                std::from_chars(times.detail.data(), times.detail.data() + times.detail.size(), zeros);
                const Connector money = before.end != 0 ? before : spaces_end(stop) - stop <= 1 ? currency_at(spaces_end(stop)) : Connector{};
                if (money.end != 0 && (times.end != 0 || number.value.size() > 2 || before.end == 0)) {
                    const std::string code = ' ' + std::string(money.detail);
                    if (before.end == 0) stop = money.end;
                    zeros = times.end != 0 ? zeros : coded;
                    take(ValueType::money, before.end != 0 ? before.begin : begin, end, shifted(number.value, zeros) + code, number.ambiguous, wants(want_money));
                    take(ValueType::money, end + 1, stop, shifted(last.value, zeros) + code, last.ambiguous, wants(want_money));
                    i = stop - 1;
                    continue;
                }
                coded = 0;
                before = currency_before(begin);
            }
        std::size_t places = 0;
        std::size_t after = next;
        const Connector multiplier = connector_at(next, WordKind::multiplier);
        if (multiplier.end != 0) {
            std::from_chars(multiplier.detail.data(), multiplier.detail.data() + multiplier.detail.size(), places);
            after = spaces_end(multiplier.end);
        }
        const bool field = wants(in_money_field);
        // "COP 5" is a meeting: in a sentence, a code that is no word of the language says nothing before a number so small.
        if (before.end != 0 && number.value.size() <= 2 && multiplier.end == 0 && !field && coded == 0 && connector_before(begin, WordKind::currency).end == 0) before = {};
        Connector currency = before.end != 0 ? Connector{} : currency_at(after);
        if (currency.end != 0 && after - end > 1 && multiplier.end == 0) currency = {};
        if (before.end != 0 || currency.end != 0 || field) {
            // A year or a list number in a cost field is as good as an amount only where nothing says otherwise.
            if (multiplier.end != 0) end = multiplier.end;
            if (currency.end != 0) end = currency.end;
            if (before.end != 0) begin = before.begin;
            if (!is_free(begin, end)) continue;
            std::string value = shifted(number.value, multiplier.end != 0 ? places : coded);
            const std::string_view code = before.end != 0 ? before.detail : currency.detail;
            if (!code.empty()) value.append(" ").append(code);
            while (end > begin && text_[end - 1] == ' ') --end;
            take(ValueType::money, begin, end, std::move(value), number.ambiguous || code.empty(), wants(want_money));
            i = end - 1;
            continue;
        }
        Connector unit = connector_at(next, WordKind::unit);
        if (unit.end == 0 && multiplier.end != 0) unit = connector_at(after, WordKind::unit);
        else places = 0;
        // 第3项 is the third one, no number of them.
        if (unit.end == 0 || next - end > 1 || text_.substr(0, begin).ends_with("第")) continue;
        // "2025 года" is the year 2025, whatever the word may count elsewhere.
        if (number.plain && is_year(begin) && connector_at(next, WordKind::unit_of_time).detail == "Y") continue;
        // "in 2025 workshops were held": an introduced year stays a year, whatever is counted next.
        if (number.plain && is_year(begin) && unit.detail.size() > 2 && year_is_introduced(begin)) continue;
        // "3T 2025" is a quarter where a letter counts tonnes as well.
        if (const TermHit* const part = hit_at(begin, WordKind::quarter); part != nullptr && part->end == unit.end && is_year(spaces_end(std::max(unit.end, connector_at(spaces_end(unit.end), WordKind::of_year).end)))) continue;
        // "30 km 2025" has a unit; "3 t" at a line's end too; but "1 t" inside "1 t1 2025" does not.
        take(ValueType::quantity, begin, unit.end, shifted(number.value, places) + " " + std::string(unit.detail), false, wants(want_numbers));
        i = unit.end - 1;
    }
}

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
