// One numbering that counts the paragraphs of all sections.
#pragma once

#include <cstdint>
#include <map>

#include "plan/reading.hpp"

namespace plancheck {

/// The paragraphs that one numbering counts through the sections, whatever they are ("7. Priority action A: …"); none where a
/// section begins anew.
std::map<std::uint32_t, std::uint32_t> numbered_paragraphs(const Reading& reading);

}  // namespace plancheck
