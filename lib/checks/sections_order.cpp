// In a strict order: the fewest sections whose removal leaves the order right; of equal choices the one that stands first in the document.
// With at most some dozens of sections, the longest rising sequence is asked for once per section.
#include <algorithm>

#include "checks/check.hpp"

namespace plancheck {

namespace {

// Length of the longest rising subsequence of `numbers` without those that are marked as removed.
std::size_t longest(const std::vector<std::uint32_t>& numbers, const std::vector<bool>& removed) {
    std::vector<std::uint32_t> tails;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (removed[i]) continue;
        const auto place = std::lower_bound(tails.begin(), tails.end(), numbers[i]);
        if (place == tails.end()) tails.push_back(numbers[i]);
        else *place = numbers[i];
    }
    return tails.size();
}

// In a partial order only what a section names as standing before it counts.
Result partial(const Context& context, const std::vector<const Section*>& sections, Result result) {
    for (std::size_t i = 0; i < sections.size(); ++i)
        for (const std::string& key : sections[i]->spec->after)
            for (std::size_t later = i + 1; later < sections.size(); ++later) {
                if (sections[later]->spec->key != key) continue;
                Finding finding;
                finding.confidence = std::min(sections[i]->confidence, sections[later]->confidence);
                finding.message = "sections-order.moved";
                finding.subject = section_subject(context.plan, *sections[i]);
                finding.where = heading_of(context.plan, *sections[i]);
                const Subject before = section_subject(context.plan, *sections[later]);
                finding.arguments = {{"section", finding.subject.titles.front()}, {"after", before.titles.front()}};
                finding.related.push_back({"sections-order.after", before, heading_of(context.plan, *sections[later])});
                result.findings.push_back(std::move(finding));
            }
    return result;
}

}  // namespace

Result check_sections_order(const Context& context) {
    const Plan& plan = context.plan;
    Result result;
    std::vector<const Section*> sections;
    std::vector<std::uint32_t> numbers;
    std::string sequence;
    for (const Section& section : context.outline().sections) {
        if (section.spec == nullptr || section.repeated) continue;
        sections.push_back(&section);
        numbers.push_back(section.spec->number);
        if (!sequence.empty()) sequence.push_back(' ');
        sequence.append(section.spec->key);
    }
    if (sections.empty()) return result;
    result.outcome = Outcome::pass;
    result.show(heading_of(plan, *sections.front()), Argument{"sequence", sequence});
    if (context.form().order == SectionOrder::any) return result;
    if (context.form().order == SectionOrder::partial) return partial(context, sections, std::move(result));
    std::vector<bool> removed(numbers.size(), false);
    const std::size_t keep = longest(numbers, removed);
    std::size_t left = numbers.size() - keep;
    for (std::size_t i = 0; i < numbers.size() && left > 0; ++i) {
        removed[i] = true;
        if (longest(numbers, removed) < keep) {
            removed[i] = false;
            continue;
        }
        --left;
        const Section& section = *sections[i];
        Finding finding;
        finding.confidence = section.confidence;
        finding.message = "sections-order.moved";
        finding.subject = section_subject(plan, section);
        finding.where = heading_of(plan, section);
        finding.arguments.push_back({"section", finding.subject.titles.front()});
        // Where it belongs: behind the section that comes before it in the template.
        const Section* before = nullptr;
        for (const Section* other : sections)
            if (other->spec->number < section.spec->number && (before == nullptr || other->spec->number > before->spec->number))
                before = other;
        if (before != nullptr) {
            const Subject subject = section_subject(plan, *before);
            finding.arguments.push_back({"after", subject.titles.front()});
            finding.related.push_back({"sections-order.after", subject, heading_of(plan, *before)});
        } else {
            finding.arguments.push_back({"after", std::string()});
        }
        result.findings.push_back(std::move(finding));
    }
    return result;
}

}  // namespace plancheck
