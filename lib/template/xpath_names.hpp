// What an expression over a plan's canonical XML names, looked at before any document is: an XPath that names nothing
// selects nothing, and nobody would notice. The names of that XML are laid down here (plan/plan_xml.cpp writes them).
// Pure and thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plancheck/template.hpp"

namespace plancheck {

struct XPathFault {
    std::string message;                  ///< "unknown element:"
    std::string wrong;                    ///< the name, or empty
    std::vector<std::string_view> known;  ///< what it could have been
};

/// Syntax, names of elements, attributes and functions, kinds and keys that attributes are compared with, and expressions
/// whose cost grows with more than the cube of a document. The views live as long as the template.
std::vector<XPathFault> xpath_faults(std::string_view expression, const Template& form);

struct XPathUse {
    std::uint32_t power = 1;  ///< cost grows at most with this power of the number of nodes
    bool content = false;     ///< looks at the document's blocks, not only at what was understood
};
XPathUse xpath_use(std::string_view expression);

/// The elements of the canonical XML, and the attributes that one of them may have. Empty: there is no such element.
std::vector<std::string_view> canonical_elements();
std::vector<std::string_view> canonical_attributes(std::string_view element);

}  // namespace plancheck
