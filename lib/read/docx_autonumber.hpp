// Fields that number paragraphs by themselves: AUTONUM, AUTONUMLGL, AUTONUMOUT and LISTNUM. No number is kept in the file, the
// word processor counts each time it shows them. One per document; not thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace plancheck::docx {

class AutoNumbers {
public:
    /// The number that the field shows, in a paragraph of outline level `level` (0: the highest heading, 9: body text); empty
    /// where the field is none of these.
    std::string next(std::string_view code, std::size_t level);

private:
    static constexpr std::size_t levels = 10;
    using Counters = std::array<std::uint32_t, levels>;

    Counters plain_{}, legal_{}, outlined_{};  // one for each of the first three
    std::array<Counters, 3> lists_{};          // NumberDefault, OutlineDefault, LegalDefault

    static std::uint32_t count(Counters& counters, std::size_t level) noexcept;
    std::string list_number(std::string_view arguments);
};

}  // namespace plancheck::docx
