// Candidates are taken in document order; each is left alone or bound to one section that is still free. A state is the
// set of sections bound so far and the last one; of the states with the same set and last only the cheapest is kept, of
// all those that may end as cheap as one alignment that is known, and of these the few that can end cheapest, given what
// the lines still to come offer: else the entries of a table of contents, each better than nothing, would crowd out the
// headings. A section that stays unbound costs 10, a step back in the order 3 (8 for a doubtful reading, so that a stray
// word is not taken for a section out of place), a reading what candidates.cpp says. So one missing or moved section costs
// once, and leaves the others where they are.
#include "outline/alignment.hpp"

#include <algorithm>

namespace plancheck {

namespace {

constexpr double cost_missing = 10.0, cost_back = 3.0, cost_back_doubtful = 8.0;
constexpr std::size_t beam = 96;
constexpr std::size_t most_candidates = 3000;
constexpr std::uint32_t unbound = 0xFFFFFFFF;

struct State {
    std::uint64_t bound = 0;
    std::uint32_t last = unbound;
    double cost = 0.0;
    double total = 0.0;  // with what is still to come; set where states are compared by it
    std::uint32_t trail = unbound;
};

struct Step {
    std::uint32_t candidate;
    std::uint32_t option;
    std::uint32_t before;
};

bool cheaper(const State& a, const State& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    if (a.bound != b.bound) return a.bound < b.bound;
    return a.last < b.last;
}

// What each section that is still free costs at best, when only candidates from `first` on are left.
class Ahead {
public:
    Ahead(const Candidates& candidates, const std::vector<std::uint32_t>& chosen, std::size_t sections)
        : sections_(std::min<std::size_t>(sections, 64)), least_((chosen.size() + 1) * sections_, cost_missing) {
        for (std::size_t i = chosen.size(); i-- > 0;) {
            double* own = least_.data() + i * sections_;
            std::copy_n(least_.data() + (i + 1) * sections_, sections_, own);
            for (const Option& option : candidates.lines[chosen[i]].options) {
                if (option.spec < sections_) own[option.spec] = std::min(own[option.spec], option.cost);
                if (option.also < sections_) own[option.also] = 0.0;
            }
        }
    }

    /// Of one section alone.
    double least(std::uint32_t section, std::size_t first) const { return least_[first * sections_ + section]; }

    double total(const State& state, std::size_t first) const {
        double cost = state.cost;
        for (std::size_t i = 0; i < sections_; ++i)
            if ((state.bound >> i & 1U) == 0) cost += least_[first * sections_ + i];
        return cost;
    }

private:
    std::size_t sections_;
    std::vector<double> least_;  // by candidate, then section
};

// A document made to have candidates by the hundred thousand gets its best ones looked at.
std::vector<std::uint32_t> usable(const Candidates& candidates) {
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t i = 0; i < candidates.lines.size(); ++i)
        if (!candidates.lines[i].options.empty()) chosen.push_back(i);
    if (chosen.size() <= most_candidates) return chosen;
    const auto best = [&](std::uint32_t i) {
        double cost = cost_missing;
        for (const Option& option : candidates.lines[i].options) cost = std::min(cost, option.cost);
        return cost;
    };
    std::stable_sort(chosen.begin(), chosen.end(), [&](std::uint32_t a, std::uint32_t b) { return best(a) < best(b); });
    chosen.resize(most_candidates);
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

double cost_of_order(const State& state, const Candidate& line, const Option& option) {
    if (state.last == unbound || state.last <= option.spec) return 0.0;
    const bool sure = option.match >= TitleMatch::alias && (line.numeral.value != 0 || line.marked || line.bold);
    return sure ? cost_back : cost_back_doubtful;
}

// What it costs to bind each section where it is cheapest: no alignment that is dearer so far can be the best.
double bound_of_best(const Candidates& candidates, const std::vector<std::uint32_t>& chosen, const Ahead& ahead) {
    State state;
    for (std::size_t place = 0; place < chosen.size(); ++place) {
        const Candidate& line = candidates.lines[chosen[place]];
        for (const Option& option : line.options) {
            if (option.spec >= 64 || option.also < 64 || option.cost >= cost_missing || (state.bound >> option.spec & 1U) != 0) continue;
            const double cost = option.cost + cost_of_order(state, line, option);
            if (cost >= cost_missing || option.cost > ahead.least(option.spec, place)) continue;
            state.cost += cost;
            state.bound |= std::uint64_t{1} << option.spec;
            state.last = option.spec;
            break;
        }
    }
    return ahead.total(state, chosen.size());
}

}  // namespace

std::vector<Binding> align(const Candidates& candidates, const Template& form) {
    std::vector<State> states(1), next;
    std::vector<Step> trail;
    const std::vector<std::uint32_t> chosen = usable(candidates);
    const Ahead ahead(candidates, chosen, form.sections.size());
    const double most = bound_of_best(candidates, chosen, ahead) + 1e-6;
    for (std::size_t place = 0; place < chosen.size(); ++place) {
        const std::uint32_t index = chosen[place];
        const Candidate& line = candidates.lines[index];
        next = states;
        for (const State& state : states) {
            for (std::uint32_t o = 0; o < line.options.size(); ++o) {
                const Option& option = line.options[o];
                if (option.spec >= 64 || option.cost >= cost_missing) continue;
                std::uint64_t taken = std::uint64_t{1} << option.spec;
                if (option.also < 64) taken |= std::uint64_t{1} << option.also;
                if ((state.bound & taken) != 0) continue;
                State bound = state;
                bound.cost += option.cost;
                bound.cost += cost_of_order(state, line, option);
                bound.bound |= taken;
                bound.last = option.also < 64 ? option.also : option.spec;
                bound.trail = static_cast<std::uint32_t>(trail.size());
                trail.push_back({index, o, state.trail});
                next.push_back(bound);
            }
        }
        if (next.size() == states.size()) continue;  // none of its readings is free
        // Dominated states go: the same sections bound, the same last one, dearer. Of two alike the older one stays.
        std::sort(next.begin(), next.end(), [](const State& a, const State& b) {
            if (a.bound != b.bound) return a.bound < b.bound;
            if (a.last != b.last) return a.last < b.last;
            return a.cost != b.cost ? a.cost < b.cost : a.trail < b.trail;
        });
        next.erase(std::unique(next.begin(), next.end(),
                               [](const State& a, const State& b) { return a.bound == b.bound && a.last == b.last; }),
                   next.end());
        for (State& state : next) state.total = ahead.total(state, place + 1);
        const auto hopeless = [&](const State& state) { return state.total > most; };
        if (!std::all_of(next.begin(), next.end(), hopeless)) std::erase_if(next, hopeless);
        if (next.size() > beam) {
            std::partial_sort(next.begin(), next.begin() + beam, next.end(), [](const State& a, const State& b) {
                return a.total != b.total ? a.total < b.total : cheaper(a, b);
            });
            next.resize(beam);
        }
        states.swap(next);
    }
    const State* best = nullptr;
    for (const State& state : states)
        if (best == nullptr || ahead.total(state, chosen.size()) < ahead.total(*best, chosen.size())) best = &state;
    std::vector<Binding> bindings;
    for (std::uint32_t at = best->trail; at != unbound; at = trail[at].before)
        bindings.push_back({trail[at].candidate, trail[at].option});
    std::reverse(bindings.begin(), bindings.end());
    return bindings;
}

}  // namespace plancheck
