// A package keeps text and automatic styles in one part and common styles in another; a flat file has both in one tree, and
// then every block has a line of the file as its place. Whether the package is encrypted was seen when it was recognised.
#include <algorithm>
#include <string>
#include <utility>

#include "read/builder.hpp"
#include "read/odt_body.hpp"
#include "read/part.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

using odt::hash;

constexpr std::string_view content_part = "content.xml";
constexpr std::string_view styles_part = "styles.xml";

pugi::xml_node child(pugi::xml_node node, const char* name) { return node.child(name); }

/// Modules, not the lists of libraries that programs write for every document.
bool has_macros(const Package& package) {
    return std::any_of(package.entries().begin(), package.entries().end(), [](const PackageEntry& entry) {
        const std::string_view name = entry.name;
        if (name.empty() || name.back() == '/') return false;
        if (name.starts_with("Scripts/")) return true;
        return name.starts_with("Basic/") && !name.ends_with("-lc.xml") && !name.ends_with("-lb.xml");
    });
}

bool has_macros(pugi::xml_node root) {
    for (XmlCursor at(child(root, "office:scripts")); at.next();)
        if (at.entering() && hash(at.node().name()) == hash("ooo:module")) return true;
    return false;
}

/// A part and what was seen of it before it became a tree.
struct Part {
    XmlTree tree;
    bool usual = false;
    bool hides = false;

    void look(std::string_view text) {
        usual = odt::has_usual_prefixes(text);
        // In another encoding than UTF-8 it cannot be seen.
        hides = !usual || text.find("hidden-paragraph") != text.npos;
    }
    void settle() {
        if (tree.ok() && !usual) odt::rename(tree.root());
    }
};

struct Looks {
    odt::Styles styles;
    odt::Numbering numbering;

    void add(pugi::xml_node styles_node, bool automatic) {
        styles.add(styles_node, automatic);
        numbering.add(styles_node);
    }
    void settle() {
        styles.settle();
        numbering.settle(styles.language());
    }
};

/// Lines and columns of a flat file, in one run over its bytes. `skipped`: bytes before the text.
void set_lines(Document& document, std::string_view bytes, std::uint32_t skipped) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i)
        if (document.blocks[i].place.byte_offset != Place::none) order.push_back(i);
    const auto offset = [&](std::uint32_t block) { return document.blocks[block].place.byte_offset; };
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return offset(a) < offset(b); });
    std::size_t at = skipped;
    TextPlace here;
    for (const std::uint32_t block : order) {
        Place& place = document.blocks[block].place;
        place.byte_offset += skipped;
        const TextPlace step = place_of(bytes.substr(at), place.byte_offset - at);
        here.column = step.line == 1 ? here.column + step.column - 1 : step.column;
        here.line += step.line - 1;
        at = place.byte_offset;
        place.line = here.line;
        place.column = here.column;
    }
}

void tell(const odt::Met& met, Builder& builder) {
    if (met.insertions != 0 || met.deletions != 0)
        builder.notify("read/tracked-changes", Severity::note,
                       {{"insertions", std::int64_t{met.insertions}}, {"deletions", std::int64_t{met.deletions}}});
    if (met.hidden) builder.notify("read/hidden-text", Severity::note);
    if (met.not_followed != 0)
        builder.notify("read/not-followed", Severity::warning, {{"count", std::int64_t{met.not_followed}}});
}

Document walk(Builder& builder, const Part& part, Looks& looks, std::string_view name, bool offsets) {
    const pugi::xml_node text = child(child(part.tree.root(), "office:body"), "office:text");
    if (!text) throw Unreadable{damaged_part(name, "no-body", Severity::error)};
    // Word processors write about four bytes for one of text.
    builder.reserve(part.tree.bytes.size / 4 + 64, part.tree.bytes.size / 256 + 16);
    odt::Body body(builder, looks.styles, looks.numbering, offsets, part.hides);
    body.walk(text);
    builder.end_main_text();
    body.walk_notes();
    tell(body.met, builder);
    Document document = builder.finish();
    // As the program remembered them and as the author's own breaks give them.
    set_page_hints(document, body.met.pages);
    tell_boxes(document);
    return document;
}

Document read_flat(std::string_view bytes, Builder& builder, const XmlLimits& limits) {
    Part part;
    part.look(bytes);
    Buffer copy(bytes.size());
    bytes.copy(copy.data.get(), bytes.size());
    part.tree = needed_tree(std::move(copy), {}, limits, XmlSpace::all);
    part.settle();
    const pugi::xml_node root = part.tree.root();
    if (has_macros(root)) builder.notify("read/macros", Severity::note);
    Looks looks;
    looks.add(child(root, "office:automatic-styles"), true);
    looks.add(child(root, "office:styles"), false);
    looks.settle();
    // Offsets are those of the text after decoding, which is the source only where nothing was decoded.
    const bool as_given = part.usual && part.tree.bytes.size == bytes.size() && is_utf8(bytes);
    Document document = walk(builder, part, looks, {}, as_given);
    if (as_given) set_lines(document, bytes, bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    return document;
}

Document read_package(std::string_view bytes, Builder& builder, const Limits& limits) {
    Package package;
    if (const PackageResult opened = package.open(bytes, package_limits(limits)); !opened.ok())
        throw Unreadable{refusal(opened, {})};
    const XmlLimits xml = xml_limits(limits);

    Part content;
    Buffer text = needed_bytes(package, content_part);
    content.look(text.view());
    content.tree = needed_tree(std::move(text), content_part, xml, XmlSpace::all);
    content.settle();
    builder.part(content_part);
    if (has_macros(package)) builder.notify("read/macros", Severity::note);

    Part common;
    Buffer styles;
    if (package.contains(styles_part) && optional_bytes(package, styles_part, styles, builder)) {
        common.look(styles.view());
        common.tree = optional_tree(std::move(styles), styles_part, xml, builder);
        common.settle();
    }
    Looks looks;
    looks.add(child(content.tree.root(), "office:automatic-styles"), true);
    looks.add(child(common.tree.root(), "office:styles"), false);
    looks.settle();
    return walk(builder, content, looks, content_part, false);
}

}  // namespace

Document read_odt(std::string_view bytes, std::string_view name, Format format, const Limits& limits) {
    Builder builder(name, format, limits);
    return format == Format::fodt ? read_flat(bytes, builder, xml_limits(limits)) : read_package(bytes, builder, limits);
}

}  // namespace plancheck
