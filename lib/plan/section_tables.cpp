// Tables are read from the first to the last. What stands above one (a title, a partner, an address) holds for its rows; one may go
// on with the columns of the one right above it, tell more of the rows above, or say where those are reached that others name.
#include "plan/section_tables.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "plan/lists.hpp"
#include "plan/paragraph_items.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_above_table = 4;  // lines
constexpr std::size_t most_further = 32;     // tables that are compared with all above them
constexpr std::size_t longest_between_tables = 40;  // columns: "(continued)", a page number

class SectionTables {
public:
    SectionTables(const Search& search, LineRange lines, Found& found) : search_(search), reading_(search.reading), spec_(search.spec()), lines_(lines), found_(found) {
        several_ = spec_.whole_section && std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.kind == LineKind::table; }) > 1;
    }

    InTables run() {
        const std::size_t before = found_.drafts.size();
        for (const Line& line : lines_) {
            if (line.kind == LineKind::table) table(line);
            else between(line);
        }
        // Beside a table of items such a table is where their contacts stand.
        if (own_ && !directories_.empty()) drop_directories();
        if (read_ == 0 || found_.drafts.size() == before) return InTables::nothing;
        return directories_.size() == read_ ? InTables::directories : InTables::items;
    }

private:
    const Search& search_;
    const Reading& reading_;
    const ItemSpec& spec_;
    const LineRange lines_;
    Found& found_;
    bool several_ = false;        // each may have its partner, its contact or its action in the lines above it
    std::vector<Stretch> above_;  // the next table
    TableLayout last_;
    bool directly_ = false;  // nothing that counts stands between that one and what comes
    std::size_t ended_ = 0;  // the first draft of the table that ends right above
    bool reached_ = true;    // and whether it says whom to reach
    std::vector<std::pair<std::size_t, std::size_t>> directories_;  // drafts of tables that only say how to reach somebody
    bool own_ = false;       // one has a column for the items themselves
    std::size_t read_ = 0, further_ = 0;  // tables; those that are compared with all above

    void between(const Line& line) {
        if (!std::exchange(reached_, true) && is_contact_of_rows(line)) {
            for (std::size_t i = ended_; i < found_.drafts.size(); ++i) found_.drafts[i].common.push_back({line.block, line.words});
            directly_ = false;
            return;
        }
        if (several_ && line.kind == LineKind::heading) above_.clear();
        if (several_ && above_.size() < most_above_table) hold_for_table(line);
        if (!fits_in(reading_.view(line.span), longest_between_tables) || line.kind == LineKind::heading) directly_ = false;
    }

    // "Contact: Ms Roe, roe@…" right below a table that gives no contact.
    bool is_contact_of_rows(const Line& line) const {
        const std::uint32_t stated = stated_field(search_, line);
        return stated != Lexicon::none && spec_.fields[stated].type == FieldType::contact && is_addressed(search_, line);
    }

    void table(const Line& line) {
        TableLayout layout;
        const std::size_t first = found_.drafts.size();
        const bool led_by_contact = std::any_of(above_.begin(), above_.end(), [&](const Stretch& one) { return is_addressed(search_, one.span); });
        if (read_table(search_, line.block, directly_ ? &last_ : nullptr, found_, layout)) {
            directly_ = true;
            ++read_;
            own_ = own_ || layout.own != Lexicon::none;
            if (first != 0 && further_ < most_further) {
                ++further_;
                say_more(first, layout);
            }
            if (found_.drafts.size() > first && is_directory(layout)) directories_.emplace_back(first, found_.drafts.size());
            last_ = layout;
        } else {
            directly_ = false;
        }
        for (std::size_t i = first; i < found_.drafts.size(); ++i) found_.drafts[i].groups.insert(found_.drafts[i].groups.begin(), above_.begin(), above_.end());
        above_.clear();
        ended_ = first;
        reached_ = led_by_contact || found_.drafts.size() == first || has_slot(layout, FieldType::contact);
    }

    void drop_directories() {
        std::size_t to = directories_.front().first, from = to;
        for (const auto& [begin, end] : directories_) {
            while (from < begin) found_.drafts[to++] = std::move(found_.drafts[from++]);
            from = end;
        }
        while (from < found_.drafts.size()) found_.drafts[to++] = std::move(found_.drafts[from++]);
        found_.drafts.erase(found_.drafts.begin() + static_cast<std::ptrdiff_t>(to), found_.drafts.end());
    }

    bool has_slot(const TableLayout& layout, FieldType type) const {
        return std::any_of(layout.slots.begin(), layout.slots.end(), [&](const TableLayout::Slot& slot) {
            return std::any_of(slot.heads.begin(), slot.heads.end(), [&](std::uint32_t head) { return spec_.fields[found_.heads[head].field].type == type; });
        });
    }

    // "Partner | Person | E-mail", and nothing of what is done.
    bool is_directory(const TableLayout& layout) const {
        if (!spec_.whole_section || layout.own != Lexicon::none) return false;
        bool contact = false;
        for (const TableLayout::Slot& slot : layout.slots)
            for (const std::uint32_t head : slot.heads) {
                const FieldType type = spec_.fields[found_.heads[head].field].type;
                if (type == FieldType::contact) contact = true;
                else if (type != FieldType::party && type != FieldType::person && type != FieldType::organisation && type != FieldType::number) return false;
            }
        return contact;
    }

    // What a row is known by: its number or reference where a column is meant for it, else what it is called.
    std::string key_of(const Draft& draft, bool titled) const {
        for (const CellUse& use : draft.cells) {
            const FieldType type = spec_.fields[found_.heads[use.head].field].type;
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
    void say_more(std::size_t first, const TableLayout& layout) {
        if (!spec_.whole_section || first + 2 > found_.drafts.size()) return;
        const bool titled = layout.own != Lexicon::none;
        std::set<std::uint32_t> known;
        std::map<std::string, std::vector<std::size_t>, std::less<>> above;
        for (std::size_t i = 0; i < first; ++i) {
            for (const CellUse& use : found_.drafts[i].cells) known.insert(found_.heads[use.head].field);
            if (std::string key = key_of(found_.drafts[i], titled); !key.empty()) above[std::move(key)].push_back(i);
        }
        bool more = false;
        std::set<std::string, std::less<>> keys;
        for (std::size_t i = first; i < found_.drafts.size(); ++i) {
            std::string key = key_of(found_.drafts[i], titled);
            if (!above.contains(key) || !keys.insert(std::move(key)).second) return;
            for (const CellUse& use : found_.drafts[i].cells) more = more || !known.contains(found_.heads[use.head].field);
        }
        if (!more) return;
        for (std::size_t i = first; i < found_.drafts.size(); ++i) {
            const Draft& row = found_.drafts[i];
            const std::vector<std::size_t>& items = above[key_of(row, titled)];
            for (const std::size_t to : items) {
                Draft& draft = found_.drafts[to];
                for (const CellUse& use : row.cells) {
                    const FieldType type = spec_.fields[found_.heads[use.head].field].type;
                    if (type != FieldType::number && type != FieldType::reference) draft.cells.push_back({use.cell, use.head, use.merged || items.size() > 1});
                }
                draft.parts.insert(draft.parts.end(), row.parts.begin(), row.parts.end());
                draft.item.blocks.insert(draft.item.blocks.end(), row.item.blocks.begin(), row.item.blocks.end());
            }
        }
        found_.drafts.resize(first);
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

    void hold_for_table(const Line& line) {
        if (const Span title = title_of_caption(line); !title.empty()) above_.push_back({line.block, title});
        else if (holds_for_table(line)) above_.push_back({line.block, line.words});
    }

    // A title, or a line that states a field or an address.
    bool holds_for_table(const Line& line) const {
        const std::string_view text = reading_.view(line.words);
        if (!fits_in(text, 300)) return false;
        if (ends_in_colon(reading_, line.span) && fits_in(text, 60) && leads_to_target(search_, {line.block, line.words})) return true;  // "Under action 4 the network does:"
        return may_head_table(reading_, line) || states_field(search_, line) || is_addressed(search_, line);
    }
};

}  // namespace

InTables find_in_tables(const Search& search, LineRange lines, Found& found) { return SectionTables(search, lines, found).run(); }

}  // namespace plancheck
