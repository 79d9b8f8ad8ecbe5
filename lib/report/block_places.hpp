// Where each block of a document stands in its plan: found once for all blocks, because a report may ask for any number of
// places and a walk for each would grow with their square.
#pragma once

#include <cstdint>
#include <vector>

#include "plancheck/plan.hpp"

namespace plancheck {

class BlockPlaces {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    BlockPlaces() = default;
    /// Linear in blocks, sections, annexes and the blocks of items. Keeps no reference.
    explicit BlockPlaces(const Plan& plan);

    /// Indices into the outline's sections and annexes and the plan's items: the first one that holds the block, none
    /// where there is no such one. Leads and items of low confidence hold nothing.
    std::uint32_t section(std::uint32_t block) const noexcept { return at(block).section; }
    std::uint32_t annex(std::uint32_t block) const noexcept { return at(block).annex; }
    std::uint32_t item(std::uint32_t block) const noexcept { return at(block).item; }
    /// The innermost cell that the block is or stands in.
    std::uint32_t cell(std::uint32_t block) const noexcept { return at(block).cell; }

    struct Count {
        std::uint32_t paragraphs = 0;  ///< with text, tables' included
        std::uint32_t tables = 0;
        std::uint32_t rows = 0;        ///< of the last table, or of all where there is none
        std::uint32_t table = none;    ///< block of the last table
    };
    /// What stands in [from, block], that block included.
    Count count(std::uint32_t from, std::uint32_t block) const noexcept;

private:
    struct Place {
        std::uint32_t section = none, annex = none, item = none, cell = none;
        std::uint32_t paragraphs = 0, tables = 0, rows = 0;  // up to the block, itself included
        std::uint32_t table = none;                          // the last one of them
    };
    std::vector<Place> places_;

    Place at(std::uint32_t block) const noexcept { return block < places_.size() ? places_[block] : Place(); }
};

}  // namespace plancheck
