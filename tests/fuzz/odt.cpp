// An ODF text by its parts: content, styles, metadata, separated by the byte 1; and the same bytes as a flat file.
#include "properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text_of(data, size);
    const std::string input = "application/vnd.oasis.opendocument.text\1" + std::string(bytes);
    fuzz::reads(fuzz::archive(input, {"mimetype", "content.xml", "styles.xml", "meta.xml"}), "plan.odt");
    fuzz::reads(bytes, "plan.fodt");
    return 0;
}
