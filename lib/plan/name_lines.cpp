// A name is told by what is not there: no sentence, no label of a field, not the word for the kind.
#include "plan/name_lines.hpp"

#include <algorithm>

#include "plan/enumerations.hpp"
#include "plan/lead_places.hpp"
#include "plan/paragraph_items.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/negation.hpp"
#include "text/values.hpp"
#include "plan/reading.hpp"

namespace plancheck {

bool names_with_role(const Search& search, const Line& line) {
    const std::string_view text = search.reading.view(line.words);
    const std::uint32_t vacant = search.reading.lexicon.vocabulary("vacant");
    if (vacant != Lexicon::none && search.reading.has_term(line.words, vacant)) return false;
    return fits_in(text, 200) && !text.ends_with('.') && !text.ends_with("。") && !ends_in_colon(search.reading, line.span) &&
           !text.starts_with(title_of(search, text, 0));
}

Span name_behind_role(const Search& search, const Line& line, std::uint32_t role) {
    constexpr std::size_t farthest_sign = 80, longest = 160;
    const std::string_view text = search.reading.view(line.words);
    const Folded folded = fold_mapped(text.substr(0, 64));
    const TermHit label = search.reading.words.around.match_at(folded.text, 0, role, role);
    if (label.end == 0) return {};
    std::size_t begin = folded.source_end(label.end);
    const std::string_view head = text.substr(0, farthest_sign);
    for (const std::string_view sign : {":", "：", " – ", " — ", " - "})
        if (const std::size_t at = head.find(sign, begin); at != std::string_view::npos && head.find_first_of("(,.;", begin) >= at) {
            begin = at + sign.size();
            break;
        }
    while (begin < text.size() && text[begin] == ' ') ++begin;
    for (const std::string& copula : search.reading.language.naming)
        if (text.substr(begin).starts_with(copula) && (is_ideograph(decode(copula, 0).code) || text.substr(begin + copula.size()).starts_with(' '))) {
            begin += copula.size();
            break;
        }
    std::size_t end = text.size();
    for (const std::string_view stop : {"(", "（", ",", "，", "،", ";", "；", "؛", ". ", "。", " – ", "\n"}) end = std::min(end, text.find(stop, begin));
    if (end <= begin || end - begin > longest) return {};
    Span name = search.reading.trimmed({line.words.begin + static_cast<std::uint32_t>(begin), line.words.begin + static_cast<std::uint32_t>(end)});
    if (search.reading.view(name).ends_with('.')) --name.end;
    return name;
}

bool lists_names(const Search& search, const Line& line) {
    std::string_view text = search.reading.view(line.words);
    if (const std::size_t stop = text.find("。"), list = text.find("、"); list < stop) text = text.substr(0, stop);  // how to reach one of them may follow
    if (text.find(';') != std::string_view::npos || text.find("；") != std::string_view::npos || text.find("؛") != std::string_view::npos) return true;
    const bool parted = text.find(',') != std::string_view::npos || text.find("،") != std::string_view::npos || text.find("，") != std::string_view::npos || text.find("、") != std::string_view::npos;
    return parted && !holds_mail(text, search.reading.language) && text.find('+') == std::string_view::npos;
}

bool is_named_in(const Search& search, const Line& line, const Line& other) {
    constexpr std::size_t shortest = 6;
    std::string name = fold(title_of(search, search.reading.view(line.words), line.bold));
    const std::size_t comma = name.find(',');  // 湖泊研究所，学术机构 has no space behind it
    const bool closes = comma != std::string::npos && (comma + 1 == name.size() || name[comma + 1] == ' ' || is_ideograph(decode(name, comma + 1).code));
    name.resize(std::min({name.size(), name.find(" ("), closes ? comma : name.find(", "), name.find(" - "), name.find(": ")}));
    return name.size() >= shortest && fold(search.reading.view(other.words)).find(name) != std::string::npos;
}

bool is_name_line(const Search& search, const Line& line) {
    const std::string_view text = search.reading.view(line.words);
    return line.kind == LineKind::paragraph && fits_in(text, 160) && !text.ends_with('.') && !text.ends_with(':') && !text.ends_with("。") && !text.ends_with("：") && !states_field(search, line) &&
           !search.reading.words.around.is_term(fold(text), Words::name_of_kind + search.kind);
}

namespace {

// A person by what one is addressed by, or an address and nothing before it.
bool reaches(const Search& search, const Line& line) {
    const std::string_view text = search.reading.view(line.words);
    if (line.kind != LineKind::paragraph || !fits_in(text, 160)) return false;
    if (mail_address(text, search.reading.language) < std::min({text.find_first_of(" ,;"), text.find("，"), text.find("。"), text.find("；"), text.size()}) || text.starts_with('+') || (is_addressed(search, line) && states_field(search, line))) return true;
    bool person = false;
    for (const Value& value : search.reading.block_text->values(line.block, line.words, search.reading.language, want_names)) {
        if (value.type == ValueType::organisation) return false;
        person = person || (value.type == ValueType::person && value.begin == 0);
    }
    return person;
}

// "Table 3. Partners".
bool is_caption(const Search& search, const Line& line) {
    constexpr std::size_t farthest = 24;
    const std::string_view text = search.reading.view(line.words);
    const std::size_t digit = ascii_digits.find(text.substr(0, farthest));
    return digit != 0 && digit < std::min(text.size(), farthest) && text.find_first_of(".:-", digit) <= digit + 3 && names_kind(search, line);
}

// "Category", "Government": what stands alone in the heads and cells of a table that was parted into lines.
bool is_word_of_table(const Search& search, const Line& line) {
    constexpr std::size_t longest = 60;
    const std::string_view text = search.reading.view(line.words);
    if (!fits_in(text, longest)) return false;
    const std::string folded = fold(text);
    const std::uint32_t first = search.kind * 64;
    const TermHit head = search.reading.words.heads.match_at(folded, 0, first, first + 63);
    return (head.end != 0 && head.end == folded.size() && !search.spec().fields[head.id - first].own) || sorts_names(search, text);
}

}  // namespace

std::vector<LineRange> names_by_line(const Search& search, LineRange lines) {
    constexpr std::size_t most_below = 5;
    std::vector<LineRange> found;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!is_name_line(search, lines[i]) || is_caption(search, lines[i]) || is_word_of_table(search, lines[i])) continue;
        std::size_t end = i + 1;
        bool addressed = is_addressed(search, lines[i]);
        if (!addressed && !reaches(search, lines[i])) {
            std::size_t next = end;
            for (; next < lines.size() && next <= i + most_below && reaches(search, lines[next]); ++next) addressed = addressed || is_addressed(search, lines[next]);
            if (addressed) end = next;
        }
        found.push_back(lines.subspan(i, end - i));
        i = end - 1;
    }
    return found;
}

void names_in_cells(const Search& search, LineRange lines, Found& found) {
    const Document& document = search.reading.document;
    const auto behind = [&](std::uint32_t block) { return std::max(document.blocks[block].end, block + 1); };
    for (const Line& line : lines) {
        if (line.kind != LineKind::table) continue;
        std::size_t cells = 0, addressed = 0;
        Found own;
        for (std::uint32_t row = line.block + 1; row < document.blocks[line.block].end; row = behind(row))
            for (std::uint32_t cell = row + 1; cell < document.blocks[row].end; cell = behind(cell)) {
                const Lines inside = lines_of(search.reading, cell + 1, document.blocks[cell].end, search.kind);
                if (inside.empty()) continue;
                ++cells;
                if (std::any_of(inside.begin(), inside.end(), [&](const Line& one) { return is_addressed(search, one); })) ++addressed;
                own.drafts.push_back(item_of(search, inside, Confidence::low));
            }
        if (cells >= 2 && addressed == cells) found.take(std::move(own));
    }
}

bool begins_with_role(const Reading& reading, std::uint32_t kind, std::uint32_t cell) {
    constexpr std::size_t longest = 80, longest_led = 40;
    const std::uint32_t only = only_text_in(reading, cell);
    if (only == Lexicon::none) return false;
    const Span words = reading.document.blocks[only].text;
    if (!fits_in(reading.view(words), longest) || !reading.may_name(kind, {only, words})) return false;
    const std::string folded = fold(reading.view(words));
    const TermHit label = reading.words.around.match_at(folded, 0, kind, kind);
    if (label.end == 0 || label.end >= folded.size() || is_negated(folded, label.begin, label.end, reading.language) ||
        !find_values(reading.view(words), reading.language, want_unset).empty())
        return false;
    if (folded[label.end] == ',' || folded[label.end] == ':' || folded[label.end - 1] == ':' || folded.compare(label.end, 2, " (") == 0) return true;
    // "LEAD – Mr Roe", but "lead – acid batteries".
    const std::string_view own = reading.view(words);
    for (const std::string_view dash : {" - ", " \u2013 ", " \u2014 "})
        if (const std::size_t at = own.find(dash); at != own.npos && fold(own.substr(0, at)).size() == label.end) {
            const auto names = find_values(own.substr(at + dash.size()), reading.language, want_names);
            return !names.empty() && names.front().begin == 0 && names.front().type == ValueType::person;
        }
    // "Coordinating body of the area, 2026–2027".
    const std::string_view led = std::string_view(folded).substr(label.end, std::min(folded.find_first_of(",:(", label.end), folded.size()) - label.end);
    return fits_in(led, longest_led) && LeadPlaces(reading).known() && LeadPlaces(reading).holds(led, "area");
}

}  // namespace plancheck
