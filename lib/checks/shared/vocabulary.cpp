#include "checks/shared/vocabulary.hpp"

#include <algorithm>

#include "template/known_checks.hpp"

namespace plancheck {

TermSet::TermSet(const Template& form, const std::vector<std::string_view>& names, std::string_view group) {
    ranges_.resize(form.vocabularies.size());
    for (const std::string_view name : names) {
        const std::size_t slash = name.find('/');
        const std::string_view id = name.substr(0, slash);
        for (std::size_t v = 0; v < form.vocabularies.size(); ++v) {
            const Vocabulary& vocabulary = form.vocabularies[v];
            if (vocabulary.id != id) continue;
            if (ranges_[v].size == 0) {
                ranges_[v] = {static_cast<std::uint32_t>(terms_.size()), static_cast<std::uint32_t>(vocabulary.terms.size())};
                terms_.resize(terms_.size() + vocabulary.terms.size());
                vocabularies_.push_back(static_cast<std::uint32_t>(v));
            }
            for (std::size_t t = 0; t < vocabulary.terms.size(); ++t)
                if ((slash == std::string_view::npos || vocabulary.terms[t].key == name.substr(slash + 1)) &&
                    (group.empty() || vocabulary.terms[t].group == group)) {
                    terms_[ranges_[v].first + t] = 1;
                    empty_ = false;
                }
            break;  // no other has its name
        }
    }
}

std::vector<const TermPlace*> terms_in(const Plan& plan, std::uint32_t block, Span span, const TermSet& set) {
    std::vector<const TermPlace*> found;
    auto at = std::lower_bound(plan.terms.begin(), plan.terms.end(), span.begin,
                               [](const TermPlace& place, std::uint32_t begin) { return place.span.begin < begin; });
    for (; at != plan.terms.end() && at->span.begin < span.end; ++at)
        if (at->block == block && at->span.end <= span.end && set.has(*at)) found.push_back(&*at);
    return found;
}

TermSets::TermSets(const Template& form) {
    for (const Requirement& requirement : form.requirements) {
        const KnownCheck* const check = known_check(requirement.check);
        for (const Parameter& parameter : requirement.parameters) {
            const KnownParameter* const known = check == nullptr ? nullptr : check->parameter(parameter.name);
            if (known == nullptr || (known->type != ParameterType::vocabulary && known->type != ParameterType::vocabularies)) continue;
            const auto names = list_of(parameter.value);
            Made& made = by_value_.try_emplace(parameter.value.data()).first->second;
            made.all = TermSet(form, names);
            made.is_one = names.size() == 1;
            if (made.is_one) continue;
            made.each.reserve(names.size());
            for (const std::string_view name : names) made.each.emplace_back(form, std::vector<std::string_view>{name});
        }
    }
}

const TermSet& Context::terms(std::string_view name) const noexcept { return term_sets->of(parameter(name)); }

std::vector<const TermPlace*> places_of(const Plan& plan, std::span<const TermSet* const> sets, std::uint32_t begin, std::uint32_t end) {
    std::vector<const TermPlace*> places;
    bool in_order = true;
    for (std::size_t s = 0; s < sets.size(); ++s)
        for (const std::uint32_t v : sets[s]->vocabularies()) {
            // Once for all sets that have some of the vocabulary.
            if (std::any_of(sets.begin(), sets.begin() + static_cast<std::ptrdiff_t>(s), [&](const TermSet* set) { return set->has_any(v); })) continue;
            const std::size_t before = places.size();
            const auto all = plan.terms_of(v);
            for (auto at = std::lower_bound(all.begin(), all.end(), begin, [&](std::uint32_t i, std::uint32_t block) { return plan.terms[i].block < block; }); at != all.end(); ++at) {
                const TermPlace& place = plan.terms[*at];
                if (place.block >= end) break;
                if (std::any_of(sets.begin() + static_cast<std::ptrdiff_t>(s), sets.end(), [&](const TermSet* set) { return set->has(place); })) places.push_back(&place);
            }
            in_order = in_order && (before == 0 || before == places.size());
        }
    if (!in_order) std::sort(places.begin(), places.end());
    return places;
}

std::vector<const TermPlace*> places_near(const Plan& plan, std::span<const TermSet* const> sets, std::span<const Scope> scopes) {
    std::uint32_t begin = Where::nowhere, end = 0;
    for (const Scope& scope : scopes) {
        begin = std::min({begin, scope.begin, scope.glued_block});
        end = std::max({end, scope.end, scope.glued_block == Where::nowhere ? 0 : scope.glued_block + 1});
    }
    return begin < end ? places_of(plan, sets, begin, end) : std::vector<const TermPlace*>();
}

std::vector<Sentence> sentences_near(const Context& context, const Scope& scope, std::span<const TermPlace* const> places) {
    std::vector<Sentence> found;
    std::uint32_t done = Where::nowhere;
    each_inside(places, scope, [&](const TermPlace& place) {
        if (place.block == done) return;
        done = place.block;
        Scope one = scope;
        const bool glued = place.block == scope.glued_block;
        one.begin = glued ? place.block + 1 : place.block;
        one.end = place.block + 1;
        if (!glued) one.glued_block = Where::nowhere;
        const std::vector<Sentence> here = sentences(context, one);
        found.insert(found.end(), here.begin(), here.end());
    });
    return found;
}

std::vector<const TermPlace*> terms_in(const Plan& plan, const Scope& scope, const TermSet& set) {
    const TermSet* const one = &set;
    std::vector<const TermPlace*> found;
    each_inside(places_near(plan, {&one, 1}, {&scope, 1}), scope, [&](const TermPlace& place) {
        if (!place.negated) found.push_back(&place);
    });
    return found;
}

}  // namespace plancheck
