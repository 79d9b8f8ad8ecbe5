#include "properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::reads(fuzz::text_of(data, size), "plan.md");
    return 0;
}
