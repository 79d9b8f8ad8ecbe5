// The whole report as one JSON object (plancheck-report/1; its grammar is report.schema.json), the outline and the
// plan's content alone, and the frame around several reports, which is written around finished ones.
#include "plancheck/report.hpp"
#include "write/batch.hpp"
#include "write/json_parts.hpp"

namespace plancheck {
namespace {

using Layout = JsonWriter::Layout;

void subject_member(JsonWriter& json, const Subject& subject) {
    json.object("subject", [&] {
        json.member("kind", subject.kind);
        json.member("path", subject.path);
        json.member("titles", subject.titles);
    });
}

void related_member(JsonWriter& json, const std::vector<Related>& related) {
    json.array("related", [&] {
        for (const Related& one : related)
            json.object([&] {
                if (!one.message.empty()) json.member("message", one.message);
                subject_member(json, one.subject);
                location_member(json, one.location);
            });
    });
}

void options_member(JsonWriter& json, const Report& report) {
    json.object("options", [&] {
        text_or_null(json, "language", report.message_language);
        text_or_null(json, "asOf", report.as_of);
        text_or_null(json, "counting", report.counting);
        if (report.policy) json.member("policy", report.policy->name);
        else json.member("policy", nullptr);
        if (report.baseline) json.member("baseline", report.baseline->name);
        else json.member("baseline", nullptr);
        pairs_member(json, "limits", report.limits);
        if (report.policy) json.member("policySha256", report.policy->sha256);
        if (report.baseline) json.member("baselineSha256", report.baseline->sha256);
    });
}

void baseline_member(JsonWriter& json, const UsedBaseline& baseline) {
    json.object("baseline", [&] {
        json.member("knownDocument", baseline.known_document);
        json.member("unchanged", baseline.unchanged);
        json.member("new", baseline.added);
        json.array("gone", [&] {
            for (const GoneDiagnostic& one : baseline.gone)
                json.object([&] {
                    json.member("requirement", one.requirement);
                    json.member("severity", name(one.severity));
                    json.member("outcome", name(one.outcome));
                    json.member("message", one.message);
                    json.member("language", one.language);
                    json.member("fingerprint", one.fingerprint);
                });
        });
    });
}

void counts_member(JsonWriter& json, const Counts& counts) {
    json.object("counts", [&] {
        json.member("error", counts.error);
        json.member("warning", counts.warning);
        json.member("note", counts.note);
        json.member("review", counts.review);
        json.member("reviewer", counts.reviewer);
        json.member("pass", counts.pass);
        json.member("notApplicable", counts.not_applicable);
        json.member("notChecked", counts.not_checked);
        json.member("suppressed", counts.suppressed);
    });
}

void requirement(JsonWriter& json, const RequirementResult& result) {
    json.object([&] {
        json.member("id", result.id);
        json.member("clause", result.clause);
        json.member("obligation", name(result.obligation));
        json.member("decidedBy", name(result.decided_by));
        text_or_null(json, "check", result.check);
        text_or_null(json, "severity", result.severity ? name(*result.severity) : std::string_view());
        json.member("outcome", name(result.outcome));
        json.array("evidence", [&] {
            for (const ReportEvidence& piece : result.evidence)
                json.object([&] {
                    text_or_null(json, "quote", piece.quote);
                    location_member(json, piece.location);
                    if (!piece.value.empty()) arguments_member(json, "value", piece.value);
                    if (!piece.related.empty()) related_member(json, piece.related);
                });
        });
        text_or_null(json, "causedBy", result.caused_by);
        if (result.severity_from != "template") json.member("severityFrom", result.severity_from);
    });
}

void suppressed_member(JsonWriter& json, const Suppression& suppressed) {
    if (suppressed.by.empty()) return json.member("suppressed", nullptr);
    json.object("suppressed", [&] {
        json.member("by", suppressed.by);
        json.member("reason", suppressed.reason);
        text_or_null(json, "until", suppressed.until);
    });
}

void diagnostic(JsonWriter& json, const Diagnostic& diagnostic) {
    json.object([&] {
        json.member("requirement", diagnostic.requirement);
        json.member("check", diagnostic.check);
        json.member("severity", name(diagnostic.severity));
        json.member("severityFrom", diagnostic.severity_from);
        json.member("outcome", name(diagnostic.outcome));
        json.member("confidence", name(diagnostic.confidence));
        json.member("message", diagnostic.message);
        json.member("language", diagnostic.language);
        arguments_member(json, "arguments", diagnostic.arguments);
        json.member("clause", diagnostic.clause);
        json.member("clauseText", diagnostic.clause_text);
        text_or_null(json, "help", diagnostic.help);
        subject_member(json, diagnostic.subject);
        location_member(json, diagnostic.location);
        related_member(json, diagnostic.related);
        json.member("fingerprint", diagnostic.fingerprint);
        suppressed_member(json, diagnostic.suppressed);
        if (!diagnostic.baseline.empty()) json.member("baseline", diagnostic.baseline);
    });
}

void summary_members(JsonWriter& json, const Summary& summary) {
    json.member("documents", summary.documents);
    json.member("pass", summary.pass);
    json.member("review", summary.review);
    json.member("fail", summary.fail);
    json.member("notApplicable", summary.not_applicable);
    json.member("unreadable", summary.unreadable);
    json.member("skipped", summary.skipped);
}

std::string written(const Report& report, Layout layout, unsigned depth) {
    JsonWriter json(layout, depth);
    json.object([&] {
        json.member("schema", "plancheck-report/1");
        origin_members(json, report);
        options_member(json, report);
        json.member("verdict", name(report.verdict));
        counts_member(json, report.counts);
        outline_member(json, report);
        items_member(json, report);
        json.array("requirements", [&] {
            for (const RequirementResult& result : report.requirements) requirement(json, result);
        });
        json.array("diagnostics", [&] {
            for (const Diagnostic& one : report.diagnostics) diagnostic(json, one);
        });
        if (report.total_diagnostics > report.diagnostics.size())
            json.object("truncated", [&] {
                json.member("shown", report.diagnostics.size());
                json.member("total", report.total_diagnostics);
            });
        if (report.baseline) baseline_member(json, *report.baseline);
        notifications_member(json, report);
    });
    return std::move(json).take();
}

}  // namespace

std::string to_json(const Report& report, bool compact) { return written(report, compact ? Layout::line : Layout::indented, 0) + '\n'; }

std::string outline_to_json(const Report& report) {
    JsonWriter json;
    json.object([&] {
        json.member("schema", "plancheck-outline/1");
        origin_members(json, report);
        outline_member(json, report);
        notifications_member(json, report);
    });
    return finished(std::move(json));
}

std::string plan_to_json(const Report& report) {
    JsonWriter json;
    json.object([&] {
        json.member("schema", "plancheck-plan/1");
        origin_members(json, report);
        outline_member(json, report);
        items_member(json, report);
        notifications_member(json, report);
    });
    return finished(std::move(json));
}

std::string json_batch_begin() { return "{\n  \"schema\": \"plancheck-batch/1\",\n  \"documents\": [\n"; }

std::string json_batch_entry(const Report& report, bool) { return "    " + written(report, Layout::indented, 2); }

std::string json_batch_end(const Summary& summary, std::string_view, bool) {
    JsonWriter json(Layout::indented, 1);
    json.object([&] { summary_members(json, summary); });
    return (summary.documents == 0 ? "" : "\n") + std::string("  ],\n  \"summary\": ") + std::move(json).take() + "\n}\n";
}

std::string jsonl_entry(const Report& report, bool) { return to_json(report, true); }

std::string jsonl_end(const Summary& summary, std::string_view, bool) {
    JsonWriter json(Layout::line);
    json.object([&] {
        json.member("schema", "plancheck-summary/1");
        summary_members(json, summary);
    });
    return finished(std::move(json));
}

}  // namespace plancheck
