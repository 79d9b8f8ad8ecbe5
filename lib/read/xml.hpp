// XML that cannot be trusted, made a tree: everything is checked by one linear scan before pugixml sees a byte, because
// pugixml checks neither UTF-8, control characters, DOCTYPE nor duplicate attributes, and builds a tree of any size. After
// the scan its parse cannot fail, so every place in a message is a place in the text as it was given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <pugixml.hpp>
#include <string_view>

#include "read/buffer.hpp"

namespace plancheck {

/// What a part may hold at most. A limit is told by the name written beside it.
struct XmlLimits {
    std::uint64_t elements = 4ull << 20;  ///< "elements": elements and attributes together
    std::uint64_t attributes = 1024;      ///< "attributes": of one element
    std::uint64_t nesting = 256;          ///< "nesting": depth of elements, the root being 1
};

enum class XmlStatus : std::uint8_t {
    ok,
    encoding,   ///< not valid in the encoding it declares, or one that is not known
    doctype,    ///< has a DOCTYPE, which is refused
    malformed,  ///< `reason` says what
    limit,      ///< `limit`, `value` and `allowed` say which
};

/// What the scan found. The views are to constants.
struct XmlResult {
    XmlStatus status = XmlStatus::ok;
    /// One of: "character" (one that XML forbids, also as a reference) "reference" "tag" "attribute"
    /// "duplicate-attribute" "end-tag" "unclosed" "outside-root" "no-root".
    std::string_view reason;
    std::string_view limit;
    std::uint64_t value = 0;
    std::uint64_t allowed = 0;
    std::size_t offset = 0;     ///< in the text after decoding to UTF-8, without byte order mark
    std::uint32_t line = 0;     ///< of `offset`, counting from 1; 0: there is none
    std::uint32_t column = 0;   ///< in code points, counting from 1

    bool ok() const noexcept { return status == XmlStatus::ok; }
    bool operator==(const XmlResult&) const = default;
};

/// Checks a whole text that is to be UTF-8 without byte order mark. Linear, no recursion, memory of `nesting` names.
/// Thread-safe.
XmlResult scan_xml(std::string_view text, const XmlLimits& limits = {});

/// Text between elements that is white space alone.
enum class XmlSpace : std::uint8_t {
    only_child,  ///< kept where it is all an element holds: <w:t> </w:t>
    all,         ///< kept everywhere: mixed content
};

/// A tree and the bytes its strings lie in. Movable, not copyable; const use is thread-safe. CDATA stands as its own
/// node, references are decoded, line ends are '\n', comments and processing instructions are left out.
/// `pugi::xml_node::offset_debug()` is the offset of a node in the text after decoding.
struct XmlTree {
    XmlResult result;
    Buffer bytes;              ///< mutated by the parse; of no use but to keep the strings alive
    pugi::xml_document tree;   ///< empty unless result.ok()

    bool ok() const noexcept { return result.ok(); }
    /// The root element; null unless ok().
    pugi::xml_node root() const noexcept { return tree.document_element(); }
};

/// Decodes, scans and parses. Takes the buffer over and parses in place: UTF-8 is neither copied nor converted. Throws
/// std::bad_alloc and nothing else.
XmlTree parse_xml(Buffer bytes, const XmlLimits& limits = {}, XmlSpace space = XmlSpace::only_child);

/// The same for bytes that are not ours to change: copies them first.
XmlTree parse_xml(std::string_view bytes, const XmlLimits& limits = {}, XmlSpace space = XmlSpace::only_child);

/// UTF-8 without byte order mark from bytes in the encoding that their byte order mark or XML declaration names (without
/// either: UTF-8). UTF-8 passes without a copy and unchecked; the others go through ICU. False: not valid in that encoding,
/// or one not known; `bytes` is empty then. `skipped` is the size of a mark that stands in front of the text.
bool decode_xml(Buffer& bytes, std::size_t& skipped);

/// Line and column of a byte in UTF-8 text. Linear.
struct TextPlace {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    bool operator==(const TextPlace&) const = default;
};
TextPlace place_of(std::string_view text, std::size_t offset) noexcept;

/// Walks a tree in document order without recursion or stack. A cursor is two pointers; the tree has to outlive it.
///
///     for (XmlCursor at(root); at.next();)
///         if (at.entering() && is(at.node(), "w:del")) at.skip();
///
/// Every element is met twice, entering and leaving, the one it starts from included; text (PCDATA and CDATA) once.
class XmlCursor {
public:
    explicit XmlCursor(pugi::xml_node root) noexcept : root_(root) {}

    /// Moves to the next event; false: the element it started from has been left.
    bool next() noexcept;

    bool entering() const noexcept { return event_ == Event::enter; }
    bool leaving() const noexcept { return event_ == Event::leave; }
    bool at_text() const noexcept { return event_ == Event::text; }
    pugi::xml_node node() const noexcept { return node_; }

    /// While entering: leaves out what is inside. The next event is leaving this element.
    void skip() noexcept { skip_ = true; }

private:
    enum class Event : std::uint8_t { start, enter, text, leave };

    pugi::xml_node root_;
    pugi::xml_node node_;
    Event event_ = Event::start;
    bool skip_ = false;
};

}  // namespace plancheck
