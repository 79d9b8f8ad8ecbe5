// The one way in which XML that people write for the library (templates, policies) becomes a tree.
#pragma once

#include <string_view>

#include <pugixml.hpp>

#include "template/source.hpp"

namespace plancheck {

/// Parses `xml` into `document`, which keeps the tree, and returns the root element, called `root`. Refuses through
/// `source`, at its place in source `origin`, what is not UTF-8 or not well-formed, a DOCTYPE, a second root, another root.
pugi::xml_node parse_source(const TemplateSource& source, std::string_view xml, std::string_view root, pugi::xml_document& document,
                            std::uint32_t origin = 0);

}  // namespace plancheck
