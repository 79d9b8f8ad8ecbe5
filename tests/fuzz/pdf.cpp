// The answer of the outside tool is not trusted: any bytes in its place are refused or make a sound document, twice the same.
#include "properties.hpp"
#include "read/builder.hpp"
#include "read/pdf.hpp"

namespace {

plancheck::Document document_of(std::string_view answer) {
    try {
        return plancheck::pdf_document(plancheck::pdf_pages(answer, {}), "plan.pdf", {});
    } catch (plancheck::Unreadable& unreadable) {
        plancheck::Document refused;
        refused.readable = false;
        refused.notifications.push_back(unreadable.notification);
        return refused;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const plancheck::Document first = document_of(fuzz::text_of(data, size)), second = document_of(fuzz::text_of(data, size));
    fuzz::is_sound(first);
    fuzz::require(first.text == second.text && first.blocks.size() == second.blocks.size(), "an answer gives the same document twice");
    return 0;
}
