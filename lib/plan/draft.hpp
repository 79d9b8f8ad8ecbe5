// An item while it is being made: where its words stand, before fields and references are read from them.
#pragma once

#include <string>
#include <vector>

#include "plan/lines.hpp"
#include "plan/references.hpp"

namespace plancheck {

/// What the head of a column says about the cells below it.
struct ColumnHead {
    enum class Edge : std::uint8_t { none, begin, end };

    std::uint32_t field = 0;   ///< index into ItemSpec::fields
    bool telephone = false;    ///< "Tel."
    std::string currency;      ///< "USD" of "Cost (thousand USD)"
    std::uint32_t power = 0;   ///< 3 of "thousand"
    Edge edge = Edge::none;    ///< "Start", "End": which of the two days of a period
    std::uint32_t either = Lexicon::none;  ///< the field that it heads where a cell refers to nothing ("Meta", an aim or a target)
};

/// A cell that states a field of an item. A merged cell is used by several items.
struct CellUse {
    std::uint32_t cell = 0;  ///< block of the cell
    std::uint32_t head = 0;  ///< index into Found::heads
    bool merged = false;
};

struct Draft {
    Item item;
    std::vector<Stretch> parts;       ///< its words, in order; none of a cell that states a field
    std::vector<CellUse> cells;
    std::vector<Stretch> groups;      ///< titles and group rows above it: they hold for it
    std::vector<Stretch> common;      ///< statements for all items around it
};

/// Items of one kind in one place.
struct Found {
    std::vector<Draft> drafts;
    std::vector<ColumnHead> heads;

    void take(Found&& more);
};

/// What the finding of items of one kind goes by.
struct Search {
    const Reading& reading;
    const References& references;
    std::uint32_t kind = 0;
    std::string section;  ///< key, "front" or "annex"

    const ItemSpec& spec() const noexcept { return reading.form.items[kind]; }
};

/// Whether a text is the title of something that items of the kind refer to ("Priority action 2").
bool titles_target(const Search& search, Stretch text);
/// The same of a text in which a few words lead up to it ("Under action B").
bool leads_to_target(const Search& search, Stretch text);

/// An item that begins at `begin` with `words` as its own.
Draft make_draft(const Search& search, std::uint32_t block, Span words, Confidence confidence);

/// The first words of an item, as written.
std::string title_of(const Search& search, std::string_view words, std::uint32_t bold);

/// An item of the lines [0, lines.size()), the first of which names it.
Draft item_of(const Search& search, LineRange lines, Confidence confidence);
/// What stands behind the colon or the dash of a label.
Span behind_signs(const Reading& reading, Span words);

}  // namespace plancheck
