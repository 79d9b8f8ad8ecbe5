// What a template asks, as a table. The CSV repeats the source's own rows (RFC 4180,
// quotes where they are needed), so that it can be compared with the table it came from.
#include "plancheck/template.hpp"
#include "write/json_parts.hpp"
#include "write/phrases.hpp"

namespace plancheck {
namespace {

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

std::string_view severity_of(const Requirement& requirement) noexcept {
    return requirement.severity ? name(*requirement.severity) : std::string_view();
}

std::string asked(const Template& form, const Requirement& requirement, std::string_view language) {
    const std::string_view text = requirement.asks.in(language, form.default_language);
    return std::string(text.empty() ? std::string_view(requirement.asks_source) : text);
}

std::string clause_of(const Template& form, const Requirement& requirement, std::string_view language) {
    const std::string_view text = requirement.clause_text.in(language, form.default_language);
    return std::string(text.empty() ? std::string_view(requirement.clause) : text);
}

}  // namespace

std::string requirements_to_text(const Template& form, std::string_view language) {
    std::string out;
    for (const Requirement& requirement : form.requirements) {
        const std::string_view severity = severity_of(requirement);
        out += padded(requirement.id, 31) + padded(std::string(name(requirement.obligation)), 11) +
               padded(std::string(name(requirement.decided_by)), 10) +
               padded(std::string(severity.empty() ? "–" : severity), 9) + asked(form, requirement, language) + " (" +
               clause_of(form, requirement, language) + ")\n";
    }
    return out;
}

std::string requirements_to_csv(const Template& form) {
    std::string out = "id,clause,obligation,decided_by,severity,asks,evidence\n";
    for (const Requirement& requirement : form.requirements) {
        out += csv_cell(requirement.id) + ',' + csv_cell(requirement.clause) + ',' +
               std::string(name(requirement.obligation)) + ',' + std::string(name(requirement.decided_by)) + ',' +
               std::string(severity_of(requirement)) + ',' + csv_cell(requirement.asks_source) + ',' +
               csv_cell(requirement.evidence_source) + '\n';
    }
    return out;
}

std::string requirements_to_json(const Template& form, std::string_view language) {
    JsonWriter json;
    json.object([&] {
        json.member("schema", "plancheck-requirements/1");
        template_member(json, form.id, form.edition, form.sha256);
        json.member("language", language);
        json.array("requirements", [&] {
            for (const Requirement& requirement : form.requirements)
                json.object([&] {
                    json.member("id", requirement.id);
                    json.member("clause", requirement.clause);
                    json.member("clauseText", clause_of(form, requirement, language));
                    json.member("obligation", name(requirement.obligation));
                    json.member("decidedBy", name(requirement.decided_by));
                    text_or_null(json, "check", requirement.check);
                    text_or_null(json, "severity", severity_of(requirement));
                    json.member("asks", asked(form, requirement, language));
                    json.member("evidence", requirement.evidence_source);
                });
        });
    });
    return finished(std::move(json));
}

}  // namespace plancheck
