// Declarations of namespaces are gathered before the walk, from the elements that the scan saw declare some: Word declares
// nearly all of them on the root element and a few where a picture begins. So what an element is follows from its name, and is
// found once for each name; only where a prefix is bound to two namespaces is the namespace of every element looked up.
#include "read/docx_names.hpp"

#include <algorithm>
#include <charconv>

namespace plancheck::docx {

namespace {

Space space_of(std::string_view uri) noexcept {
    if (uri == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
        uri == "http://purl.oclc.org/ooxml/wordprocessingml/main")
        return Space::word;
    if (uri == "http://schemas.openxmlformats.org/officeDocument/2006/math" ||
        uri == "http://purl.oclc.org/ooxml/officeDocument/math")
        return Space::math;
    if (uri == "http://schemas.openxmlformats.org/markup-compatibility/2006") return Space::compatibility;
    return Space::unknown;
}

std::string_view prefix_of(std::string_view name) noexcept {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

Tag word_tag(std::string_view name) noexcept {
    // The three that nearly all others are.
    if (name.size() == 1) {
        if (name == "r") return Tag::r;
        if (name == "t") return Tag::t;
        return name == "p" ? Tag::p : Tag::other;
    }
    switch (hash(name)) {
        case hash("body"): return Tag::body;
        case hash("tbl"): return Tag::tbl;
        case hash("tr"): return Tag::tr;
        case hash("tc"): return Tag::tc;
        case hash("sdt"): return Tag::sdt;
        case hash("sdtContent"): return Tag::sdt_content;
        case hash("sdtPr"): return Tag::sdt_properties;
        case hash("pPr"): return Tag::p_properties;
        case hash("rPr"): return Tag::r_properties;
        case hash("smartTag"):
        case hash("customXml"):
        case hash("dir"):
        case hash("bdo"):
        case hash("ruby"): return Tag::transparent;
        case hash("rubyBase"): return Tag::ruby_base;
        case hash("ins"):
        case hash("moveTo"): return Tag::inserted;
        case hash("del"):
        case hash("moveFrom"): return Tag::deleted;
        case hash("hyperlink"): return Tag::hyperlink;
        case hash("fldSimple"): return Tag::simple_field;
        case hash("fldChar"): return Tag::field_char;
        case hash("instrText"): return Tag::instruction;
        case hash("tab"):
        case hash("ptab"): return Tag::tab;
        case hash("br"): return Tag::line_break;
        case hash("cr"): return Tag::carriage_return;
        case hash("sym"): return Tag::symbol;
        case hash("footnoteReference"): return Tag::footnote_mark;
        case hash("endnoteReference"): return Tag::endnote_mark;
        case hash("noBreakHyphen"): return Tag::no_break_hyphen;
        case hash("softHyphen"): return Tag::soft_hyphen;
        case hash("lastRenderedPageBreak"): return Tag::rendered_page_break;
        case hash("drawing"):
        case hash("pict"): return Tag::drawing;
        case hash("object"): return Tag::object;
        case hash("txbxContent"): return Tag::text_box;
        case hash("altChunk"): return Tag::chunk;
        case hash("subDoc"): return Tag::sub_document;
        default: return Tag::other;
    }
}

Tag math_tag(std::string_view name) noexcept {
    if (name == "t") return Tag::math_text;
    // rPr, ctrlPr, fPr, dPr …: properties hold no text.
    return name.size() > 2 && name.ends_with("Pr") ? Tag::math_properties : Tag::math;
}

Tag compatibility_tag(std::string_view name) noexcept {
    if (name == "AlternateContent") return Tag::alternate_content;
    if (name == "Choice") return Tag::choice;
    return name == "Fallback" ? Tag::fallback : Tag::other;
}

/// Calls `visit(prefix, namespace)` for each declaration of an element.
template <typename Visit>
void declarations(XmlNode node, Visit visit) {
    constexpr std::string_view key = "xmlns";
    for (XmlAttribute at = node.first_attribute(); at; at = at.next()) {
        const std::string_view name = at.name();
        if (name == key) visit(std::string_view(), at.value());
        else if (name.starts_with(key) && name[key.size()] == ':') visit(name.substr(key.size() + 1), at.value());
    }
}

constexpr std::size_t most_prefixes = 96;  // Word declares about forty
constexpr std::size_t most_known = 16;

}  // namespace

Names::Names(const FlatXml& xml) {
    std::vector<Binding> all;
    bool flat = true;
    const FlatTable& table = *xml.table;
    for (const std::uint32_t index : table.declaring())
        declarations(XmlNode(table, index), [&](std::string_view prefix, std::string_view uri) {
            const Space space = space_of(uri);
            const auto same = [&](const Binding& binding) { return binding.prefix == prefix; };
            const auto known = std::find_if(all.begin(), all.end(), same);
            if (known == all.end() && all.size() < most_prefixes) {
                all.push_back({std::string(prefix), space});
            } else if (known == all.end() || known->space != space) {
                flat = false;
            }
            if (space != Space::unknown && bindings_.size() < most_known && std::none_of(bindings_.begin(), bindings_.end(), same))
                bindings_.push_back({std::string(prefix), space});
        });
    const auto main =
        std::find_if(bindings_.begin(), bindings_.end(), [](const Binding& b) { return b.space == Space::word; });
    // No name begins with a colon: a default namespace takes the longer way.
    main_ = (main == bindings_.end() ? "w" : main->prefix) + ':';
    const Binding usual[] = {{"w", Space::word}, {"m", Space::math}, {"mc", Space::compatibility}};
    for (const Binding& binding : usual) {
        // A part that forgets its declarations still uses the usual prefixes.
        if (std::none_of(all.begin(), all.end(), [&](const Binding& b) { return b.prefix == binding.prefix; }))
            bindings_.push_back(binding);
    }
    if (!flat) settle(xml);
    for (const std::string_view name : table.names()) {
        const std::string_view own = local(name);
        tags_.push_back({tag(space(name), own), word_tag(own)});
    }
}

/// The stack of each prefix holds what it was bound to by the elements around the one at hand.
void Names::settle(const FlatXml& xml) {
    struct Scope {
        std::size_t depth;
        Space space;
    };
    const FlatTable& table = *xml.table;
    const auto& declaring = table.declaring();
    const auto count = static_cast<std::uint32_t>(table.records().size() - 1);
    spaces_.assign(count, Space::unknown);
    std::vector<std::vector<Scope>> scopes(bindings_.size());
    std::vector<std::uint32_t> around;
    auto next = declaring.begin();
    for (std::uint32_t index = 0; index < count; ++index) {
        const FlatTable::Record& record = table.records()[index];
        if (record.is_text != 0) continue;
        while (!around.empty() && around.back() != record.parent) around.pop_back();
        around.push_back(index);
        const std::size_t depth = around.size();
        for (auto& stack : scopes)
            while (!stack.empty() && stack.back().depth >= depth) stack.pop_back();
        if (next != declaring.end() && *next == index) {
            ++next;
            declarations(XmlNode(table, index), [&](std::string_view prefix, std::string_view uri) {
                for (std::size_t i = 0; i < bindings_.size(); ++i)
                    if (bindings_[i].prefix == prefix) scopes[i].push_back({depth, space_of(uri)});
            });
        }
        const std::string_view prefix = prefix_of(XmlNode(table, index).name());
        for (std::size_t i = 0; i < bindings_.size(); ++i)
            if (bindings_[i].prefix == prefix && !scopes[i].empty()) spaces_[index] = scopes[i].back().space;
    }
}

Space Names::space(std::string_view name) const noexcept {
    if (name.starts_with(main_)) return Space::word;
    const std::string_view prefix = prefix_of(name);
    for (const Binding& binding : bindings_)
        if (binding.prefix == prefix) return binding.space;
    return Space::unknown;
}

Tag Names::tag(Space space, std::string_view name) noexcept {
    switch (space) {
        case Space::word: return word_tag(name);
        case Space::math: return math_tag(name);
        case Space::compatibility: return compatibility_tag(name);
        default: return Tag::other;
    }
}

Tag Names::settled(XmlNode node) const noexcept { return tag(spaces_[node.index()], local(node.name())); }

int number(std::string_view text, int least, int most, int otherwise) noexcept {
    int result = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    if (error == std::errc::result_out_of_range) return text.starts_with('-') ? least : most;
    if (error != std::errc()) return otherwise;
    return std::clamp(result, least, most);
}

}  // namespace plancheck::docx
