// A numeral that says the heading's place in the sequence found is explained by the section that is missing, added or
// moved, and that is a finding of its own elsewhere. The same shift throughout is one finding, and so is the same
// numeral.
#include "checks/check.hpp"

namespace plancheck {

Result check_numeral_agrees(const Context& context) {
    const Plan& plan = context.plan;
    Result result;
    struct Differing {
        const Section* section;
        std::int64_t shift;
    };
    std::vector<Differing> differing;
    std::uint32_t place = context.outline().numbered_before, numbered = 0;
    std::uint32_t last_heading = Where::nowhere;
    for (const Section& section : context.outline().sections) {
        // One heading for two sections has one place in the sequence.
        if (section.heading == last_heading) continue;
        last_heading = section.heading;
        ++place;
        if (section.spec == nullptr || section.repeated || section.numeral.value == 0) continue;
        ++numbered;
        const std::int64_t shift = std::int64_t{section.numeral.value} - std::int64_t{section.spec->number};
        if (shift == 0) {
            result.show(heading_of(plan, section), Argument{"section", section.spec->key}, Argument{"numeral", section.numeral.text});
        } else if (section.numeral.value == place) {
            result.evidence.push_back({heading_of(plan, section),
                                       {{"section", section.spec->key},
                                        {"numeral", section.numeral.text},
                                        {"place", std::int64_t{place}}},
                                       {}});
        } else {
            differing.push_back({&section, shift});
        }
    }
    if (numbered == 0) {
        result.outcome = Outcome::not_applicable;
        return result;
    }
    result.outcome = Outcome::pass;
    bool constant = differing.size() >= 3;
    for (const Differing& one : differing) constant = constant && one.shift == differing.front().shift;
    // All of one number: each section is a list of its own, as when headings are pasted one by one.
    bool restarted = differing.size() >= 3 && numbered - differing.size() <= 1;
    for (const Differing& one : differing) restarted = restarted && one.section->numeral.value == differing.front().section->numeral.value;
    const bool told_once = constant || restarted;
    for (const Differing& one : differing) {
        const Section& section = *one.section;
        if (told_once && &one != &differing.front()) {
            result.findings.back().related.push_back({"", section_subject(plan, section), heading_of(plan, section)});
            continue;
        }
        Finding finding;
        finding.confidence = section.confidence;
        finding.message = constant ? "numeral-agrees.shifted" : restarted ? "numeral-agrees.restarted" : "numeral-agrees.differs";
        finding.subject = section_subject(plan, section);
        finding.where = heading_of(plan, section);
        finding.arguments = {{"numeral", section.numeral.text},
                             {"found", std::int64_t{section.numeral.value}},
                             {"expected", std::int64_t{section.spec->number}},
                             {"count", static_cast<std::int64_t>(restarted ? numbered : differing.size())}};
        result.findings.push_back(std::move(finding));
    }
    return result;
}

}  // namespace plancheck
