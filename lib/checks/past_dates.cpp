// Dates of items that lie before the date to judge by, in items that say nothing of how things stand.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"
#include "text/values.hpp"

namespace plancheck {

Result check_past_dates(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const std::string_view kind = context.parameter("kind");
    const auto fields = context.list("fields");
    const TermSet& status = context.terms("status");
    Result result;
    if (context.as_of.empty()) {
        result.outcome = Outcome::not_applicable;
        return result;
    }
    std::vector<std::string> labels, ids;
    Finding finding;
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        result.outcome = Outcome::pass;
        bool told = false;
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(document.blocks[first].end, first + 1); ++i)
                told = told || !terms_in(plan, i, document.blocks[i].text, status).empty();
        const FieldValue* past = nullptr;
        for (const Field& field : item.fields) {
            if (std::find(fields.begin(), fields.end(), field.name) == fields.end()) continue;
            for (const FieldValue& given : field.values) {
                Value value;
                if (given.type == "date") value.type = ValueType::date;
                else if (given.type == "period") value.type = ValueType::period;
                else if (given.type == "quarter") value.type = ValueType::quarter;
                else continue;
                value.value = given.value;
                const std::string last = days_of(value).last;
                if (!last.empty() && last < context.as_of && past == nullptr) past = &given;
            }
        }
        if (past == nullptr || told) {
            result.show(where_of(item), Argument{"item", item.id});
            continue;
        }
        finding.confidence = std::min(finding.confidence, item.confidence);
        labels.push_back(item.label.empty() ? item.title : item.label);
        ids.push_back(item.id);
        finding.related.push_back({"", item_subject(plan, item), {past->block, past->span, false}});
        if (ids.size() > 1) continue;
        finding.where = {past->block, past->span, false};
        if (const Section* section = context.outline().find(item.section)) finding.subject = section_subject(plan, *section);
    }
    if (ids.empty()) return result;
    finding.outcome = Outcome::review;
    finding.message = "past-dates.without-status";
    finding.arguments = {{"count", static_cast<std::int64_t>(ids.size())}, {"items", labels}, {"ids", ids}, {"asOf", std::string(context.as_of)}};
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
