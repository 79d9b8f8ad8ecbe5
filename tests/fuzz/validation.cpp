// The whole validation. The first byte chooses the name's ending, the rest is the file.
#include <array>

#include "properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static constexpr std::array<std::string_view, 8> names{"plan.md", "plan.txt", "plan.docx", "plan.xml", "plan.odt", "plan.html", "plan", "plan.pdf"};
    if (size == 0) return 0;
    fuzz::validates(fuzz::text_of(data + 1, size - 1), names[data[0] % names.size()]);
    return 0;
}
