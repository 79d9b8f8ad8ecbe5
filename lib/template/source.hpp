// The source of a template while it is loaded: strict access to elements and attributes, and faults with a place and a
// suggestion. Lives only during load_template(); one thread.
//
// A fault is noted and the walk goes on: tell() returns, refuse() leaves the element that makes no sense with it, up to
// the next attempt(). So one reading lists all faults.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

#include "plancheck/template.hpp"

namespace plancheck {

using Names = std::span<const std::string_view>;

/// What leaves an element whose fault was noted. Never leaves the room.
struct Refused {};

class TemplateSource {
public:
    /// Borrows both texts.
    TemplateSource(std::string_view xml, std::string_view name);

    /// A further source, whose nodes are placed one by one; borrows `xml`. Returns its number.
    std::uint32_t add(std::string_view xml, std::string_view name);
    /// `node` of a tree that was put together stands at `offset` of source `origin`.
    void place(pugi::xml_node node, std::uint32_t origin, std::ptrdiff_t offset);
    /// The same place for a copy.
    void place_as(pugi::xml_node copy, pugi::xml_node original);

    std::uint32_t line_of(pugi::xml_node node) const { return place_of(node).line; }
    /// Where it stands: name (empty: in the first source), line, column.
    template <class Placed>
    void locate(pugi::xml_node node, Placed& to) const {
        const TemplateFault place = place_of(node);
        to.source = place.name == origins_.front().name ? std::string() : place.name;
        to.line = place.line;
        to.column = place.column;
    }

    void tell(pugi::xml_node node, const std::string& message) const;
    /// A fault at a byte of the first source.
    [[noreturn]] void refuse_at(std::ptrdiff_t offset, const std::string& message, std::uint32_t origin = 0) const;
    [[noreturn]] void refuse(pugi::xml_node node, const std::string& message) const;
    /// The same for a name that is not among `known`: "MESSAGE; did you mean 'X'?" where one is near.
    void tell_name(pugi::xml_node node, const std::string& message, std::string_view wrong, Names known) const;
    [[noreturn]] void refuse_name(pugi::xml_node node, const std::string& message, std::string_view wrong, Names known) const;

    /// False where `work` was refused.
    template <class Work>
    bool attempt(Work&& work) const {
        try {
            work();
            return true;
        } catch (const Refused&) {
            return false;
        }
    }

    /// In the order in which they were found.
    std::vector<TemplateFault> take_faults() { return std::move(faults_); }
    bool sound() const noexcept { return faults_.empty(); }

    /// Tells attributes that are not named here, and those that stand twice.
    void allow_attributes(pugi::xml_node node, std::initializer_list<std::string_view> names) const;
    /// Tells an element that is not named here, and text between elements.
    void allow_children(pugi::xml_node node, Names names) const;

    /// Value of an attribute; refuses one that is missing or empty.
    std::string_view required(pugi::xml_node node, const char* attribute) const;
    std::string_view optional(pugi::xml_node node, const char* attribute, std::string_view otherwise = {}) const;
    bool yes_no(pugi::xml_node node, const char* attribute, bool otherwise) const;
    std::uint32_t number(pugi::xml_node node, const char* attribute, std::optional<std::uint32_t> otherwise = {}) const;
    /// An attribute that is an id: letters, digits and hyphens in lower case, also '/' where `path`.
    std::string id(pugi::xml_node node, const char* attribute, bool path = false) const;

    /// The text of an element without children, with single spaces; refuses one that is empty.
    std::string text(pugi::xml_node node) const;
    /// The same with its lines: white space that all lines begin with is cut, as are empty lines around.
    std::string lines(pugi::xml_node node) const;
    /// A text in the notation of terms; refuses a malformed one.
    std::string terms(pugi::xml_node node) const;
    /// The same as a list of synonyms.
    std::vector<std::string> synonyms(pugi::xml_node node) const;

    /// The language of a node (attribute lang), one of the template's.
    std::string_view language(pugi::xml_node node) const;
    /// Adds `text` to `to` under the node's language; refuses a second text of that language.
    void add(pugi::xml_node node, std::string text, Localized& to) const;
    /// Tells a text that lacks one of the template's languages.
    void complete(pugi::xml_node node, const Localized& text, std::string_view what) const;

    bool proved = false;                 ///< UTF-8, and no malformed terms
    std::vector<std::string> languages;  ///< of the template; set by the loader before any text is read

private:
    std::string raw_text(pugi::xml_node node) const;
    [[noreturn]] void refuse_empty(pugi::xml_node node) const;

    TemplateFault place_of(pugi::xml_node node) const;
    TemplateFault place_at(std::uint32_t origin, std::ptrdiff_t offset) const;
    void note(TemplateFault place, const std::string& message) const;

    struct Origin {
        std::string_view xml;
        std::string name;
        std::vector<std::uint32_t> line_ends;
    };
    struct Offset {
        std::uint32_t origin;
        std::ptrdiff_t offset;
    };
    std::vector<Origin> origins_;
    std::unordered_map<std::size_t, Offset> placed_;  // by node, where the tree was put together
    mutable std::vector<TemplateFault> faults_;
};

}  // namespace plancheck
