// A ZIP archive as OOXML and ODF want it, the same bytes every time: no clock, no owner, the order given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plancheck {

struct PackagePart {
    std::string name;   ///< "word/document.xml"
    std::string bytes;
    bool stored = false;  ///< not deflated: the mimetype of ODF has to be
};

/// All parts are small and made by us: at most 4 GiB together.
std::string write_package(const std::vector<PackagePart>& parts);

}  // namespace plancheck
