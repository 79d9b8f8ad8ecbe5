// The parser counts items whatever their numbers; so do those who type "1." before each. Who types another number means it.
#include "read/markdown_reader.hpp"
#include "text/numerals.hpp"

namespace plancheck {

namespace {

// The number before an item whose words begin there, or whose marks of emphasis do; 0: there is none.
std::uint32_t number_before(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 6;
    while (at > 0 && (text[at - 1] == '*' || text[at - 1] == '_' || text[at - 1] == '[' || text[at - 1] == ' ')) --at;
    if (at == 0 || (text[at - 1] != '.' && text[at - 1] != ')')) return 0;
    const std::size_t end = --at;
    while (at > 0 && end - at < longest && text[at - 1] >= '0' && text[at - 1] <= '9') --at;
    return at == end || end - at == longest ? 0 : whole_number(text.substr(at, end - at));
}

}  // namespace

void MarkdownReader::number(List& list, const MarkdownLeaf& leaf) {
    if (list.ordered && cells_ == 0 && leaf.offset < source_.text.size()) {
        const std::uint32_t typed = number_before(source_.text, leaf.offset);
        // Behind other numbers a smaller one begins another list.
        const bool anew = typed == 1 ? list.typed > 1 : typed != 0 && typed < list.number;
        if (anew) list.id = ++list_count_;
        if (anew || typed > 1) list.number = typed;
        list.typed = typed;
    }
    builder_.list(list.id, list.ordered ? list.number : 0);
    builder_.label(list.label());
}

}  // namespace plancheck
