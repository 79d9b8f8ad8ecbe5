// The numbers have to go on from section to section; a section that is missing may leave a gap.
#include "plan/numbered_paragraphs.hpp"

#include <algorithm>

#include "plan/ordinals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

std::map<std::uint32_t, std::uint32_t> numbered_paragraphs(const Reading& reading) {
    constexpr std::size_t least_sections = 6, most_slips = 3, longest_number = 64;  // bytes of the number with its signs
    constexpr std::uint32_t far_on = 5;  // from here a number that goes on is hardly one of a short list
    const auto& blocks = reading.document.blocks;
    const auto number_of = [&](std::uint32_t index) -> std::uint32_t {
        const Block& block = blocks[index];
        if ((block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) || block.text.empty() || block.level > 1 || block.has(mark::continued)) return 0;
        if (block.kind == BlockKind::list_item && block.has(mark::ordered) && block.number != 0) return block.number;
        const auto label = block.label.empty() ? ordinal_at(trimmed(reading.view(block.text)).substr(0, longest_number)) : ordinal_at(trimmed(reading.document.label(block)), LabelContext::automatic);
        return label && !label->text.empty() && label->text.find_first_not_of("0123456789") == std::string::npos ? label->value : 0;
    };
    std::map<std::uint32_t, std::uint32_t> found;
    std::uint32_t last = 0;
    std::size_t sections = 0, slips = 0;
    for (const Section& section : reading.outline.sections) {
        if (section.spec == nullptr || section.repeated) continue;
        bool any = false;
        for (std::uint32_t i = section.body_begin; i < section.body_end;) {
            const std::uint32_t number = blocks[i].kind == BlockKind::table ? 0 : number_of(i);
            if (number != 0) {
                // A section that is missing, moved or put in leaves a gap; one that counts from the start ends the numbering.
                if (!any && last != 0 && number != last + 1 && (number <= 2 || ++slips > most_slips)) return {};
                if (!any) ++sections;
                if (!any || number == last + 1 || (last > far_on && (number == last || number == last + 2))) {
                    found.emplace(i, number);
                    last = number;
                }
                any = true;
            }
            i = blocks[i].kind == BlockKind::table ? std::max(blocks[i].end, i + 1) : i + 1;
        }
    }
    if (sections < least_sections) found.clear();
    return found;
}

}  // namespace plancheck
