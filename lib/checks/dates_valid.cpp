// Dates exist and periods run forwards. The plan's own date may not lie in the
// future, where a date to judge by was given.
#include <algorithm>
#include <iterator>
#include <map>

#include "checks/check.hpp"
#include "checks/shared/begin_and_end.hpp"
#include "plan/block_text.hpp"
#include "text/utf8.hpp"
#include "text/characters.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

bool impossible(const Value& value) {
    const auto no_day = [](std::string_view date) {
        if (date.size() == 7 && date[4] == '-') return !is_calendar_date(std::string(date) + "-01") && date[5] >= '0' && date[5] <= '9';  // "2027年13月", but no "2027-Q3"
        return date.size() == 10 && !is_calendar_date(date);
    };
    if (value.type == ValueType::date) return no_day(value.value);
    if (value.type != ValueType::period) return false;
    const std::size_t slash = value.value.find('/');
    return slash != std::string::npos && (no_day(std::string_view(value.value).substr(0, slash)) || no_day(std::string_view(value.value).substr(slash + 1)));
}

bool begins_with_year(std::string_view text) {
    return text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, [](char c) { return c >= '0' && c <= '9'; }) && (text.size() == 4 || text[4] == '-');
}

bool backwards(ValueType type, std::string_view text) {
    if (type != ValueType::period) return false;
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return false;
    // Most go from one year to a later one.
    const std::string_view first = text.substr(0, slash), last = text.substr(slash + 1);
    if (begins_with_year(first) && begins_with_year(last) && first.substr(0, 4) < last.substr(0, 4)) return false;
    Value value;
    value.type = type;
    value.value = text;
    const Days days = days_of(value);
    return !days.first.empty() && !days.last.empty() && days.first > days.last;
}

bool is_time(const FieldValue& value) { return value.type == "date" || value.type == "quarter"; }

Days days_of_field(const FieldValue& given) {
    Value value;
    value.type = given.type == "date" ? ValueType::date : ValueType::quarter;
    value.value = given.value;
    return days_of(value);
}

}  // namespace

Result check_dates_valid(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const Language& language = context.language();
    Result result;
    result.outcome = Outcome::pass;
    std::int64_t dates = 0;
    Where own{0, {}, false};  // the plan's own date
    const auto add = [&](std::uint32_t block, Span span, std::string_view message) {
        Finding finding;
        finding.message = message;
        finding.where = {block, span, false};
        finding.subject = document_subject(plan);
        if (const Section* section = section_at(plan, block)) finding.subject = section_subject(plan, *section);
        finding.arguments = {{"text", std::string(document.view(span))}};
        result.findings.push_back(std::move(finding));
    };
    for (std::uint32_t i = 0; i < document.main_end; ++i) {
        const Block& block = document.blocks[i];
        if (block.text.empty() || block.has(mark::contents)) continue;
        plan.block_text->each_value(i, language, want_times | want_references, [&](const Value& value) {
            if (value.type == ValueType::date || value.type == ValueType::period) ++dates;
            const Span span{block.text.begin + value.begin, block.text.begin + value.end};
            if (own.span.empty() && value.value == plan.date) own = {i, span, false};
            if (impossible(value)) add(i, span, "dates-valid.impossible");
            else if (backwards(value.type, value.value)) add(i, span, "dates-valid.backwards");
        });
    }
    // A range in a field of time is one even where a text would not be sure of it.
    std::map<std::uint32_t, std::uint32_t> told;  // spans that do not overlap: end by begin
    for (const Finding& finding : result.findings) told.emplace(finding.where.span.begin, finding.where.span.end);
    for (const Item& item : plan.items)
        for (const Field& field : item.fields)
            for (const FieldValue& given : field.values) {
                if (given.type != "period") continue;
                if (!backwards(ValueType::period, given.value)) continue;
                const auto next = told.lower_bound(given.span.end);
                if (next != told.begin() && std::prev(next)->second > given.span.begin) continue;
                told.emplace(given.span.begin, given.span.end);
                add(given.block, given.span, "dates-valid.backwards");
            }
    for (const Item& item : plan.items)
        for (const Field& field : item.fields) {
            if (field.values.size() != 2) continue;
            const ItemSpec* kind = context.form().item(item.kind);
            const FieldSpec* spec = kind != nullptr ? kind->field(field.name) : nullptr;
            if (spec == nullptr || spec->type != FieldType::timeline) continue;
            const FieldValue &first = field.values[0], &second = field.values[1];
            if (!is_time(first) || !is_time(second) || first.ambiguous || second.ambiguous || !begin_and_end(document, first, second)) continue;
            const Days begin = days_of_field(first), end = days_of_field(second);
            if (begin.first.empty() || end.last.empty() || begin.first <= end.last) continue;
            add(second.block, second.span, "dates-valid.backwards");
            result.findings.back().arguments = {{"text", first.text + " – " + second.text}};
        }
    if (!context.as_of.empty() && !plan.date.empty() && plan.date > context.as_of.substr(0, plan.date.size())) {
        Finding finding;
        finding.message = "dates-valid.future";
        finding.subject = document_subject(plan);
        finding.where = own;
        finding.arguments = {{"date", plan.date}, {"asOf", std::string(context.as_of)}};
        result.findings.push_back(std::move(finding));
    }
    Evidence evidence = looked_at(plan, "plan");
    evidence.value.push_back({"dates", dates});
    result.evidence.push_back(std::move(evidence));
    return result;
}

}  // namespace plancheck
