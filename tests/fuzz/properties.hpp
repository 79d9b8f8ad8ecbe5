// What must hold of any bytes. Where it does not, the process is stopped with the property's name on standard error, which
// a fuzzer and the replay take for a crash.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plancheck.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

void require(bool holds, std::string_view property);

/// With all defaults.
const plancheck::Validator& validator();

/// Reading: total, the same twice, a document whose spans, ranges and sums are sound.
void reads(std::string_view bytes, std::string_view name);

/// A document by itself: spans, ranges and sums.
void is_sound(const plancheck::Document& document);

/// The whole validation: a sound report, the same twice, JSON that can be parsed, and, of what was read, XML that reads
/// back to the same report, places apart.
void validates(std::string_view bytes, std::string_view name);

/// A report by itself; also for reports of other templates than the built-in one, with `requirements` of them.
void is_sound(const plancheck::Report& report, std::size_t requirements);
void is_json(std::string_view json);

/// An archive of stored parts with right checksums, so that what is changed in a part reaches its reader. `input` is the
/// parts' contents, in the order of `names`, separated by the byte 1; parts that lack content are left out.
std::string archive(std::string_view input, const std::vector<std::string_view>& names);

}  // namespace fuzz
