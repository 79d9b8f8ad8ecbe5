// The parts that the template gives a section: a heading or a bold line inside it whose words are the title of the part or
// an alias. A part stands inside its section only, so the alignment of the sections is not concerned.
#include <algorithm>

#include "checks/check.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/numerals.hpp"
#include "text/terms.hpp"

namespace plancheck {

namespace {

// Without numeral, closing marks and a limit in parentheses, folded.
std::string folded_title(const Context& context, std::string_view text) {
    if (const auto numeral = parse_numeral(text, context.languages)) text.remove_prefix(std::min<std::size_t>(numeral->size, text.size()));
    std::string folded = fold(text.substr(0, std::min(text.find('\n'), text.size())));
    if (const std::size_t open = folded.find('('); open != std::string::npos && open > 0) folded.resize(open);
    while (!folded.empty() && (folded.back() == ' ' || folded.back() == ':' || folded.back() == '.')) folded.pop_back();
    return folded;
}

}  // namespace

Result check_sub_sections(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = context.document();
    Result result;
    for (const std::string& key : context.requirement.sections) {
        const Section* section = context.outline().find(key);
        const SectionSpec* spec = context.form().section(key);
        if (section == nullptr || spec == nullptr || spec->parts.empty()) continue;
        result.outcome = Outcome::pass;
        TermIndex titles;
        for (std::uint32_t p = 0; p < spec->parts.size(); ++p)
            for (const Titles& of : spec->parts[p].titles) {
                const Language* rules = context.languages.find(of.language);
                titles.add(p, folded_title(context, of.title), rules);
                for (const std::string& alias : of.aliases) titles.add(p, alias, rules);
            }
        titles.build();
        std::vector<bool> found(spec->parts.size(), false);
        for (std::uint32_t i = section->body_begin; i < section->body_end; ++i) {
            const Block& block = document.blocks[i];
            const std::string_view text = document.view(block.text);
            if (text.empty() || !fits_in(text, 200) || block.has(mark::uncounted)) continue;
            const bool marked = block.kind == BlockKind::heading || (block.bold != 0 && block.bold == block.text.size());
            if (!marked) continue;
            const std::string folded = folded_title(context, text);
            for (std::uint32_t p = 0; p < spec->parts.size(); ++p) {
                if (found[p] || !titles.is_term(folded, p)) continue;
                found[p] = true;
                result.show({i, block.text, false}, Argument{"part", spec->parts[p].key});
            }
        }
        for (std::uint32_t p = 0; p < spec->parts.size(); ++p) {
            if (found[p] || !spec->parts[p].required) continue;
            Finding finding;
            finding.confidence = section->confidence;
            finding.message = "sub-sections.missing";
            finding.subject = section_subject(plan, *section);
            const std::string heading = finding.subject.titles.front();
            const Subject missing = missing_subject(plan, spec->parts[p]);
            finding.subject = {"missing", {key, spec->parts[p].key}, {heading, missing.titles.empty() ? std::string() : missing.titles.front()}};
            finding.where = heading_of(plan, *section);
            finding.arguments = {{"title", finding.subject.titles.back()}, {"section", heading}};
            result.findings.push_back(std::move(finding));
        }
    }
    return result;
}

}  // namespace plancheck
