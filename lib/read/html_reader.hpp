// From the events of the HTML parser to blocks. One per document; not thread-safe.
//
// A block begins with its first character and ends where an element that begins or ends a line does, so it makes no
// difference whether a paragraph is a <p>, a <div> or bare text between two tables.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/builder.hpp"
#include "read/encoding.hpp"
#include "read/html_names.hpp"
#include "read/html_prepare.hpp"
#include "read/html_style.hpp"

namespace plancheck::html {

/// Attributes of one element, values decoded. The views last as long as the event.
class Attributes {
public:
    void add(std::string_view name, std::string_view value) { all_.emplace_back(name, value); }
    /// Empty where there is none.
    std::string_view operator[](std::string_view name) const noexcept;
    bool has(std::string_view name) const noexcept;
    bool empty() const noexcept { return all_.empty(); }
    auto begin() const noexcept { return all_.begin(); }
    auto end() const noexcept { return all_.end(); }

private:
    std::vector<std::pair<std::string_view, std::string_view>> all_;
};

/// What was met on the way and is told in notifications.
struct Met {
    std::uint32_t insertions = 0;
    std::uint32_t deletions = 0;
    std::uint32_t frames = 0;  ///< documents of their own, which are not read
    bool hidden = false;
};

class Reader {
public:
    /// `prepared` is the source's text as it is parsed.
    Reader(const SourceText& source, const Prepared& prepared, const Styles& styles, Builder& builder);

    // Called by the parser; `at` is the offset in the markup behind what was read.
    void start(std::string_view name, const Attributes& attributes, std::size_t at);
    void end(std::string_view name, std::size_t at);
    /// `end` is the offset in the markup behind the piece.
    void text(std::string_view piece, std::size_t end);

    /// Closes what is open and adds the notes.
    void finish();

    Met met;

private:
    /// What an element hands down to what is inside it.
    struct State {
        bool bold = false;
        bool raised = false;  ///< above the line
        bool gone = false;  ///< hidden, and nothing inside can change that
        bool invisible = false;
        bool dropped = false;  ///< left out without a word
        bool preformatted = false;
        bool tabs = false;  ///< a tab is one, though ends of lines are none
        bool centred = false;
        bool quotation = false;
        bool contents = false;
        bool title = false;
        bool foot = false;   ///< in the foot of a page of a site
        bool item = false;   ///< in an item of the innermost list
        bool label = false;  ///< its text is the label of the block to come
        bool note = false;
        bool layout = false;     ///< the table is none: it says so, or holds a page
        bool typed = false;      ///< in a text that is typed line by line
        bool broken = false;     ///< and only breaks end its lines
        bool placed = false;     ///< a line of a page that was drawn: what stood beside it is not known
        std::uint8_t level = 0;  ///< of the heading; 0: none
        std::string_view sign_font = {};  ///< one of signs; "-" and empty: another
    };
    struct Frame {
        std::string_view name;
        Role role = Role::inside;
        State outer;
        bool line = false;   ///< begins and ends a line
        bool list = false;   ///< opened a list
        bool table = false;  ///< opened a table
        bool held = false;   ///< the parser ended the list, but no tag did
        bool looks = false;  ///< is a table by its role or its style alone: opens one with its first row
        bool link = false;
        bool inner = false;  ///< a link to another place of the document
        bool typed = false;         ///< holds a text that is typed line by line
        bool terms = false;         ///< a list of terms
        bool joins = false;         ///< and each has one description, which goes on in its line
        std::uint16_t columns = 0;  ///< of a grid whose cells are its elements, or of a record; 0: none
        std::uint32_t cells = 0;    ///< of such a grid so far
        std::uint32_t items = 0;    ///< of a list that counts down
    };
    /// Counters of lists that are not elements: of Word and of Google Docs, by level.
    struct Counters {
        std::array<std::uint32_t, 9> number{};
        std::uint32_t id = 0;
    };
    struct List {
        std::uint32_t id = 0;
        std::uint32_t number = 1;  ///< of the item that is open
        bool ordered = false;
        bool reversed = false;  ///< counts down
        bool begun = false;     ///< there was an item
        bool first = false;  ///< the next block is the item's first
        std::uint8_t level = 0;
        std::uint8_t counter_level = 0;
        Counters* counters = nullptr;                   ///< Google Docs
        const std::vector<LabelPart>* parts = nullptr;  ///< Google Docs
        Marker marker;
        std::string label;
    };
    struct Merge {
        std::uint32_t column = 0, columns = 0;
        std::uint32_t first_row = 0, end_row = 0;
        std::uint32_t block = 0;
    };
    /// What the parser said, kept for later.
    struct Event {
        enum class Kind : std::uint8_t { start, end, text };

        Kind kind = Kind::text;
        std::string text;  ///< or the name of the element
        std::vector<std::pair<std::string, std::string>> attributes;
        std::size_t end = 0;
        std::uint32_t items = 0;
    };
    struct Table {
        bool opened = false, row = false, cell = false, head = false;
        bool begun = false;  ///< the row has a cell
        bool heads = false;  ///< all its cells so far are <th>
        bool head_cell = false;  ///< the cell is one
        std::uint32_t table_block = 0, row_block = 0, cell_block = 0;
        std::uint32_t rows = 0;  ///< that are closed
        std::uint32_t column = 0;
        std::size_t cursor = 0;
        std::size_t lists = 0;  ///< that were open when the cell began
        std::string label;      ///< of the cell, which its text may repeat for narrow screens
        std::vector<Merge> above, now;
        std::vector<Event> foot;  ///< shown below all other rows, wherever it was written
    };
    /// A text box, kept until the line that it is anchored in ends.
    struct Box {
        State state;
        std::vector<Event> events;
    };
    enum class Keeping : std::uint8_t { nothing, foot, box };
    struct Note {
        struct Line {
            std::string text;
            Place place;
        };
        std::vector<Line> lines;
    };
    /// A paragraph that Word says to be an item.
    struct WordItem {
        std::string list;  ///< "l0 lfo1"; empty: only its looks say so
        std::uint8_t level = 0;
    };

    // html_reader.cpp
    void open(std::string_view name, const Attributes& attributes, std::uint32_t items);
    void start_shown(Frame& frame, const Attributes& attributes, Look& look);
    void start_block(Frame& frame, const Attributes& attributes, const Look& look);
    void start_word(Frame& frame, const Attributes& attributes, const Look& look);
    void close_frame();
    void end_frame(const Frame& frame);
    bool holds_list(std::string_view name, std::size_t at);
    bool ends_at(std::string_view name, std::size_t at) const noexcept;
    void release_list(std::string_view name, std::size_t at);
    void end(std::string_view name);
    Role shown_role(Role role, const Attributes& attributes, const Look& look);
    bool in_looks_table();
    Role grid_role(Frame& frame, Role role, const Look& look);
    Role grid_cell(Role role, Frame& grid);
    void end_boxes();
    void start_preformatted(Frame& frame);
    bool start_google_note(Frame& frame, const Attributes& attributes);
    void picture(std::string_view alternative);

    // html_text.cpp
    void add(std::string_view piece, std::size_t end);
    void add_preformatted(std::string_view piece, std::size_t end);
    bool ends_title() const noexcept;
    void put(std::string_view run, std::size_t offset);
    void write(std::string_view run);
    void line_break();
    bool repeats_label(std::string_view piece);
    bool is_behind_paragraph(std::size_t offset) const noexcept;
    void gather(std::string_view piece, std::size_t end);
    void write_typed();
    void apart();
    void boundary();
    void end_line();
    void open_leaf(std::string_view run, std::size_t offset);
    void close_leaf();
    void open_link(std::string_view target);
    void close_link();
    void release_held();
    std::string_view name_before(std::size_t end) const noexcept;
    Place place_at(std::string_view run, std::size_t offset);

    // html_list.cpp
    void start_list(Frame& frame, const Attributes& attributes, const Look& look);
    void start_google_list(List& list, std::string_view list_class, bool has_start);
    void start_item(const Attributes& attributes, const Look& look);
    void label_leaf(List& list, BlockKind kind);
    void label_word_leaf();

    // html_terms.cpp
    void start_terms(Frame& frame, const Attributes& attributes, const Look& look);
    void start_term(Frame& frame, const Attributes& attributes, const Look& look);
    void end_term(const Frame& frame);

    // html_keep.cpp
    void keep(Keeping what, std::string_view name, const Attributes& attributes, std::uint32_t items);
    void keep_start(std::string_view name, const Attributes& attributes, std::uint32_t items);
    bool keeps_end(std::string_view name);
    std::vector<Event>& kept() noexcept;
    void replay(const std::vector<Event>& events);
    void say_again(const std::vector<Event>& events);
    void show_boxes();

    // html_table.cpp
    void start_table(Frame& frame);
    void start_group(bool head);
    void start_row();
    void start_cell(bool head, const Attributes& attributes);
    void implied_cell();
    void end_cell();
    void end_row();
    void end_group();
    void end_table();
    void replay_foot();
    bool in_table() const noexcept { return !tables_.empty() && !tables_.back().cell; }

    const Prepared& prepared_;
    const std::string& markup_;  ///< its
    const Styles& styles_;
    Builder& builder_;
    Places places_;

    std::vector<Frame> frames_;
    State state_;

    bool leaf_ = false;  ///< a block is open and takes text
    bool joins_ = false;    ///< and goes on in the description to come
    bool stopped_ = false;  ///< its text ends in a sign
    bool only_bold_ = false;  ///< all of its text is bold
    std::uint8_t leaf_level_ = 0;
    bool in_note_ = false;       ///< and is part of a note
    std::string gap_;            ///< white space before the next text
    std::size_t held_at_ = 0;    ///< up to where it is known that no tag ended the list that is held
    std::size_t reference_ = 0;  ///< bytes of the next text that a reference before it took
    bool after_start_ = false;   ///< a line feed right behind <pre> is none of its text
    std::uint32_t figures_ = 0;  ///< to stand after the block
    std::string link_;
    bool link_open_ = false;
    std::uint32_t link_begin_ = Place::none;

    std::size_t at_ = 0;            ///< in the markup, behind the tag
    std::uint64_t looked_ = 0;      ///< bytes that were looked at ahead
    std::size_t looked_ahead_ = 0;  ///< up to where it is known that no rows of boxes begin
    std::uint32_t boxes_left_ = 0;  ///< rows of boxes that are still to come; their table has no element
    std::size_t boxes_depth_ = 0;   ///< elements around them
    std::string_view record_;       ///< the first term of the record before

    std::string typed_;                       ///< lines of a text that is typed
    std::vector<std::uint32_t> typed_lines_;  ///< where each stands

    std::vector<List> lists_;
    std::uint32_t list_count_ = 0;
    std::map<std::string, Counters, std::less<>> counters_;
    std::vector<Table> tables_;
    std::uint64_t merges_passed_ = 0;
    Keeping keeping_ = Keeping::nothing;
    std::vector<std::string> kept_open_;  ///< elements that are open in what is being kept
    std::vector<Box> boxes_;
    std::deque<std::string> names_;  ///< of elements that were begun from what was kept and are not closed with it
    bool replaying_ = false;
    std::size_t reversed_ = 0;  ///< lists that count down so far
    std::vector<Note> notes_;
    std::uint64_t note_bytes_ = 0;

    std::string label_;  ///< of the block to come, as Word typed it
    WordItem word_item_;
    bool may_hold_ = false;  ///< the first text of a paragraph of Word may be a number
    std::string held_;
    std::size_t held_end_ = 0;
};

}  // namespace plancheck::html
