// Headings of the sections' rank between the first and the last section that none of them owns. What stands before the
// first or behind the last is front matter or an annex, and normal.
#include "checks/check.hpp"

namespace plancheck {

Result check_other_sections(const Context& context) {
    const Plan& plan = context.plan;
    const auto& sections = context.outline().sections;
    Result result;
    result.outcome = Outcome::pass;
    std::size_t last = 0;
    for (std::size_t i = 0; i < sections.size(); ++i)
        if (sections[i].spec != nullptr && !sections[i].repeated) last = i;
    for (std::size_t i = 0; i < last; ++i) {
        const Section& section = sections[i];
        if (section.spec != nullptr) continue;
        Finding finding;
        finding.confidence = section.confidence;
        finding.message = "other-sections.found";
        finding.subject = section_subject(plan, section);
        finding.subject.kind = "heading";
        finding.arguments = {{"title", finding.subject.titles.front()}};
        finding.where = heading_of(plan, section);
        result.findings.push_back(std::move(finding));
    }
    Evidence evidence = looked_at(plan, "plan");
    evidence.value.push_back({"headings", static_cast<std::int64_t>(sections.size())});
    result.evidence.push_back(std::move(evidence));
    return result;
}

}  // namespace plancheck
