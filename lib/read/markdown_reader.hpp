// From the events of the Markdown parser to blocks. One per document; not thread-safe.
#pragma once

#include <cstdint>
#include <exception>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <md4c.h>

#include "read/builder.hpp"
#include "read/encoding.hpp"
#include "read/html_scanner.hpp"
#include "read/markdown_leaf.hpp"
#include "read/plain_table.hpp"

namespace plancheck {

class MarkdownReader {
public:
    MarkdownReader(const SourceText& source, Builder& builder);

    /// Parses `markup`, which is the source's text from `begin` on; at the offsets of `tables` stand tables that were read
    /// before. Throws what the builder throws.
    void parse(std::string_view markup, std::size_t begin, std::map<std::size_t, PlainTable> tables);
    /// "##Title" is a title as well.
    void take_close_titles() noexcept { close_titles_ = true; }
    /// No end of a line was meant: a program wrapped the paragraphs.
    void flow() noexcept { flows_ = true; }
    /// The pages that it links to; they are views of what outlives it.
    void link_pages(std::set<std::string_view> pages) noexcept { pages_ = std::move(pages); }
    /// A paragraph of its own before the text.
    void metadata(std::string_view text, std::size_t offset, std::uint16_t marks);
    /// Adds the notes behind the text.
    void finish();

private:
    struct List {
        std::uint32_t id = 0;
        std::uint32_t number = 0;
        std::uint32_t typed = 0;  ///< the number of the last item as it was typed
        bool ordered = false;
        char delimiter = '.';
        bool first = false;  ///< the next leaf is the item's first
        MD_BLOCK_LI_DETAIL task{};  ///< the box of the item that is open

        std::string label() const {
            if (ordered) return std::to_string(number) + delimiter;
            return task.is_task == 0 ? "•" : task.task_mark == ' ' ? "☐" : "☑";
        }
    };
    struct HtmlTable {
        std::uint32_t block = 0, row_block = 0, cell_block = 0;
        bool row = false, cell = false, header = false;
        std::uint32_t column = 0;
        std::vector<std::uint32_t> covered;  ///< rows that a cell above still takes, by column
    };
    enum class Struck : std::uint8_t { unknown, no, yes };
    struct StruckSpan {
        Struck state = Struck::unknown;
        std::uint32_t begin = 0;  ///< in the leaf
    };
    enum class Raw : std::uint8_t { none, html, other };

    void run_parser(std::string_view markup);
    static int enter_block(MD_BLOCKTYPE type, void* detail, void* self);
    static int leave_block(MD_BLOCKTYPE type, void* detail, void* self);
    static int enter_span(MD_SPANTYPE type, void* detail, void* self);
    static int leave_span(MD_SPANTYPE type, void* detail, void* self);
    static int text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self);
    template <class Work>
    int guarded(Work&& work) noexcept;

    // markdown_reader.cpp
    void enter(MD_BLOCKTYPE type, void* detail);
    void leave(MD_BLOCKTYPE type);
    void enter(MD_SPANTYPE type, void* detail);
    void leave(MD_SPANTYPE type);
    void take(MD_TEXTTYPE type, std::string_view piece);
    void begin_leaf(BlockKind kind, std::uint8_t level = 0, std::uint16_t marks = 0);
    void flush();
    static constexpr std::size_t most_lines = 256, most_bytes = 256 * 1024;  // of a paragraph whose lines are looked at
    void flush_lines();
    bool write_signed();
    void write_counted();
    bool take_note();
    std::size_t indent_of(const MarkdownLeaf& leaf) const noexcept;
    void write(MarkdownLeaf& leaf);
    Place place_of(const MarkdownLeaf& leaf);
    void place(std::string_view piece);
    void tell_struck(std::string_view piece);
    void add_typed(std::string_view piece);
    void begin_html();
    void end_html();
    bool bold() const noexcept { return strong_ != 0; }

    // markdown_list.cpp
    void number(List& list, const MarkdownLeaf& leaf);

    // markdown_table.cpp
    void add_drawn(const PlainTable& table);
    void parse_cell(const PlainCell& cell, std::string_view markup);

    // markdown_html.cpp
    void html(std::string_view piece, bool block);
    void html_text(std::string_view text, bool block);
    void html_tag(const HtmlTag& tag, bool block);
    bool is_closed(std::string_view name, std::string_view from) const;
    void html_inline(const HtmlTag& tag);
    void html_table(const HtmlTag& tag);
    void end_html_cell();
    void end_html_row();
    void end_html_table();

    const SourceText& source_;
    Builder& builder_;
    Places places_;
    std::string_view markup_;
    std::size_t begin_ = 0;
    bool close_titles_ = false;
    std::map<std::size_t, PlainTable> tables_;
    std::exception_ptr failure_;

    MarkdownLeaf leaf_;
    bool in_leaf_ = false;
    BlockKind kind_ = BlockKind::paragraph;
    std::uint8_t level_ = 0;
    std::uint16_t marks_ = 0;

    std::vector<List> lists_;
    std::uint32_t list_count_ = 0;
    std::uint64_t depth_ = 0;
    std::uint32_t quotes_ = 0;
    std::uint32_t cells_ = 0;    ///< table cells open
    std::uint32_t drawn_ = 0;    ///< of them, cells of a drawn table, which hold blocks
    bool flows_ = false;                      ///< no end of a line was meant
    std::set<std::string_view> pages_;
    const PlainCell* source_cell_ = nullptr;  ///< the drawn cell whose text is parsed; null: the document's
    std::uint32_t table_block_ = 0, row_block_ = 0, cell_block_ = 0;
    std::uint16_t column_ = 0;
    bool head_ = false;          ///< in a table's head
    std::uint32_t figures_ = 0;  ///< to stand after the open leaf

    std::uint32_t strong_ = 0;
    std::uint32_t images_ = 0;
    std::vector<StruckSpan> struck_;
    std::string link_;

    HtmlScanner scanner_;
    bool in_html_ = false;  ///< in a block of HTML
    Raw raw_ = Raw::none;   ///< in a block of code that is meant for one format
    std::uint32_t html_struck_ = 0;
    std::uint32_t html_bold_ = 0;
    std::vector<HtmlTable> html_tables_;

    struct Note {
        std::string id;
        std::vector<MarkdownLeaf> leaves;
    };
    std::vector<Note> notes_;
    static constexpr std::size_t no_note = static_cast<std::size_t>(-1);
    std::size_t note_indent_ = no_note;  ///< columns before the note that may go on
};

}  // namespace plancheck
