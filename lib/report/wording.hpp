// The template's own words for those who read a report: titles, what is asked, clauses, help.
#pragma once

#include <memory>

#include "plancheck/report.hpp"
#include "plancheck/template.hpp"
#include "text/language.hpp"

namespace plancheck {

/// In one language, else in the template's default language. Requirements in the template's order. Pure.
std::shared_ptr<const TemplateWords> template_words(const Template& form, const Language& language);

/// Number of a section as the template prints it; beyond its sections in the style that it numbers them in: "IV".
std::string section_numeral(const Template& form, std::uint32_t number);

}  // namespace plancheck
