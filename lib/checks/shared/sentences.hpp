// Sentences of a scope, for what must stand together to mean something.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "checks/check.hpp"

namespace plancheck {

struct Sentence {
    std::uint32_t block = 0;
    Span span;  ///< in Document::text
};

/// The sentences of a scope in order; headings, contents and what is not counted left out. Linear.
std::vector<Sentence> sentences(const Document& document, const Scope& scope);

}  // namespace plancheck
