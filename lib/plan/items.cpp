// A section's lines are tried against the rules in their order: tables, sub-headings, sequences, bullets, run-in
// paragraphs, the whole section. Where titles inside the section repeat what the kind refers to (the actions in
// the section of the efforts), each title opens a group and the rules run inside it. Kinds that stand among other text
// (indicators) are looked for only where a line announces them.
#include "plan/items.hpp"

#include <algorithm>

#include "plan/annexes.hpp"
#include "plan/enumerations.hpp"
#include "plan/lists.hpp"
#include "plan/name_lines.hpp"
#include "plan/tables.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_above_table = 4;  // lines
constexpr std::size_t longest_between_tables = 40;  // columns: "(continued)", a page number

class Finder {
public:
    Finder(const Search& search) : search_(search), reading_(search.reading), spec_(search.spec()) {}

    /// Rules one to five.
    Found run(LineRange lines) {
        Found found;
        lines = container(lines);
        if (groups(lines, found)) return found;
        inner(lines, found, 2);
        return found;
    }

    bool tables(LineRange lines, Found& found) {
        const std::size_t before = found.drafts.size();
        TableLayout last, layout;
        bool directly = false, any = false;
        // Of several tables each may have its partner, its contact or its action in the lines above it.
        const bool several = spec_.whole_section && std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.kind == LineKind::table; }) > 1;
        std::vector<Stretch> above;
        for (const Line& line : lines) {
            if (line.kind != LineKind::table) {
                if (several && line.kind == LineKind::heading) above.clear();
                if (several && above.size() < most_above_table && holds_for_table(line)) above.push_back({line.block, line.words});
                if (!fits_in(reading_.view(line.span), longest_between_tables) || line.kind == LineKind::heading) directly = false;
                continue;
            }
            layout = {};
            const std::size_t first = found.drafts.size();
            if (read_table(search_, line.block, directly ? &last : nullptr, found, layout)) {
                last = layout;
                directly = any = true;
            } else {
                directly = false;
            }
            for (std::size_t i = first; i < found.drafts.size(); ++i) found.drafts[i].groups.insert(found.drafts[i].groups.begin(), above.begin(), above.end());
            above.clear();
        }
        return any && found.drafts.size() > before;
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

    // A title, or a line that states a field or an address.
    bool holds_for_table(const Line& line) const {
        const std::string_view text = reading_.view(line.words);
        if (!fits_in(text, 300)) return false;
        return line.kind == LineKind::heading || line.whole_bold() || states_field(search_, line) || text.find('@') != std::string_view::npos || text.find('+') != std::string_view::npos;
    }

    void inner(LineRange lines, Found& found, std::size_t least_headings) {
        if (tables(lines, found)) return;
        if (const std::uint8_t level = heading_rank(search_, lines, least_headings); level != 0) {
            if (!sorted(lines, level, found)) by_headings(search_, lines, level, found);
            if (!found.drafts.empty()) return;
        }
        by_sequence(search_, lines, found);
        if (found.drafts.size() <= 1) by_labels_inside(lines, found);
        if (found.drafts.empty()) by_bullets(search_, lines, found);
        if (found.drafts.empty()) by_run_in(search_, lines, found);
    }

    // "a) …; b) …; c) …" in one paragraph, where nothing else is a list.
    void by_labels_inside(LineRange lines, Found& found) {
        if (std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.is_list() || line.kind == LineKind::table; })) return;
        Lines parts;
        Found inside;
        if (part_labelled(reading_, lines, parts)) by_sequence(search_, parts, inside);
        if (inside.drafts.size() > 2) found = std::move(inside);
    }

    // A sub-heading that says no more than what the items are called holds them all.
    LineRange container(LineRange lines) const {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].kind != LineKind::heading ||
                !reading_.words.around.is_term(fold(reading_.view(lines[i].words)), Words::name_of_kind + search_.kind))
                continue;
            std::size_t end = i + 1;
            while (end < lines.size() && !(lines[end].kind == LineKind::heading && lines[end].level <= lines[i].level)) ++end;
            if (end > i + 1) return lines.subspan(i + 1, end - i - 1);
        }
        return lines;
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
                if (!tables(rest, part)) {
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
        if (!may_be_title(line)) return false;
        const std::string_view text = reading_.view(line.span);
        // Longer than other titles, where it says by its number what stands below it: "Action 2: Make the trade in scrap visible".
        const std::size_t digit = ascii_digits.find(text);
        const bool labelled = line.kind == LineKind::paragraph && digit < 40 && text.find_first_of(":.", digit) <= digit + 3 && fits_in(text, 110) && !text.ends_with('.') && !text.ends_with(';');
        const bool numbered = (line.ordinal && fits_in(text, 200)) || labelled;
        const bool titles = titles_target(search_, text) || (line.kind == LineKind::paragraph && !line.ordinal && is_title_like(reading_, line) && fits_in(text, 40) && leads_to_target(search_, text));
        return (is_title_like(reading_, line) || numbered) && titles && !is_field_of_item(lines, at);
    }

    bool groups(LineRange lines, Found& found) {
        std::vector<std::size_t> titles;
        std::uint8_t level = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!is_group_title(lines, i)) continue;
            const std::uint8_t own = lines[i].kind == LineKind::heading ? lines[i].level : 0;
            if (titles.empty()) level = own;
            if (own == level) titles.push_back(i);
        }
        if (titles.empty()) return false;
        // Numbered paragraphs that name an action are efforts, unless something stands under them.
        if (level == 0 && std::any_of(titles.begin(), titles.end(), [&](std::size_t i) {
                return i + 1 >= lines.size() || std::find(titles.begin(), titles.end(), i + 1) != titles.end();
            }))
            return false;
        if (level != 0) {
            std::size_t of_level = 0;
            for (const Line& line : lines)
                if (line.kind == LineKind::heading && line.level == level) ++of_level;
            if (titles.size() * 2 < of_level) return false;
        }
        // A title of the same rank that names no action ends the group and is an item of its own.
        const bool bold = level == 0 && std::all_of(titles.begin(), titles.end(), [&](std::size_t i) { return lines[i].whole_bold(); });
        std::vector<std::size_t> starts;
        for (std::size_t i = titles.front(); i < lines.size(); ++i)
            if (std::binary_search(titles.begin(), titles.end(), i) || (level != 0 && lines[i].kind == LineKind::heading && lines[i].level <= level) ||
                (bold && lines[i].whole_bold() && may_be_title(lines[i])))
                starts.push_back(i);
        bool again = false;
        if (level != 0) {
            std::size_t finer = 0;
            for (const Line& line : lines)
                if (line.kind == LineKind::heading && line.level > level) ++finer;
            again = finer >= 2;
        }
        // Fields that stand above the first title are those of items.
        const LineRange above = lines.first(titles.front());
        if (std::count_if(above.begin(), above.end(), [&](const Line& line) { return states_field(search_, line); }) >= 2) inner(above, found, 2);
        for (std::size_t g = 0; g < starts.size(); ++g) {
            const std::size_t end = g + 1 < starts.size() ? starts[g + 1] : lines.size();
            const LineRange rest = lines.subspan(starts[g] + 1, end - starts[g] - 1);
            Found part;
            inner(rest, part, again ? 1 : 2);
            // One run-in or numbered paragraph below a title is called by its own words.
            if (part.drafts.empty() && level == 0 && !rest.empty() && rest.front().kind != LineKind::heading && rest.front().kind != LineKind::table && !rest.front().whole_bold() &&
                (rest.front().bold >= 3 || rest.front().ordinal))
                part.drafts.push_back(item_of(search_, rest, Confidence::high));
            if (part.drafts.empty()) {
                const Line& title = lines[starts[g]];
                part.drafts.push_back(item_of(search_, lines.subspan(starts[g], end - starts[g]),
                                              title.kind == LineKind::heading ? Confidence::certain : Confidence::high));
                // The title names the action; a reference is read from it as from a group.
            }
            const Line& title = lines[starts[g]];
            for (Draft& draft : part.drafts) draft.groups.insert(draft.groups.begin(), {title.block, title.span});
            found.take(std::move(part));
        }
        return !found.drafts.empty();
    }
};

class Kind {
public:
    Kind(const Reading& reading, const References& references, std::uint32_t kind)
        : reading_(reading), search_{reading, references, kind, {}}, spec_(reading.form.items[kind]) {}

    Found run() {
        bool seen = false;
        for (const Section& section : reading_.outline.sections) {
            if (section.spec == nullptr || section.repeated || section.spec->key != spec_.section) continue;
            if (seen) continue;
            seen = true;
            main_section(section);
        }
        for (const Section& section : reading_.outline.sections) {
            if (section.spec == nullptr || section.repeated || section.spec->key == spec_.section) continue;
            if (std::find(spec_.places.begin(), spec_.places.end(), section.spec->key) == spec_.places.end()) continue;
            search_.section = section.spec->key;
            const Lines lines = lines_of(section);
            Found found;
            announced(lines, found, true);
            found_.take(std::move(found));
        }
        std::stable_sort(found_.drafts.begin(), found_.drafts.end(), [](const Draft& a, const Draft& b) { return a.item.block < b.item.block; });
        return std::move(found_);
    }

private:
    const Reading& reading_;
    Search search_;
    const ItemSpec& spec_;
    Found found_;

    Lines lines_of(const Section& section) const {
        return plancheck::lines_of(reading_, section.body_begin, section.body_end, search_.kind, {section.heading, section.glued});
    }

    // A kind with labels of its own that is never a whole section stands among other text.
    bool among_others() const { return !spec_.whole_section && !spec_.labels.empty(); }

    void main_section(const Section& section) {
        search_.section = section.spec->key;
        Lines lines = lines_of(section);
        Lines roles;
        if (!spec_.whole_section && !among_others()) {
            part_addressed_lines(reading_, lines);
            roles = drop_roles(lines);
        }
        Found found;
        if (among_others()) announced(lines, found, false);
        else found = Finder(search_).run(lines);
        if (!spec_.whole_section && !among_others()) sorted_names(lines, found);
        if (found.drafts.empty()) from_annex(section, found);
        if (found.drafts.empty() && !lines.empty()) last_resort(section, lines, roles, found);
        // In a text that lost its paragraphs the names may stand right behind the line that names the lead.
        if (found.drafts.empty() && !roles.empty()) names_behind_sentence(search_, roles, found);
        common_statements(lines, found);
        found_.take(std::move(found));
    }

    // A line that names the lead is no partner of the list. Returns those that were dropped.
    Lines drop_roles(Lines& lines) const {
        const std::uint32_t lead = reading_.lexicon.like("lead");
        Lines dropped;
        if (lead == Lexicon::none || lead == search_.kind) return dropped;
        std::erase_if(lines, [&](const Line& line) {
            if (line.kind == LineKind::heading || line.kind == LineKind::table || line.is_list()) return false;
            const Folded folded = fold_mapped(reading_.view(line.words).substr(0, 64));
            if (reading_.words.around.match_at(folded.text, 0, lead, lead).end == 0) return false;
            dropped.push_back(line);
            return true;
        });
        return dropped;
    }

    bool is_announcement(const Line& line) const {
        if (line.kind == LineKind::table || line.is_list()) return false;
        if (!is_title_like(reading_, line) && !ends_in_colon(reading_, line.span)) return false;
        const std::uint32_t vocabulary = reading_.lexicon.vocabulary(spec_.kind);
        if (vocabulary != Lexicon::none) return reading_.holds(reading_.view(line.span), vocabulary);
        return names_kind(search_, line);
    }

    void announced(const Lines& lines, Found& found, bool tables_only) {
        Finder finder(search_);
        if (finder.tables(lines, found)) {
            // Elsewhere a table must have the kind's own column, or it is about something else.
            if (tables_only && !has_own(found)) found = {};
            if (!found.drafts.empty()) return;
        }
        Lines worded;
        const LineRange all(lines);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!is_announcement(lines[i])) continue;
            const bool heading = lines[i].kind == LineKind::heading;
            std::size_t end = i + 1;
            while (end < lines.size() && !(lines[end].kind == LineKind::heading && (!heading || lines[end].level <= lines[i].level)) &&
                   (heading || lines[i].whole_bold() || lines[end].is_list() || lines[end].ordinal || lines[end].continued))
                ++end;
            const LineRange rest = all.subspan(i + 1, end - i - 1);
            Found part;
            by_sequence(search_, rest, part);
            if (part.drafts.empty()) by_bullets(search_, rest, part);
            if (part.drafts.empty() && !tables_only) by_run_in(search_, rest, part);
            found.take(std::move(part));
            i = end - 1;
        }
        if (!found.drafts.empty() || tables_only) return;
        // "Indicator 1: …" numbers itself.
        for (const Line& line : lines)
            if (line.ordinal && line.ordinal->worded) worded.push_back(line);
        by_sequence(search_, worded, found);
        if (!found.drafts.empty()) return;
        // Sentences that hold the kind's name, or that begin as the template says that such items do ("Number of plans: 20").
        const std::uint32_t own = reading_.lexicon.vocabulary(spec_.kind), phrases = reading_.lexicon.vocabulary(spec_.kind + "-phrases");
        const auto begins_at = [&](const Line& line, std::size_t at) {
            constexpr std::uint32_t article = 5;
            const std::uint32_t begin = line.words.begin + static_cast<std::uint32_t>(at);
            const auto places = reading_.terms_in({begin, std::min(line.words.end, begin + article)});
            return std::any_of(places.begin(), places.end(), [&](const TermPlace& place) { return place.vocabulary == phrases && !place.negated; });
        };
        // "What we count: number of plans; …" begins behind its colon.
        const auto begins = [&](const Line& line) {
            if (begins_at(line, 0)) return true;
            const std::string_view head = reading_.view(line.words).substr(0, 80);
            const std::size_t colon = std::min(head.find(": "), head.find("："));
            return colon != std::string_view::npos && begins_at(line, colon + (head[colon] == ':' ? 2 : 3));
        };
        for (const bool named : {true, false}) {
            if ((named ? own : phrases) == Lexicon::none || !found.drafts.empty()) continue;
            for (const Line& line : lines)
                if (line.kind != LineKind::table && line.kind != LineKind::heading && (named ? reading_.has_term(line.words, own) : begins(line)))
                    found.drafts.push_back(item_of(search_, LineRange(&line, 1), Confidence::low));
        }
    }

    bool has_own(const Found& found) const {
        return std::any_of(found.drafts.begin(), found.drafts.end(), [&](const Draft& draft) { return draft.item.span.size() != 0; }) &&
               std::any_of(found.heads.begin(), found.heads.end(), [&](const ColumnHead& head) { return spec_.fields[head.field].own; });
    }

    void from_annex(const Section& section, Found& found) {
        search_.section = "annex";
        for (const Annex* annex : annexes_pointed_to(reading_, section)) {
            const Lines lines = plancheck::lines_of(reading_, annex->heading + 1, annex->body_end, search_.kind);
            if (among_others()) announced(lines, found, false);
            else found = Finder(search_).run(lines);
            if (!found.drafts.empty()) break;
        }
        for (Draft& draft : found.drafts) draft.item.confidence = Confidence::low;
        search_.section = section.spec->key;
    }

    void last_resort(const Section& section, const Lines& lines, const Lines& roles, Found& found) {
        if (spec_.whole_section) {
            if (!says_nothing(section, lines)) found.drafts.push_back(Finder(search_).whole(lines));
            return;
        }
        if (among_others()) return;
        // "Partners: A; B; C", or one name a line.
        bool others = false;
        for (const Line& line : lines) {
            if (line.kind != LineKind::paragraph) continue;
            const std::string_view text = reading_.view(line.words);
            const std::size_t wide = text.find("："), colon = std::min(text.find(':'), wide);
            if (colon != std::string_view::npos && colon < 80) {
                const Line label{line.kind, 0, false, false, false, line.block, line.span, {line.words.begin, line.words.begin + static_cast<std::uint32_t>(colon)}, 0, {}};
                const std::string folded = fold(reading_.view(label.words));
                const auto hits = reading_.words.around.find(folded);
                if (std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) { return hit.id == Words::name_of_kind + search_.kind; })) {
                    enumerate(search_, line, colon + (colon == wide ? 3 : 1), found);
                    others = others || !reading_.words.around.is_term(folded, Words::name_of_kind + search_.kind);
                }
            }
        }
        if (!found.drafts.empty()) {
            // "Other partners: …" counts the one that leads among them.
            if (others)
                for (const Line& line : roles)
                    if (names_with_role(search_, line)) found.drafts.push_back(item_of(search_, LineRange(&line, 1), Confidence::low));
            return;
        }
        std::size_t names = 0;
        for (const Line& line : lines)
            if (is_name_line(search_, line)) ++names;
        // Of names that stand one a line, the one with "Lead:" before it is one too.
        std::vector<const Line*> leading;
        for (const Line& line : roles)
            if (names_with_role(search_, line) && std::none_of(lines.begin(), lines.end(), [&](const Line& name) { return is_name_line(search_, name) && is_named_in(search_, name, line); }))
                leading.push_back(&line);
        if (names >= 2 || (names == 1 && !leading.empty() && std::none_of(lines.begin(), lines.end(), [&](const Line& line) { return is_name_line(search_, line) && lists_names(search_, line); }))) {
            for (const Line* line : leading) found.drafts.push_back(item_of(search_, LineRange(line, 1), Confidence::low));
            for (const Line& line : lines)
                if (is_name_line(search_, line)) found.drafts.push_back(item_of(search_, LineRange(&line, 1), Confidence::low));
        }
        if (found.drafts.empty()) names_in_text(search_, lines, found);
    }

    // What only sorts the names ("Governments: A, B") is none of them.
    void sorted_names(const Lines& lines, Found& found) const {
        const auto sorts = [&](const Draft& draft) { return sorts_names(search_, draft.item.title); };
        if (found.drafts.empty() || !std::all_of(found.drafts.begin(), found.drafts.end(), sorts)) return;
        Found names;
        names_by_term(search_, lines, names);
        if (!names.drafts.empty()) found = std::move(names);
    }

    // "Not applicable", or nothing but a reference to an annex.
    bool says_nothing(const Section& section, const Lines& lines) const {
        if (section.words.words > 12 || lines.size() > 2) return false;
        const std::uint32_t none = reading_.lexicon.vocabulary("not-applicable"), see = reading_.lexicon.vocabulary("see-annex");
        for (const Line& line : lines) {
            if (line.kind == LineKind::table) return false;
            bool said = false;
            for (const TermPlace& place : reading_.terms_in(line.words))
                said = said || place.vocabulary == see || (place.vocabulary == none && place.span.begin == line.words.begin && place.span.size() + 4 >= line.words.size());
            if (!said) return false;
        }
        return true;
    }

    // "Contact for all efforts: …" stands outside the items and holds for each of them.
    void common_statements(const Lines& lines, Found& found) const {
        const std::uint32_t overarching = reading_.lexicon.vocabulary("overarching");
        if (overarching == Lexicon::none || found.drafts.empty()) return;
        std::vector<Stretch> common;
        for (const Line& line : lines) {
            if (line.kind == LineKind::table || line.kind == LineKind::heading || !fits_in(reading_.view(line.span), 400)) continue;
            if (!reading_.has_term(line.words, overarching)) continue;
            const std::string folded = fold(reading_.view(line.words));
            const std::uint32_t first = search_.kind * 64;
            bool contact = false;
            for (const TermHit& hit : reading_.words.heads.find(folded))
                if (hit.id >= first && hit.id < first + 64 && spec_.fields[hit.id - first].type == FieldType::contact) contact = true;
            if (!contact) continue;
            // What an item says of all actions is not said of all items.
            const bool own = std::any_of(found.drafts.begin(), found.drafts.end(), [&](const Draft& draft) {
                return draft.item.span.begin >= line.words.begin && draft.item.span.begin < line.words.end;
            });
            if (!own) common.push_back({line.block, line.words});
        }
        if (common.empty()) return;
        for (Draft& draft : found.drafts) draft.common.insert(draft.common.end(), common.begin(), common.end());
    }
};

}  // namespace

Found find_items(const Reading& reading, const References& references, std::uint32_t kind) {
    return Kind(reading, references, kind).run();
}

}  // namespace plancheck
