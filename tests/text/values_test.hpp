// Values of a text as one line each would be too long: "type value [ambiguous] <words>", joined by " | ".
#pragma once

#include <string>
#include <string_view>

#include "text/language.hpp"
#include "text/values.hpp"

inline std::string values_of(std::string_view tag, std::string_view text, std::uint32_t wanted = plancheck::want_all, bool words = false) {
    std::string out;
    for (const plancheck::Value& value : plancheck::find_values(text, *plancheck::Languages::built_in().find(tag), wanted)) {
        if (!out.empty()) out += " | ";
        out += std::string(name(value.type)) + " " + value.value + (value.ambiguous ? "?" : "");
        if (words) out += " <" + std::string(text.substr(value.begin, value.end - value.begin)) + ">";
    }
    return out;
}
