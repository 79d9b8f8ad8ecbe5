// The parser calls back in document order, so blocks are opened and closed as it goes; only text is kept until its block
// is over, because attributes and ends of lines are judged on the whole of it. The parser is C: no exception may pass
// through it, so the first one is kept, the parse is stopped and it is thrown again behind it.
#include "read/markdown_reader.hpp"

#include <algorithm>
#include <new>

#include "read/entities.hpp"
#include "read/lines.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

std::string attribute_text(const MD_ATTRIBUTE& attribute) {
    std::string made;
    if (attribute.text == nullptr) return made;
    for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
        const std::string_view piece(attribute.text + attribute.substr_offsets[i], attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
        if (attribute.substr_types[i] == MD_TEXT_ENTITY) append_entity(made, piece);
        else made.append(piece);
    }
    return made;
}

}  // namespace

MarkdownReader::MarkdownReader(const SourceText& source, Builder& builder) : source_(source), builder_(builder), places_(source) {}

template <class Work>
int MarkdownReader::guarded(Work&& work) noexcept {
    try {
        work();
        return 0;
    } catch (...) {
        failure_ = std::current_exception();
        return 1;
    }
}

int MarkdownReader::enter_block(MD_BLOCKTYPE type, void* detail, void* self) {
    auto& reader = *static_cast<MarkdownReader*>(self);
    return reader.guarded([&] { reader.enter(type, detail); });
}
int MarkdownReader::leave_block(MD_BLOCKTYPE type, void*, void* self) {
    auto& reader = *static_cast<MarkdownReader*>(self);
    return reader.guarded([&] { reader.leave(type); });
}
int MarkdownReader::enter_span(MD_SPANTYPE type, void* detail, void* self) {
    auto& reader = *static_cast<MarkdownReader*>(self);
    return reader.guarded([&] { reader.enter(type, detail); });
}
int MarkdownReader::leave_span(MD_SPANTYPE type, void*, void* self) {
    auto& reader = *static_cast<MarkdownReader*>(self);
    return reader.guarded([&] { reader.leave(type); });
}
int MarkdownReader::text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
    auto& reader = *static_cast<MarkdownReader*>(self);
    return reader.guarded([&] { reader.take(type, {text, size}); });
}

void MarkdownReader::parse(std::string_view markup, std::size_t begin, std::map<std::size_t, PlainTable> tables) {
    markup_ = markup;
    begin_ = begin;
    tables_ = std::move(tables);
    run_parser(markup);
    flush();
    while (!html_tables_.empty()) end_html_table();
}

void MarkdownReader::run_parser(std::string_view markup) {
    MD_PARSER parser{};
    // Indented code is off: what authors indent is text. So are addresses without brackets: they are found as values.
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    if (close_titles_) parser.flags |= MD_FLAG_PERMISSIVEATXHEADERS;
    parser.enter_block = enter_block;
    parser.leave_block = leave_block;
    parser.enter_span = enter_span;
    parser.leave_span = leave_span;
    parser.text = text;
    const int result = md_parse(markup.data(), static_cast<MD_SIZE>(markup.size()), &parser, this);
    if (failure_) std::rethrow_exception(failure_);
    if (result != 0) throw std::bad_alloc();  // its only other reason
}

void MarkdownReader::metadata(std::string_view value, std::size_t offset, std::uint16_t marks) {
    if (trimmed(value).empty()) return;
    builder_.open(BlockKind::paragraph, 0, marks, places_.at(offset));
    builder_.text(value);
    builder_.close();
}

void MarkdownReader::finish() {
    builder_.end_main_text();
    for (Note& note : notes_) {
        for (MarkdownLeaf& leaf : note.leaves) leaf.tidy(false);
        std::erase_if(note.leaves, [](const MarkdownLeaf& leaf) { return leaf.blank(); });
        if (note.leaves.empty()) continue;
        builder_.open(BlockKind::note, 0, 0, place_of(note.leaves.front()));
        for (const MarkdownLeaf& leaf : note.leaves) {
            builder_.open(BlockKind::paragraph, 0, 0, place_of(leaf));
            leaf.write(builder_);
            builder_.close();
        }
        builder_.close();
    }
}

void MarkdownReader::enter(MD_BLOCKTYPE type, void* detail) {
    if (++depth_ > builder_.limits().nesting + 1) limit_reached("nesting", depth_ - 1, builder_.limits().nesting);
    switch (type) {
        case MD_BLOCK_QUOTE:
            flush();
            ++quotes_;
            break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL: {
            flush();
            List list;
            list.id = ++list_count_;
            if (type == MD_BLOCK_OL) {
                const auto& own = *static_cast<MD_BLOCK_OL_DETAIL*>(detail);
                list.ordered = true;
                list.delimiter = own.mark_delimiter;
                list.number = own.start - 1;
            }
            lists_.push_back(list);
            break;
        }
        case MD_BLOCK_LI:
            flush();
            lists_.back().first = true;
            ++lists_.back().number;
            lists_.back().task = *static_cast<MD_BLOCK_LI_DETAIL*>(detail);
            break;
        case MD_BLOCK_H:
            flush();
            while (!html_tables_.empty()) end_html_table();
            begin_leaf(BlockKind::heading, static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
            break;
        case MD_BLOCK_CODE: {
            flush();
            // What is marked as raw text of a format is none of the document's, but for HTML ("{=html}"), which is read.
            const std::string info = attribute_text(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->info);
            if (info.starts_with("{=")) {
                raw_ = info == "{=html}" ? Raw::html : Raw::other;
                begin_html();
            } else {
                begin_leaf(BlockKind::paragraph, 0, mark::preformatted);
            }
            break;
        }
        case MD_BLOCK_P:
            flush();
            begin_leaf(BlockKind::paragraph);
            break;
        case MD_BLOCK_HTML:
            flush();
            begin_html();
            break;
        case MD_BLOCK_TABLE:
            flush();
            table_block_ = builder_.open(BlockKind::table);
            break;
        case MD_BLOCK_THEAD: head_ = true; break;
        case MD_BLOCK_TBODY: head_ = false; break;
        case MD_BLOCK_TR:
            row_block_ = builder_.open(BlockKind::row, 0, head_ ? mark::header_row : std::uint16_t{0});
            column_ = 0;
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            cell_block_ = builder_.open(BlockKind::cell);
            builder_.cell(column_++, 1, 1);
            ++cells_;
            begin_leaf(BlockKind::paragraph);
            break;
        default: break;
    }
}

void MarkdownReader::leave(MD_BLOCKTYPE type) {
    --depth_;
    switch (type) {
        case MD_BLOCK_QUOTE:
            flush();
            --quotes_;
            break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
            flush();
            lists_.pop_back();
            break;
        case MD_BLOCK_CODE:
            flush();
            if (std::exchange(raw_, Raw::none) != Raw::none) end_html();
            break;
        case MD_BLOCK_LI:
        case MD_BLOCK_H:
        case MD_BLOCK_P:
            flush();
            break;
        case MD_BLOCK_HTML:
            flush();
            end_html();
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            flush();
            --cells_;
            builder_.close();
            break;
        case MD_BLOCK_TABLE:
        case MD_BLOCK_TR:
            builder_.close();
            break;
        default: break;
    }
}

void MarkdownReader::enter(MD_SPANTYPE type, void* detail) {
    if (!in_leaf_) begin_leaf(BlockKind::paragraph);
    switch (type) {
        case MD_SPAN_STRONG: ++strong_; break;
        case MD_SPAN_A:
            link_ = attribute_text(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
            leaf_.begin_link();
            break;
        case MD_SPAN_IMG: ++images_; break;
        case MD_SPAN_DEL: struck_.push_back({Struck::unknown, leaf_.begin_struck()}); break;
        default: break;
    }
}

// The parser may leave what it never entered, and enter what it does not leave, where the target of a link holds signs of a span.
void MarkdownReader::leave(MD_SPANTYPE type) {
    switch (type) {
        case MD_SPAN_STRONG:
            if (strong_ != 0) --strong_;
            break;
        case MD_SPAN_A: leaf_.end_link(link_); break;
        case MD_SPAN_IMG:
            if (images_ != 0 && --images_ == 0) {
                ++figures_;
                leaf_.attachable();
            }
            break;
        case MD_SPAN_CODE: leaf_.attachable(); break;
        case MD_SPAN_DEL:
            if (!struck_.empty() && struck_.back().state == Struck::yes) leaf_.end_struck(struck_.back().begin);
            if (!struck_.empty()) struck_.pop_back();
            break;
        default: break;
    }
}

void MarkdownReader::place(std::string_view piece) {
    const bool inside = piece.data() >= markup_.data() && piece.data() < markup_.data() + markup_.size();
    if (!leaf_.wants_place() || !inside || piece.empty()) return;
    if (source_cell_ != nullptr) {
        const auto at = static_cast<std::uint32_t>(piece.data() - markup_.data());
        const auto& starts = source_cell_->starts;
        const auto line = std::upper_bound(starts.begin(), starts.end(), at, [](std::uint32_t value, const auto& start) { return value < start.first; });
        if (line == starts.begin()) leaf_.place(source_cell_->offset);
        else leaf_.place(std::prev(line)->second + (at - std::prev(line)->first));
        return;
    }
    leaf_.place(begin_ + static_cast<std::size_t>(piece.data() - markup_.data()));
}

// Two tildes strike text out, and that is left out as deleted text is. One tilde is a subscript (H~2~O), which counts. The
// parser takes both for the same; the signs before the first text tell them apart. It is gathered like other text and cut
// where the span ends: one that never ends strikes nothing.
void MarkdownReader::tell_struck(std::string_view piece) {
    // Those that began since the last piece are the last ones.
    for (auto span = struck_.rbegin(); span != struck_.rend() && span->state == Struck::unknown; ++span) {
        span->state = Struck::no;
        if (piece.data() <= markup_.data() || piece.data() > markup_.data() + markup_.size()) continue;
        auto at = static_cast<std::size_t>(piece.data() - markup_.data());
        const std::size_t stop = at > 64 ? at - 64 : 0;
        while (at > stop && markup_[at - 1] != '~') --at;
        if (at >= 2 && markup_[at - 1] == '~' && markup_[at - 2] == '~') span->state = Struck::yes;
    }
}

void MarkdownReader::take(MD_TEXTTYPE type, std::string_view piece) {
    if (raw_ == Raw::other) return;
    if (type == MD_TEXT_HTML || raw_ == Raw::html) {
        html(piece, in_html_);
        return;
    }
    if (!in_leaf_) begin_leaf(BlockKind::paragraph);
    tell_struck(piece);
    if (images_ != 0 || html_struck_ != 0) return;
    place(piece);
    switch (type) {
        case MD_TEXT_BR: leaf_.add("\n", bold()); break;
        case MD_TEXT_SOFTBR: leaf_.soft_break(); break;
        case MD_TEXT_NULLCHAR: leaf_.add("\xEF\xBF\xBD", bold()); break;
        case MD_TEXT_ENTITY: {
            std::string decoded;
            append_entity(decoded, piece);
            leaf_.add_literal(decoded, bold());
            break;
        }
        case MD_TEXT_CODE: leaf_.add_literal(piece, bold()); break;
        default: {
            const bool escaped = piece.data() > markup_.data() && piece.data() < markup_.data() + markup_.size() && piece.data()[-1] == '\\';
            if (escaped && !piece.empty()) {
                const std::size_t size = decode(piece, 0).size;
                leaf_.add_literal(piece.substr(0, size), bold());
                piece.remove_prefix(size);
            }
            add_typed(piece);
        }
    }
}

// Two hyphens are a dash and three a long one, as programs write them that keep to ASCII; other runs of them are what they are.
void MarkdownReader::add_typed(std::string_view piece) {
    for (std::size_t begin = 0; begin < piece.size();) {
        const std::size_t at = std::min(piece.find("--", begin), piece.size());
        const std::size_t end = std::min(piece.find_first_not_of('-', at), piece.size());
        const std::size_t run = end - at;
        const std::string_view dashes = run == 2 ? "\u2013" : run == 3 ? "\u2014" : run == 6 ? "\u2014\u2014" : piece.substr(at, run);
        leaf_.add(piece.substr(begin, at - begin), bold());
        leaf_.add(dashes, bold());
        begin = end;
    }
}

void MarkdownReader::begin_html() {
    scanner_ = HtmlScanner();
    in_html_ = true;
    html_bold_ = html_struck_ = 0;
}

void MarkdownReader::end_html() {
    in_html_ = false;
    html_bold_ = html_struck_ = 0;
}

void MarkdownReader::begin_leaf(BlockKind kind, std::uint8_t level, std::uint16_t marks) {
    leaf_.clear();
    leaf_.flows = flows_ || source_cell_ != nullptr;
    leaf_.pages = &pages_;
    in_leaf_ = true;
    kind_ = kind;
    level_ = level;
    marks_ = static_cast<std::uint16_t>(marks | (quotes_ != 0 ? mark::quotation : 0));
}

void MarkdownReader::flush() {
    if (!in_leaf_) return;
    in_leaf_ = false;
    leaf_.cut_struck();
    if (!take_note()) {
        if ((marks_ & mark::preformatted) != 0) write(leaf_);
        else flush_lines();
    }
    leaf_.clear();
    struck_.clear();
    images_ = 0;
    if (!in_html_) strong_ = html_struck_ = 0;
    for (; figures_ != 0; --figures_) {
        builder_.open(BlockKind::figure);
        builder_.close();
    }
}

std::size_t MarkdownReader::indent_of(const MarkdownLeaf& leaf) const noexcept {
    if (leaf.offset == MarkdownLeaf::nowhere) return 0;
    const std::string_view before = std::string_view(source_.text).substr(0, leaf.offset);
    std::size_t columns = 0;
    for (const char c : before.substr(before.find_last_of("\r\n") + 1)) {
        if (c != ' ' && c != '\t') break;
        columns = c == '\t' ? columns / 4 * 4 + 4 : columns + 1;
    }
    return columns;
}

// Whether the text is that of notes ("[^1]: …"), one below another, or of the note before it, which goes on in what stands
// four columns deeper.
bool MarkdownReader::take_note() {
    // Every tag of a block of HTML may begin a text, all of them on one line.
    if (cells_ != 0 || in_html_) return false;
    if (note_indent_ != no_note && indent_of(leaf_) >= note_indent_ + 4) {
        notes_.back().leaves.push_back(std::move(leaf_));
        return true;
    }
    note_indent_ = no_note;
    if ((marks_ & mark::preformatted) != 0) return false;
    std::string id = leaf_.take_note();
    if (id.empty()) return false;
    note_indent_ = indent_of(leaf_);
    MarkdownLeaf rest = std::move(leaf_);
    for (std::size_t i = 0; i < most_lines && rest.text.size() < most_bytes; ++i) {
        std::uint32_t next = 0;
        for (const std::uint32_t start : rest.line_starts())
            if (start != 0 && next == 0 && std::string_view(rest.text).substr(start).starts_with("[^")) next = start;
        if (next == 0) break;
        MarkdownLeaf tail = rest.split(next);
        notes_.push_back({std::move(id), {std::move(rest)}});
        rest = std::move(tail);
        id = rest.take_note();
    }
    notes_.push_back({std::move(id), {std::move(rest)}});
    return true;
}

Place MarkdownReader::place_of(const MarkdownLeaf& leaf) {
    if (leaf.offset == MarkdownLeaf::nowhere) return {};
    const Place place = places_.at(leaf.offset);
    // A table begins where its first text stands.
    const auto begins = [&](std::uint32_t index) {
        Block& block = builder_.block(index);
        if (block.place.line != 0) return;
        const std::uint16_t part = block.place.part;
        block.place = place;
        block.place.part = part;
    };
    if (cells_ != 0)
        for (const std::uint32_t index : {table_block_, row_block_, cell_block_}) begins(index);
    if (!html_tables_.empty() && html_tables_.back().cell)
        for (const std::uint32_t index : {html_tables_.back().block, html_tables_.back().row_block, html_tables_.back().cell_block}) begins(index);
    return place;
}

void MarkdownReader::write(MarkdownLeaf& leaf) {
    leaf.tidy(kind_ == BlockKind::heading);
    if (leaf.blank() || (kind_ == BlockKind::paragraph && (marks_ & mark::preformatted) == 0 && is_tex_of_pages(leaf.text))) return;
    BlockKind kind = kind_;
    std::uint8_t level = level_;
    std::uint16_t marks = marks_;
    List* list = lists_.empty() || cells_ > drawn_ || !html_tables_.empty() ? nullptr : &lists_.back();
    const bool item = list != nullptr && list->first && kind == BlockKind::paragraph;
    if (item) {
        kind = BlockKind::list_item;
        level = static_cast<std::uint8_t>(lists_.size() - 1);
    } else if (list != nullptr && kind == BlockKind::paragraph) {
        marks |= mark::continued;
    }
    builder_.open(kind, level, marks, place_of(leaf));
    if (item) number(*list, leaf);
    if (list != nullptr) list->first = false;
    leaf.write(builder_);
    builder_.close();
}

}  // namespace plancheck
