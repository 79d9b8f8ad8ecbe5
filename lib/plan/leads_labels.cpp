// Leads that a label names in a line: before a colon or a dash, or behind a name and a comma.
#include <algorithm>

#include "plan/lead_finder.hpp"
#include "plan/lead_words.hpp"
#include "plan/lists.hpp"
#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/utf8.hpp"

namespace plancheck {

// "Lake Institute (LI), lead: office@lake.example.org".
bool LeadFinder::behind_name(const Line& line, const FoldedBlock& folded, std::string_view section) {
    const std::string_view text = std::string_view(folded.text).substr(0, 200);
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || own_ == Lexicon::none) return false;
    const std::size_t comma = text.substr(0, colon).rfind(',');
    if (comma == std::string_view::npos) return false;
    if (const std::size_t label = text.find_first_not_of(' ', comma + 1); !is_label(text.substr(label, colon - label))) return false;
    const std::uint32_t behind = line.words.begin + folded.source_end(static_cast<std::uint32_t>(colon + 1));
    if (names_someone({line.block, {behind, line.words.end}})) return false;
    const Span who{line.words.begin, line.words.begin + folded.source_begin(static_cast<std::uint32_t>(comma))};
    if (!names_someone({line.block, who})) return false;
    add(line.block, who, section, line.is_list() ? Confidence::certain : Confidence::high, {{line.block, line.words}});
    return true;
}

// "Lake Institute (LI), lead for 2026 and 2027 – Ms Roe", "LI, leads the area (mandate until 2027): Ms Roe".
bool LeadFinder::beside_name(const Line& line, const FoldedBlock& folded, std::string_view section) {
    constexpr std::size_t longest_name = 160, longest_led = 60;
    const std::string_view text = folded.text;
    for (std::size_t comma = text.find(','); comma < longest_name; comma = text.find(',', comma + 1)) {
        const std::size_t at = text.find_first_not_of(' ', comma + 1);
        if (at == std::string_view::npos) return false;
        const TermHit label = label_at(text, static_cast<std::uint32_t>(at));
        if (label.end == 0) continue;
        const std::string_view rest = text.substr(label.end);
        const std::size_t stop = std::min({rest.find_first_of(".:;,()"), rest.find(" - "), rest.size()});
        if (stop > longest_led || (stop == rest.size() && stop > 0 && !line.is_list()) || !places_.is_certain_label(kind_, {}, rest.substr(0, stop)) ||
            places_.leads_other_area(text.substr(at, label.end - at + stop)) || is_negated(text, label.begin, label.end, reading_.language))
            return false;
        const auto labels = reading_.around.find(text.substr(0, comma));
        if (std::any_of(labels.begin(), labels.end(), [&](const TermHit& hit) { return hit.id == kind_; })) return false;
        const Span who{line.words.begin, line.words.begin + folded.source_begin(static_cast<std::uint32_t>(comma))};
        const std::string_view name = reading_.view(who);
        if (std::count(name.begin(), name.end(), ' ') > 12 || (!names_someone({line.block, who}) && !line.is_list())) return false;
        add(line.block, who, section, line.is_list() ? Confidence::certain : Confidence::high, {{line.block, line.words}});
        return true;
    }
    return false;
}

// "Руководитель / Lead: …": the same in another language before a slash, and nothing but the label behind it. Returns where the label
// ends, and sets where it begins; 0: there is none.
std::uint32_t LeadFinder::label_behind_slash(std::string_view text, std::uint32_t& begin) const {
    constexpr std::size_t longest = 60;
    const std::size_t colon = text.find(':'), slash = colon > longest ? std::string_view::npos : text.substr(0, colon).rfind('/');
    const std::size_t at = slash == std::string_view::npos || slash == 0 ? std::string_view::npos : text.find_first_not_of(' ', slash + 1);
    if (at >= colon) return 0;
    const TermHit label = label_at(text, static_cast<std::uint32_t>(at));
    if (label.end == 0 || (label.end != colon && label.end != colon + 1 && text.find_first_not_of(' ', label.end) != colon)) return 0;
    begin = static_cast<std::uint32_t>(at);
    return label.end;
}

// "Lead: …", "Lead of the area – …".
bool LeadFinder::labelled(const Line& line, const FoldedBlock& folded, std::string_view section, const Lines& lines, std::size_t index, bool own_section) {
    const std::string_view text = folded.text;
    std::uint32_t end = label_at(text, 0).end, begin = 0;
    if (end == 0) {
        // One or two words may stand before it: "The lead:", "Area co-lead:", "Coordination (lead):".
        const std::size_t colon = text.find(':');
        std::size_t at = 0;
        for (int word = 0; word < 3 && end == 0; ++word) {
            at = text.find(' ', at);
            if (at == std::string_view::npos || colon == std::string_view::npos || at >= colon || colon > 60) break;
            ++at;
            const bool bracket = word == 0 && text[at] == '(' && places_.holds(text.substr(0, at), "leading");
            begin = static_cast<std::uint32_t>(at + (bracket ? 1 : 0));
            end = label_at(text, begin).end;
            if (bracket && end != 0 && (end >= text.size() || text[end] != ')' || !names_someone({line.block, {line.words.begin + folded.source_end(static_cast<std::uint32_t>(colon + 1)), line.words.end}}, true))) end = 0;
        }
    }
    if (end == 0 && (end = label_behind_slash(text, begin)) == 0) return false;
    constexpr std::size_t longest_head = 120;  // bytes of a line below it
    if (text[end - 1] == ':') --end;  // a label may hold its colon, 领导：
    const std::size_t limit = std::min<std::size_t>(text.size(), end + 70);
    for (std::size_t p = end; p < limit; ++p) {
        const char c = text[p];
        if (const std::size_t close = c == '(' ? text.find(')', p) : std::string_view::npos; close < limit) {  // "(01.07.2026 – 30.06.2028)"
            p = close;
            continue;
        }
        if (c == '(') return false;  // "leads the area (contact: …"
        if (c == '.' || c == ';' || c == ',') return false;
        const bool dash = c == '-' && text[p - 1] == ' ' && p + 1 < text.size() && text[p + 1] == ' ';
        if (c != ':' && !dash) continue;
        if (std::count(text.begin() + end, text.begin() + static_cast<std::ptrdiff_t>(p), ' ') > 9) return false;
        const std::uint32_t from = line.words.begin + folded.source_end(static_cast<std::uint32_t>(p + 1));
        const std::string next = index + 1 < lines.size() && lines[index + 1].kind == LineKind::paragraph ? fold(whole_within(reading_.view(lines[index + 1].words), longest_head)) : std::string();
        const bool certain = places_.is_certain_label(kind_, text.substr(0, begin), text.substr(end, p - end)) && !places_.leads_other_area(text.substr(0, p)) && !places_.heads_minutes(text.substr(begin, end - begin), text.substr(end), next);
        // "Dirige la esfera el Instituto de Lagos: Sra. Roe": the name stands before the colon.
        if (!certain && own_section && text.substr(begin, end - begin).find(' ') != std::string_view::npos && names_someone({line.block, {line.words.begin + folded.source_end(end), line.words.begin + folded.source_begin(static_cast<std::uint32_t>(p))}})) return false;
        const Confidence confidence = !certain ? Confidence::low : line.kind == LineKind::list_item ? Confidence::certain : Confidence::high;
        Span who = reading_.trimmed({from, line.words.end});
        // "The leads drafted the plan: a survey, …" names nobody.
        if (!own_section && std::count(text.begin() + end, text.begin() + static_cast<std::ptrdiff_t>(p), ' ') > 2 && begins_small(reading_.view(who)) && !names_someone({line.block, who}, true)) return false;
        if (who.empty()) {
            for (std::size_t n = index + 1; n < lines.size() && n <= index + 8; ++n) {
                const Line& below = lines[n];
                if (below.kind == LineKind::heading || below.kind == LineKind::table || (n > index + 1 && !below.is_list())) break;
                add(below.block, below.words, section, confidence);
            }
            return true;
        }
        // Their contact may stand on the next line.
        std::vector<Stretch> more;
        if (!has_contact({line.block, who}) && index + 1 < lines.size() && lines[index + 1].kind == LineKind::paragraph && !lines[index + 1].is_list() && fits_in(reading_.view(lines[index + 1].span), 160))
            if (const Line& below = lines[index + 1]; label_at(fold(reading_.view(below.words).substr(0, 64)), 0).end == 0) more.push_back({below.block, below.words});
        who.end = end_of_name(reading_, who);
        constexpr std::size_t told = 120;  // bytes in which it would be told that nothing is settled
        add(line.block, who, section, is_undecided(reading_, fold(whole_within(reading_.view(who), told))) ? Confidence::low : confidence, more);
        return true;
    }
    return false;
}

}  // namespace plancheck
