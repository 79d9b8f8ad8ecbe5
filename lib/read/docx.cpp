// Order of work: find the main part by relationship, read what its text depends on (styles, then numbering), walk the
// body, then the notes. A part that the text does not depend on is not even unpacked. The document of a DOCX whose
// field codes run on to its end is walked a second time with codes ended at paragraphs, because otherwise all behind
// them is lost.
#include <algorithm>
#include <string>
#include <utility>

#include "read/builder.hpp"
#include "read/docx_body.hpp"
#include "read/part.hpp"
#include "text/words.hpp"

namespace plancheck {

namespace {

using docx::Relations;

/// Everything that is read of a package besides its text.
struct Source {
    Package package;
    XmlLimits limits;
    std::string main;
    Relations relations;
    FlatXml styles_xml;
    FlatXml numbering_xml;
    docx::Styles styles;
    docx::Numbering numbering;
    docx::Stores stores;
};

Relations relations_of(Source& source, std::string_view part, Builder& builder) {
    const std::string name = docx::relations_name(part);
    if (!source.package.contains(name)) return {};
    FlatXml xml = optional_xml(source.package, name, source.limits, builder);
    return xml.ok() ? Relations(std::move(xml)) : Relations();
}

/// The main part by what it says of its content, for packages whose relationships are lost.
std::string main_by_type(Source& source, Builder& builder) {
    constexpr std::string_view types = "[Content_Types].xml";
    if (!source.package.contains(types)) return {};
    const FlatXml xml = optional_xml(source.package, types, source.limits, builder);
    for (XmlNode at = xml.root().first_child(); at; at = at.next_sibling()) {
        const auto type = docx::attribute(at, "ContentType"), name = docx::attribute(at, "PartName");
        if (!type || !name) continue;
        const bool word = type->find("wordprocessingml") != type->npos || type->find("ms-word") != type->npos;
        if (word && type->ends_with(".main+xml")) return docx::part_name({}, *name);
    }
    return {};
}

std::string find_main(Source& source, Builder& builder) {
    const Relations relations = relations_of(source, {}, builder);
    if (const auto* main = relations.of_kind("officeDocument")) {
        std::string name = docx::part_name({}, main->target);
        if (source.package.contains(name)) return name;
    }
    std::string name = main_by_type(source, builder);
    return !name.empty() && source.package.contains(name) ? name : "word/document.xml";
}

/// Name of a part that the main part is related to; empty: there is none.
std::string related(const Source& source, std::string_view kind) {
    if (const auto* relation = source.relations.of_kind(kind)) return docx::part_name(source.main, relation->target);
    // All relationships are lost: the usual names are worth a try.
    if (!source.relations.empty()) return {};
    std::string name = docx::part_name(source.main, std::string(kind) + ".xml");
    return source.package.contains(name) ? name : std::string();
}

void read_looks(Source& source, Builder& builder) {
    if (const std::string name = related(source, "styles"); !name.empty()) {
        source.styles_xml = optional_xml(source.package, name, source.limits, builder);
        source.styles.load(source.styles_xml.root());
    }
    if (const std::string name = related(source, "numbering"); !name.empty()) {
        source.numbering_xml = optional_xml(source.package, name, source.limits, builder);
        source.numbering.load(source.numbering_xml.root(), source.styles);
    }
}

/// What controls may be bound to: the package's own properties, and every part of data that says by what name it is known.
void read_stores(Source& source, Builder& builder) {
    constexpr std::string_view properties_part = "docProps/core.xml", properties_id = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}";
    if (source.package.contains(properties_part))
        source.stores.add(properties_id, optional_xml(source.package, properties_part, source.limits, builder));
    for (const docx::Relation& relation : source.relations.all()) {
        if (relation.kind != "customXml" || relation.external || source.stores.full()) continue;
        const std::string part = docx::part_name(source.main, relation.target);
        const Relations own = relations_of(source, part, builder);
        const auto* properties = own.of_kind("customXmlProps");
        if (properties == nullptr || !source.package.contains(part)) continue;
        const FlatXml named = optional_xml(source.package, docx::part_name(part, properties->target), source.limits, builder);
        if (const auto id = docx::attribute(named.root(), "itemID"))
            source.stores.add(*id, optional_xml(source.package, part, source.limits, builder));
    }
}

bool is_text_note(XmlNode node) {
    const auto type = docx::attribute(node, "type");
    return !type || *type == "normal";
}

void read_notes(Source& source, docx::Body& body, Builder& builder) {
    for (const std::string_view kind : {"footnotes", "endnotes"}) {
        const std::string part = related(source, kind);
        if (part.empty()) continue;
        const FlatXml xml = optional_xml(source.package, part, source.limits, builder);
        if (!xml.ok()) continue;
        const docx::Names names(xml);
        const Relations relations = relations_of(source, part, builder);
        builder.part(part);
        for (XmlNode note = xml.root().first_child(); note; note = note.next_sibling()) {
            if (!note.is_element() || !is_text_note(note)) continue;
            builder.open_note(docx::note_key(docx::attribute(note, "id"), kind == "endnotes"));
            body.walk(note, names, relations);
            builder.close();
        }
    }
}

// The words of diagrams ("SmartArt"), which lie in parts of their own.
std::uint32_t words_of_diagrams(Source& source, Builder& builder) {
    std::uint32_t words = 0;
    for (const docx::Relation& relation : source.relations.all()) {
        if (relation.kind != "diagramData" || relation.external) continue;
        const std::string part = docx::part_name(source.main, relation.target);
        if (!source.package.contains(part)) continue;
        const FlatXml xml = optional_xml(source.package, part, source.limits, builder);
        for (XmlNode at = xml.root().first_child(); at; at = at.following(xml.root()))
            if (at.is_element() && docx::local(at.name()) == "t" && at.first_child()) words += count_words(at.child_text()).words;
    }
    return words;
}

void tell(const docx::Met& met, Builder& builder) {
    if (met.insertions != 0 || met.deletions != 0)
        builder.notify("read/tracked-changes", Severity::note,
                       {{"insertions", std::int64_t{met.insertions}}, {"deletions", std::int64_t{met.deletions}}});
    if (met.hidden) builder.notify("read/hidden-text", Severity::note);
    if (met.not_followed != 0)
        builder.notify("read/not-followed", Severity::warning, {{"count", std::int64_t{met.not_followed}}});
}

}  // namespace

Document read_docx(std::string_view bytes, std::string_view name, Format format, const Limits& limits) {
    Builder builder(name, format, limits);
    Source source;
    source.limits = xml_limits(limits);
    if (const PackageResult opened = source.package.open(bytes, package_limits(limits)); !opened.ok())
        throw Unreadable{refusal(opened, {})};
    source.package.set_name_case(NameCase::ignored);
    source.main = find_main(source, builder);

    Buffer part = needed_bytes(source.package, source.main);
    const std::size_t size = part.size;
    // "w:dataBinding", looked for by its letter that is rare.
    const bool binds = part.view().find("Binding") != std::string_view::npos;
    const FlatXml xml = needed_xml(std::move(part), source.main, source.limits);
    const docx::Names names(xml);
    const XmlNode root = docx::child(xml.root(), "body");
    if (!root) throw Unreadable{damaged_part(source.main, "no-body", Severity::error)};

    source.relations = relations_of(source, source.main, builder);
    if (source.relations.of_kind("vbaProject") != nullptr) builder.notify("read/macros", Severity::note);
    read_looks(source, builder);
    if (binds) read_stores(source, builder);

    // Word writes about six bytes for one of text.
    const auto walk = [&](Builder& to, bool by_paragraph) {
        to.reserve(size / 5 + 64, size / 512 + 16);
        to.part(source.main);
        docx::Body body(to, source.styles, source.numbering, source.stores, by_paragraph);
        // Some programs put several documents into one part; only the first has what the format asks for, but all are shown.
        for (XmlNode one = root; one; one = one.next_sibling())
            if (one.is_element() && docx::local(one.name()) == "body") body.walk(one, names, source.relations);
        if (body.met.code_left_open && !by_paragraph) return std::pair{false, std::move(body.met)};
        to.end_main_text();
        read_notes(source, body, to);
        return std::pair{true, std::move(body.met)};
    };
    Builder spare = builder;
    auto [complete, met] = walk(builder, false);
    if (!complete) {
        source.numbering.restart();
        builder = std::move(spare);
        met = walk(builder, true).second;
    }
    tell(met, builder);
    const std::uint32_t drawn = words_of_diagrams(source, builder);
    Document document = builder.finish();
    // As the program remembered them, or else as the author's own breaks give them.
    set_page_hints(document, met.pages.empty() ? met.page_breaks : met.pages);
    tell_boxes(document, drawn);
    return document;
}

}  // namespace plancheck
