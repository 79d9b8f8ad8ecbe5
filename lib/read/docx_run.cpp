// Text of runs. Bold and hidden are toggles: what styles say of a paragraph and of a run is combined by exclusive or,
// what the run says itself decides.
#include <algorithm>

#include "read/docx_body.hpp"
#include "read/docx_symbols.hpp"
#include "text/utf8.hpp"

namespace plancheck::docx {

namespace {

bool effective(Toggle direct, Toggle style, bool paragraph) noexcept {
    if (direct != Toggle::unset) return direct == Toggle::on;
    return (style == Toggle::on) != paragraph;
}

bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool preserves(XmlNode node) noexcept {
    constexpr std::string_view usual = " xml:space=\"preserve\"";
    if (node.behind_name().starts_with(usual)) return true;
    for (XmlNode at = node; at; at = at.parent())
        for (XmlAttribute space = at.first_attribute(); space; space = space.next())
            if (space.name() == "xml:space") return space.value() == "preserve";
    return false;
}

// The font where it is one of signs, in which "§" is a square.
std::string_view sign_font(XmlNode node) noexcept {
    const std::string_view font = attribute(node, "ascii").value_or(std::string_view());
    return font == "Symbol" || font.starts_with("Wingdings") ? font : std::string_view();
}

}  // namespace

/// What is inside the run, behind its properties.
XmlNode Body::enter_run(XmlNode node) {
    const XmlNode properties = node.first_child();
    const bool has_properties = names_->local_tag(properties) == Tag::r_properties;
    // Most runs repeat the properties of the run before.
    if (const std::uint32_t source = has_properties ? properties.source() : no_properties; source != run_.source) {
        run_ = {source, {}, {}, {}};
        std::int32_t style = Styles::none;
        for (XmlNode at = has_properties ? properties.first_child() : XmlNode(); at; at = at.next_sibling()) {
            const std::string_view name = local(at.name());
            if (name == "rStyle")
                style = styles_.find(value(at));
            else if (name == "rFonts")
                run_.font = sign_font(at);
            else
                read_run_property(at, name, run_.look);
        }
        if (style != Styles::none && styles_[style].character) run_.styled = styles_[style].run;
    }
    const RunLook &look = run_.look, &styled = run_.styled;
    const bool complex = look.complex == Toggle::on || (look.complex == Toggle::unset && styled.complex == Toggle::on);
    bold_ = complex ? effective(look.bold_complex, styled.bold_complex, paragraph_.bold_complex)
                    : effective(look.bold, styled.bold, paragraph_.bold);
    hidden_ = effective(look.hidden, styled.hidden, paragraph_.hidden);
    raised_ = (look.raised != Toggle::unset ? look.raised : styled.raised) == Toggle::on;
    struck_ = (look.struck != Toggle::unset ? look.struck : styled.struck) == Toggle::on;
    return has_properties ? properties.next_sibling() : properties;
}

void Body::add(std::string_view text) {
    if (!in_paragraph_ || codes_ != 0 || text.empty()) return;
    if (hidden_) {
        if (!met.hidden) met.hidden = !trimmed(text).empty();
        return;
    }
    if (skip_ != 0) {
        text.remove_prefix(std::min(skip_, text.size()));
        skip_ = 0;
    }
    if (bound_ != Bound::no) {
        if (bound_ == Bound::shown) return;
        bound_ = Bound::shown;
        text = bound_text_;
    }
    builder_.bold(bold_);
    builder_.raised(raised_);
    builder_.struck(struck_);
    builder_.text(text);
    if (placeholder_ != 0) paragraph_.placeholder += static_cast<std::uint32_t>(text.size());
}

void Body::add_text(XmlNode node) {
    for (XmlNode at = node.first_child(); at; at = at.next_sibling()) {
        std::string_view text = at.text();
        if (text.empty()) continue;
        // Without xml:space="preserve" white space at both ends is none of the text.
        if ((is_space(text.front()) || is_space(text.back())) && !preserves(node)) {
            while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
            while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
        }
        if (!run_.font.empty()) {
            std::string shown;
            for (std::size_t i = 0; i < text.size();) {
                const Decoded sign = decode(text, i);
                append_utf8(shown, sign.code > ' ' ? symbol(sign.code, run_.font) : sign.code);
                i += sign.size;
            }
            add(shown);
            continue;
        }
        // A line end in the file is no line break on the page.
        for (auto end = text.find('\n'); end != text.npos; end = text.find('\n')) {
            add(text.substr(0, end));
            add(" ");
            text.remove_prefix(end + 1);
        }
        add(text);
    }
}

void Body::add_symbol(XmlNode node) {
    const auto code = attribute(node, "char");
    const auto font = attribute(node, "font");
    if (!code) return;
    char32_t value = 0;
    for (const char c : *code) {
        if (value >= 0x110000) break;
        if (c >= '0' && c <= '9')
            value = value * 16 + static_cast<char32_t>(c - '0');
        else if (c >= 'a' && c <= 'f')
            value = value * 16 + static_cast<char32_t>(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            value = value * 16 + static_cast<char32_t>(c - 'A' + 10);
        else
            return;
    }
    std::string text;
    append_utf8(text, symbol(value, !font || font->empty() ? std::string_view("?") : *font));
    add(text);
}

void Body::add_break(XmlNode node) {
    const auto type = attribute(node, "type");
    if (type == "page") page_at(met.page_breaks);
    // A page or a column that begins before the first word is no part of the text.
    if ((type == "page" || type == "column") && builder_.position() == paragraph_.begin) return;
    add("\n");
}

/// A page begins here: with the open paragraph when it has no text yet, else with the block after it.
void Body::page_at(std::vector<std::uint32_t>& pages) {
    if (!in_paragraph_ || boxes_ != 0) return;
    pages.push_back(builder_.position() == paragraph_.begin ? paragraph_.block : paragraph_.block + 1);
}

}  // namespace plancheck::docx
