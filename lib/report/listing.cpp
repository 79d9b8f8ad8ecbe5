// An item is named by its first words, and those of a row or of a paragraph are a sentence and more.
#include "report/listing.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/language.hpp"
#include "text/one_line.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest = 50;            // columns of a name among others
constexpr std::size_t shortest_sentence = 20;  // what is shorter may end in an abbreviation ("Dr.")

std::size_t end_of_sentence(std::string_view name) {
    std::size_t end = name.size();
    for (const std::string_view stop : {". ", "; ", "。", "；", "؛"})
        for (std::size_t at = name.find(stop); at < end; at = name.find(stop, at + 1))
            if (!fits_in(name.substr(0, at), shortest_sentence)) end = at;
    while (end > 0 && (name[end - 1] == '.' || name[end - 1] == ',' || name[end - 1] == ';')) --end;
    return end == 0 ? name.size() : end;
}

std::string first_words(std::string_view name) {
    name = name.substr(0, end_of_sentence(name));
    if (fits_in(name, longest)) return std::string(name);
    std::size_t end = 0, word = 0, columns = 0;
    while (end < name.size()) {
        const Decoded next = decode(name, end);
        columns += columns_of(name.substr(end, next.size));
        if (columns >= longest) break;
        if (name[end] == ' ') word = end;
        end += next.size;
    }
    // Where no word ends in the second half, scripts without spaces end anywhere.
    if (word > end / 2) end = word;
    while (end > 0 && (name[end - 1] == ' ' || name[end - 1] == ',')) --end;
    return std::string(name.substr(0, end)) + "…";
}

}  // namespace

std::string listing(const std::vector<std::string>& names, const Language& language) {
    const std::string_view comma(language.comma.data(), std::min(language.comma.find_last_not_of(' ') + 1, language.comma.size()));
    const bool commas = names.size() > 1 && std::any_of(names.begin(), names.end(), [&](const std::string& name) { return name.find(comma) != std::string::npos; });
    const std::string& separator = commas ? language.semicolon : language.comma;
    std::string text;
    for (const std::string& name : names) {
        if (&name != names.data()) text += separator;
        text += in_one_line(name);
    }
    return text;
}

std::string listing_of_items(const std::vector<std::string>& titles, const Language& language) {
    if (titles.size() < 2) return listing(titles, language);
    std::vector<std::string> names;
    names.reserve(titles.size());
    for (const std::string& title : titles) names.push_back(first_words(in_one_line(title)));
    return listing(names, language);
}

}  // namespace plancheck
