// A table is that of the items where each of its rows names one, no other than the rows beside it; amounts without a currency stay
// where they are, as what is said around that table holds for them.
#include "plan/budget_tables.hpp"

#include <algorithm>

#include "plan/field_values.hpp"
#include "plan/tables.hpp"
#include "text/fold.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_tables = 8, most_rows = 100;  // each row is compared with each item
constexpr std::size_t shortest_name = 10;  // bytes of a name that may begin another one

class Budgets {
public:
    Budgets(const Search& search, Found& found) : search_(search), reading_(search.reading), fields_(search.spec().fields), found_(found) {}

    void join() {
        if (std::none_of(fields_.begin(), fields_.end(), [](const FieldSpec& field) { return field.type == FieldType::money; }) || found_.drafts.empty() || found_.drafts.size() > most_rows || costs_stand()) return;
        const auto& blocks = reading_.document.blocks;
        std::size_t tables = 0;
        const auto look = [&](std::uint32_t begin, std::uint32_t end) {
            for (std::uint32_t i = begin; i < end && tables < most_tables;) {
                const bool table = blocks[i].kind == BlockKind::table && !reading_.outline.frames_text(i);
                if (table && ++tables != 0 && take(i)) return true;
                i = table ? std::max(blocks[i].end, i + 1) : i + 1;
            }
            return false;
        };
        for (const Annex& annex : reading_.outline.annexes)
            if (look(annex.heading + 1, annex.body_end)) return;
        for (const Section& section : reading_.outline.sections)
            if (section.spec != nullptr && !section.repeated && section.spec->key != search_.section && look(section.body_begin, section.body_end)) return;
    }

private:
    const Search& search_;
    const Reading& reading_;
    const std::vector<FieldSpec>& fields_;
    Found& found_;
    struct Known {
        std::string name, number;
        std::vector<std::uint32_t> targets;
    };
    std::vector<Known> items_;  // of found_, once a table is there

    FieldType type_of(const Found& of, const CellUse& use) const { return fields_[of.heads[use.head].field].type; }

    bool costs_stand() const {
        return std::any_of(found_.drafts.begin(), found_.drafts.end(), [&](const Draft& draft) {
            return std::any_of(draft.cells.begin(), draft.cells.end(), [&](const CellUse& use) { return type_of(found_, use) == FieldType::money; }) ||
                   std::any_of(draft.parts.begin(), draft.parts.end(), [&](const Stretch& part) { return !values_of(reading_, part, want_money).empty(); });
        });
    }

    std::string text_of(std::uint32_t cell) const {
        std::string text;
        for (const std::uint32_t block : texts_in(reading_, cell)) text.append(reading_.view(reading_.document.blocks[block].text)).push_back(' ');
        return std::string(trimmed(text));
    }

    bool has_currency(const ColumnHead& head, std::uint32_t cell) const {
        if (!head.currency.empty()) return true;
        for (const std::uint32_t block : texts_in(reading_, cell))
            for (const Value& value : values_of(reading_, {block, reading_.document.blocks[block].text}, want_money))
                if (value.type == ValueType::money && value.value.find(' ') != std::string::npos) return true;
        return false;
    }

    // What a draft refers to in the fields and titles meant for it.
    std::vector<std::uint32_t> targets(const Found& of, const Draft& draft) const {
        std::vector<std::uint32_t> items;
        for (std::uint32_t f = 0; f < fields_.size(); ++f) {
            const std::uint32_t target = fields_[f].type == FieldType::reference ? reading_.lexicon.kind(fields_[f].refers_to) : Lexicon::none;
            if (target == Lexicon::none || !search_.references.has(target)) continue;
            const auto add = [&](std::string_view text) {
                for (const std::uint32_t item : search_.references.in_field(text, target).items) items.push_back(target << 16 | item);
            };
            for (const CellUse& use : draft.cells)
                if (of.heads[use.head].field == f) add(text_of(use.cell));
            for (const Stretch& group : draft.groups) add(reading_.view(group.span));
            break;  // the first of them: what an item serves most of all
        }
        return items;
    }

    static bool same_name(std::string_view a, std::string_view b) {
        if (a.size() > b.size()) std::swap(a, b);
        return a == b ? !a.empty() : a.size() >= shortest_name && b.starts_with(a) && std::string_view(" .,;:(").find(b[a.size()]) != std::string_view::npos;
    }

    std::string number_of(const Found& of, const Draft& draft) const {
        for (const CellUse& use : draft.cells)
            if (type_of(of, use) == FieldType::number) return fold(text_of(use.cell));
        return fold(draft.item.label);
    }

    // The items that a row is about.
    std::vector<std::size_t> items_of(const Found& table, const Draft& row, bool named) const {
        std::vector<std::size_t> items;
        const Known wanted{fold(row.item.title), number_of(table, row), named ? std::vector<std::uint32_t>() : targets(table, row)};
        for (std::size_t i = 0; i < items_.size(); ++i) {
            const Known& item = items_[i];
            const bool same = named                      ? same_name(wanted.name, item.name)
                              : wanted.targets.empty()   ? !wanted.number.empty() && wanted.number == item.number
                                                         : std::any_of(item.targets.begin(), item.targets.end(), [&](std::uint32_t one) { return std::find(wanted.targets.begin(), wanted.targets.end(), one) != wanted.targets.end(); });
            if (same) items.push_back(i);
        }
        return items;
    }

    bool take(std::uint32_t block) {
        Found table;
        TableLayout layout;
        if (!read_table(search_, block, nullptr, table, layout) || table.drafts.size() < 2 || table.drafts.size() > most_rows) return false;
        if (items_.empty())
            for (const Draft& draft : found_.drafts) items_.push_back({fold(draft.item.title), number_of(found_, draft), targets(found_, draft)});
        std::vector<std::pair<std::size_t, CellUse>> costs;  // items and cells
        std::vector<bool> taken(found_.drafts.size(), false);
        for (const Draft& row : table.drafts) {
            const auto cost = std::find_if(row.cells.begin(), row.cells.end(), [&](const CellUse& use) { return type_of(table, use) == FieldType::money; });
            if (cost == row.cells.end() || (!text_of(cost->cell).empty() && !has_currency(table.heads[cost->head], cost->cell))) return false;
            const auto items = items_of(table, row, layout.own != Lexicon::none);
            if (items.empty()) return false;
            for (const std::size_t item : items) {
                if (taken[item] && layout.own != Lexicon::none) return false;
                taken[item] = true;
                costs.emplace_back(item, CellUse{cost->cell, static_cast<std::uint32_t>(found_.heads.size()) + cost->head, cost->merged || items.size() > 1});
            }
        }
        found_.heads.insert(found_.heads.end(), table.heads.begin(), table.heads.end());
        for (auto& [item, use] : costs) found_.drafts[item].cells.push_back(use);
        return true;
    }
};

}  // namespace

void join_budgets(const Search& search, Found& found) { Budgets(search, found).join(); }

}  // namespace plancheck
