// The parts of a report as JSON values, for every writer that speaks JSON. Keys stand in the contract's order; what a
// document or its format does not have is null.
#pragma once

#include <initializer_list>
#include <utility>

#include <nlohmann/json.hpp>

#include "plancheck/report.hpp"

namespace plancheck {

using Json = nlohmann::ordered_json;

/// A key and its value, for object().
struct Member {
    template <class Value>
    Member(const char* key, Value&& value) : key(key), value(std::forward<Value>(value)) {}

    const char* key;
    mutable Json value;  // taken from there
};

/// An object with these members; no key stands twice. As the library's own list of braces, which holds each member as an
/// array of two and looks for its key among those before it.
Json object(std::initializer_list<Member> members);

/// Null for an empty text.
Json text_or_null(const std::string& text);
Json arguments_json(const std::vector<Argument>& arguments);
/// Null for a place that is not known at all.
Json location_json(const Location& location);
Json document_json(const Report& report);
Json template_json(const Report& report);
Json tool_json(const Report& report);
Json outline_json(const Report& report);
Json items_json(const Report& report);
Json notifications_json(const Report& report);

/// The bytes of a value: two spaces of indentation, or one line; a newline at the end. Bytes of a name that are no
/// UTF-8 become U+FFFD, so that the result is always valid.
std::string dumped(const Json& value, bool compact = false);

}  // namespace plancheck
