// A section's lines are tried against the rules in their order: tables, sub-headings, sequences, bullets, run-in
// paragraphs, the whole section. Where titles inside the section repeat what the kind refers to (the actions in
// the section of the efforts), each title opens a group and the rules run inside it.
#include "plan/finder.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "plan/enumerations.hpp"
#include "plan/lists.hpp"
#include "plan/paragraph_items.hpp"
#include "plan/tables.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_above_table = 4;  // lines
constexpr std::size_t most_further = 32;     // tables that are compared with all above them
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
        std::vector<std::pair<std::size_t, std::size_t>> directories;  // drafts of tables that only say how to reach somebody
        bool own = false;
        std::size_t read = 0, further = 0;  // tables that are compared with all above
        std::size_t ended = 0;  // the first draft of the table that ends right above
        bool reached = true;    // and whether it says whom to reach
        for (const Line& line : lines) {
            if (line.kind != LineKind::table) {
                // "Contact: Ms Roe, roe@…" right below a table that gives no contact is that of its rows.
                const std::uint32_t stated = reached ? Lexicon::none : stated_field(search_, line);
                reached = true;
                if (stated != Lexicon::none && spec_.fields[stated].type == FieldType::contact && is_addressed(search_, line)) {
                    for (std::size_t i = ended; i < found.drafts.size(); ++i) found.drafts[i].common.push_back({line.block, line.words});
                    directly = false;
                    continue;
                }
                if (several && line.kind == LineKind::heading) above.clear();
                if (several && above.size() < most_above_table) hold_for_table(line, above);
                if (!fits_in(reading_.view(line.span), longest_between_tables) || line.kind == LineKind::heading) directly = false;
                continue;
            }
            layout = {};
            const std::size_t first = found.drafts.size();
            const bool led_by_contact = std::any_of(above.begin(), above.end(), [&](const Stretch& one) { return is_addressed(search_, one.span); });
            if (read_table(search_, line.block, directly ? &last : nullptr, found, layout)) {
                last = layout;
                directly = any = true;
                ++read;
                own = own || layout.own != Lexicon::none;
                if (first != 0 && further < most_further) {
                    ++further;
                    say_more(found, first, layout);
                }
                if (found.drafts.size() > first && is_directory(layout, found)) directories.emplace_back(first, found.drafts.size());
            } else {
                directly = false;
            }
            for (std::size_t i = first; i < found.drafts.size(); ++i) found.drafts[i].groups.insert(found.drafts[i].groups.begin(), above.begin(), above.end());
            above.clear();
            ended = first;
            reached = led_by_contact || found.drafts.size() == first || has_slot(layout, found, FieldType::contact);
        }
        only_directories_ = !directories.empty() && directories.size() == read;
        // Beside a table of items such a table is where their contacts stand.
        if (own && !directories.empty()) {
            std::size_t to = directories.front().first, from = to;
            for (const auto& [begin, end] : directories) {
                while (from < begin) found.drafts[to++] = std::move(found.drafts[from++]);
                from = end;
            }
            while (from < found.drafts.size()) found.drafts[to++] = std::move(found.drafts[from++]);
            found.drafts.erase(found.drafts.begin() + static_cast<std::ptrdiff_t>(to), found.drafts.end());
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
    bool only_directories_ = false;  // of the tables read last

    bool has_slot(const TableLayout& layout, const Found& found, FieldType type) const {
        return std::any_of(layout.slots.begin(), layout.slots.end(), [&](const TableLayout::Slot& slot) {
            return std::any_of(slot.heads.begin(), slot.heads.end(), [&](std::uint32_t head) { return spec_.fields[found.heads[head].field].type == type; });
        });
    }

    // "Partner | Person | E-mail", and nothing of what is done.
    bool is_directory(const TableLayout& layout, const Found& found) const {
        if (!spec_.whole_section || layout.own != Lexicon::none) return false;
        bool contact = false;
        for (const TableLayout::Slot& slot : layout.slots)
            for (const std::uint32_t head : slot.heads) {
                const FieldType type = spec_.fields[found.heads[head].field].type;
                if (type == FieldType::contact) contact = true;
                else if (type != FieldType::party && type != FieldType::person && type != FieldType::organisation && type != FieldType::number) return false;
            }
        return contact;
    }

    // What a row is known by: its number or reference where a column is meant for it, else what it is called.
    std::string key_of(const Found& found, const Draft& draft, bool titled) const {
        for (const CellUse& use : draft.cells) {
            const FieldType type = spec_.fields[found.heads[use.head].field].type;
            if (!titled && (type == FieldType::number || type == FieldType::reference)) return fold(trimmed(text_of(use.cell)));
        }
        return titled ? fold(draft.item.title) : std::string();
    }
    std::string text_of(std::uint32_t cell) const {
        std::string text;
        for (const std::uint32_t block : texts_in(reading_, cell)) text.append(reading_.view(reading_.document.blocks[block].text)).push_back(' ');
        return text;
    }

    // A further table whose rows bear the numbers of those above and tell other things of them ("No. | Contact"): it has the same items.
    void say_more(Found& found, std::size_t first, const TableLayout& layout) const {
        if (!spec_.whole_section || first + 2 > found.drafts.size()) return;
        const bool titled = layout.own != Lexicon::none;
        std::set<std::uint32_t> known;
        std::map<std::string, std::vector<std::size_t>, std::less<>> above;
        for (std::size_t i = 0; i < first; ++i) {
            for (const CellUse& use : found.drafts[i].cells) known.insert(found.heads[use.head].field);
            if (std::string key = key_of(found, found.drafts[i], titled); !key.empty()) above[std::move(key)].push_back(i);
        }
        bool more = false;
        std::set<std::string, std::less<>> keys;
        for (std::size_t i = first; i < found.drafts.size(); ++i) {
            std::string key = key_of(found, found.drafts[i], titled);
            if (!above.contains(key) || !keys.insert(std::move(key)).second) return;
            for (const CellUse& use : found.drafts[i].cells) more = more || !known.contains(found.heads[use.head].field);
        }
        if (!more) return;
        for (std::size_t i = first; i < found.drafts.size(); ++i) {
            const Draft& row = found.drafts[i];
            const std::vector<std::size_t>& items = above[key_of(found, row, titled)];
            for (const std::size_t to : items) {
                Draft& draft = found.drafts[to];
                for (const CellUse& use : row.cells) {
                    const FieldType type = spec_.fields[found.heads[use.head].field].type;
                    if (type != FieldType::number && type != FieldType::reference) draft.cells.push_back({use.cell, use.head, use.merged || items.size() > 1});
                }
                draft.parts.insert(draft.parts.end(), row.parts.begin(), row.parts.end());
                draft.item.blocks.insert(draft.item.blocks.end(), row.item.blocks.begin(), row.item.blocks.end());
            }
        }
        found.drafts.resize(first);
    }

    // "Table 2. Collect the lamps": behind the number of a caption stands what the items below refer to.
    Span title_of_caption(const Line& line) const {
        const std::string_view text = reading_.view(line.words);
        if (!fits_in(text, 240)) return {};
        const std::size_t digit = ascii_digits.find(text.substr(0, 24));
        std::size_t at = std::min(text.find_first_not_of("0123456789", digit), text.size());
        if (digit == 0 || digit >= 24 || at - digit > 3) return {};
        for (const char c : text.substr(0, digit))
            if (c == ':' || c == ';' || c == ',' || c == '(') return {};
        const std::size_t sign = at;
        while (at < text.size() && (std::string_view(" .:-|").find(text[at]) != std::string_view::npos || text.substr(at).starts_with("\xE2\x80\x93") || text.substr(at).starts_with("\xE2\x80\x94")))
            at += text[at] == '\xE2' ? 3 : 1;
        if (at == sign || at == text.size()) return {};
        const Span rest{line.words.begin + static_cast<std::uint32_t>(at), line.words.end};
        return !titles_target(search_, {line.block, line.words}) && titles_target(search_, {line.block, rest}) ? rest : Span{};
    }

    void hold_for_table(const Line& line, std::vector<Stretch>& above) const {
        if (const Span title = title_of_caption(line); !title.empty()) above.push_back({line.block, title});
        else if (holds_for_table(line)) above.push_back({line.block, line.words});
    }

    // A title, or a line that states a field or an address.
    bool holds_for_table(const Line& line) const {
        const std::string_view text = reading_.view(line.words);
        if (!fits_in(text, 300)) return false;
        if (ends_in_colon(reading_, line.span) && fits_in(text, 60) && leads_to_target(search_, {line.block, line.words})) return true;  // "Under action 4 the network does:"
        return line.kind == LineKind::heading || line.whole_bold() || states_field(search_, line) || is_addressed(search_, line);
    }

    void inner(LineRange lines, Found& found, std::size_t least_headings) {
        if (Found rows; tables(lines, rows)) {
            // A table that only says how to reach those who are named in a list beside it, or what they cost, has none of the items.
            Found listed;
            const bool priced = is_price_list(search_, rows);
            if (only_directories_ || priced) listed = beside_tables(lines, least_headings);
            if (priced && listed.drafts.size() == rows.drafts.size()) add_prices(rows, listed);
            else if (priced) listed = {};
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
                // "4.1 The efforts under each action are set out below." above "4.2 …" leads up to them.
                if (i + 1 < lines.size() && lines[i].ordinal && lines[i + 1].ordinal && follows(*lines[i].ordinal, *lines[i + 1].ordinal)) return true;
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
        std::vector<std::size_t> firsts;
        Found prices;
        Lines last;
        for (std::size_t g = 0; g < starts.size(); ++g) {
            const std::size_t end = g + 1 < starts.size() ? starts[g + 1] : lines.size();
            LineRange group = lines.subspan(starts[g], end - starts[g]), rest = group.subspan(1);
            Found part;
            inner(rest, part, again ? 1 : 2);
            // Behind them all a table may say what each group costs.
            if (g > 0 && end == lines.size() && part.drafts.size() == starts.size() && is_price_list(search_, part) && (last = without_tables(group)).size() > 1) {
                prices = std::exchange(part, {});
                group = last;
                rest = group.subspan(1);
                in_text(rest, part, again ? 1 : 2);
            }
            // One run-in or numbered paragraph below a title is called by its own words.
            if (part.drafts.empty() && !rest.empty() && rest.front().kind != LineKind::heading && rest.front().kind != LineKind::table && !rest.front().whole_bold() &&
                ((level == 0 && rest.front().ordinal) || (rest.front().bold >= 3 && (level == 0 || (rest.size() == 1 && !states_field(search_, rest.front()))))))
                part.drafts.push_back(item_of(search_, rest, Confidence::high));
            if (part.drafts.empty() && starts.size() == titles.size()) find_dated_paragraphs(search_, rest, part);
            if (part.drafts.empty()) {
                const Line& title = lines[starts[g]];
                part.drafts.push_back(item_of(search_, group, title.kind == LineKind::heading ? Confidence::certain : Confidence::high));
                // The title names the action; a reference is read from it as from a group.
            }
            const Line& title = lines[starts[g]];
            for (Draft& draft : part.drafts) draft.groups.insert(draft.groups.begin(), {title.block, title.span});
            firsts.push_back(found.drafts.size());
            found.take(std::move(part));
        }
        if (firsts.back() + 1 == firsts.size()) add_prices(prices, found);
        return !found.drafts.empty();
    }
};

}  // namespace

Found find_by_rules(const Search& search, LineRange lines) {
    Found found = Finder(search).run(lines);
    if (found.drafts.size() > 1) std::erase_if(found.drafts, [&](const Draft& draft) { return is_sum(search, draft); });
    return found;
}

bool find_in_tables(const Search& search, LineRange lines, Found& found) { return Finder(search).tables(lines, found); }

Draft whole_section(const Search& search, LineRange lines) { return Finder(search).whole(lines); }

}  // namespace plancheck
