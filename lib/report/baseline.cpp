// Findings are the same where their fingerprints are, which hold no place, count or wording, so a plan may have grown
// around them. The report of a document is the one of the same name; else the only one of that file name; else, where the
// baseline is about one document, that one: people rename files between two versions.
#include "report/baseline.hpp"

#include <algorithm>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "plancheck/error.hpp"

namespace plancheck {

namespace {

std::string_view file_name(std::string_view path) { return path.substr(path.find_last_of("/\\") + 1); }

template <class Enumeration>
Enumeration one_of(std::string_view text, std::initializer_list<Enumeration> all, Enumeration otherwise) {
    for (const Enumeration value : all)
        if (name(value) == text) return value;
    return otherwise;
}

// What is kept of what may be a report.
struct BaselineReport {
    bool is_object = true, has_template = false, has_document = false, has_diagnostics = false, are_objects = true;
    std::string schema, template_id, name, verdict;
    std::uint32_t shown = 0, total = 0;
    std::vector<GoneDiagnostic> diagnostics;
};

// Picks what is needed out of the stream of a JSON value; of a name that stands twice, the last counts. No tree is made: that
// of the JSON library asks for memory when it is destroyed, so that a lack of it would end the program.
struct BaselinePicker : nlohmann::json_sax<nlohmann::json> {
    enum class In : std::uint8_t { other, top, batch, report, form, document, truncated, list, diagnostic };

    BaselineReport top;
    bool is_batch = false;  // "documents" is an array
    std::vector<BaselineReport> documents;
    std::size_t fault = 0;  // byte at which it is no JSON

    bool null() override { return plain(); }
    bool boolean(bool) override { return plain(); }
    bool number_integer(number_integer_t) override { return plain(); }
    bool number_float(number_float_t, const string_t&) override { return plain(); }
    bool binary(binary_t&) override { return plain(); }

    bool number_unsigned(number_unsigned_t value) override {
        if (in() == In::truncated && key_ == "shown") one().shown = static_cast<std::uint32_t>(value);
        if (in() == In::truncated && key_ == "total") one().total = static_cast<std::uint32_t>(value);
        return plain();
    }

    bool string(string_t& value) override {
        if (std::string* const kept = text()) *kept = value;
        return plain();
    }

    bool key(string_t& value) override {
        key_ = value;
        if (in() == In::top || in() == In::report) {
            if (key_ == "template") one().has_template = false;
            if (key_ == "document") one().has_document = false;
            if (key_ == "diagnostics") one().has_diagnostics = false;
            if (key_ == "schema") one().schema.clear();
            if (key_ == "truncated") one().total = 0;
            if (key_ == "documents" && in() == In::top) is_batch = false;
        }
        return true;
    }

    bool start_object(std::size_t) override {
        In next = In::other;
        switch (in()) {
            case In::other: next = stack_.empty() ? In::top : In::other; break;
            case In::batch:
                documents.emplace_back();
                next = In::report;
                break;
            case In::top:
            case In::report:
                if (key_ == "template") next = In::form, one().has_template = true;
                if (key_ == "document") next = In::document, one().has_document = true;
                if (key_ == "truncated") next = In::truncated;
                break;
            case In::list:
                one().diagnostics.emplace_back();
                picked_ = {};
                next = In::diagnostic;
                break;
            default: break;
        }
        stack_.push_back(next);
        return true;
    }

    bool start_array(std::size_t) override {
        In next = In::other;
        if (in() == In::top && key_ == "documents") {
            next = In::batch;
            is_batch = true;
            documents.clear();
        } else if ((in() == In::top || in() == In::report) && key_ == "diagnostics") {
            next = In::list;
            one().has_diagnostics = one().are_objects = true;
            one().diagnostics.clear();
        } else {
            plain();
        }
        stack_.push_back(next);
        return true;
    }

    bool end_object() override {
        if (in() == In::diagnostic) {
            GoneDiagnostic& diagnostic = one().diagnostics.back();
            diagnostic.severity = one_of(picked_.severity, {Severity::error, Severity::warning}, Severity::note);
            diagnostic.outcome = one_of(picked_.outcome, {Outcome::pass, Outcome::review}, Outcome::fail);
        }
        stack_.pop_back();
        return true;
    }

    bool end_array() override {
        stack_.pop_back();
        return true;
    }

    bool parse_error(std::size_t at, const std::string&, const nlohmann::json::exception&) override {
        fault = at;
        return false;
    }

private:
    struct Picked {
        std::string severity, outcome;
    };

    In in() const { return stack_.empty() ? In::other : stack_.back(); }

    // The report that is being read: within the array of a batch the last of it.
    BaselineReport& one() { return stack_.size() > 1 && stack_[1] == In::batch ? documents.back() : top; }

    // A value that is no object where only objects are expected.
    bool plain() {
        if (in() == In::batch) documents.emplace_back().is_object = false;
        if (in() == In::list) one().are_objects = false;
        return true;
    }

    std::string* text() {
        switch (in()) {
            case In::top:
            case In::report: return key_ == "schema" ? &one().schema : key_ == "verdict" ? &one().verdict : nullptr;
            case In::form: return key_ == "id" ? &one().template_id : nullptr;
            case In::document: return key_ == "name" ? &one().name : nullptr;
            case In::diagnostic: {
                GoneDiagnostic& diagnostic = one().diagnostics.back();
                if (key_ == "requirement") return &diagnostic.requirement;
                if (key_ == "message") return &diagnostic.message;
                if (key_ == "language") return &diagnostic.language;
                if (key_ == "fingerprint") return &diagnostic.fingerprint;
                if (key_ == "severity") return &picked_.severity;
                if (key_ == "outcome") return &picked_.outcome;
                return nullptr;
            }
            default: return nullptr;
        }
    }

    std::vector<In> stack_;
    std::string key_;
    Picked picked_;  // of the diagnostic that is being read
};

}  // namespace

class Baseline::Loader {
public:
    Loader(std::string_view name, std::string_view template_id, std::vector<Known>& documents)
        : name_(name.empty() ? "baseline" : name), template_id_(template_id), documents_(documents) {}

    void load(std::string_view json) {
        const std::size_t line_end = json.find('\n');
        // Lines of reports begin with a whole value; a report written over several lines does not.
        if (line_end != std::string_view::npos && nlohmann::json::accept(json.substr(0, line_end))) {
            std::uint32_t line = 0;
            for (std::size_t at = 0; at < json.size();) {
                const std::size_t end = std::min(json.find('\n', at), json.size());
                ++line;
                const std::string_view one = json.substr(at, end - at);
                if (one.find_first_not_of(" \t\r") != std::string_view::npos) value(one, line, line);
                at = end + 1;
            }
        } else {
            value(json, 1, 0);
        }
        if (documents_.empty()) refuse(0, "there is no report in it");
    }

private:
    [[noreturn]] void refuse(std::uint32_t line, const std::string& message) const {
        const std::string at = line == 0 ? "" : ":" + std::to_string(line);
        throw Error(Error::Kind::baseline_rejected, std::string(name_) + at + ": " + message, line);
    }

    void value(std::string_view json, std::uint32_t first_line, std::uint32_t line) {
        BaselinePicker picker;
        if (!nlohmann::json::sax_parse(json, &picker)) {
            const auto end = json.begin() + static_cast<std::ptrdiff_t>(std::min(picker.fault, json.size()));
            refuse(first_line + static_cast<std::uint32_t>(std::count(json.begin(), end, '\n')), "not JSON");
        }
        const std::string& schema = picker.top.schema;
        if (schema == "plancheck-report/1") return report(std::move(picker.top), line);
        if (schema == "plancheck-summary/1") return;
        if (schema != "plancheck-batch/1" || !picker.is_batch)
            refuse(line, "neither a report nor a batch of plancheck: schema '" + schema.substr(0, 60) + "'");
        for (BaselineReport& one : picker.documents) {
            if (!one.is_object) refuse(line, "a document of the batch is no report");
            report(std::move(one), line);
        }
    }

    void report(BaselineReport&& one, std::uint32_t line) {
        if (!one.has_template) refuse(line, "the report lacks 'template'");
        if (one.template_id != template_id_)
            refuse(line, "the baseline is about the template '" + one.template_id.substr(0, 60) + "', not '" + std::string(template_id_) + "'");
        if (!one.has_document) refuse(line, "the report lacks 'document'");
        if (!one.has_diagnostics) refuse(line, "the report lacks 'diagnostics'");
        for (const GoneDiagnostic& diagnostic : one.diagnostics)
            if (diagnostic.fingerprint.empty()) one.are_objects = false;
        if (!one.are_objects) refuse(line, "a diagnostic has no fingerprint");
        const bool read = one.verdict != "unreadable" && one.verdict != "notApplicable";
        documents_.push_back({std::move(one.name), read, one.shown, one.total, std::move(one.diagnostics)});
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
