// What every HTML page of the library is made of: text that cannot leave its place, and the frame with its style.
#pragma once

#include <string>
#include <string_view>

#include "text/language.hpp"
#include "write/phrases.hpp"

namespace plancheck {

/// Text of a document or a name: harmless(), and nothing in it is a tag, an entity or the end of an attribute.
std::string html_text(std::string_view text);

/// A message of ours: like html_text(), but isolates around what it quotes (U+2068 … U+2069, in pairs) become <bdi>.
std::string html_message(std::string_view text);

/// html_text() in an element that isolates its direction of writing.
std::string html_bdi(std::string_view text);

/// The words of one language on a page. Borrows the languages that are built in.
class HtmlWords {
public:
    explicit HtmlWords(std::string_view tag);

    /// The message `text.<key>`, escaped.
    std::string operator()(std::string_view key, std::initializer_list<MessageArgument> arguments = {}) const;
    /// What stands between the parts of a list, escaped.
    std::string comma() const;
    /// The text in the quotation marks of the language; `marked`, where it stands in the text, stands out.
    std::string quote(std::string_view text, std::string_view marked = {}) const;
    /// Attributes of the element that is written in this language.
    std::string attributes() const;

private:
    const Language& language_;
    Phrases say_;
};

/// A whole page: style in it, no script, nothing from outside. `title` is text, `body` is HTML.
std::string html_page(const HtmlWords& words, std::string_view title, std::string_view body);

}  // namespace plancheck
