// Texts of a template with arguments in braces, in the notation of messages (text/messages.hpp).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace plancheck {

/// The text with its arguments put in; those that are whole numbers count as numbers. Throws as MessageCatalogue does.
std::string format_pattern(std::string_view language, std::string_view pattern,
                           std::span<const std::pair<std::string_view, std::string_view>> arguments);

}  // namespace plancheck
