// A numbering that counts the paragraphs of the whole document counts what leads up to the items and what closes them as well:
// "10. The members agreed on four steps.", "17. Paragraphs 18 to 24 say what each has taken upon itself."
#include "plan/framing.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "plan/lists.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

// "four steps": the name of the kind behind the number of those that follow.
bool counts_kind(const Search& search, std::string_view folded, const TermHit& name, std::size_t count) {
    std::size_t end = name.begin;
    while (end > 0 && folded[end - 1] == ' ') --end;
    std::size_t begin = end;
    while (begin > 0 && folded[begin - 1] != ' ') --begin;
    const std::string_view word = folded.substr(begin, end - begin);
    if (word == std::to_string(count)) return true;
    const TermHit hit = search.reading.language.connectors.match_at(word, 0, word_id(WordKind::number_word), word_id(WordKind::number_word, 0xFFFF));
    return hit.end != 0 && hit.end == word.size() && detail_of_word(search.reading.language, hit.id) == std::to_string(count);
}

}  // namespace

void drop_framing(const Search& search, LineRange lines, std::vector<std::size_t>& starts, bool& doubt) {
    constexpr std::size_t longest = 400;  // columns
    // "4.1 The efforts of the partners are set out below." above "4.2 …" may as well lead up to them.
    const Ordinal& label = *lines[starts.front()].ordinal;
    const bool own = begins(label);
    if (starts.size() < 3 || (own && label.text.find('.') == std::string::npos) || ascii_digits.find(lines[starts.front()].ordinal->text) != 0) return;
    const auto says_value = [&](std::size_t at) {
        const std::string_view text = search.reading.view(lines[at].words);
        if (!find_values(text, search.reading.language, want_money | want_contacts).empty()) return true;
        // "Every January" is no time of what is done.
        const auto times = find_values(text, search.reading.language, want_times);
        return std::any_of(times.begin(), times.end(), [&](const Value& value) { return ascii_digits.find(text.substr(value.begin, value.end - value.begin)) < value.end - value.begin; });
    };
    const auto name_in = [&](std::size_t at, std::string& folded) -> std::optional<TermHit> {
        folded = fold(search.reading.view(lines[at].words));
        for (const TermHit& hit : search.reading.around.find(folded))
            if (hit.id == search.kind || hit.id == Words::name_of_kind + search.kind) return hit;
        return std::nullopt;
    };
    const bool addressed = std::any_of(search.spec().fields.begin(), search.spec().fields.end(), [](const FieldSpec& field) { return field.type == FieldType::contact; });
    for (const bool first : {true, false}) {
        if (starts.size() < 3) return;
        const std::size_t at = first ? starts.front() : starts.back();
        const bool alone = first ? starts[1] == at + 1 : at + 1 == lines.size();
        if (!alone || lines[at].bold >= 3 || !fits_in(search.reading.view(lines[at].words), longest)) continue;
        std::string folded, other;
        bool frames = false;
        if (addressed) {
            const auto valued = std::count_if(starts.begin(), starts.end(), says_value);
            // One above and one below them at most.
            frames = !says_value(at) && valued >= 2 && static_cast<std::size_t>(valued) + (first ? 2 : 1) >= starts.size() && (!own || (first && name_in(at, folded)));
        } else if (const auto name = name_in(at, folded); name && search.spec().whole_section) {
            frames = counts_kind(search, folded, *name, starts.size() - 1) || (first && ends_in_colon(search.reading, lines[at].span));
            if (!frames && !own && std::none_of(starts.begin(), starts.end(), [&](std::size_t one) { return one != at && name_in(one, other); })) doubt = true;
        }
        if (frames) starts.erase(first ? starts.begin() : starts.end() - 1);
    }
}

Lines own_lines(const Search& search, const Section& section, Lines lines) {
    if (!section.shares_heading) return lines;
    const auto announces = [&](const Line& line, std::uint32_t kind) {
        return line.kind == LineKind::paragraph && ends_in_colon(search.reading, line.span) && names_kind({search.reading, search.references, kind, search.section}, line);
    };
    const auto of_other = [&](const Line& line) {
        for (const Section& other : search.reading.outline.sections)
            for (std::uint32_t kind = 0; other.shares_heading && other.heading == section.heading && other.spec != section.spec && kind < search.reading.form.items.size(); ++kind)
                if (search.reading.form.items[kind].section == other.spec->key && announces(line, kind)) return true;
        return false;
    };
    bool dropped = false;
    std::erase_if(lines, [&](const Line& line) {
        if (announces(line, search.kind)) dropped = false;
        else if (of_other(line)) dropped = true;
        return dropped;
    });
    return lines;
}

bool is_said_inside(const Found& found, const Line& line, std::size_t contact) noexcept {
    constexpr std::size_t farthest_label = 40;  // bytes
    if (contact <= farthest_label) return false;
    const auto next = std::upper_bound(found.drafts.begin(), found.drafts.end(), line.block, [](std::uint32_t block, const Draft& draft) { return block < draft.item.block; });
    if (next == found.drafts.begin()) return false;
    const Item& item = std::prev(next)->item;
    return item.block != line.block && !item.blocks.empty() && line.block <= item.blocks.back() && (line.is_list() || next != found.drafts.end());
}

}  // namespace plancheck
