// SARIF 2.1.0, one run. Rules are the requirements, taxa the clauses; `kind` is the outcome, and `level` the severity
// where something failed, as the format wants it. A requirement without a diagnostic is one result too, so that what
// passed, what was not checked and what waits for a reviewer is there. A Word file has no lines, so its places are logical
// ones alone.
//
// Several documents are one run too: files with the same tool, template and options differ only in their results,
// notifications and artifacts, so an entry is these pieces, written for their place in the whole.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

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

void message(JsonWriter& json, std::string_view key, std::string_view text) {
    json.object(key, [&] { json.member("text", text); });
}

// How deep they stand in the whole: the members of the run, the elements of its arrays, and those of its invocation's array.
constexpr unsigned members_depth = 3, elements_depth = 4, notifications_depth = 6;
// They part the pieces of an entry, and the elements of a piece; no JSON text holds them.
constexpr char piece_end = '\x1D', element_end = '\x1E';

// What an entry holds, in this order.
enum Piece : std::size_t { language_piece, successful_piece, tool_piece, taxonomies_piece, artifact_piece, notifications_piece, results_piece, pieces };

class SarifWriter {
public:
    explicit SarifWriter(const Report& report) : report_(report), sections_(report), uri_(uri_of(report.name)) {}

    std::string entry() const {
        std::string text;
        const auto piece = [&](unsigned depth, auto&& write) {
            JsonWriter json(JsonWriter::Layout::indented, depth);
            write(json);
            text += std::move(json).take();
        };
        (text += language()) += piece_end;
        (text += report_.verdict != Verdict::unreadable ? "true" : "false") += piece_end;
        piece(members_depth, [&](JsonWriter& json) { tool(json); });
        text += piece_end;
        piece(members_depth, [&](JsonWriter& json) { taxonomies(json); });
        text += piece_end;
        piece(elements_depth, [&](JsonWriter& json) { artifact(json); });
        text += piece_end;
        for (const ReportNotification& one : report_.notifications) {
            piece(notifications_depth, [&](JsonWriter& json) { notification(json, one); });
            text += element_end;
        }
        text += piece_end;
        const auto result = [&](auto&& write) {
            piece(elements_depth, write);
            text += element_end;
        };
        for (const Diagnostic& diagnostic : report_.diagnostics) result([&](JsonWriter& json) { this->result(json, diagnostic); });
        for (std::size_t i = 0; i < report_.requirements.size(); ++i)
            if (!is_told(report_.requirements[i])) result([&](JsonWriter& json) { this->result(json, i); });
        if (report_.baseline)
            for (const GoneDiagnostic& gone : report_.baseline->gone) result([&](JsonWriter& json) { this->result(json, gone); });
        return text;
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

    // Of the template's own, which is the only one.
    void component(JsonWriter& json, std::string_view key) const {
        json.object(key, [&] { component_members(json); });
    }
    void component_members(JsonWriter& json) const {
        json.member("name", report_.template_id);
        json.member("index", 0);
    }

    void taxonomies(JsonWriter& json) const {
        json.array([&] {
            json.object([&] {
                json.member("name", report_.template_id);
                json.member("version", report_.template_edition);
                json.member("language", language());
                message(json, "shortDescription", source());
                json.array("taxa", [&] {
                    for (const auto& clause : clauses())
                        json.object([&] {
                            json.member("id", clause.first);
                            message(json, "shortDescription", clause.second);
                        });
                });
                json.object("properties", [&] { json.member("sha256", report_.template_sha256); });
            });
        });
    }

    void tool(JsonWriter& json) const {
        json.object([&] {
            json.object("driver", [&] {
                json.member("name", "plancheck");
                json.member("version", report_.tool_version);
                json.member("language", language());
                json.array("supportedTaxonomies", [&] { json.object([&] { component_members(json); }); });
                json.array("rules", [&] {
                    for (std::size_t i = 0; i < report_.requirements.size(); ++i) rule(json, i);
                });
                json.object("properties", [&] { pairs_member(json, "libraries", report_.libraries); });
            });
        });
    }

    void rule(JsonWriter& json, std::size_t index) const {
        const RequirementResult& result = report_.requirements[index];
        const auto* words = words_of(index);
        json.object([&] {
            json.member("id", result.id);
            if (words != nullptr) message(json, "shortDescription", words->asks);
            if (words != nullptr && !words->help.empty()) message(json, "help", words->help);
            json.object("defaultConfiguration", [&] { json.member("level", result.severity ? name(*result.severity) : std::string_view("none")); });
            json.array("relationships", [&] {
                json.object([&] {
                    json.object("target", [&] {
                        json.member("id", result.clause);
                        component(json, "toolComponent");
                    });
                    json.array("kinds", [&] { json.value("relevant"); });
                });
            });
            json.object("properties", [&] {
                json.member("obligation", name(result.obligation));
                json.member("decidedBy", name(result.decided_by));
                text_or_null(json, "check", result.check);
            });
        });
    }

    void artifact(JsonWriter& json) const {
        const Counts& counts = report_.counts;
        json.object([&] {
            json.object("location", [&] { json.member("uri", uri_); });
            if (!report_.sha256.empty()) {
                json.member("length", report_.bytes);
                json.object("hashes", [&] { json.member("sha-256", report_.sha256); });
            }
            json.object("properties", [&] {
                json.member("verdict", name(report_.verdict));
                json.member("format", name(report_.format));
                text_or_null(json, "language", report_.language);
                json.member("words", report_.words);
                json.member("errors", counts.error);
                json.member("warnings", counts.warning);
                json.member("notes", counts.note);
                if (report_.total_diagnostics > report_.diagnostics.size())
                    json.object("truncated", [&] {
                        json.member("shown", report_.diagnostics.size());
                        json.member("total", report_.total_diagnostics);
                    });
            });
        });
    }

    void notification(JsonWriter& json, const ReportNotification& one) const {
        json.object([&] {
            json.object("descriptor", [&] { json.member("id", one.id); });
            json.member("level", name(one.severity));
            message(json, "message", one.message);
            json.array("locations", [&] { location(json, one.location.value_or(Location()), nullptr); });
        });
    }

    // A region only where the format has lines. Offsets into a part of a package mean nothing for the file. `said` stands for
    // the quote.
    void location(JsonWriter& json, const Location& place, const Subject* subject, std::string_view said = {}) const {
        json.object([&] {
            json.object("physicalLocation", [&] {
                json.object("artifactLocation", [&] { json.member("uri", uri_); });
                if (place.line != 0)
                    json.object("region", [&] {
                        json.member("startLine", place.line);
                        if (place.column != 0) json.member("startColumn", place.column);
                        if (place.byte_offset >= 0 && place.part.empty()) json.member("byteOffset", place.byte_offset);
                    });
            });
            logical_locations(json, place, subject);
            if (!said.empty() || !place.quote.empty()) message(json, "message", said.empty() ? std::string_view(place.quote) : said);
        });
    }

    static void logical_locations(JsonWriter& json, const Location& place, const Subject* subject) {
        std::string path;
        if (subject != nullptr)
            for (const std::string& step : subject->path) (path += path.empty() ? "" : "/") += step;
        const bool titled = subject != nullptr && !subject->titles.empty();
        if (!titled && path.empty() && place.words.empty()) return;
        json.array("logicalLocations", [&] {
            json.object([&] {
                if (titled) json.member("name", subject->titles.back());
                if (!path.empty()) json.member("fullyQualifiedName", path);
                if (!place.words.empty()) json.member("decoratedName", place.words);
                if (subject != nullptr) json.member("kind", subject->kind);
            });
        });
    }

    std::size_t index_of(std::string_view id) const {
        for (std::size_t i = 0; i < report_.requirements.size(); ++i)
            if (report_.requirements[i].id == id) return i;
        return report_.requirements.size();
    }

    void result_members(JsonWriter& json, std::string_view requirement, std::string_view kind, std::string_view level, std::string_view text) const {
        json.member("ruleId", requirement);
        if (const std::size_t index = index_of(requirement); index != report_.requirements.size()) json.member("ruleIndex", index);
        json.member("kind", kind);
        json.member("level", level);
        message(json, "message", text);
    }

    void taxa(JsonWriter& json, std::string_view clause) const {
        json.array("taxa", [&] {
            json.object([&] {
                json.member("id", clause);
                component(json, "toolComponent");
            });
        });
    }

    static void fingerprint(JsonWriter& json, std::string_view fingerprint) {
        json.object("partialFingerprints", [&] { json.member("plancheck/v1", fingerprint); });
    }

    // By a diagnostic of its own. What a maximum cut off is there without its message.
    bool is_told(const RequirementResult& requirement) const {
        const bool person = requirement.decided_by == DecidedBy::reviewer;
        const bool against = requirement.outcome == Outcome::fail || (requirement.outcome == Outcome::review && !person);
        return against && std::any_of(report_.diagnostics.begin(), report_.diagnostics.end(),
                                      [&](const Diagnostic& diagnostic) { return diagnostic.requirement == requirement.id; });
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

    void result(JsonWriter& json, const Diagnostic& diagnostic) const {
        const bool failed = diagnostic.outcome == Outcome::fail;
        json.object([&] {
            result_members(json, diagnostic.requirement, kind_of(diagnostic.outcome, true), failed ? name(diagnostic.severity) : "none", diagnostic.message);
            json.array("locations", [&] { location(json, diagnostic.location, &diagnostic.subject); });
            if (!diagnostic.related.empty())
                json.array("relatedLocations", [&] {
                    for (const Related& one : diagnostic.related) location(json, one.location, &one.subject, one.message);
                });
            fingerprint(json, diagnostic.fingerprint);
            if (!diagnostic.suppressed.by.empty())
                json.array("suppressions", [&] {
                    json.object([&] {
                        json.member("kind", "external");
                        json.member("status", "accepted");
                        json.member("justification", diagnostic.suppressed.reason);
                        json.object("properties", [&] {
                            json.member("by", diagnostic.suppressed.by);
                            text_or_null(json, "until", diagnostic.suppressed.until);
                        });
                    });
                });
            if (!diagnostic.baseline.empty()) json.member("baselineState", diagnostic.baseline);
            taxa(json, diagnostic.clause);
            json.object("properties", [&] {
                json.member("severity", name(diagnostic.severity));
                json.member("severityFrom", diagnostic.severity_from);
                json.member("confidence", name(diagnostic.confidence));
                arguments_member(json, "arguments", diagnostic.arguments);
            });
        });
    }

    // Of a requirement that nothing was found about; what was seen of it are its places.
    void result(JsonWriter& json, std::size_t index) const {
        constexpr std::size_t most_places = 10;
        const RequirementResult& requirement = report_.requirements[index];
        const auto* words = words_of(index);
        json.object([&] {
            result_members(json, requirement.id, kind_of(requirement.outcome, false),
                           requirement.outcome == Outcome::fail && requirement.severity ? name(*requirement.severity) : "none",
                           words != nullptr && !words->asks.empty() ? words->asks : requirement.id);
            json.array("locations", [&] {
                for (std::size_t i = 0; i < std::min(requirement.evidence.size(), most_places); ++i) {
                    // A reviewer judges the whole text; a place is enough to find it by.
                    Location place = requirement.evidence[i].location;
                    if (place.words.empty()) place.words = sections_.place_of(requirement.evidence[i]);
                    location(json, place, nullptr);
                }
                if (requirement.evidence.empty()) location(json, {}, nullptr);
            });
            taxa(json, requirement.clause);
            if (!requirement.caused_by.empty()) json.object("properties", [&] { json.member("causedBy", requirement.caused_by); });
        });
    }

    void result(JsonWriter& json, const GoneDiagnostic& gone) const {
        json.object([&] {
            result_members(json, gone.requirement, kind_of(gone.outcome, true), gone.outcome == Outcome::fail ? name(gone.severity) : "none", gone.message);
            json.array("locations", [&] { location(json, {}, nullptr); });
            fingerprint(json, gone.fingerprint);
            json.member("baselineState", "absent");
        });
    }

    const Report& report_;
    ReportSections sections_;
    std::string uri_;
};

std::array<std::string_view, pieces> pieces_of(std::string_view entry) {
    std::array<std::string_view, pieces> all;
    for (std::string_view& piece : all) {
        piece = entry.substr(0, entry.find(piece_end));
        entry.remove_prefix(std::min(piece.size() + 1, entry.size()));
    }
    return all;
}

// Each element of a piece, in its order.
void written_elements(JsonWriter& json, std::string_view piece) {
    for (std::size_t at = 0; at < piece.size();) {
        const std::size_t end = piece.find(element_end, at);
        json.written(piece.substr(at, end - at));
        at = end + 1;
    }
}

// In the language of the first where none is given.
std::string log_of(std::span<const std::string_view> entries, std::string_view language, std::optional<int> exit_status) {
    std::vector<std::array<std::string_view, pieces>> all;
    for (const std::string_view entry : entries) all.push_back(pieces_of(entry));
    const auto failed = [](const auto& entry) { return entry[successful_piece] != "true"; };
    // 1 says what was found, 3 that a document could not be examined.
    const bool successful = exit_status ? *exit_status == 0 || *exit_status == 1 : std::none_of(all.begin(), all.end(), failed);
    JsonWriter json;
    std::size_t size = 1000;
    for (const auto& entry : all) size += entry[artifact_piece].size() + entry[notifications_piece].size() + entry[results_piece].size();
    json.reserve(size);
    json.object([&] {
        json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.member("version", "2.1.0");
        json.array("runs", [&] {
            if (all.empty()) return;
            json.object([&] {
                json.written("tool", all.front()[tool_piece]);
                json.member("language", language.empty() ? all.front()[language_piece] : language);
                json.member("columnKind", "unicodeCodePoints");
                json.written("taxonomies", all.front()[taxonomies_piece]);
                json.array("invocations", [&] {
                    json.object([&] {
                        json.member("executionSuccessful", successful);
                        json.array("toolExecutionNotifications", [&] {
                            for (const auto& entry : all) written_elements(json, entry[notifications_piece]);
                        });
                        if (exit_status) json.member("exitCode", *exit_status);
                    });
                });
                json.array("artifacts", [&] {
                    // A document that was given twice is one artifact.
                    std::set<std::string_view> known;
                    for (const auto& entry : all)
                        if (known.insert(entry[artifact_piece]).second) json.written(entry[artifact_piece]);
                });
                json.array("results", [&] {
                    for (const auto& entry : all) written_elements(json, entry[results_piece]);
                });
            });
        });
    });
    return finished(std::move(json));
}

}  // namespace

std::string to_sarif(const Report& report, std::optional<int> exit_status) {
    const std::string entry = sarif_entry(report, false);
    const std::string_view one = entry;
    return log_of(std::span(&one, 1), {}, exit_status);
}

std::string sarif_entry(const Report& report, bool) { return SarifWriter(report).entry(); }

std::string sarif_whole(std::span<const WrittenEntry> entries, const Summary&, std::string_view language, std::optional<int> exit_status) {
    std::vector<std::string_view> texts;
    for (const WrittenEntry& entry : entries) texts.push_back(entry.text);
    return log_of(texts, language, exit_status);
}

}  // namespace plancheck
