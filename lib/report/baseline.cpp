// Findings are the same where their fingerprints are, which hold no place, count or wording, so a plan may have grown
// around them. The report of a document is the one of the same name; else the only one of that file name; else, where the
// baseline is about one document, that one: people rename files between two versions.
#include "report/baseline.hpp"

#include <algorithm>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "plancheck/error.hpp"

namespace plancheck {

using JsonValue = nlohmann::json;  // its objects are looked up in logarithmic time, whatever keys a file brings

namespace {

std::string_view file_name(std::string_view path) { return path.substr(path.find_last_of("/\\") + 1); }

std::string text_of(const JsonValue& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

template <class Enumeration>
Enumeration one_of(std::string_view text, std::initializer_list<Enumeration> all, Enumeration otherwise) {
    for (const Enumeration value : all)
        if (name(value) == text) return value;
    return otherwise;
}

}  // namespace

class Baseline::Loader {
public:
    Loader(std::string_view name, std::string_view template_id, std::vector<Known>& documents)
        : name_(name.empty() ? "baseline" : name), template_id_(template_id), documents_(documents) {}

    void load(std::string_view json) {
        const std::size_t line_end = json.find('\n');
        // Lines of reports begin with a whole value; a report written over several lines does not.
        if (line_end != std::string_view::npos && JsonValue::accept(json.substr(0, line_end))) {
            std::uint32_t line = 0;
            for (std::size_t at = 0; at < json.size();) {
                const std::size_t end = std::min(json.find('\n', at), json.size());
                ++line;
                const std::string_view one = json.substr(at, end - at);
                if (one.find_first_not_of(" \t\r") != std::string_view::npos) value(parsed(one, line), line);
                at = end + 1;
            }
        } else {
            value(parsed(json, 1), 0);
        }
        if (documents_.empty()) refuse(0, "there is no report in it");
    }

private:
    [[noreturn]] void refuse(std::uint32_t line, const std::string& message) const {
        const std::string at = line == 0 ? "" : ":" + std::to_string(line);
        throw Error(Error::Kind::baseline_rejected, std::string(name_) + at + ": " + message, line);
    }

    JsonValue parsed(std::string_view json, std::uint32_t first_line) const {
        try {
            return JsonValue::parse(json);
        } catch (const JsonValue::parse_error& fault) {
            const auto end = json.begin() + static_cast<std::ptrdiff_t>(std::min(fault.byte, json.size()));
            refuse(first_line + static_cast<std::uint32_t>(std::count(json.begin(), end, '\n')), "not JSON");
        }
    }

    void value(const JsonValue& json, std::uint32_t line) {
        const std::string schema = json.is_object() ? text_of(json, "schema") : std::string();
        if (schema == "plancheck-report/1") return report(json, line);
        if (schema == "plancheck-summary/1") return;
        if (schema != "plancheck-batch/1" || !json.contains("documents") || !json["documents"].is_array())
            refuse(line, "neither a report nor a batch of plancheck: schema '" + schema.substr(0, 60) + "'");
        for (const JsonValue& one : json["documents"]) {
            if (!one.is_object()) refuse(line, "a document of the batch is no report");
            report(one, line);
        }
    }

    void report(const JsonValue& json, std::uint32_t line) {
        const auto object = [&](const char* key) -> const JsonValue& {
            const auto found = json.find(key);
            if (found == json.end() || !found->is_object()) refuse(line, "the report lacks '" + std::string(key) + "'");
            return *found;
        };
        const std::string id = text_of(object("template"), "id");
        if (id != template_id_)
            refuse(line, "the baseline is about the template '" + id.substr(0, 60) + "', not '" + std::string(template_id_) + "'");
        Known known;
        known.name = text_of(object("document"), "name");
        const std::string verdict = text_of(json, "verdict");
        known.read = verdict != "unreadable" && verdict != "notApplicable";
        if (const auto cut = json.find("truncated"); cut != json.end() && cut->is_object()) {
            known.shown = cut->value("shown", 0U);
            known.total = cut->value("total", 0U);
        }
        const auto list = json.find("diagnostics");
        if (list == json.end() || !list->is_array()) refuse(line, "the report lacks 'diagnostics'");
        for (const JsonValue& one : *list) {
            if (!one.is_object() || text_of(one, "fingerprint").empty()) refuse(line, "a diagnostic has no fingerprint");
            GoneDiagnostic diagnostic;
            diagnostic.requirement = text_of(one, "requirement");
            diagnostic.severity = one_of(text_of(one, "severity"), {Severity::error, Severity::warning}, Severity::note);
            diagnostic.outcome = one_of(text_of(one, "outcome"), {Outcome::pass, Outcome::review}, Outcome::fail);
            diagnostic.message = text_of(one, "message");
            diagnostic.language = text_of(one, "language");
            diagnostic.fingerprint = text_of(one, "fingerprint");
            known.diagnostics.push_back(std::move(diagnostic));
        }
        documents_.push_back(std::move(known));
    }

    std::string_view name_, template_id_;
    std::vector<Known>& documents_;
};

Baseline::Baseline(std::string_view json, std::string_view name, std::string_view template_id) {
    Loader(name, template_id, documents_).load(json);
}

const Baseline::Known* Baseline::of(std::string_view document) const {
    const Known* same_file = nullptr;
    std::size_t files = 0;
    for (const Known& known : documents_) {
        if (known.name == document) return &known;
        if (file_name(known.name) != file_name(document)) continue;
        same_file = &known;
        ++files;
    }
    if (files == 1) return same_file;
    return documents_.size() == 1 ? &documents_.front() : nullptr;
}

std::vector<Notification> Baseline::apply(const Language& language, Report& report) const {
    std::vector<Notification> notifications;
    UsedBaseline& used = *report.baseline;
    const Known* known = of(report.name);
    used.known_document = known != nullptr && known->read;
    if (!used.known_document)
        notifications.push_back({"baseline/no-document", Severity::note, {}, Place::none});
    else if (known->total > known->shown)
        notifications.push_back({"baseline/truncated", Severity::warning,
                                 {{"shown", std::int64_t{known->shown}}, {"total", std::int64_t{known->total}}}, Place::none});
    std::unordered_map<std::string_view, bool> met;
    if (used.known_document)
        for (const GoneDiagnostic& one : known->diagnostics) met.emplace(one.fingerprint, false);
    const std::string reason = language.messages.format("text.unchanged", {});
    for (Diagnostic& diagnostic : report.diagnostics) {
        const auto found = met.find(diagnostic.fingerprint);
        if (found == met.end()) {
            diagnostic.baseline = "new";
            ++used.added;
            continue;
        }
        found->second = true;
        diagnostic.baseline = "unchanged";
        ++used.unchanged;
        if (diagnostic.suppressed.by.empty()) diagnostic.suppressed = {"baseline", reason, {}};
    }
    if (used.known_document)
        for (const GoneDiagnostic& one : known->diagnostics)
            if (!met.at(one.fingerprint)) used.gone.push_back(one);
    return notifications;
}

}  // namespace plancheck
