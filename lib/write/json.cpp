// The whole report as one JSON object (plancheck-report/1; its grammar is report.schema.json), the outline and the
// plan's content alone, and the frame around several reports. A frame is written around finished reports, so that a
// batch never has to be held as one tree.
#include "plancheck/report.hpp"
#include "write/batch.hpp"
#include "write/json_parts.hpp"

namespace plancheck {
namespace {

Json subject_json(const Subject& subject) {
    return object({{"kind", subject.kind}, {"path", subject.path}, {"titles", subject.titles}});
}

Json related_json(const std::vector<Related>& related) {
    Json result = Json::array();
    for (const Related& entry : related) {
        Json value = Json::object();
        if (!entry.message.empty()) value["message"] = entry.message;
        value["subject"] = subject_json(entry.subject);
        value["location"] = location_json(entry.location);
        result.push_back(std::move(value));
    }
    return result;
}

Json options_json(const Report& report) {
    Json limits = Json::object();
    for (const auto& [limit, value] : report.limits) limits[limit] = value;
    Json options = object({{"language", text_or_null(report.message_language)},
                           {"asOf", text_or_null(report.as_of)},
                           {"counting", text_or_null(report.counting)},
                           {"policy", report.policy ? Json(report.policy->name) : Json(nullptr)},
                           {"baseline", report.baseline ? Json(report.baseline->name) : Json(nullptr)},
                           {"limits", std::move(limits)}});
    if (report.policy) options["policySha256"] = report.policy->sha256;
    if (report.baseline) options["baselineSha256"] = report.baseline->sha256;
    return options;
}

Json baseline_json(const UsedBaseline& baseline) {
    Json gone = Json::array();
    for (const GoneDiagnostic& one : baseline.gone) {
        gone.push_back(object({{"requirement", one.requirement},
                               {"severity", name(one.severity)},
                               {"outcome", name(one.outcome)},
                               {"message", one.message},
                               {"language", one.language},
                               {"fingerprint", one.fingerprint}}));
    }
    return object({{"knownDocument", baseline.known_document},
                   {"unchanged", baseline.unchanged},
                   {"new", baseline.added},
                   {"gone", std::move(gone)}});
}

Json counts_json(const Counts& counts) {
    return object({{"error", counts.error},
                   {"warning", counts.warning},
                   {"note", counts.note},
                   {"review", counts.review},
                   {"reviewer", counts.reviewer},
                   {"pass", counts.pass},
                   {"notApplicable", counts.not_applicable},
                   {"notChecked", counts.not_checked},
                   {"suppressed", counts.suppressed}});
}

Json requirement_json(const RequirementResult& result) {
    Json evidence = Json::array();
    for (const ReportEvidence& piece : result.evidence) {
        Json value = object({{"quote", text_or_null(piece.quote)}, {"location", location_json(piece.location)}});
        if (!piece.value.empty()) value["value"] = arguments_json(piece.value);
        if (!piece.related.empty()) value["related"] = related_json(piece.related);
        evidence.push_back(std::move(value));
    }
    Json value = object({{"id", result.id},
                         {"clause", result.clause},
                         {"obligation", name(result.obligation)},
                         {"decidedBy", name(result.decided_by)},
                         {"check", text_or_null(result.check)},
                         {"severity", result.severity ? Json(name(*result.severity)) : Json(nullptr)},
                         {"outcome", name(result.outcome)},
                         {"evidence", std::move(evidence)},
                         {"causedBy", text_or_null(result.caused_by)}});
    if (result.severity_from != "template") value["severityFrom"] = result.severity_from;
    return value;
}

Json diagnostic_json(const Diagnostic& diagnostic) {
    const Suppression& suppressed = diagnostic.suppressed;
    Json value = object({{"requirement", diagnostic.requirement},
                         {"check", diagnostic.check},
                         {"severity", name(diagnostic.severity)},
                         {"severityFrom", diagnostic.severity_from},
                         {"outcome", name(diagnostic.outcome)},
                         {"confidence", name(diagnostic.confidence)},
                         {"message", diagnostic.message},
                         {"language", diagnostic.language},
                         {"arguments", arguments_json(diagnostic.arguments)},
                         {"clause", diagnostic.clause},
                         {"clauseText", diagnostic.clause_text},
                         {"help", text_or_null(diagnostic.help)},
                         {"subject", subject_json(diagnostic.subject)},
                         {"location", location_json(diagnostic.location)},
                         {"related", related_json(diagnostic.related)},
                         {"fingerprint", diagnostic.fingerprint},
                         {"suppressed", suppressed.by.empty() ? Json(nullptr)
                                                 : object({{"by", suppressed.by},
                                                           {"reason", suppressed.reason},
                                                           {"until", text_or_null(suppressed.until)}})}});
    if (!diagnostic.baseline.empty()) value["baseline"] = diagnostic.baseline;
    return value;
}

Json summary_counts(const Summary& summary) {
    return object({{"documents", summary.documents},
                   {"pass", summary.pass},
                   {"review", summary.review},
                   {"fail", summary.fail},
                   {"notApplicable", summary.not_applicable},
                   {"unreadable", summary.unreadable},
                   {"skipped", summary.skipped}});
}

}  // namespace

std::string to_json(const Report& report, bool compact) {
    Json requirements = Json::array();
    for (const RequirementResult& result : report.requirements) requirements.push_back(requirement_json(result));
    Json diagnostics = Json::array();
    for (const Diagnostic& diagnostic : report.diagnostics) diagnostics.push_back(diagnostic_json(diagnostic));
    Json result = object({{"schema", "plancheck-report/1"},       {"tool", tool_json(report)},
                          {"template", template_json(report)},    {"document", document_json(report)},
                          {"options", options_json(report)},      {"verdict", name(report.verdict)},
                          {"counts", counts_json(report.counts)}, {"outline", outline_json(report)},
                          {"items", items_json(report)},          {"requirements", std::move(requirements)},
                          {"diagnostics", std::move(diagnostics)}});
    if (report.total_diagnostics > report.diagnostics.size()) {
        result["truncated"] = object({{"shown", report.diagnostics.size()}, {"total", report.total_diagnostics}});
    }
    if (report.baseline) result["baseline"] = baseline_json(*report.baseline);
    result["notifications"] = notifications_json(report);
    return dumped(result, compact);
}

std::string outline_to_json(const Report& report) {
    return dumped(object({{"schema", "plancheck-outline/1"},
                          {"tool", tool_json(report)},
                          {"template", template_json(report)},
                          {"document", document_json(report)},
                          {"outline", outline_json(report)},
                          {"notifications", notifications_json(report)}}));
}

std::string plan_to_json(const Report& report) {
    return dumped(object({{"schema", "plancheck-plan/1"},
                          {"tool", tool_json(report)},
                          {"template", template_json(report)},
                          {"document", document_json(report)},
                          {"outline", outline_json(report)},
                          {"items", items_json(report)},
                          {"notifications", notifications_json(report)}}));
}

std::string json_batch_begin() { return "{\n  \"schema\": \"plancheck-batch/1\",\n  \"documents\": [\n"; }

std::string json_batch_entry(const Report& report, bool) {
    const std::string text = to_json(report);
    std::string entry = "    ";
    entry.reserve(text.size() + text.size() / 8);
    // A newline inside a JSON string is escaped, so each newline here begins a line of the layout.
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        entry += text[i];
        if (text[i] == '\n') entry += "    ";
    }
    return entry;
}

std::string json_batch_end(const Summary& summary, std::string_view, bool) {
    std::string counts = dumped(summary_counts(summary));
    std::string indented;
    for (std::size_t i = 0; i + 1 < counts.size(); ++i) {
        indented += counts[i];
        if (counts[i] == '\n') indented += "  ";
    }
    return (summary.documents == 0 ? "" : "\n") + std::string("  ],\n  \"summary\": ") + indented + "\n}\n";
}

std::string jsonl_entry(const Report& report, bool) { return to_json(report, true); }

std::string jsonl_end(const Summary& summary, std::string_view, bool) {
    Json line = object({{"schema", "plancheck-summary/1"}});
    line.update(summary_counts(summary));
    return dumped(line, true);
}

}  // namespace plancheck
