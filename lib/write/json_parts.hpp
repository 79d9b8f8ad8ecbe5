// The parts of a report as members and values of JSON, for every writer that speaks it. Keys stand in the contract's
// order; what a document or its format does not have is null.
#pragma once

#include "plancheck/report.hpp"
#include "write/json_writer.hpp"

namespace plancheck {

/// Null for an empty text.
void text_or_null(JsonWriter& json, std::string_view key, std::string_view text);
void arguments_member(JsonWriter& json, std::string_view key, const std::vector<Argument>& arguments);
/// Null for a place that is not known at all.
void location_member(JsonWriter& json, const Location& location);
/// {"id": "1.2", …}: names and their versions or numbers.
template <class Pairs>
void pairs_member(JsonWriter& json, std::string_view key, const Pairs& pairs) {
    json.object(key, [&] {
        for (const auto& [name, value] : pairs) json.member(name, value);
    });
}

void template_member(JsonWriter& json, std::string_view id, std::string_view edition, std::string_view sha256);
/// "tool", "template" and "document".
void origin_members(JsonWriter& json, const Report& report);
void outline_member(JsonWriter& json, const Report& report);
void items_member(JsonWriter& json, const Report& report);
void notifications_member(JsonWriter& json, const Report& report);

/// What was written, as a file: with a newline at the end.
std::string finished(JsonWriter&& json);

}  // namespace plancheck
