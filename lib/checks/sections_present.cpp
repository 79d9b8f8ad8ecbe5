// A section is there when a heading was bound to it. Missing ones are placed before the section that should follow, with
// the nearest heading that no section took: often that is the section under another name.
#include "checks/check.hpp"

namespace plancheck {

Result check_sections_present(const Context& context) {
    const Plan& plan = context.plan;
    const Outline& outline = context.outline();
    Result result;
    result.outcome = Outcome::pass;
    for (const SectionSpec& spec : context.form().sections) {
        if (!spec.required) continue;
        const Section* section = outline.find(spec.key);
        if (section == nullptr) {
            Finding finding;
            finding.message = "sections-present.missing";
            finding.subject = missing_subject(plan, spec);
            finding.arguments = {{"section", finding.subject.titles.empty() ? spec.key : finding.subject.titles.front()},
                                 {"number", std::int64_t{spec.number}}};
            finding.where = place_of_missing(plan, spec);
            std::uint32_t from = 0, to = plan.document().main_end;
            for (const Section& other : outline.sections) {
                if (other.spec == nullptr || other.repeated) continue;
                if (other.spec->number < spec.number && other.heading > from) from = other.heading;
                if (other.spec->number > spec.number && other.heading > from && other.heading < to) to = other.heading;
            }
            for (const std::uint32_t block : outline.unbound)
                if (block > from && block < to) {
                    finding.related.push_back({"sections-present.nearest", {"heading", {}, {}}, {block, {}, false}});
                    break;
                }
            result.findings.push_back(std::move(finding));
            continue;
        }
        if (section->confidence == Confidence::low) {
            Finding finding;
            finding.outcome = Outcome::review;
            finding.confidence = Confidence::low;
            finding.message = "sections-present.doubtful";
            finding.subject = section_subject(plan, *section);
            const Subject wanted = missing_subject(plan, spec);
            finding.arguments = {{"section", wanted.titles.empty() ? spec.key : wanted.titles.front()},
                                 {"number", std::int64_t{spec.number}}};
            finding.where = heading_of(plan, *section);
            result.findings.push_back(std::move(finding));
        } else {
            result.evidence.push_back({heading_of(plan, *section), {{"section", spec.key}}, {}});
            if (section->shares_heading &&
                section + 1 < outline.sections.data() + outline.sections.size() && section[1].heading == section->heading) {
                Finding remark;
                remark.outcome = Outcome::pass;
                remark.severity = Severity::note;
                remark.message = "sections-present.shared";
                remark.subject = section_subject(plan, *section);
                remark.where = heading_of(plan, *section);
                result.findings.push_back(std::move(remark));
            }
        }
    }
    return result;
}

}  // namespace plancheck
