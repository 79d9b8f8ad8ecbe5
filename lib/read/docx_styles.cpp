// A style inherits along basedOn; bold and hidden are toggles, which along one chain simply override. Word writes the
// names of its built-in styles in English whatever its own language, and makes their ids from the translated names;
// other programs translate both, so ids and names are looked up in one table of words.
#include "read/docx_styles.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "plancheck/document.hpp"
#include "read/docx_names.hpp"

namespace plancheck::docx {

namespace {

/// Lower case of ASCII, without spaces, hyphens and bytes beyond ASCII, as Word makes ids.
std::string squeezed(std::string_view name) {
    std::string made;
    for (const char c : name.substr(0, 64)) {
        if (c >= 'A' && c <= 'Z')
            made += static_cast<char>(c - 'A' + 'a');
        else if (c > ' ' && c < 0x7F && c != '-' && c != '_')
            made += c;
    }
    return made;
}

// "heading" in the languages of Word, squeezed: Überschrift is berschrift, Nagłówek nagwek.
constexpr std::array heading_words = {
    "heading",    "titre",  "berschrift", "ueberschrift", "ttulo",        "titulo",   "titolo",
    "overskrift", "rubrik", "otsikko",    "kop",          "nagwek",       "naglowek", "nadpis",
    "cmsor",      "balk",   "baslik",     "titlu",        "naslov",       "antrat",   "virsraksts",
    "pealkiri",   "judul",  "tiu",        "fyrirsgn",     "izenburua",    "ttol",     "encabezado",
    "cabealho",   "kopje",  "tajuk",      "pennawd",      "ceannteideal",
};

// The same in scripts of which nothing is left when a name is squeezed.
constexpr std::array other_heading_words = {
    "标题", "標題", "見出し", "제목", "Заголовок", "заголовок", "Заглавие", "Наслов", "عنوان", "العنوان", "כותרת", "Επικεφαλίδα", "หัวเรื่อง", "शीर्षक", "سرفصل",
};

void read_paragraph_properties(XmlNode properties, Style& style) {
    for (XmlNode at = properties.first_child(); at; at = at.next_sibling()) {
        const std::string_view name = local(at.name());
        if (name == "outlineLvl") {
            style.outline = static_cast<std::uint8_t>(number(at, 0, 9, 9));
        } else if (name == "numPr") {
            if (const auto id = child(at, "numId")) style.num = number(id, 0, 0x7FFFFFFF, 0);
            if (const auto level = child(at, "ilvl"))
                style.num_level = static_cast<std::int8_t>(number(level, 0, 8, 0));
        } else if (name == "jc") {
            style.centred = value(at) == "center" ? Toggle::on : Toggle::off;
        }
    }
}

void inherit(Toggle& own, Toggle base) noexcept {
    if (own == Toggle::unset) own = base;
}

void inherit(Style& style, const Style& base) noexcept {
    if (style.outline == Style::no_outline) style.outline = base.outline;
    if (style.num < 0) {
        style.own_level = style.num_level >= 0 || base.own_level;
        style.num = base.num;
        style.num_style = base.num_style;
        if (style.num_level < 0) style.num_level = base.num_level;
    }
    inherit(style.centred, base.centred);
    // A subtitle is often based on the title.
    style.marks = static_cast<std::uint16_t>(style.marks | (base.marks & ~unsigned{mark::title}));
    inherit(style.run.bold, base.run.bold);
    inherit(style.run.bold_complex, base.run.bold_complex);
    inherit(style.run.complex, base.run.complex);
    inherit(style.run.hidden, base.run.hidden);
    inherit(style.run.struck, base.run.struck);
}

}  // namespace

bool read_run_property(XmlNode node, std::string_view name, RunLook& look) noexcept {
    Toggle* toggle = nullptr;
    if (name.empty()) return false;
    switch (name[0]) {
        case 'b':
            if (name.size() == 1)
                toggle = &look.bold;
            else if (name == "bCs")
                toggle = &look.bold_complex;
            break;
        case 'c':
            if (name == "cs") toggle = &look.complex;
            break;
        case 'r':
            if (name == "rtl") toggle = &look.complex;
            break;
        case 'd':
            if (name == "dstrike") toggle = &look.struck;
            break;
        case 's':
            if (name == "strike") toggle = &look.struck;
            break;
        case 'v':
            if (name == "vanish") toggle = &look.hidden;
            if (name == "vertAlign") {
                look.raised = value(node) == "superscript" ? Toggle::on : Toggle::off;
                return true;
            }
            break;
        default: break;
    }
    if (toggle == nullptr) return false;
    *toggle = is_on(node) ? Toggle::on : Toggle::off;
    return true;
}

std::uint8_t heading_outline(std::string_view name) noexcept {
    if (name.size() > 64 || name.empty() || name.back() < '1' || name.back() > '9') return Style::no_outline;
    const std::string word = squeezed(name);
    const std::string_view stem = std::string_view(word).substr(0, word.size() - 1);
    const bool known = std::find(heading_words.begin(), heading_words.end(), stem) != heading_words.end();
    if (stem.empty()) {
        const std::string_view written = name.substr(0, name.find_last_not_of(" -_", name.size() - 2) + 1);
        if (std::find(other_heading_words.begin(), other_heading_words.end(), written) != other_heading_words.end()) return static_cast<std::uint8_t>(name.back() - '1');
    }
    return known ? static_cast<std::uint8_t>(name.back() - '1') : Style::no_outline;
}

std::uint16_t marks_of_style(std::string_view name) noexcept {
    const std::string word = squeezed(name);
    const std::string_view view = word;
    if (view == "title") return mark::title;
    if (view == "tocheading" || view == "tableoffigures" || view == "contentsheading") return mark::contents;
    if (view.size() == 4 && view.starts_with("toc") && view[3] >= '1' && view[3] <= '9') return mark::contents;
    if (view == "quote" || view == "intensequote" || view == "blocktext") return mark::quotation;
    if (view == "htmlpreformatted" || view == "sourcecode" || view == "macro" || view == "preformattedtext")
        return mark::preformatted;
    if (view.starts_with("listcontinue")) return mark::continued;
    return 0;
}

void Styles::load(XmlNode root) {
    for (XmlNode at = root.first_child(); at; at = at.next_sibling()) {
        const std::string_view kind = local(at.name());
        if (kind == "docDefaults") {
            const auto run = child(child(at, "rPrDefault"), "rPr");
            for (XmlNode p = run.first_child(); p; p = p.next_sibling())
                read_run_property(p, local(p.name()), defaults_);
            if (language_.empty()) language_ = value(child(run, "lang"));
        }
        if (kind != "style") continue;
        const auto id = attribute(at, "styleId");
        if (!id) continue;
        Style style;
        style.id = *id;
        const std::string_view of = attribute(at, "type").value_or("paragraph");
        style.paragraph = of == "paragraph";
        style.character = of == "character";
        const auto fallback = attribute(at, "default");
        style.fallback = fallback && *fallback != "0" && *fallback != "false" && *fallback != "off";
        std::uint8_t by_name = Style::no_outline;
        for (XmlNode part = at.first_child(); part; part = part.next_sibling()) {
            const std::string_view name = local(part.name());
            if (name == "name") {
                by_name = heading_outline(value(part));
                style.marks = marks_of_style(value(part));
            } else if (name == "basedOn") {
                style.based_on = value(part);
            } else if (name == "pPr") {
                read_paragraph_properties(part, style);
            } else if (name == "rPr") {
                for (XmlNode p = part.first_child(); p; p = p.next_sibling())
                    read_run_property(p, local(p.name()), style.run);
            }
        }
        // A built-in heading has its level also where the file does not repeat it.
        if (style.paragraph && style.outline == Style::no_outline)
            style.outline = by_name != Style::no_outline ? by_name : heading_outline(*id);
        // The style of all other paragraphs goes before what holds where there are no styles.
        if (style.paragraph && style.fallback)
            if (const std::string_view own = value(child(child(at, "rPr"), "lang")); !own.empty()) language_ = own;
        if (!style.paragraph) style.marks = 0;
        styles_.push_back(style);
    }
    std::stable_sort(styles_.begin(), styles_.end(), [](const Style& a, const Style& b) { return a.id < b.id; });
    resolve();
}

void Styles::resolve() {
    std::vector<std::uint8_t> state(styles_.size(), 0);  // 0 not seen, 1 on the chain, 2 done
    std::vector<std::int32_t> chain;
    for (std::size_t i = 0; i < styles_.size(); ++i) {
        if (styles_[i].num >= 0) styles_[i].num_style = static_cast<std::int32_t>(i);
        if (styles_[i].fallback && styles_[i].paragraph && default_paragraph_ == none)
            default_paragraph_ = static_cast<std::int32_t>(i);
    }
    for (std::size_t i = 0; i < styles_.size(); ++i) {
        chain.clear();
        auto at = static_cast<std::int32_t>(i);
        while (at != none && state[static_cast<std::size_t>(at)] == 0) {
            state[static_cast<std::size_t>(at)] = 1;
            chain.push_back(at);
            const std::string_view base = styles_[static_cast<std::size_t>(at)].based_on;
            at = base.empty() ? none : find(base);
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

std::int32_t Styles::find(std::string_view id) const noexcept {
    const auto at = std::lower_bound(styles_.begin(), styles_.end(), id,
                                     [](const Style& s, std::string_view i) { return s.id < i; });
    return at != styles_.end() && at->id == id ? static_cast<std::int32_t>(at - styles_.begin()) : none;
}

}  // namespace plancheck::docx
