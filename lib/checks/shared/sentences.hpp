// Sentences of a scope, for what must stand together to mean something.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "checks/check.hpp"
#include "text/sentences.hpp"

namespace plancheck {

struct Sentence {
    std::uint32_t block = 0;
    Span span;  ///< in Document::text
};

/// The sentences of one plan's blocks, each cut when it is first asked for: many requirements look at the same ones. One
/// per plan and thread.
class Sentences {
public:
    Sentences(const Document& document, const Language& language) : document_(document), language_(language) {}

    /// Adds those of a block.
    void add(std::uint32_t block, Semicolon semicolon, std::vector<Sentence>& to) const;

private:
    struct Cut {
        std::vector<Sentence> all;
        std::vector<std::uint32_t> first, count;  // in `all`, by block; count 0: not yet cut
    };
    const Document& document_;
    const Language& language_;
    mutable Cut cut_[2];  // by what a semicolon does
};

/// What to quote of a block so that the `evidence` in it is read: the block's beginning where it stands there, else its
/// sentence, in a long one the words before it.
Where quoting(const Context& context, std::uint32_t block, Span evidence);

/// The sentences of a scope in order (sentences_of); headings, contents and what is not counted left out. Linear.
std::vector<Sentence> sentences(const Context& context, const Scope& scope, Semicolon semicolon = Semicolon::ends);

/// "Report to UNEP | Every two years, first in 2028": the text of the cell beside a label that is all of the first cell of its
/// row; nothing where it is none.
std::optional<Sentence> beside_label(const Document& document, const Sentence& label);

}  // namespace plancheck
