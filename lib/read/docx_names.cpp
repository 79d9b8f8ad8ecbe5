// Declarations of namespaces are gathered from the text of the part before it is parsed: Word declares nearly all of
// them on the root element and a few where a picture begins, and looking at every attribute of the tree for them would
// cost more than the whole walk. Words in the text that look like a declaration can only add a binding that nobody
// uses, or make the slow way necessary, never a wrong result.
#include "read/docx_names.hpp"

#include <algorithm>
#include <charconv>

#include "read/xml.hpp"

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

Tag word_tag(const char* name) noexcept {
    switch (hash(name)) {
        case hash("body"): return Tag::body;
        case hash("p"): return Tag::p;
        case hash("r"): return Tag::r;
        case hash("t"): return Tag::t;
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

/// Calls `visit(prefix, namespace)` for what looks like a declaration.
template <typename Visit>
void declarations(std::string_view text, Visit visit) {
    constexpr std::string_view key = "xmlns";
    for (auto at = text.find(key); at != text.npos; at = text.find(key, at)) {
        at += key.size();
        std::string_view prefix;
        std::size_t from = at;
        if (from < text.size() && text[from] == ':') {
            const auto end = text.find_first_of("= \t\r\n<>\"'", from + 1);
            if (end == std::string_view::npos) return;
            prefix = text.substr(from + 1, end - from - 1);
            from = end;
        }
        from = text.find_first_not_of(" \t\r\n=", from);
        if (from == std::string_view::npos) return;
        if (text[from] != '"' && text[from] != '\'') continue;
        const auto end = text.find_first_of(text[from] == '"' ? "\"<" : "'<", from + 1);
        if (end == std::string_view::npos) return;
        visit(prefix, text.substr(from + 1, end - from - 1));
    }
}

constexpr std::size_t most_prefixes = 96;  // Word declares about forty
constexpr std::size_t most_known = 16;

}  // namespace

Names::Names(std::string_view text) {
    std::vector<Binding> all;
    declarations(text, [&](std::string_view prefix, std::string_view uri) {
        const Space space = space_of(uri);
        const auto same = [&](const Binding& binding) { return binding.prefix == prefix; };
        const auto known = std::find_if(all.begin(), all.end(), same);
        if (known == all.end() && all.size() < most_prefixes) {
            all.push_back({std::string(prefix), space});
        } else if (known == all.end() || known->space != space) {
            flat_ = false;
        }
        if (space != Space::unknown && bindings_.size() < most_known &&
            std::none_of(bindings_.begin(), bindings_.end(), same))
            bindings_.push_back({std::string(prefix), space});
    });
    declared_ = !all.empty();
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
}

void Names::settle(pugi::xml_node root) {
    if (!declared_) {
        // The text was in another encoding than UTF-8: the root element has to do.
        for (pugi::xml_attribute a = root.first_attribute(); a && bindings_.size() < most_known;
             a = a.next_attribute()) {
            const std::string_view name = a.name();
            const Space space = space_of(a.value());
            if (!name.starts_with("xmlns") || space == Space::unknown) continue;
            bindings_.insert(bindings_.begin(),
                             {std::string(name.substr(std::min<std::size_t>(name.size(), 6))), space});
            if (space == Space::word) main_ = bindings_.front().prefix + ':';
        }
    }
    if (flat_) return;
    struct Scope {
        std::size_t depth;
        Space space;
    };
    std::vector<std::vector<Scope>> scopes(bindings_.size());
    std::size_t depth = 0;
    for (XmlCursor at(root); at.next();) {
        if (at.leaving()) {
            for (auto& stack : scopes)
                while (!stack.empty() && stack.back().depth == depth) stack.pop_back();
            --depth;
        } else if (at.entering()) {
            ++depth;
            pugi::xml_node node = at.node();
            for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute()) {
                std::string_view name = a.name();
                if (!name.starts_with("xmlns")) continue;
                name.remove_prefix(std::min<std::size_t>(name.size(), 6));
                for (std::size_t i = 0; i < bindings_.size(); ++i)
                    if (bindings_[i].prefix == name) scopes[i].push_back({depth, space_of(a.value())});
            }
            const std::string_view prefix = prefix_of(node.name());
            Space space = Space::unknown;
            for (std::size_t i = 0; i < bindings_.size(); ++i)
                if (bindings_[i].prefix == prefix && !scopes[i].empty()) space = scopes[i].back().space;
            const char* canonical = space == Space::word            ? "w:"
                                    : space == Space::math          ? "m:"
                                    : space == Space::compatibility ? "mc:"
                                                                    : "x:";
            node.set_name((std::string(canonical) + local(node.name())).c_str());
        }
    }
    bindings_ = {{"w", Space::word}, {"m", Space::math}, {"mc", Space::compatibility}};
    main_ = "w:";
    flat_ = true;
}

Space Names::space(std::string_view name) const noexcept {
    const std::string_view prefix = prefix_of(name);
    for (const Binding& binding : bindings_)
        if (binding.prefix == prefix) return binding.space;
    return Space::unknown;
}

Tag Names::tag(pugi::xml_node node) const noexcept {
    const char* name = node.name();
    if (is_main(name)) return word_tag(name + main_.size());
    switch (space(name)) {
        case Space::word: return word_tag(local(name));
        case Space::math: return math_tag(local(name));
        case Space::compatibility: return compatibility_tag(local(name));
        default: return Tag::other;
    }
}

int number(std::string_view text, int least, int most, int otherwise) noexcept {
    int result = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    if (error == std::errc::result_out_of_range) return text.starts_with('-') ? least : most;
    if (error != std::errc()) return otherwise;
    return std::clamp(result, least, most);
}

}  // namespace plancheck::docx
