// Leads that tables name: a cell that is a label names its row, or in a head row its column.
#include <algorithm>
#include <optional>
#include <utility>

#include "plan/lead_finder.hpp"
#include "plan/lead_words.hpp"
#include "plan/name_lines.hpp"
#include "plan/signed_names.hpp"
#include "plan/tables.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"

namespace plancheck {

class LeadFinder::TableReader {
public:
    TableReader(LeadFinder& finder, std::uint32_t block, std::string_view section)
        : finder_(finder), reading_(finder.reading_), blocks_(finder.reading_.document.blocks), block_(block), section_(section), own_section_(section == finder.spec_.section) {}

    void read() {
        for (std::uint32_t r = block_ + 1; r < blocks_[block_].end; r = std::max(blocks_[r].end, r + 1)) {
            if (blocks_[r].kind != BlockKind::row) continue;
            const Row row = row_at(r);
            const bool is_first = std::exchange(is_first_, false);
            if (is_first && is_head(row)) {
                for (const std::uint32_t c : row.labels) columns_.push_back(blocks_[c].column);
                continue;
            }
            if (own_section_ && (!is_first || begins_with_name(row))) roles_beside(row);
            if (row.labels.empty() && columns_.empty() && own_section_) names_with_roles(row);
            if (!row.labels.empty() && columns_.empty()) by_label(row);
            else by_column(row);
        }
    }

private:
    struct Row {
        std::uint32_t block = 0;
        std::vector<std::uint32_t> cells, labels;  // that hold text; those of them that are labels
    };

    LeadFinder& finder_;
    const Reading& reading_;
    const std::vector<Block>& blocks_;
    const std::uint32_t block_;
    const std::string_view section_;
    const bool own_section_;
    bool is_first_ = true;
    std::vector<std::uint32_t> columns_;  // whose head is a label
    bool named_before_ = false;           // a turned table named the leads

    std::uint32_t leaf_of(std::uint32_t cell) const { return texts_in(reading_, cell).front(); }
    bool is_name(std::uint32_t cell) const { return finder_.named_.contains(leaf_of(cell)); }

    Row row_at(std::uint32_t r) const {
        constexpr std::size_t longest_label = 80;  // columns
        Row row{r, {}, {}};
        for (std::uint32_t c = r + 1; c < blocks_[r].end; c = std::max(blocks_[c].end, c + 1)) {
            if (blocks_[c].kind != BlockKind::cell) continue;
            const std::vector<std::uint32_t> texts = texts_in(reading_, c);
            if (texts.empty()) continue;
            row.cells.push_back(c);
            const std::string_view text = reading_.view(blocks_[texts.front()].text);
            if (fits_in(text, longest_label) && texts.size() == 1 && reading_.may_name(finder_.kind_, {texts.front(), blocks_[texts.front()].text}) && finder_.is_label(fold(text)))
                row.labels.push_back(c);
        }
        return row;
    }

    // "Name | Lead" is a head; "Ms Roe | Lead" is not.
    bool is_head(const Row& row) const {
        return !row.labels.empty() && (row.cells.size() > 2 || (row.cells.size() == 2 && blocks_[row.block].has(mark::header_row)));
    }
    bool begins_with_name(const Row& row) const { return !row.labels.empty() && row.labels.front() != row.cells.front(); }

    // "lead, 2026–2027: Ms Roe" in a cell beside the name, which no head calls a role.
    void roles_beside(const Row& row) {
        for (std::size_t c = 1; c < row.cells.size(); ++c)
            if (begins_with_role(reading_, finder_.kind_, row.cells[c])) finder_.beside_.emplace_back(leaf_of(row.cells.front()), leaf_of(row.cells[c]));
    }

    // The name stands behind a number at most, or where partners are named.
    void names_with_roles(const Row& row) {
        constexpr std::size_t longest_number = 4;
        bool is_first = true;
        for (const std::uint32_t c : row.cells) {
            if (reading_.view(blocks_[leaf_of(c)].text).size() <= longest_number) continue;
            if (is_first || is_name(c)) finder_.in_cell(c, section_);
            else if (says_role_of_person(c)) lead_of_row(row);
            is_first = false;
        }
    }

    // "Lake Institute | Ms Roe, lead | roe@…": the partner of the row leads.
    bool says_role_of_person(std::uint32_t cell) const { return !finder_.name_with_role(leaf_of(cell)).empty(); }
    void lead_of_row(const Row& row) {
        std::vector<Stretch> more;
        for (const std::uint32_t c : row.cells)
            for (const std::uint32_t t : texts_in(reading_, c)) more.push_back({t, blocks_[t].text});
        const std::uint32_t leaf = name_of_row(reading_, row.cells, finder_.named_);
        finder_.add(leaf, blocks_[leaf].text, section_, Confidence::certain, more);
    }

    // "Lead | Lake Institute | office@…": the first cell, or the one that names a partner.
    void by_label(const Row& row) {
        std::optional<std::uint32_t> named;
        std::vector<Stretch> more;
        for (const std::uint32_t c : row.cells) {
            if (std::find(row.labels.begin(), row.labels.end(), c) != row.labels.end()) continue;
            for (const std::uint32_t t : texts_in(reading_, c)) more.push_back({t, blocks_[t].text});
            if (!named || (!is_name(*named) && is_name(c))) named = c;
        }
        // "Role | Lead" is a line of a form, and by_role() sees whose.
        if (!named || is_head_of_partners(reading_, *named)) return;
        finder_.add(leaf_of(*named), blocks_[leaf_of(*named)].text, section_, Confidence::certain, more);
    }

    void by_column(const Row& row) {
        // "| | Lead |" over "Name | …", "Person | …": what the first row says.
        const bool is_turned = !columns_.empty() && !row.cells.empty() && blocks_[row.cells.front()].column == 0 && is_head_of_partners(reading_, row.cells.front());
        if (is_turned && std::exchange(named_before_, true)) return;
        for (const std::uint32_t c : row.cells) {
            if (std::find(columns_.begin(), columns_.end(), blocks_[c].column) == columns_.end()) continue;
            std::uint32_t leaf = leaf_of(c);
            const int answer = answer_in(reading_, blocks_[leaf].text);  // "Lead? | Yes"
            if (answer > 0) leaf = name_of_row(reading_, row.cells, finder_.named_);
            if (answer >= 0) finder_.add(leaf, blocks_[leaf].text, section_, Confidence::certain);
        }
    }
};

void LeadFinder::in_table(std::uint32_t block, std::string_view section) { TableReader(*this, block, section).read(); }

}  // namespace plancheck
