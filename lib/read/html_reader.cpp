// Each element open is a frame that keeps the state outside of it. Elements that are left out are pushed too, so that
// their ends are found again. The parser closes in order, but for elements whose tag the end of the file cuts off: an
// end closes what is still open inside.
#include "read/html_reader.hpp"

#include <algorithm>

#include "read/html_grid.hpp"
#include "read/html_prepare.hpp"
#include "read/html_signs.hpp"
#include "text/utf8.hpp"

namespace plancheck::html {

std::string_view Attributes::operator[](std::string_view name) const noexcept {
    for (const auto& [own, value] : all_)
        if (own == name) return value;
    return {};
}

bool Attributes::has(std::string_view name) const noexcept {
    return std::any_of(all_.begin(), all_.end(), [name](const auto& one) { return one.first == name; });
}

Reader::Reader(const SourceText& source, const Prepared& prepared, const Styles& styles, Builder& builder)
    : prepared_(prepared), markup_(prepared.markup), styles_(styles), builder_(builder), places_(source) {}

void Reader::start(std::string_view name, const Attributes& attributes, std::size_t at) {
    if (!frames_.empty() && frames_.back().held) release_list(name, at);
    const bool counts_down = name == "ol" && attributes.has("reversed") && reversed_ < prepared_.reversed.size();
    const std::uint32_t items = counts_down ? prepared_.reversed[reversed_++] : 0;
    // One more than it says: <html> is counted though it may not be written.
    at_ = at;
    const std::size_t depth = frames_.size() + kept_open_.size();
    if (depth >= builder_.limits().nesting) limit_reached("nesting", depth + 1, builder_.limits().nesting);
    if (keeping_ != Keeping::nothing) keep_start(name, attributes, items);
    else open(name, attributes, items);
}

void Reader::open(std::string_view name, const Attributes& attributes, std::uint32_t items) {
    const bool shown = !state_.dropped && !state_.gone;
    // Nothing is kept twice.
    const bool may_keep = shown && !replaying_ && !state_.layout && !state_.note;
    if (may_keep && name == "tfoot" && in_table()) return keep(Keeping::foot, name, attributes, items);
    Frame frame;
    frame.items = items;
    frame.name = name;
    frame.role = role_of(name);
    frame.outer = state_;
    if (!shown) {
        frames_.push_back(frame);
        return;
    }
    Look look;
    styles_.apply(name, attributes["class"], attributes["id"], look);
    if (!attributes.empty()) read_declarations(attributes["style"], look);
    if (look.apart && may_keep && is_box(name, attributes)) return keep(Keeping::box, name, attributes, items);
    if (!look.gap || held_.empty()) release_held();
    start_shown(frame, attributes, look);
    frames_.push_back(frame);
}

void Reader::start_shown(Frame& frame, const Attributes& attributes, Look& look) {
    const bool hidden = look.gone == Say::yes || (attributes.has("hidden") && look.gone != Say::no) ||
                        (frame.role == Role::dialog && !attributes.has("open"));
    if (look.invisible != Say::nothing) state_.invisible = look.invisible == Say::yes;
    if (frame.name == "font" && look.sign_font.empty()) look.sign_font = sign_font(attributes["face"]);
    if (!look.sign_font.empty()) state_.sign_font = look.sign_font;
    if (look.bold != Say::nothing)
        state_.bold = look.bold == Say::yes;
    else if (frame.role == Role::bold || frame.name == "summary")  // it heads what can be unfolded
        state_.bold = true;
    if (frame.role <= Role::block) {
        frame.role = shown_role(frame.role, attributes, look);
        if (frame.role <= Role::block && !hidden) frame.role = grid_role(frame, frame.role, look);
    }
    if (is_label(frame.name, attributes, look) && !leaf_) {
        state_.label = true;
        return;
    }
    if (frame.role > Role::inside && frame.role <= Role::head_cell) frame.line = true;
    if (look.block || frame.role == Role::dialog) frame.line = true;
    const std::uint8_t level = heading_level(frame.name, frame.role, attributes);
    if (level != 0) frame.line = true;
    if (joins_ && frame.line && (frame.role != Role::block || level != 0)) joins_ = false, gap_.clear();
    if (frame.line) boundary();
    if (hidden) {
        (look.screen ? state_.dropped : state_.gone) = true;
        return;
    }
    start_word(frame, attributes, look);
    if (!attributes.empty() && (is_note_mark(attributes, look) || is_aside(attributes, look) || is_tool(attributes["class"]))) {
        state_.dropped = true;
        return;
    }
    if (const std::string address = hidden_address(attributes["data-cfemail"]); !address.empty()) {
        text(address, at_);
        state_.dropped = true;
        return;
    }
    if (frame.line) {
        start_block(frame, attributes, look);
        if (level != 0 && !state_.title && state_.level == 0) state_.level = level;
        return;
    }
    if (look.tabs) state_.tabs = true;
    switch (frame.role) {
        case Role::line_break: line_break(); break;
        case Role::struck:
        case Role::deleted:
            ++met.deletions;
            state_.dropped = true;
            break;
        case Role::inserted: ++met.insertions; break;
        case Role::inside:
            if (frame.name == "sup") state_.raised = true;
            // The mark of a note is raised, and leads to it.
            if (frame.name == "sup" && leaf_ && !frames_.empty() && frames_.back().inner) state_.dropped = true;
            break;
        case Role::link:
            if (start_google_note(frame, attributes)) break;
            frame.inner = attributes["href"].starts_with('#');
            if (frame.inner && leaf_ && !frames_.empty() && frames_.back().name == "sup") state_.dropped = true;
            if (const std::string_view target = attributes["href"];
                !target.empty() && target[0] != '#' && !link_open_) {
                open_link(target);
                frame.link = true;
            }
            break;
        case Role::picture:
            picture(attributes["alt"]);
            state_.dropped = true;
            break;
        case Role::control:
            apart();
            state_.preformatted = frame.name == "textarea";
            if (frame.name == "input" && is_written_in(attributes["type"])) text(attributes["value"], at_);
            break;
        case Role::frame: ++met.frames; break;
        case Role::option: state_.dropped = state_.dropped || !attributes.has("selected"); break;
        case Role::dropped: state_.dropped = true; break;
        default: break;
    }
}

/// Tables and lists of elements without a meaning of their own, by their role or their style.
Role Reader::shown_role(Role role, const Attributes& attributes, const Look& look) {
    Role shown = look.table;
    if (!attributes.empty()) {
        std::string_view words = attributes["role"];
        if (const Role said = role_of_aria(next_word(words)); said != Role::inside) shown = said;
    }
    switch (shown) {
        case Role::inside: return role;
        case Role::row_group:
        case Role::head:
        case Role::row:
        case Role::cell:
        case Role::head_cell: return !state_.layout && !state_.note && in_looks_table() ? shown : Role::block;
        default: return shown;
    }
}

/// Whether a part of a table that only looks so stands in such a table. Opens the table if it is its first.
bool Reader::in_looks_table() {
    for (auto open = frames_.rbegin(); open != frames_.rend(); ++open) {
        if (open->role == Role::cell || open->role == Role::head_cell) return false;
        if (open->role != Role::table) continue;
        if (open->looks && !open->table) start_table(*open);
        return open->looks && open->table;
    }
    return false;
}

/// Google Docs marks a note by nothing but the links to and fro, and a comment too, which is no text of the document.
bool Reader::start_google_note(Frame& frame, const Attributes& attributes) {
    if (attributes["id"].starts_with("cmnt") && attributes["href"].starts_with("#cmnt")) {
        state_.dropped = true;
        if (leaf_ || attributes["id"].starts_with("cmnt_ref")) return true;
        frame.outer.dropped = true;
        constexpr std::ptrdiff_t nearest = 4;  // elements up to the one that holds all paragraphs of the comment
        const auto end = frames_.rbegin() + std::min(nearest, frames_.rend() - frames_.rbegin());
        for (auto open = frames_.rbegin(); open != end && open->name != "div"; ++open) open->outer.dropped = true;
        return true;
    }
    if (!attributes["id"].starts_with("ftnt") || !attributes["href"].starts_with("#ftnt")) return false;
    state_.dropped = true;
    if (leaf_ || state_.note || attributes["id"].starts_with("ftnt_ref")) return true;
    notes_.emplace_back();
    frame.outer.note = true;
    for (auto open = frames_.rbegin(); open != frames_.rend() && !open->line; ++open) open->outer.note = true;
    return true;
}

void Reader::start_block(Frame& frame, const Attributes& attributes, const Look& look) {
    if (look.centred != Say::nothing)
        state_.centred = look.centred == Say::yes;
    else if (!attributes["align"].empty())
        state_.centred = lowered(attributes["align"]) == "center";
    if (!attributes.empty() && is_contents(attributes)) state_.contents = true;
    // Links to other places, and to other pages.
    const bool list = frame.role == Role::bullet_list || frame.role == Role::ordered_list;
    if (frame.name == "footer" || has_word(attributes["role"], "contentinfo")) state_.foot = true;
    if (frame.name == "nav" || has_word(attributes["role"], "navigation") || (state_.foot && list)) state_.contents = true;
    // DocBook and many sites give every heading that class: below the first level it says no more than the element.
    if (!attributes.empty() && (frame.name == "h1" || frame.name == "p") && is_title(attributes["class"])) state_.title = true;
    if (!attributes.empty() && !state_.note && is_note(frame.name, attributes, look)) {
        state_.note = true;
        if (!holds_notes(frame.name, attributes)) notes_.emplace_back();
    }
    if (look.placed && look.unwrapped) state_.placed = true;
    if (look.lines && !look.placed && frame.role != Role::preformatted && frame.role <= Role::block) start_preformatted(frame);
    if (frame.role == Role::block && frame.name == "dl") start_terms(frame, attributes, look);
    if (frame.role == Role::block && (frame.name == "dt" || frame.name == "dd")) start_term(frame, attributes, look);
    if (frame.name == "body" && !state_.typed && !replaying_ && is_broken_lines(markup_, at_, looked_)) frame.typed = state_.typed = state_.broken = true;
    if (frame.name == "hr" && state_.broken) {  // where a page ends
        typed_lines_.push_back(places_.at(at_).line);
        typed_ += '\f';
    }
    switch (frame.role) {
        case Role::centred: state_.centred = true; break;
        case Role::quotation: state_.quotation = true; break;
        case Role::preformatted:
            after_start_ = true;
            start_preformatted(frame);
            break;
        case Role::ordered_list:
        case Role::bullet_list: start_list(frame, attributes, look); break;
        case Role::item: start_item(attributes, look); break;
        case Role::table:
            frame.looks = frame.name != "table";
            if (frame.looks) break;
            state_.layout = has_word(attributes["role"], "presentation") || has_word(attributes["role"], "none");
            if (!state_.layout && !state_.note && tables_.empty() && !replaying_) state_.layout = looked_ <= most_looks * markup_.size() && holds_page(markup_, at_, looked_);
            if (!state_.layout && !state_.note) start_table(frame);
            break;
        default:
            if (state_.layout || state_.note || tables_.empty()) break;
            if (frame.role == Role::head || frame.role == Role::row_group)
                start_group(frame.role == Role::head);
            else if (frame.role == Role::row)
                start_row();
            else if (frame.role == Role::cell || frame.role == Role::head_cell)
                start_cell(frame.role == Role::head_cell, attributes);
    }
}

void Reader::start_preformatted(Frame& frame) {
    state_.preformatted = true;
    if (tables_.empty() && !state_.typed && !state_.item && !state_.note && !replaying_ && looked_ <= most_looks * markup_.size())
        frame.typed = state_.typed = is_typed_text(markup_, at_, frame.name, looked_);
}

/// What Word writes for itself: items of lists, their labels, tabs.
void Reader::start_word(Frame& frame, const Attributes& attributes, const Look& look) {
    if (frame.line && (frame.name == "p" || frame.role == Role::heading)) {
        const std::string_view classes = attributes["class"];
        std::string_view rest = look.list;
        const std::string_view list = next_word(rest);
        const std::string_view level = next_word(rest);
        const bool listed = level.starts_with("level");
        const bool looks =
            look.list.empty() && (classes.starts_with("MsoListParagraph") || frame.role == Role::heading);
        may_hold_ = looks;
        label_.clear();
        word_item_ = {};
        if (listed) {
            (word_item_.list = list) += ' ';
            word_item_.list += next_word(rest);
            word_item_.level = static_cast<std::uint8_t>(std::clamp(digits_in(level.substr(5)), 1U, 9U) - 1);
        } else if (looks) {
            word_item_.level =
                static_cast<std::uint8_t>(std::clamp(static_cast<int>(look.margin / 36 + 0.5F), 1, 9) - 1);
        }
        return;
    }
    if (look.list == "Ignore" && !leaf_) {
        state_.label = true;
    } else if (look.gap && !held_.empty()) {
        // The filtered form: the number is text, and only the narrow space behind it says what it is.
        label_ = trimmed(held_);
        held_.clear();
        may_hold_ = false;
        state_.dropped = true;
    } else if (look.tab) {
        if (leaf_) put("\t", Place::none);
        state_.dropped = true;
    }
}

void Reader::end(std::string_view name, std::size_t at) {
    if (!holds_list(name, at)) end(name);
}

// <ol><li>…</li><ul>…</ul><li>…</li></ol>: browsers nest such a list in the other, the parser ends the other before it.
bool Reader::holds_list(std::string_view name, std::size_t at) {
    constexpr std::size_t deepest = 64;
    if ((name != "ol" && name != "ul") || keeping_ != Keeping::nothing || frames_.empty() || frames_.size() > deepest) return false;
    Frame& list = frames_.back();
    if (list.name != name || !list.list || list.held || lists_.empty() || !lists_.back().begun || ends_at(name, at)) return false;
    list.held = true;
    held_at_ = at;
    return true;
}

// Whether the end tag of an element of that name stands right before an offset.
bool Reader::ends_at(std::string_view name, std::size_t at) const noexcept {
    constexpr std::size_t longest = 64;
    if (at == 0 || at > markup_.size()) return true;
    const std::string_view before = std::string_view(markup_).substr(0, at);
    const std::size_t tag = before.substr(at - std::min(at, longest)).rfind("</");
    return tag != before.npos && lowered(before.substr(at - std::min(at, longest) + tag + 2, name.size())) == name;
}

// Only items and lists go on with a list that no tag ended.
void Reader::release_list(std::string_view name, std::size_t at) {
    const std::string_view list = frames_.back().name;
    bool goes_on = name == "ol" || name == "ul" || name == "li";
    const std::string_view passed = std::string_view(markup_).substr(0, at);
    for (std::size_t tag = passed.find("</", held_at_); goes_on && tag != passed.npos; tag = passed.find("</", tag + 2))
        goes_on = lowered(passed.substr(tag + 2, list.size())) != list;
    held_at_ = passed.size();
    if (!goes_on) close_frame();
}

void Reader::end(std::string_view name) {
    if (keeps_end(name)) return;
    const auto found =
        std::find_if(frames_.rbegin(), frames_.rend(), [name](const Frame& frame) { return frame.name == name; });
    if (found == frames_.rend()) return;
    for (auto left = found - frames_.rbegin(); left >= 0; --left) close_frame();
}

void Reader::close_frame() {
    if (frames_.back().table) replay_foot();
    const Frame frame = frames_.back();
    frames_.pop_back();
    end_frame(frame);
    if (boxes_left_ != 0 && frames_.size() < boxes_depth_) end_boxes();
}

void Reader::end_frame(const Frame& frame) {
    release_held();
    if (frame.link) close_link();
    if (frame.typed) write_typed();
    state_ = frame.outer;
    if (frame.role == Role::control) apart();
    if (frame.name == "dt" || frame.name == "dd") end_term(frame);
    if (frame.line) boundary();
    if (frame.list) lists_.pop_back();
    if (frame.table) end_table();
    if (state_.dropped || state_.gone || state_.layout || state_.note || tables_.empty()) return;
    Table& table = tables_.back();
    switch (frame.role) {
        case Role::cell:
        case Role::head_cell:
            if (table.cell) end_cell();
            break;
        case Role::row:
            if (!table.cell && table.row) end_row();
            if (boxes_left_ == 1 && frames_.size() == boxes_depth_) end_boxes();
            else if (boxes_left_ != 0 && frames_.size() == boxes_depth_) --boxes_left_;
            break;
        case Role::head:
        case Role::row_group:
            if (!table.cell) end_group();
            break;
        default: break;
    }
}

void Reader::picture(std::string_view alternative) {
    if (state_.invisible || state_.note || in_table()) return;
    if (const std::string_view sign = sign_of_picture(alternative); sign == "@") {
        return text(sign, at_);
    } else if (!sign.empty() && !leaf_ && !state_.typed && label_.empty()) {
        label_ = sign;
        return;
    }
    ++figures_;
    if (!leaf_) boundary();
}

void Reader::finish() {
    keeping_ = Keeping::nothing;
    kept_open_.clear();
    while (!frames_.empty()) close_frame();
    boundary();
    builder_.end_main_text();
    for (const Note& note : notes_) {
        if (std::all_of(note.lines.begin(), note.lines.end(),
                        [](const auto& line) { return trimmed(line.text).empty(); }))
            continue;
        builder_.open(BlockKind::note, 0, 0, note.lines.front().place);
        for (const Note::Line& line : note.lines) {
            builder_.open(BlockKind::paragraph, 0, 0, line.place);
            builder_.text(line.text);
            builder_.close();
        }
        builder_.close();
    }
}

}  // namespace plancheck::html
