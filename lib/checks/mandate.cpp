// The period of one mandate, where one is given: longer than `max` and no word of renewal contradicts.
#include <algorithm>
#include <charconv>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

// Days since the year 0 in a calendar of even months: near enough to tell two years from three.
std::int64_t roughly(std::string_view date) {
    int year = 0, month = 1, day = 1;
    std::from_chars(date.data(), date.data() + 4, year);
    if (date.size() >= 7) std::from_chars(date.data() + 5, date.data() + 7, month);
    if (date.size() >= 10) std::from_chars(date.data() + 8, date.data() + 10, day);
    return std::int64_t{year} * 365 + (month - 1) * 304 / 10 + day;
}

}  // namespace

Result check_mandate(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const std::string_view kind = context.parameter("kind");
    const TermSet& renewal = context.terms("renewal");
    const Language& language = context.language();
    std::int64_t most = 2;
    const std::string_view max = context.parameter("max");
    if (max.size() > 2) std::from_chars(max.data() + 1, max.data() + max.size() - 1, most);
    Result result;
    result.outcome = Outcome::not_applicable;
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(document.blocks[first].end, first + 1); ++i) {
                const Block& block = document.blocks[i];
                if (block.text.empty()) continue;
                for (const Value& value : plan.block_text->values(i, language, want_times)) {
                    if (value.type != ValueType::period) continue;
                    const Days days = days_of(value);
                    if (days.first.empty() || days.last.empty()) continue;
                    const Where where{i, {block.text.begin + value.begin, block.text.begin + value.end}, false};
                    if (result.outcome == Outcome::not_applicable) result.outcome = Outcome::pass;
                    // A mandate "2024-2026" runs from some day of one year to some day of the other.
                    const std::int64_t years = value.value.size() == 9 ? roughly(days.last.substr(0, 4) + "-01-01") - roughly(days.first)
                                                                       : roughly(days.last) - roughly(days.first);
                    if (years <= most * 365 + 31 || !terms_in(plan, i, block.text, renewal).empty()) {
                        result.show(where, Argument{"item", item.id}, Argument{"period", value.value});
                        continue;
                    }
                    Finding finding;
                    finding.outcome = Outcome::fail;
                    finding.confidence = item.confidence;
                    finding.message = "mandate.longer";
                    finding.subject = item_subject(plan, item);
                    finding.where = where;
                    finding.arguments = {{"period", std::string(document.view(where.span))}, {"years", most}};
                    result.findings.push_back(std::move(finding));
                }
            }
    }
    return result;
}

}  // namespace plancheck
