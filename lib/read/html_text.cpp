// White space is kept back until something follows it, so that none stands at the end of a block, and so are line
// breaks. A piece of text without runs of white space goes to the builder in one.
#include <algorithm>
#include <utility>

#include "read/entities.hpp"
#include "read/html_characters.hpp"
#include "read/html_reader.hpp"
#include "read/html_signs.hpp"
#include "read/lines.hpp"
#include "read/text_writer.hpp"
#include "text/utf8.hpp"

namespace plancheck::html {

namespace {

constexpr std::size_t longest_number = 12;  // "XXXVIII." of a list, held until it is known what follows

constexpr bool is_alphanumeric(char c) noexcept {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool blank(std::string_view text) noexcept { return std::all_of(text.begin(), text.end(), is_white); }

/// C1 controls from references: browsers take them for Windows-1252.
constexpr char16_t windows_1252[32] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                       0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

}  // namespace

void Reader::text(std::string_view piece, std::size_t end) {
    if (keeping_ != Keeping::nothing) {
        kept().push_back({Event::Kind::text, std::string(piece), {}, end, 0});
        return;
    }
    std::string open;
    if (reference_ != 0) {
        piece.remove_prefix(std::min(std::exchange(reference_, 0), piece.size()));
    } else if (piece == "&") {
        reference_ = append_open_entity(open, name_before(end));
        if (reference_ != 0) piece = open;
    }
    if (state_.dropped || piece.empty() || (!tables_.empty() && repeats_label(piece))) return;
    if (state_.level != 0 && frames_.back().inner && is_heading_sign(piece)) return;
    if (!tables_.empty() && tables_.back().cell && tables_.back().head_cell && is_order_sign(piece)) return;
    if (state_.gone || state_.invisible) {
        met.hidden = met.hidden || !trimmed(piece).empty();
        return;
    }
    if (state_.typed) return gather(piece, end);
    if (state_.label) {
        label_ += piece;
        return;
    }
    if (in_table() && tables_.back().opened && !state_.note) {
        if (blank(piece)) return;
        implied_cell();
    }
    if (may_hold_ && !leaf_) {
        if (blank(piece)) return;
        if (held_.empty() && trimmed(piece).size() <= longest_number) {
            held_ = piece;
            held_end_ = end;
            return;
        }
    }
    release_held();
    may_hold_ = false;
    if (leaf_ && is_behind_paragraph(end - std::min(end, piece.size()))) boundary();
    std::string changed;
    if (piece.size() == 2 && piece[0] == '\xC2' && static_cast<unsigned char>(piece[1]) < 0xA0) {
        append_utf8(changed, windows_1252[static_cast<unsigned char>(piece[1]) - 0x80U]);
        piece = changed;
    }
    if (state_.preformatted)
        add_preformatted(piece, end);
    else
        add(piece, end);
}

/// Whether a text is the label of its cell, shown on narrow screens where the table has no heads.
bool Reader::repeats_label(std::string_view piece) {
    std::string& label = tables_.back().label;
    if (label.empty() || !tables_.back().cell || blank(piece)) return false;
    piece = trimmed(piece);
    if (piece.ends_with(':')) piece = trimmed(piece.substr(0, piece.size() - 1));
    return !leaf_ && piece == std::exchange(label, {});
}

/// Whether the end of a paragraph that was none stands right before an offset: it ends a line all the same.
bool Reader::is_behind_paragraph(std::size_t offset) const noexcept {
    constexpr std::string_view small = "</p>", large = "</P>";
    if (offset < small.size() || offset > markup_.size() || markup_[offset - 1] != '>') return false;
    const std::string_view tag = std::string_view(markup_).substr(offset - small.size(), small.size());
    return tag == small || tag == large;
}

/// The name of a reference that ends there. One that has no semicolon the parser does not know: it gives the sign first,
/// then the name.
std::string_view Reader::name_before(std::size_t end) const noexcept {
    if (end > markup_.size()) return {};
    std::size_t begin = end;
    while (begin != 0 && is_alphanumeric(markup_[begin - 1])) --begin;
    return begin == 0 || markup_[begin - 1] != '&' ? std::string_view() : std::string_view(markup_).substr(begin, end - begin);
}

void Reader::release_held() {
    if (held_.empty()) return;
    may_hold_ = false;
    const std::string held = std::move(held_);
    held_.clear();
    add(held, held_end_);
}

void Reader::add(std::string_view piece, std::size_t end) {
    after_start_ = false;
    for (std::size_t at = 0; at < piece.size();) {
        if (is_white(piece[at])) {
            const bool tab = state_.tabs && piece[at] == '\t';
            if (tab && gap_ == " ") gap_.clear();
            if (gap_.empty() || (tab && gap_.front() == '\t')) gap_ += tab ? '\t' : ' ';
            ++at;
            continue;
        }
        std::size_t to = at + 1;
        while (to < piece.size() &&
               (!is_white(piece[to]) || (piece[to] == ' ' && to + 1 < piece.size() && !is_white(piece[to + 1]))))
            ++to;
        put(piece.substr(at, to - at), end - (piece.size() - at));
        at = to;
    }
}

void Reader::add_preformatted(std::string_view piece, std::size_t end) {
    if (after_start_ && piece.starts_with('\n')) piece.remove_prefix(1);
    after_start_ = false;
    for (std::size_t at = 0; at < piece.size();) {
        if (is_white(piece[at])) {
            if (piece[at] != '\r') gap_ += piece[at] == '\f' ? ' ' : piece[at];
            ++at;
            continue;
        }
        std::size_t to = at + 1;
        while (to < piece.size() && !is_white(piece[to])) ++to;
        put(piece.substr(at, to - at), end - (piece.size() - at));
        at = to;
    }
}

/// A line in bold type, and what it is the title of in the next: <p><b>Title</b><br>Text</p>.
bool Reader::ends_title() const noexcept {
    return leaf_ && only_bold_ && !state_.bold && !stopped_ && !joins_ && leaf_level_ == 0 && !in_note_ && tables_.empty() && !state_.item && !state_.preformatted && gap_.find('\n') != gap_.npos;
}

void Reader::put(std::string_view run, std::size_t offset) {
    if (ends_title()) end_line();
    only_bold_ = state_.bold && (only_bold_ || !leaf_);
    if (!leaf_) {
        // Characters without width are no text: a block begins behind them.
        for (; run.starts_with("\xE2\x80\x8B") || run.starts_with("\xE2\x81\xA0"); offset += 3) run.remove_prefix(3);
        if (run.empty()) return;
        open_leaf(run, offset);
    } else if (!gap_.empty()) {
        write(gap_);
    }
    gap_.clear();
    joins_ = false;
    stopped_ = run.ends_with("\xEF\xBC\x9A") || std::string_view(".:;?!").find(run.back()) != std::string_view::npos;
    if (link_open_ && link_begin_ == Place::none) link_begin_ = builder_.position();
    write(run);
}

void Reader::write(std::string_view run) {
    std::string signs;
    if (state_.sign_font.size() > 1 && shows_signs(run, state_.sign_font, signs)) run = signs;
    if (in_note_) {
        note_bytes_ += run.size();
        if (note_bytes_ > builder_.limits().characters)
            limit_reached("characters", note_bytes_, builder_.limits().characters);
        notes_.back().lines.back().text += run;
        return;
    }
    builder_.bold(state_.bold);
    builder_.raised(state_.raised);
    builder_.text(run);
}

void Reader::gather(std::string_view piece, std::size_t end) {
    if (state_.broken) {
        for (std::size_t at = 0; at < piece.size(); ++at) {
            const bool gap = is_white(piece[at]);
            if (gap && (typed_.empty() || typed_.back() == '\n' || typed_.back() == '\f' || typed_.back() == ' ')) continue;
            if (!gap && (typed_.empty() || typed_.back() == '\n')) typed_lines_.push_back(places_.at(end - (piece.size() - at)).line);
            typed_ += gap ? ' ' : piece[at];
        }
        return;
    }
    for (std::size_t at = 0; at < piece.size(); ++at) {
        if (typed_.empty() || typed_.back() == '\n') typed_lines_.push_back(places_.at(end - (piece.size() - at)).line);
        const std::size_t to = std::min(piece.find_first_of("\r\n", at), piece.size());
        typed_ += piece.substr(at, to - at);
        at = to;
        if (to == piece.size()) return;
        const bool whole = piece[to] == '\r' && piece.substr(to + 1, 1) == "\n";
        const bool page_ends = prepared_.feeds && piece[to] == '\r' && !whole && (typed_.empty() || typed_.back() == '\n');
        typed_ += page_ends ? '\f' : '\n';
        if (whole) ++at;
    }
}

void Reader::write_typed() {
    SourceText source;
    source.text = std::exchange(typed_, {});
    source.lines = std::exchange(typed_lines_, {});
    source.mended = true;
    builder_.hold_main_text(true);
    list_count_ = write_text(std::move(source), builder_, list_count_);
    builder_.hold_main_text(false);
}

void Reader::line_break() {
    if (state_.broken && (typed_.empty() || typed_.back() == '\n')) typed_lines_.push_back(places_.at(at_).line);
    if (state_.typed) typed_ += '\n';
    if (!leaf_) return;
    // Two of them part paragraphs.
    if (leaf_level_ == 0 && !in_note_ && !state_.preformatted && gap_.find('\n') != gap_.npos) return end_line();
    if (gap_ == " ") gap_.clear();
    gap_ += '\n';
}

/// A field or button is a box in the line: no word goes on across its edge.
void Reader::apart() {
    release_held();
    if (leaf_ && gap_.empty()) gap_ = ' ';
}

/// A line begins or ends here; inside of a heading that is a line of the heading.
void Reader::boundary() {
    if (state_.typed && !typed_.empty() && typed_.back() != '\n') typed_ += '\n';
    release_held();
    may_hold_ = false;
    if (leaf_ && joins_) return;
    if (leaf_ && leaf_level_ != 0 && state_.level == leaf_level_) {
        if (gap_.find('\n') == gap_.npos) gap_ = '\n';
        return;
    }
    end_line();
}

void Reader::end_line() {
    release_held();
    if (leaf_) close_leaf();
    if (in_table()) return;
    for (; figures_ != 0; --figures_) {
        builder_.open(BlockKind::figure);
        builder_.close();
    }
    if (!boxes_.empty()) show_boxes();
}

void Reader::open_leaf(std::string_view run, std::size_t offset) {
    leaf_ = true;
    const Place place = place_at(run, offset);
    in_note_ = state_.note;
    if (in_note_) {
        if (notes_.empty()) notes_.emplace_back();
        notes_.back().lines.push_back({{}, place});
        leaf_level_ = 0;
        return;
    }
    std::uint16_t marks = 0;
    const auto mark_if = [&](bool on, std::uint16_t bit) {
        marks = static_cast<std::uint16_t>(marks | (on ? bit : 0U));
    };
    mark_if(state_.title, mark::title);
    mark_if(state_.contents, mark::contents);
    mark_if(state_.quotation, mark::quotation);
    mark_if(state_.preformatted, mark::preformatted);
    mark_if(state_.centred, mark::centred);
    mark_if(state_.placed, mark::doubtful);
    leaf_level_ = state_.title ? std::uint8_t{0} : state_.level;
    BlockKind kind = leaf_level_ != 0 ? BlockKind::heading : BlockKind::paragraph;
    std::uint8_t level = leaf_level_;
    List* list = state_.item && !lists_.empty() ? &lists_.back() : nullptr;
    // An item that is shown without a sign and brings its own is typed, as a paragraph is.
    if (list != nullptr && list->first && list->label.empty() && label_.empty() && list_marker(run.size() > longest_number ? run : std::string(run) + " -")) list->first = false, list = nullptr;
    const bool first = list != nullptr && list->first;
    if (first && kind == BlockKind::paragraph) {
        kind = BlockKind::list_item;
        level = list->level;
    }
    mark_if(list != nullptr && !first && kind == BlockKind::paragraph, mark::continued);
    builder_.open(kind, level, marks, place);
    if (first)
        label_leaf(*list, kind);
    else if (!label_.empty())
        label_word_leaf();
    label_.clear();
    // A table begins where its first text stands.
    if (!tables_.empty())
        for (const std::uint32_t index :
             {tables_.back().table_block, tables_.back().row_block, tables_.back().cell_block})
            if (Block& block = builder_.block(index);
                block.kind >= BlockKind::table && block.kind <= BlockKind::cell && block.place.line == 0) {
                const std::uint16_t part = block.place.part;
                block.place = place;
                block.place.part = part;
            }
}

void Reader::close_leaf() {
    // Cells of a typed row, the last of them empty.
    if (!gap_.empty() && gap_.find_first_not_of('\t') == gap_.npos) write(gap_);
    leaf_ = false;
    gap_.clear();
    if (in_note_) return;
    if (link_open_) {
        if (link_begin_ != Place::none) builder_.link(link_begin_, link_);
        link_begin_ = Place::none;
    }
    builder_.close();
}

void Reader::open_link(std::string_view target) {
    link_ = trimmed(target);
    link_open_ = true;
    link_begin_ = Place::none;
}

void Reader::close_link() {
    if (leaf_ && !in_note_ && link_begin_ != Place::none) builder_.link(link_begin_, link_);
    link_open_ = false;
}

/// Where a text stands that begins at `offset`, unless it came from a reference: then where that begins.
Place Reader::place_at(std::string_view run, std::size_t offset) {
    const std::size_t size = std::min<std::size_t>(run.size(), 16);
    if (offset <= markup_.size() && markup_.compare(offset, size, run.substr(0, size)) == 0) return places_.at(offset);
    const std::size_t end = offset + run.size();
    if (end > markup_.size() || end == 0) return {};
    const std::size_t reference = markup_.rfind('&', end - 1);
    if (reference == markup_.npos || end - reference > 40) return {};
    return places_.at(reference);
}

}  // namespace plancheck::html
