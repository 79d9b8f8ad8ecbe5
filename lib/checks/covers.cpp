// Each item of one kind has at least one of another that refers to it, or one that says it covers them all.
#include <algorithm>
#include <unordered_map>
#include <vector>

#include "checks/check.hpp"

namespace plancheck {

Result check_covers(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view from = context.parameter("from"), to = context.parameter("to");
    Result result;
    // Which items refer to one, the first few.
    constexpr std::size_t most_shown = 3;
    std::unordered_map<std::string_view, std::vector<const Item*>> covered;
    std::vector<const Item*> of_all;
    bool all = false, any = false;
    Confidence confidence = Confidence::certain;
    for (const Item& item : plan.items) {
        if (item.kind != from) continue;
        any = true;
        confidence = std::min(confidence, item.confidence);
        all = all || item.covers_all;
        if (item.covers_all) {
            if (of_all.size() < most_shown) of_all.push_back(&item);
            continue;
        }
        for (const std::string& id : item.refers_to)
            if (auto& by = covered[id]; by.size() < most_shown && (by.empty() || by.back() != &item)) by.push_back(&item);
    }
    const Section* section = nullptr;
    for (const std::string& key : context.requirement.sections)
        if (section == nullptr) section = context.outline().find(key);
    if (!any) {
        Finding finding;
        finding.outcome = Outcome::review;
        finding.message = "covers.none";
        if (section != nullptr) {
            finding.subject = section_subject(plan, *section);
            finding.where = heading_of(plan, *section);
            finding.arguments.push_back({"section", finding.subject.titles.front()});
        } else {
            finding.arguments.push_back({"section", std::string()});
        }
        finding.subject.kind = "missing";
        finding.subject.path.push_back(std::string(from));
        result.findings.push_back(std::move(finding));
        return result;
    }
    for (const Item& target : plan.items) {
        if (target.kind != to || says_nothing(context, target)) continue;
        result.outcome = Outcome::pass;
        const auto by = covered.find(target.id);
        if (all || by != covered.end()) {
            Evidence evidence{where_of(target), {{"item", target.id}}, {}};
            std::vector<const Item*> shown = of_all;
            if (by != covered.end()) shown.insert(shown.end(), by->second.begin(), by->second.end());
            std::sort(shown.begin(), shown.end());  // they stand in one vector, in the order of the plan
            shown.resize(std::min(shown.size(), most_shown));
            for (const Item* item : shown) evidence.related.push_back({"", item_subject(plan, *item), where_of(*item)});
            result.evidence.push_back(std::move(evidence));
            continue;
        }
        Finding finding;
        finding.outcome = Outcome::review;
        finding.confidence = std::min(target.confidence, confidence);
        finding.message = "covers.without";
        finding.subject = item_subject(plan, target);
        finding.where = where_of(target);
        finding.arguments = {{"item", target.title}, {"label", target.label}};
        result.findings.push_back(std::move(finding));
    }
    return result;
}

}  // namespace plancheck
