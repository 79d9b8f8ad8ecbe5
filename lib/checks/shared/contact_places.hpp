// Where contacts of persons and organisations stand outside the item that names them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
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

/// Finds the place that names somebody, through an index of words. Borrows the places.
class ContactNames {
public:
    explicit ContactNames(const std::vector<ContactPlace>& places);

    /// The first place that names `folded_name` as whole words (names shorter than three letters name nobody), or null.
    const ContactPlace* naming(std::string_view folded_name) const;

private:
    const std::vector<ContactPlace>& places_;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> words_;  // places that hold a word, ascending
};

}  // namespace plancheck
