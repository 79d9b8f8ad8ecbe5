// The labels of a template's kinds of item, folded and in each of their forms: expanded once, since they are the same for
// each plan.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "plancheck/plan.hpp"
#include "plancheck/template.hpp"

namespace plancheck {

/// Borrows the template. Const use is thread-safe: what a plan asks for first is expanded then.
class ItemLabels {
public:
    explicit ItemLabels(const Template& form);

    /// What names one of a kind before a number.
    struct Names {
        std::vector<std::string> labels;  ///< folded, longest first
        std::vector<std::string> codes;   ///< "PA", as written
        std::vector<std::string> others;  ///< the other labels, folded, longest first: names where the items call themselves so
    };
    /// Of a kind of the template, in the language or the template's own. Labels in each of their forms; only those that say
    /// the first one count, in full or cut ("obj.").
    const Names& names(const ItemSpec& kind, std::string_view language) const;
    /// Whether a form of a label of any kind that is numbered, in the language or the template's own, is this folded word or ends with it.
    bool ends_label(std::string_view word, std::string_view language) const;

private:
    struct OfKind {
        std::once_flag once;
        Names names;
    };
    struct Expanded {
        std::deque<OfKind> kinds;
        std::once_flag once;
        std::vector<std::string> ends;  // sorted
    };
    const Template& form_;
    mutable std::map<std::string, Expanded, std::less<>> of_;  // by the languages of labels

    Expanded& expanded(std::string_view language) const;
};

/// "Outcome 1", "Outcome 2": the word before the numbers in the labels of a kind's items, folded, where two at least have it and no
/// other stands in its place; empty: none. Capitals alone are a code, and no word.
std::string level_word(const Plan& plan, std::string_view kind);

/// What this plan calls a kind's items: its level word, and those of the other labels in several words that the title of their section
/// says ("Acciones prioritarias"), folded.
std::vector<std::string> own_names(const Plan& plan, const ItemSpec& kind, const ItemLabels::Names& names);

/// "O" of "O1", "O2": the capitals before the numbers of all of a kind's items, two at least; where they have no label, those that they
/// begin with ("O1: …"). Empty: none.
std::string level_code(const Plan& plan, std::string_view kind);

/// "a" of "Objective A – …", where one of the folded labels is "objective"; empty: no letter stands behind it.
std::string letter_behind(const std::vector<std::string>& labels, std::string_view title);

}  // namespace plancheck
