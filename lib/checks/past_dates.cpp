// Dates of items that lie before the date to judge by, in items that say nothing of how things stand.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/shared/begin_and_end.hpp"
#include "checks/shared/vocabulary.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

// "5 May 2026 (held)": a small word or two in brackets behind the date.
bool is_told_behind(const Document& document, const FieldValue& date) {
    constexpr std::size_t longest = 30;  // bytes
    std::string_view rest = document.view({date.span.end, std::max(date.span.end, document.blocks[date.block].text.end)});
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (!rest.starts_with('(')) return false;
    const std::string_view word = rest.substr(1, std::min(rest.find(')'), rest.size()) - 1);
    if (word.empty() || word.size() > longest || std::count(word.begin(), word.end(), ' ') > 1 || is_upper(decode(word, 0).code)) return false;
    return word.find_first_of("0123456789") == std::string_view::npos && !is_caseless(decode(word, 0).code);
}

}  // namespace

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
    const Item* first = nullptr;
    bool dated = false, doubtful = true;  // of all items
    Finding finding;
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        result.outcome = Outcome::pass;
        if (first == nullptr) first = &item;
        doubtful = doubtful && item.confidence == Confidence::low;
        bool told = false;
        for (const std::uint32_t begin : item.blocks)
            for (std::uint32_t i = begin; i < std::max(document.blocks[begin].end, begin + 1); ++i)
                told = told || !terms_in(plan, i, document.blocks[i].text, status).empty();
        dated = dated || told;
        const FieldValue* past = nullptr;
        for (const Field& field : item.fields) {
            if (std::find(fields.begin(), fields.end(), field.name) == fields.end()) continue;
            for (const FieldValue& given : field.values) {
                dated = dated || given.type != "unset";
                // The first day of what goes on is no milestone.
                if (&given == field.values.data() && field.values.size() == 2 && begin_and_end(document, given, field.values[1])) continue;
                Value value;
                if (given.type == "date") value.type = ValueType::date;
                else if (given.type == "period") value.type = ValueType::period;
                else if (given.type == "quarter") value.type = ValueType::quarter;
                else continue;
                value.value = given.value;
                const auto [begin, last] = days_of(value);
                if (!begin.empty() && last < begin) continue;  // one that runs backwards is told as such
                if (!last.empty() && last < context.as_of && past == nullptr && !is_told_behind(document, given)) past = &given;
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
    finding.outcome = Outcome::review;
    // No date in a whole section that was taken as one item tells nothing.
    if (first != nullptr && doubtful && !dated && ids.empty()) {
        finding.confidence = Confidence::low;
        finding.message = "past-dates.none";
        finding.arguments = {{"items", std::vector<std::string>{first->label.empty() ? first->title : first->label}}, {"ids", std::vector<std::string>{first->id}}};
        finding.where = where_of(*first);
        if (const Section* section = context.outline().find(first->section)) finding.subject = section_subject(plan, *section);
        result.evidence.clear();
        result.findings.push_back(std::move(finding));
        return result;
    }
    if (ids.empty()) return result;
    finding.message = "past-dates.without-status";
    finding.arguments = {{"count", static_cast<std::int64_t>(ids.size())}, {"items", labels}, {"ids", ids}, {"asOf", std::string(context.as_of)}};
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
