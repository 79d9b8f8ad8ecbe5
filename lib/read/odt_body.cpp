// A frame stands for an element whose children are being visited; what is left out is never pushed. Closing a paragraph may
// leave boxes and figures behind: they are visited under a frame of their own, which then resumes after the paragraph.
//
// Rows and cells may stand for many equal ones. They are visited as often, and everything visited counts against the limit
// on elements as though it were written out, so that no small file becomes long work.
#include "read/odt_body.hpp"

#include <algorithm>

#include "read/xml.hpp"

namespace plancheck::odt {

Body::Body(Builder& builder, const Styles& styles, Numbering& numbering, bool offsets, bool hides)
    : builder_(builder), styles_(styles), numbering_(numbering), offsets_(offsets), hides_(hides) {}

void Body::walk(pugi::xml_node root) { run(root); }

void Body::walk_notes() {
    in_notes_ = true;
    // Notes in notes are against the format and would be added to the list that is being walked.
    for (auto* notes : {&footnotes_, &endnotes_}) {
        const std::size_t count = notes->size();
        for (std::size_t i = 0; i < count; ++i) {
            const pugi::xml_node note = (*notes)[i];
            builder_.open_note(2 * i + (notes == &endnotes_ ? 1 : 0));
            run(note);
            builder_.close();
        }
    }
}

void Body::run(pugi::xml_node root) {
    const std::uint64_t most = builder_.limits().elements;
    inside_ = Inside::flow;
    frames_.clear();
    items_.assign(1, Item{});
    pugi::xml_node at = push(root, Tag::root);
    while (!frames_.empty()) {
        if (!at) {
            at = leave();
        } else if (at.type() == pugi::node_element) {
            if (++visited_ > most) limit_reached("elements", visited_, most);
            at = enter(at, tag(at.name()));
        } else {
            if (in_paragraph_ && drawing_ == 0) add_text(at.value());
            at = at.next_sibling();
        }
    }
}

pugi::xml_node Body::push(pugi::xml_node node, Tag tag) {
    Frame& frame = frames_.emplace_back();
    frame.node = node;
    frame.tag = tag;
    frame.inside = inside_;
    frame.look = look_;
    frame.first = pending_.size();
    return node.first_child();
}

pugi::xml_node Body::enter(pugi::xml_node node, Tag tag) {
    switch (tag) {
        case Tag::frame:
        case Tag::group:
        case Tag::shape:
        case Tag::text_box: return enter_drawing(node, tag);
        case Tag::tracked_changes: count_changes(node); return node.next_sibling();
        case Tag::page_break: page_break(); return node.next_sibling();
        case Tag::other:
        case Tag::left_out: return node.next_sibling();
        default: break;
    }
    if (drawing_ != 0) return node.next_sibling();
    return in_paragraph_ ? enter_inline(node, tag) : enter_flow(node, tag);
}

pugi::xml_node Body::enter_flow(pugi::xml_node node, Tag tag) {
    switch (tag) {
        case Tag::heading:
        case Tag::paragraph: return inside_ == Inside::flow ? enter_paragraph(node, tag) : node.next_sibling();
        case Tag::list: return inside_ == Inside::flow ? enter_list(node) : node.next_sibling();
        case Tag::list_item:
        case Tag::list_header: return enter_item(node, tag);
        case Tag::numbered_paragraph: return inside_ == Inside::flow ? enter_numbered(node) : node.next_sibling();
        case Tag::section: return enter_section(node);
        case Tag::contents:
            ++contents_;
            return push(node, tag);
        case Tag::transparent: return push(node, tag);
        case Tag::table: return enter_table(node);
        case Tag::header_rows:
            if (inside_ != Inside::table) break;
            tables_[table_count_ - 1].header = true;
            return push(node, tag);
        case Tag::row: return enter_row(node);
        case Tag::cell: return enter_cell(node);
        case Tag::covered_cell: cover(node); break;
        default: break;
    }
    return node.next_sibling();
}

/// What a section shows that depends on a condition was decided when the file was saved.
pugi::xml_node Body::enter_section(pugi::xml_node node) {
    if (value(node, "text:display") == "none" || is_true(node, "text:is-hidden")) return leave_out(node);
    for (pugi::xml_node at = node.first_child(); at; at = at.next_sibling()) {
        if (hash(at.name()) == hash("text:section-source") && !value(at, "xlink:href").empty()) ++met.not_followed;
        if (hash(at.name()) == hash("text:p")) break;
    }
    return push(node, Tag::section);
}

pugi::xml_node Body::enter_list(pugi::xml_node node) {
    const Item outer = items_.back();
    Item made;
    made.style = numbering_.style(value(node, "text:style-name"));
    if (outer.list == Item::no_list) {
        made.list = numbering_.begin(node, made.style);
    } else {
        made.list = outer.list;
        made.level = static_cast<std::uint8_t>(std::min<std::size_t>(outer.level + 1U, Numbering::levels - 1));
        if (made.style == Numbering::none) made.style = outer.style;
        // An item that begins with a list of its own adds nothing above it: the numbers there go on.
        // What it says of its own behind that has no number.
        items_.back().first = false;
        if (outer.level != made.level && !outer.first && !is_true(node, "text:continue-numbering")) numbering_.restart(made.list, made.level);
    }
    items_.push_back(made);
    return push(node, Tag::list);
}

pugi::xml_node Body::enter_item(pugi::xml_node node, Tag tag) {
    if (frames_.back().tag != Tag::list) return node.next_sibling();
    Item& item = items_.back();
    item.header = tag == Tag::list_header;
    item.first = !item.header;
    item.shown = false;
    item.override = numbering_.style(value(node, "text:style-override"));
    item.start = number(node, "text:start-value", 0, 1'000'000, Numbering::no_start);
    return push(node, tag);
}

pugi::xml_node Body::enter_numbered(pugi::xml_node node) {
    Item made;
    made.style = numbering_.style(value(node, "text:style-name"));
    made.list = numbering_.numbered_list(value(node, "text:list-id"));
    made.level = static_cast<std::uint8_t>(number(node, "text:level", 1, Numbering::levels, 1) - 1);
    made.start = number(node, "text:start-value", 0, 1'000'000, Numbering::no_start);
    made.header = false;
    made.first = true;
    items_.push_back(made);
    return push(node, Tag::numbered_paragraph);
}

/// Boxes inside a drawing are kept for later; a drawing without any is a figure.
pugi::xml_node Body::enter_drawing(pugi::xml_node node, Tag tag) {
    if (inside_ != Inside::flow || (look_ & look::hidden) != 0) return node.next_sibling();
    if (drawing_ != 0 && (tag == Tag::text_box || tag == Tag::shape)) {
        if (has_text(node)) pending_.push_back(node);
        return node.next_sibling();
    }
    push(node, Tag::frame);
    ++drawing_;
    if (tag == Tag::frame || tag == Tag::group) return node.first_child();
    if (has_text(node)) pending_.push_back(node);
    return {};
}

pugi::xml_node Body::leave_out(pugi::xml_node node) {
    if (!met.hidden) met.hidden = has_text(node);
    return node.next_sibling();
}

pugi::xml_node Body::leave() {
    const Frame frame = frames_.back();
    if (frame.tag == Tag::pending) return next_pending();
    frames_.pop_back();
    inside_ = frame.inside;
    look_ = frame.look;
    const pugi::xml_node next = frame.node.next_sibling();
    switch (frame.tag) {
        case Tag::paragraph: return finish_paragraph(next);
        case Tag::link:
            if (frame.flags == 0) break;
            builder_.link(link_begin_, link_);
            link_ = nullptr;
            break;
        case Tag::placeholder: --placeholder_; break;
        case Tag::contents: --contents_; break;
        case Tag::list:
        case Tag::numbered_paragraph: items_.pop_back(); break;
        case Tag::header_rows: tables_[table_count_ - 1].header = false; break;
        case Tag::table: leave_table(); break;
        case Tag::row: return leave_row(frame);
        case Tag::cell: return leave_cell(frame);
        case Tag::text_box:
            base_ = frame.cursor;
            items_.pop_back();
            if (frame.flags != 0) return {};
            --boxes_;
            builder_.close();
            return {};
        case Tag::frame:
            --drawing_;
            if (drawing_ != 0) break;
            if (pending_.size() == frame.first) pending_.emplace_back();
            if (in_paragraph_) break;
            push(next, Tag::pending);
            frames_.back().first = frames_.back().cursor = frame.first;
            return {};
        default: break;
    }
    return next;
}

namespace {

// A frame around a table is only what lets it float: word processors make one of a table that floats in another's file.
bool is_floating_table(pugi::xml_node box) {
    if (box.parent().name() != std::string_view("draw:frame")) return false;
    std::size_t tables = 0, others = 0;
    for (const pugi::xml_node child : box.children()) {
        if (child.name() == std::string_view("table:table")) ++tables;
        else if (child.name() != std::string_view("text:p") || child.first_child()) ++others;  // its caption
    }
    return tables != 0 && others <= tables;
}

}  // namespace

pugi::xml_node Body::next_pending() {
    Frame& frame = frames_.back();
    while (frame.cursor < pending_.size()) {
        const pugi::xml_node box = pending_[frame.cursor++];
        if (!box) {
            builder_.open(BlockKind::figure);
            builder_.close();
            continue;
        }
        const bool floats = boxes_ == 0 && is_floating_table(box);
        if (!floats) builder_.open(BlockKind::box);
        const std::size_t base = base_;
        push(box, Tag::text_box);
        frames_.back().cursor = base;
        frames_.back().flags = floats ? 1 : 0;
        base_ = pending_.size();
        items_.emplace_back();
        if (!floats) ++boxes_;
        return box.first_child();
    }
    const Frame done = frame;
    frames_.pop_back();
    pending_.resize(done.first);
    return done.node;
}

/// Whether there is text in it that the walk would know. What was found last is kept: boxes lie within boxes, and each
/// would look for the same text again.
bool Body::has_text(pugi::xml_node node) {
    for (pugi::xml_node up = text_found_; up; up = up.parent())
        if (up == node) return true;
    pugi::xml_node at = node;
    for (;;) {
        bool inside = true;
        if (at.type() == pugi::node_element) {
            const Tag of = tag(at.name());
            inside = at == node || (of != Tag::other && of != Tag::left_out);
        } else if (std::string_view(at.value()).find_first_not_of(" \t\r\n") != std::string_view::npos) {
            const Tag of = tag(at.parent().name());
            if (of != Tag::section && of != Tag::shape && of != Tag::frame) {
                text_found_ = at;
                return true;
            }
        }
        if (const auto child = at.first_child(); inside && child) {
            at = child;
            continue;
        }
        while (at != node && !at.next_sibling()) at = at.parent();
        if (at == node) return false;
        at = at.next_sibling();
    }
}

/// Whether a row without text had text that was deleted: the format has no other mark of a deleted row.
bool Body::was_deleted(pugi::xml_node row) const {
    if (met.deletions == 0) return false;
    for (XmlCursor at(row); at.next();)
        if (at.entering() && hash(at.node().name()) == hash("text:change")) return true;
    return false;
}

void Body::count_changes(pugi::xml_node node) {
    for (pugi::xml_node region = node.first_child(); region; region = region.next_sibling()) {
        for (pugi::xml_node at = region.first_child(); at; at = at.next_sibling()) {
            if (hash(at.name()) == hash("text:insertion")) ++met.insertions;
            if (hash(at.name()) == hash("text:deletion")) ++met.deletions;
        }
    }
}

}  // namespace plancheck::odt
