// Amounts in a field of money carry a currency, their own or one that holds for their column, table or section.
#include <algorithm>

#include "checks/check.hpp"

namespace plancheck {

Result check_money_currency(const Context& context) {
    const Plan& plan = context.plan;
    Result result;
    result.outcome = Outcome::not_applicable;
    Finding finding;
    std::vector<std::string> amounts;
    for (const Item& item : plan.items)
        for (const Field& field : item.fields)
            for (const FieldValue& value : field.values) {
                if (value.type != "money") continue;
                if (result.outcome == Outcome::not_applicable) result.outcome = Outcome::pass;
                if (value.value.find(' ') != std::string::npos) {
                    if (result.evidence.size() < 20) result.evidence.push_back({{value.block, value.span, false}, {{"value", value.value}}, {}});
                    continue;
                }
                if (std::find(amounts.begin(), amounts.end(), value.text) != amounts.end()) continue;
                amounts.push_back(value.text);
                finding.confidence = std::min(finding.confidence, item.confidence);
                if (finding.where.known()) continue;
                finding.where = {value.block, value.span, false};
                if (const Section* section = context.outline().find(item.section)) finding.subject = section_subject(plan, *section);
            }
    if (amounts.empty()) return result;
    if (finding.subject.kind.empty()) finding.subject = document_subject(plan);
    finding.message = "money-currency.without";
    finding.arguments = {{"count", static_cast<std::int64_t>(amounts.size())}, {"amounts", amounts}};
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
