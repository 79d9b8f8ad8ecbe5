// A table with the kind's own column, the list below a line that announces it, lines that number themselves, and where there is none
// of these the sentences that name the kind.
#include "plan/announced_items.hpp"

#include <algorithm>

#include "plan/field_values.hpp"
#include "plan/listed_in_sentence.hpp"
#include "plan/lists.hpp"
#include "plan/paragraph_items.hpp"
#include "plan/section_tables.hpp"
#include "plan/sequences.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

bool is_announcement(const Search& search, const Line& line) {
    const ItemSpec& spec = search.spec();
    if (line.kind == LineKind::table || line.is_list() || (line.ordinal && line.ordinal->worded)) return false;
    if (!is_title_like(search.reading, line) && !ends_in_colon(search.reading, line.span)) return false;
    const std::uint32_t vocabulary = search.reading.lexicon.vocabulary(spec.kind);
    if (vocabulary != Lexicon::none) return search.reading.may_find(vocabulary, {line.block, line.span}) && search.reading.holds(search.reading.view(line.span), vocabulary);
    return names_kind(search, line);
}

// "Progress is measured by three indicators." right above a list of which each item says how much.
bool leads_to_list(const Search& search, const Lines& lines, std::size_t sentence) {
    constexpr std::size_t least = 2, longest = 200;  // items, columns
    const Line& line = lines[sentence];
    const std::string_view text = trimmed(search.reading.view(line.words));
    const std::uint32_t vocabulary = search.reading.lexicon.vocabulary(search.spec().kind);
    if (line.kind != LineKind::paragraph || line.is_list() || line.ordinal || vocabulary == Lexicon::none || !fits_in(text, longest) || !(text.ends_with('.') || text.ends_with("。"))) return false;
    if (!search.reading.may_find(vocabulary, {line.block, line.span}) || !search.reading.holds(text, vocabulary)) return false;
    std::size_t end = sentence + 1;
    while (end < lines.size() && (lines[end].is_list() || lines[end].ordinal) && lines[end].kind != LineKind::heading) {
        const std::string_view own = search.reading.view(lines[end].words);
        bool digit = false;
        for (std::size_t at = 0; at < own.size() && !digit; at += decode(own, at).size) digit = digit_of(decode(own, at).code) < 10;
        if (!digit) return false;
        ++end;
    }
    return end - sentence > least;
}

// "Inspectors trained: 0 in 2024, 300 in 2027", "Lamps collected: 90 → 400": what is counted, what it was and what it shall be.
bool says_from_and_to(std::string_view text) {
    constexpr std::uint32_t first_year = 1950, last_year = 2100;
    std::size_t years = 0, amounts = 0;
    for (std::size_t at = 0; at < text.size();) {
        Decoded c = decode(text, at);
        std::uint32_t value = 0;
        std::size_t digits = 0;
        for (; c.size != 0 && digit_of(c.code) < 10 && digits < 9; c = decode(text, at), ++digits) {
            value = value * 10 + digit_of(c.code);
            at += c.size;
        }
        if (digits == 0) at += c.size;
        else if (digits == 4 && value >= first_year && value <= last_year) ++years;
        else ++amounts;
    }
    return amounts >= 2 && (years >= 2 || text.find("\u2192") != text.npos);
}

// Lists of such lines are of this kind, though nothing calls them so.
void measured_lists(const Search& search, LineRange lines, Found& found) {
    constexpr std::size_t least = 2;
    const auto is_measured = [&](const Line& line) { return (line.is_list() || line.ordinal) && line.kind != LineKind::heading && !line.continued && says_from_and_to(search.reading.view(line.words)); };
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i;
        while (end < lines.size() && is_measured(lines[end])) ++end;
        if (end - i >= least) {
            Found part;
            by_sequence(search, lines.subspan(i, end - i), part);
            if (part.drafts.empty()) by_bullets(search, lines.subspan(i, end - i), part);
            found.take(std::move(part));
        }
        i = std::max(end, i + 1);
    }
}

bool has_own(const Search& search, const Found& found) {
    const ItemSpec& spec = search.spec();
    return std::any_of(found.drafts.begin(), found.drafts.end(), [&](const Draft& draft) { return draft.item.span.size() != 0; }) &&
           std::any_of(found.heads.begin(), found.heads.end(), [&](const ColumnHead& head) { return spec.fields[head.field].own; });
}

// Titles that number themselves ("### Indicator 1") are items with what stands below each.
void below_titles(const Search& search, const Lines& lines, const Lines& worded, Found& found) {
    if (worded.empty() || std::any_of(worded.begin(), worded.end(), [&](const Line& line) { return line.kind != LineKind::heading || line.level != worded.front().level; })) return;
    const auto at = [&](const Line& title) { return std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return line.block == title.block; }); };
    const auto begin = at(worded.front()), last = at(worded.back());
    const auto end = std::find_if(last == lines.end() ? last : last + 1, lines.end(), [&](const Line& line) { return line.kind == LineKind::heading && line.level <= worded.front().level; });
    by_headings(search, {begin, end}, worded.front().level, found);
}

}  // namespace

void find_announced(const Search& search, const Lines& lines, bool tables_only, Found& found) {
    const ItemSpec& spec = search.spec();
    if (find_in_tables(search, lines, found) != InTables::nothing) {
        // Elsewhere a table must have the kind's own column, or it is about something else.
        if (tables_only && !has_own(search, found)) found = {};
        if (!found.drafts.empty()) return;
    }
    Lines worded;
    const LineRange all(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!is_announcement(search, lines[i]) && (tables_only || !leads_to_list(search, lines, i))) continue;
        const bool heading = lines[i].kind == LineKind::heading;
        std::size_t end = i + 1;
        while (end < lines.size() && !(lines[end].kind == LineKind::heading && (!heading || lines[end].level <= lines[i].level)) &&
               (heading || lines[i].whole_bold() || lines[end].is_list() || lines[end].ordinal || lines[end].continued))
            ++end;
        const LineRange rest = all.subspan(i + 1, end - i - 1);
        Found part;
        by_sequence(search, rest, part);
        if (part.drafts.empty()) by_bullets(search, rest, part);
        if (part.drafts.empty() && !tables_only) by_run_in(search, rest, part);
        found.take(std::move(part));
        i = end - 1;
    }
    if (!found.drafts.empty() || tables_only) return;
    // "Indicator 1: …" numbers itself.
    for (const Line& line : lines) {
        if (line.ordinal && line.ordinal->worded) worded.push_back(line);
        if (!line.bullet || line.ordinal) continue;
        auto label = label_of(search.reading, {line.block, line.words}, search.kind);
        if (!label || !label->worded || label->size >= line.words.size()) continue;
        worded.push_back(line);
        worded.back().bullet = false;
        worded.back().words.begin += label->size;
        worded.back().bold -= std::min(line.bold, label->size);
        worded.back().ordinal = std::move(label);
    }
    if (Lines parts; !worded.empty() && part_labelled(search.reading, worded, search.kind, parts)) worded = std::move(parts);
    below_titles(search, lines, worded, found);
    if (found.drafts.empty()) by_sequence(search, worded, found);
    if (found.drafts.empty()) measured_lists(search, lines, found);
    if (!found.drafts.empty()) return;
    // Sentences that hold the kind's name, or that begin as the template says that such items do ("Number of plans: 20").
    const std::uint32_t own = search.reading.lexicon.vocabulary(spec.kind), phrases = search.reading.lexicon.vocabulary(spec.kind + "-phrases");
    const auto begins_at = [&](const Line& line, std::size_t at) {
        constexpr std::uint32_t article = 5;
        const std::uint32_t begin = line.words.begin + static_cast<std::uint32_t>(at);
        const auto places = search.reading.terms_in({begin, std::min(line.words.end, begin + article)});
        return std::any_of(places.begin(), places.end(), [&](const TermPlace& place) { return place.vocabulary == phrases && !place.negated; });
    };
    const auto begins = [&](const Line& line) {
        if (begins_at(line, 0)) return true;  // or behind its colon: "What we count: number of plans; …"
        const std::string_view head = search.reading.view(line.words).substr(0, 80);
        const std::size_t colon = std::min(head.find(": "), head.find("："));
        return colon != std::string_view::npos && begins_at(line, colon + (head[colon] == ':' ? 2 : 3));
    };
    for (const bool named : {true, false}) {
        if ((named ? own : phrases) == Lexicon::none || !found.drafts.empty()) continue;
        Lines whole;  // where a sentence lists some, others say how they are measured
        for (std::size_t i = 0, end = 0, listed = 0; i < lines.size(); ++i) {
            const Line& line = lines[i];
            // Of a list most of whose lines begin so the others are such items too.
            if (!named && i >= end && line.is_list()) {
                for (end = i; end < lines.size() && lines[end].is_list() && lines[end].level == line.level;) ++end;
                listed = std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(end), begins) * 2 > static_cast<std::ptrdiff_t>(end - i) ? 1 : 0;
            }
            if (line.kind != LineKind::table && line.kind != LineKind::heading && (named ? search.reading.has_term(line.words, own) : (i < end && listed != 0) || begins(line)) && !(named && listed_in_sentence(search, line, own, found)))
                whole.push_back(line);
        }
        for (std::size_t i = 0; found.drafts.size() == i && i < whole.size(); ++i) found.drafts.push_back(item_of(search, LineRange(&whole[i], 1), Confidence::low));
    }
}

}  // namespace plancheck
