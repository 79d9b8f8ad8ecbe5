// Applying: severities first, then what is switched off, then what is accepted, so that an accepted finding is shown with
// the severity it would count with. What is told of the policy comes as one notification of each kind, which lists the
// entries: a batch would repeat anything longer.
#include "report/policy.hpp"

#include <algorithm>

#include "plancheck/document.hpp"
#include "template/names.hpp"

namespace plancheck {
namespace {

void set_severity(Report& report, std::string_view requirement, Severity severity) {
    for (RequirementResult& result : report.requirements) {
        if (result.id != requirement || !result.severity) continue;
        const Severity before = *result.severity;
        result.severity = severity;
        result.severity_from = "policy";
        for (Diagnostic& diagnostic : report.diagnostics) {
            if (diagnostic.requirement != requirement || diagnostic.outcome == Outcome::pass) continue;
            // A finding that weighs less than its requirement never becomes more by a severity that is lowered.
            const Severity weight = diagnostic.severity == before ? severity : std::min(diagnostic.severity, severity);
            if (weight == diagnostic.severity && diagnostic.severity != before) continue;
            diagnostic.severity = weight;
            diagnostic.severity_from = "policy";
        }
    }
}

void switch_off(Report& report, std::string_view requirement) {
    for (RequirementResult& result : report.requirements) {
        if (result.id != requirement) continue;
        result.outcome = Outcome::not_checked;
        result.caused_by = switched_off;
        result.evidence.clear();
    }
    std::erase_if(report.diagnostics, [&](const Diagnostic& diagnostic) { return diagnostic.requirement == requirement; });
}

Notification told(std::string_view id, Severity severity, std::vector<std::string> entries) {
    return {std::string(id), severity, {{"count", static_cast<std::int64_t>(entries.size())}, {"entries", std::move(entries)}}, Place::none};
}

}  // namespace

bool Policy::Acceptance::covers(const Diagnostic& diagnostic) const {
    if (!fingerprint.empty()) return diagnostic.fingerprint == fingerprint && (requirement.empty() || diagnostic.requirement == requirement);
    if (diagnostic.requirement != requirement) return false;
    std::string path;
    for (const std::string& step : diagnostic.subject.path) path += (path.empty() ? "" : "/") + step;
    if (path.empty()) path = "plan";
    return path == place || (path.starts_with(place) && path[place.size()] == '/');
}

std::string Policy::Acceptance::name() const {
    const std::string& what = requirement.empty() ? fingerprint : requirement;
    return what + (place.empty() ? "" : " " + place) + ":" + std::to_string(line);
}

std::vector<Notification> Policy::apply(std::string_view as_of, Report& report) const {
    for (const Weight& weight : weights_) set_severity(report, weight.requirement, weight.severity);
    for (const Off& off : off_) switch_off(report, off.requirement);

    std::vector<std::string> unused, expired, undated;
    for (const Acceptance& entry : accepted_) {
        if (!entry.until.empty() && !as_of.empty() && entry.until < as_of) {
            expired.push_back(entry.name());
            continue;
        }
        bool used = false;
        for (Diagnostic& diagnostic : report.diagnostics) {
            if (!diagnostic.suppressed.by.empty() || !entry.covers(diagnostic)) continue;
            diagnostic.suppressed = {"policy", entry.reason, entry.until};
            used = true;
        }
        if (!used) unused.push_back(entry.name());
        else if (!entry.until.empty() && as_of.empty()) undated.push_back(entry.name());
    }

    std::vector<Notification> notifications;
    if (!off_.empty()) {
        std::vector<std::string> names;
        for (const Off& off : off_) names.push_back(off.requirement + ": " + off.reason);
        notifications.push_back(told(switched_off, Severity::note, std::move(names)));
    }
    if (!expired.empty()) notifications.push_back(told("policy/expired", Severity::warning, std::move(expired)));
    if (!undated.empty()) notifications.push_back(told("policy/no-date", Severity::note, std::move(undated)));
    if (!unused.empty()) notifications.push_back(told("policy/unused", Severity::note, std::move(unused)));
    std::int64_t against = 0, suppressed = 0;
    for (const Diagnostic& diagnostic : report.diagnostics) {
        if (diagnostic.outcome == Outcome::pass) continue;
        ++against;
        suppressed += diagnostic.suppressed.by.empty() ? 0 : 1;
    }
    if (against > 1 && suppressed == against)
        notifications.push_back({"policy/everything-accepted", Severity::warning, {{"count", against}}, Place::none});
    return notifications;
}

}  // namespace plancheck
