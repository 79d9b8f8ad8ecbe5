// The two halves of load_template(): what a plan is made of, and what is asked of it. Private to the room, but for
// load_with_faults().
#pragma once

#include <initializer_list>

#include <pugixml.hpp>

#include "plancheck/error.hpp"
#include "plancheck/template.hpp"
#include "template/source.hpp"
#include "text/embedded.hpp"

namespace plancheck {

struct LoadedTemplate {
    Template form;                      ///< whole only where there is no fault
    std::vector<TemplateFault> faults;  ///< in the order in which they were found
};

/// Loads what can be loaded and lists all faults. Thread-safe. `proved`: the SHA-256 of a template whose UTF-8 and notation of
/// terms were tested with the library, so that they are not looked at again at each start.
LoadedTemplate load_with_faults(std::string_view xml, std::string_view name, std::string_view proved = {});

/// A template that is built in; throws Error where there is none of that id.
const EmbeddedFile& built_in_template_file(std::string_view id);

/// A fault as what load_template() throws.
Error rejected(const TemplateFault& fault);

/// Loads <requirements> and <clauses>; sections, items and vocabularies of `form` are loaded already.
void load_requirements(const TemplateSource& source, pugi::xml_node root, Template& form);

/// Tells a text with arguments in braces that is malformed, uses arguments which are not `known`, or lacks plural forms of
/// its language. Returns the arguments it uses, sorted.
std::vector<std::string> check_pattern(const TemplateSource& source, pugi::xml_node node, std::string_view pattern,
                                       const std::vector<std::string_view>& known);

/// The keys, ids or kinds of a list, for suggestions.
template <class List, class Member>
std::vector<std::string_view> names_of(const List& list, Member member) {
    std::vector<std::string_view> names;
    for (const auto& entry : list) names.emplace_back(entry.*member);
    return names;
}

}  // namespace plancheck
