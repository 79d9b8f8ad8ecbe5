// A name is the same where its words differ in nothing but endings that the language file lists.
#include "plan/name_forms.hpp"

#include <algorithm>

#include "plan/word_ends.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

constexpr std::size_t shortest_stem = 3;  // code points of a word that may change its ending

bool is_same_word(std::string_view a, std::string_view b, const Language& language) {
    if (a == b) return true;
    const auto ends = [&](std::string_view rest) {
        return rest.empty() || std::binary_search(language.endings.begin(), language.endings.end(), rest);
    };
    std::size_t shared = 0;
    while (shared < a.size() && shared < b.size() && a[shared] == b[shared]) ++shared;
    // Endings may begin alike ("-ое", "-ому"), so the stem is sought backwards.
    for (int n = 0; n < 4 && shared >= stem_of(a).size(); ++n) {
        while (shared < a.size() && (static_cast<unsigned char>(a[shared]) & 0xC0U) == 0x80U) --shared;
        if (shared < stem_of(a).size()) break;
        if (ends(a.substr(shared)) && ends(b.substr(shared))) return true;
        if (shared == 0) break;
        --shared;
    }
    return false;
}

}  // namespace

std::string_view part_of_body(std::string_view name, const Language& language) {
    for (const std::string_view comma : {", ", "\xD8\x8C ", "\xEF\xBC\x8C"}) {
        const std::size_t at = name.find(comma);
        if (at == std::string_view::npos || at == 0) continue;
        const std::string_view behind = trimmed(name.substr(at + comma.size()));
        const std::string_view part = trimmed(behind.substr(0, std::min({behind.find(comma), behind.find('('), behind.find(';')})));
        const char32_t first = decode(part, 0).code;
        if ((!is_upper(first) && !is_caseless(first)) || part.find(' ') == std::string_view::npos || ascii_digits.find(part) < part.size()) return {};
        const std::string folded = fold(part);
        const auto hits = language.words.find(folded);
        return std::any_of(hits.begin(), hits.end(), [](const TermHit& hit) { return kind_of_word(hit.id) == WordKind::organisation_word; }) ? part : std::string_view();
    }
    return {};
}

std::string_view stem_of(std::string_view word) noexcept {
    std::size_t stop = 0;
    for (std::size_t n = 0; n < shortest_stem && stop < word.size(); ++n) stop += decode(word, stop).size;
    return word.substr(0, stop);
}

std::size_t inflected_end(std::string_view text, std::size_t at, std::string_view name, const Language& language) {
    std::size_t n = 0;
    while (n < name.size()) {
        const std::size_t name_end = word_end(name, n), text_end = word_end(text, at);
        if (name_end != n) {
            if (text_end == at || !is_same_word(name.substr(n, name_end - n), text.substr(at, text_end - at), language)) return 0;
            n = name_end;
            at = text_end;
        } else {
            if (text_end != at || at >= text.size() || text[at] != name[n]) return 0;
            ++n;
            ++at;
        }
    }
    return at;
}

std::string_view behind_joined_article(std::string_view name, const Language& language) {
    if (language.article.empty() || !name.starts_with(language.article) || name.find(' ') == std::string_view::npos) return {};
    return name.substr(decode(name, 0).size);
}

}  // namespace plancheck
