// XML as one flat table in place of a tree: a record of sixteen bytes for each element and text, in the order of the
// file, written by the same scan that checks everything (read/xml.hpp). A tree of pugixml takes six times the memory, and
// for a part as a word processor writes it getting that memory costs more than all the rest of reading. Attributes have
// no records: they are read again, from bytes known to be right, where one is asked for. Elements of properties, which a word
// processor writes over and over in the same bytes ("<w:rPr>…</w:rPr>"), are kept once.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/xml.hpp"
#include "text/utf8.hpp"

namespace plancheck {

/// The table. Made by the scan, read through XmlNode.
class FlatTable {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    static constexpr std::uint32_t largest = 0x3FFFFFFF;  ///< bytes of a text that a table can hold

    struct Record {
        std::uint32_t begin = 0;  ///< of the element's name, or of the text; where `repeats`, the record it repeats
        std::uint32_t what : 30 = 0;  ///< the size of the text, or which name the element has
        std::uint32_t repeats : 1 = 0;  ///< the bytes of an element before it: name, attributes and children are those
        std::uint32_t is_text : 1 = 0;
        std::uint32_t next = 0;        ///< next sibling, 0: none
        std::uint32_t parent = none;
    };

    /// `text` is what the records point into; it is written to by finish() alone.
    explicit FlatTable(char* text, std::size_t size) : text_(text), size_(size) {}

    // For the scan. A record goes behind all others; `before`: the sibling before it, 0 for a first child.
    PLANCHECK_IN_LINE std::uint32_t add(std::uint32_t parent, std::uint32_t before, const char* begin, std::uint32_t what, bool is_text) {
        const auto index = static_cast<std::uint32_t>(records_.size());
        if (before != 0) records_[before].next = index;
        Record record;
        record.begin = static_cast<std::uint32_t>(begin - text_);
        record.what = what & largest;
        record.is_text = is_text ? 1 : 0;
        record.parent = parent;
        records_.push_back(record);
        return index;
    }
    /// An element that repeats the one of record `original`, which repeats none itself and holds no text.
    std::uint32_t repeat(std::uint32_t parent, std::uint32_t before, std::uint32_t original) {
        const auto index = static_cast<std::uint32_t>(records_.size());
        if (before != 0) records_[before].next = index;
        Record record;
        record.begin = original;
        record.repeats = 1;
        record.parent = parent;
        records_.push_back(record);
        return index;
    }
    /// A name of elements; two may be the same.
    std::uint32_t add_name(std::string_view name) {
        names_.push_back(name);
        return static_cast<std::uint32_t>(names_.size() - 1);
    }
    void reserve(std::size_t count) { records_.reserve(count); }
    /// The text of that record holds carriage returns, or references (a CDATA section has none).
    void encoded(std::uint32_t index, bool references) { encoded_.push_back({index, references}); }
    /// An attribute of that element declares a namespace.
    void declares(std::uint32_t index) {
        if (declaring_.empty() || declaring_.back() != index) declaring_.push_back(index);
    }
    /// Replaces references and line ends in the texts that hold some, and puts the last record behind all. To be called once,
    /// when the whole text was let through.
    void finish();

    /// One more than there are: the last is nobody's child.
    const std::vector<Record>& records() const noexcept { return records_; }
    /// What Record::what of an element is an index of: as many names as were met, few more than there are.
    const std::vector<std::string_view>& names() const noexcept { return names_; }
    /// Elements that declare namespaces, in order.
    const std::vector<std::uint32_t>& declaring() const noexcept { return declaring_; }
    std::string_view view(std::uint32_t begin, std::uint32_t size) const noexcept { return {text_ + begin, size}; }
    std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(size_); }
    /// The value of an attribute that stands as `raw` in the text. Most are as they stand; the others are decoded once and kept.
    std::string_view value(std::string_view raw) const;

private:
    char* text_;
    std::size_t size_;
    std::vector<Record> records_;
    std::vector<std::string_view> names_;
    struct Encoded {
        std::uint32_t index;
        bool references;
    };

    std::vector<Encoded> encoded_;
    std::vector<std::uint32_t> declaring_;
    mutable std::map<const char*, std::string> values_;
};

/// One attribute; null behind the last.
class XmlAttribute {
public:
    XmlAttribute() = default;
    /// The first from byte `at` of a start tag on.
    XmlAttribute(const FlatTable& table, std::uint32_t at) noexcept : table_(&table), next_(at) { step(); }

    explicit operator bool() const noexcept { return !name_.empty(); }
    std::string_view name() const noexcept { return name_; }
    std::string_view value() const { return table_->value(raw_); }
    XmlAttribute next() const noexcept { return {*table_, next_}; }

private:
    const FlatTable* table_ = nullptr;
    std::uint32_t next_ = 0;
    std::string_view name_;
    std::string_view raw_;

    void step() noexcept;
};

/// An element or a text of a FlatXml, which has to outlive it; null where there is none, and a null node has no name, no
/// children and no attributes. A CDATA section is a text of its own.
class XmlNode {
public:
    XmlNode() = default;
    XmlNode(const FlatTable& table, std::uint32_t index) noexcept : table_(&table), index_(index) {}

    explicit operator bool() const noexcept { return table_ != nullptr; }
    bool operator==(const XmlNode&) const = default;
    std::uint32_t index() const noexcept { return index_; }
    /// Of the element whose bytes it repeats, or its own: two elements of one source have the same attributes and children.
    std::uint32_t source() const noexcept { return record().repeats != 0 ? record().begin : index_; }

    bool is_element() const noexcept { return table_ != nullptr && record().is_text == 0; }
    /// Of an element, with its prefix.
    std::string_view name() const noexcept { return is_element() ? table_->names()[content().what] : std::string_view(); }
    /// Of an element, which of the table's names it has.
    std::uint32_t name_index() const noexcept { return content().what; }
    /// Of a text.
    std::string_view text() const noexcept {
        return table_ != nullptr && record().is_text != 0 ? table_->view(record().begin, record().what) : std::string_view();
    }
    /// Of the first text inside an element.
    std::string_view child_text() const noexcept;

    /// Of what repeats an element the children of that one, whose parent it is.
    PLANCHECK_IN_LINE XmlNode first_child() const noexcept {
        if (table_ == nullptr) return {};
        const std::uint32_t own = source();
        if (table_->records()[own + 1].parent != own) return {};
        return {*table_, own + 1};
    }
    PLANCHECK_IN_LINE XmlNode next_sibling() const noexcept {
        if (table_ == nullptr || record().next == 0) return {};
        return {*table_, record().next};
    }
    /// The node behind this one in the order of the file, as long as it lies within `within`.
    XmlNode following(XmlNode within) const noexcept {
        // What lies within an element has it or one behind it as parent.
        const std::uint32_t parent = table_->records()[index_ + 1].parent;
        if (parent == FlatTable::none || parent < within.index_) return {};
        return {*table_, index_ + 1};
    }
    XmlNode parent() const noexcept {
        if (table_ == nullptr || record().parent == FlatTable::none) return {};
        return {*table_, record().parent};
    }
    /// Of an element, the whole text from behind its name on.
    std::string_view behind_name() const noexcept {
        const FlatTable::Record& own = content();
        const auto at = static_cast<std::uint32_t>(own.begin + table_->names()[own.what].size());
        return table_->view(at, table_->size() - at);
    }
    XmlAttribute first_attribute() const noexcept {
        if (!is_element()) return {};
        const FlatTable::Record& own = content();
        return {*table_, static_cast<std::uint32_t>(own.begin + table_->names()[own.what].size())};
    }

private:
    const FlatTable* table_ = nullptr;
    std::uint32_t index_ = 0;

    const FlatTable::Record& record() const noexcept { return table_->records()[index_]; }
    const FlatTable::Record& content() const noexcept { return table_->records()[source()]; }
};

/// A text and its table. Movable, not copyable; nodes stay valid when it is moved. For one thread at a time: values of
/// attributes may be decoded when they are asked for.
struct FlatXml {
    XmlResult result;
    Buffer bytes;
    std::unique_ptr<FlatTable> table;  ///< null unless result.ok()

    bool ok() const noexcept { return result.ok() && table != nullptr; }
    /// The root element; null unless ok().
    XmlNode root() const noexcept { return ok() ? XmlNode(*table, 0) : XmlNode(); }
};

/// Decodes and scans; white space alone is text only where it is all that an element holds (XmlSpace::only_child).
/// Everything is refused that parse_xml() refuses. Throws std::bad_alloc and nothing else.
FlatXml flatten_xml(Buffer bytes, const XmlLimits& limits = {});

/// The scan of read/xml.hpp that also fills a table, whose text is `text`.
XmlResult scan_xml(std::string_view text, const XmlLimits& limits, FlatTable& table);

}  // namespace plancheck
