// At least one contact in any of the scopes. The items without one are shown as evidence: who to ask for the rest.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/shared/contact_places.hpp"

namespace plancheck {

Result check_contacts(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view kind = context.parameter("kind");
    std::vector<std::string> names;
    for (const std::string_view scope : context.list("scopes")) names.emplace_back(scope);
    Result result;
    const auto places = contact_places(context, scopes(plan, names));
    // A postal address is one by the field it stands in alone, so items count as well, of whatever kind.
    const auto reached = [](const Item& item) {
        const Field* field = item.field("contact");
        return field != nullptr && std::any_of(field->values.begin(), field->values.end(), [](const FieldValue& value) { return reaches(value.type); });
    };
    const auto found = std::find_if(plan.items.begin(), plan.items.end(), reached);
    if (!places.empty() || found != plan.items.end()) {
        result.outcome = Outcome::pass;
        std::int64_t with = 0;
        Evidence without;
        for (const Item& item : plan.items) {
            if (item.kind != kind) continue;
            if (reached(item)) ++with;
            else without.related.push_back({"contacts.without", item_subject(plan, item), where_of(item)});
        }
        const Where first = places.empty() ? where_of(*found) : Where{places.front().block, places.front().span, false};
        Evidence evidence{first, {{"places", static_cast<std::int64_t>(places.size())}, {"with", with}}, std::move(without.related)};
        result.evidence.push_back(std::move(evidence));
        return result;
    }
    Finding finding = not_found(context);
    finding.subject.path.push_back("contact");
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
