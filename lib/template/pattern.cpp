// A catalogue of one message is made for the text at hand: templates have few such texts, and they are put together once.
#include "template/pattern.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "template/loader.hpp"
#include "text/messages.hpp"

namespace plancheck {

namespace {

constexpr std::string_view key = "text";

}  // namespace

std::string format_pattern(std::string_view language, std::string_view pattern,
                           std::span<const std::pair<std::string_view, std::string_view>> arguments) {
    if (pattern.find('{') == std::string_view::npos) return std::string(pattern);
    MessageCatalogue catalogue(language);
    catalogue.add(key, pattern);
    std::vector<MessageArgument> given;
    for (const auto& [name, value] : arguments) {
        std::int64_t number = 0;
        const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (!value.empty() && fault == std::errc() && end == value.data() + value.size()) given.push_back({name, number});
        else given.push_back({name, value});
    }
    return catalogue.format(key, given);
}

std::vector<std::string> check_pattern(const TemplateSource& source, pugi::xml_node node, std::string_view pattern,
                                       const std::vector<std::string_view>& known) {
    const std::string_view tag = source.language(node);
    MessageCatalogue catalogue(tag);
    try {
        catalogue.add(key, pattern);
    } catch (const std::runtime_error&) {
        source.tell(node, "malformed text with arguments: '" + std::string(pattern) + "'");
        return {};
    }
    std::vector<std::string> used;
    for (const std::string_view name : catalogue.arguments(key)) {
        if (std::find(known.begin(), known.end(), name) == known.end()) source.tell_name(node, "unknown argument of a text:", name, known);
        used.emplace_back(name);
    }
    for (const std::string& category : catalogue.lacking_plurals(key))
        source.tell(node, "a plural lacks the form '" + category + "' of language '" + std::string(tag) + "': '" + std::string(pattern) + "'");
    return used;
}

}  // namespace plancheck
