// The table of report formats. A new format is a file with these functions and a row here. Verdicts are named here too:
// reports are where they begin.
#include "plancheck/error.hpp"
#include "write/batch.hpp"

namespace plancheck {
namespace {

std::string nothing() { return {}; }
std::string one_json(const Report& report, bool) { return to_json(report); }
std::string one_html(const Report& report, bool) { return to_html(report); }
std::string one_junit(const Report& report, bool) { return to_junit(report); }

constexpr Writer all_writers[] = {
    {"text", "txt", to_text, nothing, to_text, "\n", text_batch_end},
    {"json", "json", one_json, json_batch_begin, json_batch_entry, ",\n", json_batch_end},
    {"jsonl", "jsonl", nullptr, nothing, jsonl_entry, "", jsonl_end},
    {"html", "html", one_html, nullptr, html_entry, "", nullptr, html_whole},
    {"sarif", "sarif", nullptr, nullptr, sarif_entry, "", nullptr, sarif_whole},
    {"junit", "xml", one_junit, junit_begin, junit_entry, "", junit_end},
};

}  // namespace

std::string_view name(Verdict verdict) noexcept {
    constexpr std::string_view names[] = {"pass", "review", "fail", "notApplicable", "unreadable"};
    return names[static_cast<std::size_t>(verdict)];
}

std::span<const Writer> writers() noexcept { return all_writers; }

const Writer* find_writer(std::string_view name) noexcept {
    for (const Writer& writer : all_writers) {
        if (writer.name == name) return &writer;
    }
    return nullptr;
}

std::string to_format(const Report& report, std::string_view format) {
    const Writer* writer = find_writer(format);
    if (writer == nullptr) {
        std::string known;
        for (const Writer& one : all_writers) (known += known.empty() ? "" : ", ") += one.name;
        throw Error(Error::Kind::option, "no format '" + std::string(format) + "'; there are: " + known);
    }
    if (writer->single != nullptr) return writer->single(report, false);
    const WrittenEntry entry{report.name, report.verdict, writer->entry(report, false)};
    if (writer->whole == nullptr) return entry.text;
    Summary summary;
    summary.add(report.verdict);
    return writer->whole(std::span(&entry, 1), summary, report.message_language, {});
}

void Summary::add(Verdict verdict) noexcept {
    ++documents;
    switch (verdict) {
        case Verdict::pass: ++pass; break;
        case Verdict::review: ++review; break;
        case Verdict::fail: ++fail; break;
        case Verdict::not_applicable: ++not_applicable; break;
        case Verdict::unreadable: ++unreadable; break;
    }
}

}  // namespace plancheck
