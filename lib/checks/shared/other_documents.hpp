// Whose an objective or an action is that is called by its number: this plan's, or that of a treaty, another plan, a body.
#pragma once

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"

namespace plancheck {

enum class Whose { own, doubtful, other };

/// By the words beside the name. Borrows the context; one per plan and thread.
class OtherDocuments {
public:
    /// Parameters of the requirement: `instruments`, and, where it has them, `plans` and `areas`.
    explicit OtherDocuments(const Context& context)
        : plan_(context.plan), language_(context.language()), instruments_(context.terms("instruments")), plans_(context.terms("plans")), areas_(context.terms("areas")), form_(context.form()) {
        find_measured();
    }

    /// Of the name and its number in [begin, end) of the block's folded text.
    Whose whose(std::uint32_t block, const FoldedBlock& map, std::size_t begin, std::size_t end) const;
    /// "Stations at work (objective: 28)": behind what measures the plan, a bracket that opens before the name gives what is aimed at.
    bool is_aim(std::uint32_t block, const FoldedBlock& map, std::size_t begin) const;

private:
    void find_measured();

    std::vector<std::uint32_t> measured_;  // blocks, ascending: where items begin that are known by their targets
    const Plan& plan_;
    const Language& language_;
    const TermSet &instruments_, &plans_, &areas_;
    const Template& form_;

    struct Surroundings {
        std::uint32_t block;
        std::uint32_t from, to;           // the name and its number in the document's text
        std::uint32_t before, after;      // how far is looked
        std::string_view number;          // "12.4"
    };
    Whose beside_instrument(const Surroundings& at) const;
    bool repeats_number(const Surroundings& at, const TermPlace& place) const;
    bool of_other_area(const Surroundings& at) const;
    bool is_other_area(const TermPlace& place) const;
};

}  // namespace plancheck
