// A paragraph is opened as such and becomes heading or list item when it is closed, because only then is it known
// whether it has text, stands in a table of contents, or goes on in the next one. Numbers are counted at the same
// moment: a paragraph that is hidden as a whole, or whose mark was deleted, takes none.
#include <algorithm>

#include "read/docx_body.hpp"

namespace plancheck::docx {

namespace {

bool on(Toggle toggle) noexcept { return toggle == Toggle::on; }

bool says(Toggle toggle) noexcept { return toggle != Toggle::unset; }

}  // namespace

XmlNode Body::enter_paragraph(XmlNode node) {
    // Invalid, but no text is lost: a paragraph in a paragraph is more of the same one.
    if (in_paragraph_) return push(node, Tag::transparent);
    if (inside_ != Inside::flow) return node.next_sibling();

    Paragraph next;
    XmlNode properties = node.first_child();
    while (properties && names_->local_tag(properties) != Tag::p_properties) properties = properties.next_sibling();
    if (names_->tag(properties) == Tag::p_properties) known_properties(properties, next);
    const std::int32_t style = next.style != Styles::none ? next.style : styles_.default_paragraph();
    next.style = style;
    static constexpr RunLook none;
    const RunLook& look = style == Styles::none ? none : styles_[style].run;
    next.bold = says(look.bold) ? on(look.bold) : on(styles_.defaults().bold);
    next.bold_complex = says(look.bold_complex) ? on(look.bold_complex) : on(styles_.defaults().bold_complex);
    next.hidden = says(look.hidden) ? on(look.hidden) : on(styles_.defaults().hidden);
    next.contents = contents_ != 0;

    if (held_ && paragraph_.separated && outline_of(paragraph_) < Style::body_text) {
        take_punctuation(node);
        return finish_paragraph(node);
    }
    if (held_) {
        Paragraph joined = paragraph_.separated ? paragraph_ : next;
        joined.block = paragraph_.block;
        joined.begin = paragraph_.begin;
        joined.placeholder = paragraph_.placeholder;
        joined.joins = next.joins;
        joined.separated = next.separated;
        joined.bold = next.bold;
        joined.bold_complex = next.bold_complex;
        joined.hidden = next.hidden;
        next = joined;
    } else {
        next.begin = builder_.position();
        next.block = builder_.open(BlockKind::paragraph);
    }
    held_ = false;
    paragraph_ = next;
    in_paragraph_ = true;
    if (link_open_) link_begin_ = builder_.position();
    if (next.page_break) page_at(met.page_breaks);
    return push(node, Tag::p);
}

/// Most paragraphs repeat the properties of one before. Changes are told of each.
void Body::known_properties(XmlNode properties, Paragraph& paragraph) {
    const std::uint32_t source = properties.source();
    Looks& known = looks_[source % looks_.size()];
    if (known.source == source) {
        paragraph = known.paragraph;
        return;
    }
    const std::uint32_t changes = met.insertions + met.deletions;
    read_properties(properties, paragraph);
    if (met.insertions + met.deletions == changes) known = {source, paragraph};
}

void Body::read_properties(XmlNode properties, Paragraph& paragraph) {
    for (XmlNode at = properties.first_child(); at; at = at.next_sibling()) {
        switch (hash(local(at.name()))) {
            case hash("pStyle"): {
                const std::string_view id = value(at);
                paragraph.style = styles_.find(id);
                if (paragraph.style != Styles::none && !styles_[paragraph.style].paragraph)
                    paragraph.style = Styles::none;
                // The file does not define it: its id is all there is.
                if (paragraph.style == Styles::none) {
                    if (paragraph.outline == Style::no_outline) paragraph.outline = heading_outline(id);
                    paragraph.marks = marks_of_style(id);
                }
                break;
            }
            case hash("outlineLvl"): paragraph.outline = static_cast<std::uint8_t>(number(at, 0, 9, 9)); break;
            case hash("numPr"):
                if (const auto id = child(at, "numId")) paragraph.num = number(id, 0, 0x7FFFFFFF, 0);
                if (const auto level = child(at, "ilvl")) paragraph.num_level = number(level, 0, 8, 0);
                break;
            case hash("jc"): paragraph.centred = value(at) == "center" ? Toggle::on : Toggle::off; break;
            case hash("framePr"): {
                if (const auto cap = attribute(at, "dropCap"); cap && *cap != "none") paragraph.joins = true;
                break;
            }
            case hash("sectPr"): paragraph.ends_section = true; break;
            case hash("pageBreakBefore"): paragraph.page_break = is_on(at); break;
            case hash("rPr"): read_mark(at, paragraph); break;
            default: break;
        }
    }
}

/// What is said about the paragraph's own mark.
void Body::read_mark(XmlNode properties, Paragraph& paragraph) {
    for (XmlNode at = properties.first_child(); at; at = at.next_sibling()) {
        switch (hash(local(at.name()))) {
            case hash("ins"):
            case hash("moveTo"): ++met.insertions; break;
            case hash("del"):
            case hash("moveFrom"):
                ++met.deletions;
                paragraph.joins = true;
                break;
            case hash("vanish"): paragraph.mark_hidden = is_on(at); break;
            case hash("specVanish"): paragraph.separated = is_on(at); break;
            default: break;
        }
    }
}

/// A style separator puts a heading and the text after it on one line: "Meetings" and ".  The meetings". The heading
/// takes the punctuation that stands right behind it, so that it is no word of its own.
void Body::take_punctuation(XmlNode node) {
    for (XmlNode at = node.first_child(); at; at = at.next_sibling()) {
        if (names_->tag(at) != Tag::r) continue;
        const std::string_view text = child(at, "t").child_text();
        const auto end = text.find_first_not_of(".:;,!?");
        const bool spaced = end == text.npos || text[end] == ' ' || text.substr(end).starts_with("\xC2\xA0");
        if (end == 0 || !spaced) return;
        const std::string_view taken = text.substr(0, end);
        builder_.text(taken);
        skip_ = taken.size();
        return;
    }
}

XmlNode Body::leave_paragraph(XmlNode next) {
    in_paragraph_ = false;
    skip_ = 0;
    if (link_open_) {
        builder_.link(link_begin_, link_);
        link_begin_ = builder_.position();
    }
    if (by_paragraph_ && codes_ != 0) end_fields(0);
    if (paragraph_.joins || paragraph_.separated) {
        held_ = true;
        return next;
    }
    return finish_paragraph(next);
}

XmlNode Body::finish_paragraph(XmlNode resume) {
    held_ = false;
    if (Block* block = builder_.leaf()) {
        static constexpr Style none;
        const Style& style = paragraph_.style == Styles::none ? none : styles_[paragraph_.style];
        std::uint16_t marks = static_cast<std::uint16_t>(paragraph_.marks | style.marks);
        if (paragraph_.contents) marks |= mark::contents;
        const Toggle centred = says(paragraph_.centred) ? paragraph_.centred : style.centred;
        if (on(centred)) marks |= mark::centred;
        const std::uint32_t size = builder_.position() - paragraph_.begin;
        if (size != 0 && paragraph_.placeholder == size) marks |= mark::placeholder;
        block->marks = static_cast<std::uint16_t>(block->marks | marks);

        const std::uint8_t level = outline_of(paragraph_);
        const bool body_text = level >= Style::body_text || (marks & (mark::contents | mark::title)) != 0;
        if (!body_text) {
            block->kind = BlockKind::heading;
            block->level = static_cast<std::uint8_t>(level + 1);
        }
        // What holds nothing but a section break shows as that break alone, so it takes no number.
        const bool shows = size != 0 || pending_.size() > base_;
        if (shows || !(paragraph_.mark_hidden || paragraph_.hidden || paragraph_.ends_section)) number_paragraph(*block);
        builder_.close();
    }
    if (pending_.size() == base_) return resume;
    frames_.push_back({resume, Tag::pending, inside_, 0, base_, base_});
    return {};
}

std::uint8_t Body::outline_of(const Paragraph& paragraph) const noexcept {
    if (paragraph.outline != Style::no_outline || paragraph.style == Styles::none) return paragraph.outline;
    return styles_[paragraph.style].outline;
}

void Body::number_paragraph(Block& block) {
    static constexpr Style none;
    const Style& style = paragraph_.style == Styles::none ? none : styles_[paragraph_.style];
    const std::int32_t num = paragraph_.num >= 0 ? paragraph_.num : style.num;
    if (num <= 0) return;
    int level = paragraph_.num_level;
    if (level < 0) level = style_level(paragraph_.style, num);
    const Numbered numbered = numbering_.next(num, level);
    if (!numbered.shown) return;
    builder_.label(numbered.label);
    builder_.list(numbered.sequence, numbered.number);
    if (!numbered.bullet) block.marks |= mark::ordered;
    if (block.kind != BlockKind::paragraph) return;
    block.kind = BlockKind::list_item;
    block.level = static_cast<std::uint8_t>(level);
}

/// Level of a paragraph of that style in the numbering: the one linked with the style, with the style it has the
/// numbering from, or the one it names.
int Body::style_level(std::int32_t index, std::int32_t num) {
    if (index == Styles::none) return 0;
    const Style& style = styles_[index];
    const bool own = num == style.num;
    if (style_levels_.empty()) style_levels_.assign(styles_.size(), -2);
    std::int8_t& known = style_levels_[static_cast<std::size_t>(index)];
    if (own && known != -2) return known;
    int level = numbering_.level_of_style(num, style.id);
    if (level < 0 && own && style.own_level) level = style.num_level;
    if (level < 0 && style.num_style != Styles::none)
        level = numbering_.level_of_style(num, styles_[style.num_style].id);
    if (level < 0) level = own ? std::max<int>(style.num_level, 0) : 0;
    if (own) known = static_cast<std::int8_t>(level);
    return level;
}

}  // namespace plancheck::docx
