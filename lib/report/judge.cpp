// A requirement is run when what it needs is there. What stands in the way is named as the cause, and a cause has no
// cause of its own: where section III is missing, everything that hangs on its items points at the missing section.
//
// The outcome is the worst of the findings (fail, review, pass). A finding that rests on a doubtful recognition, or stands
// where the document could not be read for certain, becomes a review. Without findings a requirement passes only on evidence.
#include "report/judge.hpp"

#include <algorithm>
#include <unordered_map>

#include "checks/shared/sentences.hpp"
#include "plan/plan_tree.hpp"

namespace plancheck {

namespace {

class Judge {
public:
    Judge(const Plan& plan, const Needs& needs, const Languages& languages, std::string_view as_of)
        : plan_(plan), form_(plan.form()), needs_(needs), languages_(languages), as_of_(as_of), done_(form_.requirements.size(), false),
          judgements_(form_.requirements.size()) {
        found_by_position_ = !plan.outline->framed.empty() && plan.document().is_unmarked();
        const auto& blocks = plan.document().blocks;
        for (std::uint32_t i = 0; i < blocks.size(); ++i)
            if (is_doubtful(blocks[i]) && (doubtful_.empty() || doubtful_.back().second <= i)) doubtful_.emplace_back(i, std::max(blocks[i].end, i + 1));
    }

    std::vector<Judgement> run() {
        // Needs point in both directions of the table; the loader refuses cycles, so each pass settles at least one.
        bool again = true;
        while (again) {
            again = false;
            for (std::size_t i = 0; i < judgements_.size(); ++i) {
                if (done_[i] || !ready(i)) continue;
                judgements_[i] = one(i);
                done_[i] = true;
                again = true;
            }
        }
        for (Judgement& judgement : judgements_) judgement.caused_by = root(std::move(judgement.caused_by));
        return std::move(judgements_);
    }

private:
    const Plan& plan_;
    const Template& form_;
    const Needs& needs_;
    const Languages& languages_;
    std::string_view as_of_;
    std::vector<bool> done_;
    std::vector<Judgement> judgements_;
    PlanTree tree_{plan_};
    Sentences sentences_{plan_.document(), languages_.nearest(plan_.language, form_.default_language)};
    bool found_by_position_ = false;  // the cells that hold the sections: what one lacks may stand in another
    std::vector<std::pair<std::uint32_t, std::uint32_t>> doubtful_;  // ranges of blocks whose place or words are not certain

    bool in_doubt(const Where& where) const {
        if (!where.known() || doubtful_.empty()) return false;
        const auto behind = std::upper_bound(doubtful_.begin(), doubtful_.end(), std::pair{where.block, Where::nowhere});
        return behind != doubtful_.begin() && where.block < std::prev(behind)->second;
    }

    bool ready(std::size_t requirement) const {
        return std::all_of(needs_.of(requirement).begin(), needs_.of(requirement).end(), [this](const Needs::Needed& one) { return done_[one.requirement]; });
    }

    // The items that a finding lists; null where it lists none.
    static const std::vector<std::string>* listed_in(const Finding& finding) {
        for (const Argument& argument : finding.arguments)
            if (argument.name == "ids") return std::get_if<std::vector<std::string>>(&argument.value);
        return nullptr;
    }

    // Whether the items that a requirement's findings list are all in the list of another: what one lacks is said once.
    static bool lists_all(std::vector<std::string> listed, const Judgement& of) {
        std::sort(listed.begin(), listed.end());
        return std::all_of(of.findings.begin(), of.findings.end(), [&](const Finding& finding) {
            const std::vector<std::string>* const asked = listed_in(finding);
            return asked != nullptr && std::all_of(asked->begin(), asked->end(), [&](const std::string& id) { return std::binary_search(listed.begin(), listed.end(), id); });
        });
    }

    // What keeps a requirement from being looked at: the id of the requirement that says so, or nothing.
    std::string_view cause(std::size_t of, const Judgement* unless_passed) const {
        const Requirement& requirement = form_.requirements[of];
        for (const auto& [i, wanted] : needs_.of(of)) {
            const Need* const need = &wanted;
            if (need->unless_passed != (unless_passed != nullptr)) continue;
            const Judgement& needed = judgements_[i];
            bool lacks = false;
            if (!need->section.empty()) {
                // A finding about a paragraph of the section does not stand in the way. One that weighs less ("none", and no
                // reason) leaves nothing to look for in the words; what a machine decides it still does.
                lacks = std::any_of(needed.findings.begin(), needed.findings.end(), [&](const Finding& finding) {
                    const std::vector<std::string>* const listed = unless_passed != nullptr ? listed_in(finding) : nullptr;
                    return finding.outcome != Outcome::pass && finding.subject.kind != "block" && (listed != nullptr ? lists_all(*listed, *unless_passed) : finding.confidence != Confidence::low) &&
                           (!finding.severity || requirement.decided_by == DecidedBy::evidence) &&
                           !finding.subject.path.empty() && finding.subject.path.front() == need->section;
                });
            } else if (!need->kind.empty()) {
                lacks = plan_.count(need->kind) == 0 || std::any_of(needed.findings.begin(), needed.findings.end(), [&](const Finding& finding) {
                            return finding.subject.kind == "missing" && finding.subject.path.size() > 1 && finding.subject.path.back() == need->kind;
                        });
            } else {
                lacks = needed.outcome == Outcome::fail || needed.outcome == Outcome::not_checked;
            }
            if (!lacks) continue;
            // A cause has no cause of its own: what it could not see is told once, at the root.
            if (needed.outcome == Outcome::not_checked && !needed.caused_by.empty()) return needed.caused_by;
            return form_.requirements[i].id;
        }
        return {};
    }

    // A check may name as its cause a requirement that could not be looked at either, whichever of them was judged first.
    std::string root(std::string found) const {
        for (std::size_t i = 0; i < judgements_.size() && !found.empty(); ++i)
            if (form_.requirements[i].id == found && judgements_[i].outcome == Outcome::not_checked && !judgements_[i].caused_by.empty())
                return judgements_[i].caused_by;
        return found;
    }

    // Whether a section that it needs was filled with doubt: its items were taken from elsewhere, so nothing is certain of them.
    bool rests_on_doubt(std::size_t of) const {
        return std::any_of(needs_.of(of).begin(), needs_.of(of).end(), [this](const Needs::Needed& one) {
            const auto& findings = judgements_[one.requirement].findings;
            return !one.need.section.empty() && std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
                return finding.outcome == Outcome::review && finding.confidence == Confidence::low && !finding.subject.path.empty() && finding.subject.path.front() == one.need.section;
            });
        });
    }

    Judgement one(std::size_t index) const {
        const Requirement& requirement = form_.requirements[index];
        Judgement judgement;
        if (!applies(requirement)) {
            judgement.outcome = Outcome::not_applicable;
            return judgement;
        }
        if (const std::string_view found = cause(index, nullptr); !found.empty()) {
            judgement.caused_by = found;
            return judgement;
        }
        if (requirement.decided_by == DecidedBy::reviewer) return for_reviewer(requirement);
        const NamedCheck* check = find_check(requirement.check);
        if (check == nullptr || check->function == nullptr) {
            judgement.caused_by = not_run;
            return judgement;
        }
        judgement = settle(check->function(Context{plan_, requirement, languages_, as_of_, &needs_.labels(), &needs_.term_sets(), &sentences_, &tree_}), found_by_position_ || rests_on_doubt(index));
        // Of items that are placeholders alone nothing can be asked: that they are is told by itself.
        if (judgement.outcome == Outcome::not_checked && judgement.caused_by.empty())
            for (const Requirement& other : form_.requirements)
                if (other.check == "leftover-text" && judgement.caused_by.empty()) judgement.caused_by = other.id;
        // What was not found may stand where the document has a gap that is told already (a contact in a missing section X).
        if (judgement.outcome == Outcome::fail || judgement.outcome == Outcome::review)
            if (const std::string_view found = cause(index, &judgement); !found.empty()) {
                judgement = {};
                judgement.caused_by = found;
            }
        return judgement;
    }

    bool applies(const Requirement& requirement) const {
        const auto conditions = parse_when(requirement.when);
        if (!conditions) return true;
        return std::all_of(conditions->begin(), conditions->end(), [this](const Condition& condition) {
            bool holds = true;
            switch (condition.kind) {
                case Condition::Kind::as_of: holds = !as_of_.empty(); break;
                case Condition::Kind::area: holds = plan_.area == condition.value; break;
                case Condition::Kind::dated_from:
                    // Of an undated plan nothing is known; the requirement is looked at.
                    if (plan_.date.empty()) return true;
                    holds = plan_.date >= condition.value.substr(0, plan_.date.size());
                    break;
                case Condition::Kind::first_plan: holds = form_.vocabulary("first-plan") != nullptr && says("first-plan"); break;
                case Condition::Kind::section: holds = plan_.outline->find(condition.value) != nullptr; break;
                case Condition::Kind::item: holds = plan_.count(condition.value) != 0; break;
                case Condition::Kind::language: holds = plan_.language == condition.value; break;
                case Condition::Kind::term: holds = says(condition.value); break;
            }
            return holds != condition.negated;
        });
    }

    // A term, or any term of a vocabulary, that is not denied.
    bool says(std::string_view name) const {
        const TermSet wanted(form_, {name});
        return std::any_of(plan_.terms.begin(), plan_.terms.end(), [&](const TermPlace& place) { return !place.negated && wanted.has(place); });
    }

    // The text that a person has to judge.
    Judgement for_reviewer(const Requirement& requirement) const {
        Judgement judgement;
        judgement.outcome = Outcome::review;
        const Document& document = plan_.document();
        for (const Scope& scope : scopes(plan_, requirement.sections)) {
            if (scope.key == "plan") {
                judgement.evidence.push_back(looked_at(plan_, "plan"));
                continue;
            }
            const std::string_view kind = requirement.parameter("kind");
            bool items = false;
            for (const Item& item : plan_.items)
                if (!kind.empty() && item.kind == kind && item.section == scope.key) {
                    judgement.evidence.push_back({{item.block, item.span, true}, {{"item", item.id}}, {}});
                    items = true;
                }
            if (items) continue;
            Span span = scope.glued;
            std::uint32_t first = scope.glued_block;
            for (std::uint32_t i = scope.begin; i < scope.end; ++i) {
                if (document.blocks[i].text.empty() || document.blocks[i].has(mark::uncounted)) continue;
                if (first == Where::nowhere) {
                    first = i;
                    span.begin = document.blocks[i].text.begin;
                }
                span.end = document.blocks[i].text.end;
            }
            if (first != Where::nowhere) judgement.evidence.push_back({{first, span, true}, {{"section", scope.key}}, {}});
        }
        if (judgement.evidence.empty()) judgement.evidence.push_back(looked_at(plan_, "plan"));  // the section may stand where it was not recognised
        return judgement;
    }

    Judgement settle(Result result, bool doubt) const {
        Judgement judgement;
        judgement.outcome = result.outcome;
        for (Finding& finding : result.findings) {
            if (doubt || in_doubt(finding.where)) finding.confidence = Confidence::low;
            if (finding.outcome == Outcome::fail && finding.confidence == Confidence::low) finding.outcome = Outcome::review;
            if (finding.outcome == Outcome::fail) judgement.outcome = Outcome::fail;
            else if (finding.outcome == Outcome::review && judgement.outcome != Outcome::fail) judgement.outcome = Outcome::review;
        }
        judgement.findings = std::move(result.findings);
        judgement.evidence = std::move(result.evidence);
        judgement.caused_by = std::move(result.caused_by);
        return judgement;
    }
};

}  // namespace

Needs::Needs(const Template& form) : of_(form.requirements.size()), labels_(form), term_sets_(form) {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < form.requirements.size(); ++i) places.emplace(form.requirements[i].id, i);
    for (std::size_t i = 0; i < form.requirements.size(); ++i)
        for (const std::string& entry : form.requirements[i].needs)
            if (auto need = parse_need(entry))
                if (const auto place = places.find(need->requirement); place != places.end()) of_[i].push_back({place->second, std::move(*need)});
}

std::vector<Judgement> judge(const Plan& plan, const Needs& needs, const Languages& languages, std::string_view as_of) {
    return Judge(plan, needs, languages, as_of).run();
}

}  // namespace plancheck
