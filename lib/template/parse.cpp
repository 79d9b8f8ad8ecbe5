// No entity but the five of XML is known, and nothing outside the text is ever looked at.
#include "template/parse.hpp"

#include <new>

#include "text/utf8.hpp"

namespace plancheck {

pugi::xml_node parse_source(const TemplateSource& source, std::string_view xml, std::string_view root, pugi::xml_document& document, std::uint32_t origin) {
    if (const std::size_t bad = source.proved ? std::string_view::npos : first_bad_byte(xml); bad != std::string_view::npos)
        source.refuse_at(static_cast<std::ptrdiff_t>(bad), "not UTF-8", origin);
    const unsigned flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_wconv_attribute | pugi::parse_doctype;
    const pugi::xml_parse_result result = document.load_buffer(xml.data(), xml.size(), flags, pugi::encoding_utf8);
    if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
    if (!result) source.refuse_at(result.offset, "not well-formed XML: " + std::string(result.description()), origin);
    pugi::xml_node found;
    for (const pugi::xml_node node : document.children()) {
        if (node.type() == pugi::node_doctype) source.refuse_at(0, "a DOCTYPE is not accepted", origin);
        if (node.type() != pugi::node_element) continue;
        if (found) source.refuse(node, "a second root element");
        found = node;
    }
    if (found.name() != root) source.refuse_name(found, "unknown root element:", found.name(), Names(&root, 1));
    return found;
}

}  // namespace plancheck
