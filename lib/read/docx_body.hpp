// The walk over a part of a DOCX: from its tree to blocks of a Document. One pass in document order with an explicit
// stack.
//
// A paragraph is one leaf. What cannot stand inside a leaf (text boxes, pictures) is kept until the paragraph is closed
// and stands after it. Not thread-safe; one per document.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/builder.hpp"
#include "read/docx_autonumber.hpp"
#include "read/docx_binding.hpp"
#include "read/docx_names.hpp"
#include "read/docx_numbering.hpp"
#include "read/docx_relations.hpp"
#include "read/docx_styles.hpp"

namespace plancheck::docx {

/// What was met on the way and is told in notifications.
struct Met {
    std::uint32_t insertions = 0;
    std::uint32_t deletions = 0;
    std::uint32_t not_followed = 0;  ///< altChunk and subDoc
    bool hidden = false;
    bool code_left_open = false;             ///< a field's code never ended: what followed was lost
    std::vector<std::uint32_t> pages;        ///< block at which the program remembered a new page
    std::vector<std::uint32_t> page_breaks;  ///< block at which the author asked for one
};

class Body {
public:
    /// `by_paragraph`: the code of a field ends with its paragraph at the latest.
    Body(Builder& builder, const Styles& styles, Numbering& numbering, const Stores& stores, bool by_paragraph);

    /// Adds what is inside `root` (w:body, w:footnote) to the document.
    void walk(XmlNode root, const Names& names, const Relations& relations);

    Met met;

private:
    enum class Inside : std::uint8_t { flow, table, row };

    struct Frame {
        XmlNode node;
        Tag tag = Tag::other;
        Inside inside = Inside::flow;  ///< before
        std::uint8_t flags = 0;
        std::size_t first = 0;   ///< pending: where its items begin; cell, box: fields open before
        std::size_t cursor = 0;  ///< pending: next item; box: base before
    };
    struct Paragraph {
        std::int32_t style = Styles::none;
        std::int32_t num = -1;
        int num_level = -1;
        std::uint8_t outline = Style::no_outline;
        Toggle centred = Toggle::unset;
        std::uint16_t marks = 0;
        bool joins = false;      ///< its mark is deleted, or it is a drop cap: the next paragraph goes on in it
        bool separated = false;  ///< a style separator stands in place of its mark
        bool mark_hidden = false;
        bool page_break = false;  ///< before it
        bool contents = false;    ///< in a table of contents
        bool ends_section = false;  ///< its mark is a section break
        bool bold = false;        ///< what runs inherit
        bool bold_complex = false;
        bool hidden = false;
        std::uint32_t block = 0;
        std::uint32_t begin = 0;        ///< where its text begins
        std::uint32_t placeholder = 0;  ///< bytes of placeholder text in it
    };
    struct Field {
        bool in_code = true;
        bool contents = false;
        bool linked = false;
        std::uint32_t begin = 0;  ///< where its result would stand
        XmlNode form;             ///< its ffData
        std::string code;
    };
    struct Merge {
        std::uint32_t column;
        std::uint32_t block;
    };
    struct Table {
        bool opened = false;
        std::uint32_t column = 0;
        std::uint32_t last_cell = 0;
        bool has_cell = false;  ///< `last_cell` is the cell to the left
        bool left = false;      ///< there is a cell to the left, if only one that continues a merge
        std::size_t cursor = 0;
        std::vector<Merge> above;  ///< merges that the row above leaves open, by column
        std::vector<Merge> now;
    };
    struct Item {
        XmlNode box;  ///< null: a figure
    };

    // docx_body.cpp
    XmlNode enter(XmlNode node);
    XmlNode enter_graphic(XmlNode node, Tag tag);
    XmlNode enter_note_mark(XmlNode node, Tag tag);
    XmlNode enter_alternate(XmlNode node);
    XmlNode enter_control(XmlNode node);
    XmlNode push(XmlNode node, Tag tag);
    XmlNode leave();
    XmlNode next_pending();
    bool has_text(XmlNode node);

    // docx_paragraph.cpp
    XmlNode enter_paragraph(XmlNode node);
    void known_properties(XmlNode properties, Paragraph& paragraph);
    void read_properties(XmlNode properties, Paragraph& paragraph);
    void read_mark(XmlNode properties, Paragraph& paragraph);
    void take_punctuation(XmlNode node);
    XmlNode leave_paragraph(XmlNode next);
    XmlNode finish_paragraph(XmlNode resume);
    void number_paragraph(Block& block);
    int style_level(std::int32_t style, std::int32_t num);
    std::uint8_t outline_of(const Paragraph& paragraph) const noexcept;

    // docx_run.cpp
    XmlNode enter_run(XmlNode node);
    void add_text(XmlNode node);
    void add(std::string_view text);
    void add_symbol(XmlNode node);
    void add_break(XmlNode node);
    void page_at(std::vector<std::uint32_t>& pages);

    // docx_field.cpp
    void enter_field_char(XmlNode node);
    void enter_instruction(XmlNode node);
    void enter_simple_field(XmlNode node);
    void field_result(Field& field);
    void end_field();
    void show_resultless(const Field& field);
    void end_fields(std::size_t count);
    void open_link(std::string_view target);
    void close_link();

    // docx_table.cpp
    XmlNode enter_table(XmlNode node);
    XmlNode enter_row(XmlNode node);
    XmlNode enter_cell(XmlNode node);
    void leave_table();
    void leave_row();

    Builder& builder_;
    const Styles& styles_;
    Numbering& numbering_;
    const Stores& stores_;
    const Names* names_ = nullptr;
    const Relations* relations_ = nullptr;
    bool by_paragraph_;

    std::vector<Frame> frames_;
    Inside inside_ = Inside::flow;
    bool in_paragraph_ = false;
    bool held_ = false;  ///< the last paragraph goes on in the next one, or its style separator does
    Paragraph paragraph_;
    std::size_t skip_ = 0;  ///< bytes of the next text that a heading before it already took
    std::vector<std::int8_t> style_levels_;

    static constexpr std::uint32_t no_properties = 0xFFFFFFFF;
    struct Looks {
        std::uint32_t source = no_properties;  ///< of the properties in their part
        Paragraph paragraph;                   ///< what they say
    };
    std::array<Looks, 8> looks_;
    /// What the properties of a run say, and what the style they name says.
    struct Run {
        std::uint32_t source = no_properties;  ///< of the properties in their part
        RunLook look;
        RunLook styled;
        std::string_view font;  ///< a font of signs; empty: another
    };
    Run run_;  ///< the last one
    bool bold_ = false;
    bool raised_ = false;
    bool struck_ = false;
    bool hidden_ = false;
    std::uint32_t graphic_ = 0;  ///< drawings open
    std::uint32_t boxes_ = 0;    ///< text boxes open
    std::uint32_t placeholder_ = 0;
    std::uint32_t contents_ = 0;
    enum class Bound : std::uint8_t { no, due, shown };
    Bound bound_ = Bound::no;  ///< in a control whose text stands elsewhere
    std::string bound_text_;
    std::vector<Item> pending_;
    std::size_t base_ = 0;  ///< where the items of the open paragraph begin

    AutoNumbers auto_numbers_;
    std::vector<Field> fields_;
    std::size_t field_count_ = 0;
    std::uint32_t codes_ = 0;  ///< fields whose code is being read
    std::string link_;
    bool link_open_ = false;
    std::uint32_t link_begin_ = 0;

    std::vector<Table> tables_;
    std::size_t table_count_ = 0;
    XmlNode text_found_;
    XmlNode textless_;  // a choice that is visited although there is no text in it
};

}  // namespace plancheck::docx
