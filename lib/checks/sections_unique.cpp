// The outline keeps a further heading of a bound section as a repetition only when it has the rank of the sections and a
// body of its own, so running titles, contents lists and a second language version never arrive here.
#include "checks/check.hpp"

namespace plancheck {

Result check_sections_unique(const Context& context) {
    const Plan& plan = context.plan;
    Result result;
    result.outcome = Outcome::pass;
    std::int64_t count = 0;
    for (const Section& section : context.outline().sections) {
        if (section.spec == nullptr || section.spec->repeatable) continue;
        if (!section.repeated) {
            ++count;
            continue;
        }
        const Section* first = context.outline().find(section.spec->key);
        if (first == nullptr) continue;
        Finding finding;
        finding.confidence = first->confidence;
        finding.message = "sections-unique.repeated";
        finding.subject = section_subject(plan, section);
        finding.arguments = {{"section", finding.subject.titles.front()}};
        finding.where = heading_of(plan, section);
        finding.related.push_back({"sections-unique.first", section_subject(plan, *first), heading_of(plan, *first)});
        result.findings.push_back(std::move(finding));
    }
    Evidence evidence = looked_at(plan, "plan");
    evidence.value.push_back({"sections", count});
    result.evidence.push_back(std::move(evidence));
    return result;
}

}  // namespace plancheck
