// Made once per language of messages when a validator is made, so that a report costs a pointer and not some hundred
// strings.
#include "report/wording.hpp"

#include <charconv>

#include "text/numerals.hpp"

namespace plancheck {
namespace {

std::uint32_t number_of(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc() && end == text.data() + text.size() ? value : 0;
}

// The bounds that a requirement puts on the number of items of a section. At least one is no number to count against.
void add_range(const Requirement& requirement, TemplateWords::Section& section) {
    TemplateWords::Range range{std::string(requirement.parameter("kind")), number_of(requirement.parameter("min")),
                               number_of(requirement.parameter("max"))};
    if (range.kind.empty() || (range.min < 2 && range.max == 0)) return;
    section.counts.push_back(std::move(range));
}

}  // namespace

std::string section_numeral(const Template& form, std::uint32_t number) {
    if (number >= 1 && number <= form.sections.size()) return form.sections[number - 1].numeral;
    return format_numeral(number, form.decimal ? NumberFormat::decimal : NumberFormat::upper_roman);
}

std::shared_ptr<const TemplateWords> template_words(const Template& form, const Language& language) {
    auto words = std::make_shared<TemplateWords>();
    const std::string_view otherwise = form.default_language;
    words->name = form.name.in(language.tag, otherwise);
    words->source = form.source.in(language.tag, otherwise);
    for (const ItemSpec& spec : form.items) {
        const std::string_view own = spec.counted.exactly(language.tag);
        if (!spec.counted.empty()) words->kinds.push_back({spec.kind, own.empty() ? form.default_language : language.tag, std::string(spec.counted.in(language.tag, otherwise))});
    }
    for (const Vocabulary& vocabulary : form.vocabularies)
        if (vocabulary.id == "areas")
            for (const Term& term : vocabulary.terms) words->areas.emplace_back(term.key, std::string(term.name.in(language.tag, otherwise)));
    for (const SectionSpec& spec : form.sections) {
        const Titles* titles = spec.titles_in(language.tag);
        if (titles == nullptr) titles = spec.titles_in(otherwise);
        TemplateWords::Section section{spec.key, section_numeral(form, spec.number), titles == nullptr ? spec.key : titles->title, {}};
        for (const Requirement& requirement : form.requirements)
            if (requirement.sections.size() == 1 && requirement.sections.front() == spec.key) add_range(requirement, section);
        words->sections.push_back(std::move(section));
    }
    for (const Requirement& requirement : form.requirements) {
        words->requirements.push_back({std::string(requirement.asks.in(language.tag, otherwise)),
                                       std::string(requirement.clause_text.in(language.tag, otherwise)),
                                       std::string(requirement.help.in(language.tag, otherwise))});
    }
    return words;
}

}  // namespace plancheck
