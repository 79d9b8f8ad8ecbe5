// One finding for the whole plan: it lists the sections without a numeral and those numbered in another style.
#include "checks/check.hpp"

namespace plancheck {

Result check_section_numerals(const Context& context) {
    const Plan& plan = context.plan;
    Result result;
    Finding finding;
    std::vector<std::string> without, other;
    Confidence lowest = Confidence::certain;
    const auto& sections = context.outline().sections;
    for (const Section& section : sections) {
        if (section.spec == nullptr || section.repeated) continue;
        // A heading that two sections share has its numeral once.
        if (section.shares_heading && &section != sections.data() && (&section)[-1].heading == section.heading) continue;
        result.outcome = Outcome::pass;
        if (section.numeral.house_style && section.numeral.value != 0) {
            result.show(heading_of(plan, section), Argument{"section", section.spec->key}, Argument{"numeral", section.numeral.text});
            continue;
        }
        const Subject subject = section_subject(plan, section);
        (section.numeral.text.empty() ? without : other).push_back(subject.titles.front());
        if (without.size() + other.size() == 1) finding.where = heading_of(plan, section);
        else finding.related.push_back({"", subject, heading_of(plan, section)});
        if (section.confidence < lowest) lowest = section.confidence;
    }
    if (without.empty() && other.empty()) return result;
    finding.confidence = lowest == Confidence::low && without.size() + other.size() == 1 ? lowest : Confidence::certain;
    finding.message = other.empty() ? "section-numerals.none" : without.empty() ? "section-numerals.style" : "section-numerals.mixed";
    finding.subject = document_subject(plan);
    finding.arguments = {{"count", static_cast<std::int64_t>(without.size() + other.size())},
                         {"without", without},
                         {"other", other}};
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
