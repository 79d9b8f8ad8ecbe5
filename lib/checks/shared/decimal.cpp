#include "checks/shared/decimal.hpp"

#include <limits>

namespace plancheck {

namespace {
constexpr std::int64_t unit = 10000;
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max() / 2;  // so that differences fit as well
}  // namespace

std::optional<Amount> amount_of(std::string_view text) {
    Amount amount;
    bool negative = false, any = false, fraction = false;
    std::int64_t scale = unit;
    std::size_t at = 0;
    if (!text.empty() && text.front() == '-') {
        negative = true;
        ++at;
    }
    for (; at < text.size() && text[at] != ' '; ++at) {
        const char c = text[at];
        if (c == '.' && !fraction) {
            fraction = true;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        any = true;
        if (!fraction) {
            if (amount.value > (largest - 10 * unit) / 10) return std::nullopt;
            amount.value = amount.value * 10 + (c - '0') * unit;
        } else if (scale > 1) {
            scale /= 10;
            amount.value += (c - '0') * scale;
        }
    }
    if (!any) return std::nullopt;
    if (negative) amount.value = -amount.value;
    if (at < text.size()) amount.currency = text.substr(at + 1);
    return amount;
}

bool add(std::int64_t& sum, std::int64_t value) noexcept {
    if (value > 0 ? sum > largest - value : sum < -largest - value) return false;
    sum += value;
    return true;
}

std::string to_text(std::int64_t value) {
    std::string text = value < 0 ? "-" : "";
    const std::int64_t positive = value < 0 ? -value : value;
    text += std::to_string(positive / unit);
    std::int64_t rest = positive % unit;
    if (rest == 0) return text;
    std::string digits = std::to_string(unit + rest).substr(1);
    while (digits.back() == '0') digits.pop_back();
    return text + "." + digits;
}

}  // namespace plancheck
