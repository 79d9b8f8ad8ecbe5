// Hits of vocabularies inside scopes. A parameter names vocabularies, or single terms of them as vocabulary/term.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/check.hpp"
#include "checks/shared/sentences.hpp"

namespace plancheck {

/// Which terms a parameter stands for.
class TermSet {
public:
    TermSet() = default;
    /// `group`: only terms of that group of their vocabulary; empty: all.
    TermSet(const Template& form, const std::vector<std::string_view>& names, std::string_view group = {});
    bool has(const TermPlace& place) const noexcept {
        return place.vocabulary < ranges_.size() && place.term < ranges_[place.vocabulary].size && terms_[ranges_[place.vocabulary].first + place.term] != 0;
    }
    bool empty() const noexcept { return empty_; }
    /// Whether any term of the vocabulary is one of them.
    bool has_any(std::uint32_t vocabulary) const noexcept { return vocabulary < ranges_.size() && ranges_[vocabulary].size != 0; }
    /// The vocabularies that has_any() is true of, each once.
    std::span<const std::uint32_t> vocabularies() const noexcept { return vocabularies_; }

private:
    struct Range {
        std::uint32_t first = 0, size = 0;  // in terms_; size 0: none of the vocabulary
    };
    std::vector<Range> ranges_;  // by vocabulary
    std::vector<std::uint32_t> vocabularies_;
    std::vector<char> terms_;
    bool empty_ = true;
};

/// The sets that the requirements of a template ask for, made once, since they are the same for each plan. Borrows the
/// template. Immutable and thread-safe.
class TermSets {
public:
    explicit TermSets(const Template& form);

    /// What the value of a requirement's parameter stands for; nothing where it has none.
    const TermSet& of(std::string_view value) const noexcept { return find(value).all; }
    /// Of each of its names by itself.
    std::span<const TermSet> each(std::string_view value) const noexcept {
        const Made& made = find(value);
        return made.is_one ? std::span<const TermSet>(&made.all, 1) : made.each;
    }

private:
    struct Made {
        TermSet all;
        std::vector<TermSet> each;
        bool is_one = false;  // it has one name, whose set is `all`
    };
    std::unordered_map<const char*, Made> by_value_;  // by where the value stands in the template
    Made none_;

    const Made& find(std::string_view value) const noexcept {
        const auto found = by_value_.find(value.data());
        return value.empty() || found == by_value_.end() ? none_ : found->second;
    }
};

/// Places of the terms of all sets in the blocks [begin, end), in text order, each once; negated ones too.
std::vector<const TermPlace*> places_of(const Plan& plan, std::span<const TermSet* const> sets, std::uint32_t begin = 0, std::uint32_t end = Where::nowhere);
/// The same in whatever blocks may lie in one of the scopes.
std::vector<const TermPlace*> places_near(const Plan& plan, std::span<const TermSet* const> sets, std::span<const Scope> scopes);

/// Calls `take` for each of `places`, which are in text order, that lies inside a scope.
template <class Take>
void each_inside(std::span<const TermPlace* const> places, const Scope& scope, Take&& take) {
    const std::uint32_t first = std::min(scope.begin, scope.glued_block);
    const std::uint32_t end = scope.glued_block == Where::nowhere ? scope.end : std::max(scope.end, scope.glued_block + 1);
    auto at = std::lower_bound(places.begin(), places.end(), first, [](const TermPlace* place, std::uint32_t block) { return place->block < block; });
    for (; at != places.end() && (*at)->block < end; ++at)
        if (((*at)->block >= scope.begin && (*at)->block < scope.end) || ((*at)->block == scope.glued_block && (*at)->span.begin >= scope.glued.begin)) take(**at);
}

/// The sentences of a scope in whose blocks one of `places` stands, which are in text order.
std::vector<Sentence> sentences_near(const Context& context, const Scope& scope, std::span<const TermPlace* const> places);

/// Hits that lie inside a block's span, found by binary search: terms stand in text order.
std::vector<const TermPlace*> terms_in(const Plan& plan, std::uint32_t block, Span span, const TermSet& set);

/// Hits inside a scope, negated ones left out.
std::vector<const TermPlace*> terms_in(const Plan& plan, const Scope& scope, const TermSet& set);

}  // namespace plancheck
