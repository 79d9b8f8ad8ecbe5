// A paragraph is opened as such and becomes heading or list item when it is closed: only then is it known whether it has
// text that is shown, and a paragraph that is hidden as a whole takes no number.
//
// White space is collapsed over the whole paragraph, as the format asks: what stands at either end is none of the text, and
// what stands between two words is one space, whatever elements it is spread over. So a space is only remembered, and
// written when something follows it.
#include <algorithm>
#include <string>

#include "plancheck/document.hpp"
#include "read/docx_symbols.hpp"
#include "read/odt_body.hpp"
#include "read/xml.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck::odt {

namespace {

// Where word processors put the signs of fonts that have nothing else.
bool is_private(char32_t c) noexcept { return c >= 0xF020 && c <= 0xF0FF; }

bool is_white(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The bit that says whether text is bold, by its first letter.
std::uint16_t weight_of(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded one = decode(text, at);
        const char32_t c = one.code;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x0590)) return look::bold;
        if ((c >= 0x0590 && c < 0x1000) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00)) return look::bold_complex;
        if (is_cjk(c) || (c >= 0xAC00 && c < 0xD7B0)) return look::bold_asian;
        at += one.size;
    }
    return look::bold;
}

bool hides_itself(pugi::xml_node paragraph) {
    pugi::xml_node at = paragraph.first_child();
    while (at) {
        const bool is_note = hash(at.name()) == hash("text:note");
        if (hash(at.name()) == hash("text:hidden-paragraph") && is_true(at, "text:is-hidden")) return true;
        if (const auto inside = at.first_child(); inside && !is_note) {
            at = inside;
            continue;
        }
        while (at != paragraph && !at.next_sibling()) at = at.parent();
        if (at == paragraph) return false;
        at = at.next_sibling();
    }
    return false;
}

}  // namespace

pugi::xml_node Body::enter_paragraph(pugi::xml_node node, Tag tag) {
    if (hides_ && hides_itself(node)) return leave_out(node);
    Paragraph made;
    made.node = node;
    made.heading = tag == Tag::heading;
    made.style = styles_.find(Family::paragraph, value(node, "text:style-name"));
    made.begin = builder_.position();
    std::uint16_t looks = styles_.defaults();
    if (made.style != Styles::none) {
        const Style& style = styles_[made.style];
        looks = style.look.over(looks);
        if (style.page_break == 1 && made.begin != 0 && table_count_ == 0) page_break();
    }
    made.hidden = (looks & look::hidden) != 0;
    Place place;
    if (offsets_ && node.offset_debug() > 0) place.byte_offset = static_cast<std::uint32_t>(node.offset_debug() - 1);
    made.block = builder_.open(BlockKind::paragraph, 0, 0, place);
    for (; pages_due_ != 0; --pages_due_) met.pages.push_back(made.block);
    paragraph_ = made;
    in_paragraph_ = true;
    space_ = false;
    written_ = false;
    const pugi::xml_node inside = push(node, Tag::paragraph);
    look_ = looks;
    return inside;
}

pugi::xml_node Body::enter_inline(pugi::xml_node node, Tag tag) {
    switch (tag) {
        // Invalid, but no text is lost: a paragraph in a paragraph is more of the same one.
        case Tag::heading:
        case Tag::paragraph:
        case Tag::field: return push(node, Tag::field);
        case Tag::span: {
            const std::int32_t style = styles_.find(Family::text, value(node, "text:style-name"));
            const pugi::xml_node inside = push(node, tag);
            if (style != Styles::none) look_ = styles_[style].look.over(look_);
            return inside;
        }
        case Tag::link: {
            const char* target = attribute(node, "xlink:href");
            const bool opens = link_ == nullptr && target != nullptr && *target != '#' && *target != '\0';
            const pugi::xml_node inside = push(node, tag);
            if (!opens) return inside;
            frames_.back().flags = 1;
            link_ = target;
            link_begin_ = builder_.position() + (space_ && written_ ? 1 : 0);
            return inside;
        }
        case Tag::spaces: add_spaces(node); break;
        case Tag::tab: add("\t"); break;
        case Tag::line_break: add("\n"); break;
        case Tag::content_control:
            if (!is_true(node, "loext:showing-place-holder")) return push(node, Tag::field);
            [[fallthrough]];
        case Tag::placeholder:
            ++placeholder_;
            return push(node, Tag::placeholder);
        case Tag::hidden_text:
            if (!is_true(node, "text:is-hidden")) return push(node, Tag::field);
            return leave_out(node);
        case Tag::variable_set:
            if (value(node, "text:display") != "none") return push(node, Tag::field);
            break;
        case Tag::note:
            if ((look_ & look::hidden) != 0 || in_notes_) break;
            for (pugi::xml_node at = node.first_child(); at; at = at.next_sibling()) {
                if (hash(at.name()) != hash("text:note-body")) continue;
                auto& notes = value(node, "text:note-class") == "endnote" ? endnotes_ : footnotes_;
                builder_.note_mark(2 * notes.size() + (&notes == &endnotes_ ? 1 : 0));
                notes.push_back(at);
                for (XmlCursor inside(at); inside.next();)
                    if (inside.entering() && hash(inside.node().name()) == hash("text:list")) numbering_.expect(inside.node());
            }
            break;
        default: break;
    }
    return node.next_sibling();
}

pugi::xml_node Body::finish_paragraph(pugi::xml_node resume) {
    in_paragraph_ = false;
    if (Block* block = builder_.leaf()) {
        std::uint16_t marks = 0;
        if (paragraph_.style != Styles::none) {
            const Style& style = styles_[paragraph_.style];
            marks = style.marks;
            if (style.centred == 1) marks |= mark::centred;
        } else {
            // The file does not define it: its name is all there is.
            char room[64];
            marks = marks_of_style(shown_name(value(paragraph_.node, "text:style-name"), room));
        }
        if (contents_ != 0) marks |= mark::contents;
        const std::uint32_t size = builder_.position() - paragraph_.begin;
        if (size != 0 && paragraph_.placeholder == size) marks |= mark::placeholder;
        block->marks = static_cast<std::uint16_t>(block->marks | marks);

        const std::uint8_t level = heading_level();
        if (level != 0 && (marks & (mark::contents | mark::title)) == 0) {
            block->kind = BlockKind::heading;
            block->level = std::min<std::uint8_t>(level, 9);
        }
        if (size != 0 || !paragraph_.hidden) number_item(*block, level);
        builder_.close();
    }
    if (pending_.size() == base_) return resume;
    push(resume, Tag::pending);
    frames_.back().first = frames_.back().cursor = base_;
    return {};
}

/// 1-10; 0: no heading.
std::uint8_t Body::heading_level() const noexcept {
    std::uint8_t of_style = 0;
    OutlineFrom from = OutlineFrom::parent;
    if (paragraph_.style != Styles::none && styles_[paragraph_.style].outline != Style::unsaid) {
        of_style = styles_[paragraph_.style].outline;
        from = styles_[paragraph_.style].outline_from;
    }
    if (!paragraph_.heading) return from == OutlineFrom::parent ? std::uint8_t{0} : of_style;
    const std::uint32_t otherwise = of_style == 0 ? 1 : of_style;
    return static_cast<std::uint8_t>(number(paragraph_.node, "text:outline-level", 1, 10, otherwise));
}

void Body::number_item(Block& block, std::uint8_t level) {
    Item& item = items_.back();
    if (item.list == Item::no_list) {
        if (level != 0) number_heading(level);
        return;
    }
    if (item.header || is_true(paragraph_.node, "text:is-list-header")) return;
    if (!item.first) {
        if (item.shown && block.kind == BlockKind::paragraph) block.marks |= mark::continued;
        return;
    }
    item.first = false;
    std::int32_t style = item.override != Numbering::none ? item.override : item.style;
    if (style == Numbering::none && paragraph_.style != Styles::none) style = numbering_.style(styles_[paragraph_.style].list);
    const Numbered numbered = numbering_.next(item.list, style, item.level, item.start);
    item.shown = numbered.shown && builder_.position() != paragraph_.begin;
    if (!numbered.shown) return;
    show(numbered);
    if (block.kind != BlockKind::paragraph) return;
    block.kind = BlockKind::list_item;
    block.level = item.level;
}

void Body::number_heading(std::uint8_t level) {
    const std::int32_t style = numbering_.outline_style();
    if (style == Numbering::none || is_true(paragraph_.node, "text:is-list-header")) return;
    if (paragraph_.style != Styles::none) {
        const Style& own = styles_[paragraph_.style];
        if (!paragraph_.heading && own.outline_from == OutlineFrom::name) return;
        if (own.unnumbered || (!paragraph_.heading && own.names_list && own.list.empty())) return;
    }
    const std::size_t at = level - 1U;
    std::uint32_t start = Numbering::no_start;
    if (is_true(paragraph_.node, "text:restart-numbering")) {
        start = number(paragraph_.node, "text:start-value", 0, 1'000'000, Numbering::no_start);
        numbering_.restart(Numbering::outline, at);
    }
    if (const Numbered numbered = numbering_.next(Numbering::outline, style, at, start); numbered.shown) show(numbered);
}

void Body::show(const Numbered& numbered) {
    builder_.label(numbered.label);
    builder_.list(numbered.sequence, numbered.number);
    Block* block = builder_.leaf();
    if (!numbered.bullet && block != nullptr) block->marks |= mark::ordered;
}

void Body::add_text(std::string_view text) {
    if (repeats_ != 0) {
        repeated_ += text.size();
        const std::uint64_t most = builder_.limits().characters;
        if (repeated_ > most) limit_reached("characters", repeated_, most);
    }
    if ((look_ & look::hidden) != 0) {
        if (trimmed(text).empty()) return;
        met.hidden = true;
        paragraph_.hidden = true;
        return;
    }
    std::size_t at = 0;
    while (at < text.size()) {
        if (is_white(text[at])) {
            space_ = true;
            ++at;
            continue;
        }
        // As far as single spaces between words go, the text is as it is to be.
        std::size_t end = at + 1;
        while (end < text.size() &&
               (!is_white(text[end]) || (text[end] == ' ' && end + 1 < text.size() && !is_white(text[end + 1]))))
            ++end;
        add(text.substr(at, end - at));
        at = end;
    }
}

void Body::add_spaces(pugi::xml_node node) {
    const std::uint32_t count = number(node, "text:c", 0, 0xFFFFFFFF, 1);
    // Spaces count when they are met, not when they are kept: a paragraph of nothing else is taken back.
    spaces_ += count;
    const std::uint64_t most = builder_.limits().characters;
    if (spaces_ > most) limit_reached("characters", spaces_, most);
    static const std::string blank(256, ' ');
    for (std::uint32_t left = count; left != 0;) {
        const std::uint32_t piece = std::min<std::uint32_t>(left, 256);
        add(std::string_view(blank).substr(0, piece));
        left -= piece;
    }
}

void Body::add(std::string_view text) {
    if ((look_ & look::hidden) != 0) return;
    std::string shown;
    if ((look_ & look::signs) != 0 && text.find('\xEF') != text.npos) {
        const std::string_view font = (look_ & look::symbol) != 0 ? "Symbol" : (look_ & look::wingdings) != 0 ? "Wingdings" : "Wingdings 2";
        for (std::size_t at = 0; at < text.size();) {
            const Decoded sign = decode(text, at);
            append_utf8(shown, is_private(sign.code) ? docx::symbol(sign.code, font) : sign.code);
            at += sign.size;
        }
        text = shown;
    }
    const std::uint32_t before = builder_.position();
    builder_.raised(false);
    if (space_ && written_) builder_.text(" ");
    space_ = false;
    written_ = true;
    const std::uint16_t bold = look_ & look::all_bold;
    builder_.bold(bold == look::all_bold || (bold != 0 && (bold & weight_of(text)) != 0));
    builder_.raised((look_ & look::raised) != 0);
    builder_.struck((look_ & look::struck) != 0);
    builder_.text(text);
    if (placeholder_ != 0) paragraph_.placeholder += builder_.position() - before;
}

/// A page begins here: with the open paragraph when it has no text yet, else with the next.
void Body::page_break() {
    if (boxes_ != 0 || in_notes_ || pages_due_ >= 0xFFFF) return;
    if (in_paragraph_ && !written_) {
        met.pages.push_back(paragraph_.block);
    } else {
        ++pages_due_;
    }
}

}  // namespace plancheck::odt
