// Common styles and automatic styles are one list: an automatic style is what a program makes of direct formatting, and has
// a common one as its parent. Default styles have no name and are the ground under all.
#include "read/odt_styles.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "plancheck/document.hpp"
#include "read/docx_styles.hpp"
#include "read/odt_names.hpp"

namespace plancheck::odt {

namespace {

bool is_bold(std::string_view weight) noexcept {
    if (weight == "bold") return true;
    int value = 0;
    std::from_chars(weight.data(), weight.data() + weight.size(), value);
    return value >= 600;
}

// "super 58%", "33% 58%"; "sub 58%", "-33% 58%", "0% 100%".
bool is_raised(std::string_view position) noexcept { return position.starts_with("super") || (!position.empty() && position[0] >= '1' && position[0] <= '9'); }

void say(Look& made, std::uint16_t bit, bool on) noexcept {
    made.said = static_cast<std::uint16_t>(made.said | bit);
    made.on = static_cast<std::uint16_t>(on ? made.on | bit : made.on & ~bit);
}

void read_text_properties(pugi::xml_node properties, Look& made) {
    for (pugi::xml_attribute at = properties.first_attribute(); at; at = at.next_attribute()) {
        switch (hash(at.name())) {
            case hash("fo:font-weight"): say(made, look::bold, is_bold(at.value())); break;
            case hash("style:font-weight-asian"): say(made, look::bold_asian, is_bold(at.value())); break;
            case hash("style:font-weight-complex"): say(made, look::bold_complex, is_bold(at.value())); break;
            case hash("style:font-name"):
            case hash("fo:font-family"): {
                // "'Wingdings 2'"
                const std::string_view font = std::string_view(at.value()).substr(at.value()[0] == '\'' ? 1 : 0);
                say(made, look::symbol, font.starts_with("Symbol"));
                const bool second = font.starts_with("Wingdings 2");
                say(made, look::wingdings, !second && font.starts_with("Wingdings"));
                say(made, look::wingdings_2, second);
                break;
            }
            case hash("style:text-position"): say(made, look::raised, is_raised(at.value())); break;
            case hash("style:text-line-through-style"): say(made, look::struck, std::string_view(at.value()) != "none"); break;
            case hash("text:display"): say(made, look::hidden, std::string_view(at.value()) == "none"); break;
            default: break;
        }
    }
    // Programs that know one weight for all scripts write that of the first kind alone.
    if ((made.said & look::bold) == 0) return;
    for (const std::uint16_t other : {look::bold_asian, look::bold_complex})
        if ((made.said & other) == 0) say(made, other, (made.on & look::bold) != 0);
}

void read_paragraph_properties(pugi::xml_node properties, Style& style) {
    for (pugi::xml_attribute at = properties.first_attribute(); at; at = at.next_attribute()) {
        const std::string_view value = at.value();
        switch (hash(at.name())) {
            case hash("fo:text-align"): style.centred = value == "center" ? 1 : 0; break;
            case hash("fo:break-before"): style.page_break = value == "page" ? 1 : 0; break;
            default: break;
        }
    }
}

void read_properties(pugi::xml_node node, Style& style) {
    for (pugi::xml_node at = node.first_child(); at; at = at.next_sibling()) {
        const std::uint64_t name = hash(at.name());
        if (name == hash("style:text-properties")) read_text_properties(at, style.look);
        if (name == hash("style:paragraph-properties")) read_paragraph_properties(at, style);
    }
}

Style read_style(pugi::xml_node node, Family family, bool automatic) {
    Style style;
    style.family = family;
    style.automatic = automatic;
    std::string_view shown;
    for (pugi::xml_attribute at = node.first_attribute(); at; at = at.next_attribute()) {
        const std::string_view value = at.value();
        switch (hash(at.name())) {
            case hash("style:name"): style.name = value; break;
            case hash("style:display-name"): shown = value; break;
            case hash("style:parent-style-name"): style.parent = value; break;
            case hash("style:list-style-name"):
                style.list = value;
                style.names_list = true;
                style.unnumbered = automatic && value.empty();
                break;
            // Empty: the heading that it is based on is one, it is not.
            case hash("style:default-outline-level"):
                style.outline = static_cast<std::uint8_t>(number(node, "style:default-outline-level", 0, 10, 0));
                style.outline_from = OutlineFrom::said;
                break;
            case hash("style:master-page-name"):
                if (!value.empty()) style.page_break = 1;
                break;
            default: break;
        }
    }
    read_properties(node, style);
    if (!automatic && family == Family::paragraph) {
        char room[64];
        if (shown.empty()) shown = shown_name(style.name, room);
        style.marks = marks_of_style(shown);
        // What came from a file that left the level of a built-in heading out is one all the same, only without a number.
        if (const std::uint8_t level = docx::heading_outline(shown); style.outline == Style::unsaid && level != docx::Style::no_outline) {
            style.outline = static_cast<std::uint8_t>(level + 1);
            style.outline_from = OutlineFrom::name;
        }
    }
    return style;
}

bool is_subtitle(std::string_view name) noexcept { return name.starts_with("Subtitle") || name.starts_with("subtitle"); }

void inherit(Style& style, const Style& parent) noexcept {
    if (style.outline == Style::unsaid) {
        style.outline = parent.outline;
        if (style.automatic) style.outline_from = parent.outline_from;
    }
    if (style.centred == Style::unsaid) style.centred = parent.centred;
    if (style.page_break == Style::unsaid) style.page_break = parent.page_break;
    if (!style.names_list) {
        style.names_list = parent.names_list;
        style.list = parent.list;
    }
    const unsigned marks = is_subtitle(style.name) ? parent.marks & ~unsigned{mark::title} : parent.marks;
    style.marks = static_cast<std::uint16_t>(style.marks | marks);
    style.look.on = style.look.over(parent.look.on);
    style.look.said = static_cast<std::uint16_t>(style.look.said | parent.look.said);
}

auto key(const Style& style) noexcept { return std::tuple(style.family, style.name); }

}  // namespace

std::string_view shown_name(std::string_view name, char (&room)[64]) noexcept {
    std::size_t size = 0;
    for (std::size_t i = 0; i < name.size() && size < sizeof room; ++i) {
        const bool coded = name.substr(i, 4) == "_20_";
        room[size++] = coded ? ' ' : name[i];
        if (coded) i += 3;
    }
    return {room, size};
}

std::uint16_t marks_of_style(std::string_view name) noexcept {
    constexpr std::string_view contents = "Contents ";
    if (name == "Quotations") return mark::quotation;
    if (name.starts_with(contents) && name.find_first_not_of("0123456789", contents.size()) == name.npos) return mark::contents;
    return docx::marks_of_style(name);
}

void Styles::add(pugi::xml_node styles, bool automatic) {
    for (pugi::xml_node at = styles.first_child(); at; at = at.next_sibling()) {
        const std::uint64_t name = hash(at.name());
        const bool fallback = name == hash("style:default-style");
        if (!fallback && name != hash("style:style")) continue;
        const std::string_view of = value(at, "style:family");
        if (of != "paragraph" && of != "text") continue;
        const Style style = read_style(at, of == "text" ? Family::text : Family::paragraph, automatic);
        if (!fallback) {
            if (!style.name.empty()) styles_.push_back(style);
        } else if (style.family == Family::paragraph) {
            defaults_ = style.look.over(defaults_);
            const std::string_view own = value(at.child("style:text-properties"), "fo:language");
            if (!own.empty() && own != "none") language_ = own;
        }
    }
}

void Styles::settle() {
    std::stable_sort(styles_.begin(), styles_.end(), [](const Style& a, const Style& b) {
        return std::tuple(a.family, a.name, !a.automatic) < std::tuple(b.family, b.name, !b.automatic);
    });
    std::vector<std::uint8_t> state(styles_.size(), 0);  // 0 not seen, 1 on the chain, 2 done
    std::vector<std::int32_t> chain;
    for (std::size_t i = 0; i < styles_.size(); ++i) {
        chain.clear();
        auto at = static_cast<std::int32_t>(i);
        while (at != none && state[static_cast<std::size_t>(at)] == 0) {
            const auto index = static_cast<std::size_t>(at);
            state[index] = 1;
            chain.push_back(at);
            at = styles_[index].parent.empty() ? none : find(styles_[index].family, styles_[index].parent);
        }
        // A chain that runs in a circle ends where it meets itself.
        if (at != none && state[static_cast<std::size_t>(at)] == 1) at = none;
        for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
            const auto index = static_cast<std::size_t>(*link);
            if (at != none) inherit(styles_[index], styles_[static_cast<std::size_t>(at)]);
            state[index] = 2;
            at = *link;
        }
    }
}

std::int32_t Styles::find(Family family, std::string_view name) const noexcept {
    const auto wanted = std::tuple(family, name);
    const auto at = std::lower_bound(styles_.begin(), styles_.end(), wanted,
                                     [](const Style& style, const auto& other) { return key(style) < other; });
    return at != styles_.end() && key(*at) == wanted ? static_cast<std::int32_t>(at - styles_.begin()) : none;
}

}  // namespace plancheck::odt
