// What a place says, typed or as text: for the parts of FieldReader. Pure.
#pragma once

#include <string>
#include <vector>

#include "plan/draft.hpp"
#include "text/values.hpp"

namespace plancheck {

/// An address of some kind, by which someone can be reached.
bool is_contact(const FieldValue& value) noexcept;
/// "24 months", which is no target.
bool is_span_of_time(const FieldValue& value) noexcept;
/// Whether the words around a span of time say from when it runs, or that it ends one ("… from approval", "within …").
bool begins_somewhere(const Language& language, std::string_view before, std::string_view behind);

/// "Every July", "each spring", "chaque année en juillet": a recurrence that says at which time of the year, or stands alone between commas.
bool is_time_of_year(const Reading& reading, Stretch stretch, const Value& found);

/// What is asked of a whole block is known already, unless its field says what the text means.
std::vector<Value> values_of(const Reading& reading, Stretch stretch, std::uint32_t wanted);

/// What was found in a text, as a value of a field.
FieldValue field_value(const Reading& reading, Stretch stretch, const Value& found);

/// The words themselves, without white space at their ends.
FieldValue text_value(const Reading& reading, Stretch stretch, std::string type);

}  // namespace plancheck
