// Where contacts of persons and organisations stand outside the item that names them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/check.hpp"
#include "checks/shared/substrings.hpp"

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

/// Finds the place that names somebody. Borrows the places. Not thread-safe.
class ContactNames {
public:
    /// `names`: about how many will be asked for.
    ContactNames(const std::vector<ContactPlace>& places, std::size_t names);

    /// The first place that names `folded_name` as whole words (names shorter than three letters name nobody), or null.
    const ContactPlace* naming(const std::string& folded_name);

private:
    const std::vector<ContactPlace>& places_;
    std::string text_;                  // of all places, a line feed behind each
    std::vector<std::uint32_t> begins_;  // of each in the text
    std::optional<Substrings> index_;
    std::unordered_map<std::string, const ContactPlace*> known_;
};

}  // namespace plancheck
