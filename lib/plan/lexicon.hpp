// The words of a template, compiled once: vocabularies, column heads with their fields, labels and names of the kinds of
// item, in each language the template speaks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plan/block_text.hpp"
#include "plancheck/plan.hpp"
#include "text/language.hpp"
#include "text/terms.hpp"

namespace plancheck {

/// The words of one language. Ids of `heads`: kind * 64 + field. Ids of `around`: the kind (its labels), 64 + kind (heads
/// of its own column), or one of the two below.
struct Words {
    std::string tag;
    const Language* language = nullptr;
    TermIndex terms;  ///< id: index into Lexicon::places
    TermIndex heads;
    TermIndex around;

    static constexpr std::uint32_t name_of_kind = 64;
    static constexpr std::uint32_t annex = 128;
    static constexpr std::uint32_t other_heading = 129;
};

/// Borrows the template and the languages. Immutable; any number of threads may use one.
class Lexicon {
public:
    Lexicon(const Template& form, const Languages& languages);

    struct TermOf {
        std::uint32_t vocabulary = 0, term = 0;
    };
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    const Template& form() const noexcept { return *form_; }
    const Languages& languages() const noexcept { return *languages_; }
    /// The words for a document in `language`; those of the default language where the template does not speak it.
    const Words& words(std::string_view language) const noexcept;
    const std::vector<Words>& all() const noexcept { return words_; }
    const TermOf& term(std::uint32_t id) const noexcept { return terms_[id]; }
    /// Whether terms of a vocabulary say in which longer words they are none ("!partnership").
    bool denies(std::uint32_t vocabulary) const noexcept { return denies_[vocabulary]; }
    /// Index of a vocabulary, or `none`.
    std::uint32_t vocabulary(std::string_view id) const noexcept;
    /// Index of a kind of item, or `none`.
    std::uint32_t kind(std::string_view kind) const noexcept;
    /// Index of the first kind with the habits of a kind that the library knows, or `none`.
    std::uint32_t like(std::string_view known) const noexcept;

private:
    const Template* form_;
    const Languages* languages_;
    std::vector<Words> words_;
    std::vector<TermOf> terms_;
    std::vector<bool> denies_;  // by vocabulary
};

/// The fast entry of the room. Borrows the outline; the lexicon is of the outline's template, `folded` of its document.
Plan interpret(const Outline& outline, std::string_view language, const Lexicon& lexicon, FoldedBlocks folded);
inline Plan interpret(const Outline& outline, std::string_view language, const Lexicon& lexicon) {
    return interpret(outline, language, lexicon, FoldedBlocks(*outline.document));
}

}  // namespace plancheck
