// SARIF 2.1.0, one run. Rules are the requirements, taxa the clauses; `kind` is the outcome, and `level` the severity
// where something failed, as the format wants it. A requirement without a diagnostic is one result too, so that what
// passed, what was not checked and what waits for a reviewer is there. A Word file has no lines, so its places are logical
// ones alone.
//
// Several documents are runs of one document, merged: files with the same tool, template and options differ only in what
// is merged here.
#include <algorithm>

#include "write/batch.hpp"
#include "write/json_parts.hpp"
#include "write/sections.hpp"

namespace plancheck {
namespace {

// A path as a relative URI reference; a colon would make its first part a scheme.
std::string uri_of(std::string_view path) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/", hex = "0123456789ABCDEF";
    std::string uri;
    for (const char c : path) {
        if (plain.find(c) != std::string_view::npos) {
            uri += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            uri += '%';
            uri += hex[byte >> 4U];
            uri += hex[byte & 15U];
        }
    }
    return uri.starts_with("//") ? "." + uri : uri;
}

Json text_message(std::string_view text) { return object({{"text", text}}); }

class SarifWriter {
public:
    explicit SarifWriter(const Report& report) : report_(report), sections_(report), uri_(uri_of(report.name)) {}

    Json run() const {
        Json run = object({{"tool", object({{"driver", driver()}})},
                           {"language", language()},
                           {"columnKind", "unicodeCodePoints"},
                           {"taxonomies", Json::array({taxonomy()})},
                           {"invocations", Json::array({object({{"executionSuccessful", report_.verdict != Verdict::unreadable},
                                                                {"toolExecutionNotifications", notifications()}})})},
                           {"artifacts", Json::array({artifact()})},
                           {"results", results()}});
        return run;
    }

private:
    std::string language() const { return report_.message_language.empty() ? "en" : report_.message_language; }

    const TemplateWords::Requirement* words_of(std::size_t index) const {
        const TemplateWords* wording = report_.wording.get();
        return wording != nullptr && index < wording->requirements.size() ? &wording->requirements[index] : nullptr;
    }

    // The clauses in the order in which the requirements name them first.
    std::vector<std::pair<std::string, std::string>> clauses() const {
        std::vector<std::pair<std::string, std::string>> all;
        for (std::size_t i = 0; i < report_.requirements.size(); ++i) {
            const std::string& id = report_.requirements[i].clause;
            if (std::any_of(all.begin(), all.end(), [&](const auto& clause) { return clause.first == id; })) continue;
            const auto* words = words_of(i);
            all.emplace_back(id, words != nullptr && !words->clause.empty() ? words->clause : id);
        }
        for (const Diagnostic& diagnostic : report_.diagnostics) {
            if (std::any_of(all.begin(), all.end(), [&](const auto& clause) { return clause.first == diagnostic.clause; })) continue;
            all.emplace_back(diagnostic.clause, diagnostic.clause_text.empty() ? diagnostic.clause : diagnostic.clause_text);
        }
        return all;
    }

    std::string source() const { return report_.wording && !report_.wording->source.empty() ? report_.wording->source : report_.template_id; }

    Json taxonomy() const {
        Json taxa = Json::array();
        for (const auto& [id, text] : clauses()) taxa.push_back(object({{"id", id}, {"shortDescription", text_message(text)}}));
        return object({{"name", report_.template_id},
                       {"version", report_.template_edition},
                       {"language", language()},
                       {"shortDescription", text_message(source())},
                       {"taxa", std::move(taxa)},
                       {"properties", object({{"sha256", report_.template_sha256}})}});
    }

    Json driver() const {
        Json rules = Json::array();
        for (std::size_t i = 0; i < report_.requirements.size(); ++i) rules.push_back(rule(i));
        Json libraries = Json::object();
        for (const auto& [library, version] : report_.libraries) libraries[library] = version;
        return object({{"name", "plancheck"},
                       {"version", report_.tool_version},
                       {"language", language()},
                       {"supportedTaxonomies", Json::array({object({{"name", report_.template_id}, {"index", 0}})})},
                       {"rules", std::move(rules)},
                       {"properties", object({{"libraries", std::move(libraries)}})}});
    }

    Json rule(std::size_t index) const {
        const RequirementResult& result = report_.requirements[index];
        const auto* words = words_of(index);
        Json rule = object({{"id", result.id}});
        if (words != nullptr) rule["shortDescription"] = text_message(words->asks);
        if (words != nullptr && !words->help.empty()) rule["help"] = text_message(words->help);
        rule["defaultConfiguration"] = object({{"level", result.severity ? name(*result.severity) : std::string_view("none")}});
        rule["relationships"] = Json::array(
            {object({{"target", object({{"id", result.clause}, {"toolComponent", object({{"name", report_.template_id}, {"index", 0}})}})}, {"kinds", Json::array({"relevant"})}})});
        rule["properties"] = object({{"obligation", name(result.obligation)}, {"decidedBy", name(result.decided_by)}, {"check", text_or_null(result.check)}});
        return rule;
    }

    Json artifact() const {
        const Counts& counts = report_.counts;
        Json artifact = object({{"location", object({{"uri", uri_}})}});
        if (!report_.sha256.empty()) {
            artifact["length"] = report_.bytes;
            artifact["hashes"] = object({{"sha-256", report_.sha256}});
        }
        Json properties = object({{"verdict", name(report_.verdict)},
                                  {"format", name(report_.format)},
                                  {"language", text_or_null(report_.language)},
                                  {"words", report_.words},
                                  {"errors", counts.error},
                                  {"warnings", counts.warning},
                                  {"notes", counts.note}});
        if (report_.total_diagnostics > report_.diagnostics.size())
            properties["truncated"] = object({{"shown", report_.diagnostics.size()}, {"total", report_.total_diagnostics}});
        artifact["properties"] = std::move(properties);
        return artifact;
    }

    Json notifications() const {
        Json all = Json::array();
        for (const ReportNotification& one : report_.notifications)
            all.push_back(object({{"descriptor", object({{"id", one.id}})},
                                  {"level", name(one.severity)},
                                  {"message", text_message(one.message)},
                                  {"locations", Json::array({location(one.location.value_or(Location()), nullptr)})}}));
        return all;
    }

    // A region only where the format has lines. Offsets into a part of a package mean nothing for the file.
    Json location(const Location& place, const Subject* subject) const {
        Json physical = object({{"artifactLocation", object({{"uri", uri_}})}});
        if (place.line != 0) {
            Json region = object({{"startLine", place.line}});
            if (place.column != 0) region["startColumn"] = place.column;
            if (place.byte_offset >= 0 && place.part.empty()) region["byteOffset"] = place.byte_offset;
            physical["region"] = std::move(region);
        }
        Json value = object({{"physicalLocation", std::move(physical)}});
        Json logical = Json::object();
        if (subject != nullptr) {
            std::string path;
            for (const std::string& step : subject->path) (path += path.empty() ? "" : "/") += step;
            if (!subject->titles.empty()) logical["name"] = subject->titles.back();
            if (!path.empty()) logical["fullyQualifiedName"] = path;
            if (!place.words.empty()) logical["decoratedName"] = place.words;
            if (!logical.empty()) logical["kind"] = subject->kind;
        } else if (!place.words.empty()) {
            logical["decoratedName"] = place.words;
        }
        if (!logical.empty()) value["logicalLocations"] = Json::array({std::move(logical)});
        if (!place.quote.empty()) value["message"] = text_message(place.quote);
        return value;
    }

    std::size_t index_of(std::string_view id) const {
        for (std::size_t i = 0; i < report_.requirements.size(); ++i)
            if (report_.requirements[i].id == id) return i;
        return report_.requirements.size();
    }

    Json begin_result(std::string_view requirement, std::string_view kind, std::string_view level, std::string_view message) const {
        Json result = object({{"ruleId", requirement}});
        const std::size_t index = index_of(requirement);
        if (index != report_.requirements.size()) result["ruleIndex"] = index;
        result["kind"] = kind;
        result["level"] = level;
        result["message"] = text_message(message);
        return result;
    }

    Json taxa(std::string_view clause) const {
        return Json::array({object({{"id", clause}, {"toolComponent", object({{"name", report_.template_id}, {"index", 0}})}})});
    }

    Json results() const {
        Json all = Json::array();
        for (const Diagnostic& diagnostic : report_.diagnostics) all.push_back(result(diagnostic));
        for (std::size_t i = 0; i < report_.requirements.size(); ++i) {
            const RequirementResult& requirement = report_.requirements[i];
            const bool person = requirement.decided_by == DecidedBy::reviewer;
            // What a maximum cut off is there without its message.
            const bool against = requirement.outcome == Outcome::fail || (requirement.outcome == Outcome::review && !person);
            if (against && std::any_of(report_.diagnostics.begin(), report_.diagnostics.end(),
                                       [&](const Diagnostic& diagnostic) { return diagnostic.requirement == requirement.id; }))
                continue;
            all.push_back(result(i));
        }
        if (report_.baseline)
            for (const GoneDiagnostic& gone : report_.baseline->gone) all.push_back(result(gone));
        return all;
    }

    static std::string_view kind_of(Outcome outcome, bool diagnostic) {
        switch (outcome) {
            case Outcome::pass: return diagnostic ? "informational" : "pass";
            case Outcome::review: return "review";
            case Outcome::fail: return "fail";
            case Outcome::not_applicable: return "notApplicable";
            case Outcome::not_checked: return "open";
        }
        return "open";
    }

    Json result(const Diagnostic& diagnostic) const {
        const bool failed = diagnostic.outcome == Outcome::fail;
        Json result = begin_result(diagnostic.requirement, kind_of(diagnostic.outcome, true), failed ? name(diagnostic.severity) : "none",
                                   diagnostic.message);
        result["locations"] = Json::array({location(diagnostic.location, &diagnostic.subject)});
        Json related = Json::array();
        for (const Related& one : diagnostic.related) {
            Json place = location(one.location, &one.subject);
            if (!one.message.empty()) place["message"] = text_message(one.message);
            related.push_back(std::move(place));
        }
        if (!related.empty()) result["relatedLocations"] = std::move(related);
        result["partialFingerprints"] = object({{"plancheck/v1", diagnostic.fingerprint}});
        if (!diagnostic.suppressed.by.empty())
            result["suppressions"] =
                Json::array({object({{"kind", "external"},
                                     {"status", "accepted"},
                                     {"justification", diagnostic.suppressed.reason},
                                     {"properties", object({{"by", diagnostic.suppressed.by}, {"until", text_or_null(diagnostic.suppressed.until)}})}})});
        if (!diagnostic.baseline.empty()) result["baselineState"] = diagnostic.baseline;
        result["taxa"] = taxa(diagnostic.clause);
        result["properties"] = object({{"severity", name(diagnostic.severity)},
                                       {"severityFrom", diagnostic.severity_from},
                                       {"confidence", name(diagnostic.confidence)},
                                       {"arguments", arguments_json(diagnostic.arguments)}});
        return result;
    }

    // Of a requirement that nothing was found about; what was seen of it are its places.
    Json result(std::size_t index) const {
        const RequirementResult& requirement = report_.requirements[index];
        const auto* words = words_of(index);
        Json result = begin_result(requirement.id, kind_of(requirement.outcome, false),
                                   requirement.outcome == Outcome::fail && requirement.severity ? name(*requirement.severity) : "none",
                                   words != nullptr && !words->asks.empty() ? words->asks : requirement.id);
        Json places = Json::array();
        for (const ReportEvidence& piece : requirement.evidence) {
            Location place = piece.location;
            if (place.words.empty()) place.words = sections_.place_of(piece);
            // A reviewer judges the whole text; a place is enough to find it by.
            places.push_back(location(place, nullptr));
            if (places.size() == 10) break;
        }
        if (places.empty()) places.push_back(location({}, nullptr));
        result["locations"] = std::move(places);
        result["taxa"] = taxa(requirement.clause);
        if (!requirement.caused_by.empty()) result["properties"] = object({{"causedBy", requirement.caused_by}});
        return result;
    }

    static Json result(const GoneDiagnostic& gone, const SarifWriter& writer) {
        Json result = writer.begin_result(gone.requirement, kind_of(gone.outcome, true),
                                          gone.outcome == Outcome::fail ? name(gone.severity) : "none", gone.message);
        result["locations"] = Json::array({writer.location({}, nullptr)});
        result["partialFingerprints"] = object({{"plancheck/v1", gone.fingerprint}});
        result["baselineState"] = "absent";
        return result;
    }
    Json result(const GoneDiagnostic& gone) const { return result(gone, *this); }

    const Report& report_;
    ReportSections sections_;
    std::string uri_;
};

std::string log_of(Json run, std::optional<int> exit_status) {
    if (exit_status) {
        Json& invocation = run["invocations"][0];
        invocation["exitCode"] = *exit_status;
        // 1 says what was found, 3 that a document could not be examined.
        invocation["executionSuccessful"] = *exit_status == 0 || *exit_status == 1;
    }
    return dumped(object({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({std::move(run)})}}));
}

void append(Json& to, Json& from) {
    for (Json& one : from) to.push_back(std::move(one));
}

}  // namespace

std::string to_sarif(const Report& report, std::optional<int> exit_status) { return log_of(SarifWriter(report).run(), exit_status); }

std::string sarif_entry(const Report& report, bool) { return dumped(SarifWriter(report).run(), true); }

std::string sarif_whole(std::span<const WrittenEntry> entries, const Summary&, std::string_view language, std::optional<int> exit_status) {
    Json whole;
    for (const WrittenEntry& entry : entries) {
        Json run = Json::parse(entry.text);
        if (whole.is_null()) {
            whole = std::move(run);
            continue;
        }
        append(whole["results"], run["results"]);
        append(whole["invocations"][0]["toolExecutionNotifications"], run["invocations"][0]["toolExecutionNotifications"]);
        if (!run["invocations"][0]["executionSuccessful"].get<bool>()) whole["invocations"][0]["executionSuccessful"] = false;
        // A document that was given twice is one artifact.
        Json& artifacts = whole["artifacts"];
        if (std::find(artifacts.begin(), artifacts.end(), run["artifacts"][0]) == artifacts.end()) append(artifacts, run["artifacts"]);
    }
    if (!language.empty()) whole["language"] = language;
    return log_of(std::move(whole), exit_status);
}

}  // namespace plancheck
