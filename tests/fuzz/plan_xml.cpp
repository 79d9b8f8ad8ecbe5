// The plan's own XML, through the whole validation, since it carries what the others recognise.
#include "properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::reads(fuzz::text_of(data, size), "plan.xml");
    fuzz::validates(fuzz::text_of(data, size), "plan.xml");
    return 0;
}
