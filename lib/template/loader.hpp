// The two halves of load_template(): what a plan is made of, and what is asked of it. Private to the room.
#pragma once

#include <pugixml.hpp>

#include "plancheck/template.hpp"
#include "template/source.hpp"

namespace plancheck {

/// Loads <requirements> and <clauses>; sections, items and vocabularies of `form` are loaded already.
void load_requirements(const TemplateSource& source, pugi::xml_node root, Template& form);

/// The keys, ids or kinds of a list, for suggestions.
template <class List, class Member>
std::vector<std::string_view> names_of(const List& list, Member member) {
    std::vector<std::string_view> names;
    for (const auto& entry : list) names.emplace_back(entry.*member);
    return names;
}

}  // namespace plancheck
