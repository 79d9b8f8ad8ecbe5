// The fast entry of the room: with the titles compiled once per template.
#pragma once

#include "outline/titles.hpp"
#include "plancheck/outline.hpp"

namespace plancheck {

Outline recognise(const Document& document, const TitleIndex& titles, std::string_view language);

}  // namespace plancheck
