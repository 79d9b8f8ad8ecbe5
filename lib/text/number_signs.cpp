// The language lists its signs, the longest first. One of letters alone ("no") must not be the beginning or end of a word.
#include "text/number_signs.hpp"

#include "text/characters.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

namespace plancheck {
namespace {

bool is_letter(char32_t code) noexcept { return is_word_character(code) && !(code >= '0' && code <= '9'); }

}  // namespace

std::size_t after_number_sign(const Language& language, std::string_view folded, std::size_t at) {
    for (const std::string& sign : language.number_signs) {
        if (!folded.substr(at).starts_with(sign)) continue;
        std::size_t end = at + sign.size();
        if (is_letter(decode_before(folded, end).code) && end < folded.size() && is_letter(decode(folded, end).code)) continue;
        while (end < folded.size() && folded[end] == ' ') ++end;
        return end;
    }
    return at;
}

std::size_t before_number_sign(const Language& language, std::string_view folded, std::size_t end) {
    for (const std::string& sign : language.number_signs) {
        if (!folded.substr(0, end).ends_with(sign)) continue;
        const std::size_t begin = end - sign.size();
        if (begin == 0 || folded[begin - 1] == ' ') return begin;
    }
    return end;
}

}  // namespace plancheck
