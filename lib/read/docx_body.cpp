// A frame stands for an element whose children are being visited; what is left out is never pushed. Closing a paragraph
// may leave boxes and figures behind: they are visited under a frame of their own, which then resumes after the
// paragraph, so a box within a box within a box takes no more than the nesting of the file.
#include "read/docx_body.hpp"

#include <algorithm>
#include <utility>

namespace plancheck::docx {

Body::Body(Builder& builder, const Styles& styles, Numbering& numbering, const Stores& stores, bool by_paragraph)
    : builder_(builder), styles_(styles), numbering_(numbering), stores_(stores), by_paragraph_(by_paragraph) {}

void Body::walk(XmlNode root, const Names& names, const Relations& relations) {
    names_ = &names;
    relations_ = &relations;
    inside_ = Inside::flow;
    run_ = {};
    looks_ = {};
    frames_.clear();
    XmlNode at = push(root, Tag::body);
    while (!frames_.empty()) {
        if (at) {
            at = at.is_element() ? enter(at) : at.next_sibling();
        } else {
            at = leave();
        }
    }
    if (codes_ != 0) met.code_left_open = true;
    end_fields(0);
}

XmlNode Body::push(XmlNode node, Tag tag) {
    frames_.push_back({node, tag, inside_, 0, field_count_, base_});
    return node.first_child();
}

XmlNode Body::enter(XmlNode node) {
    const Tag tag = names_->tag(node);
    if (graphic_ != 0) return enter_graphic(node, tag);
    switch (tag) {
        case Tag::p: return enter_paragraph(node);
        case Tag::r: {
            XmlNode inside = enter_run(node);
            // Most runs hold a text and nothing else.
            for (; names_->tag(inside) == Tag::t; inside = inside.next_sibling()) add_text(inside);
            if (!inside) break;
            push(node, tag);
            return inside;
        }
        case Tag::t:
        case Tag::math_text: add_text(node); break;
        case Tag::tab: add("\t"); break;
        case Tag::carriage_return: add("\n"); break;
        case Tag::line_break: add_break(node); break;
        case Tag::no_break_hyphen: add("\xE2\x80\x91"); break;
        case Tag::soft_hyphen: add("\xC2\xAD"); break;
        case Tag::symbol: add_symbol(node); break;
        case Tag::footnote_mark:
        case Tag::endnote_mark: return enter_note_mark(node, tag);
        case Tag::rendered_page_break: page_at(met.pages); break;
        case Tag::field_char: enter_field_char(node); break;
        case Tag::instruction: enter_instruction(node); break;
        case Tag::simple_field: {
            const XmlNode inside = push(node, tag);
            enter_simple_field(node);
            return inside;
        }
        case Tag::hyperlink: {
            const auto id = attribute(node, "id");
            const Relation* relation = id ? relations_->find(*id) : nullptr;
            const bool opens = relation != nullptr && relation->external && !link_open_ && in_paragraph_;
            const XmlNode inside = push(node, tag);
            if (opens) open_link(relation->target);
            frames_.back().flags = opens ? 1 : 0;
            return inside;
        }
        case Tag::inserted: ++met.insertions; return push(node, tag);
        case Tag::deleted: ++met.deletions; break;
        case Tag::sdt: return enter_control(node);
        case Tag::sdt_content:
        case Tag::transparent:
        case Tag::ruby_base: return push(node, tag);
        case Tag::math:
            bold_ = raised_ = struck_ = false;
            hidden_ = paragraph_.hidden;
            return push(node, tag);
        case Tag::tbl: return enter_table(node);
        case Tag::tr: return enter_row(node);
        case Tag::tc: return enter_cell(node);
        case Tag::drawing:
        case Tag::object:
            if (!in_paragraph_ || codes_ != 0 || hidden_) break;
            ++graphic_;
            push(node, tag);
            frames_.back().first = pending_.size();
            return node.first_child();
        case Tag::alternate_content: return enter_alternate(node);
        case Tag::chunk:
        case Tag::sub_document: ++met.not_followed; break;
        default: break;
    }
    return node.next_sibling();
}

XmlNode Body::enter_graphic(XmlNode node, Tag tag) {
    switch (tag) {
        case Tag::text_box:
            if (has_text(node)) pending_.push_back({node});
            return node.next_sibling();
        case Tag::alternate_content: return enter_alternate(node);
        case Tag::p:
        case Tag::tbl: return node.next_sibling();
        default: return push(node, Tag::other);
    }
}

/// Behind the mark, and behind the sign that the author put in its place.
XmlNode Body::enter_note_mark(XmlNode node, Tag tag) {
    constexpr std::size_t longest = 16;  // bytes; Word takes ten characters
    builder_.note_mark(note_key(attribute(node, "id"), tag == Tag::endnote_mark));
    const XmlNode next = node.next_sibling();
    const auto own = attribute(node, "customMarkFollows");
    if (!next || !own || *own == "0" || *own == "false" || *own == "off") return next;
    const std::string_view sign = names_->tag(next) == Tag::t ? next.child_text() : std::string_view();
    const bool is_sign = names_->tag(next) == Tag::symbol || (!sign.empty() && sign.size() <= longest && sign.find(' ') == sign.npos);
    return is_sign ? next.next_sibling() : next;
}

/// One branch: the first choice that has text we know, else what is there for those who know less.
XmlNode Body::enter_alternate(XmlNode node) {
    XmlNode chosen;
    XmlNode first;
    for (XmlNode at = node.first_child(); at; at = at.next_sibling()) {
        const Tag tag = names_->tag(at);
        if (tag == Tag::choice) {
            if (!first) first = at;
            if (!has_text(at)) continue;
        } else if (tag != Tag::fallback) {
            continue;
        }
        chosen = at;
        break;
    }
    if (!chosen) chosen = textless_ = first;
    if (!chosen) return node.next_sibling();
    push(node, Tag::alternate_content);
    return chosen.first_child();
}

XmlNode Body::enter_control(XmlNode node) {
    bool contents = false;
    bool placeholder = false;
    bool bound = false;
    if (const auto properties = child(node, "sdtPr")) {
        for (XmlNode at = properties.first_child(); at; at = at.next_sibling()) {
            const std::string_view name = local(at.name());
            if (name == "showingPlcHdr") placeholder = is_on(at);
            if (name == "dataBinding" && bound_ == Bound::no) {
                if (auto shown = stores_.shown(properties)) {
                    bound_text_ = std::move(*shown);
                    bound = true;
                }
            }
            if (name == "docPartObj") contents = value(child(at, "docPartGallery")) == "Table of Contents";
        }
    }
    if (bound) {
        bound_ = Bound::due;
        placeholder = false;
    }
    push(node, Tag::sdt);
    frames_.back().flags = static_cast<std::uint8_t>((contents ? 1 : 0) | (placeholder ? 2 : 0) | (bound ? 4 : 0));
    contents_ += contents ? 1 : 0;
    placeholder_ += placeholder ? 1 : 0;
    return node.first_child();
}

XmlNode Body::leave() {
    Frame frame = frames_.back();
    if (frame.tag == Tag::pending) return next_pending();
    const bool flow = frame.tag == Tag::body || frame.tag == Tag::tc || frame.tag == Tag::text_box;
    // The last paragraph of its room was to go on in the next one, and there is none.
    if (flow && held_) return finish_paragraph({});
    frames_.pop_back();
    inside_ = frame.inside;
    switch (frame.tag) {
        case Tag::p: return leave_paragraph(frame.node.next_sibling());
        case Tag::hyperlink:
            if (frame.flags != 0) close_link();
            break;
        case Tag::simple_field: end_fields(frame.first); break;
        case Tag::sdt:
            contents_ -= frame.flags & 1U;
            placeholder_ -= (frame.flags >> 1) & 1U;
            if ((frame.flags & 4U) == 0) break;
            if (bound_ == Bound::due) add(bound_text_);  // it stood empty
            bound_ = Bound::no;
            break;
        case Tag::tbl: leave_table(); break;
        case Tag::tr: leave_row(); break;
        case Tag::tc:
            end_fields(frame.first);
            builder_.close();
            break;
        case Tag::text_box:
            end_fields(frame.first);
            base_ = frame.cursor;
            --boxes_;
            builder_.close();
            return {};
        case Tag::drawing:
        case Tag::object:
            --graphic_;
            if (pending_.size() == frame.first) pending_.push_back({});
            break;
        default: break;
    }
    return frame.node.next_sibling();
}

XmlNode Body::next_pending() {
    Frame& frame = frames_.back();
    while (frame.cursor < pending_.size()) {
        const Item item = pending_[frame.cursor++];
        if (!item.box) {
            builder_.open(BlockKind::figure);
            builder_.close();
            continue;
        }
        builder_.open(BlockKind::box);
        const std::size_t base = base_;
        push(item.box, Tag::text_box);
        frames_.back().cursor = base;
        base_ = pending_.size();
        ++boxes_;
        return item.box.first_child();
    }
    const Frame done = frame;
    frames_.pop_back();
    pending_.resize(done.first);
    return done.node;
}

/// Whether there is text in it that the walk would know. What was found last is kept: choices lie within choices, and
/// each would look for the same text again.
bool Body::has_text(XmlNode node) {
    for (XmlNode up = text_found_; up; up = up.parent())
        if (up == node) return true;
    if (textless_)
        for (XmlNode up = node; up; up = up.parent())
            if (up == textless_) return false;
    for (XmlNode at = node.following(node); at; at = at.following(node)) {
        const Tag tag = names_->tag(at);
        if ((tag == Tag::t || tag == Tag::math_text) && at.first_child()) {
            text_found_ = at;
            return true;
        }
    }
    return false;
}

}  // namespace plancheck::docx
