// The source of a template while it is loaded: strict access to elements and attributes, and refusal with a line and a
// suggestion. Lives only during load_template(); one thread.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "plancheck/template.hpp"

namespace plancheck {

using Names = std::span<const std::string_view>;

class TemplateSource {
public:
    /// Borrows both texts.
    TemplateSource(std::string_view xml, std::string_view name);

    std::uint32_t line_of(pugi::xml_node node) const;
    std::uint32_t line_at(std::ptrdiff_t offset) const;

    /// Throws `Error` (template_rejected): "NAME:LINE: MESSAGE".
    [[noreturn]] void refuse(std::uint32_t line, const std::string& message) const;
    [[noreturn]] void refuse(pugi::xml_node node, const std::string& message) const;
    /// The same for a name that is not among `known`: "MESSAGE; did you mean 'X'?" where one is near.
    [[noreturn]] void refuse_name(pugi::xml_node node, const std::string& message, std::string_view wrong, Names known) const;

    /// Refuses attributes that are not named here, and those that stand twice.
    void allow_attributes(pugi::xml_node node, std::initializer_list<std::string_view> names) const;
    /// Refuses an element that is not named here, and text between elements.
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
    /// Refuses a text that lacks one of the template's languages.
    void complete(pugi::xml_node node, const Localized& text, std::string_view what) const;

    std::vector<std::string> languages;  ///< of the template; set by the loader before any text is read

private:
    std::string raw_text(pugi::xml_node node) const;

    std::string_view name_;
    std::vector<std::uint32_t> line_ends_;
};

}  // namespace plancheck
