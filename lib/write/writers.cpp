// The table of report formats. A new format is a file with these functions and a row here. Verdicts are named here too:
// reports are where they begin.
#include "write/batch.hpp"

namespace plancheck {
namespace {

std::string nothing() { return {}; }
std::string one_json(const Report& report, bool) { return to_json(report); }

constexpr Writer table[] = {
    {"text", "txt", to_text, nothing, to_text, "\n", text_batch_end},
    {"json", "json", one_json, json_batch_begin, json_batch_entry, ",\n", json_batch_end},
    {"jsonl", "jsonl", nullptr, nothing, jsonl_entry, "", jsonl_end},
};

}  // namespace

std::string_view name(Verdict verdict) noexcept {
    constexpr std::string_view names[] = {"pass", "review", "fail", "notApplicable", "unreadable"};
    return names[static_cast<std::size_t>(verdict)];
}

std::span<const Writer> writers() noexcept { return table; }

const Writer* find_writer(std::string_view name) noexcept {
    for (const Writer& writer : table) {
        if (writer.name == name) return &writer;
    }
    return nullptr;
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
