// A field that is there holds terms of a vocabulary. No such field: nothing to say.
#include <algorithm>
#include <unordered_set>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"

namespace plancheck {

Result check_categories(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view kind = context.parameter("kind"), name = context.parameter("field");
    const TermSet& set = context.terms("vocabulary");
    Result result;
    result.outcome = Outcome::not_applicable;
    std::vector<std::string> strange;
    std::unordered_set<std::string_view> told;
    Finding finding;
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        const Field* field = item.field(name);
        if (field == nullptr || field->values.empty()) continue;
        result.outcome = Outcome::pass;
        const bool known = std::any_of(field->values.begin(), field->values.end(), [&](const FieldValue& value) {
            return value.type == "term" || !terms_in(plan, value.block, value.span, set).empty();
        });
        const FieldValue& value = field->values.front();
        if (known) {
            result.show({value.block, value.span, false}, Argument{"item", item.id});
            continue;
        }
        if (told.insert(value.text).second) strange.push_back(value.text);
        if (!finding.where.known()) finding.where = {value.block, value.span, false};
    }
    if (strange.empty()) return result;
    finding.outcome = Outcome::review;
    finding.message = "categories.unknown";
    if (const Section* section = first_section(context)) finding.subject = section_subject(plan, *section);
    finding.arguments = {{"count", static_cast<std::int64_t>(strange.size())}, {"names", strange}};
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
