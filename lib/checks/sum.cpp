// The parts add up: the amounts in a field of all items of a kind, exactly, against what a section states or a number that
// the template gives. Items without an amount leave the sum in doubt, as do amounts in several currencies and those of a cell
// that covers the item's row by guess.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/shared/decimal.hpp"

namespace plancheck {

Result check_sum(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view kind = context.parameter("kind"), name = context.parameter("field"), key = context.parameter("equals");
    Result result;
    std::optional<Amount> total;
    Where where;
    Subject subject = document_subject(plan);
    Confidence confidence = Confidence::certain;
    if (key.empty()) {
        total = amount_of(context.parameter("total"));
    } else if (const Section* section = context.outline().find(key)) {
        subject = section_subject(plan, *section);
        where = heading_of(plan, *section);
        confidence = section->confidence;
        if (const Field* stated = plan.value(key))
            for (const FieldValue& value : stated->values)
                if (!total && (total = amount_of(value.value))) where = {value.block, value.span, false};
    }
    std::int64_t sum = 0;
    std::vector<std::string> without;
    std::string currency = total ? total->currency : std::string();
    bool mixed = false, guessed = false;
    std::vector<RelatedPlace> parts;
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        confidence = std::min(confidence, item.confidence);
        std::optional<Amount> own;
        Where at = where_of(item);
        if (const Field* field = item.field(name)) {
            for (const FieldValue& value : field->values)
                if (!own && (own = amount_of(value.value))) at = {value.block, value.span, false};
            guessed = guessed || filled_by_guess(plan, item, *field);
        }
        if (!own) {
            without.push_back(item.title);
            continue;
        }
        if (!own->currency.empty() && !currency.empty() && own->currency != currency) mixed = true;
        if (currency.empty()) currency = own->currency;
        if (!add(sum, own->value)) {
            result.outcome = Outcome::not_applicable;
            return result;
        }
        parts.push_back({"", item_subject(plan, item), at});
    }
    if (!total || parts.empty()) {
        result.outcome = Outcome::not_applicable;
        return result;
    }
    result.outcome = Outcome::pass;
    const std::int64_t difference = sum > total->value ? sum - total->value : total->value - sum;
    if (difference == 0 && !mixed) {
        result.show(where, Argument{"sum", to_text(sum)}, Argument{"total", to_text(total->value)});
        return result;
    }
    Finding finding;
    finding.confidence = guessed ? Confidence::low : confidence;
    // What has no amount may be what is missing.
    finding.outcome = mixed || !without.empty() ? Outcome::review : Outcome::fail;
    finding.message = mixed ? "sum.mixed" : "sum.differs";
    finding.subject = std::move(subject);
    finding.where = where;
    finding.arguments = {{"sum", to_text(sum)}, {"total", to_text(total->value)}, {"difference", to_text(difference)},
                         {"count", static_cast<std::int64_t>(parts.size())}, {"without", without}};
    finding.related = std::move(parts);
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
