// A section is there when a heading was bound to it. Missing ones are placed before the section that should follow, with
// the nearest heading that no section took: often that is the section under another name.
#include <algorithm>
#include <string>
#include <vector>

#include "checks/check.hpp"
#include "outline/titles.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/likeness.hpp"
#include "text/numerals.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

// The first block between two whose first line is a title of the section but for typing errors, in a text that has lost what marked its titles;
// 0: there is none.
std::uint32_t like_title(const Context& context, const SectionSpec& spec, std::uint32_t from, std::uint32_t to) {
    constexpr unsigned most_edits = 3;
    constexpr std::size_t shortest = 16;  // bytes: shorter ones differ from other words by as many letters
    constexpr std::size_t widest = 100;  // columns
    const Document& document = context.document();
    if (!document.is_unmarked()) return 0;
    std::vector<std::string> titles;
    for (const Titles& one : spec.titles) {
        if (one.language != context.plan.language) continue;
        titles.push_back(without_limits(fold(one.title)));
        for (const std::string& alias : one.aliases) titles.push_back(fold(alias));
    }
    for (std::uint32_t i = from + 1; i < to; ++i) {
        const std::string_view text = document.view(document.blocks[i].text), line = text.substr(0, text.find('\n'));
        if (document.blocks[i].kind != BlockKind::paragraph || document.blocks[i].has(mark::doubtful) || line.empty() || !fits_in(line, widest)) continue;
        const auto numeral = parse_numeral(line, context.languages);
        const std::string folded = fold(line.substr(numeral ? numeral->size : 0));
        if (std::any_of(titles.begin(), titles.end(), [&](const std::string& title) { return title.size() >= shortest && edit_distance(title, folded, most_edits) <= most_edits; })) return i;
    }
    return 0;
}

// The title of the plan and a line that is no more than a day may look like headings, but no section stands under them.
bool may_head_section(const Context& context, std::uint32_t block) {
    const std::string_view text = trimmed(context.document().view(context.document().blocks[block].text));
    if (text.empty() || text == context.plan.title) return false;
    const auto times = find_values(text, context.language(), want_times);
    return std::none_of(times.begin(), times.end(), [&](const Value& value) { return value.end - value.begin == text.size(); });
}

// The first between two that no section took: of those of the sections' rank, or else of all that look like one. 0: there is none.
std::uint32_t nearest_heading(const Context& context, std::uint32_t from, std::uint32_t to) {
    for (const Section& section : context.outline().sections)
        if (section.spec == nullptr && section.heading > from && section.heading < to && may_head_section(context, section.heading)) return section.heading;
    for (const std::uint32_t block : context.outline().unbound)
        if (block > from && block < to && may_head_section(context, block)) return block;
    return 0;
}

}  // namespace

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
            if (const std::uint32_t near = nearest_heading(context, from, to); near != 0) finding.related.push_back({"sections-present.nearest", {"heading", {}, {}}, {near, {}, false}});
            if (const std::uint32_t like = like_title(context, spec, from, to); like != 0) {
                finding.outcome = Outcome::review;
                finding.confidence = Confidence::low;
                finding.message = "sections-present.doubtful";
                finding.where = {like, {}, false};
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
            result.show(heading_of(plan, *section), Argument{"section", spec.key});
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
