// Relationships of one part: which part or address an id or a kind stands for. Nothing is followed but parts of the
// package.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/flat_xml.hpp"

namespace plancheck::docx {

struct Relation {
    std::string_view id;
    std::string_view kind;    ///< the type's last word: "officeDocument", "styles", "hyperlink"
    std::string_view target;  ///< as in the file
    bool external = false;
};

/// Owns the XML that its strings lie in. Movable.
class Relations {
public:
    Relations() = default;
    /// Of a parsed .rels part.
    explicit Relations(FlatXml xml);

    const std::vector<Relation>& all() const noexcept { return in_order_; }
    bool empty() const noexcept { return in_order_.empty(); }
    /// Null: there is none of that id.
    const Relation* find(std::string_view id) const noexcept;
    /// First of that kind within the package, in the order of the file; null: none.
    const Relation* of_kind(std::string_view kind) const noexcept;

private:
    FlatXml xml_;
    std::vector<Relation> in_order_;
    std::vector<Relation> by_id_;
};

/// Name of the part that a target stands for, seen from the part `from`: "word/document.xml" + "../x.xml" is "x.xml".
std::string part_name(std::string_view from, std::string_view target);

/// Name of the relationships of a part: "word/_rels/document.xml.rels".
std::string relations_name(std::string_view part);

}  // namespace plancheck::docx
