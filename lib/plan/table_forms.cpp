// A form: heads stand at the left, what they say beside them; the next item begins where the first head comes again.
#include "plan/table_forms.hpp"

#include <algorithm>
#include <tuple>

#include "plan/lines.hpp"
#include "plan/lists.hpp"
#include "plan/paragraph_items.hpp"
#include "plan/table_columns.hpp"
#include "plan/table_head.hpp"
#include "text/fold.hpp"

namespace plancheck {

namespace {

class Form {
public:
    Form(const Search& search, const TableGrid& grid, Confidence confidence)
        : search_(search), reading_(search.reading), spec_(search.spec()), grid_(grid), confidence_(confidence) {}

    // Two columns, and heads in the left one, or two such side by side. That a value in the first row is a head by chance does not
    // matter where nothing but heads stands at the left; with other labels among them no value is one.
    bool is_one() const {
        if ((columns_ != 2 && columns_ != 4) || rows_.size() < 2 || all_are_heads(search_, grid_, rows_.front())) return false;
        const auto is_head = [](const Pair& pair) { return pair.head.quality >= 3; };
        std::vector<Pair> pairs;
        std::size_t rows = 0, left = 0;  // of them with a head at the left
        for (const TableRow& row : rows_) {
            if (full_width(row)) continue;
            if (row.count != 2 && row.count != 4) return false;
            const std::size_t first = pairs.size();
            pairs_of(row, pairs);
            ++rows;
            if (is_head(pairs[first])) ++left;
        }
        if (left * 2 < rows) return false;
        const std::size_t all = pairs.size();
        std::erase_if(pairs, [&](const Pair& pair) { return !is_head(pair) && head_of(*pair.value).quality < 3; });
        if (pairs.size() < 2 || pairs.size() * 2 < all || !std::all_of(pairs.begin(), pairs.end(), is_head) || pairs.front().row == pairs.back().row) return false;
        const bool apart = std::none_of(pairs.begin(), pairs.end(), [&](const Pair& pair) { return head_of(*pair.value).quality >= 3; });
        return fields_of(pairs) >= (apart ? 2 : 3);
    }

    // A table whose left column holds the heads: a form for each item.
    bool read(Found& found) {
        if (columns_ < 2 || rows_.size() < 2) return false;
        std::vector<Pair> pairs;
        std::size_t matched = 0;
        for (const TableRow& row : rows_) {
            const std::size_t before = pairs.size();
            pairs_of(row, pairs);
            if (pairs.size() == before) pairs.push_back({&row, &cells_[row.first], nullptr, {}});
            for (std::size_t i = before; i < pairs.size(); ++i) {
                if (pairs[i].head.quality < 2) pairs[i].head = {};
                else ++matched;
                named_by_field_ = named_by_field_ || (is_own(pairs[i]) && (row.filled != 1 || pairs[i].head.quality >= 3));
            }
        }
        if (!named_by_field_) name_by_address(pairs);
        if (fields_of(pairs) < 2 || matched * 2 < pairs.size()) return false;
        find_opening(pairs);
        for (Pair& pair : pairs) {
            if (pair.row->filled == 1 && pair.head.quality < 3) pair.head = {};  // "Action 1: measure" over both columns
            if (pair.head.field == Lexicon::none) take_line(pair, found);
            else take(pair, found);
        }
        return true;
    }

private:
    const Search& search_;
    const Reading& reading_;
    const ItemSpec& spec_;
    const TableGrid& grid_;
    Confidence confidence_;
    const std::vector<TableRow>& rows_ = grid_.rows;
    const std::vector<TableCell>& cells_ = grid_.cells;
    const std::uint32_t& columns_ = grid_.columns;
    bool named_by_field_ = false;          // a head says how the items are called
    bool top_opens_ = false;               // the first head of all comes again, and opens each item ("Priority action" above "Activity")
    std::string opening_;                  // the head that opens an item, without digits
    std::size_t current_ = Lexicon::none;  // the item that is read
    std::vector<Stretch> groups_;          // what stands above it

    std::string_view text(const TableCell& cell) const { return reading_.view(cell.text); }
    TableHead head_of(const TableCell& cell) const { return cell.empty ? TableHead() : table_head(search_, cell, reading_.words); }
    bool full_width(const TableRow& row) const { return is_full_width(grid_, row); }

    void start_item(Found& found, const TableCell& cell) const {
        Draft draft = item_of_cell(search_, cell, confidence_, false);
        draft.groups = groups_;
        if (columns_ > 2 && spec_.like == "effort" && reading_.document.is_unmarked()) draft.item.confidence = Confidence::low;
        found.drafts.push_back(std::move(draft));
    }

    // A head and the cell beside it.
    struct Pair {
        const TableRow* row;
        const TableCell* label;
        const TableCell* value;
        TableHead head;
    };

    bool is_own(const Pair& pair) const { return pair.head.field != Lexicon::none && spec_.fields[pair.head.field].own; }

    // In Arabic one word heads titles and addresses: above another head of contacts, and with no address beside it, it is the title.
    void name_by_address(std::vector<Pair>& pairs) {
        const auto own = std::find_if(spec_.fields.begin(), spec_.fields.end(), [](const FieldSpec& field) { return field.own; });
        const auto contact = [&](const Pair& pair) { return pair.head.field != Lexicon::none && spec_.fields[pair.head.field].type == FieldType::contact; };
        const auto first = std::find_if(pairs.begin(), pairs.end(), [](const Pair& pair) { return pair.head.field != Lexicon::none && pair.row->filled > 1; });
        if (own == spec_.fields.end() || first == pairs.end() || !contact(*first) || first->value->empty || is_addressed(search_, first->value->text)) return;
        const std::string title = without_digits(*first->label);
        if (std::none_of(first + 1, pairs.end(), [&](const Pair& pair) { return contact(pair) && without_digits(*pair.label) != title; })) return;
        for (Pair& pair : pairs)
            if (contact(pair) && without_digits(*pair.label) == title) pair.head.field = static_cast<std::uint32_t>(own - spec_.fields.begin());
        named_by_field_ = true;
    }

    std::string without_digits(const TableCell& label) const {
        std::string head = fold(text(label));
        std::erase_if(head, [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
        return head;
    }

    // The next item begins where the head of the first comes again ("Activity 2"); "Description" below "Title" says more of the
    // same.
    void find_opening(const std::vector<Pair>& pairs) {
        const auto first = std::find_if(pairs.begin(), pairs.end(), [](const Pair& one) { return one.head.field != Lexicon::none; });
        opening_ = without_digits(*first->label);
        top_opens_ = std::any_of(first + 1, pairs.end(), [&](const Pair& one) { return one.head.field == first->head.field && without_digits(*one.label) == opening_; });
        if (!top_opens_) opening_.clear();
    }

    // Without a head: what a line over both columns says.
    void take_line(const Pair& pair, Found& found) {
        // What stands beside a head that says something else.
        if (pair.value != nullptr && !pair.value->empty && !pair.label->empty && current_ != Lexicon::none && !full_width(*pair.row)) {
            found.drafts[current_].item.blocks.push_back(pair.value->block);
            add_parts(reading_, *pair.value, found.drafts[current_]);
        }
        if (pair.row->filled != 1 || (!full_width(*pair.row) && pair.label->empty)) return;
        if (named_by_field_ || titles_target(search_, {pair.label->leaf, pair.label->text})) {
            groups_ = {{texts_in(reading_, pair.label->block).front(), pair.label->text}};
            return;
        }
        // Where no head says how an item is called, the line does.
        start_item(found, *pair.label);
        current_ = found.drafts.size() - 1;
        Draft& draft = found.drafts.back();
        draft.item.blocks.push_back(pair.label->block);
        draft.parts.push_back({draft.item.block, draft.item.span});
    }

    void take(const Pair& pair, Found& found) {
        const bool own = is_own(pair);
        const std::string head = own || top_opens_ ? without_digits(*pair.label) : std::string();
        if (current_ == Lexicon::none || (head == opening_ && (own ? !found.drafts[current_].item.title.empty() : top_opens_))) open(pair, found);
        Draft& draft = found.drafts[current_];
        draft.item.blocks.push_back(pair.value->block);
        if (own) {
            if (opening_.empty()) opening_ = head;
            take_name(*pair.value, draft);
            return;
        }
        const auto state = [&](std::uint32_t field, std::uint32_t either) {
            draft.cells.push_back({pair.value->block, static_cast<std::uint32_t>(found.heads.size()), false});
            found.heads.push_back(column_head(spec_, field, head_text(reading_, *pair.label), reading_.language, either));
        };
        state(pair.head.field, pair.head.either);
        for (const std::uint32_t field : pair.head.more)  // "Milestone or target"
            if (!spec_.fields[field].own) state(field, Lexicon::none);
    }

    // "Indicators | a) tonnes stored; b) people trained": an item each. An effort may have its steps so.
    bool start_several(Found& found, const TableCell& cell) {
        if (spec_.like == "effort") return false;
        Lines lines = lines_of(reading_, cell.block + 1, reading_.document.blocks[cell.block].end, search_.kind), parts;
        if (part_labelled(reading_, lines, search_.kind, parts)) lines = std::move(parts);
        Found listed;
        by_sequence(search_, lines, listed);
        if (listed.drafts.size() < 2) return false;
        for (Draft& draft : listed.drafts) {
            draft.groups = groups_;
            draft.item.confidence = std::min(draft.item.confidence, confidence_);
        }
        found.take(std::move(listed));
        current_ = found.drafts.size() - 1;
        return true;
    }

    // "Name" heads a person as well, but what is listed has a name.
    void open(const Pair& pair, Found& found) {
        const bool named = is_own(pair) || (spec_.like == "partner" && !named_by_field_ && spec_.fields[pair.head.field].type == FieldType::party);
        if (named && !pair.value->empty) {
            if (is_own(pair) && start_several(found, *pair.value)) return;
            start_item(found, *pair.value);
        } else {
            Draft& draft = found.drafts.emplace_back(make_draft(search_, pair.row->block, {}, confidence_));
            draft.item.title.clear();
            draft.groups = groups_;
        }
        current_ = found.drafts.size() - 1;
    }

    void take_name(const TableCell& value, Draft& draft) const {
        for (const std::uint32_t block : texts_in(reading_, value.block)) draft.parts.push_back({block, reading_.document.blocks[block].text});
        if (!draft.item.title.empty() || value.empty) return;
        const Item named = item_of_cell(search_, value, confidence_, false).item;
        std::tie(draft.item.title, draft.item.label, draft.item.block, draft.item.span) = std::tie(named.title, named.label, named.block, named.span);
    }

    // Head and value, and behind them another head and value in a table of four columns.
    void pairs_of(const TableRow& row, std::vector<Pair>& pairs) const {
        const TableCell* const cells = &cells_[row.first];
        if (row.count < 2) return;
        pairs.push_back({&row, cells, cells + 1, head_of(cells[0])});
        if (columns_ == 4 && row.count == 4 && (!cells[2].empty || !cells[3].empty)) pairs.push_back({&row, cells + 2, cells + 3, head_of(cells[2])});
    }

    static std::ptrdiff_t fields_of(const std::vector<Pair>& pairs) {
        std::vector<std::uint32_t> fields;
        for (const Pair& one : pairs)
            if (one.head.field != Lexicon::none) fields.push_back(one.head.field);
        std::sort(fields.begin(), fields.end());
        return std::unique(fields.begin(), fields.end()) - fields.begin();
    }
};

}  // namespace

Draft item_of_cell(const Search& search, const TableCell& cell, Confidence confidence, bool dashed) {
    const Reading& reading = search.reading;
    const std::uint32_t block = texts_in(reading, cell.block).front();
    Span words = cell.text;
    std::string label;
    const Block& leaf = reading.document.blocks[block];
    if (!leaf.label.empty()) {
        if (const auto ordinal = ordinal_at(trimmed(reading.document.label(leaf)), LabelContext::automatic)) label = ordinal->text;
    } else if (const auto ordinal = dashed ? ordinal_at(reading.view(words), LabelContext::worded) : label_of(reading, {block, words}, search.kind); ordinal && ordinal->size < words.size() && !is_title_of_person(reading, words)) {
        label = ordinal->text;
        words.begin += ordinal->size;
    }
    Draft draft = make_draft(search, block, words, confidence);
    if (const std::uint32_t bold_end = leaf.text.begin + leaf.bold; bold_end > words.begin && bold_end < words.end)
        draft.item.title = title_of(search, reading.view(words), bold_end - words.begin);
    draft.item.label = label;
    return draft;
}

bool is_form(const Search& search, const TableGrid& grid) { return Form(search, grid, Confidence::certain).is_one(); }

bool read_form(const Search& search, const TableGrid& grid, Confidence confidence, Found& found) { return Form(search, grid, confidence).read(found); }

}  // namespace plancheck
