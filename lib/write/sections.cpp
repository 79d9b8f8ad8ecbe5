// Found in the report itself, so that a report that is never shown to people costs nothing for it.
#include "write/sections.hpp"

#include <algorithm>

#include "template/pattern.hpp"
#include "write/phrases.hpp"

namespace plancheck {
namespace {

std::int64_t limit_in(const std::vector<Argument>& arguments) {
    for (const Argument& argument : arguments) {
        if (argument.name != "limit") continue;
        if (const auto* value = std::get_if<std::int64_t>(&argument.value)) return *value;
    }
    return 0;
}

const std::string* text_in(const std::vector<Argument>& arguments, std::string_view name) {
    for (const Argument& argument : arguments)
        if (argument.name == name) return std::get_if<std::string>(&argument.value);
    return nullptr;
}

}  // namespace

ReportSections::ReportSections(const Report& report) : report_(report), language_(language_of(report.message_language)) {}

std::string ReportSections::message(std::string_view key, std::initializer_list<MessageArgument> arguments) const {
    return language_.messages.has(key) ? language_.messages.format(key, std::span(arguments.begin(), arguments.size())) : std::string();
}

std::int64_t ReportSections::word_limit(std::string_view section) const {
    const std::string prefix = std::string(section) + '/';
    for (const Diagnostic& diagnostic : report_.diagnostics) {
        if (diagnostic.check != "word-limit" || !diagnostic.requirement.starts_with(prefix)) continue;
        if (const std::int64_t value = limit_in(diagnostic.arguments)) return value;
    }
    for (const RequirementResult& result : report_.requirements) {
        if (result.check != "word-limit" || !result.id.starts_with(prefix)) continue;
        for (const ReportEvidence& evidence : result.evidence)
            if (const std::int64_t value = limit_in(evidence.value)) return value;
    }
    return 0;
}

std::vector<std::pair<std::string_view, std::int64_t>> ReportSections::items_of(std::string_view section) const {
    std::vector<std::pair<std::string_view, std::int64_t>> kinds;
    if (section.empty()) return kinds;
    for (const ReportItem& item : report_.items) {
        if (item.section != section) continue;
        const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.first == item.kind; });
        if (found == kinds.end()) kinds.emplace_back(item.kind, 1);
        else ++found->second;
    }
    return kinds;
}

std::string ReportSections::counted(std::string_view kind, std::int64_t count) const {
    const std::string text = message("text.count." + std::string(kind), {{"n", count}});
    if (!text.empty()) return text;
    const std::string number = std::to_string(count);
    const std::pair<std::string_view, std::string_view> given[] = {{"n", number}};
    if (report_.wording)
        for (const TemplateWords::Kind& one : report_.wording->kinds)
            if (one.kind == kind) return format_pattern(one.language, one.counted, given);
    return number + ' ' + std::string(kind);
}

const TemplateWords::Range* ReportSections::range_of(std::string_view section, std::string_view kind) const noexcept {
    if (!report_.wording) return nullptr;
    for (const TemplateWords::Section& one : report_.wording->sections) {
        if (one.key != section) continue;
        for (const TemplateWords::Range& range : one.counts)
            if (range.kind == kind) return &range;
    }
    return nullptr;
}

const OutlineEntry* ReportSections::entry_at(std::uint32_t block) const noexcept {
    const OutlineEntry* found = nullptr;
    for (const OutlineEntry& entry : report_.outline)
        if (block != 0 && entry.location.block != 0 && entry.location.block <= block &&
            (found == nullptr || found->location.block <= entry.location.block))
            found = &entry;
    return found;
}

std::string ReportSections::numeral_of(std::string_view section) const {
    if (report_.wording)
        for (const TemplateWords::Section& one : report_.wording->sections)
            if (one.key == section) return one.numeral;
    return {};
}

std::string ReportSections::title_of(const Diagnostic& diagnostic) const {
    const Subject& subject = diagnostic.subject;
    if (!subject.path.empty()) {
        for (const OutlineEntry& entry : report_.outline)
            if (entry.section == subject.path.front() && !entry.section.empty()) return entry.title;
        if (report_.wording)
            for (const TemplateWords::Section& section : report_.wording->sections)
                if (section.key == subject.path.front()) return section.numeral + ". " + section.title;
    }
    if (subject.kind == "document") return {};
    const OutlineEntry* entry = entry_at(diagnostic.location.block);
    return entry != nullptr ? entry->title : std::string();
}

std::string ReportSections::place_of(const ReportEvidence& evidence) const {
    if (!evidence.location.words.empty()) return evidence.location.words;
    std::string place;
    const auto add = [&](const std::string& more) {
        if (more.empty()) return;
        if (!place.empty()) place += language_.comma;
        place += more;
    };
    if (const std::string* scope = text_in(evidence.value, "scope")) add(message("place.in." + *scope));
    if (const OutlineEntry* entry = entry_at(evidence.location.block)) {
        const std::string numeral = numeral_of(entry->section);
        add(numeral.empty() ? message("place.heading", {{"title", std::string_view(entry->title)}})
                            : message("place.section", {{"numeral", std::string_view(numeral)}}));
    } else if (evidence.location.block != 0) {
        add(message("place.front"));
    }
    if (const std::string* id = text_in(evidence.value, "item"))
        for (const ReportItem& item : report_.items) {
            if (item.id != *id) continue;
            const std::string number = item.label.empty() ? item.id.substr(item.id.rfind('-') + 1) : item.label;
            add(message("place.item." + item.kind, {{"number", std::string_view(number)}}));
        }
    if (evidence.location.block != 0) return place;
    for (const Argument& argument : evidence.value)
        if (argument.name == "words")
            if (const auto* words = std::get_if<std::int64_t>(&argument.value)) add(message("text.words", {{"n", *words}}));
    return place;
}

}  // namespace plancheck
