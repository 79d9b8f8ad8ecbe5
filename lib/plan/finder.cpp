// A section's lines are tried against the rules in their order: tables, sub-headings, sequences, bullets, run-in
// paragraphs, the whole section. Where titles inside the section repeat what the kind refers to (the actions in
// the section of the efforts), each title opens a group and the rules run inside it.
#include "plan/finder.hpp"

#include <algorithm>
#include <utility>

#include "plan/enumerations.hpp"
#include "plan/joined_parts.hpp"
#include "plan/lists.hpp"
#include "plan/paragraph_items.hpp"
#include "plan/section_tables.hpp"
#include "plan/titled_forms.hpp"
#include "plan/whole_statements.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

class Finder {
public:
    Finder(const Search& search) : search_(search), reading_(search.reading), spec_(search.spec()) {}

    /// Rules one to five.
    Found run(LineRange lines) {
        Found found;
        lines = container(lines);
        if (groups(lines, found) || find_in_parts(search_, lines, found)) return found;
        inner(lines, found, 2);
        if (found.drafts.empty()) find_in_headless_tables(search_, lines, found);
        return found;
    }

    Draft whole(LineRange lines) {
        std::size_t first = 0;
        while (first + 1 < lines.size() && lines[first].kind != LineKind::paragraph && !lines[first].is_list()) ++first;
        if (lines[first].kind == LineKind::table) first = 0;
        Draft draft = item_of(search_, lines, Confidence::low);
        if (lines[first].kind != LineKind::table) {
            draft.item.block = lines[first].block;
            draft.item.span = lines[first].words;
            draft.item.title = title_of(search_, reading_.view(lines[first].words), 0);
        } else if (!draft.parts.empty()) {
            draft.item.block = draft.parts.front().block;
            draft.item.span = draft.parts.front().span;
            draft.item.title = title_of(search_, reading_.view(draft.item.span), 0);
        }
        draft.item.label.clear();
        return draft;
    }

private:
    const Search& search_;
    const Reading& reading_;
    const ItemSpec& spec_;

    void inner(LineRange lines, Found& found, std::size_t least_headings) {
        Found rows;
        if (const InTables tables = find_in_tables(search_, lines, rows); tables != InTables::nothing) {
            // A table that only says how to reach those who are named in a list beside it, or what they cost, has none of the items.
            Found listed;
            const bool priced = is_price_list(search_, rows);
            if (tables == InTables::directories || priced) listed = beside_tables(lines, least_headings);
            if (priced && listed.drafts.size() == rows.drafts.size()) add_prices(rows, listed);
            else if (priced) listed = {};
            name_by_titles(search_, lines, rows);
            return found.take(listed.drafts.size() >= 2 ? std::move(listed) : std::move(rows));
        }
        in_text(lines, found, least_headings);
    }

    Found beside_tables(LineRange lines, std::size_t least_headings) {
        const Lines rest = without_tables(lines);
        Found listed;
        if (!rest.empty()) in_text(rest, listed, least_headings);
        return listed;
    }

    void in_text(LineRange lines, Found& found, std::size_t least_headings) {
        if (by_region(lines, found)) return;
        if (const std::uint8_t level = heading_rank(search_, lines, least_headings); level != 0) {
            if (!sorted(lines, level, found) && !across(lines, level, found)) by_headings(search_, lines, level, found);
            if (!found.drafts.empty()) return;
        }
        by_sequence(search_, lines, found);
        if (found.drafts.size() <= 2) by_labels_inside(lines, found);
        if (found.drafts.empty()) by_bullets(search_, lines, found);
        if (found.drafts.empty()) by_run_in(search_, lines, found);
    }

    // "a) …; b) …; c) …", "Action 1: … Action 2: …" in one paragraph, where nothing else is a list.
    void by_labels_inside(LineRange lines, Found& found) {
        if (std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.is_list() || line.kind == LineKind::table; })) return;
        Lines parts;
        Found inside;
        if (part_labelled(reading_, lines, search_.kind, parts)) by_sequence(search_, parts, inside);
        if (inside.drafts.size() > 2 || (inside.drafts.size() == 2 && found.drafts.empty())) found = std::move(inside);
    }

    // Where no format marks sub-headings, as in plain text, lines that look like titles stand for them.
    LineRange container(LineRange lines) const {
        const Lines titled = with_typed_titles(lines);
        if (titled.empty()) return held_by_title(lines);
        const LineRange held = held_by_title(titled);
        return lines.subspan(static_cast<std::size_t>(held.data() - titled.data()), held.size());
    }

    // "3.1 Choice of actions", or the same without numbers: two lines at least, something below each of them; else nothing.
    Lines with_typed_titles(LineRange lines) const {
        const auto may_be = [&](const Line& line) {
            return line.kind == LineKind::paragraph && !line.is_list() && (!line.ordinal || (line.ordinal->parent != 0 && line.typed)) && is_title_like(reading_, line) &&
                   !ends_in_colon(reading_, line.span) && !states_field(search_, line);
        };
        if (lines.size() < 4 || !may_be(lines.front()) || std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.kind == LineKind::heading; })) return {};
        const bool numbered = lines.front().ordinal.has_value();
        std::vector<std::size_t> titles;
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (may_be(lines[i]) && lines[i].ordinal.has_value() == numbered) titles.push_back(i);
        if (titles.size() < 2) return {};
        for (std::size_t t = 0; t < titles.size(); ++t)
            if (titles[t] + 1 == (t + 1 < titles.size() ? titles[t + 1] : lines.size())) return {};
        Lines titled(lines.begin(), lines.end());
        for (const std::size_t title : titles) {
            titled[title].kind = LineKind::heading;
            titled[title].level = 1;
        }
        return titled;
    }

    // A sub-heading that says no more than what the items are called holds them all.
    LineRange held_by_title(LineRange lines) const {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].kind != LineKind::heading ||
                !reading_.words.around.is_term(fold(reading_.view(lines[i].words)), Words::name_of_kind + search_.kind))
                continue;
            std::size_t end = i + 1;
            while (end < lines.size() && !(lines[end].kind == LineKind::heading && lines[end].level <= lines[i].level)) ++end;
            if (end > i + 1) return lines.subspan(i + 1, end - i - 1);
        }
        return only_list(lines);
    }

    // "3.1 Choice of actions" above prose, "3.2 List of actions" above a list: of a few sub-headings the one that ends in what the
    // items are called holds them all, where the others have nothing but prose and say that it is of them, or lead up to it.
    LineRange only_list(LineRange lines) const {
        constexpr std::size_t least_items = 3, most_headings = 3, most_words = 2, longest_other = 40;  // words before the name; columns
        const std::uint8_t level = spec_.whole_section ? heading_rank(search_, lines, 2) : 0;
        std::vector<std::size_t> titles;
        for (std::size_t i = 0; level != 0 && i < lines.size(); ++i)
            if (lines[i].kind == LineKind::heading && lines[i].level <= level) titles.push_back(i);
        if (titles.size() < 2 || titles.size() > most_headings || titles.front() != 0) return lines;
        LineRange held;
        bool numbered = true, others_name = true, behind = false;
        for (std::size_t t = 0; t < titles.size(); ++t) {
            const Line& title = lines[titles[t]];
            const LineRange rest = lines.subspan(titles[t] + 1, (t + 1 < titles.size() ? titles[t + 1] : lines.size()) - titles[t] - 1);
            const auto in_list = [](const Line& line) { return !line.continued && (line.is_list() || line.ordinal); };
            if (std::any_of(rest.begin(), rest.end(), [](const Line& line) { return line.kind == LineKind::heading || line.kind == LineKind::table; })) return lines;
            if (static_cast<std::size_t>(std::count_if(rest.begin(), rest.end(), in_list)) >= least_items) {
                if (!held.empty() || !ends_in_name(title, most_words)) return lines;
                held = rest;
                numbered = std::any_of(rest.begin(), rest.end(), [](const Line& line) { return line.ordinal.has_value(); });
            } else {
                if (rest.empty() || std::any_of(rest.begin(), rest.end(), in_list)) return lines;
                const bool names = names_kind(search_, title);
                if (!names && !fits_in(reading_.view(title.words), longest_other)) return lines;
                others_name = others_name && names;
                behind = behind || (!held.empty() && !names);
            }
        }
        return held.empty() || behind || (!others_name && !numbered) ? lines : held;
    }

    bool ends_in_name(const Line& title, std::size_t most_words) const {
        const std::string folded = fold(reading_.view(title.words));
        for (const TermHit& hit : reading_.around.find(folded)) {
            if (hit.id != search_.kind && hit.id != Words::name_of_kind + search_.kind) continue;
            const std::string_view before = trimmed(std::string_view(folded).substr(0, hit.begin)), behind = std::string_view(folded).substr(hit.end);
            const auto words = static_cast<std::size_t>(std::count(before.begin(), before.end(), ' ')) + (before.empty() ? 0 : 1);
            if (words <= most_words && behind.find_first_not_of(" .:") == std::string_view::npos) return true;
        }
        return false;
    }

    // What is always listed (partners) stands under sub-headings that only sort it.
    bool sorted(LineRange lines, std::uint8_t level, Found& found) {
        if (spec_.whole_section) return false;
        bool any = false;
        for (std::size_t i = 0; i < lines.size();) {
            std::size_t end = i + 1;
            while (end < lines.size() && !(lines[end].kind == LineKind::heading && lines[end].level <= level)) ++end;
            if (end > i + 1) {
                Found part;
                const bool titled = lines[i].kind == LineKind::heading;
                const LineRange rest = titled ? lines.subspan(i + 1, end - i - 1) : lines.subspan(i, end - i);
                if (find_in_tables(search_, rest, part) == InTables::nothing) {
                    by_sequence(search_, rest, part);
                    if (part.drafts.empty()) by_bullets(search_, rest, part);
                    if (part.drafts.empty()) by_label(search_, rest, part);
                }
                if (titled)
                    for (Draft& draft : part.drafts) draft.groups.insert(draft.groups.begin(), {lines[i].block, lines[i].words});
                any = any || !part.drafts.empty();
                found.take(std::move(part));
            }
            i = end;
        }
        return any;
    }

    // Numbered paragraphs that go on from one sub-heading to the next, or with a bold start too, that hold an address each: the sub-headings sort them by
    // year, partner or place. A sub-heading with a number of its own is an item.
    bool across(LineRange lines, std::uint8_t level, Found& found) {
        if (!spec_.whole_section) return false;
        std::vector<std::size_t> titles;
        std::size_t numbered = 0, addressed = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Line& line = lines[i];
            if (line.kind == LineKind::heading) {
                if (line.level < level || (line.level == level && line.ordinal)) return false;
                if (line.level == level) titles.push_back(i);
            } else if (line.kind == LineKind::table) {
                return false;
            } else if ((line.ordinal || (line.bold >= 3 && !line.whole_bold() && !states_field(search_, line))) && !line.continued && !titles.empty()) {
                ++numbered;
                if (is_addressed(search_, line)) ++addressed;
            }
        }
        if (numbered <= titles.size()) return false;
        Found part;
        const auto title_of_draft = [&](const Draft& draft) {
            const auto after = std::upper_bound(titles.begin(), titles.end(), draft.item.block, [&](std::uint32_t block, std::size_t title) { return block < lines[title].block; });
            return after == titles.begin() ? nullptr : &lines[*std::prev(after)];
        };
        const bool each = has_contact(search_) && addressed * 3 >= numbered * 2;
        if (each) {
            for (std::size_t g = 0; g < titles.size(); ++g) {
                const std::size_t end = g + 1 < titles.size() ? titles[g + 1] : lines.size();
                const LineRange below = lines.subspan(titles[g] + 1, end - titles[g] - 1);
                const std::size_t before = part.drafts.size();
                by_sequence(search_, below, part);
                if (part.drafts.size() == before) by_run_in(search_, below, part);
                const auto bold = std::find_if(below.begin(), below.end(), [](const Line& line) { return line.bold >= 3; });
                if (part.drafts.size() == before && bold != below.end()) part.drafts.push_back(item_of(search_, below.subspan(static_cast<std::size_t>(bold - below.begin())), Confidence::high));
            }
        } else {
            by_sequence(search_, lines, part);
        }
        std::vector<const Line*> held;
        std::vector<std::string_view> labels;
        for (const Draft& draft : part.drafts) {
            const Line* const title = title_of_draft(draft);
            if (title == nullptr) return false;
            if (held.empty() || held.back() != title) held.push_back(title);
            if (!each && std::find(labels.begin(), labels.end(), draft.item.label) != labels.end()) return false;
            labels.push_back(draft.item.label);
        }
        if (held.size() != titles.size() || part.drafts.size() <= titles.size()) return false;
        for (Draft& draft : part.drafts) {
            const Line* const title = title_of_draft(draft);
            draft.groups.insert(draft.groups.begin(), {title->block, title->words});
        }
        found.take(std::move(part));
        return true;
    }

    // "Africa", "Asia and the Pacific" above what is done there: a part of the world is no item, where each has items below it.
    bool by_region(LineRange lines, Found& found) {
        const std::vector<std::size_t> titles = spec_.whole_section && has_contact(search_) ? region_titles(search_, lines) : std::vector<std::size_t>();
        for (std::size_t g = 0; g < titles.size(); ++g) {
            const std::size_t end = g + 1 < titles.size() ? titles[g + 1] : lines.size();
            const LineRange below = lines.subspan(titles[g] + 1, end - titles[g] - 1);
            Found part;
            inner(below, part, 2);
            if (part.drafts.empty()) find_by_addresses(search_, below, part);
            if (part.drafts.empty()) part.drafts.push_back(item_of(search_, below, Confidence::high));
            for (Draft& draft : part.drafts) draft.groups.insert(draft.groups.begin(), {lines[titles[g]].block, lines[titles[g]].words});
            found.take(std::move(part));
        }
        return !found.drafts.empty();
    }

    // Neither in a list nor a field, other than one that refers to something ("Priority 2: …").
    bool may_be_title(const Line& line) const {
        if (line.kind == LineKind::table || line.is_list() || line.continued) return false;
        const std::uint32_t field = stated_field(search_, line);
        return field == Lexicon::none || spec_.fields[field].type == FieldType::reference;
    }

    // "Priority action: 2" among the lines of an item, above or below another of its fields.
    bool is_field_of_item(LineRange lines, std::size_t at) const {
        const std::uint32_t field = stated_field(search_, lines[at], true);
        const auto another = [&](std::size_t i) {
            const std::uint32_t other = i < lines.size() ? stated_field(search_, lines[i]) : field;
            return (other != Lexicon::none && other != field) || (i < lines.size() && names_item(search_, lines[i]));
        };
        return field != Lexicon::none && ((at > 0 && another(at - 1)) || another(at + 1));
    }

    bool is_group_title(LineRange lines, std::size_t at) const {
        const Line& line = lines[at];
        if (heads_valued_bullets(search_, lines, at)) return true;
        if (!may_be_title(line)) return false;
        const std::string_view text = reading_.view(line.span);
        // Longer than other titles, where it says by its number what stands below it: "Action 2: Make the trade in scrap visible".
        const std::size_t digit = ascii_digits.find(text.substr(0, 40));
        const bool labelled = line.kind == LineKind::paragraph && digit < 40 && text.find_first_of(":.", digit) <= digit + 3 && fits_in(text, 110) && !text.ends_with('.') && !text.ends_with(';');
        const bool numbered = (line.ordinal && fits_in(text, 200)) || labelled;
        const bool title_like = is_title_like(reading_, line);
        if (!title_like && !numbered) return false;
        const bool titles = titles_target(search_, {line.block, line.span}) ||
                            (line.kind == LineKind::paragraph && !line.ordinal && title_like && fits_in(text, 40) && leads_to_target(search_, {line.block, line.span}));
        return titles && !is_field_of_item(lines, at);
    }

    // Titles that repeat what the kind refers to, and what each opens.
    struct Groups {
        std::vector<std::size_t> titles, starts;  // lines; what starts a group and is no such title is an item of its own
        std::uint8_t level = 0;                   // of the titles; 0: they are no headings
        std::size_t least_headings = 2;           // sub-headings in a group that make a rank
    };

    bool groups(LineRange lines, Found& found) {
        Groups groups;
        find_group_titles(lines, groups);
        if (groups.titles.empty() || (groups.level == 0 ? are_items(lines, groups) : are_few(lines, groups))) return false;
        find_group_starts(lines, groups);
        const auto finer = std::count_if(lines.begin(), lines.end(), [&](const Line& line) { return line.kind == LineKind::heading && line.level > groups.level; });
        if (groups.level != 0 && finer >= 2) groups.least_headings = 1;
        // Fields that stand above the first title are those of items.
        const LineRange above = lines.first(groups.starts.front());
        if (std::count_if(above.begin(), above.end(), [&](const Line& line) { return states_field(search_, line); }) >= 2) inner(above, found, 2);
        Found prices;
        std::size_t before = 0;  // items above the last group
        for (std::size_t g = 0; g < groups.starts.size(); ++g) {
            before = found.drafts.size();
            add_group(lines, groups, g, found, prices);
        }
        if (before + 1 == groups.starts.size()) add_prices(prices, found);
        return !found.drafts.empty();
    }

    void find_group_titles(LineRange lines, Groups& groups) const {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!is_group_title(lines, i)) continue;
            const std::uint8_t own = lines[i].kind == LineKind::heading ? lines[i].level : 0;
            if (groups.titles.empty()) groups.level = own;
            if (own == groups.level) groups.titles.push_back(i);
        }
    }

    // Numbered paragraphs that name an action are efforts, unless something stands under them.
    static bool are_items(LineRange lines, const Groups& groups) {
        return std::any_of(groups.titles.begin(), groups.titles.end(), [&](std::size_t i) {
            // "4.1 The efforts under each action are set out below." above "4.2 …" leads up to them.
            if (i + 1 < lines.size() && lines[i].ordinal && lines[i + 1].ordinal && follows(*lines[i].ordinal, *lines[i + 1].ordinal)) return true;
            return i + 1 >= lines.size() || std::binary_search(groups.titles.begin(), groups.titles.end(), i + 1);
        });
    }

    static bool are_few(LineRange lines, const Groups& groups) {
        const auto of_level = std::count_if(lines.begin(), lines.end(), [&](const Line& line) { return line.kind == LineKind::heading && line.level == groups.level; });
        return groups.titles.size() * 2 < static_cast<std::size_t>(of_level);
    }

    // A title of the same rank that names no action ends the group and is an item of its own.
    void find_group_starts(LineRange lines, Groups& groups) const {
        const std::vector<std::size_t>& titles = groups.titles;
        const bool bold = groups.level == 0 && std::all_of(titles.begin(), titles.end(), [&](std::size_t i) { return lines[i].whole_bold(); });
        const bool counted = groups.level == 0 && std::all_of(titles.begin(), titles.end(), [&](std::size_t i) { return lines[i].ordinal && lines[i].ordinal->shape == lines[titles.front()].ordinal->shape; });
        // "1. Plans", "2. Separators": one numbering counts them, also where the words of the first name no action.
        const auto goes_along = [&](const Line& line) { return counted && line.ordinal && line.ordinal->shape == lines[titles.front()].ordinal->shape && is_title_like(reading_, line) && may_be_title(line); };
        for (std::size_t i = counted ? 0 : titles.front(); i < lines.size(); ++i)
            if (std::binary_search(titles.begin(), titles.end(), i) || (groups.level != 0 && lines[i].kind == LineKind::heading && lines[i].level <= groups.level) ||
                (bold && lines[i].whole_bold() && may_be_title(lines[i])) || goes_along(lines[i]))
                groups.starts.push_back(i);
    }

    void add_group(LineRange lines, const Groups& groups, std::size_t g, Found& found, Found& prices) {
        const std::size_t end = g + 1 < groups.starts.size() ? groups.starts[g + 1] : lines.size();
        const Line& title = lines[groups.starts[g]];
        LineRange group = lines.subspan(groups.starts[g], end - groups.starts[g]);
        Lines last;
        Found part;
        inner(group.subspan(1), part, groups.least_headings);
        // Behind them all a table may say what each group costs.
        if (g > 0 && end == lines.size() && part.drafts.size() == groups.starts.size() && is_price_list(search_, part) && (last = without_tables(group)).size() > 1) {
            prices = std::exchange(part, {});
            group = last;
            in_text(group.subspan(1), part, groups.least_headings);
        }
        name_by_titles(search_, group, part);
        const LineRange rest = group.subspan(1);
        if (part.drafts.empty() && is_called_by_own_words(rest, groups.level)) part.drafts.push_back(item_of(search_, rest, Confidence::high));
        if (part.drafts.empty() && groups.starts.size() == groups.titles.size()) find_dated_paragraphs(search_, rest, part);
        // The title names the action; a reference is read from it as from a group.
        if (part.drafts.empty()) part.drafts.push_back(item_of(search_, group, title.kind == LineKind::heading ? Confidence::certain : Confidence::high));
        for (Draft& draft : part.drafts) draft.groups.insert(draft.groups.begin(), {title.block, title.span});
        found.take(std::move(part));
    }

    // One run-in or numbered paragraph below a title.
    bool is_called_by_own_words(LineRange rest, std::uint8_t level) const {
        if (rest.empty() || rest.front().kind == LineKind::heading || rest.front().kind == LineKind::table || rest.front().whole_bold()) return false;
        const Line& first = rest.front();
        return (level == 0 && first.ordinal) || (first.bold >= 3 && (level == 0 || (rest.size() == 1 && !states_field(search_, first))));
    }
};

}  // namespace

Found find_by_rules(const Search& search, LineRange lines) {
    Found found = Finder(search).run(lines);
    add_whole_statements(search, lines, found);
    if (found.drafts.size() > 1) std::erase_if(found.drafts, [&](const Draft& draft) { return is_sum(search, draft); });
    return found;
}

Draft whole_section(const Search& search, LineRange lines) { return Finder(search).whole(lines); }

}  // namespace plancheck
