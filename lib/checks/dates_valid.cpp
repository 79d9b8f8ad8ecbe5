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

class Dates {
public:
    explicit Dates(const Context& context) : context_(context), plan_(context.plan) { result_.outcome = Outcome::pass; }

    Result check() {
        for (std::uint32_t i = 0; i < plan_.document().main_end; ++i) in_block(i);
        for (const Finding& finding : result_.findings) told_.emplace(finding.where.span.begin, finding.where.span.end);
        each_field([&](const Item&, const Field& field) { in_periods(field); });
        each_field([&](const Item& item, const Field& field) { in_begin_and_end(item, field); });
        in_future();
        Evidence evidence = looked_at(plan_, "plan");
        evidence.value.push_back({"dates", dates_});
        result_.evidence.push_back(std::move(evidence));
        return std::move(result_);
    }

private:
    const Context& context_;
    const Plan& plan_;
    Result result_;
    std::int64_t dates_ = 0;
    Where own_{0, {}, false};  // the plan's own date
    std::map<std::uint32_t, std::uint32_t> told_;  // spans that do not overlap: end by begin

    template <class Take>
    void each_field(Take&& take) const {
        for (const Item& item : plan_.items)
            for (const Field& field : item.fields) take(item, field);
    }

    void add(std::uint32_t block, Span span, std::string_view message, std::string text) {
        Finding finding;
        finding.message = message;
        finding.where = {block, span, false};
        finding.subject = document_subject(plan_);
        if (const Section* section = section_at(plan_, block)) finding.subject = section_subject(plan_, *section);
        finding.arguments = {{"text", std::move(text)}};
        result_.findings.push_back(std::move(finding));
    }

    void in_block(std::uint32_t i) {
        const Block& block = plan_.document().blocks[i];
        if (block.text.empty() || block.has(mark::contents)) return;
        plan_.block_text->each_value(i, context_.language(), want_times | want_references, [&](const Value& value) {
            if (value.type == ValueType::date || value.type == ValueType::period) ++dates_;
            const Span span{block.text.begin + value.begin, block.text.begin + value.end};
            if (own_.span.empty() && value.value == plan_.date) own_ = {i, span, false};
            if (impossible(value)) add(i, span, "dates-valid.impossible", std::string(plan_.document().view(span)));
            else if (backwards(value.type, value.value)) add(i, span, "dates-valid.backwards", std::string(plan_.document().view(span)));
        });
    }

    // A range or a day in a field of time is one even where a text would not be sure of it ("31/06/28").
    void in_periods(const Field& field) {
        for (const FieldValue& given : field.values) {
            const bool period = given.type == "period";
            if (!period && given.type != "date") continue;
            Value value;
            value.type = period ? ValueType::period : ValueType::date;
            value.value = given.value;
            const bool no_day = !given.ambiguous && impossible(value);
            if (!no_day && !backwards(value.type, given.value)) continue;
            const auto next = told_.lower_bound(given.span.end);
            if (next != told_.begin() && std::prev(next)->second > given.span.begin) continue;
            told_.emplace(given.span.begin, given.span.end);
            add(given.block, given.span, no_day ? "dates-valid.impossible" : "dates-valid.backwards", std::string(plan_.document().view(given.span)));
        }
    }

    // A field may have its beginning and its end in two cells.
    void in_begin_and_end(const Item& item, const Field& field) {
        if (field.values.size() != 2) return;
        const ItemSpec* kind = context_.form().item(item.kind);
        const FieldSpec* spec = kind != nullptr ? kind->field(field.name) : nullptr;
        if (spec == nullptr || spec->type != FieldType::timeline) return;
        const FieldValue &first = field.values[0], &second = field.values[1];
        if (!is_time(first) || !is_time(second) || first.ambiguous || second.ambiguous || !begin_and_end(plan_.document(), first, second)) return;
        const Days begin = days_of_field(first), end = days_of_field(second);
        if (!begin.first.empty() && !end.last.empty() && begin.first > end.last) add(second.block, second.span, "dates-valid.backwards", first.text + " – " + second.text);
    }

    void in_future() {
        if (context_.as_of.empty() || plan_.date.empty() || plan_.date <= context_.as_of.substr(0, plan_.date.size())) return;
        Finding finding;
        finding.message = "dates-valid.future";
        finding.subject = document_subject(plan_);
        finding.where = own_;
        finding.arguments = {{"date", plan_.date}, {"asOf", std::string(context_.as_of)}};
        result_.findings.push_back(std::move(finding));
    }
};

}  // namespace

Result check_dates_valid(const Context& context) { return Dates(context).check(); }

}  // namespace plancheck
