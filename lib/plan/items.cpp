// Where each kind of item is looked for: in its section by the rules, in an annex that the section points to, and in what
// is left where the rules find nothing. Kinds that stand among other text (indicators) are looked for only where a line
// announces them.
#include "plan/items.hpp"

#include <algorithm>

#include "plan/announced_items.hpp"
#include "plan/annexes.hpp"
#include "plan/budget_tables.hpp"
#include "plan/enumerations.hpp"
#include "plan/field_values.hpp"
#include "plan/finder.hpp"
#include "plan/framing.hpp"
#include "plan/lead_words.hpp"
#include "plan/listed_in_sentence.hpp"
#include "plan/lists.hpp"
#include "plan/paragraph_items.hpp"
#include "plan/name_lines.hpp"
#include "plan/none_said.hpp"
#include "plan/numbered_rows.hpp"
#include "plan/section_tables.hpp"
#include "plan/sequences.hpp"
#include "plan/signed_names.hpp"
#include "plan/tables.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

class Kind {
public:
    Kind(const Reading& reading, const References& references, std::uint32_t kind)
        : reading_(reading), search_{reading, references, kind, {}}, spec_(reading.form.items[kind]) {}

    Found run() {
        bool seen = false;
        for (const Section& section : reading_.outline.sections) {
            if (section.spec == nullptr || section.repeated || section.spec->key != spec_.section) continue;
            if (std::exchange(seen, true)) continue;
            main_section(section);
        }
        for (const Section& section : reading_.outline.sections) {
            if (section.spec == nullptr || section.repeated || section.spec->key == spec_.section) continue;
            if (std::find(spec_.places.begin(), spec_.places.end(), section.spec->key) == spec_.places.end()) continue;
            search_.section = section.spec->key;
            const Lines lines = lines_of(section);
            Found found;
            find_announced(search_, lines, true, found);
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
        return own_lines(search_, section, plancheck::lines_of(reading_, section.body_begin, section.body_end, search_.kind, {section.heading, section.glued}));
    }

    // A kind with labels of its own that is never a whole section stands among other text.
    bool among_others() const { return !spec_.whole_section && !spec_.labels.empty(); }

    // "10.1 Lead: …", "10.2 Partners: A, B, C", "10.3 New partners may …": the numbers are those of statements, not of names.
    void number_statements(Lines& lines) const {
        const auto announces = [&](const Line& line) {
            if (!line.ordinal || line.kind == LineKind::heading || line.kind == LineKind::table || !reading_.may_name(search_.kind, {line.block, line.words})) return false;
            const std::string folded = fold(reading_.view(line.words).substr(0, 64));
            for (const std::uint32_t id : {Words::name_of_kind + search_.kind, search_.kind}) {
                const TermHit hit = reading_.words.around.match_at(folded, 0, id, id);
                const std::size_t colon = hit.end == 0 ? std::string::npos : folded.find_first_not_of(' ', hit.end);
                if (colon != std::string::npos && folded[colon] == ':') return true;
            }
            return false;
        };
        const auto one = std::find_if(lines.begin(), lines.end(), announces);
        if (one == lines.end()) return;
        const std::string shape = one->ordinal->shape;
        for (Line& line : lines)
            if (line.ordinal && line.ordinal->shape == shape && line.kind != LineKind::heading) {
                line.kind = LineKind::paragraph;
                line.ordinal.reset();
            }
    }

    // "- Partner 1: Lake Institute, …"
    void drop_labels(Lines& lines) const {
        for (Line& line : lines) {
            if (!line.bullet || line.ordinal) continue;
            const auto label = label_of(reading_, {line.block, line.words}, search_.kind);
            if (!label || !label->worded || label->size >= line.words.size()) continue;
            line.words.begin += label->size;
            line.bold -= std::min(line.bold, label->size);
        }
    }

    void main_section(const Section& section) {
        search_.section = section.spec->key;
        Lines lines = lines_of(section);
        Lines roles;
        if (!spec_.whole_section && !among_others()) {
            // What one numbering counts through the sections is no list of names.
            for (Line& line : lines)
                if (line.kind == LineKind::list_item && reading_.numbered.contains(line.block)) {
                    line.kind = LineKind::paragraph;
                    line.ordinal.reset();
                }
            drop_signature(lines);
            drop_labels(lines);
            number_statements(lines);
            part_addressed_lines(reading_, lines);
            roles = drop_roles(section, lines);
        }
        Found found;
        list_below_item(search_, lines);
        if (!among_others()) number_rows(search_, RowLabels::worded, lines);
        if (among_others()) find_announced(search_, lines, false, found);
        else found = find_by_rules(search_, lines);
        if (found.drafts.empty() && !among_others() && number_rows(search_, RowLabels::any, lines)) found = find_by_rules(search_, lines);
        const bool run_in = std::all_of(found.drafts.begin(), found.drafts.end(), [](const Draft& draft) { return draft.item.label.empty() && draft.item.confidence == Confidence::high && draft.cells.empty(); });
        if (run_in && spec_.whole_section && label_by_any_word(reading_, search_.kind, lines, found.drafts.size())) found = find_by_rules(search_, lines);
        drop_statements(found);
        if (!spec_.whole_section && !among_others()) sorted_names(lines, found);
        if (found.drafts.empty()) from_annex(section, found);
        if (found.drafts.empty() && !lines.empty()) last_resort(section, lines, roles, found);
        if (!found.drafts.empty() && !roles.empty()) leading_ones(lines, roles, found);
        // In a text that lost its paragraphs the names may stand right behind the line that names the lead.
        if (found.drafts.empty() && !roles.empty()) names_behind_sentence(search_, roles, found);
        drop_none(found);
        drop_vacant(found);
        common_statements(lines, found);
        if (spec_.whole_section) join_budgets(search_, found);
        found_.take(std::move(found));
    }

    // "10.1 Lead: Lake Institute", "10.2 Lamp Recyclers, lamps@…": one numbering counts the lead and the other names, one a line.
    bool counts_on(const Lines& lines, const Line& line) const {
        constexpr std::size_t most = 40;
        if (!line.ordinal) return false;
        const std::size_t first = static_cast<std::size_t>(&line - lines.data());
        const std::string named = fold(reading_.view(line.words));
        for (std::size_t i = first + 1; i < lines.size() && i <= first + most; ++i) {
            const auto& other = lines[i].ordinal;
            const std::string_view text = reading_.view(lines[i].words);
            if (!other || other->shape != line.ordinal->shape || other->value != line.ordinal->value + (i - first)) return false;
            if ((text.find(':') != std::string_view::npos || text.find("：") != std::string_view::npos) && !holds_mail(text, reading_.language)) return false;  // "10.2 Partners: …"
            // "10.1 Lead: Ms Roe, Lake Institute", "10.2 Lake Institute, …": who leads is counted by itself.
            constexpr std::size_t shortest = 6;
            const std::string name = fold(trimmed(text.substr(0, text.find_first_of(",;:(@"))));
            if (name.size() >= shortest && named.find(name) != std::string::npos) return false;
        }
        return lines.size() > first + 2;
    }

    // A line that names the lead is no partner of the list. Returns those that were dropped.
    Lines drop_roles(const Section& section, Lines& lines) const {
        const std::uint32_t lead = reading_.lexicon.like("lead");
        Lines dropped;
        if (lead == Lexicon::none || lead == search_.kind) return dropped;
        take_signed_names(reading_, lead, lines, section.body_begin, section.body_end);
        std::erase_if(lines, [&](const Line& line) {
            if (line.kind == LineKind::heading || line.kind == LineKind::table || line.is_list()) return false;
            if (!reading_.around.may_begin(line.block, line.words, [lead](std::uint32_t id) { return id == lead; })) return false;
            const Folded folded = fold_mapped(reading_.view(line.words).substr(0, 64));
            if (reading_.words.around.match_at(folded.text, 0, lead, lead).end == 0 || counts_on(lines, line)) return false;
            dropped.push_back(line);
            return true;
        });
        return dropped;
    }

    // "Other partners: …" counts the ones that lead, who stand above the list, among them.
    void leading_ones(const Lines& lines, const Lines& roles, Found& found) const {
        const std::uint32_t others = reading_.lexicon.vocabulary("others"), vacant = reading_.lexicon.vocabulary("vacant"), lead = reading_.lexicon.like("lead");
        if (others == Lexicon::none || std::none_of(lines.begin(), lines.end(), [&](const Line& line) { return line.kind != LineKind::table && reading_.has_term(line.words, others); })) return;
        for (const Line& line : roles) {
            const Span name = name_behind_role(search_, line, lead);
            const std::string folded = fold(reading_.view(name));
            if (name.empty() || reading_.has_term(line.words, vacant) || std::any_of(found.drafts.begin(), found.drafts.end(), [&](const Draft& draft) { return fold(draft.item.title).starts_with(folded); })) continue;
            Draft draft = make_draft(search_, line.block, name, Confidence::low);
            draft.item.title = title_of(search_, reading_.view(name), 0);
            draft.item.blocks = {line.block};
            draft.parts = {{line.block, line.words}};
            found.drafts.push_back(std::move(draft));
        }
    }

    void from_annex(const Section& section, Found& found) {
        search_.section = "annex";
        for (const Annex* annex : annexes_pointed_to(reading_, section)) {
            Lines lines = plancheck::lines_of(reading_, annex->heading + 1, annex->body_end, search_.kind);
            list_below_item(search_, lines);
            if (among_others()) find_announced(search_, lines, false, found);
            else found = find_by_rules(search_, lines);
            if (!found.drafts.empty()) break;
        }
        for (Draft& draft : found.drafts) draft.item.confidence = Confidence::low;
        search_.section = section.spec->key;
    }

    void last_resort(const Section& section, const Lines& lines, const Lines& roles, Found& found) {
        if (spec_.whole_section) {
            if (std::all_of(lines.begin(), lines.end(), [this](const Line& line) { return is_unfilled(line); })) return;
            if (!says_nothing(section, lines) && !find_by_addresses(search_, lines, found)) found.drafts.push_back(whole_section(search_, lines));
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
                const auto hits = reading_.around.find(folded);
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
        names_in_cells(search_, lines, found);
        if (!found.drafts.empty()) return;
        const std::vector<LineRange> named = names_by_line(search_, lines);
        const std::size_t names = named.size();
        // Of names that stand one a line, the one with "Lead:" before it is one too.
        std::vector<const Line*> leading;
        for (const Line& line : roles)
            if (names_with_role(search_, line) && std::none_of(lines.begin(), lines.end(), [&](const Line& name) { return is_name_line(search_, name) && is_named_in(search_, name, line); }))
                leading.push_back(&line);
        if (names >= 2 || (names == 1 && !leading.empty() && std::none_of(lines.begin(), lines.end(), [&](const Line& line) { return is_name_line(search_, line) && lists_names(search_, line); }))) {
            for (const Line* line : leading) found.drafts.push_back(item_of(search_, LineRange(line, 1), Confidence::low));
            for (const LineRange range : named) found.drafts.push_back(item_of(search_, range, Confidence::low));
        }
        if (found.drafts.empty()) names_in_text(search_, lines, found);
    }

    // What only sorts the names ("Governments: A, B") is none of them, nor is what says what they are ("Members: A, B") or how to
    // reach them all ("Enquiries: …").
    void sorted_names(const Lines& lines, Found& found) const {
        const auto sorts = [&](const Draft& draft) { return sorts_names(search_, draft.item.title); };
        const auto calls = [&](const Draft& draft) { return reading_.words.around.is_term(fold(draft.item.title), Words::name_of_kind + search_.kind); };
        const auto reaches = [&](const Draft& draft) {
            const std::string folded = fold(draft.item.title);
            const auto hits = reading_.words.heads.find(folded);
            return std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) {
                return hit.id / 64 == search_.kind && spec_.fields[hit.id % 64].type == FieldType::contact && hit.end == folded.size() && (hit.begin == 0 || fits_in(folded, 24));
            });
        };
        if (found.drafts.empty() || std::none_of(found.drafts.begin(), found.drafts.end(), [&](const Draft& draft) { return sorts(draft) || calls(draft); })) return;
        if (!std::all_of(found.drafts.begin(), found.drafts.end(), [&](const Draft& draft) { return sorts(draft) || calls(draft) || reaches(draft); })) return;
        if (std::any_of(found.drafts.begin(), found.drafts.end(), calls)) {
            found = {};
            return;
        }
        std::vector<std::uint32_t> reaching;  // blocks, ascending
        for (const Draft& draft : found.drafts)
            if (!sorts(draft) && !calls(draft)) reaching.push_back(draft.item.block);
        std::sort(reaching.begin(), reaching.end());
        Lines naming = lines;
        std::erase_if(naming, [&](const Line& line) { return std::binary_search(reaching.begin(), reaching.end(), line.block); });
        Found names;
        names_by_term(search_, naming, names);
        if (!names.drafts.empty()) found = std::move(names);
    }

    // "With kind regards, Ada", "-- Ada | Lake Institute": how a letter ends that the plan was sent in; nothing below it is meant.
    void drop_signature(Lines& lines) const {
        constexpr std::size_t most = 8, longest = 60;
        const std::uint32_t closings = reading_.lexicon.vocabulary("closings");
        for (std::size_t i = lines.size(), seen = 0; i-- > 0 && seen < most; ++seen) {
            const Line& line = lines[i];
            if (line.kind != LineKind::paragraph) continue;
            const std::string_view text = trimmed(reading_.view(line.span));
            const std::string folded = fold(text.substr(0, longest));
            const auto hits = closings == Lexicon::none || holds_mail(text, reading_.language) ? std::vector<TermHit>() : reading_.find(folded, closings);
            const bool closes = std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) { return hit.begin == 0 && (hit.end == folded.size() || !is_word_character(decode(folded, hit.end).code)); });
            const bool parted = text.starts_with("--") && (text.size() == 2 || is_white_space(static_cast<unsigned char>(text[2])));
            if (i > 0 && (parted || (closes && fits_in(text, longest)))) lines.resize(i);
        }
    }

    // "2.1 The area contributes to the goal …", "2.2 Objective: by 2027, …": where paragraphs are numbered and some say what they
    // are, those that do not and hold no figure only lead up to them.
    void drop_statements(Found& found) const {
        if (spec_.like != "objective" && spec_.kind != "objective") return;
        const auto labelled = [&](const Draft& draft) {
            const std::string folded = fold(reading_.view(draft.item.span).substr(0, 64));
            const TermHit hit = reading_.words.around.match_at(folded, 0, search_.kind, search_.kind);
            const std::size_t colon = hit.end == 0 ? std::string::npos : folded.find_first_not_of(' ', hit.end);
            return colon != std::string::npos && folded[colon] == ':';
        };
        const auto numbered = [](const Draft& draft) { return draft.item.label.find('.') != std::string::npos; };
        if (found.drafts.size() < 2 || !std::all_of(found.drafts.begin(), found.drafts.end(), numbered) || std::none_of(found.drafts.begin(), found.drafts.end(), labelled)) return;
        std::erase_if(found.drafts, [&](const Draft& draft) { return !labelled(draft) && ascii_digits.find(reading_.view(draft.item.span)) >= draft.item.span.size(); });
    }

    // "—" and "n/a" in a list are no items; "…" is one that is still to be written.
    void drop_none(Found& found) const {
        const std::uint32_t none = reading_.lexicon.vocabulary("not-applicable");
        std::erase_if(found.drafts, [&](const Draft& draft) {
            constexpr std::size_t longest = 40;
            const std::string_view text = trimmed(reading_.view(draft.item.span));
            if (spec_.whole_section && draft.item.confidence == Confidence::low && found.drafts.size() == 1) return says_none_of(reading_, draft.item, search_.kind);
            if (!draft.cells.empty() || draft.item.blocks.size() > 1 || draft.item.confidence == Confidence::low || text.empty() || !fits_in(text, longest)) return false;
            if (text.find_first_not_of("-/ \xE2\x80\x93\x94") == std::string_view::npos) return true;
            const auto places = reading_.terms_in(draft.item.span);
            return std::any_of(places.begin(), places.end(), [&](const TermPlace& place) { return place.vocabulary == none && place.span.size() + 1 >= draft.item.span.size(); });
        });
    }

    // "Lead | to be designated" among the rows of partners: a role that waits for its partner.
    void drop_vacant(Found& found) const {
        const std::uint32_t vacant = reading_.lexicon.vocabulary("vacant"), lead = reading_.lexicon.like("lead");
        if (spec_.like != "partner" || vacant == Lexicon::none || lead == Lexicon::none) return;
        const auto& blocks = reading_.document.blocks;
        const auto leads = [&](const CellUse& use) {
            for (const std::uint32_t block : texts_in(reading_, use.cell))
                if (reading_.words.around.match_at(fold(reading_.view(blocks[block].text).substr(0, 64)), 0, lead, lead).end != 0) return true;
            return false;
        };
        std::erase_if(found.drafts, [&](const Draft& draft) {
            if (draft.cells.empty()) return false;
            const auto places = reading_.terms_in(draft.item.span);
            return std::any_of(places.begin(), places.end(), [&](const TermPlace& place) { return place.vocabulary == vacant && place.span.size() + 2 >= draft.item.span.size(); }) &&
                   std::any_of(draft.cells.begin(), draft.cells.end(), leads);
        });
    }

    // A form's table that nobody filled in: rows below its heads, and no word in them.
    bool is_unfilled(const Line& line) const {
        if (line.kind != LineKind::table) return false;
        const auto& blocks = reading_.document.blocks;
        std::uint32_t rows = 0, filled = 0;
        for (std::uint32_t i = line.block + 1; i < blocks[line.block].end; ++i)
            if (blocks[i].kind == BlockKind::row) {
                ++rows;
                if (!texts_in(reading_, i).empty() && ++filled > 1) return false;
            }
        return rows > 1;
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

    struct Group {
        std::uint32_t begin, first, end;  // blocks: of the sub-heading, of the first item below it, of the next sub-heading
    };

    // Sub-headings with items below them and an address before the first of these; none where only one has.
    std::vector<Group> addressed_groups(const Lines& lines, const Found& found) const {
        std::vector<Group> groups;
        std::vector<std::uint32_t> blocks;
        for (const Draft& draft : found.drafts) blocks.push_back(draft.item.block);
        std::sort(blocks.begin(), blocks.end());
        for (std::size_t i = 0; i < lines.size() && !reading_.document.is_unmarked(); ++i) {
            if (lines[i].kind != LineKind::heading) continue;
            std::size_t n = i + 1;
            while (n < lines.size() && lines[n].kind != LineKind::heading) ++n;
            Group group{lines[i].block, n < lines.size() ? lines[n].block : Lexicon::none, n < lines.size() ? lines[n].block : Lexicon::none};
            bool addressed = false;
            const auto first = std::upper_bound(blocks.begin(), blocks.end(), group.begin);
            if (first == blocks.end() || *first >= group.end) continue;
            group.first = *first;
            for (std::size_t k = i + 1; k < n; ++k)
                if (lines[k].block < group.first && is_addressed(search_, lines[k])) addressed = true;
            if (addressed) groups.push_back(group);
        }
        if (groups.size() < 2) groups.clear();
        return groups;
    }

    // "Contact for all efforts: …" in one sentence, or in several that say nothing else; not "Train all crews by May 2027. Contact: …".
    bool says_of_all(const Line& line, std::string_view folded, const TermHit& contact) const {
        const SentencePlace sentence = sentence_around(reading_, folded, contact);
        const auto hits = reading_.find(folded.substr(sentence.begin, sentence.end - sentence.begin), reading_.lexicon.vocabulary("overarching"));
        return !hits.empty() || values_of(reading_, {line.block, line.words}, want_times | want_money).empty();
    }

    // "Contact for all efforts: …" stands outside the items and holds for each of them.
    void common_statements(const Lines& lines, Found& found) const {
        const std::uint32_t overarching = reading_.lexicon.vocabulary("overarching");
        if (overarching == Lexicon::none || found.drafts.empty()) return;
        std::vector<Stretch> common;
        const std::vector<Group> groups = addressed_groups(lines, found);
        for (const Line& line : lines) {
            if (line.kind == LineKind::table || line.kind == LineKind::heading || !reading_.has_term(line.words, overarching)) continue;
            if (!fits_in(reading_.view(line.span), 400)) continue;
            const std::string folded = fold(reading_.view(line.words));
            const std::uint32_t first = search_.kind * 64;
            std::size_t contact = std::string::npos;  // where the first stands
            for (const TermHit& hit : reading_.words.heads.find(folded))
                if (hit.id >= first && hit.id < first + 64 && spec_.fields[hit.id - first].type == FieldType::contact && says_of_all(line, folded, hit))
                    // "General enquiries: …" is how to reach the area, and none of those that are listed.
                    if (spec_.whole_section || hit.begin == 0 || folded.find(' ') + 1 != hit.begin) contact = std::min<std::size_t>(contact, hit.begin);
            if (contact == std::string::npos) continue;
            // What an item says of all actions is not said of all items.
            const auto is_own = [&](const Draft& draft) { return draft.item.span.begin >= line.words.begin && draft.item.span.begin < line.words.end; };
            if (std::any_of(found.drafts.begin(), found.drafts.end(), is_own) || is_said_inside(found, line, contact)) continue;
            // Where several sub-headings have such a line, each is for what stands below its own.
            auto group = std::lower_bound(groups.begin(), groups.end(), line.block, [](const Group& one, std::uint32_t block) { return one.end <= block; });
            if (group != groups.end() && (line.block <= group->begin || line.block >= group->first)) group = groups.end();
            if (group == groups.end()) common.push_back({line.block, line.words});
            else
                for (Draft& draft : found.drafts)
                    if (draft.item.block >= group->first && draft.item.block < group->end) draft.common.push_back({line.block, line.words});
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
