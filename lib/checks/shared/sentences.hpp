// Sentences of a scope, for what must stand together to mean something.
#pragma once

#include <cstdint>
#include <vector>

#include "checks/check.hpp"
#include "text/sentences.hpp"

namespace plancheck {

struct Sentence {
    std::uint32_t block = 0;
    Span span;  ///< in Document::text
};

/// The sentences of a scope in order (sentences_of); headings, contents and what is not counted left out. Linear.
std::vector<Sentence> sentences(const Context& context, const Scope& scope, Semicolon semicolon = Semicolon::ends);

}  // namespace plancheck
