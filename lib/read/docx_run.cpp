// Text of runs. Bold and hidden are toggles: what styles say of a paragraph and of a run is combined by exclusive or,
// what the run says itself decides.
#include <algorithm>
#include <cstring>

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

bool preserves(pugi::xml_node node) noexcept {
    for (pugi::xml_node at = node; at; at = at.parent())
        if (const auto space = at.attribute("xml:space")) return std::strcmp(space.value(), "preserve") == 0;
    return false;
}

}  // namespace

void Body::enter_run(pugi::xml_node node) {
    RunLook look;
    std::int32_t style = Styles::none;
    const pugi::xml_node properties = node.first_child();
    if (properties && std::strcmp(local(properties.name()), "rPr") == 0) {
        for (pugi::xml_node at = properties.first_child(); at; at = at.next_sibling()) {
            const char* name = local(at.name());
            if (*name == 'r' && std::strcmp(name, "rStyle") == 0)
                style = styles_.find(value(at));
            else
                read_run_property(at, name, look);
        }
    }
    RunLook styled;
    if (style != Styles::none && styles_[style].character) styled = styles_[style].run;
    const bool complex = look.complex == Toggle::on || (look.complex == Toggle::unset && styled.complex == Toggle::on);
    bold_ = complex ? effective(look.bold_complex, styled.bold_complex, paragraph_.bold_complex)
                    : effective(look.bold, styled.bold, paragraph_.bold);
    hidden_ = effective(look.hidden, styled.hidden, paragraph_.hidden);
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
    builder_.bold(bold_);
    builder_.text(text);
    if (placeholder_ != 0) paragraph_.placeholder += static_cast<std::uint32_t>(text.size());
}

void Body::add_text(pugi::xml_node node) {
    for (pugi::xml_node at = node.first_child(); at; at = at.next_sibling()) {
        std::string_view text = at.value();
        if (text.empty()) continue;
        // Without xml:space="preserve" white space at both ends is none of the text.
        if ((is_space(text.front()) || is_space(text.back())) && !preserves(node)) {
            while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
            while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
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

void Body::add_symbol(pugi::xml_node node) {
    const char* code = attribute(node, "char");
    const char* font = attribute(node, "font");
    if (code == nullptr) return;
    char32_t value = 0;
    for (const char* at = code; *at != '\0' && value < 0x110000; ++at) {
        const char c = *at;
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
    append_utf8(text, symbol(value, font == nullptr || *font == '\0' ? std::string_view("?") : std::string_view(font)));
    add(text);
}

void Body::add_break(pugi::xml_node node) {
    const char* type = attribute(node, "type");
    const bool page = type != nullptr && std::strcmp(type, "page") == 0;
    if (page) page_at(met.page_breaks);
    // A page break before the first word is no part of the text.
    if (page && builder_.position() == paragraph_.begin) return;
    add("\n");
}

/// A page begins here: with the open paragraph when it has no text yet, else with the block after it.
void Body::page_at(std::vector<std::uint32_t>& pages) {
    if (!in_paragraph_ || boxes_ != 0) return;
    pages.push_back(builder_.position() == paragraph_.begin ? paragraph_.block : paragraph_.block + 1);
}

}  // namespace plancheck::docx
