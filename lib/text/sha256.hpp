// SHA-256 (FIPS 180-4), with the processor's own instructions where it has them. Pure and thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace plancheck {

class Sha256 {
public:
    Sha256() noexcept;
    Sha256& update(std::string_view bytes) noexcept;
    /// 64 lower-case hex digits; the object is not used any further.
    std::string hex();

private:
    std::array<std::uint32_t, 8> state_;
    std::array<unsigned char, 64> rest_{};
    std::uint64_t size_ = 0;
};

/// The digest of `bytes` as 64 hex digits.
inline std::string sha256_hex(std::string_view bytes) { return Sha256().update(bytes).hex(); }

}  // namespace plancheck
