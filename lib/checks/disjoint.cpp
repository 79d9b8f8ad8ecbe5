// Items of one kind do not repeat items of others. Nearly the same wording contradicts what is asked; the threshold is
// high, because two items on one subject are alike without being the same.
#include <algorithm>

#include "checks/check.hpp"
#include "text/fold.hpp"
#include "text/likeness.hpp"

namespace plancheck {

namespace {

// What is done, without what follows it: "(objective 1)", "Target: 40 sites". Folded.
std::string core(std::string_view title) {
    std::size_t end = title.size();
    for (const std::string_view stop : {" (", ". ", "; ", " ; ", "\n"}) end = std::min(end, title.find(stop));
    std::string folded = fold(title.substr(0, end));
    while (!folded.empty() && (folded.back() == '.' || folded.back() == ';' || folded.back() == ',')) folded.pop_back();
    return folded;
}

}  // namespace

Result check_disjoint(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view kind = context.parameter("kind");
    const auto others = context.list("others");
    const double least = context.number("alike", 85) / 100.0;
    Result result;
    std::vector<std::pair<const Item*, std::string>> among;
    for (const Item& item : plan.items)
        if (std::find(others.begin(), others.end(), item.kind) != others.end()) among.emplace_back(&item, core(item.title));
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        result.outcome = Outcome::pass;
        const std::string own = core(item.title);
        const Item* same = nullptr;
        for (const auto& [other, title] : among)
            if (own.size() >= 12 && likeness(own, title, least) > 0.0) {
                same = other;
                break;
            }
        if (same == nullptr) {
            result.evidence.push_back({where_of(item), {{"item", item.id}}, {}});
            continue;
        }
        Finding finding;
        finding.confidence = std::min(item.confidence, same->confidence);
        finding.message = "disjoint.repeats";
        finding.subject = item_subject(plan, item);
        finding.where = where_of(item);
        finding.arguments = {{"item", item.title}, {"other", same->title}};
        finding.related.push_back({"disjoint.same", item_subject(plan, *same), where_of(*same)});
        result.findings.push_back(std::move(finding));
    }
    return result;
}

}  // namespace plancheck
