// A complex field is begin, code, separate, result, end, spread over runs and even paragraphs, and its code may hold
// other fields. The code is gathered only as far as it tells a table of contents and the target of a link.
#include <algorithm>

#include "read/docx_body.hpp"
#include "text/utf8.hpp"

namespace plancheck::docx {

namespace {

constexpr std::size_t longest_code = 4096;

std::string_view first_word(std::string_view code, std::string_view& rest) noexcept {
    const auto from = std::min(code.find_first_not_of(" \t\n"), code.size());
    const auto to = std::min(code.find_first_of(" \t\n\"\\", from), code.size());
    rest = code.substr(to);
    return code.substr(from, to - from);
}

bool same_word(std::string_view a, std::string_view upper) noexcept {
    return std::equal(a.begin(), a.end(), upper.begin(), upper.end(), [](char x, char y) {
        return (x >= 'a' && x <= 'z' ? static_cast<char>(x - 'a' + 'A') : x) == y;
    });
}

/// Target of a HYPERLINK field: its first argument, unless that belongs to a switch (\l "bookmark").
std::string_view link_target(std::string_view code) noexcept {
    std::string_view rest;
    if (!same_word(first_word(code, rest), "HYPERLINK")) return {};
    const auto from = rest.find_first_not_of(" \t\n");
    if (from == rest.npos || rest[from] == '\\') return {};
    if (rest[from] != '"') return rest.substr(from, rest.find_first_of(" \t\n", from) - from);
    return rest.substr(from + 1, rest.find('"', from + 1) - from - 1);
}

bool is_contents(std::string_view code) noexcept {
    std::string_view rest;
    return same_word(first_word(code, rest), "TOC");
}

/// SET and ASK give a value to a bookmark; what stands between code and end is that value, which is shown nowhere.
bool is_silent(std::string_view code) noexcept {
    std::string_view rest;
    const std::string_view name = first_word(code, rest);
    return same_word(name, "SET") || same_word(name, "ASK");
}

/// The entry of a drop-down list that is chosen; it is the first where nothing is said.
std::string_view chosen(XmlNode list) {
    int index = -1;
    for (XmlNode at = list.first_child(); at; at = at.next_sibling()) {
        const std::string_view name = local(at.name());
        if (name == "result" || (name == "default" && index < 0)) index = number(at, 0, 0xFFFF, 0);
    }
    index = std::max(index, 0);
    for (XmlNode at = list.first_child(); at; at = at.next_sibling())
        if (local(at.name()) == "listEntry" && index-- == 0) return value(at);
    return {};
}

bool is_checked(XmlNode box) {
    const XmlNode state = child(box, "checked"), otherwise = child(box, "default");
    return state ? is_on(state) : otherwise && is_on(otherwise);
}

}  // namespace

void Body::enter_field_char(XmlNode node) {
    const auto type = attribute(node, "fldCharType");
    if (!type) return;
    if (*type == "begin") {
        if (field_count_ == fields_.size()) fields_.emplace_back();
        Field& field = fields_[field_count_++];
        field.in_code = true;
        field.contents = false;
        field.linked = false;
        field.begin = builder_.position();
        field.form = child(node, "ffData");
        field.code.clear();
        ++codes_;
    } else if (field_count_ == 0) {
        return;
    } else if (*type == "separate") {
        Field& field = fields_[field_count_ - 1];
        if (field.in_code) field_result(field);
    } else if (*type == "end") {
        end_field();
    }
}

void Body::enter_instruction(XmlNode node) {
    if (field_count_ == 0) return;
    Field& field = fields_[field_count_ - 1];
    if (!field.in_code || field.code.size() >= longest_code) return;
    const std::string_view text = node.child_text();
    field.code.append(text.substr(0, longest_code - field.code.size()));
}

/// Code and result of a simple field: the code is an attribute, the result is inside.
void Body::enter_simple_field(XmlNode node) {
    if (field_count_ == fields_.size()) fields_.emplace_back();
    Field& field = fields_[field_count_++];
    field.in_code = true;
    field.contents = false;
    field.linked = false;
    field.begin = builder_.position();
    field.form = {};
    field.code = attribute(node, "instr").value_or(std::string_view()).substr(0, longest_code);
    ++codes_;
    field_result(field);
}

void Body::field_result(Field& field) {
    if (is_silent(field.code)) return;
    field.in_code = false;
    --codes_;
    if (is_contents(field.code)) {
        field.contents = true;
        ++contents_;
        paragraph_.contents = true;
    } else if (const std::string_view target = link_target(field.code); !target.empty() && !link_open_ && codes_ == 0) {
        open_link(target);
        field.linked = true;
    }
}

void Body::end_field() {
    Field& field = fields_[--field_count_];
    if (field.in_code) --codes_;
    if (field.contents) {
        --contents_;
        // What stands behind the end of a table of contents, in a paragraph that it did not begin, is text again.
        if (contents_ == 0 && in_paragraph_ && builder_.position() == paragraph_.begin) paragraph_.contents = false;
    }
    if (field.linked) close_link();
    if (codes_ == 0 && in_paragraph_ && builder_.position() == field.begin) show_resultless(field);
}

/// Fields of forms and buttons show what their code says, not a result; others show how often they were met.
void Body::show_resultless(const Field& field) {
    std::string_view rest;
    const std::string_view name = first_word(field.code, rest);
    if (same_word(name, "FORMDROPDOWN")) {
        add(chosen(child(field.form, "ddList")));
    } else if (same_word(name, "FORMCHECKBOX")) {
        add(is_checked(child(field.form, "checkBox")) ? "\xE2\x98\x92" : "\xE2\x98\x90");
    } else if (same_word(name, "MACROBUTTON") || same_word(name, "GOTOBUTTON")) {
        first_word(rest, rest);
        // "Click here and type": what older templates ask for.
        const bool asks = same_word(name, "MACROBUTTON");
        placeholder_ += asks ? 1 : 0;
        add(trimmed(rest));
        placeholder_ -= asks ? 1 : 0;
    } else {
        const std::uint8_t outline = outline_of(paragraph_);
        add(auto_numbers_.next(field.code, outline < Style::body_text ? outline : 9U));
    }
}

void Body::end_fields(std::size_t count) {
    while (field_count_ > count) end_field();
}

void Body::open_link(std::string_view target) {
    link_ = target;
    link_open_ = true;
    link_begin_ = builder_.position();
}

void Body::close_link() {
    if (in_paragraph_) builder_.link(link_begin_, link_);
    link_open_ = false;
}

}  // namespace plancheck::docx
