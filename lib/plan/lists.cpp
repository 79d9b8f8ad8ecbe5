// Every rule first finds the lines at which items begin; what lies between two of them belongs to the first. Behind the
// last item only what is clearly its own is taken (nested lists, continued paragraphs, labelled fields), because a
// closing paragraph is no item.
#include "plan/lists.hpp"

#include <algorithm>
#include <iterator>

#include "plan/bullet_labels.hpp"
#include "plan/framing.hpp"
#include "plan/run_in.hpp"
#include "plan/sequences.hpp"
#include "plan/tables.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_tried = 64;  // sequences asked for their place
std::string_view head_part(std::string_view text) { return text.substr(0, std::min(text.size(), longest_label * 4)); }

bool is_plain(const Line& line) { return line.kind == LineKind::paragraph && !line.continued && !line.is_list() && !line.ordinal; }

// "2) Training" above what is done: how many paragraphs stand below the titles of items where nothing but their shape makes
// them titles; 0: one stands without, or holds a sentence.
std::size_t paragraphs_below(const Search& search, LineRange lines, const std::vector<std::size_t>& starts) {
    constexpr std::size_t longest_title = 80;  // columns
    std::size_t most = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::string_view title = search.reading.view(lines[starts[i]].words);
        if (!fits_in(title, longest_title) || title.ends_with('.') || title.ends_with(';') || title.ends_with("。") || title.ends_with("；")) return 0;
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : lines.size();
        std::size_t below = 0;
        while (starts[i] + below + 1 < end && is_plain(lines[starts[i] + below + 1])) ++below;
        if (below == 0) return 0;
        if (i + 1 < starts.size()) most = std::max(most, below);
    }
    return most;
}

// How far the last item reaches; `below`: how many paragraphs belong to it.
std::size_t reach_of_last(const Search& search, LineRange lines, std::size_t from, std::size_t below) {
    const Line& item = lines[from];
    std::size_t end = from + 1;
    const bool titled = item.whole_bold();
    // "Partner:" by itself, and who in the paragraph below.
    const auto is_below_label = [&](std::size_t at) {
        return search.reading.view(lines[at - 1].words).ends_with(':') && (at - 1 == from || states_field(search, lines[at - 1])) && is_plain(lines[at]);
    };
    for (; end < lines.size(); ++end) {
        const Line& line = lines[end];
        if (line.kind == LineKind::heading) break;
        if (titled || line.continued || states_field(search, line) || end <= from + below || is_below_label(end)) continue;
        if (line.kind == LineKind::table) break;
        if (line.is_list() || line.ordinal) {
            const bool nested = line.level > item.level || !item.is_list() || (item.ordinal && line.bullet) ||
                                (item.ordinal && line.ordinal && item.ordinal->shape != line.ordinal->shape);
            if (nested) continue;
        }
        break;
    }
    return end;
}

// `above`: how many lines of each stand before the one that names it.
void cut(const Search& search, LineRange lines, const std::vector<std::size_t>& starts, Confidence list, Confidence paragraph, Found& found, std::size_t above = 0, bool titled = false) {
    // A bold line right above the first of several bullets holds for all of them; where each of several lists has a title, any.
    const auto is_titled = [&](std::size_t at) {
        if (at == 0 || at >= lines.size() || !lines[at].is_list()) return false;
        const Line& line = lines[at - 1];
        return line.kind == LineKind::paragraph && (line.whole_bold() || (titled && is_title_like(search.reading, line))) && !line.is_list() && !line.continued && !line.ordinal && !states_field(search, line);
    };
    const Line* title = nullptr;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (is_titled(starts[i])) title = &lines[starts[i] - 1];
        else if (i > 0 && std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(starts[i - 1]), lines.begin() + static_cast<std::ptrdiff_t>(starts[i]), [](const Line& line) { return line.kind == LineKind::heading; })) title = nullptr;
        std::size_t end = i + 1 < starts.size() ? starts[i + 1] : reach_of_last(search, lines, starts[i] + above, above == 0 ? paragraphs_below(search, lines, starts) : 0);
        if (i + 1 < starts.size() && is_titled(end) && end > starts[i] + 1) --end;
        // A title of its own above the next sequence belongs to neither.
        if (i + 1 < starts.size())
            while (end > starts[i] + 1 && lines[end - 1].kind == LineKind::heading) --end;
        const Line& first = lines[starts[i]];
        const bool marked = first.kind == LineKind::list_item || first.kind == LineKind::heading;
        found.drafts.push_back(item_of(search, lines.subspan(starts[i], end - starts[i]), marked ? list : paragraph));
        if (title != nullptr) found.drafts.back().groups.push_back({title->block, title->words});
    }
}

bool title_above(const Search& search, LineRange lines, std::size_t at) {
    return at > 0 && is_title_like(search.reading, lines[at - 1]) && !lines[at - 1].ordinal && !states_field(search, lines[at - 1]);
}

// The sentence directly above, if it is a paragraph that ends in a colon and no title.
const Line* introduction(const Search& search, LineRange lines, std::size_t at) {
    if (at == 0) return nullptr;
    const Line& line = lines[at - 1];
    if (line.kind != LineKind::paragraph || !ends_in_colon(search.reading, line.span) || line.whole_bold()) return nullptr;
    return &line;
}

// "Priority action 2: a study by …" says first what an item serves, and then the item; "Priority action: 2" alone is a field.
bool says_what_it_serves(const Search& search, const Line& line) {
    const std::uint32_t field = stated_field(search, line);
    if (field == Lexicon::none || search.spec().fields[field].type != FieldType::reference) return false;
    const std::string_view text = search.reading.view(line.words);
    const std::uint32_t label = run_in_label(text);
    // Signs of a script without spaces are words each;
    // Arabic writes its articles and many prepositions together with the words behind them.
    const Decoded first = decode(text, std::min(text.find_first_not_of(' ', label), text.size()));
    const std::ptrdiff_t least = first.code >= 0x621 && first.code <= 0x64A ? 3 : 4;
    return label != 0 && (std::count(text.begin() + label, text.end(), ' ') >= least || count_words(text.substr(label)).words >= 8);
}

bool only_list_between(LineRange lines, std::size_t from, std::size_t to) {
    for (std::size_t i = from + 1; i < to; ++i)
        if (lines[i].kind == LineKind::heading || (lines[i].kind == LineKind::paragraph && !lines[i].continued && !lines[i].is_list() && !lines[i].ordinal)) return false;
    return true;
}

}  // namespace

bool states_field(const Search& search, const Line& line) { return stated_field(search, line) != Lexicon::none; }

bool names_item(const Search& search, const Line& line) {
    if (line.kind == LineKind::heading || line.kind == LineKind::table || line.continued) return false;
    const std::string_view text = search.reading.view(line.words);
    const std::uint32_t label = text.ends_with(':') && fits_in(text, longest_label) ? static_cast<std::uint32_t>(text.size() - 1) : run_in_label(text);
    if (label == 0) return false;
    const std::string folded = fold(text.substr(0, label));
    return search.reading.words.around.is_term(folded, Words::name_of_kind + search.kind) || search.reading.words.around.is_term(folded, search.kind);
}

std::uint32_t stated_field(const Search& search, const Line& line, bool bare) {
    const std::string_view text = head_part(search.reading.view(line.words));
    if (text.find(':') == std::string_view::npos && text.find("：") == std::string_view::npos && text.find("\xE2\x80\x93") == std::string_view::npos) return Lexicon::none;
    const Folded folded = fold_mapped(text);
    const std::uint32_t first = search.kind * 64;
    const TermHit hit = search.reading.words.heads.match_at(folded.text, 0, first, first + 63);
    if (hit.end == 0 || search.spec().fields[hit.id - first].own) return Lexicon::none;
    std::string_view rest = std::string_view(folded.text).substr(hit.end);
    // "Cost (thousands of US dollars): …"
    if (rest.starts_with(" (") && rest.find(')') != std::string_view::npos) rest.remove_prefix(rest.find(')') + 1);
    const std::size_t colon = rest.find(':');
    if (bare && (colon == std::string_view::npos || rest.find_first_not_of(' ') != colon)) return Lexicon::none;
    // "Area of waste: shared methods" names one of them; "Contact for all of them: …" is a label still.
    const FieldType type = search.spec().fields[hit.id - first].type;
    if ((type == FieldType::text || type == FieldType::term) && colon != std::string_view::npos && rest.substr(0, colon).find_first_not_of(' ') != std::string_view::npos) return Lexicon::none;
    const bool labels = (colon != std::string_view::npos && std::count(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(colon), ' ') <= 4 &&
            rest.substr(0, colon).find(". ") == std::string_view::npos) ||
                        rest.starts_with(" - ");
    return labels ? hit.id - first : Lexicon::none;
}

bool names_kind(const Search& search, const Line& line) {
    if (!search.reading.may_name(search.kind, {line.block, line.span})) return false;
    const std::string folded = fold(search.reading.view(line.span));
    const std::uint32_t kind = search.kind;
    for (const TermHit& hit : search.reading.around.find(folded)) {
        if (hit.id != kind && hit.id != Words::name_of_kind + kind) continue;
        const std::string_view rest = trimmed(std::string_view(folded).substr(hit.end));
        if (std::count(rest.begin(), rest.end(), ' ') <= 4) return true;
    }
    return false;
}

std::uint8_t heading_rank(const Search& search, LineRange lines, std::size_t least) {
    std::size_t count[10] = {};
    for (const Line& line : lines)
        if (line.kind == LineKind::heading && line.level < 10 &&
            !search.reading.words.around.is_term(fold(search.reading.view(line.words)), Words::other_heading))
            ++count[line.level];
    for (std::uint8_t level = 1; level < 10; ++level)
        if (count[level] >= least) return level;
    return 0;
}

void by_headings(const Search& search, LineRange lines, std::uint8_t level, Found& found) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind != LineKind::heading || lines[i].level != level ||
            search.reading.words.around.is_term(fold(search.reading.view(lines[i].words)), Words::other_heading))
            continue;
        std::size_t end = i + 1;
        while (end < lines.size() && !(lines[end].kind == LineKind::heading && lines[end].level <= level)) ++end;
        found.drafts.push_back(item_of(search, lines.subspan(i, end - i), Confidence::certain));
    }
}

// Numbers typed before some items of a list whose others are numbered by the format ("1)", "1.", "3)"): one item alone is found,
// and how many there are is not known.
bool is_half_typed(LineRange lines, const Sequence& one) {
    if (one.lines.size() != 1) return false;
    const Line& item = lines[one.lines.front()];
    const auto digit = [](const Line& line) { return !line.ordinal->text.empty() && line.ordinal->text.find_first_not_of("0123456789") == std::string::npos; };
    return digit(item) && std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
        return line.ordinal && line.typed != item.typed && !line.continued && line.kind != LineKind::heading && line.level == 0 && digit(line);
    });
}

void by_sequence(const Search& search, LineRange lines, Found& found) {
    const std::vector<Sequence> all = sequences_of(search, lines);
    if (all.empty()) return;
    // A list that a sentence announces before the sequence that counts is taken only where nothing else is there.
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < all.size() && i < most_tried; ++i) {
        const bool nested = i > 0 && (all[i].lines.front() < all[0].lines.back() ||
                                      only_list_between(lines, all[0].lines.back(), all[i].lines.front()));
        if (i > 0 && (nested || (all[i].key == all[0].key && all[i].lines.size() == 1))) continue;
        const Line* above = introduction(search, lines, all[i].lines.front());
        if (above == nullptr || names_kind(search, *above)) {
            chosen = i;
            break;
        }
    }
    std::vector<std::size_t> starts = all[chosen].lines;
    const bool titled = title_above(search, lines, starts.front());
    bool again = false;
    for (std::size_t i = chosen + 1; i < all.size(); ++i) {
        if (all[i].key != all[chosen].key || all[i].lines.front() < starts.back()) continue;
        // "1." typed before every item: a list that lost its numbers.
        const bool ones = all[chosen].lines.size() == 1 && all[i].lines.size() == 1;
        // A list that began anew behind text and then went on: how many items it has is not known for sure.
        const bool anew = all[chosen].lines.size() == 1;
        again = again || (anew && !ones);
        if (ones || anew || (titled && title_above(search, lines, all[i].lines.front())))
            starts.insert(starts.end(), all[i].lines.begin(), all[i].lines.end());
    }
    bool doubt = again || is_half_typed(lines, all[chosen]);
    drop_framing(search, lines, starts, doubt);
    const std::size_t before = found.drafts.size();
    cut(search, lines, starts, doubt ? Confidence::low : Confidence::certain, doubt ? Confidence::low : Confidence::high, found);
    // أ، ب، ت: the third letter there is the third, whatever its number is otherwise.
    for (std::size_t i = 0; i < starts.size() && before + i < found.drafts.size(); ++i)
        if (const Ordinal& own = *lines[starts[i]].ordinal; own.roman == i + 1 && own.value != own.roman && own.text == std::to_string(own.value)) found.drafts[before + i].item.label = std::to_string(own.roman);
}

std::size_t before_next_field(const Search& search, const Line& line, std::string_view text, std::size_t begin);
void call_by_label(const Search& search, const Line& line, Item& item, bool below = false);

// "- Activity: site visits; Partner: Lake Institute; …"
void call_by_labels(const Search& search, LineRange lines, const std::vector<std::size_t>& starts, Found& found, std::size_t from) {
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const Line& line = lines[starts[i]];
        const std::string_view text = search.reading.view(line.words);
        if (names_item(search, line) && before_next_field(search, line, text, 0) != text.size()) call_by_label(search, line, found.drafts[from + i].item);
    }
}

// "• Courses", "– Films" below each other in plain text: a sign that none of the others has, and the same indent, nest nothing.
bool are_siblings(const Search& search, LineRange run) {
    const auto& blocks = search.reading.document.blocks;
    if (run.size() < 2 || !search.reading.document.is_unmarked() || blocks[run[0].block].place.column == 0) return false;
    for (std::size_t i = 0; i < run.size(); ++i)
        if (!run[i].bullet || run[i].continued || run[i].level != run[0].level + i || blocks[run[i].block].place.column != blocks[run[0].block].place.column) return false;
    return true;
}

void by_bullets(const Search& search, LineRange lines, Found& found) {
    struct Run {
        std::vector<std::size_t> items;
        const Line* above = nullptr;
        bool titled = false;
        bool named = false;
    };
    std::vector<Run> runs;
    for (std::size_t i = 0; i < lines.size();) {
        if (!lines[i].is_list()) {
            ++i;
            continue;
        }
        std::size_t end = i;
        std::uint8_t top = 255;
        for (; end < lines.size() && (lines[end].is_list() || lines[end].continued); ++end)
            if (lines[end].bullet && !lines[end].continued) top = std::min(top, lines[end].level);
        Run run;
        std::size_t fields = 0;
        // Bullets that were typed between those of the format are nested in them.
        std::size_t last_of_format = i;
        for (std::size_t k = i; k < end; ++k)
            if (lines[k].bullet && !lines[k].typed && lines[k].level == top) last_of_format = k;
        const bool siblings = are_siblings(search, lines.subspan(i, end - i));
        const auto is_nested = [&](std::size_t k) { return lines[k].typed && !lines[i].typed && k < last_of_format; };
        for (std::size_t k = i; k < end; ++k)
            if (lines[k].bullet && !lines[k].continued && (lines[k].level == top || siblings) && !is_nested(k)) {
                run.items.push_back(k);
                if (states_field(search, lines[k]) && !says_what_it_serves(search, lines[k])) ++fields;
            }
        run.above = introduction(search, lines, i);
        run.titled = title_above(search, lines, i);
        run.named = run.above != nullptr && names_kind(search, *run.above);
        if (!run.items.empty() && fields * 2 < run.items.size() + (run.items.size() == 1 ? 1 : 0)) runs.push_back(std::move(run));
        i = end;
    }
    if (runs.empty()) return;
    std::size_t first = 0;
    for (std::size_t r = 0; r < runs.size(); ++r)
        if (runs[r].named) {
            first = r;
            break;
        }
    std::vector<std::size_t> starts;
    for (std::size_t r = first; r < runs.size(); ++r) {
        const bool announced = runs[r].above != nullptr && !runs[r].titled && !runs[r].named;
        if (r > first && announced && search.spec().whole_section) continue;
        starts.insert(starts.end(), runs[r].items.begin(), runs[r].items.end());
    }
    const std::size_t before = found.drafts.size();
    const bool titled = runs.size() >= first + 2 && std::all_of(runs.begin() + static_cast<std::ptrdiff_t>(first), runs.end(), [](const Run& run) { return run.titled; });
    cut(search, lines, starts, Confidence::certain, Confidence::high, found, 0, titled);
    number_by_bullets(search, lines, starts, found, before);
    call_by_labels(search, lines, starts, found, before);
}

bool refers_first(const Search& search, const Line& line) {
    return line.kind == LineKind::paragraph && !line.continued && !line.bullet && says_what_it_serves(search, line);
}

// "Action B. The union of towns collects …", "Under priority action 2, the institute …": the words for what an item serves
// open its paragraph, without a colon; a few words that lead up to them may stand before.
bool begins_with_reference(const Search& search, const Line& line) {
    const std::string_view words = search.reading.view(line.words);
    const auto size = static_cast<std::uint32_t>(std::min({words.find(' ', 60), std::size_t{120}, words.size()}));
    const Stretch head{line.block, search.reading.trimmed({line.words.begin, line.words.begin + size})};
    return std::any_of(search.spec().fields.begin(), search.spec().fields.end(), [&](const FieldSpec& field) {
        const std::uint32_t target = field.type == FieldType::reference ? search.reading.lexicon.kind(field.refers_to) : Lexicon::none;
        return target != Lexicon::none && search.references.has(target) && search.references.opens(head, target);
    });
}

// "Priority action: 2" above "Activity: …": how many lines state fields of an item before the one that names it, the same
// ones above each, and none of them behind the last.
std::size_t fields_above(const Search& search, LineRange lines, const std::vector<std::size_t>& named) {
    std::vector<std::uint32_t> fields;  // the nearest first
    const auto field_above = [&](std::size_t at, std::size_t by) { return at > by ? stated_field(search, lines[at - by - 1]) : Lexicon::none; };
    while (field_above(named.front(), fields.size()) != Lexicon::none) fields.push_back(field_above(named.front(), fields.size()));
    for (std::size_t i = 1; i < named.size(); ++i) {
        std::size_t same = 0;
        while (same < fields.size() && named[i] > named[i - 1] + same + 1 && field_above(named[i], same) == fields[same]) ++same;
        fields.resize(same);
    }
    for (std::size_t i = named.back() + 1; i < lines.size() && stated_field(search, lines[i]) != Lexicon::none; ++i) {
        const auto again = std::find(fields.begin(), fields.end(), stated_field(search, lines[i]));
        fields.erase(again, fields.end());
    }
    return fields.size();
}

// Where a line ends, or the one below it where it holds no more than a label ("Activity:").
std::size_t end_of_value(std::string_view text, std::size_t begin) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool label = text.substr(0, end).ends_with(':') || text.substr(0, end).ends_with("\xEF\xBC\x9A");
    return label && end < text.size() ? std::min(text.find('\n', end + 1), text.size()) : end;
}

// "Activity: site visits; Partner: Lake Institute; …": where the name ends, before the label of another field in its line.
std::size_t before_next_field(const Search& search, const Line& line, std::string_view text, std::size_t begin) {
    constexpr std::size_t most = 16;  // semicolons
    std::size_t at = begin;
    for (std::size_t n = 0; n < most; ++n) {
        std::size_t stop = std::string_view::npos, next = stop;
        for (const std::string_view sign : {";", "；", "؛"})
            if (const std::size_t found = text.find(sign, at); found < stop) stop = found, next = found + sign.size();
        if (stop >= text.size()) break;
        Line rest = line;
        rest.words = search.reading.trimmed({line.words.begin + static_cast<std::uint32_t>(next), line.words.begin + static_cast<std::uint32_t>(text.size())});
        if (!rest.words.empty() && states_field(search, rest)) return std::string_view(text).substr(0, stop).find_last_not_of(' ') + 1;
        at = next;
    }
    return text.size();
}

// The item is called what stands behind the label of a line; further lines of the same paragraph are no part of its name.
void call_by_label(const Search& search, const Line& line, Item& item, bool below) {
    const std::string_view text = search.reading.view(line.words).substr(0, end_of_value(search.reading.view(line.words), 0));
    const std::size_t label = below ? 0 : run_in_label(text);
    const std::size_t skip = behind_signs(search.reading, {line.words.begin + static_cast<std::uint32_t>(label), line.words.begin + static_cast<std::uint32_t>(text.size())}).begin - line.words.begin;
    item.block = line.block;
    const std::size_t end = below ? text.size() : before_next_field(search, line, text, skip);
    item.span = {line.words.begin + static_cast<std::uint32_t>(skip), line.words.begin + static_cast<std::uint32_t>(end)};
    item.title = title_of(search, text.substr(skip, end - skip), 0);
}

// Where a paragraph of several lines is an item, one of them may name it.
void call_by_inner_label(const Search& search, const Line& line, Item& item) {
    const std::string_view text = search.reading.view(line.words);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        Line inner = line;
        inner.words = search.reading.trimmed({line.words.begin + static_cast<std::uint32_t>(at), line.words.begin + static_cast<std::uint32_t>(end_of_value(text, at + 1))});
        if (!inner.words.empty() && names_item(search, inner)) return call_by_label(search, inner, item);
    }
}

// Items that begin at the lines that name them, or at the fields above; each is called what stands behind its label.
void at_labels(const Search& search, LineRange lines, const std::vector<std::size_t>& named, Found& found) {
    const std::size_t before = found.drafts.size(), above = fields_above(search, lines, named);
    std::vector<std::size_t> starts(named);
    for (std::size_t& start : starts) start -= above;
    cut(search, lines, starts, Confidence::high, Confidence::high, found, above);
    for (std::size_t i = 0; i < named.size(); ++i) {
        // "Activity:", and what it is in the paragraph below.
        const Line& line = lines[named[i]];
        const bool alone = search.reading.view(line.words).ends_with(':') && named[i] + 1 < lines.size() && lines[named[i] + 1].kind == LineKind::paragraph;
        call_by_label(search, alone ? lines[named[i] + 1] : line, found.drafts[before + i].item, alone);
    }
}

void by_run_in(const Search& search, LineRange lines, Found& found) {
    constexpr std::size_t longest_opening = 40;  // bytes
    const auto plain = [&](const Line& line) {
        return line.kind == LineKind::paragraph && !line.continued && !line.bullet && !states_field(search, line);
    };
    std::vector<std::size_t> labelled, bold, run_in, referring, opening, sentences, paragraphs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (refers_first(search, line)) referring.push_back(i);
        const bool names = names_item(search, line);
        if (names) labelled.push_back(i);
        if (!plain(line)) continue;
        paragraphs.push_back(i);
        const std::string_view text = search.reading.view(line.words);
        if (!names && run_in_label(text) != 0) run_in.push_back(i);
        if (line.bold >= 3 && (!line.whole_bold() || i + 1 < lines.size() || !bold.empty())) bold.push_back(i);
    }
    // What few documents need is asked last.
    const auto open_with_references = [&] {
        std::copy_if(paragraphs.begin(), paragraphs.end(), std::back_inserter(opening), [&](std::size_t i) { return !fits_in(search.reading.view(lines[i].span), 40) && begins_with_reference(search, lines[i]); });
        if (opening.size() < 2) return false;
        // "Under action 4, …" beside "Under action 1, …", though there is no such action.
        const auto before_number = [&](std::size_t i) {
            const std::string_view text = search.reading.view(lines[i].words).substr(0, longest_opening);
            return text.substr(0, ascii_digits.find(text));
        };
        const std::string_view alike = before_number(opening.front());
        if (alike.size() < longest_opening && alike.size() > 3 && before_number(opening.back()) == alike)
            for (const std::size_t i : paragraphs)
                if (before_number(i) == alike) opening.push_back(i);
        std::sort(opening.begin(), opening.end());
        opening.erase(std::unique(opening.begin(), opening.end()), opening.end());
        return true;
    };
    const auto are_sentences = [&] {
        std::copy_if(paragraphs.begin(), paragraphs.end(), std::back_inserter(sentences), [&](std::size_t i) { return sentence_label(search.reading.view(lines[i].words)) != 0; });
        // Two may be chance, unless their labels say what they are ("Первая мера. …").
        const bool named = sentences.size() == 2 && std::all_of(sentences.begin(), sentences.end(), [&](std::size_t i) {
            const std::string_view text = search.reading.view(lines[i].words);
            const std::string label = fold(text.substr(0, sentence_label(text)));
            const auto hits = search.reading.around.find(label);
            return std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) { return hit.id == search.kind && hit.end == label.size(); });
        });
        return (named || sentences.size() >= 3) && sentences.size() * 3 >= paragraphs.size() * 2;
    };
    // "First, …", "The second priority is …": paragraphs that count on, and little beside them.
    std::vector<std::size_t> ordered;
    std::vector<std::uint32_t> counts;
    for (const std::size_t i : paragraphs) {
        if (!counts.empty() && counts.back() == 0) break;
        const auto count = counted_in_words(search.reading.language, search.reading.view(lines[i].words));
        if (!count || (*count == 0 ? counts.size() < 2 : *count != counts.size() + 1)) continue;
        ordered.push_back(i);
        counts.push_back(*count);
    }
    const std::vector<std::size_t>* starts = nullptr;
    // "Activity: …" above "Partner: …": the word for the kind begins an item, as long as it is not the plural of a list.
    if (labelled.size() >= 2 || (labelled.size() == 1 && bold.size() < 2 && run_in.size() < 2 && search.spec().whole_section)) starts = &labelled;
    else if (ordered.size() >= 2 && ordered.size() >= bold.size() && ordered.size() >= run_in.size() && ordered.size() * 3 >= paragraphs.size() * 2) starts = &ordered;
    else if (bold.size() >= 2) starts = &bold;
    else if (run_in.size() >= 2) starts = &run_in;
    else if (referring.size() >= 2) starts = &referring;
    else if (open_with_references()) starts = &opening;
    else if (are_sentences()) starts = &sentences;
    if (starts == nullptr) return;
    if (starts == &labelled) return at_labels(search, lines, labelled, found);
    const std::size_t before = found.drafts.size();
    cut(search, lines, *starts, Confidence::high, Confidence::high, found);
    for (std::size_t i = 0; i < starts->size(); ++i) call_by_inner_label(search, lines[(*starts)[i]], found.drafts[before + i].item);
    for (std::size_t i = 0; starts == &ordered && i < ordered.size(); ++i) found.drafts[before + i].item.label = std::to_string(i + 1);
    if (starts != &sentences) return;
    for (std::size_t i = 0; i < starts->size(); ++i) {
        const std::string_view text = search.reading.view(lines[(*starts)[i]].words);
        found.drafts[before + i].item.title = std::string(text.substr(0, sentence_label(text)));
    }
}

void by_label(const Search& search, LineRange lines, Found& found) {
    std::vector<std::size_t> labelled;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (names_item(search, lines[i])) labelled.push_back(i);
    if (!labelled.empty()) at_labels(search, lines, labelled, found);
}

}  // namespace plancheck
