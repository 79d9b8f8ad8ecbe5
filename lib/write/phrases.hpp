// The words around a report (not the messages in it, which are made where the findings are), in the report's language,
// else in English. And what text for people needs besides: nothing that a document says may steer a terminal.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "text/language.hpp"

namespace plancheck {

/// The language of a tag, or English. Built in: it lives for ever. Thread-safe.
const Language& language_of(std::string_view tag);

/// Borrows the languages that are built in, so it is cheap to make. Thread-safe.
class Phrases {
public:
    explicit Phrases(std::string_view language) : language_(Languages::built_in().find(language)) {}

    /// The message `text.<key>`. Throws std::out_of_range for a key that English lacks too.
    std::string operator()(std::string_view key, std::initializer_list<MessageArgument> arguments = {}) const;

    /// What stands between the parts of a list.
    std::string_view comma() const { return language_ != nullptr ? std::string_view(language_->comma) : ", "; }
    /// A text of the language inside a line that runs from left to right: between isolates where it runs the other way.
    std::string inside(std::string text) const;

private:
    const MessageCatalogue& catalogue(const std::string& key) const;
    const Language* language_;
};

/// `text` on one line: white space becomes a space, control characters and those that turn the direction of writing
/// become U+FFFD, as do bytes that are no UTF-8. Isolates that begin and end in the text turn nothing outside and stay.
std::string harmless(std::string_view text);

/// ANSI styles; all of them write nothing where colour is off.
enum class Style { plain, bold, error, warning, note, faint };

class Paint {
public:
    explicit Paint(bool on) noexcept : on_(on) {}
    std::string operator()(Style style, std::string_view text) const;

private:
    bool on_;
};

/// Adds spaces until `text` is `width` code points wide.
std::string padded(std::string text, std::size_t width);

}  // namespace plancheck
