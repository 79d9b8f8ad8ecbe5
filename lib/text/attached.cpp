// The language lists its prefixes longest first, so the first that fits is the whole of what is written together.
#include "text/attached.hpp"

#include "text/characters.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

namespace plancheck {

std::size_t attached_before(const Language& language, std::string_view folded, std::size_t at) {
    const std::string_view before = folded.substr(0, at);
    for (const std::string& prefix : language.attached_prefixes)
        if (before.ends_with(prefix) && (at == prefix.size() || !is_word_character(decode_before(folded, at - prefix.size()).code))) return prefix.size();
    return 0;
}

}  // namespace plancheck
