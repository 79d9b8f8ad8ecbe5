// What a template asks, as a table and requirement by requirement. The CSV repeats the source's own rows (RFC 4180,
// quotes where they are needed), so that it can be compared with the table it came from.
#include <algorithm>

#include "plancheck/template.hpp"
#include "text/embedded.hpp"
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

// The page of a check: lib/checks/word_limit.md for "word-limit".
std::string_view page_of(std::string_view check) {
    std::string file = "lib/checks/" + std::string(check) + ".md";
    std::replace(file.begin(), file.end(), '-', '_');
    for (const EmbeddedFile& embedded : embedded_files()) {
        if (embedded.name == file) return embedded.text;
    }
    return {};
}

std::string indented(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end != 0) (out += "    ") += text.substr(0, end);
        out += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) {
        if (!out.empty()) out += ", ";
        out += text;
    }
    return out;
}

std::string explain_requirement(const Template& form, const Requirement& requirement, std::string_view language) {
    const Phrases say(language);
    std::string out = requirement.id + '\n' + "  " + asked(form, requirement, language) + "\n\n";
    const auto row = [&](std::string_view key, std::string_view text) {
        if (text.empty()) return;
        out += "  " + padded(say(key), 14) + std::string(text) + '\n';
    };
    const std::string_view obligation = name(requirement.obligation);
    const std::string_view who = name(requirement.decided_by);
    row("explain.clause", clause_of(form, requirement, language));
    row("explain.obligation", std::string(obligation) + ": " + say("obligation", {{"obligation", obligation}}));
    row("explain.decided-by", std::string(who) + ": " + say("decided-by", {{"who", who}}));
    row("explain.severity", severity_of(requirement));
    row("explain.check", requirement.check);
    row("explain.looked-for", requirement.looked_for.in(language, form.default_language));
    if (requirement.evidence_source != requirement.asks_source) row("explain.evidence", requirement.evidence_source);
    row("explain.needs", joined(requirement.needs));
    row("explain.when", requirement.when);
    row("explain.help", requirement.help.in(language, form.default_language));

    // Examples in the reader's language where there are any, else all of them.
    const bool own = std::any_of(requirement.examples.begin(), requirement.examples.end(),
                                 [&](const Example& example) { return example.language == language; });
    for (const bool passes : {true, false}) {
        for (const Example& example : requirement.examples) {
            if (example.passes != passes || (own && example.language != language)) continue;
            out +=
                '\n' +
                say(passes ? "explain.passes" : "explain.fails", {{"language", std::string_view(example.language)}}) +
                '\n' + indented(example.text);
        }
    }
    if (const std::string_view page = page_of(requirement.check); requirement.examples.empty() && !page.empty()) {
        (out += '\n') += page;
    }
    return out;
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
    Json rows = Json::array();
    for (const Requirement& requirement : form.requirements) {
        const std::string_view severity = severity_of(requirement);
        rows.push_back({{"id", requirement.id},
                        {"clause", requirement.clause},
                        {"clauseText", clause_of(form, requirement, language)},
                        {"obligation", name(requirement.obligation)},
                        {"decidedBy", name(requirement.decided_by)},
                        {"check", text_or_null(requirement.check)},
                        {"severity", severity.empty() ? Json(nullptr) : Json(severity)},
                        {"asks", asked(form, requirement, language)},
                        {"evidence", requirement.evidence_source}});
    }
    return dumped({{"schema", "plancheck-requirements/1"},
                   {"template", {{"id", form.id}, {"edition", form.edition}, {"sha256", form.sha256}}},
                   {"language", language},
                   {"requirements", std::move(rows)}});
}

std::string explain(const Template& form, std::string_view id, std::string_view language) {
    for (const Requirement& requirement : form.requirements) {
        if (requirement.id == id) return explain_requirement(form, requirement, language);
    }
    std::vector<std::string> users;
    for (const Requirement& requirement : form.requirements) {
        if (!id.empty() && requirement.check == id) users.push_back(requirement.id);
    }
    std::string out(id.empty() ? std::string_view() : page_of(id));
    if (users.empty()) return out;
    if (!out.empty()) out += '\n';
    out += Phrases(language)("explain.used-by") + '\n';
    for (const std::string& user : users) out += "    " + user + '\n';
    return out;
}

}  // namespace plancheck
