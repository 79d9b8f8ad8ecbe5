// The whole validation. The first byte chooses the name's ending, the rest is the file. Half of the changes are those that
// people and programs make of text, which bytes changed at random seldom come near.
#include <algorithm>
#include <array>

#include "properties.hpp"
#include "support/edited.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static constexpr std::array<std::string_view, 8> names{"plan.md", "plan.txt", "plan.docx", "plan.xml", "plan.odt", "plan.html", "plan", "plan.pdf"};
    if (size == 0) return 0;
    fuzz::validates(fuzz::text_of(data + 1, size - 1), names[data[0] % names.size()]);
    return 0;
}

#ifdef PLANCHECK_FUZZ
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned int seed) {
    if (size == 0 || seed % 2 == 0) return LLVMFuzzerMutate(data, size, most);
    std::string text(fuzz::text_of(data + 1, size - 1));
    support::Editor editor(seed);
    for (unsigned edits = 1 + seed / 2 % 8; edits > 0; --edits) editor.edit(text);
    text.resize(std::min(text.size(), most - 1));
    std::copy(text.begin(), text.end(), data + 1);
    return text.size() + 1;
}
#endif
