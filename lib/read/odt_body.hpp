// The walk over an ODF text: from its tree to blocks of a Document. One pass in document order with an explicit stack.
//
// A paragraph is one leaf. What cannot stand inside a leaf (text boxes, pictures) is kept until the paragraph is closed and
// stands after it; notes are kept until the main text has ended. Not thread-safe; one per document.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "read/builder.hpp"
#include "read/odt_names.hpp"
#include "read/odt_numbering.hpp"
#include "read/odt_styles.hpp"

namespace plancheck::odt {

/// What was met on the way and is told in notifications.
struct Met {
    std::uint32_t insertions = 0;
    std::uint32_t deletions = 0;
    std::uint32_t not_followed = 0;    ///< sections that another file is linked into
    bool hidden = false;
    std::vector<std::uint32_t> pages;  ///< block at which a page begins
};

class Body {
public:
    /// `offsets`: blocks get the offset of their element in the text of the part. `hides`: the text has fields that hide
    /// the paragraph they stand in.
    Body(Builder& builder, const Styles& styles, Numbering& numbering, bool offsets, bool hides);

    /// Adds what is inside office:text to the document.
    void walk(pugi::xml_node root);
    /// Adds the notes that were met, footnotes first.
    void walk_notes();

    Met met;

private:
    enum class Inside : std::uint8_t { flow, table, row };

    struct Frame {
        pugi::xml_node node;
        Tag tag = Tag::other;
        Inside inside = Inside::flow;  ///< before
        std::uint16_t look = 0;         ///< before
        std::uint8_t flags = 0;
        std::uint32_t repeat = 1;      ///< row and cell: how often it stands there from here on
        std::size_t first = 0;         ///< drawing, pending: where its items begin
        std::size_t cursor = 0;        ///< pending: next item; box: base before
    };
    struct Paragraph {
        pugi::xml_node node;
        bool heading = false;
        std::int32_t style = Styles::none;
        bool hidden = false;  ///< has text that is hidden, or would be
        std::uint32_t block = 0;
        std::uint32_t begin = 0;        ///< where its text begins
        std::uint32_t placeholder = 0;  ///< bytes of placeholder text in it
    };
    /// The list item that paragraphs are in; the bottom of each flow is one without a list.
    struct Item {
        static constexpr std::uint32_t no_list = 0xFFFFFFFF;

        std::uint32_t list = no_list;
        std::int32_t style = Numbering::none;
        std::int32_t override = Numbering::none;
        std::uint32_t start = Numbering::no_start;
        std::uint8_t level = 0;
        bool header = true;  ///< paragraphs have no number
        bool first = false;  ///< the paragraph that gets the number is still to come
        bool shown = false;  ///< it came
    };
    struct Tall {
        std::uint32_t block;
        std::uint32_t row;  ///< as the file counts
    };
    struct Table {
        bool opened = false;
        bool header = false;
        std::uint32_t rows = 0;           ///< that were kept
        std::uint32_t column = 0;
        std::uint32_t uncovered = 0;      ///< columns of the cell to the left that no covered cell stood for yet
        std::vector<Tall> tall;           ///< cells of several rows
        std::vector<std::uint32_t> kept;  ///< for each row of the file: rows kept before it
    };

    // odt_body.cpp
    void run(pugi::xml_node root);
    pugi::xml_node enter(pugi::xml_node node, Tag tag);
    pugi::xml_node enter_flow(pugi::xml_node node, Tag tag);
    pugi::xml_node enter_section(pugi::xml_node node);
    pugi::xml_node enter_list(pugi::xml_node node);
    pugi::xml_node enter_item(pugi::xml_node node, Tag tag);
    pugi::xml_node enter_numbered(pugi::xml_node node);
    pugi::xml_node enter_drawing(pugi::xml_node node, Tag tag);
    pugi::xml_node push(pugi::xml_node node, Tag tag);
    pugi::xml_node leave();
    pugi::xml_node next_pending();
    pugi::xml_node leave_out(pugi::xml_node node);
    bool has_text(pugi::xml_node node);
    bool was_deleted(pugi::xml_node row) const;
    void count_changes(pugi::xml_node node);

    // odt_paragraph.cpp
    pugi::xml_node enter_paragraph(pugi::xml_node node, Tag tag);
    pugi::xml_node enter_inline(pugi::xml_node node, Tag tag);
    pugi::xml_node finish_paragraph(pugi::xml_node resume);
    std::uint8_t heading_level() const noexcept;
    void number_item(Block& block, std::uint8_t level);
    void number_heading(std::uint8_t level);
    void show(const Numbered& numbered);
    void add_text(std::string_view text);
    void add_spaces(pugi::xml_node node);
    void add(std::string_view text);
    void page_break();

    // odt_table.cpp
    pugi::xml_node enter_table(pugi::xml_node node);
    pugi::xml_node enter_row(pugi::xml_node node);
    pugi::xml_node open_row(pugi::xml_node node, std::uint32_t repeat, std::uint8_t flags);
    pugi::xml_node leave_row(const Frame& frame);
    pugi::xml_node enter_cell(pugi::xml_node node);
    pugi::xml_node open_cell(pugi::xml_node node, std::uint32_t repeat, std::uint8_t flags);
    void show_value(pugi::xml_node cell);
    pugi::xml_node leave_cell(const Frame& frame);
    void cover(pugi::xml_node node);
    void leave_table();

    Builder& builder_;
    const Styles& styles_;
    Numbering& numbering_;
    bool offsets_;
    bool hides_;

    std::vector<Frame> frames_;
    Inside inside_ = Inside::flow;
    bool in_paragraph_ = false;
    bool in_notes_ = false;
    Paragraph paragraph_;
    std::vector<Item> items_;

    std::uint16_t look_ = 0;
    bool space_ = false;    ///< white space was met and nothing after it
    bool written_ = false;  ///< the paragraph has text
    std::uint64_t spaces_ = 0;
    std::uint64_t visited_ = 0;
    std::uint64_t repeated_ = 0;  ///< bytes of text that were read again
    std::uint32_t repeats_ = 0;   ///< repeated rows and cells open
    std::uint32_t bare_ = 0;      ///< rows without text open

    std::uint32_t drawing_ = 0;  ///< drawings open
    std::uint32_t boxes_ = 0;    ///< text boxes open
    std::uint32_t placeholder_ = 0;
    std::uint32_t contents_ = 0;
    std::uint32_t pages_due_ = 0;
    std::vector<pugi::xml_node> pending_;  ///< null: a figure
    std::size_t base_ = 0;                 ///< where the items of the open paragraph begin
    std::vector<pugi::xml_node> footnotes_;
    std::vector<pugi::xml_node> endnotes_;

    const char* link_ = nullptr;
    std::uint32_t link_begin_ = 0;

    std::vector<Table> tables_;
    std::size_t table_count_ = 0;
    pugi::xml_node text_found_;
};

}  // namespace plancheck::odt
