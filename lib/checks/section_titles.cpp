// Only a language with an official edition can have a wrong title; an alias is as good as the title.
#include "checks/check.hpp"

namespace plancheck {

Result check_section_titles(const Context& context) {
    const Plan& plan = context.plan;
    Result result;
    result.outcome = Outcome::not_applicable;
    for (const Section& section : context.outline().sections) {
        if (section.spec == nullptr || section.repeated) continue;
        const Titles* titles = section.spec->titles_in(plan.language);
        if (titles == nullptr || !titles->official) continue;
        result.outcome = Outcome::pass;
        if (section.match >= TitleMatch::alias) {
            result.show(heading_of(plan, section), Argument{"section", section.spec->key});
            continue;
        }
        if (section.title.empty()) continue;  // a numeral alone: that the section is in doubt is told where sections are asked for
        Finding finding;
        finding.confidence = section.confidence;
        finding.message = "section-titles.other";
        finding.subject = section_subject(plan, section);
        finding.where = heading_of(plan, section);
        finding.arguments = {{"found", std::string(plan.document().view(section.title))}, {"expected", titles->title}};
        result.findings.push_back(std::move(finding));
    }
    return result;
}

}  // namespace plancheck
