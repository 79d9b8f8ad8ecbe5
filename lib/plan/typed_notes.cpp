// Read from the end: what begins with a mark that stands behind words above is a note, and an item of no list.
#include "plan/typed_notes.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace plancheck {

namespace {

// Bytes of "[1]", "[12]" or "[a]" at the start of a text; 0: none.
std::size_t mark_size(std::string_view text) noexcept {
    constexpr std::size_t most_digits = 3, most_letters = 2;
    if (!text.starts_with('[')) return 0;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789", 1), text.size()) - 1;
    const std::size_t letters = std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 1), text.size()) - 1;
    const std::size_t size = digits != 0 ? digits : letters;
    return size != 0 && size <= (digits != 0 ? most_digits : most_letters) && text.substr(1 + size).starts_with(']') ? size + 2 : 0;
}

}  // namespace

std::uint32_t typed_notes_begin(const Document& document) {
    std::uint32_t begin = document.main_end;
    std::set<std::string_view> marks;
    for (; begin > 0 && document.blocks[begin - 1].kind == BlockKind::paragraph; --begin) {
        const std::string_view text = document.view(document.blocks[begin - 1].text);
        const std::size_t size = mark_size(text);
        if (size == 0 || !marks.insert(text.substr(0, size)).second) break;
    }
    for (std::uint32_t i = 0; i < begin && !marks.empty(); ++i) {
        const std::string_view text = document.view(document.blocks[i].text);
        for (std::size_t at = text.find('[', 1); at < text.size(); at = text.find('[', at + 1))
            if (const std::size_t size = mark_size(text.substr(at)); size != 0) marks.erase(text.substr(at, size));
    }
    return marks.empty() ? begin : document.main_end;
}

}  // namespace plancheck
