// Each part is written key by key, so that the order below is the order in the file. Optional keys ("value", "related",
// "message", "ambiguous", "refersTo") stand only where they say something.
#include "write/json_parts.hpp"

namespace plancheck {

namespace {

template <class Number>
Json number_or_null(Number value, Number none = 0) {
    return value == none ? Json(nullptr) : Json(value);
}

Json item_json(const ReportItem& item) {
    Json fields = Json::object();
    for (const ReportField& field : item.fields) {
        Json& values = fields[field.name] = Json::array();
        for (const ReportValue& value : field.values) {
            Json entry = object({{"type", value.type}, {"text", value.text}, {"value", value.value}});
            if (value.ambiguous) entry["ambiguous"] = true;
            values.push_back(std::move(entry));
        }
    }
    Json result = object({{"kind", item.kind},
                          {"id", item.id},
                          {"label", text_or_null(item.label)},
                          {"title", item.title},
                          {"section", text_or_null(item.section)},
                          {"confidence", name(item.confidence)},
                          {"fields", std::move(fields)}});
    if (!item.refers_to.empty()) result["refersTo"] = item.refers_to;
    result["location"] = location_json(item.location);
    return result;
}

}  // namespace

Json object(std::initializer_list<Member> members) {
    constexpr std::size_t more = 3;  // for those that stand only where they say something
    Json made = Json::object();
    auto& all = made.get_ref<Json::object_t&>();
    all.reserve(members.size() + more);
    for (const Member& member : members) all.emplace_back(member.key, std::move(member.value));
    return made;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json arguments_json(const std::vector<Argument>& arguments) {
    Json result = Json::object();
    for (const Argument& argument : arguments) {
        std::visit([&](const auto& value) { result[argument.name] = value; }, argument.value);
    }
    return result;
}

Json location_json(const Location& location) {
    if (location == Location{} || (!location.known() && location.line == 0 && location.page == 0)) return nullptr;
    return object({{"part", text_or_null(location.part)},
                   {"block", number_or_null(location.block)},
                   {"page", number_or_null(location.page)},
                   {"pageHint", number_or_null(location.page_hint)},
                   {"line", number_or_null(location.line)},
                   {"column", number_or_null(location.column)},
                   {"byteOffset", number_or_null(location.byte_offset, std::int64_t{-1})},
                   {"quote", text_or_null(location.quote)}});
}

Json tool_json(const Report& report) {
    Json libraries = Json::object();
    for (const auto& [library, version] : report.libraries) libraries[library] = version;
    return object({{"name", "plancheck"}, {"version", report.tool_version}, {"libraries", std::move(libraries)}});
}

Json template_json(const Report& report) {
    return object({{"id", report.template_id}, {"edition", report.template_edition}, {"sha256", report.template_sha256}});
}

Json document_json(const Report& report) {
    const std::string_view format = name(report.format);
    return object({{"name", report.name},
                   {"format", format.empty() ? Json(nullptr) : Json(format)},
                   {"bytes", report.bytes},
                   {"sha256", text_or_null(report.sha256)},
                   {"language", text_or_null(report.language)},
                   {"languageFrom", text_or_null(report.language_from)},
                   {"words", report.words},
                   {"plan",
             object({{"title", text_or_null(report.title)},
                     {"area", text_or_null(report.area)},
                     {"date", text_or_null(report.date)},
                     {"period", text_or_null(report.period)},
                     {"status", text_or_null(report.status)}})}});
}

Json outline_json(const Report& report) {
    Json result = Json::array();
    for (const OutlineEntry& entry : report.outline) {
        result.push_back(object({{"section", text_or_null(entry.section)},
                                 {"numeral", text_or_null(entry.numeral)},
                                 {"title", entry.title},
                                 {"confidence", name(entry.confidence)},
                                 {"words", entry.words},
                                 {"location", location_json(entry.location)}}));
    }
    return result;
}

Json items_json(const Report& report) {
    Json result = Json::array();
    for (const ReportItem& item : report.items) result.push_back(item_json(item));
    return result;
}

Json notifications_json(const Report& report) {
    Json result = Json::array();
    for (const ReportNotification& notification : report.notifications) {
        result.push_back(object({{"id", notification.id},
                                 {"severity", name(notification.severity)},
                                 {"message", notification.message},
                                 {"arguments", arguments_json(notification.arguments)},
                                 {"location", notification.location ? location_json(*notification.location) : Json(nullptr)}}));
    }
    return result;
}

std::string dumped(const Json& value, bool compact) {
    std::string text = value.dump(compact ? -1 : 2, ' ', false, Json::error_handler_t::replace);
    text += '\n';
    return text;
}

}  // namespace plancheck
