// A label ends at its colon or dash, unless a sentence ends before.
#include "plan/run_in.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/letters.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

// " - " at the start.
bool is_dash_between(std::string_view text) {
    const Decoded space = decode(text, 0), dash = decode(text, space.size);
    return is_white_space(space.code) && (dash.code == '-' || dash.code == 0x2013 || dash.code == 0x2014) && is_white_space(decode(text, space.size + dash.size).code);
}

}  // namespace

std::uint32_t run_in_label(std::string_view text) {
    std::size_t words = 0, columns = 0;
    for (std::size_t at = 0; at < text.size() && columns <= longest_label;) {
        if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80 && low_word_characters[byte]) {
            ++columns;
            ++at;
            continue;
        }
        const Decoded d = decode(text, at);
        columns += is_cjk(d.code) ? 2 : 1;
        if (d.code == 0xFF1A && at + d.size < text.size()) return static_cast<std::uint32_t>(at);  // ：
        if (d.code == 0x3002) return 0;                              // 。
        if (d.code == ':' && at + 1 < text.size() && is_white_space(decode(text, at + 1).code)) return static_cast<std::uint32_t>(at);
        const bool space = is_white_space(d.code);
        if (space && ++words > 10) return 0;
        if (space && is_dash_between(text.substr(at))) return static_cast<std::uint32_t>(at);
        // "Lake Works S.A. - office@lake.example.org": a dash behind it begins no sentence.
        if ((d.code == '.' || d.code == '!' || d.code == '?' || d.code == ';') && is_white_space(decode(text, at + d.size).code) && !(d.code == '.' && is_dash_between(text.substr(at + d.size)))) return 0;
        at += d.size;
    }
    return 0;
}

std::uint32_t sentence_label(std::string_view text) {
    constexpr std::size_t most_words = 3, least_letters = 4, most_letters = 30;
    std::size_t spaces = 0, letters = 0;
    for (std::size_t at = 0; at < text.size() && letters <= most_letters;) {
        const Decoded d = decode(text, at);
        if (d.code == '.' || d.code == 0x3002) {
            std::size_t behind = at + d.size;
            const bool space = is_white_space(decode(text, behind).code);
            while (behind < text.size() && is_white_space(decode(text, behind).code)) behind += decode(text, behind).size;
            const char32_t next = behind < text.size() ? decode(text, behind).code : U'\0';
            const bool begins = next != 0 && (d.code == 0x3002 || (space && !(next >= 'a' && next <= 'z')));
            return begins && letters >= least_letters / (d.code == 0x3002 ? 2 : 1) ? static_cast<std::uint32_t>(at) : 0;
        }
        if (is_white_space(d.code)) {
            if (++spaces >= most_words) return 0;
        } else if (is_letter_or_digit(d.code) && !(d.code >= '0' && d.code <= '9')) {
            ++letters;
        } else if (!is_inside_word(d.code)) {
            return 0;
        }
        at += d.size;
    }
    return 0;
}

std::optional<std::uint32_t> counted_in_words(const Language& language, std::string_view text) {
    constexpr std::size_t looked_at = 60, most_before = 2;  // bytes; words
    const std::string folded = fold(text.substr(0, looked_at));
    const auto kind_at = [&](std::size_t at, WordKind kind) {
        return language.connectors.match_at(folded, static_cast<std::uint32_t>(at), word_id(kind), word_id(kind, 0xFFFF));
    };
    std::size_t at = 0;
    for (std::size_t before = 0; before <= most_before && at < folded.size(); ++before) {
        if (const TermHit word = kind_at(at, WordKind::ordinal); word.end != 0) {
            if (kind_at(at, WordKind::half_year).end != 0 || kind_at(at, WordKind::quarter).end != 0) return std::nullopt;
            std::size_t next = word.end;
            const bool comma = next < folded.size() && (folded[next] == ',' || folded[next] == ':');
            // 第一，改用…; 第一批 and 第一阶段 are counted things.
            if (!comma && folded.starts_with("第") && !folded.substr(next).starts_with("、")) return std::nullopt;
            while (next < folded.size() && folded[next] == ' ') ++next;
            const std::size_t end = std::min(folded.find_first_of(" ,.;:", next), folded.size());
            for (const WordKind kind : {WordKind::unit_of_time, WordKind::half_year, WordKind::quarter})
                if (!comma && kind_at(next, kind).end != 0) return std::nullopt;
            if (!comma && std::binary_search(language.numbered.begin(), language.numbered.end(), folded.substr(next, end - next))) return std::nullopt;
            const std::string_view value = detail_of_word(language, word.id);
            return value.empty() || value.find_first_not_of("0123456789") != std::string_view::npos ? std::nullopt : std::optional<std::uint32_t>(whole_number(value));
        }
        const std::size_t space = folded.find_first_of(" ,.;:", at);
        if (space == std::string::npos || folded[space] != ' ' || space - at > 6) return std::nullopt;
        at = space + 1;
    }
    return std::nullopt;
}

}  // namespace plancheck
