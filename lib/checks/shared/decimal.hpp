// Exact decimals of amounts, as they stand in canonical values ("150000.50 USD").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plancheck {

/// An amount in ten-thousandths of its unit, and its currency (empty: none is named).
struct Amount {
    std::int64_t value = 0;
    std::string currency;
};

/// None where the text is no amount, or too large to add up without loss.
std::optional<Amount> amount_of(std::string_view canonical);

/// Adds to a sum; false, and the sum stays, where it would become larger than what differences can be made of.
bool add(std::int64_t& sum, std::int64_t value) noexcept;

/// "150000.5"; no trailing zeros.
std::string to_text(std::int64_t value);

}  // namespace plancheck
