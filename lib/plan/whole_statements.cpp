// An address is looked for first, because few lines have one; dates, amounts and references only in those.
#include "plan/whole_statements.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "plan/finder.hpp"
#include "plan/paragraph_items.hpp"
#include "plan/table_grid.hpp"
#include "plan/table_head.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

constexpr std::size_t fewest = 3;  // two may be how to reach the area, and until when

class WholeStatements {
public:
    WholeStatements(const Search& search, LineRange lines, Found& found) : search_(search), reading_(search.reading), spec_(search.spec()), lines_(lines), found_(found) {
        if (!spec_.whole_section || !has_contact(search)) return;
        for (const Draft& draft : found.drafts)
            if (!draft.cells.empty()) cells_.push_back(draft.item.block);
        std::sort(cells_.begin(), cells_.end());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].kind == LineKind::table) rows(i);
            else if (is_statement(lines[i])) statements_.push_back({i, lines[i].block, false});
            else if (lines[i].kind != LineKind::heading && !lines[i].continued && !states_field(search, lines[i]) && holds_address(lines[i].words)) sure_ = Confidence::low;
        }
    }

    void run() {
        if (statements_.size() < fewest || statements_.size() <= found_.drafts.size()) return;
        if (found_.drafts.empty() && find_by_addresses(search_, lines_, found_)) return;
        std::map<std::uint32_t, std::size_t> owners;  // block → draft
        for (std::size_t d = 0; d < found_.drafts.size(); ++d)
            for (const std::uint32_t block : found_.drafts[d].item.blocks) owners.emplace(block, d);
        std::vector<std::size_t> owned(found_.drafts.size());
        std::vector<Statement> left;
        for (const Statement& one : statements_) {
            // Another rule may have read some rows of the same table.
            const auto owner = one.row ? owners.lower_bound(one.block) : owners.find(one.block);
            if (owner == owners.end() || (one.row && owner->first >= reading_.document.blocks[one.block].end)) left.push_back(one);
            else ++owned[owner->second];
        }
        if (left.empty()) {
            if (only_sort(owned)) replace();
        } else if (left.size() >= 2) {
            for (Draft& draft : found_.drafts)
                if (draft.groups.empty() && draft.cells.empty()) put_below_title(draft);
            for (const Statement& one : left) add(one);
            std::stable_sort(found_.drafts.begin(), found_.drafts.end(), [](const Draft& a, const Draft& b) { return a.item.block < b.item.block; });
        }
    }

private:
    struct Statement {
        std::size_t line;
        std::uint32_t block;  // of the paragraph or the row
        bool row;
    };
    const Search& search_;
    const Reading& reading_;
    const ItemSpec& spec_;
    const LineRange lines_;
    Found& found_;
    std::vector<std::uint32_t> cells_;  // blocks of items that stand in tables, ascending
    std::vector<Statement> statements_;
    Confidence sure_ = Confidence::high;  // low: other lines hold addresses as well, and what they are is not known
    std::vector<std::size_t> titles_;  // lines, ascending, when they are first asked for
    bool has_titles_ = false;

    // When, and for how much or for what.
    bool says_when_and_what(const std::vector<Stretch>& parts) const {
        bool timed = false, priced = false;
        for (const Stretch& part : parts)
            for (const Value& value : reading_.block_text->values(part.block, part.span, reading_.language, want_times | want_money)) (value.type == ValueType::money ? priced : timed) = true;
        // "18 months" says when as well, where nothing else does.
        const auto lasts = [&](const Stretch& part) { return !find_values(reading_.view(part.span), reading_.language, want_times | in_time_field).empty(); };
        return (timed || std::any_of(parts.begin(), parts.end(), lasts)) && (priced || std::any_of(parts.begin(), parts.end(), [&](const Stretch& part) { return serves(part); }));
    }
    bool serves(const Stretch& part) const {
        return std::any_of(spec_.fields.begin(), spec_.fields.end(), [&](const FieldSpec& field) {
            const std::uint32_t target = field.type == FieldType::reference ? reading_.lexicon.kind(field.refers_to) : Lexicon::none;
            return target != Lexicon::none && search_.references.has(target) && search_.references.in_text(part, target).any();
        });
    }
    // An address that is typed wrong is one here as well.
    bool holds_address(Span words) const { return reading_.view(words).find('@') != std::string_view::npos || is_addressed(search_, words); }
    bool is_statement(const Line& line) const {
        if (line.kind == LineKind::heading || line.continued || line.whole_bold() || !holds_address(line.words)) return false;
        return !states_field(search_, line) && says_when_and_what({{line.block, line.words}});
    }

    std::vector<Stretch> parts_of(std::uint32_t row) const {
        std::vector<Stretch> parts;
        for (const std::uint32_t block : texts_in(reading_, row)) parts.push_back({block, reading_.document.blocks[block].text});
        return parts;
    }

    // Of a table that no rule read.
    void rows(std::size_t line) {
        const auto& blocks = reading_.document.blocks;
        const std::uint32_t table = lines_[line].block;
        const auto read = std::lower_bound(cells_.begin(), cells_.end(), table);
        if (read != cells_.end() && *read < blocks[table].end) return;
        for (std::uint32_t i = table + 1; i < blocks[table].end; i = std::max(i + 1, blocks[i].kind == BlockKind::row ? blocks[i].end : i + 1)) {
            if (blocks[i].kind != BlockKind::row) continue;
            const std::vector<Stretch> parts = parts_of(i);
            if (parts.size() >= 3 && std::any_of(parts.begin(), parts.end(), [&](const Stretch& part) { return holds_address(part.span); }) && says_when_and_what(parts)) statements_.push_back({line, i, true});
        }
    }

    // The text of the section where those are listed who carry the items out, folded.
    std::string names() const {
        constexpr std::size_t longest = 20000;  // bytes
        std::string text;
        const auto party = std::find_if(spec_.fields.begin(), spec_.fields.end(), [](const FieldSpec& field) { return field.type == FieldType::party && !field.refers_to.empty(); });
        if (party == spec_.fields.end()) return text;
        for (const ItemSpec& item : reading_.form.items)
            for (const Section& section : reading_.outline.sections) {
                if (item.kind != party->refers_to || section.spec == nullptr || section.spec->key != item.section) continue;
                for (std::uint32_t i = section.body_begin; i < section.body_end && text.size() < longest; ++i) text.append(reading_.view(reading_.document.blocks[i].text)).push_back('\n');
            }
        return fold(text);
    }

    // "Part of the Lake Institute": ends in words that stand among the names.
    bool ends_in_name(const Line& line, std::string_view names) const {
        constexpr std::size_t shortest = 8, most_words = 12;
        const std::string folded = fold(reading_.view(line.words));
        std::size_t at = 0;
        for (std::size_t n = 0; n < most_words && at + shortest <= folded.size(); ++n) {
            if (names.find(std::string_view(folded).substr(at)) != names.npos) return true;
            at = std::min(folded.find(' ', at), folded.size() - 1) + 1;
        }
        return false;
    }

    // Whether each item is a sub-heading without a number that names who wrote it, and nothing but such statements below it, or one
    // line that lacks something.
    bool only_sort(const std::vector<std::size_t>& owned) const {
        constexpr std::size_t most_headings = 32;
        std::size_t headings = 0, others = 0;  // lines below a heading beside its statements
        bool any = false;                      // statements below it
        const auto ended = [&] { return headings == 0 || (any ? others == 0 : others == 1); };
        const std::string known = found_.drafts.size() <= most_headings ? names() : std::string();
        for (std::size_t i = 0, s = 0; i < lines_.size(); ++i) {
            const Line& line = lines_[i];
            const bool stated = s < statements_.size() && statements_[s].line == i;
            while (s < statements_.size() && statements_[s].line == i) ++s;
            if (line.kind == LineKind::heading) {
                if (line.ordinal || titles_target(search_, {line.block, line.span}) || !ends_in_name(line, known)) return false;
                if (!ended()) return false;
                ++headings;
                any = false;
                others = 0;
            } else {
                any = any || stated;
                others += headings != 0 && !stated && !line.continued ? 1 : 0;
            }
        }
        return ended() && headings == found_.drafts.size() && std::all_of(found_.drafts.begin(), found_.drafts.end(), [](const Draft& draft) { return draft.groups.empty(); }) &&
               std::count_if(owned.begin(), owned.end(), [](std::size_t count) { return count != 0; }) >= 2;
    }
    void replace() {
        found_ = {};
        for (std::size_t i = 0, s = 0; i < lines_.size(); ++i) {
            const bool stated = s < statements_.size() && statements_[s].line == i;
            if (!stated && lines_[i].kind != LineKind::heading && i > 0 && lines_[i - 1].kind == LineKind::heading && !lines_[i].continued) add({i, lines_[i].block, lines_[i].kind == LineKind::table});
            for (; s < statements_.size() && statements_[s].line == i; ++s) add(statements_[s]);
        }
    }

    // "Part of the Lake Institute" right above what it wrote.
    const std::vector<std::size_t>& titles() {
        constexpr std::size_t longest = 80;  // columns
        if (std::exchange(has_titles_, true)) return titles_;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Line& line = lines_[i];
            if (line.kind == LineKind::heading || (line.kind == LineKind::paragraph && !line.is_list() && !line.continued && !holds_address(line.words) && fits_in(reading_.view(line.words), longest) && is_title_like(reading_, line) && !states_field(search_, line)))
                titles_.push_back(i);
        }
        return titles_;
    }
    void put_below_title(Draft& draft) {
        const auto after = std::upper_bound(titles().begin(), titles().end(), draft.item.span.begin, [&](std::uint32_t begin, std::size_t title) { return begin < lines_[title].span.begin; });
        if (after == titles_.begin()) return;
        const Line& title = lines_[*std::prev(after)];
        if (title.span.end > draft.item.span.begin) return;
        draft.groups.push_back({title.block, title.words});
        if (serves(draft.groups.back())) draft.parts.push_back(draft.groups.back());  // "Collect the lamps (action 2)"
    }

    void add(const Statement& one) {
        Draft draft = one.row ? item_of_row(one.block) : item_of(search_, lines_.subspan(one.line, 1), sure_);
        put_below_title(draft);
        found_.drafts.push_back(std::move(draft));
    }

    // The first cell that says more than a label, or than what the item serves; a label refers to that as well.
    Draft item_of_row(std::uint32_t row) {
        constexpr std::size_t longest_label = 6;  // columns
        const std::vector<Stretch> parts = parts_of(row);
        std::size_t first = fits_in(trimmed(reading_.view(parts.front().span)), longest_label) ? 1 : 0;
        const std::size_t titled = first;
        if (first + 2 < parts.size() && titles_target(search_, parts[first])) ++first;
        Draft draft = make_draft(search_, parts[first].block, reading_.trimmed(parts[first].span), sure_);
        draft.item.blocks = {row};
        if (titled != first) draft.groups.push_back(parts[titled]);
        if (titled != 0) {
            draft.item.label = std::string(trimmed(reading_.view(parts.front().span)));
            refer(parts.front(), draft);
        }
        bool timed = false;
        for (std::size_t i = first; i < parts.size(); ++i) {
            const std::size_t time = time_in(parts[i]);
            // What has a time of its own besides is a step on the way.
            if (time == 0 || !timed || parts[i].span.size() <= time + longest_label || !use_as_step(parts[i], draft)) draft.parts.push_back(parts[i]);
            timed = timed || time != 0;
        }
        return draft;
    }
    // Bytes of the times in a part.
    std::size_t time_in(const Stretch& part) const {
        std::size_t bytes = 0;
        for (const Value& value : reading_.block_text->values(part.block, part.span, reading_.language, want_times)) bytes += value.end - value.begin;
        return bytes;
    }
    std::uint32_t cell_of(std::uint32_t block) const {
        while (block != 0 && reading_.document.blocks[block].kind != BlockKind::cell) --block;
        return block;
    }
    bool use_as_step(const Stretch& part, Draft& draft) {
        bool first = true;  // the first field of time says when the item is carried out
        for (std::uint32_t f = 0; f < spec_.fields.size(); ++f) {
            if (spec_.fields[f].type != FieldType::timeline || std::exchange(first, false)) continue;
            draft.cells.push_back({cell_of(part.block), static_cast<std::uint32_t>(found_.heads.size()), false});
            found_.heads.push_back(column_head(spec_, f, {}, reading_.language, Lexicon::none));
            return true;
        }
        return false;
    }
    void refer(const Stretch& label, Draft& draft) {
        const std::string_view text = trimmed(reading_.view(label.span));
        for (std::uint32_t f = 0; f < spec_.fields.size(); ++f) {
            const FieldSpec& field = spec_.fields[f];
            const std::uint32_t target = field.type == FieldType::reference ? reading_.lexicon.kind(field.refers_to) : Lexicon::none;
            if (target == Lexicon::none || !search_.references.has(target) || !search_.references.in_field(text, target).any()) continue;
            draft.cells.push_back({cell_of(label.block), static_cast<std::uint32_t>(found_.heads.size()), false});
            found_.heads.push_back(column_head(spec_, f, {}, reading_.language, Lexicon::none));
            draft.item.label.clear();
            return;
        }
    }
};

}  // namespace

void add_whole_statements(const Search& search, LineRange lines, Found& found) { WholeStatements(search, lines, found).run(); }

}  // namespace plancheck
