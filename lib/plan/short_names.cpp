// Compared by whole words of folded names; the small words of the language are no part of them.
#include "plan/short_names.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace plancheck {

void drop_short_names(std::vector<Item>& items, const Language& language) {
    constexpr std::size_t most_items = 12, most_words = 2;
    if (items.size() < 2 || items.size() > most_items) return;
    std::vector<std::string> names;
    for (const Item& item : items) names.push_back(' ' + fold(item.title) + ' ');
    const auto is_short_for = [&](std::string_view name, std::string_view other) {
        std::size_t words = 0;
        for (std::size_t at = 1, end; at < name.size(); at = end + 1) {
            end = name.find(' ', at);
            const std::string_view word = name.substr(at, end - at);
            if (word.empty() || std::binary_search(language.stop_words.begin(), language.stop_words.end(), word)) continue;
            if (other.find(std::string(1, ' ').append(word) + ' ') == std::string_view::npos) return false;
            ++words;
        }
        return words != 0 && words <= most_words && other.size() > name.size();
    };
    std::vector<bool> dropped(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t k = 0; k < items.size() && items[i].confidence != Confidence::certain; ++k)
            if (k != i && items[k].confidence != Confidence::low && is_short_for(names[i], names[k])) dropped[i] = true;
    std::size_t i = 0;
    std::erase_if(items, [&](const Item&) { return dropped[i++]; });
}

}  // namespace plancheck
