// The tree that a template is loaded from: its own, or, where it extends another template, that one's with its own
// elements taken in. Private to the room; one thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "template/source.hpp"

namespace plancheck {

class TemplateTree {
public:
    /// Parses `xml`, the first source of `source`, and the templates it is built on, which are built in. Refuses what is
    /// no template; tells a <remove> that names nothing. Borrows `xml`.
    TemplateTree(TemplateSource& source, std::string_view xml);

    pugi::xml_node root() const { return document_.document_element(); }
    /// All that it is made of: the XML of the first base, of what extends it, …, its own.
    std::string bytes() const { return bases_ + std::string(own_); }
    std::string_view extends() const noexcept { return extends_; }
    std::string print() const;

private:
    pugi::xml_document document_;
    std::string_view own_;
    std::string bases_, extends_;
};

}  // namespace plancheck
