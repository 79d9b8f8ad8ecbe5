// Raw HTML inside Markdown, piece by piece, as tags and text. Comments, declarations and what scripts hold are dropped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace plancheck {

/// A tag. The views last until the scanner is fed again.
struct HtmlTag {
    std::string_view name;        ///< lower case
    std::string_view attributes;  ///< as written
    std::string_view words;       ///< all between the angle brackets, as written
    bool closing = false;

    /// Value of an attribute, references not decoded; empty where there is none.
    std::string_view attribute(std::string_view wanted) const noexcept;
    /// Whether it only looks like a tag: "<insert the name>", words in angle brackets that somebody was to replace.
    bool is_typed() const;
};

/// A state machine over bytes: linear, and a tag that is too long is cut. Not thread-safe.
class HtmlScanner {
public:
    enum class Event : std::uint8_t { none, text, tag };

    /// Takes bytes from the front of `piece` and says what they were; `none` when nothing is left.
    Event next(std::string_view& piece);

    std::string_view text() const noexcept { return text_; }
    HtmlTag tag() const noexcept;

private:
    enum class State : std::uint8_t { text, tag, comment, other };

    State state_ = State::text;
    std::string_view text_;
    std::string tag_;      ///< between < and >, as written
    std::string name_;     ///< of the tag that ended, lower case
    std::string raw_;      ///< name of the element whose content is no text: "script"
    char quote_ = 0;

    bool take_text(std::string_view& piece);
    bool take_tag(char c);
    bool end_tag();
};

}  // namespace plancheck
