// Each part is written key by key, so that the order below is the order in the file. Optional keys ("value", "related",
// "message", "ambiguous", "refersTo") stand only where they say something.
#include "write/json_parts.hpp"

namespace plancheck {

namespace {

template <class Number>
void number_or_null(JsonWriter& json, std::string_view key, Number value, Number none = 0) {
    if (value == none) json.member(key, nullptr);
    else json.member(key, value);
}

void item(JsonWriter& json, const ReportItem& item) {
    json.object([&] {
        json.member("kind", item.kind);
        json.member("id", item.id);
        text_or_null(json, "label", item.label);
        json.member("title", item.title);
        text_or_null(json, "section", item.section);
        json.member("confidence", name(item.confidence));
        json.object("fields", [&] {
            for (const ReportField& field : item.fields)
                json.array(field.name, [&] {
                    for (const ReportValue& value : field.values)
                        json.object([&] {
                            json.member("type", value.type);
                            json.member("text", value.text);
                            json.member("value", value.value);
                            if (value.ambiguous) json.member("ambiguous", true);
                        });
                });
        });
        if (!item.refers_to.empty()) json.member("refersTo", item.refers_to);
        location_member(json, item.location);
    });
}

}  // namespace

void text_or_null(JsonWriter& json, std::string_view key, std::string_view text) {
    if (text.empty()) json.member(key, nullptr);
    else json.member(key, text);
}

void arguments_member(JsonWriter& json, std::string_view key, const std::vector<Argument>& arguments) {
    json.object(key, [&] {
        for (const Argument& argument : arguments) std::visit([&](const auto& value) { json.member(argument.name, value); }, argument.value);
    });
}

void location_member(JsonWriter& json, const Location& location) {
    if (location == Location{} || (!location.known() && location.line == 0 && location.page == 0)) return json.member("location", nullptr);
    json.object("location", [&] {
        text_or_null(json, "part", location.part);
        number_or_null(json, "block", location.block);
        number_or_null(json, "page", location.page);
        number_or_null(json, "pageHint", location.page_hint);
        number_or_null(json, "line", location.line);
        number_or_null(json, "column", location.column);
        number_or_null(json, "byteOffset", location.byte_offset, std::int64_t{-1});
        text_or_null(json, "quote", location.quote);
    });
}

void template_member(JsonWriter& json, std::string_view id, std::string_view edition, std::string_view sha256) {
    json.object("template", [&] {
        json.member("id", id);
        json.member("edition", edition);
        json.member("sha256", sha256);
    });
}

void origin_members(JsonWriter& json, const Report& report) {
    json.object("tool", [&] {
        json.member("name", "plancheck");
        json.member("version", report.tool_version);
        pairs_member(json, "libraries", report.libraries);
    });
    template_member(json, report.template_id, report.template_edition, report.template_sha256);
    json.object("document", [&] {
        json.member("name", report.name);
        text_or_null(json, "format", name(report.format));
        json.member("bytes", report.bytes);
        text_or_null(json, "sha256", report.sha256);
        text_or_null(json, "language", report.language);
        text_or_null(json, "languageFrom", report.language_from);
        json.member("words", report.words);
        json.object("plan", [&] {
            text_or_null(json, "title", report.title);
            text_or_null(json, "area", report.area);
            text_or_null(json, "date", report.date);
            text_or_null(json, "period", report.period);
            text_or_null(json, "status", report.status);
        });
    });
}

void outline_member(JsonWriter& json, const Report& report) {
    json.array("outline", [&] {
        for (const OutlineEntry& entry : report.outline)
            json.object([&] {
                text_or_null(json, "section", entry.section);
                text_or_null(json, "numeral", entry.numeral);
                json.member("title", entry.title);
                json.member("confidence", name(entry.confidence));
                json.member("words", entry.words);
                location_member(json, entry.location);
            });
    });
}

void items_member(JsonWriter& json, const Report& report) {
    json.array("items", [&] {
        for (const ReportItem& one : report.items) item(json, one);
    });
}

void notifications_member(JsonWriter& json, const Report& report) {
    json.array("notifications", [&] {
        for (const ReportNotification& notification : report.notifications)
            json.object([&] {
                json.member("id", notification.id);
                json.member("severity", name(notification.severity));
                json.member("message", notification.message);
                arguments_member(json, "arguments", notification.arguments);
                location_member(json, notification.location.value_or(Location()));
            });
    });
}

std::string finished(JsonWriter&& json) { return std::move(json).take() + '\n'; }

}  // namespace plancheck
