// Content controls that are bound to data: what Word shows in them stands in another part of the package, and what stands in the
// text is only what it showed when the file was saved last.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/docx_names.hpp"
#include "read/flat_xml.hpp"

namespace plancheck::docx {

/// The data that controls may be bound to. Owns the parts. Movable; not thread-safe, as values of attributes are decoded late.
class Stores {
public:
    static constexpr std::size_t most = 64;

    bool full() const noexcept { return stores_.size() == most; }
    /// `id` is what the part's properties call it; letters' case does not count.
    void add(std::string_view id, FlatXml xml);

    /// The text that the control with these properties (w:sdtPr) shows; none: it is bound to nothing, to what is not there or is
    /// empty, or shows the data in a way of its own (a date, formatted text).
    std::optional<std::string> shown(XmlNode properties) const;

private:
    struct Store {
        std::string id;
        FlatXml xml;
    };
    std::vector<Store> stores_;
};

}  // namespace plancheck::docx
