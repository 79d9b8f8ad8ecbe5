// The sign stands right behind the last letter of a name, and first in the line of the note, where it may pass for a bullet.
#include "plan/signed_names.hpp"

#include <algorithm>
#include <string_view>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/letters.hpp"
#include "text/negation.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

constexpr std::string_view note_signs[] = {"*", "†", "‡", "§", "＊", "※"};

std::size_t sign_at(std::string_view text, std::size_t at) {
    for (const std::string_view sign : note_signs)
        if (text.substr(at).starts_with(sign)) return sign.size();
    return 0;
}

// "**" of "**Lead": all signs in a row.
std::string_view signs_from(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (const std::size_t size = end < text.size() ? sign_at(text, end) : 0) end += size;
    return text.substr(at, end - at);
}

// What a note of leads begins with, or nothing: "* Lead", "** = co-leads of the area", "† denotes the lead".
std::string_view sign_of_note(const Reading& reading, std::uint32_t kind, const Line& line) {
    constexpr std::size_t longest = 90, most_ahead = 24;
    const std::string_view text = trimmed(reading.view(line.span));
    if (line.kind == LineKind::heading || line.kind == LineKind::table || !fits_in(text, longest) || holds_mail(text, reading.language)) return {};
    std::string_view sign = signs_from(text, 0);
    if (sign.empty() && line.bullet) sign = "*";  // Markdown takes it for a bullet
    if (sign.empty()) return {};
    const std::string folded = fold(reading.view(line.words));
    for (const TermHit& hit : reading.around.find(folded)) {
        if (hit.id != kind) continue;
        const std::string_view rest = std::string_view(folded).substr(hit.end);
        if (hit.begin > most_ahead || rest.find(':') != std::string_view::npos || is_negated(folded, hit.begin, hit.end, reading.language)) return {};
        return sign;
    }
    return {};
}

}  // namespace

std::vector<SignedNames> take_signed_names(const Reading& reading, std::uint32_t kind, Lines& lines, std::uint32_t begin, std::uint32_t end) {
    std::vector<SignedNames> notes;
    constexpr std::size_t most_tried = 6;
    std::size_t tried = 0;
    for (std::size_t i = lines.size(); i-- > 0 && tried < most_tried;) {
        const std::string_view sign = sign_of_note(reading, kind, lines[i]);
        if (sign.empty()) continue;
        ++tried;
        SignedNames note;
        const auto look = [&](std::uint32_t block, Span words) {
            const std::string_view text = reading.view(words);
            for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + sign.size())) {
                const std::size_t behind = at + sign.size();
                if (at == 0 || (behind < text.size() && sign_at(text, behind) != 0)) continue;
                const char32_t before = decode_before(text, at).code, after = behind < text.size() ? decode(text, behind).code : U' ';
                if ((!is_word_character(before) && before != ')' && before != U'»' && before != U'”') || is_letter_or_digit(after)) continue;
                note.names.push_back({block, {words.begin, words.begin + static_cast<std::uint32_t>(at)}});
                note.around.push_back({block, words});
                break;
            }
        };
        for (const Line& line : lines)
            if (&line != &lines[i] && line.kind != LineKind::table) look(line.block, line.words);
        for (std::uint32_t b = begin; b < end; ++b)
            if (reading.document.blocks[b].kind == BlockKind::table)
                for (const std::uint32_t text : texts_in(reading, b)) look(text, reading.document.blocks[text].text);
        if (note.names.empty()) continue;
        notes.push_back(std::move(note));
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return notes;
}

void drop_note_signs(std::string& name) {
    for (std::size_t at = 1; at < name.size();) {
        const std::size_t size = signs_from(name, at).size();
        const bool behind = size != 0 && (is_word_character(decode_before(name, at).code) || name[at - 1] == ')');
        if (!behind || (at + size < name.size() && is_letter_or_digit(decode(name, at + size).code))) ++at;
        else name.erase(at, size);
    }
}

}  // namespace plancheck
