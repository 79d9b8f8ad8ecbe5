// The report: everything that was found, as values that own their strings. Writers turn it into text, JSON and other
// formats; nothing is added on the way.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plancheck/diagnostic.hpp"
#include "plancheck/document.hpp"
#include "plancheck/plan.hpp"

namespace plancheck {

/// Of a document. `pass` means that nothing was found to stand against it.
enum class Verdict : std::uint8_t { pass, review, fail, not_applicable, unreadable };
std::string_view name(Verdict) noexcept;

struct Counts {
    std::uint32_t error = 0, warning = 0, note = 0;  ///< unsuppressed diagnostics of outcome fail; notes of outcome pass too
    std::uint32_t review = 0;    ///< requirements decided by machine or evidence that ended as review
    std::uint32_t reviewer = 0;  ///< requirements that a person decides
    std::uint32_t pass = 0, not_applicable = 0, not_checked = 0;  ///< requirements
    std::uint32_t suppressed = 0;                                 ///< diagnostics

    bool operator==(const Counts&) const = default;
};

/// A section as recognised.
struct OutlineEntry {
    std::string section;  ///< key; empty: no section owns the heading
    std::string numeral;  ///< canonical ("IV"), or empty
    std::string title;    ///< as written, numeral included
    Confidence confidence = Confidence::low;
    std::uint32_t words = 0;
    Location location;
};

struct ReportValue {
    std::string type, text, value;
    bool ambiguous = false;
};

struct ReportField {
    std::string name;
    std::vector<ReportValue> values;
};

struct ReportItem {
    std::string kind, id, label, title, section;
    Confidence confidence = Confidence::low;
    std::vector<ReportField> fields;
    std::vector<std::string> refers_to;
    Location location;
};

struct ReportEvidence {
    std::string quote;  ///< at most 120 code points; for a reviewer the whole text
    Location location;
    std::vector<Argument> value;  ///< what was measured; empty: nothing
    std::vector<Related> related;
};

struct RequirementResult {
    std::string id, clause, check;
    Obligation obligation = Obligation::must;
    DecidedBy decided_by = DecidedBy::machine;
    std::optional<Severity> severity;
    std::string severity_from = "template";  ///< or "policy"
    Outcome outcome = Outcome::not_checked;
    std::vector<ReportEvidence> evidence;
    std::string caused_by;  ///< id of a requirement or notification; empty: nothing stood in the way
};

struct ReportNotification {
    std::string id;
    Severity severity = Severity::note;
    std::string message;
    std::vector<Argument> arguments;
    std::optional<Location> location;
};

/// A diagnostic of the baseline that the document no longer gives.
struct GoneDiagnostic {
    std::string requirement;
    Severity severity = Severity::note;
    Outcome outcome = Outcome::fail;
    std::string message, language;  ///< as the baseline has them
    std::string fingerprint;
};

/// An option that was a file: its name without folders, and the digest of its bytes.
struct UsedFile {
    std::string name, sha256;
};

struct UsedBaseline : UsedFile {
    bool known_document = true;  ///< it has a report of this document
    std::uint32_t unchanged = 0, added = 0;
    std::vector<GoneDiagnostic> gone;
};

/// The template's own words in the language of the messages: what writers for people say beside the outcome. Made once,
/// shared by all reports of a validator.
struct TemplateWords {
    struct Range {
        std::string kind;  ///< of item
        std::uint32_t min = 0, max = 0;  ///< 0: no bound
    };
    struct Section {
        std::string key, numeral, title;
        std::vector<Range> counts;  ///< how many items are asked for
    };
    struct Requirement {
        std::string asks, clause, help;
    };
    struct Kind {
        std::string kind;               ///< of item, that the library has no words for
        std::string language, counted;  ///< pattern with {n} for a number of them, and its language
    };
    std::string name, source;
    std::vector<Kind> kinds;
    std::vector<std::pair<std::string, std::string>> areas;  ///< key, and how the language calls it
    std::vector<Section> sections;
    std::vector<Requirement> requirements;  ///< in the order of Report::requirements
};

struct Report {
    std::string tool_version;
    std::vector<std::pair<std::string, std::string>> libraries;  ///< name, version
    std::string template_id, template_edition, template_sha256;

    std::string name;  ///< of the document
    Format format = Format::unknown;
    std::uint64_t bytes = 0;
    std::string sha256;
    std::string language;       ///< of the document; empty: not recognised
    std::string language_from;  ///< "detected" or "option"
    std::uint32_t words = 0;
    std::string title, area, date, period, status;

    std::string message_language;  ///< in which the messages are
    std::string as_of;             ///< option, or empty
    std::string counting;          ///< profile
    std::vector<std::pair<std::string, std::uint64_t>> limits;  ///< those that are not the defaults
    std::optional<UsedFile> policy;
    std::optional<UsedBaseline> baseline;
    std::shared_ptr<const TemplateWords> wording;  ///< never changes; null only in a report made by hand

    Verdict verdict = Verdict::unreadable;
    Counts counts;
    std::vector<OutlineEntry> outline;
    std::vector<ReportItem> items;
    std::vector<RequirementResult> requirements;  ///< all of the template's, in its order
    std::vector<Diagnostic> diagnostics;
    std::vector<ReportNotification> notifications;
    std::uint32_t total_diagnostics = 0;  ///< before `max_diagnostics` cut the list
    std::optional<Severity> worst;        ///< of all unsuppressed diagnostics, also of those that were cut; none: no such
};

/// What became of several documents.
struct Summary {
    std::uint32_t documents = 0, pass = 0, review = 0, fail = 0, not_applicable = 0, unreadable = 0;
    std::uint32_t skipped = 0;  ///< files of a directory that were not read because of their name

    void add(Verdict verdict) noexcept;
    bool operator==(const Summary&) const = default;
};

/// The report as JSON (schema plancheck-report/1), pretty-printed with two spaces, newline at the end; `compact` puts it
/// on one line. Deterministic.
std::string to_json(const Report& report, bool compact = false);

/// The report as a compiler writes: one diagnostic a paragraph, an overview line, the verdict last.
/// `colour` adds ANSI escapes.
std::string to_text(const Report& report, bool colour = false);

/// The report for people: one HTML page that stands alone, without script or anything from outside, in the report's
/// language and its direction of writing.
std::string to_html(const Report& report);

/// The report as SARIF 2.1.0, for tools that gather findings; `exit_status` is that of the program, where there is one.
std::string to_sarif(const Report& report, std::optional<int> exit_status = {});

/// The report as JUnit XML, for systems that show test results: a suite per document, a case per requirement.
std::string to_junit(const Report& report);

/// What was recognised, alone: schema plancheck-outline/1, or a table.
std::string outline_to_json(const Report& report);
std::string outline_to_text(const Report& report, bool colour = false);

/// The plan's content without any judgement of it: outline, items and fields (schema plancheck-plan/1).
std::string plan_to_json(const Report& report);

/// One document's report as entry() of a writer wrote it.
struct WrittenEntry {
    std::string name;  ///< of the document
    Verdict verdict = Verdict::unreadable;
    std::string text;
};

/// A format that reports are written in; one row of the table in lib/write/writers.cpp. Several reports are
/// begin() entry() separator entry() … end(); one report is single(), or a batch of one where that is null.
struct Writer {
    std::string_view name;    ///< "json"
    std::string_view ending;  ///< of file names: "json"
    std::string (*single)(const Report& report, bool colour);
    std::string (*begin)();
    std::string (*entry)(const Report& report, bool colour);
    std::string_view separator;
    std::string (*end)(const Summary& summary, std::string_view language, bool colour);
    /// Where the frame depends on all documents, in place of begin(), separator and end(), which are null then: makes
    /// the whole from the entries. A single report is such a batch of one.
    std::string (*whole)(std::span<const WrittenEntry> entries, const Summary& summary, std::string_view language,
                         std::optional<int> exit_status) = nullptr;
};

/// One report in the format called `format`. Throws `Error` (option) that lists those there are.
std::string to_format(const Report& report, std::string_view format);

/// All formats, and the one called `name` (null: there is none).
std::span<const Writer> writers() noexcept;
const Writer* find_writer(std::string_view name) noexcept;

}  // namespace plancheck
