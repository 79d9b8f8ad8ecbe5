// Ranges are painted over the blocks, and what is painted first stays. Sections and annexes come in the order of their
// headings, so no block is looked at twice; an item's block that is painted already has all of its inside painted.
#include "report/block_places.hpp"

#include <algorithm>

namespace plancheck {

namespace {

// Calls `paint` with what the block stands in, for each block that stands in one of the ranges.
template <class Range, class End, class Paint>
void each_painted(std::size_t size, const Range& ranges, End end_of, Paint paint) {
    std::uint32_t done = 0;
    for (std::uint32_t i = 0; i < ranges.size(); ++i) {
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(end_of(ranges[i]), size));
        for (std::uint32_t block = std::max(ranges[i].heading, done); block < end; ++block) paint(block, i);
        done = std::max(done, end);
    }
}

}  // namespace

BlockPlaces::BlockPlaces(const Plan& plan) {
    const std::vector<Block>& blocks = plan.document().blocks;
    const std::size_t size = blocks.size();
    places_.resize(size);
    each_painted(size, plan.outline->sections, [](const Section& one) { return std::max(one.body_end, one.last_heading + 1); },
                 [&](std::uint32_t block, std::uint32_t section) { places_[block].section = section; });
    each_painted(size, plan.outline->annexes, [](const Annex& one) { return one.body_end; },
                 [&](std::uint32_t block, std::uint32_t annex) { places_[block].annex = annex; });

    for (std::uint32_t i = 0; i < plan.items.size(); ++i) {
        const Item& item = plan.items[i];
        if (item.confidence == Confidence::low || plan.form().is_like(item.kind, "lead")) continue;
        for (const std::uint32_t own : item.blocks) {
            if (own >= size || places_[own].item != none) continue;
            for (std::uint32_t block = own; block < std::max(blocks[own].end, own + 1); ++block)
                if (places_[block].item == none) places_[block].item = i;
        }
    }

    std::vector<std::uint32_t> open;  // cells that the block stands in
    Place last;
    for (std::uint32_t i = 0; i < size; ++i) {
        const BlockKind kind = blocks[i].kind;
        if (kind == BlockKind::table) ++last.tables, last.table = i;
        else if (kind == BlockKind::row) ++last.rows;
        else if (!blocks[i].text.empty()) ++last.paragraphs;
        while (!open.empty() && blocks[open.back()].end <= i) open.pop_back();
        if (kind == BlockKind::cell) open.push_back(i);
        Place& place = places_[i];
        if (!open.empty()) place.cell = open.back();
        place.paragraphs = last.paragraphs;
        place.tables = last.tables;
        place.rows = last.rows;
        place.table = last.table;
    }
}

BlockPlaces::Count BlockPlaces::count(std::uint32_t from, std::uint32_t block) const noexcept {
    Count made;
    if (block >= places_.size() || from > block) return made;
    const auto before = [this](std::uint32_t at) { return at == 0 ? Place() : places_[at - 1]; };
    const Place to = places_[block], begin = before(from);
    made.paragraphs = to.paragraphs - begin.paragraphs;
    made.tables = to.tables - begin.tables;
    if (made.tables != 0) made.table = to.table;
    made.rows = to.rows - (made.tables != 0 ? before(made.table) : begin).rows;
    return made;
}

}  // namespace plancheck
