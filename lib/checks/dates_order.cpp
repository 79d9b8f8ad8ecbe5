// Dates that follow one another: the sections that the requirement names, in this order, or fields of each item of a kind.
// A later one may begin on the day on which an earlier one begins, not before it. A date of a cell that covers the item's row
// by guess decides nothing.
#include <algorithm>

#include "checks/check.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

struct Dated {
    const FieldValue* value;
    std::string first;  // YYYY-MM-DD
};

// First day of the first date or period of a field.
std::optional<Dated> dated(const Field* field) {
    if (field == nullptr) return std::nullopt;
    for (const FieldValue& value : field->values) {
        if (value.type != "date" && value.type != "period" && value.type != "quarter") continue;
        Value whole;
        whole.type = value.type == "date" ? ValueType::date : value.type == "period" ? ValueType::period : ValueType::quarter;
        whole.value = value.value;
        const Days days = days_of(whole);
        if (!days.first.empty()) return Dated{&value, days.first};
    }
    return std::nullopt;
}

class Order {
public:
    explicit Order(const Context& context) : context_(context) {}

    Result run() {
        if (const std::string_view kind = context_.parameter("kind"); !kind.empty()) {
            for (const Item& item : context_.plan.items) {
                if (item.kind != kind) continue;
                std::vector<const Field*> fields;
                for (const std::string_view name : context_.list("fields")) fields.push_back(item.field(name));
                const bool guessed = std::any_of(fields.begin(), fields.end(), [&](const Field* field) {
                    return field != nullptr && filled_by_guess(context_.plan, item, *field);
                });
                compare(fields, item_subject(context_.plan, item), guessed ? Confidence::low : item.confidence);
            }
        } else {
            std::vector<const Field*> fields;
            Confidence confidence = Confidence::certain;
            for (const std::string& key : context_.requirement.sections) {
                fields.push_back(context_.plan.value(key));
                if (const Section* section = context_.outline().find(key)) confidence = std::min(confidence, section->confidence);
            }
            compare(fields, document_subject(context_.plan), confidence);
        }
        if (result_.outcome == Outcome::not_checked) result_.outcome = Outcome::not_applicable;
        return std::move(result_);
    }

private:
    const Context& context_;
    Result result_;

    void compare(const std::vector<const Field*>& fields, const Subject& subject, Confidence confidence) {
        std::optional<Dated> before;
        for (const Field* field : fields) {
            const std::optional<Dated> here = dated(field);
            if (!here) continue;
            if (before) {
                result_.outcome = Outcome::pass;
                const Where where{here->value->block, here->value->span, false};
                if (here->first < before->first) {
                    Finding finding;
                    finding.confidence = confidence;
                    finding.outcome = here->value->ambiguous || before->value->ambiguous ? Outcome::review : Outcome::fail;
                    finding.message = "dates-order.backwards";
                    finding.subject = subject;
                    finding.where = where;
                    finding.arguments = {{"text", here->value->text}, {"before", before->value->text}};
                    finding.related.push_back({"", subject, {before->value->block, before->value->span, false}});
                    result_.findings.push_back(std::move(finding));
                } else {
                    result_.show(where, Argument{"value", here->value->value});
                }
            }
            before = here;
        }
    }
};

}  // namespace

Result check_dates_order(const Context& context) { return Order(context).run(); }

}  // namespace plancheck
