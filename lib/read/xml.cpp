// Decode, scan, parse in place: the parse sees only what the scan let through. The cursor follows the links that pugixml
// keeps in its nodes.
#include "read/xml.hpp"

#include <cstring>
#include <new>
#include <utility>

namespace plancheck {

XmlTree parse_xml(Buffer bytes, const XmlLimits& limits, XmlSpace space) {
    XmlTree made;
    std::size_t skipped = 0;
    if (!decode_xml(bytes, skipped)) {
        made.result.status = XmlStatus::encoding;
        return made;
    }
    made.bytes = std::move(bytes);
    const std::string_view text = made.bytes.view().substr(skipped);
    made.result = scan_xml(text, limits);
    if (!made.result.ok()) return made;

    const unsigned flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_wconv_attribute |
                           (space == XmlSpace::all ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single);
    const pugi::xml_parse_result parsed =
        made.tree.load_buffer_inplace(made.bytes.data.get() + skipped, text.size(), flags, pugi::encoding_utf8);
    if (parsed.status == pugi::status_out_of_memory) throw std::bad_alloc();
    if (!parsed) {
        made.tree.reset();
        made.result.status = XmlStatus::malformed;
        made.result.reason = "tag";
        made.result.offset = static_cast<std::size_t>(parsed.offset);
    }
    return made;
}

XmlTree parse_xml(std::string_view bytes, const XmlLimits& limits, XmlSpace space) {
    Buffer copy(bytes.size());
    bytes.copy(copy.data.get(), bytes.size());
    return parse_xml(std::move(copy), limits, space);
}

bool XmlCursor::next() noexcept {
    const auto enter = [this](pugi::xml_node node) {
        node_ = node;
        event_ = node.type() == pugi::node_element ? Event::enter : Event::text;
        return true;
    };
    switch (event_) {
        case Event::start:
            return root_ && enter(root_);
        case Event::enter:
            if (const pugi::xml_node inside = std::exchange(skip_, false) ? pugi::xml_node() : node_.first_child())
                return enter(inside);
            event_ = Event::leave;
            return true;
        case Event::text:
        case Event::leave:
            if (node_ == root_) return false;
            if (const pugi::xml_node beside = node_.next_sibling()) return enter(beside);
            node_ = node_.parent();
            event_ = Event::leave;
            return true;
    }
    return false;
}

}  // namespace plancheck
