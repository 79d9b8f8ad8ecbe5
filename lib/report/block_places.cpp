// Ranges are painted over the blocks, and what is painted first stays. Sections and annexes come in the order of their
// headings, so no block is looked at twice; an item's block that is painted already has all of its inside painted.
#include "report/block_places.hpp"

#include <algorithm>

namespace plancheck {

namespace {

template <class Range, class End>
std::vector<std::uint32_t> painted(std::size_t size, const Range& ranges, End end_of) {
    std::vector<std::uint32_t> made(size, BlockPlaces::none);
    std::uint32_t done = 0;
    for (std::uint32_t i = 0; i < ranges.size(); ++i) {
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(end_of(ranges[i]), size));
        for (std::uint32_t block = std::max(ranges[i].heading, done); block < end; ++block) made[block] = i;
        done = std::max(done, end);
    }
    return made;
}

}  // namespace

BlockPlaces::BlockPlaces(const Plan& plan) {
    const std::vector<Block>& blocks = plan.document().blocks;
    const std::size_t size = blocks.size();
    section_ = painted(size, plan.outline->sections, [](const Section& one) { return std::max(one.body_end, one.last_heading + 1); });
    annex_ = painted(size, plan.outline->annexes, [](const Annex& one) { return one.body_end; });

    item_.assign(size, none);
    for (std::uint32_t i = 0; i < plan.items.size(); ++i) {
        const Item& item = plan.items[i];
        if (plan.form().is_like(item.kind, "lead") || item.confidence == Confidence::low) continue;
        for (const std::uint32_t own : item.blocks) {
            if (own >= size || item_[own] != none) continue;
            for (std::uint32_t block = own; block < std::max(blocks[own].end, own + 1); ++block)
                if (item_[block] == none) item_[block] = i;
        }
    }

    paragraphs_.resize(size + 1);
    tables_.resize(size + 1);
    rows_.resize(size + 1);
    table_.resize(size);
    cell_.assign(size, none);
    std::vector<std::uint32_t> open;  // cells that the block stands in
    for (std::uint32_t i = 0; i < size; ++i) {
        const bool table = blocks[i].kind == BlockKind::table, row = blocks[i].kind == BlockKind::row;
        tables_[i + 1] = tables_[i] + (table ? 1 : 0);
        rows_[i + 1] = rows_[i] + (row ? 1 : 0);
        paragraphs_[i + 1] = paragraphs_[i] + (!table && !row && !blocks[i].text.empty() ? 1 : 0);
        while (!open.empty() && blocks[open.back()].end <= i) open.pop_back();
        if (blocks[i].kind == BlockKind::cell) open.push_back(i);
        if (!open.empty()) cell_[i] = open.back();
        table_[i] = table ? i : i == 0 ? none : table_[i - 1];
    }
}

BlockPlaces::Count BlockPlaces::count(std::uint32_t from, std::uint32_t block) const noexcept {
    Count made;
    if (block >= table_.size() || from > block) return made;
    made.paragraphs = paragraphs_[block + 1] - paragraphs_[from];
    made.tables = tables_[block + 1] - tables_[from];
    if (made.tables != 0) made.table = table_[block];
    made.rows = rows_[block + 1] - rows_[made.tables != 0 ? made.table : from];
    return made;
}

}  // namespace plancheck
