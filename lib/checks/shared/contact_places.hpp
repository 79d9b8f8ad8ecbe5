// Where contacts of persons and organisations stand outside the item that names them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/check.hpp"

namespace plancheck {

/// A value that can be used to reach somebody.
bool reaches(std::string_view type) noexcept;

/// A table row, list item or paragraph that holds a contact, with its folded words.
struct ContactPlace {
    std::uint32_t block = 0;
    Span span;
    std::string folded;
};

/// All such places in the scopes. Linear.
std::vector<ContactPlace> contact_places(const Context& context, const std::vector<Scope>& scopes);

/// The first place that names `folded_name` as whole words (names shorter than three letters name nobody), or null.
const ContactPlace* naming(const std::vector<ContactPlace>& places, std::string_view folded_name);

}  // namespace plancheck
