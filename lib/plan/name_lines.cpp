// A name is told by what is not there: no sentence, no label of a field, not the word for the kind.
#include "plan/name_lines.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace plancheck {

bool names_with_role(const Search& search, const Line& line) {
    const std::string_view text = search.reading.view(line.words);
    return fits_in(text, 200) && !text.ends_with('.') && !text.ends_with("。") && !ends_in_colon(search.reading, line.span) &&
           !text.starts_with(title_of(search, text, 0));
}

bool lists_names(const Search& search, const Line& line) {
    const std::string_view text = search.reading.view(line.words);
    if (text.find(';') != std::string_view::npos || text.find("；") != std::string_view::npos || text.find("؛") != std::string_view::npos) return true;
    const bool parted = text.find(',') != std::string_view::npos || text.find("،") != std::string_view::npos || text.find("，") != std::string_view::npos || text.find("、") != std::string_view::npos;
    return parted && text.find('@') == std::string_view::npos && text.find('+') == std::string_view::npos;
}

bool is_named_in(const Search& search, const Line& line, const Line& other) {
    constexpr std::size_t shortest = 6;
    std::string name = fold(title_of(search, search.reading.view(line.words), line.bold));
    name.resize(std::min({name.size(), name.find(" ("), name.find(", "), name.find(" - "), name.find(": ")}));
    return name.size() >= shortest && fold(search.reading.view(other.words)).find(name) != std::string::npos;
}

bool is_name_line(const Search& search, const Line& line) {
    const std::string_view text = search.reading.view(line.words);
    return line.kind == LineKind::paragraph && fits_in(text, 160) && !text.ends_with('.') && !text.ends_with(':') && !text.ends_with("。") && !text.ends_with("：") && !states_field(search, line) &&
           !search.reading.words.around.is_term(fold(text), Words::name_of_kind + search.kind);
}

}  // namespace plancheck
