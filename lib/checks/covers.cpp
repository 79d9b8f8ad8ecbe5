// Each item of one kind has at least one of another that refers to it, or one that says it covers them all.
#include <algorithm>
#include <unordered_set>

#include "checks/check.hpp"

namespace plancheck {

Result check_covers(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view from = context.parameter("from"), to = context.parameter("to");
    Result result;
    std::unordered_set<std::string_view> covered;
    bool all = false, any = false;
    Confidence confidence = Confidence::certain;
    for (const Item& item : plan.items) {
        if (item.kind != from) continue;
        any = true;
        confidence = std::min(confidence, item.confidence);
        all = all || item.covers_all;
        covered.insert(item.refers_to.begin(), item.refers_to.end());
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
        if (all || covered.contains(target.id)) {
            Evidence evidence{where_of(target), {{"item", target.id}}, {}};
            for (const Item& item : plan.items)
                if (item.kind == from && (item.covers_all || std::find(item.refers_to.begin(), item.refers_to.end(), target.id) != item.refers_to.end())) {
                    evidence.related.push_back({"", item_subject(plan, item), where_of(item)});
                    if (evidence.related.size() == 3) break;
                }
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
